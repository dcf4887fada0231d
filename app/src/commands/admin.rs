//! `hoithi admin`: the first administrator of a new folder.

use std::process::ExitCode;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hoithi_people::{Contact, NewAccount, first_administrator};

use super::{Outcome, Where, tell, words};
use crate::data::Opening;

/// Opens the first administrator's account and prints its password once.
#[derive(clap::Args)]
pub(super) struct Admin {
    /// The name to sign in with.
    login: String,
    /// The person's full name; without it, the name to sign in with.
    #[arg(long)]
    name: Option<String>,
    /// The e-mail address at which the program reaches them.
    #[arg(long)]
    email: String,
    #[command(flatten)]
    place: Where,
}

impl Admin {
    pub(super) async fn run(self) -> Outcome {
        let opening = Opening { database: self.place.database, ..Opening::at(self.place.data) };
        let folder = opening.open().await?;
        let password = a_password()?;
        let new = NewAccount {
            login: self.login.parse()?,
            name: self.name.as_deref().unwrap_or(&self.login).parse().map_err(|error| format!("--name: {error}"))?,
            contact: Contact::parse(&self.email, "")?,
            unit: None,
            password: password.parse()?,
            password_is_given: true,
        };
        first_administrator(&folder.house, new).await.map_err(words)?;
        tell(format!("tên đăng nhập: {}", self.login));
        tell(format!("mật khẩu:      {password}"));
        tell("Phải đặt mật khẩu khác ở lần đăng nhập đầu tiên.");
        Ok(ExitCode::SUCCESS)
    }
}

fn a_password() -> Result<String, String> {
    let mut bytes = [0; 12];
    getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}
