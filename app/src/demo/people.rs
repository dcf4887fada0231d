//! Who is there: an account for every role, the units' contacts, the judges; and the units.

use hoithi_journal::{Actor, Door, Halt};
use hoithi_people::{Contact, NewAccount, NewPassword, account_by_login};
use hoithi_rules::ids::{AccountId, UnitId};
use hoithi_rules::people::{Grant, PersonName, Role, Scope};
use hoithi_units::{NewUnit, QUANG_NINH, UnitLevel};
use hoithi_web::House;
use jiff::civil::{Date, date};

use super::campaign::SILENT;
use super::story::{Agenda, COLLEGE, PROVINCE, Story};

/// Everybody's password in a demo.
pub const PASSWORD: &str = "minh-hoa-2021";

/// One line of the table of accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The role.
    pub role: Role,
    /// What to sign in with.
    pub login: &'static str,
    /// Where this person's work begins.
    pub begins: &'static str,
}

impl Seat {
    /// Under which key the catalogue has the role's name.
    pub fn role_key(&self) -> String {
        format!("role-{}", self.role.code().replace('_', "-"))
    }
}

const fn seat(role: Role, login: &'static str, begins: &'static str) -> Seat {
    Seat { role, login, begins }
}

/// One account for each role, with where to begin.
const SEATS: [Seat; 12] = [
    seat(Role::SystemAdministrator, "quantri", "/quan-tri/tai-khoan"),
    seat(Role::AgencyHead, "lanhdao", "/ky/quang-ninh-viii/quan-ly"),
    seat(Role::AgencyOfficer, "chuyenvien", "/ky/quang-ninh-viii/tien-do"),
    seat(Role::ContestSecretary, "thuky", "/ky/quang-ninh-viii/kiem-tra"),
    seat(Role::CommitteeMember, "uyvien", "/ky/quang-ninh-viii/tien-do"),
    seat(Role::UnitContact, "dv-tienyen", "/don-vi/cong-viec"),
    seat(Role::UnitOrganiser, "hoithi-cdmh", "/ky/cao-dang-minh-hoa-iii/quan-ly"),
    seat(Role::Author, "tacgia1", "/ho-so-cua-toi"),
    seat(Role::JuryChair, "chutich", "/ky/quang-ninh-viii/hoi-dong"),
    seat(Role::JurySecretary, "thukyhoidong", "/ky/quang-ninh-viii/hoi-dong"),
    seat(Role::Judge, "giamkhao1", "/cham"),
    seat(Role::Auditor, "giamsat", "/nhat-ky"),
];

/// The seats that somebody holds in this house: the bench's has no district and no college.
pub async fn seats_taken(house: &House) -> Result<Vec<Seat>, Halt> {
    let mut db = house.read().await?;
    let mut taken = Vec::new();
    for seat in SEATS {
        if account_by_login(&mut db, seat.login).await?.is_some() {
            taken.push(seat);
        }
    }
    Ok(taken)
}

/// The district-level units of 2020 by the story's short names, with their codes.
pub(super) const DISTRICTS: [(&str, &str); 13] = [
    ("halong", "193"),
    ("mongcai", "194"),
    ("campha", "195"),
    ("uongbi", "196"),
    ("binhlieu", "198"),
    ("tienyen", "199"),
    ("damha", "200"),
    ("haiha", "201"),
    ("bache", "202"),
    ("vandon", "203"),
    ("dongtrieu", "205"),
    ("quangyen", "206"),
    ("coto", "207"),
];

/// Units without a code: short name, name, what it is by law, level.
const OTHERS: [(&str, &str, &str, UnitLevel); 13] = [
    ("sonn", "Sở Nông nghiệp và Phát triển nông thôn", "sở", UnitLevel::Department),
    ("soyte", "Sở Y tế", "sở", UnitLevel::Department),
    ("sogd", "Sở Giáo dục và Đào tạo", "sở", UnitLevel::Department),
    ("sotttt", "Sở Thông tin và Truyền thông", "sở", UnitLevel::Department),
    ("sotnmt", "Sở Tài nguyên và Môi trường", "sở", UnitLevel::Department),
    ("sogtvt", "Sở Giao thông vận tải", "sở", UnitLevel::Department),
    ("cdcnxd", "Trường Cao đẳng Công nghiệp và Xây dựng", "trường cao đẳng", UnitLevel::School),
    ("dhhl", "Trường Đại học Hạ Long", "trường đại học", UnitLevel::School),
    ("cdyt", "Trường Cao đẳng Y tế Quảng Ninh", "trường cao đẳng", UnitLevel::School),
    ("dhcn", "Trường Đại học Công nghiệp Quảng Ninh", "trường đại học", UnitLevel::School),
    ("cdmh", "Trường Cao đẳng Minh Họa", "trường cao đẳng", UnitLevel::School),
    ("thanmh", "Công ty Cổ phần Than Minh Họa", "công ty cổ phần", UnitLevel::Enterprise),
    ("bvmh", "Bệnh viện Đa khoa Minh Họa", "bệnh viện", UnitLevel::Enterprise),
];

