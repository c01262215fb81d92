//! Further columns of a row: the source's words where a pane is wide, and as many more as fit where it is zoomed.
//!
//! ```text
//!                 Growth over 2022  0                187 %  Points above all five  As printed       Period  Source
//!   Tajikistan    ▴ +93.4 %         │━━━━━━━━━━┊━━━━━━━━                  +43.4    "93.4 percent"   2023    …, ¶4
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::viewport::{Viewport, WIDEST_MARK};
use super::{Theme, cells};
use crate::analysis::{Figure, Formula};
use crate::dashboard::Topic;
use crate::text::truncate;
use crate::wording::{Number, Words};

/// Blanks before a column.
const GAP: usize = 2;
const COLUMNS: usize = 6;
/// The most columns that a mark covers where it ends with the text of a row.
const WIDEST_MARKED_TEXT: u16 = 88;

/// A column with its place among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ExtraColumn {
    Points = 0,
    OverTime = 1,
    AsPrinted = 2,
    Period = 3,
    Source = 4,
    /// The place in a source that is named above.
    InSource = 5,
}

impl ExtraColumn {
    const ALL: [Self; COLUMNS] =
        [Self::Points, Self::OverTime, Self::AsPrinted, Self::Period, Self::Source, Self::InSource];
    /// In the order in which they get room; of a source that is named above, the place alone.
    const fn by_weight(is_source_named: bool) -> [Self; COLUMNS - 1] {
        let source = if is_source_named { Self::InSource } else { Self::Source };
        [Self::Points, Self::OverTime, source, Self::Period, Self::AsPrinted]
    }

    fn head(self, words: Words, rows: &[Topic]) -> String {
        match self {
            Self::OverTime => "Over time".to_owned(),
            Self::Points => points_head(words, rows),
            Self::AsPrinted if rows.iter().any(|row| is_derived(*row)) => "As printed, or formula".to_owned(),
            Self::AsPrinted => "As printed".to_owned(),
            Self::Period => "Period".to_owned(),
            Self::Source => "Source".to_owned(),
            Self::InSource => "In the source".to_owned(),
        }
    }

    fn cell(self, words: Words, figure: Figure, has_units: bool) -> String {
        let observation = words.observation(figure);
        match self {
            Self::OverTime => match words.sparkline(figure) {
                Some(line) if has_units => line.with_periods(),
                line => line.map_or_else(String::new, |line| line.bars),
            },
            Self::Points => match points(words, figure) {
                None => String::new(),
                Some((number, marks)) if has_units => marked(&number.line(), &marks),
                Some((number, marks)) => marked(&(number.whole + &number.fraction), &marks),
            },
            Self::AsPrinted => match (observation, words.formula(figure)) {
                (Some(row), _) => {
                    row.as_printed.as_ref().map_or_else(String::new, |text| format!("\"{text}\""))
                }
                (None, formula) => formula.unwrap_or_default().to_owned(),
            },
            Self::Period => words
                .subject(figure)
                .and_then(|subject| subject.period)
                .map_or_else(|| "undated".to_owned(), |period| period.to_string()),
            Self::Source => observation.map(|row| words.source_and_place(row)).unwrap_or_default(),
            Self::InSource => {
                observation.and_then(|row| row.locator.as_ref()).map_or_else(String::new, ToString::to_string)
            }
        }
    }
}

/// Widths of the further columns; 0 for one that is left out.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExtraColumns {
    widths: [usize; COLUMNS],
    /// True if cells say what they are, for want of a head.
    has_units: bool,
}

