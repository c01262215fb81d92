//! China's customs, as the query page of its statistics gives tables: Chinese names of columns, in GB18030. The reporter is
//! China; which flow was asked for, the table does not say.

use super::code_columns::CodeColumn;
use super::head::Head;
use super::meaning::{self, PlaceMeaning, ProductMeaning};
use super::number::WITH_COMMAS;
use super::quantity::QuantityUnit;
use super::table::{ColumnPlaces, TableFormat, TableReader};
use super::unread_column::telling_apart;
use super::{FileFacts, Meanings, RecordFormat, SameTrade, Says, UnreadColumn, WhyUnread};
use crate::dataset::{Amount, Currency, Unit};
use crate::text::harmless::harmless;

#[derive(Debug)]
struct ChinaCustoms {
    table: TableReader,
    currency: &'static str,
    unread: Vec<UnreadColumn>,
}

/// Names of the column of values, and their currencies.
const VALUES: [(&str, &str); 3] = [("人民币", "CNY"), ("人民币元", "CNY"), ("美元", "USD")];

/// Units of quantities in Chinese. Of things that are counted there are many more, one for each kind of thing.
const UNITS: [(&str, Unit, i8); 14] = [
    ("千克", Unit::Amount(Amount::Kilogram), 0),
    ("克", Unit::Amount(Amount::Kilogram), -3),
    ("吨", Unit::Amount(Amount::Tonne), 0),
    ("升", Unit::Amount(Amount::Litre), 0),
    ("米", Unit::Amount(Amount::Metre), 0),
    ("平方米", Unit::Amount(Amount::SquareMetre), 0),
    ("立方米", Unit::Amount(Amount::CubicMetre), 0),
    ("千瓦时", Unit::Amount(Amount::KilowattHour), 0),
    ("克拉", Unit::Amount(Amount::Carat), 0),
    ("双", Unit::Amount(Amount::Pair), 0),
    ("个", Unit::Count, 0),
    ("台", Unit::Count, 0),
    ("件", Unit::Count, 0),
    ("辆", Unit::Count, 0),
];

pub(super) fn recognise(head: &Head) -> Option<Box<dyn RecordFormat>> {
    let column = |name: &str| head.column(name);
    let period = column("数据年月")?;
    let (value, currency) = VALUES.iter().find_map(|(name, currency)| Some((column(name)?, *currency)))?;
    let coded = |code, name| CodeColumn { code: column(code), name: column(name) };
    let columns = ColumnPlaces {
        partner: coded("贸易伙伴编码", "贸易伙伴名称"),
        product: coded("商品编码", "商品名称"),
        period: Some(period),
        amounts: [Some(value), None, column("第一数量")],
        quantity_unit: coded("", "第一计量单位"),
        ..ColumnPlaces::default()
    };
    let is_other_value =
        |name: &str| VALUES.iter().any(|(value, _)| *value == name) && column(name) != Some(value);
    let why = |name: &str| match name {
        name if is_other_value(name) => Some(WhyUnread::SameAmount),
        "第二数量" => Some(WhyUnread::UnknownAmount),
        _ => None,
    };
    let named =
        head.header.iter().filter_map(|name| Some(UnreadColumn { name: name.clone(), why: why(name)? }));
    let mut unread: Vec<UnreadColumn> = named.collect();
    let read = columns.all();
    let is_dimension =
        |at: &usize| !read.contains(at) && head.header.get(*at).is_some_and(|name| is_code_or_name(name));
    let others: Vec<usize> = (0..head.header.len()).filter(is_dimension).collect();
    unread.extend(telling_apart(head, &columns.codes(), &others));
    let table = TableReader { styles: columns.amounts.map(|_| WITH_COMMAS), columns };
    Some(Box::new(ChinaCustoms { table, currency, unread }))
}

/// True for the two columns of a dimension: `注册地编码`, `注册地名称`.
fn is_code_or_name(column: &str) -> bool {
    column.ends_with("编码") || column.ends_with("名称")
}

impl TableFormat for ChinaCustoms {
    fn table(&self) -> &TableReader {
        &self.table
    }

    fn only_reporter(&self) -> Option<&'static str> {
        Some("CHN")
    }
}

