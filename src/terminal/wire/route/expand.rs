//! The edges that lead on from a node.

use super::super::cell_table::CellKey;
use super::super::csi;
use super::super::motion::Horizontal;
use super::super::pen::Pen;
use super::{Edge, Node, Route, RowChange};

/// The bytes that erase the rest of a row.
const ERASE_REST: usize = 3;
/// Fewer blanks than this are written in as few bytes as they are erased.
const WORTH_ERASING: usize = 4;
/// More unchanged cells than this are never rewritten to get past them: no move over them takes more bytes. An erasure
/// or a repetition may still begin with them.
const LONGEST_MOVE: usize = 6;

impl Route {
    /// Follows every edge from the node at index `at`, or ends there if nothing is left to send.
    pub(super) fn expand(&mut self, change: &RowChange, at: usize, node: Node) {
        let row = change.row;
        let next = row.next_changed(node.column);
        let Some(&key) = row.keys.get(node.column).filter(|_| next < row.keys.len()) else {
            return self.end_at(at, node.cost);
        };
        let known = node.known_column();
        if next > node.column {
            let cost = node.cost + Horizontal::cheapest(known, next, change.abilities.column).length();
            self.reach(Node { column: next, is_adrift: false, cost, edge: Edge::Skip, from: at, ..node });
        }
        let cost = node.cost + Horizontal::cheapest(known, node.column, change.abilities.column).length();
        let own = change.table.pen(key.pen);
        let ready = Node { cost, is_adrift: false, from: at, ..node };
        if !key.is_blank() {
            return self.with_pen(change, ready, own, key);
        }
        let fits = |pen: Pen| pen.bg == own.bg && pen.leaves_blank();
        if fits(node.pen) {
            return self.with_pen(change, ready, node.pen, key);
        }
        self.with_pen(change, ready, node.pen.blanking(own.bg), key);
        self.with_pen(change, ready, Pen::with_background(own.bg), key);
        let next = change.table.pen(row.lookahead[node.column].next_pen);
        if fits(next) {
            self.with_pen(change, ready, next, key);
        }
    }

    /// Switches to `pen` for the cell that `ready` is at. A glyph needs its own pen. A blank needs only the background,
    /// so the current pen may do, or the one the next glyph needs.
    fn with_pen(&mut self, change: &RowChange, ready: Node, pen: Pen, key: CellKey) {
        let ready = Node { pen, cost: ready.cost + ready.pen.change_length(pen), ..ready };
        let erasable = if key.is_blank() { erasable(change, &ready) } else { 0 };
        let is_rest = ready.column + erasable == change.row.keys.len();
        if erasable > 0 && is_rest {
            self.end_with(Node { cost: ready.cost + ERASE_REST, edge: Edge::EraseRest, ..ready });
            if change.row.last_changed - ready.column >= ERASE_REST {
                // Nothing else is as short.
                return;
            }
        }
        if change.row.lookahead[ready.column].next_start().saturating_sub(ready.column) <= LONGEST_MOVE {
            self.write_glyph(change, ready, key);
        }
        self.repeat(change, ready, key);
        if erasable > 0 && !is_rest && change.abilities.erase_chars {
            self.erase(change, ready, erasable);
        }
    }

    /// `ready` is at the cell, with the right pen, and both are paid for.
    fn write_glyph(&mut self, change: &RowChange, ready: Node, key: CellKey) {
        let (columns, bytes) = change.row.lookahead[ready.column].text();
        if columns > 0 {
            let (column, cost) = (ready.column + columns, ready.cost + bytes);
            return self.reach(Node { column, cost, edge: Edge::Write(columns), ..ready });
        }
        let column = ready.column + key.width();
        let cost = ready.cost + change.table.bytes(key);
        self.reach(Node { column, is_adrift: key.is_cluster(), cost, edge: Edge::Write(1), ..ready });
    }

    fn repeat(&mut self, change: &RowChange, ready: Node, key: CellKey) {
        let run = change.row.lookahead[ready.column].run();
        if change.table.is_worth_repeating(key, run, change.abilities.repeat) {
            let cost = ready.cost + change.table.bytes(key) + csi::length(run - 1);
            self.reach(Node { column: ready.column + run, cost, edge: Edge::Repeat(run), ..ready });
        }
    }

    fn erase(&mut self, change: &RowChange, ready: Node, count: usize) {
        let row = change.row;
        let erased = Node { cost: ready.cost + csi::length(count), edge: Edge::Erase(count), ..ready };
        let column = row.next_changed(ready.column + count);
        if column == row.keys.len() {
            self.end_with(erased);
        } else {
            let movement = Horizontal::cheapest(Some(ready.column), column, change.abilities.column);
            self.reach(Node { column, cost: erased.cost + movement.length(), ..erased });
        }
    }

    fn end_with(&mut self, node: Node) {
        self.nodes.push(node);
        self.end_at(self.nodes.len() - 1, node.cost);
    }

    fn end_at(&mut self, at: usize, cost: usize) {
        if self.nodes.get(self.end).is_none_or(|end| cost < end.cost) {
            self.end = at;
        }
    }
}

/// How many blanks can be erased with the pen of a node, from its column on; 0 if it is not worth it.
fn erasable(change: &RowChange, ready: &Node) -> usize {
    let run = change.row.lookahead[ready.column].run();
    let is_filled = change.abilities.back_colour_erase || ready.pen.bg == Pen::PLAIN.bg;
    if is_filled && run >= WORTH_ERASING { run } else { 0 }
}
