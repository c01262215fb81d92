//! The bytes of the way that was found.

use super::super::csi;
use super::super::motion::{Across, Motion};
use super::super::row::Spot;
use super::{Node, Route, Scene, Step};
use ratatui::buffer::Cell;

impl Node {
    /// The column the cursor surely is on.
    pub(super) fn stands(&self) -> Option<usize> {
        (!self.lost).then_some(self.column)
    }
}

impl Route {
    /// Writes what [`Route::find`] found; `cells` are the row as it should be.
    pub fn write(&mut self, scene: &Scene, cells: &[Cell], out: &mut Vec<u8>) {
        self.path.clear();
        let mut at = self.end;
        while let Some(&node) = self.nodes.get(at) {
            self.path.push(node);
            at = node.from;
        }
        self.path.reverse();
        if let Some(start) = self.path.first() {
            let way = Motion::cheapest(scene.cursor, scene.row, start.column, scene.abilities.column);
            way.write(out);
        }
        for (before, after) in self.path.iter().zip(self.path.iter().skip(1)) {
            write_step(scene, cells, [before, after], out);
        }
    }
}

fn write_step(scene: &Scene, cells: &[Cell], [before, after]: [&Node; 2], out: &mut Vec<u8>) {
    let across = |from, to| Across::cheapest(from, to, scene.abilities.column);
    if !matches!(after.step, Step::Skip) {
        across(before.stands(), before.column).write(out);
        before.pen.write_change(after.pen, out);
    }
    match after.step {
        Step::Arrive => {}
        Step::Skip => across(before.stands(), after.column).write(out),
        Step::Write(columns) => {
            let all = before.column..before.column + columns;
            for (spot, cell) in scene.rows.after[all.clone()].iter().zip(&cells[all]) {
                write_glyph(spot, cell, out);
            }
        }
        Step::Repeat(times) => {
            write_glyph(&scene.rows.after[before.column], &cells[before.column], out);
            csi::write(out, times - 1, b'b');
        }
        Step::Erase(count) => {
            csi::write(out, count, b'X');
            across(Some(before.column), after.column).write(out);
        }
        Step::EraseRest => out.extend_from_slice(b"\x1b[K"),
    }
}

/// The letter comes from the spot, which is a space where the cell's symbol must not be written.
fn write_glyph(spot: &Spot, cell: &Cell, out: &mut Vec<u8>) {
    if spot.several() {
        out.extend_from_slice(cell.symbol().as_bytes());
    } else {
        out.extend_from_slice(spot.letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
}
