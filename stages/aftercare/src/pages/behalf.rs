//! A clerk writes down what a winner said by telephone, on paper, by mail or in person.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;
use uuid::Uuid;

use super::form::{About, FIELDS, filled, read};
use super::{beneath, in_hand, register};
use crate::answering::{Given, reply_on_behalf};
use crate::lines::line;
use crate::refusal::AftercareRefusal;
use crate::reply::{How, KeptReply};

#[derive(Template)]
#[template(path = "aftercare/behalf.html")]
struct BehalfPage {
    page: Page,
    form: Form,
    about: About,
    winner: String,
    action: String,
    ways: Vec<(String, String)>,
}

/// The page, and where an answer leads.
struct Sheet {
    behalf: BehalfPage,
    back: String,
}

impl Sheet {
    async fn load(
        house: &House,
        viewer: &Viewer,
        page: Page,
        (slug, id): (&str, Uuid),
    ) -> Result<(Self, Option<KeptReply>), Halt> {
        let mut db = house.read().await?;
        let edition = in_hand(&mut db, viewer, slug, Permission::EntryOnBehalf).await?;
        let line = line(&mut db, &edition, id).await?;
        let about = About::of(&page, &edition, (&line.ask, &line.award), line.reply.as_ref());
        let back = format!("{}/hoi/{id}", register(&edition));
        let way = |how: How| (how.code().to_owned(), page.tcode("aftercare-how-", how.code()));
        let ways = How::RECORDED.map(way).into();
        let page = beneath(page, &edition).under(line.award.title, back.clone()).titled("aftercare-record");
        let action = format!("{back}/ghi");
        let behalf = BehalfPage { page, form: Form::new(), about, winner: line.winner.name, action, ways };
        Ok((Self { behalf, back }, line.reply))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let (sheet, kept) = Sheet::load(&house, &viewer, page, (&slug, id)).await?;
    let form = filled(kept.as_ref()).with("came_on", hoithi_web::day(viewer.today));
    html(&BehalfPage { form, ..sheet.behalf })
}

pub(super) async fn send(
    State(house): State<House>,
    Path((slug, id)): Path<(String, Uuid)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[&FIELDS[..], &["how", "came_on"]].concat())?;
    let (sheet, _) = Sheet::load(&house, &viewer, page.clone(), (&slug, id)).await?;
    let kept = match read_all(&house, &posted, viewer.today) {
        Ok((came, given)) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(reply_on_behalf(act, id, came, given.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match kept {
        Ok(()) => Ok(redirect_with_flash(&house.site, &sheet.back, "aftercare-was-recorded")),
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&BehalfPage { form, ..sheet.behalf })
        }
    }
}

/// How and when it came, and what it says; every fault at its field.
fn read_all(house: &House, posted: &Posted, today: Date) -> Result<((How, Date), Given), Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let how = How::RECORDED.into_iter().find(|how| how.code() == form.value("how"));
    let how = no.absorb(how.ok_or(AftercareRefusal::HowMissing).or_refuse())?;
    let day = parse_day(form.value("came_on")).filter(|day| *day <= today);
    let day = no.absorb(day.ok_or(AftercareRefusal::CameOn).or_refuse())?;
    let given = no.absorb(read(house, posted, today))?;
    match (how, day, given) {
        (Some(how), Some(day), Some(given)) => Ok(((how, day), given)),
        _ => Err(no.halt()),
    }
}
