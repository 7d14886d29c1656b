-- Whoever may not see a record asks its owner, without learning whether it exists.

-- The asker's side: what was asked, and what became of it.
create table access_requests (
  id uuid primary key,
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  -- Named by the asker as it stood in the address; there need not be such a record.
  record_kind text check (record_kind in ('Case', 'Clue', 'Section')),
  record_id uuid check ((record_id is null) = (record_kind is null)),
  -- A withheld section is asked for by its place in the dossier: whoever asks does not know its id.
  section_position integer check ((section_position is null) = (record_kind is distinct from 'Section')),
  -- Or a hint that the asker was given: this agency knows the number of that question.
  hit_query_id uuid references hit_queries,
  hit_agency_id uuid references agencies check ((hit_agency_id is null) = (hit_query_id is null)),
  level text not null check (level in ('view', 'comment', 'contribute', 'co_handle')),
  until timestamptz not null,
  purpose text not null,
  legal_basis text not null,
  reason text not null,
  asked_at timestamptz not null,
  lapses_at timestamptz not null check (lapses_at > asked_at),
  state text not null check (state in ('waiting', 'granted', 'declined', 'withdrawn')),
  decided_by uuid references officers,
  decided_at timestamptz check ((decided_at is null) = (state = 'waiting')),
  decline_reason text check (decline_reason is null or state = 'declined'),
  grant_id uuid references grants check (grant_id is null or state = 'granted'),
  version integer not null default 1,
  check ((record_kind is null) <> (hit_query_id is null))
);
create index access_requests_agency on access_requests (agency_id, asked_at desc, id desc);
create index access_requests_officer on access_requests (officer_id, asked_at desc);

-- The owner's side: which of its records was meant. A request that reached nobody has no row here, and nothing else differs.
create table access_request_targets (
  request_id uuid not null references access_requests,
  record_kind text not null check (record_kind in ('Case', 'Clue')),
  record_id uuid not null,
  section_id uuid,
  owner_agency_id uuid not null references agencies,
  primary key (request_id, record_kind, record_id)
);
create index access_request_targets_owner on access_request_targets (owner_agency_id, request_id);

-- Finds whom a request is for and tells that agency alone; it answers nothing, so that the asker's transaction learns nothing.
create function address_request(request uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare r access_requests;
  begin
    select * into r from access_requests a where a.id = request;
    if r.id is null or r.officer_id is distinct from current_officer() then
      raise exception 'a request is addressed by whoever made it' using errcode = 'insufficient_privilege';
    end if;
    insert into access_request_targets (request_id, record_kind, record_id, section_id, owner_agency_id)
      select r.id, found.record_kind, found.record_id, found.section_id, found.owner_agency_id from (
        select 'Case' as record_kind, c.id as record_id, null::uuid as section_id, c.owner_agency_id
          from cases c where r.record_kind = 'Case' and c.id = r.record_id
        union all
        select 'Clue', c.id, null, c.owner_agency_id from clues c where r.record_kind = 'Clue' and c.id = r.record_id
        union all
        -- Whoever added a section decides who reads it, among those who are on the case.
        select 'Case', s.case_id, s.id, s.owner_agency_id from dossier_sections s
          where r.record_kind = 'Section' and s.case_id = r.record_id and s.position = r.section_position and sees_case(s.case_id)
        union all
        select m.record_kind, m.record_id, null, m.owner_agency_id from hit_matches m
          where m.query_id = r.hit_query_id and m.owner_agency_id = r.hit_agency_id
      ) found
      where found.owner_agency_id <> r.agency_id;
  end $$;

grant select, insert, update on access_requests to lianban_app;
grant select on access_request_targets to lianban_app;

alter table access_request_targets enable row level security;
create policy owner on access_request_targets for select to lianban_app using (owner_agency_id = (select current_agency()));

alter table access_requests enable row level security;
create policy asked on access_requests for insert to lianban_app
  with check (agency_id = current_agency() and officer_id = current_officer() and state = 'waiting'
    -- A hint is taken up by the agency that was given it.
    and (hit_query_id is null or exists (
      select from hit_answers h where h.query_id = hit_query_id and h.agency_id = hit_agency_id and h.grade = 'hint')));
create policy own_agency on access_requests for select to lianban_app using (agency_id = (select current_agency()));
create policy addressed on access_requests for select to lianban_app
  using (exists (select from access_request_targets t where t.request_id = id and t.owner_agency_id = (select current_agency())));
create policy withdrawn on access_requests for update to lianban_app
  using (officer_id = (select current_officer()))
  with check (officer_id = current_officer() and state = 'withdrawn');
create policy decided on access_requests for update to lianban_app
  using (exists (select from access_request_targets t where t.request_id = id and t.owner_agency_id = (select current_agency())))
  with check (state in ('granted', 'declined')
    and exists (select from access_request_targets t where t.request_id = id and t.owner_agency_id = (select current_agency())));
