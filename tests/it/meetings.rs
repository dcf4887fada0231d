//! Meetings and ceremonies: who is asked, who answers, what is written about it.

use hoithi_meetings::{Guest, Invite, NewMeeting, Plan, invite, plan_meeting};
use hoithi_rules::ids::{EditionId, MeetingId, UnitId};
use hoithi_rules::meetings::{MeetingKind, Quorum};
use hoithi_rules::people::{Role, Scope};
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse, both};

use super::judged::{launched, office, province, unit};

const LIST: &str = "/ky/quang-ninh-viii/cuoc-hop";
const SIGNER: [(&str, &str); 2] = [("signer", "Phạm Văn Quyết"), ("position", "Chủ tịch")];

struct Planned {
    edition: EditionId,
    meeting: MeetingId,
    unit: UnitId,
    page: String,
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
    let plan = Plan {
        kind: MeetingKind::Committee,
        title: "Họp Ban Tổ chức lần thứ hai".to_owned(),
        place: "Phòng họp tầng 2".to_owned(),
        starts_at: "2021-03-26T08:00:00+07:00".parse().unwrap(),
        chair: "Trưởng Ban Tổ chức".to_owned(),
        secretary: "Thư ký Hội thi".to_owned(),
        quorum: Quorum::Half,
        agenda: "Tiến độ nhận hồ sơ\nKinh phí".to_owned(),
    };
    let new = NewMeeting { edition, plan };
    let meeting = house.perform(officer, move |act| Box::pin(plan_meeting(act, new.clone()))).await.unwrap();
    let guests = [
        (Guest::Account(member), true),
        (Guest::Unit(unit), true),
        (Guest::Name("Bà Lê Thị Khách, Báo tỉnh".to_owned()), false),
    ];
    for (guest, member) in guests {
        let new = Invite { meeting, guest, member };
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
        // One invitation, not two.
        let again = officer.send(&format!("{}/soan/giay-moi", planned.page), &SIGNER).await;
        assert!(again.says("Văn bản này đã có trong sổ"));
        // Minutes come after the meeting.
        assert!(officer.send(&format!("{}/soan/bien-ban", planned.page), &SIGNER).await.says("Ghi kết quả cuộc họp trước"));
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
    }

    async fn the_office_records_what_came_of_it_and_says_whether_enough_came(house: TestHouse) {
        let planned = planned(&house).await;
        let officer = house.signed_in("chuyenvien").await;
        let page = officer.get(&planned.page).await;
        let rows = page.attributes("form[action*='/khach/']", "action");
        let reply = rows.iter().find(|action| !action.ends_with("/bo")).unwrap();
        let refused = officer.send(reply, &[("reply", "excused"), ("reply_words", "")]).await;
        assert!(refused.says("Ghi lý do vắng"), "{}", refused.text());
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
            ("duties", "Ban Thư ký | gửi công văn | 30/3/2021"),
            ("dissent", ""),
            ("present", guests[1].as_str()),
        ];
        let held = officer.send(&format!("{}/ket-qua", planned.page), &fields).await;
        assert_eq!(held.status(), 303, "{}", held.text());
        let page = officer.get(&planned.page).await;
        assert!(page.says("Có mặt 1/2 thành viên, chưa đủ số cần có"), "one of two is not more than half: {}", page.text());
        let version = (version.parse::<i64>().unwrap() + 1).to_string();
        fields[0] = ("version", version.as_str());
        fields.push(("present", guests[0].as_str()));
        officer.send(&format!("{}/ket-qua", planned.page), &fields).await;
        assert!(officer.get(&planned.page).await.says("Có mặt 2/2 thành viên, đủ số cần có"));
        // Minutes and notice are drafts of the register.
        for (paper, says) in [("bien-ban", "Có mặt: 2/2 thành viên"), ("thong-bao", "Ban Thư ký: gửi công văn, xong trước ngày 30/3/2021")] {
            let drafted = officer.send(&format!("{}/soan/{paper}", planned.page), &SIGNER).await;
            assert_eq!(drafted.status(), 303, "{}", drafted.text());
            let document = officer.get(drafted.location()).await;
            assert!(document.says(says), "{}", document.text());
            assert_eq!(officer.get(&format!("{}/pdf", drafted.location())).await.status(), 200);
        }
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
