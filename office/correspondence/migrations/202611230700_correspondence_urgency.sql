-- KHẨN, THƯỢNG KHẨN, HỎA TỐC (Decree 30/2020/NĐ-CP, Phụ lục I); most documents bear no stamp.
ALTER TABLE documents ADD COLUMN urgency TEXT NOT NULL DEFAULT ''
    CONSTRAINT an_urgency_is_one_of_three CHECK (urgency IN ('', 'urgent', 'very_urgent', 'express'));
-- The annexes behind the first one, as a list of title and text.
ALTER TABLE documents ADD COLUMN later_annexes TEXT NOT NULL DEFAULT '[]';
