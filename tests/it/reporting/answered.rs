//! A unit answers: a draft, figures that contradict or are doubted.

use hoithi_testkit::both;

use super::{fields, page_of_the_one};
use crate::campaign::sent;
use crate::correspondence::SCAN;

both! {
    async fn figures_by_field_that_are_too_many_are_called_by_their_words_where_they_stand(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let page = sent.contact.get(&own).await;
        let first = page.attributes("input[name^='entries_by_field.']", "name")[0].clone();
        let typed = [&fields("0")[..], &[(first.as_str(), "7")]].concat();
        let no = sent.contact.send_files(&own, &typed, &[]).await;
        assert!(!no.says("entries_by_field"), "{}", no.text());
        let says = "Giải pháp theo lĩnh vực: Gửi dự thi (7) không thể nhiều hơn Giải pháp đã vận động gửi dự thi (4)";
        assert!(no.says(says), "{}", no.text());
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), [format!("#{first}")]);
        let open = no.select("main details[open] summary .ht-fold__title");
        assert_eq!(open, ["Giải pháp theo lĩnh vực"], "the part in which it stands is open");
    }

    async fn what_is_doubtful_is_sent_once_the_unit_says_that_it_is_right(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let with = |more: &[(&'static str, &'static str)]| [&fields("0")[..], more].concat();
        let channels = [("by_portal", "9"), ("by_meeting", "8")];
        let doubted = sent.contact.send_files(&own, &with(&channels), &[]).await;
        assert_eq!(doubted.attributes(".govuk-error-summary a", "href"), ["#by_portal", "#sure"], "{}", doubted.text());
        assert!(doubted.says("Hội nghị, cuộc họp (8)") && doubted.says("nhiều hơn Tin, bài, hoạt động tuyên truyền (5)"));
        assert!(sent.contact.get(&own).await.select("#sure").is_empty(), "nothing was doubted yet");
        let many: Vec<_> = fields("0").into_iter().map(|(name, value)| if name == "people_reached" { (name, "99999999") } else { (name, value) }).collect();
        assert!(sent.contact.send_files(&own, &many, &[]).await.says("Lượt người tiếp cận (99999999) nhiều hơn 5000000"));
        let sure = [&channels[..], &[("sure", "co")]].concat();
        let hard = [&sure[..], &[("units_under", "2"), ("units_taking_part", "3")]].concat();
        let no = sent.contact.send_files(&own, &with(&hard), &[]).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#units_taking_part"], "{}", no.text());
        assert_eq!(sent.contact.send_files(&own, &with(&sure), &[]).await.status(), 303);
        let read = sent.officer.get(&page_of_the_one(&house, sent.edition).await).await;
        let seen = read.select(".ht-notice li");
        assert!(seen.len() == 1 && seen[0].contains("nhiều hơn Tin, bài, hoạt động tuyên truyền (5)"), "{seen:?}");
    }

    async fn a_draft_is_kept_and_two_windows_do_not_save_over_one_another(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let typed = [("seen", "0"), ("draft", "0"), ("documents_issued", "vài"), ("proposals", "Tập huấn"), ("step", "draft")];
        assert_eq!(sent.contact.send_files(&own, &typed, &[]).await.status(), 303);
        let page = sent.contact.get(&own).await;
        assert_eq!(page.attribute("#documents_issued", "value").as_deref(), Some("vài"), "as it was typed");
        assert!(page.says("Bản nháp lưu") && page.says("chưa gửi"), "{}", page.text());
        let stale = sent.contact.send_files(&own, &typed, &[]).await;
        assert!(stale.says("Bản nháp vừa được lưu ở cửa sổ khác"), "{}", stale.text());
        assert_eq!(sent.contact.send_files(&own, &fields("0"), &[]).await.status(), 303);
        assert!(!sent.contact.get(&own).await.says("Bản nháp lưu"), "what was sent is no draft");
    }

    /// A number that is too large is told as that, and what contradicts it not in a second round.
    async fn everything_that_is_wrong_is_told_at_once(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let large = ("documents_issued", "99999999999999999999");
        let mut typed: Vec<_> = fields("0").into_iter().filter(|(name, _)| *name != large.0).collect();
        typed.extend([large, ("units_under", "2"), ("units_taking_part", "5")]);
        let no = sent.contact.send_files(&own, &typed, &[]).await;
        assert_eq!(no.attributes(".govuk-error-summary a", "href"), ["#documents_issued", "#units_taking_part"], "{}", no.text());
        assert!(no.says("“99999999999999999999” quá lớn") && !no.says("chưa phải là số đếm"), "{}", no.text());
    }

    /// A draft has no files, and says so of one that was chosen.
    async fn a_draft_says_that_a_chosen_file_is_not_kept(house: TestHouse) {
        let sent = sent(&house).await;
        let own = format!("{}/bao-cao", sent.desk(&house).await);
        let typed = [("seen", "0"), ("draft", "0"), ("proposals", "Tập huấn"), ("step", "draft")];
        let kept = sent.contact.send_files(&own, &typed, &[("file", "anh.pdf", SCAN)]).await;
        assert_eq!(kept.status(), 303, "{}", kept.text());
        let page = sent.contact.get(&own).await;
        assert!(page.says("Tệp đã chọn không lưu cùng bản nháp"), "{}", page.text());
    }

    async fn a_draft_leaves_room_for_what_the_system_learns_later(house: TestHouse) {
        let sent = sent(&house).await;
        let desk = sent.desk(&house).await;
        let own = format!("{desk}/bao-cao");
        let fresh = sent.contact.get(&own).await.select(".ht-fold__says");
        assert!(fresh.contains(&"không bắt buộc; đã điền 0 trong 3 ô".to_owned()), "nothing was typed: {fresh:?}");
        let typed = [("seen", "0"), ("draft", "0"), ("documents_issued", "3"), ("local_contest", "khong"), ("step", "draft")];
        assert_eq!(sent.contact.send_files(&own, &typed, &[]).await.status(), 303);
        let seen = [("channel", "meeting"), ("on", "19/8/2020"), ("title", "Hội nghị"), ("link", ""), ("reach", "80")];
        sent.contact.send_files(&format!("{desk}/tuyen-truyen"), &seen, &[]).await;
        let list = "/ky/quang-ninh-viii/tuyen-truyen";
        let seen = sent.officer.get(list).await.attributes("input[name=items]", "value");
        assert_eq!(sent.officer.send(list, &[("items", seen[0].as_str())]).await.status(), 303);
        let page = sent.contact.get(&own).await;
        let value = |field: &str| page.attribute(&format!("#{field}"), "value");
        assert_eq!(["documents_issued", "people_reached"].map(value), ["3", "80"].map(|known| Some(known.to_owned())));
        assert_eq!(value("local_entries").as_deref(), Some(""), "there was no contest of its own");
        let says = page.select(".ht-fold__says");
        let channels = "không bắt buộc; đã điền 1 trong 8 ô, trong đó 1 ô do hệ thống điền sẵn";
        assert!(says.iter().any(|says| says == channels), "{says:?}");
    }
}
