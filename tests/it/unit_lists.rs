//! A unit orders its people's entries within its quota and stands behind them by a signed list.

use hoithi_entries::{OrderList, Standing, order_list};
use hoithi_journal::lines_about;
use hoithi_rules::edition::books;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_rules::screening::{Finding, Verdict, checklist};
use hoithi_screening::{Decide, Ruling, decide};
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse, both};

use super::entries::{SLUG, card, id_of, pdf, set_up_edition, submitted, unit, written_for};
use super::judged::codes_of;

/// The province's contest, which admits with the unit's word only and takes two entries of each.
struct Asked {
    edition: EditionId,
    unit: UnitId,
    contact: AccountId,
    secretary: AccountId,
    /// The unit's page.
    page: String,
}

async fn asked(house: &TestHouse) -> Asked {
    let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
    house.set_clock("2020-09-01T08:00:00+07:00");
    let section = "[rules.endorsement]\nrequired = true\nper_unit = 2\n\n[rules.forwarding]";
    let text = books::QUANG_NINH_VIII.replacen("[rules.forwarding]", section, 1);
    let edition = set_up_edition(house, leader, &text, None).await;
    let secretary = house.account("thu.ky", "Hoàng Thị Cẩn", &[Role::ContestSecretary]).await;
    let unit = unit(house, "Trường Minh Họa").await;
    let contact = house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(unit))]).await;
    house.set_clock("2021-06-01T08:00:00+07:00");
    Asked { edition, unit, contact, secretary, page: format!("/ky/{SLUG}/xac-nhan/{unit}") }
}

impl Asked {
    /// So many entries of the unit, handed in by its contact.
    async fn entries(&self, contact: &Browser, many: usize) -> Vec<EntryId> {
        let mut entries = Vec::new();
        for _ in 0..many {
            let at = written_for(contact, &self.unit.to_string(), ("email", "chai@vidu.invalid")).await;
            assert_eq!(submitted(contact, &at).await.status(), 303);
            entries.push(id_of(&at));
        }
        entries
    }

    async fn order(&self, house: &TestHouse, seen: u32, entries: Vec<EntryId>) -> Vec<&'static str> {
        let command = OrderList { edition: self.edition, unit: self.unit, seen, entries };
        codes_of(house.perform(self.contact, move |act| Box::pin(order_list(act, command.clone()))).await)
    }

    async fn admit(&self, house: &TestHouse, entry: EntryId) -> Vec<&'static str> {
        let mut db = house.house().read().await.unwrap();
        let kept = hoithi_entries::dossier(&mut db, entry).await.unwrap().unwrap();
        let edition = hoithi_edition::edition(&mut db, self.edition).await.unwrap().unwrap();
        drop(db);
        let finding = |item| Finding { item, verdict: Verdict::Passed, note: String::new() };
        let findings = checklist(edition.book.rules(), true).into_iter().map(finding).collect();
        let command = Decide { entry, seen: kept.entry.version, ruling: Ruling::Admit, findings };
        codes_of(house.perform(self.secretary, move |act| Box::pin(decide(act, command.clone()))).await)
    }
}

fn places(entries: &[EntryId]) -> Vec<String> {
    entries.iter().map(|entry| format!("place_{entry}")).collect()
}

async fn sent_signed(contact: &Browser, page: &str, seen: &str, scan: &[u8]) -> hoithi_testkit::Answer {
    let fields =
        [("version", seen), ("document", "12/DS-CĐMH"), ("signed_on", "31/5/2021"), ("signed_by", "Khuất Thị Hiệu")];
    contact.send_files(&format!("{page}/danh-sach"), &fields, &[("scan", "ký.pdf", scan)]).await
}

