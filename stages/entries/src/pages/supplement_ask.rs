//! How the author of a dossier that was given back is asked to complete it, where no account writes it: by mail,
//! or by a slip with a code that is handed over.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::qr_svg;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuse, Viewer};
use hoithi_rules::campaign::SlipCode;
use hoithi_rules::ids::EntryId;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, private, redirect_with_flash};
use jiff::civil::Date;

use super::sheet::Sheet;
use crate::operations::{AskSupplement, ask_supplement, completes, end_supplement_links, reached};
use crate::store::{self, LinkWay, SupplementLink};

#[derive(Template)]
#[template(path = "entries/supplement_ask.html")]
struct AskPage {
    page: Page,
    form: Form,
    here: String,
    back: String,
    name: String,
    email: Option<String>,
    until: Date,
    reasons: Vec<String>,
    /// The parts that a link opens, and whether each came by one.
    parts: Vec<(String, bool)>,
    links: Vec<SupplementLink>,
    today: Date,
    /// A link that was just made: its address, its square code and what is read out; shown this once.
    shown: Option<(String, String, String)>,
}

impl AskPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, id: EntryId) -> Result<Self, Halt> {
        let sheet = Sheet::open_for_writing(house, viewer, page, id).await?;
        sheet.may_change(house)?;
        let (author, until) = completes(&sheet.kept).or_refuse()?;
        let mut db = house.read().await?;
        let asked = store::asked_parts(&mut db, id).await?;
        let given =
            |code: &str| asked.iter().find(|each| each.part.as_str() == code).map(|each| each.given_at.is_some());
        let parts = sheet.edition.book.rules().dossier.iter();
        Ok(Self {
            form: Form::new(),
            here: sheet.href("bo-sung"),
            back: format!("/ho-so/{id}"),
            name: author.name.to_string(),
            email: reached(&sheet.kept).map(str::to_owned),
            until,
            reasons: sheet.kept.reasons.clone(),
            parts: parts.filter_map(|part| Some((part.name.clone(), given(part.code.as_str())?))).collect(),
            links: store::supplement_links(&mut db, id).await?,
            today: viewer.today,
            shown: None,
            page: sheet.page.titled("entries-supplement-ask"),
        })
    }

    fn opens(&self, link: &SupplementLink) -> bool {
        link.times.opens_on(self.today).is_ok()
    }

    fn any_opens(&self) -> bool {
        self.links.iter().any(|link| self.opens(link))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&AskPage::load(&house, &viewer, page, id).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["step"])?;
    let here = format!("/lap-ho-so/{id}/bo-sung");
    match done(&house, &viewer, id, &form).await {
        Ok(Done::Told(flash)) => Ok(redirect_with_flash(&house.site, &here, flash)),
        Ok(Done::Made(token)) => {
            let mut sheet = AskPage::load(&house, &viewer, page, id).await?;
            sheet.shown = Some(shown(&house, &token)?);
            Ok(private(html(&sheet)?))
        }
        Err(halt) => {
            let sheet = AskPage::load(&house, &viewer, page.clone(), id).await?;
            form.keep_refusals(&page, halt)?;
            html(&AskPage { form, ..sheet })
        }
    }
}

/// What became of a form of this page.
enum Done {
    /// What is said of it.
    Told(&'static str),
    /// A link that is shown this once.
    Made(String),
}

async fn done(house: &House, viewer: &Viewer, entry: EntryId, form: &Form) -> Result<Done, Halt> {
    form.needed("step")?;
    let way = match form.choice("step", |step| ["mail", "show", "revoke"].into_iter().find(|known| *known == step))? {
        Some("mail") => LinkWay::Mail,
        Some("show") => LinkWay::Shown,
        _ => {
            house.acts.perform(viewer.actor(), move |act| Box::pin(end_supplement_links(act, entry))).await?;
            return Ok(Done::Told("entries-confirm-revoked"));
        }
    };
    let command = AskSupplement { entry, way, public_url: house.site.public_url.clone() };
    let made = house.acts.perform(viewer.actor(), move |act| Box::pin(ask_supplement(act, command.clone()))).await?;
    Ok(made.map_or(Done::Told("entries-confirm-mailed"), Done::Made))
}

/// The address of a link, its square code, and what is read out.
fn shown(house: &House, token: &str) -> Result<(String, String, String), Halt> {
    let address = format!("{}/bo-sung/{token}", house.site.public_url);
    let square = qr_svg(&address).map_err(Halt::fault)?;
    let spoken = token.parse::<SlipCode>().map_or_else(|_| token.to_owned(), |code| code.to_string());
    Ok((address, square, spoken))
}
