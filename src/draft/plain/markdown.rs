//! Markdown without its marks; a plain text stays as it is.

/// The text without headings' hashes, emphasis, list marks, targets of links and rules of tables.
pub(super) fn strip(text: &str) -> String {
    let mut stripped = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        let end = &line[body.len()..];
        if is_rule(body) {
            continue;
        }
        let body = row(mark(body));
        inline(body, &mut stripped);
        stripped.push_str(end);
    }
    stripped
}

/// True for the line under the head of a table, and for fences of code.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let is_table =
        line.contains("--") && line.contains('|') && line.bytes().all(|byte| b"|-: ".contains(&byte));
    is_table || line.starts_with("```")
}

/// The line without the mark of a heading, a quotation or a list.
fn mark(line: &str) -> &str {
    let trimmed = line.trim_start();
    let hashes = trimmed.trim_start_matches('#');
    if hashes.len() < trimmed.len() && trimmed.len() - hashes.len() <= 6 && hashes.starts_with(' ') {
        return hashes.trim_start();
    }
    ["> ", "- ", "* ", "+ "].iter().find_map(|mark| trimmed.strip_prefix(mark)).map_or(line, str::trim_start)
}

/// A row of a table without the pipes at its ends.
fn row(line: &str) -> &str {
    let trimmed = line.trim();
    let inner = trimmed.strip_prefix('|').and_then(|row| row.strip_suffix('|'));
    inner.filter(|row| row.contains('|')).map_or(line, str::trim)
}

/// Emphasis and the targets of links removed.
fn inline(line: &str, stripped: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find(['*', '[', '`', '!']) {
        stripped.push_str(&rest[..at]);
        rest = &rest[at..];
        let target = rest.strip_prefix('!').unwrap_or(rest);
        if let Some((words, after)) = link_of(target) {
            stripped.push_str(words);
            rest = after;
        } else {
            if rest.starts_with(['[', '!']) {
                stripped.push_str(&rest[..1]);
            }
            rest = &rest[1..];
        }
    }
    stripped.push_str(rest);
}

/// The words of a link, and what follows it.
fn link_of(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?;
    let window = inner.char_indices().take(300).map(|(at, c)| at + c.len_utf8()).last().unwrap_or(0);
    let close = inner[..window].find("](")?;
    let target = &inner[close + 2..];
    let window = target.char_indices().take(2000).map(|(at, c)| at + c.len_utf8()).last().unwrap_or(0);
    let end = target[..window].find(')')?;
    Some((&inner[..close], &target[end + 1..]))
}
