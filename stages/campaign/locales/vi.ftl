### Campaign: letters, tasks, publicity, reports.

campaign-documents = Sổ văn bản
campaign-send = Gửi văn bản
campaign-letter-unsigned = Văn bản chưa có số và ngày
campaign-to-document = Mở văn bản
campaign-sent-to = Đã gửi { $count } đơn vị
campaign-sent-to-text = Danh sách dưới đây chỉ còn các đơn vị chưa được gửi.
campaign-sent-to-same = Nhiệm vụ, lời và hạn ở dưới lấy theo lần đã gửi: sửa ở đây thì đơn vị gửi thêm có việc khác đơn vị đã nhận.
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
campaign-kind = Loại đơn vị
campaign-group-marked = chọn { $marked } trên { $count } đơn vị
campaign-group-all = Chọn cả nhóm
campaign-group-none = Bỏ chọn cả nhóm
campaign-group-several = Nằm trên nhiều địa bàn trước đây
campaign-group-rest = Các đơn vị khác
campaign-task-words-and-due = Nội dung và hạn
campaign-asks = Nhiệm vụ giao cho từng đơn vị
campaign-asks-hint = Việc được chọn và lời lấy từ các gạch đầu dòng của công văn, xếp theo nội dung từng gạch; hạn lấy từ lịch của Hội thi. Sửa được trước khi gửi.
campaign-asks-unsaid = Công văn không có gạch đầu dòng nào ứng với các nhiệm vụ dưới đây: hãy chọn nhiệm vụ mà công văn giao và sửa lời theo công văn. Hạn lấy từ lịch của Hội thi.
campaign-dash-as-task = Giao thành việc: { $dash }
campaign-asks-dashes = Công văn còn ghi những việc chưa xếp được vào nhiệm vụ nào
campaign-task = Nhiệm vụ
campaign-task-words = Nội dung nhiệm vụ
campaign-task-due = Hạn
campaign-task-direct-and-report = Chỉ đạo triển khai Kế hoạch, Thể lệ; báo cáo kết quả
campaign-task-publicise-and-mobilise = Tuyên truyền, phổ biến; vận động gửi giải pháp dự thi
campaign-task-launch-movement = Phát động phong trào đổi mới sáng tạo, cải tiến kỹ thuật
campaign-task-commend = Khen thưởng tập thể, cá nhân có thành tích
campaign-task-hold-local-contest = Tổ chức Hội thi của địa phương, đơn vị
campaign-task-name-contact = Cử cán bộ đầu mối
campaign-task-other = Nhiệm vụ khác
campaign-short-confirmation = Xác nhận
campaign-short-direct-and-report = Chỉ đạo
campaign-short-publicise-and-mobilise = Tuyên truyền
campaign-short-launch-movement = Phong trào
campaign-short-commend = Khen thưởng
campaign-short-hold-local-contest = Hội thi cơ sở
campaign-short-name-contact = Đầu mối
campaign-short-other = Việc khác
campaign-short-report = Báo cáo
campaign-short-publicity = Tin, bài
campaign-report-due = Hạn gửi báo cáo
campaign-report-due-hint = Bỏ trống nếu công văn không yêu cầu báo cáo.
campaign-tell-contacts = Gửi thư báo cho cán bộ đầu mối
campaign-tell-contacts-hint = Đầu mối có địa chỉ thư điện tử nhận thư kèm đường dẫn đến văn bản.
campaign-letter-sent = Đã gửi văn bản đến { $units } đơn vị.
campaign-letter-sent-unreached = Đã gửi văn bản đến { $units } đơn vị. Còn { $unreached } đơn vị nhận văn bản này không có tài khoản, thư điện tử: cần gửi giấy hoặc gọi, xem Nơi nhận.
campaign-mail-subject = { $number }: { $subject }
campaign-mail-body =
    Kính gửi cán bộ đầu mối,

    { $issuer } đã gửi { $number } về việc: { $subject }.

    Đề nghị anh/chị mở văn bản, bấm “Xác nhận đã nhận” và xem các nhiệm vụ của đơn vị tại:
    { $link }

    { $edition }

campaign-acknowledged = Đã xác nhận
campaign-opened = Đã mở xem
campaign-not-opened = Chưa mở xem
campaign-assigned = Đã giao
campaign-received = Đã nhận
campaign-doing = Đang thực hiện
campaign-done = Đã thực hiện
campaign-nothing = Không phát sinh
campaign-overdue = Quá hạn
campaign-summary = Báo cáo tổng hợp
campaign-report-returned = Báo cáo bị trả lại
campaign-report-returned-why = Báo cáo bị trả lại: { $why }
campaign-correct-report = Sửa, gửi lại báo cáo
campaign-report-to-correct = Chờ sửa
campaign-read-report = Đọc báo cáo
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
campaign-desk-empty = Văn bản gửi đến đơn vị sẽ hiện ở đây, kèm các nhiệm vụ.
campaign-desk-empty-who = Cơ quan thường trực Hội thi gửi văn bản. Anh/chị sẽ nhận thư báo.
campaign-letter-hint = { $number } ngày { $day } · { $unit } · còn { $open } nhiệm vụ chưa trả lời
campaign-letter-hint-recalled = { $number } ngày { $day } · { $unit }
campaign-letter-recalled = Đã thu hồi
campaign-please-acknowledge = Đề nghị xác nhận đã nhận văn bản
campaign-please-acknowledge-text = Xác nhận một lần là đơn vị đã nhận văn bản và nhận các nhiệm vụ trong đó.
campaign-acknowledge = Xác nhận đã nhận
campaign-acknowledged-now = Đã xác nhận nhận văn bản. Các nhiệm vụ của đơn vị ở dưới đây.
campaign-confirmed-by = { $name }, { $at }, { $way }.
campaign-your-tasks = Việc cần làm
campaign-read-letter = Đọc lại văn bản
campaign-letter-pdf = Bản PDF của văn bản
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
campaign-encouraged = Đây là việc văn bản khuyến khích. Nếu đơn vị không tổ chức, chọn “Không phát sinh”.
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
campaign-photo-hint = Trên điện thoại có thể chụp ngay.
campaign-reach = Số người tiếp cận
campaign-reached = { $count } người tiếp cận
campaign-by-channel = Theo kênh tuyên truyền
campaign-reach-hint = Ghi nếu biết.

