//! Reports errors and panics: plainly, on standard error, and without ever causing another panic.

use std::io::Write;

use color_eyre::config::{HookBuilder, Theme};

use crate::text::harmless::harmless;

/// The exit code after a panic, as that of any Rust program.
const PANICKED: i32 = 101;

/// Installs the error and panic hooks. A panic in any thread is reported and then ends the program: a partial result
/// would look complete. Reports have no colours, since they may end up in a file, and no source locations for user
/// errors.
///
/// # Errors
///
/// If hooks were installed before.
pub fn install() -> color_eyre::Result<()> {
    let builder = HookBuilder::default().theme(Theme::new()).display_env_section(false);
    let (panic, error) = builder.into_hooks();
    error.install()?;
    std::panic::set_hook(Box::new(move |what| {
        say(&panic.panic_report(what).to_string());
        std::process::exit(PANICKED);
    }));
    Ok(())
}

/// Writes lines to standard error, ignoring failure. Harmful characters are written out, because messages quote file
/// names and arguments.
pub fn say(text: &str) {
    let lines: Vec<String> = text.lines().map(harmless).collect();
    let _ = writeln!(std::io::stderr(), "{}", lines.join("\n"));
}
