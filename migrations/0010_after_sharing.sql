-- What happens after a record was shared: assessments, corrections, proposals, recall notices, exports, and where a record went.

-- What an agency makes of a clue. Every word of it stays: the latest of an agency counts.
create table clue_assessments (
  id uuid primary key,
  clue_id uuid not null references clues,
  clue_version integer not null,
  agency_id uuid not null references agencies,
  officer_id uuid not null references officers,
  verdict text not null check (verdict in ('confirmed', 'refuted', 'undecided')),
  reliability text not null check (reliability in ('A', 'B', 'C', 'X')),
  credibility text not null check (credibility in ('1', '2', '3', '4')),
  note text not null,
  assessed_at timestamptz not null
);
create index clue_assessments_clue on clue_assessments (clue_id, agency_id, assessed_at desc, id desc);

-- A corrected record: the whole of what could be corrected, as it stood before, and the fields as they are since.
create table corrections (
  id uuid primary key,
  record_kind text not null check (record_kind in ('Clue', 'Case')),
  record_id uuid not null,
  agency_id uuid not null references agencies,
  serial integer not null,
  fields text[] not null check (cardinality(fields) > 0),
  former jsonb not null,
  corrected jsonb not null,
  fault text not null,
  reason text not null,
  proposal_id uuid,
  corrected_by uuid not null references officers,
  corrected_at timestamptz not null,
  unique (record_id, serial)
);

-- One agency proposes another value for one field of another's record.
create table proposals (
  id uuid primary key,
  record_kind text not null check (record_kind in ('Clue', 'Case')),
  record_id uuid not null,
  owner_agency_id uuid not null references agencies,
  agency_id uuid not null references agencies check (agency_id <> owner_agency_id),
  field text not null,
  -- The value the proposer had before its eyes, and the one it proposes.
  seen jsonb not null,
  proposed jsonb not null,
  reason text not null,
  state text not null check (state in ('open', 'accepted', 'discarded', 'withdrawn')),
  proposed_by uuid not null references officers,
  proposed_at timestamptz not null,
  decided_by uuid references officers,
  decided_at timestamptz,
  decision text,
  version integer not null default 1
);
create index proposals_record on proposals (record_id, proposed_at desc, id desc);
create index proposals_owner on proposals (owner_agency_id) where state = 'open';
create index proposals_agency on proposals (agency_id) where state = 'open';

-- The duty to acknowledge that a record was taken back or corrected. It says what the recipient knew, and nothing newer.
create table recall_notices (
  id uuid primary key,
  kind text not null check (kind in ('recall', 'correction')),
  record_kind text not null check (record_kind in ('Clue', 'Case')),
  record_id uuid not null,
  record_number text not null,
  record_title text not null,
  owner_agency_id uuid not null references agencies,
  agency_id uuid not null references agencies check (agency_id <> owner_agency_id),
  -- Set where the record was open to one officer alone, who then acknowledges alone.
  officer_id uuid references officers,
  recipient_id uuid not null generated always as (coalesce(officer_id, agency_id)) stored,
  through_case boolean not null,
  grant_id uuid references grants,
  correction_id uuid references corrections,
  reason text not null,
  told_by uuid not null references officers,
  told_at timestamptz not null,
  due_at timestamptz not null
);
create index recall_notices_recipient on recall_notices (recipient_id, told_at desc, id desc);
create index recall_notices_owner on recall_notices (owner_agency_id, told_at desc, id desc);
create index recall_notices_record on recall_notices (record_id);

create table recall_receipts (
  notice_id uuid primary key references recall_notices,
  agency_id uuid not null references agencies,
  officer_id uuid not null references officers,
  copies text not null check (copies in ('none', 'destroyed', 'returned', 'updated', 'kept_by_law')),
  note text not null,
  given_at timestamptz not null
);

-- A clue that left the hub on paper or as a file: who took it, with which fields, and the digest of the page.
create table clue_exports (
  id uuid primary key,
  clue_id uuid not null references clues,
  clue_version integer not null,
  agency_id uuid not null references agencies,
  officer_id uuid not null references officers,
  purpose text not null,
  handling_code text not null,
  withheld_fields text[] not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  exported_at timestamptz not null
);
create index clue_exports_clue on clue_exports (clue_id, exported_at desc);

