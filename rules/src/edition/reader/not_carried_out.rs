//! Clauses that real rule books contain and this program does not carry out yet.
//!
//! They have a list of their own so that the clerk reads what the program lacks, instead of being
//! told that a key of an existing *Thể lệ* is a typing error.

const KEYS: [(&str, &str); 17] = [
    ("classes", "xếp loại theo khoảng điểm"),
    ("complaints", "thời hạn khiếu nại"),
    ("external_score", "điểm do nguồn bên ngoài chấm"),
    ("extra_judge", "mời thêm giám khảo khi điểm lệch"),
    ("gap", "chấm lại khi điểm lệch quá mức"),
    ("gate", "tiêu chí đạt hoặc không đạt"),
    ("honours", "hình thức tôn vinh kèm theo giải"),
    ("interview", "phỏng vấn, bảo vệ trước hội đồng"),
    ("movement", "giải phong trào cho đơn vị"),
    ("not_entered_before", "tra cứu giải pháp đã dự thi các kỳ trước"),
    ("objections", "thời hạn phản ánh kết quả"),
    ("public_vote", "bình chọn của công chúng"),
    ("site_visit", "kiểm tra thực tế tại cơ sở"),
    ("special_prizes", "giải đặc biệt, giải chuyên đề"),
    ("vote", "biểu quyết của hội đồng"),
    ("weight", "hệ số của tiêu chí"),
    ("weights", "hệ số của tiêu chí"),
];

/// What a clause of that name would be about, if it is one that the program lacks.
pub(super) fn about(key: &str) -> Option<&'static str> {
    KEYS.iter().find(|(known, _)| *known == key).map(|(_, about)| *about)
}

/// The sentence for a clause that the program lacks.
pub(super) fn sentence(written: &str, about: &str) -> String {
    format!(
        "Chương trình chưa thực hiện được điều khoản này: `{written}` ({about}); hãy bỏ khỏi tệp và làm việc này theo văn bản, ngoài chương trình."
    )
}
