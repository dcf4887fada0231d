//! The receipt as a paper: what was received, when, with the hash of every file.

use hoithi_documents::Qr;
use hoithi_documents::forms::{Receipt as Paper, ReceiptFile};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_rules::edition::{CategoryCode, ChannelKind, PartCode};
use hoithi_rules::entries::{AttachedFile, DossierHash, PartContent, Receipt};
use hoithi_web::{House, Page};
use jiff::Timestamp;

use crate::kept::{HandedIn, KeptEntry};
use crate::proof::place_in_journal;
use crate::standing::Standing;
use crate::store::{self, KeptAuthorisation};
use crate::words::megabytes;

/// Prints it. The same receipt always gives the same bytes.
pub(crate) async fn print(house: &House, page: &Page, kept: &KeptEntry, edition: &Edition) -> Result<Vec<u8>, Halt> {
    let receipt = kept.receipt().ok_or_else(Halt::not_found)?;
    let place = place_in_journal(&mut house.read().await?, kept).await?;
    let address = format!("{}/lap-ho-so/{}/bien-nhan", house.site.public_url, kept.id());
    let rules = edition.book.rules();
    let used = store::used_authorisation(&mut house.read().await?, kept.id()).await?;
    let paper = Paper {
        watermark: house.site.watermark(),
        issuer: rules.committee.clone(),
        title: page.t("entries-receipt-paper"),
        subtitle: edition.title(),
        code_label: page.t("entries-number"),
        code: receipt.number.to_string(),
        facts: facts(page, (kept, used.as_ref()), edition, receipt)
            .into_iter()
            .chain(in_journal(page, place))
            .collect(),
        files_label: page.t("entries-files-received"),
        files: files(page, kept, edition),
        next_label: page.t("entries-next"),
        next: next_steps(page, Standing::Submitted),
        note: page
            .tx("entries-receipt-note", &[("code", receipt.code.to_string()), ("agency", rules.agency.name.clone())]),
        qr: Some(Qr::new(&address).map_err(Halt::fault)?),
        address: None,
        date: Some(edition.book.calendar().day_of(receipt.supplemented_at.unwrap_or(receipt.at))),
    };
    house.printer.print_form(&paper).await.map_err(Halt::fault)
}

fn facts(
    page: &Page,
    (kept, used): (&KeptEntry, Option<&KeptAuthorisation>),
    edition: &Edition,
    receipt: &Receipt,
) -> Vec<(String, String)> {
    let category = own_category_name(kept, edition);
    let mut facts = vec![
        (page.t("entries-title"), kept.title().to_owned()),
        (page.t("entries-category"), category),
        (page.t("entries-authors"), kept.byline()),
        (page.t("entries-submitted-at"), page.instant(receipt.at)),
        (page.t("entries-receipt-code"), receipt.code.to_string()),
        (page.t("entries-dossier-hash"), receipt.hash.to_string()),
    ];
    if let Some(at) = receipt.supplemented_at {
        facts.insert(4, (page.t("entries-supplemented-at"), page.instant(at)));
    }
    let code = facts.len() - 2;
    facts.insert(code, (page.t("entries-channel"), channel(page, kept, receipt)));
    let on_paper = on_paper(kept, edition);
    if !on_paper.is_empty() {
        facts.insert(code + 1, (page.t("entries-on-paper"), on_paper));
    }
    if let Some(lay) = &kept.on_table {
        facts.insert(code + 1, (page.t("entries-on-table"), page.instant(lay.at)));
    }
    if let Some(by) = &kept.handed_in {
        facts.insert(code + 1, (page.t("entries-handed-in"), handed_in_on(page, by, used)));
    }
    facts
}

/// Where the journal tells of it.
fn in_journal(page: &Page, place: Option<u64>) -> Option<(String, String)> {
    place.map(|line| (page.t("entries-journal-place"), page.t1("entries-journal-line", "line", line)))
}

/// How it came. What a unit's contact handed in came online, through that unit.
pub(crate) fn channel(page: &Page, kept: &KeptEntry, receipt: &Receipt) -> String {
    let unit = kept.handed_in.as_ref().and_then(|by| by.unit.as_ref());
    match unit.filter(|_| receipt.channel == ChannelKind::Online) {
        Some(unit) => page.t1("entries-came-through-unit", "unit", unit),
        None => page.tcode("entries-channel-", receipt.channel.code()),
    }
}

