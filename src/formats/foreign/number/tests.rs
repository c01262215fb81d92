use super::*;

fn read(style: NumberStyle, cell: &str) -> String {
    match style.read(cell.as_bytes()) {
        NumberCell::Missing => "missing".to_owned(),
        NumberCell::Wrong => "wrong".to_owned(),
        NumberCell::Number(number) => format!("{}e{}", number.digits, number.exponent),
    }
}

fn style(samples: &[&str]) -> NumberStyle {
    NumberStyle::from_samples(samples.iter().map(|sample| sample.as_bytes()), NumberStyle::unknown())
}

#[test]
fn plain_numbers_keep_their_decimals() {
    for (cell, expected) in [
        ("582755812338", "582755812338e0"),
        ("582755812338.00", "58275581233800e-2"),
        ("-0.5", "-5e-1"),
        (" 12.345 ", "12345e-3"),
        ("1.2e+09", "12e8"),
        ("1E5", "1e5"),
        ("123456789012345678901234567890", "123456789012345678901234567890e0"),
        ("1234567890123456789012345678901", "wrong"),
        (".5", "5e-1"),
        ("5.", "wrong"),
        ("1.2.3", "wrong"),
        ("12 %", "wrong"),
        ("12abc", "wrong"),
        ("1e99", "wrong"),
        ("", "missing"),
        ("         NA", "missing"),
        (":", "missing"),
        ("..", "missing"),
    ] {
        assert_eq!(read(PLAIN, cell), expected, "{cell}");
    }
}

#[test]
fn one_number_shows_how_the_others_of_its_column_are_written() {
    for (samples, cell, expected) in [
        (&["1.234.567", "8,5"][..], "1.234", "1234e0"),
        (&["0,125"], "1,234", "1234e-3"),
        (&["0,125"], "1.234", "1234e0"),
        (&["1,234,567"], "1,234", "1234e0"),
        (&["1,234,567"], "1.234", "1234e-3"),
        (&["1,234.5"], "12,345", "12345e0"),
        (&["12 345,6"], "1 234", "1234e0"),
        (&["1'234.5"], "1'234'567", "1234567e0"),
    ] {
        assert_eq!(read(style(samples), cell), expected, "{samples:?}, {cell}");
    }
}

#[test]
fn a_text_that_could_be_two_numbers_is_no_number() {
    for (samples, cell) in [
        (&[][..], "1.234"),
        (&["12", "999"], "1,234"),
        // Both are decimals in some cell, so neither is known.
        (&["0,5", "1,234.5"], "1,234"),
        // In another style than its column.
        (&["0,5", "7,25"], "1.234,567.8"),
        (&["0,5"], "12.5"),
        (&["1,234,567"], "1,5"),
        (&["0,5"], "1.23"),
        (&[], "12 34"),
    ] {
        assert_eq!(read(style(samples), cell), "wrong", "{samples:?}, {cell}");
    }
    assert_eq!(read(style(&[]), "1234.567"), "1234567e-3", "four digits are no group");
    assert_eq!(read(style(&[]), "1.234.567"), "1234567e0", "a mark that comes twice");
}
