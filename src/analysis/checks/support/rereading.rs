//! Reads printed numbers in other ways, if they do not fit as printed.

use crate::analysis::context::{Fact, Indicator};
use crate::analysis::{Assumption, Interval};

/// The values that a number stands for when read in some way; `None` if that is impossible.
pub type Reading<'r> = &'r dyn Fn(&Fact) -> Option<Interval>;

/// Everything that a number stands for as printed.
#[expect(clippy::unnecessary_wraps, reason = "other ways to read a number may find nothing")]
pub fn as_printed(fact: &Fact) -> Option<Interval> {
    Some(fact.interval)
}

/// The assumption under which a claim about `facts` holds after all: that ×8 means "eight times more", which is ×9, or a
/// fall to an eighth, that the source truncated its numbers instead of rounding them, or that numbers with zeros at the end
/// were rounded there.
pub fn reread(facts: &[&Fact], holds: impl Fn(Reading) -> bool) -> Option<Assumption> {
    let more = |fact: &Fact, interval: Interval| {
        if fact.is_multiple { interval.plus(Interval::ONE) } else { Some(interval) }
    };
    let less = |fact: &Fact| {
        if fact.may_be_fall { Interval::ONE.over(fact.interval) } else { Some(fact.interval) }
    };
    let multiple = facts.iter().find(|fact| fact.is_multiple);
    let times_more = multiple.map(|multiple| Assumption::TimesMore { multiple: multiple.figure() });
    // Before truncation, which would explain nearly anything of a multiple without decimals.
    if times_more.is_some() && holds(&|fact| more(fact, fact.interval)) {
        return times_more;
    }
    if let Some(multiple) = multiple.filter(|multiple| multiple.may_be_fall)
        && holds(&less)
    {
        return Some(Assumption::TimesLess { multiple: multiple.figure() });
    }
    if facts.iter().any(|fact| fact.rounding.is_none()) && holds(&Fact::if_truncated) {
        return Some(Assumption::CutOff);
    }
    let further = |fact: &Fact| fact.if_rounded_to_zeros().or_else(|| fact.if_truncated());
    if facts.iter().any(|fact| fact.if_rounded_to_zeros().is_some()) && holds(&further) {
        return Some(Assumption::RoundedToZeros);
    }
    times_more.filter(|_| holds(&|fact| more(fact, fact.if_truncated()?)))
}

/// As [`reread`], for claims in which shares meet numbers other than the shares that they add up with: also that shares
/// were rounded up, or so that they add up to 100 %.
pub fn reread_shares(facts: &[&Fact], holds: impl Fn(Reading) -> bool) -> Option<Assumption> {
    let is_share = |fact: &Fact| matches!(fact.indicator, Indicator::Share { .. });
    let read = |fact: &Fact| if is_share(fact) { fact.if_rounded_otherwise() } else { as_printed(fact) };
    let is_open = facts.iter().any(|fact| is_share(fact) && fact.rounding.is_none());
    reread(facts, &holds).or_else(|| (is_open && holds(&read)).then_some(Assumption::RoundedOtherwise))
}
