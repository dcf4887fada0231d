//! The parts of a Word file beside its text: styles in the decree's sizes, headers, links.

use std::fmt::Write;

use super::body::escaped;
use super::frame::STRONG;

pub(super) const DOCUMENT_BEGINS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#
);

pub(super) const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    r#"<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>"#,
    r#"<Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>"#,
    r#"<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    r"</Types>"
);

pub(super) const PACKAGE_LINKS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    r"</Relationships>"
);

pub(super) const DOCUMENT_LINKS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rIdKieu" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#,
    r#"<Relationship Id="rIdDat" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>"#,
    r#"<Relationship Id="rIdTren" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>"#,
    r#"<Relationship Id="rIdTrenDau" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/>"#,
    r#"<Relationship Id="rIdDuoi" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>"#,
    r"</Relationships>"
);

pub(super) const SETTINGS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>"#,
    r#"<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
    r#"<w:themeFontLang w:val="vi-VN"/></w:settings>"#
);

pub(super) fn properties(title: &str) -> String {
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#,
            r#"xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"#
        ),
        escaped(title)
    )
}

fn in_part(kind: &str, inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{kind} \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{inside}</w:{kind}>"
    )
}

/// The page's number, over its text.
pub(super) fn header() -> String {
    in_part(
        "hdr",
        "<w:p><w:pPr><w:pStyle w:val=\"VBSoTrang\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>\
         <w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>\
         </w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
    )
}

/// The first page bears no number.
pub(super) fn first_header() -> String {
    in_part("hdr", "<w:p><w:pPr><w:pStyle w:val=\"VBSoTrang\"/></w:pPr></w:p>")
}

/// A notice such as that the data are invented, or nothing.
pub(super) fn footer(notice: &str) -> String {
    let words = super::body::run(notice, "");
    in_part("ftr", &format!("<w:p><w:pPr><w:pStyle w:val=\"VBGhiChu\"/></w:pPr>{words}</w:p>"))
}

