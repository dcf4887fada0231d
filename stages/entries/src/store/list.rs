//! Lists of entries: an edition's, filtered, sorted and searched; an account's own.

use hoithi_rules::edition::CategoryCode;
use hoithi_rules::entries::EntryNumber;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_store::{Conn, Row, StoreError, params};
use hoithi_web::fold;
use jiff::Timestamp;

use super::read::code_opt;
use crate::standing::Standing;

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct List {
    pub(crate) standing: Option<Standing>,
    pub(crate) category: Option<CategoryCode>,
    pub(crate) unit: Option<UnitId>,
    /// Only these units', for whoever answers for them alone.
    pub(crate) of_units: Option<Vec<UnitId>>,
    /// Words that must all be found.
    pub(crate) words: String,
    pub(crate) by_title: bool,
    pub(crate) most: i64,
    pub(crate) skip: i64,
}

/// One line of a list.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) id: EntryId,
    pub(crate) edition: EditionId,
    pub(crate) number: Option<EntryNumber>,
    pub(crate) title: String,
    pub(crate) category: Option<CategoryCode>,
    pub(crate) unit_name: String,
    pub(crate) byline: String,
    pub(crate) standing: Standing,
    pub(crate) submitted_at: Option<Timestamp>,
    pub(crate) version: i64,
}

/// Lines, and how many there are in all.
#[derive(Debug)]
pub(crate) struct Listing {
    pub(crate) lines: Vec<Line>,
    pub(crate) total: i64,
}

/// Which lines are wanted, one text for every filter: an absent one lets everything through. A draft that its author
/// still writes is in nobody's list but the author's own.
macro_rules! wanted {
    () => {
        " FROM entries
          WHERE edition_id = $1
            AND ($2 IS NULL OR standing = $2)
            AND ($3 IS NULL OR category = $3)
            AND ($4 IS NULL OR unit_id = $4)
            AND ($5 IS NULL OR $5 LIKE '%' || unit_id || '%')
            AND (submitted_at IS NOT NULL OR owner_id IS NULL OR recorder_id IS NOT NULL)"
    };
}

/// A page of them, found in the order of an index: what no page shows is not read.
macro_rules! a_page {
    ($order:literal) => {
        concat!(
            "SELECT id, edition_id, number, title, category, unit_name, byline, standing, submitted_at, version",
            wanted!(),
            " AND ($6 = '%%' OR (folded LIKE $6 ESCAPE '!' AND folded LIKE $7 ESCAPE '!' AND folded LIKE $8 ESCAPE '!'))
              ORDER BY ",
            $order,
            "COALESCE(sequence, 1000000000), begun_at, id LIMIT $9 OFFSET $10"
        )
    };
}

const BY_NUMBER: &str = a_page!("");
const BY_TITLE: &str = a_page!("folded_title, ");

/// How many there are, out of an index alone.
const TOTAL: &str = concat!("SELECT COUNT(*) AS total", wanted!());

/// How many there are that have the words.
const TOTAL_WITH_WORDS: &str = concat!(
    "SELECT COUNT(*) AS total",
    wanted!(),
    " AND folded LIKE $6 ESCAPE '!' AND folded LIKE $7 ESCAPE '!' AND folded LIKE $8 ESCAPE '!'"
);

/// A page of an edition's list, and how long all of it is.
pub(crate) async fn list(db: &mut Conn, edition: EditionId, asked: &List) -> Result<Listing, StoreError> {
    let [one, two, three] = patterns(&asked.words);
    let mut wanted = params![
        edition.uuid(),
        asked.standing.map(Standing::code),
        asked.category.as_ref().map(CategoryCode::as_str),
        asked.unit.map(UnitId::uuid),
        one_text(asked.of_units.as_deref()),
    ];
    let mut total = TOTAL;
    if !fold(&asked.words).trim().is_empty() {
        total = TOTAL_WITH_WORDS;
        wanted.extend(params![one.as_str(), two.as_str(), three.as_str()]);
    }
    let total = db.one(total, wanted.clone()).await?.int("total")?;
    wanted.truncate(5);
    wanted.extend(params![one, two, three, asked.most, asked.skip]);
    let rows = db.all(if asked.by_title { BY_TITLE } else { BY_NUMBER }, wanted).await?;
    Ok(Listing { lines: rows.iter().map(read_line).collect::<Result<_, _>>()?, total })
}

