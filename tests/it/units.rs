//! The register of units: codes with dates, read from a file as a whole or not at all.

use std::collections::BTreeSet;

use hoithi_rules::people::Role;
use hoithi_testkit::{Browser, TestHouse, both};
use hoithi_units::{Extent, QUANG_NINH, UnitLevel, borders_on, predecessors, successors, unit_by_code, units_of_level};
use jiff::civil::date;
use serde_json::{Value, json};

async fn officer(house: &TestHouse) -> Browser {
    house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
    house.signed_in("chuyen.vien").await
}

async fn import(browser: &Browser, text: &str) -> hoithi_testkit::Answer {
    browser.send_files("/don-vi-hanh-chinh/nhap", &[], &[("file", "don-vi.csv", text.as_bytes())]).await
}

/// A town in the shape of a square, with a point too many on its southern edge; an invented one.
pub(crate) const SQUARE: &str = "[[106.5,21.0],[106.55,21.0],[106.6,21.0],[106.6,21.1],[106.5,21.1],[106.5,21.0]]";

pub(crate) fn feature(code: &str, kind: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{"code":{code}}},"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#
    )
}

pub(crate) fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

pub(crate) async fn load_borders(browser: &Browser, from: &str, file: &str) -> hoithi_testkit::Answer {
    let fields = [("from", from), ("source", "Bản đồ minh họa")];
    browser.send_files(BORDERS, &fields, &[("file", "ranh-gioi.geojson", file.as_bytes())]).await
}

const BORDERS: &str = "/don-vi-hanh-chinh/ranh-gioi";

const HEAD: &str = "code,name,kind,level,valid_from,valid_to,parent,successors,source,note\n";

