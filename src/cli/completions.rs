//! `horgos completions` and `horgos man`: files that packages install, generated from the arguments.

use std::process::ExitCode;

use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;

use super::{Cli, FAILED, print, report};

/// The foot of a manual page.
const SOURCE: &str = concat!("horgos ", env!("CARGO_PKG_VERSION"));

#[derive(Debug, Args)]
pub struct CompletionsCommand {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Args)]
pub struct ManCommand {
    /// The subcommand whose page is wanted, such as print or tour-check; without one it is that of horgos
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl CompletionsCommand {
    pub fn run(self) -> color_eyre::Result<ExitCode> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "horgos", &mut script);
        print::print(&String::from_utf8(script)?)
    }
}

impl ManCommand {
    pub fn run(self) -> color_eyre::Result<ExitCode> {
        let mut all = Cli::command().disable_help_subcommand(true);
        all.build();
        let Some(command) = page(&all, self.command.as_deref()) else {
            let names = names(&all, "");
            report::say(&format!("error: no such command; there are {}", names.join(", ")));
            return Ok(ExitCode::from(FAILED));
        };
        let mut text = Vec::new();
        clap_mangen::Man::new(command).source(SOURCE).render(&mut text)?;
        print::print(&String::from_utf8(text)?)
    }
}

/// The command that a page documents. A subcommand has the name of its page: `horgos-print`, `horgos-tour-check`.
fn page(all: &Command, subcommand: Option<&str>) -> Option<Command> {
    let Some(name) = subcommand else { return Some(all.clone()) };
    let mut words = name.split('-');
    let command = words.try_fold(all, |command, word| command.find_subcommand(word))?;
    Some(command.clone().version(env!("CARGO_PKG_VERSION")))
}

/// The names of all pages except the first: each command, followed by its subcommands.
fn names(command: &Command, before: &str) -> Vec<String> {
    let named = |command: &Command| {
        let name = format!("{before}{}", command.get_name());
        let own = names(command, &format!("{name}-"));
        [vec![name], own].concat()
    };
    command.get_subcommands().flat_map(named).collect()
}
