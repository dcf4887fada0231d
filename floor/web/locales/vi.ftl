### Words of the frame around every page and of every form.

## The frame

frame-skip = Bỏ qua, đến nội dung chính
frame-demo = DỮ LIỆU MINH HỌA: tên người, đề tài, điểm số trên trang này đều được dựng để giới thiệu phần mềm.
frame-insecure = Kết nối này không được mã hóa (http trong mạng nội bộ). Không dùng mật khẩu mà anh/chị đang dùng ở nơi khác.
frame-search = Tìm
frame-search-label = Tìm trong Hội thi
frame-search-hint = Mã hồ sơ, tên giải pháp, số văn bản
frame-language = Ngôn ngữ
frame-sign-in = Đăng nhập
frame-sign-out = Đăng xuất
frame-lifeline = Tiến độ Hội thi
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

form-errors-title = Chưa lưu được, vui lòng xem lại các mục sau
form-error-prefix = Lỗi:
form-optional = không bắt buộc
form-date-hint = Ghi ngày/tháng/năm, ví dụ 30/6/2021.
form-count-max = Tối đa { $max } ký tự.
# The script in the browser replaces %n with a number.
form-count-left = Còn %n ký tự.
form-count-over = Thừa %n ký tự, vui lòng rút gọn.
