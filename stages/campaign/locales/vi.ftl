### Campaign: letters, tasks, publicity, reports.

campaign-documents = Sổ văn bản
campaign-send = Gửi văn bản
campaign-letter-unsigned = Văn bản chưa có số và ngày
campaign-to-document = Mở văn bản
campaign-sent-to = Đã gửi { $count } đơn vị
campaign-sent-to-text = Danh sách dưới đây chỉ còn các đơn vị chưa được gửi.
campaign-whom = Gửi đến
campaign-level = Cấp, loại đơn vị
campaign-on = Đơn vị đang hoạt động vào ngày
campaign-on-hint = Mã và tên đơn vị chỉ đúng theo thời điểm.
campaign-show-units = Hiện danh sách đơn vị
campaign-units = Đơn vị nhận: danh sách { $count } đơn vị
campaign-no-units = Đơn vị thuộc cấp này sẽ hiện ở đây.
campaign-no-units-who = Chọn cấp và ngày ở trên rồi bấm hiện danh sách. Đơn vị đã được gửi không hiện lại.
campaign-mark-all = Chọn tất cả
campaign-mark-none = Bỏ chọn tất cả
campaign-asks = Nhiệm vụ giao cho từng đơn vị
campaign-asks-hint = Lời lấy từ các gạch đầu dòng của công văn, hạn lấy từ lịch của Hội thi. Sửa được trước khi gửi.
campaign-asks-unsaid = Công văn không có đúng năm gạch đầu dòng ứng với năm nhiệm vụ: hãy chọn nhiệm vụ mà công văn giao và sửa lời theo công văn. Hạn lấy từ lịch của Hội thi.
campaign-asks-dashes = Công văn ghi:
campaign-task = Nhiệm vụ
campaign-task-words = Nội dung nhiệm vụ
campaign-task-due = Hạn
campaign-task-direct-and-report = Chỉ đạo triển khai Kế hoạch, Thể lệ; báo cáo kết quả
campaign-task-publicise-and-mobilise = Tuyên truyền, phổ biến; vận động gửi giải pháp dự thi
campaign-task-launch-movement = Phát động phong trào đổi mới sáng tạo, cải tiến kỹ thuật
campaign-task-commend = Khen thưởng tập thể, cá nhân có thành tích
campaign-task-hold-local-contest = Tổ chức Hội thi của địa phương, đơn vị
campaign-task-other = Nhiệm vụ khác
campaign-short-confirmation = Xác nhận
campaign-short-direct-and-report = Chỉ đạo
campaign-short-publicise-and-mobilise = Tuyên truyền
campaign-short-launch-movement = Phong trào
campaign-short-commend = Khen thưởng
campaign-short-hold-local-contest = Hội thi cơ sở
campaign-short-other = Việc khác
campaign-short-report = Báo cáo
campaign-short-publicity = Tin, bài
campaign-report-due = Hạn gửi báo cáo
campaign-report-due-hint = Bỏ trống nếu công văn không yêu cầu báo cáo.
campaign-tell-contacts = Gửi thư báo cho cán bộ đầu mối
campaign-tell-contacts-hint = Đầu mối có địa chỉ thư điện tử nhận thư kèm đường dẫn đến văn bản.
campaign-letter-sent = Đã gửi văn bản đến các đơn vị.
campaign-mail-subject = Công văn { $number }: { $subject }
campaign-mail-body =
    Kính gửi cán bộ đầu mối,

    { $issuer } đã gửi Công văn { $number } về việc: { $subject }.

    Đề nghị anh/chị mở văn bản, bấm “Xác nhận đã nhận” và xem các nhiệm vụ của đơn vị tại:
    { $link }

    { $edition }

campaign-acknowledged = Đã xác nhận
campaign-opened = Đã mở xem
campaign-not-opened = Chưa mở xem
campaign-assigned = Đã giao
campaign-doing = Đang thực hiện
campaign-done = Đã thực hiện
campaign-nothing = Không phát sinh
campaign-overdue = Quá hạn
campaign-reported = Đã báo cáo
campaign-not-reported = Chưa báo cáo
campaign-days-left = còn { $days } ngày
campaign-days-over = quá { $days } ngày
campaign-days-late = muộn { $days } ngày
campaign-due = hạn { $day }
campaign-state = Trạng thái
campaign-way-in-app = trên hệ thống
campaign-way-paper = bằng bản giấy
campaign-way-mail = qua thư điện tử
campaign-way-telephone = qua điện thoại
campaign-way-zalo = qua Zalo
campaign-way-document-axis = qua trục liên thông văn bản

