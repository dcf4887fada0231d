//! Models and samples: from the minutes of their hand-over to those of their return, and what judges know of them.

use hoithi_testkit::{Answer, Browser, both, words_on_the_page};

use crate::entries::{SLUG, contest, filled, id_of, letter, submitted, version};
use crate::judging::{AUTHORS, TITLES, UNIT, with_a_jury};
use crate::photographs::{PLACE, photograph};

const MODEL: [(&str, &str); 8] = [
    ("kind", "model"),
    ("name", "Mô hình máy rửa than"),
    ("pieces", "1"),
    ("condition", "Mới, đủ hai vòi phun"),
    ("handed_by", "Nguyễn Thị Ánh"),
    ("received_on", "1/6/2021"),
    ("return_by", "1/12/2021"),
    ("place", "Phòng 204, giá 3"),
];

/// The form of a hand-over with some fields otherwise, and photographs.
async fn take(browser: &Browser, entry: &str, changed: &[(&str, &str)], photos: &[Vec<u8>]) -> Answer {
    let mut fields = MODEL.to_vec();
    for &(name, value) in changed {
        fields.retain(|(known, _)| *known != name);
        fields.push((name, value));
    }
    let photos: Vec<_> = photos.iter().map(|bytes| ("file", "IMG_0001.jpg", bytes.as_slice())).collect();
    browser.send_files(&format!("/ho-so/{entry}/hien-vat/nhan"), &fields, &photos).await
}

/// One of the forms on a thing's page.
async fn does(browser: &Browser, thing: &str, form: &str, fields: &[(&str, &str)]) -> Answer {
    let seen = version(browser, thing).await;
    let fields: Vec<_> = [("version", seen.as_str())].into_iter().chain(fields.iter().copied()).collect();
    browser.send(&format!("{thing}/{form}"), &fields).await
}

fn faults(answer: &Answer) -> Vec<String> {
    answer.attributes(".govuk-error-summary a", "href")
}

