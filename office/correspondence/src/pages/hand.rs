//! What is read back before a signature is recorded: which paper, to whom, under whose name; and what is
//! asked of an account that bears another name than the printed one, and of a paper with blanks or without its list.

use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::Signatory;
use hoithi_web::{Form, Page};

use crate::blanks::{blanks, lacks_its_list};
use crate::document::{ContentError, Document};
use crate::signers::{Said, is_another};
use crate::text::kind_named;

/// The box that says that the signature is the printed person's.
pub(super) const PRINTED: &str = "printed";

/// The box that says that the blanks may stay.
pub(super) const BLANKS: &str = "blanks";

/// The box that says that the list lies elsewhere.
pub(super) const LIST: &str = "list";

/// What the boxes of the read-back say.
pub(super) fn said(form: &Form) -> Said {
    Said { printed: form.checked(PRINTED, "co"), blanks: form.checked(BLANKS, "co"), list: form.checked(LIST, "co") }
}

/// The paper that is signed, in words.
pub(super) struct Hand {
    /// Each fact with its label.
    pub(super) rows: Vec<(String, String)>,
    /// That the account bears another name, and what is to be ticked then.
    pub(super) other: Option<(String, String)>,
    /// The lines that were composed with blanks and have them still.
    pub(super) blanks: Vec<String>,
    /// That it speaks of a list which is not there.
    pub(super) lacks_list: bool,
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
        let (blanks, lacks_list) = (blanks(content), lacks_its_list(document));
        Self { rows, other: other(page, viewer, document), blanks, lacks_list }
    }

    /// A refusal for each box that is asked for and was left empty.
    pub(super) fn asks(&self, form: &Form, no: &mut Refusals) {
        let said = said(form);
        if self.other.is_some() && !said.printed {
            no.keep::<(), _>(PRINTED, Err(ContentError::OtherName));
        }
        if !self.blanks.is_empty() && !said.blanks {
            no.keep::<(), _>(BLANKS, Err(ContentError::Blanks));
        }
        if self.lacks_list && !said.list {
            no.keep::<(), _>(LIST, Err(ContentError::ListMissing));
        }
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
