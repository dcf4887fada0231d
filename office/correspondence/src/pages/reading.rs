//! Number and day read back before they are recorded: a slip of the finger is seen in time, without
//! a script.

use hoithi_journal::Halt;
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::day::{day_in_vietnam, long_ago};
use hoithi_store::Conn;
use hoithi_web::{Form, Page};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::bearing::would_bear;
use crate::bodies::gives_number;
use crate::document::{Document, Origin};
use crate::steps::begun_on;
use crate::store;

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
    /// What is odd about its day, or its symbol beside the draft's; mostly nothing.
    pub(super) warns: Vec<String>,
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
            warns: warns.into_iter().flatten().collect(),
        }
    }
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
    Ok(Some(Reading::of(page, (number, date), token, (now, begun, symbol))))
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
