//! Currencies by their ISO 4217 codes, including withdrawn ones: a series of thirty years may use several.

/// A currency of ISO 4217, current or withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(u16);

impl Currency {
    /// The currency with this code, such as `CNY`; `None` if ISO 4217 never had it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let at = CODES.binary_search(&code).ok()?;
        u16::try_from(at).ok().map(Self)
    }

    /// The code of its amounts for each kilogram, such as `USD_PER_KG`.
    #[must_use]
    pub fn code_per_kilogram(self) -> &'static str {
        let code = PER_KILOGRAM.get(usize::from(self.0));
        code.and_then(|code| std::str::from_utf8(code).ok()).unwrap_or_default()
    }

    /// Its code of three letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        CODES.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// ISO 4217, lists one (current currencies and funds) and three (historic denominations), as published by SIX, the
/// maintenance agency, and collected at <https://github.com/datasets/currency-codes> (`data/codes-all.csv` of
/// 1 February 2026). Sorted, for the search.
#[rustfmt::skip]
const CODES: [&str; 307] = [
    "ADP", "AED", "AFA", "AFN", "ALK", "ALL", "AMD", "ANG", "AOA", "AOK", "AON", "AOR", "ARA", "ARP", "ARS",
    "ARY", "ATS", "AUD", "AWG", "AYM", "AZM", "AZN", "BAD", "BAM", "BBD", "BDT", "BEC", "BEF", "BEL", "BGJ",
    "BGK", "BGL", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BOP", "BOV", "BRB", "BRC", "BRE", "BRL", "BRN",
    "BRR", "BSD", "BTN", "BUK", "BWP", "BYB", "BYN", "BYR", "BZD", "CAD", "CDF", "CHC", "CHE", "CHF", "CHW",
    "CLF", "CLP", "CNY", "COP", "COU", "CRC", "CSD", "CSJ", "CSK", "CUC", "CUP", "CVE", "CYP", "CZK", "DDM",
    "DEM", "DJF", "DKK", "DOP", "DZD", "ECS", "ECV", "EEK", "EGP", "ERN", "ESA", "ESB", "ESP", "ETB", "EUR",
    "FIM", "FJD", "FKP", "FRF", "GBP", "GEK", "GEL", "GHC", "GHP", "GHS", "GIP", "GMD", "GNE", "GNF", "GNS",
    "GQE", "GRD", "GTQ", "GWE", "GWP", "GYD", "HKD", "HNL", "HRD", "HRK", "HTG", "HUF", "IDR", "IEP", "ILP",
    "ILR", "ILS", "INR", "IQD", "IRR", "ISJ", "ISK", "ITL", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF",
    "KPW", "KRW", "KWD", "KYD", "KZT", "LAJ", "LAK", "LBP", "LKR", "LRD", "LSL", "LSM", "LTL", "LTT", "LUC",
    "LUF", "LUL", "LVL", "LVR", "LYD", "MAD", "MDL", "MGA", "MGF", "MKD", "MLF", "MMK", "MNT", "MOP", "MRO",
    "MRU", "MTL", "MTP", "MUR", "MVQ", "MVR", "MWK", "MXN", "MXP", "MXV", "MYR", "MZE", "MZM", "MZN", "NAD",
    "NGN", "NIC", "NIO", "NLG", "NOK", "NPR", "NZD", "OMR", "PAB", "PEH", "PEI", "PEN", "PES", "PGK", "PHP",
    "PKR", "PLN", "PLZ", "PTE", "PYG", "QAR", "RHD", "ROK", "ROL", "RON", "RSD", "RUB", "RUR", "RWF", "SAR",
    "SBD", "SCR", "SDD", "SDG", "SDP", "SEK", "SGD", "SHP", "SIT", "SKK", "SLE", "SLL", "SOS", "SRD", "SRG",
    "SSP", "STD", "STN", "SUR", "SVC", "SYP", "SZL", "THB", "TJR", "TJS", "TMM", "TMT", "TND", "TOP", "TPE",
    "TRL", "TRY", "TTD", "TWD", "TZS", "UAH", "UAK", "UGS", "UGW", "UGX", "USD", "USN", "USS", "UYI", "UYN",
    "UYP", "UYU", "UYW", "UZS", "VEB", "VED", "VEF", "VES", "VNC", "VND", "VUV", "WST", "XAD", "XAF", "XAG",
    "XAU", "XBA", "XBB", "XBC", "XBD", "XCD", "XCG", "XDR", "XEU", "XFO", "XFU", "XOF", "XPD", "XPF", "XPT",
    "XRE", "XSU", "XTS", "XUA", "XXX", "YDD", "YER", "YUD", "YUM", "YUN", "ZAL", "ZAR", "ZMK", "ZMW", "ZRN",
    "ZRZ", "ZWC", "ZWD", "ZWG", "ZWL", "ZWN", "ZWR",
];

/// The codes with the kilogram behind them.
const PER_KILOGRAM: [[u8; 10]; CODES.len()] = {
    let mut all = [*b"..._PER_KG"; CODES.len()];
    let mut at = 0;
    while at < all.len() {
        let code = CODES[at].as_bytes();
        (all[at][0], all[at][1], all[at][2]) = (code[0], code[1], code[2]);
        at += 1;
    }
    all
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_read_as_themselves() {
        assert!(CODES.is_sorted_by(|a, b| a < b));
        for code in CODES {
            let currency = Currency::from_code(code).expect("a code");
            assert_eq!((currency.code(), currency.code_per_kilogram()), (code, &*format!("{code}_PER_KG")));
        }
    }

    #[test]
    fn withdrawn_currencies_are_known_and_others_are_not() {
        for code in ["CNY", "HRK", "DEM", "LTL", "BYR", "TMM", "VEF", "ZWL", "RUR"] {
            assert!(Currency::from_code(code).is_some(), "{code}");
        }
        for code in ["", "cny", "RMB", "CN", "CNYY", "ZZZ"] {
            assert_eq!(Currency::from_code(code), None, "{code}");
        }
    }
}
