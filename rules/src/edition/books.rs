//! The rule books that come with the program, as their TOML text.
//!
//! Examples to start from, and what the demo and the tests run on; each parses, which a test
//! proves.

/// Quảng Ninh, VIII, 2020–2021: the letter's contest.
pub const QUANG_NINH_VIII: &str = include_str!("../../books/quang-ninh-viii.toml");

/// The national contest, XVI.
pub const TOAN_QUOC: &str = include_str!("../../books/toan-quoc.toml");

/// An initiative council with bands, after Sơn La's form.
pub const SON_LA_SANG_KIEN: &str = include_str!("../../books/son-la-sang-kien.toml");

/// Four criteria with trimming.
pub const BON_TIEU_CHI: &str = include_str!("../../books/bon-tieu-chi.toml");

/// An invented college's own contest, under Quảng Ninh VIII.
pub const HOI_THI_CO_SO: &str = include_str!("../../books/hoi-thi-co-so.toml");

/// The usual layouts of a description, for a part that is written under headings: by name, as TOML.
pub const LAYOUTS: [(&str, &str); 2] = [
    ("toan-quoc", include_str!("../../books/layouts/toan-quoc.toml")),
    ("theo-muc", include_str!("../../books/layouts/theo-muc.toml")),
];

/// Every book with the name of its file.
pub const ALL: [(&str, &str); 5] = [
    ("quang-ninh-viii", QUANG_NINH_VIII),
    ("toan-quoc", TOAN_QUOC),
    ("son-la-sang-kien", SON_LA_SANG_KIEN),
    ("bon-tieu-chi", BON_TIEU_CHI),
    ("hoi-thi-co-so", HOI_THI_CO_SO),
];
