//! Groups that are counted with other members than the ones of their time.
//!
//! Offices keep the old members of a group for a while, or go back in time with its new ones, and print the growth of a
//! group that lost a member among those who stayed. A group that reports often counts its trade with all others as that
//! with the world.

use super::overlap::Part;
use crate::analysis::Assumption;
use crate::analysis::context::{Context, Countries, Fact, Level, Name, Territory, Trade};
use crate::dataset::{Flow, Period};

/// How parts compare with their whole if some of them are left out: `fit` also learns if those that are left make up the
/// whole.
pub fn of_parts<P: Part>(
    context: &Context,
    whole: Trade,
    parts: &[P],
    fit: impl Fn(&[P], bool) -> bool,
) -> Option<Assumption> {
    let place = |name: Name| Assumption::OtherMembers { place: context.names.shared(name) };
    let of_whole = context.other_partners(whole).any(|members| {
        let kept = kept(parts, |part| members.contains(part.trade().partner));
        let names: Vec<Name> = kept.iter().map(|part| part.trade().partner).collect();
        fit(&kept, members.are_all(&names))
    });
    if of_whole {
        return Some(place(whole.partner));
    }
    let is_counted_twice = |part: &P| {
        context.other_partners(part.trade()).any(|members| {
            let kept = kept(parts, |other| !members.contains(other.trade().partner));
            kept.len() < parts.len() && fit(&kept, false)
        })
    };
    let of_part = parts.iter().copied().find(is_counted_twice);
    of_part.map(|part| place(part.trade().partner)).or_else(|| without_own(context, whole, parts, fit))
}

/// The assumption that some of what is printed for a group belongs to none of its members: confidential trade, trade
/// below a threshold, partners that are not specified. It makes members too small together, never too large, except for
/// balances. Members that the dataset lists itself are all of their group.
pub fn unallocated(context: &Context, whole: Trade, are_too_small: bool) -> Option<Assumption> {
    let may_lack = are_too_small || whole.flow == Flow::Balance;
    (may_lack && !context.lists_members(whole)).then_some(Assumption::Unallocated)
}

/// The assumption that a group does not count the trade among its members as trade with the world.
pub fn without_own<P: Part>(
    context: &Context,
    whole: Trade,
    parts: &[P],
    fit: impl Fn(&[P], bool) -> bool,
) -> Option<Assumption> {
    let Territory::Group(own) = context.territory(whole.with(whole.reporter)) else { return None };
    let is_own = |part: P| match context.territory(part.trade()) {
        Territory::Country(country) => Countries::new(country).overlaps(own),
        Territory::Group(land) => land.overlaps(own),
        Territory::Within(_) | Territory::Unknown => false,
    };
    let others = kept(parts, |part| !is_own(part));
    let is_saved = context.is_world(whole.partner) && others.len() < parts.len() && fit(&others, false);
    is_saved.then(|| Assumption::WithoutOwn { place: context.names.shared(whole.reporter) })
}

fn kept<P: Part>(parts: &[P], is_kept: impl Fn(P) -> bool) -> Vec<P> {
    parts.iter().copied().filter(|part| is_kept(*part)).collect()
}

/// The assumption that a group has other members in the base period of a comparison.
pub fn of_base(context: &Context, trade: Trade, base: Option<Period>) -> Option<Assumption> {
    let group = context.changed_group(trade, base)?;
    Some(Assumption::OtherMembers { place: context.names.shared(group) })
}

/// The same for the levels that growth implies.
pub fn of_levels(context: &Context, levels: &[Level]) -> Option<Assumption> {
    let implied = levels.iter().filter(|level| level.change().is_some());
    implied.clone().find_map(|level| of_base(context, level.value().trade, level.trade().period))
}

/// The same for figures that are compared with those of a base period.
pub fn of_facts(context: &Context, facts: &[&Fact], base: Period) -> Option<Assumption> {
    facts.iter().find_map(|fact| of_base(context, fact.trade, Some(base)))
}
