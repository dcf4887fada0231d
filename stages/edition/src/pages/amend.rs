//! Changing the book: by a corrected file before the launch, by an amendment after it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer, paper_of};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::parse_day;
use hoithi_rules::edition::Amendment;
use hoithi_rules::people::Permission;
use hoithi_rules::text::one_line;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::book_form::{FaultyLine, faulty_lines, take_in};
use super::in_hand;
use super::launch::needs_paper;
use super::manage::{Under, opened_rounds};
use crate::amending::{Amend, Amended, amend, preview};
use crate::edition::Edition;
use crate::operations::replace_book;
use crate::store::{self, OpenedRound};

#[derive(Template)]
#[template(path = "edition/replace.html")]
struct ReplacePage {
    page: Page,
    form: Form,
    faulty: Vec<FaultyLine>,
}

pub(super) async fn show_replace(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &slug, &viewer).await?;
    let text = store::versions(&mut db, edition.id).await?.into_iter().next().map(|newest| newest.text);
    let form = Form::new().with("book", text.unwrap_or_default()).with("seen", edition.version);
    let page = page.titled("edition-replace").under_edition(&edition);
    html(&ReplacePage { page, form, faulty: Vec::new() })
}

pub(super) async fn send_replace(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["book", "seen"])?;
    let edition = in_hand(&mut house.read().await?, &slug, &viewer).await?;
    let (mut form, text) = take_in(&posted, &["seen"]);
    match perform_replace(&house, &viewer, &edition, &form, text).await {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/quan-ly"), "edition-book-was-replaced")),
        Err(halt) => {
            let page = page.titled("edition-replace").under_edition(&edition);
            form.keep_refusals(&page, halt)?;
            html(&ReplacePage { faulty: faulty_lines(&form), page, form })
        }
    }
}

async fn perform_replace(
    house: &House,
    viewer: &Viewer,
    edition: &Edition,
    form: &Form,
    text: Result<String, Halt>,
) -> Result<Vec<String>, Halt> {
    let (id, seen, text) = (edition.id, form.value("seen").parse().unwrap_or_default(), text?);
    house.acts.perform(viewer.actor(), move |act| Box::pin(replace_book(act, id, seen, text.clone()))).await
}

#[derive(Template)]
#[template(path = "edition/amend.html")]
struct AmendPage {
    page: Page,
    form: Form,
    faulty: Vec<FaultyLine>,
    rounds: Vec<OpenedRound>,
    preview: Option<Amended>,
    from_paper: bool,
}

const AMEND_FIELDS: [&str; 11] = [
    "book",
    "seen",
    "decision",
    "issuer",
    "issued",
    "effective",
    "reason",
    "paper_leader",
    "paper_number",
    "paper_date",
    "step",
];

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = in_hand(&mut db, &slug, &viewer).await?;
    let newest = store::versions(&mut db, edition.id).await?.into_iter().next().ok_or_else(Halt::not_found)?;
    let committee = edition.book.rules().committee.clone();
    let form = Form::new().with("book", newest.text).with("seen", newest.version).with("issuer", committee);
    html(&amend_page(&house, page, form, &edition, &viewer, None).await?)
}

async fn amend_page(
    house: &House,
    page: Page,
    form: Form,
    edition: &Edition,
    viewer: &Viewer,
    preview: Option<Amended>,
) -> Result<AmendPage, Halt> {
    Ok(AmendPage {
        page: page.titled("edition-amend").under_edition(edition),
        faulty: faulty_lines(&form),
        form,
        rounds: opened_rounds(&mut house.read().await?, edition).await?,
        preview,
        from_paper: needs_paper(viewer, edition, Permission::EditionAmend),
    })
}

/// Two buttons: one shows what the amendment would say, the other records it.
pub(super) async fn send(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&AMEND_FIELDS)?;
    let edition = in_hand(&mut house.read().await?, &slug, &viewer).await?;
    let (mut form, text) = take_in(&posted, &AMEND_FIELDS);
    let records = form.value("step") == "ghi";
    match perform(&house, &viewer, &edition, &posted, &form, text).await {
        Ok(_) if records => Ok(redirect_with_flash(&house.site, &format!("/ky/{slug}/quan-ly"), "edition-was-amended")),
        Ok(amended) => html(&amend_page(&house, page, form, &edition, &viewer, Some(amended)).await?),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&amend_page(&house, page, form, &edition, &viewer, None).await?)
        }
    }
}

async fn perform(
    house: &House,
    viewer: &Viewer,
    edition: &Edition,
    posted: &Posted,
    form: &Form,
    text: Result<String, Halt>,
) -> Result<Amended, Halt> {
    let records = form.value("step") == "ghi";
    let mut no = Refusals::new();
    let text = no.absorb(text)?;
    let amendment = no.absorb(amendment_from(form))?;
    let own_right = !records || !needs_paper(viewer, edition, Permission::EditionAmend);
    let paper = no.absorb(paper_of(house, posted, own_right))?.flatten();
    let (Some(text), Some(amendment), true) = (text, amendment, no.is_empty()) else { return Err(no.halt()) };
    let seen = form.value("seen").parse().unwrap_or_default();
    let command = Amend { edition: edition.id, seen, text, amendment, paper };
    if records {
        house.acts.perform(viewer.actor(), move |act| Box::pin(amend(act, command.clone()))).await
    } else {
        house.acts.perform(viewer.actor(), move |act| Box::pin(preview(act, command.clone()))).await
    }
}

/// The decision's fields, every fault at its field.
fn amendment_from(form: &Form) -> Result<Amendment, Halt> {
    let mut no = Refusals::new();
    let issued = day_from(&mut no, form, "issued");
    let effective = day_from(&mut no, form, "effective");
    // Without a readable day the number is still looked at, so that both faults come at once.
    let year = issued.map_or(2000, Date::year);
    let decision = no.keep("decision", DocumentNumber::parse(form.value("decision"), year));
    let (body, reason) = (one_line(form.value("issuer")), one_line(form.value("reason")));
    if body.is_empty() {
        no.add("edition.issuer_missing", "issuer", "say who issued the decision");
    }
    if reason.is_empty() {
        no.add("edition.reason_missing", "reason", "say in one sentence why");
    }
    match (decision, issued, effective) {
        (Some(decision), Some(issued), Some(effective)) if no.is_empty() => {
            Ok(Amendment { decision: decision.to_string(), issuer: body, issued, effective, reason })
        }
        _ => Err(no.halt()),
    }
}

fn day_from(no: &mut Refusals, form: &Form, field: &str) -> Option<Date> {
    let day = parse_day(form.value(field));
    if day.is_none() {
        no.add("edition.day_malformed", field, "this is no day");
    }
    day
}
