//! A macro's body sees the macro's own names before those around it: `{{ title }}` inside a notice is the notice's
//! title, not the document's. No template falls for that.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use regex::Regex;

use crate::house::root;

type Parameters = BTreeMap<String, BTreeSet<String>>;

fn parameters() -> Parameters {
    let macros = fs::read_to_string(root().join("floor/web/templates/macros.html")).unwrap();
    let head = Regex::new(r"\{%-? macro (\w+)\(([^)]*)\)").unwrap();
    let name = |each: &str| each.split('=').next().unwrap().trim().to_owned();
    let names = |list: &str| list.split(',').map(name).filter(|name| !name.is_empty()).collect();
    head.captures_iter(&macros).map(|found| (found[1].to_owned(), names(&found[2]))).collect()
}

fn templates(folder: &Path, all: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
        if path.is_dir() && !["target", "node_modules", "out", ".git"].contains(&name.as_str()) {
            templates(&path, all);
        } else if path.extension().is_some_and(|kind| kind == "html") && name != "macros.html" {
            all.push(path.to_str().unwrap().to_owned());
        }
    }
}

/// A call that is open: what hides, less what is bound within it.
struct Open {
    name: String,
    hides: BTreeSet<String>,
}

/// The uses of names that the macro around them hides.
fn hidden(template: &str, parameters: &Parameters) -> Vec<String> {
    let token = Regex::new(r"(?s)\{%-?\s*(\w+)(.*?)-?%\}|\{\{(.*?)\}\}").unwrap();
    let called = Regex::new(r"ui::(\w+)\((?s)(.*)").unwrap();
    let word = Regex::new(r"[\w.:]+").unwrap();
    let quoted = Regex::new(r#""[^"]*""#).unwrap();
    // What a call names its arguments by is the other macro's name.
    let named = Regex::new(r"\w+\s*=([^=])").unwrap();
    let words = |text: &str| -> BTreeSet<String> {
        let bare = named.replace_all(&quoted.replace_all(text, "''"), "$1").into_owned();
        word.find_iter(&bare).map(|found| found.as_str().split('.').next().unwrap().to_owned()).collect()
    };
    let (mut open, mut all): (Vec<Open>, Vec<String>) = (Vec::new(), Vec::new());
    for found in token.captures_iter(template) {
        let (kind, rest) =
            (found.get(1).map_or("", |kind| kind.as_str()), found.get(2).map_or("", |rest| rest.as_str()));
        match kind {
            "call" => {
                let Some(call) = called.captures(rest) else { continue };
                // What is handed in under its own name is the same inside.
                let own = words(&call[2]);
                let hides = parameters.get(&call[1]).into_iter().flatten().filter(|name| !own.contains(*name));
                open.push(Open { name: call[1].to_owned(), hides: hides.cloned().collect() });
            }
            "endcall" => drop(open.pop()),
            "for" | "let" | "if" if rest.contains('=') || rest.contains(" in ") => {
                let bound = rest.split(" in ").next().unwrap().split('=').next().unwrap();
                let bound = words(bound);
                for call in &mut open {
                    call.hides.retain(|name| !bound.contains(name));
                }
            }
            _ => {}
        }
        let used = words(found.get(3).map_or("", |used| used.as_str()));
        for call in &open {
            all.extend(used.intersection(&call.hides).map(|name| format!("{name} in {}", call.name)));
        }
    }
    all
}

#[test]
fn no_template_s_name_is_hidden_by_the_macro_around_it() {
    let (parameters, mut paths) = (parameters(), Vec::new());
    templates(&root(), &mut paths);
    assert!(parameters.len() > 20 && paths.len() > 200, "{} macros, {} templates", parameters.len(), paths.len());
    let wrong: Vec<String> = paths
        .iter()
        .flat_map(|path| {
            let found = hidden(&fs::read_to_string(path).unwrap(), &parameters);
            found.into_iter().map(move |found| format!("{path}: {found}"))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_name_that_is_hidden_is_found() {
    let parameters = BTreeMap::from([("notice".to_owned(), BTreeSet::from(["title".to_owned()]))]);
    let wrong =
        r#"{% if let Some(title) = taken %}{% call ui::notice(page.t("x")) %}{{ title }}{% endcall %}{% endif %}"#;
    assert_eq!(hidden(wrong, &parameters), ["title in notice"]);
    let right = r#"{% call ui::notice(page.t("x")) %}{% for title in all %}{{ title }}{% endfor %}{{ page.title }}{% endcall %}"#;
    assert_eq!(hidden(right, &parameters), Vec::<String>::new());
}