impl ExtraColumns {
    /// All columns of the rows that fit into `room` together, under their heads; the weightier ones come in first.
    pub fn with_heads(viewport: &Viewport, rows: &[Topic], room: usize) -> Self {
        let words = viewport.words;
        let mut extra = Self::default();
        let columns = ExtraColumn::by_weight(viewport.app.has_source_above());
        // A talk sends few bytes for a row that it reveals, and has the source's words in the strip.
        let is_shown = |column: &ExtraColumn| match column {
            ExtraColumn::AsPrinted => viewport.app.staging().is_none(),
            ExtraColumn::Period => tells_periods(viewport, rows),
            ExtraColumn::OverTime | ExtraColumn::Points | ExtraColumn::Source | ExtraColumn::InSource => true,
        };
        for column in columns.into_iter().filter(is_shown) {
            let cells = extra.widest(column, words, rows);
            let wide = if cells == 0 { 0 } else { cells.max(truncate::width(&column.head(words, rows))) };
            extra.admit(column, wide, room);
        }
        extra
    }

    /// Points, periods as little bars and the source's words, as far as they fit into `room`: columns that explain
    /// themselves.
    pub fn without_heads(words: Words, rows: &[Topic], room: usize) -> Self {
        Self::unheaded(
            &[ExtraColumn::Points, ExtraColumn::OverTime, ExtraColumn::AsPrinted],
            words,
            rows,
            room,
        )
    }

    /// Points: next to bars there are no others, and the source's words would repeat the number.
    pub fn next_to_bars(words: Words, rows: &[Topic], room: usize) -> Self {
        Self::unheaded(&[ExtraColumn::Points], words, rows, room)
    }

    /// The source, next to a chart that has the rest.
    pub fn next_to_chart(words: Words, rows: &[Topic], room: usize) -> Self {
        Self::unheaded(&[ExtraColumn::Source], words, rows, room)
    }

    fn unheaded(columns: &[ExtraColumn], words: Words, rows: &[Topic], room: usize) -> Self {
        let mut extra = Self { has_units: true, ..Self::default() };
        for column in columns.iter().copied() {
            let wide = extra.widest(column, words, rows);
            extra.admit(column, wide, room);
        }
        extra
    }

    fn widest(self, column: ExtraColumn, words: Words, rows: &[Topic]) -> usize {
        let figures = rows.iter().filter_map(|row| row.figure());
        figures.map(|figure| truncate::width(&column.cell(words, figure, self.has_units))).max().unwrap_or(0)
    }

    fn admit(&mut self, column: ExtraColumn, wide: usize, room: usize) {
        if wide > 0 && self.width() + GAP + wide <= room {
            self.widths[column as usize] = wide;
        }
    }

    /// The width of all of them, with the gaps before them.
    pub fn width(self) -> usize {
        self.widths.iter().filter(|width| **width > 0).map(|width| width + GAP).sum()
    }

    /// The width of the first of them that fit into `room` together.
    fn width_within(self, room: usize) -> usize {
        let ends = self.widths.iter().filter(|width| **width > 0).scan(0, |end, width| {
            *end += width + GAP;
            Some(*end)
        });
        ends.take_while(|end| *end <= room).last().unwrap_or(0)
    }

    /// How much of a line is marked if its row is selected: all of it in a narrow pane, and in a wider one so much that its
    /// text is marked, with a blank behind it. If that is too wide, the mark ends with the text of the last further column
    /// that it can cover. In a talk, which reveals row after row, it covers none.
    ///
    /// `before` is the width of the columns before these, of which `least` are in `line`.
    pub fn marked(
        self,
        viewport: &Viewport,
        (before, least): (u16, u16),
        line: Rect,
        buffer: &mut Buffer,
    ) -> u16 {
        let has_chart = viewport.app.chart(viewport.pane).is_some();
        let room = |most: u16| usize::from(most.saturating_sub(before));
        let all = self.width();
        let covered = if self.width_within(room(WIDEST_MARKED_TEXT)) == all {
            all
        } else {
            self.width_within(room(WIDEST_MARK))
        };
        let wide = if viewport.area.width <= WIDEST_MARK && !has_chart {
            line.width
        } else if viewport.app.staging().is_some() {
            least
        } else {
            let cells = cells::row(buffer, line);
            let is_whole = covered == all;
            let within = if is_whole { cells.len() } else { (usize::from(least) + covered).min(cells.len()) };
            let ink = cells[..within].iter().rposition(|cell| cell.symbol() != " ");
            ink.map_or(0, |end| u16::try_from(end + 1 + usize::from(is_whole)).unwrap_or(u16::MAX))
        };
        wide.min(line.width)
    }

