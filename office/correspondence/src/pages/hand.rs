//! What is read back before a signature is recorded: which paper, to whom, under whose name; and what is
//! asked of an account that bears another name than the printed one.

use hoithi_people::Viewer;
use hoithi_rules::correspondence::Signatory;
use hoithi_web::{Form, Page};

use crate::document::Document;
use crate::signers::is_another;
use crate::text::kind_named;

/// The box that says that the signature is the printed person's.
pub(super) const PRINTED: &str = "printed";

/// The paper that is signed, in words.
pub(super) struct Hand {
    /// Each fact with its label.
    pub(super) rows: Vec<(String, String)>,
    /// That the account bears another name, and what is to be ticked then.
    pub(super) other: Option<(String, String)>,
}

impl Hand {
    pub(super) fn of(page: &Page, viewer: &Viewer, document: &Document) -> Self {
        let content = &document.content;
        let whom = [
            ("addressees", content.addressees.all().len().to_string()),
            ("recipients", content.recipients.all().len().to_string()),
        ];
        let rows = [
            ("correspondence-kind", kind_named(page, &content.kind)),
            ("correspondence-symbol", content.symbol.clone()),
            ("correspondence-subject", content.subject.clone()),
            ("correspondence-recipients", page.tx("correspondence-hand-whom", &whom)),
            ("correspondence-signer", content.signatory.as_ref().map(printed).unwrap_or_default()),
        ];
        let rows = rows.into_iter().map(|(label, words)| (page.t(label), words)).collect();
        Self { rows, other: other(page, viewer, document) }
    }

    /// Whether the box is asked for, and was left empty.
    pub(super) fn lacks(&self, form: &Form) -> bool {
        self.other.is_some() && !form.checked(PRINTED, "co")
    }
}

/// Nothing is asked of the clerk who numbers what the leader has signed in the program.
fn other(page: &Page, viewer: &Viewer, document: &Document) -> Option<(String, String)> {
    let account = viewer.account.as_ref().filter(|account| is_another(document, &account.name))?;
    let printed = document.content.signatory.as_ref().filter(|_| document.signed_at.is_none())?;
    let facts = [("account", account.name.to_string()), ("printed", printed.name.to_string())];
    Some((page.tx("correspondence-hand-other", &facts), page.tx("correspondence-hand-printed", &facts)))
}

/// `KT. CHỦ TỊCH, PHÓ CHỦ TỊCH: Phạm Văn Quyết`
fn printed(signatory: &Signatory) -> String {
    format!("{}: {}", signatory.lines().join(", "), signatory.name)
}