/// Ids are of one length, so that none is found inside another.
fn one_text(units: Option<&[UnitId]>) -> Option<String> {
    units.map(|units| units.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
}

/// Two words anywhere, and the rest as it stands.
pub(super) fn patterns(words: &str) -> [String; 3] {
    let folded = fold(words);
    let mut words = folded.split_whitespace();
    let (one, two) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let rest = words.collect::<Vec<_>>().join(" ");
    [one, two, rest.as_str()].map(|part| format!("%{}%", part.replace('!', "!!").replace('%', "!%").replace('_', "!_")))
}

pub(super) fn read_line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        id: row.parsed("id")?,
        edition: row.parsed("edition_id")?,
        number: row.parsed_opt("number")?,
        title: row.text_opt("title")?.unwrap_or_default(),
        category: code_opt(row, "category", CategoryCode::parse)?,
        unit_name: row.text("unit_name")?,
        byline: row.text("byline")?,
        standing: row.parsed("standing")?,
        submitted_at: row.instant_opt("submitted_at")?,
        version: row.int("version")?,
    })
}

/// How many entries share standing, category and unit: the filters' figures come from these.
#[derive(Clone, Debug)]
pub(crate) struct Facet {
    pub(crate) standing: Standing,
    pub(crate) unit: Option<UnitId>,
    pub(crate) unit_name: String,
    pub(crate) count: i64,
}

pub(crate) async fn facets(
    db: &mut Conn,
    edition: EditionId,
    of_units: Option<&[UnitId]>,
) -> Result<Vec<Facet>, StoreError> {
    let rows = db
        .all(
            "SELECT standing, unit_id, unit_name, COUNT(*) AS entries
               FROM entries
              WHERE edition_id = $1
                AND ($2 IS NULL OR $2 LIKE '%' || unit_id || '%')
                AND (submitted_at IS NOT NULL OR owner_id IS NULL OR recorder_id IS NOT NULL)
              GROUP BY standing, unit_id, unit_name
              ORDER BY unit_name",
            params![edition.uuid(), one_text(of_units)],
        )
        .await?;
    let facet = |row: &Row| {
        Ok(Facet {
            standing: row.parsed("standing")?,
            unit: row.parsed_opt("unit_id")?,
            unit_name: row.text("unit_name")?,
            count: row.int("entries")?,
        })
    };
    rows.iter().map(facet).collect()
}

/// What others sent with these units' help: submitted, and sent by none of them.
pub(crate) async fn helped_by(db: &mut Conn, edition: EditionId, units: &[UnitId]) -> Result<Vec<Line>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, number, title, category, unit_name, byline, standing, submitted_at, version
               FROM entries
              WHERE edition_id = $1 AND submitted_at IS NOT NULL
                AND (id IN (SELECT entry_id FROM entry_assisting_units WHERE $2 LIKE '%' || unit_id || '%')
                  OR id IN (SELECT m.stays_id FROM entry_merge_helpers h JOIN entry_merges m ON m.id = h.merge_id
                             WHERE m.undone_at IS NULL AND $2 LIKE '%' || h.unit_id || '%'))
                AND (unit_id IS NULL OR $2 NOT LIKE '%' || unit_id || '%')
              ORDER BY COALESCE(sequence, 1000000000), begun_at, id",
            params![edition.uuid(), one_text(Some(units))],
        )
        .await?;
    rows.iter().map(read_line).collect()
}

/// The entries that an account writes or is an author of, and those it writes for others.
pub(crate) async fn of_account(db: &mut Conn, account: AccountId) -> Result<Vec<Line>, StoreError> {
    let rows = db
        .all(
            "SELECT id, edition_id, number, title, category, unit_name, byline, standing, submitted_at, version
               FROM entries
              WHERE owner_id = $1 OR recorder_id = $1
                 OR id IN (SELECT entry_id FROM entry_authors WHERE account_id = $1)
              ORDER BY begun_at DESC, id",
            params![account.uuid()],
        )
        .await?;
    rows.iter().map(read_line).collect()
}
