//! Numbers as people write them, held exactly or refused with a reason.

use rust_decimal::Decimal;

use crate::dataset::Quantity;
use crate::text::harmless::quoted;

/// The number `written` with the decimals given, else with those it is written with.
///
/// The error says what is wrong and what to write instead.
pub fn quantity(written: &str, decimals: Option<u32>) -> Result<Quantity, String> {
    if !is_numeral(written) {
        let point = written.replace(',', ".");
        let hint = if is_numeral(&point) { format!(" (write {point})") } else { String::new() };
        return Err(format!("{} is not a number{hint}", quoted(written)));
    }
    let too_long = || format!("{} has more digits than can be held exactly (28)", quoted(written));
    let (digits, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
    let digits = Decimal::from_str_exact(digits).map_err(|_| too_long())?;
    let exponent: i32 = exponent.parse().map_err(|_| too_long())?;
    let value = shifted(digits, exponent).ok_or_else(too_long)?;
    let as_written = u32::try_from(i64::from(digits.scale()) - i64::from(exponent));
    let Some(decimals) = decimals.or(as_written.ok()) else {
        let what = format!("{} has an exponent, which hides how precisely it was printed", quoted(written));
        let value = value.normalize();
        return Err(format!("{what} (write {value}, or give decimals)"));
    };
    if value.normalize().scale() > decimals {
        return Err(format!("{} has more decimals than decimals says ({decimals})", quoted(written)));
    }
    Quantity::new(value, decimals).ok_or_else(too_long)
}

fn is_numeral(text: &str) -> bool {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    [whole, fraction, exponent]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
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
        quantity(written, decimals).map(|quantity| quantity.to_string())
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
    fn what_is_not_a_number_or_not_exact_is_refused_with_a_reason() {
        for (written, decimals, expected) in [
            ("12,5", None, "\"12,5\" is not a number (write 12.5)"),
            ("1,234,567", None, "\"1,234,567\" is not a number"),
            ("NaN", None, "\"NaN\" is not a number"),
            ("inf", None, "\"inf\" is not a number"),
            (".5", None, "\".5\" is not a number"),
            ("12.57", Some(1), "\"12.57\" has more decimals than decimals says (1)"),
            (
                "2.5e3",
                None,
                "\"2.5e3\" has an exponent, which hides how precisely it was printed (write 2500, or give decimals)",
            ),
            ("1e400", None, "\"1e400\" has more digits than can be held exactly (28)"),
            ("1e99999999999", None, "\"1e99999999999\" has more digits than can be held exactly (28)"),
            ("1e-29", None, "\"1e-29\" has more digits than can be held exactly (28)"),
            (
                "79228162514264337593543950336",
                None,
                "\"79228162514264337593543950336\" has more digits than can be held exactly (28)",
            ),
            ("1", Some(40), "\"1\" has more digits than can be held exactly (28)"),
        ] {
            assert_eq!(read(written, decimals).as_ref().map_err(String::as_str), Err(expected), "{written}");
        }
    }
}
