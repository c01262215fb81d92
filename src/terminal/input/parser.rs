//! Parses everything that a terminal sends.
//!
//! Every control sequence ends, known or not. `ESC` and CAN end an unfinished one, and Ctrl-C ends it and counts as the
//! key. So nothing that a terminal or another program sends can block the keyboard, however it was cut off.

use std::time::Duration;

use crossterm::event::KeyEvent;

use super::characters::Characters;
use super::key::{key_of, typed};
use super::sequence::{self, Introducer, Mouse, Sequence};
use crate::dashboard::{Event, Key, Move};

/// The minimum silence after the key Esc; the bytes of a sequence follow each other faster.
const TIMEOUT: Duration = Duration::from_millis(50);
/// How long to wait for the rest of a sequence that has certainly begun. Anything later would be typed as text, but
/// while it is awaited, keys are held back.
const LONG_TIMEOUT: Duration = Duration::from_secs(1);

/// More parameters than any key has; of a longer list, only the end matters.
const MOST_PARAMETERS: usize = 64;
/// The maximum number of bytes kept of a paste: a file pasted by mistake must not fill memory.
const MOST_PASTED: usize = 1 << 16;

const CTRL_C: char = '\u{3}';
const CANCEL: char = '\u{18}';
const ESCAPE: char = '\u{1b}';
const BELL: char = '\u{7}';

/// Turns bytes into events, in pieces of any size.
#[derive(Debug, Default)]
pub struct Parser {
    characters: Characters,
    state: State,
    /// The text of an unfinished paste.
    paste: Option<String>,
    events: Vec<Event>,
}

/// The sequence that has begun.
#[derive(Debug, Default)]
enum State {
    /// None.
    #[default]
    Ground,
    /// `ESC` has arrived. It is not a key if it ended something.
    Escape { is_key: bool },
    /// `ESC [` or `ESC O`, with the parameters after it.
    Parameters(Introducer, Vec<u8>),
    /// `ESC [ [`, after which the Linux console has a letter.
    ConsoleKey,
    /// `ESC [ M`, and the characters after it: the oldest mouse report.
    Mouse(Vec<char>),
    /// A string until `ESC \` or the bell, such as an answer to a question.
    String,
}

