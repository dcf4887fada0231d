//! A unit held its own contest without this program: its decision and its list are recorded, and its best go up like
//! those of a contest held here.

use hoithi::FromEntries;
use hoithi_entries::{Standing, Withdraw, dossier, withdraw};
use hoithi_forwarding::{given_up, promoted};
use hoithi_journal::lines_about;
use hoithi_reporting::KnownFigures;
use hoithi_rules::ids::{EditionId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use rust_xlsxwriter::Workbook;

use crate::entries::{SLUG, contest, pdf, unit};
use crate::judged::signed_request;
use crate::proof::doctor;

const LIST: &str = "Máy ép củi trấu | Ngô Thị Lựu; Mạc Văn Đào | Y dược | Giải Nhất\n\
                    Giàn phơi thuốc | Quách Thị Mận | Y dược | Giải Nhì\n\
                    Bẫy ruồi vàng | Lều Văn Bưởi | Hàng không | Giải Nhì\n\
                    Tủ sấy gấc | Lều Văn Bưởi | y-duoc | ";

struct Held {
    edition: EditionId,
    unit: UnitId,
    contact: Browser,
    /// The contest's page.
    at: String,
}

fn page() -> String {
    format!("/ky/{SLUG}/hoi-thi-ngoai")
}

/// The college's contact records its contest, of which two may go up.
async fn held(house: &TestHouse) -> Held {
    let edition = contest(house).await.edition;
    let unit = unit(house, "Trường Cao đẳng Minh Họa").await;
    house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(unit))]).await;
    let contact = house.signed_in("dau.moi").await;
    let sent = recorded(&contact, unit).await;
    assert!(sent.location().starts_with(&page()), "{}", sent.text());
    Held { edition, unit, contact, at: sent.location().to_owned() }
}

async fn recorded(contact: &Browser, unit: UnitId) -> Answer {
    let unit = unit.to_string();
    let fields = [
        ("unit", unit.as_str()),
        ("title", "Hội thi Trường Cao đẳng Minh Họa"),
        ("decision", "45/QĐ-CĐMH"),
        ("decided_on", "20/5/2021"),
        ("quota", "2"),
    ];
    contact.send_files(&page(), &fields, &[("scan", "quyết định.pdf", &pdf("quyết định"))]).await
}

impl Held {
    fn as_edition(&self) -> EditionId {
        EditionId::new(self.at.rsplit('/').next().unwrap().parse().unwrap())
    }

    /// Brings the list in, without what cannot be taken.
    async fn listed(&self) -> Answer {
        let read = self.contact.send_files(&format!("{}/nhap", self.at), &[("lines", LIST)], &[]).await;
        assert_eq!(read.status(), 303, "{}", read.text());
        let preview = self.contact.get(read.location()).await;
        let seen = preview.attribute("input[name=seen]", "value").unwrap();
        let taken = self.contact.send(read.location(), &[("seen", &seen), ("leave_out", "co")]).await;
        assert_eq!(taken.location(), self.at, "{}", taken.text());
        preview
    }

    /// The entries that can be chosen, the best first.
    async fn open(&self) -> Vec<String> {
        self.contact.get(&self.at).await.attributes("input[name=entry]", "value")
    }

    async fn send(&self, entry: &str, because: &str) -> Answer {
        let fields = [
            ("entry", entry),
            ("endorsement", "46/CV-CĐMH"),
            ("endorsement_date", "24/5/2021"),
            ("endorsement_signer", "Khuất Thị Hiệu"),
            ("because", because),
        ];
        self.contact.send(&self.at, &fields).await
    }
}

