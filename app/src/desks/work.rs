//! The desk: what waits for this person now, and the few figures that say how the contest stands.

use std::cmp::Reverse;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_campaign::{About, LetterStanding, is_asked, letter_standings, overdue_units};
use hoithi_edition::{Edition, current, editions};
use hoithi_entries::{Count, Standing, counts};
use hoithi_helpdesk::waiting_for;
use hoithi_journal::Halt;
use hoithi_judging::copies_waiting;
use hoithi_meetings::coming_for;
use hoithi_people::Viewer;
use hoithi_rules::edition::Slug;
use hoithi_rules::ids::EditionId;
use hoithi_rules::people::{Permission, Place, Role};
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, html, redirect};
use jiff::Timestamp;
use jiff::civil::Date;

use super::due::{self, Due};
use super::own::{own_work, stuck_post};
use crate::due::named;

/// Roles with a desk of their own in a room.
const OWN_DESKS: &[(Role, &str)] =
    &[(Role::UnitContact, "/don-vi/cong-viec"), (Role::Judge, "/cham"), (Role::Author, "/ho-so-cua-toi")];

/// From how many days before its day on a report is worth a word.
const REPORTS_SOON: i32 = 14;

/// Of how many letters the desk shows figures: those that ask most.
const FIGURES_OF: usize = 2;

/// One thing to do.
struct Todo {
    verb: String,
    what: String,
    href: String,
}

/// A figure with the list behind it.
struct Figure {
    number: String,
    label: String,
    href: String,
}

#[derive(Template)]
#[template(path = "app/desk.html")]
struct DeskPage {
    page: Page,
    todos: Vec<Todo>,
    figures: Vec<Figure>,
}

pub(super) async fn desk(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    if let Some(own) = own_desk(&viewer) {
        return Ok(redirect(own));
    }
    let mut db = house.read().await?;
    let mut desk = DeskPage { page: page.titled("app-desk"), todos: Vec::new(), figures: Vec::new() };
    desk.begin(&mut db, &viewer).await?;
    desk.look_at_invitations(&mut db, &viewer, house.clock().now()).await?;
    let main = current(&mut db).await?.map(|edition| edition.id);
    for edition in editions(&mut db).await? {
        if edition.is_public() {
            desk.look_at_entries(&mut db, &viewer, &edition, main).await?;
            desk.look_at_questions(&mut db, &viewer, &edition, house.clock().now()).await?;
            if main == Some(edition.id) || edition.state.announced_at().is_none() {
                desk.look_at_units(&mut db, &viewer, &edition).await?;
            }
        }
        desk.look_at_stages(&mut db, &viewer, &edition, house.clock().now()).await?;
    }
    html(&desk)
}

/// Somebody with one role goes straight to where it is done.
fn own_desk(viewer: &Viewer) -> Option<&'static str> {
    let mut roles: Vec<_> = viewer.grants.iter().map(|grant| grant.role).collect();
    roles.dedup();
    let [role] = roles.as_slice() else { return None };
    OWN_DESKS.iter().find(|(of, _)| of == role).map(|(_, desk)| *desk)
}

impl DeskPage {
    async fn begin(&mut self, db: &mut Conn, viewer: &Viewer) -> Result<(), Halt> {
        let mut first = stuck_post(db, viewer).await?;
        first.extend(due::first_steps(db, viewer).await?);
        first.extend(own_work(db, viewer).await?);
        for due in first {
            let what = self.page.t1(due.what, "name", &due.name);
            self.due(due, what);
        }
        Ok(())
    }

    /// Where this person is expected.
    async fn look_at_invitations(&mut self, db: &mut Conn, viewer: &Viewer, now: Timestamp) -> Result<(), Halt> {
        for coming in coming_for(db, viewer, now).await? {
            let plan = &coming.meeting.plan;
            let said = hoithi_meetings::said(&self.page, &coming.invitee);
            let facts = [("title", plan.title.clone()), ("at", self.page.instant(plan.starts_at)), ("said", said)];
            let what = self.page.tx("app-todo-meeting-what", &facts);
            self.todos.push(Todo { verb: self.page.t("app-todo-meeting"), what, href: "/giay-moi".to_owned() });
        }
        Ok(())
    }

    async fn look_at_stages(
        &mut self,
        db: &mut Conn,
        viewer: &Viewer,
        edition: &Edition,
        now: Timestamp,
    ) -> Result<(), Halt> {
        for due in due::due(db, viewer, edition, now).await? {
            let what = self.page.t1(due.what, "name", &due.name);
            self.due(due, of_which(edition, what));
        }
        Ok(())
    }

    fn due(&mut self, due: Due, what: String) {
        self.todos.push(Todo { verb: self.page.t(due.verb), what, href: due.href });
    }

    /// What waits is told of every contest; the figure of one that is over or that somebody else runs
    /// stands on its own page.
    async fn look_at_entries(
        &mut self,
        db: &mut Conn,
        viewer: &Viewer,
        edition: &Edition,
        main: Option<EditionId>,
    ) -> Result<(), Halt> {
        if !viewer.may(Permission::EntryViewAll, edition.place()) {
            return Ok(());
        }
        let counts = counts(db, edition.id).await?;
        let received = sum(&counts, |standing| standing.was_received() && standing != Standing::Withdrawn);
        let waiting = sum(&counts, |standing| standing == Standing::Submitted);
        let is_main = main == Some(edition.id) || !viewer.may(Permission::EntryViewAll, Place::HOUSE);
        if is_main {
            let label = of_which(edition, self.page.t("app-figure-entries"));
            self.figure(received, label, format!("/ky/{}/ho-so", edition.slug));
        }
        if waiting > 0 && viewer.may(Permission::ScreeningDecide, edition.place()) {
            let what = of_which(edition, self.page.t1("app-todo-screen-what", "count", waiting));
            let (verb, href) = (self.page.t("app-todo-screen"), format!("/ky/{}/kiem-tra", edition.slug));
            self.todos.push(Todo { verb, what, href });
        }
        self.look_at_copies(db, viewer, edition).await
    }

