//! How one author is asked to confirm, for whoever writes the dossier: by mail, by a code that is handed
//! over, or by the signature on the form.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_documents::qr_svg;
use hoithi_journal::Halt;
use hoithi_people::{NewPassword, NewSlip, OrRefuse, Viewer};
use hoithi_rules::campaign::SlipCode;
use hoithi_rules::edition::PartCode;
use hoithi_rules::entries::{Author, Confirmation, PartContent};
use hoithi_rules::ids::{AuthorId, EntryId};
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, private, redirect_with_flash};
use jiff::civil::Date;

use super::sheet::Sheet;
use super::slips::print as print_slip;
use crate::confirm_refusal::ConfirmRefusal;
use crate::operations::{
    AskAuthor, RecordSignature, ask_author, end_author_links, may_be_asked, record_signature, slip_for_author,
};
use crate::store::{self, AuthorLink, Confirmed, How, LinkWay};

#[derive(Template)]
#[template(path = "entries/confirming.html")]
struct ConfirmingPage {
    page: Page,
    form: Form,
    here: String,
    back: String,
    author: Author,
    email: String,
    /// Whether they agreed, in words and with the tag's tone.
    told: (String, &'static str),
    /// Whether they can be asked now.
    open: bool,
    links: Vec<AuthorLink>,
    today: Date,
    /// The scans that may bear the signature, where the dossier is written for its authors.
    scans: Vec<(String, String)>,
    /// Whether a slip can be printed by which the author signs in.
    slips: bool,
    /// A link that was just made: its address, its square code and what is read out; shown this once.
    shown: Option<(String, String, String)>,
}

impl ConfirmingPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, (id, author): (EntryId, AuthorId)) -> Result<Self, Halt> {
        let sheet = Sheet::open_for_writing(house, viewer, page, id).await?;
        sheet.may_change(house)?;
        let mut known = sheet.kept.entry.content.authors.iter().zip(&sheet.kept.reach);
        let (author, reach) = known.find(|(known, _)| known.id == author).ok_or_else(Halt::not_found)?;
        let mut db = house.read().await?;
        let links = store::author_links(&mut db, author.id).await?;
        let how = store::confirmed_how(&mut db, id).await?.remove(&author.id);
        let back = sheet.href("tac-gia");
        Ok(Self {
            form: Form::new(),
            here: format!("{back}/{}/xac-nhan", author.id),
            email: reach.email.clone(),
            told: told(&sheet.page, author, how.as_ref()),
            open: may_be_asked(author).is_ok(),
            links,
            today: viewer.today,
            scans: scans(&sheet),
            slips: sheet.kept.owner.is_none() && sheet.kept.recorder.is_some(),
            shown: None,
            author: author.clone(),
            page: sheet
                .page
                .clone()
                .under(sheet.page.t("entries-authors-task"), back.as_str())
                .titled("entries-confirm"),
            back,
        })
    }

    fn opens(&self, link: &AuthorLink) -> bool {
        link.times.opens_on(self.today).is_ok()
    }

    fn any_opens(&self) -> bool {
        self.links.iter().any(|link| self.opens(link))
    }
}

/// Whether and how an author agreed, in words and with the tag's tone.
pub(super) fn told(page: &Page, author: &Author, how: Option<&Confirmed>) -> (String, &'static str) {
    let at = match author.confirmation {
        Confirmation::Pending => return (page.t("entries-confirmed-not"), "warn"),
        Confirmation::InApp { at } | Confirmation::OnForm { at } => page.instant(at),
    };
    let words = match (how.filter(|how| how.is_of(author)).map(|how| &how.how), author.confirmation) {
        (Some(How::Form { name, .. }), _) => page.tx("entries-confirmed-signed", &[("at", at), ("name", name.clone())]),
        (Some(How::Link(LinkWay::Mail)), _) => page.t1("entries-confirmed-by-mail", "at", at),
        (Some(How::Link(LinkWay::Shown)), _) => page.t1("entries-confirmed-by-code", "at", at),
        (None, Confirmation::OnForm { .. }) => page.t("entries-confirmed-on-form"),
        (None, _) => page.t("entries-confirmed-in-app"),
    };
    (words, "done")
}

