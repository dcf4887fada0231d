//! Long jobs: how far they are, whose file it is, and what becomes of those that end otherwise.

use hoithi_journal::Fault;
use hoithi_rules::ids::AccountId;
use hoithi_rules::people::Role;
use hoithi_testkit::{TestHouse, both};
use hoithi_web::{Finished, Job, NewJob};
use tokio::sync::oneshot::{Sender, channel};
use uuid::Uuid;

const PAGE: &str = "/viec-dang-chay/00000000-0000-0000-0000-000000000001";
const FILE: &str = "/viec-dang-chay/00000000-0000-0000-0000-000000000001/tep";
const STOP: &str = "/viec-dang-chay/00000000-0000-0000-0000-000000000001/dung";

/// How the story lets its job end.
type End = Sender<Result<(), &'static str>>;

/// A job that says how far it is and then waits for the story.
async fn begun(house: &TestHouse, id: u128, owner: AccountId) -> End {
    let (end, ended) = channel::<Result<(), &'static str>>();
    let (id, at) = (Uuid::from_u128(id), house.house().clock().now());
    let new = NewJob { id, owner: owner.uuid(), all: 171, back: "/ban-lam-viec".to_owned(), at };
    let place = house.house().jobs.place().unwrap();
    place.begin(new, |progress| async move {
        progress.done(50);
        ended.await.map_err(Fault::new)?.map_err(Fault::new)?;
        Ok::<_, Fault>(Finished { name: "phieu.zip", media_type: "application/zip", bytes: "phiếu".into() })
    });
    tokio::task::yield_now().await;
    end
}

fn job(house: &TestHouse, id: u128, owner: AccountId) -> Job {
    let now = house.house().clock().now();
    house.house().jobs.find(Uuid::from_u128(id), owner.uuid(), now).expect("the job is known to its owner")
}

both! {
    async fn a_long_job_says_how_far_it_is_and_its_file_is_its_owner_s_for_an_hour(house: TestHouse) {
        let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        house.account("dong.nghiep", "Lê Văn Khác", &[Role::AgencyOfficer]).await;
        let (own, other) = (house.signed_in("chuyen.vien").await, house.signed_in("dong.nghiep").await);
        let end = begun(&house, 1, officer).await;
        let page = own.get(PAGE).await;
        assert_eq!((page.status(), page.header("refresh")), (200, "3"), "{}", page.text());
        assert!(page.says("Đã xong 50/171"), "{}", page.text());
        assert_eq!((own.get(FILE).await.status(), other.get(PAGE).await.status()), (404, 404));
        assert_eq!(other.send(STOP, &[]).await.status(), 404);
        end.send(Ok(())).unwrap();
        job(&house, 1, officer).ended().await;
        let page = own.get(PAGE).await;
        assert_eq!((page.header("refresh"), page.attributes("main a.govuk-button", "href")), ("", vec![FILE.to_owned()]));
        let file = own.get(FILE).await;
        assert_eq!((file.header("cache-control"), file.header("content-type")), ("no-store", "application/zip"));
        assert_eq!(file.bytes(), "phiếu".as_bytes());
        assert_eq!(other.get(FILE).await.status(), 404);
        house.set_clock("2020-08-19T10:30:00+07:00");
        let gone = own.get(PAGE).await;
        assert!(gone.status() == 404 && gone.says("chương trình đã khởi động lại giữa chừng"), "{}", gone.text());
        assert_eq!(own.get(FILE).await.status(), 404);
    }

    async fn a_job_that_breaks_says_so_and_its_owner_may_stop_one(house: TestHouse) {
        let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let own = house.signed_in("chuyen.vien").await;
        begun(&house, 2, officer).await.send(Err("the fonts are gone")).unwrap();
        job(&house, 2, officer).ended().await;
        let page = own.get("/viec-dang-chay/00000000-0000-0000-0000-000000000002").await;
        assert!(page.says("báo cho quản trị hệ thống mã sự cố") && !page.says("the fonts are gone"), "{}", page.text());
        let end = begun(&house, 1, officer).await;
        let stopped = own.send(STOP, &[]).await;
        assert_eq!((stopped.status(), stopped.location()), (303, PAGE));
        let page = own.get(PAGE).await;
        assert!(page.says("Đã dừng theo yêu cầu") && page.header("refresh").is_empty(), "{}", page.text());
        assert!(end.is_closed(), "nothing of it goes on");
        assert_eq!(own.get(FILE).await.status(), 404);
    }

    async fn only_some_go_on_at_once(house: TestHouse) {
        let officer = house.account("chuyen.vien", "Bùi Thị Sen", &[Role::AgencyOfficer]).await;
        let first = begun(&house, 1, officer).await;
        let _others = (begun(&house, 2, officer).await, begun(&house, 3, officer).await);
        assert!(house.house().jobs.place().is_err(), "three go on");
        first.send(Ok(())).unwrap();
        job(&house, 1, officer).ended().await;
        assert!(house.house().jobs.place().is_ok(), "one has ended");
    }
}
