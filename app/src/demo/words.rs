//! What solutions of each field say of themselves.

/// Phrases of one field; each list has at least one.
pub(super) struct FieldWords {
    pub(super) troubles: &'static [&'static str],
    pub(super) limits: &'static [&'static str],
    pub(super) methods: &'static [&'static str],
    pub(super) news: &'static [&'static str],
    pub(super) uses: &'static [&'static str],
    pub(super) costs: &'static [&'static str],
    pub(super) goods: &'static [&'static str],
}

/// By the category's code, of the province's book or of the college's.
pub(super) fn words_of(category: &str) -> &'static FieldWords {
    match category {
        "cong-nghe-thong-tin" | "phan-mem" => &INFORMATION,
        "nong-lam-ngu-moi-truong" => &FARMING,
        "y-duoc" => &MEDICINE,
        "quan-ly-giao-duc" | "day-hoc" => &TEACHING,
        _ => &INDUSTRY,
    }
}

const INFORMATION: FieldWords = FieldWords {
    troubles: &[
        "số liệu được ghi tay rồi gộp lại vào cuối ngày, khi phát hiện sự cố thì đã muộn",
        "mỗi bộ phận dùng một bảng tính riêng, cùng một việc phải nhập nhiều lần",
        "người dùng ở nơi sóng yếu thường mất dữ liệu khi kết nối bị ngắt giữa chừng",
    ],
    limits: &[
        "phụ thuộc vào thiết bị nhập ngoại, khó sửa chữa tại chỗ",
        "cần đường truyền ổn định và máy tính cấu hình cao",
        "cảnh báo nhiều nhưng không phân loại, người trực dần bỏ qua",
    ],
    methods: &[
        "thiết bị đo tự lưu số liệu khi mất mạng và gửi bù khi có mạng trở lại, mỗi gói số liệu có mã kiểm tra",
        "chương trình xử lý ngay tại thiết bị và chỉ gửi về máy chủ kết quả đã rút gọn",
        "giao diện chỉ có ba màn hình, chữ lớn, dùng được bằng một tay trên điện thoại phổ thông",
    ],
    news: &[
        "xử lý tại chỗ, không cần kết nối liên tục, và tự hiệu chỉnh theo số liệu của chính nơi lắp đặt",
        "kết hợp hai nguồn tín hiệu rẻ tiền để thay cho một cảm biến đắt tiền mà sai số không tăng",
        "người dùng không chuyên tự đặt được ngưỡng cảnh báo bằng câu chữ thường ngày",
    ],
    uses: &[
        "thiết bị chạy liên tục qua cả mùa mưa bão",
        "cán bộ tại chỗ tự lắp đặt, tự thay thế được",
        "phần mềm chạy trên máy tính sẵn có của đơn vị",
    ],
    costs: &[
        "thời gian từ lúc có sự cố đến lúc người trực biết",
        "thời gian nhập và đối chiếu số liệu",
        "chi phí bảo trì hằng năm",
    ],
    goods: &[
        "người trực không còn phải đi ghi số liệu ban đêm",
        "số liệu được lưu đủ để phân tích nguyên nhân",
        "người dân tra cứu được mà không phải đi lại nhiều lần",
    ],
};

const INDUSTRY: FieldWords = FieldWords {
    troubles: &[
        "công việc phải dừng máy mỗi lần điều chỉnh, thợ làm trong tư thế nguy hiểm",
        "phụ tùng nhập ngoại phải chờ hàng tháng, trong khi xưởng cơ khí tại chỗ có đủ máy để làm",
        "vật liệu phế thải của mỏ và nhà máy chất đống, tốn bãi chứa và gây bụi",
    ],
    limits: &[
        "kết cấu cồng kềnh, không vừa với đường lò và sàn xưởng chật hẹp",
        "chất lượng phụ thuộc tay nghề từng người, khó lặp lại",
        "hao năng lượng khi chạy không tải",
    ],
    methods: &[
        "cụm cơ khí được tách thành các khối lắp ghép bằng chốt, khóa liên động không cho vận hành khi chưa lắp đủ",
        "mạch điều khiển đo tải liên tục và tự giảm tốc khi vượt ngưỡng, có nút dừng khẩn cấp ở hai đầu",
        "hỗn hợp được chọn qua các mẻ thử có đối chứng, đo cường độ ở tuổi 7 và 28 ngày",
    ],
    news: &[
        "dùng chính tải trọng làm việc để sinh lực hãm nên mất điện vẫn an toàn",
        "tận dụng vật tư thu hồi mà vẫn giữ được hệ số an toàn của kết cấu mới",
        "một bộ gá thay cho bốn bộ, đổi kích thước không cần dụng cụ",
    ],
    uses: &[
        "xưởng cơ khí của đơn vị tự chế tạo được toàn bộ",
        "đã lắp trên thiết bị đang vận hành mà không phải dừng dây chuyền",
        "các đơn vị cùng ngành đã đến xem và đặt làm",
    ],
    costs: &["thời gian dừng máy", "chi phí cho mỗi lần thay thế", "điện năng tiêu thụ"],
    goods: &[
        "không xảy ra tai nạn trong thời gian theo dõi",
        "lao động nặng nhọc được thay bằng máy",
        "bụi và nước thải ra môi trường ít hơn trước",
    ],
};

