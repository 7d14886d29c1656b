-- What hangs on a record that is kept to named officers is kept from their colleagues as well; and who takes a seat back may tell those who lose by it.

create index cases_restricted on cases (owner_agency_id) where is_restricted;
create index clues_restricted on clues (owner_agency_id) where is_restricted;

-- Records of the own agency that are not there for this officer.
create function kept_from_me() returns setof uuid
  language sql stable security definer rows 20 set search_path = pg_catalog, public
  as $$ select c.id from cases c where c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id)
    union all
    select c.id from clues c where c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id) $$;
create function is_kept_from_me(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from cases c where c.id = record and c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id))
      or exists (select 1 from clues c where c.id = record and c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id)) $$;

-- Asked once a statement, and not at all of the program's own duties: those carry out what somebody was permitted.
create policy kept_back on grants as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or record_id not in (select kept_from_me()));
create policy kept_back on proposals as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or record_id not in (select kept_from_me()));
create policy kept_back on recall_notices as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or record_id not in (select kept_from_me()));
create policy kept_back on emergencies as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or record_id not in (select kept_from_me()));
create policy kept_back on access_request_targets as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or record_id not in (select kept_from_me()));
create policy kept_back on hit_matches as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or record_id not in (select kept_from_me()));
create policy kept_back on handoffs as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or case_id not in (select kept_from_me()));
create policy kept_back on clue_assessments as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or clue_id not in (select kept_from_me()));
create policy kept_back on clue_exports as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or clue_id not in (select kept_from_me()));
create policy kept_back on task_forces as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or case_id is null or case_id not in (select kept_from_me()));

-- What belongs to these rows looks them up past the wall.
create or replace function sees_handoff(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from handoffs h where h.id = record and not is_kept_from_me(h.case_id)
      and (h.from_agency_id = current_agency()
           or (h.state not in ('prepared', 'cancelled') and (h.to_agency_id = current_agency() or sees_case(h.case_id))))) $$;
create or replace function sees_recall_notice(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from recall_notices n where n.id = record and not is_kept_from_me(n.record_id)
      and (n.owner_agency_id = current_agency()
           or (n.agency_id = current_agency() and (n.officer_id is null or n.officer_id = current_officer())))) $$;
create or replace function sees_task_force(force uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from task_forces f where f.id = force and (f.case_id is null or not is_kept_from_me(f.case_id))
      and (f.lead_agency_id = current_agency()
           or exists (select 1 from task_force_seats s where s.task_force_id = f.id and s.agency_id = current_agency()
                        and s.member_id in (current_agency(), current_officer()) and s.state = 'active')
           or exists (select 1 from cases c where c.id = f.case_id and c.owner_agency_id = current_agency()))) $$;

-- Entries about these rows are entries about the record.
create or replace function is_kept_back(kind text, subject text, of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select (of_case is not null and is_kept_from_me(of_case))
    or case when subject !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then false else case kind
      when 'Case' then is_kept_from_me(subject::uuid)
      when 'Clue' then is_kept_from_me(subject::uuid)
      when 'Grant' then exists (select 1 from grants g where g.id = subject::uuid and is_kept_from_me(g.record_id))
      when 'Emergency' then exists (select 1 from emergencies e where e.id = subject::uuid and is_kept_from_me(e.record_id))
      when 'Proposal' then exists (select 1 from proposals p where p.id = subject::uuid and is_kept_from_me(p.record_id))
      when 'RecallNotice' then exists (select 1 from recall_notices n where n.id = subject::uuid and is_kept_from_me(n.record_id))
      when 'AccessRequest' then exists (select 1 from access_request_targets t where t.request_id = subject::uuid and is_kept_from_me(t.record_id))
      when 'Handoff' then exists (select 1 from handoffs h where h.id = subject::uuid and is_kept_from_me(h.case_id))
      when 'TaskForce' then exists (select 1 from task_forces f where f.id = subject::uuid and is_kept_from_me(f.case_id))
      else false end end $$;

-- Whoever takes a seat back need not own what was opened through it; those who lose it are told on behalf of its owner.
create or replace function may_tell_recall(of_kind text, of_record uuid, owner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select (owner = current_agency() and owns_record(of_kind, of_record))
      or exists (select 1 from grants g where g.record_kind = of_kind and g.record_id = of_record
                 and g.owner_agency_id = owner and g.onward_agency_id = current_agency())
      or (current_duty() = 'sharing' and exists (
            select 1 from grants g where g.record_kind = of_kind and g.record_id = of_record
              and g.owner_agency_id = owner and g.task_force_id is not null and leads_task_force(g.task_force_id))) $$;
