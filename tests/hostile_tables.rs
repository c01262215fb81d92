//! Tables in forms that could mean two things: each with what is said of it, and with what is read from it. A number is read
//! right or not at all, and nothing is left out without a word.

use std::fs;
use std::process::Command;

#[path = "support/run.rs"]
#[allow(dead_code, reason = "not every test uses all of the support")]
mod run;

/// A header of tidy columns.
const HEADER: &str = "year,reporter,partner,exports_usd";

/// The sentences about a file, and its partners with their numbers.
fn read(bytes: &[u8]) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("t.csv"), bytes).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_horgos"));
    command.args(["print", "t.csv"]).current_dir(folder.path()).env_remove("RUST_BACKTRACE");
    let output = run::output(&mut command);
    let (said, printed) = (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
    let rows = printed.lines().skip_while(|line| !line.starts_with("Partners")).skip(1);
    let rows = rows.take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("    "));
    let number = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let unit = words.iter().position(|word| ["USD", "EUR", "published"].contains(word)).unwrap_or(0);
        words[..unit].join(" ").replace(" not", " -")
    };
    let said = said.trim_end().replace("t.csv:", "").replace("not understood: 1 line: ", "not understood: ");
    (said, rows.map(number).collect::<Vec<_>>().join("; "))
}

#[track_caller]
fn holds(cases: &[(&str, &str, &str)]) {
    for (rows, said, shown) in cases {
        let text = format!("{HEADER}\n{rows}\n2022,KAZ,UZB,12\n");
        assert_eq!(read(text.as_bytes()), ((*said).to_owned(), (*shown).to_owned()), "{text}");
    }
}

const NO_NUMBER: &str =
    "2: not understood: the value is not a number, or could be two (1.234 is 1234 in some countries)";

#[test]
fn numbers_are_read_right_or_not_at_all() {
    holds(&[
        // Nothing shows what the comma is; in the next, another number of the column does.
        ("2022,KAZ,CHN,\"1,234\"", NO_NUMBER, "Uzbekistan 12"),
        (
            "2022,KAZ,CHN,\"1,234\"\n2022,KAZ,KGZ,\"1,234,567\"",
            "",
            "Kyrgyzstan 1.234567 mn; China 0.001234 mn; Uzbekistan 0.000012 mn",
        ),
        ("2022,KAZ,CHN,\"1,234\"\n2022,KAZ,KGZ,\"1,5\"", "", "Uzbekistan 12; Kyrgyzstan 1.5; China 1.234"),
        (
            "2022,KAZ,CHN,\"1,234\"\n2022,KAZ,KGZ,\"7.5\"",
            "",
            "China 1.234 thousand; Uzbekistan 0.012 thousand; Kyrgyzstan 0.0075 thousand",
        ),
        // Two numbers that contradict each other, each sure by itself, and one that is not.
        (
            "2022,KAZ,CHN,\"1,234\"\n2022,KAZ,TJK,\"1,23\"\n2022,KAZ,KGZ,\"1,234,567\"",
            NO_NUMBER,
            "Kyrgyzstan 1.234567 mn; Uzbekistan 0.000012 mn; Tajikistan 0.00000123 mn",
        ),
        // A point is a point in a file with commas between its fields, unless its numbers show otherwise.
        ("2022,KAZ,CHN,1.234", "", "Uzbekistan 12; China 1.234"),
        (
            "2022,KAZ,CHN,1.234\n2022,KAZ,KGZ,1.234.567",
            "",
            "Kyrgyzstan 1.234567 mn; China 0.001234 mn; Uzbekistan 0.000012 mn",
        ),
        // Thousands with blanks of all kinds and with apostrophes; groups of two are none.
        ("2022,KAZ,CHN,1 234", "", "China 1.234 thousand; Uzbekistan 0.012 thousand"),
        ("2022,KAZ,CHN,1\u{a0}234", "", "China 1.234 thousand; Uzbekistan 0.012 thousand"),
        ("2022,KAZ,CHN,1\u{202f}234", "", "China 1.234 thousand; Uzbekistan 0.012 thousand"),
        ("2022,KAZ,CHN,1\u{2007}234", "", "China 1.234 thousand; Uzbekistan 0.012 thousand"),
        ("2022,KAZ,CHN,1\u{200a}234", "", "China 1.234 thousand; Uzbekistan 0.012 thousand"),
        ("2022,KAZ,CHN,1'234", "", "China 1.234 thousand; Uzbekistan 0.012 thousand"),
        ("2022,KAZ,CHN,1’234", "", "China 1.234 thousand; Uzbekistan 0.012 thousand"),
        ("2022,KAZ,CHN,12 34", NO_NUMBER, "Uzbekistan 12"),
        ("2022,KAZ,CHN,\"12,34,567\"", NO_NUMBER, "Uzbekistan 12"),
        // Signs, exponents, and what is no number.
        ("2022,KAZ,CHN,1.5E+03", "", "China 1.5 thousand; Uzbekistan 0.012 thousand"),
        ("2022,KAZ,CHN,$13", NO_NUMBER, "Uzbekistan 12"),
        ("2022,KAZ,CHN,13 mn", NO_NUMBER, "Uzbekistan 12"),
        ("2022,KAZ,CHN,13*", NO_NUMBER, "Uzbekistan 12"),
        ("2022,KAZ,CHN,(13)", NO_NUMBER, "Uzbekistan 12"),
        ("2022,KAZ,CHN,1e400", NO_NUMBER, "Uzbekistan 12"),
        ("2022,KAZ,CHN,1234567890123456789012345678901234", NO_NUMBER, "Uzbekistan 12"),
        ("2022,KAZ,CHN,0x10", NO_NUMBER, "Uzbekistan 12"),
        // No number is no zero.
        ("2022,KAZ,CHN,", "", "Uzbekistan 12; China -"),
        ("2022,KAZ,CHN,NA", "", "Uzbekistan 12; China -"),
        ("2022,KAZ,CHN,..", "", "Uzbekistan 12; China -"),
        ("2022,KAZ,CHN,:", "", "Uzbekistan 12; China -"),
        ("2022,KAZ,CHN,0", "", "Uzbekistan 12; China 0"),
    ]);
}

