//! A strict terminal: it panics at anything that real terminals treat differently.
//!
//! Examples: a relative move while a wrap is pending or after a glyph of uncertain width, a line feed on the last row,
//! a move off the screen, an erase with attributes on, half a wide glyph left over.

use crate::look::Look;
use crate::tokens::{Token, tokens};
use horgos::terminal::{Abilities, Repeat};
use ratatui::style::{Color, Modifier};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub struct Glass {
    abilities: Abilities,
    rows: Vec<Vec<Look>>,
    row: usize,
    column: Option<usize>,
    pen: Look,
    /// The glyph written by the last token, and its column.
    last: Option<(char, usize)>,
}

impl Glass {
    pub fn new(width: u16, height: u16, abilities: Abilities) -> Self {
        let junk = Look { symbol: "#".into(), bg: Color::Red, ..Look::BLANK };
        let rows = vec![vec![junk; usize::from(width)]; usize::from(height)];
        let pen = Look { style: Modifier::REVERSED, ..Look::BLANK };
        Self { abilities, rows, row: 0, column: None, pen, last: None }
    }

    /// The visible part of its cells.
    pub fn shows(&self) -> Vec<Vec<Look>> {
        self.rows.iter().map(|row| row.iter().cloned().map(Look::seen).collect()).collect()
    }

    pub fn feed(&mut self, bytes: &[u8]) {
        for token in tokens(bytes, self.abilities) {
            let last = self.last.take();
            match token {
                Token::Glyph(c) => self.print(c, last),
                Token::Backspace => self.column = Some(self.known_column() - 1),
                Token::LineFeed => self.down(1),
                Token::Return => self.column = Some(0),
                Token::Sync(_) => {}
                Token::Csi(numbers, b'm') => self.sgr(&numbers),
                Token::Csi(numbers, last_byte) => self.csi(&numbers, last_byte, last),
            }
        }
    }

    fn known_column(&self) -> usize {
        self.column.expect("the cursor's column is uncertain")
    }

    fn down(&mut self, rows: usize) {
        self.known_column();
        self.row += rows;
        assert!(self.row < self.rows.len(), "below the last row");
    }

    fn csi(&mut self, numbers: &[Option<usize>], last_byte: u8, last: Option<(char, usize)>) {
        let n = numbers.first().copied().flatten().unwrap_or(1);
        assert!(n > 0, "a parameter of 0 means 1");
        let columns = self.rows[0].len();
        match last_byte {
            b'A' => self.row = self.row.checked_sub(n).expect("above the first row"),
            b'B' => self.down(n),
            b'C' => self.column = Some(self.known_column() + n),
            b'D' => self.column = Some(self.known_column() - n),
            b'G' => self.column = Some(n - 1),
            b'd' => {
                self.known_column();
                self.row = n - 1;
            }
            b'H' => {
                self.row = n - 1;
                self.column = Some(numbers.get(1).copied().flatten().unwrap_or(1) - 1);
            }
            b'J' if numbers.is_empty() => {
                self.erase(self.row, self.known_column(), columns);
                (self.row + 1..self.rows.len()).for_each(|y| self.erase(y, 0, columns));
            }
            b'J' => (0..self.rows.len()).for_each(|y| self.erase(y, 0, columns)),
            b'K' => self.erase(self.row, self.known_column(), columns),
            b'X' => self.erase(self.row, self.known_column(), self.known_column() + n),
            b'b' => {
                let (glyph, _) = last.expect("REP follows its glyph at once");
                assert!(glyph.is_ascii() || self.abilities.repeat == Repeat::Any, "REP of {glyph:?}");
                (0..n).for_each(|_| self.print(glyph, None));
                self.last = None;
            }
            other => panic!("CSI {}", char::from(other)),
        }
        assert!(self.row < self.rows.len() && self.column.is_none_or(|c| c < columns), "off the screen");
    }