campaign-report = Báo cáo kết quả
campaign-report-receive = Nhập báo cáo thay đơn vị
campaign-how = Hình thức

campaign-board = Tiến độ các đơn vị
campaign-board-caption = Tiến độ theo đơn vị và nhiệm vụ
campaign-board-empty = Bảng đơn vị và nhiệm vụ sẽ hiện ở đây sau khi gửi văn bản.
campaign-board-empty-who = Mở văn bản đã ký trong sổ văn bản rồi bấm “Gửi văn bản”.
campaign-letter = Văn bản
campaign-letter-choice = { $number } ngày { $signed }, gửi { $sent }
campaign-letter-choice-recalled = { $number } ngày { $signed }, gửi { $sent } (đã thu hồi)
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


campaign-read-back = Đọc lại trước khi gửi
campaign-read-back-first = Đọc lại và gửi
campaign-read-back-bar = Gửi rồi chỉ còn thu hồi văn bản có nêu lý do; nhiệm vụ còn đổi hạn hoặc thôi giao được.
campaign-read-on = (đơn vị theo danh mục ngày { $day })
campaign-list-missing = Văn bản nói có danh sách hoặc phụ lục kèm theo nhưng không có phụ lục nào
campaign-list-missing-text = Đơn vị nhận sẽ không thấy danh sách ấy. Nếu gửi thiếu, dừng ở đây và ban hành văn bản khác có đủ phụ lục.
campaign-list-elsewhere = Danh sách, phụ lục đã có trong bản quét hoặc gửi riêng
campaign-read-on-check = Xem lại ngày của danh mục đơn vị
campaign-read-on-future = Ngày { $day } chưa đến.
campaign-read-on-newer = { $count } đơn vị không có trong danh mục vào ngày { $signed } ghi trên văn bản.
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
campaign-read-off = Thôi giao cho { $count } đơn vị chưa trả lời { $letter }
campaign-off-for-good = Thôi giao rồi thì không giao lại được.
campaign-sent-back-mail-subject = Kết quả nhiệm vụ được trả lại: { $task }
campaign-sent-back-mail =
    Kính gửi cán bộ đầu mối,

    Kết quả nhiệm vụ “{ $task }” của { $letter } được trả lại: { $reason }

    Đề nghị đơn vị bổ sung và trả lời lại tại:
    { $address }

    { $edition }
campaign-extended-mail-subject = Gia hạn đến { $day }: { $task }
campaign-extended-mail =
    Kính gửi cán bộ đầu mối,

    Nhiệm vụ “{ $task }” của { $letter } được gia hạn đến hết ngày { $day }. { $words }

    Xem tại:
    { $address }

    { $edition }
campaign-declined-mail-subject = Không gia hạn: { $task }
campaign-declined-mail =
    Kính gửi cán bộ đầu mối,

    Đề nghị gia hạn nhiệm vụ “{ $task }” của { $letter } không được chấp thuận: { $words }

    Hạn vẫn là ngày { $day }. Xem tại:
    { $address }

    { $edition }
campaign-due-changed-mail-subject = Đổi hạn thành { $day }: { $task }
campaign-due-changed-mail =
    Kính gửi cán bộ đầu mối,

    Việc “{ $task }” theo { $letter } đổi hạn thành ngày { $day }.

    Xem tại:
    { $address }

    { $edition }
campaign-read-due-granted = { $count } đơn vị giữ hạn riêng đã được gia hạn, muộn hơn ngày này.
campaign-read-due-told = Đầu mối có thư điện tử của các đơn vị được đổi hạn sẽ được báo.
campaign-read-due-title = Đổi hạn: { $task }
campaign-read-due = Đổi hạn cho { $count } đơn vị chưa trả lời { $letter }: { $was } → { $day }
campaign-read-do = Đúng, thực hiện
campaign-new-due = Hạn mới
campaign-change-due = Đổi hạn
campaign-due-changed = Đã đổi hạn.
campaign-off-reason = Lý do thôi giao
campaign-off-reason-hint = Đơn vị đọc được, ví dụ: Công văn không giao việc này. Nhiều nhất 1.000 ký tự.
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
campaign-remind-confirmation-subject = Nhắc xác nhận { $number }
campaign-remind-confirmation-body =
    Kính gửi cán bộ đầu mối,

    { $issuer } đã gửi { $number } về việc: { $subject }. Đến nay đơn vị chưa xác nhận đã nhận.

    Đề nghị anh/chị mở văn bản và bấm “Xác nhận đã nhận” tại:
    { $link }

    { $edition }
campaign-remind-tasks-subject = Nhắc thực hiện nhiệm vụ theo { $number }
campaign-remind-tasks-body =
    Kính gửi cán bộ đầu mối,

    { $number } của { $issuer } giao đơn vị một số nhiệm vụ về việc: { $subject }. Đến nay còn nhiệm vụ chưa được trả lời.

    Đề nghị anh/chị trả lời từng nhiệm vụ tại:
    { $link }

    { $edition }
campaign-remind-report-subject = Nhắc gửi báo cáo theo { $number }
campaign-remind-report-body =
    Kính gửi cán bộ đầu mối,

    { $number } của { $issuer } đề nghị đơn vị báo cáo kết quả về việc: { $subject }. Đến nay cơ quan thường trực chưa nhận được báo cáo.

    Đề nghị anh/chị lập và gửi báo cáo tại:
    { $link }

    { $edition }