#[test]
fn codes_are_text() {
    holds(&[
        ("2022,KAZ,NA,13", "", "Namibia 13; Uzbekistan 12"),
        ("2022,KAZ,EL,14\n2022,KAZ,UK,13", "", "Greece 14; United Kingdom 13; Uzbekistan 12"),
        ("2022,KAZ, CHN ,13", "", "China 13; Uzbekistan 12"),
        ("2022,KAZ,4,13", "", "Afghanistan 13; Uzbekistan 12"),
        ("2022,KAZ,004,13", "", "Afghanistan 13; Uzbekistan 12"),
        ("2022,KAZ,\"Korea, Rep.\",13", "", "Korea, Rep. 13; Uzbekistan 12"),
        (
            "2022,KAZ,,13",
            "2: not understood: the reporter, the partner or the product is missing",
            "Uzbekistan 12",
        ),
        ("2022,KAZ,\u{1b}[31mX,13", "", "\\u{1b}[31mX 13; Uzbekistan 12"),
        ("2022,KAZ,X\u{202e}Y,13", "", "X\\u{202e}Y 13; Uzbekistan 12"),
        ("2022.0,KAZ,CHN,13", "", "China 13; Uzbekistan 12"),
        (
            "2021/22,KAZ,CHN,13",
            "2: not understood: the period is not a year, quarter or month",
            "Uzbekistan 12",
        ),
        ("22,KAZ,CHN,13", "2: not understood: the period is not a year, quarter or month", "Uzbekistan 12"),
    ]);
}

