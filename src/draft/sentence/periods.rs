//! Periods that say when something else was, so that they are no period of a figure.

use super::{KnownPhrase, Sentence, overlaps};
use crate::draft::calendar::Mention;
use crate::draft::words::WordKind;

/// True for a period that a figure may be of or be compared with.
pub(super) fn counts(sentence: &Sentence, period: &Mention) -> bool {
    !is_in_comparison(sentence, period)
        && !is_record(sentence, period)
        && !is_since(sentence, period)
        && !is_end_of(sentence, period)
        && !is_of_issue(sentence, period)
}

/// `the bulletin for October has revealed that exports rose in September`: when something was published.
fn is_of_issue(sentence: &Sentence, period: &Mention) -> bool {
    let stem = |back: usize| period.tokens.start.checked_sub(back).map_or("", |at| sentence.article.stem(at));
    let is_issue = matches!(stem(2), "bulletin" | "edition" | "issue" | "newsletter" | "magazine");
    is_issue && matches!(stem(1), "for" | "of") && sentence.periods.len() > 1
}

/// `compared with last year` says what is compared with.
fn is_in_comparison(sentence: &Sentence, period: &Mention) -> bool {
    let bases = [WordKind::Yoy, WordKind::Mom, WordKind::Qoq];
    let covers =
        |mark: &KnownPhrase| bases.contains(&mark.kind) && overlaps(&(mark.start..mark.end), &period.tokens);
    sentence.marks.iter().any(covers)
}

/// 今年以来首次逆差: how long ago nothing like it was.
fn is_record(sentence: &Sentence, period: &Mention) -> bool {
    let stem = |at: usize| sentence.article.stem(at);
    stem(period.tokens.end.saturating_sub(1)) == "来"
        && matches!(stem(period.tokens.end), "首" | "最" | "新" | "单" | "的")
}

/// `the fastest pace since 2010`, `с начала 2018 года`; but `down 9.8% since July` names the base of a figure.
fn is_since(sentence: &Sentence, period: &Mention) -> bool {
    let stem = |at: usize| sentence.article.stem(at);
    let since = period.tokens.start.saturating_sub(1);
    let when = period.tokens.end + usize::from(stem(period.tokens.end) == ",");
    let goes_on = matches!(stem(when), "when" | "which" | "where");
    matches!(stem(since), "начал" | "beginning")
        || stem(since) == "since"
            && !goes_on
            && !sentence.figures.iter().any(|figure| figure.tokens.end == since)
}

/// `в сезоне 2020/21 годов, который завершился в конце июня`: when another period began or ended.
fn is_end_of(sentence: &Sentence, period: &Mention) -> bool {
    let near = period.tokens.start.saturating_sub(6).max(sentence.tokens.start)..period.tokens.start;
    let stem = |at: usize| sentence.article.stem(at);
    let is_which = |at: usize| matches!(stem(at), "which" | "that") || stem(at).starts_with("котор");
    let verbs = ["ended", "ends", "began", "begins", "started", "starts", "closed", "closes"];
    let is_verb = |at: usize| {
        verbs.contains(&stem(at))
            || ["заверш", "закончил", "начал", "стартовал"].iter().any(|verb| stem(at).starts_with(verb))
    };
    let verb = near.clone().find(|at| is_verb(*at));
    let Some(verb) =
        verb.filter(|_| !sentence.figures.iter().any(|figure| near.contains(&figure.tokens.start)))
    else {
        return false;
    };
    (near.start..verb).any(is_which)
        || stem(verb).starts_with("стартовавш")
        || stem(verb).starts_with("завершивш")
}