refusal-campaign-nothing-open = Không còn đơn vị nào chờ trả lời mục này.
refusal-campaign-reminded-today = Hôm nay đã gửi thư nhắc. Mỗi đơn vị nhận nhiều nhất một thư nhắc trong một ngày.
refusal-campaign-no-address = Chưa có địa chỉ thư của đầu mối nào. Vui lòng gọi điện.
refusal-campaign-due-past = Hạn { $due } đã qua. Hôm nay là { $today }, vui lòng ghi ngày còn làm kịp.
refusal-campaign-same-due = Hạn này đang được ghi. Chưa có gì để đổi.
refusal-campaign-publicity-counted = Báo cáo hoặc trả lời nhiệm vụ đã gửi có tính tin, bài này, nên không gỡ bỏ được nữa.
refusal-campaign-task-called-off = Nhiệm vụ này đã thôi giao { $at }.
refusal-campaign-letter-withdrawn = Văn bản này đã bị thu hồi từ ngày { $day } nên không gửi nữa.
refusal-campaign-letter-replaced = Văn bản này đã được thay thế từ ngày { $day }. Gửi văn bản thay thế.
refusal-campaign-letter-recalled = Văn bản này đã được thu hồi nên không gửi nữa. Lập văn bản khác để gửi.
refusal-campaign-letter-unsigned = Văn bản chưa có số và ngày. Ghi số và ngày trước khi gửi.
refusal-campaign-list-missing = Văn bản nói có danh sách, phụ lục kèm theo nhưng không có phụ lục nào. Vui lòng đánh dấu xác nhận danh sách đã có trong bản quét hoặc gửi riêng.
refusal-campaign-no-units = Vui lòng chọn ít nhất một đơn vị.
refusal-campaign-units-not-standing = { $count } đơn vị đã chọn không hoạt động vào ngày { $day }. Hiện lại danh sách theo ngày này.
refusal-campaign-sent-already = { $count } đơn vị đã chọn đã được gửi văn bản này. Tải lại trang để bỏ các đơn vị đó.
refusal-campaign-letter-changed = Văn bản hoặc nội dung giao đã đổi từ khi đọc lại. Vui lòng đọc lại lần nữa rồi gửi.
refusal-campaign-text-long = Nội dung có { $length } ký tự, chỉ ghi được { $max } ký tự.
refusal-campaign-task-without-words = Nhiệm vụ chưa có nội dung.
refusal-campaign-day-malformed = Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ 30/6/2021.
refusal-campaign-day-of = Ô “{ $label }” cần một ngày có thật. Ghi ngày/tháng/năm, ví dụ 30/6/2021.
refusal-campaign-due-of = Hạn của “{ $label }” chưa đọc được. Ghi một ngày như 30/6/2021, hoặc từ 1 đến 250 ngày làm việc, như “5 ngày làm việc từ ngày nhận”.
refusal-campaign-unit-day = Ô “Đơn vị đang hoạt động vào ngày” cần một ngày có thật. Ghi ngày/tháng/năm, ví dụ 19/8/2020.
refusal-campaign-way-unknown = Vui lòng chọn hình thức.
refusal-campaign-link-twice = Trang này đã được ghi nhận cho đơn vị: “{ $title }”, ngày { $day }.
refusal-campaign-answer-unknown = Vui lòng chọn “Đã thực hiện” hoặc “Không phát sinh”.
refusal-campaign-changed-meanwhile = Có người vừa trả lời mục này. Vui lòng mở lại trang để xem bản mới.
refusal-campaign-task-already-answered = Nhiệm vụ này đã được trả lời { $at }.
refusal-campaign-evidence-missing = Vui lòng ghi ngắn việc đã làm, hoặc ghi nhận tuyên truyền trước.
refusal-campaign-reason-missing = Vui lòng ghi lý do.
refusal-campaign-channel-unknown = Vui lòng chọn kênh tuyên truyền.
refusal-campaign-not-a-day = “{ $given }” chưa phải là ngày. Ghi ngày/tháng/năm, ví dụ 27/7/2020.
refusal-campaign-day-in-future = Ngày { $day } chưa đến.
refusal-campaign-title-missing = Vui lòng ghi tên tin, bài hoặc hoạt động.
refusal-campaign-title-too-long = Tên dài { $length } ký tự, nhiều nhất là { $max }.
refusal-campaign-link-form = Đường dẫn cần bắt đầu bằng http:// hoặc https:// và có tên trang, ví dụ https://quangninh.gov.vn/tin.
refusal-campaign-reach-not-a-count = “{ $given }” chưa phải là số người. Ghi số, ví dụ 1.200.

campaign-way-link = qua liên kết riêng
campaign-mail-personal = { $link }
    (Liên kết dành riêng cho đơn vị của anh/chị, mở được không cần tài khoản. Ai có liên kết đều trả lời thay đơn vị được, đề nghị không chuyển tiếp.)
