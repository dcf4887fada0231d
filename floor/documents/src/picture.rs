//! The picture of a page, and the words that stand on it with their places.

/// A word, and the corners of where it stands, in points of the picture from its upper left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenWord {
    /// The word.
    pub word: String,
    /// Its left and upper edge.
    pub from: (usize, usize),
    /// Its right and lower edge.
    pub to: (usize, usize),
}

/// A page as a picture: three bytes a point, row by row, two points to a point of print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How many points stand in a row.
    pub width: usize,
    /// How many rows.
    pub height: usize,
    /// Red, green and blue of each.
    pub points: Vec<u8>,
}

impl Picture {
    /// Reads what `pdftoppm` wrote.
    pub(crate) fn of_ppm(bytes: &[u8]) -> Option<Self> {
        let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
        let (kind, size, depth, points) = (lines.next()?, lines.next()?, lines.next()?, lines.next()?);
        let (width, height) = std::str::from_utf8(size).ok()?.split_once(' ')?;
        let (width, height) = (width.parse::<usize>().ok()?, height.parse::<usize>().ok()?);
        let whole = width.checked_mul(height)?.checked_mul(3)? == points.len();
        (kind == b"P6" && depth == b"255" && whole).then(|| Self { width, height, points: points.to_vec() })
    }

    /// Paints over a word, with its marks above and below.
    pub fn cover(&mut self, word: &SeenWord) {
        let room = 4 + word.to.1.saturating_sub(word.from.1) / 3;
        let (left, right) = (word.from.0.saturating_sub(room), (word.to.0 + room).min(self.width));
        let (top, bottom) = (word.from.1.saturating_sub(room), (word.to.1 + room).min(self.height));
        for row in top..bottom {
            let row = row * self.width;
            if let Some(points) = self.points.get_mut((row + left) * 3..(row + right) * 3) {
                points.fill(0);
            }
        }
    }
}

/// Reads what `pdftotext -bbox` wrote of one page, for a picture of two points to a point of print.
pub(crate) fn words_in_boxes(said: &str) -> Vec<SeenWord> {
    let word = |line: &str| {
        let (tag, rest) = line.trim_start().strip_prefix("<word ")?.split_once('>')?;
        let word = rest.strip_suffix("</word>")?;
        let whole = |name: &str| {
            let (_, value) = tag.split_once(name)?;
            let (whole, _) = value.split_once('.')?;
            Some(whole.parse::<usize>().unwrap_or(0) * 2)
        };
        let from = (whole("xMin=\"")?, whole("yMin=\"")?);
        let to = (whole("xMax=\"")? + 2, whole("yMax=\"")? + 2);
        let escaped = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
        let word = escaped.into_iter().fold(word.to_owned(), |word, (written, is)| word.replace(written, is));
        Some(SeenWord { word, from, to })
    };
    said.lines().filter_map(word).collect()
}

/// Reads the table that `tesseract` wrote of a picture of 200 points an inch, for one of 144.
pub(crate) fn words_in_table(said: &str) -> Vec<SeenWord> {
    let word = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, _, _, _, _, _, left, top, width, height, _, word] = cells.as_slice() else { return None };
        let number = |cell: &str| cell.parse::<usize>().ok();
        let (left, top) = (number(left)?, number(top)?);
        let (right, bottom) = (left + number(width)?, top + number(height)?);
        let scaled = |at: usize| at * 18 / 25;
        let from = (scaled(left), scaled(top));
        let to = (scaled(right) + 1, scaled(bottom) + 1);
        Some(SeenWord { word: (*word).to_owned(), from, to }).filter(|seen| !seen.word.trim().is_empty())
    };
    said.lines().filter_map(word).collect()
}
