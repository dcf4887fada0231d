//! The switch between Vietnamese and English.

use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_web::{CookieShape, House, Lang, Posted, own_path, redirect};

const A_YEAR: i64 = 365 * 24 * 3600;

pub(super) async fn choose(State(house): State<House>, posted: Posted) -> Result<Response, Halt> {
    posted.form.only(&["ve", "ngon_ngu"])?;
    let lang = Lang::of(posted.form.value("ngon_ngu")).unwrap_or_default();
    let mut response = redirect(own_path(posted.form.value("ve")).unwrap_or("/"));
    CookieShape::Seconds(A_YEAR).set(response.headers_mut(), &house.site, "lang", lang.code());
    Ok(response)
}
