//! The error summary in the order of the fields on the page.
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
    format!("{before}{}{tail}{after}", lines.concat())
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
    fn a_page_without_a_summary_stays() {
        assert_eq!(in_page_order("<p>không có</p>".to_owned()), "<p>không có</p>");
    }
}
