//! The settings and their values.

use crate::dashboard::{Rising, ThemeName};
use crate::screen::Glyphs;

/// A setting; declared in the order in which they are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingKey {
    Theme,
    Glyphs,
    /// Colour of growth.
    Rising,
    /// The view the dashboard opens with.
    View,
    /// Synchronized output: marks around every frame.
    Sync,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingType {
    OneOf(Vec<&'static str>),
    Text,
    /// `true` or `false`.
    Switch,
}

impl SettingKey {
    pub const ALL: [Self; 5] = [Self::Theme, Self::Glyphs, Self::Rising, Self::View, Self::Sync];

    /// Name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Glyphs => "glyphs",
            Self::Rising => "rising",
            Self::View => "view",
            Self::Sync => "sync",
        }
    }

    pub fn value_type(self) -> SettingType {
        match self {
            Self::Theme => SettingType::OneOf(ThemeName::ALL.map(ThemeName::name).to_vec()),
            Self::Glyphs => SettingType::OneOf(Glyphs::ALL.map(Glyphs::name).to_vec()),
            Self::Rising => SettingType::OneOf(Rising::ALL.map(Rising::name).to_vec()),
            Self::View => SettingType::Text,
            Self::Sync => SettingType::Switch,
        }
    }
}
