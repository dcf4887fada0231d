//! Every file that was ever given for a part: who gave it, when, what it was made of. What was received stays
//! readable for whoever may read the dossier; what never was, for its writer and its authors.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::PartContent;
use hoithi_rules::ids::{AccountId, EntryId, FileId, LinkId};
use hoithi_store::Conn;
use hoithi_web::{Asked, House, Page, Path, html};

use super::files::pdf_response;
use super::players::video_response;
use super::sheet::Sheet;
use crate::store::{self, PartFile};
use crate::words::megabytes;

#[derive(Template)]
#[template(path = "entries/versions.html")]
struct VersionsPage {
    page: Page,
    part: String,
    here: String,
    files: Vec<PartFile>,
    /// The one that stands in the dossier.
    current: Option<FileId>,
    people: BTreeMap<AccountId, String>,
}

impl VersionsPage {
    fn who(&self, file: &PartFile) -> &str {
        file.given_by.and_then(|by| self.people.get(&by)).map_or("", String::as_str)
    }

    fn size(&self, file: &PartFile) -> String {
        let size = megabytes(file.bytes);
        if file.photographs == 0 {
            return size;
        }
        format!("{size} · {}", self.page.t1("entries-version-photographs", "count", file.photographs))
    }

    fn is_current(&self, file: &PartFile) -> bool {
        self.current == Some(file.id)
    }
}

pub(super) async fn list(
    State(house): State<House>,
    Path((id, part)): Path<(EntryId, String)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let (sheet, code) = open(&house, &viewer, page, (id, &part)).await?;
    let mut db = house.read().await?;
    let files = readable(&mut db, &sheet, &viewer, &code).await?;
    if files.is_empty() {
        return Err(Halt::not_found());
    }
    let known = sheet.edition.book.rules().dossier_part(code.as_str());
    let part = known.map_or_else(|| code.to_string(), |part| part.name.clone());
    let current = match sheet.kept.part(&code) {
        Some(PartContent::File(file)) => Some(file.id),
        _ => None,
    };
    let (people, title) = (givers(&mut db, &files).await?, sheet.title());
    let page = sheet.under_list().under(title, format!("/ho-so/{id}")).titled("entries-versions");
    html(&VersionsPage { page, part, here: format!("/ho-so/{id}/tep/{code}/cac-ban"), files, current, people })
}

pub(super) async fn send(
    State(house): State<House>,
    Path((id, part, file)): Path<(EntryId, String, FileId)>,
    viewer: Viewer,
    page: Page,
    headers: HeaderMap,
    asked: Asked,
) -> Result<Response, Halt> {
    let asked = asked.only(&["luu"])?;
    let (sheet, code) = open(&house, &viewer, page, (id, &part)).await?;
    let files = readable(&mut house.read().await?, &sheet, &viewer, &code).await?;
    let place = files.iter().rev().position(|kept| kept.id == file).ok_or_else(Halt::not_found)?;
    let kept = files.into_iter().find(|kept| kept.id == file).ok_or_else(Halt::not_found)?;
    let number = sheet.kept.number().map_or_else(|| "ban-nhap".to_owned(), ToString::to_string);
    if sheet.is_video(&code) {
        let name = format!("{number}-{code}-ban-{}", place + 1);
        return video_response(&house, &headers, kept.sha256, &name).await;
    }
    let bytes = house.kept_file(kept.sha256).await?;
    Ok(pdf_response(&format!("{number}-{code}-ban-{}", place + 1), bytes, asked.checked("luu", "co")))
}

async fn open(
    house: &House,
    viewer: &Viewer,
    page: Page,
    (id, part): (EntryId, &str),
) -> Result<(Sheet, PartCode), Halt> {
    let code = PartCode::parse(part).ok_or_else(Halt::not_found)?;
    let sheet = Sheet::open(house, viewer, page, id).await?;
    sheet.kept_back.refuse(&code)?;
    Ok((sheet, code))
}

async fn readable(db: &mut Conn, sheet: &Sheet, viewer: &Viewer, part: &PartCode) -> Result<Vec<PartFile>, Halt> {
    let mut files = store::files_of_part(db, sheet.kept.id(), part).await?;
    if !sheet.sees_drafts(viewer) {
        files.retain(|file| file.received_at.is_some());
    }
    Ok(files)
}

async fn givers(db: &mut Conn, files: &[PartFile]) -> Result<BTreeMap<AccountId, String>, Halt> {
    let mut people = BTreeMap::new();
    for by in files.iter().filter_map(|file| file.given_by) {
        let name = match hoithi_people::account(db, by).await? {
            Some(account) => Some(account.name.to_string()),
            // Who gave it by a link is the link.
            None => store::name_behind_link(db, LinkId::new(by.uuid())).await?,
        };
        people.extend(name.map(|name| (by, name)));
    }
    Ok(people)
}
