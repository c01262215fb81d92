//! The picture of a finding as lines of text.
//!
//! ```text
//! exports 2022      ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▓▓┤  200.05 to 200.22 bn CNY
//! total trade 2022  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆├┤    188.48 to 189.75 bn CNY
//! the part is at least 10.30 bn CNY larger than its whole ▲
//! ```

use crate::dashboard::PictureScale;
use crate::text::truncate;
use crate::wording::{Picture, PictureRow};

/// The width of a line in columns.
const WIDTH: usize = 90;
/// The minimum width of the bars, even if label and range leave less.
const LEAST_BAR: usize = 20;
/// Blanks between label, bar and range.
const GAP: usize = 2;

/// One line per range, the parts of a sum first, and one for the conclusion.
pub(super) fn picture_lines(picture: &Picture) -> Vec<String> {
    let [one, other] = &picture.pair;
    let all: Vec<(&PictureRow, &PictureRow)> =
        picture.parts.iter().map(|part| (part, part)).chain([(one, other), (other, one)]).collect();
    let widest = |text: fn(&PictureRow) -> &str| {
        all.iter().map(|(row, _)| truncate::width(text(row))).max().unwrap_or(0)
    };
    let (label, range) = (widest(|row| &row.label), widest(|row| &row.range));
    let bars = WIDTH.saturating_sub(label + range + 2 * GAP).max(LEAST_BAR);
    let scale = PictureScale::new(picture, u16::try_from(bars).unwrap_or(u16::MAX));
    let line = |(row, other): &(&PictureRow, &PictureRow)| {
        let mut bar = vec![" "; bars];
        for cell in scale.cells(row, other) {
            if let Some(place) = bar.get_mut(usize::from(cell.column)) {
                *place = cell.glyph;
            }
        }
        format!("{}{:GAP$}{}{:GAP$}{}", truncate::left(&row.label, label), "", bar.concat(), "", row.range)
    };
    let beyond = label + GAP + usize::from(scale.beyond(picture));
    let remark = picture.remark.iter().map(|remark| {
        let wide = truncate::width(remark) + 1;
        match beyond.checked_sub(wide) {
            Some(before) => format!("{:before$}{remark} ▲", ""),
            None if beyond + 1 + wide <= WIDTH => format!("{:beyond$}▲ {remark}", ""),
            None => remark.clone(),
        }
    });
    all.iter().map(line).chain(remark).collect()
}
