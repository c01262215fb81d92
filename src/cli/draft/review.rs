//! Opens a draft for review, with whatever was saved of it earlier.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::article::ArticleFile;
use crate::cli::report;
use crate::cli::show::Launch;
use crate::dataset::Dataset;
use crate::draft::Draft;
use crate::formats;
use crate::review::{DraftReview, ReviewFiles};
use crate::terminal;

/// Shows the review until the person leaves.
pub fn review(launch: Launch, article: &ArticleFile) -> color_eyre::Result<ExitCode> {
    let draft = article.draft();
    // Secure mode reads nothing except the article, and writes nothing.
    let mut files = files(article.path.as_deref().filter(|_| !launch.is_secure()));
    let kept = files.draft.as_deref().map_or(Earlier::None, |path| earlier(Path::new(path), &draft));
    if matches!(kept, Earlier::Another(_)) {
        files.draft = None;
    }
    let review = DraftReview::new(draft, files, terminal::size()).with_appearance(launch.appearance());
    let review = match kept {
        Earlier::None => review,
        Earlier::Draft(dataset) => review.with_earlier(*dataset),
        Earlier::Another(said) => review.with_notice(said),
    };
    let mut review = if launch.is_secure() { review.secured() } else { review };
    launch.run(&mut review, |_| Ok(Vec::new()))?;
    if let Some(said) = review.farewell() {
        report::say(&said);
    }
    Ok(ExitCode::SUCCESS)
}

/// The files next to the article; empty for standard input, and for a name that is not valid text.
fn files(article: Option<&Path>) -> ReviewFiles {
    let Some((path, name)) = article.and_then(|path| Some((path, path.to_str()?))) else {
        return ReviewFiles::default();
    };
    let with_ending = |ending| path.with_extension(ending).to_str().map(str::to_owned);
    ReviewFiles {
        draft: with_ending("draft.json"),
        dataset: with_ending("json").unwrap_or_default(),
        command: format!("horgos draft {name}"),
    }
}

/// The content of the file that keeps the draft.
enum Earlier {
    /// There is no such file.
    None,
    /// A draft of the same text.
    Draft(Box<Dataset>),
    /// Something else, which is left alone; with a sentence about it.
    Another(String),
}

fn earlier(path: &Path, draft: &Draft) -> Earlier {
    if !path.exists() {
        return Earlier::None;
    }
    match formats::open(path) {
        Ok(loaded) if draft.is_of(&loaded.dataset) => Earlier::Draft(Box::new(loaded.dataset)),
        Ok(_) | Err(_) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            Earlier::Another(format!("{name} is of another text and stays: changes are not kept"))
        }
    }
}
