-- What a browser derives the key of its encrypted copy of a section from: one secret for each officer and section.
create table section_copy_secrets (
  officer_id uuid not null references officers,
  section_id uuid not null references dossier_sections,
  secret bytea not null check (octet_length(secret) = 32),
  made_at timestamptz not null,
  primary key (officer_id, section_id)
);
grant select, insert on section_copy_secrets to lianban_app;
alter table section_copy_secrets enable row level security;
-- Only while the program gives one to an officer whose right it has just decided; and never another officer's.
create policy giving on section_copy_secrets to lianban_app
  using (current_duty() = 'local-copies' and officer_id = current_officer())
  with check (current_duty() = 'local-copies' and officer_id = current_officer() and sees_section(section_id));
