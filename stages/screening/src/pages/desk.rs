//! One dossier on the secretary's desk: what it says, the check list, the decision.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_entries::{KeptEntry, Standing, Told, how_told, megabytes, merges_of};
use hoithi_journal::{Fact, Halt};
use hoithi_originality::likes_in;
use hoithi_people::{Refusals, Viewer, refused};
use hoithi_rules::day::parse_day;
use hoithi_rules::edition::{DossierPart, ReasonFor, RuleBook, Rules};
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::EntryId;
use hoithi_rules::people::Permission;
use hoithi_rules::screening::{CheckItem, Finding, ScreeningOutcome, ScreeningRefusal, Verdict, reasons_given};
use hoithi_rules::text::one_line;
use hoithi_rules::workdays::Workdays;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash, redirect_with_told_flash};
use jiff::civil::Date;

use super::queue::{Waiting, edition_for, neighbours, queue};
use crate::alike::{Alike, alike};
use crate::automatic::{Answer, Desk, answer, beside, look_into};
use crate::conflicts::{conflict_of, declare};
use crate::copies::{Pointing, judged_blind, told_of};
use crate::moving::{KeptMove, MoveEntry, judging_began, move_to_another_category, moves};
use crate::operations::{Decide, Ruling, decide, outcome_code, questions};
use crate::same::{Compared, Same, same};
use crate::store::{self, Decided};
use crate::twice::twins;

/// More working days than this are no time to complete something.
const MOST_WORKING_DAYS: u16 = 60;

/// One question with what the program thinks of it.
pub(super) struct Question {
    pub(super) code: String,
    pub(super) label: String,
    pub(super) answer: Answer,
}

#[derive(Template)]
#[template(path = "screening/desk.html")]
struct DeskPage {
    page: Page,
    form: Form,
    edition: Edition,
    kept: KeptEntry,
    category: String,
    waiting: Vec<Waiting>,
    next: Option<EntryId>,
    previous: Option<EntryId>,
    questions: Vec<Question>,
    beside: Vec<(String, Answer)>,
    alike: Vec<Alike>,
    /// Those that say the same.
    same: Vec<Same>,
    /// How many may be the same solution, and whether one surely is.
    twins: (usize, bool),
    /// With how many it was merged.
    merged: usize,
    decided: Vec<(Decided, Vec<Finding>)>,
    open: bool,
    /// What keeps whoever looks from deciding.
    conflict: Option<String>,
    /// Until when it should have been completed, where its authors let that day pass.
    not_completed: Option<Date>,
    /// The reasons that the rule book offers, by code.
    usual: Vec<(String, String)>,
    today: Date,
    workdays: Workdays,
    /// The reasons of a refusal that is read back before it counts.
    sure_of: Vec<String>,
    /// How its author will hear of it.
    told: String,
    /// What in it points at its authors before judges who may not know them.
    pointing: Pointing,
    /// Whether its author completes it by a link that whoever looks may make.
    by_link: bool,
    /// To which category it was moved, and why.
    moves: Vec<KeptMove>,
    /// Where it may be moved; nowhere once judging began.
    elsewhere: Vec<(String, String)>,
}

