//! The members of a group, with the spans in which they belonged to it.

use std::borrow::Cow;

use super::{Content, RowReader};
use crate::dataset::{GroupMember, Period};
use crate::formats::faults::{Expected, Fault, Quoted};
use crate::formats::reader::json;

impl RowReader<'_, '_> {
    /// The members in a column: a list of codes and of objects such as `{"code": "GBR", "until": "2020-01"}`, or one
    /// text of codes with commas between them.
    pub fn members(&mut self, column: &str) -> Vec<GroupMember> {
        let always = |code| GroupMember::new(code, None, None);
        let raw = match self.cell(column).map(|cell| &cell.content) {
            Some(Content::Json(raw)) if raw.starts_with('[') => *raw,
            Some(Content::Json(_) | Content::Field(_) | Content::Null) | None => {
                return self.list(column).into_iter().map(always).collect();
            }
        };
        let items: Vec<&str> = json::values(raw).map(Iterator::collect).unwrap_or_default();
        if items.iter().all(|item| !item.starts_with('{')) {
            return self.list(column).into_iter().map(always).collect();
        }
        items.into_iter().filter_map(|item| self.member(column, item)).collect()
    }

    fn member(&mut self, column: &str, raw: &str) -> Option<GroupMember> {
        if !raw.starts_with('{') {
            return Some(GroupMember::new(self.member_text(column, raw)?, None, None));
        }
        let mut entries = Vec::new();
        json::each_member(raw, |name, value| entries.push((name, value)))?;
        let (mut code, mut from, mut until) = (None, None, None);
        for (name, value) in &entries {
            let text = self.member_text(column, value)?;
            match name.as_ref() {
                "code" => code = Some(text),
                "from" => from = Some(self.month(column, &text)?),
                "until" => until = Some(self.month(column, &text)?),
                other => {
                    self.error(column, Fault::MemberEntry { name: Quoted::new(other) });
                    return None;
                }
            }
        }
        let Some(code) = code else {
            self.error(column, Fault::MemberWithoutCode);
            return None;
        };
        if let (Some(first), Some(last)) = (from, until)
            && last.end() <= first.start()
        {
            self.error(column, Fault::MemberSpan { code: Quoted::new(&code) });
            return None;
        }
        Some(GroupMember::new(code, from, until))
    }

    fn member_text(&mut self, column: &str, raw: &str) -> Option<String> {
        let Some(text) = json::text(raw) else {
            self.error(column, Fault::Expected { kind: json::kind(raw), expected: Expected::Member });
            return None;
        };
        self.checked(column, text).map(Cow::into_owned)
    }

    /// A year or a month.
    fn month(&mut self, column: &str, text: &str) -> Option<Period> {
        let period = Period::parse(text).filter(|_| matches!(text.len(), 4 | 7) && !text.contains('Q'));
        if period.is_none() {
            self.error(column, Fault::NotAMonth { written: Quoted::new(text) });
        }
        period
    }
}
