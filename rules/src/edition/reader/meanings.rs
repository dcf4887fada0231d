//! What the keys of a rule book mean, for the clerk who is told that one is missing.

const MEANINGS: [(&str, &str); 44] = [
    ("about", "trích yếu"),
    ("aggregate", "cách tính kết quả từ các phiếu"),
    ("blind", "có chấm kín hay không"),
    ("certificate", "lời ghi trên giấy chứng nhận"),
    ("ceiling", "số giải tối đa"),
    ("code", "mã"),
    ("choices", "các câu trả lời để chọn"),
    ("columns", "các cột của bảng"),
    ("committee", "tên ban tổ chức"),
    ("contest", "tên hội thi"),
    ("criterion", "mã tiêu chí"),
    ("document", "số, ký hiệu văn bản"),
    ("first_year", "năm đầu của kỳ thi"),
    ("from", "từ ngày, hoặc từ điểm"),
    ("in_force", "ngày có hiệu lực"),
    ("issued", "ngày ban hành"),
    ("issuer", "cơ quan ban hành"),
    ("kind", "loại"),
    ("kinds", "tư cách dự thi"),
    ("last_year", "năm cuối của kỳ thi"),
    ("level", "cấp tổ chức"),
    ("limit", "số lượng gửi tối đa"),
    ("max", "điểm tối đa"),
    ("max_characters", "số ký tự tối đa"),
    ("max_megabytes", "dung lượng tối đa, MB"),
    ("name", "tên"),
    ("openers", "hai vai trò cùng mở niêm phong"),
    ("part", "mã của phần hồ sơ"),
    ("panels", "chấm theo tiểu ban hay cả hội đồng"),
    ("per_unit", "số hồ sơ tối đa của một đơn vị"),
    ("place", "địa danh, địa điểm"),
    ("required", "có bắt buộc hay không"),
    ("round_to", "làm tròn đến"),
    ("rows", "số dòng nhiều nhất của bảng"),
    ("scope", "phạm vi tính số giải"),
    ("sheets_per_entry", "số phiếu của mỗi hồ sơ"),
    ("shown_to_judges", "giám khảo có được đọc hay không"),
    ("shows_result", "cấp trên có được xem kết quả hay không"),
    ("slug", "tên trong địa chỉ trang"),
    ("step", "bước điểm"),
    ("symbol", "ký hiệu công văn"),
    ("term", "cách gọi công trình dự thi"),
    ("ties", "khi bằng điểm ở suất cuối"),
    ("zone", "múi giờ"),
];

/// What a key means, in brackets, where its English name may not tell.
pub(super) fn bracketed(key: &str) -> String {
    let meaning = MEANINGS.iter().find(|(known, _)| *known == key);
    meaning.map_or_else(String::new, |(_, meaning)| format!(" ({meaning})"))
}
