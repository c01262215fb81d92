//! The dashboard without a terminal: its panes and their rows, the view of them, and how each action changes it.
//!
//! Every update ends by moving all cursors to rows that are in view, so drawing decides nothing and takes `&App`.

mod action;
mod address;
mod answers;
mod app;
mod appearance;
mod arrange;
mod audience;
mod available;
mod bar_range;
mod chart;
mod compare;
mod cursor;
mod effect;
mod facts;
mod findings;
mod frame_key;
mod haystack;
mod hints;
mod input;
mod job;
mod layout;
mod lead;
mod line_editor;
mod model;
mod notice;
mod order;
mod other_dataset;
mod overlays;
mod panes;
mod picture_scale;
mod pivot;
mod refresh;
mod remarks;
mod reread;
mod row_width;
mod spacing;
mod summary;
mod tabs;
mod talk;
mod text_line;
mod update;
mod view;
#[cfg(test)]
pub(crate) mod visited_rows;
mod waiting;
mod warning;
mod why_not;

pub use crate::wording::Topic;
pub use action::{Action, Event, Outcome};
pub use app::App;
pub use appearance::{Appearance, Rising, ThemeName};
pub(crate) use audience::Audience;
pub(crate) use bar_range::{BarRange, BarValue, bar_value};
pub(crate) use chart::{Chart, ChartLine, ChartPoint, SLOPES_HEIGHT, SinceJanuary, chart_and_rows, letter};
pub(crate) use compare::distance;
pub use cursor::{Cursor, Move};
pub use effect::{Answer, Clip, Effect, PaneRows, Replaces};
pub(crate) use facts::Split;
pub(crate) use frame_key::FrameKey;
pub use input::{BINDINGS, Binding, IN_AUDIENCE, IN_TALK, Key, OFF_PATH, ON_PATH, parse_keys};
pub(crate) use input::{
    KeyMode, KeyboardScript, alt_edit, bindings_of, first_line, is_cyrillic, key_for, line_edit,
    punctuation_twin, twin,
};
pub(crate) use layout::{Layout, PaneLayout, SMALLEST, drawn, inside};
pub use lead::Lead;
pub use line_editor::Edit;
pub(crate) use line_editor::{LineEditor, Typed};
pub use model::Model;
pub use notice::Notice;
pub use order::{By, Sort};
pub(crate) use overlays::help_lines;
pub use overlays::{
    Address, Detail, Export, Find, Help, Others, Overlay, OverlayKind, Palette, Warnings, Which,
};
pub(crate) use picture_scale::{PICTURE_BAR, PictureCell, PictureScale};
pub use pivot::{Pivot, PivotStep};
pub(crate) use refresh::BEFORE_MEANINGS;
pub use reread::{FileVersion, Reread};
pub(crate) use row_width::SHORTENED;
pub(crate) use talk::Staging;
pub use talk::TalkAction;
pub(crate) use text_line::{TERM_WIDTH, TextLine, text_width};
pub use view::View;
pub use warning::Warning;
