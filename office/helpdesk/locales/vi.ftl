### The help desk: who answers, what was asked, what everybody may read.

## On other rooms' pages

helpdesk-help = Cần giúp đỡ?
helpdesk-help-agency = Mọi khó khăn, vướng mắc xin liên hệ { $agency }.
helpdesk-answered = Hỏi đáp
helpdesk-ask = Gửi câu hỏi
helpdesk-own = Câu hỏi của tôi

helpdesk-day-1 = thứ Hai
helpdesk-day-2 = thứ Ba
helpdesk-day-3 = thứ Tư
helpdesk-day-4 = thứ Năm
helpdesk-day-5 = thứ Sáu
helpdesk-day-6 = thứ Bảy
helpdesk-day-7 = Chủ nhật
helpdesk-days-span = { $first } đến { $last }
helpdesk-hours-line = Giờ trả lời: { $times }, { $days }
helpdesk-opens-today = Ngoài giờ; mở lại lúc { $time } hôm nay.
helpdesk-opens-on = Ngoài giờ; mở lại lúc { $time }, { $weekday }, ngày { $day }.
helpdesk-away-until = vắng đến hết { $day }
helpdesk-stands-in = trả lời thay

## For everybody

helpdesk-answered-lead = Những câu hỏi đã được trả lời. Chưa thấy điều cần biết, anh/chị gửi câu hỏi hoặc gọi cán bộ phụ trách.
helpdesk-search = Tìm trong câu hỏi và trả lời
helpdesk-search-action = Tìm
helpdesk-nothing-found = Chưa có câu trả lời nào cho “{ $words }”.
helpdesk-nothing-found-who = Anh/chị thử từ khác, hoặc gửi câu hỏi.
helpdesk-none-published = Chưa có câu hỏi nào được công khai.
helpdesk-none-published-who = Câu hỏi đã trả lời sẽ hiện ở đây khi nhiều người cùng cần biết.

## Asking

helpdesk-ask-lead = Viết điều anh/chị cần hỏi, cán bộ phụ trách sẽ trả lời.
helpdesk-ask-look-first = Xem những câu đã được trả lời
helpdesk-words = Câu hỏi
helpdesk-words-hint = Không ghi tên giải pháp dự thi và tên tác giả.
helpdesk-to-desk = Gửi đến
helpdesk-to-desk-unknown = Tôi không rõ
helpdesk-ask-as = Gửi với tên { $name }. Thư trả lời đến địa chỉ trong tài khoản của anh/chị.
helpdesk-name = Họ và tên
helpdesk-email = Thư điện tử
helpdesk-email-hint = Câu trả lời gửi về địa chỉ này. Không có thư điện tử thì ghi số điện thoại.
helpdesk-phone = Điện thoại
helpdesk-unit = Đơn vị
helpdesk-consent = Tôi đồng ý để { $agency } lưu tên và cách liên hệ của tôi để trả lời câu hỏi này. Tên và cách liên hệ không được công khai.
helpdesk-ask-action = Gửi câu hỏi
helpdesk-asked = Đã nhận câu hỏi.
helpdesk-asked-again = Đã gửi thêm.
helpdesk-question-number = Câu hỏi số { $number }
helpdesk-keep-address = Giữ lại địa chỉ trang này
helpdesk-keep-address-why = Anh/chị không để lại thư điện tử, câu trả lời chỉ hiện ở trang này. Đừng chuyển địa chỉ trang cho người khác.
helpdesk-by-office = Cơ quan thường trực trả lời
helpdesk-by-officer = { $name } trả lời
helpdesk-by-asker = Người hỏi
helpdesk-write-again = Hỏi thêm
helpdesk-write-again-opens = Câu hỏi đã đóng. Viết thêm ở đây thì câu hỏi được mở lại.
helpdesk-write-again-action = Gửi
helpdesk-own-none = Anh/chị chưa gửi câu hỏi nào.
helpdesk-own-none-who = Nút “Gửi câu hỏi” có ở trang của Hội thi.

## At the office

