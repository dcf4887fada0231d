-- A deputy who signs for a collective's head signs under three lines (Decree 30/2020/NĐ-CP):
-- TM. BAN TỔ CHỨC, KT. TRƯỞNG BAN, PHÓ TRƯỞNG BAN. This is the first of them.
ALTER TABLE documents ADD COLUMN on_behalf_of TEXT NOT NULL DEFAULT '';
