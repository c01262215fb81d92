//! Control sequences with one numeric parameter, and their lengths.

/// The number of decimal digits of `number`.
pub(super) fn digits(number: usize) -> usize {
    match number {
        0..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        _ => number.ilog10() as usize + 1,
    }
}

/// The length in bytes of what [`write()`] writes.
pub(super) fn length(number: usize) -> usize {
    if number == 1 { 3 } else { 3 + digits(number) }
}

/// Writes `ESC [ number last`. The number is omitted when it is 1, the default of every sequence written here.
pub(super) fn write(out: &mut Vec<u8>, number: usize, last: u8) {
    out.extend_from_slice(b"\x1b[");
    if number != 1 {
        write_number(out, number);
    }
    out.push(last);
}

/// Writes `number` in decimal.
pub(super) fn write_number(out: &mut Vec<u8>, number: usize) {
    if number >= 10 {
        write_number(out, number / 10);
    }
    out.extend(b"0123456789".get(number % 10));
}
