-- The paper of another room whose words a template of the office holds; none of what a person drafts from.
ALTER TABLE document_templates ADD COLUMN composes TEXT;
CREATE UNIQUE INDEX the_office_words_a_paper_once ON document_templates (edition_id, composes) WHERE composes IS NOT NULL;
