//! A line of the journal in words: what was done, by whom, on what, and what was noted of it.

use std::collections::BTreeSet;

use hoithi_journal::Line;
use hoithi_rules::correspondence::DocumentKind;
use hoithi_web::{House, Page, day};
use jiff::civil::Date;
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::things::{Thing, Things};

/// Every event that the program writes. A test reads the sources and fails on one that is missing
/// here or has no words in the catalogue.
pub const EVENTS: &[&str] = &[
    "account.closed",
    "account.opened",
    "account.placed",
    "account.reopened",
    "admitted_list.published",
    "aftercare.asked",
    "aftercare.codes_printed",
    "aftercare.reminded",
    "aftercare.replied",
    "aftercare.terms_set",
    "admitted_list.taken_back",
    "answer.published",
    "answer.reworded",
    "answer.withdrawn",
    "author.asked",
    "author.confirmed",
    "author.declined",
    "author.joined",
    "author.links_revoked",
    "author.signed",
    "authors.written_to",
    "authorisation.recorded",
    "authorisation.used",
    "awards.decided",
    "awards.decision_corrected",
    "awards.proposed",
    "body.letterhead_set",
    "borders.loaded",
    "borders.removed",
    "calendar.day_dropped",
    "calendar.day_set",
    "certificate.issued",
    "certificate.reissued",
    "certificate.revoked",
    "conflict.declared",
    "consent.given",
    "consent.withdrawn",
    "desk.changed",
    "desk.joined",
    "desk.member_changed",
    "desk.opened",
    "contact.added",
    "contact.changed",
    "contact.ended",
    "contacts.imported",
    "contacts.taken",
    "contact.moved",
    "contact.replaced",
    "document.arrived",
    "document.came",
    "document.corrected",
    "document.ended",
    "document.ending_lifted",
    "document.given_back",
    "document.leader_signed",
    "document.published",
    "document.put_forward",
    "document.registered",
    "document.renumbered",
    "document.returned",
    "document.revised",
    "document.scan_added",
    "document.scan_replaced",
    "document.signatures_checked",
    "document.signed",
    "document.unpublished",
    "earlier.imported",
    "earlier.removed",
    "edition.amended",
    "edition.announced",
    "edition.book_replaced",
    "edition.launched",
    "edition.passed_on",
    "edition.set_up",
    "edition.version_in_force",
    "edition.version_refused",
    "entries.taken",
    "entry.admitted",
    "entry.begun",
    "entry.changed",
    "entry.choice_restored",
    "entry.claimed",
    "entry.conflict_declared",
    "entry.copy_covered",
    "entry.copy_released",
    "entry.copy_taken_back",
    "entry.copy_uncovered",
    "entry.corrected_below",
    "entry.endorsed",
    "entry.extended",
    "entry.file_promised",
    "entry.file_quarantined",
    "entry.form_printed",
    "entry.help_passed_on",
    "entry.itself_chosen",
    "entry.itself_dropped",
    "entry.itself_missed",
    "entry.left_out",
    "entry.merged",
    "entry.moved",
    "entry.packed",
    "entry.passed_on",
    "entry.promoted",
    "entry.refused",
    "entry.reserve_raised",
    "entry.returned",
    "entry.secret_kept",
    "entry.secret_lifted",
    "entry.secret_opened",
    "entry.sent_up",
    "entry.submitted",
    "entry.supplemented",
    "entry.taken_apart",
    "entry.taken_in",
    "entry.twin_left",
    "entry.twin_taken_in",
    "entry.withdrawn",
    "entry_list.ordered",
    "entry_list.places_passed_on",
    "exchange.receivers_chosen",
    "exchange.set",
    "feed.dropped",
    "feed.made",
    "judge.recused",
    "judge.stopped",
    "jury.set_up",
    "letter.due_changed",
    "letter.duty_called_off",
    "letter.package_sent",
    "letter.package_unsent",
    "letter.packed",
    "letter.recalled",
    "letter.reminded",
    "letter.sent",
    "links.followed",
    "links.printed",
    "links.renewed",
    "links.revoked",
    "mail.all_tried_again",
    "mail.tried_again",
    "meeting.called_off",
    "meeting.changed",
    "meeting.drafted",
    "meeting.held",
    "meeting.invited",
    "meeting.link_made",
    "meeting.link_revoked",
    "meeting.paper_added",
    "meeting.paper_taken",
    "meeting.planned",
    "meeting.postponed",
    "meeting.prize_noted",
    "meeting.resumed",
    "meeting.told",
    "mailings.address_corrected",
    "mailings.addresses_taken",
    "mailings.carried",
    "mailings.imported",
    "mailings.join_asked",
    "mailings.joined",
    "mailings.left",
    "mailings.list_kept",
    "mailings.paused",
    "mailings.quota_chosen",
    "mailings.reader_forgotten",
    "mailings.resumed",
    "mailings.results_taken",
    "mailings.rewritten",
    "mailings.sent_again",
    "mailings.started",
    "mailings.stopped",
    "mailings.tried_out",
    "mailings.written",
    "meeting.replied",
    "meeting.uninvited",
    "minutes.kept",
    "outside_contest.list_taken",
    "outside_contest.recorded",
    "package.taken",
    "password.changed",
    "password.reset",
    "commendation.decided",
    "commendation.drafted",
    "commendation.formula_published",
    "commendation.proposed",
    "commendation.recorded",
    "commendation.removed",
    "commendation.withdrawn",
    "initiative.entered",
    "initiative.imported",
    "initiative.recorded",
    "initiative.removed",
    "originality.bands_set",
    "originality.noted",
    "movement.corrected",
    "movement.launched",
    "movement.target_set",
    "publicity.confirmed",
    "publicity.corrected",
    "plan.assignment_added",
    "plan.assignment_changed",
    "plan.assignment_dropped",
    "plan.given",
    "publicity.recorded",
    "publicity.removed",
    "question.answered",
    "question.asked",
    "question.asked_again",
    "question.assigned",
    "question.closed",
    "question.recorded",
    "publicity.returned",
    "recipients.dropped",
    "recipients.saved",
    "ranking.tie_corrected",
    "ranking.tie_settled",
    "reminders.muted",
    "reminders.settings_changed",
    "reminders.told",
    "reminders.told_by_telephone",
    "reminders.unmuted",
    "report.approved",
    "report.approved_unsigned",
    "report.clusters_put",
    "report.drafted",
    "report.extended",
    "report.extension_asked",
    "report.extension_declined",
    "report.extension_withdrawn",
    "report.form_chosen",
    "report.form_kept",
    "report.given_back",
    "report.paper_added",
    "report.passages_chosen",
    "report.period_begun",
    "report.period_closed",
    "report.period_removed",
    "report.period_reopened",
    "report.reopened",
    "report.submitted",
    "result.announced",
    "role.ended",
    "role.granted",
    "role.taken_back",
    "round.assigned",
    "round.entry_left_out",
    "round.opened",
    "round.opening_confirmed",
    "round.sealed",
    "round.sheet_ended",
    "round.started",
    "screening.decided",
    "search.forgotten",
    "search.saved",
    "sending.acknowledged",
    "sending.opened",
    "session.ended",
    "session.opened",
    "sheet.locked",
    "sheet.saved",
    "slip.printed",
    "slip.used",
    "supplement.asked",
    "supplement.given",
    "supplement.links_revoked",
    "task.answered",
    "template.removed",
    "template.saved",
    "task.assigned",
    "task.extended",
    "task.extension_asked",
    "task.extension_declined",
    "task.extension_withdrawn",
    "task.progress_noted",
    "task.sent_back",
    "tasks.handed_over",
    "thing.damaged",
    "thing.found",
    "thing.hidden",
    "thing.lost",
    "thing.moved",
    "thing.received",
    "thing.returned",
    "thing.shown",
    "unit.added",
    "units.imported",
];

