//! `hoithi demo`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use hoithi_documents::Reader;
use hoithi_web::{Catalogue, Lang, Scanner, WATERMARK};

use super::address::public_url;
use super::serve::refuse_open_http;
use super::{Outcome, tell, words};
use crate::data::Opening;
use crate::demo::{self, Folder, Found, Moment, PASSWORD, Plan, Seat, seats_taken};
use crate::serve::{self, Carriers};

/// Makes a whole invented contest and serves it.
#[derive(clap::Args)]
pub(super) struct Demo {
    /// Where the story stops: launched, open, closed, screened, judging, sealed, opened,
    /// deliberated, announced.
    #[arg(
        help = "Thời điểm câu chuyện dừng lại: launched, open, closed, screened, judging, sealed, opened, deliberated, announced",
        long,
        default_value = "judging"
    )]
    moment: Moment,
    /// What the invented content comes from.
    #[arg(help = "Số gốc để dựng nội dung minh họa", long, default_value_t = 8)]
    seed: u64,
    /// The demo's folder; must be empty, or hold this very demo.
    #[arg(
        help = "Thư mục minh họa; phải trống hoặc đang giữ đúng bản minh họa này",
        long,
        default_value = "hoithi-demo"
    )]
    data: PathBuf,
    /// `postgres://…` instead of SQLite in the folder; must be empty as well.
    #[arg(
        help = "Dùng PostgreSQL (postgres://…) thay cho SQLite; cũng phải trống",
        long,
        env = "HOITHI_DATABASE",
        hide_env_values = true
    )]
    database: Option<String>,
    /// Where to listen.
    #[arg(help = "Địa chỉ và cổng để lắng nghe", long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// How people reach it, where the machine's own address does not say: `http://192.168.1.10:8080`
    #[arg(help = "Địa chỉ mà mọi người mở, khi địa chỉ của chính máy này chưa đủ: http://192.168.1.10:8080", long)]
    public_url: Option<String>,
    /// Serve it to a local network over plain http, with a password that everybody knows.
    #[arg(help = "Cho cả mạng nội bộ dùng qua http không mã hóa, với mật khẩu ai cũng biết", long)]
    insecure_lan: bool,
    /// For the bench: so many entries, judged, instead of the story.
    #[arg(long, hide = true)]
    scale: Option<usize>,
}

impl Demo {
    pub(super) async fn run(self) -> Outcome {
        let plan = Plan { moment: self.moment, seed: self.seed, scale: self.scale };
        let folder = Folder::at(&self.data);
        let found = folder.look(&plan)?;
        let listener = serve::bind(self.listen).await?;
        if !self.insecure_lan {
            refuse_open_http(listener.local_addr()?, "thêm --insecure-lan nếu tin cậy mạng này")?;
        }
        let here = public_url(self.public_url.as_deref(), listener.local_addr()?)?;
        if found == Found::Empty {
            folder.begin(&plan)?;
        }
        let opened = self.opening(&here).open().await?;
        if found == Found::Empty {
            demo::make(&opened.house, &plan, progress).await?;
            folder.finish(&plan)?;
        }
        demo::set_clock(&opened.house, &plan).await.map_err(words)?;
        let seats = seats_taken(&opened.house).await.map_err(words)?;
        self.tell_table(&here, &seats, &opened.house.catalogue);
        serve::serve(&opened.house, listener, Carriers::none()).await?;
        Ok(ExitCode::SUCCESS)
    }

    fn opening(&self, here: &str) -> Opening {
        Opening {
            data: self.data.clone(),
            database: self.database.clone(),
            public_url: here.to_owned(),
            insecure_lan: self.insecure_lan,
            demo: true,
            reader: Reader::of_this_machine(),
            scanner: Scanner::none(),
        }
    }

    fn tell_table(&self, here: &str, seats: &[Seat], catalogue: &Catalogue) {
        tell(format!("\n{WATERMARK} · thời điểm: {} · mật khẩu chung: {PASSWORD}\n", self.moment));
        tell(format!("  {:<34} {:<14} {:<15} {}", "Vai trò", "Tên đăng nhập", "Mật khẩu", "Bắt đầu từ"));
        for seat in seats {
            let role = catalogue.text(Lang::Vi, &seat.role_key(), &[]);
            tell(format!("  {role:<34} {:<14} {:<15} {here}{}", seat.login, PASSWORD, seat.begins));
        }
        tell(format!("\nMở trình duyệt: {here}   (dừng: Ctrl+C)\nlistening on {here}"));
    }
}

fn progress(line: &str) {
    tell(format!("… {line}"));
}
