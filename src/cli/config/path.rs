//! Finds the configuration file.

use std::ffi::OsString;
use std::path::PathBuf;

/// `horgos/config.toml` in `$XDG_CONFIG_HOME`, else in `~/.config`, on macOS too; `None` without a home.
///
/// A relative `$XDG_CONFIG_HOME` counts as not set, as the XDG Base Directory Specification demands.
pub fn path(get: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let absolute = |name: &str| get(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = absolute("XDG_CONFIG_HOME").or_else(|| absolute("HOME").map(|home| home.join(".config")));
    folder.map(|folder| folder.join("horgos/config.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_place() {
        for (config, home, expected) in [
            (Some("/c"), Some("/h"), Some("/c/horgos/config.toml")),
            (None, Some("/h"), Some("/h/.config/horgos/config.toml")),
            (Some("relative"), Some("/h"), Some("/h/.config/horgos/config.toml")),
            (Some(""), Some("/h"), Some("/h/.config/horgos/config.toml")),
            (None, None, None),
        ] {
            let get = |name: &str| match name {
                "XDG_CONFIG_HOME" => config.map(OsString::from),
                "HOME" => home.map(OsString::from),
                _ => None,
            };
            assert_eq!(path(&get), expected.map(PathBuf::from));
        }
    }
}
