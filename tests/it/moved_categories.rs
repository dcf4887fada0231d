//! An entry in the wrong category is moved by the secretary before judging begins.

use hoithi_entries::{dossier, entry};
use hoithi_journal::lines_about;
use hoithi_judging::{StartRound, start_round};
use hoithi_rules::people::Role;
use hoithi_screening::admitted;
use hoithi_testkit::{TestHouse, both};

use crate::entries::{SLUG, contest, id_of, letter, version};
use crate::judging::{codes_of, with_a_jury};
use crate::proof::doctor;
use crate::screening::received;

const TO: (&str, &str) = ("to", "y-duoc");
const WHY: (&str, &str) = ("why", "Giải pháp dùng trong bệnh viện.");

async fn counts_in(house: &TestHouse, at: &str) -> String {
    let card = entry(&mut house.house().read().await.unwrap(), id_of(at)).await.unwrap().unwrap();
    card.category.unwrap().to_string()
}

both! {
    async fn an_entry_counts_where_it_belongs_and_its_author_reads_why(house: TestHouse) {
        contest(&house).await;
        let (at, desk) = received(&house, "Máy lọc máu").await;
        let secretary = house.signed_in("thu.ky").await;
        let seen = version(&secretary, &desk).await;
        let moves = format!("{desk}/linh-vuc");
        let offered = secretary.get(&desk).await.attributes("#to option", "value");
        assert!(offered.contains(&"y-duoc".to_owned()) && !offered.contains(&"cong-nghiep-xay-dung".to_owned()));
        let nothing = secretary.send(&moves, &[("version", &seen), ("to", ""), ("why", " ")]).await;
        assert_eq!(nothing.attributes(".govuk-error-summary a", "href"), ["#to", "#why"], "{}", nothing.text());
        let same = secretary.send(&moves, &[("version", &seen), ("to", "cong-nghiep-xay-dung"), WHY]).await;
        assert!(same.says("Hồ sơ đang ở lĩnh vực này."), "{}", same.text());
        assert_eq!(secretary.send(&moves, &[("version", &seen), TO, WHY]).await.location(), desk);
        assert_eq!(counts_in(&house, &at).await, "y-duoc");
        let stale = secretary.send(&moves, &[("version", &seen), ("to", "cong-nghiep-xay-dung"), WHY]).await;
        assert!(stale.says("vừa được sửa ở một cửa sổ khác"), "{}", stale.text());
        let (subject, body) = letter(&house, "tac.gia@vidu.invalid").await;
        assert_eq!(subject, "Hồ sơ QN8-0001 được chuyển lĩnh vực");
        assert!(body.contains("Giải pháp dùng trong bệnh viện.") && body.contains("sang lĩnh vực “Y dược”"), "{body}");
        let kept = dossier(&mut house.house().read().await.unwrap(), id_of(&at)).await.unwrap().unwrap();
        let own = kept.entry.content.category.as_ref().unwrap();
        assert_eq!(own.as_str(), "cong-nghiep-xay-dung", "what was received stays what it was");
        assert_eq!(doctor(&house).await, []);
        let author = house.signed_in("tac.gia").await;
        assert!(author.get(&at).await.says("vẫn giữ nguyên trong hồ sơ"));
        let list = secretary.get(&format!("/ky/{SLUG}/ho-so?linh-vuc=y-duoc")).await;
        assert_eq!(list.select("#ho-so tbody .ht-title a"), ["Máy lọc máu"], "lists and figures go by where it counts");
        let receipt = author.get(&format!("{at}/bien-nhan")).await;
        assert!(!receipt.says("Y dược"), "the receipt says what was received: {}", receipt.text());
        let read = secretary.get(&desk).await;
        assert!(read.says("Giải pháp dùng trong bệnh viện."), "{}", read.text());
        let seen = version(&secretary, &desk).await;
        let back = [("version", seen.as_str()), ("to", "cong-nghiep-xay-dung"), ("why", "Chuyển nhầm.")];
        assert_eq!(secretary.send(&moves, &back).await.location(), desk);
        assert_eq!(counts_in(&house, &at).await, "cong-nghiep-xay-dung");
        let lines = lines_about(&mut house.house().read().await.unwrap(), &id_of(&at).to_string()).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.event == "entry.moved").count(), 2);
        assert!(lines.iter().all(|line| !line.facts.contains("bệnh viện")), "free words are no fact: {lines:?}");
        house.account("can.bo", "Vũ Văn Xem", &[Role::AgencyOfficer]).await;
        assert_eq!(house.signed_in("can.bo").await.send(&moves, &back).await.status(), 403);
    }

    /// Judges have their dossiers by category: what was moved is given out anew, and then nothing moves.
    async fn what_was_moved_is_assigned_anew_and_judging_ends_the_moves(house: TestHouse) {
        let contest = with_a_jury(&house).await;
        contest.given_out().await;
        let secretary = house.signed_in("thuky").await;
        let desk = format!("/ky/{SLUG}/kiem-tra/{}", contest.entries[0]);
        let moves = format!("{desk}/linh-vuc");
        let seen = secretary.get(&desk).await.attribute("main input[name=version]", "value").unwrap();
        let to = [("version", seen.as_str()), ("to", "cong-nghiep-xay-dung"), WHY];
        assert_eq!(secretary.send(&moves, &to).await.location(), desk);
        let start = StartRound { round: contest.round().await, though_intake_unfinished: false };
        let early = house.perform(contest.chair, move |act| Box::pin(start_round(act, start))).await;
        assert_eq!(codes_of(early), ["judging.category_moved"]);
        contest.give_out().await.unwrap();
        contest.start().await;
        let there = admitted(&mut house.house().read().await.unwrap(), contest.edition).await.unwrap();
        assert_eq!(there.iter().filter(|each| each.category.as_str() == "cong-nghiep-xay-dung").count(), 1);
        let late = secretary.get(&desk).await;
        assert!(late.select("#to").is_empty(), "nothing is offered any more");
        let refused = secretary.send(&moves, &[("version", &seen), ("to", "y-duoc"), WHY]).await;
        assert!(refused.says("Đã bắt đầu chấm"), "{}", refused.text());
    }
}
