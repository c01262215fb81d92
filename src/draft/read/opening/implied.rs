//! The reporter of a text that names none: by the capital in its dateline, or by its currency.

use std::sync::Arc;

use super::sentence::OpeningSentence;
use crate::dataset::Unit;
use crate::draft::article::{Article, ParagraphKind};
use crate::draft::figure::CountedIn;
use crate::draft::read::known_words::{KnownWords, code};
use crate::draft::words::{self, WordKind};

/// Currencies in which others count their trade, too.
const OF_ALL: [&str; 6] = ["USD", "EUR", "GBP", "JPY", "CHF", "CNY"];

/// The country of the capital that the first paragraph begins with: `LUSAKA, May 5 (Agency) - Exports rose`.
pub(super) fn of_dateline(article: &Article) -> Option<KnownWords<Arc<str>>> {
    let body = |part| part == ParagraphKind::Body || part == ParagraphKind::Date;
    article.blocks.iter().filter(|block| body(block.part)).take(2).find_map(|block| {
        let start = block.tokens.start;
        let found = words::find(article.tokens.get(start..block.tokens.end)?, WordKind::Capital)?;
        let end = start + found.length;
        matches!(article.stem(end), "," | "(" | "-" | "—" | "/" | ":" | ".").then(|| KnownWords {
            value: code(found.code),
            range: article.range(&(start..end)),
            paragraph: block.number,
            sentence_start: usize::MAX,
            is_said: true,
        })
    })
}

/// The only country whose currency the first amounts are in; none if they are in several.
pub(super) fn of_currency(first: &[OpeningSentence]) -> Option<KnownWords<Arc<str>>> {
    let mut found: Option<KnownWords<Arc<str>>> = None;
    for opening in first {
        for figure in &opening.sentence.figures {
            let CountedIn::Unit(Unit::Money(currency)) = figure.counted else { continue };
            let currency = currency.code();
            if OF_ALL.contains(&currency) {
                continue;
            }
            let mut owners = words::countries_of(currency);
            let owner = owners.next().filter(|_| owners.next().is_none())?;
            match &found {
                Some(known) if *known.value != *owner => return None,
                Some(_) => {}
                None => found = Some(opening.known(code(owner), figure.tokens.clone())),
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;

    fn reporters(text: &str) -> Vec<String> {
        Draft::new("text", text).rows.iter().map(|row| row.reporter.value.to_string()).collect()
    }

    #[test]
    fn a_currency_of_one_country_names_the_reporter() {
        let text = "Foreign trade in March 2021\n\nExports reached ISK 48.3 billion in March 2021, and imports ISK 61.7 billion.\n";
        assert_eq!(reporters(text), ["ISL", "ISL"]);
        let text = "Trade in March 2021\n\nExports reached 48.3 billion dollars in March 2021.\n";
        assert_eq!(reporters(text), ["W00"]);
        let text = "Trade in March 2021\n\nExports reached ISK 4.3 billion and imports SEK 7.1 billion in March 2021.\n";
        assert_eq!(reporters(text), ["W00", "W00"]);
    }

    #[test]
    fn the_capital_in_the_dateline_names_the_reporter() {
        let text = "Shipments abroad climb\n\nGABORONE, 4 May 2021 (Newsdesk) - Exports rose by 7.4% to $612 million in March.\n";
        assert_eq!(reporters(text), ["BWA", "BWA"]);
    }
}
