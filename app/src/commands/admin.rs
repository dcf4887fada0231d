//! `hoithi admin`: the first administrator of a new folder, and the way back in for one who lost the
//! password.

use std::process::ExitCode;
use std::sync::Arc;

use hoithi_people::{Contact, Login, LoginError, NewAccount, NewPassword, first_administrator, reset_from_the_machine};
use hoithi_rules::people::PersonName;
use hoithi_web::House;

use super::{Outcome, Where, refusal, tell, words};
use crate::data::Opening;
use crate::known::FromRounds;

/// Opens the first administrator's account, or lets one back in, and prints the password once.
#[derive(clap::Args)]
pub(super) struct Admin {
    /// The name to sign in with.
    #[arg(help = "Tên đăng nhập")]
    login: String,
    /// The account is there already: sets its password anew, and opens a closed administrator's.
    #[arg(help = "Tài khoản đã có: đặt lại mật khẩu; nếu là quản trị viên bị khóa thì mở lại", long, conflicts_with_all = ["name", "email"])]
    reset: bool,
    /// The person's full name; without it, the name to sign in with.
    #[arg(help = "Họ và tên; không ghi thì lấy tên đăng nhập", long)]
    name: Option<String>,
    /// Where to reach them; can be given later.
    #[arg(help = "Thư điện tử để liên hệ; có thể ghi sau", long, default_value = "")]
    email: String,
    #[command(flatten)]
    place: Where,
}

impl Admin {
    pub(super) async fn run(self) -> Outcome {
        let opening = Opening { database: self.place.database.clone(), ..Opening::at(&self.place.data) };
        let folder = opening.open().await?;
        let login: Login = self.login.parse().map_err(|error| refusal(&error))?;
        let password = NewPassword::by_chance().map_err(words)?;
        if self.reset {
            let hashed = password.clone().hashed().await.map_err(words)?;
            reset_from_the_machine(&folder.house, login, hashed, Arc::new(FromRounds)).await.map_err(words)?;
        } else {
            self.open_first(&folder.house, login, password.clone()).await?;
        }
        tell(format!("tên đăng nhập: {}", self.login));
        tell(format!("mật khẩu:      {}", password.as_str()));
        tell("Phải đặt mật khẩu khác ở lần đăng nhập đầu tiên.");
        Ok(ExitCode::SUCCESS)
    }

    fn name(&self) -> Result<PersonName, String> {
        let given = self.name.as_deref().unwrap_or(&self.login);
        let how = |error| format!("“{given}”: {} Ghi họ tên bằng --name \"Họ và tên\".", refusal(&error));
        given.parse().map_err(how)
    }

    /// Whoever installs the program may say later how to be reached.
    fn contact(&self) -> Result<Contact, LoginError> {
        if self.email.is_empty() {
            return Ok(Contact { email: String::new(), phone: String::new() });
        }
        Contact::parse(&self.email, "")
    }

    async fn open_first(&self, house: &House, login: Login, password: NewPassword) -> Outcome {
        let new = NewAccount {
            login,
            name: self.name()?,
            contact: self.contact().map_err(|error| refusal(&error))?,
            unit: None,
            password: password.hashed().await.map_err(words)?,
            password_is_given: true,
        };
        first_administrator(house, new).await.map_err(words)?;
        Ok(ExitCode::SUCCESS)
    }
}
