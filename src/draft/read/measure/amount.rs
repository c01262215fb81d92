//! Amounts of money and goods: a value, the value that another is compared with, or a change.

use super::base::{follows_base, is_base_value, is_recorded_before};
use super::bracket::{change_in_brackets, change_in_list, is_of_growth};
use super::change::change;
use super::noun::{is_noun_word, is_percent, is_than, skip_back};
use super::refusal::is_about_prices;
use crate::dataset::{Flow, Measure, Unit};
use crate::draft::figure::{CountedIn, TextFigure};
use crate::draft::read::figure_context::FigureContext;
use crate::draft::read::said_measure::SaidMeasure;
use crate::draft::sentence::{KnownPhrase, Sentence};
use crate::draft::unexpressed::Inexpressible;
use crate::draft::words::WordKind;

/// The least amount of money that needs no scale.
const LEAST_MONEY: u32 = 10_000;

/// Verbs of change that stand in front of a level: `exceeded $5 bn`, 超过.
const LEVEL_VERBS: [&str; 14] = [
    "exceeded",
    "surpassed",
    "превысил",
    "topped",
    "above",
    "below",
    "more",
    "less",
    "高",
    "выш",
    "ниж",
    "больш",
    "меньш",
    "over",
];

/// The measures of the figures before one in its sentence, each with its flow.
type Before<'d> = &'d [Option<(SaidMeasure, Flow)>];

/// A value, or a change in money or quantity.
pub(super) fn amount(context: &FigureContext, done: Before) -> Result<SaidMeasure, Inexpressible> {
    let (sentence, figure) = (context.sentence, context.figure());
    if is_about_prices(sentence, figure) || is_rate(sentence, figure) {
        return Err(Inexpressible::Price);
    }
    if is_scale_unknown(figure) {
        return Err(Inexpressible::UnknownUnit);
    }
    let amount = AmountInText::new(context, done);
    if let Some(kind) = amount.conversion().or_else(|| amount.elided()) {
        return Ok(kind);
    }
    if let Some(is_down) = amount.change() {
        return Ok(SaidMeasure { is_down, ..SaidMeasure::new(Measure::Change) });
    }
    Ok(SaidMeasure { is_base: amount.is_base(), ..SaidMeasure::new(Measure::Value) })
}

/// An amount between the words on both sides of it.
struct AmountInText<'a, 't, 'd> {
    context: &'d FigureContext<'a, 't>,
    sentence: &'a Sentence<'a, 't>,
    figure: &'a TextFigure,
    done: Before<'d>,
    /// The figure just before it, if it has a measure.
    last: Option<(SaidMeasure, Flow)>,
    /// The first token behind the figure before it.
    start: usize,
    /// Its own first token, or that of the words that limit it: `nearly`.
    at: usize,
    /// The word in front of it.
    previous: &'a str,
    /// The token behind it, over what stands there in brackets.
    behind: usize,
    is_in_brackets: bool,
}

impl<'a, 't, 'd> AmountInText<'a, 't, 'd> {
    fn new(context: &'d FigureContext<'a, 't>, done: Before<'d>) -> Self {
        let (sentence, figure) = (context.sentence, context.figure());
        let start = sentence.before(context.at).start;
        let at = skip_back(sentence, figure.tokens.start, start);
        Self {
            context,
            sentence,
            figure,
            done,
            last: done.last().copied().flatten(),
            start,
            at,
            previous: at.checked_sub(1).map_or("", |at| sentence.stem(at)),
            behind: sentence.over_brackets(sentence.behind(context.at).start),
            is_in_brackets: sentence.is_in_brackets(context.at),
        }
    }

    /// In brackets directly behind an amount: the same in another currency, or the base behind its period.
    fn conversion(&self) -> Option<SaidMeasure> {
        let is_behind = self.is_in_brackets && self.sentence.before(self.context.at).len() <= 3;
        let before = self.sentence.figures.get(self.context.at.checked_sub(1).filter(|_| is_behind)?)?;
        let (kind, _) =
            self.last.filter(|(kind, _)| matches!(kind.measure, Measure::Value | Measure::Change))?;
        let is_other = before.counted != self.figure.counted && !is_percent(before);
        is_other.then_some(SaidMeasure { is_conversion: true, ..kind })
    }

    /// `в Казахстан поставлено на 6 млн долларов (рост на 12%), в Россию - на 4 млн`: the same as the amount before.
    fn elided(&self) -> Option<SaidMeasure> {
        let is_elided = self.previous == "на" && matches!(self.word_before_previous(), "-" | "—");
        let is_amount = |kind: &SaidMeasure| !matches!(kind.measure, Measure::Growth | Measure::Multiple);
        let before = self.done.iter().rev().flatten().map(|(kind, _)| *kind).find(is_amount);
        before.filter(|kind| is_elided && kind.measure == Measure::Value)
    }

