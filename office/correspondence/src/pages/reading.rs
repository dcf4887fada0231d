//! Number and day read back before they are recorded: a slip of the finger is seen in time, without
//! a script.

use hoithi_journal::Halt;
use hoithi_rules::correspondence::{DocumentKind, DocumentNumber};
use hoithi_rules::day::{day_in_vietnam, long_ago};
use hoithi_store::Conn;
use hoithi_web::{Form, Page, fold};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::bearing::would_bear;
use crate::bodies::gives_number;
use crate::document::{Document, Origin};
use crate::press::cited_short;
use crate::steps::begun_on;
use crate::store::{self, out_of_order};
use crate::text::kind_named;

/// A document signed longer ago than this many days is asked about.
const OLD_AFTER_DAYS: i32 = 60;

/// What is about to be recorded.
pub(super) struct Reading {
    /// By which the next form says what was read.
    pub(super) token: String,
    /// In words.
    pub(super) says: String,
    /// Number and day alone.
    pub(super) bears: String,
    /// What is odd about its day, its number, its symbol or its kind, and what to do then; mostly nothing.
    pub(super) warns: Vec<(String, String)>,
}

impl Reading {
    fn of(
        page: &Page,
        (number, date): (&DocumentNumber, Date),
        token: String,
        (now, begun, symbol): (Timestamp, Option<Date>, &str),
    ) -> Self {
        let facts = [("number", number.to_string()), ("day", page.day(date))];
        let old = long_ago(date, day_in_vietnam(now), OLD_AFTER_DAYS);
        let early = begun.filter(|begun| date < *begun);
        let other = !symbol.is_empty() && symbol != number.symbol();
        let warns = [
            old.map(|days| page.t1("correspondence-long-ago", "days", days)),
            early.map(|begun| page.t1("correspondence-before-draft", "begun", page.day(begun))),
            other.then(|| page.t1("correspondence-other-symbol", "symbol", symbol)),
        ];
        Self {
            says: page.tx(
                if token == given_token(date) { "correspondence-reading-given" } else { "correspondence-reading" },
                &facts,
            ),
            token,
            bears: page.tx("correspondence-number-and-day", &facts),
            warns: warns.into_iter().flatten().map(|warns| (warns, page.t("correspondence-long-ago-text"))).collect(),
        }
    }
}

/// Which kind the symbol of a number tells, where that is not the kind that was chosen: `QĐ-UBND` is of a
/// decision, `UBND-VX` of a letter. Of kinds that the decree does not list nothing is known.
fn other_kind(chosen: &DocumentKind, symbol: &str) -> Option<DocumentKind> {
    let is_year = |part: &&str| part.chars().all(|letter| letter.is_ascii_digit());
    let head = fold(symbol.split(['-', '/']).find(|part| !is_year(part)).unwrap_or_default());
    let bears_it = |kind: &DocumentKind| kind.abbreviation().is_some_and(|short| fold(short) == head);
    if bears_it(chosen) {
        return None;
    }
    let listed = DocumentKind::LISTED.into_iter().find(bears_it);
    listed.or_else(|| chosen.abbreviation().map(|_| DocumentKind::OfficialLetter))
}

/// What the register knows against number and kind.
async fn doubts(
    db: &mut Conn,
    page: &Page,
    document: &Document,
    (number, date): (&DocumentNumber, Date),
) -> Result<Vec<(String, String)>, Halt> {
    let chosen = &document.content.kind;
    let kind = other_kind(chosen, number.symbol()).map(|told| {
        let facts = [
            ("symbol", number.symbol().to_owned()),
            ("told", kind_named(page, &told)),
            ("chosen", kind_named(page, chosen)),
        ];
        (page.tx("correspondence-kind-told", &facts), page.t("correspondence-kind-told-text"))
    });
    let other = out_of_order(db, document, (number, date)).await?.map(|card| {
        let says = page.t1("correspondence-out-of-order", "other", cited_short(&card));
        (says, page.t("correspondence-long-ago-text"))
    });
    Ok(kind.into_iter().chain(other).collect())
}

fn token_of(number: &DocumentNumber, date: Date) -> String {
    format!("{number} {} {date}", number.year())
}

/// The same where our register gives the number: the day alone is read, the number is the next one.
fn given_token(date: Date) -> String {
    format!("next {date}")
}

/// What has to be read back before the document bears these; none once that was done. What the law
/// refuses is refused before anybody reads it.
pub(super) async fn to_read_back(
    db: &mut Conn,
    page: &Page,
    form: &Form,
    document: &Document,
    (number, date): (&DocumentNumber, Date),
    now: Timestamp,
) -> Result<Option<Reading>, Halt> {
    let given = !document.number_given && gives_number(db, document, date).await?;
    let token = if given { given_token(date) } else { token_of(number, date) };
    if form.value("read") == token {
        return Ok(None);
    }
    let bases = store::bases_of(db, document.id).await?;
    would_bear(db, document, (number, date), &bases, now).await?;
    let begun = begun_on(db, document.id).await?;
    // What came signed has no draft of ours that it could differ from.
    let symbol = if document.origin == Origin::Received { "" } else { document.content.symbol.as_str() };
    let mut reading = Reading::of(page, (number, date), token, (now, begun, symbol));
    reading.warns.extend(doubts(db, page, document, (number, date)).await?);
    Ok(Some(reading))
}

/// The reading of a form whose other fields were refused after it was read back; `begun` is the day on which
/// the draft was, `symbol` what stands on it.
pub(super) fn still_read(
    page: &Page,
    form: &Form,
    (now, begun, symbol): (Timestamp, Option<Date>, &str),
) -> Option<Reading> {
    let date = hoithi_rules::day::parse_day(form.value("date"))?;
    let number = DocumentNumber::parse(form.value("number"), date.year()).ok()?;
    let refused = ["number", "date"].iter().any(|field| form.error(field).is_some());
    let token = form.value("read").to_owned();
    let was_read = [token_of(&number, date), given_token(date)].contains(&token);
    (was_read && !refused).then(|| Reading::of(page, (&number, date), token, (now, begun, symbol)))
}
