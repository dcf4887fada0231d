//! The leader's decision: read off the signed paper, printed in the decree's layout.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_correspondence::{KeptFile, answer_pdf, carried, carry, number_to_come, take_scan};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::{Refusals, Viewer};
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber, Signatory, SigningCapacity};
use hoithi_rules::day::{long_ago, parse_day};
use hoithi_rules::people::{Permission, PersonName};
use hoithi_rules::text::one_line;
use hoithi_store::Conn;
use hoithi_web::{Form, House, Page, Path, Posted, html, redirect_with_flash};
use jiff::civil::Date;

use super::prizes::Tier;
use super::{dressed, edition_of};
use crate::operations::{SignedDecision, changed_meanwhile, decide, lawful};
use crate::paper::{self, cost_words, symbol};
use crate::store;

const FIELDS: [&str; 9] =
    ["seen", "number", "date", "issuer", "on_behalf_of", "in_place_of", "position", "signer", "scan"];

/// A decision signed longer ago than this is asked about once more.
pub(super) const OLD_AFTER_DAYS: i32 = 30;

#[derive(Template)]
#[template(path = "awards/decision.html")]
struct DecisionPage {
    page: Page,
    form: Form,
    slug: String,
    prizes: usize,
    tiers: Vec<Tier>,
    total: String,
    decided: bool,
    /// Whether our register gives the number.
    gives: bool,
    /// Whether this person records for the leader, and so must bring the scan.
    scan_needed: bool,
    /// The scan that came already, by its name.
    scan: Option<String>,
}

impl DecisionPage {
    async fn load(house: &House, viewer: &Viewer, page: Page, slug: String, form: Option<Form>) -> Result<Self, Halt> {
        let mut db = house.read().await?;
        let edition = edition_of(&mut db, viewer, &slug).await?;
        let proposal = store::proposal(&mut db, edition.id).await?;
        let lines = store::proposed(&mut db, edition.id).await?;
        let seen = proposal.as_ref().map_or(0, |proposal| proposal.version);
        let tier = |tier: &hoithi_rules::awards::PrizeTier| {
            let given = lines.iter().filter(|line| line.tier == tier.code).count();
            Tier { name: tier.name.clone(), given, ceiling: tier.ceiling, money: String::new() }
        };
        let structure = edition.book.prizes().map(|part| &part.structure);
        let form = form.unwrap_or_else(|| prefilled(&edition, seen));
        let day = parse_day(form.value("date")).unwrap_or(viewer.today);
        Ok(Self {
            gives: number_given(&mut db, &form, day).await?.is_some(),
            scan: carried(house, form.value("scan")).map(|file| file.name),
            form,
            tiers: structure.map(|structure| structure.tiers.iter().map(tier).collect()).unwrap_or_default(),
            prizes: lines.len(),
            total: cost_words(&page, &lines),
            decided: proposal.is_some_and(|proposal| proposal.decided.is_some()),
            scan_needed: !viewer.may(Permission::AwardDecide, edition.place()),
            page: under_prizes(dressed(page, &edition, "awards-decision"), &slug),
            slug,
        })
    }
}

pub(super) fn under_prizes(page: Page, slug: &str) -> Page {
    let prizes = page.t("awards-prizes");
    page.under(prizes, format!("/ky/{slug}/giai-thuong"))
}

fn prefilled(edition: &Edition, seen: i64) -> Form {
    let rules = edition.book.rules();
    Form::new()
        .with("seen", seen)
        .with("number", format!("/{}", symbol(rules)))
        .with("issuer", &rules.committee)
        .with("on_behalf_of", "Ban Tổ chức")
        .with("position", "Trưởng ban")
}

pub(super) async fn show(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
) -> Result<Response, Halt> {
    html(&DecisionPage::load(&house, &viewer, page, slug, None).await?)
}

pub(super) async fn record(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
    page: Page,
    posted: Posted,
) -> Result<Response, Halt> {
    let mut known = FIELDS.to_vec();
    known.push("step");
    posted.form.only(&known)?;
    let edition = edition_of(&mut house.read().await?, &viewer, &slug).await?;
    let own_right = viewer.may(Permission::AwardDecide, edition.place());
    let halt = match given(&house, &edition, &posted, own_right).await {
        _ if posted.form.value("step") == "change" => {
            return html(&DecisionPage::load(&house, &viewer, page, slug, Some(posted.form)).await?);
        }
        Err(halt) => halt,
        Ok((decision, file)) if posted.form.value("step") == "record" && was_read(&posted.form, &decision) => {
            let command = decision.printed(&house, file).await?;
            match house.acts.perform(viewer.actor(), move |act| Box::pin(decide(act, command.clone()))).await {
                Ok(_) => {
                    let prizes = format!("/ky/{slug}/giai-thuong");
                    return Ok(redirect_with_flash(&house.site, &prizes, "awards-decision-recorded"));
                }
                Err(halt) => halt,
            }
        }
        Ok((decision, file)) => {
            match read_back(&house, &viewer, &page, &edition, (&decision, file), &posted.form).await {
                Ok(read_back) => return html(&read_back),
                Err(halt) => halt,
            }
        }
    };
    let mut form = posted.form;
    form.keep_refusals(&page, halt)?;
    html(&DecisionPage::load(&house, &viewer, page, slug, Some(form)).await?)
}