/// A line as an auditor reads it; what it was made from stands beside it, folded.
pub(super) struct Told {
    pub(super) at: String,
    pub(super) event: String,
    pub(super) who: String,
    pub(super) paper: Option<String>,
    pub(super) subject: Option<Thing>,
    pub(super) facts: Vec<(String, String)>,
    pub(super) line: Line,
}

/// Every id that the line mentions.
pub(super) fn ids_of(line: &Line) -> BTreeSet<String> {
    let mut ids = BTreeSet::from([line.actor.clone(), line.subject.clone()]);
    for (_, value) in facts_of(line) {
        gather(&value, &mut ids);
    }
    ids
}

fn gather(value: &Json, ids: &mut BTreeSet<String>) {
    match value {
        Json::String(text) => ids.extend(text.split(' ').filter(|word| word.len() == ID).map(str::to_owned)),
        Json::Array(all) => all.iter().for_each(|each| gather(each, ids)),
        _ => {}
    }
}

/// Letters of an id, and of a file's hash.
const ID: usize = 36;
const HASH: usize = 64;

fn facts_of(line: &Line) -> Map<String, Json> {
    serde_json::from_str(&line.facts).unwrap_or_default()
}

/// What words are put together from.
pub(super) struct Words<'a> {
    pub(super) house: &'a House,
    pub(super) page: &'a Page,
    pub(super) things: &'a Things,
}

