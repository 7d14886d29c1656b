-- A grant may be to one officer, come through a task force, be passed on by its grantee, or wait for a second officer.

-- A task force: seats of agencies or officers, for one case or for itself, until a day.
create table task_forces (
  id uuid primary key,
  name text not null,
  case_id uuid references cases,
  lead_agency_id uuid not null references agencies,
  formed_by uuid not null references officers,
  formed_at timestamptz not null,
  until timestamptz not null check (until > formed_at),
  state text not null check (state in ('active', 'dissolved')),
  dissolved_by uuid references officers,
  dissolved_at timestamptz,
  dissolve_reason text,
  version integer not null default 1
);
create index task_forces_lead on task_forces (lead_agency_id, formed_at desc, id desc);
create index task_forces_case on task_forces (case_id) where case_id is not null;

-- Without an officer the whole agency sits. Revoked, never deleted.
create table task_force_seats (
  id uuid primary key,
  task_force_id uuid not null references task_forces,
  agency_id uuid not null references agencies,
  officer_id uuid references officers,
  member_id uuid not null generated always as (coalesce(officer_id, agency_id)) stored,
  state text not null check (state in ('active', 'revoked')),
  seated_by uuid not null references officers,
  seated_at timestamptz not null,
  revoked_by uuid references officers,
  revoked_at timestamptz,
  revoke_reason text
);
create unique index task_force_seats_one_active on task_force_seats (task_force_id, member_id) where state = 'active';
create index task_force_seats_member on task_force_seats (member_id) where state = 'active';

-- No officer: the whole agency is the grantee. A proposed grant opens nothing until a second officer approves it.
alter table grants
  add column grantee_officer_id uuid references officers,
  add column grantee_id uuid not null generated always as (coalesce(grantee_officer_id, grantee_agency_id)) stored,
  add column task_force_id uuid references task_forces,
  add column parent_grant_id uuid references grants,
  add column onward_agency_id uuid references agencies,
  add column origin text not null default 'share' check (origin in ('share', 'auto', 'onward', 'request', 'emergency')),
  add column approved_by uuid references officers,
  add column approved_at timestamptz,
  add column declined_by uuid references officers,
  add column declined_at timestamptz,
  add column decline_reason text,
  add column extension_until timestamptz,
  add column extension_by uuid references officers,
  add column extension_at timestamptz,
  add column remind_days integer not null default 7 check (remind_days between 0 and 365),
  add column reviewed_at timestamptz,
  drop constraint grants_state_check,
  add constraint grants_state_check check (state in ('proposed', 'live', 'recalled', 'declined')),
  add constraint grants_four_eyes check (approved_by <> given_by),
  add constraint grants_onward check (
    (origin = 'onward') = (parent_grant_id is not null) and (parent_grant_id is null) = (onward_agency_id is null)),
  add constraint grants_emergency check (origin <> 'emergency' or grantee_officer_id is not null);
create index grants_parent on grants (parent_grant_id) where parent_grant_id is not null;
create index grants_task_force on grants (task_force_id) where task_force_id is not null;

drop index grants_one_live;
create unique index grants_one_live on grants (record_id, grantee_id, task_force_id) nulls not distinct where state = 'live';
create unique index grants_one_proposed on grants (record_id, grantee_id, task_force_id) nulls not distinct where state = 'proposed';
drop index grants_grantee;
create index grants_grantee on grants (grantee_id, record_kind, record_at desc, record_id desc)
  include (expires_at, level, grantee_agency_id) where state = 'live';

-- A grant to an officer holds while the officer is of the agency it was given in: whoever moves on leaves it behind.
create or replace function is_granted(kind text, record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from grants g
    where g.record_id = record and g.record_kind = kind
      and g.grantee_id in (current_agency(), current_officer()) and g.grantee_agency_id = current_agency()
      and g.state = 'live' and g.expires_at > current_instant()) $$;

create function is_officer_of(officer uuid, agency uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from officers o where o.id = officer and o.agency_id = agency and o.state = 'active') $$;

