use super::*;
use crate::draft::token::{folded, tokens};

fn read(text: &str) -> Vec<String> {
    let folded = folded(text);
    let tokens = tokens(text, &folded);
    let is_russian = text.chars().any(|c| ('а'..='я').contains(&c));
    let figures = all(&tokens, 0..tokens.len(), text, is_russian);
    let unit = |figure: &TextFigure| match figure.counted {
        CountedIn::Unit(unit) => unit.code().to_owned(),
        CountedIn::Money(codes) => codes.to_owned(),
        CountedIn::Things => "things".to_owned(),
        CountedIn::Unknown => "?".to_owned(),
    };
    let shown = |figure: &TextFigure| {
        let value = figure.value.map_or("?".to_owned(), |value| value.to_string());
        format!("{value}e{} {} [{}]", figure.multiplier, unit(figure), &text[figure.range.clone()])
    };
    figures.iter().map(shown).collect()
}

#[test]
fn amounts_have_their_scale_and_their_own_unit() {
    for (text, expected) in [
        ("rose to 4.56 trillion yuan", "4.56e12 CNY [4.56 trillion yuan]"),
        ("a surplus of £3.4 bn", "3.4e9 GBP [£3.4 bn]"),
        ("was €16,460m", "16460e6 EUR [€16,460m]"),
        ("US$7.1 billion", "7.1e9 USD [US$7.1 billion]"),
        ("about 44.5 billion U.S. dollars", "44.5e9 USD [44.5 billion U.S. dollars]"),
        ("2 млрд 405 млн долларов", "2405e6 *USD AUD CAD NZD [2 млрд 405 млн долларов]"),
        ("出口31.5亿元", "31.5e8 *CNY HKD TWD MOP [31.5亿元]"),
        ("货运量12.5万吨", "12.5e4 T [12.5万吨]"),
        ("at 7 billion zorkmids", "7e9 ? [7 billion]"),
        ("in 5.5 lakh crore", "5.5e5 ? [5.5 lakh]"),
        ("12 million Malaysian ringgit", "12e6 MYR [12 million Malaysian ringgit]"),
        ("3.3 billion Pakistani rupees", "3.3e9 PKR [3.3 billion Pakistani rupees]"),
        ("up 1.7 percentage points", "1.7e0 POINTS [1.7 percentage points]"),
        ("в 3,1 раза", "3.1e0 FACTOR [3,1 раза]"),
        ("rose fivefold", "5e0 FACTOR [fivefold]"),
        ("with 120 countries", "120e0 COUNT [120 countries]"),
        ("(-€2.5 bn)", "2.5e9 EUR [-€2.5 bn]"),
    ] {
        assert_eq!(read(text), [expected], "{text}");
    }
}

#[test]
fn a_list_shares_its_last_unit_and_years_are_no_figures() {
    assert_eq!(read("rose 5.2 and 3.1 percent"), ["5.2e0 PCT [5.2]", "3.1e0 PCT [3.1 percent]"]);
    assert_eq!(read("in 2018 and 2019 12 firms"), [""; 0]);
    assert_eq!(read("as of 2023, and 15 more"), [""; 0]);
}
