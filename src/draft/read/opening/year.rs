//! The year of a text without a day: the first that it names, or the one behind those it only compares with.

use crate::draft::article::Article;
use crate::draft::calendar::{Mention, NamedPeriod, YearSaid};
use crate::draft::words::{self, WordKind};

/// The year in which the months of a text lie that name none.
pub(super) fn of_text(article: &Article, all: &[Mention]) -> Option<i32> {
    let is_own = |mention: &&Mention| !is_compared(article, mention);
    let said = all.iter().filter(is_own).find_map(|mention| year(mention.span));
    // `over the comparable period of 2012`: the year before the text's own.
    let after_same = all.iter().find_map(|mention| {
        if let NamedPeriod::Same { year: YearSaid::Year(year) } = mention.span {
            Some(year + 1)
        } else {
            None
        }
    });
    let compared = all.iter().filter(|mention| is_compared(article, mention));
    let after_base = compared.filter_map(|mention| {
        let is_same = has_same_months(all, mention.span);
        year(mention.span).map(|year| year + i32::from(is_same))
    });
    match (said, after_same) {
        (Some(said), Some(after)) => Some(said.max(after)),
        (said, after) => said.or(after).or(after_base.max()),
    }
}

fn year(span: NamedPeriod) -> Option<i32> {
    if let NamedPeriod::Months { year: YearSaid::Year(year), .. } = span { Some(year) } else { None }
}

/// True if the text names the same months without a year, too: its own.
fn has_same_months(all: &[Mention], span: NamedPeriod) -> bool {
    let NamedPeriod::Months { first, count, .. } = span else { return false };
    let own = NamedPeriod::Months { first, count, year: YearSaid::Unsaid };
    all.iter().any(|mention| mention.span == own)
}

/// True behind words that compare: `compared to May 2021`, `a 9% increase from May 2021`, `по сравнению с маем 2021 года`.
fn is_compared(article: &Article, mention: &Mention) -> bool {
    let mut end = mention.tokens.start;
    while end > 0 && matches!(article.stem(end - 1), "the" | "in" | "month" | "of" | "в") {
        end -= 1;
    }
    let ends = |kind: WordKind, end: usize| {
        (1..=4).any(|length| {
            let start = end.checked_sub(length);
            let found = start.and_then(|start| words::find(article.tokens.get(start..end)?, kind));
            found.is_some_and(|found| found.length == length)
        })
    };
    let before = end.saturating_sub(1);
    let is_behind_change = || ends(WordKind::Change, before) || ends(WordKind::Percent, before);
    match article.stem(before) {
        "from" | "over" | "on" => is_behind_change(),
        _ => ends(WordKind::Versus, end),
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::Period;
    use crate::draft::Draft;

    fn periods(sentences: &str) -> Vec<String> {
        let text = format!("Croatia's trade\n\n{sentences}");
        let rows = Draft::new("text", &text).rows;
        rows.iter().filter_map(|row| row.period.value.map(Period::code)).collect()
    }

    #[test]
    fn the_year_behind_the_one_that_is_only_compared_with() {
        let text =
            "Croatia's exports came to EUR 1.9 billion in June. This is a 12% increase from June 2021.";
        assert_eq!(periods(text), ["2022-06", "2022-06"]);
        let text = "Croatia's exports came to EUR 1.9 billion in June, 12% more than in May 2021.";
        assert_eq!(periods(text), ["2021-06", "2021-06"]);
        let text = "Croatia's exports came to EUR 1.9 billion in June, 12% more than in the month of June 2020 and 3% more than in May 2021.";
        assert_eq!(periods(text), ["2021-06", "2021-06", "2021-06"]);
        let text = "Croatia's exports came to EUR 1.9 billion in June 2021, 12% more than in June 2019.";
        assert_eq!(periods(text), ["2021-06", "2021-06"]);
        let text =
            "Экспорт Хорватии в июне составил 1,9 млрд евро. По сравнению с июнем 2021 года он вырос на 12%.";
        assert_eq!(periods(text), ["2022-06", "2022-06"]);
    }
}
