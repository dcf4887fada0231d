### Aftercare: winners are asked one and three years later what became of their solutions.
aftercare-title = Ứng dụng sau giải
aftercare-lead = Tác giả đoạt giải được hỏi sau { $terms } kể từ ngày công bố ({ $at }). Số tiền là số tác giả nêu, cộng riêng từng lần hỏi.
aftercare-lead-nobody = Hiện không đặt lần hỏi nào; những lần đã hỏi vẫn nhận trả lời.
aftercare-after-years = { $count } năm
aftercare-after-months = { $count } tháng
aftercare-after = sau { $after }
aftercare-none = Tác giả được hỏi và câu trả lời sẽ hiện ở đây.
aftercare-none-who = Hệ thống tự hỏi khi đến hạn, kể từ ngày công bố kết quả.
aftercare-none-such = Không có tác giả nào như vậy.
aftercare-none-such-who = Chọn cách xem khác.
aftercare-summary = Tổng hợp theo lần hỏi
aftercare-winners = Tác giả được hỏi
aftercare-asked-after = Hỏi sau
aftercare-asked = Đã hỏi
aftercare-asked-at = { $at }, sau { $after } kể từ ngày công bố
aftercare-last-link = Liên kết gửi gần nhất
aftercare-every-term = Mọi lần hỏi
aftercare-show = Xem
aftercare-show-all = Tất cả
aftercare-show-replied = Đã trả lời
aftercare-show-open = Chưa trả lời
aftercare-show-paper = Chưa có thư điện tử
aftercare-filter = Lọc
aftercare-place = { $first }–{ $last } trên { $found } tác giả
aftercare-workbook = Tải bảng tính (XLSX)
aftercare-to-public = Trang công khai
aftercare-solution = Giải pháp
aftercare-prize = Giải
aftercare-winner = Tác giả
aftercare-unit = Đơn vị
aftercare-phone = Điện thoại
aftercare-email = Thư điện tử
aftercare-entry = Hồ sơ
aftercare-reply = Câu trả lời
aftercare-no-reply = Tác giả chưa trả lời.
aftercare-open = Chưa trả lời
aftercare-replied = Đã trả lời
aftercare-remind = Gửi thư nhắc
aftercare-was-reminded = Đã gửi thư nhắc với liên kết mới. Liên kết cũ thôi mở.
aftercare-record = Ghi câu trả lời
aftercare-was-recorded = Đã ghi câu trả lời.
aftercare-how = Cách nhận câu trả lời
aftercare-how-account = tác giả trả lời khi đăng nhập
aftercare-how-link = tác giả trả lời qua liên kết
aftercare-how-telephone = qua điện thoại
aftercare-how-paper = bằng bản giấy
aftercare-how-mail = qua thư điện tử
aftercare-how-visit = gặp trực tiếp
aftercare-came-on = Ngày nhận
aftercare-came = { $how }, ngày { $day }
aftercare-print-paper = In mã cho { $count } người
aftercare-paper = Phiếu hỏi trao tay
aftercare-paper-lead = Mỗi người một phiếu. Mã chỉ hiện lần này; in lại thì mã cũ thôi mở.
aftercare-paper-type = Mở { $door } và gõ mã:

aftercare-own = Ứng dụng sau giải
aftercare-own-none = Câu hỏi về giải pháp đoạt giải sẽ hiện ở đây.
aftercare-own-none-who = Cơ quan thường trực hỏi một năm và ba năm sau ngày công bố kết quả.
aftercare-reply-title = Giải pháp sau khi đoạt giải
aftercare-reply-lead = Mấy dòng của anh/chị cho biết giải pháp sống tiếp ra sao. Không có câu trả lời đúng hay sai.
aftercare-replied-at = Đã trả lời lúc { $at }
aftercare-may-be-changed = Có thể sửa và gửi lại; bản gửi sau thay bản trước.
aftercare-used = Tình hình
aftercare-used-question = Giải pháp có đang được dùng không?
aftercare-used-in-use = Đang dùng
aftercare-used-stopped = Đã dùng, nay thôi
aftercare-used-not-yet = Chưa dùng
aftercare-place-of-use = Nơi áp dụng
aftercare-place-hint = Tên cơ quan, đơn vị, xã, phường… Bỏ trống nếu chưa dùng.
aftercare-since = Từ khi nào
aftercare-since-hint = Tháng và năm, ví dụ 3/2022; không nhớ tháng thì chỉ ghi năm.
aftercare-money = Tiền làm lợi
aftercare-money-hint = Của một năm. Bỏ trống nếu không tính được thành tiền.
aftercare-dong = đồng
aftercare-money-year = Của năm
aftercare-money-of = ({ $count } câu trả lời có ghi)
aftercare-money-said = Tiền làm lợi là tổng những số tác giả nêu, mỗi số của một năm.
aftercare-benefit-of-year = { $money } trong năm { $year }
aftercare-others = Nơi khác dùng lại
aftercare-others-hint = Ai đã dùng lại hoặc nhân rộng giải pháp.
aftercare-remarks = Ghi thêm
aftercare-file = Ảnh hoặc tệp
aftercare-file-hint = Ảnh giải pháp đang dùng, xác nhận của nơi áp dụng. Chỉ cơ quan thường trực xem.
aftercare-file-now = Tệp đã gửi
aftercare-publish = Tôi đồng ý công bố câu trả lời này
aftercare-publish-hint = Công bố phần chữ và số ở trên cùng tên giải pháp; không công bố ảnh, tệp, điện thoại. Bỏ đánh dấu rồi gửi lại là thôi công bố.
aftercare-publish-row = Cho công bố
aftercare-yes = Có
aftercare-no = Không
aftercare-send = Gửi câu trả lời
aftercare-was-replied = Đã nhận câu trả lời. Cảm ơn anh/chị.

