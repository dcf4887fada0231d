//! A college's own contest sends its best to the province's, within its quota.

use hoithi_entries::{KeptEntry, Withdraw, withdraw};
use hoithi_forwarding::{SendUp, promoted, send_up};
use hoithi_journal::{Halt, lines_about};
use hoithi_publication::{Announce, announce, certificates, issue_certificates};
use hoithi_rules::correspondence::DocumentNumber;
use hoithi_rules::edition::Listing;
use hoithi_rules::entries::PartContent;
use hoithi_rules::forwarding::Endorsement;
use hoithi_rules::ids::{AccountId, EditionId, EntryId};
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{TestHouse, both};
use jiff::civil::{Date, date};

use super::awards::{decided_on, proposed};
use super::judged::{Judged, Told, codes_of, college, launched, office, province, signed_request, title, unit};
use super::published_lists::published;

const BELOW: &str = "/ky/cao-dang-minh-hoa-iii";
const PAGE: &str = "/ky/cao-dang-minh-hoa-iii/gui-len";
const QUANG_NINH: &str = "/ky/quang-ninh-viii/gui-len";

/// The second is good enough too, the third is not.
const TOLD: [Told<'_>; 3] = [
    ([37, 27, 26], &["Ngô Thị Lựu", "Mạc Văn Đào"]),
    ([30, 25, 25], &["Quách Thị Mận"]),
    ([25, 20, 20], &["Lều Văn Bưởi"]),
];

struct Below<'a> {
    above: EditionId,
    organiser: AccountId,
    judged: Judged<'a>,
}

async fn below(house: &TestHouse) -> Below<'_> {
    let (head, officer) = office(house).await;
    let above = launched(house, &province(), head, None).await;
    house.set_clock("2020-09-15T09:00:00+07:00");
    let unit = unit(house, officer, "Trường Cao đẳng Minh Họa").await;
    let organiser = house.account_for("tochuc", "Vi Thị Tổ Chức", &[(Role::UnitOrganiser, Scope::Unit(unit))]).await;
    let kind = college();
    let edition = launched(house, &kind, organiser, Some((above, unit))).await;
    let judged = Judged::new(house, kind, (edition, unit), head).await.sealed(&TOLD).await;
    Below { above, organiser, judged }
}

impl Below<'_> {
    async fn send(&self, entry: EntryId, day: Date) -> Result<EntryId, Halt> {
        self.send_because(entry, day, "").await
    }

    async fn send_because(&self, entry: EntryId, day: Date, because: &str) -> Result<EntryId, Halt> {
        let endorsement = Endorsement {
            document: DocumentNumber::parse("45/CV-CĐMH", day.year()).unwrap(),
            date: day,
            signed_by: "Khuất Thị Hiệu".parse().unwrap(),
        };
        let command = SendUp { edition: self.judged.edition, entry, endorsement, because: because.to_owned() };
        self.judged.house.perform(self.organiser, move |act| Box::pin(send_up(act, command.clone()))).await
    }
}

/// The files of a dossier by their hashes.
fn hashes(kept: &KeptEntry) -> Vec<[u8; 32]> {
    let files = kept.entry.content.dossier.0.values().filter_map(|part| match part {
        PartContent::File(file) => Some(file.sha256),
        PartContent::Text(_) | PartContent::Values(_) => None,
    });
    files.collect()
}

