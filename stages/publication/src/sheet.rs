//! A certificate as the sheet that is printed, signed and handed over.

use hoithi_correspondence::{Document, day_in_document};
use hoithi_documents::Qr;
use hoithi_documents::forms::{self, Signature};
use hoithi_journal::Halt;
use hoithi_web::House;

use crate::certificate::Certificate;

/// Where the public asks about a certificate: what its square code holds.
pub(crate) fn address(house: &House, certificate: &Certificate) -> String {
    format!("{}/xac-minh/{}", house.site.public_url, certificate.code)
}

/// The sheet as a PDF. Place and signature are the decision's: whoever signed it signs these.
pub(crate) async fn print(house: &House, certificate: &Certificate, decision: &Document) -> Result<Vec<u8>, Halt> {
    let sheet = sheet(house, certificate, decision)?;
    house.printer.print_form(&sheet).await.map_err(Halt::fault)
}

fn sheet(house: &House, certificate: &Certificate, decision: &Document) -> Result<forms::Certificate, Halt> {
    let says = &certificate.says;
    let address = address(house, certificate);
    Ok(forms::Certificate {
        watermark: watermark(house, certificate),
        issuer: says.issuer.clone(),
        title: "Giấy chứng nhận".to_owned(),
        verb: "Chứng nhận".to_owned(),
        names: vec![says.name.clone()],
        unit: Some(says.unit_name.clone()).filter(|unit| !unit.is_empty()),
        merit: String::new(),
        prize: says.wording.clone(),
        contest: says.contest.clone(),
        solution_label: "Giải pháp".to_owned(),
        solution: says.title.clone(),
        decision: format!(
            "Theo Quyết định số {} ngày {}\ncủa {}",
            says.decision,
            day_in_document(says.decided_on),
            says.issuer
        ),
        place: decision.content.place.clone(),
        date: Some(says.decided_on),
        signature: signature(decision),
        register_number: format!("Số vào sổ: {}", certificate.number),
        qr: Qr::new(&address).map_err(Halt::fault)?,
        address: on_two_lines(without_scheme(&address)),
    })
}

/// A void sheet says so across the page, in a demo as well.
fn watermark(house: &House, certificate: &Certificate) -> Option<String> {
    if !certificate.counts() {
        return Some("ĐÃ THU HỒI".to_owned());
    }
    house.site.watermark()
}

/// The space for pen and seal stays open.
fn signature(decision: &Document) -> Signature {
    let signatory = decision.content.signatory.as_ref();
    Signature {
        capacity: signatory.map(hoithi_rules::correspondence::Signatory::lines).unwrap_or_default(),
        name: signatory.map(|signatory| signatory.name.to_string()),
        mark: None,
    }
}

/// Shorter to read and to type; browsers add it themselves.
fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

/// The code on a line of its own: it is what people type where no square code can be read.
fn on_two_lines(address: &str) -> String {
    address.rsplit_once('/').map_or_else(|| address.to_owned(), |(place, code)| format!("{place}/\n{code}"))
}
