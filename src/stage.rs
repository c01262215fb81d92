//! A tour in front of people, without a terminal: what each step shows, where it goes, and if it does what it says.
//!
//! ```text
//!  Five countries, three numbers                             caption.rs: title
//!  Growth of trade with each of the five. The article        and text
//!  does not name Turkmenistan and Uzbekistan.
//!
//!  what the step shows: panes, a number, a row, a proof      exhibit.rs
//!
//!  5 of 10                                                   where all of it goes: layout.rs
//! ```

mod caption;
mod check;
mod digits;
mod exhibit;
mod layout;
mod numbers;
mod proof;
mod remark;
mod remote;
mod scene;

pub(crate) use check::{SIZES, check};
pub(crate) use exhibit::{Exhibit, StagedStep, open_topic};
pub(crate) use remark::{Remark, StageFault};
pub use remote::{Outlet, Remote};
pub use scene::{ClockReading, Scene, SceneState, SpeakerView};