campaign-link-acknowledge-text = Xác nhận đơn vị đã nhận văn bản để mở phần trả lời các việc dưới đây.
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
campaign-link-shut-call = Cơ quan thường trực gửi lại được liên kết mới. Liên hệ { $agency }.
campaign-link-shut-kept = Những gì đơn vị đã trả lời vẫn còn.
campaign-name-contact = Cử cán bộ đầu mối
campaign-name-contact-hint = Văn bản, thư nhắc sau này gửi tới người này.
campaign-name-contact-text = Ghi người của đơn vị nhận văn bản và trả lời. Cần ít nhất một cách liên hệ.
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
campaign-way-slip = Phiếu in ngày { $day }
campaign-way-none = Chưa có cách gửi
campaign-mail-sent = Đã gửi thư
campaign-mail-waiting = Thư đang chờ
campaign-mail-kept = Thư giữ lại, chưa gửi ra ngoài
campaign-mails-kept = Có { $count } thư giữ lại trong hệ thống, không gửi ra ngoài
campaign-mails-kept-text = Chưa có máy chủ thư nên không ai nhận được. Đơn vị không có tài khoản cần gửi giấy hoặc gọi điện.
campaign-way-link-opened = Liên kết riêng, đã mở
campaign-mail-failed = Thư không gửi được
campaign-mails-progress = Thư báo: { $gone }/{ $all } đã đi, { $waiting } đang chờ, { $lost } không gửi được.
campaign-mails-again = Xem số mới nhất
campaign-mail-forgotten = Đã soạn thư
campaign-not-confirmed = Chưa xác nhận
campaign-links-make = Tạo liên kết riêng
campaign-links-count = Liên kết riêng ({ $count })
campaign-proof = Bảng kê gửi và nhận
campaign-not-sent = Văn bản chưa gửi tới đơn vị nào.
campaign-not-sent-who = Chuyên viên gửi từ trang của văn bản.
campaign-way-package = Gói edXML gửi trên trục
campaign-package-unsent-yet = Gói edXML mới tạo, chưa gửi
campaign-package = Gói edXML cho các đơn vị có mã
campaign-package-text = Một gói ghi nơi nhận là những đơn vị của văn bản này có mã định danh trong thiết lập liên thông. Tải gói về rồi gửi trên hệ thống quản lý văn bản, sau đó ghi ngày giờ gửi ở đây: chưa ghi thì đơn vị vẫn là chưa nhận được.
campaign-package-settings = Thiết lập liên thông
campaign-package-without = { $count } đơn vị chưa có mã, hoặc trùng tên với đơn vị khác mà mã chỉ ghi theo tên, nên không nằm trong gói:
campaign-package-all = Tạo gói cho { $count } đơn vị có mã
campaign-package-unreached = Tạo gói cho { $count } đơn vị cần gửi giấy hoặc gọi điện
campaign-package-download = Tải gói cho { $count } đơn vị
campaign-package-for = Gói cho { $count } đơn vị
campaign-package-made = Đã tạo gói edXML, chưa gửi tới đơn vị nào. Tải về ở mục “Gói edXML cho các đơn vị có mã”, gửi trên trục rồi ghi ngày giờ gửi.
campaign-package-made-on = tạo
campaign-package-made-at = Tạo gói
campaign-package-not-sent = Chưa gửi
campaign-package-sent = Ghi đã gửi trên trục
campaign-package-sent-on = Đã gửi trên trục
campaign-package-sent-correct = Sửa ngày giờ gửi
campaign-package-sent-text = Ghi khi gói đã gửi đi trên hệ thống quản lý văn bản. Từ đó các đơn vị trong gói được tính là đã gửi tới.
campaign-package-units = Đơn vị trong gói ({ $count })
campaign-package-sent-day = Ngày gửi
campaign-package-sent-time = Giờ gửi
campaign-package-sent-save = Lưu ngày giờ gửi
campaign-package-unsent = Ghi nhầm, gói chưa gửi
campaign-package-sent-noted = Đã ghi ngày giờ gửi gói trên trục.
campaign-package-unsent-noted = Đã bỏ ngày giờ gửi. Gói được tính là chưa gửi.
refusal-campaign-package-sent-when = Ngày giờ gửi phải từ lúc tạo gói ({ $made }) đến bây giờ.
refusal-campaign-time-malformed = Giờ chưa đúng. Ghi giờ:phút, ví dụ 8:15.
refusal-campaign-no-package = Không đơn vị nào được chọn có mã định danh. Ghi mã ở trang thiết lập liên thông rồi tạo gói.
campaign-slips = Phiếu kèm phong bì
campaign-slips-text = Mỗi đơn vị một phiếu nửa trang có mã quét và mã để gõ, in một lần cho tất cả; trên 100 đơn vị thì in thành từng tệp 50 phiếu, có trang theo dõi. In lần mới thì mã trên mọi phiếu đã in của văn bản này không mở được nữa, kể cả phiếu của đơn vị lần này không in; liên kết gửi bằng thư hoặc đã đọc cho đơn vị vẫn mở được.
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
campaign-link-renew-text = Tạo liên kết mới thì mọi liên kết tới văn bản này mà đơn vị có trước đó, kể cả mã trên phiếu đã in, không mở được nữa. Liên kết riêng của người được giao từng việc vẫn mở được.
campaign-link-renew-mail = Gửi liên kết mới bằng thư
campaign-link-renew-show = Tạo liên kết để đọc hoặc gửi Zalo
campaign-link-revoke = Thu hồi liên kết
campaign-links-revoked = Đã thu hồi mọi liên kết của đơn vị.
campaign-links-mailed = Đã gửi liên kết mới tới đầu mối của đơn vị.
campaign-link-made = Liên kết mới
campaign-link-made-text = Chép lại ngay: liên kết chỉ hiện một lần.
campaign-recall = Thu hồi văn bản
campaign-reminded-by-itself = hệ thống tự nhắc
campaign-recall-reached = đầu mối có thư điện tử
campaign-recall-tell = Báo cho cán bộ đầu mối bằng thư điện tử
campaign-recall-mail-subject = Thu hồi { $number }
campaign-recall-mail =
    Kính gửi cán bộ đầu mối,

    { $issuer } thu hồi { $number } về việc: { $subject }. Lý do: { $reason }

    Các nhiệm vụ và báo cáo còn chờ của văn bản này được thôi giao. { $instead }

    Xem tại:
    { $address }

    { $edition }
campaign-recall-mail-instead = Văn bản thay thế: { $number } về việc: { $subject }.
campaign-recall-open-tasks = nhiệm vụ còn chờ trả lời
campaign-recall-text = Thu hồi thì các nhiệm vụ và báo cáo còn chờ được thôi giao; những gì đơn vị đã trả lời vẫn còn. Trang của từng đơn vị ghi lý do và dẫn tới văn bản thay thế.
campaign-recall-honoured = { $count } đơn vị được tặng giấy theo quyết định này
campaign-recall-honoured-text = Thu hồi rồi thì các giấy ấy không in được nữa và trang kiểm tra công khai báo không còn giá trị; giấy đã trao thì thu lại.
campaign-recall-reason = Lý do thu hồi
campaign-recall-reason-hint = Các đơn vị đọc được câu này.
campaign-recall-replacement = Văn bản thay thế
campaign-recall-replacement-hint = Văn bản của cơ quan mình cùng loại, đã ký trong kỳ này, còn hiệu lực và không ký trước văn bản thu hồi. Văn bản thay thế vẫn cần gửi như mọi văn bản.
campaign-recall-no-replacement = Không có
campaign-recall-bar = Văn bản đã thu hồi không khôi phục được.
campaign-recall-do = Thu hồi văn bản
campaign-recall-read = Đọc lại và thu hồi
campaign-recall-read-title = Đọc lại trước khi thu hồi
campaign-recall-whom = Thu hồi ở
campaign-recall-units = { $count } đơn vị đã được gửi
campaign-recall-closes = Thôi giao
campaign-recall-closed = { $tasks } nhiệm vụ và { $reports } báo cáo còn chờ
campaign-recall-mails = Gửi { $count } thư báo thu hồi.
campaign-recalled-now = Đã thu hồi văn bản.
campaign-recalled-nothing-to-do = Đơn vị không còn việc gì phải làm theo văn bản này.
campaign-recalled-answered = Việc đơn vị đã trả lời
campaign-recalled = Văn bản này đã được thu hồi { $at }
campaign-replaced-by = Văn bản thay thế:
campaign-replacement-not-here = Văn bản này chưa được gửi đến đơn vị trên hệ thống.
campaign-link-call = Cần hỏi về văn bản này, đơn vị liên hệ { $agency }.
campaign-to-replacement = Xem văn bản thay thế
refusal-campaign-confirm-first = Vui lòng xác nhận đã nhận văn bản trước.
refusal-campaign-position = Ghi chức vụ, nhiều nhất 200 ký tự.
refusal-campaign-given-too-often = Hôm nay việc này đã được giao tiếp bằng liên kết { $count } lần. Từ ngày mai mới giao tiếp được; cần ngay thì nhờ cơ quan thường trực.
refusal-campaign-no-link = Đơn vị không có liên kết nào đang mở được.
refusal-campaign-not-sent = Văn bản chưa gửi tới đơn vị nào.
refusal-campaign-recalled = Văn bản này đã được thu hồi.
refusal-campaign-recall-reason = Ghi lý do thu hồi, nhiều nhất 500 ký tự.
refusal-campaign-replacement = Chọn một văn bản khác cùng loại của cơ quan mình đã ký trong kỳ này, còn hiệu lực, chưa bị thu hồi và không ký trước văn bản thu hồi.
refusal-campaign-no-slips = Không đơn vị nào cần phiếu.

