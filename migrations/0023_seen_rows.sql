-- The records of one page, checked by the wall in one go: asked row by row, it costs more than the rest of the list. What
-- it lets through is what the policies `seen` of the two tables let through, and a test holds the two against each other.
create function seen_cases(ids uuid[]) returns setof cases
  language sql stable security definer set search_path = pg_catalog, public rows 50
  as $$ select c.* from cases c
    where c.id = any (ids)
      and ((c.owner_agency_id = (select current_agency()) and (not c.is_restricted or is_reader(c.id)))
        or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Case' and g.state = 'live'
             and g.grantee_id in ((select current_agency()), (select current_officer()))
             and g.grantee_agency_id = (select current_agency()) and g.expires_at > (select current_instant()) offset 0)
        or exists (select from handoffs h where h.case_id = c.id and h.to_agency_id = (select current_agency())
             and h.state = 'accepted' offset 0)) $$;

create function seen_clues(ids uuid[]) returns setof clues
  language sql stable security definer set search_path = pg_catalog, public rows 50
  as $$ select c.* from clues c
    where c.id = any (ids)
      and ((c.owner_agency_id = (select current_agency()) and (not c.is_restricted or is_reader(c.id)))
        or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Clue' and g.state = 'live'
             and g.grantee_id in ((select current_agency()), (select current_officer()))
             and g.grantee_agency_id = (select current_agency()) and g.expires_at > (select current_instant()) offset 0)
        or reaches_clue(c.id, (select current_agency()), (select current_officer()), (select current_instant()))) $$;

-- A grant to an agency names the agency twice; told so, the planner counts right.
create statistics grants_grantees (dependencies, mcv) on grantee_id, grantee_agency_id from grants;

-- These stand last in a policy and are hardly ever asked there; thought dear, they keep the planner from an index that
-- answers alone.
alter function sees_case(uuid) cost 1;
alter function sees_clue(uuid) cost 1;
alter function carries_own_clue(uuid) cost 1;
alter function reaches_case(uuid, uuid, uuid, timestamptz) cost 10;
alter function reaches_clue(uuid, uuid, uuid, timestamptz) cost 10;

-- With the owner, whom the wall asks for first: a count of what an agency leads does not read the cases.
drop index cases_lead;
create index cases_lead on cases (lead_agency_id, opened_at desc, id desc) include (owner_agency_id);

-- A walk stops after a page: several workers at once would only walk too far.
alter function cases_saying(tsquery, text, integer, timestamptz, uuid) set max_parallel_workers_per_gather = 0;
alter function clues_saying(tsquery, text, integer, timestamptz, uuid) set max_parallel_workers_per_gather = 0;

-- Each look at a setting is planned anew wherever it stands, in every list: one suffices for an agency's own and its share.
drop policy seen on cases;
create policy seen on cases for select to lianban_app
  using ((owner_agency_id = (select current_agency()) and (not is_restricted or is_reader(id)))
         or reaches_case(id, current_agency(), current_officer(), current_instant()));
drop policy seen on clues;
create policy seen on clues for select to lianban_app
  using ((owner_agency_id = (select current_agency()) and (not is_restricted or is_reader(id)))
         or reaches_clue(id, current_agency(), current_officer(), current_instant()));
drop policy seen on grants;
create policy seen on grants for select to lianban_app
  using ((select current_agency()) = any (array[grantee_agency_id, owner_agency_id, onward_agency_id])
         or (record_kind = 'Case' and sees_case(record_id)) or (record_kind = 'Clue' and sees_clue(record_id))
         or (record_kind = 'Case' and carries_own_clue(record_id)));
