//! *Đổi đầu mối*: somebody else answers for a unit from now on, or whoever answered for a unit that has
//! ended answers for its successor.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::{Account, Contact, Login, LoginError, NewAccount, NewPassword, Refusals, Viewer, account_by_login};
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::{Permission, PersonName, Place};
use hoithi_store::Conn;
use hoithi_units::{Unit, successors};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use crate::operations::{MoveContact, NewContact, ReplaceContact, move_contact, people_of_unit, replace_contact};
use crate::refusal::CampaignRefusal;

#[derive(Template)]
#[template(path = "campaign/contact.html")]
struct ContactPage {
    page: Page,
    form: Form,
    unit: Unit,
    people: Vec<Account>,
    olds: Vec<(String, String)>,
    successors: Vec<(String, String)>,
    has_ended: bool,
    /// Name, login and first password of whoever was let in now: told once.
    let_in: Option<(String, String, String)>,
}

impl ContactPage {
    async fn load(
        db: &mut Conn,
        (page, viewer): (Page, &Viewer),
        id: UnitId,
        form: Form,
        let_in: Option<(String, String, String)>,
    ) -> Result<Self, Halt> {
        viewer.allowed(Permission::RoleGrant, Place::HOUSE)?;
        let unit = hoithi_units::unit(db, id).await?.ok_or_else(Halt::not_found)?;
        let people = people_of_unit(db, id, viewer.today).await?;
        let option = |person: &Account| (person.id.to_string(), format!("{} ({})", person.name, person.login));
        let after = successors(db, id).await?;
        let has_ended = unit.valid_to.is_some_and(|last| last < viewer.today);
        let form = if form.given("how").is_none() { form.with("how", "new") } else { form };
        let label = unit.name.clone();
        Ok(Self {
            olds: people.iter().map(option).collect(),
            successors: after.into_iter().map(|link| (link.unit.id.to_string(), link.unit.name)).collect(),
            page: page.titled("campaign-contact-change").under(label, format!("/don-vi-hanh-chinh/{id}")),
            form,
            unit,
            people,
            has_ended,
            let_in,
        })
    }

    fn here(&self) -> String {
        format!("/don-vi-hanh-chinh/{}/dau-moi", self.unit.id)
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&ContactPage::load(&mut house.read().await?, (page, &viewer), id, Form::new(), None).await?)
}

pub(super) async fn replace(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["old", "how", "known", "name", "login", "email", "phone"])?;
    viewer.allowed(Permission::RoleGrant, Place::HOUSE)?;
    let replaced = match read(&house, &form, id).await {
        Ok((command, told)) => {
            let done =
                house.acts.perform(viewer.actor(), move |act| Box::pin(replace_contact(act, command.clone()))).await;
            done.map(|_| told)
        }
        Err(halt) => Err(halt),
    };
    match replaced {
        Ok(Some(told)) => {
            let mut db = house.read().await?;
            html(&ContactPage::load(&mut db, (page, &viewer), id, Form::new(), Some(told)).await?)
        }
        Ok(None) => Ok(redirect_with_flash(
            &house.site,
            &format!("/don-vi-hanh-chinh/{id}/dau-moi"),
            "campaign-contact-replaced",
        )),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ContactPage::load(&mut house.read().await?, (page, &viewer), id, form, None).await?)
        }
    }
}

type Told = Option<(String, String, String)>;

/// Who leaves and who comes; a new account's first password is made by chance.
async fn read(house: &House, form: &Form, unit: UnitId) -> Result<(ReplaceContact, Told), Halt> {
    let mut no = Refusals::new();
    let old: Option<AccountId> = no.keep("old", form.value("old").parse().map_err(|_| CampaignRefusal::NoContact));
    if form.value("how") == "known" {
        let known = account_by_login(&mut house.read().await?, form.value("known")).await?;
        let missing = LoginError::NoAccount { login: form.value("known").to_owned() };
        let known = no.keep("known", known.ok_or(missing));
        return match (old, known) {
            (Some(old), Some(known)) => Ok((ReplaceContact { unit, old, new: NewContact::Known(known.id) }, None)),
            _ => Err(no.halt()),
        };
    }
    let name = no.keep("name", form.value("name").parse::<PersonName>());
    let login = no.keep("login", form.value("login").parse::<Login>());
    let contact = match Contact::parse(form.value("email"), form.value("phone")) {
        Err(LoginError::Phone) => no.keep("phone", Err(LoginError::Phone)),
        other => no.keep("email", other),
    };
    let (Some(old), Some(name), Some(login), Some(contact)) = (old, name, login, contact) else {
        return Err(no.halt());
    };
    let password = NewPassword::by_chance()?;
    let told = (name.to_string(), login.as_str().to_owned(), password.as_str().to_owned());
    let password = password.hashed().await?;
    let new = NewAccount { login, name, contact, unit: Some(unit), password, password_is_given: true };
    Ok((ReplaceContact { unit, old, new: NewContact::New(Box::new(new)) }, Some(told)))
}

pub(super) async fn pass_on(
    State(house): State<House>,
    Path(id): Path<UnitId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["account", "to"])?;
    viewer.allowed(Permission::RoleGrant, Place::HOUSE)?;
    let mut no = Refusals::new();
    let account = no.keep("account", form.value("account").parse().map_err(|_| CampaignRefusal::NoContact));
    let to = no.keep("to", form.value("to").parse().map_err(|_| CampaignRefusal::NoSuccessor));
    let moved = match (account, to) {
        (Some(account), Some(to)) => {
            let command = MoveContact { account, from: id, to };
            house.acts.perform(viewer.actor(), move |act| Box::pin(move_contact(act, command))).await
        }
        _ => Err(no.halt()),
    };
    match moved {
        Ok(()) => {
            let here = format!("/don-vi-hanh-chinh/{id}/dau-moi");
            Ok(redirect_with_flash(&house.site, &here, "campaign-contact-moved"))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&ContactPage::load(&mut house.read().await?, (page, &viewer), id, form, None).await?)
        }
    }
}