/// The files of a dossier that is written for its authors, by the name of their part.
fn scans(sheet: &Sheet) -> Vec<(String, String)> {
    if sheet.owns() || !sheet.kept.was_entered_for_its_authors() {
        return Vec::new();
    }
    let parts = sheet.edition.book.rules().dossier.iter();
    let given = parts.filter(|part| matches!(sheet.kept.part(&part.code), Some(PartContent::File(_))));
    given.map(|part| (part.code.to_string(), part.name.clone())).collect()
}

pub(super) async fn show(
    State(house): State<House>,
    Path((id, author)): Path<(EntryId, AuthorId)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    html(&ConfirmingPage::load(&house, &viewer, page, (id, author)).await?)
}

pub(super) async fn send(
    State(house): State<House>,
    Path((id, author)): Path<(EntryId, AuthorId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    form.only(&["step", "part"])?;
    let here = format!("/lap-ho-so/{id}/tac-gia/{author}/xac-nhan");
    match done(&house, &viewer, (id, author), &form).await {
        Ok(Done::Told(flash)) => Ok(redirect_with_flash(&house.site, &here, flash)),
        Ok(Done::Slip(slip)) => {
            let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
            print_slip(&house, &sheet.page, &sheet.edition, &slip).await
        }
        Ok(Done::Made(token)) => {
            let mut sheet = ConfirmingPage::load(&house, &viewer, page, (id, author)).await?;
            sheet.shown = Some(shown(&house, &token)?);
            Ok(private(html(&sheet)?))
        }
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            let sheet = ConfirmingPage::load(&house, &viewer, page, (id, author)).await?;
            html(&ConfirmingPage { form, ..sheet })
        }
    }
}

/// What became of a form of this page.
enum Done {
    /// What is said of it.
    Told(&'static str),
    /// A link that is shown this once.
    Made(String),
    /// A slip that is printed this once.
    Slip(Box<NewSlip>),
}

async fn done(house: &House, viewer: &Viewer, (entry, author): (EntryId, AuthorId), form: &Form) -> Result<Done, Halt> {
    let actor = viewer.actor();
    let ask = |way| AskAuthor { entry, author, way, public_url: house.site.public_url.clone() };
    match form.value("step") {
        "mail" => {
            let command = ask(LinkWay::Mail);
            house.acts.perform(actor, move |act| Box::pin(ask_author(act, command.clone()))).await?;
            Ok(Done::Told("entries-confirm-mailed"))
        }
        "show" => {
            let command = ask(LinkWay::Shown);
            let made = house.acts.perform(actor, move |act| Box::pin(ask_author(act, command.clone()))).await?;
            Ok(made.map_or(Done::Told("entries-confirm-mailed"), Done::Made))
        }
        "slip" => {
            let password = NewPassword::by_chance()?.hashed().await?;
            let slip = house
                .acts
                .perform(actor, move |act| Box::pin(slip_for_author(act, (entry, author), password.clone())))
                .await?;
            Ok(Done::Slip(Box::new(slip)))
        }
        "revoke" => {
            house.acts.perform(actor, move |act| Box::pin(end_author_links(act, entry, author))).await?;
            Ok(Done::Told("entries-confirm-revoked"))
        }
        _ => {
            let part = PartCode::parse(form.value("part")).ok_or(ConfirmRefusal::ScanMissing).or_refuse()?;
            let command = RecordSignature { entry, author, part };
            house.acts.perform(actor, move |act| Box::pin(record_signature(act, command.clone()))).await?;
            Ok(Done::Told("entries-confirm-signed"))
        }
    }
}

/// The address of a link, its square code, and what is read out.
fn shown(house: &House, token: &str) -> Result<(String, String, String), Halt> {
    let address = format!("{}/tac-gia/{token}", house.site.public_url);
    let square = qr_svg(&address).map_err(Halt::fault)?;
    let spoken = token.parse::<SlipCode>().map_or_else(|_| token.to_owned(), |code| code.to_string());
    Ok((address, square, spoken))
}
