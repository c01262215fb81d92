//! Explains the rules of the checks to someone who meets them for the first time.

use crate::analysis::Rule;

/// A title for the findings of a rule.
pub(crate) fn rule_title(rule: Rule) -> &'static str {
    match rule {
        Rule::PartOfWhole => "A part is larger than its whole",
        Rule::PartOfWholeBase => "By its growth, a part was larger than its whole",
        Rule::SumOfParts => "Parts do not add up to their whole",
        Rule::SumOfPartsBase => "By their growth, parts did not add up to their whole",
        Rule::GoodsAndServices => "Goods and services do not add up to both",
        Rule::DerivedFlow => "An implied flow is below zero or larger than its whole",
        Rule::ShareOfItself => "A trade's share of itself is not 100 %",
        Rule::ShareOfWhole => "Values and shares imply different wholes",
        Rule::SharesWithinWhole => "Shares of one whole cannot add up to 100 %",
        Rule::SharesOfParts => "A part has a larger share than what it is part of",
        Rule::ShareInTotal => "A share of total trade lies outside those of exports and imports",
        Rule::NestedShares => "A share does not match the shares of a part of its whole",
        Rule::GrowthBetweenParts => "A whole grew more or less than each of its parts",
        Rule::GrowthBetweenPeriods => "A growth rate does not match the values that it compares",
        Rule::GrowthChain => "Successive growth rates do not lead from one value to the next",
        Rule::IndexBetweenPeriods => "An index does not match the values or their growth",
        Rule::ShareAndGrowth => "A share did not move as the growth of its part and whole implies",
        Rule::ShareAndGrowthBase => "By the growth of part and whole, an earlier share was not within 100 %",
        Rule::ChangeBetweenPeriods => "A change does not match the values or their growth",
        Rule::SumOfChanges => "Changes do not add up as their parts do",
        Rule::ShareChange => "A share did not change by the printed number of points",
        Rule::RateOfTheYear => "Figures in two currencies imply a rate far from the average of the year",
        Rule::UnitValueOfTrade => "A unit value is not the value divided by the weight",
        Rule::GrowthOfUnitValue => "A unit value did not grow as the value did per weight",
        Rule::ValueAndBalance => "Exports or imports are negligible next to the balance",
        Rule::Record => "A record is smaller than an earlier figure",
        Rule::RankAndValue => "A rank does not match the values",
        Rule::OneRank => "Two entries have the same rank",
        Rule::CountOfPart => "The count of a part exceeds that of its whole",
        Rule::ShareOfChange => "A share of a change does not match the changes",
        Rule::OneRate => "Figures in two currencies imply different rates",
        Rule::SameFigure => "One figure is printed as two numbers",
        Rule::Least => "A figure is impossibly low",
        Rule::StatusAndValue => "A status contradicts its number",
        Rule::MixedPrecision => "The rows of a pane are rounded to different decimals",
    }
}

const GOODS_AND_SERVICES: &str = "Goods and services make up both. If they do not, one of the three may be on another basis: customs count \
    goods that cross the border, the balance of payments those that change owner.";

const SUM_OF_CHANGES: &str = "Exports and imports change total trade together, months their quarter, members their group. If their changes \
    do not add up, one of them is from another base, or has the wrong sign.";

const SHARE_OF_CHANGE: &str = "The change of a part, divided by that of its whole, is its share in it. If another one is printed, look for \
    the sign, the unit, or the whole that the source means.";

const COUNT_OF_PART: &str = "Whoever exports also trades, and whoever trades exports or imports. If the counts say otherwise, they may count \
    two things, such as firms and countries.";

const GROWTH_OF_UNIT_VALUE: &str = "The growth of a value, over that of its weight, is the growth of the price of a kilogram. If another one is \
    printed, look for a lost sign.";

const NESTED_SHARES: &str = "The share of a part of the whole, times the share in that part, is the share in the whole, which is no larger \
    than that in the part. If it is not, one of the shares is of another whole, unit or period.";

const INDEX_BETWEEN_PERIODS: &str = "Two indices of one base imply a growth rate, and so do two values; the index of the base is 100. If they differ, \
    the index may be of prices or volumes, or of another base.";

const UNIT_VALUE: &str = "A value divided by its weight is the price of a kilogram. If another one is printed, look for a slipped power of \
    ten: kilograms for tonnes, thousands for millions.";

const SHARES_OF_PARTS: &str = "In one whole, a group has no smaller share than its members together, a chapter none smaller than its headings. If \
    it has, one of the shares is of another whole, unit or period.";

const RANK_AND_VALUE: &str = "In one list, rank 3 has at most two entries above it. Countries are compared with countries, \
    groups with groups that do not overlap. Look for what the source ranks: a flow, a region, a product.";

const RECORD: &str = "A record is compared with all earlier figures of its trade for periods of the same length, months with months \
    and years with years, as far back as it claims; that of a month may be one for the season. Look for the period that the source means.";