    /// Draws the further columns of a row from the left end of `line`.
    pub fn render(self, words: Words, row: Topic, (theme, line): (&Theme, Rect), buffer: &mut Buffer) {
        if let Topic::Figure(figure) = row {
            let style = |column| if column == ExtraColumn::OverTime { theme.bar } else { Style::new() };
            let text = |column: ExtraColumn| column.cell(words, figure, self.has_units);
            self.write(text, |column| (style(column), theme.inherited), line, buffer);
        }
    }

    /// Draws the heads of the columns from the left end of `line`.
    pub fn render_heads(
        self,
        (words, rows): (Words, &[Topic]),
        style: Style,
        line: Rect,
        buffer: &mut Buffer,
    ) {
        self.write(|column| column.head(words, rows), |_| (style, style), line, buffer);
    }

    /// Draws the text of each column in a style, and the cross at its end in another.
    fn write(
        self,
        text: impl Fn(ExtraColumn) -> String,
        styles: impl Fn(ExtraColumn) -> (Style, Style),
        line: Rect,
        buffer: &mut Buffer,
    ) {
        let mut x = line.x;
        for column in ExtraColumn::ALL {
            let width = self.widths[column as usize];
            if width == 0 {
                continue;
            }
            let text = text(column);
            let text = if column == ExtraColumn::Points {
                truncate::right(&text, width)
            } else {
                truncate::left(&text, width)
            };
            let room = usize::from(line.right().saturating_sub(x));
            let at = x.saturating_add(u16::try_from(GAP).unwrap_or(0));
            let (style, cross) = styles(column);
            let end = cells::write(buffer, (at, line.y), text.trim_end(), room.saturating_sub(GAP), style);
            cells::cross(buffer, (end, line.y), cross);
            x = x.saturating_add(u16::try_from(width + GAP).unwrap_or(u16::MAX));
        }
    }
}

/// True if rows are of several periods that their labels do not name; one period of all rows is in the title.
fn tells_periods(viewport: &Viewport, rows: &[Topic]) -> bool {
    let figures = || rows.iter().filter_map(|row| row.figure());
    let period_of = |figure: Figure| viewport.words.subject(figure).and_then(|subject| subject.period);
    let mut periods = figures().map(period_of);
    let first = periods.next();
    let is_unnamed = |figure: Figure| {
        period_of(figure).is_none_or(|period| !viewport.label(figure).contains(&period.to_string()))
    };
    periods.any(|period| Some(period) != first) && figures().any(is_unnamed)
}

fn is_derived(row: Topic) -> bool {
    matches!(row, Topic::Figure(Figure::Derived(_)))
}

/// A number with its marks behind it, if it has some.
fn marked(number: &str, marks: &str) -> String {
    [number, marks].join(" ").trim_end().to_owned()
}

/// The points of a growth above that of its group, and their marks.
fn points(words: Words, figure: Figure) -> Option<(Number, String)> {
    let points = words.follows_by(figure, &[Formula::Points])?;
    Some((words.number(points)?, words.marks(points)))
}

/// `Points above all five`, if all points are against one group.
fn points_head(words: Words, rows: &[Topic]) -> String {
    let group = |row: &Topic| {
        let Figure::Derived(at) = words.follows_by(row.figure()?, &[Formula::Points])? else { return None };
        let [_, group] = words.analysis.derivations().get(at)?.inputs();
        Some(words.short_place(&words.observation(group)?.subject.partner))
    };
    let mut groups = rows.iter().filter_map(group);
    match groups.next() {
        Some(first) if groups.all(|other| other == first) => format!("Points above {first}"),
        _ => "Points above its group".to_owned(),
    }
}
