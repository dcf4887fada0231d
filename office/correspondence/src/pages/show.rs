//! One document: its sheet, what it rests on, what rests on it.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::{DocumentKind, Remark, Stage, TwoSteps, remarks};
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Permission, Place};
use hoithi_web::{Form, House, Page, Path, html};
use jiff::Timestamp;

use super::life::{LifeStage, drafted_by_signer, life_of, tone};
use super::ways::{Addresses, UnderRegister, cited_short};
use crate::arrivals::{Arrival, arrival_of};
use crate::blanks::{blanks, lacks_its_list};
use crate::corrections::{CalledBack, Correction, KnownUses, SentOut, corrections, goes_on};
use crate::document::{Document, DocumentCard, Ended, Origin};
use crate::endings::{self, Link, ended_words};
use crate::folder::{Folder, document_in};
use crate::given_back::{GivenBack, given_back};
use crate::incoming::{Incoming, can_arrive, incoming_of};
use crate::paper::PaperView;
use crate::scans::{FormerScan, former_scans};
use crate::signatures::{LastCheck, last_check, signed_pdf};
use crate::steps::steps_of;
use crate::store;
use crate::text::names_its_bases;

#[derive(Template)]
#[template(path = "correspondence/show.html")]
#[expect(clippy::struct_excessive_bools, reason = "what this visitor may do, each asked by itself")]
pub(super) struct ShowPage {
    page: Page,
    form: Form,
    folder: Folder,
    document: Document,
    paper: PaperView,
    bases: Vec<DocumentCard>,
    resting: Vec<DocumentCard>,
    may_register: bool,
    /// Whether it is public, for whoever may change that by hand.
    publicity: Option<bool>,
    may_sign: bool,
    may_send: bool,
    /// Whether it can go out to units: it waits for no announcement, was neither ended nor recalled, did not come.
    goes_out: bool,
    /// Where number and day are put right, while they can be, and by this visitor.
    correction: Option<String>,
    /// Whether a half-signed or wrong scan can still be replaced by this visitor.
    may_replace: bool,
    /// The scans that were, for whoever keeps the register.
    former: Vec<FormerScan>,
    /// Whether this visitor signs in their own right.
    leads: bool,
    life: Vec<LifeStage>,
    /// Drafter and signer are one person.
    one_person: bool,
    /// That the leader gave the draft back, until it goes on.
    given_back: Option<GivenBack>,
    /// What this document ends.
    ends: Vec<Link>,
    corrections: Vec<Correction>,
    /// Whether the scan came before the last correction.
    scan_is_older: bool,
    /// How it went out, in words, and where the table of who has it stands; empty for who may not see it.
    sent: Option<(String, String)>,
    /// That it was called back from whom it went to.
    recalled: Option<CalledBack>,
    addresses: Addresses,
    /// Whether its file can bear signatures, and what the last check of them found.
    checkable: bool,
    signatures: Option<LastCheck>,
    /// How it came, where it came from another system.
    arrival: Option<Arrival>,
    /// Its number and day of arrival, where it came to the agency.
    incoming: Option<Incoming>,
    here: String,
}

