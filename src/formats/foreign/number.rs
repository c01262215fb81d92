//! Numbers of published tables, exact and with the precision that they are printed with.
//!
//! A comma or a point before three digits begins decimals in one country and separates thousands in another. Which it is
//! follows from other numbers of the same column ([`NumberStyle::from_samples`]); where nothing decides it, such a number
//! is not read, since one of both readings is wrong by a thousand.

/// A number: `digits` · 10^`exponent`, the last digit being the last that is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PrintedNumber {
    pub digits: i128,
    /// Minus the printed decimals; above 0 for a number in thousands, or written with an exponent.
    pub exponent: i8,
}

/// A cell of a column of numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum NumberCell {
    /// Nothing, or one of the signs for nothing.
    #[default]
    Missing,
    Number(PrintedNumber),
    /// Something else, or a number that could be two.
    Wrong,
}

/// The meaning of a sign within numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NumberMark {
    Decimal,
    Thousands,
    /// Either, as far as is known.
    Unknown,
}

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NumberStyle {
    point: NumberMark,
    comma: NumberMark,
}

/// A point before decimals, as programs write numbers.
pub(crate) const PLAIN: NumberStyle = NumberStyle { point: NumberMark::Decimal, comma: NumberMark::Unknown };

/// A point before decimals and a comma between thousands: of an office that is known to write numbers so.
pub(super) const WITH_COMMAS: NumberStyle =
    NumberStyle { point: NumberMark::Decimal, comma: NumberMark::Thousands };

/// More digits than this are not read: ten to their power must leave room to add up.
pub(super) const MOST_DIGITS: usize = 30;

