//! A house of its own for each story: a fresh data folder, a fresh database, a clock to set.

use axum::Router;
use hoithi::{DataFolder, Opening, router};
use hoithi_journal::{Act, Actor, Deed, Door, Halt};
use hoithi_people::{HashedPassword, NewAccount, NewPassword, account_by_login};
use hoithi_rules::day::day_in_vietnam;
use hoithi_rules::ids::{AccountId, EditionId, UnitId};
use hoithi_rules::people::{Grant, Reach, Role, Scope};
use hoithi_store::Value;
use hoithi_web::House;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqlSafeStr};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::browser::Browser;

/// Everybody's password in a story.
pub const PASSWORD: &str = "mật khẩu của câu chuyện";

/// The first day on which a story's other roles hold.
const ROLES_FROM: Date = date(2020, 1, 1);

/// A house for one story.
pub struct TestHouse {
    folder: DataFolder,
    router: Router,
    opening: Opening,
    _data: TempDir,
}

impl TestHouse {
    /// With the embedded database.
    pub async fn on_sqlite() -> Self {
        Self::open(None).await
    }

    /// With a schema of its own on the PostgreSQL server of the tests.
    ///
    /// # Panics
    /// When no server is named.
    #[expect(clippy::disallowed_methods, reason = "the tests' own server is named by the runner")]
    pub async fn on_postgres() -> Self {
        let server = std::env::var("HOITHI_TEST_POSTGRES")
            .expect("HOITHI_TEST_POSTGRES names no server: run `cargo xtask test`, which starts one");
        let schema = format!("story_{}", Uuid::new_v4().simple());
        let mut server_itself = PgConnection::connect(&server).await.expect("the tests' PostgreSQL answers");
        let make = AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
        server_itself.execute(make.into_sql_str()).await.expect("the schema of the story");
        let join = if server.contains('?') { '&' } else { '?' };
        Self::open(Some(format!("{server}{join}options=-c%20search_path%3D{schema}"))).await
    }

    /// With the embedded database, reached from elsewhere: behind https, or on a plain network.
    pub async fn reached_at(public_url: &str) -> Self {
        let insecure_lan = !public_url.starts_with("https://");
        Self::opened(|opening| Opening { public_url: public_url.to_owned(), insecure_lan, ..opening }).await
    }

    /// With the embedded database, as a house in which a contest is really held: its clock is the
    /// machine's.
    pub async fn in_earnest() -> Self {
        Self::opened(|opening| Opening { demo: false, ..opening }).await
    }

    /// With the embedded database, opened otherwise than usual.
    pub async fn with(shaped: impl FnOnce(Opening) -> Opening) -> Self {
        Self::opened(shaped).await
    }

    async fn open(database: Option<String>) -> Self {
        Self::opened(|opening| Opening { database, ..opening }).await
    }

    async fn opened(shaped: impl FnOnce(Opening) -> Opening) -> Self {
        let data = TempDir::new().expect("a folder for the story");
        let opening = shaped(Opening { demo: true, ..Opening::at(data.path()) });
        let folder = opening.open().await.expect("the house opens");
        let router = router(&folder.house);
        let house = Self { folder, router, opening, _data: data };
        house.set_clock("2020-08-19T09:00:00+07:00");
        house
    }

    /// The house itself, for looking at what no page shows.
    pub fn house(&self) -> &House {
        &self.folder.house
    }

    /// How it was opened: its data folder and database.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    /// Sets the contest's clock: `2021-06-30T16:59:00+07:00`.
    ///
    /// # Panics
    /// When the text is no instant.
    pub fn set_clock(&self, at: &str) {
        let at: Timestamp = at.parse().expect("an instant");
        self.house().clock().set(at);
    }

    /// An account with these roles as far as they reach today; its login name is its word.
    pub async fn account(&self, login: &str, name: &str, roles: &[Role]) -> AccountId {
        let mut scopes = Vec::new();
        for role in roles.iter().copied() {
            scopes.extend(self.reach_of(role).await.into_iter().map(|scope| (role, scope)));
        }
        self.account_for(login, name, &scopes).await
    }

