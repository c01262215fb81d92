//! Who belongs to the group that a trade is with, or to the one that reports it.

use super::hierarchy::Partners;
use super::{Context, Name, Territory, Trade};
use crate::dataset::{Period, known};

/// Parts of words for several countries, in small letters.
const LIST_WORDS: [&str; 18] = [
    "countries",
    "states",
    "nations",
    "partners",
    "members",
    "economies",
    "group",
    "union",
    "initiative",
    "belt",
    "others",
    "国家",
    "经济体",
    "伙伴",
    "стран",
    "государств",
    "партн",
    "союз",
];

impl Context<'_> {
    /// The members of the partner of a trade at its time; `None` if it is not a group or they are not known, and for
    /// the world unless the dataset lists some.
    pub fn partners(&self, trade: Trade) -> Option<Partners<'_>> {
        self.places.partners(trade.partner, trade.period, self.own(trade))
    }

    /// The groups that have all members of the partner of a trade, and more, at its time. None for a group that reports: it
    /// may count the trade among its own members with one and not with the other.
    pub fn wider_partners(&self, trade: Trade) -> impl Iterator<Item = Name> {
        let is_union = matches!(self.territory(trade.with(trade.reporter)), Territory::Group(_));
        let wider = self.places.wider(trade.partner, trade.period).filter(move |_| !is_union);
        wider.filter(move |wider| !self.groups(trade).any(|group| group == *wider))
    }

    /// True if the dataset itself lists the members of the partner of a trade, which then are all of it.
    pub fn lists_members(&self, trade: Trade) -> bool {
        self.places.is_listed(trade.partner)
    }

    /// Other members with which the partner of a trade may be counted, if it is a known group.
    pub fn other_partners(&self, trade: Trade) -> impl Iterator<Item = Partners<'_>> {
        let own = self.own(trade);
        let others = self.places.other_members(trade.partner, trade.period);
        others.map(move |members| Partners::new(members, own))
    }

    /// The names of the reporter of a trade, and of the country that it lies in.
    fn own(&self, trade: Trade) -> [Option<Name>; 2] {
        let country = match Territory::new(self.names.name(trade.reporter)) {
            Territory::Within(country) => known::countries().get(country).map(|country| country.alpha3),
            Territory::Country(_) | Territory::Group(_) | Territory::Unknown => None,
        };
        [Some(trade.reporter), country.and_then(|code| self.names.find(code))]
    }

    /// True if the partner of a trade is a group with the same members in both periods.
    pub fn has_same_members(&self, trade: Trade, period: Option<Period>) -> bool {
        self.places.has_same_members(trade.partner, [trade.period, period])
    }

    /// The group among partner and reporter of a trade that may have other members in another period. A partner that only
    /// the dataset defines, without members, may be a list that grew.
    pub fn changed_group(&self, trade: Trade, period: Option<Period>) -> Option<Name> {
        let may_have_changed = |place: &Name| self.places.may_have_changed(*place, [trade.period, period]);
        let changed = [trade.partner, trade.reporter].into_iter().find(may_have_changed);
        changed.or_else(|| self.is_unknown_place(trade.partner).then_some(trade.partner))
    }

    /// True for a place that is neither a country, nor in one, nor a known group, and of which no members are listed, unless
    /// its name is that of one place.
    fn is_unknown_place(&self, place: Name) -> bool {
        let code = self.names.name(place);
        let is_somewhere = Territory::new(code) != Territory::Unknown || code.contains('-');
        let name = self.dataset.places.iter().find(|place| place.code == code).map(|place| &place.name);
        let is_list = |name: &str| LIST_WORDS.iter().any(|word| name.contains(word));
        let may_be_list = name.is_none_or(|name| is_list(&name.to_lowercase()));
        !is_somewhere
            && may_be_list
            && !self.is_world(place)
            && !self.is_group(place)
            && !known::is_group(code)
    }
}