impl DeskPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: &str, id: EntryId) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, slug).await?;
        let kept = hoithi_entries::dossier(&mut db, id).await?.filter(|kept| kept.entry.edition == edition.id);
        let kept = kept.filter(|kept| kept.receipt().is_some()).ok_or_else(Halt::not_found)?;
        let likes = likes_in(&mut db, viewer, &edition).await?;
        let all = queue(&mut db, &edition, viewer.today, &likes).await?;
        let (next, previous) = neighbours(&all, id);
        let alike = alike(&mut db, viewer, &edition, id).await?;
        let compared = Compared::of(&mut db, id, &likes).await?;
        let same = same(&mut db, &edition, id, compared.likes).await?;
        let twins = twins(&mut db, &kept, &alike, compared.likes).await?;
        let merged = merges_of(&mut db, id).await?.len();
        let mut decided = Vec::new();
        for each in store::decisions(&mut db, id).await? {
            let findings = store::findings(&mut db, each.id).await?;
            decided.push((each, findings));
        }
        let by = (viewer.signed_in()?.id, viewer.grants.as_slice());
        let conflict = conflict_of(&mut db, by, &kept, &edition).await?;
        let workdays = hoithi_edition::workdays(&mut db, Some(edition.id)).await?;
        let moves = moves(&mut db, id).await?;
        let late = judging_began(&mut db, edition.id).await?;
        let elsewhere = if late || conflict.is_some() { Vec::new() } else { elsewhere(&kept, edition.book.rules()) };
        drop(db);
        let looks = look_into(&house.files, &kept).await?;
        let pointing = told_of(house, &kept, &edition.book).await?;
        let desk = Desk {
            page: &page,
            kept: &kept,
            edition: &edition,
            alike: &alike,
            compared,
            looks: &looks,
            told: &pointing,
        };
        let (questions, beside) = (questions_of(&desk), beside(&desk));
        let queue_title = page.t("screening-queue");
        let with_its_author = kept.standing == Standing::Returned && kept.entry.may_edit(viewer.today).is_ok();
        let by_link = with_its_author && kept.owner.is_none() && viewer.may(Permission::EntryOnBehalf, edition.place());
        let not_completed = kept.entry.not_completed_by(viewer.today).filter(|_| kept.standing == Standing::Returned);
        let code = kept.category().map_or("", |code| code.as_str());
        Ok(Self {
            category: edition.book.rules().category(code).map_or_else(String::new, |category| category.name.clone()),
            waiting: all.into_iter().filter(|line| line.card.state == Standing::Submitted).collect(),
            open: kept.standing == Standing::Submitted || not_completed.is_some(),
            not_completed,
            conflict: conflict.map(|conflict| page.refusal(&refused(&conflict))),
            form: prefilled(&questions).with("within", edition.book.rules().complete_within()),
            usual: usual(&page, edition.book.rules()),
            today: viewer.today,
            workdays,
            page: page.under(queue_title, format!("/ky/{slug}/kiem-tra")).named(kept.title()),
            edition,
            kept,
            next,
            previous,
            questions,
            beside,
            alike,
            same,
            twins: (twins.len(), twins.iter().any(|twin| twin.sure)),
            merged,
            decided,
            sure_of: Vec::new(),
            told: String::new(),
            pointing,
            by_link,
            moves,
            elsewhere,
        })
    }

    /// Until when the working days run that are given where nobody names a day.
    fn runs_until(&self) -> String {
        let days = self.edition.book.rules().complete_within();
        self.workdays.after(self.today, days).map(|day| self.page.day(day)).unwrap_or_default()
    }

    /// Whether its judges get a copy that is released for them.
    fn has_copy(&self) -> bool {
        judged_blind(&self.edition.book)
    }

    /// What its authors are asked for, so that judges can read it: one line for each part that points
    /// at them.
    fn asks_for_another(&self) -> String {
        let title = (!self.pointing.title.is_empty()).then(|| self.page.t("screening-ask-title"));
        let asked = self.pointing.parts.iter().filter(|part| !part.tellings.is_empty()).map(|part| {
            let places = part.tellings.iter().map(|each| match part.part.text {
                Some(_) => format!("“{}”", each.what),
                None => format!("“{}” ({})", each.what, self.page.t1("screening-copy-page", "page", each.page)),
            });
            let facts = [("part", part.part.name.clone()), ("places", places.collect::<Vec<_>>().join(", "))];
            self.page.tx("screening-ask-part", &facts)
        });
        title.into_iter().chain(asked).collect::<Vec<_>>().join("\n")
    }

    /// What stands in the box, so that nothing else is recorded in its place.
    fn read_back(&self) -> String {
        self.sure_of.join("\n")
    }

    fn number(&self) -> String {
        self.kept.receipt().map(|receipt| receipt.number.to_string()).unwrap_or_default()
    }

    fn text(&self, part: &DossierPart) -> Option<String> {
        self.kept.words_of(part)
    }

    /// Address and size of a part's file.
    fn file(&self, part: &DossierPart) -> Option<(String, String)> {
        match self.kept.part(&part.code) {
            Some(PartContent::File(file)) => {
                Some((format!("/ho-so/{}/tep/{}", self.kept.id(), part.code), megabytes(file.bytes)))
            }
            _ => None,
        }
    }

    /// The word for an earlier decision.
    fn outcome(&self, decided: &Decided) -> String {
        self.page.tcode("screening-outcome-", outcome_code(&decided.outcome))
    }

    /// Until when it was to be completed, where it was returned.
    fn until(&self, decided: &Decided) -> Option<String> {
        match &decided.outcome {
            ScreeningOutcome::Returned { until, .. } => {
                Some(self.page.t1("screening-returned-until", "until", self.page.day(until)))
            }
            ScreeningOutcome::Refused { .. } | ScreeningOutcome::Admitted { .. } => None,
        }
    }

    /// A category by its name in the rule book.
    fn named(&self, code: &str) -> String {
        let category = self.edition.book.rules().category(code);
        category.map_or_else(|| code.to_owned(), |category| category.name.clone())
    }

    /// A move in one sentence.
    fn told_of(&self, moved: &KeptMove) -> String {
        let from = moved.from.as_deref().map(|from| self.named(from)).unwrap_or_default();
        let facts = [("from", from), ("to", self.named(&moved.to)), ("at", self.page.instant(moved.at))];
        self.page.tx("screening-moved", &facts)
    }

    /// Whether the move was refused, so that its fold stands open.
    fn move_is_wrong(&self) -> bool {
        ["to", "why"].iter().any(|field| self.form.error(field).is_some())
    }

    fn label(&self, item: &CheckItem) -> String {
        label(&self.page, &self.edition.book, item)
    }
}

