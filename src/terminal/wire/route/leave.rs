//! The steps that lead on from a node.

use super::super::csi;
use super::super::motion::Across;
use super::super::pen::Pen;
use super::super::stock::Spot;
use super::{Node, Route, Scene, Step};

/// Fewer blanks than this are as short written as erased.
const WORTH_ERASING: usize = 4;
/// More unchanged cells than this are never written one by one: no move over them takes more bytes. (Cells that an
/// erasure or a repetition may start with are not moved over.)
const LONGEST_MOVE: usize = 6;

impl Route {
    /// Takes every step that leads on from the node `at`, or ends there if nothing is left to be sent.
    pub(super) fn leave(&mut self, scene: &Scene, at: usize, node: Node) {
        let row = scene.row;
        let next = row.ahead[node.column].next_changed;
        let Some(&spot) = row.spots.get(node.column).filter(|_| next < row.spots.len()) else {
            return self.end_at(at, node.cost);
        };
        let stands = node.stands();
        if next > node.column {
            let cost = node.cost + Across::cheapest(stands, next, scene.abilities.column).length();
            self.reach(Node { column: next, lost: false, cost, step: Step::Skip, from: at, ..node });
        }
        let cost = node.cost + Across::cheapest(stands, node.column, scene.abilities.column).length();
        let own = scene.stock.pen(spot.pen);
        let ready = Node { cost, lost: false, from: at, ..node };
        if !spot.is_blank() {
            return self.with_pen(scene, ready, own, spot);
        }
        let fits = |pen: Pen| pen.bg == own.bg && pen.leaves_blank();
        if fits(node.pen) {
            return self.with_pen(scene, ready, node.pen, spot);
        }
        self.with_pen(scene, ready, node.pen.blanking(own.bg), spot);
        self.with_pen(scene, ready, Pen::only_background(own.bg), spot);
        let next = scene.stock.pen(row.ahead[node.column].next_pen);
        if fits(next) {
            self.with_pen(scene, ready, next, spot);
        }
    }

    /// Takes `pen` in hand for the spot that `ready` stands on. A glyph needs its own; a blank needs nothing but the
    /// background, so that the pen in hand may do, or the one that will be needed next.
    fn with_pen(&mut self, scene: &Scene, ready: Node, pen: Pen, spot: Spot) {
        let ready = Node { pen, cost: ready.cost + ready.pen.cost_of(pen), ..ready };
        if scene.row.ahead[ready.column].next_start.saturating_sub(ready.column) <= LONGEST_MOVE {
            self.write_glyph(scene, ready, spot);
        }
        self.repeat(scene, ready, spot);
        if spot.is_blank() {
            self.erase(scene, ready);
        }
    }

    /// `ready` stands on the spot, has the pen in hand and has paid for both.
    fn write_glyph(&mut self, scene: &Scene, ready: Node, spot: Spot) {
        let (columns, bytes) = scene.row.ahead[ready.column].text;
        if columns > 0 {
            let (column, cost) = (ready.column + columns, ready.cost + bytes);
            return self.reach(Node { column, cost, step: Step::Write(columns), ..ready });
        }
        let column = ready.column + spot.width();
        let cost = ready.cost + scene.stock.bytes(spot);
        self.reach(Node { column, lost: spot.several(), cost, step: Step::Write(1), ..ready });
    }

    fn repeat(&mut self, scene: &Scene, ready: Node, spot: Spot) {
        let run = scene.row.ahead[ready.column].run;
        if scene.stock.is_worth_repeating(spot, run, scene.abilities.repeat) {
            let (column, cost) =
                (ready.column + run, ready.cost + scene.stock.bytes(spot) + csi::length(run - 1));
            self.reach(Node { column, cost, step: Step::Repeat(run), ..ready });
        }
    }

    fn erase(&mut self, scene: &Scene, ready: Node) {
        let row = scene.row;
        let run = row.ahead[ready.column].run;
        let filled = scene.abilities.back_colour_erase || ready.pen.bg == Pen::PLAIN.bg;
        if !filled || run < WORTH_ERASING {
            return;
        }
        let behind = ready.column + run;
        if behind == row.spots.len() {
            self.end_with(Node { cost: ready.cost + 3, step: Step::EraseRest, ..ready });
        } else if scene.abilities.erase_chars {
            let erased = Node { cost: ready.cost + csi::length(run), step: Step::Erase(run), ..ready };
            let column = row.ahead[behind].next_changed;
            if column == row.spots.len() {
                self.end_with(erased);
            } else {
                let across = Across::cheapest(Some(ready.column), column, scene.abilities.column);
                self.reach(Node { column, cost: erased.cost + across.length(), ..erased });
            }
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
