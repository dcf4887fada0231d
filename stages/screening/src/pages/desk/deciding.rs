//! Deciding on a dossier: what was chosen and written, read back where it cannot be undone, recorded.

use axum::extract::State;
use axum::response::Response;
use hoithi_entries::{Told, how_told};
use hoithi_journal::{Fact, Halt};
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::edition::{ReasonFor, Rules};
use hoithi_rules::ids::EntryId;
use hoithi_rules::screening::{CheckItem, Finding, ScreeningOutcome, ScreeningRefusal, Verdict, reasons_given};
use hoithi_rules::text::one_line;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_told_flash};
use jiff::civil::Date;

use super::DeskPage;
use super::checked::{Question, field, note_field};
use crate::operations::{Decide, Ruling, decide};

/// More working days than this are no time to complete something.
const MOST_WORKING_DAYS: u16 = 60;

pub(in super::super) async fn send(
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
            let to = desk
                .around
                .next
                .map_or_else(|| format!("/ky/{slug}/kiem-tra"), |next| format!("/ky/{slug}/kiem-tra/{next}"));
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
pub(in super::super) fn will_hear(page: &Page, told: Told) -> String {
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
