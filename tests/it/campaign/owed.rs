//! What is overdue, and what happens to a unit's work when its people or the unit itself change.

use hoithi_campaign::{Progress, progress, standings};
use hoithi_journal::{lines_about, outbox_mails};
use hoithi_people::{account_by_login, grants_given};
use hoithi_reporting::{Grouping, later_wishes, reports_of};
use hoithi_rules::ids::UnitId;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{TestHouse, both};
use hoithi_units::{UnitLevel, predecessors, sole_successor, successors, units_of_level};
use jiff::civil::date;

use super::letter::{TOWN, send, sent};
use crate::correspondence::letter_of_three_dashes;
use crate::reporting::{approved, fields, judged, page_of_the_one, sums};

both! {
    /// The officer has it next morning on the desk; the draft waits for the officer.
    async fn what_is_overdue_is_on_the_officers_desk_with_a_draft(house: TestHouse) {
        let sent = sent(&house).await;
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let mails = async || outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        let before = mails().await.len();
        house.set_clock("2021-07-01T07:10:00+07:00");
        let todos = sent.officer.get("/ban-lam-viec").await.select(".ht-todo__what");
        assert!(todos.iter().any(|todo| todo == "Công văn 213/LHH-KHCN: 13 đơn vị có việc quá hạn"), "{todos:?}");
        let path = format!("/ky/quang-ninh-viii/don-doc/{letter}/qua-han");
        let page = sent.officer.get(&path).await;
        assert_eq!(page.select("tbody tr").len(), 26, "two tasks at thirteen units; a contest of their own is only encouraged");
        assert!(page.select("#chat")[0].contains("(hạn 30/6/2021)"), "{:?}", page.select("#chat"));
        let drafted = sent.officer.send(&path, &[]).await;
        assert_eq!(drafted.status(), 303, "{}", drafted.text());
        let draft = sent.officer.get(drafted.location()).await;
        for words in ["Đôn đốc thực hiện Công văn số 213/LHH-KHCN", "trước ngày 8/7/2021", TOWN] {
            assert!(draft.says(words), "{words}: {}", draft.text());
        }
        assert_eq!(mails().await.len(), before, "a draft reaches nobody");
        assert_eq!(sent.contact.get(&path).await.status(), 403);
    }

    /// Whoever has a second role lands on the common desk, which leads to the unit's work as well.
    async fn with_two_roles_the_desk_leads_to_the_units_work(house: TestHouse) {
        let sent = sent(&house).await;
        let unit = Scope::Unit(sent.units[TOWN]);
        house.account_for("hai.vai", "Lục Thị Hà", &[(Role::UnitContact, unit), (Role::UnitOrganiser, unit)]).await;
        let desk = house.signed_in("hai.vai").await.get("/ban-lam-viec").await;
        let todos = desk.select(".ht-todo__what");
        assert!(todos.iter().any(|todo| todo == "1 văn bản chưa xác nhận hoặc còn nhiệm vụ"), "{todos:?}");
        assert!(desk.attributes(".ht-todo__verb", "href").contains(&"/don-vi/cong-viec".to_owned()));
        let report = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&report, &fields("0"), &[]).await.status(), 303);
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(judged(&sent.officer, &read, "1", "return", "Thiếu số của hai xã.").await.status(), 303);
        let todos = house.signed_in("hai.vai").await.get("/ban-lam-viec").await.select(".ht-todo__what");
        assert!(todos.iter().any(|todo| todo == "1 báo cáo, tin bài được trả lại"), "{todos:?}");
    }

    async fn the_days_of_a_unit_are_read_by_a_calendar_at_a_secret_address(house: TestHouse) {
        let sent = sent(&house).await;
        let (town, other) = (sent.units[TOWN].to_string(), sent.units["Huyện Ba Chẽ"].to_string());
        assert_eq!(sent.contact.send("/don-vi/lich", &[("unit", &other), ("step", "make")]).await.status(), 404);
        let made = sent.contact.send("/don-vi/lich", &[("unit", &town), ("step", "make")]).await;
        let address = made.select(".ht-notice strong")[0].clone();
        let path = &address[address.find("/lich/").unwrap()..];
        let feed = house.browser().get(path).await;
        assert!(feed.header("content-type").starts_with("text/calendar"), "{}", feed.headers());
        let text = feed.text().replace("\r\n ", "");
        assert!(text.contains("DTSTART;VALUE=DATE:20210630") && text.contains("DTEND;VALUE=DATE:20210701"), "{text}");
        assert!(text.contains("SUMMARY:Hạn: Báo cáo") && text.contains(TOWN) && !text.contains("Mai"), "{text}");
        assert!(text.contains("Nhận hồ sơ") || text.matches("@stage").count() > 3, "{text}");
        assert!(!sent.contact.get("/don-vi/lich").await.says(path), "it is told once");
        let again = sent.contact.send("/don-vi/lich", &[("unit", &town), ("step", "make")]).await;
        assert_eq!(again.status(), 200);
        assert_eq!(house.browser().get(path).await.status(), 404, "the address from before leads nowhere");
        assert_eq!(sent.contact.send("/don-vi/lich", &[("unit", &town), ("step", "drop")]).await.status(), 303);
        assert_eq!(house.browser().get("/lich/0").await.status(), 404);
    }

    /// One act: no hour in which nobody answers for the unit, and no task in the hands of who is gone.
    async fn whoever_leaves_is_replaced_in_one_act(house: TestHouse) {
        let sent = sent(&house).await;
        let town = sent.units[TOWN];
        let leaver = account_by_login(&mut house.house().read().await.unwrap(), "dong.trieu").await.unwrap().unwrap().id;
        let task = sent.standing(&house, TOWN).await.tasks[2].id;
        let given = format!("{}/viec/{task}/giao", sent.desk(&house).await);
        assert_eq!(sent.contact.send(&given, &[("person", &leaver.to_string())]).await.status(), 303);
        let keeper = house.signed_in("quantri").await;
        let path = format!("/don-vi-hanh-chinh/{town}/dau-moi");
        assert_eq!(sent.officer.get(&path).await.status(), 403);
        let bare = keeper.send(&path, &[("old", ""), ("how", "new"), ("name", ""), ("login", "x"), ("email", ""), ("phone", "")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#old", "#name", "#login", "#email"]);
        let leaver_id = leaver.to_string();
        let same = keeper.send(&path, &[("old", &leaver_id), ("how", "known"), ("known", "dong.trieu")]).await;
        assert!(same.says("Người thay phải là người khác."), "{}", same.text());
        let made = sent.contact.send("/don-vi/lich", &[("unit", &town.to_string()), ("step", "make")]).await;
        let address = made.select(".ht-notice strong")[0].clone();
        let feed = &address[address.find("/lich/").unwrap()..];
        let calendar = house.browser().get(feed).await;
        assert_eq!((calendar.status(), calendar.header("cache-control")), (200, "no-store"), "nothing was done");
        let new = [("old", leaver_id.as_str()), ("how", "new"), ("name", "Vũ Thị Mới"), ("login", "dong.trieu.moi"), ("email", "moi@vidu.invalid"), ("phone", "")];
        let done = keeper.send(&path, &new).await;
        assert!(done.status() == 200 && done.says("tên đăng nhập dong.trieu.moi, mật khẩu lần đầu:"), "{}", done.text());
        assert_eq!(sent.contact.get(&sent.desk(&house).await).await.status(), 403, "whoever left is out");
        assert_eq!(house.browser().get(feed).await.status(), 404, "and reads no calendar of the unit");
        let mut db = house.house().read().await.unwrap();
        let comer = account_by_login(&mut db, "dong.trieu.moi").await.unwrap().unwrap();
        let held: Vec<_> = grants_given(&mut db, comer.id).await.unwrap().into_iter().map(|(grant, _)| (grant.role, grant.scope)).collect();
        assert_eq!(held, [(Role::UnitContact, Scope::Unit(town))]);
        drop(db);
        assert_eq!(sent.standing(&house, TOWN).await.tasks[2].assignee, Some(comer.id), "the open task went along");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &town.to_string()).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "contact.replaced"), "{lines:?}");
    }

    /// The town became a city: the one successor is proposed; tasks and people go there by a recorded act.
    async fn what_a_unit_that_ended_was_asked_passes_to_its_successor(house: TestHouse) {
        let sent = sent(&house).await;
        let town = sent.units[TOWN];
        let path = format!("/ky/quang-ninh-viii/tien-do/{town}");
        let early = sent.standing(&house, TOWN).await.tasks[1].id;
        let city = successors(&mut house.house().read().await.unwrap(), town).await.unwrap()[0].unit.id;
        let one = [(format!("to_{early}"), city.to_string())];
        let fields: Vec<_> = one.iter().map(|(name, to)| (name.as_str(), to.as_str())).collect();
        let stands = sent.officer.send(&format!("{path}/ke-thua"), &fields).await;
        assert_eq!(stands.status(), 200, "four tasks and the report lack their successor, and the town stands");
        house.set_clock("2024-11-05T09:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        assert!(officer.get(&path).await.says("Đơn vị này đã kết thúc hoạt động"));
        let page = officer.get(&format!("{path}/ke-thua")).await;
        let names = page.attributes("select[name^=to_]", "name");
        let proposed = page.attributes("select[name^=to_] option[selected]", "value");
        assert_eq!((names.len(), proposed.len()), (6, 6), "five tasks and the report: {}", page.text());
        assert!(proposed.iter().all(|to| *to == city.to_string()));
        let fields: Vec<_> = names.iter().map(|name| (name.as_str(), proposed[0].as_str())).collect();
        assert_eq!(officer.send(&format!("{path}/ke-thua"), &fields).await.status(), 303);
        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let today = jiff::civil::date(2024, 11, 5);
        let rows = progress(&mut house.house().read().await.unwrap(), letter, today).await.unwrap();
        let of = |unit| rows.iter().find(|row| row.unit.id == unit).unwrap();
        assert_eq!((of(town).tasks.asked, of(city).tasks.asked), (0, 5));
        assert_eq!(of(city).comes_to(today), Progress::Late);
        let moved = officer.get(&format!("/ky/quang-ninh-viii/tien-do/{city}/viec/{early}")).await;
        assert!(moved.says("Nhận từ Thị xã Đông Triều"), "{}", moved.text());
        let keeper = house.signed_in("quantri").await;
        let leaver = account_by_login(&mut house.house().read().await.unwrap(), "dong.trieu").await.unwrap().unwrap().id;
        let people = [("account", leaver.to_string()), ("to", city.to_string())];
        let fields: Vec<_> = people.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = keeper.send(&format!("/don-vi-hanh-chinh/{town}/dau-moi/ke-thua"), &fields).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        let contact = house.signed_in("dong.trieu").await;
        assert!(contact.get(contact.get("/don-vi/cong-viec").await.location()).await.status() < 400);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &town.to_string()).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "tasks.handed_over"), "{lines:?}");
    }

    /// Two communes became one: what both were asked, the new one is asked once, and nothing stays open at who is gone.
    async fn what_several_units_were_asked_that_became_one_is_asked_once(house: TestHouse) {
        let sent = sent(&house).await;
        let (one, pair) = merged(&house).await;
        let letter = letter_of_three_dashes(&sent.officer).await;
        let to: Vec<_> = pair.iter().map(ToString::to_string).collect();
        let answer = send(&sent.officer, letter, &to).await;
        assert_eq!(answer.status(), 303, "{}", answer.text());
        house.set_clock("2025-07-05T09:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let successor = one.to_string();
        for unit in pair {
            let path = format!("/ky/quang-ninh-viii/tien-do/{unit}/ke-thua");
            let names = officer.get(&path).await.attributes("select[name^=to_]", "name");
            assert_eq!(names.len(), 6, "five tasks and the report");
            let fields: Vec<_> = names.iter().map(|name| (name.as_str(), successor.as_str())).collect();
            let done = officer.send(&path, &fields).await;
            assert_eq!(done.status(), 303, "{}", done.text());
            assert_eq!(officer.get(&path).await.select("select[name^=to_]").len(), 0, "nothing is left");
        }
        let rows = progress(&mut house.house().read().await.unwrap(), letter, date(2025, 7, 5)).await.unwrap();
        let asked = |unit| rows.iter().find(|row| row.unit.id == unit).unwrap().asked();
        assert_eq!((asked(one), asked(pair[0]), asked(pair[1])), (6, 0, 0));
        let page = officer.get(&format!("/ky/quang-ninh-viii/tien-do/{}", pair[1])).await;
        assert!(page.says("cũng được giao việc này; chỉ thực hiện một lần."), "{}", page.text());
    }

    /// Those that came whole to one unit are on one list, on the desk, and handed over in one act.
    async fn units_that_ended_are_listed_and_handed_over_together(house: TestHouse) {
        let sent = sent(&house).await;
        let wish = [("later_to", "25/7/2021"), ("later_why", "Bão"), ("later", "ask")];
        let ask = format!("{}/bao-cao/gia-han", sent.desk(&house).await);
        assert_eq!(sent.contact.send(&ask, &wish).await.status(), 303);
        let city = successors(&mut house.house().read().await.unwrap(), sent.units[TOWN]).await.unwrap()[0].unit.id;
        house.set_clock("2024-11-05T09:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let list = "/ky/quang-ninh-viii/tien-do/ket-thuc";
        assert!(officer.get("/ban-lam-viec").await.attributes(".ht-todo__verb", "href").contains(&list.to_owned()));
        let page = officer.get(list).await;
        assert!(page.select("#ket-thuc tbody tr").iter().any(|row| row.contains(TOWN) && row.contains("5 nhiệm vụ, 1 báo cáo.")), "{}", page.text());
        let done = officer.send(list, &[]).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        assert!(!officer.get(list).await.select("#ket-thuc tbody tr").iter().any(|row| row.contains(TOWN)));
        let wishes = later_wishes(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        assert_eq!(wishes.iter().map(|wish| wish.unit).collect::<Vec<_>>(), [city], "what was asked for it went along");
        let no = [("later_to", ""), ("later_why", "Đã tổng hợp xong."), ("later", "decline")];
        let decide = format!("/ky/quang-ninh-viii/bao-cao/{}/gia-han", wishes[0].report);
        assert_eq!(officer.send(&decide, &no).await.status(), 303);
        assert_eq!(sent.contact.get(list).await.status(), 403);
        let lines = lines_about(&mut house.house().read().await.unwrap(), &sent.units[TOWN].to_string()).await.unwrap();
        assert!(lines.iter().any(|line| line.event == "tasks.handed_over"), "{lines:?}");
    }

    /// Both communes sent their report before they became one: the one button leaves what came, and both count.
    async fn what_merged_units_reported_both_stays_and_counts(house: TestHouse) {
        let sent = sent(&house).await;
        let (one, pair) = merged(&house).await;
        let letter = letter_of_three_dashes(&sent.officer).await;
        let to: Vec<_> = pair.iter().map(ToString::to_string).collect();
        assert_eq!(send(&sent.officer, letter, &to).await.status(), 303);
        for (login, unit) in ["xa.mot", "xa.hai"].into_iter().zip(pair) {
            house.account_for(login, "Chìu Thị Sáu", &[(Role::UnitContact, Scope::Unit(unit))]).await;
            let rows = standings(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
            let way = rows.iter().find(|row| row.unit.id == unit).unwrap().sendings[0].sending.id;
            let own = format!("/don-vi/cong-viec/{way}/bao-cao");
            assert_eq!(house.signed_in(login).await.send_files(&own, &fields("0"), &[]).await.status(), 303);
        }
        house.set_clock("2025-07-05T09:00:00+07:00");
        let officer = house.signed_in("chuyen.vien").await;
        let alone = officer.get(&format!("/ky/quang-ninh-viii/tien-do/{}/ke-thua", pair[0])).await;
        let proposed = alone.attributes("select[name^=to_] option[selected]", "value");
        assert_eq!((alone.select("select[name^=to_]").len(), proposed.len()), (5, 4), "the report stays: {}", alone.text());
        let list = "/ky/quang-ninh-viii/tien-do/ket-thuc";
        let ways = async || officer.get(list).await.attributes("#ket-thuc td.ht-title a", "href");
        let listed = |ways: &[String]| pair.iter().filter(|unit| ways.iter().any(|way| way.contains(&unit.to_string()))).count();
        assert_eq!(listed(&ways().await), 2);
        let done = officer.send(list, &[]).await;
        assert_eq!(done.status(), 303, "{}", done.text());
        assert_eq!(listed(&ways().await), 0, "what waits for the agency's word is not theirs to do");
        let rows = progress(&mut house.house().read().await.unwrap(), letter, date(2025, 7, 5)).await.unwrap();
        assert_eq!(rows.iter().find(|row| row.unit.id == one).unwrap().tasks.asked, 4, "each of the other tasks once");
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let came: Vec<_> = lines.iter().filter(|line| line.answer().is_some()).collect();
        assert_eq!(came.len(), 2);
        for line in came {
            let read = format!("/ky/quang-ninh-viii/bao-cao/{}", line.request.id);
            assert_eq!(approved(&officer, &read, "1").await.status(), 303);
        }
        assert_eq!(sums(&house, sent.edition, Grouping::Unit).await.sum.top.approved.reports, 2);
    }
}

/// A commune of 2025, and two of those that came whole to it.
async fn merged(house: &TestHouse) -> (UnitId, [UnitId; 2]) {
    let mut db = house.house().read().await.unwrap();
    for unit in units_of_level(&mut db, UnitLevel::Commune, date(2025, 7, 1)).await.unwrap() {
        let before = predecessors(&mut db, unit.id).await.unwrap();
        let communes = before.into_iter().map(|link| link.unit).filter(|before| before.level == UnitLevel::Commune);
        let mut whole = Vec::new();
        for each in communes.filter(|before| before.stands_on(date(2020, 8, 19))) {
            if sole_successor(&successors(&mut db, each.id).await.unwrap()).is_some() {
                whole.push(each.id);
            }
        }
        if let [first, second, ..] = whole.as_slice() {
            return (unit.id, [*first, *second]);
        }
    }
    panic!("communes were merged in 2025");
}
