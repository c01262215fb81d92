//! The bytes of the way that was found.

use super::super::csi;
use super::super::motion::{Horizontal, Motion};
use super::{Edge, Node, Route, RowChange};

impl Route {
    /// Writes what [`Route::find`] found.
    pub(crate) fn write(&mut self, change: &RowChange, out: &mut Vec<u8>) {
        self.path.clear();
        let mut at = self.end;
        while let Some(&node) = self.nodes.get(at) {
            self.path.push(node);
            at = node.from;
        }
        self.path.reverse();
        if let Some(start) = self.path.first() {
            Motion::cheapest(change.cursor, change.y, start.column, change.abilities.column).write(out);
        }
        for (before, after) in self.path.iter().zip(self.path.iter().skip(1)) {
            write_edge(change, [before, after], out);
        }
    }
}

fn write_edge(change: &RowChange, [before, after]: [&Node; 2], out: &mut Vec<u8>) {
    let horizontal = |from, to| Horizontal::cheapest(from, to, change.abilities.column);
    if !matches!(after.edge, Edge::Skip) {
        horizontal(before.known_column(), before.column).write(out);
        before.pen.write_change(after.pen, out);
    }
    match after.edge {
        Edge::Arrive => {}
        Edge::Skip => horizontal(before.known_column(), after.column).write(out),
        Edge::Write(columns) => {
            for key in &change.row.keys[before.column..before.column + columns] {
                change.table.write(*key, out);
            }
        }
        Edge::Repeat(times) => {
            change.table.write(change.row.keys[before.column], out);
            csi::write(out, times - 1, b'b');
        }
        Edge::Erase(count) => {
            csi::write(out, count, b'X');
            horizontal(Some(before.column), after.column).write(out);
        }
        Edge::EraseRest => out.extend_from_slice(b"\x1b[K"),
    }
}
