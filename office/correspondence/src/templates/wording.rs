//! The words with which composed papers come.

use super::composed::ComposedPaper;
use super::{Listed, Template};

const AS_ABOVE: &str = "Như trên\nLưu: VT";
const OF_HONOURS: &str = "Về việc tặng {{hinh_thuc}} cho các đơn vị có thành tích xuất sắc trong {{ten_hoi_thi}}";

/// Name, subject, addressees, text and recipients.
type Words = [&'static str; 5];

/// The sheet itself says who invites whom.
macro_rules! invitation {
    ($name:literal, $to:literal, $items:literal) => {
        [
            $name,
            "{{ten_cuoc_hop}}",
            "{{nguoi_duoc_moi}}",
            concat!(
                "Tới ",
                $to,
                ": {{ten_cuoc_hop}}.
**Thời gian:** {{thoi_gian}}.
**Địa điểm:** {{dia_diem}}.
**Chủ trì:** {{chu_tri}}.
**",
                $items,
                ":**
{{chuong_trinh}}
Đề nghị các đồng chí đến dự đúng thành phần, thời gian; trường hợp vắng mặt hoặc cử người thay, xin báo lại trước cuộc họp./."
            ),
            AS_ABOVE,
        ]
    };
}

const MEETING_MINUTES: Words = [
    "Biên bản họp",
    "{{ten_cuoc_hop}}",
    "",
    "**Bắt đầu:** {{thoi_gian}}.
**Địa điểm:** {{dia_diem}}.
**Chủ trì:** {{chu_tri}}.
**Thư ký:** {{thu_ky}}.
**Có mặt:** {{co_mat}}.
{{nguoi_co_mat}}
**Vắng mặt:**
{{nguoi_vang}}
**Nội dung**
{{dien_bien}}
**Kết luận**
{{ket_luan}}
**Phân công**
{{phan_cong}}
**Ý kiến khác**
{{y_kien_khac}}
Cuộc họp kết thúc lúc {{ket_thuc}}. Biên bản được đọc lại và thông qua./.",
    "Ban Tổ chức Hội thi\nLưu: VT",
];

const MEETING_NOTICE: Words = [
    "Thông báo kết luận cuộc họp",
    "Kết luận {{cuoc_hop}}",
    "",
    "Lúc {{thoi_gian}}, tại {{dia_diem}}, {{chu_tri}} chủ trì {{cuoc_hop}}. Sau khi nghe báo cáo và ý kiến thảo luận, {{chu_tri}} kết luận như sau:
{{ket_luan}}
**Phân công thực hiện:**
{{phan_cong}}",
    "Thành phần dự họp\nLưu: VT",
];

const MERIT_SUBMISSION: Words = [
    "Tờ trình đề nghị khen thưởng",
    OF_HONOURS,
    "{{noi_nhan_trinh}}",
    "Căn cứ kết quả tuyên truyền, vận động, tham gia {{ten_hoi_thi}} của các đơn vị, được chấm theo công thức đã công bố, {{don_vi_trinh}} kính trình xem xét, tặng {{hinh_thuc}} cho {{so_luong}} đơn vị có thành tích xuất sắc (có danh sách, tóm tắt thành tích, báo cáo thành tích và biên bản họp xét kèm theo).
Kính trình xem xét, quyết định./.",
    AS_ABOVE,
];

/// What was said and who voted is for those to write who weighed it.
const MERIT_MINUTES: Words = [
    "Biên bản họp xét khen thưởng",
    "Họp xét, đề nghị tặng {{hinh_thuc}} cho các đơn vị có thành tích xuất sắc trong {{ten_hoi_thi}}",
    "",
    "**Thời gian, địa điểm:** ……
**Chủ trì:** ……
**Thư ký:** ……
**Có mặt:** ……/…… thành viên.
**Nội dung**
Xét thành tích của các đơn vị theo công thức tính điểm đã công bố, điểm và thứ hạng trong nhóm tính đến ngày {{tinh_den}}.
**Kết quả**
Với ……/…… phiếu đồng ý, thống nhất đề nghị tặng {{hinh_thuc}} cho {{so_luong}} đơn vị (có danh sách kèm theo).
Biên bản được đọc lại và thông qua.",
    "Kèm tờ trình\nLưu: VT",
];

const MERIT_DECISION: Words = [
    "Quyết định khen thưởng",
    OF_HONOURS,
    "",
    "{{can_cu}}
Căn cứ kết quả tuyên truyền, vận động và tham gia {{ten_hoi_thi}} của các đơn vị;
Theo đề nghị của {{don_vi_trinh}},
**Điều 1.** Tặng {{hinh_thuc}} cho {{so_luong}} đơn vị có thành tích xuất sắc trong công tác tuyên truyền, vận động và tham gia {{ten_hoi_thi}} (có danh sách kèm theo).
**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.
**Điều 3.** Các đơn vị có tên tại Điều 1 và các bộ phận liên quan chịu trách nhiệm thi hành Quyết định này./.",
    "Như Điều 3\nLưu: VT",
];

const fn words(paper: ComposedPaper) -> Words {
    match paper {
        ComposedPaper::MeetingInvitation => invitation!("Giấy mời họp", "dự họp", "Nội dung"),
        ComposedPaper::LaunchInvitation => {
            invitation!("Giấy mời dự lễ phát động", "dự lễ phát động", "Chương trình")
        }
        ComposedPaper::CeremonyInvitation => {
            invitation!("Giấy mời dự lễ trao giải", "dự lễ tổng kết và trao giải", "Chương trình")
        }
        ComposedPaper::MeetingMinutes => MEETING_MINUTES,
        ComposedPaper::MeetingNotice => MEETING_NOTICE,
        ComposedPaper::MeritSubmission => MERIT_SUBMISSION,
        ComposedPaper::MeritMinutes => MERIT_MINUTES,
        ComposedPaper::MeritDecision => MERIT_DECISION,
    }
}

/// The template with which that paper comes.
pub(crate) fn shipped(paper: ComposedPaper) -> Template {
    let [name, subject, addressees, text, recipients] = words(paper).map(str::to_owned);
    Template { kind: paper.kind(), composes: Some(paper), name, subject, addressees, text, recipients }
}

/// The same in the list of templates.
pub(crate) fn listed(paper: ComposedPaper) -> Listed {
    Listed { code: paper.code().to_owned(), template: shipped(paper), version: None, of_committee: false }
}
