//! Links the C library in where the system has it as an archive, so that no loader has to find, map and relocate
//! libraries before `main`: a good part of the time until the first frame.
//!
//! The compiler can do so itself (`crt-static`), but not for a crate whose build runs procedural macros. What it asks
//! the linker for, is therefore answered by scripts that name the archives. Where one of them is missing, where a
//! build is for another system, or where somebody gives flags of their own, the program is linked as any other.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Libraries that the standard library asks for.
const ASKED: [&str; 7] = ["c", "dl", "gcc_s", "m", "pthread", "rt", "util"];

/// What answers all of them.
const ARCHIVES: [&str; 8] =
    ["libc.a", "libdl.a", "libgcc.a", "libgcc_eh.a", "libm.a", "libpthread.a", "librt.a", "libutil.a"];

/// What such a program begins with; a C library that has it can stand at any address.
const START: &str = "rcrt1.o";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |name: &str, wanted: &str| env::var(name).is_ok_and(|value| value == wanted);
    let own_flags = env::var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| !flags.is_empty());
    let glibc = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    let native = env::var("HOST").ok() == env::var("TARGET").ok();
    if !own_flags
        && glibc
        && native
        && found(START).is_some()
        && let Some(archives) = ARCHIVES.into_iter().map(found).collect::<Option<Vec<_>>>()
    {
        link(&archives);
    }
}

/// Where the linker finds a file; it answers with the bare name where it does not.
fn found(name: &str) -> Option<PathBuf> {
    let linker = env::var("RUSTC_LINKER").unwrap_or_else(|_| "cc".to_owned());
    let answer = Command::new(linker).arg(format!("-print-file-name={name}")).output().ok()?;
    let path = PathBuf::from(String::from_utf8(answer.stdout).ok()?.trim());
    path.is_absolute().then_some(path)
}

/// Has the program, and nothing else of the package, linked from the archives.
fn link(archives: &[PathBuf]) {
    let folder = Path::new(&env::var_os("OUT_DIR").expect("cargo names it")).join("archives");
    let quoted: Vec<String> = archives.iter().map(|path| format!("\"{}\"", path.display())).collect();
    fs::create_dir_all(&folder).expect("the folder is the build's own");
    for name in ASKED {
        let script = format!("GROUP({})\n", quoted.join(" "));
        fs::write(folder.join(format!("lib{name}.a")), script).expect("the folder is the build's own");
    }
    println!("cargo:rustc-link-arg-bins=-L{}", folder.display());
    println!("cargo:rustc-link-arg-bins=-static-pie");
}
