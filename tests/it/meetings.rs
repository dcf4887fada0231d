//! Meetings and ceremonies: who is asked, who answers, what is written about it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hoithi::FromRooms;
use hoithi_correspondence::bases_of;
use hoithi_journal::outbox_mails;
use hoithi_meetings::{ChangePlan, Guest, Invite, NewMeeting, Plan, change_plan, invite, plan_meeting};
use hoithi_people::account_by_login;
use hoithi_reminders::{KnownDue, tell_what_is_due};
use hoithi_rules::ids::{DocumentId, EditionId, MeetingId, UnitId};
use hoithi_rules::meetings::{MeetingKind, Quorum};
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse, both, words_on_the_page};
use jiff::civil::date;

use super::awards::{TOLD, decided_on, proposed};
use super::correspondence::{REGISTER, SCAN, letter_fields, receive, saved};
use super::judged::{launched, office, province, province_opened, unit};
use super::register::set_body;

const LIST: &str = "/ky/quang-ninh-viii/cuoc-hop";
const SIGNER: [(&str, &str); 2] = [("signer", "Phạm Văn Quyết"), ("position", "Chủ tịch")];

struct Planned {
    edition: EditionId,
    meeting: MeetingId,
    unit: UnitId,
    page: String,
}

fn plan() -> Plan {
    Plan {
        kind: MeetingKind::Committee,
        own_kind: String::new(),
        title: "Họp Ban Tổ chức lần thứ hai".to_owned(),
        place: "Phòng họp tầng 2".to_owned(),
        starts_at: "2021-03-26T08:00:00+07:00".parse().unwrap(),
        chair: "Trưởng Ban Tổ chức".to_owned(),
        secretary: "Thư ký Hội thi".to_owned(),
        quorum: Quorum::Half,
        agenda: "Tiến độ nhận hồ sơ\nKinh phí".to_owned(),
    }
}

/// A committee meeting with one member, one unit and one name on its list.
async fn planned(house: &TestHouse) -> Planned {
    let (head, officer) = office(house).await;
    let edition = launched(house, &province(), head, None).await;
    let unit = unit(house, officer, "Trường Cao đẳng Minh Họa").await;
    let member =
        house.account_for("uyvien", "Tống Thị Mai Hoa", &[(Role::CommitteeMember, Scope::Edition(edition))]).await;
    house.account_for("daumoi", "Chìu Thị Mối", &[(Role::UnitContact, Scope::Unit(unit))]).await;
    house.set_clock("2021-03-15T09:00:00+07:00");
    let new = NewMeeting { edition, plan: plan(), held: false };
    let meeting = house.perform(officer, move |act| Box::pin(plan_meeting(act, new.clone()))).await.unwrap();
    let guests = [
        (Guest::Account(member), true),
        (Guest::Unit(unit), true),
        (Guest::Name("Bà Lê Thị Khách, Báo tỉnh".to_owned()), false),
    ];
    for (guest, member) in guests {
        let email = if matches!(guest, Guest::Name(_)) { "khach@vidu.invalid" } else { "" }.to_owned();
        let new = Invite { meeting, guest, member, email };
        house.perform(officer, move |act| Box::pin(invite(act, new.clone()))).await.unwrap();
    }
    Planned { edition, meeting, unit, page: format!("{LIST}/{meeting}") }
}

/// Signs the invitation with its number, as the register would.
async fn signed(house: &TestHouse, planned: &Planned) {
    let officer = house.signed_in("chuyenvien").await;
    let drafted = officer.send(&format!("{}/soan/giay-moi", planned.page), &SIGNER).await;
    assert_eq!(drafted.status(), 303, "{}", drafted.text());
    let document = drafted.location().rsplit('/').next().unwrap().to_owned();
    let sql =
        "UPDATE documents SET number = 12, number_symbol = 'GM-LHH', number_year = 2021, number_key = '12/GM-LHH@2021',
                      day = '2021-03-16', state = 'signed' WHERE id = $1";
    house.tamper(sql, params![document]).await;
}

/// The personal link in the invitation's mail to that address.
async fn link_mailed_to(house: &TestHouse, address: &str) -> String {
    let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
    let mail = mails.into_iter().find(|mail| mail.recipient == address).expect("a mail");
    let token = mail.body.split("/thu-moi/").nth(1).expect("a link").split_whitespace().next().unwrap();
    format!("/thu-moi/{token}")
}

async fn invitation_of(browser: &Browser) -> String {
    let page = browser.get("/giay-moi").await;
    page.attribute("form[action^='/giay-moi/']", "action").unwrap_or_else(|| panic!("{}", page.text()))
}

