//! What active units earn: a formula that everybody reads, standings of each group with the evidence of
//! every point, proposals with their papers, and what a unit gave its own people.

use hoithi_commendation::{proposal as proposal_of, proposals};
use hoithi_correspondence::{bases_of, documents_of};
use hoithi_edition::{Amend, Launch, SetUp, amend, launch, set_up, versions};
use hoithi_journal::lines_about;
use hoithi_people::account_by_login;
use hoithi_reporting::reports_of;
use hoithi_rules::commendation::Criterion;
use hoithi_rules::edition::books;
use hoithi_rules::ids::{DocumentId, ReportId};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Answer, Browser, TestHouse, both, words_on_the_page};
use jiff::civil::date;

use crate::campaign::letter::{as_read, send};
use crate::campaign::{Sent, sent};
use crate::correspondence::{letter_of_three_dashes, receive, sign};
use crate::edition::{amendment_of, code_of};
use crate::register::set_body;
use crate::reporting::{approved, fields as fields_of_a_report, page_of_the_one};
use crate::word_files::unzipped;

const KY: &str = "/ky/quang-ninh-viii";
const TOWN: &str = "Thị xã Đông Triều";

const SIGNER: [(&str, &str); 2] = [("signer", "Trần Văn Sáng"), ("position", "Chủ tịch")];

/// Known: the papers before the decision are not signed.
const EARLY: (&str, &str) = ("early", "co");

/// Records pieces for the town, all of them confirmed but the last.
async fn publicised(house: &TestHouse, sent: &Sent, titles: &[&str]) {
    let desk = sent.desk(house).await;
    for title in titles.iter().copied() {
        let fields =
            [("channel", "component_portal"), ("on", "19/8/2020"), ("title", title), ("link", ""), ("reach", "")];
        assert_eq!(sent.contact.send_files(&format!("{desk}/tuyen-truyen"), &fields, &[]).await.status(), 303);
    }
    let list = sent.officer.get(&format!("{KY}/tuyen-truyen?state=waiting")).await;
    let boxes = list.attributes("input[name=items]", "value");
    let labels = list.select("tbody .govuk-checkboxes__label");
    let last = titles.last().copied().unwrap_or_default();
    let others = boxes.iter().zip(&labels).filter(|(_, label)| !label.ends_with(last));
    let all: Vec<_> = others.map(|(value, _)| ("items", value.as_str())).collect();
    assert_eq!(sent.officer.send(&format!("{KY}/tuyen-truyen"), &all).await.status(), 303);
}

async fn points_of_the_town(officer: &Browser) -> String {
    let page = officer.get(&format!("{KY}/khen-thuong")).await;
    let place = page.select("tbody .ht-title").iter().position(|name| name == TOWN).expect("the town");
    page.select("tbody td[data-label='Điểm']")[place].clone()
}

/// Puts forward what was read back.
async fn put_forward(officer: &Browser, fields: &[(&str, &str)]) -> Answer {
    officer.send(&format!("{KY}/khen-thuong"), &[fields, &[("step", "do")]].concat()).await
}

/// The form of the formula as it stands.
async fn formula_form(officer: &Browser) -> Vec<(String, String)> {
    let form = officer.get(&format!("{KY}/khen-thuong/cong-thuc")).await;
    let names = form.attributes("main form input[name]", "name");
    let values = names.iter().map(|name| form.attribute(&format!("main form input[name={name}]"), "value"));
    let fields = names.iter().cloned().zip(values.map(Option::unwrap_or_default).collect::<Vec<_>>());
    fields.filter(|(name, _)| name != "csrf").collect()
}

fn with<'a>(form: &'a [(String, String)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let kept = kept.filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.chain(changed.iter().copied()).collect()
}

/// All papers of a proposal are one file, printed while its page says how far that is.
async fn comes_as_one_file(house: &TestHouse, sent: &Sent, here: &str) {
    let begun = sent.officer.send(&format!("{here}/ca-ho-so"), &[]).await;
    assert_eq!(begun.status(), 303, "{}", begun.text());
    let id = begun.location().trim_start_matches("/viec-dang-chay/").parse().unwrap();
    let own = account_by_login(&mut house.house().read().await.unwrap(), "chuyen.vien").await.unwrap().unwrap().id;
    let now = house.house().clock().now();
    house.house().jobs.find(id, own.uuid(), now).expect("the print is known").ended().await;
    let files = unzipped(sent.officer.get(&format!("{}/tep", begun.location())).await.bytes());
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["01-to-trinh.pdf", "bao-cao-thanh-tich-01.pdf", "giay-khen-01.pdf"]);
    assert!(words_on_the_page(&files[2].1).contains("BẰNG KHEN"));
    assert_eq!(sent.contact.send(&format!("{here}/ca-ho-so"), &[]).await.status(), 403);
}

/// A decided proposal as programs read it; a unit's contact does not.
async fn is_read_by_programs(sent: &Sent, town: &str) {
    let all = "/api/v1/commendation/proposals?edition=quang-ninh-viii";
    let cards: Vec<serde_json::Value> = sent.officer.get(all).await.json();
    let card = &cards[0];
    assert_eq!(
        (cards.len(), card["honour"].as_str(), card["state"].as_str()),
        (1, Some("provincial"), Some("decided"))
    );
    assert_eq!((card["decision"].as_str(), card["decided_on"].as_str()), (Some("2704/QĐ-UBND"), Some("2021-07-19")));
    assert_eq!((card["units"][0]["unit"].as_str(), card["units"][0]["place"].as_i64()), (Some(town), Some(1)));
    assert_eq!(sent.contact.get(all).await.status(), 403);
}