both! {
    async fn the_list_of_quang_ninh_is_read_whole_and_a_second_time_changes_nothing(house: TestHouse) {
        let officer = officer(&house).await;
        let first = import(&officer, QUANG_NINH).await;
        assert!(first.says("Thêm 240, sửa 0, giữ nguyên 0 đơn vị."), "{}", first.text());
        let again = import(&officer, QUANG_NINH).await;
        assert!(again.says("Thêm 0, sửa 0, giữ nguyên 240 đơn vị."), "{}", again.text());
        let renamed = QUANG_NINH.replace("Huyện Tiên Yên", "Huyện Tiên Yên (cũ)");
        assert!(import(&officer, &renamed).await.says("Thêm 0, sửa 1, giữ nguyên 239 đơn vị."));
        let mut db = house.house().read().await.unwrap();
        let letter_day = date(2020, 8, 19);
        assert_eq!(units_of_level(&mut db, UnitLevel::District, letter_day).await.unwrap().len(), 13);
        assert_eq!(units_of_level(&mut db, UnitLevel::Commune, date(2025, 6, 30)).await.unwrap().len(), 171);
        assert_eq!(units_of_level(&mut db, UnitLevel::Commune, date(2025, 7, 1)).await.unwrap().len(), 54);
        assert_eq!(units_of_level(&mut db, UnitLevel::District, date(2025, 7, 1)).await.unwrap(), []);
    }

    async fn the_thirteen_districts_are_succeeded_by_the_fifty_four_communes(house: TestHouse) {
        import(&officer(&house).await, QUANG_NINH).await;
        let mut db = house.house().read().await.unwrap();
        let mut after = std::collections::BTreeSet::new();
        for district in units_of_level(&mut db, UnitLevel::District, date(2025, 6, 30)).await.unwrap() {
            after.extend(successors(&mut db, district.id).await.unwrap().into_iter().map(|link| link.unit.id));
        }
        assert_eq!(after.len(), 54);
        let split = unit_by_code(&mut db, "06886", date(2025, 6, 30)).await.unwrap().unwrap();
        let parts = successors(&mut db, split.id).await.unwrap();
        let parts: Vec<_> = parts.iter().map(|link| (link.unit.name.as_str(), link.extent)).collect();
        assert_eq!(parts, [("Xã Ba Chẽ", Extent::Part), ("Xã Hải Hòa", Extent::Part), ("Xã Hải Lạng", Extent::Main)]);
        let town = unit_by_code(&mut db, "205", date(2024, 10, 31)).await.unwrap().unwrap();
        let city = unit_by_code(&mut db, "205", date(2024, 11, 1)).await.unwrap().unwrap();
        assert_eq!((town.name.as_str(), city.name.as_str()), ("Thị xã Đông Triều", "Thành phố Đông Triều"));
        assert_eq!(predecessors(&mut db, city.id).await.unwrap()[0].unit, town);
    }

    async fn a_code_is_another_unit_on_another_day_and_the_page_says_so(house: TestHouse) {
        let officer = officer(&house).await;
        import(&officer, QUANG_NINH).await;
        for (day, name) in [("30/6/2025", "Phường Hà Phong"), ("1/7/2025", "Phường Hà Tu")] {
            let list = officer.get(&format!("/don-vi-hanh-chinh?ngay={day}&cap=commune&tim=06652")).await;
            assert_eq!(list.select("tbody a"), [name], "{day}");
        }
        let list = officer.get("/don-vi-hanh-chinh?ngay=1/7/2025&tim=ha+tu").await;
        let new = officer.get(&list.attribute("tbody a", "href").unwrap()).await;
        assert!(new.says("Mã này ở thời gian khác là của đơn vị khác"));
        assert_eq!(new.select(".ht-notice li"), ["Phường Hà Phong , đến hết 30/6/2025"]);
        assert_eq!(new.select("tbody a"), ["Phường Hà Phong", "Phường Hà Tu", "Thành phố Hạ Long"]);
    }

    async fn a_long_list_stands_on_several_pages_and_keeps_what_was_asked(house: TestHouse) {
        let officer = officer(&house).await;
        import(&officer, QUANG_NINH).await;
        let first = officer.get("/don-vi-hanh-chinh?ngay=1/7/2025&cap=commune").await;
        assert_eq!((first.select("#don-vi tbody tr").len(), first.attribute(".ht-pager__previous", "href")), (50, None));
        let behind = first.attribute(".ht-pager__next", "href").unwrap();
        let second = officer.get(&behind).await;
        assert_eq!(second.select("#don-vi tbody tr").len(), 4, "54 communes: {behind}");
        assert_eq!(second.select(".ht-pager__place"), ["51–54 trên 54 đơn vị"]);
        assert_eq!(second.attribute("#ngay", "value").as_deref(), Some("1/7/2025"), "the day is still asked");
        let beyond = officer.get("/don-vi-hanh-chinh?ngay=1/7/2025&cap=commune&trang=9").await;
        assert_eq!(beyond.select(".ht-pager__place"), second.select(".ht-pager__place"), "the last page at most");
    }

    async fn every_bad_line_is_named_and_nothing_is_taken_in(house: TestHouse) {
        let officer = officer(&house).await;
        let bad = [
            "22,Tỉnh Minh Họa,tỉnh,province,,,,,sách,",
            "2 2,,tỉnh,tinh,ngày mai,2020-01-01,,,sách,",
            "301,Huyện Một,huyện,district,2020-01-01,2019-01-01,22,,sách,",
            "302,Huyện Hai,huyện,district,,,22,09001,sách,",
            "303,Huyện Ba,huyện,district,,2025-06-30,99,09001 09002(part) 9?,sách,",
            "304,Huyện Bốn,huyện,district",
        ];
        let answer = import(&officer, &format!("{HEAD}{}\n", bad.join("\n"))).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(
            answer.select(".govuk-error-summary li"),
            [
                "Dòng 3: “2 2” không phải mã; mã gồm chữ không dấu, chữ số, dấu chấm, gạch nối, nhiều nhất 20 ký tự.",
                "Dòng 3: ô name đang trống.",
                "Dòng 3: cấp “tinh” không có; ghi province, district hoặc commune.",
                "Dòng 3: ô valid_from ghi “ngày mai” không phải ngày; ghi dạng 2025-07-01.",
                "Dòng 4: ngày cuối 1/1/2019 trước ngày đầu 1/1/2020.",
                "Dòng 5: có đơn vị kế tiếp thì phải có ngày cuối.",
                "Dòng 6: “9?” không phải cách ghi đơn vị kế tiếp; ghi 06661, 06661(main) hoặc 06661(part).",
                "Dòng 6: có nhiều đơn vị kế tiếp nên 09001 cần ghi (main) hoặc (part).",
                "Dòng 7: có 4 ô, cần 10 ô như dòng đầu.",
            ]
        );
        assert!(officer.get("/don-vi-hanh-chinh").await.says("Không có đơn vị nào khớp"));
    }

    async fn overlapping_days_of_one_code_are_refused_with_their_lines(house: TestHouse) {
        let officer = officer(&house).await;
        let first = format!("{HEAD}22,Tỉnh Minh Họa,tỉnh,province,,,,,sách,\n301,Huyện Một,huyện,district,,2024-12-31,22,,sách,\n");
        assert!(import(&officer, &first).await.says("Thêm 2"));
        let lines = [
            "301,Huyện Một Mới,huyện,district,2024-12-31,,22,,sách,",
            "302,Huyện Hai,huyện,district,,2020-12-31,22,,sách,",
            "302,Huyện Hai Mới,huyện,district,2020-06-30,,22,,sách,",
            "303,Huyện Ba,huyện,district,2020-01-01,,301,,sách,",
            "304,Huyện Bốn,huyện,district,,2024-12-31,22,399,sách,",
        ];
        let answer = import(&officer, &format!("{HEAD}{}\n", lines.join("\n"))).await;
        assert_eq!(
            answer.select(".govuk-error-summary li"),
            [
                "Dòng 2: mã 301 trùng thời gian với Huyện Một. Mỗi ngày một mã chỉ thuộc một đơn vị.",
                "Dòng 3: mã 302 trùng thời gian với Huyện Hai Mới. Mỗi ngày một mã chỉ thuộc một đơn vị.",
                "Dòng 4: mã 302 trùng thời gian với Huyện Hai. Mỗi ngày một mã chỉ thuộc một đơn vị.",
                "Dòng 5: đơn vị mã 301 không ở cấp trên.",
                "Dòng 6: không có đơn vị kế tiếp mang mã 399 vào ngày 1/1/2025.",
            ]
        );
        let next_day = lines[0].replace("2024-12-31", "2025-01-01");
        assert!(import(&officer, &format!("{HEAD}{next_day}\n")).await.says("Thêm 1"));
        assert_eq!(officer.get("/don-vi-hanh-chinh?ngay=2025-01-01&cap=district").await.select("tbody a"), ["Huyện Một Mới"]);
    }

    async fn the_unit_above_bears_the_name_of_the_day(house: TestHouse) {
        let officer = officer(&house).await;
        import(&officer, QUANG_NINH).await;
        let above = async |day: &str| {
            let page = officer.get(&format!("/don-vi-hanh-chinh?ngay={day}&cap=commune&tim=duc+chinh")).await;
            page.select("tbody td").get(3).cloned()
        };
        assert_eq!(above("2021-03-15").await.as_deref(), Some("Thị xã Đông Triều"));
        assert_eq!(above("2024-12-01").await.as_deref(), Some("Thành phố Đông Triều"));
    }

    async fn a_department_is_added_once_and_by_those_who_keep_the_register(house: TestHouse) {
        let officer = officer(&house).await;
        let fields = [
            ("name", "Sở Khoa học và Công nghệ"),
            ("kind", "sở"),
            ("level", "department"),
            ("parent", ""),
            ("valid_from", ""),
            ("source", "Danh sách cơ quan của tỉnh"),
        ];
        let added = officer.send("/don-vi-hanh-chinh/them", &fields).await;
        assert_eq!(added.status(), 303);
        assert!(officer.get(added.location()).await.says("Sở, ban, ngành"));
        let again = officer.send("/don-vi-hanh-chinh/them", &fields).await;
        assert_eq!(again.select(".govuk-error-summary a"), ["Đã có đơn vị mang tên này."]);
        assert_eq!(again.attribute("#name", "value").as_deref(), Some("Sở Khoa học và Công nghệ"));
        let empty = officer.send("/don-vi-hanh-chinh/them", &[("level", "commune")]).await;
        assert_eq!(empty.attributes(".govuk-error-summary a", "href"), ["#name", "#kind", "#source"]);
        house.account("giam.sat", "Vũ Văn Xem", &[Role::Auditor]).await;
        let auditor = house.signed_in("giam.sat").await;
        assert_eq!(auditor.send("/don-vi-hanh-chinh/them", &fields).await.status(), 403);
        assert!(auditor.get("/don-vi-hanh-chinh").await.says("Sở Khoa học và Công nghệ"));
    }

    async fn programs_ask_for_a_day_and_a_level(house: TestHouse) {
        let officer = officer(&house).await;
        import(&officer, QUANG_NINH).await;
        let units: Vec<Value> = officer.get("/api/v1/units?day=2020-08-19&level=district").await.json();
        assert_eq!(units.len(), 13);
        assert_eq!((&units[0]["name"], &units[0]["code"]), (&json!("Huyện Ba Chẽ"), &json!("202")));
        let one: Value = officer.get(&format!("/api/v1/units/{}", units[0]["id"].as_str().unwrap())).await.json();
        assert_eq!(one["successors"].as_array().unwrap().len(), 3);
        let refused = officer.get("/api/v1/units?ngay=2020-08-19").await;
        assert_eq!((refused.status(), refused.header("content-type")), (422, "application/problem+json"));
        assert_eq!(refused.json::<Value>()["refusals"][0]["code"], "web.unknown_parameter");
        let new = json!({"name": "Trường Đại học Minh Họa", "kind": "trường đại học", "level": "commune", "source": "x"});
        let no = officer.json("POST".parse().unwrap(), "/api/v1/units", &new).await;
        assert_eq!(no.json::<Value>()["refusals"][0]["code"], "units.level_needs_code");
    }

    async fn borders_are_loaded_from_a_day_on_and_taken_away_again(house: TestHouse) {
        let officer = officer(&house).await;
        import(&officer, QUANG_NINH).await;
        assert!(officer.get(BORDERS).await.says("Ranh giới đã nhập sẽ hiện ở đây."));
        let hole = "[[106.52,21.02],[106.52,21.04],[106.54,21.04],[106.54,21.02],[106.52,21.02]]";
        let town = feature("\"205\"", "Polygon", &format!("[{SQUARE},{hole}]"));
        let island = feature("\"207\"", "MultiPolygon", &format!("[[{}]]", SQUARE.replace("106.", "107.")));
        let file = collection(&[town.clone(), island]);
        let none = load_borders(&officer, "mai", "").await;
        assert_eq!(none.attributes(".govuk-error-summary a", "href"), ["#file", "#from"]);
        assert_eq!(load_borders(&officer, "1/1/2020", &file).await.status(), 303);
        assert_eq!(load_borders(&officer, "1/7/2021", &collection(&[town])).await.status(), 303);
        assert_eq!(load_borders(&officer, "1/1/2020", &file).await.status(), 303, "the same again changes nothing");
        let sets = officer.get(BORDERS).await.select("#ranh-gioi tbody tr");
        assert_eq!(sets.len(), 2, "{sets:?}");
        assert!(sets[0].contains("1/7/2021") && sets[1].contains("1/1/2020") && sets[1].contains("Bản đồ minh họa"), "{sets:?}");
        let mut db = house.house().read().await.unwrap();
        assert_eq!(borders_on(&mut db, date(2019, 12, 31)).await.unwrap().len(), 0);
        assert_eq!(borders_on(&mut db, date(2020, 1, 1)).await.unwrap().len(), 2);
        drop(db);
        let of_day: Vec<Value> = officer.get("/api/v1/borders?day=2020-01-01").await.json();
        assert_eq!(of_day.len(), 2);
        let rings = of_day.iter().map(|border| border["rings"].as_array().unwrap().len()).collect::<BTreeSet<_>>();
        assert_eq!(rings, BTreeSet::from([1, 2]), "a hole is a ring of its own");
        assert_eq!(of_day[0]["rings"][0][0].as_array().unwrap().len(), 2);
        let none: Vec<Value> = officer.get("/api/v1/borders?day=2019-12-31").await.json();
        assert!(none.is_empty(), "{none:?}");
        assert_eq!(officer.get("/api/v1/borders?day=mai").await.status(), 422);
        let gone = format!("{BORDERS}/bo");
        assert_eq!(officer.send(&gone, &[("from", "2020-01-01")]).await.status(), 303);
        assert_eq!(officer.send(&gone, &[("from", "2020-01-01")]).await.status(), 404);
        assert_eq!(officer.get(BORDERS).await.select("#ranh-gioi tbody tr").len(), 1);
        house.account("giam.sat", "Vũ Văn Xem", &[Role::Auditor]).await;
        let auditor = house.signed_in("giam.sat").await;
        assert_eq!(auditor.get(BORDERS).await.status(), 403);
        assert_eq!(load_borders(&auditor, "1/1/2020", &file).await.status(), 403);
    }

    async fn a_file_of_borders_that_is_none_is_refused_by_name(house: TestHouse) {
        let officer = officer(&house).await;
        import(&officer, QUANG_NINH).await;
        let square = format!("[{SQUARE}]");
        let town = feature("\"205\"", "Polygon", &square);
        let metres = feature("\"205\"", "Polygon", "[[[455000,2325000],[456000,2325000],[456000,2326000]]]");
        let endless = format!("[[{}]]", vec!["[1,1]"; 300_000].join(","));
        let old = collection(std::slice::from_ref(&town)).replace("\"features\"", "\"crs\":{\"properties\":{\"name\":\"EPSG:3405\"}},\"features\"");
        let wrong = [
            ("{".to_owned(), "Tệp không phải FeatureCollection"),
            ("[".repeat(5_000), "Tệp không phải FeatureCollection"),
            (collection(&[]), "Tệp không phải FeatureCollection"),
            (old, "Tệp dùng hệ tọa độ khác"),
            (collection(&[feature("205", "Polygon", &square)]), "Feature thứ 1: properties.code"),
            (collection(&[feature("\"<b>\"", "Polygon", &square)]), "Feature thứ 1: properties.code"),
            (collection(&[feature("\"205\"", "Point", "[106.5,21.0]")]), "Feature thứ 1: không phải Polygon"),
            (collection(&[metres]), "Feature thứ 1: không phải Polygon"),
            (collection(&[feature("\"205\"", "Polygon", "[[[1e300,1],[-214748.3648,1],[1,1]]]")]), "Feature thứ 1: không phải Polygon"),
            (collection(&[town.clone(), town]), "Feature thứ 2: mã 205 đã có ở trước."),
            (collection(&[feature("\"09001\"", "Polygon", &square)]), "Không có đơn vị mang mã 09001 vào ngày 1/1/2020."),
            (collection(&[feature("\"205\"", "Polygon", &endless)]), "Vui lòng đơn giản hóa đường ranh giới"),
            (" ".repeat((4 << 20) + 1), "Tệp lớn hơn 4 MB."),
        ];
        for (file, says) in wrong {
            let answer = load_borders(&officer, "1/1/2020", &file).await;
            assert!(answer.status() == 200 && answer.says(says), "{says}: {:?}", answer.select(".govuk-error-summary li"));
        }
        assert!(officer.get(BORDERS).await.says("Ranh giới đã nhập sẽ hiện ở đây."), "nothing was taken in");
    }
}
