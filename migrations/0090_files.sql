-- Files of a case. Their bytes lie outside of the database, under the SHA-256 that stands here, and never change.
create table case_files (
  id uuid primary key,
  case_id uuid not null references cases,
  -- The agency that added it.
  owner_agency_id uuid not null references agencies,
  name text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  type text not null,
  is_named_alike boolean not null,
  is_sensitive boolean not null,
  handling_code text not null check (handling_code in ('unrestricted', 'not_in_proceedings', 'no_onward', 'no_open_action')),
  uploaded_by uuid not null references officers,
  uploaded_at timestamptz not null,
  version integer not null default 1
);
create index case_files_case on case_files (case_id, uploaded_at desc, id desc);

-- Files on their way: begun by an officer, and known to that officer alone. The file has the same id.
create table file_uploads (
  id uuid primary key,
  case_id uuid not null references cases,
  owner_agency_id uuid not null references agencies,
  officer_id uuid not null references officers,
  name text not null,
  bytes bigint not null check (bytes > 0),
  is_sensitive boolean not null,
  handling_code text not null check (handling_code in ('unrestricted', 'not_in_proceedings', 'no_onward', 'no_open_action')),
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('finished', 'discarded')),
  check ((ended_at is null) = (outcome is null))
);
create index file_uploads_open on file_uploads (officer_id) where ended_at is null;

grant select, insert, update (is_sensitive, handling_code, version) on case_files to lianban_app;
grant select, insert, update (ended_at, outcome) on file_uploads to lianban_app;
alter table case_files enable row level security;
alter table file_uploads enable row level security;

create policy seen on case_files for select to lianban_app using (sees_case(case_id));
create policy added on case_files for insert to lianban_app
  with check (uploaded_by = current_officer() and owner_agency_id = current_agency() and sees_case(case_id)
    and exists (select from file_uploads u where u.id = case_files.id and u.case_id = case_files.case_id and u.ended_at is null));
create policy own on case_files for update to lianban_app
  using (owner_agency_id = (select current_agency()) and sees_case(case_id));

create policy mine on file_uploads for select to lianban_app
  using (officer_id = (select current_officer()) and owner_agency_id = (select current_agency()));
create policy begun on file_uploads for insert to lianban_app
  with check (officer_id = current_officer() and owner_agency_id = current_agency() and sees_case(case_id));
create policy ended on file_uploads for update to lianban_app
  using (officer_id = (select current_officer()) and owner_agency_id = (select current_agency()) and ended_at is null)
  with check (true);
