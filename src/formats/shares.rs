//! Shares of a printed pane whose wholes were printed elsewhere.

use foldhash::HashMap;

/// The published rows of a printed pane: which of them are shares, and of what.
#[derive(Default)]
pub struct Shares {
    /// How many rows have each id.
    rows_of: HashMap<String, usize>,
    /// Shares with the ids of themselves and of their wholes.
    shares: Vec<PrintedShare>,
}

struct PrintedShare {
    row: usize,
    id: Option<String>,
    whole: String,
}

impl Shares {
    /// Adds a row with its id and, if it is a share, that of its whole.
    pub fn add(&mut self, row: usize, id: Option<String>, whole: Option<String>) {
        if let Some(id) = &id {
            *self.rows_of.entry(id.clone()).or_default() += 1;
        }
        self.shares.extend(whole.map(|whole| PrintedShare { row, id, whole }));
    }

    /// The rows of shares without their whole, in order. A share of such a share is without its whole too.
    pub fn without_whole(mut self) -> Vec<usize> {
        let mut parts: HashMap<&str, Vec<&PrintedShare>> = HashMap::default();
        for share in &self.shares {
            parts.entry(&share.whole).or_default().push(share);
        }
        let missing = parts.keys().filter(|whole| !self.rows_of.contains_key(**whole));
        let mut missing: Vec<&str> = missing.copied().collect();
        let mut lost = Vec::new();
        while let Some(whole) = missing.pop() {
            for share in parts.remove(whole).unwrap_or_default() {
                lost.push(share.row);
                let Some(id) = &share.id else { continue };
                if let Some(rows) = self.rows_of.get_mut(id) {
                    *rows -= 1;
                    missing.extend((*rows == 0).then_some(id.as_str()));
                }
            }
        }
        lost.sort_unstable();
        lost
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(rows: &[(&str, &str)]) -> Vec<usize> {
        let mut shares = Shares::default();
        for (row, (id, whole)) in rows.iter().enumerate() {
            shares.add(row, Some((*id).to_owned()), (!whole.is_empty()).then(|| (*whole).to_owned()));
        }
        shares.without_whole()
    }

    #[test]
    fn a_share_without_its_whole_takes_its_own_shares_with_it() {
        assert!(lost(&[("a", "b"), ("b", "c"), ("c", ""), ("d", "c")]).is_empty());
        assert_eq!(lost(&[("a", "b"), ("b", "c"), ("d", ""), ("e", "d")]), [0, 1]);
        // Of two rows with one id, the one that stays is still a whole.
        assert_eq!(lost(&[("a", "b"), ("b", "c"), ("b", "")]), [1]);
        assert!(lost(&[("a", "b"), ("b", "a")]).is_empty());
    }
}
