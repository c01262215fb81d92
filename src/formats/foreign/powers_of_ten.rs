//! Powers of ten that amounts are counted in, by their words.

/// Numbers that stand for a power, the longer before those that they contain.
const NUMBERS: [(&str, &str); 13] = [
    ("1,000,000,000", " billion "),
    ("1 000 000 000", " billion "),
    ("1.000.000.000", " billion "),
    ("1000000000", " billion "),
    ("1,000,000", " million "),
    ("1 000 000", " million "),
    ("1.000.000", " million "),
    ("1000000", " million "),
    ("1,000", " thousand "),
    ("1 000", " thousand "),
    ("1.000", " thousand "),
    ("10^6", " million "),
    ("10^9", " billion "),
];

/// A text in small letters with words for the numbers that stand for a power: `1,000 usd` is thousand usd.
pub(super) fn in_words(mut text: String) -> String {
    if text.contains("10") || text.contains("1 0") || text.contains("1,0") || text.contains("1.0") {
        for (number, word) in NUMBERS {
            text = text.replace(number, word);
        }
    }
    text
}

/// The power of ten that a word names. A milliard is what others call a billion; a `mil` is a thousand in one language and
/// a million in another, so it is neither.
pub(super) fn power(word: &str) -> Option<i8> {
    match word {
        "k" | "000" => Some(3),
        "mn" => Some(6),
        "bn" => Some(9),
        word => unmistakable(word),
    }
}

/// The power of ten that a word names, if it is no code for anything else, as `bn` is for Brunei.
fn unmistakable(word: &str) -> Option<i8> {
    Some(match word {
        "ten" | "tens" => 1,
        "hundred" | "hundreds" => 2,
        "ths" | "tsd" | "thousand" | "thousands" | "1000" | "tausend" | "milliers" => 3,
        "10thousand" => 4,
        "lakh" | "lakhs" | "lac" | "lacs" => 5,
        "mio" | "mln" | "million" | "millions" | "millionen" | "millones" | "milhões" | "milioni" => 6,
        "crore" | "crores" => 7,
        "100million" => 8,
        "bln" | "mrd" | "mld" | "milliard" | "milliards" | "milliarden" | "billion" | "billions" => 9,
        "trillion" | "trillions" => 12,
        _ => return None,
    })
}

/// The power of ten of several words: a thousand million is a billion.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Powers {
    pub power: i8,
    /// The last power, if the last word named one.
    last: Option<i8>,
}

impl Powers {
    /// Takes the next word; true if it names a power. `None` if it names a second one that does not make a larger of the
    /// first: of `million, in thousands` either could be meant.
    pub fn take(&mut self, word: &str) -> Option<bool> {
        let Some(power) = power(word) else {
            self.last = None;
            return Some(false);
        };
        let goes_on = self.last.is_some_and(|last| last < power);
        if self.power != 0 && !goes_on {
            return None;
        }
        self.power = self.power.checked_add(power)?;
        self.last = Some(power);
        Some(true)
    }
}

/// The power of ten that words of unknown meaning name, which what they name has in any case.
pub(super) fn of_unknown(words: &str) -> i8 {
    let mut powers = Powers::default();
    let words = in_words(words.to_lowercase());
    for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = if unmistakable(word).is_some() { word } else { "" };
        if powers.take(word).is_none() {
            return 0;
        }
    }
    powers.power
}

/// True for words that name a power of ten, or several.
pub(super) fn names_power(words: &str) -> bool {
    let words = in_words(words.to_lowercase());
    words.split(|c: char| !c.is_alphanumeric()).any(|word| unmistakable(word).is_some_and(|power| power >= 3))
}
