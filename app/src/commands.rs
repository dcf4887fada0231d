//! The command line.

mod address;
mod admin;
mod demo;
mod doctor;
mod journal;
mod package;
mod reference;
mod rules;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use hoithi_journal::Halt;
use hoithi_rules::refusal::Refusal;
use hoithi_web::{Catalogue, Lang};

use crate::rooms;

/// Runs public innovation contests end to end.
#[derive(Parser)]
#[command(name = "hoithi", version, about = "Tổ chức hội thi, cuộc thi sáng tạo từ đầu đến cuối")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes a whole invented contest and serves it.
    #[command(about = "Dựng một hội thi minh họa đầy đủ và chạy nó")]
    Demo(demo::Demo),
    /// Serves a data folder.
    #[command(about = "Chạy hệ thống trên một thư mục dữ liệu")]
    Serve(serve::Serve),
    /// Opens the first administrator's account of a new folder, or lets one back in.
    #[command(about = "Mở tài khoản quản trị đầu tiên, hoặc đặt lại một mật khẩu đã mất")]
    Admin(admin::Admin),
    /// Rule books: check one, or read one as a text.
    #[command(about = "Sổ thể lệ: kiểm tra, hoặc đọc thành văn bản")]
    #[command(subcommand)]
    Rules(rules::Rules),
    /// The journal.
    #[command(about = "Nhật ký")]
    #[command(subcommand)]
    Journal(journal::Journal),
    /// Packages of dossiers between houses.
    #[command(about = "Gói hồ sơ gửi giữa hai hệ thống")]
    #[command(subcommand)]
    Package(package::Package),
    /// Checks the data's invariants and says what to type.
    #[command(about = "Kiểm tra dữ liệu và cho biết cần gõ lệnh gì")]
    Doctor(doctor::Doctor),
    /// The API's description, OpenAPI 3.1.
    #[command(about = "Mô tả API, OpenAPI 3.1")]
    Openapi,
    /// What the program says of itself.
    #[command(about = "Những gì chương trình tự mô tả về mình")]
    #[command(subcommand)]
    Reference(reference::Reference),
}

/// The command line speaks Vietnamese, its help as its answers; names of commands and options are
/// the same in every language. The frame of a help is clap's own, so its words are given here.
fn command_line() -> clap::Command {
    let mut command = Cli::command();
    command.build();
    in_vietnamese(command)
}

fn in_vietnamese(command: clap::Command) -> clap::Command {
    let args = |arg: clap::Arg| {
        let heading = if arg.is_positional() { "Đối số" } else { "Tùy chọn" };
        let arg = arg.help_heading(heading);
        match arg.get_id().as_str() {
            "help" => arg.help("In phần trợ giúp này"),
            "version" => arg.help("In phiên bản"),
            _ => arg,
        }
    };
    let command = match command.get_name() {
        "help" => command.about("In phần trợ giúp của một lệnh"),
        _ => command,
    };
    command
        .help_template("{about-with-newline}\nCách gọi: {usage}\n\n{all-args}")
        .subcommand_help_heading("Lệnh")
        .mut_args(args)
        .mut_subcommands(in_vietnamese)
}

/// A data folder and its database.
#[derive(clap::Args, Clone)]
struct Where {
    /// The data folder.
    #[arg(help = "Thư mục dữ liệu", long, default_value = "hoithi-data")]
    data: PathBuf,
    /// `postgres://…` instead of SQLite in the data folder.
    #[arg(
        help = "Dùng PostgreSQL (postgres://…) thay cho SQLite trong thư mục dữ liệu",
        long,
        env = "HOITHI_DATABASE",
        hide_env_values = true
    )]
    database: Option<String>,
}

/// What a command tells the shell: 0 done, 1 found something wrong, 2 could not run.
type Outcome = Result<ExitCode, Box<dyn std::error::Error + Send + Sync>>;

