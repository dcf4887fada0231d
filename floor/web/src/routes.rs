//! Routes that cannot be written without saying who may take them.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::MethodRouter;
use hoithi_journal::{Denied, Halt};
use std::sync::Arc;

use crate::house::House;
use crate::intake::{Intake, LARGEST_OF_STRANGERS};
use crate::posted::typed_in;
use crate::taken::Taken;
use crate::typed::Typed;

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
    /// Whether it takes files.
    pub files: bool,
    /// Whether a stranger may send them: few and small ones, up to [`LARGEST_OF_STRANGERS`] in all. Every
    /// other route that takes files is for people who signed in.
    pub few: bool,
}

/// The visitor as the door sees them; put into the request by the room that knows people.
pub trait Visitor: Send + Sync {
    /// Whether somebody is signed in.
    fn is_signed_in(&self) -> bool;
    /// Whether they hold the permission for anything at all.
    fn holds(&self, permission: &str) -> bool;
}

/// By this a file is sent in pieces.
const PATCH: &str = "PATCH";

/// The routes of a room.
#[derive(Default)]
pub struct Routes(Vec<(RouteRow, MethodRouter<House>)>);

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// `GET`.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(row("GET", path, access), unless_asked::<T>(axum::routing::get(handler)))
    }

    /// `POST`.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(row("POST", path, access), unless_asked::<T>(axum::routing::post(handler)))
    }

    /// `POST` of a form with files.
    #[must_use]
    pub fn post_files<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(with_files(row("POST", path, access)), unless_asked::<T>(axum::routing::post(handler)))
    }

    /// `POST` of a form with few and small files by somebody who did not sign in. Its handler asks for the
    /// key that the address carries before it takes the form.
    #[must_use]
    pub fn post_few_files<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        let few = RouteRow { few: true, ..with_files(row("POST", path, Access::Public)) };
        self.add(few, unless_asked::<T>(axum::routing::post(handler)))
    }

    /// `PUT`.
    #[must_use]
    pub fn put<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(row("PUT", path, access), unless_asked::<T>(axum::routing::put(handler)))
    }

    /// `PUT` of a file.
    #[must_use]
    pub fn put_file<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(with_files(row("PUT", path, access)), unless_asked::<T>(axum::routing::put(handler)))
    }

    /// `DELETE`.
    #[must_use]
    pub fn delete<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(row("DELETE", path, access), unless_asked::<T>(axum::routing::delete(handler)))
    }

    /// `HEAD` alone: how a thing stands, without the thing.
    #[must_use]
    pub fn head<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(row("HEAD", path, access), unless_asked::<T>(axum::routing::head(handler)))
    }

    /// `OPTIONS`: what can be done at an address.
    #[must_use]
    pub fn options<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(row("OPTIONS", path, access), unless_asked::<T>(axum::routing::options(handler)))
    }

    /// `PATCH` of a file by its next piece, which goes to the disk while it comes.
    #[must_use]
    pub fn patch_file<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: axum::handler::Handler<T, House>,
        T: Taken + 'static,
    {
        self.add(with_files(row(PATCH, path, access)), unless_asked::<T>(axum::routing::patch(handler)))
    }

    fn add(mut self, row: RouteRow, route: MethodRouter<House>) -> Self {
        self.0.push((row, route));
        self
    }

    /// Adds another room's routes.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Every route with who may take it.
    pub fn rows(&self) -> impl Iterator<Item = &RouteRow> {
        self.0.iter().map(|(row, _)| row)
    }

    /// The routes, each behind its access, ready to be served inside the frame.
    pub fn into_router(self, largest_upload: usize) -> Router<House> {
        let (words, files) = (Intake::of_words(), Intake::of_files(largest_upload));
        let pieces = Intake::of_pieces(largest_upload);
        // Places of their own, so that strangers never keep an officer waiting.
        let few = Intake::of_files(largest_upload.min(LARGEST_OF_STRANGERS));
        self.0.into_iter().fold(Router::new(), |router, (row, route)| {
            let intake = match (row.files, row.few) {
                (false, _) => &words,
                (true, _) if row.method == PATCH => &pieces,
                (true, false) => &files,
                (true, true) => &few,
            };
            let route = intake.before(route);
            let route = match row.access {
                Access::Public if row.few || !row.files => route,
                Access::Public => route.route_layer(from_fn_with_state(Access::SignedIn, admit)),
                access => route.route_layer(from_fn_with_state(access, admit)),
            };
            router.route(row.path, route)
        })
    }
}

fn row(method: &'static str, path: &'static str, access: Access) -> RouteRow {
    RouteRow { method, path, access, files: false, few: false }
}

fn with_files(row: RouteRow) -> RouteRow {
    RouteRow { files: true, ..row }
}

/// A handler that reads no parameters of its address is not asked any.
fn unless_asked<T: Taken>(route: MethodRouter<House>) -> MethodRouter<House> {
    if T::READS_PARAMETERS { route } else { route.route_layer(from_fn(without_parameters)) }
}

async fn without_parameters(request: Request, next: Next) -> Result<Response, Halt> {
    match request.uri().query().filter(|query| !query.is_empty()) {
        Some(query) => Err(Halt::refused(
            "web.unknown_parameter",
            query.split(['=', '&']).next(),
            "this address takes no parameters",
        )),
        None => Ok(next.run(request).await),
    }
}

/// Decided before anything of a body is read. Whoever typed a form and is turned away sees it again.
async fn admit(State(access): State<Access>, request: Request, next: Next) -> Response {
    let visitor = request.extensions().get::<Arc<dyn Visitor>>();
    let (signed_in, holds) = match (visitor, access) {
        (Some(visitor), Access::Permission(code)) => (visitor.is_signed_in(), visitor.holds(code)),
        (Some(visitor), _) => (visitor.is_signed_in(), visitor.is_signed_in()),
        (None, _) => (false, false),
    };
    match (signed_in, holds) {
        (_, true) => next.run(request).await,
        (false, false) => turned_away(Denied::NotSignedIn, request).await,
        (true, false) => turned_away(Denied::Forbidden, request).await,
    }
}

async fn turned_away(denied: Denied, request: Request) -> Response {
    let is_form = request.method() == Method::POST && !request.uri().path().starts_with("/api/");
    let typed = if is_form { typed_in(request).await } else { Typed::default() };
    typed.beside(Halt::Denied(denied))
}