/// A paragraph's style: name, what its paragraph has, what its letters have. Sizes are half points.
type Style = (&'static str, &'static str, &'static str);

const INDENT: &str = r#"<w:spacing w:before="0" w:after="120" w:line="250" w:lineRule="auto"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>"#;
const CENTRE: &str = r#"<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>"#;
const FIRM: &str = r#"<w:keepNext/><w:spacing w:before="120" w:after="120" w:line="250" w:lineRule="auto"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>"#;

const STYLES: [Style; 32] = [
    ("VBThan", INDENT, ""),
    ("VBGachDau", INDENT, ""),
    ("VBCanCu", INDENT, "<w:i/>"),
    ("VBDeMuc", FIRM, STRONG),
    ("VBCoQuanTren", CENTRE, r#"<w:sz w:val="24"/>"#),
    ("VBCoQuan", CENTRE, r#"<w:b/><w:sz w:val="24"/>"#),
    ("VBQuocHieu", CENTRE, r#"<w:b/><w:sz w:val="24"/>"#),
    ("VBTieuNgu", CENTRE, r#"<w:b/><w:sz w:val="26"/>"#),
    ("VBSo", r#"<w:spacing w:before="120" w:after="0"/><w:jc w:val="center"/>"#, r#"<w:sz w:val="26"/>"#),
    ("VBNgay", r#"<w:spacing w:before="120" w:after="0"/><w:jc w:val="center"/>"#, r#"<w:i/><w:sz w:val="26"/>"#),
    ("VBTrichYeuCongVan", r#"<w:spacing w:before="60" w:after="0"/><w:jc w:val="center"/>"#, r#"<w:sz w:val="24"/>"#),
    (
        "VBKhan",
        r#"<w:pBdr><w:top w:val="single" w:sz="10" w:space="3" w:color="000000"/><w:left w:val="single" w:sz="10" w:space="3" w:color="000000"/><w:bottom w:val="single" w:sz="10" w:space="3" w:color="000000"/><w:right w:val="single" w:sz="10" w:space="3" w:color="000000"/></w:pBdr><w:spacing w:before="160" w:after="0"/><w:ind w:left="1000" w:right="1000"/><w:jc w:val="center"/>"#,
        r#"<w:b/><w:sz w:val="26"/>"#,
    ),
    ("VBTenLoai", r#"<w:keepNext/><w:spacing w:before="80" w:after="60"/><w:jc w:val="center"/>"#, STRONG),
    ("VBTrichYeu", r#"<w:keepNext/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>"#, STRONG),
    ("VBThamQuyen", r#"<w:keepNext/><w:spacing w:before="80" w:after="200"/><w:jc w:val="center"/>"#, STRONG),
    ("VBQuyetDinh", r#"<w:keepNext/><w:spacing w:before="160" w:after="200"/><w:jc w:val="center"/>"#, STRONG),
    ("VBKinhGui", r#"<w:spacing w:before="0" w:after="240"/><w:jc w:val="center"/>"#, ""),
    ("VBKinhGuiNhieu", r#"<w:keepNext/><w:spacing w:before="0" w:after="60"/><w:ind w:left="1701"/>"#, ""),
    ("VBKinhGuiNoi", r#"<w:spacing w:before="0" w:after="60"/><w:ind w:left="2977" w:hanging="170"/>"#, ""),
    ("VBMoi", INDENT, ""),
    ("VBMoiNoi", INDENT, ""),
    ("VBNoiNhanDau", r#"<w:spacing w:before="0" w:after="0"/>"#, r#"<w:b/><w:i/><w:sz w:val="24"/>"#),
    (
        "VBNoiNhan",
        r#"<w:spacing w:before="0" w:after="0"/><w:ind w:left="113" w:hanging="113"/>"#,
        r#"<w:sz w:val="22"/>"#,
    ),
    (
        "VBQuyenHan",
        r#"<w:keepNext/><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>"#,
        r#"<w:b/><w:sz w:val="26"/>"#,
    ),
    (
        "VBChoKy",
        r#"<w:keepNext/><w:spacing w:before="600" w:after="600"/><w:jc w:val="center"/>"#,
        r#"<w:i/><w:sz w:val="24"/>"#,
    ),
    ("VBNguoiKy", CENTRE, STRONG),
    ("VBPhuLuc", r#"<w:keepNext/><w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>"#, STRONG),
    ("VBPhuLucTen", r#"<w:keepNext/><w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>"#, STRONG),
    ("VBPhuLucKem", r#"<w:spacing w:before="0" w:after="240"/><w:jc w:val="center"/>"#, r#"<w:i/><w:sz w:val="26"/>"#),
    ("VBTenBang", r#"<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/>"#, STRONG),
    ("VBOBang", r#"<w:spacing w:before="40" w:after="40"/>"#, r#"<w:sz w:val="24"/>"#),
    ("VBSoTrang", CENTRE, r#"<w:sz w:val="26"/>"#),
];

const SMALL: [Style; 3] = [
    (
        "VBKe",
        r#"<w:keepNext/><w:spacing w:before="40" w:after="60" w:line="80" w:lineRule="exact"/>"#,
        r#"<w:sz w:val="4"/>"#,
    ),
    ("VBKhung", r#"<w:spacing w:before="0" w:after="120" w:line="120" w:lineRule="exact"/>"#, r#"<w:sz w:val="8"/>"#),
    ("VBGhiChu", CENTRE, r#"<w:b/><w:color w:val="B3261E"/><w:sz w:val="16"/>"#),
];

pub(super) fn styles() -> String {
    let mut all = String::from(concat!(
        r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>"#,
        r#"<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>"#,
        r#"<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
        r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#,
        r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>"#,
        r#"<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
        r#"<w:style w:type="table" w:customStyle="1" w:styleId="VBHaiCot"><w:name w:val="VBHaiCot"/><w:basedOn w:val="TableNormal"/></w:style>"#,
        r#"<w:style w:type="table" w:customStyle="1" w:styleId="VBBang"><w:name w:val="VBBang"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>"#,
        r#"<w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#,
        r#"<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#,
        r#"<w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders>"#,
        r#"<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    ));
    for (name, paragraph, letters) in STYLES.iter().chain(&SMALL) {
        let _ = write!(
            all,
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{name}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        );
    }
    in_part("styles", &all)
}
