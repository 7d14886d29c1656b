-- The same where the grant of the agency that opened the case runs out by itself: asked for all that ran out since.
create function stop_carrying_ended(since timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ declare
    stopped integer;
  begin
    if current_duty() <> 'live' then return 0; end if;
    update case_clues k set passes_on = false from grants e, cases c
      where e.state = 'live' and e.record_kind = 'Clue' and e.expires_at > since and e.expires_at <= current_instant()
        and k.clue_id = e.record_id and k.passes_on and c.id = k.case_id and c.owner_agency_id = e.grantee_agency_id
        and not exists (select from grants g where g.record_id = e.record_id and g.record_kind = 'Clue'
          and g.grantee_agency_id = e.grantee_agency_id and g.state = 'live' and g.expires_at > current_instant());
    get diagnostics stopped = row_count;
    return stopped;
  end $$;
