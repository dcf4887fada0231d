//! Routes that cannot be written without saying who may take them.

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::MethodRouter;
use hoithi_journal::{Denied, Halt};
use std::sync::Arc;

use crate::house::House;

/// Who may take a route. The operation behind it still decides about the thing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody.
    Public,
    /// Anybody who is signed in.
    SignedIn,
    /// Whoever holds a permission somewhere; its code.
    Permission(&'static str),
}

/// One line of the list of routes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteRow {
    /// `GET` or another.
    pub method: &'static str,
    /// The path with its `{places}`.
    pub path: &'static str,
    /// Who may take it.
    pub access: Access,
}

/// The visitor as the door sees them; put into the request by the room that knows people.
pub trait Visitor: Send + Sync {
    /// Whether somebody is signed in.
    fn is_signed_in(&self) -> bool;
    /// Whether they hold the permission for anything at all.
    fn holds(&self, permission: &str) -> bool;
}

/// The routes of a room.
#[derive(Default)]
pub struct Routes {
    rows: Vec<RouteRow>,
    router: Router<House>,
    house: Option<House>,
}

impl Routes {
    /// No routes yet. The house is needed by the guard of each.
    pub fn new(house: &House) -> Self {
        Self { rows: Vec::new(), router: Router::new(), house: Some(house.clone()) }
    }

    /// `GET`.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: 'static,
    {
        self.add("GET", path, access, axum::routing::get(handler))
    }

    /// `POST`.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: 'static,
    {
        self.add("POST", path, access, axum::routing::post(handler))
    }

    /// `PUT`.
    #[must_use]
    pub fn put<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: 'static,
    {
        self.add("PUT", path, access, axum::routing::put(handler))
    }

    fn add(mut self, method: &'static str, path: &'static str, access: Access, route: MethodRouter<House>) -> Self {
        let route = match &self.house {
            Some(house) if access != Access::Public => route.route_layer(from_fn_with_state((house.clone(), access), admit)),
            _ => route,
        };
        self.rows.push(RouteRow { method, path, access });
        self.router = self.router.route(path, route);
        self
    }

    /// Gives the routes so far something that only the binary can tell them; a handler takes it
    /// as `Extension<T>`.
    #[must_use]
    pub fn knowing<T: Clone + Send + Sync + 'static>(mut self, fact: T) -> Self {
        self.router = self.router.layer(axum::Extension(fact));
        self
    }

    /// Adds another room's routes.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.rows.extend(other.rows);
        self.router = self.router.merge(other.router);
        self
    }

    /// Every route with who may take it.
    pub fn rows(&self) -> &[RouteRow] {
        &self.rows
    }

    /// The routes, ready to be served inside the frame.
    pub fn into_router(self) -> Router<House> {
        self.router
    }
}

async fn admit(State((_, access)): State<(House, Access)>, request: Request, next: Next) -> Result<Response, Halt> {
    let visitor = request.extensions().get::<Arc<dyn Visitor>>();
    let (signed_in, holds) = match (visitor, access) {
        (Some(visitor), Access::Permission(code)) => (visitor.is_signed_in(), visitor.holds(code)),
        (Some(visitor), _) => (visitor.is_signed_in(), visitor.is_signed_in()),
        (None, _) => (false, false),
    };
    match (signed_in, holds) {
        (_, true) => Ok(next.run(request).await),
        (false, false) => Err(Halt::Denied(Denied::NotSignedIn)),
        (true, false) => Err(Halt::Denied(Denied::Forbidden)),
    }
}
