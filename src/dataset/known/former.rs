//! Places that used to be one with others: withdrawn codes, and countries whose figures once included another.
//!
//! From ISO 3166-3 and the country notes of UN Comtrade and the UN Statistics Division (M49).

/// A code that no longer names a place, the last month in which it did, and its successors, the one under whose name its
/// figures go on first: until that month, the figures of a successor may include those of the ones after it.
pub(super) struct Former {
    pub code: &'static str,
    pub name: &'static str,
    pub until: &'static str,
    pub members: &'static str,
}

impl Former {
    const fn new(code: &'static str, name: &'static str, until: &'static str, members: &'static str) -> Self {
        Self { code, name, until, members }
    }
}

/// A country whose figures may include another, and until which month. Successors of one code are not listed.
pub(super) struct Joint {
    pub whole: &'static str,
    pub part: &'static str,
    pub until: &'static str,
}

impl Joint {
    const fn new(whole: &'static str, part: &'static str, until: &'static str) -> Self {
        Self { whole, part, until }
    }
}

/// Codes that no longer name a place, in alphabetical order; trade data of their time still use them.
#[rustfmt::skip]
pub(super) static FORMER: [Former; 15] = [
    Former::new("ANT", "the Netherlands Antilles", "2010-10", "CUW BES SXM; ..1985-12: ABW"),
    Former::new("BLX", "Belgium-Luxembourg", "1998-12", "BEL LUX"),
    Former::new("BUR", "Burma", "1989-12", "MMR"),
    Former::new("CSK", "Czechoslovakia", "1992-12", "CZE SVK"),
    Former::new("DDR", "East Germany", "1990-10", ""),
    Former::new("PCI", "the Pacific Islands", "1991-12", "FSM MHL MNP PLW"),
    Former::new("ROM", "Romania", "2002-02", "ROU"),
    Former::new("SCG", "Serbia and Montenegro", "2006-06", "SRB MNE"),
    Former::new("SUN", "the Soviet Union", "1991-12",
        "RUS ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA TJK TKM UKR UZB"),
    Former::new("TMP", "East Timor", "2002-05", "TLS"),
    Former::new("VDR", "North Vietnam", "1976-07", ""),
    Former::new("YMD", "South Yemen", "1990-05", ""),
    Former::new("YUG", "Yugoslavia", "2003-02", "SRB MNE; ..1992-04: BIH HRV MKD SVN"),
    // The customs union reported as one until its members began to report for themselves.
    Former::new("ZA1", "the Southern African Customs Union", "1999-12", "ZAF BWA LSO NAM SWZ"),
    Former::new("ZAR", "Zaire", "1997-07", "COD"),
];

/// A country, what its figures may have included, and the last month in which they may have; in the order of the
/// countries.
#[rustfmt::skip]
pub(super) static JOINT: [Joint; 5] = [
    Joint::new("ETH", "ERI", "1993-05"),
    Joint::new("IDN", "TLS", "2002-05"),
    Joint::new("MYS", "SGP", "1965-08"),
    Joint::new("PAK", "BGD", "1971-12"),
    Joint::new("SDN", "SSD", "2011-07"),
];
