//! Numbers and trades in the words of a proof.

mod numbers;

use std::borrow::Cow;

use textwrap::WordSplitter;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::context::{Context, Dimension, Fact, Indicator, Level, Name, Trade};
use crate::dataset::{Flow, Transport, WORLD};
pub use numbers::{Style, grew, growths, number, percent, range, signed, telling, unit};

/// How many columns of a name fit a line of a proof.
const LONGEST_NAME: usize = 24;

/// How many columns of an id, which is long where it has to tell rows apart.
const LONGEST_ID: usize = 60;

/// How many columns a line of a proof has: those of a terminal of 80 with an indent.
const LONGEST_LINE: usize = 76;

impl Context<'_> {
    /// A published number as printed, with its unit: `246.57 bn CNY`, `+23.2 %`, `×8`, `79.4 %`.
    pub fn printed(&self, fact: &Fact) -> String {
        let Some(value) = fact.row(self.dataset).and_then(|row| row.value) else { return String::new() };
        let bare = number(value.value(), value.decimals());
        match fact.indicator {
            Indicator::Value(of) => format!("{bare}{}", unit(of, fact.multiplier)),
            Indicator::Change(_) if self.is_multiple(fact) => format!("×{bare}"),
            Indicator::Change(_) => format!("{} %", signed(value.value(), value.decimals())),
            Indicator::Share(_) => format!("{bare} %"),
        }
    }

    /// What a number stands for, in the unit that it was printed in: `246.565 … 246.575 bn CNY`.
    pub fn range(&self, fact: &Fact) -> String {
        let decimals = fact.decimals + 1;
        match fact.indicator {
            Indicator::Value(unit) => {
                Style { unit, multiplier: fact.multiplier, decimals }.range(fact.interval)
            }
            Indicator::Change(_) if self.is_multiple(fact) => format!("×{}", range(fact.interval, decimals)),
            Indicator::Change(_) => growths(fact.interval, decimals),
            Indicator::Share(_) => percent(fact.interval, decimals),
        }
    }

    /// The id of a number's row.
    pub fn id(&self, fact: &Fact) -> String {
        fact.row(self.dataset).map_or_else(String::new, |row| clip_id(&row.id))
    }

    /// What a trade is called beside another that it differs from in one dimension, without its period.
    pub fn name(&self, trade: Trade, dimension: Dimension) -> String {
        let flow = flow(trade.flow);
        let (of, with) = match trade.flow {
            Flow::Exports => ("exports", "exports to"),
            Flow::Imports => ("imports", "imports from"),
            Flow::Total => ("trade", "trade with"),
            Flow::Balance => ("balance", "balance with"),
        };
        match dimension {
            Dimension::Flow | Dimension::Period => flow.to_owned(),
            Dimension::Partner => format!("{with} {}", self.place(trade.partner)),
            Dimension::Product => match trade.product {
                Some(product) => format!("{of} of {}", clip(self.names.name(product))),
                None => format!("{of} of all products"),
            },
            Dimension::Transport => format!("{of} by {}", trade.transport.map_or("all modes", mode)),
        }
    }

    /// The name of a place, else its code; the world needs no name to be called so.
    pub fn place(&self, place: Name) -> String {
        let code = self.names.name(place);
        let unnamed = if code == WORLD { "the world" } else { code };
        clip(self.dataset.place(code).map_or(unnamed, |place| place.name.as_str()))
    }

    /// How a level comes about: `exports 2022 = 246.57 / 1.232 = 200.05 … 200.22 bn CNY`.
    pub fn line(&self, level: &Level, dimension: Dimension, style: Style) -> String {
        let name = format!("{}{}", self.name(level.trade, dimension), when(level.trade));
        let printed = Style { decimals: level.value.decimals_in(style.multiplier), ..style };
        let value = printed.bare(level.value.point);
        match level.change {
            None => {
                let style = Style { decimals: style.decimals.max(printed.decimals + 1), ..style };
                format!("{name} = {value}, so {}", style.range(level.interval))
            }
            Some(change) => {
                let decimals = change.decimals + if self.is_multiple(change) { 0 } else { 2 };
                let factor = number(change.point, decimals);
                format!("{name} = {value} / {factor} = {}", style.range(level.interval))
            }
        }
    }
}

/// What a flow is called.
pub fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Exports => "exports",
        Flow::Imports => "imports",
        Flow::Total => "total trade",
        Flow::Balance => "the balance",
    }
}

fn mode(mode: Transport) -> &'static str {
    match mode {
        Transport::Road => "road",
        Transport::Rail => "rail",
        Transport::Sea => "sea",
        Transport::Air => "air",
        Transport::Pipeline => "pipeline",
    }
}

/// The period of a trade behind its name: ` 2023`.
pub fn when(trade: Trade) -> String {
    trade.period.map_or_else(String::new, |period| format!(" {period}"))
}

/// A name cut to what a line of a proof has room for.
fn clip(name: &str) -> String {
    clipped(name, LONGEST_NAME)
}

/// An id cut to what a proof has room for.
pub fn clip_id(id: &str) -> String {
    clipped(id, LONGEST_ID)
}

/// A text cut in its middle: names of one kind begin alike, and tell themselves apart at the end.
fn clipped(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let tail = (columns - 1) / 2;
    let start: String = fitting(text.chars(), columns - 1 - tail).collect();
    let end: Vec<char> = fitting(text.chars().rev(), tail).collect();
    start.chars().chain(['…']).chain(end.into_iter().rev()).collect()
}

/// As many letters as fit so many columns.
fn fitting(letters: impl Iterator<Item = char>, mut room: usize) -> impl Iterator<Item = char> {
    letters.take_while(move |letter| {
        let left = room.checked_sub(letter.width().unwrap_or(0));
        room = left.unwrap_or(0);
        left.is_some()
    })
}

/// A line of a proof on as many lines as it takes, where long numbers and names come together.
pub fn folded(line: &str) -> Vec<String> {
    let options = textwrap::Options::new(LONGEST_LINE)
        .subsequent_indent("  ")
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(line, options).into_iter().map(Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_to_their_room_and_lines_folded() {
        for (name, shown) in [
            ("twenty-four letters, all", "twenty-four letters, all"),
            ("twenty-five letters, all.", "twenty-five …tters, all."),
            ("中华人民共和国新疆维吾尔", "中华人民共和国新疆维吾尔"),
            ("中华人民共和国新疆维吾尔自治区", "中华人民共和…吾尔自治区"),
        ] {
            assert_eq!(clip(name), shown);
        }
        let id = |last| clip_id(&format!("exports-of-kazakhstan-2023-{}{last}", "first-".repeat(6)));
        assert_eq!(id("estimate"), "exports-of-kazakhstan-2023-fir…st-first-first-first-estimate");
        assert_ne!(id("estimate"), id("revised"));
        let fits = "x".repeat(37) + " " + &"y".repeat(38);
        assert_eq!(folded(&fits), [fits.as_str()]);
        let longer = fits.clone() + "y";
        assert_eq!(folded(&longer), ["x".repeat(37), "  ".to_owned() + &"y".repeat(39)]);
    }
}