campaign-on-day = ngày { $day }

campaign-desk = Công việc của đơn vị
campaign-desk-empty = Công văn gửi đến đơn vị sẽ hiện ở đây, kèm các nhiệm vụ.
campaign-desk-empty-who = Cơ quan thường trực Hội thi gửi văn bản. Anh/chị sẽ nhận thư báo.
campaign-letter-hint = Công văn { $number } ngày { $day } · { $unit } · còn { $open } nhiệm vụ chưa trả lời
campaign-please-acknowledge = Đề nghị xác nhận đã nhận công văn
campaign-please-acknowledge-text = Xác nhận một lần là đơn vị đã nhận công văn và nhận các nhiệm vụ trong đó.
campaign-acknowledge = Xác nhận đã nhận
campaign-acknowledged-now = Đã xác nhận nhận công văn. Các nhiệm vụ của đơn vị ở dưới đây.
campaign-confirmed-by = { $name }, { $at }, { $way }.
campaign-your-tasks = Việc cần làm
campaign-read-letter = Đọc lại công văn
campaign-letter-pdf = Công văn bản PDF
campaign-letter-scan = Bản quét đã ký
campaign-record-publicity = Ghi nhận tuyên truyền (đã có { $count })
campaign-write-report = Lập báo cáo
campaign-see-report = Xem, sửa báo cáo
campaign-back-to-letter = Về công việc của đơn vị

campaign-answer = Kết quả
campaign-answer-done = Đã thực hiện
campaign-answer-send = Gửi trả lời
campaign-evidence = Đã làm gì
campaign-evidence-hint = Ghi ngắn: văn bản số, ngày; thời gian, địa điểm; kết quả.
campaign-reason = Lý do không phát sinh
campaign-encouraged = Đây là việc công văn khuyến khích. Nếu đơn vị không tổ chức, chọn “Không phát sinh”.
campaign-task-answer = Trả lời
campaign-task-answered = Đã gửi trả lời nhiệm vụ.

campaign-publicity = Ghi nhận tuyên truyền
campaign-publicity-title = Tên tin, bài, hoạt động
campaign-publicity-title-hint = Ví dụ: Phát động Hội thi Sáng tạo kỹ thuật trên Trang thông tin của huyện.
campaign-publicity-day = Ngày đăng, ngày làm
campaign-publicity-save = Lưu
campaign-publicity-recorded = Đã ghi nhận. Có thể ghi tiếp.
campaign-publicity-recorded-list = Đã ghi nhận ({ $count })
campaign-publicity-remove = Gỡ bỏ
campaign-publicity-remove-title = Gỡ bỏ tin, bài đã ghi nhận
campaign-publicity-remove-says = Gỡ bỏ: { $title }
campaign-publicity-remove-text = Tin, bài không còn trong danh sách và số liệu của đơn vị. Ghi sai thì gỡ bỏ rồi ghi nhận lại.
campaign-publicity-removed = Đã gỡ bỏ tin, bài.
campaign-publicity-counted = Không gỡ bỏ được nữa
campaign-publicity-none = Tin, bài, hoạt động tuyên truyền của đơn vị sẽ hiện ở đây.
campaign-publicity-none-who = Cán bộ đầu mối của đơn vị ghi nhận.
campaign-channel = Kênh
campaign-channel-component-portal = Cổng thông tin điện tử thành phần
campaign-channel-email-system = Hệ thống thư điện tử
campaign-channel-bulletin = Bản tin
campaign-channel-periodical = Tập san
campaign-channel-print = Ấn phẩm
campaign-channel-radio-television = Phát thanh, truyền hình
campaign-channel-meeting = Hội nghị, cuộc họp
campaign-channel-social-network = Mạng xã hội
campaign-link = Đường dẫn
campaign-link-hint = Sao chép từ thanh địa chỉ, bắt đầu bằng https://
campaign-photo = Ảnh chụp
campaign-photo-hint = Ảnh JPEG, PNG hoặc tệp PDF. Trên điện thoại có thể chụp ngay.
campaign-reach = Số người tiếp cận
campaign-reach-hint = Ghi nếu biết.

