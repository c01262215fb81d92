//! Rows that a finding may rest on: the text leaves no other reading of them.

use foldhash::HashSet;

use crate::dataset::{Measure, Period};
use crate::draft::Draft;
use crate::draft::proposal::{Origin, Proposal, Review, ShareWhole};

/// The text of a draft, and what all of its rows have in common.
pub(super) struct Firm<'d> {
    text: &'d str,
    has_one_reporter: bool,
    periods: HashSet<Option<Period>>,
}

impl<'d> Firm<'d> {
    pub fn new(draft: &'d Draft) -> Self {
        let mut reporters = draft.rows.iter().map(|row| &row.reporter.value);
        let first = reporters.next();
        let has_one_reporter = reporters.all(|other| Some(other) == first);
        let periods = draft.rows.iter().map(|row| row.period.value).collect();
        Self { text: &draft.text, has_one_reporter, periods }
    }

    /// True for a row that a person confirmed, or whose dimensions the text says without a doubt.
    ///
    /// The sentence itself says the flow. Reporter, period, partner and product stand in its own paragraph, or the text has
    /// only one of them. The world, all products and all modes are said by silence, and the year before is what growth over
    /// a longer period is compared with. The whole of a share is named, and is another trade than the part. Of several places
    /// together nobody knows which they are, so that two rows of them are rarely of the same, whoever confirms them.
    pub fn is_said(&self, row: &Proposal) -> bool {
        if is_of_several(row) {
            return false;
        }
        if row.review == Review::Confirmed {
            return true;
        }
        let is_part = row.whole.as_ref().is_none_or(|whole| row.is_whole_said && !is_all_of(row, whole));
        is_part
            && !row.is_doubtful
            && !self.may_be_by(row)
            && matches!(row.flow.origin, Origin::Here(_) | Origin::Chosen)
            && matches!(row.unit_origin, Origin::Here(_) | Origin::Chosen)
            && is_base_plain(row)
            && self.is_reporter_firm(row)
            && self.is_period_firm(row)
            && is_near(row, &row.partner.origin)
            && is_near(row, &row.product.origin)
    }

    fn is_reporter_firm(&self, row: &Proposal) -> bool {
        let is_near = is_near(row, &row.reporter.origin);
        row.reporter.origin != Origin::Assumed && (is_near || self.has_one_reporter)
    }

    /// The periods that others are compared with do not count: nobody takes them for the text's own.
    fn is_period_firm(&self, row: &Proposal) -> bool {
        let before = row.period.value.and_then(Period::year_before);
        let is_only = || self.periods.iter().all(|other| *other == row.period.value || *other == before);
        row.period.origin != Origin::Assumed && (is_near(row, &row.period.origin) || is_only())
    }

    /// 增长1.3倍 may be a growth by 1.3 times or to 1.3 times.
    fn may_be_by(&self, row: &Proposal) -> bool {
        let before = self.text.get(..row.range.start).unwrap_or_default();
        let words = ["增长", "增加", "增", "增長", "上涨", "上升", "扩大"];
        row.measure == Measure::Multiple && words.iter().any(|word| before.ends_with(word))
    }
}

/// True if the row or the whole of its share is of places that one code stands for, whichever they are.
fn is_of_several(row: &Proposal) -> bool {
    let is_several = |code: &str| code == "SEVERAL";
    is_several(&row.reporter.value)
        || is_several(&row.partner.value)
        || row.whole.as_ref().is_some_and(|whole| is_several(&whole.reporter) || is_several(&whole.partner))
}

/// True unless other words than those of the row's paragraph and of the title say it.
fn is_near(row: &Proposal, origin: &Origin) -> bool {
    match origin {
        Origin::Here(_) | Origin::Assumed | Origin::Chosen => true,
        Origin::Inherited { paragraph, .. } => *paragraph == row.paragraph || *paragraph == 0,
    }
}

/// True unless only habit says what a growth over a month or a quarter is compared with, or the two are not equally long.
fn is_base_plain(row: &Proposal) -> bool {
    let months = row.period.value.and_then(Period::length_in_months);
    let is_as_long = row.base.value.and_then(Period::length_in_months) == months;
    let is_plain = row.base.origin != Origin::Assumed || months.is_some_and(|months| months > 3);
    !row.measure.has_base() || is_plain && is_as_long
}

/// True if part and whole are one trade: then the words of one of them were not understood.
fn is_all_of(row: &Proposal, whole: &ShareWhole) -> bool {
    (&row.reporter.value, &row.partner.value, row.flow.value, &row.product.value)
        == (&whole.reporter, &whole.partner, whole.flow, &whole.product)
}
