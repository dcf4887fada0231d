//! Whatever the house offers opens: no link on anybody's pages ends at a closed door.

use std::collections::BTreeMap;

use hoithi_publication::{Announce, announce, issue_certificates};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, TestHouse};
use jiff::civil::date;

use super::awards::{TOLD, decided_on, proposed};
use super::entries::{begun, id_of};
use super::judged::{Judged, college, launched, office, province, unit};
use super::judging::everything_linked_from;

const DESK: &str = "/ban-lam-viec";

/// One person of every seat.
const LOGINS: [&str; 12] = [
    "quantri",
    "lanhdao",
    "chuyenvien",
    "thuky",
    "uyvien",
    "daumoi",
    "tochuc",
    "tacgia",
    "chutich",
    "thukyhd",
    "giamkhao",
    "giamsat",
];

/// The province's contest, sealed, with people of every seat, an author's draft and a college whose
/// own contest stands below.
async fn with_every_seat(house: &TestHouse) -> (Judged<'_>, String) {
    let (head, officer) = office(house).await;
    let kind = province();
    let edition = launched(house, &kind, head, None).await;
    house.set_clock("2020-09-15T09:00:00+07:00");
    let unit = unit(house, officer, "Trường Cao đẳng Minh Họa").await;
    house.account_for("daumoi", "Chìu Thị Mối", &[(Role::UnitContact, Scope::Unit(unit))]).await;
    let organiser = house.account_for("tochuc", "Vi Thị Tổ Chức", &[(Role::UnitOrganiser, Scope::Unit(unit))]).await;
    launched(house, &college(), organiser, Some((edition, unit))).await;
    let here = Scope::Edition(edition);
    house.account_for("uyvien", "Tống Thị Mai Hoa", &[(Role::CommitteeMember, here)]).await;
    house.account_for("giamsat", "Lý Văn Soát", &[(Role::Auditor, here)]).await;
    house.account("tacgia", "Nguyễn Thị Ánh", &[Role::Author]).await;
    house.set_clock("2021-03-01T08:00:00+07:00");
    let draft = begun(&house.signed_in("tacgia").await, "Cối xay lá chè").await;
    let told = [TOLD[0], TOLD[2], TOLD[3], TOLD[4]];
    let judged = Judged::new(house, kind, (edition, unit), head).await.sealed(&told).await;
    (judged, format!("/ho-so/{}", id_of(&draft)))
}

/// Every address that this person comes to from their desk.
async fn reached(browser: &Browser, also: &str) -> BTreeMap<String, Answer> {
    // Somebody with one task is led straight to it.
    let desk = browser.get(DESK).await.location().to_owned();
    let starts: Vec<&str> = [DESK, desk.as_str(), also].into_iter().filter(|path| !path.is_empty()).collect();
    everything_linked_from(browser, &starts).await
}

/// The addresses that answered with a refusal, each with the pages that lead there.
fn dead_ends(reached: &BTreeMap<String, Answer>) -> Vec<String> {
    let mut dead = Vec::new();
    for (path, answer) in reached.iter().filter(|(_, answer)| answer.status() >= 400) {
        let leads = reached.iter().filter(|(_, page)| leads_to(page, path));
        let pages: Vec<&str> = leads.map(|(page, _)| page.as_str()).collect();
        dead.push(format!("{path} answers {}, offered by {pages:?}", answer.status()));
    }
    dead
}

fn leads_to(page: &Answer, path: &str) -> bool {
    page.attributes("a[href]", "href").iter().any(|link| link.split('#').next() == Some(path))
}

async fn dead_ends_of_everybody(seats: &[(&str, Browser)], draft: &str) -> Vec<String> {
    let mut dead = Vec::new();
    for (login, browser) in seats {
        let also = if *login == "tacgia" { draft } else { "" };
        let reached = reached(browser, also).await;
        assert!(reached.len() > 2, "{login} comes nowhere: {:?}", reached.keys());
        dead.extend(dead_ends(&reached).into_iter().map(|end| format!("{login}: {end}")));
    }
    dead
}

/// On the embedded database alone: a page's links do not depend on where its rows lie.
#[tokio::test]
async fn no_link_of_any_seat_ends_at_a_closed_door() {
    let house = TestHouse::on_sqlite().await;
    let (judged, draft) = with_every_seat(&house).await;
    let mut seats = Vec::new();
    for login in LOGINS {
        seats.push((login, house.signed_in(login).await));
    }
    judged.open().await;
    proposed(&judged).await;
    assert_eq!(dead_ends_of_everybody(&seats, &draft).await, Vec::<String>::new(), "proposed");
    house.set_clock("2021-10-05T09:00:00+07:00");
    decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
    assert_eq!(dead_ends_of_everybody(&seats, &draft).await, Vec::<String>::new(), "decided");
    let edition = judged.edition;
    house.perform(judged.head, move |act| Box::pin(issue_certificates(act, edition))).await.unwrap();
    house
        .perform(judged.head, move |act| Box::pin(announce(act, Announce { edition, portal: String::new() })))
        .await
        .unwrap();
    assert_eq!(dead_ends_of_everybody(&seats, &draft).await, Vec::<String>::new(), "announced");
}