campaign-report = Báo cáo kết quả
campaign-report-receive = Nhập báo cáo thay đơn vị
campaign-report-figures = Số liệu
campaign-report-words = Khó khăn và kiến nghị
campaign-known-figure = Hệ thống đã ghi nhận { $value }. Sửa nếu chưa đủ.
campaign-figure-documents-issued = Văn bản chỉ đạo đã ban hành
campaign-figure-publicity-items = Tin, bài, hoạt động tuyên truyền
campaign-figure-people-reached = Lượt người tiếp cận
campaign-figure-entries-mobilised = Giải pháp đã vận động gửi dự thi
campaign-figure-local-entries = Giải pháp dự Hội thi của đơn vị
campaign-figure-local-forwarded = Giải pháp được chọn gửi lên
campaign-figure-initiatives = Sáng kiến được công nhận
campaign-figure-commendations = Tập thể, cá nhân được khen thưởng
campaign-figure-meant =
    { $figure ->
        [documents_issued] { campaign-figure-documents-issued }
        [publicity_items] { campaign-figure-publicity-items }
        [people_reached] { campaign-figure-people-reached }
        [entries_mobilised] { campaign-figure-entries-mobilised }
        [local_entries] { campaign-figure-local-entries }
        [local_forwarded] { campaign-figure-local-forwarded }
        [initiatives] { campaign-figure-initiatives }
       *[commendations] { campaign-figure-commendations }
    }
campaign-column-documents-issued = Văn bản
campaign-column-publicity-items = Tin, bài
campaign-column-people-reached = Lượt người
campaign-column-entries-mobilised = Gửi dự thi
campaign-column-local-entries = Dự thi cơ sở
campaign-column-local-forwarded = Chọn gửi lên
campaign-column-initiatives = Sáng kiến
campaign-column-commendations = Khen thưởng
campaign-local-contest = Đơn vị có tổ chức Hội thi riêng không?
campaign-local-held = Có
campaign-local-not-held = Không
campaign-difficulties = Khó khăn, vướng mắc
campaign-proposals = Đề xuất, kiến nghị
campaign-report-scan = Bản báo cáo đã ký, đóng dấu
campaign-report-scan-hint = Chụp hoặc quét: tệp PDF, PNG, JPEG.
campaign-report-send = Gửi báo cáo
campaign-report-sent = Đã gửi báo cáo.
campaign-report-received = Đã ghi báo cáo của đơn vị.
campaign-report-version = Đã gửi báo cáo, bản { $version }
campaign-report-at = Lúc { $at }.
campaign-report-again = Gửi lại thì bản mới thay bản cũ; bản cũ vẫn lưu.
campaign-received-on = Ngày nhận
campaign-received-on-hint = Ngày báo cáo đến cơ quan. Đơn vị không bị tính muộn vì nhập chậm.
campaign-how = Hình thức

campaign-board = Tiến độ các đơn vị
campaign-board-caption = Tiến độ theo đơn vị và nhiệm vụ
campaign-board-empty = Bảng đơn vị và nhiệm vụ sẽ hiện ở đây sau khi gửi công văn.
campaign-board-empty-who = Mở công văn đã ký trong sổ văn bản rồi bấm “Gửi văn bản”.
campaign-letter = Công văn
campaign-letter-choice = { $number } ngày { $signed }, gửi { $sent }
campaign-all = Tất cả
campaign-show = Hiện
campaign-show-open = Còn việc chưa xong
campaign-show-late = Có việc quá hạn
campaign-filter = Lọc
campaign-unit = Đơn vị
campaign-total-done = Đã xong
campaign-sent-at = Gửi lúc
campaign-opened-at = Mở xem lần đầu
campaign-acknowledgement = Xác nhận
campaign-record-acknowledgement = Ghi xác nhận thay đơn vị
campaign-who-confirmed = Người xác nhận của đơn vị
campaign-confirmed-on = Ngày xác nhận
campaign-acknowledged-recorded = Đã ghi xác nhận của đơn vị.

