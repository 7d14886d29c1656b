-- When a grant was last used: the owner of a record learns it of its own grants, to take back what nobody needs. A review says who kept it and why.

alter table grants add column reviewed_by uuid references officers, add column review_note text;

create function last_opened(ids uuid[]) returns table (grant_id uuid, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select g.id, (
      select to_timestamp(max(e.at) / 1000.0) from audit_entries e
      where ((g.record_kind = 'Case' and e.case_id = g.record_id) or (g.record_kind = 'Clue' and e.subject_id = g.record_id::text))
        and e.agency_id = g.grantee_agency_id and (g.grantee_officer_id is null or e.officer_id = g.grantee_officer_id)
        and e.outcome = 'done' and e.act in ('case.find', 'clue.find', 'dossier.outline', 'section.enter', 'section.wrote')
        and e.at >= extract(epoch from g.given_at) * 1000)
    from grants g where g.id = any (ids) and g.owner_agency_id = current_agency() $$;

-- Of officers to whom one's own agency granted something: whether they still serve.
create function suspended_grantees(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select g.id from grants g join officers o on o.id = g.grantee_officer_id
    where g.id = any (ids) and g.owner_agency_id = current_agency() and o.state = 'suspended' $$;
