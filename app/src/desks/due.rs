//! What a contest waits for, told to whoever can do it now.
//!
//! Each line asks what its operation will ask: how far the thing is, then by what right somebody
//! would do it. A desk that names what cannot be done sends people in vain; one that is silent
//! while everybody waits for them lets the contest stand still.

use std::collections::BTreeMap;

use hoithi_awards::{HowFar, how_far};
use hoithi_campaign::{ended_units, extensions_waiting, is_asked, publicity_waiting, recall_of, sent_letters};
use hoithi_correspondence::{
    DocumentCard, GivenBack, given_back_in, own_signed_for_units, put_forward_in, to_be_numbered,
};
use hoithi_edition::{Edition, EditionState, editions};
use hoithi_journal::Halt;
use hoithi_judging::{RoundCard, Waits, can_be_prepared, can_confirm_opening, jury, rounds, waits};
use hoithi_people::{Viewer, holders};
use hoithi_publication::certificates_missing;
use hoithi_reporting::{later_wishes, reports_unsigned, reports_waiting};
use hoithi_rules::correspondence::{DocumentKind, Ending};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Permission, Role, Scope};
use hoithi_store::Conn;
use jiff::Timestamp;
use uuid::Uuid;

use crate::due::named;

/// A step that is due: the keys of its verb and of its sentence, the name in the sentence, where.
pub(super) struct Due {
    pub(super) verb: &'static str,
    pub(super) what: &'static str,
    pub(super) name: String,
    pub(super) href: String,
}

/// What comes first in a house that has launched no contest yet.
pub(super) async fn first_steps(db: &mut Conn, viewer: &Viewer) -> Result<Vec<Due>, Halt> {
    let known = editions(db).await?;
    if known.iter().any(Edition::is_public) {
        return Ok(Vec::new());
    }
    let mut due = Vec::new();
    let step = |verb, what, href: &str| Due { verb, what, name: String::new(), href: href.to_owned() };
    if viewer.may_somewhere(Permission::RoleGrant) {
        let mut lacks = false;
        for role in [Role::AgencyHead, Role::AgencyOfficer] {
            lacks |= holders(db, role, Scope::Whole, viewer.today).await?.is_empty();
        }
        due.extend(lacks.then(|| step("app-first-accounts", "app-first-accounts-what", "/quan-tri/tai-khoan")));
    }
    if viewer.may_somewhere(Permission::UnitsManage) {
        let none = hoithi_units::units_on(db, viewer.today).await?.is_empty();
        due.extend(none.then(|| step("app-first-units", "app-first-units-what", "/don-vi-hanh-chinh/nhap")));
    }
    if known.is_empty() && viewer.may_somewhere(Permission::EditionSetUp) {
        due.push(step("app-first-edition", "app-first-edition-what", "/ky-moi"));
    }
    for edition in known.iter().filter(|edition| viewer.may(Permission::EditionLaunch, edition.place())) {
        let href = format!("/ky/{}/phat-dong", edition.slug);
        due.push(Due { verb: "app-first-launch", what: "app-first-launch-what", name: edition.title(), href });
    }
    Ok(due)
}

/// What an edition that runs waits for.
pub(super) async fn due(db: &mut Conn, viewer: &Viewer, edition: &Edition, now: Timestamp) -> Result<Vec<Due>, Halt> {
    let asked = Asked { viewer, edition, now };
    let mut due = asked.signatures(db).await?;
    due.extend(asked.numbers(db).await?);
    due.extend(asked.given_back(db).await?);
    if matches!(edition.state, EditionState::Launched { .. }) {
        due.extend(asked.sending(db).await?);
        due.extend(asked.recalling(db).await?);
        due.extend(asked.looking(db).await?);
        due.extend(asked.judging(db).await?);
    }
    if edition.is_public() {
        due.extend(asked.prizes(db).await?);
    }
    Ok(due)
}

struct Asked<'a> {
    viewer: &'a Viewer,
    edition: &'a Edition,
    now: Timestamp,
}

