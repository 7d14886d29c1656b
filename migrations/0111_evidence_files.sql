-- The files that an item of evidence is made of or shown by, and how their stored bytes were found whenever they were compared.

alter table case_files add unique (case_id, id);

create table evidence_files (
  id uuid primary key,
  item_id uuid not null,
  file_id uuid not null,
  case_id uuid not null references cases,
  -- The item itself, a copy of it, something made from it, or what belongs to it.
  part text not null check (part in ('original', 'copy', 'derived', 'linked')),
  note text not null,
  agency_id uuid not null references agencies,
  attached_by uuid not null references officers,
  attached_at timestamptz not null,
  foreign key (case_id, item_id) references evidence_items (case_id, id),
  foreign key (case_id, file_id) references case_files (case_id, id)
);
create index evidence_files_item on evidence_files (item_id);
create index evidence_files_case on evidence_files (case_id);

-- A file that was attached by mistake no longer counts; that it was attached stays to be read.
create table evidence_file_ends (
  attachment_id uuid primary key references evidence_files,
  case_id uuid not null references cases,
  reason text not null,
  agency_id uuid not null references agencies,
  ended_by uuid not null references officers,
  ended_at timestamptz not null
);

create table evidence_file_checks (
  id uuid primary key,
  attachment_id uuid not null references evidence_files,
  item_id uuid not null references evidence_items,
  case_id uuid not null references cases,
  found text not null check (found in ('whole', 'missing', 'changed')),
  -- The event of custody after which the bytes were compared.
  nth integer not null check (nth > 0),
  agency_id uuid not null references agencies,
  compared_by uuid not null references officers,
  compared_at timestamptz not null
);
create index evidence_file_checks_item on evidence_file_checks (item_id, compared_at);

grant select, insert on evidence_files, evidence_file_ends, evidence_file_checks to lianban_app;

alter table evidence_files enable row level security;
create policy seen on evidence_files for select to lianban_app using (sees_case(case_id));
create policy entered on evidence_files for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and attached_by = current_officer());

alter table evidence_file_ends enable row level security;
create policy seen on evidence_file_ends for select to lianban_app using (sees_case(case_id));
create policy entered on evidence_file_ends for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and ended_by = current_officer());

alter table evidence_file_checks enable row level security;
create policy seen on evidence_file_checks for select to lianban_app using (sees_case(case_id));
create policy entered on evidence_file_checks for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and compared_by = current_officer());
