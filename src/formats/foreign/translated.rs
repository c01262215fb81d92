//! Names of columns in Chinese and Russian, in the English words that columns are known by.

use std::borrow::Cow;

/// Words of Chinese, the longer before those that they contain.
const CHINESE: [(&str, &str); 44] = [
    // Both together, which no column of ours is.
    ("进出口", "turnover"),
    ("出口额", "exports"),
    ("出口值", "exports"),
    ("出口", "exports"),
    ("进口额", "imports"),
    ("进口值", "imports"),
    ("进口", "imports"),
    ("贸易伙伴", "partner"),
    ("伙伴国", "partner"),
    ("报告国", "reporter"),
    ("贸易额", "value"),
    ("贸易方向", "trade flow"),
    ("金额", "value"),
    ("净重", "net weight"),
    ("重量", "weight"),
    ("数量", "quantity"),
    ("商品编码", "hs code"),
    ("商品名称", "product name"),
    ("商品", "product"),
    ("产品", "product"),
    ("国家", "country"),
    ("国别", "country"),
    ("年份", "year"),
    ("年度", "year"),
    ("年月", "period"),
    ("月份", "month"),
    ("季度", "quarter"),
    ("日期", "date"),
    ("时期", "period"),
    ("时间", "period"),
    ("亿", "100million"),
    ("百万", "million"),
    ("百", "hundred"),
    ("十", "ten"),
    ("万", "10thousand"),
    ("千克", "kg"),
    ("千", "thousand"),
    ("吨", "tonnes"),
    ("美元", "usd"),
    ("欧元", "eur"),
    ("日元", "jpy"),
    ("人民币", "cny"),
    // Of which country is not said.
    ("元", "value"),
    ("额", "value"),
];

/// Beginnings of words of Russian, the longer before those that they contain.
const RUSSIAN: [(&str, &str); 37] = [
    ("экспорт", "exports"),
    ("импорт", "imports"),
    ("сальдо", "balance"),
    ("товарооборот", "turnover"),
    ("оборот", "turnover"),
    ("стоимость", "value"),
    ("сумма", "value"),
    ("объем", "value"),
    ("объём", "value"),
    ("нетто", "net weight"),
    ("вес", "weight"),
    ("количество", "quantity"),
    ("контрагент", "partner"),
    ("партнер", "partner"),
    ("партнёр", "partner"),
    ("страна", "country"),
    ("товар", "product"),
    ("направление", "direction"),
    ("период", "period"),
    ("месяц", "month"),
    ("квартал", "quarter"),
    ("дата", "date"),
    ("год", "year"),
    ("трлн", "trillion"),
    ("триллион", "trillion"),
    ("млрд", "bn"),
    ("миллиард", "billion"),
    ("млн", "mln"),
    ("миллион", "million"),
    ("тыс", "ths"),
    ("тонн", "tonnes"),
    ("кг", "kg"),
    // Of which country is not said.
    ("долл", "dollars"),
    ("евро", "eur"),
    ("руб", "rub"),
    ("тенге", "kzt"),
    ("юан", "cny"),
];

/// Phrases of Russian.
const RUSSIAN_PHRASES: [(&str, &str); 9] = [
    ("код тн вэд", "hs code"),
    ("тн вэд", "hs"),
    ("код товара", "product code"),
    ("наименование товара", "product name"),
    ("код страны", "country code"),
    ("наименование страны", "country name"),
    ("страна-", "страна "),
    ("долл. сша", "usd"),
    ("долларов сша", "usd"),
];

/// The name in English words as far as they are known, each between blanks; as it is where it has no letters of these
/// languages.
pub(super) fn in_english(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    let mut words = name.to_lowercase();
    if words.chars().any(is_han) {
        for (chinese, english) in CHINESE {
            words = words.replace(chinese, &format!(" {english} "));
        }
        return Cow::Owned(words);
    }
    if !words.chars().any(is_cyrillic) {
        return Cow::Borrowed(name);
    }
    for (russian, english) in RUSSIAN_PHRASES {
        words = words.replace(russian, english);
    }
    let known = words.split_inclusive(|c: char| !c.is_alphanumeric()).map(|piece| {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let english = RUSSIAN.iter().find(|(russian, _)| word.starts_with(russian));
        english.map_or_else(|| piece.to_owned(), |(_, english)| format!("{english}{}", &piece[word.len()..]))
    });
    Cow::Owned(known.collect())
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::super::measured::measured;
    use super::super::roles::{ColumnRole, table_role};
    use super::*;
    use crate::dataset::Unit;

    #[test]
    fn columns_are_known_by_their_names_in_chinese_and_russian() {
        for (name, role) in [
            ("年份", ColumnRole::Period),
            ("贸易伙伴", ColumnRole::Partner),
            ("商品编码", ColumnRole::Product),
            ("Год", ColumnRole::Period),
            ("Страна-партнёр", ColumnRole::Partner),
            ("Код ТН ВЭД", ColumnRole::Product),
            ("Направление", ColumnRole::Flow),
        ] {
            assert_eq!(table_role(&in_english(name)), Some(role), "{name}");
        }
        assert_eq!(in_english("País"), "País");
    }

    #[test]
    fn amounts_keep_their_units_and_powers() {
        let said = |name: &str| {
            let known = measured(&in_english(name))?;
            Some((known.flow.map(|flow| format!("{flow:?}")), known.unit.map(Unit::code), known.power))
        };
        let flow = |name: &str| Some(name.to_owned());
        assert_eq!(said("出口额(亿美元)"), Some((flow("Exports"), Some("USD"), 8)));
        assert_eq!(said("进口（万元人民币）"), Some((flow("Imports"), Some("CNY"), 4)));
        assert_eq!(said("出口额（千万美元）"), Some((flow("Exports"), Some("USD"), 7)));
        assert_eq!(said("出口额（万亿元人民币）"), Some((flow("Exports"), Some("CNY"), 12)));
        assert_eq!(said("出口额（十亿美元）"), Some((flow("Exports"), Some("USD"), 9)));
        assert_eq!(said("Экспорт, миллионов долларов США"), Some((flow("Exports"), Some("USD"), 6)));
        assert_eq!(said("进出口总额（亿美元）"), None);
        assert_eq!(said("Экспорт, млн долл. США"), Some((flow("Exports"), Some("USD"), 6)));
        assert_eq!(said("Импорт (тыс. долларов)"), Some((flow("Imports"), None, 3)));
        assert_eq!(said("Вес нетто, тонн"), Some((None, Some("T"), 0)));
        assert_eq!(said("Темп роста экспорта, %"), None);
    }
}
