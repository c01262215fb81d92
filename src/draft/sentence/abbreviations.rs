//! Two countries in one character each, in front of their trade: 德美贸易额, 中哈双边贸易.

use super::Sentence;
use super::known_phrase::{KnownPhrase, PlaceRole, RoledPlace};
use crate::draft::article::Article;
use crate::draft::token::TokenKind;
use crate::draft::words::WordKind;

/// A character, and the countries that it may stand for with how their full names begin.
const COUNTRIES: [(&str, &[(&str, &str)]); 26] = [
    ("中", &[("中国", "CHN")]),
    ("乌", &[("乌兹别克", "UZB"), ("乌克兰", "UKR")]),
    ("俄", &[("俄罗斯", "RUS")]),
    ("加", &[("加拿大", "CAN"), ("加纳", "GHA")]),
    ("匈", &[("匈牙利", "HUN")]),
    ("印", &[("印度尼西亚", "IDN"), ("印尼", "IDN"), ("印度", "IND")]),
    ("吉", &[("吉尔吉斯", "KGZ")]),
    ("哈", &[("哈萨克", "KAZ")]),
    ("土", &[("土耳其", "TUR"), ("土库曼", "TKM")]),
    ("塔", &[("塔吉克", "TJK")]),
    ("墨", &[("墨西哥", "MEX")]),
    ("巴", &[("巴西", "BRA"), ("巴基斯坦", "PAK"), ("巴拿马", "PAN")]),
    ("德", &[("德国", "DEU")]),
    ("意", &[("意大利", "ITA")]),
    ("日", &[("日本", "JPN")]),
    ("柬", &[("柬埔寨", "KHM")]),
    ("泰", &[("泰国", "THA")]),
    ("欧", &[("欧盟", "EU")]),
    ("法", &[("法国", "FRA")]),
    ("波", &[("波兰", "POL")]),
    ("澳", &[("澳大利亚", "AUS"), ("澳门", "MAC")]),
    ("美", &[("美国", "USA")]),
    ("英", &[("英国", "GBR")]),
    ("蒙", &[("蒙古", "MNG")]),
    ("越", &[("越南", "VNM")]),
    ("韩", &[("韩国", "KOR")]),
];

/// Characters that begin words for the trade of two.
const TRADE: [&str; 4] = ["贸", "双", "两", "经"];

/// Characters that words in front of a pair end in: 去年, 上月, 同期, 其中.
const IN_FRONT: [&str; 9] = ["年", "月", "期", "间", "度", "中", "的", "占", "使"];

/// The two countries whose characters stand at a token. In 对日韩贸易 they are partners of a third, and 12日美 is a day.
pub(super) fn pair(article: &Article, at: usize) -> Option<[KnownPhrase; 2]> {
    let before = at.checked_sub(1).and_then(|before| article.tokens.get(before));
    let is_start = before.is_none_or(|token| {
        token.kind == TokenKind::LineEnd
            || token.kind == TokenKind::Sign && token.stem != "、"
            || IN_FRONT.contains(&token.stem)
    });
    if !is_start || !TRADE.contains(&article.stem(at + 2)) {
        return None;
    }
    let place = |at: usize| {
        let code = country(article, article.stem(at))?;
        Some(KnownPhrase { kind: WordKind::Place, code, start: at, end: at + 1 })
    };
    let (one, other) = (place(at)?, place(at + 1)?);
    (one.code != other.code).then_some([one, other])
}

/// Words in front of partners: 对日韩出口.
const TOWARDS: [&str; 6] = ["对", "自", "从", "向", "与", "同"];

/// Several partners in one character each, as one place: 对日韩出口, 与欧美贸易额.
pub(super) fn partners(article: &Article, at: usize) -> Option<KnownPhrase> {
    let before = at.checked_sub(1).map(|before| article.stem(before))?;
    let mut end = at;
    while LETTERS.contains(&article.stem(end)) {
        end += 1;
    }
    // 对美欧盟友, 对中东: the last character begins another word.
    let next = article.stem(end);
    let is_flow = TRADE.contains(&next) || matches!(next, "出" | "进" | "分" | "等" | "合" | "两" | "的");
    let is_list = TOWARDS.contains(&before) && end - at >= 2 && is_flow;
    is_list.then_some(KnownPhrase { kind: WordKind::Place, code: "SEVERAL", start: at, end })
}

/// The characters of which such lists consist.
const LETTERS: [&str; 8] = ["美", "欧", "日", "韩", "俄", "英", "加", "澳"];

/// The country that a character stands for: the only one, or of several the one that the text names in full.
fn country(article: &Article, character: &str) -> Option<&'static str> {
    let (_, countries) = COUNTRIES.iter().find(|(known, _)| *known == character)?;
    if let [(_, code)] = countries {
        return Some(code);
    }
    let mut named = countries.iter().filter(|(name, _)| article.text.contains(name)).map(|(_, code)| *code);
    let first = named.next()?;
    named.all(|code| code == first).then_some(first)
}

/// The part of one of two such places: the first reports.
pub(super) fn role(sentence: &Sentence, mark: &KnownPhrase, before: &[RoledPlace]) -> Option<PlaceRole> {
    let is_one = |mark: &KnownPhrase| mark.end == mark.start + 1;
    if !sentence.is_chinese() || !is_one(mark) {
        return None;
    }
    let is_second = before.last().is_some_and(|first| first.mark.end == mark.start && is_one(&first.mark));
    let is_first = sentence.mark_at(mark.end, WordKind::Place).is_some_and(is_one);
    match (is_first, is_second) {
        (true, _) => Some(PlaceRole::Reporter),
        (false, true) => Some(PlaceRole::Partner),
        (false, false) => None,
    }
}
