//! What an entry consists of, and the bytes from which its hash is made.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use jiff::civil::Date;

use super::{Author, PrintCode, Title};
use crate::edition::{CategoryCode, EntrantKind, PartCode, Values};
use crate::ids::{FileId, UnitId};

/// What the authors have given so far; a draft may lack anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The title.
    pub title: Option<Title>,
    /// The category (*lĩnh vực*); exactly one.
    pub category: Option<CategoryCode>,
    /// In what capacity they enter.
    pub entrant: EntrantKind,
    /// In whose name, where an organisation enters.
    pub organisation: Option<String>,
    /// The day from which the solution has been there and in use.
    pub created_on: Option<Date>,
    /// The authors, in the order of the certificate.
    pub authors: Vec<Author>,
    /// Texts and files.
    pub dossier: Dossier,
    /// The declarations that were confirmed.
    pub declarations: BTreeSet<PartCode>,
}

/// Texts and files by the part of the dossier they fill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dossier(pub BTreeMap<PartCode, PartContent>);

/// What fills a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartContent {
    /// Written text.
    Text(String),
    /// A file that was looked into on arrival and is what it says it is.
    File(AttachedFile),
    /// What is written into its fields.
    Values(Values),
}

/// A file of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachedFile {
    /// Where it is kept.
    pub id: FileId,
    /// What the author called it.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: [u8; 32],
    /// The print that it shows, where it is a form that was printed here and came back stamped.
    pub shows: Option<PrintCode>,
}

/// The SHA-256 of [`Content::canonical`]; printed as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DossierHash(pub [u8; 32]);

impl fmt::Display for DossierHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Content {
    /// What the dossier's hash is taken over: every value behind its name and its length in
    /// bytes, so that no two different contents come out alike. `unit` is the one that it stands
    /// for, which decides who may not judge it.
    pub fn canonical(&self, unit: Option<UnitId>) -> String {
        let mut text = String::from("hoithi dossier 2\n");
        let mut put = |name: &str, value: &dyn fmt::Display| {
            let value = value.to_string();
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{name} {} {value}", value.len());
        };
        if let Some(title) = &self.title {
            put("title", title);
        }
        if let Some(category) = &self.category {
            put("category", category);
        }
        if let Some(unit) = &unit {
            put("unit", unit);
        }
        put("entrant", &self.entrant.code());
        if let Some(organisation) = &self.organisation {
            put("organisation", organisation);
        }
        if let Some(day) = &self.created_on {
            put("created-on", day);
        }
        for author in &self.authors {
            put("author", &author.name);
            if let Some(born) = &author.born {
                put("born", born);
            }
            put("workplace", &author.workplace);
            if let Some(unit) = &author.unit {
                put("author-unit", unit);
            }
            put("agreed", &author.confirmation.code());
            put("share", &author.share.hundredths());
            put("representative", &author.representative);
        }
        for (code, content) in &self.dossier.0 {
            match content {
                PartContent::Text(words) => put(&format!("text {code}"), words),
                PartContent::Values(values) => {
                    for (field, value) in values {
                        put(&format!("value {code} {field}"), value);
                    }
                }
                PartContent::File(file) => {
                    put(&format!("file {code}"), &DossierHash(file.sha256));
                    if let Some(print) = &file.shows {
                        put(&format!("shows {code}"), print);
                    }
                }
            }
        }
        for code in &self.declarations {
            put("declared", code);
        }
        text
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::entries::author::tests::author;

    const DECLARED: [&str; 4] = ["ap-dung-trong-tinh", "chua-doat-giai", "khong-trung", "khong-gay-hai"];

    pub(in crate::entries) fn part(code: &str) -> PartCode {
        PartCode::parse(code).unwrap()
    }

    pub(in crate::entries) fn pdf(bytes: u64) -> PartContent {
        let id = FileId::new(uuid::Uuid::from_u128(5));
        PartContent::File(AttachedFile { id, name: "mo-ta.pdf".into(), bytes, sha256: [7; 32], shows: None })
    }

    pub(in crate::entries) fn complete() -> Content {
        let mut first = author("Nguyễn An", "60");
        first.representative = true;
        let parts = [
            (part("phieu-dang-ky"), pdf(300_000)),
            (part("tom-tat"), PartContent::Text("Máy rửa than bằng nước tuần hoàn.".into())),
            (part("ban-mo-ta"), pdf(1_000_000)),
        ];
        Content {
            title: Some("Máy rửa than".parse().unwrap()),
            category: CategoryCode::parse("cong-nghiep-xay-dung"),
            entrant: EntrantKind::Group,
            organisation: None,
            created_on: Some(jiff::civil::date(2018, 5, 1)),
            authors: vec![first, author("Trần Thị Bình", "40")],
            dossier: Dossier(parts.into()),
            declarations: DECLARED.map(part).into(),
        }
    }

    #[test]
    fn the_canonical_text_holds_everything_that_was_declared() {
        insta::assert_snapshot!(complete().canonical(None));
    }

    #[test]
    fn a_line_break_in_a_text_cannot_pass_for_another_part() {
        let mut honest = complete();
        let mut sly = complete();
        let put = |content: &mut Content, code: &str, words: &str| {
            content.dossier.0.insert(part(code), PartContent::Text(words.into()));
        };
        put(&mut honest, "tom-tat", "a");
        put(&mut honest, "tom-tat-b", "b");
        put(&mut sly, "tom-tat", "a\ntext tom-tat-b 1 b");
        assert_ne!(honest.canonical(None), sly.canonical(None));
    }
}
