-- A record may be kept to named officers of its own agency, from the instant it is recorded.

alter table clues add column is_restricted boolean not null default false;
alter table cases add column is_restricted boolean not null default false;

-- Who may know of a restricted record. Added to, never taken from: what somebody knew stays on record.
create table record_readers (
  record_kind text not null check (record_kind in ('Clue', 'Case')),
  record_id uuid not null,
  record_at timestamptz not null,
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  added_by uuid not null references officers,
  added_at timestamptz not null,
  primary key (record_id, officer_id)
);
create index record_readers_officer on record_readers (officer_id, record_kind, record_at desc, record_id desc);

create function is_reader(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from record_readers r
    where r.record_id = record and r.officer_id = current_officer() and r.agency_id = current_agency()) $$;
create function recorded_it(kind text, record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select case kind
    when 'Case' then exists (select 1 from cases c where c.id = record and c.opened_by = current_officer() and c.owner_agency_id = current_agency())
    when 'Clue' then exists (select 1 from clues c where c.id = record and c.recorded_by = current_officer() and c.owner_agency_id = current_agency())
    else false end $$;

create or replace function sees_case(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from cases c where c.id = record and c.owner_agency_id = current_agency() and (not c.is_restricted or is_reader(c.id)))
            or reaches_case(record, current_agency(), current_officer(), current_instant()) $$;
create or replace function reaches_clue(record uuid, agency uuid, officer uuid, instant timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
      select 1 from grants g
      where g.record_id = record and g.record_kind = 'Clue' and g.grantee_id in (agency, officer)
        and g.grantee_agency_id = agency and g.state = 'live' and g.expires_at > instant)
    or exists (
      select 1 from case_clues k join cases c on c.id = k.case_id join clues own on own.id = k.clue_id
      where k.clue_id = record and not (own.is_restricted and own.owner_agency_id = agency)
        and ((c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id))) or reaches_case(c.id, agency, officer, instant))) $$;
create or replace function sees_clue(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from clues c where c.id = record and c.owner_agency_id = current_agency() and (not c.is_restricted or is_reader(c.id)))
            or reaches_clue(record, current_agency(), current_officer(), current_instant()) $$;
create or replace function owns_record(kind text, record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select case kind
    when 'Case' then exists (select 1 from cases c where c.id = record and c.owner_agency_id = current_agency()
                               and (not c.is_restricted or is_reader(c.id)))
    when 'Clue' then exists (select 1 from clues c where c.id = record and c.owner_agency_id = current_agency()
                               and (not c.is_restricted or is_reader(c.id)))
    else false end $$;

drop policy seen on cases;
create policy seen on cases for select to lianban_app
  using ((owner_agency_id = (select current_agency()) and (not is_restricted or is_reader(id)))
         or reaches_case(id, (select current_agency()), (select current_officer()), (select current_instant())));
drop policy own on cases;
create policy own on cases for update to lianban_app
  using (owner_agency_id = (select current_agency()) and (not is_restricted or is_reader(id)))
  with check (owner_agency_id = (select current_agency()));
drop policy seen on clues;
create policy seen on clues for select to lianban_app
  using ((owner_agency_id = (select current_agency()) and (not is_restricted or is_reader(id)))
         or reaches_clue(id, (select current_agency()), (select current_officer()), (select current_instant())));
drop policy own on clues;
create policy own on clues for update to lianban_app
  using (owner_agency_id = (select current_agency()) and (not is_restricted or is_reader(id)))
  with check (owner_agency_id = (select current_agency()));

grant select, insert on record_readers to lianban_app;
alter table record_readers enable row level security;
create policy seen on record_readers for select to lianban_app
  using (officer_id = (select current_officer()) or is_reader(record_id));
create policy added on record_readers for insert to lianban_app
  with check (agency_id = (select current_agency()) and is_officer_of(officer_id, agency_id)
              and (recorded_it(record_kind, record_id) or is_reader(record_id)));

-- What an officer may not know of is no entry in the log of the own agency either.
create function is_kept_back(kind text, subject text, of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
      select 1 from cases c where c.id = coalesce(of_case, case when kind = 'Case' and subject ~ '^[0-9a-f-]{36}$' then subject::uuid end)
        and c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id))
    or (kind = 'Clue' and subject ~ '^[0-9a-f-]{36}$' and exists (
      select 1 from clues c where c.id = subject::uuid
        and c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id)))
    or (kind = 'Grant' and subject ~ '^[0-9a-f-]{36}$' and exists (
      select 1 from grants g join clues c on c.id = g.record_id where g.id = subject::uuid
        and c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id))) $$;
create policy kept_back on audit_entries as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or not is_kept_back(subject_kind, subject_id, case_id));