    fn erase(&mut self, row: usize, from: usize, to: usize) {
        assert!(self.pen.bg == Color::Reset || self.abilities.back_colour_erase, "erases a background");
        let blank = Look { symbol: " ".into(), ..self.pen.clone() };
        assert!(blank.clone().seen().style.is_empty(), "erases with attributes on");
        assert!(to <= self.rows[row].len(), "erases off the screen");
        for column in from..to {
            self.put(row, column, blank.clone());
        }
    }

    /// Marks what is left of a broken wide glyph: every terminal shows something else.
    fn put(&mut self, row: usize, column: usize, look: Look) {
        let cells = &mut self.rows[row];
        let first = (0..=column).rev().find(|&c| !cells[c].symbol.is_empty()).unwrap_or(0);
        let mut c = first + 1;
        while cells.get(c).is_some_and(|cell| cell.symbol.is_empty()) {
            cells[c].symbol = "half a glyph".into();
            cells[first].symbol = "half a glyph".into();
            c += 1;
        }
        cells[column] = look;
    }

    fn print(&mut self, c: char, last: Option<(char, usize)>) {
        let width = c.width().expect("a printable character");
        let column =
            if width == 0 { last.expect("a mark follows its letter").1 } else { self.known_column() };
        let mut symbol = String::from(c);
        if width == 0 {
            symbol.insert_str(0, &self.rows[self.row][column].symbol);
        }
        let width = symbol.width();
        assert!(column + width <= self.rows[0].len(), "{symbol:?} does not fit");
        for covered in 0..width {
            self.put(self.row, column + covered, Look { symbol: " ".into(), ..Look::BLANK });
        }
        for covered in 1..width {
            self.rows[self.row][column + covered] = Look::BLANK;
        }
        let is_uncertain = symbol.chars().count() > 1 || column + width == self.rows[0].len();
        self.rows[self.row][column] = Look { symbol, ..self.pen.clone() };
        self.column = (!is_uncertain).then_some(column + width);
        self.last = Some((c, column));
    }

    fn sgr(&mut self, numbers: &[Option<usize>]) {
        let mut numbers = numbers.iter().map(|n| n.unwrap_or(0));
        let Some(mut code) = numbers.next() else { return self.pen = Look::BLANK };
        let on = [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED]
            .into_iter()
            .chain([Modifier::SLOW_BLINK, Modifier::RAPID_BLINK, Modifier::REVERSED])
            .chain([Modifier::HIDDEN, Modifier::CROSSED_OUT])
            .collect::<Vec<_>>();
        loop {
            match code {
                0 => self.pen = Look::BLANK,
                1..=9 => self.pen.style |= on[code - 1],
                22 => self.pen.style -= Modifier::BOLD | Modifier::DIM,
                25 => self.pen.style -= Modifier::SLOW_BLINK | Modifier::RAPID_BLINK,
                23 | 24 | 27..=29 => self.pen.style -= on[code - 21],
                30..=39 | 90..=97 => self.pen.fg = colour(code, &mut numbers),
                40..=49 | 100..=107 => self.pen.bg = colour(code - 10, &mut numbers),
                other => panic!("SGR {other}"),
            }
            let Some(next) = numbers.next() else { return };
            code = next;
        }
    }
}

fn colour(code: usize, numbers: &mut impl Iterator<Item = usize>) -> Color {
    use Color::{Black, Blue, Cyan, Gray, Green, Magenta, Red, White, Yellow};
    use Color::{DarkGray, LightBlue, LightCyan, LightGreen, LightMagenta, LightRed, LightYellow};
    let mut byte = || numbers.next().and_then(|n| u8::try_from(n).ok()).expect("a colour's number");
    match code {
        39 => Color::Reset,
        38 if byte() == 5 => Color::Indexed(byte()),
        38 => Color::Rgb(byte(), byte(), byte()),
        30..=37 => [Black, Red, Green, Yellow, Blue, Magenta, Cyan, Gray][code - 30],
        _ => [DarkGray, LightRed, LightGreen, LightYellow, LightBlue, LightMagenta, LightCyan, White]
            [code - 90],
    }
}
