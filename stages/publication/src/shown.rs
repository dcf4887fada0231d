//! What the public reads after the announcement, rendered once.
//!
//! An announced result does not change, so its pages are put together once for each language and
//! then only handed out. The key changes with the announcement, with every version of the book, with what a
//! contest above judges blind: the titles of those are not shown beside names; and with the authors who
//! consent to see their names here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use askama::Template;
use hoithi_awards::AwardLine;
use hoithi_edition::Edition;
use hoithi_entries::{EntryCard, NamingConsents, Standing};
use hoithi_journal::Halt;
use hoithi_rules::edition::Category;
use hoithi_rules::ids::{AuthorId, EditionId, EntryId};
use hoithi_store::{Conn, Remembered};
use hoithi_web::{Lang, Page, fold};
use jiff::Timestamp;

use crate::certificate::Certificate;

/// The result of an edition as it is shown.
pub(crate) struct Shown {
    /// The list of prizes.
    pub(crate) result: String,
    /// The solutions that were judged, in the order of their numbers.
    pub(crate) solutions: Vec<Solution>,
    /// The same for programs.
    pub(crate) prizes: Vec<AwardLine>,
    /// Figures: categories with how many solutions each.
    pub(crate) by_category: Vec<(String, String, usize)>,
}

/// A row of the list of solutions.
pub(crate) struct Solution {
    pub(crate) category: String,
    /// Number, title and unit, as a search reads them.
    pub(crate) folded: String,
    pub(crate) row: String,
}

type Key = (EditionId, Timestamp, i64, bool, BTreeSet<EntryId>, NamingConsents);

static SHOWN: Remembered<Key, Arc<Shown>> = Remembered::at_most(64);

/// What is shown of an edition, or nothing before its announcement.
pub(crate) async fn shown(db: &mut Conn, edition: &Edition, page: &Page) -> Result<Option<Arc<Shown>>, Halt> {
    let Some(at) = edition.state.announced_at() else { return Ok(None) };
    let blind_above = hoithi_entries::judged_blind_above(db, edition).await?;
    let consents = hoithi_entries::naming_consents(db).await?;
    let key = (edition.id, at, edition.version, page.language() == Lang::En, blind_above.clone(), consents);
    if let Some(ready) = SHOWN.get(&key) {
        return Ok(Some(ready));
    }
    let unnamed = hoithi_entries::names_kept_back(db, edition.id).await?;
    let made = Arc::new(make(db, edition, page, (&blind_above, &unnamed)).await?);
    SHOWN.keep(key, &made);
    Ok(Some(made))
}

/// Whether the title on a certificate stands back on the web, because a contest above judges that entry blind.
pub(crate) async fn is_kept_back(db: &mut Conn, certificate: &Certificate) -> Result<bool, Halt> {
    let edition = hoithi_edition::edition(db, certificate.edition).await?.ok_or_else(Halt::not_found)?;
    let blind_above = hoithi_entries::judged_blind_above(db, &edition).await?;
    if blind_above.is_empty() {
        return Ok(false);
    }
    let lines = hoithi_awards::awards(db, edition.id).await?;
    let award = lines.iter().find(|line| line.id == certificate.award);
    Ok(award.is_none_or(|line| blind_above.contains(&line.entry)))
}

async fn make(
    db: &mut Conn,
    edition: &Edition,
    page: &Page,
    (blind_above, unnamed): (&BTreeSet<EntryId>, &BTreeSet<AuthorId>),
) -> Result<Shown, Halt> {
    let mut prizes = hoithi_awards::awards(db, edition.id).await?;
    let name_kept_back = page.t("publication-name-kept-back");
    let authors = prizes.iter_mut().flat_map(|prize| prize.authors.iter_mut());
    authors
        .filter(|author| unnamed.contains(&author.author))
        .for_each(|author| author.name.clone_from(&name_kept_back));
    let mut judged = judged(db, edition).await?;
    let kept_back = page.t("publication-title-kept-back");
    prizes
        .iter_mut()
        .filter(|prize| blind_above.contains(&prize.entry))
        .for_each(|prize| prize.title.clone_from(&kept_back));
    judged.iter_mut().filter(|card| blind_above.contains(&card.id)).for_each(|card| card.title.clone_from(&kept_back));
    let keeps_back = !blind_above.is_empty();
    let decision = cited(db, edition, page).await?;
    let categories = &edition.book.rules().categories;
    let tiers = by_tier(&prizes, categories);
    let result = ResultBody { page, slug: edition.slug.as_str(), decision, keeps_back, tiers };
    Ok(Shown {
        result: result.render().map_err(Halt::fault)?,
        solutions: solutions(page, categories, &judged, &prizes)?,
        by_category: by_category(categories, &judged),
        prizes,
    })
}