impl Parser {
    /// Takes bytes in the order in which they arrived.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        let mut characters = std::mem::take(&mut self.characters);
        for byte in bytes {
            characters.push(*byte, |c| self.take(c));
        }
        self.characters = characters;
        std::mem::take(&mut self.events)
    }

    /// How long the terminal may be silent before [`Parser::give_up`] is due; `None` if nothing is unfinished.
    pub fn timeout(&self) -> Option<Duration> {
        match (&self.state, &self.paste) {
            (State::Ground, _) => None,
            (State::Escape { is_key: true }, None) => Some(TIMEOUT),
            (
                State::Escape { .. }
                | State::Parameters(..)
                | State::ConsoleKey
                | State::Mouse(_)
                | State::String,
                _,
            ) => Some(LONG_TIMEOUT),
        }
    }

    /// Gives up on an unfinished sequence. An `ESC` alone was the key.
    pub fn give_up(&mut self) -> Vec<Event> {
        if let State::Escape { is_key } = std::mem::take(&mut self.state) {
            self.escape(is_key);
        }
        std::mem::take(&mut self.events)
    }

    fn take(&mut self, c: char) {
        match (c, std::mem::take(&mut self.state)) {
            (CTRL_C, _) => {
                self.paste = None;
                self.key(typed(c));
            }
            (CANCEL, State::Ground) if self.paste.is_none() => self.key(typed(c)),
            (CANCEL, _) => self.paste = None,
            (ESCAPE, State::Ground) => self.state = State::Escape { is_key: true },
            (ESCAPE, State::Escape { is_key }) => {
                self.escape(is_key);
                self.state = State::Escape { is_key: true };
            }
            (ESCAPE, _) => self.state = State::Escape { is_key: false },
            (_, State::Mouse(before)) if c == '\0' || c >= ' ' => self.mouse(before, c),
            ('\u{80}'..='\u{9f}', state) => self.control(c, state),
            // F5 on the Linux console; F1 to F4 mean nothing here.
            ('E', State::ConsoleKey) if self.paste.is_none() => self.events.push(Event::Key(Key::F5)),
            (' '..='~', State::ConsoleKey) | (BELL, State::String) => {}
            (_, State::Ground | State::ConsoleKey | State::Mouse(_)) => self.character(c),
            (_, State::Escape { is_key }) => self.after_escape(c, is_key),
            (_, State::Parameters(introducer, parameters)) => self.parameter(introducer, parameters, c),
            (_, State::String) => self.state = State::String,
        }
    }

    /// A C1 control: `ESC` and a character in one.
    fn control(&mut self, c: char, state: State) {
        match char::from_u32(u32::from(c) - 0x40) {
            Some(opens @ ('[' | 'O' | 'P' | 'X' | '\\' | ']' | '^' | '_')) => self.after_escape(opens, false),
            Some(_) | None => self.state = state,
        }
    }

    /// A character that is not part of a sequence.
    fn character(&mut self, c: char) {
        match &mut self.paste {
            Some(text) if text.len() < MOST_PASTED => text.push(c),
            Some(_) => {}
            None => self.key(typed(c)),
        }
    }

    /// Begins the sequence of `ESC` and this character. If there is none, they are a key with Alt or two keys that a slow
    /// connection has joined: the bytes are the same.
    fn after_escape(&mut self, c: char, is_key: bool) {
        match c {
            '[' => self.state = State::Parameters(Introducer::Csi, Vec::new()),
            'O' => self.state = State::Parameters(Introducer::Ss3, Vec::new()),
            'P' | 'X' | ']' | '^' | '_' => self.state = State::String,
            // The end of a string that was abandoned.
            '\\' => {}
            '\u{8}' | '\u{7f}' if is_key && self.paste.is_none() => {
                self.events.push(Event::Key(Key::AltBackspace));
            }
            // Ctrl-C and its like are never part of a chord.
            _ if is_key && self.paste.is_none() && (c == '\r' || !c.is_control()) => {
                match typed(c).and_then(key_of) {
                    Some(key) => self.events.push(Event::AfterEscape(key)),
                    None => self.escape(is_key),
                }
            }
            _ => {
                self.escape(is_key);
                self.character(c);
            }
        }
    }

    fn parameter(&mut self, introducer: Introducer, mut parameters: Vec<u8>, c: char) {
        let Some(byte @ 0x20..=0x7e) = u8::try_from(c).ok() else {
            // A key or a letter: the sequence was cut off.
            return self.character(c);
        };
        match (introducer, byte, parameters.as_slice()) {
            (Introducer::Csi, b'M', []) => self.state = State::Mouse(Vec::new()),
            (Introducer::Csi, b'[', []) => self.state = State::ConsoleKey,
            // The keys of rxvt with Shift, such as `CSI 3 $`, end before the byte that ends all other sequences.
            (Introducer::Csi, b'$', [b'0'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']) => {
                self.finish(sequence::decode(introducer, &parameters, byte));
            }
            (Introducer::Csi, 0x20..=0x3f, _) | (Introducer::Ss3, b'0'..=b';', _) => {
                if parameters.len() < MOST_PARAMETERS {
                    parameters.push(byte);
                }
                self.state = State::Parameters(introducer, parameters);
            }
            (Introducer::Csi | Introducer::Ss3, _, _) => {
                let is_whole = parameters.len() < MOST_PARAMETERS;
                self.finish(if is_whole { sequence::decode(introducer, &parameters, byte) } else { None });
            }
        }
    }

    /// The next of the three characters that encode button, column and row.
    fn mouse(&mut self, mut characters: Vec<char>, c: char) {
        characters.push(c);
        match <[char; 3]>::try_from(characters.as_slice()) {
            Ok(three) => self.finish(sequence::three_characters(three).map(Sequence::Mouse)),
            Err(_) => self.state = State::Mouse(characters),
        }
    }

    fn finish(&mut self, sequence: Option<Sequence>) {
        match sequence {
            Some(Sequence::PasteBegins) if self.paste.is_none() => self.paste = Some(String::new()),
            Some(Sequence::PasteEnds) => self.events.extend(self.paste.take().map(Event::Paste)),
            Some(Sequence::Key(event)) => self.key(Some(event)),
            Some(Sequence::Mouse(mouse)) if self.paste.is_none() => self.events.push(match mouse {
                Mouse::Click(at) => Event::Click(at),
                Mouse::Wheel { up, at } => Event::Wheel(if up { Move::Previous } else { Move::Next }, at),
            }),
            Some(Sequence::PasteBegins | Sequence::Mouse(_)) | None => {}
        }
    }

    /// An `ESC` that begins nothing. In a paste it ends the paste.
    fn escape(&mut self, is_key: bool) {
        if is_key || self.paste.is_some() {
            self.key(typed(ESCAPE));
        }
    }

    /// Adds the event of a key. During a paste, Esc ends the paste, Ctrl-C ends it and counts as the key, and no other
    /// key counts: pasted text may contain sequences.
    fn key(&mut self, event: Option<KeyEvent>) {
        let Some(key) = event.and_then(key_of) else { return };
        match (key, self.paste.is_some()) {
            (_, false) => self.events.push(Event::Key(key)),
            (Key::Ctrl('c'), true) => {
                self.paste = None;
                self.events.push(Event::Key(key));
            }
            (Key::Escape, true) => self.paste = None,
            (_, true) => {}
        }
    }
}
