//! Shortens long names to their first words, where the whole name is shown elsewhere.

use super::truncate::width;

/// Words that a shortened name must not end with.
const LINKS: [&str; 22] = [
    "and", "or", "of", "the", "in", "for", "with", "to", "from", "by", "on", "a", "an", "as", "than",
    "other", "not", "nor", "whether", "than", "its", "their",
];

/// The longest beginning of `name` that fits `room` columns: up to the end of a clause if that fills at least half of
/// the room, else up to the end of a word. `None` if not even two words, such as a code and a name, fit.
pub fn shorten(name: &str, room: usize) -> Option<&str> {
    if width(name) <= room {
        return Some(name);
    }
    let ends = name.match_indices([' ', ',', ';', '(']).map(|(at, end)| (&name[..at], end));
    let is_closed = |start: &str| start.matches('(').count() == start.matches(')').count();
    let fitting = ends.take_while(|(start, _)| width(start) <= room).filter(|(start, _)| is_closed(start));
    let fitting: Vec<(&str, &str)> = fitting.collect();
    let is_clause = |(start, end): &&(&str, &str)| *end != " " && width(start) * 2 >= room;
    let clause = fitting.iter().rev().find(is_clause).or(fitting.last());
    let mut short = clause?.0;
    loop {
        short = short.trim_end_matches([' ', ',', ';', ':', '(', '-', '–']);
        let last = short.rsplit(' ').next().unwrap_or_default();
        let is_link = LINKS.iter().any(|link| last.eq_ignore_ascii_case(link));
        if !is_link || last.len() == short.len() {
            break;
        }
        short = &short[..short.len() - last.len()];
    }
    short.contains(' ').then_some(short)
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_name_ends_with_a_clause_or_a_word() {
        for (name, room, expected) in [
            ("48 Paper", 8, Some("48 Paper")),
            ("48 Paper and paperboard; articles of paper pulp", 30, Some("48 Paper and paperboard")),
            ("48 Paper and paperboard; articles of paper pulp", 20, Some("48 Paper")),
            ("44 Wood and articles of wood; wood charcoal", 26, Some("44 Wood and articles")),
            ("71 Pearls (natural or cultured), precious stones", 22, Some("71 Pearls")),
            ("71 Pearls (natural or cultured), precious stones", 9, Some("71 Pearls")),
            ("71 Pearls (natural or cultured), precious stones", 8, None),
            ("Elektrizitätsversorgung", 9, None),
        ] {
            assert_eq!(shorten(name, room), expected, "{name} in {room}");
        }
    }
}
