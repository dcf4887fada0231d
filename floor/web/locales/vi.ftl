### Words of the frame around every page and of every form.

## The frame

frame-skip = Bỏ qua, đến nội dung chính
frame-notices = Lưu ý
frame-demo = DỮ LIỆU MINH HỌA: tên người, đề tài, điểm số trên trang này đều được dựng để giới thiệu phần mềm.
frame-insecure = Kết nối này không được mã hóa (http trong mạng nội bộ). Không dùng mật khẩu mà anh/chị đang dùng ở nơi khác.
frame-language = Ngôn ngữ
frame-sign-in = Đăng nhập
frame-sign-out = Đăng xuất
frame-lifeline = Tiến độ Hội thi
frame-stop-done = Đã xong
frame-stop-next = Tiếp theo
frame-stop-past = đã xong
frame-stop-today = Hôm nay
frame-nav = Danh mục công việc
frame-crumbs = Đường dẫn
frame-pager = Chuyển trang
frame-previous = Trang trước
frame-next = Trang sau
frame-print = In trang này
frame-panes = Phần hiển thị
frame-zone = Thời gian trên trang theo giờ Việt Nam (GMT+7).

## Forms

# What was tried and did not happen, over the list of what stands in the way.
not-done-save = Chưa lưu được, vui lòng xem lại các mục sau
not-done-sign-in = Chưa đăng nhập được, vui lòng xem lại các mục sau
not-done-change-password = Chưa đổi được mật khẩu, vui lòng xem lại các mục sau
not-done-open-account = Chưa mở được tài khoản, vui lòng xem lại các mục sau
not-done-give-role = Chưa giao được vai trò, vui lòng xem lại các mục sau
not-done-register = Chưa đăng ký được, vui lòng xem lại các mục sau
not-done-send = Chưa gửi được, vui lòng xem lại các mục sau
not-done-open = Chưa mở niêm phong được, vui lòng xem lại các mục sau
not-done-lock = Chưa khóa phiếu được, vui lòng xem lại các mục sau
not-done-edxml = Chưa xuất được gói edXML, vui lòng điền các mục sau
not-done-do = Chưa thực hiện được, vui lòng xem lại các mục sau
not-done-assign = Chưa phân công được, vui lòng xem lại các mục sau
not-done-decide = Chưa ghi quyết định được, vui lòng xem lại các mục sau
not-done-look-up = Chưa tra cứu được, vui lòng xem lại các mục sau
not-done-announce = Chưa công bố được, vui lòng xem lại các mục sau
not-done-revoke = Chưa thu hồi được, vui lòng xem lại các mục sau
not-done-issue = Chưa cấp được, vui lòng xem lại các mục sau
not-done-submit = Chưa nộp được, vui lòng xem lại các mục sau
not-done-withdraw = Chưa rút được hồ sơ, vui lòng xem lại các mục sau
not-done-begin = Chưa lập được hồ sơ, vui lòng xem lại các mục sau
not-done-launch = Chưa phát động được, vui lòng xem lại các mục sau
not-done-set-up = Chưa lập được kỳ hội thi, vui lòng xem lại các mục sau
not-done-import = Chưa nhập được, vui lòng xem lại các mục sau
not-done-stop = Chưa ghi được việc thôi chấm, vui lòng xem lại các mục sau
not-done-sign = Chưa ghi số và ngày được, vui lòng xem lại các mục sau
form-find-unchosen = Chữ đã gõ chưa phải là lựa chọn: vui lòng chọn một dòng trong danh sách bên dưới, hoặc xóa chữ đã gõ.
form-find = Gõ để tìm trong danh sách
form-error-prefix = Lỗi:
form-optional = không bắt buộc
form-file-again = Vui lòng chọn lại tệp: trình duyệt không giữ tệp đã chọn.
form-file-takes = Tệp { $kinds }; mỗi lần gửi tối đa { $most } MB.
form-file-heavy = Các tệp đã chọn quá nặng: mỗi lần gửi tối đa { $most } MB cả chữ và tệp.
form-date-hint = Ghi ngày/tháng/năm, ví dụ 30/6/2021.
form-count-max = Tối đa { $max } ký tự.
# The script in the browser replaces %n with a number.
form-count-left = Còn %n ký tự.
form-count-over = Thừa %n ký tự, vui lòng rút gọn.

## When something stands in the way

