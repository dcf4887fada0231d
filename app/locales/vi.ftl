### The desks.

app-home = Hội thi Sáng tạo kỹ thuật
app-desk = Bàn làm việc
app-no-edition = Thông tin về kỳ hội thi sẽ hiện ở đây.
app-no-edition-who = Cơ quan thường trực lập kỳ hội thi từ Thể lệ rồi phát động.