const SUM_OF_PARTS: &str = "Exports and imports make total trade, months a year, ten months and the eleventh the year so far, members a \
    group; other parts that do not overlap, such as weeks of a month or headings of a chapter, make no more \
    than their whole. Numbers are taken with everything that rounds to them.";

/// The help of a rule: the figures that it compares, and where to look if it finds something.
pub(crate) fn rule_help(rule: Rule) -> &'static str {
    match rule {
        Rule::PartOfWhole => {
            "Exports are no more than total trade, a member no more than its group, a month no more than its year. \
             Compare both numbers with the source; look for a slipped unit or decimal point."
        }
        Rule::PartOfWholeBase => {
            "A value divided by its growth is the value of the base period. There, too, a part is no more than its \
             whole. If it is, a growth rate or a value is wrong, or the rate measures something else, such as quantity."
        }
        Rule::SumOfParts => SUM_OF_PARTS,
        Rule::SumOfPartsBase => {
            "Values divided by their growth are those of the base period. There, too, parts add up to their whole. If \
             they do not, check each growth rate and what it measures."
        }
        Rule::GoodsAndServices => GOODS_AND_SERVICES,
        Rule::DerivedFlow => {
            "Imports that are not given are exports less the balance, or total trade less exports. They are not below zero \
             and no larger than their whole. Look at the sign of the balance, and at its unit."
        }
        Rule::ShareOfItself => {
            "A share names the row that is its whole. A trade's share of itself is 100 %, so one of the rows \
             names the wrong whole or the wrong trade."
        }
        Rule::ShareOfWhole => {
            "A part divided by its share is its whole. All parts, and the whole itself, must lead to the same number."
        }
        Rule::SharesWithinWhole => {
            "All shares of one whole add up to 100 %, and some of them to no more. Look for groups that \
             are counted next to their own members."
        }
        Rule::SharesOfParts => SHARES_OF_PARTS,
        Rule::ShareInTotal => {
            "Total trade is exports plus imports, so a share of it lies between the shares of both. If it does not, one \
             of the three is about another partner, product, unit or period."
        }
        Rule::NestedShares => NESTED_SHARES,
        Rule::GrowthBetweenParts => {
            "A whole grows no slower than its slowest part and no faster than its fastest, if all parts are given."
        }
        Rule::GrowthBetweenPeriods => {
            "Two values imply one growth rate. If another one is printed, a value was revised, or the rate is in another \
             currency or of quantity."
        }
        Rule::GrowthChain => {
            "A value and the growth rates of the periods after it lead to the next known value. If they lead to another, \
             a rate or a value is wrong, or a rate is in another currency or of quantity."
        }
        Rule::IndexBetweenPeriods => INDEX_BETWEEN_PERIODS,
        Rule::ShareAndGrowth => {
            "A share rises if its part grows faster than its whole, and falls if it grows slower. All four figures must agree."
        }
        Rule::ShareAndGrowthBase => {
            "A share, times the growth of its whole and over that of its part, is the share before, which was between 0 \
             and 100 %. If it was not, the share or a growth rate is wrong, or the rate measures something else."
        }
        Rule::ChangeBetweenPeriods => {
            "A value less its change is the value before, and a value and its growth give the change. If they do not, \
             look at the sign, the unit, and whether a value was revised."
        }
        Rule::SumOfChanges => SUM_OF_CHANGES,
        Rule::ShareChange => {
            "A share less its change in percentage points is the share before. If it is not, the change may be one in \
             per cent, or of a share in another whole."
        }
        Rule::RateOfTheYear => {
            "A figure in two currencies implies an exchange rate, and it is more than three times or less than a third \
             of the yearly average. Look for a wrong currency or a slipped power of ten."
        }
        Rule::UnitValueOfTrade => UNIT_VALUE,
        Rule::GrowthOfUnitValue => GROWTH_OF_UNIT_VALUE,
        Rule::ValueAndBalance => {
            "A country's exports or imports are less than a hundred-thousandth of its balance. Look for a missing word \
             such as million."
        }
        Rule::Record => RECORD,
        Rule::RankAndValue => RANK_AND_VALUE,
        Rule::OneRank => {
            "Two entries of one list have the same rank. They may share it, or belong to two lists."
        }
        Rule::CountOfPart => COUNT_OF_PART,
        Rule::ShareOfChange => SHARE_OF_CHANGE,
        Rule::OneRate => {
            "A figure in two currencies implies an exchange rate. Figures of one period imply the same rate, up to the \
             months that they were converted by."
        }
        Rule::SameFigure => {
            "Two rows are about one trade, period, measure and definition. If both are from one release, one of them is \
             wrong; a later release replaces an earlier one."
        }
        Rule::Least => {
            "Trade is not below zero, nothing falls by more than 100 %, counts start at 0 and ranks at 1. Corrections \
             are the exception."
        }
        Rule::StatusAndValue => "The statuses O, M and L mark a missing number; all others need one.",
        Rule::MixedPrecision => {
            "Rows that are compared in one pane were rounded to different decimals, so small differences mean nothing."
        }
    }
}
