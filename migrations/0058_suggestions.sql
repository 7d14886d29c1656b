-- Changes of a section proposed by who may not write it: kept apart from the text until its writers accept or reject each.
create table section_suggestions (
  id uuid primary key,
  section_id uuid not null references dossier_sections,
  anchor jsonb not null,
  seen text not null,
  proposed text not null,
  reason text not null,
  proposed_by uuid not null references officers,
  agency_id uuid not null references agencies,
  proposed_at timestamptz not null,
  check (seen <> proposed)
);
create index section_suggestions_section on section_suggestions (section_id, proposed_at);

create table section_suggestion_decisions (
  suggestion_id uuid primary key references section_suggestions,
  outcome text not null check (outcome in ('accepted', 'rejected', 'withdrawn')),
  note text not null,
  decided_by uuid not null references officers,
  decided_at timestamptz not null
);

grant select, insert on section_suggestions, section_suggestion_decisions to lianban_app;
alter table section_suggestions enable row level security;
alter table section_suggestion_decisions enable row level security;

create policy seen on section_suggestions for select to lianban_app using (sees_section(section_id));
create policy proposed on section_suggestions for insert to lianban_app
  with check (proposed_by = current_officer() and agency_id = current_agency() and sees_section(section_id));
create policy seen on section_suggestion_decisions for select to lianban_app
  using (exists (select from section_suggestions s where s.id = suggestion_id));
create policy decided on section_suggestion_decisions for insert to lianban_app
  with check (decided_by = current_officer() and exists (select from section_suggestions s where s.id = suggestion_id));
