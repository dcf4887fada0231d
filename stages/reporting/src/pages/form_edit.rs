//! The editor of a form, row by row, and the form as a unit will see it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::{Fact, Halt};
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::people::Permission;
use hoithi_rules::reporting::{FormRows, Heading, ReportForm, Row, RowKind, Sign, sources};
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};

use super::edition_for;
use super::editor::{self, Step};
use super::form::{self, SectionShown};
use super::form_rows::{CheckShown, CheckTold, RowShown};
use crate::forms::{KeptForm, all, chosen, of_edition};
use crate::line::pages_of;
use crate::operations::{KeepForm, keep_form};

/// Which form is edited: one that is kept, or a new one.
struct Base {
    edition: Edition,
    kept: Option<KeptForm>,
    /// Whether the edition asks by it.
    used: bool,
}

impl Base {
    async fn load(house: &House, viewer: &Viewer, slug: &str, code: Option<&str>) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_for(&mut db, viewer, slug, Permission::ReportConsolidate).await?;
        let Some(code) = code else { return Ok(Self { edition, kept: None, used: false }) };
        let kept = all(&mut db).await?.into_iter().find(|kept| kept.key.code == code).ok_or_else(Halt::not_found)?;
        let used = chosen(&mut db, edition.id).await? == kept.key;
        Ok(Self { edition, kept: Some(kept), used })
    }

    /// Where all forms are.
    fn register(&self) -> String {
        format!("/ky/{}/bieu-bao-cao", self.edition.slug)
    }

    fn here(&self) -> String {
        match &self.kept {
            Some(kept) => format!("{}/{}", self.register(), kept.key.code),
            None => format!("/ky/{}/bieu-moi", self.edition.slug),
        }
    }

    fn head(&self, page: Page) -> Page {
        let above = page.t("reporting-forms");
        let name = self.kept.as_ref().map_or_else(|| page.t("reporting-form-new"), |kept| kept.form.name.clone());
        page.named(name).under(above, self.register())
    }

    /// The rows as they are kept; a new form begins with a part and a figure.
    fn rows(&self) -> FormRows {
        if let Some(kept) = &self.kept {
            return FormRows::of(&kept.form);
        }
        let part = Row { kind: RowKind::Section, ..Row::default() };
        FormRows { rows: vec![part, Row::default()], ..FormRows::default() }
    }
}

#[derive(Template)]
#[template(path = "reporting/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    base: Base,
    here: String,
    rows: FormRows,
    shown: Vec<RowShown>,
    checks: Vec<CheckShown>,
}

impl FormPage {
    fn of(page: Page, base: Base, rows: FormRows, form: Form, open: Option<usize>) -> Self {
        let page = base.head(page);
        let (shown, checks) = (RowShown::all(&page, &rows, &form, open), CheckShown::all(&page, &rows));
        Self { here: base.here(), page, form, base, shown, checks, rows }
    }

    fn kinds(&self) -> Vec<(String, String)> {
        let word = |kind: RowKind| (kind.code().to_owned(), self.page.tcode("reporting-row-kind-", kind.code()));
        RowKind::ALL.map(word).into()
    }

    fn sources(&self) -> Vec<(String, String)> {
        let word = |source: String| {
            let words = self.page.tcode("reporting-source-", &source);
            (source, words)
        };
        sources().into_iter().map(word).collect()
    }

    fn signs(&self) -> Vec<(String, String)> {
        let word = |sign: Sign| (sign.code().to_owned(), self.page.tcode("reporting-sign-", sign.code()));
        Sign::ALL.map(word).into()
    }

    /// What a check can compare.
    fn figures(&self) -> Vec<(String, String)> {
        let rows = self.rows.rows.iter().filter(|row| matches!(row.kind, RowKind::Figure | RowKind::Question));
        let coded = rows.filter(|row| !row.code.is_empty());
        coded.map(|row| (row.code.clone(), row.label.clone())).collect()
    }

    /// The place of a row that is added at the end.
    fn end(&self) -> usize {
        self.shown.len().saturating_sub(1)
    }
}

/// The form as a unit will see it.
#[derive(Template)]
#[template(path = "reporting/form_seen.html")]
struct SeenPage {
    page: Page,
    form: Form,
    here: String,
    sections: Vec<SectionShown>,
    asked: ReportForm,
    checks: Vec<CheckTold>,
    /// What was typed, kept for the next step.
    typed: Vec<(String, String)>,
}

