-- Texts that were delivered may hold secret words of personal links: none of them is kept.
UPDATE outbox SET body = '[Nội dung đã xóa sau khi gửi]', facts = '{}' WHERE state = 'sent';