halt-without = Mở trang này, bỏ phần thừa trong địa chỉ
halt-home = Về trang chính
halt-own = Về trang của liên kết
halt-refused = Chưa thực hiện được
halt-not-signed-in = Cần đăng nhập
halt-not-signed-in-text = Vui lòng đăng nhập để tiếp tục.
halt-forbidden = Không thuộc quyền của anh/chị
halt-forbidden-text = Việc này thuộc người giữ vai trò khác trong Hội thi. Nếu anh/chị cần làm việc này, vui lòng liên hệ cơ quan thường trực.
halt-not-found = Không tìm thấy trang
halt-not-found-text = Địa chỉ này không có, hoặc không dành cho anh/chị. Vui lòng kiểm tra lại đường dẫn.
halt-wrong-method = Trang này không nhận thao tác ấy
halt-wrong-method-text = Địa chỉ này có trong hệ thống nhưng không nhận cách gửi vừa rồi. Vui lòng mở lại trang từ danh mục.
halt-fault = Hệ thống gặp sự cố
halt-fault-text = Việc vừa rồi chưa được ghi lại. Vui lòng thử lại; nếu vẫn vậy, báo cho quản trị hệ thống mã sự cố { $incident }.
halt-not-saved = Chưa tự lưu được. { $why }
halt-not-saved-signed-out = Chưa tự lưu được vì phiên đăng nhập đã hết. Nội dung vừa nhập vẫn còn trên trang này: đăng nhập và mở lại trang trong một thẻ mới rồi chép nội dung sang.
halt-sign-in = Đăng nhập (mở trong thẻ mới, trang này vẫn còn)
halt-typed = Nội dung anh/chị vừa nhập
halt-typed-text = Nội dung dưới đây chưa được lưu. Vui lòng giữ trang này mở, đăng nhập hoặc mở lại biểu mẫu trong một thẻ mới rồi chép lại nội dung sang đó.
halt-typed-again = Nội dung dưới đây chưa được lưu. Vui lòng giữ trang này mở, mở lại biểu mẫu trong một thẻ mới rồi chép lại nội dung sang đó.
halt-field-title = Tên, tiêu đề
halt-field-link = Đường dẫn
halt-field-on = Ngày
halt-field-reach = Số người tiếp cận
halt-field-evidence = Đã làm gì
halt-field-reason = Lý do
halt-field-name = Họ và tên, tên gọi
halt-field-note = Ghi chú
halt-field-text = Nội dung
halt-field-by-name = Họ và tên
halt-field-position = Chức vụ
halt-field-phone = Điện thoại
halt-field-email = Thư điện tử
halt-field-why = Lý do đề nghị
halt-typed-field = Ô đã nhập thứ { $number }
halt-typed-file = Tệp “{ $name }” không được giữ lại; vui lòng chọn lại tệp này khi gửi lần nữa.
halt-typed-file-of = Tệp “{ $name }” ({ $size } MB) không được giữ lại; vui lòng chọn lại hoặc chọn tệp nhẹ hơn khi gửi lần nữa.
halt-back = Quay lại biểu mẫu
refusal-web-form-stale = Biểu mẫu này đã cũ hoặc được gửi từ một trang khác. Vui lòng quay lại, tải lại trang rồi gửi lần nữa.
refusal-web-control-sign = Nội dung vừa gửi có ký tự điều khiển mà trang không hiển thị được, thường do sao chép từ tệp khác. Vui lòng xóa hoặc gõ lại đoạn có ký tự ấy.
refusal-web-file-quarantined = Tệp này bị cách ly vì chương trình quét phát hiện mã độc, nên không mở và không tải về được.
refusal-web-too-slow = Dữ liệu gửi đến quá chậm nên hệ thống đã ngừng nhận. Vui lòng kiểm tra đường truyền rồi gửi lại.
refusal-web-upload-not-here = Tệp chưa được tải lên đủ, hoặc đã quá hạn tải tiếp. Vui lòng chọn lại tệp.
refusal-web-malformed = Không đọc được dữ liệu vừa gửi. Vui lòng tải lại trang rồi thử lại.
refusal-web-json = Dữ liệu gửi đến phải là JSON đúng mẫu.
refusal-web-too-large = Tệp hoặc biểu mẫu lớn quá mức cho phép: mỗi lần gửi tối đa { $most } MB cả chữ và tệp.
refusal-web-version-missing = Thiếu phiên bản đã đọc. Vui lòng mở lại trang rồi thử lại.
refusal-web-parameter-missing = Địa chỉ thiếu một thông số cần có.
refusal-web-unknown-value = Địa chỉ có một giá trị mà trang này không biết. Vui lòng chọn lại từ danh sách trên trang.
refusal-web-unknown-parameter = Địa chỉ hoặc biểu mẫu có một thông số mà trang này không biết. Vui lòng mở lại trang từ danh mục.
refusal-web-jobs-full = Hệ thống đang làm đủ số việc dài cùng lúc. Vui lòng thử lại sau vài phút; chưa có gì thay đổi.

## A workbook on its way into a register

imports-row = Dòng
imports-outcome = Sẽ làm gì
imports-row-new = thêm mới
imports-row-changed = sửa
imports-row-same = giữ nguyên
imports-row-faulty = có lỗi
imports-leave-out = Bỏ { $count } dòng có lỗi, nhập các dòng còn lại
imports-leave-out-hint = Không chọn ô này thì chưa dòng nào được nhập, cho tới khi bảng tính hết lỗi.
imports-another-file = Gửi bảng tính khác

refusal-web-rows-faulty = { $count } dòng có lỗi nên chưa nhập dòng nào. Sửa bảng tính, hoặc chọn bỏ các dòng có lỗi.
refusal-web-import-gone = Bảng tính này đã được nhập, hoặc đã đọc quá một ngày. Gửi lại nếu cần.
refusal-web-no-workbook = Chọn tệp bảng tính.
refusal-web-not-a-workbook = Tệp này không phải bảng tính XLSX đọc được.
refusal-web-workbook-with-macros = Bảng tính có macro, tệp nhúng hoặc liên kết sang tệp khác nên không nhận. Lưu lại thành tệp XLSX thường.
refusal-web-workbook-too-large = Bảng tính quá lớn.
refusal-web-too-many-rows = Bảng tính có hơn { $most } dòng.
refusal-web-column-missing = Bảng tính thiếu cột “{ $column }”.
