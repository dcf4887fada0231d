-- What is overdue is told by the house's reminders, which keep their own record.
DROP TABLE overdue_digests;
