//! The formula: published for everybody, changed by the agency with a reason.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{OrRefuseAll, Viewer};
use hoithi_rules::commendation::{Criterion, Formula, Rule};
use hoithi_rules::people::Permission;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::{edition_for, known, words};
use crate::operations::{PublishFormula, publish_formula};
use crate::store::{self, Kept, Origin};

#[derive(Template)]
#[template(path = "commendation/formula.html")]
struct FormulaPage {
    page: Page,
    kept: Kept,
    lines: Vec<(String, Rule)>,
    /// Earlier and present versions: number, day, why.
    versions: Vec<(i64, String, String)>,
    /// Document and first day of the one that the rule book has from a later day on.
    to_come: Option<(String, String)>,
}

impl FormulaPage {
    fn is_assumed(&self) -> bool {
        self.kept.origin == Origin::Assumed
    }

    fn is_of_book(&self) -> bool {
        self.kept.origin == Origin::Book
    }

    fn comes(&self) -> Option<String> {
        let (document, day) = self.to_come.clone()?;
        Some(self.page.tx("commendation-of-book-later", &[("document", document), ("day", day)]))
    }
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = known(&mut db, &viewer, &slug).await?;
    let all = store::formulas(&mut db, &edition, viewer.today).await?;
    drop(db);
    let kept = all.first().cloned().ok_or_else(Halt::not_found)?;
    let day = |kept: &Kept| kept.at.map(|at| page.day(at.to_zoned(page.zone()).date())).unwrap_or_default();
    let published = all.iter().filter(|kept| kept.version > 0);
    let versions = published.map(|kept| (kept.version, day(kept), kept.why.clone())).collect();
    let line = |criterion| (words::criterion(&page, &edition.book, criterion), kept.formula.rule(criterion));
    let lines = Criterion::ALL.map(line).into();
    let page = page.under(edition.title(), format!("/ky/{slug}")).titled("commendation-formula");
    let to_come = edition.book.merit().map(|part| &part.source).filter(|source| source.in_force > viewer.today);
    let to_come = to_come.map(|source| (source.document.to_string(), page.day(source.in_force)));
    html(&FormulaPage { page, kept, lines, versions, to_come })
}

/// A criterion's word and the names of its two fields.
struct Fields {
    word: String,
    each: String,
    ceiling: String,
}

#[derive(Template)]
#[template(path = "commendation/formula_edit.html")]
struct EditPage {
    page: Page,
    form: Form,
    slug: String,
    assumed: bool,
    criteria: Vec<Fields>,
    /// Why it is changed here no more.
    stands: Option<&'static str>,
}

impl EditPage {
    async fn load(
        db: &mut Conn,
        page: Page,
        (edition, today): (&Edition, Date),
        form: Option<Form>,
    ) -> Result<Self, Halt> {
        let kept = store::formula(db, edition, today).await?;
        let label = page.t("commendation-standings");
        let fields = |criterion| Fields {
            word: words::criterion(&page, &edition.book, criterion),
            each: format!("each_{criterion}"),
            ceiling: format!("ceiling_{criterion}"),
        };
        let criteria = Criterion::ALL.map(fields);
        let in_use = store::stands(db, edition.id).await?;
        let stands = match edition.book.merit() {
            Some(_) => Some("refusal-commendation-formula-in-book"),
            None if in_use => Some("refusal-commendation-formula-in-use"),
            None => None,
        };
        Ok(Self {
            stands,
            criteria: criteria.into(),
            form: form.unwrap_or_else(|| filled(&kept)),
            page: page.titled("commendation-formula-edit").under(label, format!("/ky/{}/khen-thuong", edition.slug)),
            slug: edition.slug.to_string(),
            assumed: kept.origin == Origin::Assumed,
        })
    }
}

fn filled(kept: &Kept) -> Form {
    let form = Form::new().with("seen", kept.version);
    Criterion::ALL.into_iter().fold(form, |form, criterion| {
        let rule = kept.formula.rule(criterion);
        let ceiling = rule.ceiling.map(|most| most.to_string()).unwrap_or_default();
        form.with(&format!("each_{criterion}"), rule.each).with(&format!("ceiling_{criterion}"), ceiling)
    })
}

pub(super) async fn edit(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_for(&mut db, &viewer, &slug, Permission::CommendationPropose).await?;
    html(&EditPage::load(&mut db, page, (&edition, viewer.today), None).await?)
}

pub(super) async fn publish(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut form = posted.form;
    let names: Vec<String> =
        Criterion::ALL.iter().flat_map(|each| [format!("each_{each}"), format!("ceiling_{each}")]).collect();
    let fields: Vec<&str> = names.iter().map(String::as_str).chain(["seen", "why"]).collect();
    form.only(&fields)?;
    let edition = edition_for(&mut house.read().await?, &viewer, &slug, Permission::CommendationPropose).await?;
    let typed =
        |criterion: Criterion| (form.value(&format!("each_{criterion}")), form.value(&format!("ceiling_{criterion}")));
    let published = match Formula::parse(typed).or_refuse_all() {
        Ok(formula) => {
            let seen = form.value("seen").parse().unwrap_or(-1);
            let command = PublishFormula { edition: edition.id, seen, formula, why: form.value("why").to_owned() };
            house.acts.perform(viewer.actor(), move |act| Box::pin(publish_formula(act, command.clone()))).await
        }
        Err(halt) => Err(halt),
    };
    match published {
        Ok(_) => Ok(redirect_with_flash(
            &house.site,
            &format!("/ky/{slug}/cach-tinh-diem"),
            "commendation-formula-published",
        )),
        Err(halt) => {
            form.keep_refusals(&page, halt)?;
            html(&EditPage::load(&mut house.read().await?, page, (&edition, viewer.today), Some(form)).await?)
        }
    }
}
