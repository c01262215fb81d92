//! A talk without a terminal: what each step of a tour shows, where it goes on the screen, and if it does what it says.
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
mod clock;
pub(crate) mod digits;
mod exhibit;
mod following;
mod kiosk;
mod layout;
mod link;
mod numbers;
mod position;
mod proof;
pub mod protocol;
mod rehearsal;
mod remark;
mod remote;
mod scene;
mod server;
mod shown;
mod socket;
mod speaker_notes;
mod talk;

pub(crate) use caption::Caption;
pub(crate) use check::{SIZES, check};
pub(crate) use exhibit::{Exhibit, StagedStep, open_topic};
pub use following::Following;
pub use link::{Arrival, Drive, Link, SceneSource};
pub(crate) use remark::{Remark, StageFault};
pub use remote::{Outlet, Remote};
pub use scene::{ClockReading, Scene, SceneState, SpeakerView};
pub use server::{Serving, StageServer};
pub(crate) use shown::{Shown, ShownProof};
pub use socket::{SharedWith, Socket, SocketFault, SocketFile, default_folder, ensure_folder};
pub use speaker_notes::SpeakerNotes;
pub(crate) use talk::Over;
pub use talk::{NewVersion, Talk, TalkFault, TalkOptions};
