//! A plan's assignments become tasks of the units that they name.

use hoithi_contacts::contacts_on;
use hoithi_documents::package::{Limits, Package};
use hoithi_journal::outbox_mails;
use hoithi_rules::ids::DocumentId;
use hoithi_rules::people::{Role, Scope};
use hoithi_testkit::{Browser, both};
use jiff::civil::date;

use super::letter::{TOWN, as_read, kept, sent};
use crate::correspondence::{REGISTER, letter_fields, letter_of_three_dashes, saved, sign};
use crate::units::{SQUARE, collection, feature, load_borders};

/// A draft of that kind, addressed as the letter is.
async fn drafted(officer: &Browser, kind: &str, symbol: &str) -> DocumentId {
    let mut fields = letter_fields("Nội dung./.", &[]);
    fields.retain(|(name, _)| !["kind", "symbol"].contains(name));
    fields.extend([("kind", kind), ("symbol", symbol)]);
    saved(&officer.send(&format!("{REGISTER}/moi"), &fields).await)
}

/// Where the buttons of a document's page lead.
async fn buttons(officer: &Browser, document: DocumentId) -> Vec<String> {
    officer.get(&format!("{REGISTER}/{document}")).await.attributes("main a.govuk-button", "href")
}

/// Where the desk leads.
async fn leads(officer: &Browser) -> Vec<String> {
    officer.get("/ban-lam-viec").await.attributes(".ht-todo__verb", "href")
}

