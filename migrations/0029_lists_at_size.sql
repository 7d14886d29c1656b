-- What an officer finds stays quick with a million records: counts are answered by indexes alone, texts are compared as
-- they were lower-cased once, and a walk through what is visible reads no grant.

-- Between the texts stands a character that no text holds, so that a phrase never spans two of them.
alter table cases
  add column said_openly text not null generated always as (lower(name || e'\x1f' || number || e'\x1f' || charge)) stored,
  add column said_in_summary text not null generated always as (lower(summary)) stored;
alter table clues
  add column said_openly text not null generated always as (lower(title || e'\x1f' || number || e'\x1f' || place)) stored;

drop index cases_owner;
create index cases_owner on cases (owner_agency_id, opened_at desc, id desc) include (is_restricted);
drop index cases_lead;
create index cases_lead on cases (lead_agency_id, opened_at desc, id desc) include (owner_agency_id, is_restricted);
drop index clues_owner;
create index clues_owner on clues (owner_agency_id, recorded_at desc, id desc) include (is_restricted);
drop index grants_grantee;
create index grants_grantee on grants (grantee_id, record_kind, record_at desc, record_id desc)
  include (expires_at, level, shows_clues, grantee_agency_id, owner_agency_id, onward_agency_id, withheld_fields)
  where state = 'live';

-- Whether every word asked for is known to stand in more than a hundredth of all texts: then nobody needs to count them.
-- What is so common is in the planner's statistics; where those are missing yet, nothing is.
create function is_common(texts text, asked tsquery) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select numnode(asked) > 0 and count(*) >= (numnode(asked) + 1) / 2
    from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as common (word, part)
    where s.schemaname = 'public' and s.tablename = texts and s.attname = 'words'
      and part > 0.01 and position('''' || word || '''' in asked::text) > 0 $$;
revoke all on function is_common(text, tsquery) from public;

-- `set_config` in the body holds until the function returns: the few hits of a rare phrase come from a bitmap, and a walk
-- must not, for it would read everything before it sorts.
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
  begin
    if not is_common('cases', asked)
      and (select count(*) from (select from cases c where c.words @@ asked or c.words is null limit rare + 1) probe) <= rare then
      return query select c.id, c.opened_at, true from cases c
        where (c.words @@ asked or c.words is null) and (c.said_openly like phrase or c.said_in_summary like phrase)
          and ((c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)))
            or exists (select from handoffs h where h.case_id = c.id and h.to_agency_id = agency and h.state = 'accepted'
                 and (c.said_openly like phrase or c.lead_agency_id = agency))
            or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Case' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (c.said_openly like phrase or not 'summary' = any (g.withheld_fields)) offset 0));
      return;
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
  begin
    if not is_common('clues', asked)
      and (select count(*) from (select from clues c where c.words @@ asked or c.words is null limit rare + 1) probe) <= rare then
      return query select c.id, c.recorded_at, true from clues c
        where (c.words @@ asked or c.words is null) and (c.said_openly like phrase or says_inside(c, pattern, '{}'))
          and ((c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)))
            or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Clue' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (c.said_openly like phrase or says_inside(c, pattern, g.withheld_fields)) offset 0)
            or (c.said_openly like phrase and reaches_clue(c.id, agency, officer, instant)));
      return;
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
