//! Mouse reports in three encodings: decimal (SGR), urxvt, and X10 with three characters.

use ratatui::layout::Position;

use super::parameters::Parameters;

/// A mouse event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The left button was pressed on this cell.
    Click(Position),
    /// The wheel was turned over this cell.
    Wheel { up: bool, at: Position },
}

/// The bits for Shift, Alt and Ctrl, which are ignored.
const MODIFIERS: u32 = 4 | 8 | 16;
/// The offset that the older encodings add to each number, so that none is a control character.
const OFFSET: u32 = 32;

/// `CSI < button ; column ; row M`, or `m` for a button that was released.
pub fn decimal(parameters: &Parameters, last: u8) -> Option<Mouse> {
    let number = |at| parameters.part(at, 0);
    if last == b'M' { report(number(0)?, number(1)?, number(2)?) } else { None }
}

/// `CSI button ; column ; row M`.
pub fn urxvt(parameters: &Parameters) -> Option<Mouse> {
    let number = |at| parameters.part(at, 0);
    report(number(0)?.checked_sub(OFFSET)?, number(1)?, number(2)?)
}

/// The characters after `CSI M`: button, column and row.
pub fn three_characters(characters: [char; 3]) -> Option<Mouse> {
    let [button, column, row] = characters.map(|c| u32::from(c).checked_sub(OFFSET));
    report(button?, column?, row?)
}

fn report(button: u32, column: u32, row: u32) -> Option<Mouse> {
    let cell = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    let at = Position::new(cell(column)?, cell(row)?);
    match button & !MODIFIERS {
        0 => Some(Mouse::Click(at)),
        wheel @ (64 | 65) => Some(Mouse::Wheel { up: wheel == 64, at }),
        _ => None,
    }
}