impl Meanings for ChinaCustoms {
    fn facts(&self) -> FileFacts {
        FileFacts {
            publisher: "China Customs",
            says: Says { reporter: true, ..self.table.columns.says() },
            units: [
                Currency::from_code(self.currency).map(|currency| (Unit::Money(currency), 0)),
                None,
                None,
            ],
            has_customs_valuation: true,
            is_reconciled: false,
            is_harmonized: true,
            // Rows may differ by province, kind of trade or port.
            same_trade: SameTrade::More,
        }
    }

    /// By its name: the numbers are those of China's customs.
    fn place(&self, code: &str, name: &str) -> PlaceMeaning {
        meaning::place(if name.trim().is_empty() { code } else { name }, "")
    }

    fn product(&self, code: &str, name: &str) -> ProductMeaning {
        meaning::harmonized(code, name)
    }

    fn quantity_unit(&self, _: &str, name: &str) -> Option<QuantityUnit> {
        let name = name.trim();
        let unit = UNITS.iter().find(|(known, ..)| *known == name).map(|(_, unit, power)| (*unit, *power));
        (!name.is_empty()).then(|| QuantityUnit { unit, name: harmless(name) })
    }

    fn unread(&self) -> &[UnreadColumn] {
        &self.unread
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{reader, rows};
    use super::*;

    const TABLE: &str = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,注册地编码,注册地名称,第一数量,第一计量单位,第二数量,第二计量单位,人民币,\n\
        202303,08081000,鲜苹果,145,哈萨克斯坦,65,新疆维吾尔自治区,\"52,300\",千克,0,-,\"412,006\",\n\
        202303,08081000,鲜苹果,145,哈萨克斯坦,62,甘肃省,\"1,200\",千克,0,-,\"9,870\",\n\
        202303,85171300,智能手机,701,国(地)别不详,65,新疆维吾尔自治区,31,台,12,千克,\"88,013\",\n";

    #[test]
    fn rows_are_china_s_with_their_first_quantity() {
        assert_eq!(
            rows(TABLE.as_bytes()),
            [
                "2: CHN  145 08081000 202303 412006e0 - 52300e0 千克 details 0",
                "3: CHN  145 08081000 202303 9870e0 - 1200e0 千克 details 0",
                "4: CHN  701 85171300 202303 88013e0 - 31e0 台 details 0",
            ]
        );
    }

    #[test]
    fn what_is_not_read_is_named() {
        let reader = reader(TABLE.as_bytes()).expect("a format");
        let unread: Vec<_> =
            reader.meanings().unread().iter().map(|one| (one.name.as_str(), one.why)).collect();
        assert_eq!(
            unread,
            [
                ("第二数量", WhyUnread::UnknownAmount),
                ("注册地编码", WhyUnread::TellsApart),
                ("注册地名称", WhyUnread::TellsApart),
            ]
        );
    }

    #[test]
    fn partners_are_known_by_their_names_and_units_by_theirs() {
        let reader = reader(TABLE.as_bytes()).expect("a format");
        let meanings = reader.meanings();
        let place = meanings.place("145", "哈萨克斯坦");
        assert_eq!((place.code.as_str(), place.name.as_str()), ("KAZ", ""));
        let unknown = meanings.place("701", "国(地)别不详");
        assert_eq!((unknown.code.as_str(), unknown.name.as_str()), ("国(地)别不详", ""));
        let unit = |name: &str| meanings.quantity_unit("", name).and_then(|unit| unit.unit);
        assert_eq!(unit("克"), Some((Unit::Amount(Amount::Kilogram), -3)));
        assert_eq!(unit("匹"), None);
        let facts = meanings.facts();
        assert!(facts.says.reporter && facts.says.partner && !facts.says.flow);
        assert_eq!(facts.units[0], Currency::from_code("CNY").map(|yuan| (Unit::Money(yuan), 0)));
    }

    #[test]
    fn values_in_tens_of_thousands_are_not_taken_for_yuan() {
        let other = TABLE.replace("人民币,", "人民币万元,");
        assert!(reader(other.as_bytes()).is_none());
    }
}
