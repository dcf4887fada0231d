//! The templates that come with the program.

use hoithi_rules::correspondence::DocumentKind;

use super::{Listed, Template};

/// A template as it is written here.
pub(crate) struct Shipped {
    code: &'static str,
    kind: DocumentKind,
    name: &'static str,
    subject: &'static str,
    addressees: &'static str,
    text: &'static str,
    recipients: &'static str,
    of_committee: bool,
}

impl Shipped {
    pub(crate) fn listed(&self) -> Listed {
        let template = Template {
            kind: self.kind.clone(),
            composes: None,
            name: self.name.to_owned(),
            subject: self.subject.to_owned(),
            addressees: self.addressees.to_owned(),
            text: self.text.to_owned(),
            recipients: self.recipients.to_owned(),
        };
        Listed { code: self.code.to_owned(), template, version: None, of_committee: self.of_committee }
    }
}

pub(crate) const SHIPPED: [Shipped; 4] = [
    Shipped {
        code: "trien-khai",
        kind: DocumentKind::OfficialLetter,
        name: "Công văn triển khai Hội thi",
        subject: "Triển khai {{ten_hoi_thi}}",
        addressees: "Ủy ban nhân dân các xã, phường, đặc khu\nCác sở, ban, ngành, đoàn thể",
        text: "Để {{ten_hoi_thi}} (sau đây gọi tắt là Hội thi) được tổ chức đúng tiến độ, {{co_quan}} đề nghị các cơ quan, đơn vị quan tâm thực hiện những nội dung sau:
**1. Về tổ chức triển khai**
- Cử một cán bộ đầu mối và gửi họ tên, số điện thoại về {{co_quan}};
- Phổ biến Thể lệ, Kế hoạch Hội thi trên cổng thông tin điện tử, hệ thống truyền thanh, bản tin của cơ quan, đơn vị;
- Vận động cán bộ, công chức, viên chức, người lao động và nhân dân gửi giải pháp tham gia;
- Khen thưởng tập thể, cá nhân có thành tích trong Hội thi;
- Báo cáo kết quả thực hiện.
**2. Về thời gian:** nhận hồ sơ dự thi từ ngày {{ngay_nhan}} {{den_han_nop}}.
Trong quá trình thực hiện, nếu có vướng mắc, đề nghị liên hệ {{noi_giai_dap}} để được hướng dẫn./.",
        recipients: "Như trên\nTrưởng Ban Tổ chức (để báo cáo)\nLưu: VT",
        of_committee: false,
    },
    Shipped {
        code: "ke-hoach",
        kind: DocumentKind::Plan,
        name: "Kế hoạch tổ chức Hội thi",
        subject: "Tổ chức {{ten_hoi_thi}}",
        addressees: "",
        text: "**I. MỤC ĐÍCH, YÊU CẦU**
- Khuyến khích phong trào lao động sáng tạo, đưa giải pháp kỹ thuật vào sản xuất và đời sống;
- Việc tổ chức bảo đảm đúng Thể lệ, công khai, tiết kiệm.
**II. NỘI DUNG**
**1. Tuyên truyền, vận động:** thực hiện tại các địa phương, cơ quan, đơn vị, trường học, doanh nghiệp trên địa bàn.
**2. Nhận hồ sơ dự thi:** từ ngày {{ngay_nhan}} {{den_han_nop}}.
**3. Chấm giải, trao giải:** theo Thể lệ Hội thi.
**III. TỔ CHỨC THỰC HIỆN**
| Nội dung | Đơn vị chủ trì | Thời hạn |
| ---- | --- | :-: |
| Hướng dẫn, đôn đốc | {{co_quan}} | {{han_nop}} |
| Vận động, gửi giải pháp | Các đơn vị | {{han_nop}} |
Trên đây là Kế hoạch tổ chức Hội thi; các cơ quan, đơn vị phối hợp thực hiện./.",
        recipients: "Ủy ban nhân dân tỉnh (để báo cáo)\nThành viên Ban Tổ chức\nCác đơn vị có tên trong Kế hoạch\nLưu: VT",
        of_committee: true,
    },
    Shipped {
        code: "the-le",
        kind: DocumentKind::Decision,
        name: "Quyết định ban hành Thể lệ",
        subject: "Về việc ban hành Thể lệ {{ten_hoi_thi}}",
        addressees: "",
        text: "Điều 1. Ban hành kèm theo Quyết định này Thể lệ {{ten_hoi_thi}}.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Điều 3. {{co_quan}}, thành viên Ban Tổ chức và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        recipients: "Như Điều 3\nỦy ban nhân dân tỉnh (để báo cáo)\nLưu: VT",
        of_committee: true,
    },
    Shipped {
        code: "don-doc",
        kind: DocumentKind::OfficialLetter,
        name: "Công văn đôn đốc",
        subject: "Đôn đốc thực hiện {{ten_hoi_thi}}",
        addressees: "Các đơn vị có tên trong danh sách kèm theo",
        text: "Đến ngày {{hom_nay}}, một số đơn vị chưa hoàn thành những việc được giao trong {{ten_hoi_thi}}.
{{co_quan}} đề nghị các đơn vị có tên trong danh sách kèm theo:
- Rà soát, hoàn thành những việc còn lại;
- Vận động tác giả gửi hồ sơ dự thi {{den_han_nop}};
- Báo cáo kết quả, nêu rõ khó khăn, vướng mắc (nếu có).
Đề nghị các đơn vị quan tâm, phối hợp thực hiện./.",
        recipients: "Như trên\nTrưởng Ban Tổ chức (để báo cáo)\nLưu: VT",
        of_committee: false,
    },
];