/// The other categories of the book, while the entry stands.
fn elsewhere(kept: &KeptEntry, rules: &Rules) -> Vec<(String, String)> {
    if !matches!(kept.standing, Standing::Submitted | Standing::Returned | Standing::Admitted) {
        return Vec::new();
    }
    let others = rules.categories.iter().filter(|category| kept.category() != Some(&category.code));
    others.map(|category| (category.code.to_string(), category.name.clone())).collect()
}

/// Lets the entry count in another category.
pub(super) async fn move_it(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let form = posted.form;
    form.only(&["version", "to", "why"])?;
    let mut desk = DeskPage::load(&house, &viewer, page, &slug, id).await?;
    let (to, why) = (form.value("to").to_owned(), form.value("why").to_owned());
    let command = MoveEntry { entry: id, seen: form.value("version").parse().unwrap_or(0), to, why };
    let again = desk.form.clone().with("to", &command.to).with("why", &command.why);
    let done =
        house.acts.perform(viewer.actor(), move |act| Box::pin(move_to_another_category(act, command.clone()))).await;
    match done {
        Ok(()) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/kiem-tra/{id}"), "screening-moved-now")),
        Err(halt) => {
            desk.form = again;
            desk.form.keep_refusals(&desk.page, halt)?;
            html(&desk)
        }
    }
}

/// Why it was returned or refused.
fn reasons(decided: &Decided) -> &[String] {
    match &decided.outcome {
        ScreeningOutcome::Returned { reasons, .. } | ScreeningOutcome::Refused { reasons } => reasons,
        ScreeningOutcome::Admitted { .. } => &[],
    }
}

pub(super) fn questions_of(desk: &Desk<'_>) -> Vec<Question> {
    let book = &desk.edition.book;
    let question = |item: CheckItem| Question {
        code: item.code(),
        label: label(desk.page, book, &item),
        answer: answer(desk, &item),
    };
    questions(book).into_iter().map(question).collect()
}

/// A question in words; parts and declarations have theirs in the rule book.
fn label(page: &Page, book: &RuleBook, item: &CheckItem) -> String {
    let rules = book.rules();
    match item {
        CheckItem::Part(code) => {
            rules.dossier_part(code.as_str()).map_or_else(|| code.to_string(), |part| part.name.clone())
        }
        CheckItem::Declaration(code) => {
            let declaration = rules.eligibility.declarations.iter().find(|each| each.code == *code);
            declaration.map_or_else(|| code.to_string(), |each| each.text.clone())
        }
        other => page.tcode("screening-item-", other.code()),
    }
}

/// What the program answered is ticked already.
fn prefilled(questions: &[Question]) -> Form {
    questions.iter().fold(Form::new(), |form, question| match question.answer.verdict {
        Some(Verdict::Passed) => form.with(&field(&question.code), "passed"),
        Some(Verdict::Failed) => form.with(&field(&question.code), "failed"),
        None => form,
    })
}