impl Asked<'_> {
    fn may(&self, permission: Permission) -> bool {
        self.viewer.may(permission, self.edition.place())
    }

    fn due(&self, (verb, what): (&'static str, &'static str), name: &str, place: &str) -> Due {
        Due { verb, what, name: name.to_owned(), href: format!("/ky/{}/{place}", self.edition.slug) }
    }

    /// Drafts that lie with the leader.
    async fn signatures(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        if !self.may(Permission::DocumentSignOff) {
            return Ok(Vec::new());
        }
        let waiting = put_forward_in(db, self.edition.id).await?;
        let due = |card: DocumentCard| {
            let name = format!("{}: {}", card.kind, card.subject);
            self.due(("app-due-sign", "app-due-sign-what"), &name, &format!("van-ban/{}", card.id))
        };
        Ok(waiting.into_iter().map(due).collect())
    }

    /// What the leader has signed and bears no number yet.
    async fn numbers(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        if !self.may(Permission::DocumentRegister) || self.may(Permission::DocumentSignOff) {
            return Ok(Vec::new());
        }
        let waiting = to_be_numbered(db, self.edition.id).await?;
        let due = |card: DocumentCard| {
            let name = format!("{}: {}", card.kind, card.subject);
            self.due(("app-due-number", "app-due-number-what"), &name, &format!("van-ban/{}/ghi-so", card.id))
        };
        Ok(waiting.into_iter().map(due).collect())
    }

    /// Drafts that the leader gave back: who, when and why.
    async fn given_back(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        if !self.may(Permission::DocumentRegister) || self.may(Permission::DocumentSignOff) {
            return Ok(Vec::new());
        }
        let waiting = given_back_in(db, self.edition.id).await?;
        let due = |(card, back): (DocumentCard, GivenBack)| {
            let day = hoithi_web::day(day_in_vietnam(back.at));
            let name = format!("{}: {} ({}, {day}: {})", card.kind, card.subject, back.by, back.reason);
            self.due(("app-due-given-back", "app-due-given-back-what"), &name, &format!("van-ban/{}", card.id))
        };
        Ok(waiting.into_iter().map(due).collect())
    }

    /// Letters, plans and what else asks something of units: signed, and lying here.
    async fn sending(&self, db: &mut Conn) -> Result<Option<Due>, Halt> {
        if !self.may(Permission::LetterSend) {
            return Ok(None);
        }
        let sent = sent_letters(db, self.edition.id).await?;
        let lies = |card: &DocumentCard| !sent.iter().any(|line| line.card.id == card.id);
        let waiting: Vec<_> = own_signed_for_units(db, self.edition.id).await?.into_iter().filter(lies).collect();
        let place = match waiting.as_slice() {
            [] => return Ok(None),
            [plan] if plan.kind == DocumentKind::Plan => format!("ke-hoach/{}", plan.id),
            [only] => format!("gui/{}", only.id),
            [first, rest @ ..] if rest.iter().all(|card| card.kind == first.kind) => {
                format!("van-ban?loai={}", first.kind.code())
            }
            _ => "van-ban".to_owned(),
        };
        Ok(Some(self.due(("app-due-send", "app-due-send-what"), &waiting.len().to_string(), &place)))
    }

    /// What the register has withdrawn and units still have, because nobody recalled it.
    async fn recalling(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        let mut due = Vec::new();
        if !self.may(Permission::LetterSend) {
            return Ok(due);
        }
        for line in sent_letters(db, self.edition.id).await? {
            let withdrawn = line.card.ended == Some(Ending::Withdrawn);
            if withdrawn && recall_of(db, line.card.id).await?.is_none() {
                let place = format!("noi-nhan/{}/thu-hoi", line.card.id);
                due.push(self.due(("app-due-recall", "app-due-recall-what"), &named(&line.card), &place));
            }
        }
        Ok(due)
    }

    /// What came from units and nobody has said anything of. The leader may, but it is not the leader's task.
    async fn looking(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        let mut due = Vec::new();
        if self.may(Permission::DocumentSignOff) {
            return Ok(due);
        }
        if self.may(Permission::ReportApprove) {
            let reports = reports_waiting(db, self.edition.id).await?;
            let words = ("app-due-approve", "app-due-approve-what");
            due.extend((reports > 0).then(|| self.due(words, &reports.to_string(), "tong-hop?lan=tat-ca")));
            let unsigned = reports_unsigned(db, self.edition.id).await?;
            let words = ("app-due-unsigned", "app-due-unsigned-what");
            let place = "tong-hop?lan=tat-ca&chi=ky";
            due.extend((unsigned > 0).then(|| self.due(words, &unsigned.to_string(), place)));
        }
        if self.may(Permission::LetterSend) {
            let ended = ended_units(db, self.edition, day_in_vietnam(self.now)).await?;
            let words = ("app-due-ended", "app-due-ended-what");
            due.extend((ended > 0).then(|| self.due(words, &ended.to_string(), "tien-do/ket-thuc")));
            for (letter, wishes) in extensions_waiting(db, self.edition.id).await? {
                if !is_asked(db, letter, day_in_vietnam(self.now)).await? {
                    continue;
                }
                let words = ("app-due-extend", "app-due-extend-what");
                due.push(self.due(words, &wishes.to_string(), &format!("tien-do?letter={letter}")));
            }
        }
        if self.may(Permission::ReportApprove) {
            due.extend(self.later_days_of_reports(db).await?);
        }
        if self.may(Permission::PublicityCheck) {
            let pieces = publicity_waiting(db, self.edition.id).await?;
            let words = ("app-due-look", "app-due-look-what");
            due.extend((pieces > 0).then(|| self.due(words, &pieces.to_string(), "tuyen-truyen?state=waiting")));
        }
        Ok(due)
    }

    /// Wishes for a later day for reports, by the letter that asked for them and still does.
    async fn later_days_of_reports(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        let mut by_letter: BTreeMap<Uuid, usize> = BTreeMap::new();
        for wish in later_wishes(db, self.edition.id).await? {
            *by_letter.entry(wish.occasion).or_default() += 1;
        }
        let words = ("app-due-extend", "app-due-extend-reports-what");
        let mut due = Vec::new();
        for (letter, wishes) in by_letter {
            if is_asked(db, DocumentId::new(letter), day_in_vietnam(self.now)).await? {
                due.push(self.due(words, &wishes.to_string(), &format!("tien-do?letter={letter}")));
            }
        }
        Ok(due)
    }

    async fn judging(&self, db: &mut Conn) -> Result<Option<Due>, Halt> {
        let Some(part) = self.edition.book.marking() else { return Ok(None) };
        let known = rounds(db, self.edition.id).await?;
        if let Some(card) = known.iter().find(|card| !card.step.is_opened()) {
            return self.round(db, card).await;
        }
        let Some(next) = part.marking.rounds.get(known.len()) else { return Ok(None) };
        let waits = self.may(Permission::JudgeAssign)
            && jury(db, self.edition.id).await?.is_some()
            && can_be_prepared(db, self.edition, self.now).await?
            && how_far(db, self.edition.id).await? == HowFar::NotProposed;
        Ok(waits.then(|| self.assigning(&next.name, &next.code)))
    }

    fn assigning(&self, name: &str, code: &str) -> Due {
        self.due(("app-due-assign", "app-due-assign-what"), name, &format!("vong/{code}/phan-cong"))
    }

    async fn round(&self, db: &mut Conn, card: &RoundCard) -> Result<Option<Due>, Halt> {
        let name = card.rule.name.as_str();
        let due = |words, place| self.due(words, name, place);
        Ok(match waits(db, self.edition, card, self.now).await? {
            Some(Waits::Judges) => self.may(Permission::JudgeAssign).then(|| self.assigning(name, &card.rule.code)),
            Some(Waits::Start) => {
                self.may(Permission::RoundStart).then(|| due(("app-due-start", "app-due-start-what"), "tien-do-cham"))
            }
            Some(Waits::Seal) => {
                self.may(Permission::RoundSeal).then(|| due(("app-due-seal", "app-due-seal-what"), "tien-do-cham"))
            }
            Some(Waits::Opening) => {
                let can = self.can_confirm(db, card).await?;
                can.then(|| due(("app-due-open", "app-due-open-what"), "mo-niem-phong"))
            }
            None => None,
        })
    }

    /// Whether the law would take this person's word for the opening.
    async fn can_confirm(&self, db: &mut Conn, card: &RoundCard) -> Result<bool, Halt> {
        let Some(account) = self.viewer.account.as_ref().filter(|_| self.may(Permission::RoundOpen)) else {
            return Ok(false);
        };
        can_confirm_opening(db, self.edition, card, account.id, self.now).await
    }

    async fn prizes(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        let mut due = Vec::new();
        match how_far(db, self.edition.id).await? {
            HowFar::NotProposed if self.may(Permission::AwardPropose) && self.is_judged(db).await? => {
                due.push(self.due(("app-due-propose", "app-due-propose-what"), "", "giai-thuong"));
            }
            HowFar::Proposed if self.may(Permission::AwardDecide) => {
                due.push(self.due(("app-due-decide", "app-due-decide-what"), "", "giai-thuong/quyet-dinh"));
            }
            HowFar::Decided => due.extend(self.after_the_decision(db).await?),
            _ => {}
        }
        Ok(due)
    }

    async fn is_judged(&self, db: &mut Conn) -> Result<bool, Halt> {
        let wanted = self.edition.book.marking().map_or(0, |part| part.marking.rounds.len());
        let known = rounds(db, self.edition.id).await?;
        let opened = known.iter().filter(|card| card.step.is_opened()).count();
        Ok(wanted > 0 && opened == wanted && self.edition.book.prizes().is_some())
    }

    async fn after_the_decision(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        let mut due = Vec::new();
        if self.may(Permission::CertificateIssue) {
            let missing = certificates_missing(db, self.edition.id).await?;
            let words = ("app-due-issue", "app-due-issue-what");
            due.extend((missing > 0).then(|| self.due(words, &missing.to_string(), "chung-nhan")));
        }
        if self.edition.state.announced_at().is_none() && self.may(Permission::AnnouncementPublish) {
            due.push(self.due(("app-due-announce", "app-due-announce-what"), "", "cong-bo"));
        }
        Ok(due)
    }
}
