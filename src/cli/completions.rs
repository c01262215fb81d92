//! `horgos completions` and `horgos man`: files that packages install, generated from the arguments.

use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use super::usage::FAILED;
use super::{print, report};

/// The foot of a manual page.
const SOURCE: &str = concat!("horgos ", env!("CARGO_PKG_VERSION"));

/// The end of the first page: everything that does not follow from the arguments.
const MORE: &str = r".SH EXAMPLES
.TP
\fBhorgos\fR
Open the bundled dataset: Enter opens a figure, ? lists the keys, q quits.
.TP
\fBhorgos check mine.csv\fR
Report what cannot be true in figures of your own.
.TP
\fBhorgos print \-\-format markdown mine.csv\fR
Print them as tables for a report.
.TP
\fBhorgos print \-\-screen 120x36 \-\-format svg > screen.svg\fR
Draw a picture of the screen.
.TP
\fBhorgos present\fR
Give the talk of the bundled dataset.
.SH EXIT STATUS
.TP
0
Nothing went wrong; of \fBhorgos check\fR, nothing was found beyond notes.
.TP
1
\fBhorgos check\fR found a contradiction or a doubt, or \fBhorgos tour check\fR a step that does not do what it says.
.TP
2
The arguments, the dataset or the configuration cannot be used, or the output cannot be written.
.TP
101
A defect of the program, which a report on standard error describes.
.SH ENVIRONMENT
.TP
\fBNO_COLOR\fR, \fBCLICOLOR_FORCE\fR, \fBCLICOLOR\fR
Decide about colours where \-\-color does not, in this order.
.TP
\fBHORGOS_SECURE\fR
Any value except an empty one closes every way to files, the shell and the clipboard.
.TP
\fBHORGOS_NO_SYNC\fR
As \-\-no\-sync.
.TP
\fBLC_ALL\fR, \fBLC_CTYPE\fR, \fBLANG\fR, \fBTERM\fR
Decide about glyphs where \-\-glyphs does not.
.SH FILES
.TP
\fB$XDG_CONFIG_HOME/horgos/config.toml\fR
The configuration, else ~/.config/horgos/config.toml.
.TP
\fB$XDG_RUNTIME_DIR/horgos/\fR
The sockets of a talk.
";

#[derive(Debug, Args)]
pub struct CompletionsCommand {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Args)]
pub struct ManCommand {
    /// A subcommand, such as print or tour-check [default: the page of horgos itself]
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

impl CompletionsCommand {
    pub fn run(self, program: &mut Command) -> color_eyre::Result<ExitCode> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, program, "horgos", &mut script);
        print::print(&String::from_utf8(script)?)
    }
}

impl ManCommand {
    pub fn run(self, program: Command) -> color_eyre::Result<ExitCode> {
        let mut all = program.disable_help_subcommand(true);
        all.build();
        let Some(command) = page(&all, self.command.as_deref()) else {
            let names = names(&all, "");
            report::say(&format!("error: no such command; there are {}", names.join(", ")));
            return Ok(ExitCode::from(FAILED));
        };
        let mut text = Vec::new();
        clap_mangen::Man::new(command).source(SOURCE).render(&mut text)?;
        if self.command.is_none() {
            text.extend_from_slice(MORE.as_bytes());
        }
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
