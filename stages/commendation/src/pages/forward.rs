//! Units are put forward: chosen in the standings, read back, then proposed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{ContentError, usual_signatory};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::commendation::Placed;
use hoithi_rules::correspondence::Signatory;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, PersonName};
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::standings::StandingsPage;
use super::{edition_for, words};
use crate::evidence::UnitScore;
use crate::proposing::{Propose, propose, weighed};
use crate::refusal::CommendationRefusal;
use crate::store::{self, Honour, Kept};

/// What is about to be proposed: from then on the formula stands.
#[derive(Template)]
#[template(path = "commendation/forward.html")]
struct ReadBack {
    page: Page,
    form: Form,
    slug: String,
    honour: String,
    version: i64,
    units: Vec<Placed<UnitScore>>,
    announced: bool,
}

impl ReadBack {
    fn formula(&self) -> String {
        words::version(&self.page, self.version)
    }

    fn group(&self, placed: &Placed<UnitScore>) -> String {
        words::group(&self.page, placed.what.group)
    }
}

pub(super) async fn propose_units(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["units", "honour", "signer", "position", "step"])?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::CommendationPropose).await?;
    let step = form.value("step").to_owned();
    let proposed = match (step.as_str(), asked(&edition, &form)) {
        ("change", _) => {
            return html(&StandingsPage::load(&mut house.read().await?, page, &viewer, &edition, form).await?);
        }
        (_, Err(halt)) => Err(halt),
        ("do", Ok(command)) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(propose(act, command.clone()))).await
        }
        (_, Ok(command)) => match read(&house, (&edition, &command), viewer.today).await {
            Ok((kept, units)) => return html(&read_back(page, &edition, &command, (form, kept.version, units))),
            Err(halt) => Err(halt),
        },
    };
    match proposed {
        Ok((id, _)) => Ok(redirect_with_flash(
            &house.site,
            &format!("/ky/{slug}/khen-thuong/de-nghi/{id}"),
            "commendation-proposed",
        )),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&StandingsPage::load(&mut house.read().await?, page, &viewer, &edition, form).await?)
        }
    }
}

async fn read(
    house: &House,
    (edition, command): (&Edition, &Propose),
    today: Date,
) -> Result<(Kept, Vec<Placed<UnitScore>>), Halt> {
    let mut db = house.read().await?;
    let kept = store::formula(&mut db, edition, today).await?;
    let units = weighed(&mut db, (edition, &kept), &command.units, today).await?;
    Ok((kept, units))
}

fn read_back(
    page: Page,
    edition: &Edition,
    command: &Propose,
    (form, version, units): (Form, i64, Vec<Placed<UnitScore>>),
) -> ReadBack {
    let label = page.t("commendation-standings");
    ReadBack {
        honour: words::honour(&page, command.honour),
        announced: edition.state.announced_at().is_some(),
        page: page.titled("commendation-propose").under(label, format!("/ky/{}/khen-thuong", edition.slug)),
        slug: edition.slug.to_string(),
        form,
        version,
        units,
    }
}

fn asked(edition: &Edition, form: &Form) -> Result<Propose, Halt> {
    let mut no = Refusals::new();
    let units: Result<Vec<UnitId>, _> = form.values("units").into_iter().map(str::parse).collect();
    let units = units.ok().filter(|units| !units.is_empty()).ok_or(CommendationRefusal::NoUnits);
    let units = no.keep("units", units);
    let honour = no.keep("honour", Honour::from_code(form.value("honour")).ok_or(CommendationRefusal::Honour));
    let signatory = signatory_in(form, &mut no);
    match (honour, units, signatory) {
        (Some(honour), Some(units), Some(signatory)) => Ok(Propose { edition: edition.id, honour, units, signatory }),
        _ => Err(no.halt()),
    }
}

/// The form with whoever signs for the agency most often.
pub(super) async fn signed_as_usual(db: &mut Conn, edition: &Edition, today: Date) -> Result<Form, Halt> {
    let usual = usual_signatory(db, &edition.book.rules().agency.name, today).await?;
    Ok(usual.map_or_else(Form::new, |usual| Form::new().with("signer", usual.name).with("position", usual.position)))
}

/// In what capacity says the agency's letterhead, or the register, where the draft is corrected.
pub(super) fn signatory_in(form: &Form, no: &mut Refusals) -> Option<Signatory> {
    let name = no.keep("signer", form.value("signer").parse::<PersonName>());
    let position = one_line(form.value("position"));
    let missing = ContentError::Missing { part: "position" };
    let position = no.keep("position", if position.is_empty() { Err(missing) } else { Ok(position) });
    Some(Signatory::own(name?, position?))
}
