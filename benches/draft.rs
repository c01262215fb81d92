//! How long it takes to draft the text of an article: of 4 KB in each language, and of 1 MB.
//!
//! Plain wall-clock time, the best of several runs: `cargo bench --bench draft`. The first run in a process takes the words
//! of a script from the table as well, and is printed on its own.

use std::time::{Duration, Instant};

use horgos::draft::{CheckedDraft, Draft};

/// A paragraph for each language, with the forms that come most often.
const PARAGRAPHS: [(&str, &str); 3] = [
    (
        "English",
        "Chile's exports rose 5.2 percent from a year earlier to $7.4 billion in May 2021, while imports fell by 3.1 percent to \
         $6.9 billion. Exports to China and Brazil were $2.8 billion and $0.4 billion, up 8% and 2%, respectively. Copper \
         accounted for 52.1 percent of total exports, compared with 49 percent in May 2020.\n\n",
    ),
    (
        "Russian",
        "В мае 2021 года экспорт Казахстана вырос на 5,2% - до 4,7 млрд долларов, импорт сократился на 3,1% - до 3,2 млрд долларов. \
         На долю Китая пришлось 18,4% товарооборота, на долю России - 20,1%. Экспорт пшеницы составил 620 тыс. тонн.\n\n",
    ),
    (
        "Chinese",
        "2021年5月，福建外贸进出口1569.7亿元，同比增长12.7%。其中，出口968.7亿元，增长6.8%；进口601亿元，增长24.6%。对东盟、欧盟分别进出口254.8亿元、\
         249.3亿元，分别增长9.2%和13.3%，占外贸总值的32.1%。\n\n",
    ),
];

fn main() {
    for (language, paragraph) in PARAGRAPHS {
        let (short, long) = (text(paragraph, 4 << 10), text(paragraph, 1 << 20));
        let (first, _) = timed(&short);
        println!(
            "{language}: 4 KB the first time {first:.1?}, then {:.1?}; 1 MB {:.1?}",
            best(20, &short),
            best(3, &long)
        );
        let draft = Draft::new("bench", &short);
        let start = Instant::now();
        let checked = CheckedDraft::new(&draft);
        println!("  {} rows, checked in {:.1?}", checked.dataset.observations.len(), start.elapsed());
    }
}

/// A title and paragraphs, of so many bytes at least.
fn text(paragraph: &str, bytes: usize) -> String {
    format!("Trade in May 2021\n\n{}", paragraph.repeat(bytes.div_ceil(paragraph.len())))
}

fn best(runs: usize, text: &str) -> Duration {
    (0..runs).map(|_| timed(text).0).min().unwrap_or_default()
}

fn timed(text: &str) -> (Duration, usize) {
    let start = Instant::now();
    let draft = Draft::new("bench", text);
    (start.elapsed(), draft.rows.len())
}