create function sees_record(kind text, record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select case kind when 'Case' then sees_case(record) when 'Clue' then sees_clue(record) else false end $$;
-- The owner tells its readers, and an agency that passed a record on those it passed it on to.
create function may_tell_recall(of_kind text, of_record uuid, owner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select (owner = current_agency() and owns_record(of_kind, of_record))
      or exists (select 1 from grants g where g.record_kind = of_kind and g.record_id = of_record
                 and g.owner_agency_id = owner and g.onward_agency_id = current_agency()) $$;
create function sees_recall_notice(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from recall_notices n where n.id = record
      and (n.owner_agency_id = current_agency()
           or (n.agency_id = current_agency() and (n.officer_id is null or n.officer_id = current_officer())))) $$;

grant select, insert on clue_assessments, corrections, recall_notices, recall_receipts, clue_exports to lianban_app;
grant select, insert, update on proposals to lianban_app;

alter table clue_assessments enable row level security;
create policy seen on clue_assessments for select to lianban_app
  using (agency_id = (select current_agency()) or sees_clue(clue_id));
create policy given on clue_assessments for insert to lianban_app
  with check (agency_id = (select current_agency()) and officer_id = (select current_officer()) and sees_clue(clue_id));

alter table corrections enable row level security;
create policy seen on corrections for select to lianban_app using (sees_record(record_kind, record_id));
create policy made on corrections for insert to lianban_app
  with check (agency_id = (select current_agency()) and owns_record(record_kind, record_id));

alter table proposals enable row level security;
create policy parties on proposals for select to lianban_app
  using (owner_agency_id = (select current_agency()) or agency_id = (select current_agency()));
create policy proposed on proposals for insert to lianban_app
  with check (agency_id = (select current_agency()) and sees_record(record_kind, record_id));
create policy decided on proposals for update to lianban_app
  using (owner_agency_id = (select current_agency()) or agency_id = (select current_agency()))
  with check (owner_agency_id = (select current_agency()) or agency_id = (select current_agency()));

alter table recall_notices enable row level security;
create policy parties on recall_notices for select to lianban_app
  using (owner_agency_id = (select current_agency())
         or (agency_id = (select current_agency()) and (officer_id is null or officer_id = (select current_officer()))));
create policy told on recall_notices for insert to lianban_app
  with check (told_by = (select current_officer()) and may_tell_recall(record_kind, record_id, owner_agency_id));

alter table recall_receipts enable row level security;
create policy parties on recall_receipts for select to lianban_app using (sees_recall_notice(notice_id));
create policy given on recall_receipts for insert to lianban_app
  with check (agency_id = (select current_agency()) and officer_id = (select current_officer()) and sees_recall_notice(notice_id)
    and exists (select 1 from recall_notices n where n.id = notice_id and n.agency_id = (select current_agency())));

alter table clue_exports enable row level security;
create policy parties on clue_exports for select to lianban_app
  using (agency_id = (select current_agency()) or owns_record('Clue', clue_id));
create policy taken on clue_exports for insert to lianban_app
  with check (agency_id = (select current_agency()) and officer_id = (select current_officer()) and sees_clue(clue_id));

-- Where a record went. The owner looks beyond its own walls here, so these answer ids, agencies and counts, and only to the owner.
create function derived_cases(clue uuid)
  returns table (case_id uuid, owner_agency_id uuid, lead_agency_id uuid, linked_at timestamptz, passes_on boolean, readers bigint)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select k.id, k.owner_agency_id, k.lead_agency_id, l.linked_at, l.passes_on,
      (select count(distinct g.grantee_agency_id) from grants g
       where g.record_kind = 'Case' and g.record_id = k.id and g.state = 'live' and g.expires_at > current_instant()
         and g.shows_clues and l.passes_on)
    from case_clues l join cases k on k.id = l.case_id
    where l.clue_id = clue and owns_record('Clue', clue)
    order by l.linked_at $$;

-- One spelling for comparing: officers type brackets and spaces as they come.
create function plain_number(words text) returns text language sql immutable parallel safe
  as $$ select translate(words, '［］[]（）()【】 　', '〔〕〔〕〔〕〔〕〔〕') $$;

create function derived_handoffs(of_kind text, of_record uuid)
  returns table (handoff_id uuid, case_id uuid, from_agency_id uuid, to_agency_id uuid, state text, sent_at timestamptz, as_record boolean, quoting bigint)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select h.id, h.case_id, h.from_agency_id, h.to_agency_id, h.state,
      (select min(r.given_at) from handoff_receipts r where r.handoff_id = h.id and r.rung = 'dispatched'),
      found.as_record, found.quoting
    from handoffs h
    join lateral (
      select coalesce(bool_or(i.record_id = of_record and i.kind in ('clue', 'case_record')), false) as as_record,
        count(*) filter (where i.kind = 'dossier_section' and strpos(plain_number(i.content), wanted.number) > 0) as quoting
      from handoff_items i,
        (select plain_number(coalesce((select c.number from clues c where c.id = of_record and of_kind = 'Clue'),
                                      (select c.number from cases c where c.id = of_record and of_kind = 'Case'))) as number) as wanted
      where i.handoff_id = h.id) as found on found.as_record or found.quoting > 0
    where owns_record(of_kind, of_record) and h.state not in ('prepared', 'cancelled')
      and (h.case_id = of_record or h.case_id in (select l.case_id from case_clues l where l.clue_id = of_record)
           or h.from_agency_id in (select g.grantee_agency_id from grants g where g.record_id = of_record)
           or h.from_agency_id in (select g.grantee_agency_id from case_clues l join grants g on g.record_id = l.case_id where l.clue_id = of_record))
    order by h.prepared_at $$;

-- Sections where it may be quoted: of the cases it is part of, and of every agency that it was ever open to, written in since.
create function sections_that_may_quote(of_kind text, of_record uuid)
  returns table (section_id uuid, case_id uuid, case_owner_agency_id uuid, section_owner_agency_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ with told as (
      select g.grantee_agency_id as agency_id from grants g where g.record_kind = of_kind and g.record_id = of_record
      union select g.grantee_agency_id from case_clues l join grants g on g.record_kind = 'Case' and g.record_id = l.case_id
            where of_kind = 'Clue' and l.clue_id = of_record and l.passes_on
      union select current_agency()),
    since as (
      select coalesce((select c.recorded_at from clues c where c.id = of_record and of_kind = 'Clue'),
                      (select c.opened_at from cases c where c.id = of_record and of_kind = 'Case')) as at)
    select s.id, k.id, k.owner_agency_id, s.owner_agency_id
    from dossier_sections s join cases k on k.id = s.case_id, since
    where owns_record(of_kind, of_record)
      and (k.id in (select l.case_id from case_clues l where l.clue_id = of_record)
           or k.owner_agency_id in (select agency_id from told) or k.lead_agency_id in (select agency_id from told)
           or s.owner_agency_id in (select agency_id from told))
      and not (of_kind = 'Case' and k.id = of_record)
      and exists (select 1 from room_updates u where u.room_id = s.id and u.saved_at >= since.at)
    order by k.opened_at desc, s.position $$;

-- While the program looks for quotations on an owner's behalf it may read what stands in such sections, and tells only where.
create function may_quote_own(section uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from dossier_sections s join cases k on k.id = s.case_id
    where s.id = section
      and (k.owner_agency_id = current_agency() or k.lead_agency_id = current_agency() or s.owner_agency_id = current_agency()
           or exists (select 1 from case_clues l join clues c on c.id = l.clue_id
                      where l.case_id = k.id and c.owner_agency_id = current_agency())
           or exists (select 1 from grants g where g.owner_agency_id = current_agency()
                      and g.grantee_agency_id in (k.owner_agency_id, k.lead_agency_id, s.owner_agency_id))
           or exists (select 1 from clues c join case_clues l on l.clue_id = c.id
                      join grants g on g.record_kind = 'Case' and g.record_id = l.case_id
                      where c.owner_agency_id = current_agency()
                        and g.grantee_agency_id in (k.owner_agency_id, k.lead_agency_id, s.owner_agency_id)))) $$;
create index grants_between on grants (owner_agency_id, grantee_agency_id);

create policy derivation on room_updates for select to lianban_app
  using ((select current_duty()) = 'derivation' and may_quote_own(room_id));
create policy derivation on room_snapshots for select to lianban_app
  using ((select current_duty()) = 'derivation' and may_quote_own(room_id));
