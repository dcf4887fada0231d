//! The error summary in the order of the fields on the page, each line telling its field from the
//! others.
//!
//! Refusals come from several places, the door's and the law's, each in its own order, and only
//! the finished page knows where its fields stand. So the order is made there, once for all forms.

const LIST: &str = "govuk-error-summary__list\">";

/// The page with the lines of its error summary, if it has one, in the order of their fields.
/// A line without a field speaks of the form as a whole and comes first.
pub(crate) fn in_page_order(page: String) -> String {
    let Some(start) = page.find(LIST).map(|at| at + LIST.len()) else { return page };
    let Some(length) = page[start..].find("</ul>") else { return page };
    let (before, rest) = page.split_at(start);
    let (list, after) = rest.split_at(length);
    let mut lines: Vec<&str> = list.split_inclusive("</li>").collect();
    let tail = lines.pop_if(|last| !last.contains("<li>")).unwrap_or_default();
    lines.sort_by_key(|line| place(line, after));
    let lines: Vec<String> = lines.iter().map(|line| told_apart(line, &lines, after)).collect();
    format!("{before}{}{tail}{after}", lines.concat())
}

/// A sentence that stands there for several fields says for which: its label goes before it.
fn told_apart(line: &str, lines: &[&str], page: &str) -> String {
    let Some((field, sentence)) = parts(line) else { return line.to_owned() };
    let alone = lines.iter().filter_map(|other| parts(other)).filter(|(_, other)| *other == sentence).count() < 2;
    match label(field, page) {
        Some(label) if !alone => line.replacen(sentence, &format!("{label}: {sentence}"), 1),
        _ => line.to_owned(),
    }
}

/// The field that a line leads to, and its sentence.
fn parts(line: &str) -> Option<(&str, &str)> {
    let (_, link) = line.split_once("href=\"#")?;
    let (field, rest) = link.split_once("\">")?;
    Some((field, rest.split_once("</a>")?.0))
}

/// What stands over a field: the last label or legend before its message.
fn label<'a>(field: &str, page: &'a str) -> Option<&'a str> {
    let (before, _) = page.split_once(&format!(" id=\"{field}-error\""))?;
    let head = &before[before.rfind("ht-label\"")?..];
    let text = head.split_once('>')?.1.split('<').next()?.trim();
    Some(text).filter(|text| !text.is_empty())
}

/// Where the field of a line stands; one that is not on the page comes last.
fn place(line: &str, page: &str) -> usize {
    let Some((_, link)) = line.split_once("href=\"#") else { return 0 };
    let field = link.split('"').next().unwrap_or_default();
    page.find(&format!(" id=\"{field}\"")).map_or(usize::MAX, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lines: &str) -> String {
        format!(r#"<ul class="govuk-list {LIST}{lines}</ul><input id="link"><input class="x" id="day">"#)
    }

    #[test]
    fn lines_follow_their_fields() {
        let (day, link, gone) = (
            "<li><a href=\"#day\">1</a></li> ",
            "<li><a href=\"#link\">2</a></li>",
            "<li><a href=\"#gone\">3</a></li>",
        );
        let whole = "<li>4</li>";
        let given = page(&[gone, day, link, whole].concat());
        let wanted = page(&format!("{whole}<li><a href=\"#link\">2</a></li> <li><a href=\"#day\">1</a></li>{gone}"));
        let squeezed = |text: String| text.replace(' ', "");
        assert_eq!(squeezed(in_page_order(given)), squeezed(wanted));
    }

    #[test]
    fn a_sentence_that_repeats_says_for_which_field() {
        let line = |field: &str| format!("<li><a href=\"#{field}\">Ghi số.</a></li>");
        let field = |name: &str, label: &str| {
            format!(
                r#"<label class="govuk-label ht-label" for="{name}">{label} <span>(x)</span></label><p id="{name}-error">Ghi số.</p><input id="{name}">"#
            )
        };
        let page =
            |lines: &str| format!("<ul class=\"{LIST}{lines}</ul>{}{}", field("a", "Số người"), field("b", "Số tin"));
        let both = in_page_order(page(&[line("a"), line("b")].concat()));
        assert!(both.contains("#a\">Số người: Ghi số.</a>") && both.contains("#b\">Số tin: Ghi số.</a>"), "{both}");
        assert!(in_page_order(page(&line("a"))).contains("#a\">Ghi số.</a>"));
    }

    #[test]
    fn a_page_without_a_summary_stays() {
        assert_eq!(in_page_order("<p>không có</p>".to_owned()), "<p>không có</p>");
    }
}
