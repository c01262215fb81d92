//! The areas of the screen, what panes need of it, and cuts.

use ratatui::layout::Rect;

/// The areas of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layout {
    /// No room for figures; a sentence says so.
    TooSmall,
    /// Panes, or one of them zoomed.
    Panes(PaneLayout),
    /// One text at full size: an open figure, the help.
    Text {
        /// The line at the top, if there is room for it.
        header: Option<Rect>,
        /// The picture of an open finding, if it fits.
        picture: Option<Rect>,
        /// The text with its title.
        body: Rect,
        /// The line at the bottom.
        footer: Rect,
    },
}

/// The areas of panes and of everything around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaneLayout {
    /// The line at the top.
    pub header: Option<Rect>,
    /// The gravest finding.
    pub lead: Option<Rect>,
    /// The figures that stand out.
    pub facts: Option<Rect>,
    /// The meanings of marks.
    pub marks: Option<Rect>,
    /// The names of all panes, if not all are in view.
    pub tabs: Option<Rect>,
    /// The panes in view, by number, with their titles.
    pub panes: Vec<(usize, Rect)>,
    /// True if the only pane in view has the screen to itself.
    pub zoomed: bool,
    /// The summary of the selected row.
    pub strip: Option<Rect>,
    /// The line at the bottom.
    pub footer: Rect,
}

/// The space that a pane needs and wants: rows below its title, and columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PaneNeeds {
    /// The minimum height next to other panes; with less it gets a page of its own.
    pub least: u16,
    /// The height of its rows.
    pub wanted: u16,
    /// Extra height for a chart below its rows, used only if it is available in full.
    pub further: u16,
    /// With fewer columns, something in its rows is truncated.
    pub width: u16,
    /// With this many columns, nothing in its rows is left out, with names shortened.
    pub short_width: u16,
    /// With this many columns, nothing in its rows is shortened or left out, except for bars.
    pub full_width: u16,
    /// With this many columns, its title has room for a summary of its rows.
    pub title_width: u16,
    /// True if its rows have bars, which can have any length.
    pub has_bars: bool,
    /// The number of rows that it has beyond those it asks for.
    pub rest: u16,
}

impl PaneNeeds {
    #[cfg(test)]
    pub fn rows(wanted: u16) -> Self {
        Self { least: 2, wanted, ..Self::default() }
    }

    /// The height of its rows with the title.
    pub fn whole_height(self) -> u16 {
        self.wanted.saturating_add(1)
    }

    /// The least height with the title.
    pub fn height(self) -> u16 {
        self.least.saturating_add(1)
    }
}

/// The minimum width at which the first line of the strip fits the trade of a figure.
pub const LONG_LINES: u16 = 120;

/// From this height on, space that panes leave free goes to the strip. On smaller screens the strip stays short, so
/// that moving by a row sends few bytes.
pub const TALL: u16 = 45;

pub fn cut_top(area: Rect, height: u16) -> (Option<Rect>, Rect) {
    let cut = Rect { height, ..area };
    (Some(cut), Rect { y: area.y + height, height: area.height.saturating_sub(height), ..area })
}

pub fn cut_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    let rest = area.height.saturating_sub(height);
    (Rect { y: area.y + rest, height, ..area }, Rect { height: rest, ..area })
}

/// The height of the strip: low, since it changes with every row. In a talk the caption does the explaining, and the
/// strip shows only what was printed, and where.
pub fn strip_height(width: u16, above: u16) -> u16 {
    match (width < LONG_LINES, above > 0) {
        (_, true) => 2,
        (true, false) => 4,
        (false, false) => 3,
    }
}

pub fn cut_strip(area: Rect) -> (Option<Rect>, Rect) {
    let (strip, rest) = cut_bottom(area, strip_height(area.width, 0));
    (Some(strip), rest)
}
