//! Every door, tried by every role that has no key to it.

use std::collections::BTreeMap;

use axum::http::Method;
use hoithi::rooms;
use hoithi_rules::people::{Permission, Reach, Role, Scope, incompatible};
use hoithi_testkit::{Answer, Browser, TestHouse, both};
use hoithi_web::{Access, RouteRow};

/// A door with something in every place of its path; nothing by these names exists.
fn door(path: &str) -> String {
    let place = |part: &str| match part {
        "{slug}" => "khong-co".to_owned(),
        "{number}" | "{version}" => "1".to_owned(),
        "{print}" => "ABCDE-FGHJK".to_owned(),
        "{thing}" => "ABCD-EFGH".to_owned(),
        part if part.starts_with('{') => "01900000-0000-7000-8000-000000000000".to_owned(),
        part => part.to_owned(),
    };
    path.split('/').map(place).collect::<Vec<_>>().join("/")
}

async fn knock(browser: &Browser, method: &str, path: &str) -> Answer {
    match method {
        "GET" => browser.get(path).await,
        "POST" if !path.starts_with("/api/") => browser.send(path, &[]).await,
        method => browser.json(method.parse().unwrap(), path, &serde_json::json!({})).await,
    }
}

both! {
    async fn no_role_gets_through_a_door_it_has_no_key_to(house: TestHouse) {
        let mut open = Vec::new();
        for role in Role::ALL.iter().copied().filter(|role| *role != Role::Public) {
            house.account(role.code(), "Người Thử Cửa", &[role]).await;
            let browser = house.signed_in(role.code()).await;
            for row in rooms::route_rows() {
                let Access::Permission(code) = row.access else { continue };
                let permission = Permission::from_code(code).unwrap();
                if role.may(permission) || role.may_record_from_paper(permission) {
                    continue;
                }
                let status = knock(&browser, row.method, &door(row.path)).await.status();
                if status != 403 {
                    open.push(format!("{role}: {} {} answered {status}", row.method, row.path));
                }
            }
        }
        assert_eq!(open, Vec::<String>::new());
    }

    async fn a_stranger_gets_through_public_doors_only(house: TestHouse) {
        let stranger = house.browser();
        let mut open = Vec::new();
        for row in rooms::route_rows().into_iter().filter(|row| row.access != Access::Public) {
            let path = door(row.path);
            let status = knock(&stranger, row.method, &path).await.status();
            let turned_away = if row.method == "GET" && !path.starts_with("/api/") { 303 } else { 401 };
            if status != turned_away {
                open.push(format!("{} {} answered {status}", row.method, row.path));
            }
        }
        assert_eq!(open, Vec::<String>::new());
    }

    /// Whoever may take every route sends nonsense to each of them: in the places of the path, as
    /// body, by another method. The house answers in its own words, never in its framework's.
    async fn a_public_door_never_breaks_on_nonsense(house: TestHouse) {
        let everybody = every_role(&house).await;
        let mut wrong = Vec::new();
        let mut look = |what: String, answer: &Answer, api: bool| {
            let wanted = if api { "application/problem+json" } else { "text/html; charset=utf-8" };
            let told = answer.header("content-type") == wanted;
            let framework = FRAMEWORK.iter().any(|words| answer.text().contains(words));
            if !told || framework || !(400..500).contains(&answer.status()) {
                let (status, kind) = (answer.status(), answer.header("content-type").to_owned());
                wrong.push(format!("{what} answered {status} {kind}"));
            }
        };
        for row in rooms::route_rows().into_iter().filter(|row| !ends_the_visit(row)) {
            let (method, api) = (row.method.parse::<Method>().unwrap(), row.path.starts_with("/api/"));
            for nonsense in ["abc", "%FF", "0"] {
                let path = with_places(row.path, nonsense);
                if path != row.path {
                    let answer = everybody.raw(method.clone(), &path, Some("application/json"), "{}").await;
                    look(format!("{method} {path}"), &answer, api);
                }
            }
            let path = with_places(row.path, NOTHING);
            if row.method != "GET" {
                for (kind, body) in [(Some("application/json"), "{"), (Some("text/plain"), "x"), (None, "")] {
                    let answer = everybody.raw(method.clone(), &path, kind, body).await;
                    let bare = answer.status() == 204 || (answer.status() == 404 && !api);
                    if !bare {
                        look(format!("{method} {path} with {kind:?}"), &answer, api);
                    }
                }
            }
            let answer = everybody.raw(Method::TRACE, &path, None, "").await;
            look(format!("TRACE {path}"), &answer, api);
            assert_eq!((answer.status(), answer.header("allow").contains(row.method)), (405, true), "{path}");
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    /// Things that are there, asked for by people of every seat who have nothing to do with them.
    async fn what_is_somebody_else_s_opens_for_whom_the_table_says(house: TestHouse) {
        let sent = crate::campaign::sent(&house).await;
        let ids = ids_in(&house, "sendings", &[("{sending}", "id"), ("{origin}", "id"), ("{document}", "document_id"), ("{unit}", "unit_id")]).await;
        // Whichever sending came first: the people are of a unit that it did not go to.
        let theirs = |unit: &String| ids.iter().any(|(_, id)| id == unit);
        let other = sent.units.values().map(ToString::to_string).find(|unit| !theirs(unit)).unwrap();
        insta::assert_snapshot!("foreign_letters", who_opens(&house, ids, &other).await);
    }

    async fn a_dossier_and_its_marks_open_for_whom_the_table_says(house: TestHouse) {
        let contest = crate::judging::with_a_jury(&house).await;
        contest.given_out().await;
        let mut ids = ids_in(&house, "assignments", &[("{handle}", "id"), ("{sheet}", "id"), ("{entry}", "entry_id")]).await;
        ids.extend([("{part}", "ban-mo-ta".to_owned()), ("{number}", "1".to_owned()), ("{round}", "so-khao".to_owned())]);
        insta::assert_snapshot!("foreign_dossiers", who_opens(&house, ids, NOTHING).await);
    }

    /// An unexpected filter is how searches leak: no route takes a parameter that it does not know.
    async fn no_address_takes_a_parameter_that_it_does_not_know(house: TestHouse) {
        let everybody = every_role(&house).await;
        let mut took = Vec::new();
        for row in rooms::route_rows() {
            let path = format!("{}?khong_co=1", door(row.path));
            let status = knock(&everybody, row.method, &path).await.status();
            if status != 422 {
                took.push(format!("{} {path} answered {status}", row.method));
            }
        }
        assert_eq!(took, Vec::<String>::new());
    }

    /// Links that others pass on carry parameters of their own: the page is one click away.
    async fn an_address_with_too_much_leads_to_the_page_without_it(house: TestHouse) {
        let page = house.browser().get("/xac-minh?fbclid=abc").await;
        assert_eq!((page.status(), page.attribute("main a", "href").as_deref()), (422, Some("/xac-minh")));
    }

    /// Nor a value that is none of the choices: a list would look as if it had been narrowed.
    async fn no_list_takes_a_choice_that_it_does_not_offer(house: TestHouse) {
        crate::correspondence::launched(&house).await;
        let everybody = every_role(&house).await;
        let ky = "/ky/quang-ninh-viii";
        let lists = [
            format!("{ky}/ho-so?tinh-trang=khac"),
            format!("{ky}/ho-so?linh-vuc=khac"),
            format!("{ky}/ho-so?xep=khac"),
            format!("{ky}/danh-sach?linh-vuc=khac"),
            format!("{ky}/giai-phap?linh-vuc=khac"),
            format!("{ky}/kiem-tra?tinh-trang=khac"),
            format!("{ky}/tien-do?level=khac"),
            format!("{ky}/tien-do?show=khac"),
            format!("{ky}/tien-do?letter=khac"),
            format!("{ky}/van-ban?loai=khac"),
            "/hop-thu-di?trang-thai=khac".to_owned(),
        ];
        for list in lists {
            assert_eq!(everybody.get(&list).await.status(), 422, "{list}");
            let (list, parameter) = list.rsplit_once('=').unwrap();
            assert_eq!((everybody.get(&format!("{list}=")).await.status(), parameter), (200, "khac"), "{list}");
        }
        for query in ["state=khac", "category=khac", "unit=khac", "page=khac"] {
            let refused = everybody.get(&format!("/api/v1/entries?edition=quang-ninh-viii&{query}")).await;
            let problem: serde_json::Value = refused.json();
            let field = query.split('=').next().unwrap();
            assert_eq!((refused.status(), problem["refusals"][0]["field"].as_str()), (422, Some(field)));
        }
    }
}

/// Sentences with which the framework would answer.
const FRAMEWORK: &[&str] = &[
    "Invalid URL",
    "UUID parsing",
    "Failed to",
    "Cannot parse",
    "Expected request",
    "length limit",
    "Missing request",
];

/// Whoever is to try every door does not leave by one of them.
fn ends_the_visit(row: &RouteRow) -> bool {
    row.path == "/dang-xuat" || (row.path, row.method) == ("/api/v1/sessions", "DELETE")
}

/// The id of nothing.
const NOTHING: &str = "01900000-0000-7000-8000-000000000000";

fn with_places(path: &str, place: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { place } else { part }).collect::<Vec<_>>().join("/")
}

/// Somebody who holds every role there is: the contest's secretary, who sits in the jury of another.
async fn every_role(house: &TestHouse) -> Browser {
    let elsewhere = Scope::Edition(NOTHING.parse().unwrap());
    let mut roles = Vec::new();
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::Public) {
        if incompatible(role, Role::ContestSecretary) {
            roles.push((role, elsewhere));
        } else {
            roles.extend(house.reach_of(role).await.into_iter().map(|scope| (role, scope)));
        }
    }
    house.account_for("moi.vai", "Người Nhiều Vai", &roles).await;
    house.signed_in("moi.vai").await
}

