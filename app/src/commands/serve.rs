//! `hoithi serve`.

use std::net::SocketAddr;
use std::process::ExitCode;

use hoithi_journal::{Carrier, Smtp};

use super::{Outcome, Where, tell};
use crate::data::Opening;
use crate::serve;

/// Serves a data folder.
#[derive(clap::Args)]
pub(super) struct Serve {
    #[command(flatten)]
    place: Where,
    /// Where to listen.
    #[arg(help = "Địa chỉ và cổng để lắng nghe", long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// How people reach it, for links in mails and on certificates: `https://hoithi.example.vn`
    #[arg(
        help = "Địa chỉ mà mọi người mở, dùng cho liên kết trong thư và trên giấy chứng nhận: https://hoithi.example.vn",
        long,
        env = "HOITHI_PUBLIC_URL",
        hide_env_values = true
    )]
    public_url: Option<String>,
    /// Serve plain http to a local network; every page carries a warning.
    #[arg(help = "Chạy http không mã hóa trong mạng nội bộ; trang nào cũng có cảnh báo", long)]
    insecure_lan: bool,
    /// The mail server: `smtps://user:secret@host:465`. Without it mail is kept in the outbox.
    #[arg(
        help = "Máy chủ thư: smtps://user:secret@host:465. Không có thì thư nằm lại ở hộp thư đi",
        long,
        env = "HOITHI_SMTP",
        hide_env_values = true
    )]
    smtp: Option<String>,
    /// The sender of mails: Hội thi <hoithi@example.vn>
    #[arg(
        help = "Người gửi thư: Hội thi <hoithi@example.vn>",
        long,
        env = "HOITHI_MAIL_FROM",
        hide_env_values = true,
        requires = "smtp"
    )]
    mail_from: Option<String>,
}

impl Serve {
    pub(super) async fn run(self) -> Outcome {
        let listener = serve::bind(self.listen).await?;
        let address = listener.local_addr()?;
        let here = format!("http://{address}");
        let public_url = self.public_url.clone().unwrap_or_else(|| here.clone());
        if !self.insecure_lan && !public_url.starts_with("https://") {
            refuse_open_http(
                address,
                "đặt một máy chủ https phía trước rồi thêm --public-url https://…, hoặc thêm --insecure-lan nếu tin cậy \
                 mạng này",
            )?;
        }
        let opening = Opening {
            data: self.place.data.clone(),
            database: self.place.database.clone(),
            public_url,
            insecure_lan: self.insecure_lan,
            demo: false,
        };
        tell(format!("thư mục dữ liệu: {}", self.place.data.display()));
        let folder = opening.open().await?;
        tell(format!("listening on {here}"));
        serve::serve(&folder.house, listener, self.carrier()?).await?;
        Ok(ExitCode::SUCCESS)
    }

    fn carrier(&self) -> Result<Carrier, hoithi_journal::Fault> {
        match (&self.smtp, &self.mail_from) {
            (Some(url), Some(from)) => Ok(Carrier::Smtp(Box::new(Smtp::new(url, from)?))),
            (Some(_), None) => Err(hoithi_journal::Fault::new(
                "--smtp cần thêm --mail-from, ví dụ --mail-from \"Hội thi <hoithi@example.vn>\"",
            )),
            (None, _) => Ok(Carrier::Keep),
        }
    }
}

/// Passwords over plain http beyond this machine: only when the operator says so.
pub(super) fn refuse_open_http(address: SocketAddr, how: &str) -> Result<(), String> {
    if address.ip().is_loopback() {
        return Ok(());
    }
    Err(format!("{address} mở cho máy khác trong mạng mà không mã hóa; hãy {how}"))
}
