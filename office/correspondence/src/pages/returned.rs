//! The Word file: taken out to be worked on, brought back, its differences read, then taken.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::Permission;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::ways::UnderRegister;
use crate::document::{Document, KeptFile};
use crate::file::{answer_word, carried, carry, serve_file};
use crate::folder::{Folder, document_in};
use crate::store;
use crate::word::{self, Change, Line, Returned, TakeBack, Taken, Untaken, WordRefusal, take_back, word_file};

#[derive(Template)]
#[template(path = "correspondence/returned.html")]
struct ReturnedPage {
    page: Page,
    form: Form,
    address: String,
    document: Document,
    /// What was changed in the file that was just read.
    changes: Vec<Change>,
    /// What the file changes and the draft does not take.
    untaken: Vec<Untaken>,
    left_out: usize,
    /// The file as the next form carries it.
    carried: String,
    taken: Vec<Taken>,
}

impl ReturnedPage {
    async fn load(house: &House, page: Page, (folder, document): (Folder, Document), form: Form) -> Result<Self, Halt> {
        let address = format!("{}/{}", folder.address(), document.id);
        let taken = word::taken_back(&mut house.read().await?, document.id).await?;
        let page = page.titled("correspondence-returned").under_register(&folder);
        let page = page.under(document.content.subject.clone(), address.clone());
        let (changes, carried) = (Vec::new(), String::new());
        Ok(Self { page, form, address, document, changes, untaken: Vec::new(), left_out: 0, carried, taken })
    }

    /// What the draft does not take, in words.
    fn untaken_words(&self) -> Vec<String> {
        let key = |part: &Untaken| match part {
            Untaken::Number => "correspondence-returned-untaken-number",
            Untaken::Signer => "correspondence-returned-untaken-signer",
        };
        self.untaken.iter().map(|part| self.page.t(key(part))).collect()
    }

    fn has_changes(&self) -> bool {
        !self.changes.is_empty()
    }
}

/// The document as a Word file, for whoever reads the register.
pub(super) async fn download(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let (_, document) = document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRead).await?;
    let bases = store::bases_of(&mut db, id).await?;
    drop(db);
    if !document.has_sheet() {
        return Err(Halt::not_found());
    }
    Ok(answer_word(word_file(&house, &document, &bases).await?, &document.file_name("docx")))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let draft = draft(&house, &viewer, &slug, id).await?;
    let form = Form::new().with("version", draft.1.version);
    html(&ReturnedPage::load(&house, page, draft, form).await?)
}

/// A file that was taken back, as it came.
pub(super) async fn kept(
    State(house): State<House>,
    Path((slug, id, hash)): Path<(String, DocumentId, String)>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    document_in(&mut db, &viewer, (&slug, id), Permission::DocumentRegister).await?;
    let found = word::taken_back(&mut db, id).await?.into_iter().find(|taken| taken.hash.as_str() == hash);
    drop(db);
    let Taken { hash, name, size, .. } = found.ok_or_else(Halt::not_found)?;
    serve_file(&house, &KeptFile { hash, name, size, media_type: word::MEDIA_TYPE.to_owned() }).await
}

/// First the differences; the second time, with the file carried along, they are taken.
pub(super) async fn take(
    State(house): State<House>,
    Path((slug, id)): Path<(String, DocumentId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version", "kept"])?;
    let (folder, document) = draft(&house, &viewer, &slug, id).await?;
    let here = format!("{}/{id}", folder.address());
    match try_to_take(&house, &viewer, &document, &posted).await {
        Ok(None) => Ok(redirect_with_flash(&house.site, &here, "correspondence-returned-taken")),
        Ok(Some((file, returned))) => {
            let form = Form::new().with("version", document.version);
            let carried = carry(&house, &file)?;
            let read = ReturnedPage::load(&house, page, (folder, document), form).await?;
            let (changes, left_out) = (word::changes(&returned), returned.left_out);
            html(&ReturnedPage { changes, untaken: returned.untaken, left_out, carried, ..read })
        }
        Err(halt) => {
            let mut form = posted.form;
            form.keep_refusals(&page, halt)?;
            html(&ReturnedPage::load(&house, page, (folder, document), form).await?)
        }
    }
}

async fn try_to_take(
    house: &House,
    viewer: &Viewer,
    document: &Document,
    posted: &Posted,
) -> Result<Option<(KeptFile, Returned)>, Halt> {
    let bases = store::bases_of(&mut house.read().await?, document.id).await?;
    if let Some(file) = carried(house, posted.form.value("kept")) {
        let bytes = house.kept_file(file.hash.clone()).await?;
        let returned = word::returned(house, document, &bases, bytes).await?;
        let version = posted.form.value("version").parse().unwrap_or(0);
        let command = TakeBack { document: document.id, version, content: returned.content(document)?, file };
        house.acts.perform(viewer.actor(), move |act| Box::pin(take_back(act, command.clone()))).await?;
        return Ok(None);
    }
    let upload = posted.file("file").ok_or_else(|| WordRefusal::Missing.halt())?;
    let returned = word::returned(house, document, &bases, upload.bytes.clone()).await?;
    returned.content(document)?;
    let hash = house.keep_upload(upload.bytes.clone()).await?;
    let size = i64::try_from(upload.bytes.len()).map_err(Halt::fault)?;
    let name = hoithi_rules::text::one_line(&upload.name).chars().take(200).collect();
    Ok(Some((KeptFile { hash, name, size, media_type: word::MEDIA_TYPE.to_owned() }, returned)))
}

/// A draft that this visitor may change.
async fn draft(house: &House, viewer: &Viewer, slug: &str, id: DocumentId) -> Result<(Folder, Document), Halt> {
    let mut db = house.read().await?;
    let (folder, document) = document_in(&mut db, viewer, (slug, id), Permission::DocumentRegister).await?;
    if document.signed().is_some() || document.signed_at.is_some() || !document.has_sheet() {
        return Err(Halt::not_found());
    }
    Ok((folder, document))
}
