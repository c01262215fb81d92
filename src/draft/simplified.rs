//! Traditional Chinese characters as their simplified ones.

/// Pairs, the traditional character first, of the characters that the table of words has: from the conversion tables of
/// `MediaWiki` (`zh-hans`), of Unicode CLDR (`Hant-Hans`) and of `OpenCC` (`TSCharacters`), for characters of Big5, and the
/// Japanese form of 产.
const PAIRS: &str = "\
    萬万 與与 業业 東东 兩两 個个 箇个 為为 烏乌 喬乔 買买 瞭了 雲云 亞亚 產产 億亿 從从 價价 優优 夥伙 會会 倫伦 \
    體体 彿佛 剋克 兌兑 蘭兰 關关 興兴 茲兹 內内 岡冈 農农 準准 減减 幾几 凱凯 齣出 剛刚 彆别 製制 務务 動动 勞劳 \
    勢势 區区 醫医 韆千 昇升 陞升 協协 單单 佔占 盧卢 阨厄 雙双 發发 髮发 敘叙 檯台 臺台 颱台 閤合 衕同 後后 噸吨 \
    員员 迴回 國国 圖图 聖圣 場场 堅坚 壯壮 處处 備备 頭头 奧奥 嬭奶 妝妆 學学 寧宁 甯宁 實实 傢家 寬宽 賓宾 對对 \
    導导 將将 尒尔 爾尔 屬属 嶼屿 島岛 幣币 佈布 帶带 乾干 幹干 榦干 廣广 慶庆 庫库 開开 噹当 當当 總总 戶户 紮扎 \
    託托 擴扩 揚扬 護护 撾挝 換换 據据 數数 時时 顯显 朮术 術术 機机 來来 闆板 極极 搆构 構构 標标 樣样 歐欧 氣气 \
    匯汇 彙汇 湯汤 澤泽 漿浆 濟济 淛浙 漲涨 灣湾 燈灯 點点 愛爱 狀状 獨独 豬猪 翫玩 環环 毬球 電电 療疗 礦矿 磚砖 \
    離离 俬私 祕秘 稅税 類类 糧粮 係系 繫系 約约 級级 紗纱 納纳 紙纸 紡纺 紐纽 線线 組组 織织 紹绍 經经 結结 統统 \
    績绩 維维 緬缅 縮缩 羅罗 繙翻 聯联 肅肃 膠胶 腦脑 脫脱 臘腊 節节 蘤花 囌苏 甦苏 蘇苏 葯药 藥药 萊莱 營营 薩萨 \
    蔕蒂 懞蒙 濛蒙 矇蒙 裝装 規规 視视 覽览 計计 設设 試试 誕诞 諾诺 調调 謝谢 穀谷 荳豆 貝贝 貨货 購购 貴贵 貿贸 \
    費费 資资 讚赞 贊赞 車车 軋轧 較较 輛辆 輸输 邊边 遼辽 達达 過过 運运 進进 踰逾 醬酱 埰采 寀采 採采 裡里 鋼钢 \
    鐵铁 銅铜 鋁铝 銖铢 銀银 鋰锂 鍛锻 鎊镑 長长 門门 間间 陽阳 際际 陸陆 陜陕 陝陕 麵面 韋韦 韓韩 項项 順顺 頓顿 \
    預预 領领 頻频 額额 飛飞 馬马 驗验 魯鲁 尟鲜 鮮鲜 麥麦 黃黄 齊齐 龍龙 侷局 勁劲 負负 風风 俱具 記记 財财 崑昆 \
    張张 現现 莊庄 魚鱼 測测 無无 筆笔 絲丝 菸烟 著着 飲饮 煙烟 葉叶 該该 載载 鉛铅 飾饰 漢汉 綢绸 跼局 鉻铬 儀仪 \
    膚肤 蝦虾 輪轮 鄭郑 鋅锌 銷销 銳锐 餘余 鋸锯 錳锰 錫锡 儲储 壓压 濱滨 瀋沈 鎢钨 鎳镍 雞鸡 櫚榈 瀝沥 寶宝 躍跃 \
    獻献 貢贡 積积 種种 貸贷 責责 遊游 險险 團团 廠厂 雜杂 錄录 續续 繼继 穩稳 創创 歷历 變变 驟骤 廳厅 鑽钻 榖谷 飆飙 産产 \
    並并 併并 僅仅 別别 則则 吳吴 呂吕 嚮向 壩坝 婁娄 峽峡 崗岗 嶺岭 嶽岳 巖岩 廈厦 強强 彥彦 懷怀 撫抚 擬拟 於于 旂旗 晉晋 曏向 棗枣 樂乐 樑梁 樹树 欽钦 涼凉 溫温 滄沧 濰潍 瀘泸 瑪玛 畢毕 \
    異异 監监 盤盘 粵粤 紅红 綏绥 綿绵 縣县 纍累 義义 脩修 臨临 荊荆 華华 蕪芜 蘆芦 衛卫 許许 讓让 賀贺 贛赣 這这 連连 週周 遠远 遷迁 還还 鄉乡 鄲郸 醣糖 鉆钻 錦锦 錶表 鎮镇 隨随 隴陇 頂顶 \
    頗颇 饒饶 駐驻 鬆松 鴨鸭 鶴鹤 鷹鹰 鹹咸 鹽盐 麗丽 麴曲 \
";

/// The simplified character of a traditional one; any other character as it is.
pub(super) fn simplified(c: char) -> char {
    SORTED.binary_search_by_key(&c, |pair| pair.0).ok().and_then(|at| SORTED.get(at)).map_or(c, |pair| pair.1)
}

static SORTED: std::sync::LazyLock<Vec<(char, char)>> = std::sync::LazyLock::new(|| {
    let pair = |pair: &str| {
        let mut pair = pair.chars();
        Some((pair.next()?, pair.next()?))
    };
    let mut pairs: Vec<(char, char)> = PAIRS.split_whitespace().filter_map(pair).collect();
    pairs.sort_unstable();
    pairs
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_stays_as_long_as_it_is() {
        assert_eq!("億萬佔進貿國際".chars().map(simplified).collect::<String>(), "亿万占进贸国际");
        assert!(SORTED.iter().all(|(old, new)| old.len_utf8() == new.len_utf8() && old != new));
    }
}
