//! Who meets a dossier beside its author: co-authors, units, staff, judges, the level above, programs.

use std::collections::BTreeSet;

use hoithi::FromEntries;
use hoithi_entries::{
    Begin, Change, JudgeContent, Promote, Write, assisted_by, begin, conflict_facts, dossier, judge_parts, keep_pdf,
    receive_promoted, write,
};
use hoithi_journal::{Halt, lines_about};
use hoithi_reporting::KnownFigures;
use hoithi_rules::edition::{PartCode, books};
use hoithi_rules::entries::DossierHash;
use hoithi_rules::ids::{AccountId, EditionId, EntryId, UnitId};
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{TestHouse, both, words_on_the_page};
use serde_json::{Value, json};

use crate::campaign::letter::{TOWN, districts};

use super::entries::{
    DECLARATIONS, SLUG, SUMMARY, attach, begun, card, contest, fill, filled, id_of, letter, on_paper, pdf,
    set_up_edition, submitted, unit, version,
};

fn code_of<T>(done: Result<T, Halt>) -> &'static str {
    match done {
        Err(Halt::Refused(refused)) => refused[0].code,
        Err(other) => panic!("{other:?}"),
        Ok(_) => "done",
    }
}

both! {
    async fn a_dossier_is_nobody_else_s_to_know_of(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let id = id_of(&at);
        house.account("nguoi.khac", "Vũ Văn Khác", &[Role::Author]).await;
        house.account("giam.khao", "Lý Văn Chấm", &[Role::Judge, Role::JuryChair]).await;
        let pages = [at.clone(), format!("/ho-so/{id}"), format!("/ho-so/{id}/tep/ban-mo-ta"), format!("/api/v1/entries/{id}")];
        let meets = async |stranger: &str, reads: u16, writes: u16| {
            let browser = house.signed_in(stranger).await;
            for page in &pages {
                assert_eq!(browser.get(page).await.status(), reads, "{stranger} {page}");
            }
            let write = browser.send(&format!("{at}/phan/tom-tat"), &[("version", "1"), ("text", "Của tôi")]).await;
            assert_eq!(write.status(), writes, "{stranger} writes");
        };
        for stranger in ["nguoi.khac", "giam.khao", "thu.ky"] {
            meets(stranger, 404, 404).await;
        }
        assert_eq!(submitted(&author, &at).await.status(), 303);
        for stranger in ["nguoi.khac", "giam.khao"] {
            meets(stranger, 404, 404).await;
        }
        meets("thu.ky", 200, 403).await;
        let nobody = house.browser().get(&at).await;
        assert_eq!(nobody.status(), 303);
    }

    async fn a_file_goes_out_under_our_name_and_shut_in(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        submitted(&author, &at).await;
        let secretary = house.signed_in("thu.ky").await;
        let file = format!("/ho-so/{}/tep/ban-mo-ta", id_of(&at));
        let shown = secretary.get(&file).await;
        assert_eq!(shown.bytes(), pdf("ban-mo-ta Máy rửa than"));
        assert_eq!(shown.header("content-disposition"), "inline; filename=\"QN8-0001-ban-mo-ta.pdf\"");
        assert_eq!(shown.header("x-content-type-options"), "nosniff");
        assert!(shown.header("content-security-policy").starts_with("default-src 'none'"));
        let saved = secretary.get(&format!("{file}?luu=co")).await;
        assert!(saved.header("content-disposition").starts_with("attachment;"));
        assert_eq!(secretary.get(&format!("{file}?ten=x")).await.status(), 422, "an unknown parameter");
        assert_eq!(secretary.get(&format!("/ho-so/{}/tep/tom-tat", id_of(&at))).await.status(), 404);
    }

    async fn authors_join_with_their_shares_and_one_speaks_for_all(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        let joins = [("name", "Trần Văn Bằng"), ("workplace", "Trường Minh Họa"), ("email", ""), ("phone", "0203 000 0001")];
        fill(&author, &format!("{at}/tac-gia/them"), &joins).await;
        let shares = author.get(&format!("{at}/tac-gia")).await;
        assert!(shares.says("Tổng tỷ lệ đóng góp: 100%"));
        fill(&author, &format!("{at}/tac-gia"), &[("authors.0.share", "66,67"), ("authors.1.share", "33,33")]).await;
        let refused = submitted(&author, &at).await;
        assert!(refused.says("Trần Văn Bằng chưa xác nhận đồng ý đứng tên."), "{:?}", refused.select(".govuk-error-summary li"));
        let second = author.get(&format!("{at}/tac-gia")).await.attributes("#authors a", "href")[1].clone();
        let agreed = [("name", "Trần Văn Bằng"), ("workplace", "Trường Minh Họa"), ("phone", "0203 000 0001"), ("agreed", "co")];
        fill(&author, &second, &agreed).await;
        assert_eq!(submitted(&author, &at).await.status(), 303);
        let card = card(&house, id_of(&at)).await;
        let told: Vec<_> = card.authors.iter().map(|author| (author.name.as_str(), author.share.to_string(), author.representative)).collect();
        assert_eq!(told, [("Nguyễn Thị Ánh", "66,67%".to_owned(), true), ("Trần Văn Bằng", "33,33%".to_owned(), false)]);
    }

    async fn a_share_that_is_none_is_said_beside_its_field(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        let page = format!("{at}/tac-gia");
        let version = version(&author, &page).await;
        let answer = author.send(&page, &[("version", &version), ("authors.0.share", "một nửa")]).await;
        assert_eq!(answer.attributes(".govuk-error-summary a", "href"), ["#authors.0.share"]);
        assert_eq!(answer.attribute("[id=\"authors.0.share\"]", "value").as_deref(), Some("một nửa"));
        let unknown = author.send(&page, &[("version", &version), ("thuong", "1")]).await;
        assert_eq!(unknown.status(), 422);
    }

    async fn a_unit_s_contact_enters_for_the_own_unit_only(house: TestHouse) {
        let contest = contest(&house).await;
        let own = unit(&house, "Trường Minh Họa").await;
        let other = unit(&house, "Trường Đại học Khác").await;
        house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(own))]).await;
        let contact = house.signed_in("dau.moi").await;
        let page = format!("/ky/{SLUG}/nop-ho");
        let choices = contact.get(&page).await.attributes("#unit option", "value");
        assert_eq!(choices, [String::new(), own.to_string()]);
        let fields = |unit: UnitId| [("title", "Giàn phơi tự thu".to_owned()), ("category", "y-duoc".to_owned()), ("unit", unit.to_string())];
        let send = async |unit: UnitId| {
            let fields = fields(unit);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            contact.send(&page, &fields).await
        };
        assert_eq!(send(other).await.status(), 403);
        let begun = send(own).await;
        assert_eq!(begun.status(), 303, "{}", begun.text());
        let at = begun.location().to_owned();
        fill(&contact, &format!("{at}/tac-gia/them"), &[("name", "Lò Thị Mây"), ("agreed", "co")]).await;
        let list = contact.get(&format!("/ky/{SLUG}/ho-so-don-vi")).await;
        assert_eq!(list.select("#ho-so tbody .ht-title a"), ["Giàn phơi tự thu"]);
        assert_eq!(list.select("nav a[aria-current=page]"), ["Hồ sơ của đơn vị"]);
        let dossier = contact.get(&at).await;
        assert_eq!(dossier.select("nav a[aria-current=page]"), ["Hồ sơ của đơn vị"]);
        let place = format!("/ky/{SLUG}/ho-so-don-vi");
        assert!(contact.get("/don-vi/cong-viec").await.attributes("nav a", "href").contains(&place));
        assert_eq!(contact.get(&format!("/ky/{SLUG}/ho-so")).await.status(), 403);
        let mine = begun_by(&house, contest.author, contest.edition, own).await;
        assert_eq!(contact.get(&format!("/ho-so/{mine}")).await.status(), 404, "an author's draft is the author's");
    }

    /// The town became a city: what was being written for authors goes on there; an author's draft is the author's.
    async fn what_a_unit_that_ended_was_writing_passes_to_its_successor(house: TestHouse) {
        let contest = contest(&house).await;
        let town = districts(&house).await[TOWN];
        house.account_for("dau.moi", "Đỗ Thị Mối", &[(Role::UnitContact, Scope::Unit(town))]).await;
        house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let contact = house.signed_in("dau.moi").await;
        let unit = town.to_string();
        let fields = [("title", "Giàn phơi tự thu"), ("category", "y-duoc"), ("unit", unit.as_str())];
        let id = id_of(contact.send(&format!("/ky/{SLUG}/nop-ho"), &fields).await.location());
        let own = begun_by(&house, contest.author, contest.edition, town).await;
        let officer = house.signed_in("chuyen.vien").await;
        let path = format!("/ky/{SLUG}/tien-do/{town}/ke-thua/ho-so");
        let page = officer.get(&path).await;
        let fields = page.attributes("main select", "name");
        assert_eq!(fields, [format!("to_{id}")], "the author's own draft is nobody else's: {}", page.text());
        assert!(page.says("1 hồ sơ do tác giả tự lập") && !page.says("Chưa nộp"), "{}", page.text());
        let city = page.attribute("main select option[selected]", "value").expect("the one successor is proposed");
        let named = [(fields[0].as_str(), city.as_str())];
        assert!(officer.send(&path, &named).await.says("Đơn vị này còn hoạt động"));
        house.set_clock("2024-11-05T09:00:00+07:00");
        let (officer, contact) = (house.signed_in("chuyen.vien").await, house.signed_in("dau.moi").await);
        let none = officer.send(&path, &[(fields[0].as_str(), "")]).await;
        assert_eq!(none.attributes(".govuk-error-summary a", "href"), [format!("#to_{id}")]);
        assert_eq!(contact.send(&path, &named).await.status(), 403);
        assert_eq!(officer.send(&path, &named).await.status(), 303);
        let mut db = house.house().read().await.unwrap();
        let (moved, stays) = (dossier(&mut db, id).await.unwrap().unwrap(), dossier(&mut db, own).await.unwrap().unwrap());
        assert_eq!((moved.entry.unit.map(|unit| unit.to_string()), stays.entry.unit), (Some(city), Some(town)));
        assert_eq!(moved.unit_name, "Thành phố Đông Triều");
        drop(db);
        let staff = officer.get(&format!("/ho-so/{id}")).await;
        assert!(staff.says("Chuyển sang đơn vị kế thừa"), "{}", staff.text());
        assert!(officer.get(&path).await.says("Không còn gì để chuyển."));
    }

    async fn units_that_helped_are_named_and_the_entry_counts_with_its_sender_alone(house: TestHouse) {
        let contest = contest(&house).await;
        let sender = unit(&house, "Trường Minh Họa").await;
        let helper = unit(&house, "Trường Đại học Khác").await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Giàn phơi tự thu").await;
        let page = format!("{at}/don-vi");
        let (from, by) = (sender.to_string(), helper.to_string());
        let version = version(&author, &page).await;
        let twice = [("version", version.as_str()), ("unit", from.as_str()), ("assisting_1", by.as_str()), ("assisting_2", from.as_str())];
        let refused = author.send(&page, &twice).await;
        assert!(refused.says("Đơn vị gửi dự thi không ghi lại là đơn vị phối hợp"), "{}", refused.text());
        assert_eq!(refused.attributes("#assisting_1 option[selected]", "value"), std::slice::from_ref(&by), "nothing typed is lost");
        let unknown = [("version", version.as_str()), ("assisting_1", "00000000-0000-0000-0000-000000000001")];
        assert!(author.send(&page, &unknown).await.says("Đơn vị phối hợp không có trong danh mục"));
        fill(&author, &page, &[("unit", &from), ("assisting_1", &by), ("assisting_3", &by)]).await;
        assert_eq!(author.get(&page).await.attributes("#assisting_1 option[selected]", "value"), [by]);
        assert!(author.get(&format!("{at}/kiem-tra")).await.says("Trường Đại học Khác"));
        let id = id_of(&at);
        let mut db = house.house().read().await.unwrap();
        assert_eq!(assisted_by(&mut db, contest.edition, helper).await.unwrap(), BTreeSet::from([id]));
        assert_eq!(assisted_by(&mut db, contest.edition, sender).await.unwrap(), BTreeSet::new());
        let conflicts = conflict_facts(&mut db, id).await.unwrap();
        assert!(conflicts.units.contains(&helper), "who helped does not judge");
        drop(db);
        let known = async |unit: UnitId| {
            let mut db = house.house().read().await.unwrap();
            FromEntries.of_unit(&mut db, contest.edition, unit).await.unwrap()
        };
        assert_eq!(known(helper).await["entries.assisted"], 0, "a draft is nobody's count");
        assert_eq!(submitted(&author, &at).await.status(), 303);
        house.account_for("phoi.hop", "Đinh Văn Giúp", &[(Role::UnitContact, Scope::Unit(helper))]).await;
        let contact = house.signed_in("phoi.hop").await;
        let list = contact.get(&format!("/ky/{SLUG}/ho-so-don-vi")).await;
        assert_eq!(list.select("#ho-so tbody tr").len(), 0, "its own");
        let row = list.select("#phoi-hop tbody tr").concat();
        assert!(row.contains("Giàn phơi tự thu") && row.contains("Trường Minh Họa"), "{row}");
        assert_eq!(contact.get(&format!("/ho-so/{id}")).await.status(), 404, "to help is not to read the dossier");
        let (of_sender, of_helper) = (known(sender).await, known(helper).await);
        assert_eq!((of_sender["entries.sent"], of_sender["entries.assisted"]), (1, 0));
        assert_eq!((of_helper["entries.sent"], of_helper["entries.assisted"]), (0, 1));
        let secretary = house.signed_in("thu.ky").await;
        assert!(secretary.get(&format!("/ho-so/{id}")).await.says("Đơn vị phối hợp"));
    }

    async fn a_dossier_on_paper_counts_by_its_postmark(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        house.set_clock("2021-07-02T09:00:00+07:00");
        let at = on_paper(&secretary).await;
        let version = version(&secretary, &format!("{at}/kiem-tra")).await;
        let nop = format!("{at}/nop");
        let online = secretary.send(&nop, &[("version", &version), ("channel", "online")]).await;
        assert!(online.says("Đã hết thời gian nhận hồ sơ"));
        let undated = secretary.send(&nop, &[("version", &version), ("channel", "by_post"), ("postmark", "")]).await;
        assert_eq!(undated.attributes(".govuk-error-summary a", "href"), ["#postmark"]);
        let late = secretary.send(&nop, &[("version", &version), ("channel", "by_post"), ("postmark", "1/7/2021")]).await;
        assert!(late.says("Dấu bưu điện ngày 1/7/2021 sau ngày cuối nhận hồ sơ (30/6/2021)."));
        let posted = [("version", version.as_str()), ("channel", "by_post"), ("postmark", "30/6/2021")];
        assert_eq!(secretary.send(&nop, &posted).await.status(), 303);
        let (subject, _) = letter(&house, "chai@vidu.invalid").await;
        assert_eq!(subject, "Đã nhận hồ sơ QN8-0001", "the author without an account is written to");
    }

    /// A tick is the writer's word; only the form with the signature makes it more.
    async fn the_writer_s_tick_is_no_signature(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = begun(&author, "Máy rửa than").await;
        fill(&author, &format!("{at}/tac-gia/them"), &[("name", "Lò Thị Mây"), ("agreed", "co")]).await;
        let tags = async || author.get(&format!("{at}/tac-gia")).await.select("#authors tbody .ht-tag");
        let before = tags().await.concat();
        assert!(before.contains("Đã xác nhận trên hệ thống") && before.contains("chưa có phiếu ký"), "{before}");
        assert!(!before.contains("Đã ký trên phiếu"), "{before}");
        assert_eq!(attach(&author, &format!("{at}/phan/ban-mo-ta"), "a.pdf", &pdf("mô tả")).await.status(), 303);
        assert!(tags().await.concat().contains("chưa có phiếu ký"), "what judges read is no form");
        assert_eq!(attach(&author, &format!("{at}/phan/phieu-dang-ky"), "b.pdf", &pdf("phiếu")).await.status(), 303);
        let after = tags().await.concat();
        assert!(after.contains("Đã ký trên phiếu") && !after.contains("chưa có phiếu ký"), "{after}");
    }

    /// Forty envelopes at four o'clock are typed after five: the hour on the table counts, with its reason.
    async fn what_lay_on_the_table_in_time_is_entered_after_the_hour(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        house.set_clock("2021-06-30T17:05:00+07:00");
        let at = on_paper(&secretary).await;
        let seen = version(&secretary, &format!("{at}/kiem-tra")).await;
        let (nop, by_hand) = (format!("{at}/nop"), [("version", seen.as_str()), ("channel", "by_hand")]);
        assert!(secretary.send(&nop, &by_hand).await.says("Đã hết thời gian nhận hồ sơ"));
        let told = async |day: &str, hour: &str, because: &str| {
            let fields = [by_hand[0], by_hand[1], ("table_day", day), ("table_hour", hour), ("table_because", because)];
            secretary.send(&nop, &fields).await
        };
        let wrong = |answer: &hoithi_testkit::Answer| answer.attributes(".govuk-error-summary a", "href");
        assert_eq!(wrong(&told("30/6/2021", "chiều", "Đông").await), ["#table_hour"]);
        assert_eq!(wrong(&told("30/6/2021", "17:30", " ").await), ["#table_day", "#table_because"]);
        assert_eq!(wrong(&told("24/6/2021", "9:00", "Đông").await), ["#table_day"]);
        let contact = [("version", seen.as_str()), ("channel", "online"), ("table_day", "30/6/2021"), ("table_hour", "16:00"), ("table_because", "Đông")];
        assert_eq!(wrong(&secretary.send(&nop, &contact).await), ["#channel"], "only what came by hand lay there");
        let done = told("30/6/2021", "16 giờ 00", "Bốn mươi phong bì đến cùng lúc.").await;
        assert_eq!(done.status(), 303, "{}", done.text());
        let receipt = secretary.get(&format!("{at}/bien-nhan")).await;
        assert!(receipt.says("Hồ sơ giấy nhận lúc 16 giờ 00, ngày 30/6/2021"), "{}", receipt.text());
        assert!(secretary.get(&format!("/ho-so/{}", id_of(&at))).await.says("Bốn mươi phong bì đến cùng lúc."));
        let mut db = house.house().read().await.unwrap();
        let lines = lines_about(&mut db, &id_of(&at).to_string()).await.unwrap();
        let line = lines.iter().find(|line| line.event == "entry.submitted").unwrap();
        assert!(line.facts.contains("2021-06-30T09:00:00Z") && !line.facts.contains("phong bì"), "{}", line.facts);
    }

    /// A clerk gives a receipt for the envelope today and scans it tomorrow.
    async fn what_came_on_paper_is_scanned_after_it_was_received(house: TestHouse) {
        contest(&house).await;
        let secretary = house.signed_in("thu.ky").await;
        let at = on_paper(&secretary).await;
        let (form, given) = (format!("{at}/phan/phieu-dang-ky"), format!("{at}/phan/ban-mo-ta"));
        let seen = version(&secretary, &form).await;
        assert_eq!(secretary.send(&format!("{form}/xoa"), &[("version", &seen)]).await.status(), 303);
        let seen = version(&secretary, &format!("{at}/kiem-tra")).await;
        let online = secretary.send(&format!("{at}/nop"), &[("version", &seen), ("channel", "online")]).await;
        assert_eq!(online.attributes(".govuk-error-summary a", "href"), ["#parts.phieu-dang-ky"], "{}", online.text());
        let by_hand = secretary.send(&format!("{at}/nop"), &[("version", &seen), ("channel", "by_hand")]).await;
        assert_eq!(by_hand.status(), 303, "{}", by_hand.text());
        let paper = secretary.get(&format!("{at}/bien-nhan.pdf")).await;
        let printed = words_on_the_page(paper.bytes()).split_whitespace().collect::<Vec<_>>().join(" ");
        for says in [printed, secretary.get(&format!("{at}/bien-nhan")).await.text()] {
            assert!(says.contains("Đã nhận bằng giấy"), "{says}");
        }
        let (id, before) = (id_of(&at), card(&house, id_of(&at)).await);
        let admitted = house.account("thu.ky.hai", "Đinh Thị Thư", &[Role::ContestSecretary]).await;
        let verdict = hoithi_entries::Verdict::Admitted;
        let too_early = house
            .perform(admitted, move |act| Box::pin(hoithi_entries::record_verdict(act, id, verdict.clone())))
            .await;
        assert_eq!(code_of(too_early), "entries.scans_awaited");

        // What was given stays; what lies there on paper is the only thing that may follow.
        let page = secretary.get(&at).await;
        assert_eq!(page.attributes("main .ht-notice a", "href"), [form.as_str()], "{}", page.text());
        assert_ne!(secretary.get(&given).await.status(), 200);
        let scanned = attach(&secretary, &form, "quét.pdf", &pdf("phieu ky")).await;
        assert_eq!(scanned.status(), 303, "{}", scanned.text());
        assert_ne!(secretary.get(&form).await.status(), 200, "once");
        assert!(!secretary.get(&format!("{at}/bien-nhan")).await.says("Đã nhận bằng giấy"));
        assert_eq!(card(&house, id).await.number, before.number);
        let verdict = hoithi_entries::Verdict::Admitted;
        house
            .perform(admitted, move |act| Box::pin(hoithi_entries::record_verdict(act, id, verdict.clone())))
            .await
            .unwrap();
        let mut db = house.house().read().await.unwrap();
        let unproven = hoithi_entries::unproven_dossiers(&mut db).await.unwrap();
        assert!(unproven.frozen.is_empty() && unproven.live.is_empty(), "{unproven:?}");
    }

    async fn an_entry_is_withdrawn_with_its_reason_and_stays_in_the_register(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        submitted(&author, &at).await;
        let silent = author.send(&format!("{at}/rut"), &[("reason", "  ")]).await;
        assert_eq!(silent.status(), 200);
        assert!(silent.says("Vui lòng ghi lý do."));
        let done = author.send(&format!("{at}/rut"), &[("reason", "Đã nộp nhầm lĩnh vực.")]).await;
        assert_eq!(done.status(), 303);
        let page = author.get(&at).await;
        assert!(page.says("Đã nộp nhầm lĩnh vực.") && page.says("QN8-0001"));
        let again = author.send(&format!("{at}/rut"), &[("reason", "Lần nữa")]).await;
        assert!(again.says("Hồ sơ đã được rút lúc"));
        let part = author.send(&format!("{at}/phan/tom-tat"), &[("version", "99"), ("text", "Sửa")]).await;
        assert!(part.says("Hồ sơ đã được rút lúc"));
    }

    async fn the_staff_finds_entries_without_marks_and_by_filters(house: TestHouse) {
        let contest = contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        for title in ["Máy rửa than bằng nước tuần hoàn", "Giàn phơi 100% tự động", "Đèn cảnh báo lũ quét"] {
            let at = filled(&author, title).await;
            submitted(&author, &at).await;
        }
        let draft = begun_by(&house, contest.author, contest.edition, unit(&house, "Trường Minh Họa").await).await;
        let secretary = house.signed_in("thu.ky").await;
        assert_eq!(secretary.get(&format!("/ho-so/{draft}")).await.status(), 404);
        let titles = async |query: &str| {
            secretary.get(&format!("/ky/{SLUG}/ho-so?{query}")).await.select("#ho-so tbody .ht-title a")
        };
        let list = format!("/ky/{SLUG}/ho-so");
        let found = async |words: &str| {
            secretary.send(&list, &[("q", words), ("tinh-trang", "submitted")]).await.select("#ho-so tbody .ht-title a")
        };
        assert_eq!(found("anh rua").await, ["Máy rửa than bằng nước tuần hoàn"], "a word of the author, one of the title");
        assert_eq!(found("quet den lu").await, ["Đèn cảnh báo lũ quét"], "in any order");
        assert_eq!(found("quet den than").await, Vec::<String>::new(), "every word must be there");
        assert_eq!(found("100%").await, ["Giàn phơi 100% tự động"], "a percent sign is a letter like others");
        assert_eq!(found("qn8-0002").await, ["Giàn phơi 100% tự động"]);
        let sent = secretary.send(&list, &[("q", "Ánh")]).await;
        assert_eq!((sent.status(), sent.header("cache-control")), (200, "no-store"));
        assert_eq!(sent.attribute("#q", "value").as_deref(), Some("Ánh"), "what was looked for stays to be read");
        let links = sent.attributes("main a", "href").join(" ");
        assert!(!links.contains("q="), "no address names a person: {links}");
        assert_eq!(secretary.get(&format!("{list}?q=anh")).await.status(), 422, "nor takes such a name");
        assert_eq!(titles("tinh-trang=draft").await, Vec::<String>::new(), "what an author still writes is the author's");
        assert_eq!(titles("linh-vuc=y-duoc").await, Vec::<String>::new());
        let by_title = titles("tinh-trang=submitted&xep=ten").await;
        assert_eq!(by_title, ["Đèn cảnh báo lũ quét", "Giàn phơi 100% tự động", "Máy rửa than bằng nước tuần hoàn"]);
        assert_eq!(secretary.get(&format!("/ky/{SLUG}/ho-so?thu-tu=1")).await.status(), 422);
    }

    async fn judges_read_no_name_and_no_form(house: TestHouse) {
        let contest = contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let at = filled(&author, "Máy rửa than").await;
        submitted(&author, &at).await;
        let mut db = house.house().read().await.unwrap();
        let edition = hoithi_edition::edition_by_slug(&mut db, SLUG).await.unwrap().unwrap();
        let parts = judge_parts(&mut db, id_of(&at), &edition.book).await.unwrap();
        let codes: Vec<_> = parts.iter().map(|part| part.code.as_str()).collect();
        assert_eq!(codes, ["tom-tat", "ban-mo-ta"], "never the registration form");
        assert!(matches!(&parts[0].content, JudgeContent::Text(text) if text == SUMMARY));
        assert!(!format!("{parts:?}").contains("của tôi"), "nor the author's name for the file");
        assert_eq!(conflict_facts(&mut db, id_of(&at)).await.unwrap().accounts, [contest.author]);
    }

    async fn a_local_entry_arrives_above_with_the_same_files(house: TestHouse) {
        let contest = contest(&house).await;
        let school = unit(&house, "Trường Cao đẳng Minh Họa").await;
        let organiser = house.account_for("to.chuc", "Mai Văn Tổ", &[(Role::UnitOrganiser, Scope::Unit(school))]).await;
        house.set_clock("2020-09-20T08:00:00+07:00");
        let local = set_up_edition(&house, organiser, books::HOI_THI_CO_SO, Some((contest.edition, school))).await;
        let entry = local_entry(&house, contest.author, local, school).await;
        let up = Promote { entry, to: contest.edition };
        let promote = async |who: AccountId| {
            let up = up.clone();
            house.perform(who, move |act| Box::pin(receive_promoted(act, up.clone()))).await
        };
        assert!(matches!(promote(contest.author).await, Err(Halt::Denied(_))), "an author cannot send up");
        let arrived = promote(organiser).await.unwrap();
        let mut db = house.house().read().await.unwrap();
        let (below, above) = (dossier(&mut db, entry).await.unwrap().unwrap(), dossier(&mut db, arrived).await.unwrap().unwrap());
        assert_eq!(above.number().unwrap().to_string(), "QN8-0001");
        assert_eq!(above.origin.as_ref().unwrap().number, "CDMH3-0001");
        assert_eq!(above.entry.content.category.as_ref().unwrap().as_str(), "cong-nghiep-xay-dung");
        let hashes = |kept: &hoithi_entries::KeptEntry| {
            let parts = kept.entry.content.dossier.0.values();
            parts.filter_map(|part| match part {
                hoithi_rules::entries::PartContent::File(file) => Some(DossierHash(file.sha256).to_string()),
                hoithi_rules::entries::PartContent::Text(_) | hoithi_rules::entries::PartContent::Values(_) => None,
            }).collect::<Vec<_>>()
        };
        assert_eq!(hashes(&below), hashes(&above));
        drop(db);
        assert_eq!(code_of(promote(organiser).await), "entries.promoted_already");
    }

    async fn a_program_does_what_a_person_does(house: TestHouse) {
        contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let post = |path: &str, body: Value| (path.to_owned(), body);
        let (path, body) = post("/api/v1/entries", json!({ "edition": SLUG, "title": "Máy rửa than", "category": "y-duoc" }));
        let begun = author.json(axum::http::Method::POST, &path, &body).await;
        assert_eq!(begun.status(), 201, "{}", begun.text());
        let id = begun.json::<Value>()["id"].as_str().unwrap().to_owned();
        let content = json!({
            "title": "Máy rửa than", "category": "y-duoc", "entrant": "individual", "created_on": "2018-05-01",
            "authors": [{ "name": "Nguyễn Thị Ánh", "share": "100", "representative": true, "agreed": true }],
            "declarations": DECLARATIONS,
        });
        let put = author.json_over(axum::http::Method::PUT, &format!("/api/v1/entries/{id}"), 1, &content).await;
        assert_eq!((put.status(), put.header("etag")), (200, "\"2\""), "{}", put.text());
        let early = author.json_over(axum::http::Method::POST, &format!("/api/v1/entries/{id}/submission"), 2, &Value::Null).await;
        assert_eq!((early.status(), early.header("content-type")), (422, "application/problem+json"));
        let codes: Vec<String> = early.json::<Value>()["refusals"].as_array().unwrap().iter().map(|each| each["code"].as_str().unwrap().to_owned()).collect();
        assert_eq!(codes, ["entries.part_missing", "entries.part_missing", "entries.part_missing"]);
        let unknown = author.json(axum::http::Method::POST, &path, &json!({ "edition": SLUG, "winner": true })).await;
        assert_eq!(unknown.status(), 422);
        let shown = author.get(&format!("/api/v1/entries/{id}")).await.json::<Value>();
        assert_eq!(shown["authors"][0]["name"], "Nguyễn Thị Ánh");
        assert_eq!(author.get(&format!("/api/v1/entries?edition={SLUG}")).await.status(), 403);
        let secretary = house.signed_in("thu.ky").await;
        let list = secretary.get(&format!("/api/v1/entries?edition={SLUG}")).await.json::<Value>();
        assert_eq!(list["total"], 0, "a draft is its author's own");
        assert_eq!(secretary.get(&format!("/api/v1/entries?edition={SLUG}&q=rua")).await.status(), 422);
        let search = json!({ "edition": SLUG, "words": "rua" });
        let refused = author.json(axum::http::Method::POST, "/api/v1/entries/search", &search).await;
        let found = secretary.json(axum::http::Method::POST, "/api/v1/entries/search", &search).await;
        assert_eq!((refused.status(), found.status(), found.header("cache-control")), (403, 200, "no-store"));
        assert_eq!(found.json::<Value>()["total"], 0);

        let unseen = author.json(axum::http::Method::PUT, &format!("/api/v1/entries/{id}"), &content).await;
        assert_eq!(unseen.json::<Value>()["refusals"][0]["code"], "web.version_missing");
        let mut odd = content.clone();
        (odd["category"], odd["declarations"]) = (json!("khac"), json!(["khac"]));
        let odd = author.json_over(axum::http::Method::PUT, &format!("/api/v1/entries/{id}"), 2, &odd).await;
        let odd: Value = odd.json();
        assert_eq!([&odd["refusals"][0]["field"], &odd["refusals"][1]["field"]], ["category", "declarations"]);
        let part = format!("/api/v1/entries/{id}/parts/tom-tat");
        let words = json!({ "text": "Máy rửa than bằng nước tuần hoàn." });
        assert_eq!(author.json_over(axum::http::Method::PUT, &part, 2, &words).await.header("etag"), "\"3\"");
        let stranger = house.account("nguoi.la", "Lò Văn Lạ", &[Role::Author]).await;
        let other = house.signed_in("nguoi.la").await;
        for (browser, status) in [(&other, 404), (&author, 200), (&author, 404)] {
            let removed = browser.json_over(axum::http::Method::DELETE, &part, 3, &Value::Null).await;
            assert_eq!(removed.status(), status, "{stranger}");
        }
        let back = format!("/api/v1/entries/{id}/withdrawal");
        let reason = json!({ "reason": "Tác giả chuyển sang kỳ sau." });
        for (browser, status) in [(&other, 404), (&author, 204), (&author, 422)] {
            assert_eq!(browser.json(axum::http::Method::POST, &back, &reason).await.status(), status);
        }
        assert_eq!(author.get(&format!("/api/v1/entries/{id}")).await.json::<Value>()["state"], "withdrawn");
    }

    async fn only_what_the_rule_book_asks_for_can_be_put_in(house: TestHouse) {
        let contest = contest(&house).await;
        let author = house.signed_in("tac.gia").await;
        let entry = id_of(&begun(&author, "Máy rửa than").await);
        let change = async |changes: Vec<Change>| {
            let command = Write { entry, seen: 1, changes };
            code_of(house.perform(contest.author, move |act| Box::pin(write(act, command.clone()))).await)
        };
        let part = |code: &str| PartCode::parse(code).unwrap();
        assert_eq!(change(vec![Change::Text(part("tho"), "Thơ".to_owned())]).await, "entries.part_unknown");
        assert_eq!(change(vec![Change::Text(part("ban-mo-ta"), "Chữ".to_owned())]).await, "entries.part_of_other_kind");
        let file = keep_pdf(&house.house().files, "a.pdf", &pdf("a"), 20).unwrap();
        assert_eq!(change(vec![Change::File(part("tom-tat"), file)]).await, "entries.part_of_other_kind");
        assert_eq!(change(vec![Change::Text(part("tom-tat"), "Được".to_owned())]).await, "done");
    }
}