impl ShowPage {
    pub(super) async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id): (String, DocumentId),
        uses: &dyn KnownUses,
        form: Form,
    ) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let (folder, document) = document_in(&mut db, viewer, (&slug, id), Permission::DocumentRead).await?;
        let bases = store::bases_of(&mut db, id).await?;
        let place = folder.place_of_rights();
        let may_register = viewer.may(Permission::DocumentRegister, place);
        let awaits = store::awaits_announcement(&mut db, id).await?;
        let by_hand = may_register && !awaits;
        let may_correct = document.signed().is_some()
            && (may_sign(viewer, place) || (may_register && document.origin == Origin::Received))
            && !goes_on(&mut db, id, uses).await?;
        let may_renumber = may_correct && !document.number_given;
        let board = format!("/ky/{}/tien-do?letter={id}", folder.slug);
        let board = if viewer.may(Permission::CampaignView, place) { board } else { String::new() };
        let sent = uses.sent_out(&mut db, id).await?;
        let life = life_of(&mut db, &page, &document, sent.as_ref()).await?;
        let recalled = sent.as_ref().and_then(|sent| sent.recalled.clone());
        let incoming = incoming_of(&mut db, id).await?;
        let corrections = corrections(&mut db, id).await?;
        let scanned = steps_of(&mut db, id).await?.into_iter().find(|step| step.stage == Stage::Scanned);
        let corrected = corrections.first().map(|last| last.at);
        let sent = sent.map(|sent| (sent_words(&page, &sent), board));
        Ok(Self {
            leads: viewer.may(Permission::DocumentSignOff, place),
            life,
            one_person: drafted_by_signer(&mut db, &document).await?,
            given_back: given_back(&mut db, id).await?.filter(|_| document.signed().is_none()),
            ends: endings::by(&mut db, id).await?,
            page: page.named(document.content.subject.clone()).under_register(&folder),
            form,
            paper: PaperView::of(&document, &bases),
            resting: store::resting_on(&mut db, id).await?,
            may_register,
            publicity: by_hand.then_some(document.content.public),
            may_sign: may_sign(viewer, place),
            may_send: viewer.may(Permission::LetterSend, place),
            goes_out: !awaits && document.ended.is_none() && recalled.is_none() && incoming.is_none(),
            correction: may_renumber.then(|| format!("{}/{id}/sua-so", folder.address())),
            may_replace: may_correct && document.file.is_some(),
            former: if may_register { former_scans(&mut db, id).await? } else { Vec::new() },
            scan_is_older: scanned.zip(corrected).is_some_and(|(scanned, corrected)| scanned.at <= corrected),
            corrections,
            sent,
            recalled,
            addresses: Addresses::of(&mut db, viewer).await?,
            checkable: signed_pdf(&document).is_some(),
            signatures: last_check(&mut db, &document).await?,
            arrival: arrival_of(&mut db, id).await?,
            incoming,
            here: format!("{}/{id}", folder.address()),
            bases,
            folder,
            document,
        })
    }

    /// The leader signs here, and the clerk records number and day; where both are done at once, or our
    /// register gives the number, that is one form.
    fn may_number(&self) -> bool {
        self.may_sign || (self.document.signed_at.is_some() && self.may_register)
    }

    fn may_be_given_back(&self) -> bool {
        self.leads && (self.document.put_forward_at.is_some() || self.document.signed_at.is_some())
    }

    /// What another body replaced or withdrew is noted; we replace and withdraw what is ours.
    fn ending_label(&self) -> &'static str {
        if self.document.origin == Origin::Received { "correspondence-end-noted" } else { "correspondence-end-other" }
    }

    fn number_label(&self) -> &'static str {
        if self.leads && self.document.signed_at.is_none() {
            "correspondence-sign-and-number"
        } else {
            "correspondence-sign-off"
        }
    }

    /// What a document ends, in words: `Thay thế Quyết định 85/QĐ-BTC ngày 27/7/2020`.
    fn ends_words(&self, link: &Link) -> String {
        let word = self.page.tcode("correspondence-ending-", link.ending.code());
        format!("{word}: {}", cited_short(&link.document))
    }

    fn ended_words(&self, ended: &Ended) -> String {
        ended_words(&self.page, ended)
    }

    /// What a draft lacks of the decree's form.
    fn remarks(&self) -> Vec<Remark> {
        let content = &self.document.content;
        if !self.is_open() {
            return Vec::new();
        }
        let rests = !self.bases.is_empty() || names_its_bases(&content.text);
        remarks(&content.kind, &content.symbol, (content.addressees.all(), content.recipients.all()), rests)
    }

    /// Whether the leader can still be shown that something lacks: what is signed stands.
    fn is_open(&self) -> bool {
        self.document.signed_at.is_none() && self.document.signed().is_none()
    }

    fn may_put_forward(&self) -> bool {
        self.may_register && self.is_open() && self.document.put_forward_at.is_none()
    }

    /// The lines of a draft that still have blanks.
    fn blanks(&self) -> Vec<String> {
        if self.is_open() { blanks(&self.document.content) } else { Vec::new() }
    }

    /// Whether a draft speaks of a list that is attached, and has no annex.
    fn lacks_its_list(&self) -> bool {
        self.is_open() && lacks_its_list(&self.document)
    }

    /// Whether it came before arrivals were numbered here, as far as the register can tell.
    fn may_be_numbered_as_come(&self) -> bool {
        self.may_register && self.incoming.is_none() && can_arrive(&self.document)
    }

    /// Whether there is anything to do or to read beside the next step.
    fn has_more(&self) -> bool {
        let document = &self.document;
        let of_the_register = self.may_register && document.signed().is_some();
        document.has_sheet() || document.file.is_some() || of_the_register || self.correction.is_some()
    }

    /// In what order the signatures were put, in words, and how that is marked.
    fn signing_steps(&self) -> Option<(String, &'static str)> {
        let steps = self.signatures.as_ref()?.steps(&self.document)?;
        let tone = if steps == TwoSteps::InOrder { "done" } else { "warn" };
        Some((self.page.tcode("correspondence-steps-", steps.code()), tone))
    }

    fn stage_tag(&self) -> (String, &'static str) {
        if self.recalled.is_some() {
            return (self.page.t("correspondence-recalled"), "stop");
        }
        if self.incoming.is_some() {
            return (self.page.t("correspondence-stage-came"), "done");
        }
        let here = self.life.iter().find(|stage| stage.here).map(|stage| stage.name.clone());
        let stage = self.document.stage();
        (here.unwrap_or_else(|| self.page.tcode("correspondence-stage-", stage.code())), tone(stage))
    }

    fn link(&self, card: &DocumentCard) -> String {
        self.addresses.of_card(card)
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn cited(&self, card: &DocumentCard) -> String {
        cited_short(card)
    }

    fn readers(&self) -> &'static str {
        match (self.document.content.public, self.document.signed()) {
            (true, Some(_)) => "correspondence-readers-public",
            (true, None) => "correspondence-readers-after",
            (false, _) => "correspondence-readers-staff",
        }
    }

    /// One of the buttons is the next step: to put it forward, to sign it, then to record its number.
    fn sign_kind(&self) -> &'static str {
        let waits = self.document.put_forward_at.is_some() && !self.leads;
        if waits || self.document.signed_at.is_some() { "" } else { "secondary" }
    }

    fn leader_kind(&self) -> &'static str {
        if self.document.put_forward_at.is_some() { "" } else { "secondary" }
    }

    /// Since when it lies with the leader.
    fn put_forward(&self) -> Option<String> {
        self.document.put_forward_at.filter(|_| self.document.signed_at.is_none()).map(|at| self.page.instant(at))
    }

    /// Where a plan's assignments are written down, before its signature too, and given.
    fn plan_address(&self) -> Option<String> {
        let gives = self.may_send && self.goes_out && self.document.content.kind == DocumentKind::Plan;
        gives.then(|| format!("/ky/{}/ke-hoach/{}", self.folder.slug, self.document.id))
    }

    /// To give what it assigns is a signed plan's next step.
    fn plan_kind(&self) -> &'static str {
        if self.document.signed().is_some() && self.sent.is_none() { "" } else { "secondary" }
    }

    fn send_label(&self) -> &'static str {
        if self.sent.is_some() { "correspondence-send-on" } else { "correspondence-send" }
    }

    fn sent_tone(&self) -> &'static str {
        if self.recalled.is_some() { "info" } else { "done" }
    }

    /// What went out already is seldom sent on: to a unit that was forgotten, or is new. A plan is given,
    /// and what is addressed to nobody need not go out.
    fn send_kind(&self) -> &'static str {
        let content = &self.document.content;
        let is_letter = content.kind == DocumentKind::OfficialLetter;
        let is_next = is_letter || (content.kind != DocumentKind::Plan && !content.addressees.all().is_empty());
        if self.sent.is_none() && is_next { "" } else { "secondary" }
    }
}

/// On one day to all of them, mostly.
fn sent_words(page: &Page, sent: &SentOut) -> String {
    let day = |at: Timestamp| page.day(at.to_zoned(page.zone()).date());
    let (first, last, units) = (day(sent.first), day(sent.last), ("units", sent.units.to_string()));
    if first == last {
        page.tx("correspondence-sent-out", &[units, ("day", first)])
    } else {
        page.tx("correspondence-sent-from-to", &[units, ("first", first), ("last", last)])
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(which): Path<(String, DocumentId)>,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&ShowPage::load(&house, &viewer, page, which, uses.as_ref(), Form::new()).await?)
}

/// The leader, or an officer with the signed paper in hand.
pub(super) fn may_sign(viewer: &Viewer, place: Place) -> bool {
    let covers = |grant: &&hoithi_rules::people::Grant| grant.scope.covers(place);
    let permission = Permission::DocumentSignOff;
    viewer
        .grants
        .iter()
        .filter(covers)
        .any(|grant| grant.role.may(permission) || grant.role.may_record_from_paper(permission))
}
