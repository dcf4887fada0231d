//! What a package says of itself, `manifest.json`: everything by name, every file under its hash, so that the one
//! hash over the manifest stands for all of it.

use std::collections::BTreeMap;

use hoithi_documents::Sha256Hex;
use hoithi_entries::{KeptEntry, Reach, SaidConsent, digest};
use hoithi_rules::edition::{CategoryCode, EntrantKind, PartCode, Rules};
use hoithi_rules::entries::{
    AttachedFile, Author, Confirmation, Content, Dossier, DossierHash, PartContent, Share, Title,
};
use hoithi_rules::ids::{AuthorId, EditionId, EntryId, FileId, UnitId};
use hoithi_rules::people::PersonName;
use hoithi_rules::text::one_line;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// By this a package is known.
pub(crate) const FORMAT: &str = "hoithi-package";

/// How packages are written today.
pub(crate) const VERSION: u32 = 1;

/// The same with parts that are kept secret: a program that does not know that word takes none of it.
pub(crate) const WITH_SECRETS: u32 = 2;

/// Where the manifest lies in the package.
pub(crate) const MANIFEST: &str = "manifest.json";

/// What a person reads first.
pub(crate) const READ_FIRST: &str = "DOC-TRUOC.txt";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format: String,
    pub(crate) version: u32,
    pub(crate) package: Uuid,
    pub(crate) made_at: Timestamp,
    pub(crate) contest: PackedContest,
    pub(crate) endorsement: PackedPaper,
    pub(crate) entries: Vec<PackedEntry>,
}

/// The contest that sends.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PackedContest {
    pub(crate) id: EditionId,
    pub(crate) title: String,
    pub(crate) organiser: String,
    /// Its categories by their codes.
    pub(crate) categories: BTreeMap<String, PackedCategory>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PackedCategory {
    pub(crate) name: String,
    /// Which one its rules name for the contest above.
    pub(crate) above: Option<String>,
}

