//! A part of the dossier that is written under headings: filled, kept, refused, read by judges.

use hoithi_entries::{JudgeContent, dossier, judge_parts};
use hoithi_rules::edition::{RuleBook, books};
use hoithi_rules::people::Role;
use hoithi_testkit::both;

use super::entries::{filled, id_of, set_up_edition, submitted, version};

const TEXTS: [&str; 7] =
    ["da-biet", "muc-tieu", "ban-chat", "tinh-moi", "ap-dung", "hieu-qua-kinh-te", "hieu-qua-xa-hoi"];

/// The province's book, whose description is written under the headings of the national layout.
fn book() -> String {
    let part = "[[rules.dossier]]\ncode = \"mo-ta-theo-muc\"\nname = \"Bản mô tả theo mục\"\nkind = \"fields\"\n\
                layout = \"toan-quoc\"\nrequired = true\nshown_to_judges = true\n\n[[rules.channels]]";
    books::QUANG_NINH_VIII.replacen("[[rules.channels]]", part, 1)
}

/// Every text of the layout, with a choice and a table of one row.
fn written() -> Vec<(String, String)> {
    let texts = TEXTS.iter().map(|code| (format!("v.{code}"), format!("Viết cho mục {code}.")));
    let rest =
        [("v.muc-do-moi", "tinh"), ("v.da-ap-dung", "yes"), ("v.cac-buoc.0.0", "Lắp bể"), ("v.cac-buoc.0.1", "3 ngày")];
    texts.chain(rest.map(|(name, value)| (name.to_owned(), value.to_owned()))).collect()
}

fn pairs<'a>(version: &'a str, fields: &'a [(String, String)]) -> Vec<(&'a str, &'a str)> {
    let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    [("version", version)].into_iter().chain(fields).collect()
}

/// The province's book with a part of its own that asks for a month and an amount.
fn asking_for_money() -> String {
    let part = "[[rules.dossier]]\ncode = \"hieu-qua\"\nname = \"Hiệu quả\"\nkind = \"fields\"\nrequired = true\n\
                shown_to_judges = true\n\n[[rules.dossier.fields]]\ncode = \"thang\"\nname = \"Tháng bắt đầu dùng\"\n\
                kind = \"month\"\nrequired = true\n\n[[rules.dossier.fields]]\ncode = \"lam-loi\"\n\
                name = \"Số tiền làm lợi\"\nkind = \"money\"\nrequired = true\n\n[[rules.channels]]";
    books::QUANG_NINH_VIII.replacen("[[rules.channels]]", part, 1)
}

