//! Where the parts of a review go: a pure function of the screen's size.
//!
//! ```text
//! from 80 columns                            else
//!  title                  12 of 18 confirmed  ━ article ━━━━━━━━━━━━━━
//! ━ article ━━━━━━━━━━━━  ─ 7 of 18 ───────    ¶4 …
//!  ¶4 …                    ▸ figure           ─ 7 of 18 ──────────────
//!                            measure           ▸ figure
//!  footer                                      footer
//! ```

use ratatui::layout::{Rect, Size};

use crate::dashboard::SMALLEST;

/// The least columns at which article and row stand next to each other.
const SIDE_BY_SIDE: u16 = 80;
/// The least rows of a screen with a line at the top.
const WITH_HEADER: u16 = 14;
/// The least and the most columns of the row.
const ROW_WIDTH: (u16, u16) = (42, 64);
/// The least and the most lines of the row below the article, with the line above it.
const ROW_HEIGHT: (u16, u16) = (6, 11);
/// Columns between article and row.
const BETWEEN: u16 = 2;

/// Where everything goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewLayout {
    /// No room for a row; a sentence says so.
    TooSmall,
    /// Article and row, each with the line above it.
    Parts {
        /// The line at the top.
        header: Option<Rect>,
        /// The article.
        article: Rect,
        /// The proposed row, and what opens over it.
        row: Rect,
        /// The line at the bottom.
        footer: Rect,
    },
}

impl ReviewLayout {
    /// The layout of a screen of this size.
    #[must_use]
    pub fn new(size: Size) -> Self {
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return Self::TooSmall;
        }
        let top = u16::from(size.height >= WITH_HEADER);
        let header = (top > 0).then_some(Rect::new(0, 0, size.width, 1));
        let body = Rect::new(0, top, size.width, size.height - top - 1);
        let footer = Rect::new(0, size.height - 1, size.width, 1);
        let (article, row) = if size.width >= SIDE_BY_SIDE {
            let width = (size.width / 2 - BETWEEN).clamp(ROW_WIDTH.0, ROW_WIDTH.1);
            let article = Rect { width: body.width - width - BETWEEN, ..body };
            (article, Rect { x: body.right() - width, width, ..body })
        } else {
            let height = (body.height * 3 / 5).clamp(ROW_HEIGHT.0, ROW_HEIGHT.1);
            let article = Rect { height: body.height - height, ..body };
            (article, Rect { y: article.bottom(), height, ..body })
        };
        Self::Parts { header, article, row, footer }
    }

    /// Both article and row, for what covers them.
    #[must_use]
    pub fn body(&self) -> Rect {
        match self {
            Self::TooSmall => Rect::ZERO,
            Self::Parts { article, row, .. } => article.union(*row),
        }
    }
}

/// The lines of a part below the line above it.
#[must_use]
pub(super) fn below_title(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}