campaign-summary = Báo cáo tổng hợp
campaign-summary-pdf = Dự thảo báo cáo (PDF)
campaign-summary-how = Số liệu là tổng các báo cáo đã nhận, không nhập tay.
campaign-summary-table = Số liệu theo đơn vị
campaign-summary-empty = Tổng hợp sẽ hiện ở đây khi đã gửi công văn yêu cầu báo cáo.
campaign-summary-empty-who = Đơn vị gửi báo cáo; cơ quan thường trực nhập báo cáo giấy.
campaign-answered-of = { $answered } trên { $asked } đơn vị đã báo cáo.
campaign-late-units = { $count } đơn vị báo cáo muộn
campaign-missing-units-yet = { $count } đơn vị chưa báo cáo, hạn { $day }
campaign-missing-units = { $count } đơn vị chưa báo cáo
campaign-sum = Cộng
campaign-voice-difficulties = Khó khăn, vướng mắc
campaign-voice-proposals = Đề xuất, kiến nghị

campaign-read-back = Đọc lại trước khi gửi
campaign-read-back-first = Đọc lại và gửi
campaign-read-back-bar = Gửi rồi thì không thu lại được văn bản; nhiệm vụ còn đổi hạn hoặc thôi giao được.
campaign-send-now = Gửi
campaign-send-change = Sửa lại
campaign-to-units = Gửi đến { $count } đơn vị
campaign-their-names = Tên các đơn vị
campaign-gives-tasks = Giao { $count } nhiệm vụ cho từng đơn vị
campaign-asks-nothing = Không giao nhiệm vụ nào, chỉ đề nghị xác nhận đã nhận.
campaign-asks-no-report = Không yêu cầu báo cáo.
campaign-no-due = không ghi hạn
campaign-tells = Thư báo tới { $count } đầu mối.
campaign-tells-nobody = Không gửi thư báo.
campaign-untold = { $count } đơn vị không có đầu mối nhận được thư
campaign-untold-call = Các đơn vị này chỉ thấy văn bản khi tự mở hệ thống: hãy gửi bản giấy hoặc gọi điện.
campaign-correct = Sửa nhiệm vụ đã giao
campaign-correct-how = Đổi hạn hoặc thôi giao một nhiệm vụ cho mọi đơn vị chưa trả lời. Thôi giao rồi thì không giao lại được. Trả lời đã có vẫn giữ nguyên; đơn vị đọc được lý do.
campaign-correct-none = Văn bản này chưa giao nhiệm vụ nào.
campaign-correct-none-who = Nhiệm vụ được giao khi gửi văn bản đến các đơn vị.
campaign-correct-counts = { $open } đơn vị chưa trả lời, { $answered } đơn vị đã trả lời
campaign-called-off = Đã thôi giao
campaign-called-off-units = { $count } đơn vị
campaign-called-off-now = Đã thôi giao. Các đơn vị thấy lý do trong trang công việc của mình.
campaign-read-off-title = Thôi giao: { $task }
campaign-read-off = Thôi giao cho { $count } đơn vị chưa trả lời Công văn { $letter }
campaign-off-for-good = Thôi giao rồi thì không giao lại được.
campaign-read-due-title = Đổi hạn: { $task }
campaign-read-due = Đổi hạn cho { $count } đơn vị chưa trả lời Công văn { $letter }: { $was } → { $day }
campaign-read-do = Đúng, thực hiện
campaign-new-due = Hạn mới
campaign-change-due = Đổi hạn
campaign-due-changed = Đã đổi hạn.
campaign-off-reason = Lý do thôi giao
campaign-off-reason-hint = Đơn vị đọc được, ví dụ: Công văn không giao việc này.
campaign-call-off = Thôi giao
campaign-remind = Đôn đốc
campaign-silent-confirmation = Chưa xác nhận đã nhận văn bản
campaign-silent-tasks = Chưa trả lời hết nhiệm vụ
campaign-silent-report = Chưa gửi báo cáo
campaign-silent-due = Hạn { $day }.
campaign-silent-none = Không còn đơn vị nào.
campaign-contact = Đầu mối
campaign-contact-none = Chưa có đầu mối
campaign-contact-phone = Điện thoại
campaign-contact-email = Thư điện tử
campaign-reminder = Đã nhắc
campaign-reminded-at = lúc { $at }
campaign-must-be-called = Không có thư điện tử, cần gọi điện
campaign-write-reminder = Gửi thư nhắc
campaign-written-today = Hôm nay đã nhắc mọi đơn vị có thư điện tử. Đơn vị ghi “cần gọi điện” chỉ nhắc được qua điện thoại.
campaign-nobody-to-write = Không đơn vị nào trong danh sách có đầu mối nhận được thư. Chỉ nhắc được qua điện thoại.
campaign-reminded-now = Đã gửi thư nhắc tới đầu mối của các đơn vị.
campaign-remind-confirmation-subject = Nhắc xác nhận Công văn { $number }
campaign-remind-confirmation-body =
    Kính gửi cán bộ đầu mối,

    { $issuer } đã gửi Công văn { $number } về việc: { $subject }. Đến nay đơn vị chưa xác nhận đã nhận.

    Đề nghị anh/chị mở văn bản và bấm “Xác nhận đã nhận” tại:
    { $link }

    { $edition }
