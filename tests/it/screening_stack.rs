//! Many dossiers in a morning: read back together, each decided by itself.

use hoithi_entries::Standing;
use hoithi_journal::recent_lines;
use hoithi_screening::admitted;
use hoithi_testkit::{Answer, both};

use crate::entries::{SLUG, card, contest, id_of};
use crate::screening::received;

fn queue() -> String {
    format!("/ky/{SLUG}/kiem-tra")
}

/// What the page that reads back would send for the dossiers that it ticks.
fn ticked(page: &Answer) -> Vec<String> {
    page.attributes("#chon input[name=entries][checked]", "value")
}

fn decided<'a>(ticks: &'a [String], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let each = ticks.iter().flat_map(|tick| [("entries", tick.as_str()), ("shown", tick.as_str())]);
    each.chain([("step", "decide")]).chain(more.iter().copied()).collect()
}

both! {
    async fn what_is_wholly_in_order_is_admitted_at_once_and_the_rest_is_told_by_row(house: TestHouse) {
        let contest = contest(&house).await;
        let (first, desk) = received(&house, "Máy rửa than bằng nước tuần hoàn").await;
        let (second, _) = received(&house, "Đèn cảnh báo lũ quét ven suối").await;
        let (gone, _) = received(&house, "Lò sấy chè quay tay").await;
        received(&house, "Hệ thống tưới nước tự động cho vườn ươm cây ngập mặn").await;
        received(&house, "Hệ thống tưới nước tự động cho vườn ươm cây thuốc").await;
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(secretary.get(&queue()).await.attributes("#hang-doi input[name=entries]", "value").len(), 5);

        let read = secretary.send(&queue(), &[("step", "all")]).await;
        assert_eq!(read.select("#chon tbody .ht-title a").len(), 3, "{}", read.text());
        assert_eq!(read.select("#con-lai tbody tr").len(), 2);
        assert!(read.says("Có 1 hồ sơ tên tương tự, cần so sánh."));
        assert!(read.says("Lĩnh vực phù hợp với giải pháp"), "what only a person can tell is named");
        let ticks = ticked(&read);
        assert_eq!(ticks.len(), 3);

        let unseen = secretary.send(&queue(), &decided(&ticks, &[])).await;
        assert_eq!(unseen.attributes(".govuk-error-summary a", "href"), ["#seen"]);
        assert_eq!(ticked(&unseen), ticks, "nothing has to be ticked twice");
        assert_eq!(card(&house, id_of(&first)).await.state, Standing::Submitted);

        let author = house.signed_in("tac.gia").await;
        author.send(&format!("{gone}/rut"), &[("reason", "Chuyển sang kỳ sau")]).await;
        let done = secretary.send(&queue(), &decided(&ticks, &[("seen", "yes")])).await;
        assert!(done.says("2 hồ sơ đã được đưa vào chấm."), "{}", done.text());
        assert_eq!(done.select("#da-xong tbody .ht-title a").len(), 2);
        assert_eq!(done.select("#con-lai tbody .ht-title a"), ["Lò sấy chè quay tay"]);
        assert!(done.says("Hồ sơ không còn chờ kiểm tra."));
        for at in [&first, &second] {
            assert_eq!(card(&house, id_of(at)).await.state, Standing::Admitted);
        }
        let mut db = house.house().read().await.unwrap();
        assert_eq!(admitted(&mut db, contest.edition).await.unwrap().len(), 2);
        let lines = recent_lines(&mut db, None, 100).await.unwrap();
        let of = |event: &str| lines.iter().filter(|line| line.event == event).count();
        assert_eq!((of("screening.decided"), of("entry.admitted")), (2, 2), "each its own line");
        drop(db);
        let page = secretary.get(&desk).await;
        assert!(page.says("Thư ký xem và trả lời trong một lượt 3 hồ sơ."), "the register says how it was answered");

        let again = secretary.send(&queue(), &decided(&ticks, &[("seen", "yes")])).await;
        assert!(again.says("0 hồ sơ đã được đưa vào chấm.") && again.select("#con-lai tbody tr").len() == 3);
    }

    async fn a_dossier_that_was_read_in_an_older_version_is_left_out(house: TestHouse) {
        contest(&house).await;
        let (at, _) = received(&house, "Máy rửa than bằng nước tuần hoàn").await;
        let stale = vec![format!("{}@1", id_of(&at))];
        let done = house.signed_in("thu.ky").await.send(&queue(), &decided(&stale, &[("seen", "yes")])).await;
        assert!(done.says("Hồ sơ vừa được sửa ở một cửa sổ khác."), "{}", done.text());
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
    }

    async fn a_stack_is_chosen_by_whoever_screens(house: TestHouse) {
        contest(&house).await;
        let (at, _) = received(&house, "Máy rửa than bằng nước tuần hoàn").await;
        let secretary = house.signed_in("thu.ky").await;
        let none = secretary.send(&queue(), &[("step", "read")]).await;
        assert_eq!(none.attributes(".govuk-error-summary a", "href"), ["#entries"]);
        assert_eq!(none.select("#hang-doi tbody tr").len(), 1, "the queue is shown again");
        let unknown = secretary.send(&queue(), &[("step", "read"), ("entries", "tat-ca")]).await;
        assert_eq!(unknown.status(), 422);
        let id = id_of(&at).to_string();
        let one = secretary.send(&queue(), &[("step", "read"), ("entries", id.as_str())]).await;
        let ticks = ticked(&one);
        assert_eq!(ticks.len(), 1);
        for login in ["tac.gia", "lanh.dao"] {
            let other = house.signed_in(login).await;
            assert_eq!(other.send(&queue(), &decided(&ticks, &[("seen", "yes")])).await.status(), 403, "{login}");
        }
        assert_eq!(card(&house, id_of(&at)).await.state, Standing::Submitted);
        let elsewhere = queue().replace(SLUG, "quang-ninh-vii");
        assert_eq!(secretary.send(&elsewhere, &decided(&ticks, &[("seen", "yes")])).await.status(), 404);
    }
}
