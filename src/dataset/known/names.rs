//! Countries by their names in English, Chinese and Russian.

use std::sync::LazyLock;

use foldhash::HashMap;

/// Words in three languages, among them the names of places; its own head says where they come from.
pub(crate) static WORDS: &str = include_str!("../../../assets/words.tsv");

/// Names as the tables of the United Nations and the World Bank write them and newspapers do not, by [`plain`].
const OF_TABLES: [(&str, &str); 45] = [
    ("bahamasthe", "BHS"),
    ("boliviaplurinationalstateof", "BOL"),
    ("bosniaherzegovina", "BIH"),
    ("bruneidarussalam", "BRN"),
    ("chinahongkongsar", "HKG"),
    ("chinamacaosar", "MAC"),
    ("congodemrep", "COD"),
    ("congorep", "COG"),
    ("congorepof", "COG"),
    ("democraticrepublicofthecongo", "COD"),
    ("demrepofthecongo", "COD"),
    ("dempeoplesrepofkorea", "PRK"),
    ("democraticpeoplesrepublicofkorea", "PRK"),
    ("egyptarabrep", "EGY"),
    ("gambiathe", "GMB"),
    ("hongkongchina", "HKG"),
    ("hongkongsarchina", "HKG"),
    ("iranislamicrep", "IRN"),
    ("iranislamicrepof", "IRN"),
    ("iranislamicrepublicof", "IRN"),
    ("koreademrep", "PRK"),
    ("korearep", "KOR"),
    ("korearepof", "KOR"),
    ("korearepublicof", "KOR"),
    ("laopdr", "LAO"),
    ("laopeoplesdemrep", "LAO"),
    ("laopeoplesdemocraticrepublic", "LAO"),
    ("macaosarchina", "MAC"),
    ("moldovarep", "MDA"),
    ("moldovarepublicof", "MDA"),
    ("repofkorea", "KOR"),
    ("repofmoldova", "MDA"),
    ("republicofmoldova", "MDA"),
    ("stateofpalestine", "PSE"),
    ("syrianarabrep", "SYR"),
    ("syrianarabrepublic", "SYR"),
    ("tanzaniaunitedrepublicof", "TZA"),
    ("unitedrepoftanzania", "TZA"),
    ("unitedrepublicoftanzania", "TZA"),
    ("venezuelabolivarianrepublicof", "VEN"),
    ("venezuelarb", "VEN"),
    ("yemenrep", "YEM"),
    ("俄罗斯联邦", "RUS"),
    ("刚果金", "COD"),
    ("刚果布", "COG"),
];

/// Three-letter codes by [`plain`] names. Taken together when a name is first looked up: tables with codes need none.
static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names: HashMap<String, &str> =
        OF_TABLES.iter().map(|(name, code)| ((*name).to_owned(), *code)).collect();
    let places = WORDS.lines().filter_map(|line| line.strip_prefix("place ")?.split_once('\t'));
    for (code, words) in places.filter(|(code, _)| super::country(code).is_some()) {
        let known = words.split('|').map(plain).filter(|name| is_name(name));
        names.extend(known.map(|name| (name, code)));
    }
    names
});

/// The country of this name, in whatever letters and signs; `None` for abbreviations, which may mean something else.
pub(super) fn country_named(name: &str) -> Option<&'static str> {
    let plain = plain(name);
    if is_name(&plain) { NAMES.get(&plain).copied() } else { None }
}

/// A name in small letters, without blanks and signs.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// True for more than an abbreviation.
fn is_name(plain: &str) -> bool {
    plain.chars().count() > 3 || plain.chars().count() > 1 && plain.starts_with(|c: char| c >= '\u{2e80}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_their_names_in_three_languages_and_in_the_forms_of_tables() {
        for (name, code) in [
            ("Viet Nam", "VNM"),
            ("VIETNAM", "VNM"),
            ("Korea, Rep. of", "KOR"),
            ("Iran (Islamic Republic of)", "IRN"),
            ("China, Hong Kong SAR", "HKG"),
            ("Cote d'Ivoire", "CIV"),
            ("德国", "DEU"),
            ("俄罗斯联邦", "RUS"),
            ("中国香港", "HKG"),
            ("Германия", "DEU"),
            ("Соединенные Штаты", "USA"),
        ] {
            assert_eq!(country_named(name), Some(code), "{name}");
        }
    }

    #[test]
    fn abbreviations_groups_and_other_places_are_no_names_of_countries() {
        for name in ["哈", "РК", "KR", "Central Asia", "欧盟", "Guangdong", "Other Asia, nes", ""] {
            assert_eq!(country_named(name), None, "{name}");
        }
    }

    #[test]
    fn forms_of_tables_are_plain_and_their_codes_are_known() {
        for (name, code) in OF_TABLES {
            assert_eq!(plain(name), name);
            assert!(super::super::country(code).is_some(), "{code}");
        }
    }
}