    /// True if it is a fall, false if it is a rise; `None` if it is no change.
    fn change(&self) -> Option<bool> {
        let stated = if self.is_level() { None } else { self.stated_change() };
        stated
            .or_else(|| change_or_percent(self.context, self.last))
            .or_else(|| change_in_brackets(self.context, self.at))
            .or_else(|| joined_change(self.context, self.at, self.last))
            .or_else(|| (self.is_in_brackets && is_of_growth(self.context)).then_some(false))
    }

    /// `rose to $5 bn`, `exceeded $5 bn`: what was reached.
    fn is_level(&self) -> bool {
        matches!(self.previous, "to" | "до" | "至" | "达" | "到")
            || self.change_before().is_some_and(|mark| LEVEL_VERBS.contains(&self.sentence.stem(mark.start)))
    }

    /// The direction that the words on either side state.
    fn stated_change(&self) -> Option<bool> {
        if self.follows_change() {
            return self.last.map(|(kind, _)| kind.is_down);
        }
        if let Some(than) = self.than() {
            return Some(than.code == "at_most");
        }
        let mark = in_flow(self.context, self.at)
            .or_else(|| self.noun_behind())
            .or_else(|| self.change_before())
            .or_else(|| self.change_of());
        if let Some(mark) = mark {
            return Some(mark.code == "down");
        }
        let is_change =
            self.is_by() || self.is_in_brackets && change_in_list(self.sentence, self.start, self.at);
        is_change.then(|| change(self.context).is_some_and(|mark| mark.code == "down"))
    }

    /// `or $2 bn` behind a growth: the same change as an amount.
    fn follows_change(&self) -> bool {
        let is_or = self.previous == "or" || self.previous == "," && self.word_before_previous() == "or";
        let is_change = |kind: SaidMeasure| matches!(kind.measure, Measure::Growth | Measure::Change);
        is_or && self.context.at > 0 && self.last.is_some_and(|(kind, _)| is_change(kind))
    }

    /// `$2 bn less than`.
    fn than(&self) -> Option<&'a KnownPhrase> {
        self.sentence.mark_at(self.behind, WordKind::Bound).filter(|mark| is_than(self.sentence, mark))
    }

    /// `a £2.1 billion increase`.
    fn noun_behind(&self) -> Option<&'a KnownPhrase> {
        let noun = self.sentence.mark_at(self.behind, WordKind::Change)?;
        let word = self.sentence.stem(noun.start);
        let is_adverb =
            matches!(word, "up" | "down" | "more" | "less" | "higher" | "lower" | "above" | "below")
                && self.sentence.stem(self.behind + 1) != "than";
        (!is_adverb && (is_noun(word) || is_compared(self.sentence, noun, self.previous))).then_some(noun)
    }

    /// `grew $2 bn`.
    fn change_before(&self) -> Option<&'a KnownPhrase> {
        self.change_ending(self.at)
    }

    /// `an increase of $2 bn`.
    fn change_of(&self) -> Option<&'a KnownPhrase> {
        let of = self.at.checked_sub(1).filter(|_| self.previous == "of")?;
        self.change_ending(of).filter(|mark| is_noun_word(self.sentence.stem(mark.start)))
    }

    fn change_ending(&self, at: usize) -> Option<&'a KnownPhrase> {
        let is_here =
            |mark: &&KnownPhrase| mark.end == at && mark.kind == WordKind::Change && mark.start >= self.start;
        self.sentence.marks.iter().rev().find(is_here)
    }

    /// `by $2 bn`, `на 2 млрд` next to a word of change.
    fn is_by(&self) -> bool {
        let (sentence, start) = (self.sentence, self.sentence.tokens.start);
        let is_closed = self.previous == "на" && is_change_closed(sentence, self.at);
        matches!(self.previous, "by" | "на")
            && !is_closed
            && change(self.context).is_some()
            && (sentence.has(start..self.figure.tokens.start, &[WordKind::Change])
                || sentence.mark_at(self.behind, WordKind::Change).is_some())
    }

    /// True for what another amount is compared with.
    fn is_base(&self) -> bool {
        is_base_value(self.sentence, self.at, self.start, self.is_in_brackets)
            || follows_base(self.context, self.done)
            || is_recorded_before(self.sentence, self.figure)
    }

    fn word_before_previous(&self) -> &'a str {
        self.sentence.stem(self.at.saturating_sub(2))
    }
}

