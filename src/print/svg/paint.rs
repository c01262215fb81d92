//! The colours of a cell in a picture with a light background.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The picture's background.
pub const BACKGROUND: &str = "#ffffff";
/// The picture's text colour.
pub const FOREGROUND: &str = "#1f2328";

/// The sixteen named terminal colours, chosen to be readable on a light background: all except the two whites have a
/// contrast of at least 4.5 to 1 against white.
const NAMED: [&str; 16] = [
    "#1f2328", "#b3261e", "#116329", "#7d5200", "#0550ae", "#8250df", "#0f6674", "#d0d7de", //
    "#57606a", "#c4321c", "#1a7035", "#855600", "#0969da", "#8655e0", "#117080", "#f6f8fa",
];

/// The style of the cells of a run; `None` stands for the picture's own colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paint {
    pub foreground: Option<String>,
    pub background: Option<String>,
    pub modifier: Modifier,
}

pub fn paint(cell: &Cell) -> Paint {
    let (foreground, background) = (hex(cell.fg), hex(cell.bg));
    let hidden = cell.modifier.contains(Modifier::HIDDEN);
    let (foreground, background) = if cell.modifier.contains(Modifier::REVERSED) {
        (
            Some(background.unwrap_or_else(|| BACKGROUND.to_owned())),
            Some(foreground.unwrap_or_else(|| FOREGROUND.to_owned())),
        )
    } else {
        (foreground, background)
    };
    let foreground = if hidden { background.clone().or(Some(BACKGROUND.to_owned())) } else { foreground };
    Paint { foreground, background, modifier: cell.modifier }
}

/// The background that the theme of a cell sets, if it sets one.
pub fn ground(cell: &Cell) -> Option<String> {
    hex(cell.bg)
}

fn hex(colour: Color) -> Option<String> {
    let named = |at: usize| NAMED.get(at).map(|colour| (*colour).to_owned());
    match colour {
        Color::Reset => None,
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
        Color::Rgb(red, green, blue) => Some(rgb([red, green, blue])),
        Color::Indexed(index) => match index {
            0..=15 => named(usize::from(index)),
            16..=231 => {
                let at = index - 16;
                Some(rgb(
                    [at / 36, at / 6 % 6, at % 6].map(|level| if level == 0 { 0 } else { 55 + 40 * level })
                ))
            }
            232..=255 => Some(rgb([8 + 10 * (index - 232); 3])),
        },
    }
}

fn rgb([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let level = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("hexadecimal")) / 255.0;
            if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn every_named_colour_but_the_whites_can_be_read_on_the_ground() {
        for (at, colour) in NAMED.iter().enumerate().filter(|(at, _)| ![7, 15].contains(at)) {
            let contrast = (luminance(BACKGROUND) + 0.05) / (luminance(colour) + 0.05);
            assert!(contrast >= 4.5, "{at} {colour}: {contrast:.2}");
        }
    }

    #[test]
    fn indexed_colours_are_those_of_the_terminals() {
        let shown = [16, 231, 196, 232, 255].map(|index| hex(Color::Indexed(index)).unwrap_or_default());
        assert_eq!(shown, ["#000000", "#ffffff", "#ff0000", "#080808", "#eeeeee"]);
    }
}