campaign-origin = ({ $name } trả lời { $way }, ngày { $day })
campaign-behalf = Ghi hộ
campaign-behalf-with-scan = Ghi xác nhận kèm bản quét
campaign-behalf-publicity = Ghi hộ tin, bài tuyên truyền
campaign-behalf-from = Đơn vị đã báo thế nào
campaign-behalf-day = Ngày cơ quan thường trực nhận được
campaign-behalf-who = Người của đơn vị đã báo
campaign-behalf-scan = Bản quét
campaign-behalf-scan-hint = Công văn, thư hoặc ảnh chụp tin nhắn.
campaign-behalf-save = Ghi hộ đơn vị
campaign-behalf-recorded = Đã ghi hộ đơn vị.
refusal-campaign-day-of-paper = Ngày nhận { $day } phải từ ngày gửi văn bản đến hôm nay.
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
    Kính gửi anh/chị đầu mối,

    Tin, bài “{ $title }” (ngày { $day }) mà đơn vị ghi nhận cho { $edition } chưa xác nhận được:

    { $reason }

    Đề nghị anh/chị mở mục Ghi nhận tuyên truyền, sửa rồi gửi lại: { $address }

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
refusal-campaign-publicity-changed = “{ $title }” vừa được thay đổi sau khi anh/chị mở trang. Xem lại rồi làm lại.
refusal-campaign-no-publicity = Đánh dấu ít nhất một mục.
campaign-kit-there = Tin, bài, ảnh, áp phích có sẵn để đăng:
campaign-task-due-hint = Một ngày, ví dụ 30/6/2021; hoặc “5 ngày làm việc từ ngày nhận”, “10 ngày làm việc từ ngày gửi”.
campaign-counted = { $days } ngày làm việc từ ngày nhận
campaign-due-closed = trùng ngày nghỉ: { $name }
campaign-due-weekend = trùng thứ Bảy hoặc Chủ nhật
campaign-due-unknown = chưa có ngày nghỉ lễ của năm { $year } để đối chiếu
campaign-returned = Trả lại
campaign-doing-share = Đang thực hiện { $share } %
campaign-given-to = giao { $name }
campaign-assignee = Người thực hiện
campaign-files = Ảnh, tệp minh chứng
campaign-files-hint = Chọn được nhiều tệp, chụp ngay trên điện thoại cũng được.
campaign-note-progress = Ghi tiến độ
campaign-percent = Đã làm được
campaign-note = Ghi chú
campaign-note-save = Ghi tiến độ
campaign-task-noted = Đã ghi tiến độ.
campaign-give = Giao việc cho cán bộ
campaign-give-to = Người thực hiện
campaign-give-hint = Người có tài khoản của đơn vị.
campaign-task-given = Đã giao việc.
campaign-give-person = Giao cho người không có tài khoản
campaign-give-person-says = Người đó trả lời bằng liên kết riêng, chỉ mở được việc này
campaign-give-on = Giao cho người khác trong đơn vị
campaign-give-on-says = Người đó nhận liên kết riêng; liên kết này thôi mở việc
campaign-link-given = Đã giao việc cho người khác
campaign-link-given-lost = Liên kết của anh/chị không còn mở việc này; người được giao trả lời bằng liên kết mới.
campaign-give-known = Người trong danh bạ đầu mối
campaign-give-typed = Ghi tên người khác ở dưới
campaign-give-email-hint = Có thư điện tử thì liên kết được gửi ngay; không có thì hiện một lần để in hoặc đọc.
campaign-task-given-by-mail = Đã giao việc; liên kết riêng đã được gửi vào thư điện tử của người nhận.
campaign-task-handed = Liên kết để giao việc
campaign-task-handed-text = Liên kết chỉ hiện lần này và chỉ mở việc này. In trang này hoặc gửi liên kết cho người được giao; giao lại cho người khác thì liên kết thôi mở.
campaign-back-to-task = Về nhiệm vụ
campaign-holder-mail-subject = { $unit } giao việc: { $task }
campaign-holder-mail-body =
    Kính gửi { $name },

    { $unit } giao ông/bà việc “{ $task }” của { $letter }.{ $due }

    Xem việc, ghi tiến độ và trả lời tại liên kết riêng dưới đây, không cần tài khoản:
    { $link }

    Liên kết chỉ mở việc này. Vui lòng không chuyển cho người khác.

