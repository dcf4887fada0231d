//! Reports as official documents: a unit's own, for signature and stamp, and the consolidated one.
//! Their words are the office's, so they are Vietnamese whatever the interface.

mod annexes;
mod own;
mod summed;

use hoithi_correspondence::Letterhead;
use hoithi_documents::forms::{Annex, Block, Head, Report, Signature};
use hoithi_rules::correspondence::{DocumentKind, Signatory};
use hoithi_web::{House, number};

pub use own::{print_report, unit_head};
pub(crate) use summed::{doubled_words, print_summary, request_words, word_summary};

/// The words with which a locality's body begins: a line of their own in the head.
const COMMITTEE: &str = "Ủy ban nhân dân";

/// A report as its head, its words and its place want it.
struct Sheet {
    /// Head and signature, by whoever issues it.
    under: Under,
    subject: String,
    addressees: Vec<String>,
    blocks: Vec<Block>,
    annexes: Vec<Annex>,
}

/// Under whose name a report goes out.
struct Under {
    parent: Option<String>,
    issuer: String,
    symbol: String,
    place: String,
    signature: Signature,
}

impl Under {
    /// What was set for the body; where nothing was, what is known of it otherwise.
    fn of(letterhead: Option<&Letterhead>, otherwise: Self) -> Self {
        let Some(set) = letterhead else { return otherwise };
        Self {
            parent: Some(set.parent_body.clone()).filter(|parent| !parent.is_empty()),
            issuer: set.name.clone(),
            symbol: set.symbol_of(&DocumentKind::Report),
            place: set.place.clone(),
            signature: set.signatories.first().map_or(otherwise.signature, signed_by),
        }
    }
}

impl Under {
    /// The head of the sheet, in which number and day are left to be filled in.
    fn head(&self) -> Head {
        Head {
            parent: self.parent.clone(),
            issuer: self.issuer.replacen(&format!("{COMMITTEE} "), &format!("{COMMITTEE}\n"), 1),
            number: None,
            symbol: self.symbol.clone(),
            place: self.place.clone(),
            date: None,
            urgency: None,
        }
    }
}

impl Sheet {
    /// The whole document.
    fn report(self, house: &House) -> Report {
        let under = self.under;
        Report {
            watermark: house.site.watermark(),
            head: under.head(),
            kind: "BÁO CÁO".to_owned(),
            subject: self.subject,
            addressees: self.addressees,
            bases: Vec::new(),
            blocks: self.blocks,
            signature: under.signature,
            recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
            annexes: self.annexes,
            issuer_in_text: under.issuer,
        }
    }
}

/// Who was set to sign for the body, with the lines above the name.
fn signed_by(signatory: &Signatory) -> Signature {
    Signature { capacity: signatory.lines(), name: Some(signatory.name.to_string()), mark: None }
}

/// Where nobody was set, the name is left to be filled in below the head's title.
fn unsigned(head: &[&str]) -> Signature {
    Signature { capacity: head.iter().map(|line| (*line).to_owned()).collect(), name: None, mark: None }
}

fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let (mut left, mut written) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}

fn many(value: u64) -> String {
    number(i64::try_from(value).unwrap_or(i64::MAX))
}
