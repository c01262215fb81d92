//! The cheapest way along a row: dynamic programming over (column, pen).
//!
//! A node is a column reached with a pen, the bytes that took, and the node it was reached from. Every edge leads to
//! the right, so a node is final once all columns before it are expanded. Nothing is written until the way is known.

mod expand;
mod write;

use super::abilities::Abilities;
use super::cell_table::CellTable;
use super::motion::{CursorPosition, Motion};
use super::pen::Pen;
use super::row::TargetRow;

/// A row to be changed, and where the cursor is beforehand.
pub(super) struct RowChange<'a> {
    pub(super) row: &'a TargetRow,
    pub(super) table: &'a CellTable,
    pub(super) abilities: Abilities,
    /// The row's number, from 0.
    pub(super) y: usize,
    pub(super) cursor: Option<CursorPosition>,
}

/// The state of the terminal after a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowEnd {
    /// The bytes spent on the row.
    pub(super) cost: usize,
    pub(super) cursor: CursorPosition,
    pub(super) pen: Pen,
}

/// How a node is reached from the one before it.
#[derive(Debug, Clone, Copy)]
enum Edge {
    /// Comes from another row.
    Arrive,
    /// Moves over unchanged cells.
    Skip,
    /// Writes the glyphs of this many columns.
    Write(usize),
    /// Writes the glyph this many times.
    Repeat(usize),
    /// Erases this many cells, then moves.
    Erase(usize),
    /// Erases to the end of the row.
    EraseRest,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    column: usize,
    /// The cursor may not be at `column`.
    is_adrift: bool,
    pen: Pen,
    cost: usize,
    edge: Edge,
    from: usize,
    /// The next node of the same column.
    sibling: usize,
}

/// The index of no node.
const NONE: usize = usize::MAX;

/// This many cells before the first changed one may be cheaper to write again than to move over.
const RUN_UP: usize = 6;

/// The nodes of a row; kept between rows only to reuse their memory.
#[derive(Debug, Default)]
pub(super) struct Route {
    nodes: Vec<Node>,
    /// The first node of each column.
    heads: Vec<usize>,
    end: usize,
    path: Vec<Node>,
}

impl Route {
    /// Finds the cheapest way that begins with `pen`; `None` if nothing has changed.
    pub(super) fn find(&mut self, change: &RowChange, pen: Pen) -> Option<RowEnd> {
        let columns = change.row.keys.len();
        self.nodes.clear();
        self.heads.clear();
        self.heads.resize(columns + 1, NONE);
        self.end = NONE;
        self.arrive(change, pen);
        for c in 0..=columns {
            let best = self.cheapest_at(c);
            let mut at = self.heads[c];
            while let Some(&node) = self.nodes.get(at) {
                if at == best || self.nodes.get(best).is_none_or(|best| !best.dominates(&node)) {
                    self.expand(change, at, node);
                }
                at = node.sibling;
            }
        }
        let end = self.nodes.get(self.end)?;
        let column = (!end.is_adrift && end.column < columns).then_some(end.column);
        Some(RowEnd { cost: end.cost, cursor: CursorPosition { row: change.y, column }, pen: end.pen })
    }

    fn arrive(&mut self, change: &RowChange, pen: Pen) {
        let first = change.row.next_changed(0);
        let run_up = first.saturating_sub(RUN_UP).max(1)..=first;
        for column in std::iter::once(0).chain(run_up) {
            if change.row.keys.get(column).is_some_and(|key| key.width() > 0) {
                let motion = Motion::cheapest(change.cursor, change.y, column, change.abilities.column);
                let (cost, edge) = (motion.length(), Edge::Arrive);
                self.reach(Node { column, is_adrift: false, pen, cost, edge, from: NONE, sibling: NONE });
            }
        }
    }

    /// Adds a node, unless the same state has been reached for less.
    fn reach(&mut self, mut node: Node) {
        let mut at = self.heads[node.column];
        while let Some(other) = self.nodes.get_mut(at) {
            if other.pen == node.pen && other.is_adrift == node.is_adrift {
                if node.cost < other.cost {
                    node.sibling = other.sibling;
                    *other = node;
                }
                return;
            }
            at = other.sibling;
        }
        node.sibling = self.heads[node.column];
        self.heads[node.column] = self.nodes.len();
        self.nodes.push(node);
    }

    fn cheapest_at(&self, column: usize) -> usize {
        let (mut best, mut least) = (NONE, usize::MAX);
        let mut at = self.heads[column];
        while let Some(node) = self.nodes.get(at) {
            if node.cost < least {
                (best, least) = (at, node.cost);
            }
            at = node.sibling;
        }
        best
    }
}

impl Node {
    /// True if this node dominates the other: everything reachable from it costs no more from here, plus a pen
    /// change. Keeps columns small where a row has many colours.
    fn dominates(&self, other: &Self) -> bool {
        (!self.is_adrift || other.is_adrift) && self.cost + self.pen.change_length(other.pen) <= other.cost
    }

    /// The column the cursor is on; `None` if terminals may disagree.
    fn known_column(&self) -> Option<usize> {
        (!self.is_adrift).then_some(self.column)
    }
}
