//! The letter and whom it went to, for the stories of the campaign.

use std::collections::BTreeMap;

use hoithi_campaign::{UnitStanding, standings};
use hoithi_rules::ids::{DocumentId, EditionId, SendingId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, TestHouse};
use hoithi_units::{QUANG_NINH, UnitLevel, import_csv, units_of_level};
use jiff::civil::date;

use crate::correspondence::{launched, signed_letter};

pub(super) const TASKS: [&str; 5] =
    ["direct_and_report", "publicise_and_mobilise", "launch_movement", "commend", "hold_local_contest"];

/// The thirteen district-level units of 2020, by name.
pub(super) async fn districts(house: &TestHouse) -> BTreeMap<String, UnitId> {
    let keeper = house.account("so.bo", "Lê Văn Sổ", &[Role::SystemAdministrator]).await;
    house.perform(keeper, |act| Box::pin(import_csv(act, QUANG_NINH.to_owned()))).await.unwrap();
    let mut db = house.house().read().await.unwrap();
    let units = units_of_level(&mut db, UnitLevel::District, date(2020, 8, 19)).await.unwrap();
    units.into_iter().map(|unit| (unit.name, unit.id)).collect()
}

/// What the form of sending shows, sent as it stands but for the units.
pub(super) async fn send(officer: &Browser, letter: DocumentId, units: &[String]) -> Answer {
    as_read(officer, letter, posted(officer, letter, units, &[]).await).await
}

/// Sends what was read back; what was refused before is as it was.
pub(super) async fn as_read(officer: &Browser, letter: DocumentId, read: Answer) -> Answer {
    if read.attribute("input[name=read]", "value").is_none() {
        return read;
    }
    let kept = kept(&read);
    let fields: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    officer.send(&format!("/ky/quang-ninh-viii/gui/{letter}"), &[&fields[..], &[("step", "send")]].concat()).await
}

/// What a page keeps for its buttons.
pub(super) fn kept(read: &Answer) -> Vec<(String, String)> {
    let names = read.attributes("main form input[type=hidden]", "name");
    let values = read.attributes("main form input[type=hidden]", "value");
    names.into_iter().zip(values).filter(|(name, _)| name != "csrf").collect()
}

/// A correction of what a letter asks, read back and then done.
pub(super) async fn corrected(officer: &Browser, path: &str, (duty, what): (&str, &str), value: &str) -> Answer {
    let field = format!("{}_{duty}", if what == "off" { "reason" } else { "due" });
    let fields = [("duty", duty), ("what", what), (field.as_str(), value)];
    let read = officer.send(path, &fields).await;
    if read.attribute("button[value=do]", "value").is_none() {
        return read;
    }
    officer.send(path, &[&fields[..], &[("step", "do")]].concat()).await
}

/// The same with other fields; what is given last counts.
pub(super) async fn posted(officer: &Browser, letter: DocumentId, units: &[String], others: &[(&str, &str)]) -> Answer {
    let path = format!("/ky/quang-ninh-viii/gui/{letter}");
    let page = officer.get(&path).await;
    let words: Vec<_> = TASKS.iter().map(|task| page.select(&format!("#words_{task}")).concat()).collect();
    let days: Vec<_> =
        TASKS.iter().map(|task| page.attribute(&format!("#due_{task}"), "value").unwrap_or_default()).collect();
    let names: Vec<_> =
        TASKS.iter().map(|task| [format!("task_{task}"), format!("words_{task}"), format!("due_{task}")]).collect();
    let mut fields = vec![("level", "district"), ("on", "19/8/2020"), ("report_due", "15/7/2021"), ("mail", "co")];
    for (index, [task, text, due]) in names.iter().enumerate() {
        fields.extend([(task.as_str(), "co"), (text.as_str(), &words[index]), (due.as_str(), &days[index])]);
    }
    fields.extend(units.iter().map(|unit| ("units", unit.as_str())));
    fields.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    fields.extend(others);
    officer.send(&path, &fields).await
}

/// The campaign after the letter went out to all thirteen, with one unit's contact.
pub(crate) struct Sent {
    pub(super) edition: EditionId,
    pub(crate) units: BTreeMap<String, UnitId>,
    pub(crate) officer: Browser,
    pub(crate) contact: Browser,
}

pub(super) const TOWN: &str = "Thị xã Đông Triều";

pub(crate) async fn sent(house: &TestHouse) -> Sent {
    let edition = launched(house).await;
    let units = districts(house).await;
    let letter = signed_letter(house).await;
    house.account_for("dong.trieu", "Hoàng Thị Mai", &[(Role::UnitContact, Scope::Unit(units[TOWN]))]).await;
    let officer = house.signed_in("chuyen.vien").await;
    let all: Vec<_> = units.values().map(ToString::to_string).collect();
    let answer = send(&officer, letter, &all).await;
    assert_eq!(answer.status(), 303, "{:?}", answer.select(".govuk-error-summary a"));
    let contact = house.signed_in("dong.trieu").await;
    Sent { edition, units, officer, contact }
}

impl Sent {
    pub(super) async fn standing(&self, house: &TestHouse, unit: &str) -> UnitStanding {
        let mut db = house.house().read().await.unwrap();
        let all = standings(&mut db, self.edition).await.unwrap();
        all.into_iter().find(|row| row.unit.id == self.units[unit]).unwrap()
    }

    pub(super) async fn sending(&self, house: &TestHouse, unit: &str) -> SendingId {
        self.standing(house, unit).await.sendings[0].sending.id
    }

    /// The address of the town's letter.
    pub(crate) async fn desk(&self, house: &TestHouse) -> String {
        format!("/don-vi/cong-viec/{}", self.sending(house, TOWN).await)
    }

    /// The words of the town's row of the board.
    pub(super) async fn row(&self) -> Vec<String> {
        let page = self.officer.get("/ky/quang-ninh-viii/tien-do").await;
        let names = page.select("tbody th");
        let cells = page.select("tbody td");
        let place = names.iter().position(|name| name == TOWN).unwrap();
        let width = cells.len() / names.len();
        cells[place * width..(place + 1) * width].to_vec()
    }
}

/// A report whose figures agree.
pub(super) fn figures(seen: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("seen", seen),
        ("documents_issued", "3"),
        ("publicity_items", "5"),
        ("people_reached", "1.250"),
        ("entries_mobilised", "4"),
        ("local_contest", "co"),
        ("local_entries", "9"),
        ("local_forwarded", "2"),
        ("initiatives", "17"),
        ("commendations", "6"),
        ("difficulties", "Ít kinh phí khen thưởng."),
        ("proposals", ""),
    ]
}
