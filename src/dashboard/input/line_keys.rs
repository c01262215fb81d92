//! The keys that edit the line being typed.

use super::key::Key;
use crate::dashboard::line_editor::Edit;

/// The edit that a key makes in the line that is being typed, as in most shells.
pub(crate) fn line_edit(key: Key) -> Option<Edit> {
    match key {
        Key::Char(letter) => Some(Edit::Insert(letter)),
        Key::Left => Some(Edit::Left),
        Key::Right => Some(Edit::Right),
        Key::Home | Key::Ctrl('a') => Some(Edit::Start),
        Key::End | Key::Ctrl('e') => Some(Edit::End),
        Key::Backspace => Some(Edit::DeleteBefore),
        Key::Delete => Some(Edit::DeleteAfter),
        Key::AltBackspace => Some(Edit::DeletePart),
        Key::Ctrl('w') => Some(Edit::DeleteWord),
        Key::Ctrl('u') => Some(Edit::DeleteToStart),
        Key::Ctrl('k') => Some(Edit::DeleteToEnd),
        Key::Ctrl(_)
        | Key::Enter
        | Key::Escape
        | Key::Tab
        | Key::BackTab
        | Key::Up
        | Key::Down
        | Key::PageUp
        | Key::PageDown
        | Key::F5 => None,
    }
}

/// The edit that a key makes together with Alt. Many terminals send these for Option and an arrow, too.
pub(crate) fn alt_edit(key: Key) -> Option<Edit> {
    const EDITS: [(Key, Edit); 2] = [(Key::Char('b'), Edit::PartLeft), (Key::Char('f'), Edit::PartRight)];
    EDITS.iter().find(|(chord, _)| *chord == key).map(|(_, edit)| *edit)
}