campaign-remind-tasks-subject = Nhắc thực hiện nhiệm vụ theo Công văn { $number }
campaign-remind-tasks-body =
    Kính gửi cán bộ đầu mối,

    Công văn { $number } của { $issuer } giao đơn vị một số nhiệm vụ về việc: { $subject }. Đến nay còn nhiệm vụ chưa được trả lời.

    Đề nghị anh/chị trả lời từng nhiệm vụ tại:
    { $link }

    { $edition }
campaign-remind-report-subject = Nhắc gửi báo cáo theo Công văn { $number }
campaign-remind-report-body =
    Kính gửi cán bộ đầu mối,

    Công văn { $number } của { $issuer } đề nghị đơn vị báo cáo kết quả về việc: { $subject }. Đến nay cơ quan thường trực chưa nhận được báo cáo.

    Đề nghị anh/chị lập và gửi báo cáo tại:
    { $link }

    { $edition }

refusal-campaign-nothing-open = Không còn đơn vị nào chờ trả lời mục này.
refusal-campaign-reminded-today = Hôm nay đã gửi thư nhắc. Mỗi đơn vị nhận nhiều nhất một thư nhắc trong một ngày.
refusal-campaign-no-address = Không đơn vị nào có đầu mối nhận được thư. Vui lòng gọi điện.
refusal-campaign-due-past = Hạn { $due } đã qua. Hôm nay là { $today }, vui lòng ghi ngày còn làm kịp.
refusal-campaign-same-due = Hạn này đang được ghi. Chưa có gì để đổi.
refusal-campaign-publicity-counted = Báo cáo hoặc trả lời nhiệm vụ đã gửi có tính tin, bài này, nên không gỡ bỏ được nữa.
refusal-campaign-task-called-off = Nhiệm vụ này đã thôi giao { $at }.
refusal-campaign-report-already-answered = Đơn vị đã gửi báo cáo { $at }.
refusal-campaign-letter-unsigned = Văn bản chưa có số và ngày. Ghi số và ngày trước khi gửi.
refusal-campaign-no-units = Vui lòng chọn ít nhất một đơn vị.
refusal-campaign-units-not-standing = { $count } đơn vị đã chọn không hoạt động vào ngày { $day }. Hiện lại danh sách theo ngày này.
refusal-campaign-sent-already = { $count } đơn vị đã chọn đã được gửi văn bản này. Tải lại trang để bỏ các đơn vị đó.
refusal-campaign-letter-changed = Văn bản hoặc nội dung giao đã đổi từ khi đọc lại. Vui lòng đọc lại lần nữa rồi gửi.
refusal-campaign-task-without-words = Nhiệm vụ chưa có nội dung.
refusal-campaign-day-malformed = Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ 30/6/2021.
refusal-campaign-way-unknown = Vui lòng chọn hình thức.
refusal-campaign-link-twice = Trang này đã được ghi nhận cho đơn vị: “{ $title }”, ngày { $day }.
refusal-campaign-answer-unknown = Vui lòng chọn “Đã thực hiện” hoặc “Không phát sinh”.
refusal-campaign-changed-meanwhile = Có người vừa trả lời mục này. Vui lòng mở lại trang để xem bản mới.
refusal-campaign-task-already-answered = Nhiệm vụ này đã được trả lời { $at }.
refusal-campaign-evidence-missing = Vui lòng ghi ngắn việc đã làm, hoặc ghi nhận tuyên truyền trước.
refusal-campaign-reason-missing = Vui lòng ghi lý do.
refusal-campaign-request-withdrawn = Yêu cầu báo cáo đã được rút { $at }.
refusal-campaign-received-in-future = Ngày nhận { $day } chưa đến.
refusal-campaign-channel-unknown = Vui lòng chọn kênh tuyên truyền.
refusal-campaign-not-a-day = “{ $given }” chưa phải là ngày. Ghi ngày/tháng/năm, ví dụ 27/7/2020.
refusal-campaign-day-in-future = Ngày { $day } chưa đến.
refusal-campaign-title-missing = Vui lòng ghi tên tin, bài hoặc hoạt động.
refusal-campaign-title-too-long = Tên dài { $length } ký tự, nhiều nhất là { $max }.
refusal-campaign-link-form = Đường dẫn cần bắt đầu bằng http:// hoặc https://, ví dụ https://quangninh.gov.vn/tin.
refusal-campaign-reach-not-a-count = “{ $given }” chưa phải là số người. Ghi số, ví dụ 1.200.
refusal-campaign-figure-missing = { campaign-figure-meant }: vui lòng ghi số; không có thì ghi 0.
refusal-campaign-figure-not-a-count = { campaign-figure-meant }: “{ $given }” chưa phải là số đếm. Ghi số, ví dụ 12.
refusal-campaign-figures-disagree =
    { $great ->
        [local_entries] Số gửi lên ({ $small }) không thể nhiều hơn số giải pháp dự Hội thi của đơn vị ({ $large }).
       *[other] Số gửi lên ({ $small }) không thể nhiều hơn số giải pháp đã vận động gửi dự thi ({ $large }).
    }
