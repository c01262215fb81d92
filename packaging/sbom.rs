//! Prints a bill of materials of the program, in `CycloneDX` 1.5: `cargo run --example sbom > horgos.cdx.json`.
//!
//! It lists the packages that are linked into it, with version, licence and checksum, the compiler, and the C library: a
//! static program has parts of glibc in it, so a fix there needs a new build of ours. What only runs while it is built is
//! left out.

use std::collections::BTreeMap;
use std::process::{Command, ExitCode};

use serde_json::{Value, json};

/// The checksums of `Cargo.lock`, by name and version.
type Checksums = BTreeMap<(String, String), String>;

fn main() -> ExitCode {
    match bill() {
        Ok(bill) => {
            println!("{bill:#}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("sbom: {why}");
            ExitCode::FAILURE
        }
    }
}

fn bill() -> Result<Value, String> {
    let tree = said(
        "cargo",
        &["tree", "--locked", "-e", "normal,no-proc-macro", "--prefix", "none", "-f", "{p}|{l}"],
    )?;
    let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock"))
        .map_err(|error| format!("Cargo.lock: {error}"))?;
    let checksums = checksums(&lock);
    let mut components: Vec<Value> = Vec::new();
    let mut lines: Vec<&str> = tree.lines().filter(|line| !line.starts_with("horgos ")).collect();
    lines.sort_unstable();
    lines.dedup_by_key(|line| line.split('|').next());
    components.extend(lines.into_iter().filter_map(|line| package(line, &checksums)));
    components.extend(libraries()?);
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {
            "type": "application",
            "bom-ref": "horgos",
            "name": "horgos",
            "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{"expression": env!("CARGO_PKG_LICENSE")}],
        }},
        "components": components,
    }))
}

/// A line such as `csv v1.3.1|Unlicense OR MIT`; `(*)` behind the version says that it stood before.
fn package(line: &str, checksums: &Checksums) -> Option<Value> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.trim_start_matches('v'));
    let mut component = json!({
        "type": "library",
        "bom-ref": format!("{name}@{version}"),
        "name": name,
        "version": version,
        "purl": format!("pkg:cargo/{name}@{version}"),
    });
    let licence = licence.trim_end_matches(" (*)").replace('/', " OR ");
    if !licence.is_empty() {
        component["licenses"] = json!([{"expression": licence}]);
    }
    if let Some(checksum) = checksums.get(&(name.to_owned(), version.to_owned())) {
        component["hashes"] = json!([{"alg": "SHA-256", "content": checksum}]);
    }
    Some(component)
}

/// The compiler with its standard library, and on Linux the C library of this machine.
fn libraries() -> Result<Vec<Value>, String> {
    let compiler = said("rustc", &["--version"])?;
    let version = compiler.split(' ').nth(1).unwrap_or_default();
    let mut all = vec![json!({"type": "library", "bom-ref": "std", "name": "rust-std", "version": version,
        "licenses": [{"expression": "MIT OR Apache-2.0"}]})];
    if cfg!(all(target_os = "linux", target_env = "gnu")) {
        let glibc = said("getconf", &["GNU_LIBC_VERSION"])?;
        let version = glibc.trim().trim_start_matches("glibc ");
        let mut component = json!({"type": "library", "bom-ref": "glibc", "name": "glibc", "version": version,
            "licenses": [{"expression": "LGPL-2.1-or-later"}]});
        // The package has the fixes that a distribution put into that version.
        if let Ok(package) = said("dpkg-query", &["-W", "-f", "${Version}", "libc6-dev"]) {
            component["purl"] = json!(format!("pkg:deb/debian/libc6-dev@{package}"));
        }
        all.push(component);
    }
    Ok(all)
}

fn checksums(lock: &str) -> Checksums {
    let value = |part: &str, key: &str| {
        let line = part.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
        line.map(|value| value.trim_end_matches('"').to_owned())
    };
    let parts = lock.split("[[package]]").skip(1);
    let known = parts
        .filter_map(|part| Some(((value(part, "name")?, value(part, "version")?), value(part, "checksum")?)));
    known.collect()
}

fn said(program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim()))
    }
}
