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
campaign-task-name-contact = Cử cán bộ đầu mối
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
campaign-summary = Báo cáo tổng hợp
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
campaign-reached = { $count } người tiếp cận
campaign-by-channel = Theo kênh tuyên truyền
campaign-reach-hint = Ghi nếu biết.

campaign-report = Báo cáo kết quả
campaign-report-receive = Nhập báo cáo thay đơn vị
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
refusal-campaign-letter-withdrawn = Văn bản này đã bị thu hồi từ ngày { $day } nên không gửi nữa.
refusal-campaign-letter-replaced = Văn bản này đã được thay thế từ ngày { $day }. Gửi văn bản thay thế.
refusal-campaign-letter-recalled = Văn bản này đã được thu hồi nên không gửi nữa. Lập văn bản khác để gửi.
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
campaign-link-acknowledge-text = Xác nhận đơn vị đã nhận công văn để mở phần trả lời các việc dưới đây.
campaign-link-your-name = Họ và tên người xác nhận
campaign-link-your-position = Chức vụ
campaign-link-also = Việc khác của đơn vị
campaign-link-publicity-count = { $count } tin, bài
campaign-link-publicity-hint = Ghi nơi đăng, ngày đăng và đường dẫn.
campaign-link-keep = Liên kết này mở được đến hết ngày { $day }. Ai có liên kết đều trả lời thay đơn vị được, đề nghị không chuyển tiếp.
campaign-link-files = Qua liên kết này, mỗi lần gửi tối đa 20 MB cả chữ và tệp.
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
campaign-replacement-not-here = Văn bản này chưa được gửi đến đơn vị trên hệ thống.
campaign-link-call = Cần hỏi về công văn này, đơn vị liên hệ { $agency }.
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
campaign-files-hint = Ảnh JPG, PNG hoặc tệp PDF; chọn được nhiều tệp.
campaign-note-progress = Ghi tiến độ
campaign-percent = Đã làm được
campaign-note = Ghi chú
campaign-note-save = Ghi tiến độ
campaign-task-noted = Đã ghi tiến độ.
campaign-give = Giao việc cho cán bộ
campaign-give-to = Người thực hiện
campaign-give-hint = Người có tài khoản của đơn vị.
campaign-task-given = Đã giao việc.
campaign-ask-extension = Xin gia hạn
campaign-extension-to = Đến ngày
campaign-extension-why = Lý do
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
campaign-step-extension-declined = Không gia hạn
campaign-step-handed-over = Nhận từ
refusal-campaign-not-of-the-unit = Chọn người có tài khoản của đơn vị.
refusal-campaign-has-it-already = Người này đang thực hiện nhiệm vụ rồi.
refusal-campaign-nothing-noted = Ghi tỷ lệ đã làm hoặc vài lời về tiến độ.
refusal-campaign-percent-malformed = Ghi số nguyên từ 0 đến 100.
refusal-campaign-not-answered = Nhiệm vụ chưa được báo hoàn thành nên chưa có gì để trả lại.
refusal-campaign-no-due-day = Nhiệm vụ này không có hạn.
refusal-campaign-not-later = Hạn hiện nay là { $due }; ghi một ngày muộn hơn.
refusal-campaign-extension-asked-already = Đơn vị đã xin gia hạn và đang chờ trả lời.
refusal-campaign-extension-not-asked = Đơn vị không xin gia hạn.
refusal-campaign-due-malformed = Ghi một ngày như 30/6/2021, hoặc “5 ngày làm việc từ ngày nhận”, “10 ngày làm việc từ ngày gửi”.
refusal-campaign-due-count = Ghi từ 1 đến 250 ngày làm việc.