both! {
    async fn a_meeting_is_planned_and_its_invitation_is_a_draft_of_the_register(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        assert!(officer.get(LIST).await.says("Họp Ban Tổ chức lần thứ hai"));
        let drafted = officer.send(&format!("{}/soan/giay-moi", planned.page), &SIGNER).await;
        assert_eq!(drafted.status(), 303, "{}", drafted.text());
        let document = officer.get(drafted.location()).await;
        assert!(document.says("Giấy mời") && document.says("Tống Thị Mai Hoa") && document.says("Tiến độ nhận hồ sơ"), "{}", document.text());
        assert!(document.says("8 giờ 00, ngày 26/3/2021"), "{}", document.text());
        for guest in ["- Tống Thị Mai Hoa;", "- Trường Cao đẳng Minh Họa;", "- Bà Lê Thị Khách, Báo tỉnh."] {
            assert!(document.says(guest), "{guest} in {}", document.text());
        }
        // One invitation, not two.
        let again = officer.send(&format!("{}/soan/giay-moi", planned.page), &SIGNER).await;
        assert!(again.says("Văn bản này đã có trong sổ"));
        // Minutes come after the meeting; before there is no form for them.
        let early = officer.get(&format!("{}/soan/bien-ban", planned.page)).await;
        assert!(early.says("Ghi kết quả cuộc họp trước") && early.attributes("input[name=signer]", "name").is_empty(), "{}", early.text());
        assert!(officer.send(&format!("{}/soan/bien-ban", planned.page), &SIGNER).await.says("Ghi kết quả cuộc họp trước"));
    }

    /// The room fills in facts; the words are a template's, the office's own where it made one.
    async fn the_office_words_its_own_invitation_and_the_default_is_as_it_comes(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let list = officer.get(&format!("{REGISTER}/mau")).await;
        let from = list.attribute("a[href$='tu=giay-moi-hop']", "href").unwrap();
        let shipped = officer.get(&from).await;
        assert!(shipped.select("textarea[name=text]").concat().contains("**Thời gian:** {{thoi_gian}}."), "{}", shipped.text());
        assert_eq!(officer.get(&format!("{REGISTER}/moi?mau=giay-moi-hop")).await.status(), 404, "only the meeting knows its facts");
        let own = |subject, text| {
            [("composes", "giay-moi-hop"), ("name", "Giấy mời của cơ quan"), ("subject", subject), ("addressees", "{{nguoi_duoc_moi}}"),
             ("text", text), ("recipients", "Như trên\nLưu: VT")]
        };
        let path = format!("{REGISTER}/mau/moi");
        let refused = officer.send(&path, &own("Về {{ket_luan}}", "Kính mời {{ten_ai_do}}.")).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#subject", "#text"], "{}", refused.text());
        assert!(refused.says("“ket_luan”") && refused.says("“ten_ai_do”"), "{}", refused.text());
        let words = "Trân trọng kính mời dự {{cuoc_hop}} lúc {{thoi_gian}}, do {{co_quan}} tổ chức.\n**Việc bàn:**\n{{chuong_trinh}}";
        assert_eq!(officer.send(&path, &own("{{ten_cuoc_hop}}", words)).await.status(), 303);
        let twice = officer.send(&path, &own("{{ten_cuoc_hop}}", words)).await;
        assert_eq!(twice.attributes(".govuk-error-summary a", "href"), ["#name"], "{}", twice.text());
        let text_of = async |page: &str, paper: &str| {
            let drafted = officer.send(&format!("{page}/soan/{paper}"), &SIGNER).await;
            assert_eq!(drafted.status(), 303, "{}", drafted.text());
            officer.get(&format!("{}/sua", drafted.location())).await.select("textarea[name=text]").concat()
        };
        let text = text_of(&planned.page, "giay-moi").await;
        assert_eq!(
            text,
            "Trân trọng kính mời dự họp Ban Tổ chức lần thứ hai lúc 8 giờ 00, ngày 26/3/2021, do Liên hiệp các Hội Khoa học và Kỹ \
             thuật tỉnh Quảng Ninh tổ chức. **Việc bàn:** - Tiến độ nhận hồ sơ; - Kinh phí./."
        );
        // Within a line a name and capitals stay as they are.
        let sen = account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await.unwrap().unwrap().id;
        for (title, within) in [("BTC họp về kinh phí", "dự BTC họp về kinh phí lúc"), ("Ban Tổ chức họp", "dự Ban Tổ chức họp lúc")] {
            let new = NewMeeting { edition: planned.edition, plan: Plan { title: title.to_owned(), ..plan() }, held: false };
            let meeting = house.perform(sen, move |act| Box::pin(plan_meeting(act, new.clone()))).await.unwrap();
            let guest = Invite { meeting, guest: Guest::Name("Ông Khách".to_owned()), member: false, email: String::new() };
            house.perform(sen, move |act| Box::pin(invite(act, guest.clone()))).await.unwrap();
            let text = text_of(&format!("{LIST}/{meeting}"), "giay-moi").await;
            assert!(text.contains(within), "{text}");
        }
        // A launch has words of its own; without a programme nothing heads it.
        let launch = Plan { kind: MeetingKind::Launch, title: "Lễ phát động".to_owned(), agenda: String::new(), ..plan() };
        let new = NewMeeting { edition: planned.edition, plan: launch, held: false };
        let meeting = house.perform(sen, move |act| Box::pin(plan_meeting(act, new.clone()))).await.unwrap();
        let guest = Invite { meeting, guest: Guest::Name("Ông Khách".to_owned()), member: false, email: String::new() };
        house.perform(sen, move |act| Box::pin(invite(act, guest.clone()))).await.unwrap();
        assert_eq!(
            text_of(&format!("{LIST}/{meeting}"), "giay-moi").await,
            "Tới dự lễ phát động: Lễ phát động. **Thời gian:** 8 giờ 00, ngày 26/3/2021. **Địa điểm:** Phòng họp tầng 2. **Chủ trì:** \
             Trưởng Ban Tổ chức. Đề nghị các đồng chí đến dự đúng thành phần, thời gian; trường hợp vắng mặt hoặc cử người thay, xin báo \
             lại trước cuộc họp./."
        );
    }

    /// A heading goes with the last of its items, and not with the first that has nothing to say.
    async fn a_heading_stays_as_long_as_something_stands_under_it(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let words = "**Chương trình**\n{{chuong_trinh}}\nKính mời đến dự.\n**Thành phần**\n{{chuong_trinh}}\n\n- {{nguoi_duoc_moi}}.\n\
                     **Giấy tờ**\n**Mang theo**\n- {{chuong_trinh}}";
        let own = [("composes", "giay-moi-hop"), ("name", "Giấy mời của cơ quan"), ("subject", "{{ten_cuoc_hop}}"),
                   ("addressees", "{{nguoi_duoc_moi}}"), ("text", words), ("recipients", "Lưu: VT")];
        assert_eq!(officer.send(&format!("{REGISTER}/mau/moi"), &own).await.status(), 303);
        let account = account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await.unwrap().unwrap().id;
        let new = NewMeeting { edition: planned.edition, plan: Plan { agenda: String::new(), ..plan() }, held: false };
        let meeting = house.perform(account, move |act| Box::pin(plan_meeting(act, new.clone()))).await.unwrap();
        let guest = Invite { meeting, guest: Guest::Name("Ông Khách".to_owned()), member: false, email: String::new() };
        house.perform(account, move |act| Box::pin(invite(act, guest.clone()))).await.unwrap();
        let drafted = officer.send(&format!("{LIST}/{meeting}/soan/giay-moi"), &SIGNER).await;
        assert_eq!(drafted.status(), 303, "{}", drafted.text());
        let text = officer.get(&format!("{}/sua", drafted.location())).await.select("textarea[name=text]").concat();
        assert_eq!(text, "Kính mời đến dự. **Thành phần** - Ông Khách. **Giấy tờ**");
    }

    /// Who signs for the agency is set once and typed by nobody.
    async fn a_paper_is_signed_in_the_capacity_that_was_set_for_the_agency(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        set_body(&officer, "1/1/2021", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh", "typed").await;
        let path = format!("{}/soan/giay-moi", planned.page);
        let form = officer.get(&path).await;
        let signs = ["#signer", "#position"].map(|field| form.attribute(field, "value").unwrap_or_default());
        assert_eq!(signs, ["Phạm Văn Quyết", "Phó Chủ tịch"]);
        let drafted = officer.send(&path, &[("signer", &signs[0]), ("position", &signs[1])]).await;
        let document = officer.get(drafted.location()).await;
        assert_eq!(document.select(".ht-paper__post"), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "{}", document.text());
    }

    /// Whoever stands on the list already is asked once; what is not due yet says what comes first.
    async fn many_are_asked_by_one_form_and_results_are_recorded_on_the_day(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let path = format!("{}/nhieu-khach", planned.page);
        let unit = planned.unit.to_string();
        let there = [("units", unit.as_str()), ("names", " \n")];
        let refused = officer.send(&path, &there).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#names"], "{}", refused.text());
        let fields = [
            ("units", unit.as_str()),
            ("names", "Ông Lò Văn Mới, Sở Tài chính\nBà Vàng Thị Hai, Tỉnh đoàn"),
            ("members", "yes"),
        ];
        assert_eq!(officer.send(&path, &fields).await.status(), 303);
        let page = officer.get(&planned.page).await;
        assert!(page.says("Người được mời (5)") && page.says("4 thành viên trong danh sách mời"), "{}", page.text());
        let buttons = page.select(".ht-head__actions a");
        assert_eq!(buttons, ["Sửa", "Soạn giấy mời"], "the meeting is to come");
        assert!(page.says("Ghi kết quả trước, rồi soạn"), "{}", page.text());
        house.set_clock("2021-03-26T11:30:00+07:00");
        assert_eq!(officer.get(&planned.page).await.select(".ht-head__actions a"), ["Sửa", "Ghi kết quả"]);
        assert_eq!(house.signed_in("uyvien").await.send(&path, &fields).await.status(), 403);
    }

    /// A town that became a city later is the town on the day, and no commune is left without its heading.
    async fn communes_to_be_asked_stand_under_the_district_of_the_day(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let files = [("file", "don-vi.csv", hoithi_units::QUANG_NINH.as_bytes())];
        let imported = officer.send_files("/don-vi-hanh-chinh/nhap", &[], &files).await;
        assert!(imported.says("Thêm 240"), "{}", imported.text());
        let headings = officer.get(&planned.page).await.select(".ht-fold .ht-fold .ht-fold__title");
        assert!(headings.contains(&"Thị xã Đông Triều".to_owned()), "{headings:?}");
        assert!(headings.contains(&"Huyện Hải Hà".to_owned()), "{headings:?}");
        assert!(!headings.contains(&"Cấp xã".to_owned()), "{headings:?}");
    }

    async fn programs_read_the_list_of_meetings(house: TestHouse) {
        planned(&house).await;
        let address = "/api/v1/meetings?edition=quang-ninh-viii";
        let all: Vec<serde_json::Value> = house.signed_in("chuyenvien").await.get(address).await.json();
        assert_eq!((all.len(), all[0]["title"].as_str()), (1, Some("Họp Ban Tổ chức lần thứ hai")));
        assert_eq!((all[0]["state"].as_str(), all[0]["starts_at"].as_str()), (Some("planned"), Some("2021-03-26T01:00:00Z")));
        assert_eq!(house.signed_in("daumoi").await.get(address).await.status(), 403);
    }

    async fn a_form_says_all_that_is_missing(house: TestHouse) {
        planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let answer = officer.send(&format!("{LIST}/moi"), &[("title", "Họp"), ("day", "30/2/2021")]).await;
        let missing = answer.attributes(".govuk-error-summary a", "href");
        assert_eq!(missing, ["#kind", "#day", "#time", "#place", "#chair", "#secretary", "#quorum"]);
        assert_eq!(answer.attribute("#title", "value").as_deref(), Some("Họp"));
        let told = answer.select(".govuk-error-summary a").join(" ");
        assert!(told.contains("“Địa điểm”") && told.contains("“Chủ trì”") && told.contains("“Thư ký”"), "each says its field: {told}");
        assert!(told.contains("Ngày họp chưa đúng") && told.contains("Giờ họp chưa đúng"), "{told}");
    }

    /// A training is no meeting of the committee: it bears its own word, and its papers are the agency's.
    async fn another_meeting_bears_the_word_of_the_office(house: TestHouse) {
        planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let plan = |own_kind| {
            [("kind", "other"), ("own_kind", own_kind), ("title", "Hướng dẫn viết bản mô tả"), ("day", "1/3/2021"), ("time", "8:00"), ("held", "co"),
             ("place", "Phòng họp"), ("chair", "Trưởng ban"), ("secretary", "Thư ký"), ("quorum", "anybody"), ("agenda", "")]
        };
        let path = format!("{LIST}/moi");
        let nameless = officer.send(&path, &plan("")).await;
        assert_eq!(nameless.attributes(".govuk-error-summary a", "href"), ["#own_kind"], "{}", nameless.text());
        assert!(nameless.says("“Tên loại”"), "{}", nameless.text());
        let entered = officer.send(&path, &plan("Hội nghị tập huấn")).await;
        assert_eq!(entered.status(), 303, "{}", entered.text());
        let page = entered.location().to_owned();
        assert!(officer.get(&page).await.says("Hội nghị tập huấn"));
        let form = officer.get(&format!("{page}/ket-qua")).await;
        let version = form.attribute("input[name=version]", "value").unwrap();
        let held = [("version", version.as_str()), ("ended", "10:00"), ("ended_day", "1/3/2021")];
        assert_eq!(officer.send(&format!("{page}/ket-qua"), &held).await.status(), 303);
        let drafted = officer.send(&format!("{page}/soan/bien-ban"), &SIGNER).await;
        let number = officer.get(drafted.location()).await.select(".ht-paper__number").concat();
        assert!(number.contains("BB-LHH"), "{number}");
        let all: Vec<serde_json::Value> = officer.get("/api/v1/meetings?edition=quang-ninh-viii").await.json();
        assert!(all.iter().any(|each| each["kind"] == "other"), "{all:?}");
    }

    /// The clock says what is to come; a meeting that is over is entered as such, and its results next.
    async fn a_meeting_of_the_past_is_entered_only_as_held(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let at = |day, held| {
            [("kind", "committee"), ("title", "Họp rút kinh nghiệm"), ("day", day), ("time", "8:00"), ("held", held), ("place", "Phòng họp"),
             ("chair", "Trưởng ban"), ("secretary", "Thư ký"), ("quorum", "anybody"), ("agenda", "")]
        };
        let path = format!("{LIST}/moi");
        let past = officer.send(&path, &at("1/3/2021", "")).await;
        assert_eq!(past.attributes(".govuk-error-summary a", "href"), ["#day"], "{}", past.text());
        let ahead = officer.send(&path, &at("1/4/2021", "co")).await;
        assert_eq!(ahead.attributes(".govuk-error-summary a", "href"), ["#held"], "{}", ahead.text());
        let entered = officer.send(&path, &at("1/3/2021", "co")).await;
        assert_eq!(entered.status(), 303, "{}", entered.text());
        let page = officer.get(entered.location()).await;
        assert!(page.says("chưa ghi kết quả") && !page.says("Sắp họp"), "{}", page.text());
        assert!(officer.get(&planned.page).await.says("Sắp họp"));
        // What is to come is not moved into the past either.
        let form = officer.get(&format!("{}/sua", planned.page)).await;
        let version = form.attribute("input[name=version]", "value").unwrap();
        let moved = [&at("1/3/2021", "")[..], &[("version", version.as_str())]].concat();
        let moved = officer.send(&format!("{}/sua", planned.page), &moved).await;
        assert_eq!(moved.attributes(".govuk-error-summary a", "href"), ["#day"], "{}", moved.text());
        house.set_clock("2021-03-26T08:00:00+07:00");
        assert!(!officer.get(&planned.page).await.says("Sắp họp"), "its hour has come");
    }

    /// Whoever was there is listed afterwards, without a mail, until the minutes that say so are signed.
    async fn the_minutes_of_a_meeting_that_was_entered_as_held_say_who_was_there(house: TestHouse) {
        planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let plan = [("kind", "committee"), ("title", "Họp rút kinh nghiệm"), ("day", "1/3/2021"), ("time", "8:00"), ("held", "co"), ("place", "Phòng họp"),
             ("chair", "Trưởng ban"), ("secretary", "Thư ký"), ("quorum", "anybody"), ("agenda", "")];
        let page = officer.send(&format!("{LIST}/moi"), &plan).await.location().to_owned();
        let results = format!("{page}/ket-qua");
        let bare = officer.get(&results).await;
        assert!(bare.says("Chưa có ai trong danh sách") && bare.attributes("main a", "href").contains(&page), "{}", bare.text());
        assert!(officer.get(&page).await.select("#email").is_empty(), "nobody is written to any more");
        let names = [("names", "Ông Lò Văn Một\nBà Vàng Thị Hai\nÔng Tô Văn Ba\nÔng Nhầm Tên"), ("members", "yes")];
        assert_eq!(officer.send(&format!("{page}/nhieu-khach"), &names).await.status(), 303);
        let record = async |came: &[usize]| {
            let form = officer.get(&results).await;
            let version = form.attribute("input[name=version]", "value").unwrap();
            let guests = form.attributes("input[name=present]", "value");
            let mut fields = vec![("version", version.as_str()), ("ended", "10:00"), ("ended_day", "1/3/2021"), ("proceedings", "Các thành viên thảo luận.")];
            fields.extend(came.iter().map(|place| ("present", guests[*place].as_str())));
            assert_eq!(officer.send(&results, &fields).await.status(), 303);
        };
        record(&[0, 1]).await;
        assert!(officer.get(&page).await.says("Có mặt 2/4 thành viên"));
        // Listed too late for the results: those are asked for again before there are minutes.
        let away = officer.get(&page).await.attributes("form[action$='/bo']", "action");
        assert_eq!(officer.send(&away[3], &[]).await.status(), 303);
        let guest = format!("{page}/khach");
        assert_eq!(officer.send(&guest, &[("guest", "Bà Bàn Thị Bốn, Sở Tài chính"), ("member", "yes")]).await.status(), 303);
        assert!(officer.get(&page).await.says("Còn 1 người chưa ghi có mặt hay vắng"));
        let minutes = format!("{page}/soan/bien-ban");
        assert!(officer.send(&minutes, &SIGNER).await.says("chưa ghi có mặt hay vắng. Ghi lại kết quả trước"));
        record(&[0, 1, 3]).await;
        assert!(!officer.get(&page).await.says("chưa ghi có mặt hay vắng"));
        let drafted = officer.send(&minutes, &SIGNER).await;
        assert_eq!(drafted.status(), 303, "{}", drafted.text());
        let document = officer.get(drafted.location()).await;
        assert!(document.says("Có mặt: 3/4 thành viên.") && document.says("Bà Bàn Thị Bốn, Sở Tài chính."), "{}", document.text());
        assert!(document.says("Ông Tô Văn Ba (không báo)") && !document.says("Ông Nhầm Tên"), "{}", document.text());
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        assert!(mails.iter().all(|mail| !mail.subject.contains("Họp rút kinh nghiệm")), "nobody was asked to come: {mails:?}");
        let sql = "UPDATE documents SET number = 13, number_symbol = 'BB-LHH', number_year = 2021, number_key = '13/BB-LHH@2021',
                          day = '2021-03-15', state = 'signed' WHERE id = $1";
        house.tamper(sql, params![drafted.location().rsplit('/').next().unwrap()]).await;
        let shut = officer.get(&page).await;
        assert!(shut.attributes("form[action*='/khach']", "action").is_empty(), "{}", shut.text());
        assert!(officer.send(&guest, &[("guest", "Ông Đến Muộn")]).await.says("Biên bản hoặc thông báo đã ký"));
    }

    /// From its hour on there is no invitation to draft or to mail, and what is set right afterwards is no news.
    async fn nobody_is_asked_to_come_to_what_has_begun(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let tells = format!("a[href='{}/gui-thu']", planned.page);
        signed(&house, &planned).await;
        assert_eq!(officer.get(&planned.page).await.select(&tells), ["Gửi thư mời"]);
        assert_eq!(officer.send(&format!("{}/gui-thu", planned.page), &[]).await.status(), 303);
        let late = Invite { meeting: planned.meeting, guest: Guest::Name("Ông Đến Sau".to_owned()), member: false, email: "sau@vidu.invalid".to_owned() };
        let account = account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await.unwrap().unwrap().id;
        house.perform(account, move |act| Box::pin(invite(act, late.clone()))).await.unwrap();
        house.set_clock("2021-03-26T08:00:00+07:00");
        let page = officer.get(&planned.page).await;
        assert!(page.says("Đang họp hoặc chưa ghi kết quả"), "{}", page.text());
        assert!(page.select(&tells).is_empty() && page.select("a[href$='/lien-ket']").is_empty(), "{}", page.text());
        let over = "Cuộc họp đã bắt đầu";
        let path = format!("{}/gui-thu", planned.page);
        let read = officer.get(&path).await;
        assert!(read.says(over) && read.select("main form button").is_empty(), "{}", read.text());
        assert!(officer.send(&path, &[]).await.says(over));
        let mails = async || outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        assert!(mails().await.iter().all(|mail| mail.recipient != "sau@vidu.invalid"), "who was listed too late gets no mail");
        let before = mails().await.len();
        for hour in ["2021-03-26T07:00:00+07:00", "2021-03-25T08:00:00+07:00"] {
            let seen = officer.get(&format!("{}/hoan", planned.page)).await.attribute("input[name=version]", "value");
            let plan = Plan { starts_at: hour.parse().unwrap(), ..plan() };
            let change = ChangePlan { meeting: planned.meeting, version: seen.unwrap().parse().unwrap(), plan };
            house.perform(account, move |act| Box::pin(change_plan(act, change.clone()))).await.unwrap();
        }
        assert_eq!(mails().await.len(), before, "nobody is told of another hour of what is over");
        // Another one, whose invitation was never drafted: that is not drafted any more.
        let new = NewMeeting { edition: planned.edition, plan: Plan { starts_at: "2021-03-27T08:00:00+07:00".parse().unwrap(), ..plan() }, held: false };
        let meeting = house.perform(account, move |act| Box::pin(plan_meeting(act, new.clone()))).await.unwrap();
        let guest = Invite { meeting, guest: Guest::Name("Ông Khách".to_owned()), member: false, email: String::new() };
        house.perform(account, move |act| Box::pin(invite(act, guest.clone()))).await.unwrap();
        let (page, draft) = (format!("{LIST}/{meeting}"), format!("{LIST}/{meeting}/soan/giay-moi"));
        assert!(officer.get(&page).await.attributes("main a", "href").contains(&draft));
        house.set_clock("2021-03-27T08:00:00+07:00");
        assert!(!officer.get(&page).await.attributes("main a", "href").contains(&draft));
        let late = officer.get(&draft).await;
        assert!(late.says(over) && late.attributes("input[name=signer]", "name").is_empty(), "{}", late.text());
        assert!(officer.send(&draft, &SIGNER).await.says(over));
    }

    async fn the_office_records_what_came_of_it_and_says_whether_enough_came(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let page = officer.get(&planned.page).await;
        let rows = page.attributes("form[action*='/khach/']", "action");
        let reply = rows.iter().find(|action| !action.ends_with("/bo")).unwrap();
        let refused = officer.send(reply, &[("reply", "excused"), ("reply_words", "")]).await;
        assert!(refused.says("Ghi lý do vắng"), "{}", refused.text());
        let fault = refused.attribute(".govuk-error-summary a", "href").unwrap();
        assert_eq!(refused.attributes(&format!("details[open] input{fault}"), "name"), ["reply_words"], "{}", refused.text());
        assert_eq!(refused.attributes("details[open] option[selected]", "value"), ["excused"], "what was chosen stays");
        officer.send(reply, &[("reply", "excused"), ("reply_words", "đi công tác")]).await;
        assert!(officer.get(&planned.page).await.says("Vắng, có lý do: đi công tác (cơ quan thường trực ghi)"));
        house.set_clock("2021-03-26T11:30:00+07:00");
        let record = officer.get(&format!("{}/ket-qua", planned.page)).await;
        let guests = record.attributes("input[name=present]", "value");
        let version = record.attribute("input[name=version]", "value").unwrap();
        let mut fields = vec![
            ("version", version.as_str()),
            ("ended", "11:00"),
            ("ended_day", "26/3/2021"),
            ("proceedings", "Các thành viên thảo luận."),
            ("conclusions", "Gia hạn tuyên truyền."),
            ("duties", "Ban Thư ký | gửi công văn | hạn 30/3/2021"),
            ("dissent", ""),
            ("present", guests[1].as_str()),
        ];
        // Boxes may have been forgotten: whoever records that too few came says so twice.
        let results = format!("{}/ket-qua", planned.page);
        let asked = officer.send(&results, &fields).await;
        assert_eq!(asked.attributes(".govuk-error-summary a", "href"), ["#few"], "{}", asked.text());
        assert!(asked.says("Đúng như vậy: 1/3 người trong danh sách có mặt") && asked.says("Gia hạn tuyên truyền."), "{}", asked.text());
        let nobody = officer.send(&results, &fields[..7]).await;
        assert!(nobody.says("0/3 người trong danh sách có mặt"), "{}", nobody.text());
        assert!(officer.get(&planned.page).await.says("chưa ghi kết quả"), "nothing was recorded");
        fields.push(("few", "co"));
        let held = officer.send(&results, &fields).await;
        assert_eq!(held.status(), 303, "{}", held.text());
        fields.pop();
        let page = officer.get(&planned.page).await;
        assert!(page.says("Có mặt 1/2 thành viên, chưa đủ số cần có"), "one of two is not more than half: {}", page.text());
        let version = (version.parse::<i64>().unwrap() + 1).to_string();
        fields[0] = ("version", version.as_str());
        fields.push(("present", guests[0].as_str()));
        officer.send(&format!("{}/ket-qua", planned.page), &fields).await;
        assert!(officer.get(&planned.page).await.says("Có mặt 2/2 thành viên, đủ số cần có"));
        // Minutes and notice are drafts of the register.
        for (paper, says) in [("bien-ban", "Có mặt: 2/2 thành viên, đủ số người cần có mặt."), ("thong-bao", "Ban Thư ký: gửi công văn, chậm nhất ngày 30/3/2021./.")] {
            let drafted = officer.send(&format!("{}/soan/{paper}", planned.page), &SIGNER).await;
            assert_eq!(drafted.status(), 303, "{}", drafted.text());
            let document = officer.get(drafted.location()).await;
            assert!(document.says(says), "{}", document.text());
            assert!(document.says("Ban Thư ký: gửi công văn, chậm nhất ngày 30/3/2021"), "{}", document.text());
            // What the committee's own meeting comes to is the committee's paper.
            let number = document.select(".ht-paper__number").concat();
            assert!(number.contains("-BTC") && !number.contains("LHH"), "{number}");
            assert_eq!(officer.get(&format!("{}/pdf", drafted.location())).await.status(), 200);
            match paper {
                "bien-ban" => assert_eq!(document.select(".ht-paper__post"), ["THƯ KÝ", "CHỦ TRÌ"]),
                _ => assert!(document.says("Lúc 8 giờ 00, ngày 26/3/2021"), "{}", document.text()),
            }
        }
    }

    /// Whoever presided signs the minutes, and stands in the form of their draft.
    async fn the_minutes_ask_for_the_hand_of_whoever_presided(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let account = account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await.unwrap().unwrap().id;
        let plan = Plan { chair: "Ông Chu Văn Tiếp, Phó Trưởng ban".to_owned(), quorum: Quorum::Anybody, ..plan() };
        let change = ChangePlan { meeting: planned.meeting, version: 1, plan };
        house.perform(account, move |act| Box::pin(change_plan(act, change.clone()))).await.unwrap();
        house.set_clock("2021-03-26T11:30:00+07:00");
        let results = format!("{}/ket-qua", planned.page);
        let form = officer.get(&results).await;
        assert_eq!(form.attribute("#ended", "value").unwrap_or_default(), "", "nobody guesses when it ended");
        let version = form.attribute("input[name=version]", "value").unwrap();
        let came = form.attributes("input[name=present]", "value");
        let held = [("version", version.as_str()), ("ended", "11:00"), ("ended_day", "26/3/2021"), ("present", came[0].as_str())];
        assert_eq!(officer.send(&results, &held).await.status(), 303);
        let path = format!("{}/soan/bien-ban", planned.page);
        let form = officer.get(&path).await;
        let signs = ["#signer", "#position"].map(|field| form.attribute(field, "value").unwrap_or_default());
        assert_eq!(signs, ["Chu Văn Tiếp", "Chủ trì"]);
        assert!(form.says("Biên bản do người chủ trì ký: Ông Chu Văn Tiếp, Phó Trưởng ban."), "{}", form.text());
        let drafted = officer.send(&path, &[("signer", &signs[0]), ("position", &signs[1])]).await;
        let document = officer.get(drafted.location()).await;
        assert_eq!(document.select(".ht-paper__post"), ["THƯ KÝ", "CHỦ TRÌ"]);
        assert_eq!(document.select(".ht-paper__person").last().map(String::as_str), Some("Chu Văn Tiếp"));
    }

    /// The register's links lead from the notice to the minutes and from there to the invitation.
    async fn minutes_rest_on_the_invitation_and_the_notice_on_the_minutes(house: TestHouse) {
        let planned = planned(&house).await;
        signed(&house, &planned).await;
        let officer = house.signed_in("chuyenvien").await;
        house.set_clock("2021-03-26T11:30:00+07:00");
        let results = format!("{}/ket-qua", planned.page);
        let version = officer.get(&results).await.attribute("input[name=version]", "value").unwrap();
        let held = [("version", version.as_str()), ("ended", "11:00"), ("ended_day", "26/3/2021"), ("few", "co"), ("conclusions", "Gia hạn tuyên truyền.")];
        assert_eq!(officer.send(&results, &held).await.status(), 303);
        let drafted = async |paper: &str| {
            let drafted = officer.send(&format!("{}/soan/{paper}", planned.page), &SIGNER).await;
            saved(&drafted)
        };
        let bases = async |id: DocumentId| {
            let cards = bases_of(&mut house.house().read().await.unwrap(), id).await.unwrap();
            cards.iter().map(|card| card.signed.as_ref().unwrap().0.to_string()).collect::<Vec<_>>()
        };
        let minutes = drafted("bien-ban").await;
        assert_eq!(bases(minutes).await, ["12/GM-LHH"]);
        let sheet = officer.get(&format!("{REGISTER}/{minutes}/pdf")).await;
        assert!(words_on_the_page(sheet.bytes()).contains("12/GM-LHH"), "its sheet cites it");
        let sql = "UPDATE documents SET number = 13, number_symbol = 'BB-LHH', number_year = 2021, number_key = '13/BB-LHH@2021',
                          day = '2021-03-26', state = 'signed' WHERE id = $1";
        house.tamper(sql, params![minutes.uuid()]).await;
        assert_eq!(bases(drafted("thong-bao").await).await, ["13/BB-LHH"]);
    }

    async fn whoever_is_invited_answers_once_the_invitation_is_signed(house: TestHouse) {
        let planned = planned(&house).await;
        let member = house.signed_in("uyvien").await;
        assert!(member.get("/giay-moi").await.says("Không có cuộc họp nào sắp tới"), "a draft invites nobody");
        signed(&house, &planned).await;
        let place = invitation_of(&member).await;
        let refused = member.send(&place, &[("reply", "sends"), ("reply_words", "")]).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#reply_words"]);
        assert_eq!(member.send(&place, &[("reply", "comes"), ("reply_words", "")]).await.status(), 303);
        // A unit's contact answers for the unit, and nobody for somebody else.
        let contact = house.signed_in("daumoi").await;
        let unit = invitation_of(&contact).await;
        assert_eq!(contact.send(&place, &[("reply", "comes"), ("reply_words", "")]).await.status(), 404);
        let sends = [("reply", "sends"), ("reply_words", "Ông Hoàng Văn Thay, Phó hiệu trưởng")];
        assert_eq!(contact.send(&unit, &sends).await.status(), 303);
        let page = house.signed_in("chuyenvien").await.get(&planned.page).await;
        assert!(page.says("Cử người thay: Ông Hoàng Văn Thay, Phó hiệu trưởng"), "{}", page.text());
        // Once it is over nothing of it changes.
        house.set_clock("2021-04-01T08:00:00+07:00");
        assert_eq!(member.send(&place, &[("reply", "comes"), ("reply_words", "")]).await.status(), 404);
    }

    async fn a_sheet_to_be_signed_lies_at_the_door(house: TestHouse) {
        let planned = planned(&house).await;
        let path = format!("{}/danh-sach", planned.page);
        let officer = house.signed_in("chuyenvien").await;
        assert!(officer.get(&planned.page).await.attributes("main a", "href").contains(&path));
        let rows = officer.get(&planned.page).await.attributes("form[action*='/khach/']", "action");
        let reply = rows.iter().find(|action| !action.ends_with("/bo")).unwrap();
        assert_eq!(officer.send(reply, &[("reply", "excused"), ("reply_words", "nằm viện")]).await.status(), 303);
        let sheet = officer.get(&path).await;
        assert_eq!(sheet.header("content-type"), "application/pdf");
        let words = words_on_the_page(sheet.bytes()).split_whitespace().collect::<Vec<_>>().join(" ");
        for name in ["Tống Thị Mai Hoa", "Trường Cao đẳng Minh Họa", "Bà Lê Thị Khách", "Báo tỉnh", "Ký tên", "Phòng họp tầng 2"] {
            assert!(words.contains(name), "{name}: {words}");
        }
        assert!(words.contains("Thành viên Ban Tổ chức") && !words.contains("nằm viện"), "why is nobody's to read: {words}");
        assert_eq!(house.signed_in("uyvien").await.get(&path).await.status(), 403);
    }

    async fn what_was_not_concluded_is_not_made_known(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        house.set_clock("2021-03-26T11:30:00+07:00");
        let results = format!("{}/ket-qua", planned.page);
        let version = officer.get(&results).await.attribute("input[name=version]", "value").unwrap();
        let held = [("version", version.as_str()), ("ended", "11:00"), ("ended_day", "26/3/2021"), ("few", "co"), ("proceedings", "Thảo luận.")];
        assert_eq!(officer.send(&results, &held).await.status(), 303);
        let refused = officer.send(&format!("{}/soan/thong-bao", planned.page), &SIGNER).await;
        assert!(refused.says("Ghi kết luận của cuộc họp"), "{}", refused.text());
        assert!(!officer.get(&results).await.says("Văn bản đã soạn không tự đổi theo"));
        let minutes = officer.send(&format!("{}/soan/bien-ban", planned.page), &SIGNER).await;
        assert_eq!(minutes.status(), 303, "{}", minutes.text());
        assert!(officer.get(&results).await.says("Văn bản đã soạn không tự đổi theo"));
        let word = format!("{}/word", minutes.location());
        assert!(officer.get(&planned.page).await.attributes("main td a", "href").contains(&word));
        assert_eq!(officer.get(&word).await.status(), 200);
    }

    async fn a_meeting_is_read_back_before_it_is_called_off(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let path = format!("{}/huy", planned.page);
        let read = officer.get(&path).await;
        assert!(read.says("0/3 người được mời") && read.says("không mở lại được"), "{}", read.text());
        assert!(read.says("chưa ai được báo"), "the invitation is no more than a list: {}", read.text());
        let stale = officer.send(&path, &[("version", "7"), ("reason", "Bão")]).await;
        assert!(stale.says("Người khác vừa sửa cuộc họp này"), "{}", stale.text());
        let version = read.attribute("input[name=version]", "value").unwrap();
        let bare = officer.send(&path, &[("version", &version)]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#reason"], "{}", bare.text());
        assert_eq!(officer.send(&path, &[("version", &version), ("reason", "Bão")]).await.status(), 303);
        assert!(officer.get(&planned.page).await.says("Đã hủy"));
        assert!(officer.get(&path).await.select("main form button").is_empty(), "it is over");
    }

    /// Whoever was written to learns that the meeting is elsewhere, and that it is off; who stays away does not.
    async fn whoever_was_written_to_is_told_of_a_change(house: TestHouse) {
        let planned = planned(&house).await;
        signed(&house, &planned).await;
        let officer = house.signed_in("chuyenvien").await;
        let mails = async |subject: &str| {
            let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
            let fits = mails.into_iter().filter(|mail| mail.subject.starts_with(subject));
            fits.map(|mail| (mail.recipient, mail.body)).collect::<BTreeMap<_, _>>()
        };
        assert_eq!(officer.send(&format!("{}/gui-thu", planned.page), &[]).await.status(), 303);
        let guest = link_mailed_to(&house, "khach@vidu.invalid").await;
        let browser = house.browser();
        browser.get(&guest).await;
        let away = browser.send(&guest, &[("reply", "excused"), ("reason", "Đi công tác")]).await;
        assert_eq!(away.status(), 303, "{}", away.text());
        let account = account_by_login(&mut house.house().read().await.unwrap(), "chuyenvien").await.unwrap().unwrap().id;
        let seen = async || officer.get(&format!("{}/hoan", planned.page)).await.attribute("input[name=version]", "value");
        for place in ["Phòng họp tầng 2", "Hội trường lớn"] {
            let plan = Plan { place: place.to_owned(), ..plan() };
            let version = seen().await.unwrap().parse().unwrap();
            let change = ChangePlan { meeting: planned.meeting, version, plan };
            house.perform(account, move |act| Box::pin(change_plan(act, change.clone()))).await.unwrap();
        }
        let moved = mails("Đổi thời gian, địa điểm").await;
        assert_eq!(moved.keys().collect::<Vec<_>>(), ["daumoi@vidu.invalid", "uyvien@vidu.invalid"]);
        assert!(moved.values().all(|body| body.contains("Hội trường lớn") && body.contains("8 giờ 00, ngày 26/3/2021")));
        let off = format!("{}/huy", planned.page);
        let read = officer.get(&off).await;
        assert!(read.says("Được báo bằng thư (2)") && read.says("Tống Thị Mai Hoa"), "{}", read.text());
        assert!(read.says("Đã báo vắng, không được báo (1)"), "{}", read.text());
        assert_eq!(mails("Hủy:").await.len(), 0, "it was only read back");
        let version = read.attribute("input[name=version]", "value").unwrap();
        assert_eq!(officer.send(&off, &[("version", &version), ("reason", "Bão số 3")]).await.status(), 303);
        let told = mails("Hủy:").await;
        assert_eq!(told.keys().collect::<Vec<_>>(), ["daumoi@vidu.invalid", "uyvien@vidu.invalid"]);
        assert!(told.values().all(|body| body.contains("Lý do: Bão số 3.")), "{told:?}");
    }

    /// Whoever answered before anything was mailed learns of another day, and so does who said that they stay away.
    async fn another_day_is_told_to_everybody_and_asks_them_again(house: TestHouse) {
        let planned = planned(&house).await;
        signed(&house, &planned).await;
        let member = house.signed_in("uyvien").await;
        let place = invitation_of(&member).await;
        let idle = member.send(&place, &[("reply", "comes"), ("reply_words", "ốm")]).await;
        assert_eq!(idle.attributes(".govuk-error-summary a", "href"), ["#reply_words"], "{}", idle.text());
        assert_eq!(member.send(&place, &[("reply", "comes"), ("reply_words", "")]).await.status(), 303);
        let officer = house.signed_in("chuyenvien").await;
        assert_eq!(officer.send(&format!("{}/gui-thu", planned.page), &[]).await.status(), 303);
        assert!(officer.get(&planned.page).await.says("Đã gửi 2 thư mời cho 2 người"), "one had answered");
        let (link, guest) = (link_mailed_to(&house, "khach@vidu.invalid").await, house.browser());
        guest.get(&link).await;
        assert_eq!(guest.send(&link, &[("reply", "excused"), ("reason", "Đi công tác")]).await.status(), 303);
        let path = format!("{}/sua", planned.page);
        let read = officer.get(&path).await;
        assert!(read.says("Được báo bằng thư (2)") && read.says("chỉ được báo khi đổi sang ngày khác (1)"), "{}", read.text());
        let version = read.attribute("input[name=version]", "value").unwrap();
        let moved = [
            ("kind", "committee"), ("title", "Họp Ban Tổ chức lần thứ hai"), ("day", "29/3/2021"), ("time", "8:00"),
            ("place", "Phòng họp tầng 2"), ("chair", "Trưởng Ban Tổ chức"), ("secretary", "Thư ký Hội thi"),
            ("quorum", "half"), ("agenda", "Kinh phí"), ("version", version.as_str()),
        ];
        let sent = officer.send(&path, &moved).await;
        assert_eq!(sent.status(), 303, "{}", sent.text());
        let page = officer.get(&planned.page).await;
        assert!(page.says("Đã gửi 3 thư báo cho 3 người") && page.says("phải gọi điện: 0"), "{}", page.text());
        assert!(page.says("trả lời cho ngày cũ: Đi") && page.says("Giấy mời soạn cho ngày cũ 26/3/2021"), "{}", page.text());
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        let told: Vec<_> = mails.iter().filter(|mail| mail.subject.starts_with("Đổi thời gian, địa điểm")).collect();
        let to: BTreeSet<_> = told.iter().map(|mail| mail.recipient.as_str()).collect();
        assert_eq!(to, BTreeSet::from(["daumoi@vidu.invalid", "khach@vidu.invalid", "uyvien@vidu.invalid"]));
        for day in ["8 giờ 00, ngày 26/3/2021", "8 giờ 00, ngày 29/3/2021"] {
            assert!(told.iter().all(|mail| mail.body.contains(day)), "{told:?}");
        }
        let invited = member.get("/giay-moi").await;
        assert!(invited.says("Ngày họp đã đổi từ 26/3/2021 sang") && invited.says("Chưa trả lời lại"), "{}", invited.text());
        let opened = guest.get(&link).await;
        assert!(opened.says("Ngày họp đã đổi từ 26/3/2021 sang") && opened.says("soạn cho ngày cũ 26/3/2021"), "{}", opened.text());
        assert!(opened.says("trả lời cho ngày cũ: Vắng, có lý do: Đi công tác"), "{}", opened.text());
        let both = guest.send(&link, &[("reply", "comes"), ("reason", "ốm")]).await;
        assert_eq!(both.attributes(".govuk-error-summary a", "href"), ["#reason"], "{}", both.text());
        assert_eq!(guest.send(&link, &[("reply", "comes"), ("reason", "")]).await.status(), 303);
        assert!(!officer.get(&planned.page).await.says("Đi công tác"), "the answer to the day of now stands alone");
    }

    /// Without a day it waits with its list; its day is another act, and calling it off still another.
    async fn a_meeting_is_put_off_without_a_day_and_set_going_again(house: TestHouse) {
        let planned = planned(&house).await;
        signed(&house, &planned).await;
        let officer = house.signed_in("chuyenvien").await;
        assert_eq!(officer.send(&format!("{}/gui-thu", planned.page), &[]).await.status(), 303);
        let (link, guest) = (link_mailed_to(&house, "khach@vidu.invalid").await, house.browser());
        let member = house.signed_in("uyvien").await;
        let place = invitation_of(&member).await;
        assert_eq!(member.send(&place, &[("reply", "comes"), ("reply_words", "")]).await.status(), 303);
        let path = format!("{}/hoan", planned.page);
        let read = officer.get(&path).await;
        assert!(read.says("Được báo bằng thư (3)"), "{}", read.text());
        let version = read.attribute("input[name=version]", "value").unwrap();
        let faults = async |fields: &[(&str, &str)]| {
            officer.send(&path, fields).await.attributes(".govuk-error-summary a", "href")
        };
        assert_eq!(faults(&[("version", version.as_str())]).await, ["#reason", "#until"]);
        let why = ("reason", "Trùng lịch họp của tỉnh");
        for day in ["1/3/2021", "26/3/2021"] {
            let fields = [("version", version.as_str()), why, ("until", "moi"), ("day", day), ("time", "8:00")];
            assert_eq!(faults(&fields).await, ["#day"], "{day}");
        }
        assert_eq!(officer.send(&path, &[("version", &version), why, ("until", "chua")]).await.status(), 303);
        let page = officer.get(&planned.page).await;
        assert!(page.says("Đã hoãn, chưa định ngày") && page.says("Đã gửi 3 thư báo cho 3 người"), "{}", page.text());
        assert!(page.says("Người được mời (3)") && page.says("trả lời cho ngày cũ: Đi"), "{}", page.text());
        let shut = guest.get(&link).await;
        assert_eq!(shut.status(), 410);
        for says in ["Họp Ban Tổ chức lần thứ hai", "Cuộc họp đã hoãn, chưa định ngày", "Trùng lịch họp của tỉnh"] {
            assert!(shut.says(says), "{says}: {}", shut.text());
        }
        assert!(member.get("/giay-moi").await.says("Không có cuộc họp nào sắp tới"));
        let dated = officer.get(&path).await;
        assert!(dated.select("#reason").is_empty() && dated.says("Định ngày mới"), "why is known: {}", dated.text());
        let version = dated.attribute("input[name=version]", "value").unwrap();
        assert_eq!(faults(&[("version", version.as_str())]).await, ["#day", "#time"]);
        let day = [("version", version.as_str()), ("day", "2/4/2021"), ("time", "8:00")];
        assert_eq!(officer.send(&path, &day).await.status(), 303);
        let page = officer.get(&planned.page).await;
        assert!(page.says("Đã định ngày mới. Đã gửi 3 thư báo") && page.says("Sắp họp"), "{}", page.text());
        assert!(guest.get(&link).await.says("Ngày họp đã đổi từ 26/3/2021 sang"));
        assert_eq!(member.send(&place, &[("reply", "comes"), ("reply_words", "")]).await.status(), 303);
    }

    async fn prizes_are_called_from_the_lowest_and_an_absent_winner_gets_it_later(house: TestHouse) {
        let judged = province_opened(&house, &[TOLD[0], TOLD[2]]).await;
        proposed(&judged).await;
        let mut pages = Vec::new();
        for kind in [MeetingKind::Ceremony, MeetingKind::Committee] {
            let plan = Plan {
                kind,
                own_kind: String::new(),
                title: "Tổng kết Hội thi".to_owned(),
                place: "Hội trường".to_owned(),
                starts_at: "2021-11-12T08:00:00+07:00".parse().unwrap(),
                chair: "Trưởng Ban Tổ chức".to_owned(),
                secretary: "Thư ký Hội thi".to_owned(),
                quorum: Quorum::Anybody,
                agenda: String::new(),
            };
            let new = NewMeeting { edition: judged.edition, plan, held: false };
            let id = house.perform(judged.secretary, move |act| Box::pin(plan_meeting(act, new.clone()))).await.unwrap();
            pages.push(format!("{LIST}/{id}/trao-giai"));
        }
        let early = house.signed_in("thuky").await.get(&pages[0]).await;
        assert!(early.says("Chưa có quyết định trao giải"), "{}", early.text());
        house.set_clock("2021-10-05T09:00:00+07:00");
        decided_on(&judged, "25/QĐ-BTC", date(2021, 10, 4)).await.unwrap();
        house.set_clock("2021-11-15T09:00:00+07:00");
        let secretary = house.signed_in("thuky").await;
        let calling = secretary.get(&pages[0]).await;
        let winners = calling.select("tbody td[data-label='Người nhận']");
        assert!(winners[0].contains("Lều Văn Bưởi") && winners[1].contains("Ngô Thị Lựu"), "{winners:?}");
        let note = calling.attributes("tbody form", "action")[0].clone();
        for day in ["11/11/2021", "16/11/2021"] {
            let wrong = secretary.send(&note, &[("absent", "yes"), ("on", day), ("to", "Ông Nam")]).await;
            assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#on"], "{day}");
            assert_eq!(wrong.attributes("details[open] #on", "value"), [day], "{}", wrong.text());
        }
        assert_eq!(secretary.send(&note, &[("absent", "yes"), ("on", ""), ("to", "")]).await.status(), 303);
        let waits = secretary.get(&pages[0]).await.select(".ht-notice li");
        assert_eq!(waits.len(), 1, "one prize waits for its winner: {waits:?}");
        let later = [("absent", "yes"), ("on", "15/11/2021"), ("to", "Ông Nam, Phòng Kinh tế")];
        let award = note.rsplit('/').next().unwrap();
        let elsewhere = secretary.send(&format!("{}/{award}", pages[1]), &later).await;
        assert!(elsewhere.says("Chỉ ghi việc trao giải tại lễ trao giải"), "{}", elsewhere.text());
        assert_eq!(secretary.send(&note, &later).await.status(), 303);
        let noted = secretary.get(&pages[0]).await;
        assert!(noted.says("Đã trao ngày 15/11/2021 cho Ông Nam, Phòng Kinh tế"), "{}", noted.text());
        assert_eq!(noted.select(".ht-notice li").len(), 0, "nothing waits any more");
    }

    async fn whoever_has_an_address_is_written_to_once(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let path = format!("{}/gui-thu", planned.page);
        let early = officer.send(&path, &[]).await;
        assert!(early.says("Giấy mời chưa ký"), "{}", early.text());
        signed(&house, &planned).await;
        let read = officer.get(&path).await;
        assert!(read.says("Nhận thư (3)") && !read.says("cần gọi hoặc gửi giấy"), "{}", read.text());
        let mails = async || outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        let of_meeting = async || {
            let mails = mails().await.into_iter().filter(|mail| mail.subject.starts_with("Giấy mời số 12/GM-LHH"));
            mails.map(|mail| mail.recipient).collect::<BTreeSet<_>>()
        };
        assert_eq!(of_meeting().await, BTreeSet::new(), "it was only read back");
        assert_eq!(officer.send(&path, &[]).await.status(), 303);
        let told = ["daumoi@vidu.invalid", "khach@vidu.invalid", "uyvien@vidu.invalid"].map(str::to_owned);
        assert_eq!(of_meeting().await, BTreeSet::from(told));
        assert!(officer.get(&planned.page).await.says("đã gửi thư"));
        assert!(officer.send(&path, &[]).await.says("Không còn ai có thư điện tử"));
        assert_eq!(house.signed_in("uyvien").await.get(&path).await.status(), 403);
    }

    async fn a_guest_without_an_account_answers_by_the_link_of_their_mail(house: TestHouse) {
        let planned = planned(&house).await;
        signed(&house, &planned).await;
        let officer = house.signed_in("chuyenvien").await;
        assert_eq!(officer.send(&format!("{}/gui-thu", planned.page), &[]).await.status(), 303);
        let link = link_mailed_to(&house, "khach@vidu.invalid").await;
        let guest = house.browser();
        let page = guest.get(&link).await;
        assert!(page.says("Mời Bà Lê Thị Khách, Báo tỉnh") && page.says("Tiến độ nhận hồ sơ"), "{}", page.text());
        assert_eq!((page.header("cache-control"), page.header("referrer-policy")), ("no-store", "no-referrer"));
        assert_eq!(guest.get(&format!("{link}/giay-moi")).await.header("content-type"), "application/pdf");
        let missing = async |fields: &[(&str, &str)]| guest.send(&link, fields).await.attributes(".govuk-error-summary a", "href");
        assert_eq!(missing(&[]).await, ["#reply"]);
        assert_eq!(missing(&[("reply", "excused")]).await, ["#reason"]);
        assert_eq!(missing(&[("reply", "sends")]).await, ["#who", "#post"]);
        let bare = guest.send(&link, &[("reply", "sends"), ("reason", ""), ("who", "Trần Văn Thay"), ("post", "")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#post"]);
        assert!(bare.select(".govuk-error-summary").concat().contains("Ghi chức vụ người đi thay"), "{}", bare.text());
        let sends = [("reply", "sends"), ("reason", ""), ("who", "Trần Văn Thay"), ("post", "Phó Tổng biên tập")];
        assert_eq!(guest.send(&link, &sends).await.status(), 303);
        let said = "Cử người thay: Trần Văn Thay, Phó Tổng biên tập";
        assert!(officer.get(&planned.page).await.says(said), "and nobody recorded it for them");
        assert_eq!(guest.get(&link).await.attribute("#post", "value").as_deref(), Some("Phó Tổng biên tập"));
        house.set_clock("2021-03-26T08:00:00+07:00");
        let begun = guest.send(&link, &[("reply", "comes")]).await;
        assert_eq!(begun.status(), 410);
        assert!(begun.says("Cuộc họp đã bắt đầu"), "{}", begun.text());
        assert!(officer.get(&planned.page).await.says(said), "what was answered stays");
        assert_eq!(guest.get("/thu-moi/khong-co").await.status(), 404);
    }

    async fn a_link_that_was_taken_back_is_replaced_by_another(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let rows = officer.get(&planned.page).await.attributes("form[action*='/khach/']", "action");
        let place = format!("{}/lien-ket", rows.iter().find(|action| !action.ends_with("/bo")).unwrap());
        assert!(officer.send(&place, &[("step", "show")]).await.says("Giấy mời chưa ký"));
        signed(&house, &planned).await;
        assert!(officer.send(&place, &[("step", "revoke")]).await.says("Không còn liên kết nào mở được"));
        let shown = async || {
            let address = officer.send(&place, &[("step", "show")]).await.select("code").concat();
            address[address.find("/thu-moi/").expect("a link is shown")..].to_owned()
        };
        let guest = house.browser();
        let (first, second) = (shown().await, shown().await);
        let replaced = guest.get(&first).await;
        assert_eq!(replaced.status(), 410);
        assert!(replaced.says("thay bằng liên kết mới"), "{}", replaced.text());
        assert_eq!(guest.get(&second).await.status(), 200);
        assert_eq!(officer.send(&place, &[("step", "revoke")]).await.status(), 303);
        assert_eq!(guest.send(&second, &[("reply", "comes")]).await.status(), 410);
        assert!(!officer.get(&place).await.says("/thu-moi/"), "a word is shown once");
        let third = shown().await;
        let off = format!("{}/huy", planned.page);
        let version = officer.get(&off).await.attribute("input[name=version]", "value").unwrap();
        assert_eq!(officer.send(&off, &[("version", &version), ("reason", "Bão")]).await.status(), 303);
        let shut = guest.get(&third).await;
        assert!(shut.says("Cuộc họp đã hủy") && shut.says("Họp Ban Tổ chức lần thứ hai") && shut.says("Bão"), "{}", shut.text());
        assert_eq!(house.signed_in("uyvien").await.get(&place).await.status(), 403);
    }

    /// Signed papers of this meeting, for whoever was asked to come; a draft is the office's.
    async fn what_lies_before_a_meeting_is_read_by_whoever_is_invited(house: TestHouse) {
        let planned = planned(&house).await;
        signed(&house, &planned).await;
        let officer = house.signed_in("chuyenvien").await;
        let plan = saved(&receive(&officer, "86/KH-BTC", "27/7/2020", "Tổ chức Hội thi", &[]).await);
        let other = saved(&receive(&officer, "87/KH-BTC", "28/7/2020", "Việc khác", &[]).await);
        let draft = saved(&officer.send(&format!("{REGISTER}/moi"), &letter_fields("Nội dung./.", &[])).await);
        let put = format!("{}/tai-lieu", planned.page);
        assert!(officer.send(&put, &[("document", "")]).await.says("Chọn một văn bản trong sổ"));
        for paper in [plan, draft] {
            let paper = paper.to_string();
            assert_eq!(officer.send(&put, &[("document", &paper)]).await.status(), 303);
        }
        assert!(officer.send(&put, &[("document", &plan.to_string())]).await.says("Tài liệu này đã có"));
        let links = "a[href*='/tai-lieu/']";
        let address = format!("/giay-moi/{}/tai-lieu/{plan}", planned.meeting);
        for login in ["uyvien", "daumoi"] {
            let invited = house.signed_in(login).await;
            assert_eq!(invited.get("/giay-moi").await.attributes(links, "href"), [address.as_str()], "{login}");
            let paper = invited.get(&address).await;
            assert_eq!((paper.bytes(), paper.header("cache-control")), (SCAN, "no-store"));
            for hidden in [draft, other] {
                let hidden = format!("/giay-moi/{}/tai-lieu/{hidden}", planned.meeting);
                assert_eq!(invited.get(&hidden).await.status(), 404, "{hidden}");
            }
        }
        house.account("giamkhao", "Lý Văn Chấm", &[Role::Judge]).await;
        assert_eq!(house.signed_in("giamkhao").await.get(&address).await.status(), 404, "a stranger learns nothing");
        assert_eq!(officer.send(&format!("{}/gui-thu", planned.page), &[]).await.status(), 303);
        let (link, guest) = (link_mailed_to(&house, "khach@vidu.invalid").await, house.browser());
        let by_link = guest.get(&link).await.attributes(links, "href");
        assert_eq!(by_link, [format!("{link}/tai-lieu/{plan}")]);
        let paper = guest.get(&by_link[0]).await;
        assert_eq!((paper.bytes(), paper.header("cache-control")), (SCAN, "no-store"));
        assert_eq!(guest.get(&format!("{link}/tai-lieu/{draft}")).await.status(), 404);
        let away = format!("{put}/{plan}/bo");
        assert_eq!(house.signed_in("uyvien").await.send(&away, &[]).await.status(), 403);
        assert_eq!(officer.send(&away, &[]).await.status(), 303);
        assert_eq!(officer.send(&away, &[]).await.status(), 404, "it lies there no more");
        assert_eq!(guest.get(&by_link[0]).await.status(), 404);
        assert_eq!(officer.get(&format!("{REGISTER}/{plan}")).await.status(), 200, "the register keeps it");
    }

    /// The day before: whoever has an account, the unit, the guest by the address they left.
    async fn whoever_is_invited_is_reminded_the_day_before(house: TestHouse) {
        let planned = planned(&house).await;
        signed(&house, &planned).await;
        let member = house.signed_in("uyvien").await;
        let place = invitation_of(&member).await;
        assert_eq!(member.send(&place, &[("reply", "comes"), ("reply_words", "")]).await.status(), 303);
        house.set_clock("2021-03-25T07:10:00+07:00");
        let known: Arc<dyn KnownDue> = Arc::new(FromRooms);
        tell_what_is_due(house.house(), &known).await.unwrap();
        let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
        let told: Vec<_> = mails.iter().filter(|mail| mail.body.contains("Họp Ban Tổ chức lần thứ hai")).collect();
        assert_eq!(told.len(), 3, "{told:?}");
        let to_guest = told.iter().find(|mail| mail.recipient == "khach@vidu.invalid").unwrap();
        assert!(to_guest.body.contains("chưa trả lời giấy mời"), "{}", to_guest.body);
        assert_eq!(told.iter().filter(|mail| mail.body.contains("chưa trả lời giấy mời")).count(), 2, "one answered");
    }

    async fn meetings_are_the_office_s(house: TestHouse) {
        let planned = planned(&house).await;
        let _ = (planned.edition, planned.meeting, planned.unit);
        house.account("giamkhao", "Lý Văn Chấm", &[Role::Judge]).await;
        for login in ["giamkhao", "uyvien", "daumoi"] {
            let browser = house.signed_in(login).await;
            assert_eq!(browser.get(&planned.page).await.status(), 403, "{login}");
            assert_eq!(browser.get(LIST).await.status(), 403, "{login}");
        }
        let calling = house.signed_in("chuyenvien").await.get(&format!("{}/trao-giai", planned.page)).await;
        assert!(calling.says("Chưa có quyết định trao giải"));
    }
}