campaign-extended-to = gia hạn { $day }
campaign-extended = gia hạn
campaign-extended-from = Hạn trước khi gia hạn: { $day }
campaign-extended-granted = Đã được gia hạn
campaign-ask-extension = Xin gia hạn
campaign-by-report-day = Việc này trả lời bằng báo cáo và theo hạn của báo cáo.
campaign-by-report-ask = Xin gia hạn báo cáo
campaign-by-report-grant = Gia hạn báo cáo
campaign-by-report-change = Đổi hạn báo cáo
campaign-extension-to = Đến ngày
campaign-extension-why = Lý do
campaign-extension-withdraw = Thôi xin gia hạn
campaign-extension-withdrawn-now = Đã rút đề nghị gia hạn.
campaign-extension-asked-now = Đã gửi đề nghị gia hạn tới cơ quan thường trực.
campaign-extension-waits-title = Đơn vị xin gia hạn
campaign-extension-waits = Đến ngày { $day }. Lý do: { $why }
campaign-extend = Gia hạn
campaign-extension-words = Ý kiến của cơ quan
campaign-extension-words-hint = Bắt buộc khi không đồng ý gia hạn.
campaign-decline = Không gia hạn
campaign-extended-now = Đã gia hạn.
campaign-declined-now = Đã ghi ý kiến không gia hạn.
campaign-send-back = Trả lại để làm lại
campaign-send-back-why = Lý do trả lại
campaign-send-back-hint = Đơn vị đọc được lý do này; nhiệm vụ được mở lại.
campaign-sent-back-now = Đã trả lại, đơn vị làm lại nhiệm vụ.
campaign-sent-back-times = Cơ quan thường trực trả lại (lần { $count })
campaign-sent-back-count = Số lần trả lại
campaign-history = Quá trình thực hiện
campaign-step-at = Lúc
campaign-step-what = Việc
campaign-step-words = Nội dung
campaign-step-who = Người ghi
campaign-step-assigned = Giao cho
campaign-step-progress = Tiến độ
campaign-step-done = Báo đã thực hiện
campaign-step-nothing = Báo không phát sinh
campaign-step-sent-back = Trả lại
campaign-step-extension-asked = Xin gia hạn đến
campaign-step-extended = Gia hạn đến
campaign-step-extension-withdrawn = Thôi xin gia hạn
campaign-step-extension-declined = Không gia hạn
campaign-step-due-changed = Đổi hạn chung thành
campaign-ended = Đơn vị đã kết thúc còn việc
campaign-ended-none = Không có đơn vị đã kết thúc nào còn việc.
campaign-ended-none-who = Đơn vị kết thúc hoạt động mà còn nhiệm vụ, báo cáo sẽ hiện ở đây.
campaign-ended-lead = Mở từng đơn vị để chọn nơi kế thừa; đơn vị nhập trọn vào một nơi thì chuyển được cùng một lần.
campaign-ended-units = Đơn vị còn việc ({ $count })
campaign-ended-after = Đơn vị kế thừa
campaign-ended-open = Còn lại
campaign-ended-counts = { $tasks } nhiệm vụ, { $reports } báo cáo.
campaign-ended-accounts = { $count } tài khoản.
campaign-ended-bar = Nhiệm vụ và báo cáo chuyển sang đơn vị kế thừa, lịch sử giữ nguyên. Tài khoản và hồ sơ chuyển ở trang riêng.
campaign-ended-do = Chuyển tất cả của { $count } đơn vị có một nơi kế thừa
campaign-ended-done = Đã chuyển việc sang đơn vị kế thừa.
campaign-step-handed-over = Nhận từ
refusal-campaign-not-of-the-unit = Chọn người có tài khoản của đơn vị.
refusal-campaign-has-it-already = Người này đang thực hiện nhiệm vụ rồi.
refusal-campaign-nothing-noted = Ghi tỷ lệ đã làm hoặc vài lời về tiến độ.
refusal-campaign-percent-malformed = Ghi số nguyên từ 0 đến 100.
refusal-campaign-not-answered = Nhiệm vụ chưa được báo hoàn thành nên chưa có gì để trả lại.
refusal-campaign-by-report = Việc này theo hạn của báo cáo. Xin gia hạn, gia hạn hoặc đổi hạn ở báo cáo.
refusal-campaign-no-due-day = Nhiệm vụ này không có hạn.
refusal-campaign-later-too-far = Chỉ gia hạn được đến ngày { $farthest }. Mỗi lần gia hạn không quá 180 ngày, tính từ hạn hiện nay hoặc từ hôm nay nếu hạn đã qua.
refusal-campaign-later-too-long = Lời ghi dài quá { $max } ký tự. Vui lòng ghi ngắn hơn.
refusal-campaign-not-later = Hạn hiện nay là { $due }; ghi một ngày muộn hơn.
refusal-campaign-extension-asked-already = Đơn vị đã xin gia hạn và đang chờ trả lời.
refusal-campaign-slip-code = Mã chưa đúng. Vui lòng xem lại từng chữ: mã có 16 chữ và số, không có chữ U.
refusal-campaign-slip-code-missing = Vui lòng gõ mã riêng của đơn vị: 16 chữ và số in đậm ở cuối phiếu kèm công văn, hoặc do cơ quan thường trực đọc qua điện thoại.
refusal-campaign-extension-not-asked = Đơn vị không xin gia hạn.
refusal-campaign-due-malformed = Ghi một ngày như 30/6/2021, hoặc “5 ngày làm việc từ ngày nhận”, “10 ngày làm việc từ ngày gửi”.
refusal-campaign-due-count = Ghi từ 1 đến 250 ngày làm việc.

campaign-show-unconfirmed = Chưa xác nhận
campaign-board-pages = { $first }–{ $last } trên { $all } đơn vị
campaign-board-paper = In bảng (PDF, khổ A3)
campaign-board-standing = Tình hình đến ngày { $day }
campaign-board-tone-done = Đã xong
campaign-board-tone-doing = Đang thực hiện
campaign-board-tone-todo = Chưa làm
campaign-board-tone-warn = Xong muộn
campaign-board-tone-late = Quá hạn
campaign-board-tone-stop = Không giao nữa
campaign-board-workbook = Tải bảng Excel, in khổ A3
campaign-board-whole = Xem, in cả { $count } đơn vị trên một trang
campaign-board-table = Tải bảng CSV
campaign-picture = Sơ đồ tiến độ
campaign-picture-tiles = Sơ đồ ô về tiến độ
campaign-picture-map = Bản đồ tiến độ
campaign-picture-lead = Mỗi ô là một đơn vị, xếp theo địa bàn. Số trong ô: việc đã xong trên số việc được giao, tính cả báo cáo. “Đã nhận” là đã xác nhận mà chưa có việc nào đang làm; “Đã bắt đầu” là có việc mà bảng tiến độ ghi đang thực hiện, đã xong hoặc trả lại.
campaign-picture-counts = Số đơn vị theo tiến độ (tất cả { $count } đơn vị)
campaign-map = Trên bản đồ
campaign-map-stands = Tình hình đến { $at }, gồm { $count } đơn vị. Mỗi hình mang số của đơn vị trong danh sách bên dưới và dấu cho biết tiến độ; màu nói cùng nội dung với dấu.
campaign-map-without = { $count } đơn vị chưa có ranh giới, hoặc nhỏ quá nên không vẽ được, chỉ có trong danh sách.
campaign-map-colours = Dấu và màu trên bản đồ
campaign-progress-silent = Chưa làm gì
campaign-progress-received = Đã nhận
campaign-progress-begun = Đã bắt đầu
campaign-progress-half = Xong từ một nửa
campaign-progress-whole = Xong tất cả
campaign-progress-late = Có việc quá hạn
campaign-progress-ended = Đã thôi giao

