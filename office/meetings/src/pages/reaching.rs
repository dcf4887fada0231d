//! Whom news of a meeting reaches by mail and whom somebody has to call: read before it goes, counted after.

use axum::response::Response;
use hoithi_journal::Halt;
use hoithi_store::Conn;
use hoithi_web::{House, Page, redirect_with_flash, redirect_with_told_flash};
use jiff::civil::Date;

use crate::meeting::{Invitee, Meeting};
use crate::telling::{News, Told, who_knows};

/// What is read back: of what, and its lines.
pub(super) type Rows = Vec<(String, Vec<String>)>;

/// A line each for whom a mail reaches, whom none does, and whom the news leaves out.
pub(super) async fn reached(
    db: &mut Conn,
    page: &Page,
    (meeting, today): (&Meeting, Date),
    news: News,
) -> Result<Rows, Halt> {
    let people = who_knows(db, meeting, today).await?;
    if people.is_empty() {
        return Ok(vec![(page.t("meetings-reached"), vec![page.t("meetings-nobody-knows")])]);
    }
    let (told, spared): (Vec<_>, Vec<_>) = people.into_iter().partition(|(invitee, _)| news.concerns(invitee));
    let (mailed, called): (Vec<_>, Vec<_>) = told.into_iter().partition(|(_, addresses)| !addresses.is_empty());
    let spared_key = if news == News::Off { "meetings-away-off" } else { "meetings-away-moved" };
    let mut rows = vec![(page.t1("meetings-told-off", "count", mailed.len()), names(mailed))];
    for (key, people) in [("meetings-called", called), (spared_key, spared)] {
        if !people.is_empty() {
            rows.push((page.t1(key, "count", people.len()), names(people)));
        }
    }
    Ok(rows)
}

pub(super) fn names(people: Vec<(Invitee, Vec<String>)>) -> Vec<String> {
    people.into_iter().map(|(invitee, _)| invitee.name).collect()
}

/// To the meeting's page, which says what was done and, where anybody had to learn of it, how many did.
pub(super) fn done(house: &House, to: &str, (plain, counted): (&str, &str), told: Told) -> Response {
    if told == Told::default() {
        return redirect_with_flash(&house.site, to, plain);
    }
    let facts = [
        ("people", told.people.to_string()),
        ("letters", told.letters.to_string()),
        ("without", told.without.to_string()),
    ];
    redirect_with_told_flash(&house.site, to, counted, &facts)
}
