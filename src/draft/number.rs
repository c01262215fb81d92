//! Numbers as texts print them: with decimal points and commas, grouped by points, commas and blanks.

use rust_decimal::Decimal;

use crate::dataset::Quantity;

/// How many bytes the number at the start of `text` takes, which begins with a digit.
///
/// A separator belongs to it if digits follow: groups of three after a blank, any digits after a point or a comma. Dates
/// such as `2023-05-22` and `21.05.2019` are one.
pub(super) fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    if let Some(date) = date(bytes, &run) {
        return date;
    }
    let first = run(0);
    let (mut end, mut is_grouped, mut has_comma) = (first, first <= 3, false);
    loop {
        let digits = run(end + 1);
        let continues = match bytes.get(end) {
            Some(b' ') => is_grouped && digits == 3 && !has_comma && !text.starts_with('0'),
            Some(b'.' | b',') => digits > 0,
            _ => false,
        };
        if !continues {
            return end;
        }
        let is_blank = bytes.get(end) == Some(&b' ');
        // After a blank, only blanks group; a point or a comma ends that.
        is_grouped = is_blank;
        has_comma |= !is_blank;
        end += 1 + digits;
    }
}

/// The length of a day in three parts, such as `2023-05-22`, `05.24.2018` or `22/5/2023`.
fn date(bytes: &[u8], run: &impl Fn(usize) -> usize) -> Option<usize> {
    let first = run(0);
    let mark = *bytes.get(first).filter(|byte| b".-/".contains(byte))?;
    let second = run(first + 1);
    let third_at = first + second + 2;
    (*bytes.get(first + 1 + second)? == mark).then_some(())?;
    let third = run(third_at);
    let lengths = (first, second, third);
    let is_date = matches!(lengths, (4, 1..=2, 1..=2) | (1..=2, 1..=2, 2 | 4));
    is_date.then_some(third_at + third)
}

/// A number as printed; `None` if it has more digits than can be held. In Russian, one comma is that of the decimals.
pub(super) fn parse(written: &str, is_russian: bool) -> Option<Quantity> {
    let marks: Vec<(usize, char)> = written.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let decimal_at = match marks.as_slice() {
        [] => None,
        [(at, mark)] => {
            let groups = written.len() - at - 1 == 3 && *at <= 3 && !written.starts_with('0');
            (*mark == '.' || is_russian || !groups).then_some(*at)
        }
        [.., (before, earlier), (at, mark)] => {
            let is_group = earlier == mark || at - before != 4 && marks.len() > 2;
            (!is_group).then_some(*at)
        }
    };
    let whole = &written[..decimal_at.unwrap_or(written.len())];
    let fraction = decimal_at.map_or("", |at| &written[at + 1..]);
    let mut digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let decimals = fraction.chars().filter(char::is_ascii_digit).count();
    digits.extend(fraction.chars().filter(char::is_ascii_digit));
    if digits.len() > 27 {
        return None;
    }
    let mantissa: i128 = digits.parse().ok()?;
    let decimals = u32::try_from(decimals).ok()?;
    Quantity::new(Decimal::try_from_i128_with_scale(mantissa, decimals).ok()?, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_decimals_in_every_grouping() {
        for (written, is_russian, expected) in [
            ("36.02", false, "36.02"),
            ("50.0", false, "50.0"),
            ("344,000", false, "344000"),
            ("4,6", false, "4.6"),
            ("1,234,567.8", false, "1234567.8"),
            ("1.234.567,8", false, "1234567.8"),
            ("1 741.9", false, "1741.9"),
            ("12 571,1", true, "12571.1"),
            ("19,407", true, "19.407"),
            ("19,407", false, "19407"),
            ("0,407", false, "0.407"),
            ("2,345,678", true, "2345678"),
        ] {
            assert_eq!(length(written), written.len(), "{written}");
            assert_eq!(
                parse(written, is_russian).map(|number| number.to_string()).as_deref(),
                Some(expected),
                "{written}"
            );
        }
    }

    #[test]
    fn a_number_ends_where_its_digits_do() {
        for (text, expected) in [
            ("5.", "5"),
            ("5, and", "5"),
            ("12 2019", "12"),
            ("2019 345 t", "2019"),
            ("1 234 5", "1 234"),
            ("21.05.2019 x", "21.05.2019"),
        ] {
            assert_eq!(&text[..length(text)], expected);
        }
        assert_eq!(parse(&"9".repeat(40), false), None);
    }
}
