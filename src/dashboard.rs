//! What a person is at: panes and their rows, what is looked at, and what each action makes of it.
//!
//! No terminal and no drawing here. Every update ends by fitting all cursors to the rows in sight, so drawing has
//! nothing to decide and takes `&App`.

mod action;
mod address;
mod app;
mod arrange;
mod bindings;
mod compare;
mod cursor;
mod export;
mod face;
mod find;
mod help;
mod hints;
mod key;
mod layout;
mod layouts;
mod look;
mod notice;
mod offers;
mod order;
mod palette;
mod pointer;
mod reading;
mod requests;
mod rows;
mod settle;
mod tabs;
mod typing;
mod update;
mod view;

pub use crate::wording::Topic;
pub use action::{Action, Answer, Event, Outcome, Part, Request, Step};
pub use app::App;
pub use bindings::{BINDINGS, Binding, Context, action};
pub use compare::distance;
pub use cursor::Cursor;
pub use face::Face;
pub use key::{Key, parse_keys};
pub use layout::{LARGEST, Layout, Places, SMALLEST, Scope, inside, layout};
pub use look::{Look, Rising, ThemeName};
pub use notice::Notice;
pub use order::{By, Sort};
pub use reading::{Line, Summary, TERM_WIDTH};
pub use view::{CARET, Layer, View};
