//! One account: its roles, where its owner works, its password, whether it is open.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_rules::day::parse_day;
use hoithi_rules::ids::{AccountId, GrantId};
use hoithi_rules::people::{Grant, Permission, Place, Reach, Role, Scope};
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::Timestamp;
use jiff::civil::Date;

use super::accounts::{LIST, address, workplace_from};
use crate::accounts::{Account, NewPassword};
use crate::operations::{close_account, end_grant, give_role, place_account, reopen_account, reset_password};
use crate::places::{KnownPlaces, Places};
use crate::refuse::Refusals;
use crate::seals::KnownSeals;
use crate::store;
use crate::viewer::Viewer;

#[derive(Template)]
#[template(path = "people/account.html")]
struct AccountPage {
    page: Page,
    form: Form,
    account: Account,
    closed_at: Option<Timestamp>,
    /// Whether the visitor may set its password anew, close it, open it again.
    may_keep: bool,
    /// Whether the visitor may write down where its owner works.
    may_place: bool,
    today: Date,
    grants: Vec<(GrantId, Grant)>,
    places: Places,
}

/// A role to choose.
struct RoleLine {
    code: &'static str,
    name: String,
    about: String,
}

/// Whose account, and who knows the names of the places.
type Which = (AccountId, Arc<dyn KnownPlaces>);

impl AccountPage {
    async fn load(db: &mut Conn, viewer: &Viewer, page: Page, (id, known): Which, form: Form) -> Result<Self, Halt> {
        let account = store::account(db, id).await?.ok_or_else(Halt::not_found)?;
        let grants = store::grant_lines(db, id).await?;
        let places = known.places(db, &page, viewer.today).await?;
        let closed_at = store::closed_at(db, id).await?;
        let own = viewer.account.as_ref().is_some_and(|own| own.id == id);
        let may_place = viewer.may(Permission::AccountKeep, Place::HOUSE);
        let may_keep = !own && may_place;
        let form = match account.unit {
            Some(unit) if form.given("workplace").is_none() => form.with("workplace", unit),
            _ => form,
        };
        let list = page.t("people-accounts");
        let page = page.under(list, LIST).named(account.name.to_string());
        Ok(Self { page, form, account, closed_at, may_keep, may_place, today: viewer.today, grants, places })
    }

    fn workplace(&self) -> String {
        match self.account.unit {
            Some(unit) => self.places.name(&self.page, Scope::Unit(unit)),
            None => self.page.t("people-workplace-unsaid"),
        }
    }

    /// Whether there is still something of the role to end.
    fn may_end(&self, grant: &Grant) -> bool {
        grant.to.is_none_or(|last| last >= self.today)
    }

    fn scope(&self, grant: &Grant) -> String {
        self.places.name(&self.page, grant.scope)
    }

    /// The roles of each reach: its word, then code, name and a line about each.
    fn roles(&self) -> Vec<(String, Vec<RoleLine>)> {
        let line = |role: &Role| RoleLine {
            code: role.code(),
            name: self.page.tcode("role-", role),
            about: self.page.tcode("role-about-", role),
        };
        let of = |reach: Reach| {
            Role::ALL.iter().filter(|role| **role != Role::Public && role.reach() == reach).map(line).collect()
        };
        [("house", Reach::House), ("edition", Reach::Edition), ("unit", Reach::Unit)]
            .map(|(code, reach)| (self.page.tcode("people-reach-", code), of(reach)))
            .into()
    }

    fn editions(&self) -> Vec<(String, String)> {
        self.places.editions.iter().map(|(id, title)| (id.to_string(), title.clone())).collect()
    }

    fn units(&self) -> Vec<(String, Vec<(String, String)>)> {
        self.places.unit_options()
    }

    fn dates(&self, grant: &Grant) -> String {
        let from = self.page.day(grant.from);
        match grant.to {
            Some(to) => format!("{from} – {}", self.page.day(to)),
            None => self.page.t1("people-from", "day", from),
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    Extension(known): Extension<Arc<dyn KnownPlaces>>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let form = Form::new().with("from", hoithi_web::day(viewer.today));
    html(&AccountPage::load(&mut house.read().await?, &viewer, page, (id, known), form).await?)
}

pub(super) async fn give(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    Extension(known): Extension<Arc<dyn KnownPlaces>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["role", "edition", "unit", "from", "to", "deputy"])?;
    let places = known.places(&mut house.read().await?, &page, viewer.today).await?;
    let given = match grant_from(&form, &places) {
        Ok(grant) => house.acts.perform(viewer.actor(), move |act| Box::pin(give_role(act, id, grant))).await,
        Err(halt) => Err(halt),
    };
    match given {
        Ok(_) => Ok(redirect_with_flash(&house.site, &address(id), "people-role-given")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&AccountPage::load(&mut house.read().await?, &viewer, page, (id, known), form).await?)
        }
    }
}

