//! Says which rows and columns of a table are not added up, and why.

use super::number::count;
use crate::formats::foreign::{LeftOut, UnreadColumn, Unreadable, WhyUnread};
use crate::records::{Catalog, Count, SetAside, Tally};
use crate::text::harmless::shown;
use crate::text::truncate;

/// Rows that are not added up for the same reason, or a column that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SetAsideRows {
    /// The reason, as a sentence.
    pub what: String,
    /// How many there are; `None` for a column, and where they are not counted.
    pub rows: Option<u64>,
    /// The lines of the first few rows.
    pub lines: Vec<u64>,
}

/// The rows that are not added up, by reason, those that are added to others, and the columns that are not read.
pub(crate) fn set_aside(tally: &Tally) -> Vec<SetAsideRows> {
    let lost = tally
        .all_not_understood()
        .map(|(why, found)| (format!("not understood: {}: {}", lines(found.rows), reason(why)), found));
    let aside =
        tally.all_set_aside().map(|(why, found)| (format!("set aside: {}", aside(why, found.rows)), found));
    let rows = |(what, found): (String, Count)| SetAsideRows {
        what,
        rows: Some(found.rows),
        lines: found.lines().collect(),
    };
    let uncounted = tally.lacks_repeated.then(|| UNCOUNTED.to_owned());
    let without_number = uncounted.into_iter().chain(tally.unread().iter().map(unread));
    let without_number = without_number.map(|what| SetAsideRows { what, rows: None, lines: Vec::new() });
    let added = tally.added().map(|found| (added(found.rows), found));
    lost.chain(aside).chain(added).map(rows).chain(without_number).collect()
}

fn added(number: u64) -> String {
    format!("added up: {} with another amount for a trade that an earlier row gives", row_count(number))
}

fn unread(UnreadColumn { name, why }: &UnreadColumn) -> String {
    let why = match why {
        WhyUnread::AboveHeader => return format!("not read: the lines above the header: {}", shown(name)),
        WhyUnread::StatedUnit => {
            return format!("the values are taken to be in the unit of this line: {}", shown(name));
        }
        WhyUnread::NoFlow => {
            return format!(
                "{} gives exports and imports in tables of one form: this one does not say which",
                shown(name)
            );
        }
        WhyUnread::OwnCodes => {
            return format!(
                "the codes of places are those of {} alone, and the table does not name them",
                shown(name)
            );
        }
        WhyUnread::OtherAmounts => {
            return format!("not read, next to one value, one net weight and one quantity: {}", shown(name));
        }
        WhyUnread::OnlyMeasure => return format!("the rows that are read are of: {}", shown(name)),
        WhyUnread::NoPeriod => "the columns next to it are named after periods, and it is not",
        WhyUnread::TellsApart => "its name is none that is known; rows that differ in it alone are added up",
        WhyUnread::OtherUnit => "its unit is not that of the first such column",
        WhyUnread::SameAmount => "another column has that amount already",
        WhyUnread::UnknownAmount => "its name says neither a value nor a net weight in a known unit",
    };
    format!("the column {} is not read: {why}", shown(name))
}

/// Said of a table whose rows are not all kept.
const UNCOUNTED: &str = "set aside: rows that repeat another, and parts of rows by transport and the like, which are not counted in a table this large";

fn lines(number: u64) -> String {
    if number == 1 { "1 line".to_owned() } else { format!("{} lines", count(number)) }
}

pub(crate) fn row_count(number: u64) -> String {
    if number == 1 { "1 row".to_owned() } else { format!("{} rows", count(number)) }
}

fn reason(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Fields => "more or fewer fields than the header has names",
        Unreadable::Twice => "with a member twice, of which either may be meant",
        Unreadable::TooLong => "longer than 1 MiB, or a quotation mark is never closed",
        Unreadable::Number => "the value is not a number, or could be two (1.234 is 1234 in some countries)",
        Unreadable::Power => "the power of ten is not a known one, or could be two (10 is ten, or ten zeros)",
        Unreadable::Period => "the period is not a year, quarter or month",
        Unreadable::Code => "the reporter, the partner or the product is missing",
        Unreadable::Flow => "the flow is not a known one",
        Unreadable::TooManyCodes => "there are more different codes than are kept",
        Unreadable::CodeForm => {
            "the code has more than 32 characters, or others than letters, digits, . _ and -"
        }
    }
}