const FARMING: FieldWords = FieldWords {
    troubles: &[
        "người dân làm theo kinh nghiệm, mỗi vụ một kết quả, rủi ro khi thời tiết bất thường",
        "giống và thức ăn phải mua từ xa, chất lượng không đều",
        "rác thải và chất hữu cơ tích tụ, nước vùng nuôi kém dần",
    ],
    limits: &[
        "vốn đầu tư vượt khả năng của hộ gia đình",
        "thiết bị bán sẵn chóng hỏng trong nước mặn và gió biển",
        "quy trình chỉ đúng với khí hậu của nơi khác",
    ],
    methods: &[
        "quy trình chia thành các bước có số đo cụ thể, kèm bảng tra theo nhiệt độ và độ mặn",
        "vật liệu chính là thứ có sẵn tại địa phương, phần dễ hỏng được tách riêng để thay",
        "mỗi đợt đều có lô đối chứng nuôi trồng theo cách cũ ngay bên cạnh",
    ],
    news: &[
        "điều khiển theo trạng thái thật của cây, con thay vì theo thời gian định sẵn",
        "dùng nguồn gen và vi sinh vật bản địa nên thích nghi ngay từ vụ đầu",
        "biến phụ phẩm của khâu trước thành đầu vào của khâu sau",
    ],
    uses: &[
        "hộ dân làm được với vốn ban đầu không quá một vụ thu hoạch",
        "tổ hợp tác đã nhân ra các hộ lân cận",
        "quy trình dùng được cả trong mùa rét",
    ],
    costs: &["tỷ lệ hao hụt", "chi phí thức ăn, phân bón", "công lao động mỗi vụ"],
    goods: &[
        "thu nhập của hộ tăng và ổn định hơn",
        "không dùng hóa chất cấm, môi trường nước được cải thiện",
        "nghề truyền thống của bà con được giữ lại",
    ],
};

const MEDICINE: FieldWords = FieldWords {
    troubles: &[
        "dụng cụ nhập ngoại đắt và không vừa thể trạng người Việt, người học phải thay nhau dùng chung",
        "thông tin khi giao ca truyền miệng nên dễ sót, nhất là vào ban đêm",
        "người bệnh ở vùng xa, vùng đảo đến viện muộn hơn thời gian vàng",
    ],
    limits: &[
        "không tái sử dụng được hoặc khó khử khuẩn",
        "cần nhân lực được đào tạo dài ngày",
        "chỉ dùng được trong phòng mổ hoặc nơi có điện liên tục",
    ],
    methods: &[
        "các bước được chuẩn hóa thành bảng kiểm ngắn, mỗi bước có người chịu trách nhiệm và giờ thực hiện",
        "vật liệu đạt tiêu chuẩn dùng trong y tế, tháo rời hoàn toàn để khử khuẩn",
        "được hội đồng khoa học của đơn vị cho phép dùng thử và theo dõi theo mẫu thống nhất",
    ],
    news: &[
        "người không chuyên cũng lắp và dùng đúng vì các khớp chỉ vào được một chiều",
        "rút gọn các bước chờ đợi bằng cách làm song song, có đồng hồ báo rõ từng mốc",
        "nguyên liệu trong nước thay hoàn toàn nguyên liệu nhập mà chỉ tiêu kiểm nghiệm tương đương",
    ],
    uses: &[
        "tuyến huyện và trạm y tế dùng được ngay",
        "đã đưa vào quy trình thường quy của khoa",
        "nhân viên mới dùng thành thạo sau ba lần thực hành",
    ],
    costs: &["thời gian chuẩn bị cho mỗi lượt", "chi phí vật tư tiêu hao", "tỷ lệ sai sót được ghi nhận"],
    goods: &[
        "không ghi nhận biến cố bất lợi trong thời gian theo dõi",
        "người bệnh hài lòng hơn qua phiếu hỏi",
        "nhân viên y tế giảm nguy cơ phơi nhiễm",
    ],
};

const TEACHING: FieldWords = FieldWords {
    troubles: &[
        "học sinh vùng cao nghe tiếng Việt chưa rõ nên ngại nói, tài liệu thì viết cho học sinh thành phố",
        "hồ sơ phải nộp lại nhiều lần cho nhiều nơi dù nội dung không đổi",
        "người học nhớ thao tác khi xem nhưng quên khi tự làm",
    ],
    limits: &[
        "cần phòng học và thiết bị mà điểm trường lẻ không có",
        "giáo viên mất nhiều công chuẩn bị nên khó duy trì",
        "kết quả không đo được, khó biết đã tốt lên hay chưa",
    ],
    methods: &[
        "hoạt động được soạn thành thẻ, mỗi thẻ một tình huống, người dạy ghép lại theo trình độ của lớp",
        "giấy tờ đã có được dùng lại, người dân chỉ bổ sung phần thay đổi và ký một lần",
        "mỗi tháng đo lại bằng cùng một bộ câu hỏi, so với lớp đối chứng",
    ],
    news: &[
        "người học tự làm ra học liệu rồi dùng chính học liệu đó để dạy nhau",
        "đi từ vốn tiếng và trò chơi của bà con chứ không dịch từ tài liệu có sẵn",
        "một đầu mối theo suốt từ lúc nhận đến lúc trả lời, quá giờ thì tự báo lên cấp trên",
    ],
    uses: &["trường khác dùng lại được mà không phải mua sắm", "đã làm liền hai năm học", "cán bộ cấp xã tự vận hành"],
    costs: &["thời gian chuẩn bị của giáo viên, cán bộ", "số lần người dân phải đi lại", "tỷ lệ học sinh nghỉ học"],
    goods: &[
        "học sinh mạnh dạn nói hơn, phụ huynh tham gia nhiều hơn",
        "người dân hài lòng hơn qua phiếu hỏi",
        "kinh phí gần như không tăng",
    ],
};
