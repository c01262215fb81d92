//! Explains the rules of the checks to someone who meets them for the first time.

use crate::analysis::Rule;

/// A title for the findings of a rule.
pub(crate) fn rule_title(rule: Rule) -> &'static str {
    match rule {
        Rule::PartOfWhole => "A part is larger than its whole",
        Rule::PartOfWholeBase => "By its growth, a part was larger than its whole",
        Rule::SumOfParts => "Parts do not add up to their whole",
        Rule::SumOfPartsBase => "By their growth, parts did not add up to their whole",
        Rule::DerivedFlow => "A flow that others imply is below zero or exceeds its whole",
        Rule::ShareOfItself => "A share of a trade in itself is not 100 %",
        Rule::ShareOfWhole => "Values and shares imply different wholes",
        Rule::SharesWithinWhole => "Shares of one whole do not fit into 100 %",
        Rule::ShareInTotal => "A share in total trade is not between those in exports and imports",
        Rule::GrowthBetweenParts => "A whole grew more or less than each of its parts",
        Rule::GrowthBetweenPeriods => "A growth does not match the two values",
        Rule::GrowthChain => "Growths in a row do not lead from one value to another",
        Rule::ShareAndGrowth => "A share did not move as the growth of part and whole says",
        Rule::ShareAndGrowthBase => "By the growth of part and whole, an earlier share was not within 100 %",
        Rule::ChangeBetweenPeriods => "A change does not match the values or their growth",
        Rule::ShareChange => "A share did not change by the points that are printed",
        Rule::RateOfTheYear => "Figures in two currencies imply a rate far from the average of the year",
        Rule::ValueAndBalance => "Exports or imports are negligible next to the balance",
        Rule::Record => "A record is smaller than a figure before it",
        Rule::RankAndValue => "A rank does not match the values",
        Rule::OneRank => "Two things have one rank",
        Rule::OneRate => "Figures in two currencies imply different rates",
        Rule::SameFigure => "One figure is given with two numbers",
        Rule::Least => "A figure is impossibly low",
        Rule::StatusAndValue => "A status contradicts its number",
        Rule::MixedPrecision => "The rows of a pane have different decimals",
    }
}

/// The help of a rule: the figures that it compares, and where to look if it finds something.
pub(crate) fn rule_help(rule: Rule) -> &'static str {
    match rule {
        Rule::PartOfWhole => {
            "Exports are no more than total trade, a member no more than its group, a month no more than its year. \
             Compare both numbers with the source; look for a slipped unit or decimal point."
        }
        Rule::PartOfWholeBase => {
            "A value divided by its growth is the value of the base period. There, too, a part is no more than its \
             whole. If it is, a growth or a value is wrong, or the growth is of something else, such as quantity."
        }
        Rule::SumOfParts => {
            "Exports and imports make total trade, months a year, ten months and the eleventh the year so far, members a \
             group; other parts that do not overlap, such as weeks of a month or headings of a chapter, make no more \
             than their whole. Numbers are taken with everything that rounds to them."
        }
        Rule::SumOfPartsBase => {
            "Values divided by their growth are those of the base period. There, too, parts add up to their whole. If \
             they do not, look at the growth of each and what it is of."
        }
        Rule::DerivedFlow => {
            "Imports that are not given are exports less the balance, or total trade less exports. They are not below zero \
             and no larger than their whole. Look at the sign of the balance, and at its unit."
        }
        Rule::ShareOfItself => {
            "A share names the row that is its whole. The share of a trade in itself is 100 %, so one of the rows \
             names the wrong whole or the wrong trade."
        }
        Rule::ShareOfWhole => {
            "A part divided by its share is its whole. All parts and the whole itself have to lead to one number."
        }
        Rule::SharesWithinWhole => {
            "Shares of one whole add up to 100 % if they are all, and to no more if they are not. Look for groups that \
             are counted next to their own members."
        }
        Rule::ShareInTotal => {
            "Total trade is exports and imports, so a share in it lies between the shares in both. If it does not, one \
             of the three is of another partner, product, unit or period."
        }
        Rule::GrowthBetweenParts => {
            "A whole grows no less than the slowest and no more than the fastest of its parts, if these are complete."
        }
        Rule::GrowthBetweenPeriods => {
            "The values of two periods have one growth. If the printed one is another, a value was revised, or the \
             growth is in another currency or of quantity."
        }
        Rule::GrowthChain => {
            "A value and the growths of the periods after it lead to the next known value. If they lead to another, a \
             growth or a value is wrong, or a growth is in another currency or of quantity."
        }
        Rule::ShareAndGrowth => {
            "A share changes by the growth of its part over that of its whole. All four figures have to agree."
        }
        Rule::ShareAndGrowthBase => {
            "A share, times the growth of its whole and over that of its part, is the share before, which was between 0 \
             and 100 %. If it was not, the share or a growth is wrong, or the growth is of something else."
        }
        Rule::ChangeBetweenPeriods => {
            "A value less its change is the value before, and a value and its growth give the change. If they do not, \
             look at the sign, the unit, and whether a value was revised."
        }
        Rule::ShareChange => {
            "A share less its change in percentage points is the share before. If it is not, the change may be one in \
             per cent, or of a share in another whole."
        }
        Rule::RateOfTheYear => {
            "A figure in two currencies implies an exchange rate, and it is more than three times or less than a third \
             of the yearly average. Look for a wrong currency or a slipped power of ten."
        }
        Rule::ValueAndBalance => {
            "A country's exports or imports are less than a hundred-thousandth of its balance. Look for a missing word \
             such as million."
        }
        Rule::Record => {
            "A record is compared with all figures of its trade since the period that it looks back to, which are as long: \
             months with months, years with years. Look for the period that the source means."
        }
        Rule::RankAndValue => {
            "Of the same list, a thing of rank 3 has at most two things above it. Countries are compared with countries, \
             groups with groups that do not overlap. Look for what the source ranks: a flow, a region, a product."
        }
        Rule::OneRank => "Two things of one list have one rank. They may share it, or be of two lists.",
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
        Rule::StatusAndValue => {
            "The statuses O, M and L say that a number is missing; every other status needs one."
        }
        Rule::MixedPrecision => {
            "Rows that are compared in one pane were rounded to different decimals, so small differences mean nothing."
        }
    }
}