helpdesk-questions = Hỏi đáp
helpdesk-record = Ghi câu hỏi
helpdesk-published = Câu hỏi công khai
helpdesk-desks = Đầu mối trả lời
helpdesk-waiting-at = câu đang chờ ở { $desk }
helpdesk-oldest = lâu nhất từ { $at }
helpdesk-mine = Đang chờ anh/chị ({ $count })
helpdesk-all = Tất cả câu hỏi
helpdesk-state = Trạng thái
helpdesk-every-state = Mọi trạng thái
helpdesk-state-new = Mới
helpdesk-state-in-hand = Đang xử lý
helpdesk-state-answered = Đã trả lời
helpdesk-state-closed = Đã đóng
helpdesk-desk = Nơi trả lời
helpdesk-every-desk = Mọi nơi
helpdesk-search-questions = Nội dung, người hỏi
helpdesk-show = Xem
helpdesk-none = Không có câu hỏi nào khớp.
helpdesk-none-who = Câu hỏi đến từ cổng thông tin, từ người đã đăng nhập, hoặc do cán bộ ghi lại từ điện thoại.
helpdesk-number = Số
helpdesk-question = Câu hỏi
helpdesk-asker = Người hỏi
helpdesk-channel = Cách hỏi
helpdesk-channel-account = Đăng nhập
helpdesk-channel-portal = Cổng thông tin
helpdesk-channel-telephone = Điện thoại
helpdesk-channel-chat = Tin nhắn
helpdesk-channel-visit = Trực tiếp
helpdesk-place = { $first }–{ $last } trên { $found } câu hỏi
helpdesk-since-today = chờ từ hôm nay
helpdesk-since-days = chờ { $days } ngày

helpdesk-who = Người hỏi, đơn vị
helpdesk-who-hint = Ví dụ: chị Hoa, UBND huyện Tiên Yên.
helpdesk-told-phone-hint = Để gọi lại khi có câu trả lời.
helpdesk-told-email-hint = Có địa chỉ thì câu trả lời được gửi qua thư; không có thì cán bộ gọi lại.
helpdesk-answer = Trả lời
helpdesk-answer-later = Để trống nếu chưa trả lời; câu hỏi sẽ nằm trong danh sách đang chờ.
helpdesk-record-action = Ghi lại
helpdesk-recorded = Đã ghi câu hỏi.
helpdesk-recorded-mailed = Đã ghi câu hỏi và gửi câu trả lời qua thư.

helpdesk-answer-action = Gửi trả lời
helpdesk-answer-record = Ghi câu trả lời
helpdesk-answer-mailed = Người hỏi nhận đúng nội dung này qua thư { $mail } và thấy trên trang của câu hỏi.
helpdesk-answer-call = Người hỏi không có thư điện tử và chỉ thấy câu trả lời trên trang riêng; nên gọi { $phone }.
helpdesk-answer-call-back = Câu hỏi được ghi lại từ lời nói, không có thư điện tử: sau khi ghi câu trả lời, anh/chị gọi lại { $phone }.
helpdesk-answer-tell = Câu hỏi được ghi lại từ lời nói: sau khi ghi câu trả lời, anh/chị báo cho người hỏi.
helpdesk-assignee = Người phụ trách
helpdesk-give-to = Giao cho
helpdesk-choose = Chọn
helpdesk-desk-stays = Giữ nguyên
helpdesk-give = Giao
helpdesk-close = Đóng câu hỏi
helpdesk-close-says = Đóng rồi thì không trả lời thêm được, trừ khi người hỏi viết thêm.
helpdesk-close-for-good = Câu hỏi này ghi lại từ lời nói: đóng rồi thì không mở lại được.
helpdesk-not-yet = Chưa đóng
helpdesk-closed-says = Câu hỏi đã đóng. Người hỏi viết thêm thì câu hỏi mở lại.
helpdesk-publish-this = Công khai câu hỏi và trả lời
helpdesk-was-answered = Đã gửi câu trả lời.
helpdesk-answer-recorded = Đã ghi. Nhớ báo cho { $who }.
helpdesk-answer-recorded-call = Đã ghi. Nhớ gọi lại cho { $who }, điện thoại { $phone }.
helpdesk-was-assigned = Đã giao câu hỏi.
helpdesk-was-closed = Đã đóng câu hỏi.

