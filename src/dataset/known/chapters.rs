//! The chapters of the Harmonized System.
//!
//! Source: the nomenclature of the World Customs Organization, edition of 2022; its titles are shortened. Chapter 77 is kept for
//! later use, and 98 is each country's own. UN Comtrade has in 99 whatever has no chapter.

/// Chapters by their two digits, in order.
const CHAPTERS: [(&str, &str); 97] = [
    ("01", "Live animals"),
    ("02", "Meat"),
    ("03", "Fish and crustaceans"),
    ("04", "Dairy products, eggs, honey"),
    ("05", "Other products of animals"),
    ("06", "Live plants, cut flowers"),
    ("07", "Vegetables"),
    ("08", "Fruit and nuts"),
    ("09", "Coffee, tea, spices"),
    ("10", "Cereals"),
    ("11", "Flour, malt, starch"),
    ("12", "Oil seeds, medicinal plants"),
    ("13", "Gums, resins, plant extracts"),
    ("14", "Other products of plants"),
    ("15", "Fats and oils"),
    ("16", "Preparations of meat or fish"),
    ("17", "Sugars"),
    ("18", "Cocoa"),
    ("19", "Preparations of cereals"),
    ("20", "Preparations of vegetables or fruit"),
    ("21", "Other preparations of food"),
    ("22", "Beverages, spirits, vinegar"),
    ("23", "Residues of food, animal feed"),
    ("24", "Tobacco"),
    ("25", "Salt, stone, cement"),
    ("26", "Ores, slag, ash"),
    ("27", "Mineral fuels and oils"),
    ("28", "Inorganic chemicals"),
    ("29", "Organic chemicals"),
    ("30", "Pharmaceuticals"),
    ("31", "Fertilisers"),
    ("32", "Dyes, paints, inks"),
    ("33", "Essential oils, cosmetics"),
    ("34", "Soap, waxes"),
    ("35", "Albumins, modified starches, glues"),
    ("36", "Explosives, matches"),
    ("37", "Photographic goods"),
    ("38", "Other products of chemistry"),
    ("39", "Plastics"),
    ("40", "Rubber"),
    ("41", "Raw hides, leather"),
    ("42", "Articles of leather, bags"),
    ("43", "Furskins"),
    ("44", "Wood"),
    ("45", "Cork"),
    ("46", "Basketwork"),
    ("47", "Wood pulp"),
    ("48", "Paper and paperboard"),
    ("49", "Printed books, newspapers"),
    ("50", "Silk"),
    ("51", "Wool"),
    ("52", "Cotton"),
    ("53", "Other vegetable fibres"),
    ("54", "Man-made filaments"),
    ("55", "Man-made staple fibres"),
    ("56", "Wadding, felt, ropes"),
    ("57", "Carpets"),
    ("58", "Special woven fabrics"),
    ("59", "Coated textile fabrics"),
    ("60", "Knitted fabrics"),
    ("61", "Knitted clothing"),
    ("62", "Clothing that is not knitted"),
    ("63", "Other made-up textiles"),
    ("64", "Footwear"),
    ("65", "Headgear"),
    ("66", "Umbrellas, walking sticks"),
    ("67", "Feathers, artificial flowers"),
    ("68", "Articles of stone or cement"),
    ("69", "Ceramics"),
    ("70", "Glass"),
    ("71", "Pearls, precious stones and metals"),
    ("72", "Iron and steel"),
    ("73", "Articles of iron or steel"),
    ("74", "Copper"),
    ("75", "Nickel"),
    ("76", "Aluminium"),
    ("78", "Lead"),
    ("79", "Zinc"),
    ("80", "Tin"),
    ("81", "Other base metals"),
    ("82", "Tools, cutlery"),
    ("83", "Other articles of base metal"),
    ("84", "Machinery"),
    ("85", "Electrical machinery"),
    ("86", "Railway vehicles"),
    ("87", "Road vehicles"),
    ("88", "Aircraft, spacecraft"),
    ("89", "Ships and boats"),
    ("90", "Optical and medical instruments"),
    ("91", "Clocks and watches"),
    ("92", "Musical instruments"),
    ("93", "Arms and ammunition"),
    ("94", "Furniture, lamps"),
    ("95", "Toys, games, sports goods"),
    ("96", "Other manufactured articles"),
    ("97", "Works of art, antiques"),
    ("99", "Goods without a chapter of their own"),
];

/// The name of a chapter by its two digits: `Cereals` for `10`.
#[must_use]
pub fn chapter(code: &str) -> Option<&'static str> {
    let at = CHAPTERS.binary_search_by_key(&code, |(known, _)| known).ok()?;
    CHAPTERS.get(at).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_chapters_but_two_have_names_in_order() {
        assert!(CHAPTERS.is_sorted_by_key(|(code, _)| *code));
        let without: Vec<String> =
            (1..=99).map(|code| format!("{code:02}")).filter(|code| chapter(code).is_none()).collect();
        assert_eq!(without, ["77", "98"]);
        assert_eq!(["27", "2709", ""].map(chapter), [Some("Mineral fuels and oils"), None, None]);
    }
}
