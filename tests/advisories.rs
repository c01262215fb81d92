//! No package of the lock files has a known hole: held against a dated copy of the advisories that concern them, so that it is
//! checked also where the database of advisories cannot be fetched.
//!
//! After a change of the lock files, and before a release, with a checkout of the `rustsec/advisory-db` repository:
//! `UPDATE_ADVISORIES=FOLDER cargo test --test advisories`, then read the diff. A package that is new to a lock file has no
//! lines until then.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const COPY: &str = "packaging/advisories.tsv";
/// The harness has packages of its own.
const LOCKS: [&str; 2] = ["Cargo.lock", "fuzz/Cargo.lock"];

/// Name and version of every package.
fn locked() -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    for lock in LOCKS {
        let text = fs::read_to_string(Path::new(ROOT).join(lock)).expect("a lock file");
        for package in text.split("[[package]]").skip(1) {
            let value = |key: &str| {
                let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
                line.expect("a value").trim_end_matches('"').to_owned()
            };
            all.insert((value("name"), value("version")));
        }
    }
    all
}

/// The numbers of a version, without what follows `-` or `+`.
fn numbers(version: &str) -> Vec<u64> {
    let core = version.trim().split(['-', '+']).next().unwrap_or_default();
    core.split('.').map(|part| part.parse().expect("a number")).collect()
}

fn compare(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (numbers(one), numbers(other));
    one.resize(3, 0);
    other.resize(3, 0);
    one.cmp(&other)
}

/// True if a version meets a requirement such as `>= 0.9.3, < 0.10.0`.
fn meets(version: &str, requirement: &str) -> bool {
    requirement.split(',').map(str::trim).all(|part| {
        let end = part.find(|c: char| c.is_ascii_digit()).expect("a version");
        let (sign, bound) = (part[..end].trim(), &part[end..]);
        let order = compare(version, bound);
        match sign {
            ">=" => order.is_ge(),
            ">" => order.is_gt(),
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            "=" => order.is_eq(),
            "^" => {
                let (own, bound) = (numbers(version), numbers(bound));
                let fixed =
                    bound.iter().position(|number| *number != 0).map_or(bound.len(), |first| first + 1);
                order.is_ge() && own.iter().take(fixed).eq(bound.iter().take(fixed))
            }
            _ => panic!("{requirement}: an unknown sign"),
        }
    })
}

/// The texts of a list of a TOML file, by its key.
fn list(text: &str, key: &str) -> Vec<String> {
    let Some(start) = text.find(&format!("\n{key} = [")) else { return Vec::new() };
    let rest = &text[start..];
    let end = rest.find(']').unwrap_or(rest.len());
    rest[..end].split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Writes the copy anew from a checkout of the database.
fn update(database: &Path) {
    let mut lines = Vec::new();
    let names: BTreeSet<String> = locked().into_iter().map(|(name, _)| name).collect();
    for name in names {
        for file in fs::read_dir(database.join("crates").join(&name)).into_iter().flatten().flatten() {
            let text = fs::read_to_string(file.path()).expect("an advisory");
            let id = file.path().file_stem().expect("a name").to_string_lossy().into_owned();
            let safe = [list(&text, "patched"), list(&text, "unaffected")].concat().join(" | ");
            if !text.contains("\nwithdrawn = ") {
                lines.push(format!("{name}\t{id}\t{safe}\n"));
            }
        }
    }
    lines.sort();
    let git = std::process::Command::new("git")
        .args(["log", "-1", "--format=%cs"])
        .current_dir(database)
        .output()
        .expect("git");
    let day = String::from_utf8_lossy(&git.stdout).trim().to_owned();
    let head = format!(
        "# Advisories of the RustSec database (CC0) on packages of the lock files, as of {day}: package, id, versions that are safe.\n"
    );
    fs::write(Path::new(ROOT).join(COPY), head + &lines.concat()).expect("it can be written");
}

#[test]
fn no_package_has_a_known_hole() {
    if let Some(database) = std::env::var_os("UPDATE_ADVISORIES") {
        update(Path::new(&database));
    }
    let copy = fs::read_to_string(Path::new(ROOT).join(COPY)).expect("the copy");
    let locked = locked();
    let advisories = copy.lines().filter(|line| !line.starts_with('#'));
    let mut tried = 0;
    for line in advisories {
        let fields: Vec<&str> = line.split('\t').collect();
        let [package, id, safe] = fields[..] else { panic!("{line:?}") };
        for (name, version) in locked.iter().filter(|(name, _)| name == package) {
            let is_safe = safe.split(" | ").filter(|one| !one.is_empty()).any(|one| meets(version, one));
            assert!(is_safe, "{name} {version} has {id}; safe are {safe}");
            tried += 1;
        }
    }
    assert!(tried > 10, "only {tried} advisories were compared");
}

#[test]
fn requirements_are_read_as_cargo_reads_them() {
    for (version, requirement, expected) in [
        ("1.0.104", ">= 1.0.103", true),
        ("1.0.9", ">= 1.0.103", false),
        ("0.9.5", ">= 0.9.3, < 0.10.0", true),
        ("0.10.0", ">= 0.9.3, < 0.10.0", false),
        ("0.20.3", "^0.20.2", true),
        ("0.21.0", "^0.20.2", false),
        ("1.4.0", "^1.2", true),
        ("0.2.4", "=0.2.4", true),
        ("0.2.40", "=0.2.4", false),
    ] {
        assert_eq!(meets(version, requirement), expected, "{version} {requirement}");
    }
}
