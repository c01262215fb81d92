//! Trade figures you can stand behind, in a terminal.
//!
//! The screen, and the file that makes each part of it:
//!
//! ```text
//!  Xinjiang and Central Asia: trade in 2023     Global Times, 2024-02-07   screen/header.rs
//!  ✗ Exports +23.2 % and total +50 % cannot both hold                      screen/lead.rs
//!    exports 2022      ▆▆▆▆▆▆▆▆▆▆▆▆▆▓▓┤  200.05 to 200.22 bn CNY           screen/picture.rs
//!  1 Key figures  2 Central Asia  3 Horgos Port  4 Growth  …               screen/tabs.rs
//! ━ 1 Key figures ━━━━━━━ 2023 ━  ─ 2 Central Asia partners ───── 2023 ─   screen/pane.rs, heading.rs
//!  ▸ Exports      246.57 bn CNY      Tajikistan  ▴ +93.4 %  │━━━━┊━━━━╸    screen/row.rs, bars.rs
//!    Imports       37.10 bn CNY      Kazakhstan  ▴ +70.8 %  │━━━━┊━━       screen/panes/listing.rs, ranking.rs
//! ─ 6 Checks · 1 contradiction ─────────────────────────────────────────
//!    ✗ exports +23.2 % and total +50 % cannot both hold                    screen/panes/reconciliation.rs
//!  246.57 bn CNY  ✗, contradicted      Xinjiang, exports to …, 2023        screen/strip.rs
//!  As printed  "246.57 billion yuan"  ¶1
//!  ↑↓ row  Tab pane  Enter open  z zoom  ? help  q quit                    screen/footer.rs
//! ```
//!
//! Enter and `?` open a text over it: `screen/overlay.rs`. Where everything goes is decided in `dashboard/layout.rs`.
//!
//! Modules stand on one straight street, and each knows only those to its left:
//! `text` → [`dataset`] → [`formats`] → `records` → [`analysis`] → [`wording`] → [`draft`] → [`dashboard`] → [`review`] → [`stage`] → [`screen`] → [`terminal`], with
//! [`print`](mod@print) next to the screen. [`cli`] starts them.

pub mod analysis;
pub mod cli;
pub mod dashboard;
pub mod dataset;
pub mod draft;
pub mod formats;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
pub mod print;
mod records;
pub mod review;
pub mod screen;
pub mod stage;
pub mod terminal;
mod text;
pub mod wording;
