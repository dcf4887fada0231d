//! Files that are made to hurt whoever opens them.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::sync::LazyLock;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::entries::pdf;
use crate::photographs::{flood, photograph};

/// A file and the name under which it comes.
pub(super) type Hostile = (&'static str, Vec<u8>);

/// All of them, made once.
pub(super) static FILES: LazyLock<Vec<Hostile>> = LazyLock::new(|| {
    let picture = photograph(1);
    vec![
        ("bom.zip", zipped(&[("noi-dung.xml", &vec![b' '; 30 << 20])])),
        ("truot.zip", zipped(&[("manifest.json", b"{}"), ("../../tep.txt", b"ra ngoai")])),
        ("ngoai.docx", word(&[("word/_rels/document.xml.rels", OUTSIDE.as_bytes())])),
        ("macro.docx", word(&[("word/vbaProject.bin", b"macro")])),
        ("hinh.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec()),
        ("tram-nghin-trang.pdf", many("<</Type/Page/Parent 2 0 R>>", 100_000, true)),
        ("phan-tu.pdf", many("0", 250_000, false)),
        ("khoa.pdf", locked()),
        ("virus.pdf", eicar()),
        ("doi-ten.pdf", b"MZ\x90\0 This program cannot be run in DOS mode.".to_vec()),
        ("doi-ten.xlsx", pdf("doi ten")[..60].to_vec()),
        ("cat.jpg", picture[..picture.len() / 2].to_vec()),
        ("cat.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()),
        ("lut.png", flood()),
        ("trong.pdf", b"%PDF-1.7\n%%EOF\n".to_vec()),
    ]
});

const TYPES: &str =
    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
const TEXT: &str = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>";
const OUTSIDE: &str = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://vidu.invalid/a.dotm\" TargetMode=\"External\"/></Relationships>";

fn word(more: &[(&str, &[u8])]) -> Vec<u8> {
    let plain = [("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", TEXT.as_bytes())];
    zipped(&[&plain[..], more].concat())
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A whole PDF with so many objects behind its catalogue, each of them a page or none.
fn many(object: &str, count: usize, are_pages: bool) -> Vec<u8> {
    let mut kids = String::new();
    for number in (3..count + 3).filter(|_| are_pages) {
        write!(kids, "{number} 0 R ").unwrap();
    }
    let pages = if are_pages { count } else { 0 };
    let mut objects = vec![
        "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n".to_owned(),
        format!("2 0 obj\n<</Type/Pages/Count {pages}/Kids[{kids}]>>\nendobj\n"),
    ];
    objects.extend((3..count + 3).map(|number| format!("{number} 0 obj\n{object}\nendobj\n")));
    let (mut body, mut table) = ("%PDF-1.7\n".to_owned(), String::new());
    for each in &objects {
        writeln!(table, "{:010} 00000 n ", body.len()).unwrap();
        body.push_str(each);
    }
    let (at, size) = (body.len(), objects.len() + 1);
    let head = format!("xref\n0 {size}\n0000000000 65535 f \n{table}");
    writeln!(body, "{head}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF").unwrap();
    body.into_bytes()
}

fn locked() -> Vec<u8> {
    let whole = String::from_utf8(pdf("khoa")).unwrap();
    whole.replace("trailer\n<<", "trailer\n<< /Encrypt 5 0 R").into_bytes()
}

/// What every scanner knows; it stands in no file of ours.
fn eicar() -> Vec<u8> {
    ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].concat().into_bytes()
}
