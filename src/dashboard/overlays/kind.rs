//! Overlays by name: what a key or the palette opens.

/// The overlays with a key of their own, one per line: its type and its file. `overlays.rs` makes its
/// modules from this list, by the macro `$then`.
macro_rules! overlay_kinds {
    ($then:ident) => {
        $then! {
            Help, help;
            Find, find;
            Palette, palette;
            Address, address;
            Export, export;
            Warnings, warnings;
            Others, others;
            Which, which;
        }
    };
}
pub(super) use overlay_kinds;

macro_rules! overlay_kind {
    ($($kind:ident, $file:ident;)*) => {
        /// An overlay with a key of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is described in its file")]
        pub enum OverlayKind {
            $($kind,)*
        }
    };
}
overlay_kinds!(overlay_kind);
