//! What a letter asked, seen from both ends after it went out: corrected by the agency, done by a unit.

use hoithi_campaign::sent_letters;
use hoithi_edition::edition_by_slug;
use hoithi_journal::recent_lines;
use hoithi_rules::ids::DocumentId;
use hoithi_testkit::{Browser, TestHouse, both};

use crate::campaign::sent;
use crate::correspondence::letter_of_three_dashes;

const KY: &str = "/ky/quang-ninh-viii";
const TOWN: &str = "Thị xã Đông Triều";

/// The letter that went out.
async fn letter(house: &TestHouse) -> DocumentId {
    let mut db = house.house().read().await.unwrap();
    let edition = edition_by_slug(&mut db, "quang-ninh-viii").await.unwrap().unwrap();
    sent_letters(&mut db, edition.id).await.unwrap()[0].card.id
}

/// Where the town's contact works on the only letter there is.
async fn desk(contact: &Browser) -> String {
    contact.get("/don-vi/cong-viec").await.location().to_owned()
}

both! {
    async fn a_correction_is_read_back_by_its_name_and_changes_something(house: TestHouse) {
        sent(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let path = format!("{KY}/gui/{}/nhiem-vu", letter(&house).await);
        let form = officer.get(&path).await;
        assert!(form.says("Thôi giao rồi thì không giao lại được.") && form.select(".govuk-button--warning").is_empty());
        let due = form.attribute("#due_commend", "value").unwrap();
        for step in ["", "do"] {
            let same = [("duty", "commend"), ("what", "due"), ("due_commend", due.as_str()), ("step", step)];
            let same = officer.send(&path, &same).await;
            assert_eq!(same.attributes(".govuk-error-summary a", "href"), ["#due_commend"], "{step:?}");
            assert!(same.says("Chưa có gì để đổi."), "{}", same.text());
        }
        let other = [("duty", "commend"), ("what", "due"), ("due_commend", "30/7/2021")];
        let read = officer.send(&path, &other).await;
        assert_eq!(read.select("main h1"), ["Đổi hạn: Khen thưởng tập thể, cá nhân có thành tích"]);
        assert!(read.says("chưa trả lời Công văn 213/LHH-KHCN: 15/7/2021 → 30/7/2021"), "{}", read.text());
        let off = [("duty", "commend"), ("what", "off"), ("reason_commend", "Giao nhầm.")];
        let read = officer.send(&path, &off).await;
        assert_eq!(read.select("main h1"), ["Thôi giao: Khen thưởng tập thể, cá nhân có thành tích"]);
        assert!(read.says("không giao lại được"), "{}", read.text());
    }

    async fn few_units_are_named_before_a_letter_goes_to_them(house: TestHouse) {
        let sent = sent(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let second = letter_of_three_dashes(&officer).await;
        let path = format!("{KY}/gui/{second}");
        assert!(officer.get(&path).await.says("danh sách 13 đơn vị"));
        let all: Vec<_> = sent.units.values().map(ToString::to_string).collect();
        let folded = async |count: usize| {
            let mut fields = vec![("level", "district"), ("on", "19/8/2020")];
            fields.extend(all[..count].iter().map(|unit| ("units", unit.as_str())));
            officer.send(&path, &fields).await.select(".govuk-details li").len()
        };
        assert_eq!((folded(10).await, folded(13).await), (0, 13));
    }

    /// What an officer wrote in place of the words that were offered is what the unit looks for.
    async fn a_unit_reads_the_officer_s_own_words_and_every_day(house: TestHouse) {
        let sent = sent(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let contact = house.signed_in("dong.trieu").await;
        let first = contact.get(&desk(&contact).await).await;
        assert_eq!(first.select(".ht-tasks li:nth-child(4) a"), ["Khen thưởng tập thể, cá nhân có thành tích"]);
        assert!(first.select(".govuk-button-group").concat().contains("hạn 15/7/2021"), "{}", first.text());
        let second = letter_of_three_dashes(&officer).await;
        let (town, path) = (sent.units[TOWN].to_string(), format!("{KY}/gui/{second}"));
        let fields = [
            ("level", "district"),
            ("on", "19/8/2020"),
            ("units", town.as_str()),
            ("task_commend", "co"),
            ("words_commend", "Cử một cán bộ đầu mối"),
            ("due_commend", "1/9/2020"),
        ];
        let read = officer.send(&path, &fields).await.attribute("input[name=read]", "value").unwrap();
        let send = [&fields[..], &[("read", read.as_str()), ("step", "send")]].concat();
        assert_eq!(officer.send(&path, &send).await.status(), 303);
        let list = contact.get("/don-vi/cong-viec").await;
        assert!(list.says("Công văn 214/LHH-KHCN ngày 19/8/2020"), "{}", list.text());
        let mut days = list.select(".ht-task__due");
        days.sort();
        assert_eq!(days, ["hạn 1/9/2020", "hạn 30/6/2021"]);
        let letters = list.attributes(".govuk-task-list__link", "href");
        let names = list.select(".govuk-task-list__hint");
        let place = names.iter().position(|name| name.contains("214/LHH-KHCN")).unwrap();
        let page = contact.get(&letters[place]).await;
        assert_eq!(page.select(".govuk-task-list__link"), ["Cử một cán bộ đầu mối"]);
        assert!(page.select(".govuk-task-list__hint")[0].starts_with("Khen thưởng tập thể"), "{}", page.text());
        let task = contact.get(&page.attribute(".govuk-task-list__link", "href").unwrap()).await;
        assert_eq!(task.select("main h1"), ["Cử một cán bộ đầu mối"]);
        assert!(task.says("Khen thưởng tập thể, cá nhân có thành tích"), "{}", task.text());
    }

    /// A slip is put right by the unit itself until the agency has been told.
    async fn publicity_is_removed_until_something_that_was_sent_counts_it(house: TestHouse) {
        sent(&house).await;
        let contact = house.signed_in("dong.trieu").await;
        let desk = desk(&contact).await;
        let path = format!("{desk}/tuyen-truyen");
        let record = async |title: &str| {
            let fields = [("channel", "meeting"), ("on", "19/8/2020"), ("title", title), ("link", ""), ("reach", "80")];
            assert_eq!(contact.send_files(&path, &fields, &[]).await.status(), 303);
            contact.get(&path).await.attribute("tbody a[href$='/go']", "href").unwrap()
        };
        let wrong = record("Ghi nhầm").await;
        let page = contact.get(&wrong).await;
        assert!(page.says("Gỡ bỏ: Ghi nhầm"), "{}", page.text());
        assert_eq!(contact.send(&wrong, &[]).await.location(), path);
        assert!(contact.get(&path).await.select("tbody tr").is_empty());
        assert_eq!(contact.get(&wrong).await.status(), 404);
        let lines = recent_lines(&mut house.house().read().await.unwrap(), None, 1).await.unwrap();
        assert_eq!((lines[0].event.as_str(), lines[0].facts.contains("Ghi nhầm")), ("publicity.removed", false));

        let right = record("Hội nghị triển khai").await;
        let officer = house.signed_in("chuyen.vien").await;
        assert_eq!(officer.send(&right, &[]).await.status(), 403, "it is the unit's own");
        let tasks = contact.get(&desk).await.attributes(".govuk-task-list__link", "href");
        let done = [("answer", "done"), ("evidence", ""), ("reason", "")];
        assert_eq!(contact.send(&tasks[1], &done).await.status(), 303);
        assert!(contact.get(&path).await.attribute("tbody a[href$='/go']", "href").is_none(), "it proves an answer");
        let late = contact.send(&right, &[]).await;
        assert!(late.says("Không gỡ bỏ được nữa"), "{}", late.text());
        assert_eq!(contact.get(&path).await.select("tbody tr").len(), 1);
    }

    async fn a_figure_that_is_none_is_named_and_thousands_are_the_reader_s(house: TestHouse) {
        sent(&house).await;
        let contact = house.signed_in("dong.trieu").await;
        let path = format!("{}/bao-cao", desk(&contact).await);
        let figures = [
            ("seen", "0"),
            ("documents_issued", "-1"),
            ("publicity_items", "5"),
            ("people_reached", "27800"),
            ("entries_mobilised", "4"),
            ("local_contest", "khong"),
            ("initiatives", ""),
            ("commendations", "6"),
        ];
        let refused = contact.send_files(&path, &figures, &[]).await;
        let says = refused.select(".govuk-error-summary a");
        assert_eq!(says[0], "Văn bản chỉ đạo đã ban hành: “-1” chưa phải là số đếm. Ghi số, ví dụ 12.");
        assert!(says[1].starts_with("Sáng kiến được công nhận: "), "{says:?}");
        let right = figures.map(|(name, value)| if matches!(value, "-1" | "") { (name, "3") } else { (name, value) });
        assert_eq!(contact.send_files(&path, &right, &[]).await.status(), 303);
        let officer = house.signed_in("chuyen.vien").await;
        let summary = format!("{KY}/tong-hop");
        assert!(officer.get(&summary).await.says("27.800"));
        officer.send("/ngon-ngu", &[("ngon_ngu", "en"), ("ve", &summary)]).await;
        let english = officer.get(&summary).await;
        assert!(english.says("27,800") && !english.says("27.800"), "{}", english.text());
    }
}
