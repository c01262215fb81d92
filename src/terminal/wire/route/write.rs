//! The bytes of the way that was found.

use super::super::csi;
use super::super::motion::{Across, Motion};
use super::{Node, Route, Scene, Step};

impl Node {
    /// The column the cursor surely is on.
    pub(super) fn stands(&self) -> Option<usize> {
        (!self.lost).then_some(self.column)
    }
}

impl Route {
    /// Writes what [`Route::find`] found.
    pub fn write(&mut self, scene: &Scene, out: &mut Vec<u8>) {
        self.path.clear();
        let mut at = self.end;
        while let Some(&node) = self.nodes.get(at) {
            self.path.push(node);
            at = node.from;
        }
        self.path.reverse();
        if let Some(start) = self.path.first() {
            let way = Motion::cheapest(scene.cursor, scene.y, start.column, scene.abilities.column);
            way.write(out);
        }
        for (before, after) in self.path.iter().zip(self.path.iter().skip(1)) {
            write_step(scene, [before, after], out);
        }
    }
}

fn write_step(scene: &Scene, [before, after]: [&Node; 2], out: &mut Vec<u8>) {
    let across = |from, to| Across::cheapest(from, to, scene.abilities.column);
    if !matches!(after.step, Step::Skip) {
        across(before.stands(), before.column).write(out);
        before.pen.write_change(after.pen, out);
    }
    match after.step {
        Step::Arrive => {}
        Step::Skip => across(before.stands(), after.column).write(out),
        Step::Write(columns) => {
            for spot in &scene.row.spots[before.column..before.column + columns] {
                scene.stock.write(*spot, out);
            }
        }
        Step::Repeat(times) => {
            scene.stock.write(scene.row.spots[before.column], out);
            csi::write(out, times - 1, b'b');
        }
        Step::Erase(count) => {
            csi::write(out, count, b'X');
            across(Some(before.column), after.column).write(out);
        }
        Step::EraseRest => out.extend_from_slice(b"\x1b[K"),
    }
}