impl Words<'_> {
    pub(super) fn tell(&self, line: Line) -> Told {
        Told {
            at: self.page.instant(line.instant()),
            event: event(self.page, &line.event),
            who: self.who(&line.actor),
            paper: line.acting_for.as_deref().and_then(|paper| self.paper(paper)),
            subject: self.things.get(&line.subject).cloned(),
            facts: self.facts(&line),
            line,
        }
    }

    /// The account's name, or through which door nobody in particular acted. Whoever has no account
    /// and yet an id came by a personal link.
    fn who(&self, actor: &str) -> String {
        match self.things.get(actor) {
            Some(thing) => thing.short.clone(),
            None if actor.len() == ID => self.page.t("app-journal-by-link"),
            None => self.page.tcode("app-journal-door-", actor),
        }
    }

    /// "theo văn bản số 25/QĐ-BTC ngày 4/10/2021 của Lãnh đạo cơ quan thường trực": the journal
    /// knows the leader by the role only, and the paper by its number.
    fn paper(&self, json: &str) -> Option<String> {
        let paper: Map<String, Json> = serde_json::from_str(json).ok()?;
        let text = |name: &str| paper.get(name).and_then(Json::as_str).unwrap_or_default();
        let number = text("paper").to_owned();
        let (date, role) = (self.text("day", text("day")), self.page.tcode("role-", text("role")));
        Some(self.page.tx("app-journal-paper", &[("number", number), ("day", date), ("role", role)]))
    }

    /// Hashes stand with the raw facts: nobody reads them in passing.
    fn facts(&self, line: &Line) -> Vec<(String, String)> {
        let fact = |(name, value): (String, Json)| {
            let words = self.value(&name, &value)?;
            Some((self.page.tcode("app-journal-fact-", &name), words))
        };
        facts_of(line).into_iter().filter_map(fact).collect()
    }

    fn value(&self, name: &str, value: &Json) -> Option<String> {
        match value {
            // What is not so goes without saying here, and stands with the raw facts.
            Json::Null | Json::Bool(false) => None,
            Json::Bool(true) => Some(self.page.t("app-journal-yes")),
            Json::Number(number) => Some(number.to_string()),
            Json::String(text) if text.is_empty() || text.len() == HASH => None,
            // An id that nothing here is called by says nothing to a reader.
            Json::String(text) if text.parse::<Uuid>().is_ok() && self.things.get(text).is_none() => None,
            Json::String(text) => Some(self.text(name, text)),
            Json::Array(all) => {
                let all: Vec<_> = all.iter().filter_map(|each| self.value(name, each)).collect();
                (!all.is_empty()).then(|| all.join(", "))
            }
            Json::Object(all) => {
                let pair = |(key, value): (&String, &Json)| Some(format!("{key}: {}", self.value(name, value)?));
                let all: Vec<_> = all.iter().filter_map(pair).collect();
                (!all.is_empty()).then(|| all.join(", "))
            }
        }
    }

    fn text(&self, name: &str, text: &str) -> String {
        if let Some(thing) = self.things.get(text) {
            return thing.short.clone();
        }
        if let Ok(date) = text.parse::<Date>() {
            return day(date);
        }
        match name {
            "scope" => self.scope(text),
            "what" => text.split(", ").map(|part| self.part(part)).collect::<Vec<_>>().join(", "),
            _ => self.code(name, text).unwrap_or_else(|| text.to_owned()),
        }
    }

    /// `whole`, or `edition` or `unit` with its id.
    fn scope(&self, text: &str) -> String {
        let named = text.split_once(' ').and_then(|(_, id)| self.things.get(id));
        named.map_or_else(|| self.page.t("people-scope-whole"), |thing| thing.short.clone())
    }

    /// What of a dossier was changed: a part has the code that its rule book gives it.
    fn part(&self, text: &str) -> String {
        match text.split_once(' ') {
            Some((_, code)) => self.page.t1("app-journal-value-part", "code", code),
            None => self.code("what", text).unwrap_or_else(|| text.to_owned()),
        }
    }

    /// A code of the program's own in the words of the room that it belongs to.
    fn code(&self, name: &str, code: &str) -> Option<String> {
        if name == "kind"
            && let Ok(kind) = code.parse::<DocumentKind>()
            && DocumentKind::LISTED.contains(&kind)
        {
            return Some(kind.name().to_owned());
        }
        let prefixes: &[&str] = match name {
            "role" => &["role-"],
            "outcome" => &["screening-outcome-"],
            "likeness" => &["originality-what-"],
            "level" => &["units-level-"],
            "channel" => &["entries-channel-", "campaign-channel-", "helpdesk-channel-"],
            "how" => &["campaign-way-", "aftercare-how-"],
            "reply" => &["meetings-reply-"],
            "kind" => &["campaign-task-", "judging-conflict-", "meetings-kind-", "edition-day-"],
            "tasks" => &["campaign-task-"],
            _ => return self.has("app-journal-value-", code).then(|| self.page.tcode("app-journal-value-", code)),
        };
        let known = |prefix: &&&str| self.has(prefix, code);
        prefixes.iter().find(known).map(|prefix| self.page.tcode(prefix, code))
    }

    fn has(&self, prefix: &str, code: &str) -> bool {
        let key = format!("{prefix}{}", code.replace(['_', '.'], "-"));
        self.house.catalogue.has(self.page.language(), &key)
    }
}

/// What was done, in words.
pub(super) fn event(page: &Page, name: &str) -> String {
    page.tcode("app-journal-event-", name)
}
