//! A fast hash for keys that this program numbers itself.
//!
//! Finding trades is most of the work of deriving and reconciling, and the standard hash is made for keys that
//! somebody may have chosen to collide. Codes of places and products are numbered one after the other here, so a
//! multiplication is enough.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by trade and indicator.
pub type Map<K, V> = HashMap<K, V, BuildHasherDefault<Multiplying>>;

/// Multiplies and rotates, as rustc's own hash does.
#[derive(Debug, Default, Clone, Copy)]
pub struct Multiplying(u64);

impl Hasher for Multiplying {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(0xf135_7aea_2e62_a9c5);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number.cast_unsigned() as u64);
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(26) ^ self.0
    }
}