campaign-plan = Giao việc theo kế hoạch
campaign-plan-instead = Mỗi đơn vị một phần việc khác nhau?
campaign-plan-empty = Các việc kế hoạch giao sẽ hiện ở đây.
campaign-plan-empty-who = Ghi từng việc: ai làm, làm gì, đến khi nào. Chưa giao thì chưa đơn vị nào nhận được.
campaign-plan-lines = Việc kế hoạch giao ({ $count })
campaign-plan-whom = Giao cho
campaign-plan-all = Tất cả: { $level }
campaign-plan-open = Chưa giao
campaign-plan-drop = Bỏ việc này
campaign-plan-give = Xem lại và giao việc
campaign-plan-add = Ghi thêm một việc
campaign-plan-change = Sửa
campaign-plan-change-one = Sửa việc đã ghi
campaign-plan-save = Lưu việc đã sửa
campaign-plan-keep = Giữ nguyên, không sửa
campaign-plan-changed = Đã sửa việc của kế hoạch.
campaign-plan-table = Bảng phân công trong kế hoạch, còn { $count } việc chưa ghi
campaign-plan-take = Ghi việc này
campaign-plan-kind = Loại việc
campaign-plan-kind-other = Việc do kế hoạch ghi
campaign-plan-kind-name-contact = Cử cán bộ đầu mối (xong khi đơn vị đã ghi người; không cần ghi tên việc, nội dung)
campaign-plan-title = Tên việc
campaign-plan-title-hint = Ngắn, không quá 40 ký tự: là đầu cột của bảng tiến độ.
campaign-plan-groups = Giao cho tất cả đơn vị thuộc
campaign-plan-groups-hint = Tính theo danh sách đơn vị của ngày giao.
campaign-plan-names = Giao cho từng đơn vị
campaign-plan-names-hint = Ghi tên, một phần tên hoặc mã, mỗi dòng một đơn vị.
campaign-plan-added = Đã ghi việc vào kế hoạch.
campaign-plan-dropped = Đã bỏ việc khỏi kế hoạch.
campaign-plan-read = Xem lại trước khi giao việc
campaign-plan-read-lead = { $lines } việc, thành { $tasks } nhiệm vụ của các đơn vị.
campaign-plan-read-bar = Đơn vị nhận kế hoạch cùng phần việc của mình; đầu mối có thư điện tử được báo.
campaign-plan-give-now = Giao việc
campaign-plan-given-now = Đã giao việc theo kế hoạch.
campaign-counted-sent = { $days } ngày làm việc từ ngày gửi
refusal-campaign-plan-title-missing = Ghi tên việc.
refusal-campaign-plan-title-long = Tên việc có { $length } ký tự, chỉ được { $most }.
refusal-campaign-plan-nobody = Chọn loại đơn vị hoặc ghi tên đơn vị được giao.
refusal-campaign-unit-unknown = Không có đơn vị “{ $name }” trong danh sách hôm nay.
refusal-campaign-unit-several = Nhiều đơn vị có tên chứa “{ $name }”: { $units }. Ghi rõ tên một đơn vị.
campaign-wishes = { $count } đề nghị gia hạn đang chờ trả lời
campaign-wish = { $unit }: { $task }, xin đến { $day }

campaign-overdue-title = Việc quá hạn
campaign-overdue-none = Không đơn vị nào có việc quá hạn.
campaign-overdue-chat = Tin nhắn để chép vào nhóm
campaign-overdue-chat-hint = Chỉ có tên đơn vị, không có tên người.
campaign-overdue-letter = { $number }, việc đã quá hạn:
campaign-overdue-line = - { $task } (hạn { $day }): { $units }
campaign-urging = Công văn đôn đốc
campaign-urging-lead = Dự thảo nêu tên đơn vị và việc còn thiếu, căn cứ công văn trên. Xem lại, sửa rồi trình ký như mọi văn bản; phần mềm không tự gửi.
campaign-urging-draft = Lập dự thảo công văn đôn đốc
campaign-urging-drafted = Đã lập dự thảo trong sổ văn bản. Vui lòng xem lại trước khi trình ký.
campaign-urging-subject = Đôn đốc thực hiện { $number }
campaign-urging-begin = Qua theo dõi việc thực hiện { $number } ngày { $day }, đến ngày { $today } còn các đơn vị sau chưa hoàn thành nhiệm vụ được giao:
campaign-urging-item = { $task } (hạn { $day }): { $units }
campaign-urging-end = { $issuer } đề nghị các đơn vị có tên trên khẩn trương thực hiện và gửi kết quả trước ngày { $by }. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về { $issuer } để phối hợp giải quyết./.
campaign-urging-all = Các đơn vị có tên trong công văn
campaign-feed = Lịch cho điện thoại
campaign-feed-lead = Địa chỉ lịch đưa hạn của các nhiệm vụ, báo cáo và các mốc của Hội thi vào ứng dụng lịch. Ai có địa chỉ đều xem được; trong lịch không có thông tin cá nhân.
campaign-feed-by-link = Địa chỉ lịch dùng được chừng nào liên kết này còn mở được. Đơn vị chỉ có một địa chỉ lịch; tạo địa chỉ mới thì địa chỉ cũ không dùng được nữa.
campaign-feed-by-link-hint = Hạn của các nhiệm vụ và báo cáo trong ứng dụng lịch
campaign-feed-none = Đơn vị chưa có địa chỉ lịch.
campaign-feed-since = Địa chỉ đang dùng được tạo { $at }.
campaign-feed-make = Tạo địa chỉ lịch
campaign-feed-anew = Tạo địa chỉ mới
campaign-feed-drop = Bỏ địa chỉ
campaign-feed-made = Địa chỉ lịch của đơn vị
campaign-feed-once = Chép địa chỉ này ngay: sau khi rời trang sẽ không xem lại được. Địa chỉ cũ (nếu có) không còn dùng được.
campaign-feed-dropped = Đã bỏ địa chỉ lịch.
campaign-feed-due = Hạn: { $task } ({ $edition })
campaign-feed-stage = { $stage } ({ $edition })
campaign-unit-has-ended = Đơn vị này đã kết thúc hoạt động
campaign-unit-ended = Đơn vị hoạt động đến hết ngày { $day }.
campaign-succession = Chuyển nhiệm vụ, báo cáo sang đơn vị kế thừa
campaign-succession-lead = Chọn đơn vị nhận từng nhiệm vụ còn mở và báo cáo chưa duyệt. Công văn đến đơn vị nhận cùng với nhiệm vụ; bản nháp báo cáo đi theo báo cáo. Báo cáo đã duyệt giữ nguyên ở đơn vị cũ và chỉ tính một lần. Nhiều đơn vị nhập thành một thì việc trùng nhau chỉ giao một lần.
campaign-succession-stays = Ở lại đơn vị cũ để duyệt
campaign-succession-none = Không còn nhiệm vụ nào đang mở, không còn báo cáo nào chưa duyệt.
campaign-succession-no-successor = Danh sách đơn vị chưa ghi đơn vị kế thừa.
campaign-succession-bar = Việc chuyển được ghi vào nhật ký; nhiệm vụ ghi thêm vào quá trình của mình.
campaign-succession-drafts = Hồ sơ dự thi, suất và hội thi của đơn vị này
campaign-succession-do = Chuyển sang đơn vị kế thừa
campaign-successor = { $unit } ({ $extent })
campaign-handed-over = Đã chuyển sang đơn vị kế thừa.
campaign-contact-change = Đổi đầu mối
campaign-contact-lead = Trong một lần: người cũ thôi vai trò tại đơn vị, người mới nhận đúng các vai trò đó, việc đang mở của người cũ chuyển sang người mới.
campaign-contact-old = Người thôi làm đầu mối
campaign-contact-new = Người thay
campaign-contact-new-account = Mở tài khoản mới
campaign-contact-known = Người đã có tài khoản
campaign-contact-name = Họ và tên
campaign-contact-login = Tên đăng nhập
campaign-contact-replace = Đổi đầu mối
campaign-contact-replaced = Đã đổi đầu mối.
campaign-contact-told = { $name }, tên đăng nhập { $login }, mật khẩu lần đầu:
campaign-contact-told-once = Báo cho người mới ngay: mật khẩu chỉ hiện một lần và phải đổi khi đăng nhập.
campaign-contact-nobody = Đơn vị chưa có đầu mối.
campaign-contact-move = Chuyển đầu mối sang đơn vị kế thừa
campaign-contact-who = Người
campaign-contact-to = Đơn vị kế thừa
campaign-contact-moved = Đã chuyển sang đơn vị kế thừa.
refusal-campaign-nothing-overdue = Không còn việc nào quá hạn.
refusal-campaign-no-contact = Chọn người đang làm đầu mối của đơn vị.
refusal-campaign-same-contact = Người thay phải là người khác.
refusal-campaign-unit-stands = Đơn vị này đang hoạt động.
refusal-campaign-no-successor = Chọn đơn vị kế thừa.

