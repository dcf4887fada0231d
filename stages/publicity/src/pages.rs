//! The kit's pages and files, all of them public.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use hoithi_correspondence::{answer_pdf, answer_word, public_documents};
use hoithi_edition::{Edition, edition_by_slug};
use hoithi_journal::Halt;
use hoithi_people::Viewer;
use hoithi_rules::people::{Permission, Place};
use hoithi_store::Conn;
use hoithi_web::{Access, Asked, Form, House, Lang, Page, Path, Routes, html, without_cookies};

use crate::feed::atom;
use crate::kit::Kit;
use crate::news::{News, mail_template};
use crate::sheets::{self, Format, Look};

/// Every route of this room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/ky/{slug}/bo-tai-lieu", Access::Public, show)
        .get("/ky/{slug}/bo-tai-lieu/tin-bai.txt", Access::Public, plain)
        .get("/ky/{slug}/bo-tai-lieu/tin-bai.docx", Access::Public, word)
        .get("/ky/{slug}/bo-tai-lieu/thu-mau.txt", Access::Public, mail)
        .get("/ky/{slug}/bo-tai-lieu/ban-tin.pdf", Access::Public, bulletin)
        .get("/ky/{slug}/bo-tai-lieu/ap-phich.pdf", Access::Public, poster)
        .get("/ky/{slug}/bo-tai-lieu/anh.zip", Access::Public, pictures)
        .get("/ky/{slug}/bo-tai-lieu/nguon-tin", Access::Public, feed)
        .get("/nhung/{slug}", Access::Public, embedded)
}

/// The edition of the address, if this visitor may know of it.
async fn known(db: &mut Conn, viewer: &Viewer, slug: &str) -> Result<Edition, Halt> {
    let edition = edition_by_slug(db, slug).await?.ok_or_else(Halt::not_found)?;
    let sees = edition.is_public() || viewer.may(Permission::EditionView, edition.place());
    if sees { Ok(edition) } else { Err(Halt::not_found()) }
}

async fn kit_of(house: &House, viewer: &Viewer, slug: &str) -> Result<Kit, Halt> {
    let edition = known(&mut house.read().await?, viewer, slug).await?;
    Kit::of(house, &edition).await
}

/// What is given out while entries are called for.
enum Given {
    Kit(Box<Kit>),
    Over(Response),
}

#[derive(Template)]
#[template(path = "publicity/over.html")]
struct OverPage {
    page: Page,
    slug: String,
}

/// The kit of what invites; afterwards a page that says why it invites nobody any more.
async fn inviting(house: &House, viewer: &Viewer, page: Page, slug: &str) -> Result<Given, Halt> {
    let kit = kit_of(house, viewer, slug).await?;
    if kit.calls() {
        return Ok(Given::Kit(Box::new(kit)));
    }
    let page = page.titled("publicity-intake-over");
    let mut response = html(&OverPage { page, slug: slug.to_owned() })?;
    *response.status_mut() = StatusCode::GONE;
    Ok(Given::Over(response))
}

#[derive(Template)]
#[template(path = "publicity/kit.html")]
struct KitPage {
    page: Page,
    form: Form,
    slug: String,
    /// How a poster may look, and on what it may be printed.
    looks: Vec<(String, String)>,
    papers: Vec<(String, String)>,
    kit: Kit,
    news: News,
    subject: String,
    mail: String,
    /// What a portal's editor pastes where frames are allowed.
    frame: String,
    /// Whether dossiers are still received.
    open: bool,
    /// Whoever writes to lists begins with this mail.
    may_mail: bool,
}

async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let edition = known(&mut house.read().await?, &viewer, &slug).await?;
    let kit = Kit::of(&house, &edition).await?;
    let (subject, mail) = mail_template(&kit);
    let frame = format!(
        "<iframe src=\"{}/nhung/{slug}\" title=\"{}\" width=\"100%\" height=\"420\"></iframe>",
        house.site.public_url,
        kit.title.replace('"', "&quot;")
    );
    let open = kit.calls();
    let look = |look: Look| (look.code().to_owned(), page.tcode("publicity-look-", look.code()));
    let paper = |paper: Format| (paper.code().to_owned(), paper.code().to_uppercase());
    html(&KitPage {
        looks: Look::ALL.map(look).into(),
        papers: Format::PAPER.map(paper).into(),
        form: Form::new().with("mau", Look::Dark.code()).with("kho", Format::A3.code()),
        open,
        // Nobody is invited to what is over.
        may_mail: open && viewer.may(Permission::MailingSend, Place::HOUSE),
        page: page.under(edition.title(), format!("/ky/{slug}")).titled("publicity-kit"),
        news: News::of(&kit),
        slug,
        kit,
        subject,
        mail,
        frame,
    })
}

