//! A line of text being typed, edited by grapheme as in a shell.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::text::truncate;

/// Shows the end of the line where the next letter goes; every set of glyphs has a character for it.
pub const CARET: char = '│';

/// A change of the line or of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// Inserts a letter at the caret.
    Insert(char),
    /// Moves one grapheme to the left.
    Left,
    /// Moves one grapheme to the right.
    Right,
    /// Moves back over letters and digits, as Alt-B in a shell.
    PartLeft,
    /// Moves on over letters and digits, as Alt-F in a shell.
    PartRight,
    /// Moves to the start of the line.
    Start,
    /// Moves to the end of the line.
    End,
    /// Deletes the grapheme before the caret.
    DeleteBefore,
    /// Deletes the grapheme after the caret.
    DeleteAfter,
    /// Deletes back to the last space, as Ctrl-W in a shell.
    DeleteWord,
    /// Deletes back to the last character that is neither letter nor digit, as Alt-Backspace in a shell.
    DeletePart,
    /// Deletes everything before the caret.
    DeleteToStart,
    /// Deletes everything after the caret.
    DeleteToEnd,
}

/// A line of text and a caret in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEditor {
    text: String,
    /// Offset in bytes, between two graphemes.
    caret: usize,
}

impl LineEditor {
    /// An editor of `text`, with the caret at its end.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { caret: text.len(), text }
    }

    /// The line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Carries out an edit, if there is anything to do.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Insert(letter) => {
                self.text.insert(self.caret, letter);
                self.move_to(self.caret + letter.len_utf8());
            }
            Edit::Left => self.caret = self.before(),
            Edit::Right => self.caret = self.after(),
            Edit::PartLeft => self.caret -= part(self.text[..self.caret].graphemes(true).rev()),
            Edit::PartRight => self.caret += part(self.text[self.caret..].graphemes(true)),
            Edit::Start => self.caret = 0,
            Edit::End => self.caret = self.text.len(),
            Edit::DeleteBefore => self.delete(self.before(), self.caret),
            Edit::DeleteAfter => self.delete(self.caret, self.after()),
            Edit::DeleteWord => self.delete(self.start_of(|c| !c.is_whitespace()), self.caret),
            Edit::DeletePart => self.delete(self.start_of(char::is_alphanumeric), self.caret),
            Edit::DeleteToStart => self.delete(0, self.caret),
            Edit::DeleteToEnd => self.delete(self.caret, self.text.len()),
        }
    }

    /// Inserts letters at the caret.
    pub fn insert(&mut self, letters: &str) {
        self.text.insert_str(self.caret, letters);
        self.move_to(self.caret + letters.len());
    }

    /// True if `edit` would change the line or move the caret.
    #[must_use]
    pub fn can(&self, edit: Edit) -> bool {
        match edit {
            Edit::Insert(_) => true,
            Edit::Left
            | Edit::PartLeft
            | Edit::Start
            | Edit::DeleteBefore
            | Edit::DeleteWord
            | Edit::DeletePart
            | Edit::DeleteToStart => self.caret > 0,
            Edit::Right | Edit::PartRight | Edit::End | Edit::DeleteAfter | Edit::DeleteToEnd => {
                self.caret < self.text.len()
            }
        }
    }

    /// The line in at most `room` columns, always including the caret, and the column of the caret. At the end of the
    /// line the caret is a character of its own; elsewhere it lies on a letter.
    #[must_use]
    pub fn shown(&self, room: usize) -> Typed {
        let (before, after) = self.text.split_at(self.caret);
        let on = after.graphemes(true).next().map_or(1, |grapheme| truncate::width(grapheme).max(1));
        let before = if truncate::width(before) + on <= room {
            before.to_owned()
        } else {
            let fits = |tail: &&str| truncate::width(tail) + 1 + on <= room;
            let tail = before.grapheme_indices(true).map(|(at, _)| &before[at..]).find(fits);
            format!("…{}", tail.unwrap_or_default())
        };
        if after.is_empty() {
            return Typed { text: format!("{before}{CARET}"), caret: None };
        }
        let column = truncate::width(&before);
        let after = truncate::cut(after, room.saturating_sub(column));
        Typed { text: format!("{before}{after}"), caret: Some(column) }
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.move_to(from);
    }

    /// An insertion or deletion may have joined letters into one grapheme, which the caret cannot be inside of.
    fn move_to(&mut self, offset: usize) {
        self.caret = offset;
        let mut cursor = GraphemeCursor::new(offset, self.text.len(), true);
        if !cursor.is_boundary(&self.text, 0).unwrap_or(true) {
            self.caret = self.after();
        }
    }

    fn before(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.caret, self.text.len(), true);
        cursor.prev_boundary(&self.text, 0).ok().flatten().unwrap_or(0)
    }

    fn after(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.caret, self.text.len(), true);
        cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len())
    }

    /// The start of the last run of such characters before the caret.
    fn start_of(&self, is_of_word: impl Fn(char) -> bool) -> usize {
        let before = &self.text[..self.caret];
        before.trim_end_matches(|c| !is_of_word(c)).trim_end_matches(is_of_word).len()
    }
}

