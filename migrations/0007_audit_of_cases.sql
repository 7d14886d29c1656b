-- Whoever sees a record sees what was done with it; an entry about a section is never seen more widely than the section.

create function sees_audit_subject(kind text, subject text, of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select case
    when kind in ('Clue', 'Section', 'Handoff', 'Grant') and subject !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then false
    when kind = 'Section' then sees_section(subject::uuid)
    when kind = 'Handoff' and of_case is null then exists (
      select 1 from handoffs h where h.id = subject::uuid and h.from_agency_id = current_agency())
    when kind = 'Grant' and of_case is null then exists (
      select 1 from grants g where g.id = subject::uuid and g.owner_agency_id = current_agency())
    when of_case is not null then sees_case(of_case)
    when kind = 'Clue' then sees_clue(subject::uuid)
    else false end $$;

create policy seen_record on audit_entries for select to lianban_app
  using ((case_id is not null or subject_kind in ('Clue', 'Section', 'Handoff', 'Grant')) and sees_audit_subject(subject_kind, subject_id, case_id));

-- How somebody came in belongs to what they did: whoever sees a case sees the sign-ins of the sessions that touched it.
create function sees_audit_session(session uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from audit_entries e where e.session_id = session
      and (e.case_id is not null or e.subject_kind = 'Clue')
      and sees_audit_subject(e.subject_kind, e.subject_id, e.case_id)) $$;

create policy seen_session on audit_entries for select to lianban_app
  using (act like 'session.%' and session_id is not null and sees_audit_session(session_id));