/// Schools whose contact writes and reports beside the districts'.
pub(super) const SCHOOLS: [&str; 5] = ["cdcnxd", "dhhl", "cdyt", "dhcn", "cdmh"];

/// Four judges for each of the five panels; some work at a unit, whose entries they cannot mark.
pub(super) const JUDGES: usize = 20;
const JUDGES_UNITS: [(usize, &str); 5] = [(2, "sotttt"), (6, "dhcn"), (10, "sonn"), (14, "bvmh"), (18, "sogd")];

const FOUNDED: Date = date(2020, 5, 20);
const APPOINTED: Date = date(2020, 8, 3);

pub(super) fn plan(agenda: &mut Agenda, progress: fn(&str)) {
    plan_units(agenda, progress);
    agenda.at(APPOINTED.at(9, 0, 0, 0), "the roles of the contest", |story| Box::pin(appointments(story)));
    agenda.at(APPOINTED.at(10, 0, 0, 0), "the units' contacts", |story| Box::pin(contacts(story)));
    agenda.at(date(2020, 8, 21).at(15, 0, 0, 0), "the first author", |story| Box::pin(first_author(story)));
}

/// The administrator, the agency, the units: what every house begins with.
pub(super) fn plan_units(agenda: &mut Agenda, progress: fn(&str)) {
    agenda.at(FOUNDED.at(8, 0, 0, 0), "the first accounts", move |story| {
        Box::pin(async move {
            progress("Lập tài khoản, danh bạ đơn vị");
            first_accounts(story).await
        })
    });
    agenda.at(FOUNDED.at(8, 30, 0, 0), "the units", |story| Box::pin(units(story)));
}

async fn first_accounts(story: &mut Story) -> Result<(), Halt> {
    let name = story.names.fresh();
    let first = new_account("quantri", name, None, 0).await?;
    let keeper = hoithi_people::first_administrator(&story.house, first).await?;
    story.accounts.insert("quantri".to_owned(), keeper);
    seat_in(story, "lanhdao", None, &[(Role::AgencyHead, Scope::Whole)]).await?;
    seat_in(story, "chuyenvien", None, &[(Role::AgencyOfficer, Scope::Whole)]).await?;
    seat_in(story, "giamsat", None, &[(Role::Auditor, Scope::Whole)]).await
}

async fn units(story: &mut Story) -> Result<(), Halt> {
    story.act("quantri", |act| Box::pin(hoithi_units::import_csv(act, QUANG_NINH.to_owned()))).await?;
    let day = FOUNDED;
    let mut db = story.read().await?;
    let mut province = None;
    for (key, code) in DISTRICTS {
        let unit = hoithi_units::unit_by_code(&mut db, code, day).await?;
        let unit = unit.ok_or_else(|| super::story::missing("unit", code))?;
        province = unit.parent.or(province);
        story.units.insert(key, unit.id);
    }
    drop(db);
    for (key, name, kind, level) in OTHERS {
        let new = NewUnit {
            name: name.to_owned(),
            kind: kind.to_owned(),
            level,
            parent: province,
            valid_from: None,
            source: "Dữ liệu minh họa".to_owned(),
        };
        let unit = story.act("quantri", move |act| Box::pin(hoithi_units::add_unit(act, new.clone()))).await?;
        story.units.insert(key, unit);
    }
    Ok(())
}

async fn appointments(story: &mut Story) -> Result<(), Halt> {
    let edition = Scope::Edition(story.edition_id(PROVINCE)?);
    seat_in(story, "thuky", None, &[(Role::ContestSecretary, edition)]).await?;
    seat_in(story, "uyvien", None, &[(Role::CommitteeMember, edition)]).await?;
    seat_in(story, "chutich", None, &[(Role::JuryChair, edition)]).await?;
    seat_in(story, "thukyhoidong", None, &[(Role::JurySecretary, edition)]).await?;
    for number in 1..=JUDGES {
        let unit = JUDGES_UNITS.iter().find(|(judge, _)| *judge == number).map(|(_, key)| *key);
        seat_in(story, &format!("giamkhao{number}"), unit, &[(Role::Judge, edition)]).await?;
    }
    Ok(())
}

