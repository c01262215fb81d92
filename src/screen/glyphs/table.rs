//! ASCII replacements of glyphs.

/// Signs and their replacements, of the same width.
const SIGNS: [(&str, &str); 2] = [
    (
        "▸▹▴▾▲▼►◂✗✓✘✔·•…–—−×÷¶§‹›«»→←↑↓↔⇒±≤≥≠≈°“”„‘’‚′″№€£¥²³",
        ">*^v^v><x+x+-*~---x/##<>\"\"><^v->~<>!~o\"\"\"''''\"#ELY23",
    ),
    ("\u{a0}\u{2002}\u{2003}\u{2009}\u{202f}", "     "),
];

/// Letters, and the same without their marks.
const LETTERS: [(&str, &str); 6] = [
    ("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝ", "AAAAAACEEEEIIIIDNOOOOOOUUUUY"),
    ("àáâãäåçèéêëìíîïðñòóôõöøùúûüýÿ", "aaaaaaceeeeiiiidnoooooouuuuyy"),
    ("ĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚě", "AaAaAaCcCcCcCcDdDdEeEeEeEeEe"),
    ("ĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĴĵĶķ", "GgGgGgGgHhHhIiIiIiIiIiJjKk"),
    ("ĹĺĻļĽľŁłŃńŅņŇňŌōŎŏŐőŔŕŖŗŘř", "LlLlLlLlNnNnNnOoOoOoRrRrRr"),
    ("ŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſßǎǐǒǔǚ", "SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzssaiouu"),
];

/// The ASCII replacement of `c`, if it has one.
pub fn ascii(c: char) -> Option<char> {
    match c {
        // Full, lower and left blocks: filled from one half on.
        // Little bars, from the lowest on.
        '▁' => Some('_'),
        // Falls, and what is too much, have a pattern of their own.
        '╍' | '╺' | '╼' => Some('~'),
        '▒' | '▓' => Some('%'),
        '█' | '▉'..='▌' | '▆' | '▇' | '▀' | '▐' | '▙' | '▛'..='▜' | '▟' => Some('#'),
        '░' | '▂' => Some('.'),
        '┊' | '┆' | '╎' | '┇' | '┋' | '╏' => Some(':'),
        '▃' | '─' | '┄' | '┈' | '╌' | '╴' | '╶' => Some('-'),
        '▄' | '▅' | '━' | '┅' | '┉' | '═' | '╸' | '╾' => Some('='),
        '│' | '┃' | '║' | '╵' | '╷' | '╹' | '╻' | '╽' | '╿' => Some('|'),
        '\u{2500}'..='\u{257f}' => Some('+'),
        '\u{2580}'..='\u{259f}' => Some(' '),
        _ => SIGNS.iter().chain(&LETTERS).find_map(|(from, to)| {
            from.chars().zip(to.chars()).find(|(known, _)| *known == c).map(|(_, stands)| stands)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_replacement_is_ascii_and_stands_over_its_glyph() {
        for (from, to) in SIGNS.iter().chain(&LETTERS) {
            assert_eq!(from.chars().count(), to.chars().count(), "{from}");
            assert!(to.is_ascii(), "{to}");
        }
    }
}
