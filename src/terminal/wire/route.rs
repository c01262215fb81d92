//! The cheapest way along a row: dynamic programming over (column, pen).
//!
//! A node is a place on the way: a column reached with a pen in hand, the bytes it took and the node
//! it was reached from. Every step leads to the right, so that a node is final once the columns before
//! it have been left. Nothing is written until the way is found.

mod leave;
mod write;

use super::abilities::Abilities;
use super::motion::{Cursor, Motion};
use super::pen::Pen;
use super::row::Row;
use super::stock::Stock;

/// A row to be changed, and where the cursor stands before.
pub(super) struct Scene<'a> {
    pub row: &'a Row,
    pub stock: &'a Stock,
    pub abilities: Abilities,
    /// Which row it is, from 0.
    pub y: usize,
    pub cursor: Option<Cursor>,
}

/// What is left behind when a row is done.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    pub cost: usize,
    pub cursor: Cursor,
    pub pen: Pen,
}

/// What was done to get from one node to the next.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// Came from another row.
    Arrive,
    /// Moved over unchanged cells.
    Skip,
    /// Wrote the glyphs of so many columns.
    Write(usize),
    /// Wrote the glyph so many times.
    Repeat(usize),
    /// Erased so many cells, then moved.
    Erase(usize),
    /// Erased to the end of the row.
    EraseRest,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    column: usize,
    /// The cursor is not surely where `column` says.
    lost: bool,
    pen: Pen,
    cost: usize,
    step: Step,
    from: usize,
    /// The next node of the same column.
    sibling: usize,
}

const NONE: usize = usize::MAX;

/// Cells before the first changed one that may be cheaper to write again than to move over.
const RUN_UP: usize = 6;

/// The nodes of a row; kept from row to row for its memory only.
#[derive(Debug, Default)]
pub(super) struct Route {
    nodes: Vec<Node>,
    /// By column, its first node.
    heads: Vec<usize>,
    end: usize,
    path: Vec<Node>,
}

impl Route {
    /// Finds the cheapest way through the scene with `pen` in hand; `None` if nothing has changed.
    pub fn find(&mut self, scene: &Scene, pen: Pen) -> Option<End> {
        let columns = scene.row.spots.len();
        self.nodes.clear();
        self.heads.clear();
        self.heads.resize(columns + 1, NONE);
        self.end = NONE;
        self.arrive(scene, pen);
        for c in 0..=columns {
            let best = self.cheapest_at(c);
            let mut at = self.heads[c];
            while let Some(&node) = self.nodes.get(at) {
                if at == best || self.nodes.get(best).is_none_or(|best| !best.replaces(&node)) {
                    self.leave(scene, at, node);
                }
                at = node.sibling;
            }
        }
        let end = self.nodes.get(self.end)?;
        let column = (!end.lost && end.column < columns).then_some(end.column);
        Some(End { cost: end.cost, cursor: Cursor { row: scene.y, column }, pen: end.pen })
    }

    fn arrive(&mut self, scene: &Scene, pen: Pen) {
        let first = scene.row.ahead[0].next_changed;
        let run_up = first.saturating_sub(RUN_UP).max(1)..=first;
        for column in std::iter::once(0).chain(run_up) {
            if scene.row.spots.get(column).is_some_and(|spot| spot.width() > 0) {
                let motion = Motion::cheapest(scene.cursor, scene.y, column, scene.abilities.column);
                let (cost, step) = (motion.length(), Step::Arrive);
                self.reach(Node { column, lost: false, pen, cost, step, from: NONE, sibling: NONE });
            }
        }
    }

    /// Adds a node, unless its place has been reached for less.
    fn reach(&mut self, mut node: Node) {
        let mut at = self.heads[node.column];
        while let Some(other) = self.nodes.get_mut(at) {
            if other.pen == node.pen && other.lost == node.lost {
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
    /// Whether the other node leads nowhere that this one, with a change of pens, does not lead to for
    /// as little. It keeps the nodes of a column few where a row has many colours.
    fn replaces(&self, other: &Self) -> bool {
        (!self.lost || other.lost) && self.cost + self.pen.cost_of(other.pen) <= other.cost
    }
}
