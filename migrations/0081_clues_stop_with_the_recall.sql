-- A clue goes on with a case while the agency that opened the case reads it itself. Taken back from that agency, it goes on
-- with none of its cases any more; whoever takes it back need not see these cases.
create function stop_carrying(of_clue uuid, owner uuid, agencies uuid[]) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ declare
    stopped integer;
  begin
    if not may_tell_recall('Clue', of_clue, owner) then return 0; end if;
    update case_clues k set passes_on = false from cases c
      where k.clue_id = of_clue and k.passes_on and c.id = k.case_id and c.owner_agency_id = any (agencies)
        and not exists (select from grants g where g.record_id = of_clue and g.record_kind = 'Clue'
          and g.grantee_agency_id = c.owner_agency_id and g.state = 'live' and g.expires_at > current_instant());
    get diagnostics stopped = row_count;
    return stopped;
  end $$;