/// Screening admitted them, so they were judged; a title is public, a description never.
pub(crate) async fn judged(db: &mut Conn, edition: &Edition) -> Result<Vec<EntryCard>, Halt> {
    let mut cards = hoithi_entries::entries_of(db, edition.id).await?;
    cards.retain(|card| card.state == Standing::Admitted);
    cards.sort_by(|a, b| a.number.cmp(&b.number));
    Ok(cards)
}

async fn cited(db: &mut Conn, edition: &Edition, page: &Page) -> Result<String, Halt> {
    let Some(decided) = hoithi_awards::decision(db, edition.id).await? else { return Ok(String::new()) };
    let document = hoithi_correspondence::document(db, decided.document).await?.ok_or_else(Halt::not_found)?;
    let Some((number, date)) = document.signed() else { return Ok(String::new()) };
    let issuer = document.content.issuer.clone();
    let facts = [("number", number.to_string()), ("day", page.day(date)), ("issuer", issuer)];
    Ok(page.tx("publication-decision-cited", &facts))
}

#[derive(Template)]
#[template(path = "publication/_result.html")]
struct ResultBody<'a> {
    page: &'a Page,
    slug: &'a str,
    decision: String,
    keeps_back: bool,
    tiers: Vec<TierShown<'a>>,
}

/// A prize with who received it, in each category.
struct TierShown<'a> {
    name: &'a str,
    count: usize,
    categories: Vec<(&'a str, Vec<&'a AwardLine>)>,
}

/// By prize, and within it in the order in which the rule book names the categories.
fn by_tier<'a>(prizes: &'a [AwardLine], categories: &[Category]) -> Vec<TierShown<'a>> {
    let place = |prize: &AwardLine| categories.iter().position(|each| each.code.as_str() == prize.category);
    let mut tiers: BTreeMap<i64, BTreeMap<Option<usize>, Vec<&AwardLine>>> = BTreeMap::new();
    for prize in prizes {
        tiers.entry(prize.tier_place).or_default().entry(place(prize)).or_default().push(prize);
    }
    let shown = |by_category: BTreeMap<Option<usize>, Vec<&'a AwardLine>>| {
        let first = by_category.values().flatten().next();
        TierShown {
            name: first.map_or("", |prize| prize.tier_name.as_str()),
            count: by_category.values().map(Vec::len).sum(),
            categories: by_category.into_values().map(|prizes| (prizes[0].category_name.as_str(), prizes)).collect(),
        }
    };
    tiers.into_values().map(shown).collect()
}

#[derive(Template)]
#[template(path = "publication/_solution.html")]
struct SolutionRow<'a> {
    page: &'a Page,
    number: String,
    title: &'a str,
    category: &'a str,
    unit: &'a str,
    prize: &'a str,
}

fn solutions(
    page: &Page,
    categories: &[Category],
    judged: &[EntryCard],
    prizes: &[AwardLine],
) -> Result<Vec<Solution>, Halt> {
    let prizes: HashMap<EntryId, &str> = prizes.iter().map(|prize| (prize.entry, prize.tier_name.as_str())).collect();
    let solution = |card: &EntryCard| {
        let category = card.category.as_ref().map_or("", |code| code.as_str());
        let row = SolutionRow {
            page,
            number: card.number.as_ref().map(ToString::to_string).unwrap_or_default(),
            title: &card.title,
            category: name_of(categories, category),
            unit: card.organisation.as_deref().unwrap_or(&card.unit_name),
            prize: prizes.get(&card.id).copied().unwrap_or_default(),
        };
        Ok(Solution {
            category: category.to_owned(),
            folded: fold(&format!("{} {} {}", row.number, row.title, row.unit)),
            row: row.render().map_err(Halt::fault)?,
        })
    };
    judged.iter().map(solution).collect()
}

fn name_of<'a>(categories: &'a [Category], code: &str) -> &'a str {
    categories.iter().find(|category| category.code.as_str() == code).map_or("", |category| &category.name)
}

fn by_category(categories: &[Category], judged: &[EntryCard]) -> Vec<(String, String, usize)> {
    let count = |category: &Category| {
        let of = judged.iter().filter(|card| card.category.as_ref() == Some(&category.code)).count();
        (category.code.to_string(), category.name.clone(), of)
    };
    categories.iter().map(count).collect()
}
