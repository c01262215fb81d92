//! A text that many rows have in common.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text that is held once and pointed at from many rows. It is half as wide as an `Arc<str>`: an observation has seven
/// texts, and a large dataset a million observations.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SharedText(Arc<Box<str>>);

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for SharedText {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for SharedText {
    fn borrow(&self) -> &str {
        self
    }
}

impl<T: Into<Box<str>>> From<T> for SharedText {
    fn from(text: T) -> Self {
        Self(Arc::new(text.into()))
    }
}

impl PartialEq<&str> for SharedText {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_text_is_found_by_its_letters_and_is_one_pointer_wide() {
        let known = foldhash::HashSet::from_iter([SharedText::from("kaz")]);
        assert!(known.contains("kaz") && !known.contains("uzb"));
        assert_eq!(size_of::<Option<SharedText>>(), size_of::<usize>());
    }
}