both! {
    async fn a_model_is_handed_over_kept_and_given_back_with_minutes(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let entry = id_of(&at).to_string();
        let list = format!("/ho-so/{entry}/hien-vat");
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&format!("/ho-so/{entry}")).await.attributes("main a", "href").contains(&list));
        assert!(secretary.get(&list).await.says("Chưa nhận mô hình, hiện vật nào."));

        let nothing = [("kind", ""), ("handed_by", ""), ("received_on", "mai")];
        let refused = take(&secretary, &entry, &nothing, &[photograph(1)]).await;
        assert_eq!(faults(&refused), ["#kind", "#handed_by", "#received_on", "#agreed"], "{}", refused.text());
        let wrong = [("name", " "), ("pieces", "0"), ("received_on", "2/6/2021"), ("return_by", "1/5/2021"), ("place", "")];
        let refused = take(&secretary, &entry, &wrong, &[]).await;
        assert_eq!(faults(&refused), ["#name", "#pieces", "#received_on", "#return_by", "#place"]);
        let renamed = take(&secretary, &entry, &[("agreed", "co")], &[b"khong phai anh".to_vec()]).await;
        assert_eq!(faults(&renamed), ["#file"], "{}", renamed.text());

        let taken = take(&secretary, &entry, &[("agreed", "co")], &[photograph(1)]).await;
        assert_eq!(taken.status(), 303, "{}", taken.text());
        let thing = taken.location().to_owned();
        let code = thing.rsplit('/').next().unwrap().to_owned();
        let minutes = words_on_the_page(secretary.get(&format!("{thing}/bien-ban.pdf")).await.bytes());
        for said in ["BÊN GIAO", "BÊN NHẬN", "QN8-0001", "Nguyễn Thị Ánh", "Hoàng Thị Cẩn", "vòi phun", "Phòng 204", code.as_str()] {
            assert!(minutes.contains(said), "{said}: {minutes}");
        }
        let label = words_on_the_page(secretary.get(&format!("{thing}/nhan.pdf")).await.bytes());
        assert!(label.contains(&code) && label.contains("Mô hình"), "{label}");
        for told in ["QN8-0001", "Nguyễn", "rửa than"] {
            assert!(!label.contains(told), "the label tells {told}");
        }
        let (subject, body) = letter(&house, "tac.gia@vidu.invalid").await;
        assert_eq!(subject, "Đã nhận Mô hình máy rửa than của hồ sơ QN8-0001");
        assert!(body.contains(&code) && body.contains("1/12/2021"), "{body}");

        // The authors see all of it and change nothing.
        assert_eq!(author.get(&list).await.attributes("#hien-vat tbody a", "href"), [thing.as_str()]);
        let seen = author.get(&thing).await;
        assert!(seen.says("Phòng 204, giá 3") && seen.select("main form").is_empty(), "{}", seen.text());
        let photo = author.get(&format!("{thing}/anh/1")).await;
        assert_eq!(photo.header("content-type"), "image/jpeg");
        assert!(!photo.bytes().windows(PLACE.len()).any(|part| part == PLACE.as_bytes()), "where it was taken");
        assert_eq!(author.send(&format!("{thing}/chuyen"), &[("version", "1"), ("place", "Nhà tôi")]).await.status(), 403);
        assert_eq!(author.get(&format!("{thing}/nhan.pdf")).await.status(), 403);
        assert_eq!(author.get(&format!("{thing}/bien-ban-tra.pdf")).await.status(), 404, "it is not back");

        // The desk of labels finds a thing as it finds papers.
        let desk = format!("/ky/{SLUG}/ho-so/quet-vao");
        assert_eq!(secretary.send(&desk, &[("code", &code.to_lowercase())]).await.location(), thing);

        assert_eq!(faults(&does(&secretary, &thing, "chuyen", &[("place", "Phòng 204,  giá 3")]).await), ["#place"]);
        assert_eq!(does(&secretary, &thing, "chuyen", &[("place", "Kho tầng 1")]).await.status(), 303);
        let stale = secretary.send(&format!("{thing}/chuyen"), &[("version", "1"), ("place", "Kho tầng 2")]).await;
        assert!(stale.says("vừa được sửa ở một cửa sổ khác"), "{}", stale.text());
        assert_eq!(faults(&does(&secretary, &thing, "su-co", &[("harm", "damaged"), ("reason", " ")]).await), ["#reason"]);
        let gone = [("harm", "lost"), ("reason", "Thất lạc khi chuyển kho")];
        assert_eq!(does(&secretary, &thing, "su-co", &gone).await.status(), 303);
        let (subject, body) = letter(&house, "tac.gia@vidu.invalid").await;
        assert!(subject.contains("bị thất lạc") && body.contains("Thất lạc khi chuyển kho"), "{body}");
        let back = [("returned_to", "Nguyễn Thị Ánh"), ("returned_on", "1/6/2021"), ("returned_as", "Như khi nhận")];
        assert!(does(&secretary, &thing, "tra", &back).await.says("Vui lòng ghi nơi tìm thấy trước"));
        assert_eq!(does(&secretary, &thing, "chuyen", &[("place", "Kho tầng 1")]).await.status(), 303);
        assert!(letter(&house, "tac.gia@vidu.invalid").await.0.contains("Đã tìm thấy"));

        house.set_clock("2021-12-01T08:00:00+07:00");
        let all = format!("/ky/{SLUG}/ho-so/hien-vat");
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&all).await.select("#qua-han tbody tr").is_empty(), "it may still come back today");
        house.set_clock("2021-12-02T08:00:00+07:00");
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(secretary.get(&all).await.attributes("#qua-han tbody a", "href"), [thing.as_str()]);
        let early = [("returned_to", "Nguyễn Thị Ánh"), ("returned_on", "31/5/2021"), ("returned_as", "Như khi nhận")];
        assert_eq!(faults(&does(&secretary, &thing, "tra", &early).await), ["#returned_on"]);
        let back = [("returned_to", "Vi Thị Ngần"), ("returned_on", "2/12/2021"), ("returned_as", "Như khi nhận")];
        assert_eq!(does(&secretary, &thing, "tra", &back).await.status(), 303);
        let minutes = words_on_the_page(secretary.get(&format!("{thing}/bien-ban-tra.pdf")).await.bytes());
        assert!(minutes.contains("Vi Thị Ngần") && minutes.contains("Hoàng Thị Cẩn"), "{minutes}");
        assert!(letter(&house, "tac.gia@vidu.invalid").await.1.contains("cho Vi Thị Ngần ngày 2/12/2021"));
        let after = secretary.get(&all).await;
        assert!(after.select("#qua-han").is_empty() && after.says("Đã trả"), "{}", after.text());
        assert!(secretary.get(&thing).await.select("main form").is_empty(), "nothing more is done with it");
    }

    /// Whatever is kept of an entry that left the contest goes back; nothing new is taken over.
    async fn what_belongs_to_a_withdrawn_entry_goes_back(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let entry = id_of(&at).to_string();
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(take(&secretary, &entry, &[], &[]).await.status(), 404, "a draft is its author's own");
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let taken = take(&secretary, &entry, &[("return_by", "")], &[]).await;
        assert_eq!(taken.status(), 303, "{}", taken.text());
        let thing = taken.location().to_owned();
        let other = filled(&author, "Lò sấy thuốc").await;
        assert_eq!(submitted(&author, &other).await.status(), 303);
        let elsewhere = thing.replace(&entry, &id_of(&other).to_string());
        assert_eq!(secretary.get(&elsewhere).await.status(), 404, "it is another entry's");
        let all = format!("/ky/{SLUG}/ho-so/hien-vat");
        assert!(secretary.get(&all).await.select("#qua-han").is_empty(), "no day was named");
        assert_eq!(author.send(&format!("{at}/rut"), &[("reason", "Cần sửa mô hình")]).await.status(), 303);
        assert!(secretary.get(&all).await.says("Cần trả lại (1)"));
        assert_eq!(take(&secretary, &entry, &[], &[]).await.status(), 403);
        assert_eq!(author.get(&all).await.status(), 403);
    }

    /// Under its label and words of their own; nothing that judges fetch says whose it is.
    async fn judges_know_a_model_by_its_label(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        contest.marking().await;
        let entry = contest.entries[0].to_string();
        let secretary = house.signed_in("thuky").await;
        let place = format!("Kho {UNIT}");
        let changed =
            [("handed_by", AUTHORS[0]), ("received_on", "19/7/2021"), ("place", place.as_str()), ("agreed", "co")];
        let taken = take(&secretary, &entry, &changed, &[photograph(1)]).await;
        assert_eq!(taken.status(), 303, "{}", taken.text());
        let thing = taken.location().to_owned();
        let code = thing.rsplit('/').next().unwrap().to_owned();
        let (judge, handle) = contest.holders_of(TITLES[0]).await[0];
        let judge = house.signed_in(crate::judging::JUDGES[judge].0).await;
        let sheet = format!("/cham/{handle}");
        assert!(!judge.get(&sheet).await.says(&code), "nobody showed it yet");
        assert_eq!(judge.get(&thing).await.status(), 404);

        let named = format!("Máy của {}", AUTHORS[0]);
        let refused = does(&secretary, &thing, "giam-khao", &[("shown_as", &named)]).await;
        assert_eq!(faults(&refused), ["#shown_as"], "{}", refused.text());
        assert!(refused.says(AUTHORS[0]));
        assert_eq!(faults(&does(&secretary, &thing, "giam-khao", &[("shown_as", "Máy sấy")]).await), ["#place"]);
        assert_eq!(does(&secretary, &thing, "chuyen", &[("place", "Phòng 12")]).await.status(), 303);
        let unseen = does(&secretary, &thing, "giam-khao", &[("shown_as", "Máy sấy"), ("photos", "co")]).await;
        assert_eq!(faults(&unseen), ["#photos_seen"]);
        let shown = [("shown_as", "Máy sấy"), ("photos", "co"), ("photos_seen", "co")];
        assert_eq!(does(&secretary, &thing, "giam-khao", &shown).await.status(), 303);
        assert_eq!(faults(&does(&secretary, &thing, "chuyen", &[("place", &place)]).await), ["#place"]);

        let read = judge.get(&sheet).await;
        assert!(read.says(&code) && read.says("Phòng 12") && read.says("Máy sấy"), "{}", read.text());
        let photo = judge.get(&format!("{sheet}/hien-vat/1/1")).await;
        assert_eq!(photo.header("content-type"), "image/jpeg");
        for hidden in [AUTHORS[0], UNIT, entry.as_str(), "IMG_0001"] {
            assert!(!read.text().contains(hidden) && !photo.headers().contains(hidden), "{hidden}");
        }
        assert!(!photo.bytes().windows(PLACE.len()).any(|part| part == PLACE.as_bytes()));
        assert_eq!(judge.get(&format!("{sheet}/hien-vat/1/2")).await.status(), 404);
        let holders = contest.holders_of(TITLES[0]).await;
        let stranger = (0..contest.judges.len()).find(|other| holders.iter().all(|(judge, _)| judge != other)).unwrap();
        let stranger = house.signed_in(crate::judging::JUDGES[stranger].0).await;
        assert_eq!(stranger.get(&format!("{sheet}/hien-vat/1/1")).await.status(), 404);

        let hide = [("shown_as", "Máy sấy"), ("deed", "thoi")];
        assert_eq!(does(&secretary, &thing, "giam-khao", &hide).await.status(), 303);
        assert!(!judge.get(&sheet).await.says(&code));
        assert_eq!(judge.get(&format!("{sheet}/hien-vat/1/1")).await.status(), 404);
    }
}
