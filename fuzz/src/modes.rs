//! One way into the program each: how an input gets there, and what is done with it.

use std::sync::Arc;

use horgos::dashboard::{App, Event, Key, Model, Move, Outcome, parse_keys};
use horgos::draft::{CheckedDraft, Draft};
use horgos::formats::{self, Loaded, ReadError};
use horgos::fuzzing;
use ratatui::layout::{Position, Size};

use crate::generate;
use crate::hold::{self, Screen, harmless};
use crate::random::Random;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A dataset by grammar, and keys.
    Generated,
    /// The text of a Data Package, changed.
    Package,
    /// The text of a CSV of figures, changed.
    Csv,
    /// The bundled dataset, and keys.
    Keys,
    /// An address.
    Address,
    /// A configuration file.
    Config,
    /// The answer that an engine printed.
    Answer,
    /// A table of a published format, changed.
    Table,
    /// A table in Parquet.
    Parquet,
    /// Bytes from a terminal.
    Terminal,
    /// The text of an article, changed.
    Article,
}

impl Mode {
    pub const ALL: [Self; 11] = [
        Self::Generated,
        Self::Package,
        Self::Csv,
        Self::Keys,
        Self::Address,
        Self::Config,
        Self::Answer,
        Self::Table,
        Self::Parquet,
        Self::Terminal,
        Self::Article,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Package => "package",
            Self::Csv => "csv",
            Self::Keys => "keys",
            Self::Address => "address",
            Self::Config => "config",
            Self::Answer => "answer",
            Self::Table => "table",
            Self::Parquet => "parquet",
            Self::Terminal => "terminal",
            Self::Article => "article",
        }
    }

    /// How many inputs are tried before the next mode has its turn: an input of some takes a thousand times as long.
    pub fn share(self) -> usize {
        match self {
            Self::Generated | Self::Keys => 1,
            Self::Csv | Self::Article | Self::Table | Self::Parquet => 20,
            Self::Package => 40,
            Self::Address | Self::Config | Self::Answer | Self::Terminal => 60,
        }
    }
}

/// Made once for all inputs.
pub struct Bench {
    bundled: Arc<Model>,
}

impl Bench {
    pub fn new() -> Self {
        let bundled = formats::bundled().expect("the bundled dataset is right");
        Self { bundled: Arc::new(Model::new(bundled.dataset)) }
    }

    /// Tries an input; returns a word for what became of it, by which new kinds of inputs are known.
    pub fn run(&self, mode: Mode, input: &[u8], random: &mut Random) -> String {
        let text = || std::str::from_utf8(input).ok();
        match mode {
            Mode::Generated => {
                let mut chosen = Random::new(input.iter().fold(1, |seed: u64, byte| {
                    seed.wrapping_mul(0x0100_0000_01b3).wrapping_add(u64::from(*byte))
                }));
                let text = generate::dataset(&mut chosen);
                whole(formats::parse("data.json", &text, &none), &mut chosen, 30)
            }
            Mode::Package | Mode::Csv => {
                text().map_or_else(String::new, |text| whole(formats::parse("data", text, &none), random, 4))
            }
            Mode::Keys => {
                let mut app = App::from_model(Arc::clone(&self.bundled), size(random)).with_hints();
                let events = text().and_then(|text| parse_keys(text).ok()).unwrap_or_default();
                use_it(&mut app, events.into_iter().map(Event::Key), random);
                hold::leads_back(&app);
                use_it(&mut app, std::iter::empty(), random);
                String::new()
            }
            Mode::Address => {
                let Some(text) = text() else { return String::new() };
                let mut app = App::from_model(Arc::clone(&self.bundled), Size::new(100, 30));
                let before = app.address();
                match app.visit(text) {
                    Ok(()) => {
                        hold::leads_back(&app);
                        Screen::new().draw(&app);
                        format!("leads to {}", app.address().len() / 8)
                    }
                    Err(why) => {
                        assert_eq!(app.address(), before, "a refused address changes nothing");
                        without_names(&why)
                    }
                }
            }
            Mode::Config => text().map_or_else(String::new, |text| match fuzzing::config(text) {
                Ok(said) | Err(said) => {
                    harmless("a configuration", &said);
                    without_names(&said)
                }
            }),
            Mode::Answer => match fuzzing::answer(input) {
                Ok(groups) => format!("{groups} groups"),
                Err(said) => {
                    harmless("the message on an answer", &said);
                    without_names(&said)
                }
            },
            Mode::Table => match fuzzing::table(input.to_vec(), size(random)) {
                None => "no table".to_owned(),
                Some(Err(said)) => {
                    harmless("the message on a table", &said);
                    without_names(&said)
                }
                Some(Ok((mut app, warnings))) => {
                    warnings.iter().for_each(|warning| harmless("a warning", warning));
                    let random_events: Vec<Event> = (0..6).map(|_| event(random)).collect();
                    use_it(&mut app, random_events.into_iter(), random);
                    hold::leads_back(&app);
                    hold::prints(&app);
                    let kinds: Vec<String> = warnings.iter().map(|warning| without_names(warning)).collect();
                    kinds.join("; ")
                }
            },
            Mode::Parquet => match fuzzing::parquet(input) {
                Ok(rows) => format!("{} rows", rows / 4),
                Err(said) => {
                    harmless("the message on a table", &said);
                    without_names(&said)
                }
            },
            Mode::Article => {
                let text = String::from_utf8_lossy(input);
                let draft = Draft::new("article", &text);
                for row in &draft.rows {
                    assert!(draft.text.get(row.range.clone()).is_some(), "a figure stands in the text");
                }
                let checked = CheckedDraft::new(&draft);
                let apart: usize = draft.collisions().iter().map(Vec::len).sum();
                assert!(checked.set_aside <= apart, "only rows of collisions are set aside");
                harmless("an article", &horgos::print::article_findings_text(&draft, &checked));
                format!("{} rows, {} findings", draft.rows.len() / 2, checked.analysis.findings.len())
            }
            Mode::Terminal => {
                let cut = random.below(input.len() + 1);
                let mut keyboard = fuzzing::keyboard();
                let mut events = keyboard(&input[..cut]);
                events.extend(keyboard(&input[cut..]));
                // However much is unfinished, Ctrl-C is the key that it is.
                let last = keyboard(b"\x03");
                assert_eq!(last.last(), Some(&Event::Key(Key::Ctrl('c'))), "Ctrl-C ends what is unfinished");
                let mut app = App::from_model(Arc::clone(&self.bundled), Size::new(80, 24));
                for event in events.iter().take(40).cloned() {
                    app.handle(event);
                }
                Screen::new().draw(&app);
                format!("{} events", events.len().min(40) / 4)
            }
        }
    }
}