both! {
    async fn a_contest_held_outside_is_recorded_and_its_list_read_first(house: TestHouse) {
        let held = held(&house).await;
        let bare = [("unit", ""), ("title", " "), ("decision", ""), ("decided_on", ""), ("quota", "0")];
        let refused = held.contact.send_files(&page(), &bare, &[]).await;
        let errors = refused.attributes(".govuk-error-summary a", "href");
        for field in ["#unit", "#title", "#decision", "#decided_on", "#quota", "#scan"] {
            assert!(errors.contains(&field.to_owned()), "{field}: {errors:?}");
        }
        let twice = recorded(&held.contact, held.unit).await;
        assert!(twice.says("Quyết định này của đơn vị đã được ghi."), "{}", twice.text());
        let preview = held.listed().await;
        let outcomes = preview.select("tbody td:last-child");
        assert!(outcomes[2].contains("không có lĩnh vực “Hàng không”"), "{outcomes:?}");
        assert_eq!(outcomes.iter().filter(|outcome| outcome.contains("thêm mới")).count(), 3, "{outcomes:?}");
        let page_of_it = held.contact.get(&held.at).await;
        let rows = page_of_it.select("#ho-so tbody tr");
        assert!(rows.len() == 3 && rows[0].contains("Máy ép củi trấu") && rows[2].contains("Tủ sấy gấc"), "{rows:?}");
        assert_eq!(held.contact.get(&format!("{}/quyet-dinh", held.at)).await.bytes(), pdf("quyết định"));

        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let cells = [["Tên giải pháp", "Tác giả", "Lĩnh vực", "Xếp giải"], ["Tủ sấy gấc", "Lều Văn Bưởi", "Y dược", "Giải Ba"]];
        for (row, cells) in (0_u32..).zip(&cells) {
            for (column, cell) in (0_u16..).zip(cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
        let book = book.save_to_buffer().unwrap();
        let read = held.contact.send_files(&format!("{}/nhap", held.at), &[("lines", "")], &[("file", "ds.xlsx", &book)]).await;
        let seen = held.contact.get(read.location()).await.attribute("input[name=seen]", "value").unwrap();
        assert_eq!(held.contact.send(read.location(), &[("seen", &seen)]).await.location(), held.at);
        assert!(held.contact.get(&held.at).await.select("#ho-so tbody tr")[2].contains("Giải Ba"));
        let none = held.contact.send_files(&format!("{}/nhap", held.at), &[("lines", " \n")], &[]).await;
        assert_eq!(none.attributes(".govuk-error-summary a", "href"), ["#lines"]);
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &held.as_edition().to_string()).await.unwrap();
        let events: Vec<_> = lines.iter().map(|line| line.event.as_str()).collect();
        assert_eq!(events, ["outside_contest.recorded", "outside_contest.list_taken", "outside_contest.list_taken"]);
        assert!(lines.iter().all(|line| !line.facts.contains("Bưởi")), "no name enters the journal");
    }

    async fn its_best_go_up_in_order_within_the_quota_and_count_in_the_report(house: TestHouse) {
        let held = held(&house).await;
        held.listed().await;
        let open = held.open().await;
        let early = held.send(&open[1], " ").await;
        assert_eq!(early.attributes(".govuk-error-summary a", "href"), ["#because"], "{}", early.text());
        for entry in &open[..2] {
            assert_eq!(held.send(entry, "").await.location(), held.at);
        }
        assert!(held.open().await.is_empty());
        let full = held.send(&open[2], "").await;
        assert!(full.says("Đã gửi đủ 2 giải pháp, hết suất theo Thể lệ."), "{}", full.text());

        let mut db = house.house().read().await.unwrap();
        let sent = promoted(&mut db, held.as_edition()).await.unwrap();
        let told: Vec<_> = sent.iter().map(|sent| (sent.entry.to_string(), sent.place, sent.slot, sent.quota)).collect();
        assert_eq!(told, [(open[0].clone(), 1, 1, 2), (open[1].clone(), 2, 2, 2)]);
        let above = dossier(&mut db, sent[0].above).await.unwrap().unwrap();
        assert_eq!((above.title(), above.byline()), ("Máy ép củi trấu", "Ngô Thị Lựu, Mạc Văn Đào".to_owned()));
        assert_eq!((above.entry.unit, above.standing), (Some(held.unit), Standing::Submitted));
        assert_eq!(above.number().unwrap().to_string(), "QN8-0001");
        let known = FromEntries.of_unit(&mut db, held.edition, held.unit).await.unwrap();
        assert_eq!((known["entries.local"], known["entries.forwarded"], known["entries.sent"]), (3, 2, 2));
        drop(db);
        assert_eq!(doctor(&house).await, []);
        let staff = house.signed_in("thu.ky").await.get(&format!("/ho-so/{}", sent[0].above)).await;
        assert!(staff.says("Đúng với bản gốc"), "{}", staff.text());
        for sql in ["UPDATE promotions SET slot = slot + 1", "UPDATE promotions SET slot = 1"] {
            let mut conn = house.house().store().begin().await.unwrap();
            assert!(conn.run(sql, params![]).await.is_err(), "{sql}");
            conn.roll_back().await.unwrap();
        }
    }

    /// What was withdrawn above leaves its place to the next of the list.
    async fn the_next_of_the_list_follows_one_that_was_withdrawn_above(house: TestHouse) {
        let held = held(&house).await;
        held.listed().await;
        let open = held.open().await;
        for entry in &open[..2] {
            assert_eq!(held.send(entry, "").await.location(), held.at);
        }
        let mut db = house.house().read().await.unwrap();
        let first = promoted(&mut db, held.as_edition()).await.unwrap().remove(0);
        let secretary = hoithi_people::account_by_login(&mut db, "thu.ky").await.unwrap().unwrap().id;
        drop(db);
        let back = Withdraw { entry: first.above, reason: "Tác giả xin rút.".to_owned(), request: Some(signed_request(&house)) };
        house.perform(secretary, move |act| Box::pin(withdraw(act, back.clone()))).await.unwrap();
        let page = held.contact.get(&held.at).await;
        assert!(page.says("Có 1 giải pháp đã rút ở Hội thi cấp trên"), "{}", page.text());
        assert_eq!(held.open().await, open[2..]);
        assert_eq!(held.send(&open[2], "").await.location(), held.at);
        let mut db = house.house().read().await.unwrap();
        let slots: Vec<_> = promoted(&mut db, held.as_edition()).await.unwrap().into_iter().map(|sent| (sent.slot, sent.entry.to_string())).collect();
        assert_eq!(slots, [(1, open[2].clone()), (2, open[1].clone())]);
        assert_eq!(given_up(&mut db, held.as_edition()).await.unwrap().len(), 1);
        drop(db);
        assert!(held.contact.get(&held.at).await.says("Đã rút ở cấp trên"));
    }

    async fn another_unit_neither_reads_nor_records_it(house: TestHouse) {
        let held = held(&house).await;
        held.listed().await;
        let other = unit(&house, "Trường Đại học Khác").await;
        house.account_for("nguoi.la", "Giáp Văn Lạ", &[(Role::UnitContact, Scope::Unit(other))]).await;
        let stranger = house.signed_in("nguoi.la").await;
        assert!(!stranger.get(&page()).await.says("Hội thi Trường Cao đẳng Minh Họa"));
        assert_eq!(stranger.get(&held.at).await.status(), 403);
        assert_eq!(stranger.send(&held.at, &[("entry", "")]).await.status(), 403);
        assert_eq!(stranger.send_files(&format!("{}/nhap", held.at), &[("lines", LIST)], &[]).await.status(), 403);
        assert_eq!(recorded(&stranger, held.unit).await.status(), 403);
        assert_eq!(house.signed_in("tac.gia").await.get(&page()).await.status(), 403);
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&page()).await.says("45/QĐ-CĐMH"), "the organisers read it");
    }
}