fn aside(why: SetAside, number: u64) -> String {
    let rows = row_count(number);
    let of = |one: &'static str, more: &'static str| if number == 1 { one } else { more };
    let kept = of("kept as a printed whole", "kept as printed wholes");
    match why {
        SetAside::World => format!("{rows} with the world, {kept}"),
        SetAside::AllProducts => format!("{rows} of all products, {kept}"),
        SetAside::ProductGroups => {
            let groups = of("of a product group", "of product groups");
            format!("{rows} {groups} whose members have rows, {kept}")
        }
        SetAside::Subtotals => {
            format!("{rows} of subtotals or of what another row contains, which no sum counts")
        }
        SetAside::PartnerGroups => {
            format!(
                "{rows} {}, which no sum counts",
                of("with a group of partners", "with groups of partners")
            )
        }
        SetAside::Details => {
            format!("{rows} by transport, customs procedure or second partner, whose whole has a row")
        }
        SetAside::OtherValuation => {
            format!("{rows} at another valuation than the row of the same trade that counts")
        }
        SetAside::FlowParts => {
            format!("{rows} of re-exports and the like, which exports and imports contain")
        }
        SetAside::Repeated => format!("{rows} that {} another", of("repeats", "repeat")),
        SetAside::Disagreeing => {
            format!("{rows} with another amount for a trade that an earlier row gives")
        }
        SetAside::LeftOut(LeftOut::Deleted) => {
            format!("{rows} that the file says {} withdrawn", of("is", "are"))
        }
        SetAside::LeftOut(LeftOut::OtherUnit) => format!("{rows} in another unit than the first"),
        SetAside::LeftOut(LeftOut::OtherMeasure) => {
            format!("{rows} of another measure than the one that is read")
        }
        SetAside::LeftOut(LeftOut::OtherNomenclature) => {
            format!("{rows} of another list of products than the first")
        }
    }
}

/// All rows that are not added up, on one line of at most `room` columns with as many reasons as fit: `set aside: 12
/// World rows (printed wholes), 212 re-exports · not understood: 17 lines, first at line 40,211`.
pub(crate) fn set_aside_line(catalog: &Catalog, room: usize) -> String {
    let tally = &catalog.tally;
    let aside: Vec<String> = tally.all_set_aside().map(|(why, found)| brief(why, found.rows)).collect();
    let lost: u64 = tally.all_not_understood().map(|(_, found)| found.rows).sum();
    let first = tally.all_not_understood().flat_map(|(_, found)| found.lines().collect::<Vec<_>>()).min();
    let lost = match (lost, first) {
        (0, _) => String::new(),
        (_, Some(first)) => {
            let (file, line) = catalog.located(first);
            let file = file.map_or_else(String::new, |file| format!("{file} "));
            format!("not understood: {}, first at {file}line {}", lines(lost), count(line))
        }
        (_, None) => format!("not understood: {}", lines(lost)),
    };
    let fits = |line: &String| truncate::width(line) <= room;
    (0..=aside.len()).rev().map(|kinds| line(&aside, kinds, &lost)).find(fits).unwrap_or_default()
}

/// The first few reasons, and the number of lines that were not understood.
fn line(aside: &[String], kinds: usize, lost: &str) -> String {
    let (named, others) = aside.split_at(kinds);
    let more = match others.len() {
        0 => String::new(),
        _ if named.is_empty() => format!("rows of {} kinds", aside.len()),
        1 => ", 1 other kind".to_owned(),
        more => format!(", {more} other kinds"),
    };
    let kinds = format!("set aside: {}{more}", named.join(", "));
    let aside = if aside.is_empty() { String::new() } else { kinds };
    let gap = if aside.is_empty() || lost.is_empty() { "" } else { " · " };
    format!("{aside}{gap}{lost}")
}

