//! `horgos` in a terminal.

use std::process::ExitCode;

fn main() -> ExitCode {
    horgos::cli::main()
}
