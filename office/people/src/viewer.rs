//! Who looks: put into every request before a handler sees it.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use hoithi_journal::{Actor, Denied, Door, Halt};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::people::{Grant, Permission, Place, Role, authorize};
use hoithi_web::{Cookies, House, Taken, Visitor, api_problem, redirect};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::accounts::Account;
use crate::{sessions, store};

/// The visitor of a request with the grants that hold today.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Who, if anybody signed in.
    pub account: Option<Account>,
    /// Their grants that hold today.
    pub grants: Vec<Grant>,
    /// Today, by the contest's clock.
    pub today: Date,
    /// Now, by the same clock.
    pub now: Timestamp,
    /// Through which door.
    pub door: Door,
    /// Whether somebody else chose their password: until they choose one, nothing else is theirs.
    pub password_is_given: bool,
    /// Whether they came by a slip and chose no password since.
    pub(crate) by_slip: bool,
    pub(crate) token: Option<String>,
}

impl Viewer {
    /// Whether they may do this there. Operations ask again, inside their act.
    pub fn may(&self, permission: Permission, place: Place) -> bool {
        authorize(&self.grants, permission, place, self.today, None).is_ok()
    }

    /// Whether they may do this to anything at all.
    pub fn may_somewhere(&self, permission: Permission) -> bool {
        Role::Public.may(permission)
            || self
                .grants
                .iter()
                .any(|grant| grant.role.may(permission) || grant.role.may_record_from_paper(permission))
    }

    /// The actor of the acts of this request.
    pub fn actor(&self) -> Actor {
        match &self.account {
            Some(account) => Actor::account(account.id.uuid(), self.door),
            None => Actor::nobody(self.door),
        }
    }

    /// Goes on only when somebody is signed in.
    pub fn signed_in(&self) -> Result<&Account, Halt> {
        self.account.as_ref().ok_or(Halt::Denied(Denied::NotSignedIn))
    }

    /// Goes on only where they may.
    pub fn allowed(&self, permission: Permission, place: Place) -> Result<(), Halt> {
        match (self.may(permission, place), &self.account) {
            (true, _) => Ok(()),
            (false, Some(_)) => Err(Halt::Denied(Denied::Forbidden)),
            (false, None) => Err(Halt::Denied(Denied::NotSignedIn)),
        }
    }
}

impl Visitor for Viewer {
    fn is_signed_in(&self) -> bool {
        self.account.is_some()
    }

    fn holds(&self, permission: &str) -> bool {
        Permission::from_code(permission).is_some_and(|permission| self.may_somewhere(permission))
    }
}

impl Taken for Viewer {}

impl FromRequestParts<House> for Viewer {
    type Rejection = Halt;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Halt> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Halt::fault("the visitor's layer is missing"))
    }
}

/// The layer that finds out who looks, by the session's cookie or the API's bearer token.
pub async fn visit(State(house): State<House>, request: Request, next: Next) -> Result<Response, Halt> {
    let (mut parts, body) = request.into_parts();
    let viewer = viewer_of(&house, &parts).await?;
    if viewer.password_is_given && !OPEN_BEFORE_CHOOSING.contains(&parts.uri.path()) {
        return Ok(choose_a_password_first(viewer.door));
    }
    parts.extensions.insert::<Arc<dyn Visitor>>(Arc::new(viewer.clone()));
    parts.extensions.insert(viewer);
    Ok(next.run(Request::from_parts(parts, body)).await)
}

/// Where a password is chosen.
pub(crate) const CHANGE_PASSWORD: &str = "/doi-mat-khau";

/// What is open to somebody who has not chosen a password yet: the door stays one, for the next
/// person at the same screen.
const OPEN_BEFORE_CHOOSING: &[&str] = &[CHANGE_PASSWORD, "/dang-nhap", "/dang-xuat", "/ngon-ngu"];

fn choose_a_password_first(door: Door) -> Response {
    match door {
        Door::Api => {
            api_problem(&Halt::refused("people.password_given", None, "choose a password of your own first"), None)
        }
        _ => redirect(CHANGE_PASSWORD),
    }
}

async fn viewer_of(house: &House, parts: &Parts) -> Result<Viewer, Halt> {
    let api = parts.uri.path().starts_with("/api/");
    let bearer = || {
        let value = parts.headers.get(AUTHORIZATION)?.to_str().ok()?;
        value.strip_prefix("Bearer ").map(str::to_owned)
    };
    let token = Cookies::of(parts, house).get("session").or_else(|| api.then(bearer).flatten());
    let now = house.clock().now();
    let today = day_in_vietnam(now);
    let door = if api { Door::Api } else { Door::Page };
    let nobody =
        Viewer { account: None, grants: Vec::new(), today, now, door, password_is_given: false, by_slip: false, token };
    let Some(token) = nobody.token.clone() else { return Ok(nobody) };
    let mut db = house.read().await?;
    let Some(visit) = sessions::visit_of(&mut db, &token).await? else { return Ok(nobody) };
    let mut grants = store::grants(&mut db, visit.account.id.uuid()).await?;
    grants.retain(|grant| grant.active_on(today));
    let (password_is_given, by_slip) = (visit.password_is_given, visit.by_slip);
    Ok(Viewer { account: Some(visit.account), grants, password_is_given, by_slip, ..nobody })
}