impl NumberStyle {
    /// The style of a column by some of its cells, `usual` being what it is where they do not say. Cells that contradict
    /// each other leave it open.
    pub fn from_samples<'a>(samples: impl IntoIterator<Item = &'a [u8]>, usual: Self) -> Self {
        let (mut point, mut comma) = (None, None);
        for (byte, mark) in samples.into_iter().filter_map(evidence).flatten() {
            let known = if byte == b'.' { &mut point } else { &mut comma };
            *known = Some(known.map_or(mark, |known| if known == mark { mark } else { NumberMark::Unknown }));
        }
        // The other mark has the other meaning.
        let other = |mark: Option<NumberMark>| match mark {
            Some(NumberMark::Decimal) => Some(NumberMark::Thousands),
            Some(NumberMark::Thousands) => Some(NumberMark::Decimal),
            Some(NumberMark::Unknown) | None => None,
        };
        Self {
            point: point.or_else(|| other(comma)).unwrap_or(usual.point),
            comma: comma.or_else(|| other(point)).unwrap_or(usual.comma),
        }
    }

    /// The style of a file with semicolons between its fields, of which nothing is known.
    pub fn unknown() -> Self {
        Self { point: NumberMark::Unknown, comma: NumberMark::Unknown }
    }

    /// Reads a cell.
    #[inline]
    pub fn read(self, cell: &[u8]) -> NumberCell {
        match self.plain(cell) {
            Some((digits, decimals)) => {
                let exponent = -decimals.cast_signed();
                NumberCell::Number(PrintedNumber { digits: digits.into(), exponent })
            }
            None => self.read_any(cell.trim_ascii()),
        }
    }

    /// Reads a cell without blanks around it.
    fn read_any(self, cell: &[u8]) -> NumberCell {
        if is_missing(cell) {
            return NumberCell::Missing;
        }
        self.number(cell).map_or(NumberCell::Wrong, NumberCell::Number)
    }

    fn number(self, cell: &[u8]) -> Option<PrintedNumber> {
        let (negative, unsigned) = match cell {
            [b'-', rest @ ..] | [0xe2, 0x88, 0x92, rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            _ => (false, cell),
        };
        let at = unsigned.iter().position(|byte| matches!(byte, b'e' | b'E'));
        let (mantissa, power) = at.map_or((unsigned, 0), |at| (&unsigned[..at], at + 1));
        let power = if power == 0 { 0 } else { signed(&unsigned[power..])? };
        let plain = self.plain(mantissa).map(|(digits, decimals)| (digits.into(), decimals.into()));
        let (digits, decimals) = plain.or_else(|| self.marked(mantissa))?;
        let exponent = i8::try_from(power - i32::try_from(decimals).ok()?).ok()?;
        let in_range = (-30..=30).contains(&exponent);
        in_range.then_some(PrintedNumber { digits: if negative { -digits } else { digits }, exponent })
    }

    /// The digits and decimals of a number with at most one point or comma that is known to begin decimals and few enough
    /// digits for a register, as nearly every cell is.
    #[inline]
    fn plain(self, text: &[u8]) -> Option<(i64, u8)> {
        let mark = match (self.point, self.comma) {
            (NumberMark::Decimal, _) => b'.',
            (_, NumberMark::Decimal) => b',',
            _ => b'0',
        };
        if text.is_empty() || text.len() > 18 {
            return None;
        }
        let (mut digits, mut decimals, mut is_fraction) = (0i64, 0, false);
        for byte in text {
            let digit = byte.wrapping_sub(b'0');
            if digit < 10 {
                // Of so few digits none overflows.
                digits = digits.wrapping_mul(10).wrapping_add(digit.into());
                decimals += u8::from(is_fraction);
            } else if *byte == mark && !is_fraction {
                is_fraction = true;
            } else {
                return None;
            }
        }
        let is_whole = decimals == 0 && !is_fraction;
        let has_both = decimals > 0 && text.len() > usize::from(decimals) + 1;
        (is_whole || has_both).then_some((digits, decimals))
    }

    /// The digits and decimals of a number with any marks in it.
    fn marked(self, text: &[u8]) -> Option<(i128, usize)> {
        let text: Vec<u8> = without_blanks(text)?;
        let last = text.iter().rposition(|byte| matches!(byte, b'.' | b','));
        let Some(last) = last else { return Some((digits(&text)?, 0)) };
        let (mark, other) = match text[last] {
            b'.' => (self.point, b','),
            _ => (self.comma, b'.'),
        };
        let same = text.split(|byte| *byte == text[last]).count() - 1;
        let has_other = text.contains(&other);
        let is_decimal = match (mark, form(&text)) {
            // Contradicted by the number itself: a mark that comes twice, or decimals behind thousands.
            (_, Some(sure)) => sure,
            (NumberMark::Decimal, None) => true,
            (NumberMark::Thousands, None) => false,
            (NumberMark::Unknown, None) => return None,
        };
        // A number that is written in another style than its column is wrong in one of them.
        if form(&text)
            .is_some_and(|sure| sure != (mark == NumberMark::Decimal) && mark != NumberMark::Unknown)
        {
            return None;
        }
        let (whole, fraction) =
            if is_decimal { (&text[..last], &text[last + 1..]) } else { (&text[..], &text[..0]) };
        if is_decimal && (same > 1 || fraction.is_empty()) {
            return None;
        }
        let group = if is_decimal { other } else { text[last] };
        let whole = if is_decimal && !has_other { whole.to_vec() } else { ungrouped(whole, group)? };
        Some((digits(&[&whole, fraction].concat())?, fraction.len()))
    }
}

/// True if the last mark of a number begins decimals, false if it separates thousands; `None` if its form shows neither.
fn form(text: &[u8]) -> Option<bool> {
    let last = text.iter().rposition(|byte| matches!(byte, b'.' | b','))?;
    let mark = text[last];
    let before = &text[..last];
    if before.contains(&mark) {
        return Some(false);
    }
    if before.iter().any(|byte| matches!(byte, b'.' | b',')) {
        return Some(true);
    }
    let decimals = text.len() - last - 1;
    let is_sure = decimals != 3 || before.len() > 3 || before.is_empty() || before.starts_with(b"0");
    is_sure.then_some(true)
}

