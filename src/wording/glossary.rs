//! Explains the marks and words on the screen, for the help and the documents alike.

/// Each mark or word, and its meaning.
pub const GLOSSARY: [(&str, &str); 12] = [
    ("▴ ▾", "grew, fell; the sign before the number says the same"),
    ("✗", "contradicted: cannot be true next to another figure"),
    ("V", "unvalidated: printed so, but not to be relied on"),
    ("E F P B D", "estimated, forecast, provisional, break, other definition"),
    ("c", "converted at the source's implied rate"),
    ("≥ ≤ ~", "printed as \"more than\", \"nearly\", \"about\""),
    ("? · ✓", "of the checks: a doubt, a note, passed"),
    ("(derived), =", "calculated from published figures"),
    ("not published", "the source gives no number; it is not zero"),
    ("no value", "the source names it without a number"),
    ("┊", "the whole that a ranking is compared with"),
    ("├──┤", "everything that a rounded number may stand for"),
];