async fn contacts(story: &mut Story) -> Result<(), Halt> {
    let districts = DISTRICTS.iter().map(|(key, _)| *key).filter(|key| *key != SILENT);
    let keys: Vec<&'static str> = districts.chain(SCHOOLS).collect();
    for key in keys {
        let scope = Scope::Unit(story.unit(key)?);
        seat_in(story, &format!("dv-{key}"), Some(key), &[(Role::UnitContact, scope)]).await?;
    }
    let scope = Scope::Unit(story.unit("cdmh")?);
    seat_in(story, "hoithi-cdmh", Some("cdmh"), &[(Role::UnitOrganiser, scope)]).await
}

/// Whoever runs the college's own contest, once it is set up.
pub(super) async fn college_appointments(story: &mut Story) -> Result<(), Halt> {
    let edition = Scope::Edition(story.edition_id(COLLEGE)?);
    seat_in(story, "hieutruong-cdmh", None, &[(Role::AgencyHead, edition)]).await?;
    seat_in(story, "thuky-cdmh", None, &[(Role::ContestSecretary, edition)]).await?;
    seat_in(story, "chutich-cdmh", None, &[(Role::JuryChair, edition)]).await?;
    seat_in(story, "thukyhd-cdmh", None, &[(Role::JurySecretary, edition)]).await?;
    for number in 1..=3 {
        seat_in(story, &format!("gk-cdmh{number}"), None, &[(Role::Judge, edition)]).await?;
    }
    Ok(())
}

/// The author of the accounts' table is there from the beginning, with nothing written yet.
async fn first_author(story: &mut Story) -> Result<(), Halt> {
    let Some(first) = story.invented.entries.first() else { return Ok(()) };
    let (name, unit) = (first.authors.first().cloned(), first.unit);
    let Some(name) = name else { return Ok(()) };
    author(story, "tacgia1", name, unit).await
}

/// An author opens an account; nobody opens it for them.
pub(super) async fn author(story: &mut Story, login: &str, name: PersonName, unit: &str) -> Result<(), Halt> {
    if story.accounts.contains_key(login) {
        return Ok(());
    }
    let new = new_account(login, name, Some(story.unit(unit)?), story.accounts.len()).await?;
    let perform = story
        .house
        .acts
        .perform(Actor::nobody(Door::Page), move |act| Box::pin(hoithi_people::register_author(act, new.clone())));
    let account = perform.await?;
    story.accounts.insert(login.to_owned(), account);
    Ok(())
}

/// An account opened by the administrator, with its roles from today on.
pub(super) async fn seat_in(
    story: &mut Story,
    login: &str,
    unit: Option<&str>,
    roles: &[(Role, Scope)],
) -> Result<(), Halt> {
    let unit = unit.map(|key| story.unit(key)).transpose()?;
    let new = new_account(login, story.names.fresh(), unit, story.accounts.len()).await?;
    let roles = roles.to_vec();
    let account: AccountId = story
        .act("quantri", move |act| {
            let (new, roles) = (new.clone(), roles.clone());
            Box::pin(async move {
                let account = hoithi_people::open_account(act, new).await?;
                let from = hoithi_rules::day::day_in_vietnam(act.now());
                for (role, scope) in roles {
                    let grant = Grant { role, scope, from, to: None, deputy: false };
                    hoithi_people::give_role(act, account, grant).await?;
                }
                Ok(account)
            })
        })
        .await?;
    story.accounts.insert(login.to_owned(), account);
    Ok(())
}

/// One more role for somebody who is there already.
pub(super) async fn grant(story: &Story, login: &str, (role, scope): (Role, Scope)) -> Result<(), Halt> {
    let account = story.account(login)?;
    story
        .act("quantri", move |act| {
            Box::pin(async move {
                let from = hoithi_rules::day::day_in_vietnam(act.now());
                let grant = Grant { role, scope, from, to: None, deputy: false };
                hoithi_people::give_role(act, account, grant).await
            })
        })
        .await?;
    Ok(())
}

/// A unit's name as the register has it.
pub(super) async fn unit_name(story: &Story, key: &str) -> Result<String, Halt> {
    let unit = hoithi_units::unit(&mut story.read().await?, story.unit(key)?).await?;
    unit.map(|unit| unit.name).ok_or_else(|| super::story::missing("unit", key))
}

/// With a telephone number that nobody has.
async fn new_account(login: &str, name: PersonName, unit: Option<UnitId>, place: usize) -> Result<NewAccount, Halt> {
    let phone = format!("0203 000 {place:04}");
    Ok(NewAccount {
        login: login.parse().map_err(Halt::fault)?,
        name,
        contact: Contact { email: format!("{login}@vidu.invalid"), phone },
        unit,
        password: PASSWORD.parse::<NewPassword>().map_err(Halt::fault)?.hashed().await?,
        // Everybody may know it: it stands beside the accounts in the demo's table.
        password_is_given: false,
    })
}
