//! Who sits on a jury: nobody over what they wrote down, by a decision that was taken, and until the
//! result is known.

use hoithi_judging::own_list;
use hoithi_people::{account_by_login, end_grant, give_role, grant_lines};
use hoithi_rules::people::{Grant, Role, Scope};
use hoithi_testkit::both;
use jiff::civil::date;

use super::contest::{Contest, TITLES, book, codes_of, contest, contest_by, send};
use super::going_on::opened;

const JURY: &str = "/ky/quang-ninh-viii/hoi-dong";

both! {
    /// The secretary who took the dossiers in on paper knows whose they are, and still does when
    /// somebody else has the office.
    async fn whoever_wrote_it_down_gets_no_sheet_of_it(house: TestHouse) {
        let mut contest = contest(&house).await;
        let writer = contest.secretary;
        the_secretary_becomes_a_judge(&mut contest).await;
        let judges = contest.judges.clone();
        contest.jury_of(&[writer, judges[0]], 0).await.unwrap();
        assert_eq!(codes_of(contest.give_out().await), ["judging.judges_lacking"]);
        contest.jury_of(&[writer, judges[0], judges[1]], 1).await.unwrap();
        assert_eq!(contest.give_out().await.unwrap(), 6);
        contest.start().await;
        let sheets = own_list(&mut house.house().read().await.unwrap(), writer).await.unwrap();
        assert!(sheets.is_empty(), "who wrote them down marks none of them");
        for title in TITLES {
            assert_eq!(contest.holders_of(title).await.len(), 2, "{title}");
        }
    }

    /// What nobody has signed yet sets up nothing.
    async fn no_jury_is_set_up_by_a_decision_of_tomorrow(house: TestHouse) {
        let contest = contest(&house).await;
        let head = house.signed_in("lanh.dao").await;
        let mut fields = vec![
            ("version", "0".to_owned()),
            ("decision", "18/QĐ-BTC".to_owned()),
            ("decided_on", "20/7/2021".to_owned()),
            ("panel-0-name", "Hội đồng giám khảo".to_owned()),
        ];
        let nobody = send(&head, JURY, &fields).await;
        assert_eq!(nobody.attributes(".govuk-error-summary a", "href"), ["#decided_on", "#panel-0-judges"]);
        fields.extend(contest.judges.iter().map(|judge| ("panel-0-judges", judge.to_string())));
        let early = send(&head, JURY, &fields).await;
        assert_eq!(early.attributes(".govuk-error-summary a", "href"), ["#decided_on"], "{}", early.text());
        assert!(early.says("Ngày quyết định chưa đến."), "{}", early.text());
        house.set_clock("2021-07-20T08:00:00+07:00");
        let head = house.signed_in("lanh.dao").await;
        assert_eq!(send(&head, JURY, &fields).await.location(), JURY);
    }

    /// Who judged is part of the result.
    async fn the_jury_stands_once_the_last_round_is_opened(house: TestHouse) {
        let contest = contest(&house).await;
        judged(&contest).await;
        assert_eq!(codes_of(contest.jury_of(&contest.judges[1..], 1).await), ["judging.jury_has_judged"]);
        let page = house.signed_in("lanh.dao").await.get(JURY).await;
        assert!(page.says("Khúc Văn Giám Tư"), "{}", page.text());
        assert!(page.select("main button").is_empty(), "nobody is invited to what cannot be done");
    }

    /// Somebody else may sit in the final.
    async fn the_jury_changes_between_two_rounds(house: TestHouse) {
        let last = "[[marking.rounds]]\ncode = \"chung-khao\"\nname = \"Vòng chung khảo\"\n\n# Cơ cấu giải";
        let contest = contest_by(&house, book().replacen("# Cơ cấu giải", last, 1)).await;
        judged(&contest).await;
        contest.jury_of(&contest.judges[1..], 1).await.unwrap();
    }
}

/// The office goes to somebody else, and whoever had it until yesterday sits on the jury.
async fn the_secretary_becomes_a_judge(contest: &mut Contest<'_>) {
    let (house, writer, here) = (contest.house, contest.secretary, Scope::Edition(contest.edition));
    let mut db = house.house().read().await.unwrap();
    let keeper = account_by_login(&mut db, "quantri").await.unwrap().unwrap().id;
    let (office, _) = grant_lines(&mut db, writer).await.unwrap().remove(0);
    drop(db);
    house.perform(keeper, move |act| Box::pin(end_grant(act, office))).await.unwrap();
    let grant = Grant { role: Role::Judge, scope: here, from: date(2021, 7, 19), to: None, deputy: false };
    house.perform(keeper, move |act| Box::pin(give_role(act, writer, grant))).await.unwrap();
    contest.secretary = house.account_for("thuky.moi", "Lục Thị Kế", &[(Role::ContestSecretary, here)]).await;
}

/// The round that the jury is at, marked, sealed and opened by two.
async fn judged(contest: &Contest<'_>) {
    contest.marking().await;
    contest.all_locked().await;
    contest.seal().await.unwrap();
    opened(contest).await;
}