helpdesk-published-lead = Mọi người đọc được những câu này trên cổng thông tin.
helpdesk-see-public = Xem trang công khai
helpdesk-published-none-who = Mở một câu đã trả lời rồi chọn “Công khai câu hỏi và trả lời”, hoặc soạn câu mới.
helpdesk-publish = Soạn câu công khai
helpdesk-publish-remember = Mọi người sẽ đọc được nội dung này
helpdesk-publish-personal = Bỏ tên người hỏi, tên đơn vị, số điện thoại và mọi chi tiết để nhận ra người hỏi.
helpdesk-publish-blind = Trước khi công bố kết quả, không nhắc tên giải pháp dự thi và tên tác giả.
helpdesk-category = Nhóm
helpdesk-category-hint = Ví dụ: Hồ sơ, Tác giả, Thời gian.
helpdesk-category-known = Nhóm đang có: { $known }. Ghi tên khác để mở nhóm mới.
helpdesk-order = Thứ tự
helpdesk-order-hint = Số nhỏ đứng trước.
helpdesk-publish-action = Công khai
helpdesk-withdraw = Gỡ khỏi cổng thông tin
helpdesk-withdraw-says = Gỡ rồi thì không ai đọc được nữa; muốn có lại phải soạn câu mới.
helpdesk-keep = Không gỡ
helpdesk-was-published = Đã công khai.
helpdesk-was-withdrawn = Đã gỡ khỏi cổng thông tin.

helpdesk-desks-lead = Cán bộ trả lời, nêu tên trên cổng thông tin và trên trang của đơn vị, tác giả. Ngoài giờ hoặc khi họ vắng, người trả lời thay thấy câu hỏi.
helpdesk-no-desk = Chưa có nơi trả lời nào.
helpdesk-no-desk-who = Lãnh đạo hoặc chuyên viên cơ quan thường trực lập nơi trả lời và chọn cán bộ.
helpdesk-new-desk = Thêm nơi trả lời
helpdesk-desk-ended = Không nhận câu hỏi nữa
helpdesk-people = Cán bộ trả lời
helpdesk-from = từ { $from }
helpdesk-from-to = { $from } – { $to }
helpdesk-absent-from = Vắng từ ngày
helpdesk-absent-to = Vắng đến hết ngày
helpdesk-last-day = Ngày cuối ở đây
helpdesk-save-member = Lưu
helpdesk-add-member = Thêm cán bộ
helpdesk-person = Cán bộ
helpdesk-person-hint = Người có quyền trả lời câu hỏi của kỳ này.
helpdesk-post = Chức vụ
helpdesk-post-hint = Ví dụ: Phó trưởng Ban Khoa học công nghệ và Tư vấn phản biện.
helpdesk-desk-phone = Điện thoại công khai
helpdesk-first-day = Từ ngày
helpdesk-is-deputy = Trả lời thay
helpdesk-is-deputy-hint = Thấy câu hỏi ngoài giờ và khi những người khác vắng.
helpdesk-about-desk = Giờ làm việc và nội dung
helpdesk-desk-name = Tên nơi trả lời
helpdesk-desk-name-hint = Ví dụ: Ban Khoa học công nghệ và Tư vấn phản biện.
helpdesk-about = Trả lời về
helpdesk-about-hint = Ví dụ: Thể lệ, cách lập hồ sơ.
helpdesk-days = Ngày làm việc
helpdesk-hours = Giờ làm việc
helpdesk-hours-hint = Ví dụ: 7:30-11:30, 13:30-17:00
helpdesk-end-desk = Không nhận câu hỏi nữa
helpdesk-save-desk = Lưu nơi trả lời
helpdesk-desk-opened = Đã lập nơi trả lời. Bây giờ thêm cán bộ.
helpdesk-desk-changed = Đã lưu.

## Mail

helpdesk-mail-subject = Câu hỏi số { $number } – { $contest }
helpdesk-mail-received =
    Đã nhận câu hỏi của anh/chị:

    { $words }

    Xem câu trả lời và hỏi thêm tại: { $link }
helpdesk-mail-answered =
    { $words }

    Xem lại và hỏi thêm tại: { $link }