/// The meanings of marks that a cell shows.
fn evidence(cell: &[u8]) -> Option<Vec<(u8, NumberMark)>> {
    let cell = cell.trim_ascii();
    let unsigned = cell.strip_prefix(b"-").or(cell.strip_prefix(b"+")).unwrap_or(cell);
    let text = without_blanks(unsigned)?;
    let is_number = text.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let last = text.iter().rposition(|byte| matches!(byte, b'.' | b',')).filter(|_| is_number)?;
    let is_decimal = form(&text)?;
    let other = if text[last] == b'.' { b',' } else { b'.' };
    let mark = if is_decimal { NumberMark::Decimal } else { NumberMark::Thousands };
    let mut found = vec![(text[last], mark)];
    found.extend(text[..last].contains(&other).then_some((other, NumberMark::Thousands)));
    Some(found)
}

/// A number without the blanks and apostrophes between its thousands; `None` if they separate anything else.
fn without_blanks(text: &[u8]) -> Option<Vec<u8>> {
    // Blanks of UTF-8, of all widths, and apostrophes.
    const BLANKS: [&[u8]; 9] = [
        b"\xc2\xa0", b"\xe2\x80\xaf", b"\xe2\x80\x87", b"\xe2\x80\x88", b"\xe2\x80\x89", b"\xe2\x80\x8a",
        b"\xe2\x80\x99", b"'", b" ",
    ];
    if text.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return Some(text.to_vec());
    }
    let end = text.iter().position(|byte| matches!(byte, b'.' | b',')).unwrap_or(text.len());
    let (whole, rest) = text.split_at(end);
    let mut groups = vec![Vec::new()];
    let mut at = 0;
    while at < whole.len() {
        let blank = BLANKS.iter().find(|blank| whole[at..].starts_with(blank)).map(|blank| blank.len());
        // The no-break space of Windows-1252.
        if let Some(length) = blank.or((whole[at] == 0xa0).then_some(1)) {
            groups.push(Vec::new());
            at += length;
        } else {
            groups.last_mut()?.push(whole[at]);
            at += 1;
        }
    }
    let (first, others) = groups.split_first()?;
    let fits = matches!(first.len(), 1..=3) && others.iter().all(|group| group.len() == 3);
    (groups.len() > 1 && fits).then(|| [&groups.concat(), rest].concat())
}

/// The digits of thousands in groups of three.
fn ungrouped(text: &[u8], mark: u8) -> Option<Vec<u8>> {
    let groups: Vec<&[u8]> = text.split(|byte| *byte == mark).collect();
    let (first, others) = groups.split_first()?;
    let fits = matches!(first.len(), 1..=3) && others.iter().all(|group| group.len() == 3);
    fits.then(|| groups.concat())
}

/// A number of digits alone.
fn digits(text: &[u8]) -> Option<i128> {
    if text.is_empty() || text.len() > MOST_DIGITS || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    if text.len() <= 18 {
        return Some(text.iter().fold(0i64, |digits, byte| digits * 10 + i64::from(byte - b'0')).into());
    }
    Some(text.iter().fold(0, |digits, byte| digits * 10 + i128::from(byte - b'0')))
}

fn signed(text: &[u8]) -> Option<i32> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// True for signs that stand for no number.
fn is_missing(cell: &[u8]) -> bool {
    cell.is_empty()
        || !cell[0].is_ascii_digit()
            && matches!(
                cell,
                b"NA"
                    | b"N/A"
                    | b"n/a"
                    | b"na"
                    | b"NaN"
                    | b"nan"
                    | b"NULL"
                    | b"null"
                    | b"None"
                    | b"-"
                    | b"--"
                    | b"."
                    | b".."
                    | b"..."
                    | b":"
                    | b"c"
                    | b"x"
                    | b"\\N"
                    | b"\xe2\x80\xa6"
                    | b"\xe2\x80\x93"
                    | b"\xe2\x80\x94"
                    | b"n.a."
                    | b"N.A."
                    | b"#N/A"
            )
}

#[cfg(test)]
mod tests;
