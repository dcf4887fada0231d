//! Just enough of HTML to follow a link and fill in a form, on pages that this house wrote itself.

/// One opening tag: its name and what stands between it and `>`.
struct Tag<'a> {
    name: &'a str,
    inside: &'a str,
    /// The page after this tag.
    rest: &'a str,
}

impl Tag<'_> {
    fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.inside;
        while let Some(place) = rest.find(name) {
            let before = rest[..place].chars().next_back();
            let after = &rest[place + name.len()..];
            if before.is_some_and(char::is_whitespace)
                && let Some(quoted) = after.strip_prefix("=\"")
            {
                return Some(unescape(quoted.split('"').next().unwrap_or_default()));
            }
            rest = after;
        }
        None
    }

    fn has(&self, flag: &str) -> bool {
        self.inside.split_whitespace().any(|word| word == flag)
    }
}

fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    page.match_indices('<').filter_map(|(place, _)| {
        let inside = &page[place + 1..];
        let end = inside.find('>')?;
        let (inside, rest) = (&inside[..end], &inside[end + 1..]);
        let name = inside.split(char::is_whitespace).next().unwrap_or_default();
        Some(Tag { name, inside, rest })
    })
}

/// The addresses of links that begin so, each once, in the page's order.
pub(super) fn links(page: &str, beginning: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for address in tags(page).filter(|tag| tag.name == "a").filter_map(|tag| tag.attribute("href")) {
        if address.starts_with(beginning) && !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

/// A form with the values that the page came with.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) action: String,
    pub(super) fields: Vec<(String, String)>,
}

impl Form {
    /// The first form whose action contains this text; without a text the first that names no
    /// action, which goes to its own page.
    pub(super) fn find(page: &str, action: &str) -> Option<Self> {
        let asked_for = |found: &str| if action.is_empty() { found.is_empty() } else { found.contains(action) };
        tags(page)
            .filter(|tag| tag.name == "form")
            .map(|tag| (tag.attribute("action").unwrap_or_default(), tag.rest))
            .find(|(found, _)| asked_for(found))
            .map(|(action, rest)| {
                let inside = rest.split("</form>").next().unwrap_or_default();
                Self { action, fields: tags(inside).filter_map(|tag| field(&tag)).collect() }
            })
    }

    /// Replaces a field's value, or adds the field.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        match self.fields.iter_mut().find(|(found, _)| found == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
    }

    pub(super) fn encoded(&self) -> String {
        let pairs = self.fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

fn field(tag: &Tag<'_>) -> Option<(String, String)> {
    let name = tag.attribute("name")?;
    match tag.name {
        "input" => {
            let kind = tag.attribute("type").unwrap_or_default();
            let chosen = !matches!(kind.as_str(), "checkbox" | "radio") || tag.has("checked");
            chosen.then(|| (name, tag.attribute("value").unwrap_or_default()))
        }
        "textarea" => Some((name, unescape(tag.rest.split("</textarea>").next().unwrap_or_default()))),
        "select" => {
            let options = tag.rest.split("</select>").next().unwrap_or_default();
            let chosen = tags(options).find(|option| option.has("selected"))?;
            Some((name, chosen.attribute("value").unwrap_or_default()))
        }
        _ => None,
    }
}

fn unescape(text: &str) -> String {
    let named = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    named
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<a href="/cham-diem/1">Một</a><a class="x" href="/khac">x</a>
        <a href="/cham-diem/1">lại</a><a href="/cham-diem/2?a=1&amp;b=2">Hai</a>
        <form method="post" action="/dang-xuat"><input name="csrf" value="a"></form>
        <form action="/cham-diem/1" method="post"><input type="hidden" name="csrf" value="t&#38;k">
        <input data-name="no" name="mark-1" value="8,5"><input type="checkbox" name="off" value="1">
        <input type="checkbox" name="on" value="1" checked>
        <select name="band"><option value="a">A</option><option value="b" selected>B</option></select>
        <textarea name="comment">rõ &amp; đủ</textarea></form>"#;

    #[test]
    fn links_are_found_once_each() {
        assert_eq!(links(PAGE, "/cham-diem/"), ["/cham-diem/1", "/cham-diem/2?a=1&b=2"]);
    }

    #[test]
    fn a_form_keeps_what_it_came_with() {
        let mut form = Form::find(PAGE, "/cham-diem/").unwrap();
        form.set("mark-1", "9");
        assert_eq!(form.action, "/cham-diem/1");
        assert_eq!(form.encoded(), "csrf=t%26k&mark-1=9&on=1&band=b&comment=r%C3%B5%20%26%20%C4%91%E1%BB%A7");
    }
}
