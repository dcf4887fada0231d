//! What stands behind an author's agreement: their own act, their signature on the form that lies in the
//! dossier, or only the word of whoever writes it.

use hoithi_rules::edition::{DossierPart, PartKind, Rules};
use hoithi_rules::entries::{Author, Confirmation, PartContent};

use crate::kept::KeptEntry;

/// The word for it, by its key, and the tone of its tag.
pub(crate) fn agreed(kept: &KeptEntry, rules: &Rules, author: &Author) -> (&'static str, &'static str) {
    match author.confirmation {
        Confirmation::InApp { .. } => ("entries-confirmed-in-app", "done"),
        Confirmation::OnForm { .. } if form_lies_there(kept, rules) => ("entries-confirmed-on-form", "done"),
        Confirmation::OnForm { .. } => ("entries-confirmed-said", "todo"),
        Confirmation::Pending => ("entries-confirmed-not", "warn"),
    }
}

/// The form with signatures is a file that judges do not read, in the dossier or on paper at the office.
fn form_lies_there(kept: &KeptEntry, rules: &Rules) -> bool {
    let on_paper = kept.awaited_scans(rules);
    let is_form = |part: &&DossierPart| matches!(part.kind, PartKind::Pdf { .. }) && !part.shown_to_judges;
    let lies_there = |part: &DossierPart| {
        matches!(kept.part(&part.code), Some(PartContent::File(_)))
            || on_paper.iter().any(|each| each.code == part.code)
    };
    rules.dossier.iter().filter(is_form).any(lies_there)
}