#[test]
fn wholes_stand_apart_and_lines_that_are_no_rows_are_counted() {
    let fields = "2: not understood: more or fewer fields than the header has names";
    holds(&[
        ("2022,KAZ,World,40", "2: set aside: 1 row with the world, kept as a printed whole", "Uzbekistan 12"),
        ("2022,KAZ,W00,40", "2: set aside: 1 row with the world, kept as a printed whole", "Uzbekistan 12"),
        ("2022,KAZ,WLD,40", "2: set aside: 1 row with the world, kept as a printed whole", "Uzbekistan 12"),
        (
            "2022,KAZ,Total exports,40",
            "2: set aside: 1 row with the world, kept as a printed whole",
            "Uzbekistan 12",
        ),
        (
            "2022,KAZ,Sub-total,40",
            "2: set aside: 1 row with a group of partners, which no sum counts",
            "Uzbekistan 12",
        ),
        ("2022,KAZ,All other countries,4", "", "Uzbekistan 12; All other countries 4"),
        ("2022,KAZ,Total,40", "2: set aside: 1 row with the world, kept as a printed whole", "Uzbekistan 12"),
        // The member of the one is there, and none of the other.
        (
            "2022,KAZ,CIS,40",
            "2: set aside: 1 row with a group of partners, which no sum counts",
            "Uzbekistan 12",
        ),
        ("2022,KAZ,EU27_2020,40", "", "EU of 27 40; Uzbekistan 12"),
        ("2022,KAZ,KAZ,13", "", "Kazakhstan 13; Uzbekistan 12"),
        // A decimal comma that nobody quoted is a field too many, not a number.
        ("2022,KAZ,CHN,13,5", fields, "Uzbekistan 12"),
        ("2022,KAZ,CHN,13,,", "", "China 13; Uzbekistan 12"),
        ("2022,KAZ,CHN", fields, "Uzbekistan 12"),
        ("# a remark", fields, "Uzbekistan 12"),
        ("\n\n", "", "Uzbekistan 12"),
        ("year,reporter,partner,exports_usd", NO_NUMBER, "Uzbekistan 12"),
    ]);
}

