//! Invented people: rare family names before given names out of nature, so that hardly anybody is
//! called so, with every mark that Vietnamese has.

use std::collections::BTreeSet;

use hoithi_rules::people::PersonName;

use super::chance::Chance;

const FAMILIES: &[&str] = &[
    "Âu", "Bế", "Cù", "Chế", "Diệp", "Đàm", "Đinh", "Giáp", "Hứa", "Khuất", "Kiều", "La", "Lều", "Lục", "Lương", "Mạc",
    "Mẫn", "Nghiêm", "Ngạc", "Ninh", "Nông", "Ông", "Phó", "Quách", "Sầm", "Tạ", "Thạch", "Thân", "Tô", "Tống",
    "Triệu", "Từ", "Ưng", "Vi", "Viên", "Ỷ",
];

const MIDDLES: &[&str] = &[
    "An", "Bích", "Cẩm", "Diễm", "Đức", "Gia", "Hữu", "Khánh", "Kỳ", "Mỹ", "Ngọc", "Phúc", "Quý", "Tố", "Thúy", "Uyên",
    "Vĩnh", "Xuân",
];

const GIVEN: &[&str] = &[
    "Biển Hồ",
    "Bạch Dương",
    "Cát Tường",
    "Đỗ Quyên",
    "Giáng Hương",
    "Hải Âu",
    "Hải Đăng",
    "Hạ Vũ",
    "Hoàng Lan",
    "Hồng Hạc",
    "Mộc Miên",
    "Mùa Thu",
    "Nắng Mai",
    "Ngàn Thông",
    "Phong Lữ",
    "Sao Khuê",
    "Sơn Ca",
    "Suối Mơ",
    "Tầm Xuân",
    "Thạch Thảo",
    "Thủy Triều",
    "Trường Sơn",
    "Tuệ Lâm",
    "Vành Khuyên",
    "Ý Nhi",
    "Yến Oanh",
];

/// Who stands under papers and in the letter by a fixed name.
const TAKEN: [&str; 4] = ["Nghiêm Trường Sơn", "Khuất Phúc Bạch Dương", "Sầm Thạch Thảo", "Kiều Hải Đăng"];

/// Gives names, none twice.
pub(super) struct Names {
    chance: Chance,
    given: BTreeSet<String>,
}

impl Names {
    pub(super) fn of(seed: u64) -> Self {
        Self { chance: Chance::of(seed, "tên người"), given: TAKEN.map(str::to_owned).into() }
    }

    /// A name that nobody in the story has yet.
    pub(super) fn fresh(&mut self) -> PersonName {
        loop {
            let family = self.chance.one(FAMILIES);
            let middle = self.chance.one(MIDDLES);
            let given = self.chance.one(GIVEN);
            let name = if self.chance.below(3) == 0 {
                format!("{family} {middle} {given}")
            } else {
                format!("{family} {given}")
            };
            if self.given.insert(name.clone())
                && let Ok(name) = name.parse()
            {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_thousand_people_and_no_two_alike() {
        let mut names = Names::of(8);
        let all: BTreeSet<_> = (0..2000).map(|_| names.fresh()).collect();
        assert_eq!(all.len(), 2000);
    }
}
