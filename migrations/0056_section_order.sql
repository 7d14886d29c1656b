-- Sections change places in one statement; that no two have one place is checked when it is over.
alter table dossier_sections drop constraint dossier_sections_case_id_position_key;
alter table dossier_sections add constraint dossier_sections_case_id_position_key
  unique (case_id, position) deferrable initially immediate;