both! {
    async fn a_unit_orders_its_entries_and_confirms_them_by_a_signed_list(house: TestHouse) {
        let asked = asked(&house).await;
        let contact = house.signed_in("dau.moi").await;
        let entries = asked.entries(&contact, 3).await;
        let list = contact.get(&format!("/ky/{SLUG}/ho-so-don-vi")).await;
        assert!(list.attributes("main a", "href").contains(&format!("/ky/{SLUG}/xac-nhan")), "{}", list.text());
        assert!(contact.get(&format!("/ky/{SLUG}/xac-nhan")).await.says("Trường Minh Họa"));
        let page = contact.get(&asked.page).await;
        assert!(page.says("0/2") && page.says("Ngoài danh sách"), "{}", page.text());
        assert!(page.select("input[name=scan]").is_empty(), "nothing waits to be signed");

        let fields = places(&entries);
        let wrong = contact.send(&asked.page, &[("version", "0"), (&fields[0], "1"), (&fields[1], "1"), (&fields[2], "x")]).await;
        let errors = wrong.attributes(".govuk-error-summary a", "href");
        assert!(errors.contains(&format!("#{}", fields[2])) && errors.len() == 2, "{errors:?}");
        let three = contact.send(&asked.page, &[("version", "0"), (&fields[0], "1"), (&fields[1], "2"), (&fields[2], "3")]).await;
        assert!(three.says("Danh sách có 3 hồ sơ, nhiều hơn 2 hồ sơ"), "{}", three.text());
        let two = contact.send(&asked.page, &[("version", "0"), (&fields[0], ""), (&fields[1], "2"), (&fields[2], "1")]).await;
        assert_eq!(two.location(), asked.page, "{}", two.text());
        let page = contact.get(&asked.page).await;
        assert!(page.says("2/2") && page.says("Chờ bản đã ký"), "{}", page.text());
        assert!(page.select("#ho-so tbody tr")[0].contains("QN8-0003"), "in the unit's order");

        let bare = contact.send_files(&format!("{}/danh-sach", asked.page), &[("version", "1"), ("document", ""),
            ("signed_on", ""), ("signed_by", "")], &[]).await;
        let errors = bare.attributes(".govuk-error-summary a", "href");
        for field in ["#document", "#signed_on", "#signed_by", "#scan"] {
            assert!(errors.contains(&field.to_owned()), "{errors:?}");
        }
        let scan = pdf("danh sách đã ký");
        let sent = sent_signed(&contact, &asked.page, "1", &scan).await;
        assert_eq!(sent.location(), asked.page, "{}", sent.text());
        let page = contact.get(&asked.page).await;
        assert!(page.says("Danh sách số 12/DS-CĐMH ngày 31/5/2021") && page.says("Khuất Thị Hiệu"), "{}", page.text());
        let paper = page.attributes("main a", "href").into_iter().find(|href| href.contains("/danh-sach/")).unwrap();
        assert_eq!(contact.get(&paper).await.bytes(), scan);
        let shown = house.signed_in("thu.ky").await.get(&format!("/ho-so/{}", entries[1])).await;
        assert!(shown.says("Đơn vị xác nhận") && shown.says("12/DS-CĐMH"), "{}", shown.text());
        assert!(contact.get(&format!("/ho-so/{}", entries[0])).await.says("Đơn vị chưa xác nhận"));
        let own = contact.get(&format!("/lap-ho-so/{}", entries[1])).await;
        assert!(own.says("Đơn vị xác nhận Danh sách số 12/DS-CĐMH"), "{}", own.text());
        let lines = lines_about(&mut house.house().read().await.unwrap(), &entries[1].to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "entry.endorsed").unwrap();
        assert!(line.facts.contains("12/DS-CĐMH") && !line.facts.contains("Hiệu"), "{}", line.facts);
        assert_eq!(crate::proof::doctor(&house).await, []);
    }

    /// The rule book asks for the unit's word: without it screening admits nobody who names a unit.
    async fn without_the_unit_s_word_nothing_of_it_is_admitted(house: TestHouse) {
        let asked = asked(&house).await;
        let contact = house.signed_in("dau.moi").await;
        let entries = asked.entries(&contact, 2).await;
        assert_eq!(asked.order(&house, 0, vec![entries[0]]).await, ["done"]);
        assert_eq!(sent_signed(&contact, &asked.page, "1", &pdf("ký")).await.status(), 303);
        house.set_clock("2021-07-06T09:00:00+07:00");
        assert_eq!(asked.admit(&house, entries[1]).await, ["entries.not_endorsed"]);
        assert_eq!(card(&house, entries[1]).await.state, Standing::Submitted);
        assert_eq!(asked.admit(&house, entries[0]).await, ["done"]);
        assert_eq!(card(&house, entries[0]).await.state, Standing::Admitted);
    }

    /// Two browsers with the same page: one of them fills the quota, the other one is told; and past the
    /// program, too, the database gives no third place where there are two.
    async fn one_more_than_the_quota_comes_from_no_browser_and_no_hand(house: TestHouse) {
        let asked = asked(&house).await;
        let contact = house.signed_in("dau.moi").await;
        let entries = asked.entries(&contact, 3).await;
        let (one, other) = (vec![entries[0], entries[1]], vec![entries[2], entries[1]]);
        let (one, other) = tokio::join!(asked.order(&house, 0, one), asked.order(&house, 0, other));
        let mut said = [one, other].concat();
        said.sort_unstable();
        assert_eq!(said, ["done", "entries.list_changed_meanwhile"]);
        assert_eq!(sent_signed(&contact, &asked.page, "1", &pdf("ký")).await.status(), 303);
        let left = if contact.get(&format!("/ho-so/{}", entries[2])).await.says("chưa xác nhận") { entries[2] } else { entries[0] };
        assert_eq!(asked.order(&house, 2, vec![left]).await, ["entries.unit_quota_full"]);

        let mut conn = house.house().store().begin().await.unwrap();
        assert!(conn.run("UPDATE entry_list_places SET slot = slot + 1", params![]).await.is_err());
        conn.roll_back().await.unwrap();
        let mut conn = house.house().store().begin().await.unwrap();
        assert!(conn.run("UPDATE entry_list_places SET slot = 1", params![]).await.is_err());
        conn.roll_back().await.unwrap();
    }

    /// A place that is free again is given again; what was confirmed stays confirmed.
    async fn what_is_taken_back_frees_its_place(house: TestHouse) {
        let asked = asked(&house).await;
        let contact = house.signed_in("dau.moi").await;
        let entries = asked.entries(&contact, 3).await;
        assert_eq!(asked.order(&house, 0, vec![entries[0], entries[1]]).await, ["done"]);
        assert_eq!(sent_signed(&contact, &asked.page, "1", &pdf("ký")).await.status(), 303);
        let request = pdf("đơn xin rút");
        let back = contact.send_files(&format!("/lap-ho-so/{}/rut", entries[0]), &[("reason", "Tác giả xin rút")],
            &[("request", "đơn.pdf", &request)]).await;
        assert_eq!(back.status(), 303, "{}", back.text());
        assert_eq!(asked.order(&house, 2, vec![entries[2]]).await, ["done"]);
        let page = contact.get(&asked.page).await;
        let rows = page.select("#ho-so tbody tr");
        assert!(rows.len() == 2 && rows[0].contains("QN8-0002") && rows[1].contains("Chờ bản đã ký"), "{rows:?}");
        assert!(page.says("2/2"), "{}", page.text());
    }

    async fn nobody_else_keeps_a_unit_s_list(house: TestHouse) {
        let asked = asked(&house).await;
        let other = unit(&house, "Trường Đại học Khác").await;
        house.account_for("nguoi.la", "Giáp Văn Lạ", &[(Role::UnitContact, Scope::Unit(other))]).await;
        let contact = house.signed_in("dau.moi").await;
        let entries = asked.entries(&contact, 1).await;
        let stranger = house.signed_in("nguoi.la").await;
        assert_eq!(stranger.get(&asked.page).await.status(), 403);
        let field = format!("place_{}", entries[0]);
        assert_eq!(stranger.send(&asked.page, &[("version", "0"), (&field, "1")]).await.status(), 403);
        assert!(!stranger.get(&format!("/ky/{SLUG}/xac-nhan")).await.says("Trường Minh Họa"));
        let secretary = house.signed_in("thu.ky").await;
        let list = secretary.get(&format!("/ky/{SLUG}/xac-nhan")).await;
        assert!(list.says("Trường Minh Họa"), "{}", list.text());
        assert_eq!(secretary.send(&asked.page, &[("version", "0"), (&field, "1")]).await.location(), asked.page);
    }

    async fn a_contest_that_asks_for_no_list_has_no_page_for_it(house: TestHouse) {
        crate::entries::contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(secretary.get(&format!("/ky/{SLUG}/xac-nhan")).await.status(), 404);
        let list = secretary.get(&format!("/ky/{SLUG}/ho-so")).await;
        assert!(!list.attributes("main a", "href").contains(&format!("/ky/{SLUG}/xac-nhan")));
    }
}