impl SeenPage {
    fn of(page: Page, base: &Base, asked: ReportForm, typed: Vec<(String, String)>) -> Self {
        let page = base.head(page);
        let asked = of_edition(asked, &base.edition);
        let form = Form::new();
        let nothing = std::collections::BTreeMap::new();
        let sections = form::sections(&page, &asked, &form, (&nothing, &nothing));
        let checks = CheckTold::all(&page, &asked);
        Self { here: base.here(), page, form, sections, asked, checks, typed }
    }

    fn yes_no(&self) -> Vec<(String, String)> {
        form::yes_no(&self.page)
    }

    fn headings(&self) -> &[Heading] {
        &self.asked.headings
    }

    const fn attachments(&self) -> u32 {
        self.asked.attachments
    }

    /// How many files the signed paper may have.
    fn signed_pages(&self) -> u32 {
        pages_of(&self.asked)
    }
}

fn filled(typed: &[(String, String)]) -> Form {
    typed.iter().fold(Form::new(), |form, (field, value)| form.with(field, value))
}

/// The fields of the page: those of the rows, the form's short name and the version that was seen.
fn typed(rows: &FormRows, seen: &str, code: &str) -> Vec<(String, String)> {
    let beside = [("seen".to_owned(), seen.to_owned()), ("code".to_owned(), code.to_owned())];
    beside.into_iter().chain(editor::fields(rows)).collect()
}

fn begin(page: Page, base: Base) -> Result<Response, Halt> {
    let rows = base.rows();
    let (seen, code) = base.kept.as_ref().map_or((0, ""), |kept| (kept.key.version, kept.key.code.as_str()));
    let form = filled(&typed(&rows, &seen.to_string(), code));
    html(&FormPage::of(page, base, rows, form, None))
}

pub(super) async fn show(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    begin(page, Base::load(&house, &viewer, &slug, Some(&code)).await?)
}

pub(super) async fn blank(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    begin(page, Base::load(&house, &viewer, &slug, None).await?)
}

pub(super) async fn change(
    State(house): State<House>,
    Path((slug, code)): Path<(String, String)>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let base = Base::load(&house, &viewer, &slug, Some(&code)).await?;
    taken(&house, &viewer, page, base, &posted.form).await
}

pub(super) async fn make(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let base = Base::load(&house, &viewer, &slug, None).await?;
    taken(&house, &viewer, page, base, &posted.form).await
}

/// Does what the button asks for; nothing is kept before it says so.
async fn taken(house: &House, viewer: &Viewer, page: Page, base: Base, form: &Form) -> Result<Response, Halt> {
    editor::only(form)?;
    let step = Step::of(form)?;
    let mut rows = editor::rows_in(form);
    let open = step.done(&mut rows);
    editor::fill_codes(&mut rows);
    let typed = typed(&rows, form.value("seen"), form.value("code"));
    let read = match step {
        Step::Keep | Step::Look => rows.read().or_refuse_all(),
        _ => return html(&FormPage::of(page, base, rows, filled(&typed), open)),
    };
    let halt = match (read, step) {
        (Ok(asked), Step::Look) => return html(&SeenPage::of(page, &base, asked, typed)),
        (Ok(_), _) => match kept(house, viewer, &base, form, rows.body()).await {
            Ok(to) => return Ok(redirect_with_flash(&house.site, &to, "reporting-form-kept")),
            Err(halt) => halt,
        },
        (Err(halt), _) => halt,
    };
    let mut form = filled(&typed);
    form.keep_refusals(&page, with_rows(halt))?;
    html(&FormPage::of(page, base, rows, form, None))
}

/// All rows have the same fields, so what is wrong with one says with which: the number behind its name.
fn with_rows(halt: Halt) -> Halt {
    match halt {
        Halt::Refused(mut refused) => {
            for each in &mut refused {
                let at = each.field.as_deref().and_then(|field| field.rsplit_once('_'));
                if let Some(at) = at.and_then(|(_, at)| at.parse::<i64>().ok()) {
                    each.facts.push(("row", Fact::Count(at + 1)));
                }
            }
            Halt::Refused(refused)
        }
        other => other,
    }
}

/// Kept under its own name it is the next version; under another it is a form of its own.
async fn kept(house: &House, viewer: &Viewer, base: &Base, form: &Form, body: String) -> Result<String, Halt> {
    let code = form.value("code").to_owned();
    let own = base.kept.as_ref().is_some_and(|kept| kept.key.code == code);
    let seen = if own { form.value("seen").parse().unwrap_or(0) } else { 0 };
    let command = KeepForm { edition: base.edition.id, code: code.clone(), seen, body };
    house.acts.perform(viewer.actor(), move |act| Box::pin(keep_form(act, command.clone()))).await?;
    Ok(format!("{}/{code}", base.register()))
}