both! {
    /// The nation's contest is in another house: what goes up there goes on paper.
    async fn where_the_contest_above_is_elsewhere_the_page_lists_what_to_send_on_paper(house: TestHouse) {
        let judged = crate::judged::province_opened(&house, &TOLD).await;
        let officer = house.signed_in("chuyenvien").await;
        let page = officer.get("/ky/quang-ninh-viii/gui-len").await;
        assert_eq!(page.status(), 200, "{}", page.text());
        assert!(page.says("Hội thi cấp trên chưa có trong hệ thống này."), "{}", page.text());
        let rows = page.select("#gui-len tbody tr");
        assert!(rows[0].starts_with("1 QN8-") && rows[0].contains(&title(0)), "{rows:?}");
        assert_eq!(page.attributes("main form", "action"), [format!("{QUANG_NINH}/goi")], "nothing but a package");
        assert!(judged.entries.len() >= rows.len());
    }

    /// Whoever runs a unit's own contest finds all of it in the left column.
    async fn the_organiser_s_column_leads_to_the_rules_and_the_dossiers(house: TestHouse) {
        below(&house).await;
        let browser = house.signed_in("tochuc").await;
        let page = browser.get(PAGE).await;
        let column = page.attributes("nav a", "href");
        for place in ["/ky/cao-dang-minh-hoa-iii/quan-ly", "/ky/cao-dang-minh-hoa-iii/ho-so-don-vi", PAGE] {
            assert!(column.contains(&place.to_owned()), "{place}: {column:?}");
            assert_eq!(browser.get(place).await.status(), 200, "{place}");
        }
    }

    async fn the_organiser_sends_the_best_up_and_it_arrives_as_it_was(house: TestHouse) {
        let below = below(&house).await;
        let browser = house.signed_in("tochuc").await;
        let early = browser.get(PAGE).await;
        assert!(early.says("sẽ hiện ở đây sau khi mở niêm phong"), "{}", early.text());
        assert!(!early.text().contains(&title(0)));
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        let page = browser.get(PAGE).await;
        assert!(page.says("1 suất còn lại đã gửi 0/1"), "{}", page.text());
        assert!(page.says("Đạt 65 điểm, cần từ 70 điểm để gửi lên."));
        assert_eq!(page.select("input[name=entry]").len(), 2, "two are good enough");

        let none = browser.send(PAGE, &[("endorsement", "45"), ("endorsement_date", ""), ("endorsement_signer", "")]).await;
        let errors = none.attributes(".govuk-error-summary a", "href");
        assert_eq!(errors, ["#entry", "#endorsement", "#endorsement_date", "#endorsement_signer"]);
        assert_eq!(none.attribute("#endorsement", "value").as_deref(), Some("45"));

        let first = below.judged.entries[0].to_string();
        let fields = [
            ("entry", first.as_str()),
            ("endorsement", "45/CV-CĐMH"),
            ("endorsement_date", "24/5/2021"),
            ("endorsement_signer", "Khuất Thị Hiệu"),
        ];
        let sent = browser.send(PAGE, &fields).await;
        assert_eq!(sent.location(), PAGE, "{}", sent.text());
        let page = browser.get(PAGE).await;
        assert!(page.says("Đã gửi: QN8-0001"), "{}", page.text());
        assert!(page.says("Đã gửi đủ 1 giải pháp, hết suất theo Thể lệ."));
        assert!(page.select("input[name=entry]").is_empty());

        let mut db = house.house().read().await.unwrap();
        let gone = promoted(&mut db, below.judged.edition).await.unwrap().remove(0);
        assert_eq!((gone.to, gone.slot, gone.quota, gone.place), (below.above, 1, 1, 1));
        let there = hoithi_entries::dossier(&mut db, gone.above).await.unwrap().unwrap();
        let here = hoithi_entries::dossier(&mut db, gone.entry).await.unwrap().unwrap();
        assert_eq!(there.entry.content.category.as_ref().unwrap().as_str(), "cong-nghiep-xay-dung");
        assert_eq!((there.title(), there.byline()), (here.title(), here.byline()));
        assert_eq!(hashes(&there), hashes(&here));
        assert_eq!(hashes(&there).len(), 1);
        // Both sides have their line, and neither has a name.
        let here = lines_about(&mut db, &gone.entry.to_string()).await.unwrap();
        let line = here.iter().find(|line| line.event == "entry.sent_up").unwrap();
        assert!(line.facts.contains("45/CV-CĐMH") && line.facts.contains(&gone.above.to_string()), "{}", line.facts);
        let there = lines_about(&mut db, &gone.above.to_string()).await.unwrap();
        let line = there.iter().find(|line| line.event == "entry.promoted").unwrap();
        assert!(line.facts.contains(&gone.entry.to_string()) && !line.facts.contains("Lựu"), "{}", line.facts);
    }

    async fn what_is_in_the_way_is_told_all_at_once(house: TestHouse) {
        let below = below(&house).await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        let unopened = below.send(below.judged.entries[0], date(2021, 5, 24)).await;
        assert_eq!(codes_of(unopened), ["forwarding.result_missing"]);
        below.judged.open().await;
        let low = below.send(below.judged.entries[2], date(2021, 5, 26)).await;
        assert_eq!(codes_of(low), ["forwarding.result_too_low", "forwarding.endorsement_from_future"]);
        below.send(below.judged.entries[0], date(2021, 5, 24)).await.unwrap();
        let again = below.send(below.judged.entries[0], date(2021, 5, 24)).await;
        assert_eq!(codes_of(again), ["forwarding.quota_full", "forwarding.already_sent"]);
        let second = below.send(below.judged.entries[1], date(2021, 5, 24)).await;
        assert_eq!(codes_of(second), ["forwarding.quota_full"]);
    }

    /// The third is too low to go up at all, so that it stands in nobody's way and passes nobody over.
    async fn the_worse_goes_up_before_the_better_for_a_reason_only(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        let second = below.judged.entries[1];
        assert_eq!(codes_of(below.send(second, date(2021, 5, 24)).await), ["forwarding.out_of_order"]);
        let browser = house.signed_in("tochuc").await;
        let page = browser.get(PAGE).await;
        let rows = page.select("#ho-so tbody tr");
        let told: Vec<bool> = rows.iter().map(|row| row.contains("1 giải pháp xếp trên chưa gửi")).collect();
        assert_eq!(told, [false, true, false], "{rows:?}");
        let entry = second.to_string();
        let mut fields = vec![
            ("entry", entry.as_str()),
            ("endorsement", "45/CV-CĐMH"),
            ("endorsement_date", "24/5/2021"),
            ("endorsement_signer", "Khuất Thị Hiệu"),
            ("because", " "),
        ];
        let refused = browser.send(PAGE, &fields).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#because"], "{}", refused.text());
        fields[4].1 = "Giải pháp thứ nhất đang làm thủ tục sáng chế.";
        assert_eq!(browser.send(PAGE, &fields).await.location(), PAGE);
        let page = browser.get(PAGE).await;
        assert!(page.says("Gửi trước 1 giải pháp xếp trên. Lý do: Giải pháp thứ nhất đang làm"), "{}", page.text());
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &entry).await.unwrap();
        let line = lines.iter().find(|line| line.event == "entry.sent_up").unwrap();
        assert!(line.facts.contains("\"better\":1") && !line.facts.contains("sáng chế"), "{}", line.facts);
    }

    /// Where persons choose, the best of those that are left follows one that was taken back above.
    async fn the_next_best_follows_one_that_was_withdrawn_above(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        let above = below.send(below.judged.entries[0], date(2021, 5, 24)).await.unwrap();
        let officer = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await;
        let back = Withdraw { entry: above, reason: "Tác giả xin rút.".to_owned(), request: Some(signed_request(&house)) };
        let who = officer.unwrap().unwrap().id;
        house.perform(who, move |act| Box::pin(withdraw(act, back.clone()))).await.unwrap();
        let browser = house.signed_in("tochuc").await;
        let raise = format!("{PAGE}/du-bi/{}", below.judged.entries[0]);
        assert!(browser.get(PAGE).await.attributes("main a", "href").contains(&raise));
        let paper =
            [("endorsement", "46/CV-CĐMH"), ("endorsement_date", "24/5/2021"), ("endorsement_signer", "Khuất Thị Hiệu")];
        assert_eq!(browser.send(&raise, &paper).await.location(), PAGE);
        let gone = promoted(&mut house.house().read().await.unwrap(), below.judged.edition).await.unwrap();
        let told: Vec<_> = gone.iter().map(|sent| (sent.entry, sent.slot, sent.quota)).collect();
        assert_eq!(told, [(below.judged.entries[1], 1, 1)]);
    }

    /// With a reason for nothing nothing is kept.
    async fn the_best_goes_up_without_a_reason(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        below.send_because(below.judged.entries[0], date(2021, 5, 24), "Tốt nhất.").await.unwrap();
        let gone = promoted(&mut house.house().read().await.unwrap(), below.judged.edition).await.unwrap().remove(0);
        assert_eq!(gone.passed_over, None);
    }

    /// A judge above reads the same title: until the result there, nothing public puts a name to it.
    async fn a_title_is_kept_back_while_the_contest_above_judges_it_blind(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        below.send(below.judged.entries[0], date(2021, 5, 24)).await.unwrap();
        proposed(&below.judged).await;
        let decision = decided_on(&below.judged, "12/QĐ-BTC", date(2021, 5, 24)).await.unwrap();
        let command = Announce { edition: below.judged.edition, portal: "http://localhost".to_owned() };
        let officer = house.signed_in("chuyenvien").await;
        assert!(officer.get(&format!("{BELOW}/cong-bo")).await.says("1 giải pháp đã gửi lên hội thi cấp trên đang được chấm kín"));
        house.perform(below.judged.head, move |act| Box::pin(announce(act, command.clone()))).await.unwrap();

        let public = house.browser();
        let told = format!("{BELOW}/ket-qua/quyet-dinh");
        let lists = [format!("{BELOW}/ket-qua"), format!("{BELOW}/giai-phap"), format!("{BELOW}/ket-qua.json"),
            "/api/v1/awards?edition=cao-dang-minh-hoa-iii".to_owned()];
        for list in &lists {
            let page = public.get(list).await;
            assert_eq!(page.status(), 200, "{list}");
            assert!(!page.text().contains(&title(0)) && page.text().contains(&title(1)), "{list}: {}", page.text());
        }
        assert!(public.get(&lists[0]).await.says("Ngô Thị Lựu"), "who won is told at once");
        assert_eq!(public.get(&told).await.status(), 404);
        assert_ne!(public.get(&format!("/van-ban/{decision}/pdf")).await.status(), 200);

        let above = "UPDATE editions SET state = 'announced', announced_at = launched_at + 1 WHERE parent_id IS NULL";
        house.tamper(above, params![]).await;
        for list in &lists {
            assert!(public.get(list).await.text().contains(&title(0)), "{list}");
        }
        assert_eq!(public.get(&told).await.status(), 200);
    }

    /// What was announced before it went up is taken back as far as it names titles.
    async fn what_goes_up_after_the_announcement_is_kept_back_from_then_on(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        proposed(&below.judged).await;
        let decision = decided_on(&below.judged, "12/QĐ-BTC", date(2021, 5, 24)).await.unwrap();
        let command = Announce { edition: below.judged.edition, portal: "http://localhost".to_owned() };
        house.perform(below.judged.head, move |act| Box::pin(announce(act, command.clone()))).await.unwrap();
        let (public, sheet) = (house.browser(), format!("/van-ban/{decision}/pdf"));
        assert_eq!(public.get(&sheet).await.status(), 200);
        assert!(public.get(&format!("{BELOW}/ket-qua")).await.says(&title(0)));
        below.send(below.judged.entries[0], date(2021, 5, 24)).await.unwrap();
        assert_ne!(public.get(&sheet).await.status(), 200);
        assert!(!public.get(&format!("{BELOW}/ket-qua")).await.says(&title(0)));
    }

    /// The address names the unit, so any title there would be tied to it: of what went up and of what may.
    async fn before_its_own_announcement_a_unit_s_contest_shows_no_title_while_the_one_above_judges_blind(house: TestHouse) {
        let below = below(&house).await;
        let (public, list) = (house.browser(), format!("{BELOW}/danh-sach"));
        let shows = |text: String| (0..TOLD.len()).filter(|place| text.contains(&title(*place))).count();
        for asked in [list.clone(), format!("{list}?linh-vuc=ky-thuat"), format!("{list}?q=giai+phap")] {
            let page = public.get(&asked).await;
            assert_eq!((page.status(), shows(page.text())), (200, 0), "{asked}: {}", page.text());
        }
        let (who, edition) = (below.judged.secretary, below.judged.edition);
        assert_eq!(published(&house, who, (edition, Listing::Titles)).await, ["screening.publish_not_allowed"]);
        assert_eq!(published(&house, who, (edition, Listing::Counts)).await, ["done"]);
        let counted = public.get(&list).await;
        assert!(counted.says(&format!("{} giải pháp đã qua kiểm tra", TOLD.len())), "{}", counted.text());
        assert_eq!(shows(counted.text()), 0);
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        below.send(below.judged.entries[0], date(2021, 5, 24)).await.unwrap();
        assert_eq!(shows(public.get(&list).await.text()), 0);
        let above = "UPDATE editions SET state = 'announced', announced_at = launched_at + 1 WHERE parent_id IS NULL";
        house.tamper(above, params![]).await;
        assert_eq!(published(&house, who, (edition, Listing::Titles)).await, ["done"]);
        assert_eq!(shows(public.get(&list).await.text()), TOLD.len());
    }

    /// The sheet in the winner's hand names the solution; the page behind its code does not, for a while.
    async fn a_certificate_s_page_keeps_the_title_back_too(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        proposed(&below.judged).await;
        decided_on(&below.judged, "12/QĐ-BTC", date(2021, 5, 24)).await.unwrap();
        let edition = below.judged.edition;
        house.perform(below.judged.head, move |act| Box::pin(issue_certificates(act, edition))).await.unwrap();
        let codes: Vec<String> = {
            let register = certificates(&mut house.house().read().await.unwrap(), edition).await.unwrap();
            register.iter().map(|each| each.code.to_string()).collect()
        };
        let public = house.browser();
        let doors = [format!("/xac-minh/{}", codes[0]), format!("/api/v1/certificates/{}", codes[0])];
        for door in &doors {
            assert!(public.get(door).await.text().contains(&title(0)), "{door}");
        }
        below.send(below.judged.entries[0], date(2021, 5, 24)).await.unwrap();
        for door in &doors {
            let page = public.get(door).await;
            assert_eq!(page.status(), 200, "{door}");
            assert!(page.text().contains("Ngô Thị Lựu") && !page.text().contains(&title(0)), "{door}: {}", page.text());
        }
    }

    async fn what_is_not_as_it_was_received_goes_nowhere(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        let entry = below.judged.entries[0];
        house.tamper("UPDATE entries SET title = 'Tên tráo' WHERE id = $1", params![entry.uuid()]).await;
        let sent = below.send(entry, date(2021, 5, 24)).await;
        assert!(matches!(&sent, Err(Halt::Fault(fault)) if fault.to_string().contains("frozen copy")), "{sent:?}");
    }

    async fn the_upper_intake_closes_for_promoted_entries_too(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-07-01T09:00:00+07:00");
        let late = below.send(below.judged.entries[0], date(2021, 6, 30)).await;
        assert_eq!(codes_of(late), ["entries.window_closed"]);
        let mut db = house.house().read().await.unwrap();
        assert!(promoted(&mut db, below.judged.edition).await.unwrap().is_empty(), "all of it or nothing");
    }

    async fn another_units_organiser_sends_nothing(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        let officer = hoithi_people::account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await;
        let elsewhere = unit(&house, officer.unwrap().unwrap().id, "Trường Cao đẳng Chim Én").await;
        house.account_for("nguoila", "Giáp Văn Lạ", &[(Role::UnitOrganiser, Scope::Unit(elsewhere))]).await;
        assert_eq!(house.signed_in("nguoila").await.get(PAGE).await.status(), 403);
        assert_eq!(house.browser().get(PAGE).await.status(), 303);
    }

    /// Two send at once for the last place: one has it, the other is told.
    async fn who_sends_at_the_same_moment_does_not_pass_the_quota(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        let (day, entries) = (date(2021, 5, 24), &below.judged.entries);
        let second = below.send_because(entries[1], day, "Hội đồng trường biểu quyết.");
        let (one, other) = tokio::join!(below.send(entries[0], day), second);
        let mut said = [codes_of(one), codes_of(other)].concat();
        said.sort_unstable();
        assert_eq!(said, ["done", "forwarding.quota_full"]);
        assert_eq!(promoted(&mut house.house().read().await.unwrap(), below.judged.edition).await.unwrap().len(), 1);
    }

    async fn the_database_itself_keeps_the_quota(house: TestHouse) {
        let below = below(&house).await;
        below.judged.open().await;
        house.set_clock("2021-05-25T09:00:00+07:00");
        below.send(below.judged.entries[0], date(2021, 5, 24)).await.unwrap();
        let mut conn = house.house().store().begin().await.unwrap();
        assert!(conn.run("UPDATE promotions SET slot = 2", params![]).await.is_err());
        conn.roll_back().await.unwrap();
    }

    /// Whoever runs a unit's own contest only finds it on the desk and in the column, beside the
    /// contest that everybody means.
    async fn the_desk_of_a_unit_s_contest_tells_what_waits_in_it(house: TestHouse) {
        let below = below(&house).await;
        let edition = below.judged.edition;
        house.account_for("thuky.cd", "Tống Thị Ghi", &[(Role::ContestSecretary, Scope::Edition(edition))]).await;
        house.tamper("UPDATE entries SET standing = 'submitted' WHERE edition_id = $1", params![edition.uuid()]).await;
        let desk = house.signed_in("thuky.cd").await.get("/ban-lam-viec").await;
        let todos = desk.select(".ht-todo__item");
        assert!(todos.iter().any(|todo| todo.contains("3 hồ sơ")), "{todos:?}");
        for attributes in [desk.attributes(".ht-todo a", "href"), desk.attributes("nav a", "href")] {
            assert!(attributes.contains(&"/ky/cao-dang-minh-hoa-iii/kiem-tra".to_owned()), "{attributes:?}");
        }
    }

    async fn the_organiser_prepares_the_own_contest_inside_its_frame(house: TestHouse) {
        below(&house).await;
        let back = "UPDATE editions SET state = 'preparing', launched_at = NULL WHERE parent_id IS NOT NULL";
        house.tamper(back, params![]).await;
        let page = house.signed_in("tochuc").await.get("/ky/cao-dang-minh-hoa-iii/quan-ly").await;
        assert_eq!(page.status(), 200, "{}", page.text());
        let column = page.attributes("nav a", "href");
        assert!(column.contains(&"/ky/cao-dang-minh-hoa-iii/quan-ly".to_owned()), "{column:?}");
    }

    async fn earlier_contests_stand_on_the_first_page_with_their_results(house: TestHouse) {
        below(&house).await;
        let over = "UPDATE editions SET state = 'announced', launched_at = 1, announced_at = 2, parent_id = NULL,
                    unit_id = NULL WHERE parent_id IS NOT NULL";
        house.tamper(over, params![]).await;
        let home = house.browser().get("/").await;
        let links = home.attributes("main a", "href");
        assert!(links.contains(&"/ky/cao-dang-minh-hoa-iii/ket-qua".to_owned()), "{links:?}");
        assert!(home.says("Các kỳ trước"));
    }
}
