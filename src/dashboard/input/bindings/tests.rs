//! Properties of the whole table.

use super::*;

#[test]
fn every_key_can_be_typed_on_every_keyboard() {
    let tables = [BINDINGS, ON_PATH, OFF_PATH, IN_TALK, IN_AUDIENCE];
    for (key, _) in tables.into_iter().flatten().flat_map(|binding| binding.keys) {
        match key {
            // Every keyboard has digits and these signs, and a counterpart of every Latin letter. The full stop is
            // the second key of a remote.
            Char(c) => {
                assert!(c.is_ascii_alphanumeric() || "?/:. -+=".contains(*c), "{c} is not on every keyboard");
            }
            // The other chords belong to multiplexers and shells.
            Ctrl(c) => assert!("clz".contains(*c), "Ctrl-{c} belongs to others"),
            Enter
            | Escape
            | Backspace
            | Tab
            | BackTab
            | Up
            | Down
            | Left
            | Right
            | PageUp
            | PageDown
            | Home
            | End
            | Key::Delete
            | AltBackspace
            | F5 => {}
        }
    }
}

#[test]
fn escape_is_never_the_only_way_back() {
    assert_eq!(bound(KeyMode::Command, Backspace), bound(KeyMode::Command, Escape));
}

#[test]
fn no_key_is_bound_twice() {
    for tables in [[BINDINGS, &[]], [ON_PATH, IN_TALK], [OFF_PATH, IN_TALK], [IN_AUDIENCE, BINDINGS]] {
        let keys: Vec<Key> =
            tables.into_iter().flatten().flat_map(|binding| binding.keys).map(|(key, _)| *key).collect();
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{key} is bound twice");
        }
    }
}
