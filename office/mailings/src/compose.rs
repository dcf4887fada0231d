//! One reader's mail: the text with its places filled, and how to leave the list.

use hoithi_journal::{Halt, Mail};
use hoithi_people::OrRefuse;
use hoithi_rules::mailings::{Facts, filled};
use hoithi_web::{House, Lang};

use crate::things::Mailing;

/// A reader's name and address.
pub(crate) struct To<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
}

/// Where one leaves by that secret word.
pub(crate) fn leave_address(house: &House, token: &str) -> String {
    format!("{}/nhan-tin/roi/{token}", house.site.public_url)
}

/// The mail as that reader gets it.
pub(crate) fn mail(house: &House, mailing: &Mailing, to: &To<'_>, leave: &str) -> Result<Mail, Halt> {
    let facts = Facts { name: to.name, email: to.email, list: &mailing.list_name };
    let subject = filled(&mailing.subject, &facts).or_refuse()?;
    let body = filled(&mailing.body, &facts).or_refuse()?;
    let told = [("list", mailing.list_name.clone()), ("link", leave.to_owned())];
    let foot = house.catalogue.text(Lang::Vi, "mailings-mail-foot", &told);
    Ok(Mail { to: to.email.to_owned(), subject, body: format!("{body}\n\n-- \n{foot}\n") })
}

/// The mail that asks whether it was really the address's owner who wants to be on the list.
pub(crate) fn asking(house: &House, list: &str, email: &str, token: &str) -> Mail {
    let link = format!("{}/nhan-tin/xac-nhan/{token}", house.site.public_url);
    let told = [("list", list.to_owned()), ("link", link)];
    let text = |key| house.catalogue.text(Lang::Vi, key, &told);
    let [hello, why, end] =
        [text("mailings-confirm-mail"), text("mailings-confirm-link"), text("mailings-confirm-else")];
    Mail {
        to: email.to_owned(),
        subject: text("mailings-confirm-subject"),
        body: format!("{hello}\n\n{why}\n\n{end}\n"),
    }
}
