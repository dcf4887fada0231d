//! Mail to lists: joined by a mailed link, so many a day, a result for each address, left by one click.

use axum::http::Method;
use hoithi_journal::{Channel, machine_now};
use hoithi_mailings::carry_on;
use hoithi_post::{Carrier, Smtp, deliver};
use hoithi_rules::people::Role;
use hoithi_store::params;
use hoithi_testkit::{Browser, TestHouse, both};
use jiff::SignedDuration;
use mail_parser::MessageParser;

use super::correspondence::launched;
use super::post::sink::Sink;

const FROM: &str = "Hội thi Sáng tạo kỹ thuật <hoithi@vidu.invalid>";

/// An officer with one public list, and the list's id.
async fn with_a_list(house: &TestHouse) -> (Browser, String) {
    house.account("chuyenvien", "Phạm Văn Soạn", &[Role::AgencyOfficer]).await;
    house.set_clock("2021-03-15T09:00:00+07:00");
    let officer = house.signed_in("chuyenvien").await;
    let fields = [("name", "Tin hội thi"), ("purpose", "Tin mới"), ("public", "yes"), ("version", "")];
    let kept = officer.send("/thu-tin/danh-sach/moi", &fields).await;
    assert_eq!(kept.status(), 303, "{}", kept.text());
    let id = kept.location().rsplit('/').next().unwrap().to_owned();
    (officer, id)
}

fn a_wish<'a>(list: &'a str, email: &'a str) -> [(&'static str, &'a str); 4] {
    [("list", list), ("email", email), ("name", "Đỗ Thị Hạnh"), ("consent", "yes")]
}

/// The address behind that beginning in the newest mail to somebody that still stands in the outbox.
async fn link_to(house: &TestHouse, email: &str, beginning: &str) -> String {
    let mut db = house.house().read().await.unwrap();
    let rows = db.all("SELECT body FROM outbox WHERE recipient = $1 ORDER BY at DESC", params![email]).await.unwrap();
    link_in(&rows[0].text("body").unwrap(), beginning)
}

fn link_in(body: &str, beginning: &str) -> String {
    let (_, after) = body.split_once(beginning).unwrap_or_else(|| panic!("{body}"));
    format!("{beginning}{}", after.split_whitespace().next().unwrap())
}

async fn joined(house: &TestHouse, list: &str, email: &str) {
    let reader = house.browser();
    assert_eq!(reader.send("/nhan-tin", &a_wish(list, email)).await.status(), 303);
    let link = link_to(house, email, "/nhan-tin/xac-nhan/").await;
    assert!(reader.get(&link).await.says("Tin hội thi"));
    assert_eq!(reader.send(&link, &[]).await.status(), 303);
}

/// Where pasted rows wait to be looked at.
async fn read_in(officer: &Browser, list: &str, rows: &str) -> String {
    let read = officer.send(&format!("/thu-tin/danh-sach/{list}/nhap"), &[("rows", rows)]).await;
    assert_eq!(read.status(), 303, "{}", read.text());
    read.location().to_owned()
}

async fn imported(officer: &Browser, list: &str, rows: &str) {
    let place = read_in(officer, list, rows).await;
    let seen = officer.get(&place).await.attribute("input[name=seen]", "value").unwrap();
    assert_eq!(officer.send(&place, &[("seen", &seen)]).await.status(), 303);
}

fn pace<'a>(a_day: &'a str, first: &'a str, end: &'a str, version: &'a str) -> [(&'static str, &'a str); 4] {
    [("a_day", a_day), ("first", first), ("end", end), ("version", version)]
}

async fn written(officer: &Browser, list: &str) -> String {
    let fields =
        [("list", list), ("subject", "Mời dự thi"), ("body", "Kính gửi {{ten}},\n\nMời dự thi."), ("version", "")];
    let written = officer.send("/thu-tin/soan", &fields).await;
    assert_eq!(written.status(), 303, "{}", written.text());
    written.location().to_owned()
}

async fn started(officer: &Browser, mailing: &str) {
    assert!(officer.get(&format!("{mailing}/gui")).await.says("địa chỉ đang nhận tin"));
    assert_eq!(officer.send(&format!("{mailing}/gui"), &[("version", "1")]).await.status(), 303);
}

