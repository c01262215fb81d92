//! Links the C library statically where the system has it as an archive. That saves the dynamic loader's work before
//! `main`, about 0.4 of the 2 ms to the first frame (see RELEASE.md).
//!
//! The compiler could do this itself (`crt-static`), but not for a crate whose build runs procedural macros. So the
//! libraries it asks the linker for are answered by linker scripts that name the archives. The program is linked as any
//! other where an archive is missing, in a cross build, with `RUSTFLAGS` of one's own other than `--remap-path-prefix`, which
//! releases are built with, and with `HORGOS_NO_STATIC` set.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The libraries that the standard library asks for.
const REQUESTED: [&str; 7] = ["c", "dl", "gcc_s", "m", "pthread", "rt", "util"];

/// The archives that satisfy all of them.
const ARCHIVES: [&str; 8] =
    ["libc.a", "libdl.a", "libgcc.a", "libgcc_eh.a", "libm.a", "libpthread.a", "librt.a", "libutil.a"];

/// The start file of a static program that can be loaded at any address.
const START_FILE: &str = "rcrt1.o";

/// Names of the functions that run at the start and on common keys, one per line: `packaging/startup-order` makes the file.
const STARTUP_ORDER: &str = "packaging/startup-order.txt";

/// Set to anything but an empty string, it keeps the program linked to shared libraries.
const SWITCH: &str = "HORGOS_NO_STATIC";

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={STARTUP_ORDER}");
    println!("cargo:rerun-if-env-changed={SWITCH}");
    if is_wanted()
        && find(START_FILE).is_some()
        && let Some(archives) = ARCHIVES.into_iter().map(find).collect::<Option<Vec<_>>>()
    {
        link(&archives);
        if has_packed_relocations() {
            println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        }
        if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
            gather_startup();
        }
    }
}

fn is_wanted() -> bool {
    let is = |name: &str, wanted: &str| env::var(name).is_ok_and(|value| value == wanted);
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_glibc = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    let is_native = env::var("HOST").ok() == env::var("TARGET").ok();
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    is_glibc && is_native && link_as_before(&flags) && !is_set(SWITCH)
}

/// True if flags, separated by U+001F, change nothing about linking: they only replace folders in the names of files.
fn link_as_before(flags: &str) -> bool {
    let is_remap = |flag: &str| flag.starts_with("--remap-path-prefix=");
    flags.split('\u{1f}').filter(|flag| !flag.is_empty()).all(is_remap)
}

/// Where the linker finds a file; it answers with the bare name if it does not.
fn find(name: &str) -> Option<PathBuf> {
    let linker = env::var("RUSTC_LINKER").unwrap_or_else(|_| "cc".to_owned());
    let answer = Command::new(linker).arg(format!("-print-file-name={name}")).output().ok()?;
    let path = PathBuf::from(String::from_utf8(answer.stdout).ok()?.trim());
    path.is_absolute().then_some(path)
}

/// Links the binary, and nothing else of the package, from the archives.
fn link(archives: &[PathBuf]) {
    let folder = Path::new(&env::var_os("OUT_DIR").expect("cargo sets it")).join("archives");
    let quoted: Vec<String> = archives.iter().map(|path| format!("\"{}\"", path.display())).collect();
    fs::create_dir_all(&folder).expect("OUT_DIR is writable");
    for name in REQUESTED {
        let script = format!("GROUP({})\n", quoted.join(" "));
        fs::write(folder.join(format!("lib{name}.a")), script).expect("OUT_DIR is writable");
    }
    println!("cargo:rustc-link-arg-bins=-L{}", folder.display());
    println!("cargo:rustc-link-arg-bins=-static-pie");
}

/// True if the C library can relocate itself from a bitmap: since glibc 2.36. The list that it replaces is a quarter of a
/// megabyte, all of it read at the start.
fn has_packed_relocations() -> bool {
    let Ok(answer) = Command::new("getconf").arg("GNU_LIBC_VERSION").output() else { return false };
    let answer = String::from_utf8_lossy(&answer.stdout);
    let version = answer.trim().strip_prefix("glibc ").and_then(|version| version.split_once('.'));
    let number = |text: &str| text.parse::<u32>().ok();
    version.is_some_and(|(major, minor)| (number(major), number(minor)) >= (Some(2), Some(36)))
}

/// Puts the functions of [`STARTUP_ORDER`] next to each other. The kernel maps a program in runs of 16 pages around each one
/// that is touched, so that functions which are scattered over the whole file bring nearly all of it into memory. A name that
/// no longer exists matches nothing; functions that are missing from the list lie where they would anyway.
fn gather_startup() {
    let names = fs::read_to_string(STARTUP_ORDER).expect("it is part of the package");
    let names = names.lines().filter(|line| !line.starts_with('#'));
    let sections: Vec<String> = names.map(input_sections).collect();
    let script =
        format!("SECTIONS {{ .text.startup_order : {{\n{}}} }} INSERT BEFORE .text;\n", sections.concat());
    let path = Path::new(&env::var_os("OUT_DIR").expect("cargo sets it")).join("startup-order.ld");
    fs::write(&path, script).expect("OUT_DIR is writable");
    println!("cargo:rustc-link-arg-bins=-Wl,-T,{}", path.display());
}

/// The sections that hold the code of a name, as the linker is asked for them: of a function, which may be followed by a number
/// that the compiler adds, or of a member of an archive.
fn input_sections(name: &str) -> String {
    match name.split_once(':') {
        Some((archive, member)) => format!("*{archive}:{member}(.text .text.*)\n"),
        None => format!("*(.text.{name} .text.{name}.* .text.unlikely.{name})\n"),
    }
}