aftercare-code-title = Trả lời về giải pháp đoạt giải
aftercare-code = Mã trên phiếu
aftercare-code-hint = Gồm 16 chữ và số; gạch nối, chữ hoa hay thường đều được.
aftercare-code-open = Mở phiếu hỏi
aftercare-link-shut = Liên kết không mở
aftercare-link-unknown = Liên kết hoặc mã này không đúng.
aftercare-link-expired = Liên kết này đã hết hạn.
aftercare-link-revoked = Liên kết này đã được thay bằng liên kết mới hơn.
aftercare-link-shut-call = Gọi cơ quan thường trực Hội thi để được gửi lại hoặc để trả lời qua điện thoại.

aftercare-public = Giải pháp sau khi đoạt giải
aftercare-public-lead = Theo lời tác giả, công bố khi tác giả đồng ý.
aftercare-public-none = Câu chuyện của các giải pháp sẽ hiện ở đây.
aftercare-public-none-who = Chỉ công bố khi tác giả trả lời và đồng ý công bố.
aftercare-to-result = Kết quả Hội thi
aftercare-said-after = Trả lời sau { $after }

aftercare-settings = Lịch hỏi sau giải
aftercare-settings-lead = Hệ thống hỏi tác giả đoạt giải sau từng ấy tháng kể từ ngày công bố kết quả, mỗi lần một thư. Đã quá một năm so với hạn thì không hỏi nữa.
aftercare-months = Hỏi sau (tháng)
aftercare-months-hint = Ví dụ 12, 36. Bỏ trống thì không hỏi ai.
aftercare-save = Lưu
aftercare-settings-saved = Đã lưu lịch hỏi.
aftercare-officer-sets = Chuyên viên cơ quan thường trực đặt lịch này.

aftercare-mail-subject = Giải pháp của anh/chị sau { $after }: xin vài dòng
aftercare-mail-body =
    Kính gửi anh/chị { $name },

    Giải pháp “{ $title }” đạt { $prize } tại { $contest }. Đã { $after } kể từ ngày công bố, Ban Tổ chức muốn biết giải pháp có đang được dùng, ở đâu, từ khi nào, đem lại lợi ích gì và nơi nào đã dùng lại.

    Anh/chị trả lời tại đây, không cần đăng nhập:
    { $link }

    Liên kết dành riêng cho anh/chị và mở được trong một năm. Câu trả lời chỉ được công bố nếu anh/chị đồng ý.

refusal-aftercare-used-missing = Chọn giải pháp có đang được dùng hay không.
refusal-aftercare-place-missing = Ghi nơi áp dụng.
refusal-aftercare-since = Ghi tháng và năm, ví dụ 3/2022, hoặc chỉ năm.
refusal-aftercare-since-ahead = Thời điểm này chưa đến.
refusal-aftercare-money = Ghi số tiền bằng đồng, ví dụ 120.000.000.
refusal-aftercare-money-year = Ghi năm của số tiền, không sau năm nay.
refusal-aftercare-unused-brings = Giải pháp chưa dùng thì chưa có tiền làm lợi.
refusal-aftercare-too-long = Nhiều nhất { $max } ký tự.
refusal-aftercare-changed-meanwhile = Vừa có người khác lưu. Xem lại rồi gửi.
refusal-aftercare-answered = Tác giả đã trả lời.
refusal-aftercare-no-address = Chưa có thư điện tử của tác giả: in mã trao tay hoặc gọi điện rồi ghi câu trả lời.
refusal-aftercare-nobody-without-mail = Không có ai chưa trả lời mà thiếu thư điện tử.
refusal-aftercare-how-missing = Chọn cách nhận câu trả lời.
refusal-aftercare-came-on = Ghi ngày nhận, từ ngày hỏi đến hôm nay.
refusal-aftercare-months = Ghi nhiều nhất năm số tháng, mỗi số từ 1 đến 120.
refusal-aftercare-code-missing = Gõ mã trên phiếu.
