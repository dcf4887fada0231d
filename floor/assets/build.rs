//! Makes the assets with npm packages of exact versions and writes the table that embeds them.
//!
//! `npm ci` runs in the build folder and only when the lock has changed. `HOITHI_ASSETS=DIR`
//! takes a folder that `node make.mjs` made elsewhere, for a machine without Node or network.
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

type Made<T> = Result<T, String>;

fn main() -> ExitCode {
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            println!("cargo::error={sentence}");
            ExitCode::FAILURE
        }
    }
}

fn make() -> Made<()> {
    for path in ["package-lock.json", "make.mjs", "sass", "script", "image"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed=HOITHI_ASSETS");

    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo did not set OUT_DIR")?);
    let folder = match env::var_os("HOITHI_ASSETS") {
        Some(ready) => ready_folder(Path::new(&ready))?,
        None => made_folder(&out)?,
    };
    let table = table(&folder)?;
    told(&out.join("table.rs"), fs::write(out.join("table.rs"), table))
}

fn ready_folder(folder: &Path) -> Made<PathBuf> {
    let folder = told(folder, folder.canonicalize())?;
    println!("cargo::rerun-if-changed={}", folder.display());
    Ok(folder)
}

fn made_folder(out: &Path) -> Made<PathBuf> {
    let npm = out.join("npm");
    let dist = out.join("dist");
    install(&npm)?;
    run(Command::new("node").arg("make.mjs").arg(&npm).arg(&dist))?;
    Ok(dist)
}

/// The stamp is a copy of the lock, written last: a broken installation is begun again.
fn install(npm: &Path) -> Made<()> {
    let lock = told(Path::new("package-lock.json"), fs::read("package-lock.json"))?;
    let stamp = npm.join("installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    told(npm, fs::create_dir_all(npm))?;
    for file in ["package.json", "package-lock.json"] {
        told(Path::new(file), fs::copy(file, npm.join(file)))?;
    }
    // Optional packages are file watchers with native code; nothing here watches.
    run(Command::new("npm")
        .args(["ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund"])
        .current_dir(npm))?;
    told(&stamp, fs::write(&stamp, lock))
}

fn run(command: &mut Command) -> Made<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => format!(
            "`{program}` was not found: install Node.js 20 or newer with npm, or set HOITHI_ASSETS to a folder that `node make.mjs` made on another machine."
        ),
        _ => format!("`{program}` could not be started: {error}."),
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim().replace('\n', " | ");
    Err(format!("`{program}` could not make the style sheet and fonts: {said}"))
}

/// One `Asset` per line of the manifest, and the addresses of the two files that pages name.
fn table(folder: &Path) -> Made<String> {
    let path = folder.join("manifest.tsv");
    let manifest = told(&path, fs::read_to_string(&path))?;
    let mut assets = String::new();
    let mut addresses = String::new();
    for line in manifest.lines() {
        let parts: Vec<_> = line.split('\t').collect();
        let &[logical, file, mime, hash, naming, packing] = parts.as_slice() else {
            return Err(format!("{}: not six parts: {line}", path.display()));
        };
        let bytes = embedded(&folder.join(file));
        let gzip = match packing {
            "gzip" => format!("Some({})", embedded(&folder.join(format!("{file}.gz")))),
            _ => "None".to_owned(),
        };
        let immutable = naming == "hashed";
        let etag = format!("\"{hash}\"");
        let _ = writeln!(
            assets,
            "({file:?}, Asset {{ bytes: {bytes}, gzip: {gzip}, mime: {mime:?}, immutable: {immutable}, etag: {etag:?} }}),"
        );
        let name = match logical {
            "hoithi.css" => "STYLE",
            "hoithi.js" => "SCRIPT",
            _ => continue,
        };
        let _ = writeln!(addresses, "const {name}: &str = \"/assets/{file}\";");
    }
    Ok(format!("{addresses}static TABLE: &[(&str, Asset)] = &[\n{assets}];\n"))
}

fn embedded(path: &Path) -> String {
    format!("include_bytes!({:?})", path.to_string_lossy())
}

fn told<T>(path: &Path, result: io::Result<T>) -> Made<T> {
    result.map_err(|error| format!("{}: {error}", path.display()))
}
