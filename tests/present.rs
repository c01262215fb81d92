//! Talks: keys and time go in, screens, bytes and scenes come out.

#[path = "present/bytes.rs"]
mod bytes;
#[path = "present/kiosk.rs"]
mod kiosk;
#[path = "present/looks.rs"]
mod looks;
#[path = "present/notes.rs"]
mod notes;
#[path = "present/path.rs"]
mod path;
#[path = "present/reload.rs"]
mod reload;
#[path = "present/speaker.rs"]
mod speaker;
#[path = "present/support.rs"]
mod support;
