//! Known groups of countries, with who belonged to them when.
//!
//! From the treaties of accession and the lists of members that the organisations publish, as of June 2026; `EU…` and
//! `EA…` are the aggregates of Eurostat. Months are those in which a membership took or lost effect, both inclusive.

/// A group of countries; its members as [`super::members`] reads them.
pub(super) struct KnownGroup {
    pub code: &'static str,
    pub name: &'static str,
    pub short: &'static str,
    pub members: &'static str,
}

impl KnownGroup {
    const fn new(code: &'static str, name: &'static str, short: &'static str, members: &'static str) -> Self {
        Self { code, name, short, members }
    }
}

/// In the order of their codes.
///
/// Members are written in clauses, `from..until: codes`; the span is left out for permanent members. A `?` marks a
/// clause that sources disagree about: in its span it is not known who is counted.
#[rustfmt::skip]
pub(super) static GROUPS: [KnownGroup; 31] = [
    KnownGroup::new("APEC", "the APEC economies", "APEC",
        "AUS BRN CAN IDN JPN KOR MYS NZL PHL SGP THA USA; 1991-11..: CHN HKG TWN; 1993-11..: MEX PNG; \
         1994-11..: CHL; 1998-11..: PER RUS VNM"),
    KnownGroup::new("ASEAN", "ASEAN", "ASEAN",
        "IDN MYS PHL SGP THA; 1984-01..: BRN; 1995-07..: VNM; 1997-07..: LAO MMR; 1999-04..: KHM; 2025-10..: TLS"),
    KnownGroup::new("BENELUX", "the Benelux countries", "Benelux", "BEL LUX NLD"),
    KnownGroup::new("BRICS", "the BRICS countries", "BRICS",
        "BRA CHN IND RUS; 2010-12..: ZAF; 2024-01..: ARE EGY ETH IRN; ? 2024-01..: SAU; 2025-01..: IDN"),
    KnownGroup::new("CA5", "the five Central Asian countries", "Central Asia", "KAZ KGZ TJK TKM UZB"),
    // Turkmenistan has been an associate since 2005; Ukraine never ratified the charter and left its bodies in 2018.
    KnownGroup::new("CIS", "the CIS countries", "CIS",
        "ARM BLR KAZ KGZ MDA RUS TJK UZB; 1993-09..: AZE; 1993-12..2009-08: GEO; ..2005-08: TKM; \
         ? 2005-09..: TKM; ? ..2018-05: UKR"),
    KnownGroup::new("CPTPP", "the CPTPP countries", "CPTPP",
        "AUS CAN JPN MEX NZL SGP; 2019-01..: VNM; 2021-09..: PER; 2022-11..: MYS; 2023-02..: CHL; 2023-07..: BRN; \
         2024-12..: GBR"),
    KnownGroup::new("EA", "the euro area", "euro area",
        "AUT BEL DEU ESP FIN FRA IRL ITA LUX NLD PRT; 2001-01..: GRC; 2007-01..: SVN; 2008-01..: CYP MLT; \
         2009-01..: SVK; 2011-01..: EST; 2014-01..: LVA; 2015-01..: LTU; 2023-01..: HRV; 2026-01..: BGR"),
    KnownGroup::new("EA12", "the euro area of 12", "euro area of 12",
        "AUT BEL DEU ESP FIN FRA GRC IRL ITA LUX NLD PRT"),
    KnownGroup::new("EA19", "the euro area of 19", "euro area of 19",
        "AUT BEL CYP DEU ESP EST FIN FRA GRC IRL ITA LTU LUX LVA MLT NLD PRT SVK SVN"),
    KnownGroup::new("EA20", "the euro area of 20", "euro area of 20",
        "AUT BEL CYP DEU ESP EST FIN FRA GRC HRV IRL ITA LTU LUX LVA MLT NLD PRT SVK SVN"),
    KnownGroup::new("EA21", "the euro area of 21", "euro area of 21",
        "AUT BEL BGR CYP DEU ESP EST FIN FRA GRC HRV IRL ITA LTU LUX LVA MLT NLD PRT SVK SVN"),
    KnownGroup::new("EAEU", "the Eurasian Economic Union", "EAEU", "ARM BLR KAZ RUS; 2015-08..: KGZ"),
    KnownGroup::new("EFTA", "the EFTA countries", "EFTA",
        "CHE NOR; ..1994-12: AUT SWE; ..1972-12: DNK GBR; ..1985-12: PRT; 1970-03..: ISL; 1986-01..1994-12: FIN; \
         1991-09..: LIE"),
    KnownGroup::new("EU", "the European Union", "EU",
        "BEL DEU FRA ITA LUX NLD; 1973-01..: DNK IRL; 1973-01..2020-01: GBR; 1981-01..: GRC; 1986-01..: ESP PRT; \
         1995-01..: AUT FIN SWE; 2004-05..: CYP CZE EST HUN LTU LVA MLT POL SVK SVN; 2007-01..: BGR ROU; \
         2013-07..: HRV"),
    KnownGroup::new("EU15", "the EU of 15", "EU of 15", "AUT BEL DEU DNK ESP FIN FRA GBR GRC IRL ITA LUX NLD PRT SWE"),
    KnownGroup::new("EU25", "the EU of 25", "EU of 25",
        "AUT BEL CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT SVK SVN SWE"),
    // The composition of 2007 until Croatia joined, that of 2020 since Britain left; in between, either of them.
    KnownGroup::new("EU27", "the EU of 27", "EU of 27",
        "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE; \
         ..2013-06: GBR; ? 2013-07..2020-01: GBR; 2020-02..: HRV"),
    KnownGroup::new("EU27_2007", "the EU of 27 of 2007 to 2013", "EU of 27, 2007",
        "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"),
    KnownGroup::new("EU27_2020", "the EU of 27", "EU of 27",
        "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE"),
    KnownGroup::new("EU28", "the EU of 28", "EU of 28",
        "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN \
         SWE"),
    // The European Union and the African Union are members next to 19 countries, so its parts overlap.
    KnownGroup::new("G20", "the G20", "G20", ""),
    KnownGroup::new("G7", "the G7 countries", "G7", "CAN DEU FRA GBR ITA JPN USA"),
    KnownGroup::new("GCC", "the Gulf states of the GCC", "GCC", "ARE BHR KWT OMN QAT SAU"),
    // Venezuela is suspended, not expelled.
    KnownGroup::new("MERCOSUR", "the Mercosur countries", "Mercosur",
        "ARG BRA PRY URY; 2012-08..2016-11: VEN; ? 2016-12..: VEN; 2024-08..: BOL"),
    KnownGroup::new("NAFTA", "the NAFTA countries", "NAFTA", "CAN MEX USA"),
    KnownGroup::new("OECD", "the OECD countries", "OECD",
        "AUT BEL CAN CHE DEU DNK ESP FRA GBR GRC IRL ISL LUX NLD NOR PRT SWE TUR USA; 1962-03..: ITA; 1964-04..: JPN; \
         1969-01..: FIN; 1971-06..: AUS; 1973-05..: NZL; 1994-05..: MEX; 1995-12..: CZE; 1996-05..: HUN; \
         1996-11..: POL; 1996-12..: KOR; 2000-12..: SVK; 2010-05..: CHL; 2010-07..: SVN; 2010-09..: ISR; \
         2010-12..: EST; 2016-07..: LVA; 2018-07..: LTU; 2020-04..: COL; 2021-05..: CRI"),
    KnownGroup::new("OPEC", "the OPEC countries", "OPEC",
        "IRN IRQ KWT SAU VEN; 1961-01..2018-12: QAT; 1962-01..: LBY; 1962-01..2008-12: IDN; 2016-01..2016-11: IDN; \
         1967-11..2026-04: ARE; 1969-07..: DZA; 1971-07..: NGA; 1973-11..1992-12: ECU; 2007-10..2019-12: ECU; \
         1975-01..1994-12: GAB; 2016-07..: GAB; 2007-01..2023-12: AGO; 2017-05..: GNQ; 2018-06..: COG"),
    KnownGroup::new("RCEP", "the RCEP countries", "RCEP",
        "AUS BRN CHN IDN JPN KHM KOR LAO MMR MYS NZL PHL SGP THA VNM"),
    KnownGroup::new("SCO", "the SCO countries", "SCO",
        "CHN KAZ KGZ RUS TJK UZB; 2017-06..: IND PAK; 2023-07..: IRN; 2024-07..: BLR"),
    KnownGroup::new("USMCA", "the USMCA countries", "USMCA", "CAN MEX USA"),
];