fn none(_: &str) -> Result<String, String> {
    Err("is not there".to_owned())
}

/// Looks at a dataset that could be read in every way; holds that the report on one that cannot be read is harmless.
fn whole(loaded: Result<Loaded, ReadError>, random: &mut Random, events: usize) -> String {
    match loaded {
        Err(error) => {
            harmless("an error", &error.to_string());
            without_names(&error.to_string())
        }
        Ok(Loaded { dataset, warnings, .. }) => {
            warnings.iter().for_each(|warning| harmless("a warning", &warning.to_string()));
            let mut app = App::new(dataset, size(random)).with_hints();
            let random_events: Vec<Event> = (0..events).map(|_| event(random)).collect();
            use_it(&mut app, random_events.into_iter(), random);
            hold::leads_back(&app);
            hold::prints(&app);
            "read".to_owned()
        }
    }
}

/// Sends events, and draws now and then.
fn use_it(app: &mut App, events: impl Iterator<Item = Event>, random: &mut Random) {
    let mut screen = Screen::new();
    screen.draw(app);
    for event in events {
        let outcome = app.handle(event);
        if outcome != Outcome::Unchanged && random.one_in(3) {
            screen.draw(app);
        }
    }
    screen.draw(app);
}

fn size(random: &mut Random) -> Size {
    let sizes = [(80, 24), (120, 36), (40, 12), (200, 60), (0, 0), (39, 11), (1, 500), (65535, 65535)];
    let (width, height) = *random.pick(&sizes);
    if random.one_in(2) { Size::new(width, height) } else { Size::new(100, 30) }
}

fn event(random: &mut Random) -> Event {
    const KEYS: &str = "jkhlgGznNsScuyYevmT?q:/123456789abcкйdiwWO-+";
    let position = Position::new(random.below(130) as u16, random.below(40) as u16);
    match random.below(16) {
        0 => Event::Key(Key::Enter),
        1 => Event::Key(Key::Escape),
        2 => Event::Key(Key::Tab),
        3 => Event::Key(*random.pick(&[Key::Down, Key::PageDown, Key::End, Key::BackTab, Key::Backspace])),
        4 => Event::Paste("pasted\u{301} text".to_owned()),
        5 => Event::Click(position),
        6 => Event::Wheel(*random.pick(&[Move::Next, Move::Previous]), position),
        7 => Event::Resize(size(random)),
        _ => {
            let keys: Vec<char> = KEYS.chars().collect();
            Event::Key(Key::Char(*random.pick(&keys)))
        }
    }
}

/// A message without what it quotes and counts: messages of one kind are alike.
fn without_names(message: &str) -> String {
    let mut quoted = false;
    let first = message.lines().next().unwrap_or_default();
    first
        .chars()
        .filter(|c| {
            quoted ^= *c == '"';
            !quoted && !c.is_ascii_digit()
        })
        .collect()
}
