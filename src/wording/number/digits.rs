//! The digits of a number: grouped, signed, rounded to so many decimals.

use rust_decimal::Decimal;

/// `value` with exactly `decimals` decimals, rounded half away from zero.
#[must_use]
pub fn fixed(value: Decimal, decimals: u32) -> Decimal {
    let mut rounded =
        value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(decimals);
    rounded
}

/// Grouped and signed: `+93.4`, `−1,234.5`.
#[must_use]
pub fn signed(value: Decimal) -> String {
    let text = grouped(value);
    if value.is_sign_negative() || value.is_zero() { text } else { format!("+{text}") }
}

/// A whole number with commas between its thousands.
pub fn count(number: u64) -> String {
    grouped(number.into())
}

/// Groups of three digits before the decimal point, and a true minus: `−1,234.5`.
#[must_use]
pub fn grouped(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut shown = String::from(if value.is_sign_negative() && !value.is_zero() { "−" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_signed() {
        let decimal = |text: &str| text.parse::<Decimal>().expect("a decimal");
        for (value, plain, with_sign) in [
            ("0", "0", "0"),
            ("246.57", "246.57", "+246.57"),
            ("-1234567.80", "−1,234,567.80", "−1,234,567.80"),
            ("1000", "1,000", "+1,000"),
        ] {
            assert_eq!(
                (grouped(decimal(value)).as_str(), signed(decimal(value)).as_str()),
                (plain, with_sign)
            );
        }
        assert_eq!(fixed(decimal("37.1"), 2).to_string(), "37.10");
    }
}