/// The paper that stands behind all of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PackedPaper {
    pub(crate) document: String,
    pub(crate) date: Date,
    pub(crate) signed_by: PersonName,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PackedEntry {
    pub(crate) id: EntryId,
    pub(crate) number: String,
    /// The SHA-256 of `text`, under which the dossier was received.
    pub(crate) hash: Sha256Hex,
    /// Where its sealed text lies in the package.
    pub(crate) text: String,
    pub(crate) title: Title,
    /// The authors' own, under which the dossier was received.
    pub(crate) category: String,
    /// The one to which screening moved it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) moved_to: Option<String>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) unit_name: String,
    pub(crate) entrant: String,
    pub(crate) organisation: Option<String>,
    pub(crate) created_on: Option<Date>,
    pub(crate) authors: Vec<PackedAuthor>,
    /// Written parts by their codes.
    pub(crate) texts: BTreeMap<String, String>,
    /// Parts written under headings: what stands in each field, by the codes of part and field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) fields: BTreeMap<String, BTreeMap<String, String>>,
    /// Files by the codes of their parts.
    pub(crate) files: BTreeMap<String, PackedFile>,
    pub(crate) declarations: Vec<String>,
    /// Parts that are kept secret, by their codes, with the reason: they stay so above.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) secret: BTreeMap<String, String>,
    /// Place and result, where the rules let them be read above.
    pub(crate) result: Option<PackedResult>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PackedAuthor {
    pub(crate) name: PersonName,
    pub(crate) born: Option<Date>,
    pub(crate) workplace: String,
    pub(crate) unit: Option<UnitId>,
    /// In hundredths of a percent.
    pub(crate) share: Share,
    pub(crate) representative: bool,
    pub(crate) agreed: String,
    pub(crate) agreed_at: Option<Timestamp>,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) consents: Vec<PackedConsent>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PackedConsent {
    pub(crate) kind: String,
    pub(crate) words: String,
    pub(crate) guardian: String,
    pub(crate) how: String,
    pub(crate) given_at: Timestamp,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PackedFile {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) bytes: u64,
    pub(crate) sha256: Sha256Hex,
    /// The print that it shows, where it is a form that was printed below and came back stamped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) shows: Option<String>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct PackedResult {
    pub(crate) place: i64,
    pub(crate) points_in_hundredths: i64,
}

/// What two persons compare: the first eighty bits of the manifest's hash, in groups of four digits.
pub(crate) fn check_code(hash: &Sha256Hex) -> String {
    let digits: Vec<char> = hash.as_str().chars().take(20).collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

impl PackedEntry {
    /// A received dossier with what its authors consent to.
    pub(crate) fn of(
        (kept, rules): (&KeptEntry, &Rules),
        said: &[Vec<SaidConsent>],
        result: Option<PackedResult>,
    ) -> Option<Self> {
        let (receipt, content) = (kept.receipt()?, &kept.entry.content);
        let folder = format!("ho-so/{}", receipt.number);
        let (mut texts, mut fields, mut files) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (code, part) in &content.dossier.0 {
            match part {
                PartContent::Text(text) => {
                    texts.insert(code.to_string(), text.clone());
                }
                PartContent::Values(values) => {
                    let values = values.iter().map(|(field, value)| (field.to_string(), value.clone()));
                    fields.insert(code.to_string(), values.collect());
                }
                PartContent::File(file) => {
                    files.insert(code.to_string(), PackedFile::of(&folder, code, file)?);
                }
            }
        }
        let people = content.authors.iter().zip(&kept.reach).zip(said);
        let secret = kept.all_secrets(rules).into_iter().filter(|(part, _)| kept.part(part).is_some());
        Some(Self {
            id: kept.id(),
            number: receipt.number.to_string(),
            hash: receipt.hash.to_string().parse().ok()?,
            text: format!("{folder}/ho-so.txt"),
            title: content.title.clone()?,
            category: content.category.as_ref()?.to_string(),
            moved_to: kept.moved_to.as_ref().map(ToString::to_string),
            unit: kept.dossier_unit(),
            unit_name: kept.unit_name.clone(),
            entrant: content.entrant.code().to_owned(),
            organisation: content.organisation.clone(),
            created_on: content.created_on,
            authors: people.map(|((author, reach), said)| PackedAuthor::of(author, reach, said)).collect(),
            texts,
            fields,
            files,
            declarations: content.declarations.iter().map(ToString::to_string).collect(),
            secret: secret.map(|(part, why)| (part.to_string(), why)).collect(),
            result,
        })
    }

    /// The category by which it counted there.
    pub(crate) fn counts_in(&self) -> &str {
        self.moved_to.as_deref().unwrap_or(&self.category)
    }

    /// How many bytes its files have.
    pub(crate) fn bytes(&self) -> u64 {
        self.files.values().map(|file| file.bytes).sum()
    }

    /// What is kept secret in it, or nothing where that is not what it should be.
    pub(crate) fn secrets(&self) -> Option<BTreeMap<PartCode, String>> {
        let told = |(part, why): (&String, &String)| {
            let why = one_line(why);
            Some((PartCode::parse(part)?, why)).filter(|(_, why)| !why.is_empty())
        };
        self.secret.iter().map(told).collect()
    }

    /// What was received, or nothing where a word of it is not what it should be. Ids of authors and files are
    /// the reader's to give.
    pub(crate) fn content(&self) -> Option<Content> {
        let mut parts = BTreeMap::new();
        for (code, text) in &self.texts {
            parts.insert(PartCode::parse(code)?, PartContent::Text(text.clone()));
        }
        for (code, values) in &self.fields {
            let values = values.iter().map(|(field, value)| Some((PartCode::parse(field)?, value.clone())));
            let values = values.collect::<Option<_>>()?;
            if parts.insert(PartCode::parse(code)?, PartContent::Values(values)).is_some() {
                return None;
            }
        }
        for (code, file) in &self.files {
            if parts.insert(PartCode::parse(code)?, PartContent::File(file.attached()?)).is_some() {
                return None;
            }
        }
        Some(Content {
            title: Some(self.title.clone()),
            category: Some(CategoryCode::parse(&self.category)?),
            entrant: EntrantKind::ALL.into_iter().find(|kind| kind.code() == self.entrant)?,
            organisation: self.organisation.clone(),
            created_on: self.created_on,
            authors: self.authors.iter().map(PackedAuthor::author).collect::<Option<_>>()?,
            dossier: Dossier(parts),
            declarations: self.declarations.iter().map(|code| PartCode::parse(code)).collect::<Option<_>>()?,
        })
    }
}

impl PackedAuthor {
    fn of(author: &Author, reach: &Reach, said: &[SaidConsent]) -> Self {
        let agreed_at = match author.confirmation {
            Confirmation::Pending => None,
            Confirmation::InApp { at } | Confirmation::OnForm { at } => Some(at),
        };
        let consent = |said: &SaidConsent| PackedConsent {
            kind: said.kind.clone(),
            words: said.words.clone(),
            guardian: said.guardian.clone(),
            how: said.how.clone(),
            given_at: said.given_at,
        };
        Self {
            name: author.name.clone(),
            born: author.born,
            workplace: author.workplace.clone(),
            unit: author.unit,
            share: author.share,
            representative: author.representative,
            agreed: author.confirmation.code().to_owned(),
            agreed_at,
            email: reach.email.clone(),
            phone: reach.phone.clone(),
            consents: said.iter().map(consent).collect(),
        }
    }

    fn author(&self) -> Option<Author> {
        let confirmation = match (self.agreed.as_str(), self.agreed_at) {
            ("pending", None) => Confirmation::Pending,
            ("in_app", Some(at)) => Confirmation::InApp { at },
            ("on_form", Some(at)) => Confirmation::OnForm { at },
            _ => return None,
        };
        Some(Author {
            id: AuthorId::new(Uuid::nil()),
            account: None,
            name: self.name.clone(),
            born: self.born,
            workplace: self.workplace.clone(),
            unit: self.unit,
            share: self.share,
            representative: self.representative,
            confirmation,
        })
    }

    /// What the author consents to.
    pub(crate) fn said(&self) -> Vec<SaidConsent> {
        let said = |consent: &PackedConsent| SaidConsent {
            kind: consent.kind.clone(),
            words: consent.words.clone(),
            guardian: consent.guardian.clone(),
            how: consent.how.clone(),
            given_at: consent.given_at,
        };
        self.consents.iter().map(said).collect()
    }
}

/// What a file's path ends with: a video's name says which kind it is, everything else is a PDF.
fn ending(name: &str) -> &'static str {
    let known = ["mp4", "mov", "webm"];
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    known.into_iter().find(|each| *each == end).unwrap_or("pdf")
}

impl PackedFile {
    fn of(folder: &str, code: &PartCode, file: &AttachedFile) -> Option<Self> {
        Some(Self {
            name: file.name.clone(),
            path: format!("{folder}/{code}.{}", ending(&file.name)),
            bytes: file.bytes,
            sha256: DossierHash(file.sha256).to_string().parse().ok()?,
            shows: file.shows.as_ref().map(ToString::to_string),
        })
    }

    fn attached(&self) -> Option<AttachedFile> {
        let (id, sha256) = (FileId::new(Uuid::nil()), digest(&self.sha256));
        let shows = self.shows.as_deref().map(str::parse).transpose().ok()?;
        Some(AttachedFile { id, name: self.name.clone(), bytes: self.bytes, sha256, shows })
    }
}
