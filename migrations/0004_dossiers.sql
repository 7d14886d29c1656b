-- The dossier of a case: an ordered list of sections, each with its own room and its own readers.

create table dossier_sections (
  id uuid primary key,
  case_id uuid not null references cases,
  position integer not null check (position > 0),
  title text not null,
  -- 'case': whoever may read the case. 'members': only the agencies listed, and never wider than the case.
  audience text not null check (audience in ('case', 'members')),
  owner_agency_id uuid not null references agencies,
  added_by uuid not null references officers,
  added_at timestamptz not null,
  version integer not null default 1,
  unique (case_id, position)
);

create table section_members (
  section_id uuid not null references dossier_sections,
  agency_id uuid not null references agencies,
  primary key (section_id, agency_id)
);

create function sees_section(section uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from dossier_sections s where s.id = section and sees_case(s.case_id)
      and (s.audience = 'case' or s.owner_agency_id = current_agency()
           or exists (select 1 from section_members m where m.section_id = s.id and m.agency_id = current_agency()))) $$;

grant select, insert, update on dossier_sections to lianban_app;
grant select, insert, delete on section_members to lianban_app;

-- A reader of the case learns that a withheld section stands at its position; the policy withholds the title.
alter table dossier_sections enable row level security;
create policy seen on dossier_sections to lianban_app using (sees_case(case_id)) with check (sees_case(case_id));
alter table section_members enable row level security;
-- Whoever leads a case to others must be able to say who will see what, also of a section that is closed to it.
create policy of_own_case on section_members for select to lianban_app using (exists (
  select 1 from dossier_sections s join cases c on c.id = s.case_id
  where s.id = section_id and c.owner_agency_id = (select current_agency())));
create policy seen on section_members to lianban_app using (sees_section(section_id)) with check (
  exists (select 1 from dossier_sections s where s.id = section_id and s.owner_agency_id = (select current_agency())));