async fn carried(house: &TestHouse, sink: &Sink) {
    let carrier = Carrier::Smtp(Box::new(Smtp::new(&sink.url(), FROM).unwrap()));
    let now = machine_now() + SignedDuration::from_mins(1);
    deliver(house.house().store(), Channel::Mail, &carrier, || now, || true).await.unwrap();
}

both! {
    async fn each_fault_of_a_list_and_of_a_mail_names_its_field(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        let nameless = [("name", ""), ("purpose", ""), ("version", "")];
        let refused = officer.send("/thu-tin/danh-sach/moi", &nameless).await;
        assert!(refused.select(".govuk-error-summary a").join(" ").contains("Vui lòng ghi tên, không quá"), "{}", refused.text());
        let empty = [("list", list.as_str()), ("subject", ""), ("body", ""), ("version", "")];
        let told = officer.send("/thu-tin/soan", &empty).await.select(".govuk-error-summary a").join(" ");
        assert!(told.contains("Vui lòng ghi tiêu đề thư, không quá") && told.contains("Vui lòng ghi nội dung thư, không quá"), "{told}");
        let endless = "a".repeat(20_001);
        let long = [("list", list.as_str()), ("subject", "Mời dự thi"), ("body", endless.as_str()), ("version", "")];
        assert!(officer.send("/thu-tin/soan", &long).await.says("không quá 20.000 ký tự"));
    }

    async fn a_mailing_leaves_over_two_days_and_whoever_left_gets_no_other(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        joined(&house, &list, "hanh@vidu.invalid").await;
        let rows = "ba@vidu.invalid;;Phiếu đăng ký;1/3/2021\nkhong.co@vidu.invalid;;Phiếu đăng ký;";
        imported(&officer, &list, rows).await;
        assert_eq!(officer.send("/thu-tin/han-muc", &pace("2", "7", "20", "0")).await.status(), 303);
        let sink = Sink::answering(&[("khong.co@vidu.invalid", 550, "5.1.1 No such user here")]);
        carried(&house, &sink).await;
        let mailing = written(&officer, &list).await;
        started(&officer, &mailing).await;
        let begun = officer.get(&mailing).await;
        assert!(begun.says("Còn 3 thư chờ đến lượt") && begun.says("trong ít phút nữa"), "{}", begun.text());
        assert_eq!(carry_on(house.house()).await.unwrap(), 2, "two a day");
        let full = officer.get(&mailing).await;
        let tomorrow = "Thư còn lại gửi tiếp từ 7 giờ ngày 16/3/2021 (mỗi ngày nhiều nhất 2 thư";
        assert!(full.says("Còn 1 thư chờ đến lượt") && full.says(tomorrow), "{}", full.text());
        for page in ["gui", "sua"] {
            assert_eq!(officer.get(&format!("{mailing}/{page}")).await.location(), mailing);
        }
        assert!(officer.get(&mailing).await.says("không gửi lần nữa được"));
        assert_eq!(officer.send(&format!("{mailing}/gui"), &[("version", "1")]).await.location(), mailing, "a second click");
        assert_eq!(carry_on(house.house()).await.unwrap(), 0, "and no more on the same day");
        carried(&house, &sink).await;
        house.set_clock("2021-03-16T09:00:00+07:00");
        assert_eq!(carry_on(house.house()).await.unwrap(), 1);
        carried(&house, &sink).await;
        assert_eq!(carry_on(house.house()).await.unwrap(), 0);
        let page = officer.get(&mailing).await;
        let rows = page.select("#ket-qua-thu tbody tr");
        assert_eq!(rows.len(), 3, "{}", page.text());
        assert!(rows[2].contains("địa chỉ không có thật") && rows[2].contains("5.1.1"), "{rows:?}");
        assert!(rows[0].contains("đã gửi") && rows[1].contains("đã gửi"), "{rows:?}");
        assert!(page.says("đã gửi xong"));

        let parser = MessageParser::default();
        let all = sink.taken();
        let mine = all.iter().map(|taken| parser.parse(taken).unwrap()).find(|mail| {
            mail.subject() == Some("Mời dự thi")
                && mail.to().unwrap().first().unwrap().address() == Some("hanh@vidu.invalid")
        });
        let mail = mine.unwrap();
        let text = mail.body_text(0).unwrap().into_owned();
        assert!(text.contains("Kính gửi Đỗ Thị Hạnh"), "{text}");
        let raw = String::from_utf8_lossy(mail.raw_message()).into_owned();
        assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{raw}");
        let link = link_in(&text, "/nhan-tin/roi/");
        let kind = Some("application/x-www-form-urlencoded");
        let left = house.browser().raw(Method::POST, &link, kind, "List-Unsubscribe=One-Click").await;
        assert_eq!(left.status(), 200, "a mail program is led nowhere else: {}", left.text());
        assert!(left.says("không còn nhận tin"), "{}", left.text());

        let next = written(&officer, &list).await;
        started(&officer, &next).await;
        let rows = officer.get(&next).await.select("#ket-qua-thu tbody tr");
        assert!(rows.len() == 1 && rows[0].contains("ba@vidu.invalid"), "{rows:?}");
        // Whoever left is not put on the list again by anybody else.
        let again = "hanh@vidu.invalid;;Phiếu đăng ký;";
        let place = read_in(&officer, &list, again).await;
        let page = officer.get(&place).await;
        assert!(page.says("đã thôi nhận hoặc đã yêu cầu xóa"), "{}", page.text());
        assert_eq!(page.attribute("input[name=seen]", "value"), None, "there is nothing to add");
        assert!(officer.get(&format!("/thu-tin/danh-sach/{list}?trang-thai=left")).await.says("hanh@vidu.invalid"));
    }

    async fn a_mailing_is_paused_goes_on_and_is_stopped_for_good(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        let rows = "ba@vidu.invalid;;Phiếu đăng ký;1/3/2021\nbon@vidu.invalid;;Phiếu đăng ký;\nnam@vidu.invalid;;Phiếu đăng ký;";
        imported(&officer, &list, rows).await;
        assert_eq!(officer.send("/thu-tin/han-muc", &pace("1", "7", "20", "0")).await.status(), 303);
        let mailing = written(&officer, &list).await;
        started(&officer, &mailing).await;
        assert_eq!(carry_on(house.house()).await.unwrap(), 1, "one a day");
        let step = async |step: &str| {
            let version = officer.get(&mailing).await.attribute("input[name=version]", "value").unwrap_or_default();
            officer.send(&format!("{mailing}/buoc"), &[("version", &version), ("step", step)]).await
        };
        assert_eq!(step("pause").await.status(), 303);
        house.set_clock("2021-03-16T09:00:00+07:00");
        assert_eq!(carry_on(house.house()).await.unwrap(), 0, "paused, nothing leaves");
        assert!(officer.get(&mailing).await.says("tạm dừng"));
        assert_eq!(step("resume").await.status(), 303);
        assert_eq!(carry_on(house.house()).await.unwrap(), 1, "then the next one does");
        assert_eq!(step("stop").await.status(), 303);
        house.set_clock("2021-03-17T09:00:00+07:00");
        assert_eq!(carry_on(house.house()).await.unwrap(), 0, "the rest gets nothing any more");
        assert!(officer.get(&mailing).await.says("đã dừng"));
        assert_ne!(step("resume").await.status(), 303, "stopped is for good");
        assert_eq!(officer.send(&format!("{mailing}/buoc"), &[("version", "1"), ("step", "khac")]).await.status(), 422);
    }

    /// The kit's mail becomes a draft of the same words.
    async fn the_kit_s_mail_is_written_to_a_list(house: TestHouse) {
        launched(&house).await;
        let officer = house.signed_in("chuyen.vien").await;
        let kit = officer.get("/ky/quang-ninh-viii/bo-tai-lieu").await;
        let place = "form[action='/thu-tin/soan-tu-mau']";
        let field = |name: &str| kit.attribute(&format!("{place} input[name={name}]"), "value").unwrap();
        let (subject, body) = (field("subject"), field("body"));
        let draft = officer.send("/thu-tin/soan-tu-mau", &[("subject", &subject), ("body", &body)]).await;
        assert_eq!(draft.attribute("#subject", "value"), Some(subject), "{}", draft.text());
        let words = draft.select("textarea[name=body]").concat();
        assert!(words.contains("đang nhận hồ sơ") && words.contains("/ky/quang-ninh-viii"), "{words}");
    }

    async fn nothing_leaves_at_night_and_every_choice_of_pace_stays(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        joined(&house, &list, "hanh@vidu.invalid").await;
        let wrong = officer.send("/thu-tin/han-muc", &pace("0", "18", "8", "0")).await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#a_day", "#first"]);
        assert_eq!(officer.send("/thu-tin/han-muc", &pace("50", "8", "18", "0")).await.status(), 303);
        let late = officer.send("/thu-tin/han-muc", &pace("70", "8", "18", "0")).await;
        assert!(late.says("Người khác vừa thay đổi"), "{}", late.text());
        assert_eq!(officer.send("/thu-tin/han-muc", &pace("60", "9", "17", "1")).await.status(), 303);
        let told = officer.get("/thu-tin").await.select("main .govuk-details li");
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("Phạm Văn Soạn: mỗi ngày nhiều nhất 60 thư, từ 9 giờ đến 17 giờ"), "{told:?}");
        let mailing = written(&officer, &list).await;
        started(&officer, &mailing).await;
        for closed in ["2021-03-15T17:00:00+07:00", "2021-03-16T08:59:00+07:00"] {
            house.set_clock(closed);
            assert_eq!(carry_on(house.house()).await.unwrap(), 0, "{closed}");
            assert!(officer.get(&mailing).await.says("Thư còn lại gửi tiếp từ 9 giờ ngày 16/3/2021"));
        }
        house.set_clock("2021-03-16T09:00:00+07:00");
        assert_eq!(carry_on(house.house()).await.unwrap(), 1);
    }

    /// A sender who is not liked today may be taken tomorrow; the day's number holds for both.
    async fn whom_a_mailing_did_not_reach_is_sent_it_once_more(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        joined(&house, &list, "hanh@vidu.invalid").await;
        let rows = "ba@vidu.invalid;;Phiếu đăng ký;1/3/2021\nkhong.co@vidu.invalid;;Phiếu đăng ký;";
        imported(&officer, &list, rows).await;
        assert_eq!(officer.send("/thu-tin/han-muc", &pace("3", "7", "20", "0")).await.status(), 303);
        let sink = Sink::answering(&[]);
        carried(&house, &sink).await;
        let sink = Sink::answering(&[
            ("ba@vidu.invalid", 550, "5.7.1 Not from your network"),
            ("khong.co@vidu.invalid", 550, "5.1.1 No such user here"),
        ]);
        let mailing = written(&officer, &list).await;
        started(&officer, &mailing).await;
        assert_eq!(carry_on(house.house()).await.unwrap(), 3);
        carried(&house, &sink).await;
        carry_on(house.house()).await.unwrap();
        let page = officer.get(&mailing).await;
        assert!(page.says("Gửi lại 1 địa chỉ không gửi được"), "{}", page.text());
        let again = format!("{mailing}/gui-lai");
        assert!(officer.send(&again, &[("version", "1")]).await.says("Người khác vừa thay đổi"));
        let version = page.attribute("form[action$='/gui-lai'] input[name=version]", "value").unwrap();
        assert_eq!(officer.send(&again, &[("version", &version)]).await.status(), 303);
        assert_eq!(carry_on(house.house()).await.unwrap(), 0, "the day is full");
        house.set_clock("2021-03-16T09:00:00+07:00");
        assert_eq!(carry_on(house.house()).await.unwrap(), 1);
        carried(&house, &sink).await;
        carry_on(house.house()).await.unwrap();
        let rows = officer.get(&mailing).await.select("#ket-qua-thu tbody tr");
        assert!(rows[0].contains("đã gửi") && rows[0].contains("trước đó đã gửi 1 lần"), "{rows:?}");
        assert!(rows[2].contains("địa chỉ không có thật"), "{rows:?}");
        let got = sink.asked().iter().filter(|who| *who == "ba@vidu.invalid").count();
        assert_eq!(got, 2, "once refused and once taken, and not from the outbox as well");
    }

    async fn nobody_learns_who_is_on_a_list_and_nobody_is_without_consent(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        joined(&house, &list, "hanh@vidu.invalid").await;
        let (known, new) = (house.browser(), house.browser());
        let known = known.send("/nhan-tin", &a_wish(&list, "hanh@vidu.invalid")).await;
        let new = new.send("/nhan-tin", &a_wish(&list, "moi@vidu.invalid")).await;
        assert_eq!((known.status(), known.location()), (new.status(), new.location()));
        let without: Vec<_> = a_wish(&list, "moi@vidu.invalid").into_iter().filter(|(field, _)| *field != "consent").collect();
        assert!(house.browser().send("/nhan-tin", &without).await.says("Vui lòng đánh dấu đồng ý"));
        let place = read_in(&officer, &list, "b@vidu.invalid;;;").await;
        let refused = officer.get(&place).await;
        assert!(refused.says("thiếu nguồn đồng ý") && refused.says("b@vidu.invalid"), "{}", refused.text());
        let page = officer.get(&format!("/thu-tin/danh-sach/{list}")).await;
        assert_eq!(page.select("#dia-chi tbody tr").len(), 1, "{}", page.text());
    }

    /// Whoever never said yes is not kept, though no mailing is on its way.
    async fn a_wish_that_nobody_confirms_is_forgotten_after_three_days(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        let reader = house.browser();
        assert_eq!(reader.send("/nhan-tin", &a_wish(&list, "hanh@vidu.invalid")).await.status(), 303);
        let link = link_to(&house, "hanh@vidu.invalid", "/nhan-tin/xac-nhan/").await;
        house.set_clock("2021-03-18T09:30:00+07:00");
        assert_eq!(reader.get(&link).await.status(), 404);
        assert_eq!(reader.send(&link, &[]).await.status(), 404);
        carry_on(house.house()).await.unwrap();
        let mut db = house.house().read().await.unwrap();
        let wishes = db.one("SELECT COUNT(*) AS wishes FROM mailing_joins", params![]).await.unwrap();
        assert_eq!(wishes.int("wishes").unwrap(), 0);
        drop(db);
        assert!(officer.get(&format!("/thu-tin/danh-sach/{list}")).await.says("Địa chỉ nhận tin sẽ hiện ở đây."));
    }

    /// Every row is looked at first; only what was looked at goes onto the list, and only once.
    async fn rows_are_looked_through_before_any_of_them_is_kept(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        joined(&house, &list, "hanh@vidu.invalid").await;
        let rows = "địa chỉ;họ và tên;nguồn;ngày\n\
                    ba@vidu.invalid;Lê Văn Ba;Phiếu đăng ký;1/3/2021\n\
                    HANH@vidu.invalid;;Phiếu đăng ký;\n\
                    khong phai;;Phiếu đăng ký;1/3/2031\n\
                    Ba@vidu.invalid;;Phiếu đăng ký;";
        let place = read_in(&officer, &list, rows).await;
        let page = officer.get(&place).await;
        let told = page.select("#cac-dong tbody tr");
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(told[0].contains('4') && told[0].contains("địa chỉ thư điện tử không đúng; ngày đồng ý không đúng"), "{told:?}");
        assert!(told[1].contains("địa chỉ này có ở dòng trên") && told[2].contains("đã có"), "{told:?}");
        assert!(told[3].contains("Lê Văn Ba") && told[3].contains("thêm mới"), "{told:?}");
        let addresses = format!("/thu-tin/danh-sach/{list}");
        assert!(!officer.get(&addresses).await.says("ba@vidu.invalid"), "nothing is kept yet");
        assert!(officer.send(&place, &[("seen", "khac")]).await.says("Người khác vừa thay đổi"));
        let seen = page.attribute("input[name=seen]", "value").unwrap();
        assert_eq!(officer.send(&place, &[("seen", &seen)]).await.status(), 303);
        let page = officer.get(&addresses).await;
        assert!(page.says("Đã thêm 1 địa chỉ; 3 dòng không thêm.") && page.says("ba@vidu.invalid"), "{}", page.text());
        assert!(officer.send(&place, &[("seen", &seen)]).await.says("không còn chờ"));
        house.account("chuyenvien2", "Vũ Thị Xem", &[Role::AgencyOfficer]).await;
        let many: Vec<_> = (0..150).map(|number| format!("d{number:03}@vidu.invalid;;Phiếu đăng ký;")).collect();
        imported(&officer, &list, &many.join("\n")).await;
        let first = officer.get(&format!("{addresses}?trang-thai=joined")).await;
        assert!(first.says("1–100 trên 152 dòng"), "{}", first.text());
        let next = first.attribute("a[rel=next]", "href").unwrap();
        assert_eq!(officer.get(&next).await.select("#dia-chi tbody tr").len(), 52);
        let other = read_in(&officer, &list, "c@vidu.invalid;;Phiếu đăng ký;").await;
        let stranger = house.signed_in("chuyenvien2").await.get(&other).await;
        assert!(!stranger.text().contains("c@vidu.invalid"), "rows are for whoever read them");
    }

    async fn programs_read_how_many_and_never_who(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        joined(&house, &list, "hanh@vidu.invalid").await;
        let mailing = written(&officer, &list).await;
        started(&officer, &mailing).await;
        let lists: Vec<serde_json::Value> = officer.get("/api/v1/mailing-lists").await.json();
        assert_eq!((lists.len(), lists[0]["name"].as_str(), lists[0]["readers"].as_u64()), (1, Some("Tin hội thi"), Some(1)));
        let all = officer.get("/api/v1/mailings").await;
        assert!(!all.text().contains("hanh@vidu.invalid"));
        let all: Vec<serde_json::Value> = all.json();
        assert_eq!((all[0]["state"].as_str(), all[0]["results"]["waiting"].as_u64()), (Some("going"), Some(1)));
        let one: serde_json::Value = officer.get(&mailing.replace("/thu-tin/thu/", "/api/v1/mailings/")).await.json();
        assert_eq!(one, all[0]);
        let behind: Vec<serde_json::Value> = officer.get("/api/v1/mailings?after=1").await.json();
        assert!(behind.is_empty(), "{behind:?}");
        assert_eq!(officer.get("/api/v1/mailings?after=mot").await.status(), 422);
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        assert_eq!(house.signed_in("giam.sat").await.get("/api/v1/mailings").await.status(), 403);
    }

    /// Addresses that leave the house are noted: by whom and how many, never which.
    async fn addresses_that_are_downloaded_stand_in_the_journal_by_number(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        joined(&house, &list, "hanh@vidu.invalid").await;
        let mailing = written(&officer, &list).await;
        started(&officer, &mailing).await;
        house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
        let auditor = house.signed_in("giam.sat").await;
        let files = [
            (format!("/thu-tin/danh-sach/{list}/dia-chi.csv"), "mailings.addresses_taken", "Danh sách nhận tin Tin hội thi"),
            (format!("{mailing}/ket-qua.csv"), "mailings.results_taken", "Thư tin Mời dự thi"),
        ];
        for (file, event, about) in files {
            let journal = format!("/nhat-ky?viec={event}");
            assert!(auditor.get(&journal).await.select("#nhat-ky tbody tr").is_empty());
            assert_eq!(auditor.get(&file).await.status(), 403);
            assert!(officer.get(&file).await.text().contains("hanh@vidu.invalid"));
            let page = auditor.get(&journal).await;
            let lines = page.select("#nhat-ky tbody tr");
            assert_eq!(lines.len(), 1, "{lines:?}");
            for words in ["Phạm Văn Soạn", about, "Số địa chỉ: 1"] {
                assert!(lines[0].contains(words), "{words}: {lines:?}");
            }
            assert!(!page.text().contains("hanh@vidu.invalid"));
        }
    }

    async fn whoever_asks_to_be_forgotten_leaves_a_hash_only(house: TestHouse) {
        let (officer, list) = with_a_list(&house).await;
        joined(&house, &list, "hanh@vidu.invalid").await;
        let page = officer.get(&format!("/thu-tin/danh-sach/{list}")).await;
        let reader = page.attribute("#dia-chi tbody a", "href").unwrap();
        assert!(officer.send(&format!("{reader}/xoa"), &[]).await.says("Vui lòng xác nhận"));
        assert_eq!(officer.send(&format!("{reader}/xoa"), &[("sure", "yes")]).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        let row = db.one("SELECT email, name, state FROM mailing_readers", params![]).await.unwrap();
        let told = ["email", "name", "state"].map(|column| row.text(column).unwrap());
        assert_eq!(told, ["", "", "erased"]);
    }
}
