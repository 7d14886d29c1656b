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