/// The ids of the first row of a table, each for its place in a path.
async fn ids_in(
    house: &TestHouse,
    table: &str,
    places: &[(&'static str, &'static str)],
) -> BTreeMap<&'static str, String> {
    let select = match table {
        "sendings" => "SELECT id, document_id, unit_id FROM sendings ORDER BY id LIMIT 1",
        _ => "SELECT id, entry_id FROM assignments ORDER BY id LIMIT 1",
    };
    let row = house.house().read().await.unwrap().one(select, vec![]).await.unwrap();
    places.iter().map(|(place, column)| (*place, row.text(column).unwrap())).collect()
}

/// Every page whose path those ids fill, with the seats for which it opens.
async fn who_opens(house: &TestHouse, mut ids: BTreeMap<&'static str, String>, other_unit: &str) -> String {
    ids.insert("{slug}", "quang-ninh-viii".to_owned());
    let mut db = house.house().read().await.unwrap();
    let edition = hoithi_edition::edition_by_slug(&mut db, "quang-ninh-viii").await.unwrap().unwrap().id;
    let whose = hoithi_people::account_by_login(&mut db, "quantri").await.unwrap().unwrap().id;
    drop(db);
    ids.insert("{account}", whose.to_string());
    let mut seats = Vec::new();
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::Public) {
        let scope = match role.reach() {
            Reach::House => Scope::Whole,
            Reach::Edition => Scope::Edition(edition),
            Reach::Unit => Scope::Unit(other_unit.parse().unwrap()),
        };
        let login = format!("nguoi.ngoai.{}", role.code());
        house.account_for(&login, "Người Ngoài Cuộc", &[(role, scope)]).await;
        seats.push((role.code(), house.signed_in(&login).await));
    }
    seats.push(("stranger", house.browser()));
    let mut lines = Vec::new();
    for row in rooms::route_rows().into_iter().filter(|row| row.method == "GET" && row.path.contains('{')) {
        let fill = |part: &str| if part.starts_with('{') { ids.get(part).cloned() } else { Some(part.to_owned()) };
        let Some(path) = row.path.split('/').map(fill).collect::<Option<Vec<_>>>() else { continue };
        let mut open = Vec::new();
        for (seat, browser) in &seats {
            if browser.get(&path.join("/")).await.status() == 200 {
                open.push(*seat);
            }
        }
        lines.push(format!("{:<60} {}", row.path, open.join(" ")).trim_end().to_owned());
    }
    lines.join("\n")
}