    /// The whole house, or every edition that is there. Before there is one it is an edition that
    /// nobody knows, and so is the unit of a unit's role: the story says which where it matters.
    pub async fn reach_of(&self, role: Role) -> Vec<Scope> {
        match role.reach() {
            Reach::House => vec![Scope::Whole],
            Reach::Unit => vec![Scope::Unit(UnitId::new(Uuid::nil()))],
            Reach::Edition => {
                let mut db = self.house().read().await.expect("a connection");
                let editions = hoithi_edition::editions(&mut db).await.expect("editions can be read");
                let known: Vec<_> = editions.iter().map(|edition| Scope::Edition(edition.id)).collect();
                if known.is_empty() { vec![Scope::Edition(EditionId::new(Uuid::nil()))] } else { known }
            }
        }
    }

    /// An account with roles for units or editions.
    ///
    /// # Panics
    /// When the account cannot be opened.
    pub async fn account_for(&self, login: &str, name: &str, roles: &[(Role, Scope)]) -> AccountId {
        let keeper = self.keeper().await;
        let new = new_account(login, name).await;
        let account = self
            .perform(keeper, move |act| Box::pin(hoithi_people::open_account(act, new.clone())))
            .await
            .expect("the account opens");
        for (role, scope) in roles.iter().copied() {
            // Who may open a seal is never named with a day gone by.
            let today = day_in_vietnam(self.house().clock().now());
            let from = if role.as_opener().is_some() { today } else { ROLES_FROM };
            let grant = Grant { role, scope, from, to: None, deputy: false };
            self.perform(keeper, move |act| Box::pin(hoithi_people::give_role(act, account, grant)))
                .await
                .expect("the role is given");
        }
        account
    }

    /// The first administrator, made the way the command line makes one.
    async fn keeper(&self) -> AccountId {
        let mut db = self.house().read().await.expect("a connection");
        if let Some(keeper) = account_by_login(&mut db, "quantri").await.expect("accounts can be read") {
            return keeper.id;
        }
        let new = new_account("quantri", "Quản Trị Viên").await;
        hoithi_people::first_administrator(self.house(), new).await.expect("the first administrator")
    }

    /// Performs an operation as somebody, past the pages: for setting a story up.
    pub async fn perform<T, F>(&self, who: AccountId, deed: F) -> Result<T, Halt>
    where
        F: for<'a> Fn(&'a mut Act) -> Deed<'a, T>,
    {
        self.house().acts.perform(Actor::account(who.uuid(), Door::Page), deed).await
    }

    /// Changes the tables behind the program's back, as an intruder would.
    pub async fn tamper(&self, sql: &'static str, values: Vec<Value>) -> u64 {
        let mut conn = self.house().store().begin().await.expect("a transaction");
        let changed = conn.run(sql, values).await.expect("the tampering runs");
        conn.commit().await.expect("the tampering lasts");
        changed
    }

    /// A browser that nobody has signed in with.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router())
    }

    /// A browser at that network address.
    pub fn browser_at(&self, address: &str) -> Browser {
        Browser::at(self.router(), address)
    }

    /// A program that holds a token.
    pub fn program(&self, token: &str) -> Browser {
        Browser::with_token(self.router(), token)
    }

    /// A browser in which this person is signed in.
    ///
    /// # Panics
    /// When the sign-in fails.
    pub async fn signed_in(&self, login: &str) -> Browser {
        let browser = self.browser();
        let answer = browser.send("/dang-nhap", &[("login", login), ("password", PASSWORD)]).await;
        assert_eq!(answer.status(), 303, "{login} signs in: {}", answer.text());
        browser
    }
}

/// Hashed once for all stories of a process: it takes a while.
static HASHED: OnceCell<HashedPassword> = OnceCell::const_new();

async fn new_account(login: &str, name: &str) -> NewAccount {
    let password = || async { PASSWORD.parse::<NewPassword>().expect("a password").hashed().await.expect("its hash") };
    NewAccount {
        login: login.parse().expect("a login name"),
        name: name.parse().expect("a person's name"),
        contact: hoithi_people::Contact { email: format!("{login}@vidu.invalid"), phone: String::new() },
        unit: None,
        password: HASHED.get_or_init(password).await.clone(),
        password_is_given: false,
    }
}