both! {
    /// A plan's lines are written before it is signed; signed, it waits on the desk until it is given.
    async fn a_plan_and_a_notice_are_reached_from_the_register_and_the_desk(house: TestHouse) {
        let sent = sent(&house).await;
        let plan = drafted(&sent.officer, "plan", "KH-LHH").await;
        let way = buttons(&sent.officer, plan).await.into_iter().find(|href| href.contains("/ke-hoach/")).expect("a draft leads there");
        let first = [("title", "Bố trí kinh phí"), ("words", "Bố trí kinh phí tổ chức."), ("due", "30/9/2020"), ("groups", "district")];
        assert_eq!(sent.officer.send(&way, &first).await.status(), 303);
        assert!(!leads(&sent.officer).await.contains(&way), "nobody can give what is not signed");
        assert_eq!(sign(&sent.officer, plan, "86/KH-LHH", "19/8/2020", true).await.status(), 303);
        assert!(leads(&sent.officer).await.contains(&way), "{:?}", leads(&sent.officer).await);
        assert!(buttons(&sent.officer, plan).await.contains(&way));
        let second = [("title", "Tập huấn"), ("words", "Mở lớp tập huấn."), ("due", ""), ("names", "Huyện Cô Tô")];
        assert_eq!(sent.officer.send(&way, &second).await.status(), 303);
        let read = sent.officer.send(&format!("{way}/giao"), &[]).await;
        assert!(read.says("2 việc, thành 14 nhiệm vụ"), "{}", read.text());
        let kept = kept(&read);
        let fields: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("step", "give")]).collect();
        assert_eq!(sent.officer.send(&format!("{way}/giao"), &fields).await.status(), 303);
        assert!(!leads(&sent.officer).await.contains(&way), "what was given waits no longer");

        let notice = drafted(&sent.officer, "notice", "TB-LHH").await;
        assert_eq!(sign(&sent.officer, notice, "12/TB-LHH", "19/8/2020", true).await.status(), 303);
        let way = leads(&sent.officer).await.into_iter().find(|href| href.ends_with(&format!("/gui/{notice}"))).expect("the desk leads there");
        assert!(buttons(&sent.officer, notice).await.contains(&way));
        let town = sent.units[TOWN].to_string();
        let read = sent.officer.send(&way, &[("level", "district"), ("on", "19/8/2020"), ("units", town.as_str())]).await;
        let done = as_read(&sent.officer, notice, read).await;
        assert_eq!(done.status(), 303, "{:?}", done.select(".govuk-error-summary a"));
        let standing = sent.standing(&house, TOWN).await;
        assert!(standing.sendings.iter().any(|to| to.sending.document == notice), "a notice is confirmed as a letter is");
        let proposal = drafted(&sent.officer, "proposal", "TTr-LHH").await;
        assert_eq!(sign(&sent.officer, proposal, "3/TTr-LHH", "19/8/2020", true).await.status(), 303);
        assert!(!leads(&sent.officer).await.iter().any(|href| href.contains("/gui/")), "what is proposed goes upward");
    }

    /// What a few units are written later takes no place of the letter that asks everybody; what was recalled has none.
    async fn the_letter_that_asks_everybody_stays_on_the_desk(house: TestHouse) {
        let sent = sent(&house).await;
        let (town, mut last) = (sent.units[TOWN].to_string(), None);
        for number in ["12/TB-LHH", "13/TB-LHH", "14/TB-LHH"] {
            let notice = drafted(&sent.officer, "notice", "TB-LHH").await;
            assert_eq!(sign(&sent.officer, notice, number, "19/8/2020", true).await.status(), 303);
            let fields = [("level", "district"), ("on", "19/8/2020"), ("units", town.as_str())];
            let read = sent.officer.send(&format!("/ky/quang-ninh-viii/gui/{notice}"), &fields).await;
            assert_eq!(as_read(&sent.officer, notice, read).await.status(), 303);
            last = Some(notice);
        }
        let figures = async || sent.officer.get("/ban-lam-viec").await.select(".ht-figure");
        let of = |figures: &[String], number: &str| figures.iter().filter(|figure| figure.contains(number)).count();
        let shown = figures().await;
        assert_eq!((of(&shown, "213/LHH-KHCN"), of(&shown, "TB-LHH")), (2, 1), "{shown:?}");
        let recall = [("reason", "Gửi nhầm."), ("replaced_by", ""), ("step", "do")];
        let path = format!("/ky/quang-ninh-viii/noi-nhan/{}/thu-hoi", last.unwrap());
        assert_eq!(sent.officer.send(&path, &recall).await.status(), 303);
        let shown = figures().await;
        let counts = (of(&shown, "213/LHH-KHCN"), of(&shown, "14/TB-LHH"), of(&shown, "TB-LHH"));
        assert_eq!(counts, (2, 0, 1), "{shown:?}");
    }

    async fn who_does_what_by_when_is_given_to_each_unit(house: TestHouse) {
        let sent = sent(&house).await;
        let plan = letter_of_three_dashes(&sent.officer).await;
        let path = format!("/ky/quang-ninh-viii/ke-hoach/{plan}");
        let empty = sent.officer.send(&path, &[("title", ""), ("words", ""), ("due", "mai"), ("names", "Xã Không Có")]).await;
        let mut faults = empty.attributes(".govuk-error-summary a", "href");
        faults.sort();
        assert_eq!(faults, ["#due", "#names", "#title", "#words"]);
        assert!(empty.says("Không có đơn vị “Xã Không Có”"), "{}", empty.text());
        let all = [("title", "Bố trí kinh phí"), ("words", "Bố trí kinh phí tổ chức."), ("due", "30/9/2020"), ("groups", "district")];
        assert_eq!(sent.officer.send(&path, &all).await.status(), 303);
        let some = [("title", "Tập huấn"), ("words", "Mở lớp tập huấn viết thuyết minh."), ("due", "3 ngày làm việc từ ngày nhận"), ("names", "thị xã đông triều\nHuyện Cô Tô")];
        assert_eq!(sent.officer.send(&path, &some).await.status(), 303);
        let several = [("title", "Bỏ đi"), ("words", "Ghi nhầm."), ("due", ""), ("names", "thị xã")];
        let told = sent.officer.send(&path, &several).await;
        assert_eq!(told.attributes(".govuk-error-summary a", "href"), ["#names"]);
        assert!(told.says("Nhiều đơn vị có tên chứa “thị xã”") && told.says(TOWN), "{}", told.text());
        let wrong = [("title", "Bỏ đi"), ("words", "Ghi nhầm."), ("due", ""), ("names", "vân đồn")];
        assert_eq!(sent.officer.send(&path, &wrong).await.status(), 303);
        let page = sent.officer.get(&path).await;
        let line = page.attributes("input[name=drop]", "value").pop().unwrap();
        assert_eq!(sent.officer.send(&path, &[("drop", &line)]).await.status(), 303);
        let before = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap().len();
        let read = sent.officer.send(&format!("{path}/giao"), &[]).await;
        assert!(read.says("2 việc, thành 15 nhiệm vụ"), "{}", read.text());
        let kept = kept(&read);
        let fields: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("step", "give")]).collect();
        let given = sent.officer.send(&format!("{path}/giao"), &fields).await;
        assert_eq!(given.status(), 303, "{}", given.text());
        assert_eq!(outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap().len(), before + 1);
        let again = sent.officer.send(&format!("{path}/giao"), &fields).await;
        assert!(again.says("đã đổi từ khi đọc lại"), "nothing is given twice: {}", again.text());
        let tasks = async |unit: &str| {
            let standing = sent.standing(&house, unit).await;
            let own: Vec<_> = standing.tasks.into_iter().filter(|task| task.letter == plan).collect();
            own.into_iter().map(|task| (task.title, task.due)).collect::<Vec<_>>()
        };
        let due = Some(date(2020, 9, 30));
        assert_eq!(tasks("Huyện Ba Chẽ").await, [("Bố trí kinh phí".to_owned(), due)]);
        assert_eq!(tasks(TOWN).await, [("Bố trí kinh phí".to_owned(), due), ("Tập huấn".to_owned(), None)]);
        let board = sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do?letter={plan}")).await;
        assert_eq!(board.select("thead th.ht-board__col"), ["Xác nhận", "Bố trí kinh phí 30/9/2020", "Tập huấn", "Tin, bài"]);
        assert_eq!(board.select("tfoot td"), ["0/13", "0/13", "0/2", "0"]);
        let sending = sent.standing(&house, TOWN).await.sendings.iter().find(|to| to.sending.document == plan).unwrap().sending.id;
        assert_eq!(sent.contact.send(&format!("/don-vi/cong-viec/{sending}/xac-nhan"), &[]).await.status(), 303);
        assert_eq!(tasks(TOWN).await[1].1, Some(date(2020, 8, 24)), "one confirmation accepts all tasks and starts their days");
        assert_eq!(sent.contact.get(&path).await.status(), 403);
    }

    /// What the plan's own table says is taken over line by line; a line that was written down is written anew.
    async fn a_plan_is_read_from_its_table_and_a_line_is_changed(house: TestHouse) {
        let sent = sent(&house).await;
        let text = "Phân công như sau:\n| TT | Nội dung công việc | Đơn vị chủ trì | Thời hạn |\n| :-: | - | - | - |\n\
            | 1 | Tuyên truyền, phổ biến Thể lệ | UBND các huyện, thị xã, thành phố; các hội, đoàn thể | Trước ngày 30/9/2020 |\n\
            | 2 | Mở lớp tập huấn | UBND thị xã Đông Triều, Huyện Cô Tô | 3 ngày làm việc từ ngày nhận |";
        let mut fields = letter_fields(text, &[]);
        fields.retain(|(name, _)| !["kind", "symbol"].contains(name));
        fields.extend([("kind", "plan"), ("symbol", "KH-LHH")]);
        let plan = saved(&sent.officer.send(&format!("{REGISTER}/moi"), &fields).await);
        let path = format!("/ky/quang-ninh-viii/ke-hoach/{plan}");
        let page = sent.officer.get(&path).await;
        assert!(page.says("còn 2 việc chưa ghi"), "{}", page.text());
        let filled = sent.officer.get(&format!("{path}?row=0")).await;
        assert_eq!(filled.attribute("input[name=title]", "value").as_deref(), Some("Tuyên truyền"));
        assert_eq!(filled.attribute("input[name=due]", "value").as_deref(), Some("30/9/2020"));
        let mut groups = filled.attributes("input[name=groups][checked]", "value");
        groups.sort();
        assert_eq!(groups, ["association", "district"], "what sending offers is offered here");
        let filled = sent.officer.get(&format!("{path}?row=1")).await;
        assert_eq!(filled.select("textarea[name=names]"), ["Thị xã Đông Triều Huyện Cô Tô"]);
        assert_eq!(filled.attribute("input[name=due]", "value").as_deref(), Some("3 ngày làm việc từ ngày nhận"));
        let taken = [("title", "Tập huấn"), ("words", "Mở lớp tập huấn"), ("due", "3 ngày làm việc từ ngày nhận"), ("names", TOWN)];
        assert_eq!(sent.officer.send(&path, &taken).await.status(), 303);
        let page = sent.officer.get(&path).await;
        assert!(page.says("còn 1 việc chưa ghi"), "{}", page.text());
        let line = page.attributes("input[name=drop]", "value").pop().unwrap();
        let form = sent.officer.get(&format!("{path}?line={line}")).await;
        assert_eq!(form.attribute("input[name=title]", "value").as_deref(), Some("Tập huấn"));
        let bare = sent.officer.send(&path, &[("line", line.as_str()), ("title", ""), ("words", "Mở lớp."), ("names", TOWN)]).await;
        assert_eq!(bare.attribute("main input[name=line]", "value").as_deref(), Some(line.as_str()), "it is still that line");
        let anew = [("line", line.as_str()), ("title", "Tập huấn"), ("words", "Mở hai lớp."), ("due", "30/9/2020"), ("groups", "district")];
        assert_eq!(sent.officer.send(&path, &anew).await.status(), 303);
        let page = sent.officer.get(&path).await;
        assert!(page.says("Mở hai lớp.") && page.attributes("input[name=drop]", "value") == [line.clone()], "{}", page.text());
        assert_eq!(sent.officer.get(&format!("{path}?line=khong-co")).await.status(), 422);
        assert_eq!(sent.contact.send(&path, &anew).await.status(), 403);
    }

    /// Who is asked twice for a contact, by a kind and by name, is asked once; naming somebody answers it.
    async fn a_plan_asks_for_a_contact(house: TestHouse) {
        let sent = sent(&house).await;
        let plan = letter_of_three_dashes(&sent.officer).await;
        let path = format!("/ky/quang-ninh-viii/ke-hoach/{plan}");
        let kinds = sent.officer.get(&path).await.attributes("input[name=kind]", "value");
        assert_eq!(kinds, ["other", "name_contact"]);
        let all = [("kind", "name_contact"), ("title", ""), ("words", ""), ("due", "30/9/2020"), ("groups", "district")];
        assert_eq!(sent.officer.send(&path, &all).await.status(), 303);
        let again = [("kind", "name_contact"), ("words", "Cử một lãnh đạo và một chuyên viên."), ("due", ""), ("names", TOWN)];
        assert_eq!(sent.officer.send(&path, &again).await.status(), 303);
        let read = sent.officer.send(&format!("{path}/giao"), &[]).await;
        assert!(read.says("Cử cán bộ đầu mối"), "{}", read.text());
        let kept = kept(&read);
        let fields: Vec<_> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("step", "give")]).collect();
        let given = sent.officer.send(&format!("{path}/giao"), &fields).await;
        assert_eq!(given.status(), 303, "{}", given.text());
        let board = async || sent.officer.get(&format!("/ky/quang-ninh-viii/tien-do?letter={plan}")).await;
        assert_eq!(board().await.select("thead th.ht-board__col"), ["Xác nhận", "Đầu mối 30/9/2020", "Tin, bài"]);
        assert_eq!(board().await.select("tfoot td"), ["0/13", "0/13", "0"]);
        let standing = sent.standing(&house, TOWN).await;
        let sending = standing.sendings.iter().find(|to| to.sending.document == plan).unwrap().sending.id;
        let task = standing.tasks.iter().find(|task| task.letter == plan).unwrap().id;
        let desk = format!("/don-vi/cong-viec/{sending}");
        let page = sent.contact.get(&format!("{desk}/viec/{task}")).await;
        let form = page.attribute("main a[href$='/dau-moi']", "href").expect("the task leads to where somebody is named");
        let bare = sent.contact.send(&form, &[("name", "Lê Thị Biển")]).await;
        assert_eq!(bare.attributes(".govuk-error-summary a", "href"), ["#phone"]);
        let person = [("name", "Lê Thị Biển"), ("phone", "0203 000 0008")];
        assert_eq!(sent.contact.send(&form, &person).await.status(), 303);
        assert_eq!(board().await.select("tfoot td"), ["0/13", "1/13", "0"]);
        let known = contacts_on(&mut house.house().read().await.unwrap(), date(2020, 8, 19)).await.unwrap();
        assert_eq!(known[&sent.units[TOWN]][0].person.name.as_str(), "Lê Thị Biển");
        house.account_for("ba.che", "Tằng Văn Lý", &[(Role::UnitContact, Scope::Unit(sent.units["Huyện Ba Chẽ"]))]).await;
        let neighbour = house.signed_in("ba.che").await;
        assert_eq!(neighbour.get(&form).await.status(), 404, "a unit names its own");
    }

    async fn the_board_is_narrowed_drawn_and_taken_away_as_a_table(house: TestHouse) {
        let sent = sent(&house).await;
        sent.contact.send(&format!("{}/xac-nhan", sent.desk(&house).await), &[]).await;
        let board = "/ky/quang-ninh-viii/tien-do";
        assert_eq!(sent.officer.get(&format!("{board}?show=unconfirmed")).await.select("tbody th").len(), 12);
        assert_eq!(sent.officer.get(&format!("{board}?show=unconfirmed")).await.select("tfoot td")[0], "0/12");
        assert_eq!(sent.officer.get(&format!("{board}?trang=2")).await.status(), 422);
        let table = sent.officer.get(&format!("{board}/bang.csv")).await;
        assert!(table.header("content-type").starts_with("text/csv") && table.text().lines().count() == 14, "{}", table.text());
        let book = sent.officer.get(&format!("{board}/bang.xlsx?show=unconfirmed")).await;
        assert!(book.header("content-type").ends_with("spreadsheetml.sheet"), "{}", book.headers());
        let book = Package::open(book.bytes(), Limits::OFFICE).unwrap();
        let texts = book.text("xl/sharedStrings.xml").unwrap().unwrap();
        assert!(texts.contains("Huyện Ba Chẽ") && texts.contains("Chưa mở xem") && !texts.contains(TOWN), "{texts}");
        assert!(book.text("xl/worksheets/sheet1.xml").unwrap().unwrap().contains("paperSize=\"8\""));
        assert_eq!(sent.officer.get(&format!("{board}?trang=tat-ca")).await.select("tbody th").len(), 13);
        assert_eq!(sent.officer.get(&format!("{board}/ban-do?show=unconfirmed")).await.select(".ht-tiles a").len(), 12, "filtered");
        let picture = sent.officer.get(&format!("{board}/ban-do")).await;
        assert_eq!(picture.select(".ht-tiles a").len(), 13);
        let received = picture.select(".ht-tile--1");
        assert!(received.iter().any(|tile| tile.contains(TOWN) && tile.contains("◇") && tile.contains("Đã nhận")), "{received:?}");
        assert_eq!(picture.select("h1"), ["Sơ đồ ô về tiến độ"], "no map without borders");
        assert_eq!(picture.select("svg.ht-map").len(), 0, "nobody loaded any borders");
        assert!(!picture.text().contains("style="), "the policy of the pages lets no style in");
        assert_eq!(sent.contact.get(&format!("{board}/ban-do")).await.status(), 403);
    }

    /// What was confirmed is received, on the picture as on the board; begun is what somebody of the unit has. Of a
    /// recalled letter nothing is to do on either.
    async fn the_picture_and_the_board_say_the_same(house: TestHouse) {
        let sent = sent(&house).await;
        let (desk, board) = (sent.desk(&house).await, "/ky/quang-ninh-viii/tien-do");
        let tile = async || {
            let tiles = sent.officer.get(&format!("{board}/ban-do")).await.select(".ht-tiles a");
            tiles.into_iter().find(|tile| tile.starts_with(TOWN)).unwrap()
        };
        assert!(tile().await.ends_with("Chưa làm gì"), "{}", tile().await);
        assert_eq!(sent.contact.send(&format!("{desk}/xac-nhan"), &[]).await.status(), 303);
        let row = sent.row().await;
        assert!(row[2].starts_with("Đã nhận") && tile().await.ends_with("Đã nhận"), "{row:?}, {}", tile().await);
        let helper = [(Role::UnitOrganiser, Scope::Unit(sent.units[TOWN]))];
        let helper = house.account_for("giup.viec", "Bùi Văn Giúp", &helper).await.to_string();
        let task = sent.standing(&house, TOWN).await.tasks[2].id;
        assert_eq!(sent.contact.send(&format!("{desk}/viec/{task}/giao"), &[("person", &helper)]).await.status(), 303);
        let row = sent.row().await;
        assert!(row.iter().any(|cell| cell.starts_with("Đang thực hiện")), "{row:?}");
        assert!(tile().await.ends_with("Đã bắt đầu"), "{}", tile().await);

        let letter = sent.standing(&house, TOWN).await.sendings[0].sending.document;
        let recall = [("reason", "Gửi nhầm."), ("replaced_by", ""), ("step", "do")];
        let recalled = sent.officer.send(&format!("/ky/quang-ninh-viii/noi-nhan/{letter}/thu-hoi"), &recall).await;
        assert_eq!(recalled.status(), 303);
        assert!(tile().await.ends_with("Đã thôi giao"), "{}", tile().await);
        let page = sent.officer.get(board).await;
        assert!(!page.select("#bang tbody td").iter().any(|cell| cell.contains("Chưa mở xem")), "{}", page.text());
        for show in ["open", "late", "unconfirmed"] {
            let shown = sent.officer.get(&format!("{board}?show={show}")).await.select("#bang tbody th");
            assert_eq!(shown, Vec::<String>::new(), "{show}");
        }
        let other = sent.officer.get(&format!("{board}/{}", sent.units["Huyện Ba Chẽ"])).await;
        assert!(other.attributes("form[action*='/xac-nhan/']", "action").is_empty());
        let figures = sent.officer.get("/ban-lam-viec").await.select(".ht-figure");
        assert!(!figures.iter().any(|figure| figure.contains("213/LHH-KHCN")), "{figures:?}");
    }

    /// A unit with borders stands on the map in its shape and below it as a tile, one without as a tile alone.
    async fn units_with_borders_are_drawn_in_their_shape(house: TestHouse) {
        let sent = sent(&house).await;
        let file = collection(&[feature("\"205\"", "Polygon", &format!("[{SQUARE}]"))]);
        assert_eq!(load_borders(&sent.officer, "1/1/2020", &file).await.status(), 303);
        let picture = sent.officer.get("/ky/quang-ninh-viii/tien-do/ban-do").await;
        assert_eq!(picture.attribute("svg.ht-map", "viewBox").as_deref(), Some("0 0 744 800"), "narrower by its latitude");
        assert_eq!(picture.attributes("svg.ht-map path", "d"), ["M0 800 744 800 744 0 0 0Z"]);
        let said = picture.attributes("svg.ht-map a", "aria-label");
        assert!(said.len() == 1 && said[0].starts_with(&format!("{TOWN}: Chưa làm gì, 0/")), "{said:?}");
        let numbered = picture.select(".ht-tiles a").into_iter().filter(|tile| tile.contains("1. ")).collect::<Vec<_>>();
        assert!(numbered.len() == 1 && numbered[0].contains(TOWN), "the shape's number leads to its name: {numbered:?}");
        assert_eq!(picture.select("svg.ht-map text"), ["1 ○"]);
        assert_eq!(picture.select("svg.ht-map + p").len(), 1, "the list follows the map");
        let caption = picture.select("#map-says").remove(0);
        assert!(caption.contains("Tình hình đến") && caption.contains("12 đơn vị chưa có ranh giới"), "{caption}");
        let colours = picture.select("#map-says + ul li");
        assert!(colours.len() == 6 && colours[5].contains("▲ Có việc quá hạn"), "{colours:?}");
        assert_eq!(picture.select("h1"), ["Bản đồ tiến độ"]);
        assert_eq!(picture.select(".ht-tiles a").len(), 13);
        assert!(!picture.text().contains("style="), "the policy of the pages lets no style in");
    }
}
