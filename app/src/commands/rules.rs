//! `hoithi rules check` and `hoithi rules explain`.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use hoithi_edition::{check_text, explain_text};

use super::{Outcome, tell};

/// Rule books.
#[derive(clap::Subcommand)]
pub(super) enum Rules {
    /// Checks a rule book and names every error with its line.
    #[command(about = "Kiểm tra một sổ thể lệ, chỉ rõ từng lỗi ở dòng nào")]
    Check {
        /// The rule book, TOML.
        #[arg(help = "Tệp sổ thể lệ, TOML")]
        file: PathBuf,
    },
    /// Tells a rule book as a Vietnamese text, article by article.
    #[command(about = "Đọc một sổ thể lệ thành văn bản, theo từng điều")]
    Explain {
        /// The rule book, TOML.
        #[arg(help = "Tệp sổ thể lệ, TOML")]
        file: PathBuf,
    },
}

impl Rules {
    pub(super) fn run(self) -> Outcome {
        match self {
            Self::Check { file } => check(&file),
            Self::Explain { file } => explain(&file),
        }
    }
}

fn check(file: &Path) -> Outcome {
    let book = match check_text(&read(file)?) {
        Ok(book) => book,
        Err(errors) => {
            for error in &errors {
                tell(format!("{}:{}: {} [{}]", file.display(), error.line, error.sentence, error.code));
            }
            tell(format!("{} lỗi.", errors.len()));
            return Ok(ExitCode::from(1));
        }
    };
    tell(format!("{}: đọc được, không có lỗi.", book.title()));
    for part in book.missing() {
        tell(format!("Chưa có phần {}.", part.vietnamese()));
    }
    Ok(ExitCode::SUCCESS)
}

fn explain(file: &Path) -> Outcome {
    match explain_text(&read(file)?) {
        Ok(text) => {
            tell(text);
            Ok(ExitCode::SUCCESS)
        }
        Err(_) => check(file),
    }
}

fn read(file: &Path) -> Result<String, String> {
    let told = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => format!("Không có tệp {}", file.display()),
        ErrorKind::InvalidData => format!(
            "{} không phải tệp UTF-8; hãy mở bằng trình soạn thảo và lưu lại với mã hóa UTF-8 (Notepad: Save As, ô \
             Encoding)",
            file.display()
        ),
        _ => format!("{}: {error}", file.display()),
    };
    std::fs::read_to_string(file).map_err(told)
}