/// The reasons of the rule book as boxes; what only ends a dossier says so.
fn usual(page: &Page, rules: &Rules) -> Vec<(String, String)> {
    let (returns, refuses) = (rules.reasons(ReasonFor::Return), rules.reasons(ReasonFor::Refuse));
    let ends: Vec<_> = refuses.into_iter().filter(|reason| !returns.contains(reason)).collect();
    let ends = ends.into_iter().map(|reason| {
        let words = page.t1("screening-reason-ends", "text", &reason.text);
        (reason.code.to_string(), words)
    });
    returns.into_iter().map(|reason| (reason.code.to_string(), reason.text)).chain(ends).collect()
}

fn field(code: &str) -> String {
    format!("findings.{code}")
}

fn note_field(code: &str) -> String {
    format!("note.{code}")
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["xin"])?;
    let without_names = asked.choice("xin", |code| (code == "ban-khong-ten").then_some(()))?.is_some();
    let mut desk = DeskPage::load(&house, &viewer, page, &slug, id).await?;
    if desk.open && without_names {
        let words = desk.asks_for_another();
        desk.form = desk.form.with("reasons", words);
    }
    html(&desk)
}

/// Somebody else is to decide: the dossier stays where it is.
pub(super) async fn declare_conflict(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    edition_for(&mut house.read().await?, &viewer, &slug).await?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(declare(act, id))).await?;
    Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/kiem-tra/{id}"), "screening-conflict-recorded"))
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, EntryId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut desk = DeskPage::load(&house, &viewer, page, &slug, id).await?;
    let mut form = posted.form;
    only_known(&form, &desk.questions)?;
    let asked = command(id, &form, (&desk, &house.site.public_url));
    if let Ok(Decide { ruling: Ruling::Refuse { reasons }, findings, .. }) = &asked
        && !reasons.is_empty()
        && findings.iter().any(|finding| finding.verdict == Verdict::Failed)
        && !(form.value("decision") == "refuse-now" && form.value("read_back") == reasons.join("\n"))
    {
        desk.told = will_hear(&desk.page, how_told(&mut house.read().await?, &desk.kept).await?);
        (desk.sure_of, desk.form) = (reasons.clone(), form);
        return html(&desk);
    }
    let done = match asked {
        Ok(command) => house.acts.perform(viewer.actor(), move |act| Box::pin(decide(act, command.clone()))).await,
        Err(halt) => Err(halt),
    };
    match done {
        Ok(outcome) => {
            let to =
                desk.next.map_or_else(|| format!("/ky/{slug}/kiem-tra"), |next| format!("/ky/{slug}/kiem-tra/{next}"));
            let told = how_told(&mut house.read().await?, &desk.kept).await?;
            let (key, told) = recorded(&desk.page, &outcome, told);
            // The next dossier is shown already, so the sentence names the one that was decided.
            let facts = [("number", desk.number()), ("told", told)];
            Ok(redirect_with_told_flash(&house.site, &to, key, &facts))
        }
        Err(halt) => {
            let halt = in_words(&desk, halt);
            form.keep_refusals(&desk.page, halt)?;
            desk.form = form;
            html(&desk)
        }
    }
}

/// What was decided, and whether the author hears of it by itself or must be called.
fn recorded(page: &Page, outcome: &ScreeningOutcome, told: Told) -> (&'static str, String) {
    let by_itself = matches!(told, Told::Written(_));
    let told = match told {
        Told::Written(_) => page.t("screening-told"),
        other => will_hear(page, other),
    };
    let key = match (outcome, by_itself) {
        (ScreeningOutcome::Admitted { .. }, true) => "screening-recorded-admitted",
        (ScreeningOutcome::Admitted { .. }, false) => "screening-recorded-admitted-but",
        (ScreeningOutcome::Returned { .. }, true) => "screening-recorded-returned",
        (ScreeningOutcome::Returned { .. }, false) => "screening-recorded-returned-but",
        (ScreeningOutcome::Refused { .. }, true) => "screening-recorded-refused",
        (ScreeningOutcome::Refused { .. }, false) => "screening-recorded-refused-but",
    };
    (key, told)
}

