//! Numbers as people write them, held exactly or refused with a reason.

use rust_decimal::Decimal;

use crate::dataset::Quantity;
use crate::formats::faults::{Fault, NumberAdvice, Quoted};

/// The number `written` with the decimals given, else with those it is written with.
pub fn quantity(written: &str, decimals: Option<u32>) -> Result<Quantity, Fault> {
    let quoted = || Quoted::new(written);
    if !is_numeral(written) {
        return Err(Fault::NotANumber { written: quoted(), advice: advice(written) });
    }
    let too_long = || Fault::TooManyDigits { written: quoted() };
    let (digits, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
    let digits = Decimal::from_str_exact(digits).map_err(|_| too_long())?;
    let exponent: i32 = exponent.parse().map_err(|_| too_long())?;
    let value = shifted(digits, exponent).ok_or_else(too_long)?;
    let as_written = u32::try_from(i64::from(digits.scale()) - i64::from(exponent));
    let Some(decimals) = decimals.or(as_written.ok()) else {
        return Err(Fault::HiddenPrecision { written: quoted(), plain: value.normalize().to_string() });
    };
    if value.scale() > decimals && value.normalize().scale() > decimals {
        return Err(Fault::MoreDecimals { written: quoted(), decimals });
    }
    Quantity::new(value, decimals).ok_or_else(too_long)
}

fn is_numeral(text: &str) -> bool {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    is_plain(digits.strip_prefix('-').unwrap_or(digits)) && is_digits(exponent)
}

/// True for digits with at most one point among them.
fn is_plain(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    is_digits(whole) && is_digits(fraction)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Advises what to write instead of something that is no number. A comma before three digits could be either, and choosing
/// would put the number wrong by a thousand.
fn advice(written: &str) -> NumberAdvice {
    let text: String = written.trim().chars().map(usual).collect();
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    let write = |number: String| NumberAdvice::Write(format!("{sign}{number}"));
    if is_plain(unsigned) {
        return write(unsigned.to_owned());
    }
    if let Some(decimals) = unsigned.strip_prefix('.').filter(|decimals| is_digits(decimals)) {
        return write(format!("0.{decimals}"));
    }
    if let Some(percent) = unsigned.strip_suffix('%').map(str::trim_end).filter(|percent| is_plain(percent)) {
        return NumberAdvice::Percent(format!("{sign}{percent}"));
    }
    let last = unsigned.rfind(['.', ',']);
    let (whole, fraction) = last.map_or((unsigned, ""), |at| (&unsigned[..at], &unsigned[at + 1..]));
    let mark = last.and_then(|at| unsigned[at..].chars().next());
    let decimal = |whole: String| if mark.is_some() { format!("{whole}.{fraction}") } else { whole };
    if mark == Some(',') && is_digits(whole) && is_digits(fraction) {
        let decimal = decimal(whole.to_owned());
        return match fraction.len() {
            3 if whole != "0" => NumberAdvice::Either {
                grouped: format!("{sign}{whole}{fraction}"),
                decimal: format!("{sign}{decimal}"),
            },
            _ => write(decimal),
        };
    }
    // Thousands in groups, with decimals after another mark or without.
    let separators = [',', '.', ' ', '\'', '\u{2019}', '\u{a0}', '\u{202f}', '\u{2009}'];
    for separator in separators {
        if let Some(number) = ungrouped(unsigned, separator) {
            return write(number);
        }
        if let Some(whole) =
            ungrouped(whole, separator).filter(|_| Some(separator) != mark && is_digits(fraction))
        {
            return write(decimal(whole));
        }
    }
    NumberAdvice::None
}

/// A sign or a digit as programs write it, for one that looks like it: dashes, and what is as wide as a Chinese character.
fn usual(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// The digits without the separators between their groups: of three, or of two and a last of three as in India.
fn ungrouped(text: &str, separator: char) -> Option<String> {
    let groups: Vec<&str> = text.split(separator).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return None };
    let sized = |groups: &[&str], sizes: &[usize]| groups.iter().all(|group| sizes.contains(&group.len()));
    let is_grouped = groups.iter().all(|group| is_digits(group))
        && last.len() == 3
        && ((sized(&[first], &[1, 2, 3]) && sized(middle, &[3]))
            || (sized(&[first], &[1, 2]) && sized(middle, &[2])));
    is_grouped.then(|| groups.concat())
}

/// `digits` · 10^`exponent`, exactly.
fn shifted(digits: Decimal, exponent: i32) -> Option<Decimal> {
    let mut value = digits;
    for _ in 0..exponent.unsigned_abs().min(60) {
        let next =
            if exponent > 0 { value.checked_mul(Decimal::TEN)? } else { value.checked_div(Decimal::TEN)? };
        let back =
            if exponent > 0 { next.checked_div(Decimal::TEN)? } else { next.checked_mul(Decimal::TEN)? };
        if back != value {
            return None;
        }
        value = next;
    }
    (exponent.unsigned_abs() <= 60 || value.is_zero()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str, decimals: Option<u32>) -> Result<String, String> {
        quantity(written, decimals).map(|quantity| quantity.to_string()).map_err(|fault| fault.to_string())
    }

    #[test]
    fn a_number_keeps_the_decimals_it_is_written_with() {
        for (written, decimals, expected) in [
            ("246.57", None, "246.57"),
            ("50", None, "50"),
            ("50.0", None, "50.0"),
            ("50", Some(1), "50.0"),
            ("-0.5", None, "-0.5"),
            ("2.4657e2", None, "246.57"),
            ("2.4657E+4", None, "24657"),
            ("5e-3", None, "0.005"),
            ("2.5e3", Some(0), "2500"),
        ] {
            assert_eq!(read(written, decimals).as_deref(), Ok(expected), "{written}");
        }
    }

    #[test]
    fn text_and_inexact_numbers_are_refused_with_a_reason() {
        for (written, decimals, expected) in [
            ("12,5", None, "\"12,5\" is not a number (write 12.5)"),
            ("1,234,567", None, "\"1,234,567\" is not a number (write 1234567)"),
            ("21,904", None, "\"21,904\" is not a number (write 21904, or 21.904 if it is a decimal)"),
            ("NaN", None, "\"NaN\" is not a number"),
            ("inf", None, "\"inf\" is not a number"),
            (".5", None, "\".5\" is not a number (write 0.5)"),
            ("12.57", Some(1), "\"12.57\" has more decimals than decimals says (1)"),
            (
                "2.5e3",
                None,
                "\"2.5e3\" has an exponent, which hides how precisely it was printed (write 2500, or give decimals)",
            ),
            ("1e400", None, "\"1e400\" has more digits than can be held exactly (27)"),
            ("1e99999999999", None, "\"1e99999999999\" has more digits than can be held exactly (27)"),
            ("1e-29", None, "\"1e-29\" has more digits than can be held exactly (27)"),
            (
                "79228162514264337593543950336",
                None,
                "\"79228162514264337593543950336\" has more digits than can be held exactly (27)",
            ),
            ("1", Some(40), "\"1\" has more digits than can be held exactly (27)"),
        ] {
            assert_eq!(read(written, decimals).as_ref().map_err(String::as_str), Err(expected), "{written}");
        }
    }

    #[test]
    fn advice_never_divides_by_a_thousand() {
        let both =
            |grouped: &str, decimal: &str| format!(" (write {grouped}, or {decimal} if it is a decimal)");
        for (written, expected) in [
            ("-5,125", both("-5125", "-5.125")),
            ("4821,337", both("4821337", "4821.337")),
            ("0,125", " (write 0.125)".to_owned()),
            ("7,50", " (write 7.50)".to_owned()),
            ("1,234.5", " (write 1234.5)".to_owned()),
            ("1.234,5", " (write 1234.5)".to_owned()),
            ("1.234.567", " (write 1234567)".to_owned()),
            ("12 345,6", " (write 12345.6)".to_owned()),
            ("12\u{a0}345", " (write 12345)".to_owned()),
            ("1'234'567.8", " (write 1234567.8)".to_owned()),
            ("31,24,500", " (write 3124500)".to_owned()),
            ("\u{2212}3.5", " (write -3.5)".to_owned()),
            (" 8 ", " (write 8)".to_owned()),
            ("1,23,4", String::new()),
            ("12 34", String::new()),
            ("1,2.3,4", String::new()),
            ("\u{2013}12.5", " (write -12.5)".to_owned()),
            ("１２.５", " (write 12.5)".to_owned()),
            ("-.75", " (write -0.75)".to_owned()),
            ("12.5%", " (write 12.5, with PCT as its unit)".to_owned()),
            ("12 %", " (write 12, with PCT as its unit)".to_owned()),
            ("1.2.5%", String::new()),
            ("", String::new()),
        ] {
            assert_eq!(advice(written).to_string(), expected, "{written}");
        }
    }

    #[test]
    fn every_number_that_is_read_has_room_for_its_rounding() {
        let read = |written: &str| read(written, None).is_ok();
        assert!(read("0.000000000000000000000000001"), "27 decimals");
        assert!(!read("0.0000000000000000000000000001"), "28 decimals");
        assert!(read("7922816251426433759354395032"), "28 digits with room for one more");
        assert!(!read("7922816251426433759354395033"), "28 digits without");
    }
}
