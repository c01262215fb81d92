//! Months and quarters in columns of their own.

use super::rows;

#[test]
fn quarters_are_periods_where_nothing_else_is() {
    let text = "quarter,source_country,import_value_usd\n2023Q1,Tanzania,207.5\n2023Q2,Kenya,9\n";
    assert_eq!(
        rows(text.as_bytes()),
        ["2:  imports Tanzania  2023Q1 2075e-1 - details 0", "3:  imports Kenya  2023Q2 9e0 - details 0"]
    );
    let both = "year,quarter,partner,value_usd\n2023,1,KAZ,5\n2023,Q2,KAZ,6\n2023,3rd quarter,KAZ,7\n\
        2023,IV,KAZ,8\n2023,Total,KAZ,26\n2023,,KAZ,27\n2023,5,KAZ,9\n";
    assert_eq!(
        rows(both.as_bytes()),
        [
            "2:   KAZ  2023-Q1 5e0 - details 0",
            "3:   KAZ  2023-Q2 6e0 - details 0",
            "4:   KAZ  2023-Q3 7e0 - details 0",
            "5:   KAZ  2023-Q4 8e0 - details 0",
            "6:   KAZ  2023 26e0 - details 0",
            "7:   KAZ  2023 27e0 - details 0",
            "8:   KAZ  2023-5 9e0 - details 0",
        ]
    );
}

#[test]
fn a_period_that_is_a_part_of_a_year_needs_no_column_of_parts() {
    for (column, period, part, expected) in [
        ("quarter", "2021-05", "2", "2021-05"),
        ("quarter", "2021Q3", "Q3", "2021Q3"),
        ("quarter", "202111", "4", "202111"),
        ("month", "2021-09", "September", "2021-09"),
        // No part of a year has a name that another part has.
        ("month", "2021Q3", "9", "2021Q3-09"),
    ] {
        let text = format!("period,{column},partner,value_usd\n{period},{part},UZB,5\n");
        assert_eq!(rows(text.as_bytes()), [format!("2:   UZB  {expected} 5e0 - details 0")], "{text}");
    }
}

#[test]
fn parts_of_years_stand_next_to_any_years() {
    for (text, periods) in [
        ("Year,Period,Partner,Value (USD)\n2023,Q1,KAZ,5\n2023,Q2,KAZ,6\n", ["2023-Q1", "2023-Q2"]),
        ("Year,Period,Partner,Value (USD)\n2023,M01,KAZ,5\n2023,M12,KAZ,6\n", ["2023-01", "2023-12"]),
        (
            "\u{5e74}\u{4efd},\u{5b63}\u{5ea6},partner,value_usd\n2023,1,KAZ,5\n2023,\u{7b2c}\u{4e8c}\u{5b63}\u{5ea6},KAZ,6\n",
            ["2023-Q1", "2023-Q2"],
        ),
        ("year,quarter,month,partner,value_usd\n2023,1,2,KAZ,5\n2023,1,3,KAZ,6\n", ["2023-02", "2023-03"]),
        ("year,quarter,partner,value_usd\n2023,2023Q1,KAZ,5\n2023,2023-Q2,KAZ,6\n", ["2023Q1", "2023-Q2"]),
        ("partner,quarter,2023\nKAZ,1,5\nKAZ,4,6\n", ["2023-Q1", "2023-Q4"]),
    ] {
        let found = rows(text.as_bytes());
        let expected =
            [2, 3].map(|line| format!("{line}:   KAZ  {} {}e0 - details 0", periods[line - 2], line + 3));
        assert_eq!(found, expected, "{text}");
    }
}