/// How the author will hear of it: somebody may have to call.
pub(super) fn will_hear(page: &Page, told: Told) -> String {
    match told {
        Told::Written(_) => page.t("screening-will-be-told"),
        Told::ToBeCalled(phone) => page.t1("screening-to-be-called", "phone", phone),
        Told::Nobody => page.t("screening-nobody-told"),
    }
}

fn only_known(form: &Form, questions: &[Question]) -> Result<(), Halt> {
    let fields: Vec<String> =
        questions.iter().flat_map(|question| [field(&question.code), note_field(&question.code)]).collect();
    let mut known = vec!["version", "decision", "codes", "reasons", "within", "until", "read_back"];
    known.extend(fields.iter().map(String::as_str));
    form.only(&known)
}

fn command(entry: EntryId, form: &Form, (desk, public_url): (&DeskPage, &str)) -> Result<Decide, Halt> {
    let mut no = Refusals::new();
    let seen = form.value("version").parse().unwrap_or(0);
    let rules = desk.edition.book.rules();
    let ruling = match form.value("decision") {
        "admit" => Some(Ruling::Admit),
        "refuse" | "refuse-now" => {
            reasons_in(&mut no, form, rules, ReasonFor::Refuse).map(|reasons| Ruling::Refuse { reasons })
        }
        "return" => {
            let until = until(&mut no, form, desk);
            let reasons = reasons_in(&mut no, form, rules, ReasonFor::Return);
            if until.is_none() && reasons.as_ref().is_some_and(Vec::is_empty) {
                // The law is not asked then, so what it would say of the reasons is said here.
                no.keep::<(), _>("reasons", Err(ScreeningRefusal::ReasonMissing));
            }
            let public_url = public_url.to_owned();
            reasons.zip(until).map(|(reasons, until)| Ruling::Return { reasons, until, public_url })
        }
        _ => {
            no.add("screening.no_decision", "decision", "nothing was decided");
            None
        }
    };
    match ruling {
        Some(ruling) => Ok(Decide { entry, seen, ruling, findings: findings(form, &desk.questions) }),
        None => Err(no.halt()),
    }
}

/// The sentences of the ticked reasons, then what was written beside them.
fn reasons_in(no: &mut Refusals, form: &Form, rules: &Rules, decision: ReasonFor) -> Option<Vec<String>> {
    let mut reasons = no.keep("codes", reasons_given(rules, decision, &form.values("codes")))?;
    reasons.extend(form.value("reasons").lines().map(one_line).filter(|line| !line.is_empty()));
    Some(reasons)
}

/// The named day, or else so many working days from today.
fn until(no: &mut Refusals, form: &Form, desk: &DeskPage) -> Option<Date> {
    if form.given("until").is_some() || form.given("within").is_none() {
        let day = parse_day(form.value("until"));
        if day.is_none() {
            no.add("screening.until_malformed", "until", "this is no day");
        }
        return day;
    }
    let days = form.value("within").parse::<u16>().ok().filter(|days| (1..=MOST_WORKING_DAYS).contains(days));
    let day = days.and_then(|days| desk.workdays.after(desk.today, days));
    if day.is_none() {
        no.add("screening.within_malformed", "within", "this is no number of working days");
    }
    day
}

fn findings(form: &Form, questions: &[Question]) -> Vec<Finding> {
    let finding = |question: &Question| {
        let verdict = match form.value(&field(&question.code)) {
            "passed" => Verdict::Passed,
            "failed" => Verdict::Failed,
            _ => return None,
        };
        let item = CheckItem::from_code(&question.code)?;
        Some(Finding { item, verdict, note: one_line(form.value(&note_field(&question.code))) })
    };
    questions.iter().filter_map(finding).collect()
}

/// A refusal names the question by its code; people read its words.
fn in_words(desk: &DeskPage, halt: Halt) -> Halt {
    let Halt::Refused(mut refused) = halt else { return halt };
    for (_, fact) in refused.iter_mut().flat_map(|each| &mut each.facts).filter(|(name, _)| *name == "item") {
        if let Fact::Text(code) = fact
            && let Some(question) = desk.questions.iter().find(|question| question.code == *code)
        {
            *fact = Fact::Text(question.label.clone());
        }
    }
    Halt::Refused(refused)
}