/// `импорт составил 16 млн тонн (снижение на 11%) на 4 млрд долларов`: the last word of change stands in brackets.
fn is_change_closed(sentence: &Sentence, at: usize) -> bool {
    let Some(mark) = sentence.marks_in(sentence.tokens.start..at, &[WordKind::Change]).next_back() else {
        return false;
    };
    let is_bracket = |at: &usize| matches!(sentence.stem(*at), "(" | ")");
    let open = (sentence.tokens.start..mark.start).rev().find(is_bracket);
    let close = (mark.end..at).find(is_bracket);
    open.is_some_and(|at| sentence.stem(at) == "(") && close.is_some_and(|at| sentence.stem(at) == ")")
}

/// `2.39 tln`: nobody counts trade in single units of money, so the word behind the number is a scale that is not known, or
/// the number a year: `2024 marks`.
fn is_scale_unknown(figure: &TextFigure) -> bool {
    let is_money = matches!(figure.counted, CountedIn::Unit(Unit::Money(_)) | CountedIn::Money(_));
    let least = rust_decimal::Decimal::from(LEAST_MONEY);
    is_money && !figure.has_scale && figure.value.is_some_and(|value| value.value() < least)
}

/// `a decrease in the goods deficit of $1.2 billion to $65.7 billion`: the noun in front of the flow.
fn in_flow<'s>(context: &FigureContext<'s, '_>, at: usize) -> Option<&'s KnownPhrase> {
    let sentence = context.sentence;
    let before = sentence.before(context.at);
    let of = at.checked_sub(1).filter(|of| sentence.stem(*of) == "of")?;
    let noun = sentence
        .marks_in(before.start..of, &[WordKind::Change])
        .next_back()
        .filter(|mark| is_noun_word(sentence.stem(mark.start)))?;
    (sentence.stem(noun.end) == "in" && sentence.has(noun.end..of, &[WordKind::Flow])).then_some(noun)
}

/// `exports were $24 billion lower than in May`; a level stands `at $24 billion lower than` another.
fn is_compared(sentence: &Sentence, noun: &KnownPhrase, previous: &str) -> bool {
    let words = ["lower", "higher", "smaller", "larger", "greater"];
    words.contains(&sentence.stem(noun.start)) && sentence.stem(noun.end) == "than" && previous != "at"
}

/// Words of change that can be nouns behind an amount: `a £2.1 billion increase`.
fn is_noun(stem: &str) -> bool {
    is_noun_word(stem) || stem == "more"
}

/// `increases in imports and exports of €91 million and €61 million`: the second amount is a change as the first is.
fn joined_change(context: &FigureContext, at: usize, last: Option<(SaidMeasure, Flow)>) -> Option<bool> {
    let sentence = context.sentence;
    let before = sentence.before(context.at);
    let is_joined = matches!(sentence.stem(before.start), "and" | "и") && before.start + 1 == at;
    let previous = context.at.checked_sub(1).and_then(|at| sentence.figures.get(at))?;
    let is_like = previous.counted == context.figure().counted;
    last.filter(|(kind, _)| kind.measure == Measure::Change && is_joined && is_like)
        .map(|(kind, _)| kind.is_down)
}

/// `Trade reached €9 bn - €0.4 bn or 4.7% more than a year before`: the second amount is the same change as the percentage.
fn change_or_percent(context: &FigureContext, last: Option<(SaidMeasure, Flow)>) -> Option<bool> {
    let (sentence, figure) = (context.sentence, context.figure());
    let before = sentence.before(context.at);
    let is_behind_value = before.len() == 1
        && matches!(sentence.stem(before.start), "-" | "—" | ",")
        && last.is_some_and(|(kind, _)| kind.measure == Measure::Value);
    let next = sentence.figures.get(context.at + 1)?;
    let is_or = matches!(sentence.stem(figure.tokens.end), "or" | "или");
    let is_next = is_or && next.tokens.start == figure.tokens.end + 1 && is_percent(next);
    let is_more = matches!(sentence.stem(next.tokens.end), "more" | "higher" | "above" | "больш" | "выш");
    let is_less = matches!(sentence.stem(next.tokens.end), "less" | "lower" | "below" | "меньш" | "ниж");
    (is_behind_value && is_next && (is_more || is_less)).then_some(is_less)
}

/// `1 U.S. dollar equals 4.05 ringgit`: a rate of exchange.
fn is_rate(sentence: &Sentence, figure: &TextFigure) -> bool {
    let within = figure.tokens.start.saturating_sub(4)..(figure.tokens.end + 3).min(sentence.tokens.end);
    within.into_iter().any(|at| matches!(sentence.stem(at), "equals" | "="))
}