campaign-list = Danh sách nơi nhận đã lưu
campaign-list-hint = Chọn danh sách thì không tính cấp, loại đơn vị.
campaign-list-none = Không dùng danh sách
campaign-list-keep = Lưu các đơn vị đã chọn thành danh sách
campaign-list-name = Tên danh sách
campaign-list-name-hint = Ví dụ: Các xã ven biển. Tên đã có thì danh sách đó được thay.
campaign-list-save = Lưu danh sách
campaign-list-saved = Đã lưu danh sách “{ $name }” ({ $count } đơn vị)
campaign-list-not-standing = { $count } đơn vị không hoạt động vào ngày này
campaign-list-gone = { $unit }: chưa ghi đơn vị kế thừa.
campaign-list-succeeded = { $unit }: đơn vị kế thừa là { $successors }.
campaign-lists = Danh sách nơi nhận
campaign-lists-lead = Danh sách được lưu ở trang gửi văn bản và dùng lại cho văn bản sau. Đơn vị còn hoạt động hay không được kiểm tra theo ngày gửi.
campaign-lists-empty = Danh sách nơi nhận đã lưu sẽ hiện ở đây.
campaign-lists-empty-who = Chọn đơn vị ở trang gửi văn bản rồi lưu thành danh sách.
campaign-list-units = Đơn vị
campaign-list-count = { $count } đơn vị đang hoạt động
campaign-list-saved-at = Lưu lúc
campaign-list-drop = Bỏ danh sách
campaign-list-dropped = Đã bỏ danh sách.
refusal-campaign-list-name = Ghi tên danh sách, nhiều nhất 80 ký tự.
campaign-link-answer-stands = Trả lời đã gửi thì không sửa được ở đây. Cần sửa, đơn vị liên hệ { $agency } để được mở lại.
campaign-link-by-report = Việc này được trả lời bằng báo cáo kết quả của đơn vị.
campaign-link-code-title = Gõ mã trên phiếu liên kết
campaign-link-code = Mã trên phiếu
campaign-link-code-hint = 16 chữ và số, ví dụ 7KQM-4T9X-2HRC-6PW0. Chữ hoa hay chữ thường, có hay không có dấu gạch đều được.
campaign-link-code-open = Mở văn bản
campaign-link-spoken = Đọc qua điện thoại: vào { $address } và gõ mã
campaign-link-to-report = Mở báo cáo kết quả
campaign-link-without-report = Không phát sinh, trả lời bằng lời
campaign-link-without-report-says = Báo cáo vẫn được chờ cho đến khi đơn vị gửi.
campaign-link-nobody-yet = Chưa cử được: trả lời hoặc xin gia hạn
campaign-wish-waits = Xin gia hạn đến { $day }, chờ trả lời
campaign-publicity-sure = Đúng như vậy, vẫn ghi nhận
campaign-nothing-shows = Không có liên kết, không có ảnh
refusal-campaign-publicity-before-launch = Ngày { $day } trước ngày phát động Hội thi { $launched }.
refusal-campaign-publicity-many-reached = { $reach } người là nhiều hơn dân số của phần lớn các tỉnh. Vui lòng xem lại.
refusal-campaign-publicity-not-said = Vui lòng sửa lại, hoặc đánh dấu là đúng như vậy.
refusal-campaign-something-recorded = Đơn vị đã ghi nhận { $count } tin, bài nên không phải “Không phát sinh”. Chọn “Đã thực hiện”, hoặc gỡ bỏ tin, bài ghi nhầm.
campaign-addressed = Văn bản ghi Kính gửi: { $whom }. Danh sách bắt đầu từ cấp được nêu trước; gửi xong một cấp thì chọn cấp sau.
