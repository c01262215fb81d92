//! Numbers in a sentence.

use rust_decimal::Decimal;

use crate::wording::fixed;

/// Words for powers of ten that may follow a number, in lower case.
const SCALES: [(&str, u32); 18] = [
    ("thousand", 3),
    ("million", 6),
    ("millions", 6),
    ("billion", 9),
    ("billions", 9),
    ("trillion", 12),
    ("k", 3),
    ("m", 6),
    ("mn", 6),
    ("bn", 9),
    ("tn", 12),
    ("trn", 12),
    ("тыс", 3),
    ("млн", 6),
    ("млрд", 9),
    ("трлн", 12),
    ("万", 4),
    ("亿", 8),
];

/// A number as it is spelled in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberToken {
    /// Its digits, with sign and percent sign.
    pub written: String,
    /// The number without its sign.
    value: Decimal,
    decimals: u32,
    /// True for a minus; `None` without a sign.
    negative: Option<bool>,
    /// The power of ten in the word after it.
    power: Option<u32>,
    percent: bool,
}

impl NumberToken {
    /// True if `known` is this number, or a more precise one that rounds to it.
    pub fn is_backed_by(&self, known: &Self) -> bool {
        let signs = self.negative.zip(known.negative);
        if signs.is_some_and(|(own, other)| own != other) || self.percent && !known.percent {
            return false;
        }
        if self.power.is_none() || self.power == known.power {
            return rounds_to(known.value, known.decimals, self.value, self.decimals);
        }
        // 34,300 million and 34.3 billion are the same amount.
        let amounts = self.amount().zip(known.amount());
        known.power.is_some() && amounts.is_some_and(|(own, other)| own == other)
    }

    fn amount(&self) -> Option<Decimal> {
        self.value.checked_mul(Decimal::from(10_u64.checked_pow(self.power?)?))
    }
}

/// True if a number with this many decimals rounds to `wanted`, to the decimals of that. 246.57 is 250 to two digits;
/// 200 has only one digit, which is too few.
fn rounds_to(known: Decimal, decimals: u32, wanted: Decimal, wanted_decimals: u32) -> bool {
    if decimals < wanted_decimals {
        return false;
    }
    if fixed(known, wanted_decimals) == wanted {
        return true;
    }
    let (mut ten, ten_times) = (Decimal::ONE, Decimal::TEN);
    while wanted_decimals == 0
        && wanted >= ten * Decimal::ONE_HUNDRED
        && (wanted % (ten * ten_times)).is_zero()
    {
        ten *= ten_times;
        if fixed(known / ten, 0) * ten == wanted {
            return true;
        }
    }
    false
}

/// The numbers in a text. Digits that are part of a word (G7, 5G) do not count.
pub fn tokens(text: &str) -> Vec<NumberToken> {
    let chars: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = end_of_number(&chars, at);
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let is_of_word = before.is_some_and(|c| c.is_alphanumeric() && !is_of_scale(*c))
            || chars.get(end).is_some_and(|c| c.is_alphabetic() && !is_of_scale(*c));
        if !is_of_word {
            found.extend(token(&chars, at, end));
        }
        at = end;
    }
    found
}

/// Scripts without spaces write their words for powers of ten right after a number.
fn is_of_scale(c: char) -> bool {
    !c.is_ascii() && !matches!(c, '\u{80}'..='\u{24f}')
}

/// The end of the digits that begin at `start`, including decimal points and commas that group thousands.
fn end_of_number(chars: &[char], start: usize) -> usize {
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut end = start;
    let mut has_point = false;
    loop {
        while is_digit(end) {
            end += 1;
        }
        let groups = (1..=3).all(|by| is_digit(end + by)) && !is_digit(end + 4);
        match chars.get(end) {
            Some('.') if !has_point && is_digit(end + 1) => has_point = true,
            Some(',') if !has_point && groups => {}
            _ => return end,
        }
        end += 1;
    }
}

fn token(chars: &[char], start: usize, end: usize) -> Option<NumberToken> {
    let digits: String = chars[start..end].iter().filter(|c| **c != ',').collect();
    let value: Decimal = digits.parse().ok()?;
    let rest: String = chars[end..].iter().collect();
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let percent =
        rest.starts_with('%') || rest.to_lowercase().starts_with("per cent") || rest.starts_with("percent");
    let before = start.checked_sub(1).map(|before| chars[before]);
    let is_dash = start < 2 || chars[start - 2].is_whitespace() || chars[start - 2] == '(';
    let negative = match before {
        Some('−') => Some(true),
        Some('-') if is_dash => Some(true),
        Some('+') => Some(false),
        _ => None,
    };
    let sign = before.filter(|_| negative.is_some());
    let written: String = sign.into_iter().chain(chars[start..end].iter().copied()).collect();
    let written = if percent { format!("{written} %") } else { written };
    Some(NumberToken { written, decimals: value.scale(), value, negative, power: power(rest), percent })
}

/// The power of ten whose word a text begins with.
fn power(rest: &str) -> Option<u32> {
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    let by_word = SCALES.iter().find(|(scale, _)| *scale == word);
    let by_sign = || SCALES.iter().find(|(scale, _)| !scale.is_ascii() && rest.starts_with(scale));
    by_word.or_else(by_sign).map(|(_, power)| *power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.written).collect()
    }

    #[test]
    fn numbers_are_found_in_sentences() {
        assert_eq!(written("From 1,234.5 to 12 %, on 2024-02-07."), ["1,234.5", "12 %", "2024", "02", "07"]);
        assert_eq!(written("a G7 and 5G, 3rd; −4 and +5.0; 1,23"), ["−4", "+5.0", "1", "23"]);
        assert_eq!(written("约17.5亿元"), ["17.5"]);
    }

    #[test]
    fn a_number_stands_on_one_that_rounds_to_it() {
        for (caption, known, stands) in [
            ("37 billion", "37.10 bn CNY", true),
            ("37.1 million", "37.10 bn CNY", false),
            ("37,100 million", "37.1 bn CNY", true),
            ("about 250", "246.57 bn CNY", true),
            ("about 200", "246.57 bn CNY", false),
            ("50.0 %", "+50 %", false),
            ("50 %", "50 points", false),
            ("87 of them", "86.921 %", true),
            ("87 %", "86.921 %", true),
            ("+3", "−3 %", false),
            ("fell by 3 %", "−3 %", true),
            ("17.5亿", "17.5亿元", true),
            ("paragraph 2", "¶2", true),
        ] {
            let (token, known) = (&tokens(caption)[0], &tokens(known)[0]);
            assert_eq!(token.is_backed_by(known), stands, "{caption} on {known:?}");
        }
    }
}
