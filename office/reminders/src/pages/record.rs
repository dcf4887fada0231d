//! What was reminded to whom, when, by which way, with what result: by role and unit, not by address.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hoithi_journal::{Halt, channels_down, outbox_mail};
use hoithi_people::Viewer;
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Permission, Place};
use hoithi_rules::reminders::Kind;
use hoithi_store::{Conn, StoreError};
use hoithi_units::unit_names;
use hoithi_web::{Asked, Form, House, Page, html};

use crate::store::{Narrowed, ToldLine, count_told, told_lines};

const LINES_A_PAGE: usize = 50;

/// By which way somebody was told; by none where somebody has to call.
const WAYS: [&str; 3] = ["mail", "short", "none"];

#[derive(Template)]
#[template(path = "reminders/record.html")]
struct RecordPage {
    page: Page,
    form: Form,
    kinds: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    /// Channels that take nothing at present.
    down: Vec<String>,
    lines: Vec<ToldLine>,
    units: BTreeMap<UnitId, String>,
    /// What became of each message.
    states: BTreeMap<String, String>,
    /// `1–50 trong 120 dòng`.
    place: String,
    previous: String,
    next: String,
}

impl RecordPage {
    fn unit(&self, line: &ToldLine) -> String {
        line.unit.and_then(|unit| self.units.get(&unit)).cloned().unwrap_or_default()
    }

    fn state(&self, line: &ToldLine) -> &str {
        let state = line.message.as_ref().and_then(|message| self.states.get(message));
        state.map_or("nobody", String::as_str)
    }

    /// That a telephone was told the same, and what became of that.
    fn telephone(&self, line: &ToldLine) -> Option<String> {
        let state = self.states.get(line.second.as_ref()?)?;
        Some(self.page.t1("reminders-also-short", "result", self.page.tcode("reminders-result-", state)))
    }

    fn tone(&self, line: &ToldLine) -> &'static str {
        match self.state(line) {
            "sent" => "done",
            "waiting" => "doing",
            "failed" => "stop",
            "nobody" => "warn",
            _ => "neutral",
        }
    }
}

pub(super) async fn list(
    State(house): State<House>,
    viewer: Viewer,
    page: Page,
    asked: Asked,
) -> Result<Response, Halt> {
    let form = asked.only(&["loai", "cach", "trang"])?;
    viewer.allowed(Permission::RemindersView, Place::HOUSE)?;
    let kind = form.choice("loai", Kind::from_code)?;
    let channel = form.choice("cach", |code| WAYS.into_iter().find(|way| *way == code))?;
    let narrowed = Narrowed { kind, channel: channel.unwrap_or_default() };
    let mut db = house.read().await?;
    let found = count_told(&mut db, narrowed).await?;
    let pages = found.div_ceil(LINES_A_PAGE).max(1);
    let number = form.value("trang").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let skip = (number - 1) * LINES_A_PAGE;
    let lines = told_lines(&mut db, narrowed, (long(LINES_A_PAGE), long(skip))).await?;
    let kept = |field: &str| form.given(field).map(|value| format!("{field}={value}&")).unwrap_or_default();
    let beginning = kept("loai") + &kept("cach");
    let other = |wanted: bool, number: usize| {
        if wanted { format!("/nhac-viec?{beginning}trang={number}") } else { String::new() }
    };
    let kinds = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), page.tcode("reminders-kind-", kind.code())));
    let ways = WAYS.iter().map(|way| ((*way).to_owned(), page.tcode("reminders-way-", way)));
    html(&RecordPage {
        kinds: kinds.collect(),
        ways: ways.collect(),
        down: channels_down(&mut db).await?.into_iter().map(|down| down.channel).collect(),
        states: states(&mut db, &lines).await?,
        units: unit_names(&mut db).await?,
        place: page.tx(
            "reminders-place",
            &[
                ("first", (skip + usize::from(found > 0)).to_string()),
                ("last", (skip + lines.len()).to_string()),
                ("found", found.to_string()),
            ],
        ),
        previous: other(number > 1, number.saturating_sub(1)),
        next: other(number < pages, number + 1),
        page: page.titled("nav-reminders"),
        form,
        lines,
    })
}

fn long(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A message holds all of one morning, so there are fewer of them than lines.
pub(crate) async fn states(db: &mut Conn, lines: &[ToldLine]) -> Result<BTreeMap<String, String>, StoreError> {
    let mut states = BTreeMap::new();
    let messages: Vec<&String> = lines.iter().flat_map(|line| [&line.message, &line.second]).flatten().collect();
    for message in messages {
        if !states.contains_key(message)
            && let Some(mail) = outbox_mail(db, message).await?
        {
            states.insert(message.clone(), mail.state);
        }
    }
    Ok(states)
}
