-- The wall of the lists asks for less, and lets through what it let through before.

-- Only a record of the own agency can be kept from an officer; whatever others own needs no look at what is kept back.
alter policy kept_back on grants
  using (owner_agency_id is distinct from (select current_agency()) or (select current_duty()) <> ''
    or record_id not in (select kept_from_me()));

-- An array made for each row costs more than three comparisons.
alter policy seen on grants
  using (grantee_agency_id = (select current_agency()) or owner_agency_id = (select current_agency())
    or onward_agency_id = (select current_agency())
    or (record_kind = 'Case' and sees_case(record_id)) or (record_kind = 'Clue' and sees_clue(record_id))
    or (record_kind = 'Case' and carries_own_clue(record_id)));

-- Asked of a list row by row where an agency leads what it does not own, and that came by a handoff: so it is asked first.
create or replace function reaches_case(record uuid, agency uuid, officer uuid, instant timestamptz) returns boolean
  language sql stable security definer cost 10 set search_path = pg_catalog, public
  as $$ select exists (select 1 from handoffs h where h.case_id = record and h.to_agency_id = agency and h.state = 'accepted')
    or exists (
      select 1 from grants g
      where g.record_id = record and g.record_kind = 'Case' and g.grantee_id in (agency, officer)
        and g.grantee_agency_id = agency and g.state = 'live' and g.expires_at > instant) $$;

-- A page shows neither the words that a record is found by nor its texts in small letters; they are half of its bytes.
drop function seen_cases(uuid[]);
create function seen_cases(ids uuid[]) returns table (
    id uuid, number text, name text, charge text, summary text, stage text, label text, handling_code text, region char(6),
    opened_on text, owner_agency_id uuid, lead_agency_id uuid, opened_by uuid, opened_at timestamptz, version integer,
    is_restricted boolean)
  language sql stable security definer set search_path = pg_catalog, public rows 50
  as $$ select c.id, c.number, c.name, c.charge, c.summary, c.stage, c.label, c.handling_code, c.region,
      c.opened_on, c.owner_agency_id, c.lead_agency_id, c.opened_by, c.opened_at, c.version, c.is_restricted
    from cases c
    where c.id = any (ids)
      and ((c.owner_agency_id = (select current_agency()) and (not c.is_restricted or is_reader(c.id)))
        or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Case' and g.state = 'live'
             and g.grantee_id in ((select current_agency()), (select current_officer()))
             and g.grantee_agency_id = (select current_agency()) and g.expires_at > (select current_instant()) offset 0)
        or exists (select from handoffs h where h.case_id = c.id and h.to_agency_id = (select current_agency())
             and h.state = 'accepted' offset 0)) $$;

drop function seen_clues(uuid[]);
create function seen_clues(ids uuid[]) returns table (
    id uuid, number text, title text, content text, kind text, source text, reported_on text, label text,
    handling_code text, region char(6), place text, goods jsonb, methods text[], identifiers jsonb, state text,
    owner_agency_id uuid, recorded_by uuid, recorded_at timestamptz, version integer, is_restricted boolean)
  language sql stable security definer set search_path = pg_catalog, public rows 50
  as $$ select c.id, c.number, c.title, c.content, c.kind, c.source, c.reported_on, c.label,
      c.handling_code, c.region, c.place, c.goods, c.methods, c.identifiers, c.state,
      c.owner_agency_id, c.recorded_by, c.recorded_at, c.version, c.is_restricted
    from clues c
    where c.id = any (ids)
      and ((c.owner_agency_id = (select current_agency()) and (not c.is_restricted or is_reader(c.id)))
        or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Clue' and g.state = 'live'
             and g.grantee_id in ((select current_agency()), (select current_officer()))
             and g.grantee_agency_id = (select current_agency()) and g.expires_at > (select current_instant()) offset 0)
        or reaches_clue(c.id, (select current_agency()), (select current_officer()), (select current_instant()))) $$;
