//! The provinces of China by ISO 3166-2:CN, in the order of their codes.

/// A code and the name that newspapers use.
#[rustfmt::skip]
pub(super) static PROVINCES: [(&str, &str); 34] = [
    ("CN-AH", "Anhui"), ("CN-BJ", "Beijing"), ("CN-CQ", "Chongqing"), ("CN-FJ", "Fujian"), ("CN-GD", "Guangdong"),
    ("CN-GS", "Gansu"), ("CN-GX", "Guangxi"), ("CN-GZ", "Guizhou"), ("CN-HA", "Henan"), ("CN-HB", "Hubei"),
    ("CN-HE", "Hebei"), ("CN-HI", "Hainan"), ("CN-HK", "Hong Kong"), ("CN-HL", "Heilongjiang"), ("CN-HN", "Hunan"),
    ("CN-JL", "Jilin"), ("CN-JS", "Jiangsu"), ("CN-JX", "Jiangxi"), ("CN-LN", "Liaoning"), ("CN-MO", "Macao"),
    ("CN-NM", "Inner Mongolia"), ("CN-NX", "Ningxia"), ("CN-QH", "Qinghai"), ("CN-SC", "Sichuan"),
    ("CN-SD", "Shandong"), ("CN-SH", "Shanghai"), ("CN-SN", "Shaanxi"), ("CN-SX", "Shanxi"), ("CN-TJ", "Tianjin"),
    ("CN-TW", "Taiwan"), ("CN-XJ", "Xinjiang"), ("CN-XZ", "Tibet"), ("CN-YN", "Yunnan"), ("CN-ZJ", "Zhejiang"),
];
