//! The completions and manual pages that packages install match the arguments.
//!
//! After a change of the arguments: `INSTA_UPDATE=always cargo test --test packaging`, then read the diff.

use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.args(arguments).stdin(Stdio::null()).output().expect("the program runs")
}

fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{arguments:?}");
    String::from_utf8(output.stdout).expect("UTF-8").replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

#[test]
fn completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        insta::assert_snapshot!(format!("completions_{shell}"), printed(&["completions", shell]));
    }
}

#[test]
fn manual_pages() {
    insta::assert_snapshot!("man", printed(&["man"]));
    let commands = [
        "print", "check", "present", "draft", "follow", "notes", "tour", "tour-check", "tour-print", "new",
        "engine", "engine-check", "convert", "config", "completions", "man",
    ];
    for command in commands {
        insta::assert_snapshot!(format!("man_{command}"), printed(&["man", command]));
    }
}

#[test]
fn an_unknown_page_is_refused() {
    let output = run(&["man", "nothing"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let Some(names) = said.trim_end().strip_prefix("error: no such command; there are ") else {
        panic!("{said}")
    };
    let expected = "print, check, present, draft, follow, notes, tour, tour-check, tour-print, new, engine, engine-check, convert, config, completions, man";
    assert_eq!(names, expected);
}

/// The bill of materials names what is linked, and nothing that only builds or tests.
#[test]
fn the_bill_of_materials_names_what_is_linked() {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "--example", "sbom"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .output()
        .expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let bill: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let components = bill["components"].as_array().expect("a list");
    let named = |name: &str| components.iter().find(|component| component["name"] == name);
    let ratatui = named("ratatui").expect("ratatui");
    assert!(ratatui["purl"].as_str().is_some_and(|purl| purl.starts_with("pkg:cargo/ratatui@0.")));
    assert_eq!(ratatui["hashes"][0]["content"].as_str().map(str::len), Some(64));
    assert!(named("rust-std").is_some());
    assert_eq!(named("glibc").is_some(), cfg!(all(target_os = "linux", target_env = "gnu")));
    for built in ["proptest", "insta", "serde_derive", "horgos"] {
        assert!(named(built).is_none(), "{built}");
    }
}
