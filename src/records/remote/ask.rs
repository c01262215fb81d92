//! Answers a question by a few queries.
//!
//! Sums are the engine's; which rows are contained in others is decided here, by the rules of [`crate::records::cover`].
//! A trade is one flow in one period with one partner. Mostly its rows are all alike, or one of them is the printed
//! whole, and one query over all trades says it. Only trades that have groups of products next to their members, and no
//! printed whole, are asked for product by product.

mod fetch;
mod products;
mod side;
mod trades;

use foldhash::HashSet;

use super::engine_table::EngineTable;
use crate::formats::foreign::meaning::PlaceKind;
use crate::records::blocks::LineNumbers;
use crate::records::catalog::Catalog;
use crate::records::collect::Collector;
use crate::records::piles::{Pile, WorldWay};
use crate::records::{AskError, Question, ReadProgress, TableAnswer};
use side::ReportedSide;

/// A question under way.
struct Asking<'a> {
    remote: &'a EngineTable,
    question: &'a Question,
    watch: &'a ReadProgress,
    sides: Vec<ReportedSide>,
    /// The place that is asked about, and the partner.
    reporter: Option<u32>,
    partner: Option<u32>,
    /// Products of just the code that was asked for, and those below it.
    same: HashSet<u32>,
    below: HashSet<u32>,
    /// True if no product below contains another.
    is_flat: bool,
}

/// A flow by its place, and a period by its number.
type Slot = (usize, u32);

pub(super) fn ask(
    remote: &EngineTable,
    question: &Question,
    watch: &ReadProgress,
) -> Result<TableAnswer, AskError> {
    let catalog = &remote.contents.catalog;
    let Some(mut collector) = Collector::new(catalog, question) else {
        return Ok(TableAnswer::empty(question.clone()));
    };
    let asking = Asking::new(remote, question, watch, collector.products());
    let asked: HashSet<Slot> = (0..4)
        .filter(|flow| collector.is_asked(*flow))
        .flat_map(|flow| numbers(catalog.periods.len()).map(move |period| (flow, period)))
        .filter(|(_, period)| collector.time(*period).is_some())
        .collect();
    let by_product = asking.take_trades(&mut collector)?;
    let wanted = &asked | &by_product;
    for ((flow, period), product, pile) in asking.products(&wanted)? {
        if let Some(time) = collector.time(period).filter(|_| collector.is_asked(flow)) {
            collector.take_product(product, (flow, time), &pile);
        }
        if by_product.contains(&(flow, period)) {
            collector.take_way((flow, period), WorldWay::Products, &Pile::from_group(pile.sum, false));
        }
    }
    Ok(collector.finish(&LineNumbers::default()))
}

impl<'a> Asking<'a> {
    fn new(
        remote: &'a EngineTable,
        question: &'a Question,
        watch: &'a ReadProgress,
        [same, below]: [Vec<u32>; 2],
    ) -> Self {
        let catalog = &remote.contents.catalog;
        let place = |code: &Option<String>| code.as_ref().and_then(|code| catalog.place(code));
        let below: HashSet<u32> = below.into_iter().collect();
        let is_flat = !below.iter().any(|product| catalog.ancestors(*product).any(|at| below.contains(&at)));
        Self {
            remote,
            question,
            watch,
            sides: ReportedSide::all(catalog, question),
            reporter: place(&question.reporter),
            partner: place(&question.partner),
            same: same.into_iter().collect(),
            below,
            is_flat,
        }
    }

    fn catalog(&self) -> &'a Catalog {
        &self.remote.contents.catalog
    }

    /// True if the table tells products apart.
    fn says_products(&self) -> bool {
        self.catalog().facts.says.product
    }

    fn kind(&self, place: u32) -> PlaceKind {
        self.catalog().places.get(place as usize).map_or(PlaceKind::Single, |place| place.kind)
    }

    /// True for a partner whose rows the sums of all partners count.
    fn is_single(&self, place: u32) -> bool {
        self.kind(place) == PlaceKind::Single
    }

    /// The products among some that none of the others contains.
    fn top<'s>(&'s self, all: &'s HashSet<u32>) -> impl Iterator<Item = u32> + 's {
        let is_top = |product: &&u32| {
            !self.catalog().ancestors(**product).any(|at| self.below.contains(&at) && all.contains(&at))
        };
        all.iter().filter(is_top).copied()
    }
}

/// The numbers of a list of so many things.
fn numbers(len: usize) -> impl Iterator<Item = u32> {
    (0..).take(len)
}
