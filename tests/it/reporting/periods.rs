//! Periods of reporting: named, closed, opened again.

use hoithi_journal::lines_about;
use hoithi_testkit::both;

use super::{SUMS, approved, fields, judged, page_of_the_one};
use crate::campaign::letter::{TOWN, kept};
use crate::campaign::sent;

const DESK: &str = "/ky/quang-ninh-viii/ky-bao-cao";
const BEGUN: [(&str, &str); 2] = [("name", "6 tháng đầu năm 2021"), ("last", "15/7/2021")];

both! {
    async fn a_period_has_a_name_and_days_of_its_own_and_a_slip_goes_away(house: TestHouse) {
        let sent = sent(&house).await;
        let period = format!("{DESK}/2021-07-15");
        assert_eq!(sent.officer.get(DESK).await.attribute("#last", "value").as_deref(), Some("15/7/2021"));
        let nameless = sent.officer.send(DESK, &[("name", " "), ("last", "15/7/2021")]).await;
        assert_eq!(nameless.attributes(".govuk-error-summary a", "href"), ["#name"]);
        assert_eq!(nameless.attribute("#last", "value").as_deref(), Some("15/7/2021"));
        let empty = sent.officer.send(DESK, &[("name", ""), ("last", "")]).await;
        assert_eq!(empty.select(".govuk-error-summary a"), ["Vui lòng ghi tên kỳ.", "Vui lòng ghi ngày cuối của kỳ."]);
        assert_eq!(sent.officer.send(DESK, &BEGUN).await.status(), 303);
        assert!(sent.officer.send(DESK, &BEGUN).await.says("Đã có kỳ tên là"));
        assert_eq!(sent.officer.send(DESK, &[("name", "Quý III"), ("last", "30/9/2031")]).await.status(), 303);
        let slip = format!("{DESK}/2031-09-30");
        assert!(sent.officer.send(&period, &[("step", "remove")]).await.says("Chỉ bỏ được kỳ sau cùng"));
        assert_eq!(sent.officer.send(&slip, &[("step", "remove")]).await.status(), 303);
        assert_eq!(sent.officer.get(&slip).await.status(), 404);
        assert!(sent.officer.send(&period, &[("step", "close")]).await.says("chưa qua nên chưa khóa kỳ được"));
        let early = [("name", "Quý II"), ("last", "15/7/2021")];
        assert!(sent.officer.send(DESK, &early).await.says("Chọn ngày khác"));
        assert_eq!(sent.contact.get(DESK).await.status(), 403);
        assert_eq!(sent.officer.get(&format!("{DESK}/2021-07-14")).await.status(), 404);
    }

    async fn an_earlier_period_is_named_later_and_takes_nothing_out_of_a_closed_one(house: TestHouse) {
        let sent = sent(&house).await;
        assert_eq!(sent.officer.send(DESK, &BEGUN).await.status(), 303);
        let first = [("name", "Quý I"), ("last", "31/3/2021")];
        assert_eq!(sent.officer.send(DESK, &first).await.status(), 303);
        let later = sent.officer.get(&format!("{DESK}/2021-07-15")).await;
        assert!(later.says("có hạn sau 31/3/2021, đến hết 15/7/2021"), "{}", later.text());
        assert!(sent.officer.get(&format!("{DESK}/2021-03-31")).await.says("Báo cáo có hạn đến hết 31/3/2021"));
        let counted = sent.officer.get(DESK).await.select("section.ht-box p.ht-muted");
        assert!(counted[0].ends_with("0 đơn vị chưa báo cáo") && counted[1].ends_with("13 đơn vị chưa báo cáo"), "{counted:?}");
        house.set_clock("2021-04-05T09:00:00+07:00");
        assert_eq!(sent.officer.send(&format!("{DESK}/2021-03-31"), &[("step", "close")]).await.status(), 303);
        let within = [("name", "Tháng 2"), ("last", "28/2/2021")];
        assert!(sent.officer.send(DESK, &within).await.says("Kỳ báo cáo đến hết 31/3/2021 đã khóa."));
    }

    async fn a_closed_period_takes_nothing_more_until_it_is_opened_with_a_reason(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let period = format!("{DESK}/2021-07-15");
        assert_eq!(sent.officer.send(DESK, &BEGUN).await.status(), 303);
        house.set_clock("2021-07-20T09:00:00+07:00");
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303, "a late one is taken");
        assert!(sent.officer.get(SUMS).await.says("1 đơn vị báo cáo muộn"));
        let asked = sent.officer.send(&period, &[("step", "close")]).await;
        let unread = "1 báo cáo chờ duyệt, 0 báo cáo chờ đơn vị sửa, 12 đơn vị chưa báo cáo";
        assert!(asked.says(unread) && asked.select("main .ht-notice li a") == [TOWN], "{}", asked.text());
        assert!(sent.officer.get(DESK).await.says("Đang nhận"), "it was only asked");
        let others = sent.edition.to_string();
        let other = sent.officer.send(&period, &[("told", others.as_str()), ("step", "close")]).await;
        assert!(other.says("Có thêm báo cáo chưa duyệt từ khi xem danh sách"), "{}", other.text());
        let told = kept(&asked);
        let told: Vec<_> = told.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(sent.officer.send(&period, &[&told[..], &[("step", "close")]].concat()).await.status(), 303);
        let listed = sent.officer.get(DESK).await;
        assert!(listed.says("0 báo cáo đã duyệt, 1 báo cáo chưa duyệt, 12 đơn vị chưa báo cáo"), "{}", listed.text());
        let of_period = sent.officer.get(&format!("{SUMS}?lan=ky-2021-07-15")).await;
        assert!(of_period.says("1 trên 13 đơn vị đã báo cáo"), "{}", of_period.text());
        assert_eq!(sent.officer.get(&format!("{SUMS}?lan=ky-2021-07-16")).await.status(), 422);
        let locked = sent.contact.get(&own).await;
        assert!(locked.says("Kỳ báo cáo đến hết 15/7/2021 đã khóa") && locked.select("#documents_issued").is_empty());
        let after = sent.contact.send_files(&own, &fields("1"), &[]).await;
        assert!(after.says("Mở lại kỳ trước khi sửa."), "{}", after.text());
        let read = page_of_the_one(&house, sent.edition).await;
        assert!(judged(&sent.officer, &read, "1", "approve", "").await.says("Mở lại kỳ trước khi sửa."));
        assert!(sent.officer.get(&read).await.select("button[name=verdict]").is_empty());
        let silent = sent.officer.send(&period, &[("step", "reopen"), ("reason", " ")]).await;
        assert_eq!(silent.attributes(".govuk-error-summary a", "href"), ["#reason"]);
        let why = [("step", "reopen"), ("reason", "Thị xã gửi nhầm biểu.")];
        assert_eq!(sent.officer.send(&period, &why).await.status(), 303);
        assert!(sent.officer.get(DESK).await.says("Thị xã gửi nhầm biểu."));
        assert_eq!(approved(&sent.officer, &read, "1").await.status(), 303);
        assert_eq!(sent.officer.send(&period, &[("step", "close")]).await.status(), 303);
        assert!(sent.officer.get(&period).await.says("Thị xã gửi nhầm biểu."), "why it was open stays with the period");
        assert!(judged(&sent.officer, &read, "1", "reopen", "Sai.").await.says("Mở lại kỳ trước khi sửa."));
        let lines = lines_about(&mut house.house().read().await.unwrap(), &sent.edition.to_string()).await.unwrap();
        let of_periods = lines.iter().filter_map(|line| line.event.as_str().strip_prefix("report.period_"));
        let mut steps: Vec<_> = of_periods.collect();
        steps.sort_unstable();
        assert_eq!(steps, ["begun", "closed", "closed", "reopened"]);
        assert!(lines.iter().all(|line| !line.facts.contains("nhầm biểu")), "what people write is not the journal's");
    }
}