/// The length of the graphemes up to the end of the first run of letters and digits.
fn part<'a>(graphemes: impl Iterator<Item = &'a str>) -> usize {
    let mut is_in_part = false;
    let is_passed = |grapheme: &&str| {
        let is_of_part = grapheme.chars().any(char::is_alphanumeric);
        let is_passed = is_of_part || !is_in_part;
        is_in_part |= is_of_part;
        is_passed
    };
    graphemes.take_while(is_passed).map(str::len).sum()
}

/// A line as it is shown while it is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The part of the line that is in view.
    pub text: String,
    /// The column of the letter that the caret lies on; `None` where the caret is part of the text.
    pub caret: Option<usize>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn after(text: &str, edits: &[Edit]) -> (String, String) {
        let mut line = LineEditor::new(text);
        for edit in edits {
            line.edit(*edit);
        }
        let (before, after) = line.text.split_at(line.caret);
        (before.to_owned(), after.to_owned())
    }

    #[test]
    fn edits_happen_at_the_caret() {
        use Edit::{
            DeleteAfter, DeleteBefore, DeletePart, DeleteToEnd, DeleteToStart, DeleteWord, End, Insert, Left,
            PartLeft, PartRight, Right, Start,
        };
        for (text, edits, before, after_caret) in [
            ("trade.csv", &[Left, Left, Left, Left, Insert('s')][..], "trades", ".csv"),
            ("trade.csv", &[Start, DeleteAfter, Insert('T')], "T", "rade.csv"),
            ("trade.csv", &[Start, Right, DeleteToEnd], "t", ""),
            ("trade.csv", &[Left, DeleteToStart], "", "v"),
            ("trade.csv", &[Left, End, DeleteBefore], "trade.cs", ""),
            ("road and rail ", &[DeleteWord], "road and ", ""),
            ("/tmp/road-2023.csv", &[DeletePart, DeletePart], "/tmp/road-", ""),
            ("/tmp/road-2023.csv", &[DeleteWord], "", ""),
            ("road and rail", &[PartLeft, PartLeft], "road ", "and rail"),
            ("road-2023.csv", &[Start, PartRight, PartRight], "road-2023", ".csv"),
            ("", &[Left, Right, PartLeft, PartRight, DeleteBefore, DeleteAfter, DeleteWord], "", ""),
        ] {
            let expected = (before.to_owned(), after_caret.to_owned());
            assert_eq!(after(text, edits), expected, "{text} {edits:?}");
        }
    }

    #[test]
    fn a_grapheme_is_deleted_and_passed_as_a_whole() {
        for text in ["e\u{301}", "🇰🇿", "👩\u{200d}🚀", "東"] {
            let whole = (String::new(), text.to_owned());
            assert_eq!(after(text, &[Edit::Left]), whole, "{text}");
            assert_eq!(after(text, &[Edit::DeleteBefore]), Default::default(), "{text}");
            assert_eq!(after(text, &[Edit::Left, Edit::DeleteAfter]), Default::default(), "{text}");
        }
    }

    #[test]
    fn the_caret_is_in_view_however_long_the_line() {
        let mut line = LineEditor::new("central-asia-partners.csv");
        assert_eq!(line.shown(40).text, "central-asia-partners.csv│");
        assert_eq!(line.shown(10).text, "…ners.csv│");
        for _ in 0..4 {
            line.edit(Edit::Left);
        }
        assert_eq!(line.shown(40), Typed { text: "central-asia-partners.csv".into(), caret: Some(21) });
        assert_eq!(line.shown(10), Typed { text: "…partners…".into(), caret: Some(9) });
        line.edit(Edit::Start);
        assert_eq!(line.shown(10), Typed { text: "central-a…".into(), caret: Some(0) });
    }

    proptest! {
        #[test]
        fn no_edit_leaves_the_line_or_splits_a_grapheme(
            text in "[a-z \u{301}\u{200d}🇰🇿東-]{0,12}", edits in proptest::collection::vec(0_usize..13, 0..20), room in 2_usize..20,
        ) {
            let all = [
                Edit::Insert('x'), Edit::Insert('\u{301}'), Edit::Left, Edit::Right, Edit::Start, Edit::End,
                Edit::DeleteBefore, Edit::DeleteAfter, Edit::DeleteWord, Edit::DeletePart, Edit::DeleteToEnd,
                Edit::PartLeft, Edit::PartRight,
            ];
            let mut line = LineEditor::new(text);
            for edit in edits {
                let before = line.clone();
                line.edit(all[edit]);
                prop_assert_eq!(before != line, before.can(all[edit]), "{:?} {:?}", before, all[edit]);
                let is_boundary = line.caret == line.text.len()
                    || line.text.grapheme_indices(true).any(|(at, _)| at == line.caret);
                prop_assert!(is_boundary, "{:?}", line);
                prop_assert!(truncate::width(&line.shown(room).text) <= room.max(3), "{:?}", line.shown(room));
            }
        }
    }
}