refusal-campaign-reached-by-nothing = Có { $people } lượt người tiếp cận nhưng chưa có tin, bài, hoạt động nào.
refusal-campaign-no-local-contest = Đơn vị không tổ chức Hội thi riêng nên để trống mục này, hoặc chọn “Có”.
refusal-campaign-text-too-long = Phần này dài { $length } ký tự, nhiều nhất là { $max }.

campaign-way-link = qua liên kết riêng
campaign-mail-personal = { $link }
    (Liên kết dành riêng cho đơn vị của anh/chị, mở được không cần tài khoản. Ai có liên kết đều trả lời thay đơn vị được, đề nghị không chuyển tiếp.)
campaign-link-acknowledge-text = Xác nhận đơn vị đã nhận công văn để mở phần trả lời các việc dưới đây.
campaign-link-your-name = Họ và tên người xác nhận
campaign-link-your-position = Chức vụ
campaign-link-also = Việc khác của đơn vị
campaign-link-publicity-count = { $count } tin, bài
campaign-link-publicity-hint = Ghi nơi đăng, ngày đăng và đường dẫn.
campaign-link-keep = Liên kết này mở được đến hết ngày { $day }. Ai có liên kết đều trả lời thay đơn vị được, đề nghị không chuyển tiếp.
campaign-link-shut = Liên kết không mở được
campaign-link-unknown = Địa chỉ này không đúng. Kiểm tra lại từng chữ, hoặc quét lại mã trên phiếu.
campaign-link-expired = Liên kết đã hết hạn.
campaign-link-revoked = Liên kết đã được thu hồi hoặc thay bằng liên kết mới.
campaign-link-shut-who = Cơ quan thường trực gửi lại được liên kết mới: gọi theo số điện thoại ghi trong công văn. Những gì đơn vị đã trả lời vẫn còn.
campaign-name-contact = Cử cán bộ đầu mối
campaign-name-contact-hint = Công văn, thư nhắc sau này gửi tới người này.
campaign-name-contact-text = Ghi người của đơn vị nhận công văn và trả lời. Cần ít nhất một cách liên hệ.
campaign-name-contact-save = Cử làm đầu mối
campaign-contact-named = Đã ghi cán bộ đầu mối của đơn vị.