/// A page of another site shows this in a frame: plain links, no script, no cookie.
#[derive(Template)]
#[template(path = "publicity/embed.html")]
struct EmbeddedPage {
    page: Page,
    kit: Kit,
    open: bool,
    house: House,
}

impl EmbeddedPage {
    /// In the office's language, as the kit is: what stands between may keep the page for everybody.
    fn t(&self, key: &str) -> String {
        self.house.catalogue.text(Lang::Vi, key, &[])
    }
}

async fn embedded(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let edition = known(&mut house.read().await?, &viewer, &slug).await?;
    if !edition.is_public() {
        return Err(Halt::not_found());
    }
    let (page, kit) = (page.named(edition.title()), Kit::of(&house, &edition).await?);
    let open = kit.calls();
    let shown = html(&EmbeddedPage { page, kit, open, house })?;
    let policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; \
                  form-action 'none'; frame-ancestors *";
    let headers = [
        (CONTENT_SECURITY_POLICY.as_str(), policy),
        ("cross-origin-resource-policy", "cross-origin"),
        (CACHE_CONTROL.as_str(), "public, max-age=300"),
    ];
    Ok(without_cookies((headers, shown).into_response()))
}

/// A text that the browser keeps as a file.
fn text(words: String, name: &str) -> Response {
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, words).into_response()
}

async fn plain(State(house): State<House>, Path(slug): Path<String>, viewer: Viewer) -> Result<Response, Halt> {
    Ok(text(News::of(&kit_of(&house, &viewer, &slug).await?).plain(), "tin-bai.txt"))
}

async fn mail(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let kit = match inviting(&house, &viewer, page, &slug).await? {
        Given::Kit(kit) => kit,
        Given::Over(response) => return Ok(response),
    };
    let (subject, body) = mail_template(&kit);
    Ok(text(format!("{subject}\n\n{body}"), "thu-mau.txt"))
}

async fn bulletin(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    match inviting(&house, &viewer, page, &slug).await? {
        Given::Kit(kit) => Ok(answer_pdf(sheets::bulletin(&house, &kit).await?, "ban-tin.pdf")),
        Given::Over(response) => Ok(response),
    }
}

/// A poster in the look and on the paper that were chosen; a dark one on A3 where nothing was.
async fn poster(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["mau", "kho"])?;
    let look = form.choice("mau", Look::from_code)?.unwrap_or(Look::Dark);
    let paper = form.choice("kho", Format::paper)?.unwrap_or(Format::A3);
    let kit = match inviting(&house, &viewer, page, &slug).await? {
        Given::Kit(kit) => kit,
        Given::Over(response) => return Ok(response),
    };
    let name = format!("ap-phich-{}-{}.pdf", look.code(), paper.code());
    Ok(answer_pdf(sheets::poster(&house, &kit, paper, look).await?, &name))
}

async fn word(State(house): State<House>, Path(slug): Path<String>, viewer: Viewer) -> Result<Response, Halt> {
    Ok(answer_word(sheets::news(&kit_of(&house, &viewer, &slug).await?).await?, "tin-bai.docx"))
}

async fn pictures(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let kit = match inviting(&house, &viewer, page, &slug).await? {
        Given::Kit(kit) => kit,
        Given::Over(response) => return Ok(response),
    };
    let headers = [
        (CONTENT_TYPE, "application/zip".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"anh-{slug}.zip\"")),
    ];
    Ok((headers, sheets::pictures(&house, &kit).await?).into_response())
}

async fn feed(State(house): State<House>, Path(slug): Path<String>, viewer: Viewer) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    let documents = public_documents(&mut db, edition.id).await?;
    drop(db);
    let kit = Kit::of(&house, &edition).await?;
    let body = atom(&kit, &edition, &documents, &house.site.public_url);
    let headers = [(CONTENT_TYPE, "application/atom+xml; charset=utf-8"), (CACHE_CONTROL, "public, max-age=300")];
    Ok(without_cookies((headers, body).into_response()))
}
