//! What a contest waits for, told to whoever can do it now.
//!
//! Each line asks what its operation will ask: how far the thing is, then by what right somebody
//! would do it. A desk that names what cannot be done sends people in vain; one that is silent
//! while everybody waits for them lets the contest stand still.

use hoithi_edition::{Edition, EditionState, editions};
use hoithi_entries::{Standing, counts};
use hoithi_journal::Halt;
use hoithi_judging::{RoundCard, RoundStep, jury, rounds, under_law};
use hoithi_people::{Viewer, holders};
use hoithi_rules::judging::Opener;
use hoithi_rules::people::{Grant, Permission, Role, Scope};
use hoithi_store::{Conn, params};
use jiff::Timestamp;

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
    let mut due = Vec::new();
    if matches!(edition.state, EditionState::Launched { .. }) {
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

    async fn judging(&self, db: &mut Conn) -> Result<Option<Due>, Halt> {
        let Some(part) = self.edition.book.marking() else { return Ok(None) };
        let known = rounds(db, self.edition.id).await?;
        if let Some(card) = known.iter().find(|card| !card.step.is_opened()) {
            return self.round(db, card, part.marking.sheets_per_entry).await;
        }
        let Some(next) = part.marking.rounds.get(known.len()) else { return Ok(None) };
        let waits = self.may(Permission::JudgeAssign)
            && jury(db, self.edition.id).await?.is_some()
            && (!known.is_empty() || self.intake_is_done(db).await?)
            && self.proposal(db).await?.is_none();
        Ok(waits.then(|| self.assigning(&next.name, &next.code)))
    }

    fn assigning(&self, name: &str, code: &str) -> Due {
        self.due(("app-due-assign", "app-due-assign-what"), name, &format!("vong/{code}/phan-cong"))
    }

    async fn round(&self, db: &mut Conn, card: &RoundCard, sheets: usize) -> Result<Option<Due>, Halt> {
        let name = card.rule.name.as_str();
        let progress = |words| self.due(words, name, "tien-do-cham");
        Ok(match card.step {
            RoundStep::Prepared if lacking(db, card, sheets).await? > 0 => {
                self.may(Permission::JudgeAssign).then(|| self.assigning(name, &card.rule.code))
            }
            RoundStep::Prepared => {
                let waits = self.may(Permission::RoundStart)
                    && sheets_in(db, card, &["open", "begun", "locked"]).await? > 0
                    && self.intake_is_done(db).await?;
                waits.then(|| progress(("app-due-start", "app-due-start-what")))
            }
            RoundStep::Marking { .. } => {
                let waits = self.may(Permission::RoundSeal)
                    && sheets_in(db, card, &["open", "begun"]).await? == 0
                    && sheets_in(db, card, &["locked"]).await? > 0
                    && lacking(db, card, sheets).await? == 0;
                waits.then(|| progress(("app-due-seal", "app-due-seal-what")))
            }
            RoundStep::Sealed { .. } => {
                let waits = self.can_confirm(db, card).await?;
                waits.then(|| self.due(("app-due-open", "app-due-open-what"), name, "mo-niem-phong"))
            }
            RoundStep::Opened { .. } => None,
        })
    }

    /// Whether nothing can arrive any more and nothing that arrived is undecided.
    async fn intake_is_done(&self, db: &mut Conn) -> Result<bool, Halt> {
        let counts = counts(db, self.edition.id).await?;
        let some = |wanted: &[Standing]| counts.iter().any(|each| wanted.contains(&each.standing) && each.entries > 0);
        let undecided = some(&[Standing::Submitted, Standing::Returned]);
        Ok(self.edition.book.intake_is_over(self.now) && !undecided && some(&[Standing::Admitted]))
    }

    /// Whether the law would take this person's word for the opening.
    async fn can_confirm(&self, db: &mut Conn, card: &RoundCard) -> Result<bool, Halt> {
        let Some(account) = self.viewer.account.as_ref().filter(|_| self.may(Permission::RoundOpen)) else {
            return Ok(false);
        };
        let law = under_law(db, card).await?;
        let here = |grant: &&Grant| grant.scope.covers(self.edition.place());
        let opener = |grant: &Grant| {
            let role = grant.role.as_opener()?;
            Some(Opener { account: account.id, role, deputy: grant.deputy, since: grant.from })
        };
        let mut openers = self.viewer.grants.iter().filter(here).filter_map(opener);
        Ok(openers.any(|opener| law.clone().consent_to_open(opener, self.now).is_ok()))
    }

    /// Whether prizes are proposed, and whether they are decided.
    async fn proposal(&self, db: &mut Conn) -> Result<Option<bool>, Halt> {
        let sql = "SELECT decided_at FROM award_proposals WHERE edition_id = $1";
        let row = db.maybe(sql, params![self.edition.id.uuid()]).await?;
        Ok(row.map(|row| row.instant_opt("decided_at")).transpose()?.map(|decided| decided.is_some()))
    }

    async fn prizes(&self, db: &mut Conn) -> Result<Vec<Due>, Halt> {
        let mut due = Vec::new();
        match self.proposal(db).await? {
            None if self.may(Permission::AwardPropose) && self.is_judged(db).await? => {
                due.push(self.due(("app-due-propose", "app-due-propose-what"), "", "giai-thuong"));
            }
            Some(false) if self.may(Permission::AwardDecide) => {
                due.push(self.due(("app-due-decide", "app-due-decide-what"), "", "giai-thuong/quyet-dinh"));
            }
            Some(true) => due.extend(self.after_the_decision(db).await?),
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
            let missing = certificates_missing(db, self.edition).await?;
            let words = ("app-due-issue", "app-due-issue-what");
            due.extend((missing > 0).then(|| self.due(words, &missing.to_string(), "chung-nhan")));
        }
        if self.edition.state.announced_at().is_none() && self.may(Permission::AnnouncementPublish) {
            due.push(self.due(("app-due-announce", "app-due-announce-what"), "", "cong-bo"));
        }
        Ok(due)
    }
}

