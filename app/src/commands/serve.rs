//! `hoithi serve`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use hoithi_documents::Reader;
use hoithi_post::{Carrier, Gateway, Smtp};
use hoithi_web::Scanner;

use super::address::public_url;
use super::{Outcome, Where, tell};
use crate::data::Opening;
use crate::serve::{self, Carriers};

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
    #[arg(help = "Người gửi thư: Hội thi <hoithi@example.vn>", long, env = "HOITHI_MAIL_FROM", hide_env_values = true)]
    mail_from: Option<String>,
    /// A file that describes a gateway for short messages. Without it they are kept in the outbox.
    #[arg(
        help = "Tệp mô tả cổng gửi tin nhắn (ZNS, SMS). Không có thì tin nhắn nằm lại ở hộp thư đi",
        long,
        value_name = "FILE",
        env = "HOITHI_SHORT_MESSAGES",
        hide_env_values = true
    )]
    short_messages: Option<PathBuf>,
    /// ClamAV's daemon, which looks into files: `unix:/run/clamav/clamd.ctl`. Without it nothing is scanned.
    #[arg(
        help = "ClamAV quét tệp nộp: unix:/run/clamav/clamd.ctl hoặc tcp:127.0.0.1:3310. Không có thì tệp không được quét",
        long,
        env = "HOITHI_CLAMD",
        hide_env_values = true
    )]
    clamd: Option<String>,
}

impl Serve {
    pub(super) async fn run(self) -> Outcome {
        // What was mistyped is said before anything begins.
        let carriers = Carriers { mail: self.mail_carrier()?, short: self.short_carrier()? };
        let scanner = self.scanner()?;
        let listener = serve::bind(self.listen).await?;
        let address = listener.local_addr()?;
        let public_url = public_url(self.public_url.as_deref(), address)?;
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
            reader: Reader::of_this_machine(),
            scanner,
        };
        tell(format!("thư mục dữ liệu: {}", self.place.data.display()));
        let folder = opening.open().await?;
        let scanner = &folder.house.scanner;
        if scanner.is_named() && !scanner.answers().await {
            tell("lưu ý: clamd không trả lời; tệp nộp được nhận và ghi là chưa quét cho đến khi nó trả lời");
        }
        let site = &folder.house.site;
        if !site.is_reachable_from_outside() {
            tell(format!(
                "lưu ý: thư và giấy chứng nhận sẽ ghi địa chỉ {}, chỉ mở được trên máy này; trước khi làm thật hãy thêm \
                 --public-url https://…",
                site.public_url
            ));
        }
        tell(format!("listening on http://{address}"));
        serve::serve(&folder.house, listener, carriers).await?;
        Ok(ExitCode::SUCCESS)
    }

    fn scanner(&self) -> Result<Scanner, String> {
        let Some(place) = &self.clamd else { return Ok(Scanner::none()) };
        let wrong = || format!("--clamd {place}: cần unix:/đường/dẫn hoặc tcp:máy:cổng");
        Scanner::at(place).ok_or_else(wrong)
    }

    /// A sender without a server does no harm: mail is kept.
    fn mail_carrier(&self) -> Result<Carrier, String> {
        let Some(url) = &self.smtp else { return Ok(Carrier::Keep) };
        let from = self.mail_from.as_ref().ok_or_else(|| {
            "--smtp cần thêm --mail-from, ví dụ --mail-from \"Hội thi <hoithi@example.vn>\"".to_owned()
        })?;
        let smtp = Smtp::new(url, from).map_err(|unusable| {
            format!(
                "--smtp hoặc --mail-from chưa đúng ({}); ví dụ --smtp smtps://user:secret@host:465 --mail-from \
                 \"Hội thi <hoithi@example.vn>\"",
                unusable.0
            )
        })?;
        Ok(Carrier::Smtp(Box::new(smtp)))
    }

    fn short_carrier(&self) -> Result<Carrier, String> {
        let Some(file) = &self.short_messages else { return Ok(Carrier::Keep) };
        let told = |why: &dyn std::fmt::Display| format!("--short-messages {}: {why}", file.display());
        let text = std::fs::read_to_string(file).map_err(|error| told(&error))?;
        let gateway = Gateway::read(&text, from_the_environment).map_err(|unusable| told(&unusable.0))?;
        Ok(Carrier::Gateway(Box::new(gateway)))
    }
}

/// Secrets of the gateway's file stand here and not in it.
#[expect(clippy::disallowed_methods, reason = "the file says which variables, so that no list of options could")]
fn from_the_environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Passwords over plain http beyond this machine: only when the operator says so.
pub(super) fn refuse_open_http(address: SocketAddr, how: &str) -> Result<(), String> {
    if address.ip().is_loopback() {
        return Ok(());
    }
    Err(format!("{address} mở cho máy khác trong mạng mà không mã hóa; hãy {how}"))
}
