//! Mail and short messages on their way out: taken, refused, asked to come again, nobody there.

mod gateway;
pub(crate) mod sink;

use hoithi_journal::{Act, Actor, Channel, Door, Halt, Mail, machine_now, outbox_mails};
use hoithi_post::{Carrier, Smtp, deliver};
use hoithi_rules::people::Role;
use hoithi_testkit::{Browser, TestHouse, both};
use jiff::{SignedDuration, Timestamp};
use mail_parser::MessageParser;

use self::sink::Sink;

const FROM: &str = "Hội thi Sáng tạo kỹ thuật <hoithi@vidu.invalid>";

fn posted(act: &mut Act, recipients: &[&'static str]) {
    for to in recipients {
        act.post(Mail {
            to: (*to).to_owned(),
            subject: "Nhắc xác nhận Công văn 213/LHH-KHCN về việc triển khai Hội thi".to_owned(),
            body: "Kính gửi Ủy ban nhân dân phường,\n\nĐề nghị xác nhận trước ngày 30/6/2021.\n.một dòng có dấu chấm\n"
                .to_owned(),
        });
    }
}

async fn write_to(house: &TestHouse, recipients: &[&'static str]) {
    let recipients = recipients.to_vec();
    let deed = house.house().acts.perform(Actor::nobody(Door::Job), move |act| {
        posted(act, &recipients);
        Box::pin(std::future::ready(Ok::<_, Halt>(())))
    });
    deed.await.unwrap();
}

async fn administrator(house: &TestHouse) -> Browser {
    house.account("giam.sat", "Đặng Văn Soi", &[Role::Auditor]).await;
    house.signed_in("quantri").await
}

fn by_mail(sink: &Sink) -> Carrier {
    Carrier::Smtp(Box::new(Smtp::new(&sink.url(), FROM).unwrap()))
}

/// Carries mail so many minutes from now.
async fn carry(house: &TestHouse, carrier: &Carrier, minutes: i64) -> u64 {
    let now = in_minutes(minutes);
    deliver(house.house().store(), Channel::Mail, carrier, || now, || true).await.unwrap()
}

fn in_minutes(minutes: i64) -> Timestamp {
    machine_now() + SignedDuration::from_mins(minutes)
}

/// State and reason of each recipient's message.
async fn states(house: &TestHouse) -> Vec<String> {
    let mails = outbox_mails(&mut house.house().read().await.unwrap(), 50).await.unwrap();
    let say = |reason: Option<String>| reason.map(|reason| format!(" {reason}")).unwrap_or_default();
    let mut states: Vec<_> =
        mails.into_iter().map(|mail| format!("{} {}{}", mail.recipient, mail.state, say(mail.reason))).collect();
    states.sort();
    states
}

both! {
    async fn a_mail_arrives_as_it_was_written(house: TestHouse) {
        let sink = Sink::answering(&[]);
        write_to(&house, &["ba.che@vidu.invalid"]).await;
        assert_eq!(carry(&house, &by_mail(&sink), 0).await, 1);
        assert_eq!(carry(&house, &by_mail(&sink), 60).await, 0, "once and not again");
        let taken = sink.taken();
        assert_eq!(taken.len(), 1);
        assert!(taken[0].is_ascii(), "an old server on the way takes it as well");
        let mail = MessageParser::default().parse(&taken[0]).unwrap();
        assert_eq!(mail.subject(), Some("Nhắc xác nhận Công văn 213/LHH-KHCN về việc triển khai Hội thi"));
        assert_eq!(mail.from().unwrap().first().unwrap().name(), Some("Hội thi Sáng tạo kỹ thuật"));
        assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("ba.che@vidu.invalid"));
        let text = mail.body_text(0).unwrap().replace("\r\n", "\n");
        assert!(text.contains("Đề nghị xác nhận trước ngày 30/6/2021.\n"), "{text}");
        let head = String::from_utf8(taken[0].clone()).unwrap();
        for line in ["Auto-Submitted: auto-generated", "Content-Type: text/plain; charset=utf-8", "@vidu.invalid>", "Date: "] {
            assert!(head.contains(line), "{line}: {head}");
        }
        assert_eq!(states(&house).await, ["ba.che@vidu.invalid sent"]);
        let kept = outbox_mails(&mut house.house().read().await.unwrap(), 5).await.unwrap().remove(0);
        assert!(kept.body.contains("SHA-256") && !kept.body.contains("Đề nghị"), "what is delivered is not kept: {}", kept.body);
        let keeper = administrator(&house).await;
        let list = keeper.get("/hop-thu-di").await;
        let path = list.attribute("#thu-di a", "href").unwrap();
        assert_eq!(keeper.get(&path).await.select("#lan-gui tbody tr").len(), 1);
    }

    /// One wrong address among many is the one that is told of.
    async fn an_address_that_is_refused_holds_nobody_up(house: TestHouse) {
        let sink = Sink::answering(&[
            ("khong.co@vidu.invalid", 550, "5.1.1 No such user here"),
            ("dang.ban@vidu.invalid", 451, "4.7.1 Greylisted, come again"),
            ("day.hop@vidu.invalid", 552, "5.2.2 Mailbox full"),
            ("chan.thu@vidu.invalid", 550, "5.7.1 Not from your network"),
            ("cho.chan@vidu.invalid", 550, "Mail from you is not wanted"),
            ("nghi.viec@vidu.invalid", 550, "Requested action not taken: user unknown"),
        ]);
        let proper = ["a@vidu.invalid", "dang.ban@vidu.invalid", "day.hop@vidu.invalid", "b@vidu.invalid"];
        let wrong = ["khong.co@vidu.invalid", "khong phai dia chi", "chan.thu@vidu.invalid", "cho.chan@vidu.invalid", "nghi.viec@vidu.invalid"];
        write_to(&house, &[&proper[..], &wrong[..]].concat()).await;
        let carrier = by_mail(&sink);
        assert_eq!(carry(&house, &carrier, 0).await, 9);
        assert_eq!(states(&house).await, [
            "a@vidu.invalid sent",
            "b@vidu.invalid sent",
            "chan.thu@vidu.invalid failed refused",
            "cho.chan@vidu.invalid failed refused",
            "dang.ban@vidu.invalid waiting later",
            "day.hop@vidu.invalid waiting later",
            "khong phai dia chi failed address",
            "khong.co@vidu.invalid failed address",
            "nghi.viec@vidu.invalid failed address",
        ]);
        assert_eq!(carry(&house, &carrier, 1).await, 0, "who asked for patience is given it");
        assert_eq!(carry(&house, &carrier, 3).await, 2);
        assert_eq!(sink.taken().len(), 4);
        assert_eq!(sink.asked().iter().filter(|who| *who == "khong.co@vidu.invalid").count(), 1, "a no is a no");
        let keeper = administrator(&house).await;
        let list = keeper.get("/hop-thu-di?trang-thai=failed").await;
        let rows = list.select("#thu-di tbody tr");
        assert_eq!(rows.len(), 5);
        assert!(list.says("Nơi nhận từ chối") && list.says("Gửi lại 5 thư gửi không được"), "{}", list.text());
        let refused = keeper.send("/hop-thu-di", &[("tim", "khong.co")]).await.attribute("#thu-di a", "href").unwrap();
        assert!(keeper.get(&refused).await.says("5.1.1 No such user here"));
        // The address was mended at its server meanwhile.
        assert_eq!(keeper.send(&format!("{refused}/gui-lai"), &[]).await.status(), 303);
        assert_eq!(carry(&house, &carrier, 4).await, 1);
        let tries = keeper.get(&refused).await.select("#lan-gui tbody tr");
        assert_eq!(tries.len(), 2, "{tries:?}");
        assert!(tries[0].contains("không dùng được") && tries[1].contains("đã gửi"), "{tries:?}");
    }

    /// A server that is down costs two tries, not one for each of a thousand mails.
    async fn a_server_that_is_down_is_left_alone_and_said_to_be(house: TestHouse) {
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let down = Carrier::Smtp(Box::new(
            Smtp::new(&format!("smtp://hoithi:bi-mat-lam@{nobody}"), FROM).unwrap(),
        ));
        write_to(&house, &["a@vidu.invalid", "b@vidu.invalid", "c@vidu.invalid", "d@vidu.invalid"]).await;
        assert_eq!(carry(&house, &down, 0).await, 2);
        assert_eq!(carry(&house, &down, 0).await, 0, "it is left alone for a while");
        let keeper = administrator(&house).await;
        let page = keeper.get("/hop-thu-di").await;
        assert!(page.says("Chưa gửi được thư điện tử") && page.says("Máy chủ không trả lời"), "{}", page.text());
        assert!(!page.text().contains("bi-mat-lam"));
        assert_eq!(page.select("#thu-di tbody tr").iter().filter(|row| row.contains("chờ gửi")).count(), 4);
        assert!(keeper.get("/ban-lam-viec").await.says("Hiện chưa gửi được thư điện tử; thư nằm chờ, không mất"));
        assert!(keeper.get("/nhac-viec").await.says("Thư nhắc nằm chờ trong Hộp thư đi"));
        assert_eq!(carry(&house, &down, 2).await, 1, "one try tells");
        let sink = Sink::answering(&[]);
        let carrier = by_mail(&sink);
        assert_eq!(carry(&house, &carrier, 3).await, 0, "longer each time");
        assert!(carry(&house, &carrier, 10).await > 0);
        carry(&house, &carrier, 60).await;
        assert_eq!(states(&house).await, ["a@vidu.invalid sent", "b@vidu.invalid sent", "c@vidu.invalid sent", "d@vidu.invalid sent"]);
        assert!(!keeper.get("/hop-thu-di").await.says("Chưa gửi được thư điện tử"));
    }

    async fn after_three_days_in_vain_a_mail_is_given_up(house: TestHouse) {
        let greylisted = [("a@vidu.invalid", 451, "come again"); 30];
        let sink = Sink::answering(&greylisted);
        let carrier = by_mail(&sink);
        write_to(&house, &["a@vidu.invalid"]).await;
        let mut tries = 0;
        for hours in 0..24 * 4 {
            tries += carry(&house, &carrier, hours * 60).await;
        }
        assert!((15..=24).contains(&tries), "{tries}");
        assert_eq!(states(&house).await, ["a@vidu.invalid failed later"]);
        let desk = administrator(&house).await.get("/ban-lam-viec").await;
        assert!(desk.says("1 thư, tin nhắn gửi không được, đã thôi gửi"), "{}", desk.text());
    }

    /// Where nobody carries them away a thousand mails are one commit.
    async fn what_nobody_carries_is_kept(house: TestHouse) {
        write_to(&house, &["a@vidu.invalid"; 40]).await;
        let store = house.house().store();
        assert_eq!(deliver(store, Channel::Mail, &Carrier::Keep, machine_now, || false).await.unwrap(), 0);
        assert_eq!(carry(&house, &Carrier::Keep, 0).await, 40);
        assert_eq!(carry(&house, &Carrier::Keep, 0).await, 0);
        assert!(states(&house).await.iter().all(|state| state == "a@vidu.invalid kept"));
    }
}