helpdesk-mail-desk-subject = Câu hỏi số { $number } đang chờ trả lời – { $contest }
helpdesk-mail-desk =
    { $words }

    Trả lời tại: { $link }

## Refusals

refusal-helpdesk-words-missing =
    { $field ->
        [who] Vui lòng ghi người hỏi, đơn vị.
        [words] Vui lòng ghi câu hỏi.
        [question] Vui lòng ghi câu hỏi.
        [answer] Vui lòng ghi câu trả lời.
        [category] Vui lòng ghi nhóm của câu hỏi.
        [name] Vui lòng ghi tên nơi trả lời.
       *[other] Vui lòng ghi nội dung.
    }
refusal-helpdesk-words-too-long =
    { $field ->
        [who] Người hỏi, đơn vị
        [words] Câu hỏi
        [question] Câu hỏi
        [answer] Câu trả lời
        [category] Nhóm
        [name] Tên nơi trả lời
        [about] Nội dung trả lời
        [post] Chức vụ
        [unit] Đơn vị
       *[other] Nội dung
    } dài { $length } ký tự, nhiều nhất { $max }.
refusal-helpdesk-days = Chọn ít nhất một ngày trong tuần.
refusal-helpdesk-hours = Ghi giờ theo mẫu 7:30-11:30, 13:30-17:00, buổi sáng trước.
refusal-helpdesk-closed = Câu hỏi đã đóng. Người hỏi viết thêm thì câu hỏi mở lại.
refusal-helpdesk-not-answered = Câu hỏi chưa được trả lời nên chưa đóng được.
refusal-helpdesk-too-many = Đã gửi nhiều câu hỏi liên tiếp. Vui lòng gửi tiếp sau { $minutes } phút, hoặc gọi cán bộ phụ trách.
refusal-helpdesk-changed-meanwhile = Người khác vừa thay đổi mục này. Vui lòng mở lại trang rồi ghi tiếp.
refusal-helpdesk-desk-unknown = Nơi trả lời này không còn nhận câu hỏi. Vui lòng chọn nơi khác.
refusal-helpdesk-may-not-answer = Chọn một người có quyền trả lời câu hỏi của kỳ này.
refusal-helpdesk-there-already = Người này đã ở nơi trả lời này.
refusal-helpdesk-absence-order = Ngày cuối vắng mặt phải sau ngày đầu vắng mặt.
refusal-helpdesk-absence-half = Ghi cả ngày đầu và ngày cuối vắng mặt.
refusal-helpdesk-last-day = Ngày cuối ở nơi trả lời phải sau ngày bắt đầu.
refusal-helpdesk-day =
    { $field ->
        [from] Ngày bắt đầu chưa đúng.
        [to] Ngày cuối ở nơi trả lời chưa đúng.
        [absent_from] Ngày đầu vắng mặt chưa đúng.
        [absent_to] Ngày cuối vắng mặt chưa đúng.
       *[other] Ngày chưa đúng.
    } Ghi ngày theo mẫu 30/6/2021.
refusal-helpdesk-consent = Vui lòng đánh dấu đồng ý để cơ quan thường trực lưu cách liên hệ và trả lời.
refusal-helpdesk-channel = Chọn cách người hỏi đã hỏi.
refusal-helpdesk-place = Thứ tự là một số nguyên, ví dụ 3.
refusal-helpdesk-names-asker =
    { $field ->
        [question] Câu hỏi
        [answer] Câu trả lời
        [category] Nhóm
       *[other] Nội dung
    } còn tên, đơn vị hoặc cách liên hệ của người hỏi. Vui lòng bỏ đi trước khi công khai.
refusal-helpdesk-names-title =
    { $field ->
        [question] Câu hỏi
        [answer] Câu trả lời
        [category] Nhóm
       *[other] Nội dung
    } nhắc tên một giải pháp dự thi. Chưa công bố kết quả thì không công khai tên giải pháp.
refusal-helpdesk-names-author =
    { $field ->
        [question] Câu hỏi
        [answer] Câu trả lời
        [category] Nhóm
       *[other] Nội dung
    } nhắc tên một tác giả dự thi. Chưa công bố kết quả thì không công khai tên tác giả.
