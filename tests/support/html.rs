//! Reads back a page that is written as XML: which elements it has, and the text in each.

/// An element, its attributes as they are written, and the text in it and in all its children.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: String,
    pub text: String,
}

/// The elements of a page in the order in which they begin.
///
/// # Panics
///
/// If elements are not closed in the order in which they opened, or a character is not escaped.
pub fn elements(page: &str) -> Vec<Element> {
    let rest = page.strip_prefix("<!DOCTYPE html>\n").expect("a page");
    let (mut found, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    for part in rest.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag has an end");
        assert!(!text.contains('>'), "{text}");
        if let Some(name) = tag.strip_prefix('/') {
            let at = open.pop().expect("it was opened");
            assert_eq!(found[at].name, name);
        } else {
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            let name = name.trim_end_matches('/').to_owned();
            found.push(Element { name, attributes: attributes.to_owned(), text: String::new() });
            if !tag.ends_with('/') {
                open.push(found.len() - 1);
            }
        }
        let text = plain(text);
        for at in &open {
            found[*at].text.push_str(&text);
        }
    }
    assert!(open.is_empty(), "every element is closed: {open:?}");
    found
}

/// Text without escapes.
pub fn plain(text: &str) -> String {
    for after in text.split('&').skip(1) {
        assert!(["amp;", "lt;", "gt;", "quot;"].iter().any(|known| after.starts_with(known)), "&{after}");
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
