//! The authors: their shares on one page, each author on a page of their own.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{LoginError, Refusals, Viewer};
use hoithi_rules::day::parse_day;
use hoithi_rules::entries::{Author, Confirmation, Share};
use hoithi_rules::ids::{AuthorId, EntryId};
use hoithi_rules::people::PersonName;
use hoithi_rules::text::one_line;
use hoithi_web::{Asked, Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::sheet::{Sheet, save};
use super::unit::{UnitChoices, unit_choices, unit_of};
use crate::agreed::agreed;
use crate::change::{AuthorWords, Change};
use crate::kept::{KeptEntry, Reach};

#[derive(Template)]
#[template(path = "entries/authors.html")]
struct AuthorsPage {
    page: Page,
    form: Form,
    kept: KeptEntry,
    edition: Edition,
    version: u32,
    meanwhile: bool,
    now: Vec<(String, String)>,
    sum: String,
    whole: bool,
}

impl AuthorsPage {
    fn of(sheet: Sheet) -> Self {
        let sum = Share::sum(sheet.kept.entry.content.authors.iter().map(|author| author.share));
        let now = sheet.kept.entry.content.authors.iter();
        Self {
            now: now.map(|author| (author.name.to_string(), author.share.to_string())).collect(),
            sum: sum.to_string(),
            whole: sum.is_whole(),
            page: sheet.page.titled("entries-authors-task"),
            form: sheet.form,
            kept: sheet.kept,
            edition: sheet.edition,
            version: sheet.version,
            meanwhile: sheet.meanwhile,
        }
    }

    /// The tag beside a name: what stands behind the agreement.
    fn agreed(&self, author: &Author) -> (&'static str, &'static str) {
        agreed(&self.kept, self.edition.book.rules(), author)
    }
}

fn filled(sheet: &Sheet) -> Form {
    let mut form = Form::new();
    for (index, author) in sheet.kept.entry.content.authors.iter().enumerate() {
        form = form.with(&format!("authors.{index}.share"), author.share.to_string().trim_end_matches('%'));
        if author.representative {
            form = form.with("representative", author.id);
        }
    }
    form
}

pub(super) async fn show(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    sheet.may_change(&house)?;
    sheet.form = filled(&sheet);
    html(&AuthorsPage::of(sheet))
}

pub(super) async fn send_shares(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    let names: Vec<String> = (0..sheet.kept.entry.content.authors.len()).map(share_field).collect();
    let mut known = vec!["version", "representative"];
    known.extend(names.iter().map(String::as_str));
    posted.form.only(&known)?;
    match save(&house, &viewer, id, &posted.form, shares(&sheet, &posted.form)).await {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}/tac-gia"), "entries-saved")),
        Err(halt) => html(&AuthorsPage::of(sheet.refused(posted.form, halt)?)),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "a template hands its loop's counter by reference")]
fn share_field_at(index: &usize) -> String {
    share_field(*index)
}

fn share_field(index: usize) -> String {
    format!("authors.{index}.share")
}

fn shares(sheet: &Sheet, form: &Form) -> Result<Vec<Change>, Halt> {
    let mut no = Refusals::new();
    let mut shares = Vec::new();
    for (index, author) in sheet.kept.entry.content.authors.iter().enumerate() {
        let field = share_field(index);
        if let Some(share) = no.keep(&field, form.value(&field).parse::<Share>()) {
            shares.push((author.id, share));
        }
    }
    no.done()?;
    let representative = form.given("representative").and_then(|id| id.parse().ok());
    Ok(vec![Change::Shares { shares, representative }])
}

#[derive(Template)]
#[template(path = "entries/author.html")]
struct AuthorPage {
    page: Page,
    form: Form,
    version: u32,
    meanwhile: bool,
    now: Vec<(String, String)>,
    action: String,
    remove: Option<String>,
    units: UnitChoices,
    asks_birth: bool,
    /// Whether the author agreed in person: nobody needs to say so for them.
    in_person: bool,
}

impl AuthorPage {
    async fn of(house: &House, viewer: &Viewer, sheet: Sheet, author: Option<AuthorId>) -> Result<Self, Halt> {
        let known = author.and_then(|id| sheet.kept.entry.content.authors.iter().find(|author| author.id == id));
        let action = sheet.href(&author.map_or_else(|| "tac-gia/them".to_owned(), |id| format!("tac-gia/{id}")));
        Ok(Self {
            units: unit_choices(house, viewer, &sheet.page).await?,
            asks_birth: sheet.edition.book.rules().entrants.minimum_age.is_some(),
            in_person: known.is_some_and(|author| matches!(author.confirmation, Confirmation::InApp { .. })),
            now: known
                .map(|author| (sheet.page.t("entries-author-name"), author.name.to_string()))
                .into_iter()
                .collect(),
            remove: known.map(|_| format!("{action}/xoa")),
            action,
            page: match known {
                Some(author) => sheet.page.named(author.name.to_string()),
                None => sheet.page.titled("entries-author-add"),
            },
            form: sheet.form,
            version: sheet.version,
            meanwhile: sheet.meanwhile,
        })
    }
}

