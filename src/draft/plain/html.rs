//! HTML without its tags: blocks become paragraphs, cells of tables stand between pipes.

/// Elements whose content is no text.
const HIDDEN: [&str; 7] = ["script", "style", "head", "noscript", "svg", "nav", "template"];

/// Elements that end a paragraph.
const BLOCKS: [&str; 19] = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "article", "header",
    "footer", "blockquote", "pre", "figure", "main",
];

/// Entities by name; every other is written by number.
const ENTITIES: [(&str, &str); 22] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("thinsp", " "),
    ("ensp", " "),
    ("emsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("minus", "−"),
    ("euro", "€"),
    ("pound", "£"),
    ("yen", "¥"),
    ("hellip", "…"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("laquo", "«"),
    ("raquo", "»"),
];

/// True for a text that is a page rather than a text with a few angle brackets.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start().get(..9).unwrap_or_default().to_ascii_lowercase();
    let has = |tag: &str| text.contains(tag);
    start.starts_with("<!doctype")
        || start.starts_with("<html")
        || has("<p>")
        || has("</p>")
        || has("<br")
        || has("</div>")
}

/// The text of a page.
pub(super) fn strip(page: &str) -> String {
    let mut text = String::with_capacity(page.len() / 2);
    let mut rest = page;
    while let Some(at) = rest.find(['<', '&', '\n', '\r', '\t']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = match rest.as_bytes().first() {
            Some(b'<') => tag(rest, &mut text),
            Some(b'&') => entity(rest, &mut text),
            _ => {
                space(&mut text);
                &rest[1..]
            }
        };
    }
    text.push_str(rest);
    tidy(&text)
}

/// One tag; returns what follows it.
fn tag<'p>(rest: &'p str, text: &mut String) -> &'p str {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or("", |end| &rest[end + 3..]);
    }
    let name = rest[1..].trim_start_matches('/');
    let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let is_end = rest.as_bytes().get(1) == Some(&b'/');
    let name = name[..length].to_ascii_lowercase();
    if name.is_empty() && !rest.starts_with("<!") {
        text.push('<');
        return &rest[1..];
    }
    let after = rest.find('>').map_or("", |end| &rest[end + 1..]);
    match name.as_str() {
        "br" | "tr" | "li" => text.push('\n'),
        "td" | "th" if is_end => text.push_str(" | "),
        name if !is_end && HIDDEN.contains(&name) => return hidden(after, name),
        name if BLOCKS.contains(&name) => text.push_str("\n\n"),
        _ => {}
    }
    after
}

/// The text behind the end of an element whose content is no text.
fn hidden<'p>(rest: &'p str, name: &str) -> &'p str {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let end = from + at + 2;
        if rest[end..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return rest[end..].find('>').map_or("", |close| &rest[end + close + 1..]);
        }
        from = end;
    }
    ""
}

/// One entity; returns what follows it. An ampersand that begins none is one.
fn entity<'p>(rest: &'p str, text: &mut String) -> &'p str {
    let end = rest.bytes().take(12).position(|byte| byte == b';');
    let written = end.and_then(|end| rest.get(1..end));
    let by_number = |name: &str| {
        let digits = name.strip_prefix('#')?;
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => digits.parse(),
        };
        char::from_u32(code.ok()?)
    };
    let Some((name, end)) = written.zip(end) else {
        text.push('&');
        return &rest[1..];
    };
    if let Some((_, meaning)) = ENTITIES.iter().find(|(known, _)| *known == name) {
        text.push_str(meaning);
    } else if let Some(c) = by_number(name) {
        text.push(c);
    } else {
        text.push('&');
        return &rest[1..];
    }
    &rest[end + 1..]
}

fn space(text: &mut String) {
    if !text.ends_with([' ', '\n']) {
        text.push(' ');
    }
}

/// Blanks at the ends of lines and more than one empty line removed.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 2;
    for line in text.lines() {
        let line = line.trim().trim_end_matches('|').trim_end();
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        tidy.push_str(line);
        empty = 0;
    }
    tidy
}
