//! Pages: the frame around them, forms in, refusals out, cookies, catalogues of texts.
//!
//! A room writes `async fn handler(State(house), page: Page, …) -> Result<Response, Halt>`. The
//! frame (who looks, where the contest stands, what the left column offers) is put together by
//! the binary and reaches every page through the request's extensions. A [`Halt`] that a handler
//! returns becomes a page, or problem+json under `/api/`, at one edge.
//!
//! No contest word enters here.

mod asked;
mod catalogue;
mod cookies;
mod csrf;
mod edge;
mod form;
mod frame;
mod halt_page;
mod house;
pub mod imports;
mod intake;
mod jobs;
mod network;
mod own_path;
mod page;
mod paging;
mod posted;
mod private;
mod resumable;
mod routes;
mod scanner;
mod show;
mod signs;
mod summary;
mod taken;
mod typed;
mod uploads;

use hoithi_store::{Migration, migrations};

pub use asked::Asked;
pub use catalogue::{Catalogue, Lang, Locale};
pub use cookies::{CookieShape, Cookies};
pub use csrf::{begin_visit_anew, without_cookies};
pub use edge::{
    Problem, ProblemRefusal, api_problem, html, redirect, redirect_with_flash, redirect_with_told_flash, secure,
    set_flash,
};
pub use form::{FieldError, Form};
pub use frame::{Crumb, Frame, NavGroup, NavItem, Person, Stop};
pub use hoithi_journal::{fold, lower_first, upper_first};
pub use house::{House, Site, SiteKey, WATERMARK};
pub use intake::LARGEST_OF_STRANGERS;
pub use jobs::{Finished, Job, Jobs, NewJob, Place, Progress, Stands};
pub use network::NetworkAddress;
pub use own_path::own_path;
pub use page::{Flash, Page, accepted};
pub use paging::{Asking, Paging};
pub use posted::{NotTaken, Posted, Upload};
pub use private::private;
pub use resumable::{
    FileSender, Landing, Whole, announced_type, begin_resumable, end_resumable, let_go_of, look_at_resumable,
    offered_resumable, sweep_resumable, take_piece, whole_files,
};
pub use routes::{Access, RouteRow, Routes, Visitor};
pub use scanner::{Scan, Scanner};
pub use show::{day, dictionary_order, instant, name_order, number};
pub use taken::{Body, Json, Path, Seen, Streamed, Taken};
pub use uploads::with_what_came;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = migrations!["202611240320_web_imports", "202611241100_web_resumable_uploads"];

/// The frame's own texts.
pub const LOCALE: Locale =
    Locale { room: "web", vi: include_str!("../locales/vi.ftl"), en: include_str!("../locales/en.ftl") };