/// Runs the command of this process.
pub async fn run() -> ExitCode {
    start_logging();
    let told = command_line().try_get_matches().and_then(|told| Cli::from_arg_matches(&told));
    let cli = match told {
        Ok(cli) => cli,
        Err(error) => return misread(&error),
    };
    let outcome = match cli.command {
        Command::Demo(demo) => demo.run().await,
        Command::Serve(serve) => serve.run().await,
        Command::Admin(admin) => admin.run().await,
        Command::Rules(rules) => rules.run(),
        Command::Journal(journal) => journal.run().await,
        Command::Package(package) => package.run().await,
        Command::Doctor(doctor) => doctor.run().await,
        Command::Openapi => reference::Reference::Openapi.run(),
        Command::Reference(reference) => reference.run(),
    };
    outcome.unwrap_or_else(|error| {
        tell_error(&error.to_string());
        ExitCode::from(2)
    })
}

/// A command that cannot be read, or that only asks for its help.
fn misread(error: &clap::Error) -> ExitCode {
    let only_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if only_help || !error.use_stderr() {
        // Where nothing can be printed there is nobody to be told so.
        let _ = error.print();
        return ExitCode::from(if only_help { 2 } else { 0 });
    }
    let given = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (what, value) = (given(ContextKind::InvalidArg), given(ContextKind::InvalidValue));
    tell_error(&match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("Còn thiếu {what}."),
        ErrorKind::UnknownArgument => format!("Không có tùy chọn {what}."),
        ErrorKind::InvalidSubcommand => format!("Không có lệnh {}.", given(ContextKind::InvalidSubcommand)),
        ErrorKind::ArgumentConflict => format!("{what} không đi cùng {}.", given(ContextKind::PriorArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("{what}: “{value}” không dùng được."),
        _ => error.to_string(),
    });
    tell_error("Gõ thêm --help để xem cách gọi.");
    ExitCode::from(2)
}

fn start_logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HOITHI_LOG").unwrap_or_else(|_| {
        tracing_subscriber::EnvFilter::new("info,sqlx=warn,sqlx_postgres::options=error,tower_http=warn")
    });
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

#[expect(clippy::print_stdout, reason = "the answer of a command belongs on standard output")]
fn tell(line: impl std::fmt::Display) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "why a command failed belongs on standard error")]
fn tell_error(line: &str) {
    eprintln!("hoithi: {line}");
}

/// A refusal of the law, on a command's line.
fn refusal(refused: &impl Refusal) -> String {
    words(Halt::Refused(vec![hoithi_people::refused(refused)]))
}

/// Why an operation did not happen, on a command's line: the sentence that a page would show.
fn words(halt: Halt) -> String {
    match halt {
        Halt::Refused(refused) => match Catalogue::new(rooms::LOCALES) {
            Ok(catalogue) => refused.iter().map(|each| catalogue.refusal(Lang::Vi, each)).collect::<Vec<_>>().join(" "),
            Err(fault) => fault.to_string(),
        },
        Halt::Denied(denied) => format!("{denied:?}"),
        Halt::Fault(fault) => fault.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without a sentence of its own an argument's help is the code's comment, which is English.
    #[test]
    fn every_argument_is_explained_in_vietnamese() {
        let mut unexplained = Vec::new();
        look_at(&command_line(), &mut unexplained);
        assert_eq!(unexplained, Vec::<String>::new());
    }

    fn look_at(command: &clap::Command, unexplained: &mut Vec<String>) {
        for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
            let told = [arg.get_help(), arg.get_long_help()];
            let mut told = told.into_iter().flatten().map(ToString::to_string).peekable();
            if told.peek().is_none() || !told.all(|help| is_vietnamese(&help)) {
                unexplained.push(format!("{} {}", command.get_name(), arg.get_id()));
            }
        }
        for beneath in command.get_subcommands().filter(|beneath| beneath.get_name() != "help") {
            look_at(beneath, unexplained);
        }
    }

    /// No sentence of ours gets by without a letter that English has not.
    fn is_vietnamese(help: &str) -> bool {
        help.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())
    }
}
