//! The register as a list.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::DocumentKind;
use hoithi_rules::edition::Basis;
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, html};

use crate::document::DocumentCard;
use crate::folder::{Folder, folder};
use crate::store::{self, Filter};

const A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "correspondence/list.html")]
struct ListPage {
    page: Page,
    form: Form,
    folder: Folder,
    documents: Vec<DocumentCard>,
    kinds: Vec<(String, String)>,
    may_register: bool,
    cited: Vec<Cited>,
    place: String,
    previous: String,
    next: String,
}

/// A document that the rule book rests on and the register does not have.
struct Cited {
    title: String,
    about: String,
    address: String,
}

async fn not_there_yet(db: &mut Conn, folder: &Folder, page: &Page) -> Result<Vec<Cited>, Halt> {
    let kept = store::documents_of(db, folder.edition).await?;
    let mut missing = Vec::new();
    for (place, basis) in bases_of_the_book(db, folder).await?.into_iter().enumerate() {
        if is_among(&kept, &basis) || store::of_number(db, &basis.issuer, &basis.document).await?.is_some() {
            continue;
        }
        let (number, day) = (basis.document.to_string(), page.day(basis.issued));
        let facts = [("kind", basis.kind), ("number", number), ("day", day), ("issuer", basis.issuer)];
        missing.push(Cited {
            title: page.tx("correspondence-cited-line", &facts),
            about: basis.about,
            address: format!("{}/vao-so?can-cu={}", folder.address(), place + 1),
        });
    }
    Ok(missing)
}

/// What the edition's rule book rests on, in its order.
pub(super) async fn bases_of_the_book(db: &mut Conn, folder: &Folder) -> Result<Vec<Basis>, Halt> {
    let edition = hoithi_edition::edition(db, folder.edition).await?.ok_or_else(Halt::not_found)?;
    Ok(edition.book.rules().bases.clone())
}

/// By number and day, whoever issued it by the name that stands there.
fn is_among(kept: &[DocumentCard], basis: &Basis) -> bool {
    let mut signed = kept.iter().filter_map(|card| card.signed.as_ref());
    signed.any(|(number, day)| (number, day) == (&basis.document, &basis.issued))
}

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["loai", "tim", "trang"])?;
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRead).await?;
    let kind = form.choice("loai", |code| code.parse::<DocumentKind>().ok())?;
    let filter = Filter {
        kind: kind.map(|kind| kind.code()).unwrap_or_default(),
        words: form.value("tim").to_owned(),
        only_public: false,
    };
    let number = form.value("trang").parse::<usize>().unwrap_or(1).clamp(1, 1_000);
    let skip = (number - 1) * A_PAGE;
    let count = store::count(&mut db, folder.edition, &filter).await?;
    let most = i64::try_from(A_PAGE).map_err(Halt::fault)?;
    let documents =
        store::page_of(&mut db, folder.edition, &filter, most, i64::try_from(skip).map_err(Halt::fault)?).await?;
    let last = skip + documents.len();
    let facts = [("first", (skip + 1).to_string()), ("last", last.to_string()), ("count", count.to_string())];
    let may_register = viewer.may(Permission::DocumentRegister, folder.place_of_rights());
    html(&ListPage {
        place: page.tx("correspondence-place", &facts),
        previous: if number > 1 { link(&form, number - 1) } else { String::new() },
        next: if last < count { link(&form, number + 1) } else { String::new() },
        kinds: super::fields::kinds(),
        cited: if may_register { not_there_yet(&mut db, &folder, &page).await? } else { Vec::new() },
        may_register,
        page: page.titled("correspondence-register"),
        form,
        folder,
        documents,
    })
}

fn link(form: &Form, number: usize) -> String {
    let pairs = [("loai", form.value("loai")), ("tim", form.value("tim")), ("trang", &number.to_string())]
        .map(|(key, value)| (key, value.to_owned()));
    let query: Vec<_> = pairs
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key}={}", escaped(&value)))
        .collect();
    format!("?{}", query.join("&"))
}

/// For an address: everything but letters, digits and hyphens by its bytes.
fn escaped(text: &str) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            out.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
