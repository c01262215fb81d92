//! The same questions to each engine.

use super::{asked, open};
use crate::dataset::Flow;
use crate::formats::foreign::{Head, recognise};
use crate::records::pass::{Pass, PassPart};
use crate::records::source::{TableFile, records};
use crate::records::{AskError, Engine, Question, ReadProgress, SetAside, Tally};

/// A table that is read again for each reporter, as if no more than `most` rows could be kept.
pub(in crate::records) fn pass(text: &str, most: u32) -> Pass {
    let reader = || recognise(&Head::new(text.as_bytes())).expect("a known format");
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), text).expect("room");
    let small = reader();
    let input = TableFile { name: "", reader: &*small, bytes: &mut text.as_bytes() };
    let (records, sides) = records(vec![input], &ReadProgress::default(), (most, false)).expect("a table");
    let sides = sides.expect("there are more rows");
    assert!(records.blocks.is_empty(), "none is kept");
    let size = text.len() as u64;
    let part = PassPart { reader: reader(), file: file.reopen().expect("the file"), size };
    Pass::new(vec![part], records.catalog, sides)
}

#[test]
fn memory_and_passes_over_the_file_give_the_same_answers() {
    let text = "reporterISO,flowCode,partnerISO,cmdCode,period,primaryValue,netWgt\n\
        CHN,X,W00,TOTAL,2022,30.5,\nCHN,X,KAZ,TOTAL,2022,20,\nCHN,X,KAZ,8542,2022,12.25,4\nCHN,X,KAZ,01,2022,7,9\n\
        KAZ,X,CHN,TOTAL,2022,19,\nKAZ,M,CHN,TOTAL,2022,21,\nKAZ,M,CHN,TOTAL,2021,18,\nKGZ,M,CHN,8542,2022,3,1\n\
        KGZ,M,KAZ,8542,2022,x,1\nCHN,X,KAZ,01,2022,7,9\n";
    let memory = open(text).expect("a table");
    let pass = pass(text, 2);
    assert_eq!(pass.catalog().tally.rows, 10, "all rows are counted");
    let repeated = |tally: &Tally| tally.all_set_aside().any(|(why, _)| why == SetAside::Repeated);
    let [kept, passed] = [&memory.catalog().tally, &pass.catalog().tally];
    assert_eq!([repeated(kept), repeated(passed)], [true, false], "the last row");
    assert_eq!([kept.lacks_repeated, passed.lacks_repeated], [false, true], "and that it is not is said");
    for (reporter, is_mirror) in [("CHN", false), ("KAZ", false), ("KGZ", false), ("CHN", true)] {
        for flow in [Flow::Exports, Flow::Imports, Flow::Total, Flow::Balance] {
            for (partner, product) in [(None, None), (Some("KAZ"), None), (None, Some("8542"))] {
                let question = Question {
                    partner: partner.map(str::to_owned),
                    product: product.map(str::to_owned),
                    is_mirror,
                    ..asked(reporter, flow, "2022")
                };
                let watch = ReadProgress::default();
                assert_eq!(pass.ask(&question, &watch), memory.ask(&question, &watch), "{question:?}");
            }
        }
    }
    let watch = ReadProgress::default();
    watch.stop();
    assert_eq!(pass.ask(&asked("UZB", Flow::Exports, "2022"), &watch), Err(AskError::Stopped));
}

#[test]
fn the_rows_that_an_answer_is_made_of_are_found_in_the_file() {
    let text = "reporterISO,flowCode,partnerISO,cmdCode,period,primaryValue\nCHN,X,W00,01,2022,30\n\
                CHN,X,KAZ,01,2022,20\nCHN,X,KGZ,01,2022,9\nCHN,X,KAZ,02,2022,4\nCHN,X,KAZ,02,2021,3\nCHN,M,KAZ,02,2022,1\n";
    let mut file = tempfile::tempfile().expect("a file");
    std::io::Write::write_all(&mut file, text.as_bytes()).expect("room");
    let table = open(text).expect("a table").with_file(Some(file));
    let question = asked("CHN", Flow::Exports, "2022");
    let lines = |question: &Question| {
        let lines = table.lines(question, &ReadProgress::default()).expect("lines");
        lines.into_iter().map(|line| line.number).collect::<Vec<_>>()
    };
    let with = |partner: &str| Question { partner: Some(partner.to_owned()), ..question.clone() };
    assert_eq!(lines(&question), [1, 2, 5], "01 with the world, 02 with its only partner");
    assert_eq!(lines(&with("KAZ")), [1, 3, 5]);
    assert_eq!(lines(&Question { flow: Some(Flow::Balance), ..with("KAZ") }), [1, 3, 5, 7]);
    assert_eq!(lines(&Question { product: Some("01".to_owned()), ..question.clone() }), [1, 2]);
    assert!(lines(&with("USA")).is_empty());
}
