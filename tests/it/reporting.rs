//! A report from its draft to the sum: given back, approved, opened again; forms that an officer writes.

mod added_up;
mod answered;
mod blanks;
mod chance;
mod counted;
mod forms;
mod grouped;
mod later;
mod many;
mod one_letter;
mod papers;
mod periods;
mod programs;
mod reviewed;
mod upward;
mod walked;

use std::collections::BTreeMap;

use hoithi_edition::edition;
use hoithi_reporting::{
    AskedFuture, Decided, Grouping, OccasionsFuture, Origin, OriginFuture, Origins, ReportedFuture, Summary,
    reports_of, summary,
};
use hoithi_rules::ids::EditionId;
use hoithi_testkit::{Answer, Browser, TestHouse};
use jiff::civil::date;
use uuid::Uuid;

use crate::correspondence::SCAN;

pub(crate) const SUMS: &str = "/ky/quang-ninh-viii/tong-hop";
const FORMS: &str = "/ky/quang-ninh-viii/bieu-bao-cao";

/// The signed paper that comes with a report.
const SIGNED: &[(&str, &str, &[u8])] = &[("signed-paper", "da-ky.pdf", SCAN)];

/// A report whose figures agree, over the version that was seen.
pub(crate) fn fields(seen: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("seen", seen),
        ("documents_issued", "3"),
        ("publicity_items", "5"),
        ("people_reached", "1.250"),
        ("entries_mobilised", "4"),
        ("local_contest", "khong"),
        ("initiatives", "17"),
        ("commendations", "6"),
        ("difficulties", "Ít kinh phí."),
        ("step", "send"),
    ]
}

pub(crate) async fn judged(officer: &Browser, read: &str, seen: &str, verdict: &str, reason: &str) -> Answer {
    officer.send(read, &[("seen", seen), ("verdict", verdict), ("reason", reason)]).await
}

/// The officer approves before the signed paper has come, and says why.
pub(crate) async fn approved(officer: &Browser, read: &str, seen: &str) -> Answer {
    judged(officer, read, seen, "unsigned", "Bản giấy gửi qua bưu điện.").await
}

pub(crate) async fn sums(house: &TestHouse, of: EditionId, grouping: Grouping) -> Summary {
    let mut db = house.house().read().await.unwrap();
    let edition = edition(&mut db, of).await.unwrap().unwrap();
    summary(&mut db, &edition, grouping, date(2025, 8, 1)).await.unwrap()
}

/// The page of the one report that came.
pub(crate) async fn page_of_the_one(house: &TestHouse, of: EditionId) -> String {
    let lines = reports_of(&mut house.house().read().await.unwrap(), of).await.unwrap();
    let line = lines.iter().find(|line| line.answer().is_some()).unwrap();
    format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id)
}

/// What asks for reports in these stories.
struct Nobody;

impl Origins for Nobody {
    fn origin<'a>(&'a self, _: &'a mut hoithi_store::Conn, _: Uuid) -> OriginFuture<'a> {
        Box::pin(async { Ok(Some(Origin { title: "Công văn".to_owned() })) })
    }

    fn is_asked<'a>(&'a self, _: &'a mut hoithi_store::Conn, _: Uuid, _: jiff::civil::Date) -> AskedFuture<'a> {
        Box::pin(async { Ok(true) })
    }

    fn occasions<'a>(&'a self, _: &'a mut hoithi_store::Conn, _: &'a [Uuid]) -> OccasionsFuture<'a> {
        Box::pin(async { Ok(BTreeMap::new()) })
    }

    fn reported<'a>(&'a self, _: &'a mut hoithi_journal::Act, _: Uuid, _: jiff::Timestamp) -> ReportedFuture<'a> {
        Box::pin(async { Ok(()) })
    }

    fn by_link(&self, _: &hoithi_web::House) -> String {
        String::new()
    }

    fn decided<'a>(&'a self, _: &'a mut hoithi_journal::Act, _: Uuid, _: Decided) -> ReportedFuture<'a> {
        Box::pin(async { Ok(()) })
    }
}