-- What is searched stands behind the same wall.
create or replace function cases_saying(asked tsquery, pattern text, most integer, after_at timestamptz, after_id uuid)
  returns table (id uuid, at timestamptz, is_all boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public
  set enable_seqscan = off set plan_cache_mode = force_custom_plan rows 50
  as $$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
    agency uuid := current_agency();
    officer uuid := current_officer();
    instant timestamptz := current_instant();
    from_at timestamptz := coalesce(after_at, 'infinity');
    from_id uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  begin
    if (select count(*) from (select from cases c where c.words @@ asked or c.words is null limit rare + 1) probe) <= rare then
      return query select c.id, c.opened_at, true from cases c, lateral (
          select c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern as openly) said
        where (c.words @@ asked or c.words is null) and (said.openly or c.summary ilike pattern)
          and ((c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)))
            or exists (select from handoffs h where h.case_id = c.id and h.to_agency_id = agency and h.state = 'accepted'
                 and (said.openly or c.lead_agency_id = agency))
            or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Case' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (said.openly or not 'summary' = any (g.withheld_fields)) offset 0));
      return;
    end if;
    return query select p.id, p.at, false from (
      (select c.id, c.opened_at as at from cases c
       where c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) and (c.opened_at, c.id) < (from_at, from_id)
         and (c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern or c.summary ilike pattern)
       order by c.opened_at desc, c.id desc limit most)
      union
      (select c.id, c.opened_at from handoffs h join cases c on c.id = h.case_id
       where h.to_agency_id = agency and h.state = 'accepted' and (c.opened_at, c.id) < (from_at, from_id)
         and (c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern
           or (c.lead_agency_id = agency and c.summary ilike pattern))
       order by c.opened_at desc, c.id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g join cases c on c.id = g.record_id
       where g.grantee_id = agency and g.grantee_agency_id = agency and g.record_kind = 'Case' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
         and (c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern
           or (not 'summary' = any (g.withheld_fields) and c.summary ilike pattern))
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g join cases c on c.id = g.record_id
       where g.grantee_id = officer and g.grantee_agency_id = agency and g.record_kind = 'Case' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
         and (c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern
           or (not 'summary' = any (g.withheld_fields) and c.summary ilike pattern))
       order by g.record_at desc, g.record_id desc limit most)) p
      order by p.at desc, p.id desc limit most;
  end $$;
create or replace function clues_saying(asked tsquery, pattern text, most integer, after_at timestamptz, after_id uuid)
  returns table (id uuid, at timestamptz, is_all boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public
  set enable_seqscan = off set plan_cache_mode = force_custom_plan rows 50
  as $$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
    agency uuid := current_agency();
    officer uuid := current_officer();
    instant timestamptz := current_instant();
    from_at timestamptz := coalesce(after_at, 'infinity');
    from_id uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  begin
    if (select count(*) from (select from clues c where c.words @@ asked or c.words is null limit rare + 1) probe) <= rare then
      return query select c.id, c.recorded_at, true from clues c, lateral (
          select c.title ilike pattern or c.number ilike pattern or c.place ilike pattern as openly) said
        where (c.words @@ asked or c.words is null)
          and (said.openly or says_inside(c, pattern, '{}'))
          and ((c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)))
            or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Clue' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (said.openly or says_inside(c, pattern, g.withheld_fields)) offset 0)
            or (said.openly and reaches_clue(c.id, agency, officer, instant)));
      return;
    end if;
    return query select p.id, p.at, false from (
      (select c.id, c.recorded_at as at from clues c
       where c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) and (c.recorded_at, c.id) < (from_at, from_id)
         and (c.title ilike pattern or c.number ilike pattern or c.place ilike pattern or says_inside(c, pattern, '{}'))
       order by c.recorded_at desc, c.id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g join clues c on c.id = g.record_id
       where g.grantee_id = agency and g.grantee_agency_id = agency and g.record_kind = 'Clue' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
         and (c.title ilike pattern or c.number ilike pattern or c.place ilike pattern
           or says_inside(c, pattern, g.withheld_fields))
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g join clues c on c.id = g.record_id
       where g.grantee_id = officer and g.grantee_agency_id = agency and g.record_kind = 'Clue' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
         and (c.title ilike pattern or c.number ilike pattern or c.place ilike pattern
           or says_inside(c, pattern, g.withheld_fields))
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct c.id, c.recorded_at from (
         select g.record_id as case_id from grants g where g.grantee_id in (agency, officer) and g.grantee_agency_id = agency
           and g.record_kind = 'Case' and g.state = 'live' and g.expires_at > instant
         union select h.case_id from handoffs h where h.to_agency_id = agency and h.state = 'accepted'
         union select o.id from cases o where o.owner_agency_id = agency and (not o.is_restricted or is_reader(o.id))) mine
       join case_clues k on k.case_id = mine.case_id join clues c on c.id = k.clue_id
       where not (c.is_restricted and c.owner_agency_id = agency) and (c.title ilike pattern or c.number ilike pattern or c.place ilike pattern)
         and (c.recorded_at, c.id) < (from_at, from_id)
       order by c.recorded_at desc, c.id desc limit most)) p
      order by p.at desc, p.id desc limit most;
  end $$;
