//! Slips for people without e-mail, for the clerks who enter dossiers: an account with its first slip, and another for
//! whoever comes back. The slip is a sheet of paper; its code is shown nowhere else.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::Qr;
use hoithi_documents::forms::{Slip, Slips};
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::{NewBySlip, NewPassword, NewSlip, Refusals, SlipHolder, Viewer, phone_if_any, slip_holders};
use hoithi_rules::ids::AccountId;
use hoithi_rules::people::PersonName;
use hoithi_units::{choices, units_on};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, private};
use jiff::civil::Date;

use super::files::pdf_response;
use super::unit::{UnitChoices, unit_of};
use crate::operations::{open_with_slip, print_another};
use crate::rights::Person;

#[derive(Template)]
#[template(path = "entries/slips.html")]
struct SlipsPage {
    page: Page,
    form: Form,
    edition: Edition,
    units: UnitChoices,
    /// Whether a unit has to be named: its contact opens the door to nobody else's people.
    asks_unit: bool,
    holders: Vec<SlipHolder>,
    today: Date,
}

impl SlipsPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: &str) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_by_slug(&mut db, slug).await?.ok_or_else(Halt::not_found)?;
        let (person, place) = (Person::of(viewer), edition.place());
        let units = units_on(&mut db, viewer.today).await?.into_iter();
        let units: Vec<_> = units.filter(|unit| person.may_print_slips(place, Some(unit.id))).collect();
        let asks_unit = !person.may_print_slips(place, None);
        if units.is_empty() && asks_unit {
            return Err(Halt::not_found());
        }
        let mut holders = slip_holders(&mut db).await?;
        holders.retain(|holder| person.may_print_slips(place, holder.account.unit));
        let units = choices(&page, units);
        let page = page.titled("entries-slips");
        Ok(Self { page, form: Form::new(), edition, units, asks_unit, holders, today: viewer.today })
    }

    /// How the latest slip stands, with the tag's tone.
    fn state(&self, holder: &SlipHolder) -> (String, &'static str) {
        match holder.used_at {
            Some(at) => (self.page.t1("entries-slip-used", "at", self.page.instant(at)), "done"),
            None if self.today > holder.last_day => (self.page.t("entries-slip-over"), "stop"),
            None => (self.page.t1("entries-slip-until", "day", self.page.day(holder.last_day)), "doing"),
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&SlipsPage::load(&house, &viewer, page, &slug).await?)
}

pub(super) async fn open(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["name", "phone", "unit"])?;
    let mut shown = SlipsPage::load(&house, &viewer, page, &slug).await?;
    let edition = shown.edition.id;
    let made = match new_by_slip(&form).await {
        Ok(new) => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(open_with_slip(act, edition, new.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match made {
        Ok(slip) => print(&house, &shown.page, &shown.edition, &slip).await,
        Err(halt) => {
            form.keep_refusals(&shown.page, halt)?;
            shown.form = form;
            html(&shown)
        }
    }
}

/// Who is given an account, every fault at its field. The password that nobody is told is hashed before the act.
async fn new_by_slip(form: &Form) -> Result<NewBySlip, Halt> {
    let mut no = Refusals::new();
    let name = no.keep("name", form.value("name").parse::<PersonName>());
    let phone = no.keep("phone", phone_if_any(form.value("phone")));
    let unit = no.absorb(unit_of(form, "unit"))?;
    let (Some(name), Some(phone), Some(unit), true) = (name, phone, unit, no.is_empty()) else {
        return Err(no.halt());
    };
    let password = NewPassword::by_chance()?.hashed().await?;
    Ok(NewBySlip { name, phone, unit, password })
}

pub(super) async fn again(
    State(house): State<House>,
    Path((slug, account)): Path<(String, AccountId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    let mut db = house.read().await?;
    let edition = edition_by_slug(&mut db, &slug).await?.ok_or_else(Halt::not_found)?;
    drop(db);
    let (id, password) = (edition.id, NewPassword::by_chance()?.hashed().await?);
    let slip = house
        .acts
        .perform(viewer.actor(), move |act| Box::pin(print_another(act, id, account, password.clone())))
        .await?;
    print(&house, &page, &edition, &slip).await
}

/// The slip as a paper of half a sheet. It may be printed once: nobody keeps its code.
pub(super) async fn print(house: &House, page: &Page, edition: &Edition, slip: &NewSlip) -> Result<Response, Halt> {
    let door = format!("{}/dang-nhap/phieu", house.site.public_url);
    let phone = slip.account.contact.phone.as_str();
    let who = if phone.is_empty() {
        page.t1("entries-slip-type-name", "name", &slip.account.name)
    } else {
        let facts = [("name", slip.account.name.to_string()), ("phone", phone.to_owned())];
        page.tx("entries-slip-type-either", &facts)
    };
    let qr = Qr::new(&door).map_err(Halt::fault)?;
    let paper = Slips {
        watermark: house.site.watermark(),
        title: page.t("entries-slip-paper"),
        issuer: edition.book.rules().agency.name.clone(),
        to_label: page.t("entries-slip-of"),
        subject: edition.title(),
        steps: vec![page.t1("entries-slip-step-open", "address", &door), who, page.t("entries-slip-step-password")],
        code_label: page.t("entries-slip-code-label"),
        address: door.clone(),
        note: page.t1("entries-slip-note", "day", page.day(slip.last_day)),
        slips: vec![Slip { unit: slip.account.name.to_string(), code: slip.code.to_string(), qr }],
    };
    let bytes = house.printer.print_form(&paper).await.map_err(Halt::fault)?;
    Ok(private(pdf_response("phieu-dang-nhap", bytes, true)))
}
