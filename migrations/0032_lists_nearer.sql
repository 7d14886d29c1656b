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

-- Whoever counts what a rare phrase stands in has read it already, and need not read it again.
create or replace function cases_saying(asked tsquery, pattern text, most integer, after_at timestamptz, after_id uuid)
  returns table (id uuid, at timestamptz, is_all boolean)
  language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public set enable_seqscan = off set enable_bitmapscan = on
  set plan_cache_mode = force_custom_plan set max_parallel_workers_per_gather = 0
  as $$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
    phrase constant text := lower(pattern);
    agency constant uuid := current_agency();
    officer constant uuid := current_officer();
    instant constant timestamptz := current_instant();
    from_at constant timestamptz := coalesce(after_at, 'infinity');
    from_id constant uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    looked integer;
    ids uuid[];
    ats timestamptz[];
    opens boolean[];
    owns boolean[];
    leads boolean[];
  begin
    if not is_common('cases', asked) then
      select count(*), array_agg(p.id) filter (where p.is_open or p.is_inside), array_agg(p.at) filter (where p.is_open or p.is_inside),
          array_agg(p.is_open) filter (where p.is_open or p.is_inside), array_agg(p.is_own) filter (where p.is_open or p.is_inside),
          array_agg(p.is_led) filter (where p.is_open or p.is_inside)
        into looked, ids, ats, opens, owns, leads from (
          select c.id, c.opened_at as at, c.said_openly like phrase as is_open, c.said_in_summary like phrase as is_inside,
            c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) as is_own, c.lead_agency_id = agency as is_led
          from cases c where c.words @@ asked or c.words is null limit rare + 1) p;
      if looked <= rare then
        return query select hit.id, hit.at, true from unnest(ids, ats, opens, owns, leads) as hit (id, at, is_open, is_own, is_led)
          where hit.is_own
            or exists (select from handoffs h where h.case_id = hit.id and h.to_agency_id = agency and h.state = 'accepted'
                 and (hit.is_open or hit.is_led))
            or exists (select from grants g where g.record_id = hit.id and g.record_kind = 'Case' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (hit.is_open or not 'summary' = any (g.withheld_fields)) offset 0);
        return;
      end if;
    end if;
    perform set_config('enable_bitmapscan', 'off', true);
    return query select p.id, p.at, false from (
      (select c.id, c.opened_at as at from cases c
       where c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) and (c.opened_at, c.id) < (from_at, from_id)
         and (c.said_openly like phrase or c.said_in_summary like phrase)
       order by c.opened_at desc, c.id desc limit most)
      union
      (select c.id, c.opened_at from handoffs h join cases c on c.id = h.case_id
       where h.to_agency_id = agency and h.state = 'accepted' and (c.opened_at, c.id) < (from_at, from_id)
         and (c.said_openly like phrase or (c.lead_agency_id = agency and c.said_in_summary like phrase))
       order by c.opened_at desc, c.id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g, lateral (
         select from cases c where c.id = g.record_id
           and (c.said_openly like phrase or (not 'summary' = any (g.withheld_fields) and c.said_in_summary like phrase)) offset 0) said
       where g.grantee_id = agency and g.grantee_agency_id = agency and g.record_kind = 'Case' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g, lateral (
         select from cases c where c.id = g.record_id
           and (c.said_openly like phrase or (not 'summary' = any (g.withheld_fields) and c.said_in_summary like phrase)) offset 0) said
       where g.grantee_id = officer and g.grantee_agency_id = agency and g.record_kind = 'Case' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
       order by g.record_at desc, g.record_id desc limit most)) p
      order by p.at desc, p.id desc limit most;
  end $$;

create or replace function clues_saying(asked tsquery, pattern text, most integer, after_at timestamptz, after_id uuid)
  returns table (id uuid, at timestamptz, is_all boolean)
  language plpgsql stable security definer rows 50
  set search_path = pg_catalog, public set enable_seqscan = off set enable_bitmapscan = on
  set plan_cache_mode = force_custom_plan set max_parallel_workers_per_gather = 0
  as $$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
    phrase constant text := lower(pattern);
    agency constant uuid := current_agency();
    officer constant uuid := current_officer();
    instant constant timestamptz := current_instant();
    from_at constant timestamptz := coalesce(after_at, 'infinity');
    from_id constant uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    looked integer;
    ids uuid[];
    ats timestamptz[];
    opens boolean[];
    owns boolean[];
  begin
    if not is_common('clues', asked) then
      select count(*), array_agg(p.id) filter (where p.is_open or p.is_inside), array_agg(p.at) filter (where p.is_open or p.is_inside),
          array_agg(p.is_open) filter (where p.is_open or p.is_inside), array_agg(p.is_own) filter (where p.is_open or p.is_inside)
        into looked, ids, ats, opens, owns from (
          select c.id, c.recorded_at as at, c.said_openly like phrase as is_open, says_inside(c, pattern, '{}') as is_inside,
            c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) as is_own
          from clues c where c.words @@ asked or c.words is null limit rare + 1) p;
      if looked <= rare then
        return query select hit.id, hit.at, true from unnest(ids, ats, opens, owns) as hit (id, at, is_open, is_own)
          where hit.is_own
            or exists (select from grants g where g.record_id = hit.id and g.record_kind = 'Clue' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (hit.is_open or exists (select from clues c where c.id = hit.id and says_inside(c, pattern, g.withheld_fields)))
                 offset 0)
            or (hit.is_open and reaches_clue(hit.id, agency, officer, instant));
        return;
      end if;
    end if;
    perform set_config('enable_bitmapscan', 'off', true);
    return query select p.id, p.at, false from (
      (select c.id, c.recorded_at as at from clues c
       where c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) and (c.recorded_at, c.id) < (from_at, from_id)
         and (c.said_openly like phrase or says_inside(c, pattern, '{}'))
       order by c.recorded_at desc, c.id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g, lateral (
         select from clues c where c.id = g.record_id
           and (c.said_openly like phrase or says_inside(c, pattern, g.withheld_fields)) offset 0) said
       where g.grantee_id = agency and g.grantee_agency_id = agency and g.record_kind = 'Clue' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g, lateral (
         select from clues c where c.id = g.record_id
           and (c.said_openly like phrase or says_inside(c, pattern, g.withheld_fields)) offset 0) said
       where g.grantee_id = officer and g.grantee_agency_id = agency and g.record_kind = 'Clue' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct c.id, c.recorded_at from (
         select g.record_id as case_id from grants g where g.grantee_id in (agency, officer) and g.grantee_agency_id = agency
           and g.record_kind = 'Case' and g.state = 'live' and g.expires_at > instant
         union select h.case_id from handoffs h where h.to_agency_id = agency and h.state = 'accepted'
         union select o.id from cases o where o.owner_agency_id = agency and (not o.is_restricted or is_reader(o.id))) mine
       join case_clues k on k.case_id = mine.case_id join clues c on c.id = k.clue_id
       where not (c.is_restricted and c.owner_agency_id = agency) and c.said_openly like phrase
         and (c.recorded_at, c.id) < (from_at, from_id)
       order by c.recorded_at desc, c.id desc limit most)) p
      order by p.at desc, p.id desc limit most;
  end $$;