/// Anybody checks the sheet by its code.
async fn is_checked_by_anybody(house: &TestHouse, sent: &Sent) {
    let mut db = house.house().read().await.unwrap();
    let proposal = proposals(&mut db, sent.edition).await.unwrap().remove(0);
    let code = proposal_of(&mut db, proposal.id).await.unwrap().unwrap().lines[0].code.clone().unwrap();
    drop(db);
    let stranger = house.browser();
    let found = stranger.get(&format!("/xac-minh-khen-thuong/{code}")).await;
    assert!(found.says(TOWN) && found.says("Số 2704/QĐ-UBND ngày 19/7/2021"), "{}", found.text());
    assert!(found.says(&format!("Bằng khen cấp tỉnh tặng {TOWN}")), "{}", found.text());
    let onward = format!("/xac-minh-khen-thuong/{code}");
    let typed = stranger.get(&format!("/xac-minh?ma={}", code.to_string().to_lowercase().replace('-', ""))).await;
    let door = stranger.get(typed.location()).await;
    assert_eq!((door.status(), door.location()), (303, onward.as_str()), "one door for every code");
    let unknown = stranger.get("/xac-minh-khen-thuong/7KQM-2X0V-9DAB-4T3E-8PWR-5HC6-N1ZF").await;
    assert_eq!((unknown.status(), unknown.says("Không có trong danh sách")), (404, true));
}

/// No sheet is printed, and everybody who asks is told so.
async fn holds_no_more(house: &TestHouse, sent: &Sent, (here, town): (&str, &str), told: &str) {
    let page = sent.officer.get(here).await;
    assert!(page.says(told) && page.says("không in nữa"), "{}", page.text());
    assert_eq!(page.attributes("tbody a[href*='/giay/']", "href"), [""; 0]);
    let sheet = sent.officer.get(&format!("{here}/giay/{town}")).await;
    assert!(sheet.status() == 422 && sheet.says("đã bị thu hồi hoặc thay thế"), "{}", sheet.text());
    assert!(sent.officer.get(&format!("{KY}/khen-thuong")).await.says("Quyết định không còn hiệu lực"));
    let mut db = house.house().read().await.unwrap();
    let proposal = proposals(&mut db, sent.edition).await.unwrap().remove(0);
    let code = proposal_of(&mut db, proposal.id).await.unwrap().unwrap().lines[0].code.clone().unwrap();
    drop(db);
    let cards: Vec<serde_json::Value> =
        sent.officer.get("/api/v1/commendation/proposals?edition=quang-ninh-viii").await.json();
    assert_eq!((cards[0]["state"].as_str(), cards[0]["holds"].as_bool()), (Some("decided"), Some(false)));
    let public = house.browser().get(&format!("/xac-minh-khen-thuong/{code}")).await;
    assert!(public.says("Giấy này không còn giá trị") && public.says(told), "{}", public.text());
}