#[test]
fn files_are_read_in_their_own_encoding_and_dialect() {
    let rows = "2022,KAZ,C\u{f4}te d'Ivoire,13\n";
    let text = format!("{HEADER}\n{rows}");
    let western = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    let wide: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let in_semicolons = |rows: &str| format!("{}\n{rows}", HEADER.replace(',', ";")).into_bytes();
    for (bytes, said, shown) in [
        (text.clone().into_bytes(), "", "Côte d'Ivoire 13"),
        (format!("\u{feff}{text}").into_bytes(), "", "Côte d'Ivoire 13"),
        (western, "", "Côte d'Ivoire 13"),
        (wide, "", "Côte d'Ivoire 13"),
        (text.replace('\n', "\r\n").into_bytes(), "", "Côte d'Ivoire 13"),
        (format!("{HEADER}\r2022,KAZ,CHN,13\r2022,KAZ,UZB,?\r").into_bytes(), "3: ", "China 13"),
        (format!("# Made for a test\n#\n{text}").into_bytes(), "", "Côte d'Ivoire 13"),
        ([b"sep=;\r\n", &in_semicolons("2022;KAZ;CHN;1,5\r\n")[..]].concat(), "", "China 1.5"),
        (in_semicolons("2022;KAZ;CHN;1.234\n2022;KAZ;UZB;12\n"), "2: ", "Uzbekistan 12"),
        (in_semicolons("2022;KAZ;CHN;1,234\n2022;KAZ;UZB;12,5\n"), "", "Uzbekistan 12.5; China 1.234"),
        (
            in_semicolons("2022;KAZ;CHN;1.234,5\n2022;KAZ;UZB;1.234\n"),
            "",
            "China 1.2345 thousand; Uzbekistan 1.234 thousand",
        ),
        (text.replace(',', "\t").replace("\t13", "\t1.234").into_bytes(), "", ""),
        (text.replace(',', "|").into_bytes(), "", "Côte d'Ivoire 13"),
        (
            b"'year','reporter','partner','exports_usd'\n'2022','KAZ','Korea, Rep.','13'\n".to_vec(),
            "",
            "Korea, Rep. 13",
        ),
    ] {
        let (found, partners) = read(&bytes);
        let lines = if said.is_empty() { "" } else { &NO_NUMBER[3..] };
        let expected = format!("{said}{lines}");
        if shown.is_empty() {
            assert!(
                found.ends_with(&format!("has no rows that are understood ({})", &NO_NUMBER[3..])),
                "{found}"
            );
        } else {
            assert_eq!((found, partners.as_str()), (expected, shown), "{}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn amounts_in_other_units_are_not_added_up() {
    for (text, said, shown) in [
        (
            "year,reporter,partner,flow,unit,value\n2022,KAZ,CHN,X,USD,13\n2022,KAZ,UZB,X,EUR,12\n",
            "3: set aside: 1 row in another unit than the first",
            "China 13",
        ),
        (
            "year,reporter,partner,flow,unit,unit_mult,value\n2022,KAZ,CHN,X,USD,3,13\n2022,KAZ,UZB,X,USD,0,12\n",
            "",
            "China 13 thousand; Uzbekistan 0.012 thousand",
        ),
        ("year,reporter,partner,\"exports, thousand USD\"\n2022,KAZ,CHN,13\n", "", "China 13 thousand"),
        (
            "year,reporter,partner,exports_usd,exports_eur\n2022,KAZ,CHN,13,12\n",
            " the column exports_eur is not read: another column has that amount already",
            "China 13",
        ),
        (
            "year,reporter,partner,exports_usd,quantity\n2022,KAZ,CHN,13,4\n",
            " the column quantity is not read: its name says neither a value nor a net weight in a known unit",
            "China 13",
        ),
        (
            "year,reporter,partner,flow,value_usd\n2022,KAZ,CHN,X,13\n2022,KAZ,CHN,RX,2\n2022,KAZ,CHN,RM,1\n2022,KAZ,CHN,Q,1\n",
            "5: not understood: the flow is not a known one\n3: set aside: 2 rows of re-exports and the like, which exports and \
             imports contain",
            "China 13",
        ),
        (
            // A spreadsheet writes semicolons where a point separates thousands.
            "DATAFLOW;REF_AREA;COUNTERPART_AREA;FLOW;UNIT_MEASURE;TIME_PERIOD;OBS_VALUE\n\
             A:B(1.0);KAZ;CHN;X;USD;2022;1234,5\nA:B(1.0);KAZ;UZB;X;USD;2022;1.234\n",
            "",
            "China 1.2345 thousand; Uzbekistan 1.234 thousand",
        ),
        (
            "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,COUNTERPART_AREA,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n\
             dataflow,A:B(1.0),I,KAZ,CHN,X,USD,2022,13\ndataflow,A:B(1.0),D,KAZ,UZB,X,USD,2022,12\n",
            "3: set aside: 1 row that the file says is withdrawn",
            "China 13",
        ),
    ] {
        assert_eq!(read(text.as_bytes()), (said.to_owned(), shown.to_owned()), "{text}");
    }
}

#[test]
fn no_value_is_wrong_by_a_power_of_ten() {
    let stated = |line: &str| format!(" the values are taken to be in the unit of this line: {line}");
    let unclear = |line: &str| {
        format!(
            " names a power of ten in a line next to the table, and it is not clear if the values are in it: {line} (say what a \
             column is, such as --rename 'Value=value, million USD')"
        )
    };
    let power = "the power of ten is not a known one, or could be two (10 is ten, or ten zeros)";
    for (text, said, shown) in [
        // In a title, in a remark, in a note, in words of the header.
        (
            "Exports (thousands of US dollars),,\nyear,partner,exports\n2022,China,13\n",
            stated("Exports (thousands of US dollars),,"),
            "China 13 thousand",
        ),
        ("# in million USD\nyear,partner,exports\n2022,China,13\n", stated("in million USD"), "China 13 mn"),
        (
            "year,partner,exports_usd\n2022,China,13\nNote: values in billions,,\n",
            format!(
                "3: not understood: the reporter, the partner or the product is missing\n{}",
                stated("Note: values in billions")
            ),
            "China 13 bn",
        ),
        ("USD million;;\nPartner;2021;2022\nChina;12;13\n", stated("USD million;;"), "China 13 mn"),
        (
            "Exports grew by a million,,\nyear,partner,exports_usd\n2022,China,13\n",
            unclear("Exports grew by a million,,"),
            "",
        ),
        (
            "Millions of euros,,\nyear,partner,exports_usd\n2022,China,13\n",
            unclear("Millions of euros,,"),
            "",
        ),
        ("year,partner,Exports (thousand million USD)\n2022,China,13\n", String::new(), "China 13 bn"),
        // A row of units below the header, and a unit with a power of its own.
        (
            "Year,Partner,Exports\n(year),(name),(thousand USD)\n2022,China,13\n",
            format!("{NO_NUMBER}\n{}", stated("(thousand USD)")),
            "China 13 thousand",
        ),
        ("year,partner,flow,value,unit\n2022,China,X,13,USD crore\n", String::new(), "China 0.13 bn"),
        ("年份,贸易伙伴,出口额（千万美元）\n2022,中国,13\n", String::new(), "China 0.13 bn"),
        // Columns and rows in several.
        (
            "year,partner,Imports (USD mn),Exports (USD thousand)\n2022,China,1,13\n",
            String::new(),
            "China 13 thousand",
        ),
        (
            "year,partner,exports_usd,imports_eur\n2022,China,13,14\n",
            " the column imports_eur is not read: its unit is not that of the first such column".to_owned(),
            "China 13",
        ),
        (
            "year,partner,exports_usd,multiplier\n2022,China,13,thousands\n2022,Peru,13,10\n",
            format!("3: not understood: {power}"),
            "China 13 thousand",
        ),
        (
            "STRUCTURE,STRUCTURE_ID,ACTION,COUNTERPART_AREA,FLOW,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE\n\
             dataflow,A:B(1.0),I,CHN,X,USD,Millions,2022,13\ndataflow,A:B(1.0),I,UZB,X,USD,?,2022,12\n",
            format!("3: not understood: {power}"),
            "China 13 mn",
        ),
        // Said twice, a power counts once, and two that differ are none.
        (
            "year,partner,Exports (USD mn),scale\n2022,China,13,Millions\n2022,Peru,13,Thousands\n",
            format!("3: not understood: {power}"),
            "China 13 mn",
        ),
        // In the words of a code, which says nothing itself.
        (
            "{\"version\": \"2.0\", \"id\": [\"contents\", \"partner\", \"time\"], \"size\": [1, 1, 1], \"dimension\": {\
             \"contents\": {\"category\": {\"index\": [\"verdi\"], \"unit\": {\"verdi\": {\"base\": \"EUR million\"}}}}, \
             \"partner\": {\"category\": {\"index\": [\"CN\"]}}, \"time\": {\"category\": {\"index\": [\"2022\"]}}}, \"value\": [13]}",
            String::new(),
            "China 13 mn",
        ),
        // In the code of an indicator, whose flow it says, too.
        (
            "DATAFLOW,LAST UPDATE,freq,indic_et,sitc06,partner,geo,TIME_PERIOD,OBS_VALUE\n\
             A:B(1.0),01/02/24,A,MIO_BAL_VAL,TOTAL,CN,DE,2022,-1\nA:B(1.0),01/02/24,A,MIO_EXP_VAL,TOTAL,CN,DE,2022,13\n\
             A:B(1.0),01/02/24,A,MIO_IMP_VAL,TOTAL,CN,DE,2022,14\n",
            String::new(),
            "China 13 mn",
        ),
    ] {
        let (found, partners) = read(text.as_bytes());
        assert_eq!((found, partners), (said, shown.to_owned()), "{text}");
    }
}

/// UN Comtrade: flow, partner, product, level, customs procedure, transport, second partner, value.
fn comtrade(rows: &[&str]) -> (String, String) {
    let header = "reporterISO,period,classificationCode,flowCode,partnerISO,cmdCode,aggrLevel,customsCode,motCode,partner2Code,\
        primaryValue,legacyEstimationFlag,isQtyEstimated";
    let rows: Vec<String> = rows.iter().map(|row| format!("KAZ,2022,H6,{row},6,true")).collect();
    read(format!("{header}\n{}\n", rows.join("\n")).as_bytes())
}

#[test]
fn a_trade_that_a_table_gives_several_times_counts_once() {
    for (rows, said, shown) in [
        (
            vec!["X,CHN,TOTAL,0,C00,0,0,13", "X,CHN,01,2,C00,0,0,13"],
            "2: set aside: 1 row of all products, kept as a printed whole",
            "China 13",
        ),
        (
            vec!["X,CHN,01,2,C00,0,0,13", "X,CHN,0101,4,C00,0,0,13", "X,CHN,010121,6,C00,0,0,12"],
            "2: set aside: 2 rows of product groups whose members have rows, kept as printed wholes",
            "China 13",
        ),
        // A program dropped the zeros: 101 is no group of 101210.
        (vec!["X,CHN,101,4,C00,0,0,1", "X,CHN,101210,6,C00,0,0,12"], "", "China 13"),
        (
            vec![
                "X,CHN,01,2,C00,0,0,13",
                "X,CHN,01,2,C01,0,0,9",
                "X,CHN,01,2,C00,2100,0,9",
                "X,CHN,01,2,C00,0,36,9",
            ],
            "3: set aside: 3 rows by transport, customs procedure or second partner, whose whole has a row",
            "China 13",
        ),
        (vec!["X,CHN,01,2,C00,2100,0,9", "X,CHN,01,2,C00,3200,0,4"], "", "China 13"),
        (
            vec!["X,CHN,01,2,C00,0,0,13", "X,CHN,01,2,C00,0,0,13"],
            "3: set aside: 1 row that repeats another",
            "China 13",
        ),
        (
            vec!["X,CHN,01,2,C00,0,0,13", "X,CHN,01,2,C00,0,0,14"],
            "3: set aside: 1 row with another amount for a trade that an earlier row gives",
            "China 13",
        ),
        (vec!["X,W00,TOTAL,0,C00,0,0,13"], "", "World 13"),
    ] {
        let (found, partners) = comtrade(&rows);
        assert_eq!(found, said, "{rows:?}");
        assert!(partners == shown || shown == "World 13", "{rows:?}: {partners}");
    }
}

/// Each of these is read in about the time of any table of its size.
#[test]
fn thousands_of_valuations_subtotals_and_groups_are_read() {
    let many = |row: &dyn Fn(usize) -> String| (1..=20_000).map(row).collect::<Vec<_>>().join("\n");
    let valued = many(&|at| format!("2022,KAZ,CHN,v{at},5"));
    let (said, partners) =
        read(format!("year,reporter,partner,valuation,exports_usd\n{valued}\n").as_bytes());
    assert_eq!(partners, "China 5");
    assert_eq!(
        said,
        "3: set aside: 19,999 rows at another valuation than the row of the same trade that counts"
    );
    let added = many(&|at| format!("2022,KAZ,CHN,subtotal {at},5"));
    let text = format!("year,reporter,partner,product,exports_usd\n2022,KAZ,CHN,Rice,7\n{added}\n");
    let (said, partners) = read(text.as_bytes());
    assert_eq!(partners, "China 7");
    assert!(said.starts_with("3: set aside: 20,000 rows of subtotals"), "{said}");
    let groups = (1..=4_000).map(|at| format!("2022,KAZ,EU{at},5")).collect::<Vec<_>>().join("\n");
    let (said, partners) = read(format!("{HEADER}\n2022,KAZ,FRA,3\n{groups}\n").as_bytes());
    assert_eq!(
        (partners.as_str(), said.contains("4,000 rows with groups of partners")),
        ("France 3", true),
        "{said}"
    );
}
