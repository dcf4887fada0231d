//! The press: everything Typst asks of the world, answered from memory.
//!
//! A job sees three things only: its template, the layout library and its facts. There is no
//! file system, no package, no network and no clock behind it.

use std::borrow::Cow;

use typst::diag::{FileError, FileResult, SourceDiagnostic, SourceResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::model::Document;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World};
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::printer::{PrintError, Template};

/// The layouts that every template may import.
const SHELF: [(&str, &str); 2] =
    [("nd30.typ", include_str!("../templates/nd30.typ")), ("ornament.typ", include_str!("../templates/ornament.typ"))];

/// Cached layout older than this many documents is dropped.
const REMEMBERED_DOCUMENTS: usize = 5;

/// What stays the same from one document to the next.
pub(crate) struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    shelf: Vec<Source>,
    facts: FileId,
}

impl Press {
    pub(crate) fn new(fonts: impl Iterator<Item = Cow<'static, [u8]>>) -> Result<Self, PrintError> {
        let fonts: Vec<Font> = fonts.flat_map(|file| Font::iter(Bytes::new(file))).collect();
        if fonts.is_empty() {
            return Err(PrintError::NoFonts);
        }
        let shelf =
            SHELF.iter().filter_map(|(name, text)| Some(Source::new(file_id(name)?, (*text).to_owned()))).collect();
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            shelf,
            facts: file_id("data.json").ok_or(PrintError::NoFonts)?,
        })
    }

    pub(crate) fn print(&self, template: Template, facts: Vec<u8>) -> Result<Vec<u8>, PrintError> {
        let _evict = Evict;
        self.set(template, facts, |job, document| bound(document, template).map_err(|all| places(job, &all)))
    }

    /// Every page as a PNG.
    pub(crate) fn pictures(&self, template: Template, facts: Vec<u8>, dots: u8) -> Result<Vec<Vec<u8>>, PrintError> {
        let _evict = Evict;
        self.set(template, facts, |_, document| document.pages().iter().map(|page| picture(page, dots)).collect())
    }

    /// Sets the document and hands it on; what goes wrong is told in words.
    fn set<T>(
        &self,
        template: Template,
        facts: Vec<u8>,
        then: impl FnOnce(&Job, &PagedDocument) -> Result<T, String>,
    ) -> Result<T, PrintError> {
        let refused = |message: String| PrintError::Template { template: template.name(), message };
        let main = file_id(template.name())
            .map(|id| Source::new(id, template.source().to_owned()))
            .ok_or_else(|| refused("its name is no path".to_owned()))?;
        let job = Job { press: self, main, facts: Bytes::new(facts) };
        let set = typst::compile::<PagedDocument>(&job);
        for warning in &set.warnings {
            tracing::warn!(template = template.name(), "{}", place(&job, warning));
        }
        let document = set.output.map_err(|all| refused(places(&job, &all)))?;
        then(&job, &document).map_err(refused)
    }
}

/// For the archive (PDF/A-2a) where that can be: a document without a day, or with a letter that
/// no font has, becomes a plain PDF.
fn bound(document: &PagedDocument, template: Template) -> SourceResult<Vec<u8>> {
    let plain = || typst_pdf::pdf(document, &options(PdfStandards::default()));
    // The archive asks for a day; a draft, which has none, is not bound in vain first.
    let Smart::Custom(Some(_)) = document.info().date else { return plain() };
    let Ok(archival) = PdfStandards::new(&[PdfStandard::A_2a]) else { return plain() };
    typst_pdf::pdf(document, &options(archival)).or_else(|reasons| {
        let reason = reasons.first().map_or_else(String::new, |one| one.message.to_string());
        tracing::debug!(template = template.name(), %reason, "not bound for the archive");
        plain()
    })
}

fn picture(page: &Page, dots: u8) -> Result<Vec<u8>, String> {
    let sharp = RenderOptions { pixel_per_pt: Scalar::new(f64::from(dots)), render_bleed: false };
    typst_render::render(page, &sharp).encode_png().map_err(|error| error.to_string())
}

/// No time stamp and no random id: the same facts give the same bytes.
fn options(standards: PdfStandards) -> PdfOptions {
    PdfOptions { creator: Smart::Custom(Some("hoithi".to_owned())), standards, ..PdfOptions::default() }
}

/// Typst remembers every document it has set; forgets on the way out, after an error too.
struct Evict;

impl Drop for Evict {
    fn drop(&mut self) {
        comemo::evict(REMEMBERED_DOCUMENTS);
    }
}

/// One document being set.
struct Job<'a> {
    press: &'a Press,
    main: Source,
    facts: Bytes,
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let mut library = self.press.shelf.iter();
        let found = library.find(|layout| layout.id() == id);
        found.cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.facts {
            return Ok(self.facts.clone());
        }
        Err(not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    /// Documents never read the clock: every date in them comes with their facts.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

fn places(job: &Job<'_>, all: &[SourceDiagnostic]) -> String {
    let lines: Vec<String> = all.iter().map(|one| place(job, one)).collect();
    lines.join("; ")
}

/// `file:line: message`, as far as the place is known.
fn place(job: &Job<'_>, diagnostic: &SourceDiagnostic) -> String {
    use typst::WorldExt;
    let known = diagnostic.span.id().and_then(|id| {
        let range = job.range(diagnostic.span)?;
        let line = job.source(id).ok()?.lines().byte_to_line(range.start)?;
        Some(format!("{}:{}: ", id.get().vpath().get_without_slash(), line + 1))
    });
    format!("{}{}", known.unwrap_or_default(), diagnostic.message)
}