both! {
    async fn every_point_leads_to_its_evidence_and_only_what_was_confirmed_counts(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai", "Tin ba"]).await;
        assert_eq!(points_of_the_town(&sent.officer).await, "4");
        let path = format!("{KY}/khen-thuong/don-vi/{}", sent.units[TOWN]);
        let unit = sent.officer.get(&path).await;
        assert_eq!(unit.select("section.ht-box li").len(), 2);
        assert!(unit.says("2 × 2") && !unit.says("Tin ba"), "{}", unit.text());
        let report = sent.officer.get(&format!("{path}/pdf")).await;
        let words = words_on_the_page(report.bytes()).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("Tin một"), "{words}");
        assert!(words.contains("/BC-UBND") && words.contains("Đông Triều, ngày"), "it is the town's own paper: {words}");
        let groups = sent.officer.get(&format!("{KY}/khen-thuong")).await.select("caption");
        assert_eq!(groups, ["Huyện, thị xã, thành phố (đến ngày 30/6/2025)"], "units stand among their like");
        assert_eq!(sent.contact.get(&format!("{KY}/khen-thuong")).await.status(), 403);
        let public = house.browser().get(&format!("{KY}/xep-hang-don-vi")).await;
        assert!(public.says("sau khi công bố") && !public.says(TOWN), "{}", public.text());
    }

    async fn programs_read_the_standings_as_people_do(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai", "Tin ba"]).await;
        let address = "/api/v1/commendation?edition=quang-ninh-viii";
        let all: Vec<serde_json::Value> = sent.officer.get(address).await.json();
        let town = all.iter().find(|each| each["name"] == TOWN).unwrap();
        assert_eq!((town["points"].as_i64(), town["place"].as_i64(), town["group"].as_str()), (Some(400), Some(1), Some("districts")));
        assert_eq!(town["lines"][0]["count"], 2, "what waits counts for nothing");
        assert_eq!(sent.contact.get(address).await.status(), 403);
        assert_eq!(sent.officer.get("/api/v1/commendation?edition=khong-co").await.status(), 404);
    }

    async fn the_formula_is_public_and_changes_with_a_reason(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        let public = format!("{KY}/cach-tinh-diem");
        assert!(house.browser().get(&public).await.says("Chưa có công thức của kỳ này"));
        let form = formula_form(&sent.officer).await;
        let path = format!("{KY}/khen-thuong/cong-thuc");
        let wrong = [("each_component_portal", "hai"), ("each_entry_sent", "5"), ("ceiling_entry_sent", "3"), ("why", "x")];
        let refused = sent.officer.send(&path, &with(&form, &wrong)).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#each_component_portal", "#ceiling_entry_sent"]);
        let silent = sent.officer.send(&path, &with(&form, &[("each_component_portal", "3,5")])).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#why"]);
        let right = [("each_component_portal", "3,5"), ("why", "Kế hoạch số 86/KH-BTC")];
        assert_eq!(sent.officer.send(&path, &with(&form, &right)).await.status(), 303);
        let page = house.browser().get(&public).await;
        assert!(page.says("3,5") && page.says("Bản 1") && page.says("Kế hoạch số 86/KH-BTC"), "{}", page.text());
        assert_eq!(points_of_the_town(&sent.officer).await, "3,5");
        let paper = sent.officer.get(&format!("{KY}/khen-thuong/don-vi/{}/pdf", sent.units[TOWN])).await;
        let words = words_on_the_page(paper.bytes());
        assert!(words.contains("3,5") && !words.contains("3.5"), "a comma on paper as on the screen: {words}");
        assert!(sent.officer.send(&path, &with(&form, &right)).await.says("Có người vừa thay đổi"));
        assert_eq!(sent.contact.get(&path).await.status(), 403);
    }

    /// A committee that wrote the formula into its rules changes it as it changes the rules.
    async fn a_formula_of_the_rule_book_is_the_one_that_counts(house: TestHouse) {
        let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        let points = Criterion::ALL.map(|criterion| format!("{criterion} = 7.5\n")).concat();
        let merit = "[merit]\ndocument = \"86/KH-BTC\"\nissuer = \"Ban Tổ chức\"\nissued = 2020-07-27\nin_force = 2020-07-27\n";
        let text = format!("{}\n{merit}[merit.points]\n{points}", books::QUANG_NINH_VIII);
        let new = SetUp { text, parent: None, unit: None };
        let edition = house.perform(leader, move |act| Box::pin(set_up(act, new.clone()))).await.unwrap();
        let command = Launch { edition, seen: 1, paper: None };
        house.perform(leader, move |act| Box::pin(launch(act, command.clone()))).await.unwrap();
        let public = house.browser().get(&format!("{KY}/cach-tinh-diem")).await;
        assert!(public.says("7,5") && public.says("theo văn bản số 86/KH-BTC"), "{}", public.text());
        assert!(!public.says("Chưa có công thức của kỳ này"));
        let head = house.signed_in("lanh.dao").await;
        let path = format!("{KY}/khen-thuong/cong-thuc");
        assert!(head.get(&path).await.says("Công thức nằm trong sổ thể lệ"));
        let each: Vec<_> = Criterion::ALL.iter().map(|criterion| format!("each_{criterion}")).collect();
        let mut fields: Vec<_> = each.iter().map(|name| (name.as_str(), "1")).collect();
        fields.extend([("seen", "0"), ("why", "Kế hoạch")]);
        let refused = head.send(&path, &fields).await;
        assert!(refused.select(".govuk-error-summary").concat().contains("sửa đổi, bổ sung Thể lệ"), "{}", refused.text());
    }

    /// Whoever is asked for a report may still earn its point, so nobody is put forward before.
    async fn nobody_is_put_forward_before_the_reports_are_closed(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        let town = sent.units[TOWN].to_string();
        let fields = [("honour", "provincial"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let path = format!("{KY}/khen-thuong");
        for early in [sent.officer.send(&path, &fields).await, put_forward(&sent.officer, &fields).await] {
            assert!(early.says("còn 13 báo cáo của các nhóm đã chọn chưa đến hạn"), "{}", early.text());
        }
        let early = sent.officer.get(&path).await;
        assert!(early.says("Còn 13 báo cáo có thể làm đổi điểm"));
        assert_eq!(early.attributes("input[name=units], select[name=honour]", "name"), [""; 0], "no form that must be refused");
        assert!(early.says("Chưa chọn được đơn vị nhóm này: còn 13 báo cáo của nhóm"), "the table says why: {}", early.text());
        let report = format!("{}/bao-cao", sent.desk(&house).await);
        assert_eq!(sent.contact.send_files(&report, &fields_of_a_report("0"), &[]).await.status(), 303);
        assert_eq!(points_of_the_town(&sent.officer).await, "2", "what nobody approved counts for nothing");
        house.set_clock("2021-07-20T09:00:00+07:00");
        let open = sent.officer.send(&path, &fields).await;
        assert!(open.says("còn 1 báo cáo"), "twelve are late, one waits for its approval: {}", open.text());
        let read = page_of_the_one(&house, sent.edition).await;
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        assert_eq!(points_of_the_town(&sent.officer).await, "7");
        let nothing = sent.officer.send(&path, &[("honour", ""), ("signer", ""), ("position", "")]).await;
        let told = nothing.attributes(".govuk-error-summary a", "href");
        assert_eq!(told, ["#units", "#honour", "#signer", "#position"], "all at once");
        assert_eq!(nothing.attributes("#units, #units-error", "id"), ["units", "units-error"]);
        let read = sent.officer.send(&path, &fields).await;
        assert_eq!(read.select("main h1"), ["Lập tờ trình"]);
        assert_eq!(read.select("tbody .ht-title"), [TOWN]);
        let mut db = house.house().read().await.unwrap();
        assert!(proposals(&mut db, sent.edition).await.unwrap().is_empty(), "it was only read back");
        drop(db);
        assert_eq!(put_forward(&sent.officer, &fields).await.status(), 303);
    }

    /// Whoever owes one report earns nothing by another; with both on time each counts.
    async fn a_report_on_time_counts_once_none_is_owed(house: TestHouse) {
        let sent = sent(&house).await;
        let second = letter_of_three_dashes(&sent.officer).await;
        assert_eq!(send(&sent.officer, second, &[sent.units[TOWN].to_string()]).await.status(), 303);
        let lines = reports_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let of_the_town = lines.iter().filter(|line| line.request.unit == sent.units[TOWN]);
        let (other, first): (Vec<_>, Vec<_>) = of_the_town.partition(|line| line.occasion == second.uuid());
        let earned = async |origin: uuid::Uuid, report: ReportId| {
            let own = format!("/don-vi/cong-viec/{origin}/bao-cao");
            assert_eq!(sent.contact.send_files(&own, &fields_of_a_report("0"), &[]).await.status(), 303);
            assert_eq!(approved(&sent.officer, &format!("{KY}/bao-cao/{report}"), "1").await.status(), 303);
            points_of_the_town(&sent.officer).await
        };
        assert_eq!(earned(other[0].origin, other[0].request.id).await, "0", "the first is still owed");
        assert_eq!(earned(first[0].origin, first[0].request.id).await, "10");
        let public = house.browser().get(&format!("{KY}/cach-tinh-diem")).await;
        assert!(public.says("Đơn vị còn nợ, đang phải sửa hoặc gửi chậm một báo cáo"), "{}", public.text());
    }

    /// A late report whose unit waits for an answer about a later day may yet be on time.
    async fn nobody_is_put_forward_while_a_later_day_is_asked_for(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        let town = sent.units[TOWN].to_string();
        let wish = [("later_to", "25/7/2021"), ("later_why", "Bão"), ("later", "ask")];
        let ask = format!("{}/bao-cao/gia-han", sent.desk(&house).await);
        assert_eq!(sent.contact.send(&ask, &wish).await.status(), 303);
        house.set_clock("2021-07-20T09:00:00+07:00");
        let fields = [("honour", "provincial"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let path = format!("{KY}/khen-thuong");
        let early = sent.officer.send(&path, &fields).await;
        assert!(early.says("còn 1 báo cáo"), "twelve are late, one asks for more time: {}", early.text());
        let report = sent.standing(&house, TOWN).await.reports[0].request.id;
        let no = [("later_to", ""), ("later_why", "Tỉnh phải tổng hợp"), ("later", "decline")];
        assert_eq!(sent.officer.send(&format!("{KY}/bao-cao/{report}/gia-han"), &no).await.status(), 303);
        assert_eq!(sent.officer.send(&path, &fields).await.select("main h1"), ["Lập tờ trình"]);
    }

    async fn who_is_put_forward_has_papers_and_a_decision(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let (path, town) = (format!("{KY}/khen-thuong"), sent.units[TOWN].to_string());
        let nobody = sent.officer.send(&path, &[("honour", "provincial"), SIGNER[0], SIGNER[1]]).await;
        assert_eq!(nobody.attributes(".govuk-error-summary a", "href"), ["#units"]);
        let silent = sent.units["Huyện Ba Chẽ"].to_string();
        let without = sent.officer.send(&path, &[("honour", "provincial"), ("units", &silent), SIGNER[0], SIGNER[1]]).await;
        assert!(without.says("chưa có điểm"), "{}", without.text());
        let unsigned = sent.officer.send(&path, &[("honour", "provincial"), ("units", &town)]).await;
        assert_eq!(unsigned.attributes(".govuk-error-summary a", "href"), ["#signer", "#position"]);
        let fields = [("honour", "provincial"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let again = sent.officer.send(&path, &[&fields[..], &[("step", "change")]].concat()).await;
        assert_eq!(again.attributes("input[name=units][checked]", "value"), [town.as_str()], "nothing typed is lost");
        let proposed = put_forward(&sent.officer, &fields).await;
        assert_eq!(proposed.status(), 303, "{}", proposed.text());
        let here = proposed.location().to_owned();
        let mut db = house.house().read().await.unwrap();
        let drafts = documents_of(&mut db, sent.edition).await.unwrap();
        drop(db);
        let draft = drafts.iter().find(|card| card.subject.contains("Bằng khen") && card.signed.is_none()).unwrap();
        let paper = sent.officer.get(&format!("{KY}/van-ban/{}", draft.id)).await;
        assert!(paper.says("TÓM TẮT THÀNH TÍCH CỦA CÁC ĐƠN VỊ") && paper.says("Cộng (xếp thứ 1 trong nhóm)"), "{}", paper.text());
        let sheet = format!("{here}/giay/{town}");
        assert_eq!(sent.officer.get(&sheet).await.status(), 404, "no sheet before the decision");
        let empty = sent.officer.send(&here, &[("decision", ""), ("day", "32/1"), ("body", "")]).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#decision", "#day", "#body"]);
        let paper = [("decision", "2704/QĐ-UBND"), ("day", "19/7/2021"), ("body", "Chủ tịch Ủy ban nhân dân tỉnh"), EARLY];
        let silent = sent.officer.send(&here, &paper[..3]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#early"], "{}", silent.text());
        let read = sent.officer.send(&here, &paper).await;
        assert!(read.says("2704/QĐ-UBND") && read.says("không sửa được nữa"), "{}", read.text());
        assert!(read.says("Tờ trình chưa ký; biên bản họp xét chưa có hoặc chưa ký"), "{}", read.text());
        assert_eq!(sent.officer.get(&sheet).await.status(), 404, "it was only read back");
        assert_eq!(sent.officer.send(&here, &[&paper[..], &[("step", "do")]].concat()).await.status(), 303);
        assert!(sent.officer.send(&here, &paper).await.says("đã có quyết định"));
        let words = words_on_the_page(sent.officer.get(&sheet).await.bytes());
        assert!(words.contains("BẰNG KHEN") && words.contains(TOWN) && words.contains("2704/QĐ-UBND"), "{words}");
        let frozen = sent.officer.get(&format!("{KY}/khen-thuong/cong-thuc")).await;
        assert!(frozen.says("Không sửa được nữa"));
        comes_as_one_file(&house, &sent, &here).await;
        is_read_by_programs(&sent, &town).await;
        is_checked_by_anybody(&house, &sent).await;
        let gone = sent.officer.send(&format!("{here}/rut"), &[("why", "Nhầm")]).await;
        assert!(gone.says("đã có quyết định"), "{}", gone.text());
    }

    /// Until it is decided a proposal can be taken back; then nothing holds the formula any more.
    async fn a_proposal_is_taken_back_with_a_reason_and_the_formula_may_change_again(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let leader = house.account("lanh.dao.hai", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        let town = sent.units[TOWN].to_string();
        let fields = [("honour", "agency"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let here = put_forward(&sent.officer, &fields).await.location().to_owned();
        let formula = format!("{KY}/khen-thuong/cong-thuc");
        assert!(sent.officer.get(&formula).await.says("Không sửa được nữa"));
        let newest = versions(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap().remove(0);
        let points = Criterion::ALL.map(|criterion| format!("{criterion} = 3\n")).concat();
        let merit = "[merit]\ndocument = \"90/KH-BTC\"\nissuer = \"Ban Tổ chức\"\nissued = 2021-07-01\nin_force = 2021-08-01\n";
        let command = Amend {
            edition: sent.edition,
            seen: newest.version,
            text: format!("{}\n{merit}[merit.points]\n{points}", newest.text),
            amendment: amendment_of(date(2021, 7, 20)),
            paper: None,
        };
        let amended = async || {
            let command = command.clone();
            house.perform(leader, move |act| Box::pin(amend(act, command.clone()))).await
        };
        assert_eq!(code_of(amended().await), "edition.merit_used");
        let path = format!("{here}/rut");
        assert_eq!(sent.contact.get(&path).await.status(), 403);
        assert!(sent.officer.get(&path).await.says("không lấy lại được"));
        let silent = sent.officer.send(&path, &[("why", " ")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#why"]);
        let why = [("why", "Chờ xác minh tin, bài")];
        assert_eq!(sent.officer.send(&path, &why).await.status(), 303);
        let page = sent.officer.get(&here).await;
        assert!(page.says("Đã rút lúc") && page.says("Chờ xác minh tin, bài"), "{}", page.text());
        let id = here.rsplit('/').next().unwrap();
        let lines = lines_about(&mut house.house().read().await.unwrap(), id).await.unwrap();
        let line = lines.iter().find(|line| line.event == "commendation.withdrawn").unwrap();
        assert!(!line.facts.contains("xác minh"), "people's words stay with the proposal: {}", line.facts);
        assert!(sent.officer.send(&path, &why).await.says("Đề nghị này đã rút"));
        let paper = [("decision", "12/QĐ-LHH"), ("day", "19/7/2021"), ("body", "Liên hiệp hội")];
        assert!(sent.officer.send(&here, &paper).await.says("Đề nghị này đã rút"));
        assert!(sent.officer.send(&format!("{here}/soan/minutes"), &SIGNER).await.says("Đề nghị này đã rút"));
        assert!(!sent.officer.get(&formula).await.says("Không sửa được nữa"));
        amended().await.unwrap();
        // The book's formula counts from its own day on; nobody is put forward by another one meanwhile.
        assert_eq!(points_of_the_town(&sent.officer).await, "2");
        let public = house.browser().get(&format!("{KY}/cach-tinh-diem")).await;
        assert!(public.says("có hiệu lực từ ngày 1/8/2021") && public.says("90/KH-BTC"), "{}", public.text());
        assert!(put_forward(&sent.officer, &fields).await.says("có hiệu lực từ ngày 1/8/2021"));
        house.set_clock("2021-08-01T09:00:00+07:00");
        assert_eq!(points_of_the_town(&sent.officer).await, "3");
        assert_eq!(put_forward(&sent.officer, &fields).await.status(), 303);
    }

    /// What is confirmed later changes the standings, and nothing of what was put before the leaders.
    async fn the_report_of_a_proposal_says_what_stood_on_its_day(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let town = sent.units[TOWN].to_string();
        let fields = [("honour", "provincial"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let here = put_forward(&sent.officer, &fields).await.location().to_owned();
        house.set_clock("2021-07-21T09:00:00+07:00");
        publicised(&house, &sent, &["Tin ba", "Tin bốn"]).await;
        assert_eq!(points_of_the_town(&sent.officer).await, "6");
        let link = format!("{here}/bao-cao/{town}");
        assert!(sent.officer.get(&here).await.attributes("tbody a", "href").contains(&link));
        let words = words_on_the_page(sent.officer.get(&link).await.bytes());
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("Tin một") && words.contains("tính đến ngày 20/7/2021"), "{words}");
        assert!(!words.contains("Tin hai") && !words.contains("Tin ba"), "{words}");
        assert_eq!(sent.contact.get(&link).await.status(), 403);
    }

    async fn the_dossier_has_its_minutes_and_the_agency_s_own_decision(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let town = sent.units[TOWN].to_string();
        let asked = async |honour: &str| {
            let fields = [("honour", honour), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
            put_forward(&sent.officer, &fields).await.location().to_owned()
        };
        let (provincial, movement) = (asked("provincial").await, asked("movement").await);
        let decision = format!("{provincial}/soan/decision");
        assert_eq!(sent.officer.get(&decision).await.status(), 404, "the province decides by its own paper");
        let minutes = format!("{provincial}/soan/minutes");
        let unsigned = sent.officer.send(&minutes, &[("signer", ""), ("position", "")]).await;
        assert_eq!(unsigned.attributes(".govuk-error-summary a", "href"), ["#signer", "#position"]);
        assert_eq!(sent.officer.send(&minutes, &SIGNER).await.status(), 303);
        assert!(sent.officer.send(&minutes, &SIGNER).await.says("đã có trong sổ"));
        assert_eq!(sent.contact.get(&minutes).await.status(), 403);
        let page = sent.officer.get(&provincial).await;
        let link = page.attributes("dd a[href*='/van-ban/']:not([href$=pdf]):not([href$=word])", "href");
        assert_eq!(link.len(), 2, "the paper and its minutes: {}", page.text());
        let draft = sent.officer.get(&link[1]).await;
        assert!(draft.says("Biên bản") && draft.says(TOWN) && draft.says("phiếu đồng ý"), "{}", draft.text());
        assert_eq!(sent.officer.get(&format!("{}/word", link[1])).await.status(), 200);
        assert_eq!(sent.officer.send(&format!("{movement}/soan/decision"), &[SIGNER[0], SIGNER[1], EARLY]).await.status(), 303);
        let link = sent.officer.get(&movement).await.attributes("dd a[href$=pdf]", "href");
        let words = words_on_the_page(sent.officer.get(&link[1]).await.bytes());
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("QUYẾT ĐỊNH") && words.contains("Giải phong trào") && words.contains("Điều 1"), "{words}");
    }

    /// A unit's sheet holds as long as the decision; the public check says by which paper it fell.
    async fn a_decision_that_was_replaced_gives_no_sheet_any_more(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let town = sent.units[TOWN].to_string();
        let fields = [("honour", "provincial"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let here = put_forward(&sent.officer, &fields).await.location().to_owned();
        assert_eq!(receive(&sent.officer, "2704/QĐ-UBND", "19/7/2021", "Tặng Bằng khen", &[]).await.status(), 303);
        let decided = [("decision", "2704/QĐ-UBND"), ("day", "19/7/2021"), ("body", "UBND tỉnh"), EARLY, ("step", "do")];
        assert_eq!(sent.officer.send(&here, &decided).await.status(), 303);
        assert_eq!(sent.officer.get(&format!("{here}/giay/{town}")).await.status(), 200);
        assert_eq!(receive(&sent.officer, "2710/QĐ-UBND", "20/7/2021", "Tặng Bằng khen", &[]).await.status(), 303);
        let cards = documents_of(&mut house.house().read().await.unwrap(), sent.edition).await.unwrap();
        let of = |wanted: &str| {
            let bears = |(number, _): &(hoithi_rules::correspondence::DocumentNumber, jiff::civil::Date)| number.to_string() == wanted;
            cards.iter().find(|card| card.signed.as_ref().is_some_and(bears)).unwrap().id
        };
        let ends = format!("{KY}/van-ban/{}/thay-the", of("2710/QĐ-UBND"));
        let form = sent.officer.get(&ends).await;
        assert!(form.says("(giấy tặng 1 đơn vị sẽ hết giá trị theo)"), "{}", form.text());
        let old = of("2704/QĐ-UBND").to_string();
        let link = [("document", old.as_str()), ("ending", "replaced"), ("date", "20/7/2021"), ("reason", "Sai tên đơn vị")];
        assert_eq!(sent.officer.send(&ends, &link).await.status(), 303);
        let told = "Quyết định số 2704/QĐ-UBND ngày 19/7/2021 đã bị thay thế bằng Quyết định số 2710/QĐ-UBND ngày 20/7/2021";
        holds_no_more(&house, &sent, (&here, &town), told).await;
    }

    /// What was sent and recalled holds no more either, and whoever recalls it is told what falls with it.
    async fn a_decision_that_was_recalled_gives_no_sheet_any_more(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let town = sent.units[TOWN].to_string();
        let fields = [("honour", "agency"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let here = put_forward(&sent.officer, &fields).await.location().to_owned();
        assert_eq!(sent.officer.send(&format!("{here}/soan/decision"), &[SIGNER[0], SIGNER[1], EARLY]).await.status(), 303);
        let papers = sent.officer.get(&here).await.attributes("dd a[href$=word]", "href");
        let decision: DocumentId = papers[1].trim_end_matches("/word").rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(sign(&sent.officer, decision, "30/QĐ-LHH", "20/7/2021", true).await.status(), 303);
        let form = sent.officer.get(&here).await;
        let body = form.attribute("input[name=body]", "value").unwrap();
        let decided = [("decision", "30/QĐ-LHH"), ("day", "20/7/2021"), ("body", body.as_str()), EARLY, ("step", "do")];
        assert_eq!(sent.officer.send(&here, &decided).await.status(), 303);
        let to_the_town = [("level", "district"), ("on", "20/7/2021"), ("units", town.as_str())];
        let read = sent.officer.send(&format!("{KY}/gui/{decision}"), &to_the_town).await;
        assert_eq!(as_read(&sent.officer, decision, read).await.status(), 303);
        let recall = format!("{KY}/noi-nhan/{decision}/thu-hoi");
        let warned = "1 đơn vị được tặng giấy theo quyết định này";
        assert!(sent.officer.get(&recall).await.says(warned));
        let fields = [("reason", "Sai danh sách."), ("replaced_by", "")];
        assert!(sent.officer.send(&recall, &fields).await.says(warned), "it is read back with it");
        assert_eq!(sent.officer.send(&recall, &[&fields[..], &[("step", "do")]].concat()).await.status(), 303);
        let told = "Quyết định số 30/QĐ-LHH ngày 20/7/2021 đã bị thu hồi ngày 20/7/2021";
        holds_no_more(&house, &sent, (&here, &town), told).await;
    }

    /// The register's links: on the rules, and of the decision on the *tờ trình* once that is signed.
    async fn what_units_are_honoured_by_rests_on_the_rules_and_on_the_submission(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let town = sent.units[TOWN].to_string();
        let fields = [("honour", "agency"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let here = put_forward(&sent.officer, &fields).await.location().to_owned();
        let papers = async || {
            let links = sent.officer.get(&here).await.attributes("dd a[href$=word]", "href");
            let id = |link: &String| link.trim_end_matches("/word").rsplit('/').next().unwrap().parse::<DocumentId>().unwrap();
            links.iter().map(id).collect::<Vec<_>>()
        };
        let bases = async |id: DocumentId| {
            let cards = bases_of(&mut house.house().read().await.unwrap(), id).await.unwrap();
            cards.iter().map(|card| card.signed.as_ref().unwrap().0.to_string()).collect::<Vec<_>>()
        };
        let submission = papers().await[0];
        assert_eq!(bases(submission).await, ["85/QĐ-BTC"]);
        let silent = sent.officer.send(&format!("{here}/soan/decision"), &SIGNER).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#early"], "{}", silent.text());
        assert!(silent.says("Tờ trình chưa ký; biên bản họp xét chưa có hoặc chưa ký"), "{}", silent.text());
        assert_eq!(sign(&sent.officer, submission, "15/TTr-LHH", "20/7/2021", true).await.status(), 303);
        let law = "Quy định chi tiết thi hành Luật Thi đua, khen thưởng";
        assert_eq!(receive(&sent.officer, "2001/QĐ-UBND", "18/5/2020", law, &[]).await.status(), 303);
        assert_eq!(sent.officer.send(&format!("{here}/soan/decision"), &[SIGNER[0], SIGNER[1], EARLY]).await.status(), 303);
        let decision = papers().await[1];
        let mut resting = bases(decision).await;
        resting.sort();
        assert_eq!(resting, ["15/TTr-LHH", "2001/QĐ-UBND", "85/QĐ-BTC"]);
        let paper = sent.officer.get(&format!("{KY}/van-ban/{decision}")).await;
        assert!(!paper.says("Theo đề nghị"), "the agency asked itself: {}", paper.text());
        assert!(paper.says("có thành tích xuất sắc trong công tác tuyên truyền, vận động và tham gia"), "{}", paper.text());
        for words in ["Căn cứ Quyết định số 2001/QĐ-UBND", "Căn cứ Quyết định số 85/QĐ-BTC", "Căn cứ Tờ trình số 15/TTr-LHH"] {
            assert!(paper.says(words), "{words}: {}", paper.text());
        }
    }

    /// The words of the decision are the office's; who is honoured with what is filled in.
    async fn the_office_words_its_own_decision(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let own = [
            ("composes", "quyet-dinh-khen-thuong"), ("name", "Quyết định của cơ quan"), ("subject", "Khen thưởng {{so_luong}} đơn vị"),
            ("addressees", ""), ("text", "**Điều 1.** Nay tặng {{hinh_thuc}} cho {{so_luong}} đơn vị.\n**Điều 2.** Có hiệu lực từ ngày ký./."),
            ("recipients", "Như Điều 1"),
        ];
        assert_eq!(sent.officer.send(&format!("{KY}/van-ban/mau/moi"), &own).await.status(), 303);
        let town = sent.units[TOWN].to_string();
        let fields = [("honour", "agency"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let here = put_forward(&sent.officer, &fields).await.location().to_owned();
        assert_eq!(sent.officer.send(&format!("{here}/soan/decision"), &[SIGNER[0], SIGNER[1], EARLY]).await.status(), 303);
        let papers = sent.officer.get(&here).await.attributes("dd a[href$=word]", "href");
        let text = async |word: &str| {
            let edit = sent.officer.get(&word.replace("/word", "/sua")).await;
            edit.select("textarea[name=text]").concat()
        };
        assert_eq!(text(&papers[1]).await, "**Điều 1.** Nay tặng Giấy khen cho 01 đơn vị. **Điều 2.** Có hiệu lực từ ngày ký./.");
        let submission = text(&papers[0]).await;
        assert!(submission.contains("tỉnh Quảng Ninh kính trình xem xét, tặng Giấy khen cho 01 đơn vị"), "{submission}");
    }

    /// The number on the sheets is one that documents bear, and the one that the register knows.
    async fn a_decision_is_the_one_that_the_register_has_and_no_number_is_of_two_days(house: TestHouse) {
        let sent = sent(&house).await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let town = sent.units[TOWN].to_string();
        let asked = async |honour: &str| {
            let fields = [("honour", honour), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
            put_forward(&sent.officer, &fields).await.location().to_owned()
        };
        let decide = async |here: &str, number: &str, day: &str| {
            let fields = [("decision", number), ("day", day), ("body", "Ban Tổ chức Hội thi"), EARLY, ("step", "do")];
            sent.officer.send(here, &fields).await
        };
        let (provincial, movement) = (asked("provincial").await, asked("movement").await);
        let wrong = decide(&provincial, "x", "19/7/2021").await;
        assert_eq!(wrong.attributes(".govuk-error-summary a", "href"), ["#decision"], "{}", wrong.text());
        let drafted = sent.officer.send(&format!("{movement}/soan/decision"), &[SIGNER[0], SIGNER[1], EARLY]).await;
        assert_eq!(drafted.status(), 303);
        let before = sent.officer.get(&movement).await;
        assert!(before.says("chưa có số trong sổ văn bản"), "{}", before.text());
        assert_eq!(before.attributes("input[name=decision]", "name"), [""; 0], "no form that must be refused");
        let again = sent.officer.get(&format!("{movement}/soan/decision")).await;
        assert!(again.says("đã có trong sổ") && again.attributes("input[name=signer]", "name").is_empty(), "{}", again.text());
        let unsigned = decide(&movement, "12/QĐ-BTC", "19/7/2021").await;
        assert!(unsigned.says("chưa có số trong sổ văn bản"), "{}", unsigned.text());
        let link = sent.officer.get(&movement).await.attributes("dd a[href$=word]", "href");
        let draft = link[1].trim_end_matches("/word").rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(sign(&sent.officer, draft, "12/QĐ-BTC", "19/7/2021", true).await.status(), 303);
        assert!(decide(&movement, "13/QĐ-BTC", "19/7/2021").await.says("mang số 12/QĐ-BTC"));
        assert_eq!(decide(&movement, "12/QĐ-BTC", "19/7/2021").await.status(), 303);
        let double = decide(&provincial, "12/QĐ-BTC", "18/7/2021").await;
        assert!(double.says("đã ghi ngày 19/7/2021"), "{}", double.text());
        assert_eq!(decide(&provincial, "2704/QĐ-BTC", "18/7/2021").await.status(), 303);
    }

    /// Who follows merit in the agency asks its head, once it is a body that issues papers; the head signs the sheet too.
    async fn the_agency_s_own_honour_is_asked_of_its_head_who_signs_the_sheet(house: TestHouse) {
        let sent = sent(&house).await;
        let agency = "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Ninh";
        set_body(&sent.officer, "1/1/2020", agency, "typed").await;
        set_body(&sent.officer, "1/1/2020", "Bộ phận thi đua, khen thưởng", "typed").await;
        publicised(&house, &sent, &["Tin một", "Tin hai"]).await;
        house.set_clock("2021-07-20T09:00:00+07:00");
        let town = sent.units[TOWN].to_string();
        let fields = [("honour", "agency"), ("units", town.as_str()), SIGNER[0], SIGNER[1]];
        let here = put_forward(&sent.officer, &fields).await.location().to_owned();
        let link = sent.officer.get(&here).await.attributes("dd a[href$=pdf]", "href");
        let words = words_on_the_page(sent.officer.get(&link[0]).await.bytes());
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("BỘ PHẬN THI ĐUA, KHEN THƯỞNG"), "{words}");
        assert!(words.contains(&format!("Kính gửi: Chủ tịch {agency}")), "{words}");
        let other = put_forward(&sent.officer, &fields).await.location().to_owned();
        assert_eq!(sent.officer.send(&format!("{other}/soan/decision"), &[SIGNER[0], SIGNER[1], EARLY]).await.status(), 303);
        let papers = sent.officer.get(&other).await.attributes("dd a[href$=word]", "href");
        let edit = sent.officer.get(&papers[1].replace("/word", "/sua")).await.select("textarea[name=text]").concat();
        assert!(edit.contains("Theo đề nghị của Bộ phận thi đua, khen thưởng,"), "{edit}");
        let paper = [("decision", "12/QĐ-LHH"), ("day", "19/7/2021"), ("body", agency), EARLY, ("step", "do")];
        assert_eq!(sent.officer.send(&here, &paper).await.status(), 303);
        let sheet = words_on_the_page(sent.officer.get(&format!("{here}/giay/{town}")).await.bytes());
        let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(sheet.contains("Đã có thành tích xuất sắc trong công tác tuyên truyền, vận động và tham gia Hội thi"), "{sheet}");
        assert!(sheet.contains("KT. CHỦ TỊCH PHÓ CHỦ TỊCH") && sheet.contains("Phạm Văn Quyết"), "{sheet}");
    }

    /// A draft is a paper that can be signed, not only a line of a list.
    async fn a_unit_draws_its_own_decision_and_sheet(house: TestHouse) {
        let sent = sent(&house).await;
        let own = sent.contact.get("/don-vi/khen-thuong").await.location().to_owned();
        let draft = [("receiver", "Tổ nông vụ"), ("kind", "collective"), ("merit", "Có ba giải pháp dự thi"), ("decision", ""), ("day", "")];
        assert_eq!(sent.contact.send(&own, &draft).await.status(), 303);
        let papers = sent.contact.get(&own).await.attributes("tbody a", "href");
        let ending = |end: &str| papers.iter().find(|href| href.ends_with(end)).unwrap().clone();
        let decision = words_on_the_page(sent.contact.get(&ending("quyet-dinh")).await.bytes());
        let decision = decision.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(decision.contains("QUYẾT ĐỊNH") && decision.contains("Tổ nông vụ") && decision.contains("CHỦ TỊCH"), "{decision}");
        assert!(decision.contains("/QĐ-UBND") && decision.contains("Đông Triều, ngày"), "{decision}");
        let sheet = words_on_the_page(sent.contact.get(&ending("giay-khen")).await.bytes());
        let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(sheet.contains("GIẤY KHEN") && sheet.contains("Tổ nông vụ"), "{sheet}");
        assert!(sheet.contains("Đã có thành tích tham gia Hội thi") && sheet.contains("Có ba giải pháp dự thi"), "{sheet}");
        let word = sent.contact.get(&ending("word")).await;
        assert_eq!((word.status(), &word.bytes()[..2]), (200, &b"PK"[..]));
        assert_eq!(sent.officer.get(&ending("quyet-dinh")).await.status(), 403, "it is the unit's own");
    }

    async fn what_a_unit_gave_flows_into_its_report(house: TestHouse) {
        let sent = sent(&house).await;
        let own = sent.contact.get("/don-vi/khen-thuong").await.location().to_owned();
        let draft = [("receiver", "Tổ nông vụ"), ("kind", "collective"), ("merit", "Có ba giải pháp dự thi"), ("decision", ""), ("day", "")];
        let wrong = sent.contact.send(&own, &[("receiver", ""), ("kind", ""), ("merit", ""), ("decision", "12/QĐ"), ("day", "")]).await;
        let fields = wrong.attributes(".govuk-error-summary a", "href");
        assert_eq!(fields, ["#receiver", "#kind", "#merit", "#day"]);
        let told = wrong.select(".govuk-error-summary a").join(" ");
        assert!(told.contains("“Thành tích”") && told.contains("“Đối tượng”"), "each says its field: {told}");
        assert_eq!(sent.contact.send(&own, &draft).await.status(), 303);
        let report = format!("{}/bao-cao", sent.desk(&house).await);
        let known = async || sent.contact.get(&report).await.attribute("#commendations", "value");
        assert_eq!(known().await.as_deref(), Some(""), "a draft does not count");
        let change = sent.contact.get(&own).await.attribute("tbody td:last-child a", "href").unwrap();
        let mut decided = draft;
        decided[3] = ("decision", "12/QĐ-UBND");
        decided[4] = ("day", "19/8/2020");
        let seen = sent.contact.get(&change).await.attribute("input[name=version]", "value").unwrap();
        let decided = [&decided[..], &[("version", seen.as_str())]].concat();
        assert_eq!(sent.contact.send(&change, &decided).await.status(), 303);
        assert!(sent.contact.send(&change, &decided).await.says("Có người vừa thay đổi"), "what was read is no more");
        assert_eq!(known().await.as_deref(), Some("1"));
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(sent.units["Huyện Ba Chẽ"]))]).await;
        let stranger = house.signed_in("ba.che").await;
        for path in [&own, &change] {
            assert_eq!(stranger.get(path).await.status(), 404);
        }
        assert_eq!(stranger.send(&format!("{change}/go"), &[]).await.status(), 404);
        let read = sent.contact.get(&format!("{change}/go")).await;
        assert!(read.says("Tổ nông vụ") && read.says("không lấy lại được"), "{}", read.text());
        assert_eq!(known().await.as_deref(), Some("1"), "it was only read back");
        assert_eq!(sent.contact.send(&format!("{change}/go"), &[]).await.status(), 303);
        assert_eq!(known().await.as_deref(), Some(""));
    }
}
