//! A selected row, the first row in view, and moves of both.

/// A move through rows or lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Move {
    Previous,
    Next,
    PageUp,
    PageDown,
    First,
    Last,
}

/// A position in a list of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The selected row, from 0.
    pub selected: usize,
    /// The first row in view, from 0.
    pub top: usize,
}

impl Cursor {
    /// The cursor after `step` through `rows` rows, of which `height` are in view.
    #[must_use]
    pub fn step(self, step: Move, rows: usize, height: usize) -> Self {
        Self { selected: after(step, self.selected, height), ..self }.clamp(rows, height)
    }

    /// The same in a text without a selected line: every step scrolls.
    #[must_use]
    pub fn scroll(self, step: Move, rows: usize, height: usize) -> Self {
        Self { top: after(step, self.top, height), ..self }.clamp_scrolled(rows, height)
    }

    /// The nearest position in such a text that leaves no empty space below its last line.
    #[must_use]
    pub fn clamp_scrolled(self, rows: usize, height: usize) -> Self {
        let top = self.top.min(rows.saturating_sub(height));
        Self { selected: top, top }.clamp(rows, height)
    }

    /// The nearest cursor within `rows` rows that has its row among the `height` in view, and no empty space below the
    /// last row while there are rows above the first.
    #[must_use]
    pub fn clamp(self, rows: usize, height: usize) -> Self {
        let height = height.max(1);
        let selected = self.selected.min(rows.saturating_sub(1));
        let top = self.top.min(rows.saturating_sub(height));
        let top = top.clamp((selected + 1).saturating_sub(height), selected);
        Self { selected, top }
    }
}

/// The row that `step` leads to, which may be past the last.
fn after(step: Move, row: usize, height: usize) -> usize {
    let page = height.saturating_sub(1).max(1);
    match step {
        Move::Previous => row.saturating_sub(1),
        Move::Next => row.saturating_add(1),
        Move::PageUp => row.saturating_sub(page),
        Move::PageDown => row.saturating_add(page),
        Move::First => 0,
        Move::Last => usize::MAX,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn steps_and_where_they_lead() {
        let at = |selected, top| Cursor { selected, top };
        for (from, step, expected) in [
            (at(0, 0), Move::Previous, at(0, 0)),
            (at(0, 0), Move::Next, at(1, 0)),
            (at(3, 0), Move::Next, at(4, 1)),
            (at(9, 6), Move::Next, at(9, 6)),
            (at(0, 0), Move::PageDown, at(3, 0)),
            (at(3, 0), Move::PageDown, at(6, 3)),
            (at(6, 3), Move::PageUp, at(3, 3)),
            (at(5, 3), Move::First, at(0, 0)),
            (at(0, 0), Move::Last, at(9, 6)),
        ] {
            assert_eq!(from.step(step, 10, 4), expected, "{from:?} {step:?}");
        }
    }

    #[test]
    fn a_text_scrolls_at_once() {
        let at = |top| Cursor { selected: top, top };
        for (from, step, expected) in [
            (at(0), Move::Next, at(1)),
            (at(0), Move::PageDown, at(3)),
            (at(5), Move::PageDown, at(6)),
            (at(6), Move::Next, at(6)),
            (Cursor { selected: 3, top: 0 }, Move::Next, at(1)),
            (at(6), Move::First, at(0)),
        ] {
            assert_eq!(from.scroll(step, 10, 4), expected, "{from:?} {step:?}");
        }
    }

    proptest! {
        #[test]
        fn the_selected_row_is_always_in_sight(
            selected in any::<usize>(), top in any::<usize>(), rows in 0_usize..1000, height in 0_usize..300,
        ) {
            let cursor = Cursor { selected, top }.clamp(rows, height);
            prop_assert!(cursor.selected < rows.max(1));
            prop_assert!(cursor.top <= cursor.selected && cursor.selected < cursor.top + height.max(1));
            prop_assert!(cursor.top + height.max(1) <= rows.max(height.max(1)), "no empty room below");
            prop_assert_eq!(cursor.clamp(rows, height), cursor);
        }
    }
}