const FIELDS: [&str; 8] = ["version", "name", "born", "workplace", "unit", "email", "phone", "agreed"];

pub(super) async fn show_new(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    sheet.may_change(&house)?;
    html(&AuthorPage::of(&house, &viewer, sheet, None).await?)
}

pub(super) async fn show_one(
    State(house): State<House>,
    Path((id, author)): Path<(EntryId, AuthorId)>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    asked.only(&[])?;
    let mut sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    sheet.may_change(&house)?;
    sheet.form = filled_author(&sheet, author)?;
    html(&AuthorPage::of(&house, &viewer, sheet, Some(author)).await?)
}

fn filled_author(sheet: &Sheet, id: AuthorId) -> Result<Form, Halt> {
    let content = &sheet.kept.entry.content;
    let mut known = content.authors.iter().zip(&sheet.kept.reach);
    let (author, reach) = known.find(|(author, _)| author.id == id).ok_or_else(Halt::not_found)?;
    let agreed = if author.confirmation == Confirmation::Pending { "" } else { "co" };
    Ok(Form::new()
        .with("name", &author.name)
        .with("born", author.born.map(hoithi_web::day).unwrap_or_default())
        .with("workplace", &author.workplace)
        .with("unit", author.unit.map(|unit| unit.to_string()).unwrap_or_default())
        .with("email", &reach.email)
        .with("phone", &reach.phone)
        .with("agreed", agreed))
}

pub(super) async fn add(
    State(house): State<House>,
    Path(id): Path<EntryId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    put(house, id, None, viewer, page, posted).await
}

pub(super) async fn change(
    State(house): State<House>,
    Path((id, author)): Path<(EntryId, AuthorId)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    put(house, id, Some(author), viewer, page, posted).await
}

async fn put(
    house: House,
    id: EntryId,
    author: Option<AuthorId>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&FIELDS)?;
    let sheet = Sheet::open_for_writing(&house, &viewer, page, id).await?;
    if author.is_some_and(|author| !sheet.kept.entry.content.authors.iter().any(|known| known.id == author)) {
        return Err(Halt::not_found());
    }
    let changes = words(author, &posted.form).map(|words| vec![Change::Author(words)]);
    match save(&house, &viewer, id, &posted.form, changes).await {
        Ok(_) => Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}/tac-gia"), "entries-saved")),
        Err(halt) => {
            let sheet = sheet.refused(posted.form, halt)?;
            html(&AuthorPage::of(&house, &viewer, sheet, author).await?)
        }
    }
}

fn words(author: Option<AuthorId>, form: &Form) -> Result<AuthorWords, Halt> {
    let mut no = Refusals::new();
    let name = no.keep("name", form.value("name").parse::<PersonName>());
    let born = form.given("born").map(parse_day);
    if born == Some(None) {
        no.add("entries.day_malformed", "born", "this is no day");
    }
    let unit = no.absorb(unit_of(form, "unit"))?;
    let reach = Reach::parse(form.value("email"), form.value("phone"));
    let at = if reach == Err(LoginError::Phone) { "phone" } else { "email" };
    let reach = no.keep(at, reach);
    let (Some(name), Some(unit), Some(reach), true) = (name, unit, reach, no.is_empty()) else {
        return Err(no.halt());
    };
    Ok(AuthorWords {
        id: author,
        name,
        born: born.flatten(),
        workplace: one_line(form.value("workplace")),
        unit,
        reach,
        agreed: form.checked("agreed", "co"),
        share: None,
        representative: None,
    })
}

pub(super) async fn take_out(
    State(house): State<House>,
    Path((id, author)): Path<(EntryId, AuthorId)>,
    viewer: Viewer,
    posted: Posted,
) -> Result<Response, Halt> {
    posted.form.only(&["version"])?;
    save(&house, &viewer, id, &posted.form, Ok(vec![Change::WithoutAuthor(author)])).await?;
    Ok(redirect_with_flash(&house.site, &format!("/lap-ho-so/{id}/tac-gia"), "entries-author-removed"))
}