campaign-show-unconfirmed = Chưa xác nhận
campaign-board-pages = { $first }–{ $last } trên { $all } đơn vị
campaign-board-table = Tải bảng
campaign-picture = Bản đồ tiến độ
campaign-picture-lead = Mỗi ô là một đơn vị, xếp theo địa bàn. Số trong ô: việc đã xong trên số việc được giao, tính cả báo cáo.
campaign-picture-counts = Số đơn vị theo tiến độ (tất cả { $count } đơn vị)
campaign-picture-alt = Bản đồ ô của { $count } đơn vị, tô màu theo tiến độ; mỗi ô ghi tên, dấu hiệu và số việc đã xong.
campaign-progress-silent = Chưa làm gì
campaign-progress-begun = Đã bắt đầu
campaign-progress-half = Xong từ một nửa
campaign-progress-whole = Xong tất cả
campaign-progress-late = Có việc quá hạn

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
campaign-plan-title = Tên việc
campaign-plan-title-hint = Ngắn, không quá 40 chữ cái: là đầu cột của bảng tiến độ.
campaign-plan-groups = Giao cho tất cả đơn vị thuộc
campaign-plan-groups-hint = Tính theo danh sách đơn vị của ngày giao.
campaign-plan-names = Giao cho từng đơn vị
campaign-plan-names-hint = Ghi tên hoặc mã, mỗi dòng một đơn vị.
campaign-plan-added = Đã ghi việc vào kế hoạch.
campaign-plan-dropped = Đã bỏ việc khỏi kế hoạch.
campaign-plan-read = Xem lại trước khi giao việc
campaign-plan-read-lead = { $lines } việc, thành { $tasks } nhiệm vụ của các đơn vị.
campaign-plan-read-bar = Đơn vị nhận kế hoạch cùng phần việc của mình; đầu mối có thư điện tử được báo.
campaign-plan-give-now = Giao việc
campaign-plan-given-now = Đã giao việc theo kế hoạch.
campaign-counted-sent = { $days } ngày làm việc từ ngày gửi
refusal-campaign-plan-title-missing = Ghi tên việc.
refusal-campaign-plan-title-long = Tên việc có { $length } chữ cái, chỉ được { $most }.
refusal-campaign-plan-nobody = Chọn loại đơn vị hoặc ghi tên đơn vị được giao.
refusal-campaign-unit-unknown = Không có đơn vị “{ $name }” trong danh sách hôm nay.
campaign-wishes = { $count } đề nghị gia hạn đang chờ trả lời
campaign-wish = { $unit }: { $task }, xin đến { $day }

campaign-overdue-title = Việc quá hạn
campaign-overdue-none = Không đơn vị nào có việc quá hạn.
campaign-overdue-chat = Tin nhắn để chép vào nhóm
campaign-overdue-chat-hint = Chỉ có tên đơn vị, không có tên người.
campaign-overdue-letter = Công văn { $number }, việc đã quá hạn:
campaign-overdue-line = - { $task } (hạn { $day }): { $units }
campaign-urging = Công văn đôn đốc
campaign-urging-lead = Dự thảo nêu tên đơn vị và việc còn thiếu, căn cứ công văn trên. Xem lại, sửa rồi trình ký như mọi văn bản; phần mềm không tự gửi.
campaign-urging-draft = Lập dự thảo công văn đôn đốc
campaign-urging-drafted = Đã lập dự thảo trong sổ văn bản. Vui lòng xem lại trước khi trình ký.
campaign-urging-subject = Đôn đốc thực hiện Công văn số { $number }
campaign-urging-begin = Thực hiện Công văn số { $number } ngày { $day } của { $issuer } về việc { $subject }; qua theo dõi, đến ngày { $today } còn các đơn vị sau chưa hoàn thành nhiệm vụ được giao:
campaign-urging-item = { $task } (hạn { $day }): { $units }
campaign-urging-end = { $issuer } đề nghị các đơn vị có tên trên khẩn trương thực hiện và gửi kết quả trước ngày { $by }. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về { $issuer } để phối hợp giải quyết./.
campaign-urging-all = Các đơn vị có tên trong công văn
campaign-feed = Lịch cho điện thoại
campaign-feed-lead = Địa chỉ lịch đưa hạn của các nhiệm vụ, báo cáo và các mốc của Hội thi vào ứng dụng lịch. Ai có địa chỉ đều xem được; trong lịch không có thông tin cá nhân.
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
campaign-succession-lead = Chọn đơn vị nhận từng nhiệm vụ còn mở và báo cáo chưa duyệt. Công văn đến đơn vị nhận cùng với nhiệm vụ; bản nháp báo cáo đi theo báo cáo. Báo cáo đã duyệt giữ nguyên ở đơn vị cũ và chỉ tính một lần.
campaign-succession-none = Không còn nhiệm vụ nào đang mở, không còn báo cáo nào chưa duyệt.
campaign-succession-no-successor = Danh sách đơn vị chưa ghi đơn vị kế thừa.
campaign-succession-bar = Việc chuyển được ghi vào nhật ký; nhiệm vụ ghi thêm vào quá trình của mình.
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
refusal-campaign-successor-has-it = Đơn vị kế thừa đã có nhiệm vụ này; hãy chọn đơn vị khác hoặc thôi giao nhiệm vụ.
