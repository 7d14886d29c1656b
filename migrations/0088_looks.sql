-- Who of others looked at the records of an agency is found along its own records, and not through all that everybody did.

-- The same entries that the row policies show of these acts, by others, on records that the agency owns.
create function looks_at_own_records(since uuid, of_acts text[])
  returns table (id uuid, at bigint, act text, outcome text, officer_id uuid, agency_id uuid, subject_kind text, subject_id text, case_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    with looked as (
      select l.* from cases c cross join lateral (
        select a.id, a.at, a.act, a.outcome, a.officer_id, a.agency_id, a.subject_kind, a.subject_id, a.case_id
        from audit_leaves a where a.case_id = c.id and a.id >= since and a.act = any (of_acts) offset 0) l
      where c.owner_agency_id = current_agency()
      union
      select l.* from clues k cross join lateral (
        select a.id, a.at, a.act, a.outcome, a.officer_id, a.agency_id, a.subject_kind, a.subject_id, a.case_id
        from audit_leaves a where a.subject_id = k.id::text and a.subject_kind = 'Clue' and a.id >= since and a.act = any (of_acts) offset 0) l
      where k.owner_agency_id = current_agency()
      union
      select f.id, f.at, f.act, f.outcome, f."officerId", f."agencyId", f.subject ->> 'kind', f.subject ->> 'id', f."caseId"
      from audit_intake i, jsonb_to_record(i.body::jsonb) as f (id uuid, at bigint, act text, outcome text, "officerId" uuid,
        "agencyId" uuid, "caseId" uuid, subject jsonb)
      where f.id >= since and f.act = any (of_acts) and (
        exists (select from cases c where c.id = f."caseId" and c.owner_agency_id = current_agency())
        or exists (select from clues k where f.subject ->> 'kind' = 'Clue' and k.id::text = f.subject ->> 'id' and k.owner_agency_id = current_agency())))
    select l.id, l.at, l.act, l.outcome, l.officer_id, l.agency_id, l.subject_kind, l.subject_id, l.case_id from looked l
    where l.agency_id is not null and l.agency_id <> current_agency()
      and sees_audit_subject(l.subject_kind, l.subject_id, l.case_id)
      and not is_kept_back(l.subject_kind, l.subject_id, l.case_id) $$;
revoke execute on function looks_at_own_records(uuid, text[]) from public;
grant execute on function looks_at_own_records(uuid, text[]) to lianban_app;
