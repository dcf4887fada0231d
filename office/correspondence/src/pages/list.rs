//! The register as a list.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::correspondence::{DocumentKind, Stage};
use hoithi_rules::edition::Basis;
use hoithi_rules::ids::{DocumentId, EditionId};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Asked, Form, House, Page, Path, html};

use super::life::tone;
use crate::book::{Register, years};
use crate::corrections::KnownUses;
use crate::document::DocumentCard;
use crate::endings::ended_word;
use crate::folder::{Folder, folder};
use crate::incoming::came_in;
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
    stages: Vec<(String, String)>,
    may_register: bool,
    cited: Vec<Cited>,
    /// Those that were called back.
    recalled: BTreeSet<DocumentId>,
    /// Those that came to the agency.
    came: BTreeSet<DocumentId>,
    /// The years whose register can be printed.
    years: Vec<i64>,
    /// The same of what came.
    incoming: Vec<i64>,
    place: String,
    previous: String,
    next: String,
}

impl ListPage {
    fn stage(&self, card: &DocumentCard) -> String {
        if self.came.contains(&card.id) {
            return self.page.t("correspondence-stage-came");
        }
        self.page.tcode("correspondence-stage-", card.stage.code())
    }

    #[expect(clippy::unused_self, reason = "a template calls what belongs to itself")]
    fn tone(&self, card: &DocumentCard) -> &'static str {
        tone(card.stage)
    }

    /// Whether the list is narrowed, so that nothing in it says nothing of the register.
    fn is_searched(&self) -> bool {
        ["tim", "loai", "tinh-trang"].iter().any(|field| self.form.given(field).is_some())
    }

    fn was_recalled(&self, card: &DocumentCard) -> bool {
        self.recalled.contains(&card.id)
    }

    fn ended(&self, card: &DocumentCard) -> Option<String> {
        ended_word(&self.page, card)
    }
}

/// A document that the rule book rests on and the register does not have.
struct Cited {
    title: String,
    about: String,
    address: String,
}

async fn not_there_yet(db: &mut Conn, folder: &Folder, page: &Page) -> Result<Vec<Cited>, Halt> {
    let mut missing = Vec::new();
    for (place, basis) in bases_of_the_book(db, folder).await?.into_iter().enumerate() {
        let here = store::numbered_in(db, folder.edition, (&basis.document, basis.issued)).await?;
        if here.is_some() || store::of_number(db, &basis.issuer, &basis.document).await?.is_some() {
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

pub(super) async fn list(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    Extension(uses): Extension<Arc<dyn KnownUses>>,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["loai", "tim", "tinh-trang", "trang"])?;
    let mut db = house.read().await?;
    let folder = folder(&mut db, &viewer, &slug, Permission::DocumentRead).await?;
    let kind = form.choice("loai", |code| code.parse::<DocumentKind>().ok())?;
    let stage = form.choice("tinh-trang", Stage::from_code)?;
    let filter = Filter {
        kind: kind.map(|kind| kind.code()).unwrap_or_default(),
        words: form.value("tim").to_owned(),
        only_public: false,
        stage,
        sent: uses.sent_of(&mut db, folder.edition).await?,
    };
    let number = form.value("trang").parse::<usize>().unwrap_or(1).clamp(1, 1_000);
    let skip = (number - 1) * A_PAGE;
    let (count, documents) = cards(&mut db, folder.edition, &filter, skip).await?;
    let last = skip + documents.len();
    let facts = [("first", (skip + 1).to_string()), ("last", last.to_string()), ("count", count.to_string())];
    let may_register = viewer.may(Permission::DocumentRegister, folder.place_of_rights());
    html(&ListPage {
        years: years(&mut db, &folder, Register::Issued).await?,
        incoming: years(&mut db, &folder, Register::Came).await?,
        place: page.tx("correspondence-place", &facts),
        previous: if number > 1 { link(&form, number - 1) } else { String::new() },
        next: if last < count { link(&form, number + 1) } else { String::new() },
        stages: Stage::ALL
            .map(|stage| (stage.code().to_owned(), page.tcode("correspondence-stage-", stage.code())))
            .to_vec(),
        kinds: super::fields::kinds(),
        cited: if may_register { not_there_yet(&mut db, &folder, &page).await? } else { Vec::new() },
        may_register,
        came: came_in(&mut db, folder.edition).await?,
        recalled: uses.recalled_of(&mut db, folder.edition).await?,
        page: page.titled("correspondence-register"),
        form,
        folder,
        documents,
    })
}

/// A page of the list, and how many fit in all. What went out is the campaign's to say.
async fn cards(
    db: &mut Conn,
    edition: EditionId,
    filter: &Filter,
    skip: usize,
) -> Result<(usize, Vec<DocumentCard>), Halt> {
    let (most, from) = (i64::try_from(A_PAGE).map_err(Halt::fault)?, i64::try_from(skip).map_err(Halt::fault)?);
    let mut cards = store::page_of(db, edition, filter, most, from).await?;
    for card in &mut cards {
        if filter.sent.contains(&card.id) {
            card.stage = Stage::Sent;
        }
    }
    Ok((store::count(db, edition, filter).await?, cards))
}

fn link(form: &Form, number: usize) -> String {
    let asked = ["loai", "tim", "tinh-trang"].map(|key| (key, form.value(key).to_owned()));
    let pairs = asked.into_iter().chain([("trang", number.to_string())]);
    let query: Vec<_> =
        pairs.filter(|(_, value)| !value.is_empty()).map(|(key, value)| format!("{key}={}", escaped(&value))).collect();
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