-- What is passed on is never wider than what was given: not in reach, not in fields, not in time, not in purpose.
create function is_within_parent(child grants) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from grants p
    where p.id = child.parent_grant_id and p.record_id = child.record_id and p.record_kind = child.record_kind
      and p.owner_agency_id = child.owner_agency_id and p.grantee_agency_id = current_agency()
      and p.grantee_id in (current_agency(), current_officer()) and p.allows_onward
      and p.state = 'live' and p.expires_at > current_instant()
      and array_position(array['view', 'comment', 'contribute', 'co_handle'], child.level)
        <= array_position(array['view', 'comment', 'contribute', 'co_handle'], p.level)
      and child.withheld_fields @> p.withheld_fields and child.expires_at <= p.expires_at and child.purpose = p.purpose) $$;

drop policy seen on grants;
create policy seen on grants for select to lianban_app
  using (owner_agency_id = (select current_agency()) or grantee_agency_id = (select current_agency())
         or onward_agency_id = (select current_agency())
         or (record_kind = 'Case' and sees_case(record_id)) or (record_kind = 'Clue' and sees_clue(record_id))
         or (record_kind = 'Case' and carries_own_clue(record_id)));
drop policy given on grants;
create policy given on grants for insert to lianban_app
  with check (owner_agency_id = (select current_agency()) and owns_record(record_kind, record_id) and parent_grant_id is null
              and (grantee_officer_id is null or is_officer_of(grantee_officer_id, grantee_agency_id)));
create policy passed_on on grants for insert to lianban_app
  with check (origin = 'onward' and onward_agency_id = (select current_agency()) and is_within_parent(grants)
              and (grantee_officer_id is null or is_officer_of(grantee_officer_id, grantee_agency_id)));
create policy taken_back on grants for update to lianban_app
  using (onward_agency_id = (select current_agency())) with check (onward_agency_id = (select current_agency()) and state = 'recalled');

-- Who leads a task force or sits in it sees it whole; the agency of its case as well.
create function sees_task_force(force uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from task_forces f where f.id = force
      and (f.lead_agency_id = current_agency()
           or exists (select 1 from task_force_seats s where s.task_force_id = f.id and s.agency_id = current_agency()
                        and s.member_id in (current_agency(), current_officer()) and s.state = 'active')
           or exists (select 1 from cases c where c.id = f.case_id and c.owner_agency_id = current_agency()))) $$;
create function leads_task_force(force uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from task_forces f where f.id = force and f.lead_agency_id = current_agency()) $$;

grant select, insert, update on task_forces, task_force_seats to lianban_app;
alter table task_forces enable row level security;
create policy seen on task_forces for select to lianban_app
  using (lead_agency_id = (select current_agency()) or sees_task_force(id));
create policy formed on task_forces for insert to lianban_app
  with check (lead_agency_id = (select current_agency()) and (case_id is null or sees_case(case_id)));
create policy led on task_forces for update to lianban_app
  using (lead_agency_id = (select current_agency())) with check (lead_agency_id = (select current_agency()));
alter table task_force_seats enable row level security;
create policy seen on task_force_seats for select to lianban_app using (sees_task_force(task_force_id));
create policy given on task_force_seats for insert to lianban_app
  with check (leads_task_force(task_force_id) and (officer_id is null or is_officer_of(officer_id, agency_id)));
create policy revoked on task_force_seats for update to lianban_app
  using (leads_task_force(task_force_id)) with check (leads_task_force(task_force_id));

-- The directory that agreement partners show each other: posts and roles, never names.
create function posts_of(agency uuid) returns table (id uuid, post_zh text, post_en text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select o.id, o.post_zh, o.post_en, o.roles from officers o
    where o.agency_id = agency and o.state = 'active'
      and (agency = current_agency() or exists (
        select 1 from agreements a
          join agreement_parties mine on mine.agreement_id = a.id and mine.agency_id = current_agency() and mine.is_signed
          join agreement_parties theirs on theirs.agreement_id = a.id and theirs.agency_id = agency and theirs.is_signed
        where a.state = 'in_force' and a.valid_from <= current_instant() and a.valid_until > current_instant())) $$;
-- Who sees a record learns the roles of an officer that it is open to.
create function officer_roles(ids uuid[]) returns table (id uuid, roles text[])
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select o.id, o.roles from officers o where o.id = any (ids) and o.state = 'active' $$;
