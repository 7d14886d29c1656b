-- Names that officers give to past moments of a section. A name is given once and stays.

create table section_versions (
  id uuid primary key,
  section_id uuid not null references dossier_sections,
  -- The update after which the section stood so, and the digest of what it said.
  up_to_seq bigint not null check (up_to_seq > 0),
  name text not null check (name <> ''),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  stood_at timestamptz not null,
  named_by uuid not null references officers,
  agency_id uuid not null references agencies,
  named_at timestamptz not null,
  unique (section_id, name)
);
grant select, insert on section_versions to lianban_app;
alter table section_versions enable row level security;
create policy seen on section_versions for select to lianban_app using (sees_section(section_id));
create policy given on section_versions for insert to lianban_app
  with check (sees_section(section_id) and agency_id = (select current_agency()) and named_by = (select current_officer()));
create trigger append_only before update or delete or truncate on section_versions for each statement execute function refuse_rewrite();
