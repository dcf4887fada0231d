//! The sheet that lies at the door: who is asked to come, with which post or from where, where they sign. Why
//! somebody stays away is nobody's to read there.

use std::collections::BTreeMap;

use hoithi_documents::forms::{Block, Book, Column, Row, Table};
use hoithi_edition::Edition;
use hoithi_journal::Halt;
use hoithi_people::holders;
use hoithi_rules::ids::AccountId;
use hoithi_rules::meetings::Reply;
use hoithi_rules::people::{Role, Scope};
use hoithi_store::Conn;
use hoithi_web::House;
use jiff::civil::Date;

use crate::meeting::{Guest, Invitee, Meeting};
use crate::papers::when;

/// Lines left for whoever comes unasked.
const BLANK: usize = 5;

/// What somebody is in the contest, the first that they are.
const POSTS: [(Role, &str); 4] = [
    (Role::AgencyHead, "Lãnh đạo cơ quan thường trực"),
    (Role::ContestSecretary, "Thư ký Hội thi"),
    (Role::CommitteeMember, "Thành viên Ban Tổ chức"),
    (Role::AgencyOfficer, "Cơ quan thường trực"),
];

/// The posts of those who sign in, as a paper calls them.
pub(crate) type Posts = BTreeMap<AccountId, &'static str>;

/// Who is what in an edition.
pub(crate) async fn posts(db: &mut Conn, edition: &Edition, today: Date) -> Result<Posts, Halt> {
    let mut posts = Posts::new();
    for (role, word) in POSTS {
        for scope in [Scope::Whole, Scope::Edition(edition.id)] {
            for account in holders(db, role, scope, today).await? {
                posts.entry(account.id).or_insert(word);
            }
        }
    }
    Ok(posts)
}

/// The attendance sheet as a PDF. A paper of the office, so its words are Vietnamese whatever the
/// reader's screen is in.
pub(crate) async fn attendance_sheet(
    house: &House,
    edition: &Edition,
    meeting: &Meeting,
    (invitees, posts): (&[Invitee], &Posts),
) -> Result<Vec<u8>, Halt> {
    let plan = &meeting.plan;
    let book = Book {
        watermark: house.site.watermark(),
        parent: None,
        issuer: edition.book.rules().agency.name.clone(),
        title: "Danh sách đại biểu".to_owned(),
        period: format!("{} – {}, tại {}", plan.title, when(edition, plan.starts_at), plan.place),
        blocks: vec![Block::Table(table(invitees, posts))],
    };
    house.printer.print_form(&book).await.map_err(Halt::fault)
}

fn table(invitees: &[Invitee], posts: &Posts) -> Table {
    let columns = vec![
        Column::narrow("TT"),
        Column::wide("Đại biểu", 4),
        Column::wide("Chức vụ, đơn vị", 4),
        Column::wide("Thành phần", 2),
        Column::wide("Ký tên", 3),
    ];
    // A second line makes room for a pen.
    let line = |number: usize, cells: [String; 3]| {
        let [who, post, what] = cells;
        Row::Cells(vec![number.to_string(), who, post, what, "\u{a0}\n\u{a0}".to_owned()])
    };
    let asked = (1..).zip(invitees).map(|(number, invitee)| line(number, cells(invitee, posts)));
    let blank = (invitees.len() + 1..).take(BLANK).map(|number| line(number, [const { String::new() }; 3]));
    Table { title: None, columns, rows: asked.chain(blank).collect() }
}

/// Whoever comes for a unit, or in somebody's place, stands with their own name where it was told.
fn cells(invitee: &Invitee, posts: &Posts) -> [String; 3] {
    let what = if invitee.member { "Thành viên" } else { "Khách mời" };
    let apart = |words: &str| {
        let (name, post) = words.split_once(',').unwrap_or((words, ""));
        (name.trim().to_owned(), post.trim().to_owned())
    };
    let post = match &invitee.guest {
        Guest::Account(id) => {
            let words = [posts.get(id).copied().unwrap_or_default(), invitee.home.as_str()];
            words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Guest::Unit(_) => invitee.name.clone(),
        Guest::Name(words) => apart(words).1,
    };
    let name = match &invitee.guest {
        Guest::Account(_) => invitee.name.clone(),
        Guest::Unit(_) => String::new(),
        Guest::Name(words) => apart(words).0,
    };
    let (name, post) = match &invitee.reply {
        Some(Reply::Sends { who }) if name.is_empty() => (apart(who).0, format!("{}, {post}", apart(who).1)),
        Some(Reply::Sends { who }) => (format!("{} (thay {name})", apart(who).0), apart(who).1),
        _ => (name, post),
    };
    [name, post.trim_start_matches(", ").to_owned(), what.to_owned()]
}