/// What was received on paper and is still to be scanned, by name; nothing where nothing is.
pub(crate) fn on_paper(kept: &KeptEntry, edition: &Edition) -> String {
    let awaited = kept.awaited_scans(edition.book.rules());
    awaited.iter().map(|part| part.name.as_str()).collect::<Vec<_>>().join("; ")
}

/// Who handed it in for its authors: one of the organisers, or the contact of a unit.
pub fn handed_in_by(page: &Page, by: &HandedIn) -> String {
    match &by.unit {
        Some(unit) => page.tx("entries-handed-in-contact", &[("name", by.name.clone()), ("unit", unit.clone())]),
        None => page.t1("entries-handed-in-organisers", "name", &by.name),
    }
}

/// The same with the authorisation on which they submitted.
pub(crate) fn handed_in_on(page: &Page, by: &HandedIn, used: Option<&KeptAuthorisation>) -> String {
    let by = handed_in_by(page, by);
    let Some(used) = used else { return by };
    let facts = [("by", by), ("name", used.paper.signed_by.to_string()), ("day", page.day(used.paper.signed_on))];
    page.tx("entries-handed-in-authorised", &facts)
}

/// The name of the category by which it counts, in the words of the rule book.
pub(crate) fn category_name(kept: &KeptEntry, edition: &Edition) -> String {
    name_of(kept.category(), edition)
}

/// The same of the category that its authors chose: what was received under their names.
pub(crate) fn own_category_name(kept: &KeptEntry, edition: &Edition) -> String {
    name_of(kept.entry.content.category.as_ref(), edition)
}

fn name_of(code: Option<&CategoryCode>, edition: &Edition) -> String {
    let category = code.and_then(|code| edition.book.rules().category(code.as_str()));
    category.map_or_else(String::new, |category| category.name.clone())
}

/// The files of the dossier with the names of the parts they fill, in the order of the rule book.
pub(crate) fn attached<'a>(kept: &'a KeptEntry, edition: &Edition) -> Vec<(String, &'a AttachedFile)> {
    let parts = kept.entry.content.dossier.0.iter().filter_map(|(code, content)| match content {
        PartContent::File(file) => Some((code, file)),
        PartContent::Text(_) | PartContent::Values(_) => None,
    });
    let mut named: Vec<_> = parts
        .map(|(code, file)| {
            let dossier = &edition.book.rules().dossier;
            let at = dossier.iter().position(|part| part.code == *code);
            let name = at.map_or_else(|| code.to_string(), |at| dossier[at].name.clone());
            (at.unwrap_or(usize::MAX), name, file)
        })
        .collect();
    named.sort_by_key(|(at, ..)| *at);
    named.into_iter().map(|(_, name, file)| (name, file)).collect()
}

/// Files of which the hash is here and which follow: part, until when, hash.
pub(crate) fn still_to_come(kept: &KeptEntry, edition: &Edition) -> Vec<(String, Option<Timestamp>, DossierHash)> {
    let name = |part: &PartCode| {
        let known = edition.book.rules().dossier_part(part.as_str());
        known.map_or_else(|| part.to_string(), |part| part.name.clone())
    };
    let open = kept.promises.iter().filter(|promise| kept.promise(&promise.part).is_some());
    open.map(|promise| (name(&promise.part), promise.until, DossierHash(promise.sha256))).collect()
}

/// Until when a file follows, in words.
pub(crate) fn follows(page: &Page, until: Option<Timestamp>) -> String {
    match until {
        Some(until) => page.t1("entries-file-follows-until", "until", page.instant(until)),
        None => page.t("entries-file-follows"),
    }
}

fn files(page: &Page, kept: &KeptEntry, edition: &Edition) -> Vec<ReceiptFile> {
    let file = |(name, file): (String, &AttachedFile)| ReceiptFile {
        name,
        size: megabytes(file.bytes),
        sha256: DossierHash(file.sha256).to_string(),
    };
    let following = still_to_come(kept, edition).into_iter().map(|(name, until, hash)| ReceiptFile {
        name,
        size: follows(page, until),
        sha256: hash.to_string(),
    });
    attached(kept, edition).into_iter().map(file).chain(following).collect()
}

/// What happens next; nobody screens again what was admitted.
pub(crate) fn next_steps(page: &Page, standing: Standing) -> Vec<String> {
    let mut steps = vec![page.t("entries-next-judging"), page.t("entries-next-result")];
    if standing != Standing::Admitted {
        steps.insert(0, page.t("entries-next-screening"));
    }
    steps
}
