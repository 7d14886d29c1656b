-- A walk over the own cases in their order stops at a full page. The planner takes a frequent phrase for so rare that it
-- would rather read and sort all cases (two seconds of a million); of a `case` it reckons nothing, and walks.
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
         and case when c.said_openly like phrase then true else c.said_in_summary like phrase end
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
