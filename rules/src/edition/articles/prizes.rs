//! The prizes part and the money part in words.

use super::{Article, coded, count};
use crate::awards::{PrizeScope, PrizeTier};
use crate::edition::{MoneyPart, PrizesPart, RuleBook};

pub(super) fn article(part: &PrizesPart) -> Article {
    let scope = match part.structure.scope {
        PrizeScope::Overall => "tính chung cả hội thi",
        PrizeScope::PerCategory => "tính riêng từng lĩnh vực",
    };
    Article::new("Cơ cấu giải thưởng")
        .says("Phạm vi", format!("{scope}; số giải là tối đa, có thể không trao hết"))
        .lists(part.structure.tiers.iter().map(|tier| {
            let wording = part.wordings.get(&tier.code).map(String::as_str).unwrap_or_default();
            coded(&tier.code, &tier.name, self::tier(tier, wording))
        }))
}

fn tier(tier: &PrizeTier, wording: &str) -> String {
    let most = count(tier.ceiling);
    let threshold = tier.threshold.map_or("không có điểm sàn".to_owned(), |least| format!("từ {least} điểm"));
    format!("nhiều nhất {most} giải; {threshold}; giấy chứng nhận ghi \"{wording}\"")
}

pub(super) fn money(book: &RuleBook, part: &MoneyPart) -> Article {
    let tiers = book.prizes().map(|part| part.structure.tiers.as_slice()).unwrap_or_default();
    Article::new("Mức tiền thưởng").lists(tiers.iter().filter_map(|tier| {
        let amount = part.money.of(&tier.code)?;
        Some(coded(&tier.code, &tier.name, format!("{amount} đồng mỗi giải")))
    }))
}
