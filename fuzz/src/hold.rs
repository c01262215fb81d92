//! Holds that, for any input, nothing harmful is shown, every format is well-formed, every address leads back.

use horgos::dashboard::App;
use horgos::print::{self, Selection};
use horgos::screen::{Canvas, Means, Theme, frame};
use horgos::terminal::{Abilities, Wire};
use unicode_width::UnicodeWidthStr;

/// Characters that no output may have in it; kept apart from the program's own list, as a second opinion.
fn is_harmful(c: char) -> bool {
    let ranges = [
        ('\u{0}', '\u{1f}'),
        ('\u{7f}', '\u{9f}'),
        ('\u{200e}', '\u{200f}'),
        ('\u{2028}', '\u{202e}'),
        ('\u{2060}', '\u{206f}'),
        ('\u{fff9}', '\u{fffb}'),
        ('\u{e0000}', '\u{e007f}'),
        ('\u{fdd0}', '\u{fdef}'),
        ('\u{1bca0}', '\u{1bca3}'),
        ('\u{1d173}', '\u{1d17a}'),
    ];
    // The last two code points of every plane.
    let ends_its_plane = matches!(u32::from(c) % 0x1_0000, 0xfffe | 0xffff);
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&c))
        || ends_its_plane
        || "\u{61c}\u{feff}\u{ad}\u{115f}\u{1160}\u{3164}\u{ffa0}".contains(c)
}

/// Panics if `shown` can drive a terminal. Lines may end.
pub fn harmless(what: &str, shown: &str) {
    if let Some(c) = shown.chars().find(|c| *c != '\n' && is_harmful(*c)) {
        panic!("{what} has {:?} in it: {shown:?}", c);
    }
}

/// A screen as it is drawn, and as it is sent.
pub struct Screen {
    canvas: Canvas,
    wire: Wire,
}

impl Screen {
    pub fn new() -> Self {
        let means = Means::default();
        Self { canvas: Canvas::new(means), wire: Wire::new(Abilities::from_term(Some("xterm-256color"))) }
    }

    /// Draws, and holds that a picture of which parts were kept is the one drawn from nothing.
    pub fn draw(&mut self, app: &App) {
        self.canvas.draw(app);
        let drawn = self.canvas.frame();
        let size = app.size();
        assert_eq!((drawn.area.width, drawn.area.height), (size.width, size.height), "the size of a frame");
        let whole = frame(app, &Theme::new(app.appearance(), Means::default()));
        assert!(*drawn == whole, "a frame drawn in parts is the whole frame");
        for cell in &drawn.content {
            harmless("a cell", cell.symbol());
            assert!(cell.symbol().len() <= 32, "a cell of {} bytes", cell.symbol().len());
            assert!(cell.symbol().width() <= 2, "a cell of {:?}", cell.symbol());
        }
        let sent = self.wire.frame(drawn);
        let text = std::str::from_utf8(sent).expect("frames are UTF-8");
        for piece in text.split('\u{1b}').skip(1) {
            let is_known = piece.strip_prefix('[').is_some_and(|rest| {
                let end =
                    rest.find(|c: char| !matches!(c, '0'..='9' | ';' | '?' | ':')).unwrap_or(rest.len());
                rest[end..]
                    .starts_with(['m', 'H', 'A', 'B', 'C', 'D', 'G', 'K', 'J', 'X', 'b', 'h', 'l', 'd'])
            });
            assert!(is_known, "an unknown sequence: {:?}", &piece[..piece.len().min(20)]);
        }
    }
}

/// Everything that is printed is well-formed and harmless.
pub fn prints(app: &App) {
    let all = Selection::all(app);
    harmless("text", &print::text(all));
    harmless("findings", &print::findings_text(app.words()));
    harmless("Markdown", &print::markdown(all));
    let (mut rows, mut figures, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    print::csv(all, &mut rows).expect("memory takes it");
    print::json(all, &mut figures).expect("memory takes it");
    print::findings_json(app.words(), &mut findings).expect("memory takes it");
    let mut reader = csv::Reader::from_reader(rows.as_slice());
    for record in reader.records() {
        for field in &record.expect("as many fields as columns") {
            harmless("CSV", field);
            let is_number = field.parse::<f64>().is_ok();
            assert!(is_number || !field.starts_with(['=', '+', '-', '@']), "a formula: {field:?}");
        }
    }
    for json in [&figures, &findings] {
        let text = std::str::from_utf8(json).expect("JSON is UTF-8");
        harmless("JSON", text);
        serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    }
    let picture = print::svg(&frame(app, &Theme::new(app.appearance(), Means::default())), "title");
    harmless("SVG", &picture);
    for tag in picture.split('<').skip(1) {
        let name = tag.trim_start_matches('/').split([' ', '>', '/', '\n']).next().unwrap_or_default();
        let is_known =
            ["svg", "title", "rect", "text", "tspan", "g", "style", "path", "desc"].contains(&name);
        assert!(is_known, "an unknown element: {name:?}");
    }
}

/// The address of a view leads back to it.
pub fn leads_back(app: &App) {
    let address = app.address();
    harmless("an address", &address);
    let mut again = App::from_model(app.model().clone(), app.size());
    if let Some(pivot) = app.pivot() {
        again = again.with_pivot(pivot.clone());
    }
    again.visit(&address).unwrap_or_else(|why| panic!("{address:?} is refused: {why}"));
    assert_eq!(again.address(), address, "an address leads back");
}