fn grant_from(form: &Form, places: &Places) -> Result<Grant, Halt> {
    let mut no = Refusals::new();
    let role = Role::from_code(form.value("role")).filter(|role| *role != Role::Public);
    if role.is_none() {
        no.add("people.role_unknown", "role", "choose a role");
    }
    let scope = role.and_then(|role| scope_from(role, form, places, &mut no));
    let from = parse_day(form.value("from"));
    match (from, form.given("from")) {
        (Some(_), _) => {}
        (None, Some(_)) => no.add("people.day_malformed", "from", "this is no day"),
        (None, None) => no.add("people.first_day_missing", "from", "the first day is missing"),
    }
    let to = form.given("to").map(parse_day);
    if to == Some(None) {
        no.add("people.day_malformed", "to", "this is no day");
    }
    if from.zip(to.flatten()).is_some_and(|(from, to)| to < from) {
        no.add("people.days_reversed", "to", "the last day comes before the first");
    }
    let (Some(role), Some(scope), Some(from), true) = (role, scope, from, no.is_empty()) else {
        return Err(no.halt());
    };
    Ok(Grant { role, scope, from, to: to.flatten(), deputy: form.checked("deputy", "co") })
}

/// Where the role holds follows from the role; only which edition or unit is to be said. A unit's
/// own contest has a leader of its own: roles of the house may be given for one edition alone.
fn scope_from(role: Role, form: &Form, places: &Places, no: &mut Refusals) -> Option<Scope> {
    let reach = match role.reach() {
        Reach::House if role.may_serve_one_edition() && form.given("edition").is_some() => Reach::Edition,
        reach => reach,
    };
    match reach {
        Reach::House => Some(Scope::Whole),
        Reach::Edition => {
            let edition = places.edition(form.value("edition"));
            if edition.is_none() {
                no.add("people.edition_unknown", "edition", "choose the edition");
            }
            edition.map(Scope::Edition)
        }
        Reach::Unit => {
            let unit = places.unit(form.value("unit"));
            if unit.is_none() {
                no.add("people.unit_unknown", "unit", "choose the unit");
            }
            unit.map(Scope::Unit)
        }
    }
}

pub(super) async fn end(
    State(house): State<House>,
    Path((account, grant)): Path<(AccountId, GrantId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(end_grant(act, grant))).await?;
    Ok(redirect_with_flash(&house.site, &address(account), "people-role-ended"))
}

#[derive(Template)]
#[template(path = "people/password_reset.html")]
struct ResetPage {
    page: Page,
    account: Account,
    password: String,
}

/// The new password is told on this one page and nowhere again.
pub(super) async fn reset(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    Extension(seals): Extension<Arc<dyn KnownSeals>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    viewer.allowed(Permission::AccountKeep, Place::HOUSE)?;
    let account = store::account(&mut house.read().await?, id).await?.ok_or_else(Halt::not_found)?;
    let new = NewPassword::by_chance()?;
    let password = new.as_str().to_owned();
    let hashed = new.hashed().await?;
    house
        .acts
        .perform(viewer.actor(), move |act| {
            let (hashed, seals) = (hashed.clone(), Arc::clone(&seals));
            Box::pin(async move { reset_password(act, id, hashed, seals.as_ref()).await })
        })
        .await?;
    let list = page.t("people-accounts");
    let page = page.under(list, LIST).under(account.name.to_string(), address(id));
    html(&ResetPage { page: page.titled("people-password-reset"), account, password })
}

pub(super) async fn close(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(close_account(act, id))).await?;
    Ok(redirect_with_flash(&house.site, &address(id), "people-account-closed"))
}

pub(super) async fn reopen(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&[])?;
    house.acts.perform(viewer.actor(), move |act| Box::pin(reopen_account(act, id))).await?;
    Ok(redirect_with_flash(&house.site, &address(id), "people-account-reopened"))
}

pub(super) async fn place(
    State(house): State<House>,
    Path(id): Path<AccountId>,
    Extension(known): Extension<Arc<dyn KnownPlaces>>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["workplace"])?;
    let places = known.places(&mut house.read().await?, &page, viewer.today).await?;
    let mut no = Refusals::new();
    let unit = workplace_from(&form, &places, &mut no);
    let placed = match no.done() {
        Ok(()) => house.acts.perform(viewer.actor(), move |act| Box::pin(place_account(act, id, unit))).await,
        Err(halt) => Err(halt),
    };
    match placed {
        Ok(()) => Ok(redirect_with_flash(&house.site, &address(id), "people-account-placed")),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&AccountPage::load(&mut house.read().await?, &viewer, page, (id, known), form).await?)
        }
    }
}