/// Entries of the round that stand and have not as many judges as the rules ask.
async fn lacking(db: &mut Conn, card: &RoundCard, sheets: usize) -> Result<i64, Halt> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS lacking
                 FROM round_entries r JOIN entries e ON e.id = r.entry_id AND e.standing = 'admitted'
                WHERE r.round_id = $1 AND $2 > (SELECT COUNT(*) FROM assignments a
                                                 WHERE a.round_id = r.round_id AND a.entry_id = r.entry_id
                                                   AND a.state <> 'recused')";
    let sheets = i64::try_from(sheets).map_err(Halt::fault)?;
    Ok(db.one(sql, params![card.id.uuid(), sheets]).await?.int("lacking")?)
}

/// Sheets of the round's standing entries in these states.
async fn sheets_in(db: &mut Conn, card: &RoundCard, states: &[&str]) -> Result<i64, Halt> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS sheets
                 FROM assignments a JOIN entries e ON e.id = a.entry_id AND e.standing = 'admitted'
                WHERE a.round_id = $1 AND $2 LIKE '%|' || a.state || '|%'";
    let among = format!("|{}|", states.join("|"));
    Ok(db.one(sql, params![card.id.uuid(), among.as_str()]).await?.int("sheets")?)
}

async fn certificates_missing(db: &mut Conn, edition: &Edition) -> Result<i64, Halt> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS missing
                 FROM award_authors x JOIN awards a ON a.id = x.award_id
                WHERE a.edition_id = $1 AND NOT EXISTS (SELECT 1 FROM certificates c
                                                         WHERE c.award_id = x.award_id AND c.author_id = x.author_id)";
    Ok(db.one(sql, params![edition.id.uuid()]).await?.int("missing")?)
}