campaign-recipients = Nơi nhận
campaign-recipients-all = đơn vị được gửi
campaign-recipients-opened = đã mở xem
campaign-recipients-confirmed = đã xác nhận
campaign-recipients-mail-failed = có thư không gửi được
campaign-recipients-on-paper = cần gửi giấy hoặc gọi điện
campaign-recipients-unconfirmed = Chưa xác nhận
campaign-recipients-unopened = Chưa mở xem
campaign-recipients-failed = Có thư không gửi được
campaign-recipients-unreached = Cần gửi giấy hoặc gọi điện
campaign-recipients-none = Không có đơn vị nào như vậy.
campaign-recipients-ways = Cách gửi
campaign-way-account = Tài khoản của đơn vị
campaign-way-none = Chưa có cách gửi
campaign-mail-sent = Đã gửi thư
campaign-mail-waiting = Thư đang chờ
campaign-mail-failed = Thư không gửi được
campaign-mail-forgotten = Đã soạn thư
campaign-not-confirmed = Chưa xác nhận
campaign-links-make = Tạo liên kết riêng
campaign-links-count = Liên kết riêng ({ $count })
campaign-proof = Bảng kê gửi và nhận
campaign-not-sent = Văn bản chưa gửi tới đơn vị nào.
campaign-not-sent-who = Chuyên viên gửi từ trang của văn bản.
campaign-slips = Phiếu kèm phong bì
campaign-slips-text = Mỗi đơn vị một phiếu nửa trang có mã quét và địa chỉ riêng, in một lần cho tất cả. Phiếu in trước đây không mở được nữa.
campaign-slips-unreached = In phiếu cho đơn vị cần gửi giấy
campaign-slips-unconfirmed = In phiếu cho mọi đơn vị chưa xác nhận
campaign-unit-links = Liên kết riêng của đơn vị
campaign-links-none = Đơn vị này chưa có liên kết riêng.
campaign-links-none-who = Liên kết được tạo khi gửi thư cho đầu mối trong danh bạ, khi in phiếu, hoặc tại đây.
campaign-link-made-at = Tạo lúc
campaign-link-until = Mở được đến hết
campaign-link-first-opened = Mở lần đầu
campaign-link-opens = Đang mở được
campaign-link-closed = Không mở được nữa
campaign-link-renew-text = Tạo liên kết mới thì mọi liên kết trước của đơn vị không mở được nữa.
campaign-link-renew-mail = Gửi liên kết mới bằng thư
campaign-link-renew-show = Tạo liên kết để đọc hoặc gửi Zalo
campaign-link-revoke = Thu hồi liên kết
campaign-links-revoked = Đã thu hồi mọi liên kết của đơn vị.
campaign-links-mailed = Đã gửi liên kết mới tới đầu mối của đơn vị.
campaign-link-made = Liên kết mới
campaign-link-made-text = Chép lại ngay: liên kết chỉ hiện một lần.
campaign-recall = Thu hồi công văn
campaign-recall-open-tasks = nhiệm vụ còn chờ trả lời
campaign-recall-text = Thu hồi thì các nhiệm vụ và báo cáo còn chờ được thôi giao; những gì đơn vị đã trả lời vẫn còn. Trang của từng đơn vị ghi lý do và dẫn tới văn bản thay thế.
campaign-recall-reason = Lý do thu hồi
campaign-recall-reason-hint = Các đơn vị đọc được câu này.
campaign-recall-replacement = Văn bản thay thế
campaign-recall-replacement-hint = Văn bản đã ký của kỳ này. Văn bản thay thế vẫn cần gửi như mọi công văn.
campaign-recall-no-replacement = Không có
campaign-recall-bar = Công văn đã thu hồi không khôi phục được.
campaign-recall-do = Thu hồi công văn
campaign-recalled-now = Đã thu hồi công văn.
campaign-recalled = Công văn này đã được thu hồi { $at }
campaign-replaced-by = Văn bản thay thế:
campaign-to-replacement = Xem văn bản thay thế
refusal-campaign-confirm-first = Vui lòng xác nhận đã nhận công văn trước.
refusal-campaign-position = Ghi chức vụ, nhiều nhất 200 ký tự.
refusal-campaign-no-link = Đơn vị không có liên kết nào đang mở được.
refusal-campaign-not-sent = Văn bản chưa gửi tới đơn vị nào.
refusal-campaign-recalled = Công văn này đã được thu hồi.
refusal-campaign-recall-reason = Ghi lý do thu hồi, nhiều nhất 500 ký tự.
refusal-campaign-replacement = Chọn một văn bản khác, đã ký, của kỳ này.
refusal-campaign-no-slips = Không đơn vị nào cần phiếu.