    /// Copies that no judge may read before somebody has.
    async fn look_at_copies(&mut self, db: &mut Conn, viewer: &Viewer, edition: &Edition) -> Result<(), Halt> {
        if !viewer.may(Permission::ScreeningDecide, edition.place()) {
            return Ok(());
        }
        let waiting = copies_waiting(db, edition).await?;
        if waiting > 0 {
            let what = of_which(edition, self.page.t1("app-todo-release-what", "count", waiting));
            let (verb, href) = (self.page.t("screening-copy-release"), format!("/ky/{}/ban-cham", edition.slug));
            self.todos.push(Todo { verb, what, href });
        }
        Ok(())
    }

    /// Questions that wait for this person, with how long the oldest does.
    async fn look_at_questions(
        &mut self,
        db: &mut Conn,
        viewer: &Viewer,
        edition: &Edition,
        now: Timestamp,
    ) -> Result<(), Halt> {
        let Some(account) = &viewer.account else { return Ok(()) };
        if !viewer.may(Permission::QuestionAnswer, edition.place()) {
            return Ok(());
        }
        if let Some(waiting) = waiting_for(db, edition.id, account.id, now).await? {
            let facts = [("count", waiting.count.to_string()), ("since", self.page.instant(waiting.oldest))];
            let what = of_which(edition, self.page.tx("app-todo-answer-what", &facts));
            let (verb, href) = (self.page.t("app-todo-answer"), format!("/ky/{}/giup-do", edition.slug));
            self.todos.push(Todo { verb, what, href });
        }
        Ok(())
    }

    async fn look_at_units(&mut self, db: &mut Conn, viewer: &Viewer, edition: &Edition) -> Result<(), Halt> {
        if !viewer.may(Permission::CampaignView, edition.place()) {
            return Ok(());
        }
        let mut letters = Vec::new();
        for letter in letter_standings(db, edition.id).await? {
            // Of what was recalled or ended nothing is asked any more.
            if is_asked(db, letter.card.id, viewer.today).await? {
                letters.push(letter);
            }
        }
        self.look_at_figures(&edition.slug, &letters);
        for letter in &letters {
            if viewer.may(Permission::LetterSend, edition.place()) {
                self.look_at_silence(viewer.today, &edition.slug, letter);
                let late = overdue_units(db, letter.card.id, viewer.today).await?;
                if late > 0 {
                    let href = format!("/ky/{}/don-doc/{}/qua-han", edition.slug, letter.card.id);
                    self.remind("app-todo-overdue-what", (late, &named(&letter.card)), href);
                }
            }
        }
        Ok(())
    }

    /// Each letter has its own figures: what is asked in one is not answered in another. The letter that asks
    /// everybody for a report stays, whatever a few units are written after it; of equal ones the newest comes first.
    fn look_at_figures(&mut self, slug: &Slug, letters: &[LetterStanding]) {
        let mut letters: Vec<_> = letters.iter().collect();
        letters.sort_by_key(|letter| Reverse((letter.reports, letter.units)));
        for letter in letters.into_iter().take(FIGURES_OF) {
            let number = number_of(letter);
            let board = format!("/ky/{slug}/tien-do?letter={}", letter.card.id);
            self.share((letter.acknowledged, letter.units), "app-figure-acknowledged", &number, &board);
            if letter.reports > 0 {
                self.share((letter.reported, letter.reports), "app-figure-reported", &number, &board);
            }
        }
    }

    /// Whom to remind of it, for whoever does.
    fn look_at_silence(&mut self, today: Date, slug: &Slug, letter: &LetterStanding) {
        let name = named(&letter.card);
        let reminding = |about: About| format!("/ky/{slug}/don-doc/{}#{}", letter.card.id, about.code());
        if letter.silent() > 0 {
            self.remind("app-todo-silent-what", (letter.silent(), &name), reminding(About::Confirmation));
        }
        let soon = letter.report_due.is_some_and(|due| (due - today).get_days() <= REPORTS_SOON);
        if soon {
            self.remind("app-todo-owing-what", (letter.owing, &name), reminding(About::Report));
        }
    }

    fn figure(&mut self, number: usize, label: String, href: String) {
        self.figures.push(Figure { number: number.to_string(), label, href });
    }

    fn share(&mut self, (part, whole): (usize, usize), label: &str, letter: &str, href: &str) {
        let label = self.page.t1(label, "letter", letter);
        self.figures.push(Figure { number: format!("{part}/{whole}"), label, href: href.to_owned() });
    }

    fn remind(&mut self, what: &str, (count, letter): (usize, &str), href: String) {
        let what = self.page.tx(what, &[("count", count.to_string()), ("letter", letter.to_owned())]);
        self.todos.push(Todo { verb: self.page.t("app-todo-remind"), what, href });
    }
}

/// Beside the contest that everybody means, a unit's own is named.
fn of_which(edition: &Edition, what: String) -> String {
    if edition.is_local() { format!("{what} ({})", edition.title()) } else { what }
}

fn number_of(letter: &LetterStanding) -> String {
    letter.card.signed.as_ref().map(|(number, _)| number.to_string()).unwrap_or_default()
}

fn sum(counts: &[Count], wanted: impl Fn(Standing) -> bool) -> usize {
    counts.iter().filter(|count| wanted(count.standing)).map(|count| count.entries).sum()
}
