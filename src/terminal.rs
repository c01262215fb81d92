//! The terminal itself: the session with it, its events, and the loop between keys and frames.

mod audience;
mod children;
pub mod clipboard;
mod desk;
pub mod environment;
mod inbox;
mod input;
mod message;
mod program;
mod review;
mod sandbox;
mod session;
mod signals;
mod wire;

pub use children::{Child, Launcher, interrupt_children, interrupt_children_on_signals};
pub use desk::Desk;
pub use environment::{Decision, Environment, Wishes};
pub use inbox::{Inbox, Mailbox, Sender};
#[cfg(feature = "fuzzing")]
pub(crate) use input::Parser;
pub use input::{Keyboard, size};
pub use message::Message;
pub use program::{Display, Host, Performed, Program, run};
pub use sandbox::{Enforcement, Sandbox};
pub use session::Session;
pub use signals::{Watchdog, leave_on_panic};
pub use wire::{Abilities, Repeat, Wire};