/// A draft of somebody's, past the pages.
async fn begun_by(house: &TestHouse, who: AccountId, edition: EditionId, unit: UnitId) -> EntryId {
    let title = Some("Chưa nộp".parse().unwrap());
    let category = hoithi_rules::edition::CategoryCode::parse("y-duoc");
    let command = Begin { edition, title, category, unit: Some(unit), on_behalf: false };
    house.perform(who, move |act| Box::pin(begin(act, command.clone()))).await.unwrap()
}

/// A submitted entry of the college's own contest.
async fn local_entry(house: &TestHouse, author: AccountId, edition: EditionId, unit: UnitId) -> EntryId {
    let file = keep_pdf(&house.house().files, "mô tả.pdf", &pdf("cơ sở"), 20).unwrap();
    house
        .perform(author, move |act| {
            let file = file.clone();
            Box::pin(async move {
                let title = "Bộ gá hàn cho xưởng thực hành".parse().ok();
                let category = hoithi_rules::edition::CategoryCode::parse("ky-thuat");
                let entry = begin(
                    act,
                    Begin {
                        edition,
                        title: title.clone(),
                        category: category.clone(),
                        unit: Some(unit),
                        on_behalf: false,
                    },
                )
                .await?;
                let head = hoithi_entries::Solution {
                    title,
                    category,
                    entrant: hoithi_rules::edition::EntrantKind::Individual,
                    organisation: None,
                    created_on: Some(jiff::civil::date(2019, 4, 1)),
                };
                let part = |code: &str| PartCode::parse(code).unwrap();
                let changes = vec![
                    Change::Solution(head),
                    Change::Text(part("tom-tat"), "Giữ phôi khi hàn.".to_owned()),
                    Change::File(part("ban-mo-ta"), file),
                    Change::Declarations([part("ap-dung-tai-truong")].into()),
                ];
                let seen = write(act, Write { entry, seen: 1, changes }).await?;
                let arriving = hoithi_entries::Arriving::Online;
                hoithi_entries::submit(act, hoithi_entries::Submit { entry, seen, arriving }).await?;
                Ok(entry)
            })
        })
        .await
        .unwrap()
}
