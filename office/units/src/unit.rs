//! A unit as everybody else sees it.

use std::fmt;
use std::str::FromStr;

use hoithi_rules::ids::UnitId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An organisation that takes part, in the time for which its name and code hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The code of the national list; departments and schools have none.
    pub code: Option<String>,
    /// Its full name: "Huyện Tiên Yên".
    pub name: String,
    /// What it is called by law: "huyện", "phường", "sở", "trường đại học".
    pub kind: String,
    /// Where it stands.
    pub level: UnitLevel,
    /// The unit above it, at the end of its time.
    pub parent: Option<UnitId>,
    /// Its first day; none when it was always there as far as the register knows.
    pub valid_from: Option<Date>,
    /// Its last day; none while it stands.
    pub valid_to: Option<Date>,
    /// Where the register has it from.
    pub source: String,
    /// What a reader should know.
    pub note: String,
}

impl Unit {
    /// Whether it stands on that day.
    pub fn stands_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|first| first <= day) && self.valid_to.is_none_or(|last| day <= last)
    }

    /// By which name it issues papers: a locality by its people's committee.
    pub fn body(&self) -> String {
        if !self.level.is_administrative() {
            return self.name.clone();
        }
        format!("Ủy ban nhân dân {}", hoithi_web::lower_first(&self.name))
    }

    /// The place that its papers name before their day: a locality's name without its kind, unless the name is
    /// a number. None of a unit that is no locality.
    pub fn place(&self) -> Option<&str> {
        if !self.level.is_administrative() {
            return None;
        }
        // "thành phố thuộc tỉnh" is called "Thành phố …".
        let kind = self.kind.split(" trực thuộc").next().and_then(|kind| kind.split(" thuộc").next()).unwrap_or("");
        let at = self.name.char_indices().nth(kind.chars().count()).map_or(0, |(at, _)| at);
        let (called, bare) = self.name.split_at(at);
        let bare = bare.trim_start();
        let is_name = bare.starts_with(char::is_alphabetic) && called.to_lowercase() == kind.to_lowercase();
        Some(if is_name { bare } else { &self.name })
    }
}

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        pub enum $name { $($(#[$each])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Stable, in the store, the API and the CSV.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $name {
            type Err = NoSuchCode;

            fn from_str(code: &str) -> Result<Self, NoSuchCode> {
                Self::ALL.iter().copied().find(|each| each.code() == code).ok_or(NoSuchCode)
            }
        }
    };
}

/// Not one of the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such code")]
pub struct NoSuchCode;

coded! {
    /// Where a unit stands.
    UnitLevel {
        /// Tỉnh, thành phố trực thuộc trung ương.
        Province = "province",
        /// Huyện, thị xã, thành phố thuộc tỉnh; until 30/6/2025.
        District = "district",
        /// Xã, phường, thị trấn, đặc khu.
        Commune = "commune",
        /// Sở, ban, ngành.
        Department = "department",
        /// Trường cao đẳng, đại học.
        School = "school",
        /// Hội, đoàn thể.
        Association = "association",
        /// Doanh nghiệp.
        Enterprise = "enterprise",
    }
}

impl UnitLevel {
    /// Whether units of this level are in the national list of codes.
    pub const fn is_administrative(self) -> bool {
        matches!(self, Self::Province | Self::District | Self::Commune)
    }
}

coded! {
    /// How much of a predecessor came to a successor.
    Extent {
        /// All of it.
        Whole = "whole",
        /// The larger part; the data set's word, not the law's.
        Main = "main",
        /// A part.
        Part = "part",
    }
}