both! {
    async fn a_month_and_an_amount_are_typed_and_read_as_the_office_writes_them(house: TestHouse) {
        let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        house.account("tac.gia", "Nguyễn Thị Ánh", &[Role::Author]).await;
        house.set_clock("2020-09-01T08:00:00+07:00");
        set_up_edition(&house, leader, &asking_for_money(), None).await;
        house.set_clock("2021-06-01T08:00:00+07:00");
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let page = format!("{at}/phan/hieu-qua");
        assert!(author.get(&page).await.says("Ghi tháng/năm, ví dụ 6/2021."));
        for (month, money, wrong) in [("13/2020", "5.000", "Tháng bắt đầu dùng"), ("6/2020", "1,2 tỷ", "Số tiền làm lợi")] {
            let seen = version(&author, &page).await;
            let fields = [("version", seen.as_str()), ("v.thang", month), ("v.lam-loi", money)];
            assert_eq!(author.send(&page, &fields).await.status(), 303, "a draft may hold anything");
            let refused = submitted(&author, &at).await;
            assert!(refused.says(&format!("Mục “{wrong}” chưa đúng dạng.")), "{}", refused.text());
        }
        let seen = version(&author, &page).await;
        let fields = [("version", seen.as_str()), ("v.thang", "06/2020"), ("v.lam-loi", "1250000 đồng")];
        assert_eq!(author.send(&page, &fields).await.status(), 303);
        let again = author.get(&page).await;
        assert_eq!(again.attribute("[id=\"v.thang\"]", "value").as_deref(), Some("6/2020"));
        assert_eq!(again.attribute("[id=\"v.lam-loi\"]", "value").as_deref(), Some("1.250.000"));
        let back = author.get(&format!("{at}/kiem-tra")).await;
        assert!(back.says("tháng 6/2020") && back.says("1.250.000 đồng"), "{}", back.text());
        assert_eq!(submitted(&author, &at).await.status(), 303);
    }

    async fn a_description_is_written_under_its_headings(house: TestHouse) {
        let leader = house.account("lanh.dao", "Phạm Văn Quyết", &[Role::AgencyHead]).await;
        house.account("tac.gia", "Nguyễn Thị Ánh", &[Role::Author]).await;
        house.set_clock("2020-09-01T08:00:00+07:00");
        set_up_edition(&house, leader, &book(), None).await;
        house.set_clock("2021-06-01T08:00:00+07:00");
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let page = format!("{at}/phan/mo-ta-theo-muc");
        let empty = author.get(&page).await;
        assert!(empty.says("B. Mô tả giải pháp") && empty.says("Ví dụ: Tại xưởng"), "{}", empty.text());
        assert!(empty.says("Bắt buộc khi “Đã áp dụng trong thực tế” là “Có”."), "{}", empty.text());
        let refused = submitted(&author, &at).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#parts.mo-ta-theo-muc"]);

        let seen = version(&author, &page).await;
        let mut fields = written();
        assert_eq!(author.send(&page, &pairs(&seen, &fields)).await.status(), 303, "a draft may lack what it likes");
        let refused = submitted(&author, &at).await;
        assert!(refused.says("Vui lòng điền mục “Ngày áp dụng lần đầu”."), "{}", refused.text());
        fields.push(("v.ngay-ap-dung".to_owned(), "hôm qua".to_owned()));
        let seen = version(&author, &page).await;
        assert_eq!(author.send(&page, &pairs(&seen, &fields)).await.status(), 303);
        assert!(submitted(&author, &at).await.says("Mục “Ngày áp dụng lần đầu” chưa đúng dạng."));
        assert_eq!(
            author.get(&page).await.attribute("[id=\"v.ngay-ap-dung\"]", "value").as_deref(),
            Some("hôm qua"),
            "what was typed is there to be put right"
        );
        fields.pop();
        fields.push(("v.ngay-ap-dung".to_owned(), "5/3/2019".to_owned()));
        let seen = version(&author, &page).await;
        let saved = author.send(&format!("{page}/tu-luu"), &pairs(&seen, &fields)).await;
        assert_eq!(saved.status(), 200, "{}", saved.text());
        let again = author.get(&page).await;
        assert_eq!(again.attribute("[name=\"v.cac-buoc.0.1\"]", "value").as_deref(), Some("3 ngày"));
        assert_eq!(again.attribute("[id=\"v.ngay-ap-dung\"]", "value").as_deref(), Some("5/3/2019"));
        let unknown = author.send(&page, &[("version", "1"), ("v.khong-co", "x")]).await;
        assert_eq!(unknown.status(), 422, "no field of this part");

        let back = author.get(&format!("{at}/kiem-tra")).await;
        for said in ["III. Tính mới, tính sáng tạo", "Mới trong tỉnh", "Lắp bể | 3 ngày", "5/3/2019"] {
            assert!(back.says(said), "{said}: {}", back.text());
        }
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        let parts = judge_parts(&mut db, id_of(&at), &RuleBook::parse(&book()).unwrap()).await.unwrap();
        let read = parts.iter().find(|part| part.code.as_str() == "mo-ta-theo-muc").unwrap();
        assert!(matches!(&read.content, JudgeContent::Text(text) if text.contains("Viết cho mục ban-chat.")));
        let kept = dossier(&mut db, id_of(&at)).await.unwrap().unwrap();
        assert!(kept.entry.content.canonical(kept.entry.unit).contains("value mo-ta-theo-muc muc-do-moi 4 tinh"));
        let unproven = hoithi_entries::unproven_dossiers(&mut db).await.unwrap();
        assert!(unproven.live.is_empty() && unproven.frozen.is_empty(), "{unproven:?}");
    }
}
