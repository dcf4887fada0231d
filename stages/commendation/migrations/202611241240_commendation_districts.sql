-- Districts stand in a group of their own, apart from communes; what was kept of a district says so.
UPDATE commendation_lines
   SET grouped = 'districts'
 WHERE grouped = 'localities' AND unit_id IN (SELECT id FROM units WHERE level = 'district');
