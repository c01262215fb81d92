//! Links the unwinder in where the toolchain has it as an archive: one library less that the loader has to find, map
//! and relocate before `main`, and the time until the first frame is short enough to notice.

use std::env;
use std::path::Path;
use std::process::Command;

const ARCHIVE: &str = "libgcc_eh.a";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, wanted: &str| env::var(name).is_ok_and(|value| value == wanted);
    let target = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    let native = env::var("HOST").ok() == env::var("TARGET").ok();
    if target && native && has_archive() {
        println!("cargo:rustc-link-lib=gcc_eh");
    }
}

/// Whether the linker knows where the archive is; it answers with the bare name where it does not.
fn has_archive() -> bool {
    let linker = env::var("RUSTC_LINKER").unwrap_or_else(|_| "cc".to_owned());
    let found = Command::new(linker).arg(format!("-print-file-name={ARCHIVE}")).output();
    found.is_ok_and(|found| Path::new(String::from_utf8_lossy(&found.stdout).trim()).is_absolute())
}