/// How many rows are set aside for a reason, in a few words.
fn brief(why: SetAside, number: u64) -> String {
    let of = |one: &str, more: &str| format!("{} {}", count(number), if number == 1 { one } else { more });
    match why {
        SetAside::World => of("World row (a printed whole)", "World rows (printed wholes)"),
        SetAside::AllProducts => of("row of all products", "rows of all products"),
        SetAside::ProductGroups => of("product group", "product groups"),
        SetAside::Subtotals => of("subtotal", "subtotals"),
        SetAside::PartnerGroups => of("row with a partner group", "rows with partner groups"),
        SetAside::Details => of("part of a row", "parts of rows"),
        SetAside::OtherValuation => of("row at another valuation", "rows at another valuation"),
        SetAside::FlowParts => of("re-export", "re-exports"),
        SetAside::Repeated => of("repeated row", "repeated rows"),
        SetAside::Disagreeing => of("disagreeing row", "disagreeing rows"),
        SetAside::LeftOut(LeftOut::Deleted) => of("withdrawn row", "withdrawn rows"),
        SetAside::LeftOut(LeftOut::OtherUnit) => of("row in another unit", "rows in other units"),
        SetAside::LeftOut(LeftOut::OtherMeasure) => of("row of another measure", "rows of other measures"),
        SetAside::LeftOut(LeftOut::OtherNomenclature) => of("row of another list", "rows of other lists"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::foreign::FileFacts;

    #[test]
    fn a_line_names_as_many_kinds_as_there_is_room_for() {
        let mut catalog = Catalog::new(FileFacts::UNKNOWN);
        assert_eq!(set_aside_line(&catalog, 80), "");
        let tally = &mut catalog.tally;
        for line in 2..14 {
            tally.set_aside(SetAside::World, line);
        }
        tally.set_aside(SetAside::FlowParts, 30);
        tally.set_aside(SetAside::Repeated, 31);
        tally.not_understood(Unreadable::Number, 40_211, 1);
        tally.not_understood(Unreadable::Fields, 41_000, 16);
        let all = "set aside: 12 World rows (printed wholes), 1 re-export, 1 repeated row · \
                   not understood: 17 lines, first at line 40,211";
        assert_eq!(set_aside_line(&catalog, 200), all);
        let less = all.replace("1 repeated row", "1 other kind");
        assert_eq!(set_aside_line(&catalog, truncate::width(all) - 1), less);
        assert_eq!(
            set_aside_line(&catalog, 90),
            "set aside: rows of 3 kinds · not understood: 17 lines, first at line 40,211"
        );
        assert_eq!(set_aside_line(&catalog, 20), "", "nothing is cut");
    }

    #[test]
    fn one_row_is_spoken_of_as_one() {
        let said = |why: SetAside, rows: u64| {
            let mut tally = Tally::default();
            (2..2 + rows).for_each(|line| tally.set_aside(why, line));
            set_aside(&tally).remove(0).what
        };
        for (why, one, two) in [
            (SetAside::Repeated, "1 row that repeats another", "2 rows that repeat another"),
            (
                SetAside::World,
                "1 row with the world, kept as a printed whole",
                "2 rows with the world, kept as printed wholes",
            ),
            (
                SetAside::LeftOut(LeftOut::Deleted),
                "1 row that the file says is withdrawn",
                "2 rows that the file says are withdrawn",
            ),
        ] {
            assert_eq!(
                [1, 2].map(|rows| said(why, rows)),
                [one, two].map(|words| format!("set aside: {words}"))
            );
        }
    }

    #[test]
    fn rows_that_nobody_counted_are_named_without_a_number() {
        let mut tally = Tally::default();
        tally.lacks_repeated = true;
        let [only] = &set_aside(&tally)[..] else { panic!("one sentence") };
        assert!(only.what.contains("rows that repeat another"), "{only:?}");
        assert_eq!((only.rows, only.lines.len()), (None, 0));
        assert_eq!(set_aside(&Tally::default()), []);
    }
}