#[derive(Template)]
#[template(path = "awards/decision_read_back.html")]
struct ReadBack {
    page: Page,
    slug: String,
    decision: SignedDecision,
    file: Option<KeptFile>,
    /// For how many days it has been signed, where that is long.
    old: Option<i32>,
    prizes: usize,
    total: String,
    /// Everything that was typed, and the scan, for the buttons.
    kept: Vec<(&'static str, String)>,
}

impl ReadBack {
    fn scan(&self) -> String {
        self.file.as_ref().map_or_else(|| self.page.t("awards-no-scan"), |file| file.name.clone())
    }
}

async fn read_back(
    house: &House,
    viewer: &Viewer,
    page: &Page,
    edition: &Edition,
    (decision, file): (&SignedDecision, Option<KeptFile>),
    form: &Form,
) -> Result<ReadBack, Halt> {
    let mut db = house.read().await?;
    let proposal = store::proposal(&mut db, edition.id).await?.filter(|proposal| proposal.version == decision.seen);
    let proposal = proposal.ok_or_else(changed_meanwhile)?;
    let lines = store::proposed(&mut db, edition.id).await?;
    lawful(&mut db, (&decision.number, decision.date), &proposal, &lines, viewer.today).await?;
    let mut kept: Vec<(&'static str, String)> =
        FIELDS.iter().map(|field| (*field, form.value(field).to_owned())).collect();
    kept.retain(|(field, _)| *field != "number");
    kept.push(("number", decision.number.to_string()));
    if let Some(file) = &file {
        kept.retain(|(field, _)| *field != "scan");
        kept.push(("scan", carry(house, file)?));
    }
    Ok(ReadBack {
        page: under_prizes(dressed(page.clone(), edition, "awards-read-back"), &edition.slug.to_string()),
        slug: edition.slug.to_string(),
        old: long_ago(decision.date, viewer.today, OLD_AFTER_DAYS),
        prizes: lines.len(),
        total: cost_words(page, &lines),
        decision: decision.clone(),
        file,
        kept,
    })
}

async fn given(
    house: &House,
    edition: &Edition,
    posted: &Posted,
    own_right: bool,
) -> Result<(SignedDecision, Option<KeptFile>), Halt> {
    let form = &posted.form;
    let mut no = Refusals::new();
    let ours = match parse_day(form.value("date")) {
        Some(date) => number_given(&mut house.read().await?, form, date).await?.map(|number| (number, date)),
        None => None,
    };
    let (number, date) = match ours {
        Some((number, date)) => (Some(number), Some(date)),
        None => number_and_day(&mut no, form, edition),
    };
    let issuer = one_line(form.value("issuer"));
    let position = one_line(form.value("position"));
    for (field, text) in [("issuer", &issuer), ("position", &position)] {
        if text.is_empty() {
            no.add("awards.field_missing", field, "this must not be empty");
        }
    }
    let name = no.keep("signer", form.value("signer").parse::<PersonName>());
    let kept = carried(house, form.value("scan")).filter(|_| posted.file("file").is_none());
    let file = match kept {
        Some(kept) => Some(Some(kept)),
        None => no.absorb(take_scan(house, posted, "file", own_right))?,
    };
    let (Some(date), Some(number), Some(name), Some(file), true) = (date, number, name, file, no.is_empty()) else {
        return Err(no.halt());
    };
    let signatory = signatory(form, position, name);
    let seen = form.value("seen").parse().unwrap_or(0);
    Ok((SignedDecision { edition: edition.id, seen, number, date, issuer, signatory }, file))
}

/// The number that our register gives the decision of that issuer on that day; none where it is typed
/// off the paper.
async fn number_given(db: &mut Conn, form: &Form, date: Date) -> Result<Option<DocumentNumber>, Halt> {
    number_to_come(db, (&one_line(form.value("issuer")), &DocumentKind::Decision), date).await
}

/// Whether the number is the one that was read back: the register's next one may be another by now.
fn was_read(form: &Form, decision: &SignedDecision) -> bool {
    DocumentNumber::parse(form.value("number"), decision.date.year()).is_ok_and(|read| read == decision.number)
}

/// As they stand on the paper, each refused at its field.
pub(super) fn number_and_day(
    no: &mut Refusals,
    form: &Form,
    edition: &Edition,
) -> (Option<DocumentNumber>, Option<Date>) {
    let date = parse_day(form.value("date"));
    if date.is_none() {
        no.add("awards.day_malformed", "date", "this is no day");
    }
    let year = date.map_or(edition_year(edition), Date::year);
    (no.keep("number", DocumentNumber::parse(form.value("number"), year)), date)
}

/// The head signs alone or for the collective; a deputy signs in the head's place, for the
/// collective too where there is one.
fn signatory(form: &Form, position: String, name: PersonName) -> Signatory {
    let (collective, head) = (one_line(form.value("on_behalf_of")), one_line(form.value("in_place_of")));
    let (capacity, on_behalf_of, in_place_of) = match (collective.is_empty(), head.is_empty()) {
        (true, true) => (SigningCapacity::Own, String::new(), String::new()),
        (false, true) => (SigningCapacity::OnBehalf, String::new(), collective),
        (_, false) => (SigningCapacity::ForHead, collective, head),
    };
    Signatory { capacity, on_behalf_of, in_place_of, position, name }
}

/// Only so that a malformed day does not hide what is wrong with the number.
fn edition_year(edition: &Edition) -> i16 {
    i16::try_from(edition.book.rules().years.last).unwrap_or(2020)
}

pub(super) async fn pdf(
    State(house): State<House>,
    Path(slug): Path<String>,
    viewer: Viewer,
) -> Result<Response, Halt> {
    let mut db = house.read().await?;
    let edition = edition_of(&mut db, &viewer, &slug).await?;
    decision_pdf(&house, db, &edition).await
}

/// The award decision with its list as a PDF: as it was signed, or as a draft for the leader.
pub async fn decision_pdf(house: &House, db: Conn, edition: &Edition) -> Result<Response, Halt> {
    let bytes = paper::pdf(house, db, edition).await?.ok_or_else(Halt::not_found)?;
    Ok(answer_pdf(bytes, "quyet-dinh-trao-giai.pdf"))
}