campaign-origin = ({ $name } trả lời { $way }, ngày { $day })
campaign-behalf = Ghi hộ
campaign-behalf-with-scan = Ghi xác nhận kèm bản quét
campaign-behalf-publicity = Ghi hộ tin, bài tuyên truyền
campaign-behalf-from = Đơn vị đã báo thế nào
campaign-behalf-day = Ngày cơ quan thường trực nhận được
campaign-behalf-who = Người của đơn vị đã báo
campaign-behalf-scan = Bản quét
campaign-behalf-scan-hint = Công văn, thư hoặc ảnh chụp tin nhắn: PDF, JPEG hoặc PNG.
campaign-behalf-save = Ghi hộ đơn vị
campaign-behalf-recorded = Đã ghi hộ đơn vị.
refusal-campaign-day-of-paper = Ngày nhận { $day } phải từ ngày gửi công văn đến hôm nay.
campaign-area = Địa bàn
campaign-area-hint = Xã, phường từ 1/7/2025 chọn được theo huyện, thị xã, thành phố trước đó.
campaign-reach-phone = gọi điện
campaign-reach-none = gửi giấy
# Publicity, looked at by the agency
campaign-checking = Kiểm tra tin, bài tuyên truyền
campaign-checking-none = Chưa có tin, bài nào như đã chọn.
campaign-checking-place = { $first }–{ $last } trên { $found } mục
campaign-check-waiting = Chờ xác nhận
campaign-check-confirmed = Đã xác nhận
campaign-check-returned = Bị trả lại
campaign-confirmed-count = được tính vào số liệu
campaign-waiting-count = chưa được tính
campaign-units-with-publicity = Đơn vị có tin, bài
campaign-only-twins = Trùng với đơn vị khác
campaign-twin = { $unit } ({ $day })
campaign-same-link = Cùng liên kết với { $count } đơn vị khác
campaign-choose = Chọn
campaign-choose-one = Chọn: { $title }
campaign-photo-of = Ảnh chụp: { $title }
campaign-no-photo = Không có ảnh
campaign-confirm = Xác nhận
campaign-confirm-says = Mở liên kết, xem ảnh rồi đánh dấu các mục đúng.
campaign-confirm-chosen = Xác nhận các mục đã chọn
campaign-publicity-confirmed = Đã xác nhận { $count } mục.
campaign-return-link = Trả lại
campaign-return = Trả lại tin, bài cho đơn vị
campaign-return-reason = Điều đơn vị cần sửa
campaign-return-reason-hint = Ví dụ: Liên kết không mở được; bài không nói về Hội thi. Đơn vị đọc nguyên văn.
campaign-return-send = Trả lại
campaign-publicity-returned = Đã trả lại. Đơn vị nhận được thư và sửa ở trang của mình.
campaign-return-mail-subject = Tin, bài tuyên truyền cần sửa: { $title }
campaign-return-mail =
    Kính gửi đồng chí đầu mối,

    Tin, bài “{ $title }” (ngày { $day }) mà đơn vị ghi nhận cho { $edition } chưa xác nhận được:

    { $reason }

    Đề nghị đồng chí mở mục Ghi nhận tuyên truyền, sửa rồi gửi lại: { $address }

    Trân trọng.
campaign-returned-to-you = Có { $count } mục bị trả lại
campaign-returned-to-you-text = Đọc lời nhắn ở cột trạng thái, sửa rồi gửi lại. Mục bị trả lại chưa được tính.
campaign-publicity-correct = Sửa
campaign-publicity-correct-title = Sửa tin, bài đã ghi nhận
campaign-publicity-send-again = Gửi lại
campaign-publicity-corrected = Đã gửi lại, chờ xác nhận.
campaign-photo-stays = Không chọn tệp mới thì giữ tệp cũ:
campaign-publicity-waiting-short = +{ $count } chờ
campaign-publicity-tally = Đã xác nhận { $confirmed }, chờ xác nhận { $waiting }, bị trả lại { $returned }. Chỉ mục đã xác nhận được tính.
refusal-campaign-publicity-confirmed-already = Mục này đã được xác nhận.
refusal-campaign-publicity-returned-already = Mục này đã được trả lại và đang chờ đơn vị sửa.
refusal-campaign-publicity-confirmed-stays = Mục này đã được xác nhận nên không sửa, không gỡ bỏ được nữa.
refusal-campaign-return-without-words = Ghi rõ điều đơn vị cần sửa.
refusal-campaign-return-too-long = Lời nhắn dài { $length } ký tự; tối đa { $max }.
refusal-campaign-publicity-changed = “{ $title }” vừa được thay đổi sau khi đồng chí mở trang. Xem lại rồi làm lại.
refusal-campaign-no-publicity = Đánh dấu ít nhất một mục.
campaign-kit-there = Tin, bài, ảnh, áp phích có sẵn để đăng:
