-- Words and goods of a clue that a dossier quotes, and the originator's consent to use them further.
create table clue_quotations (
  id uuid primary key,
  clue_id uuid not null references clues,
  section_id uuid not null references dossier_sections,
  part text not null check (part in ('title', 'content', 'goods')),
  words text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  clue_version integer not null,
  quoted_by uuid not null references officers,
  quoted_agency_id uuid not null references agencies,
  quoted_at timestamptz not null
);
create index clue_quotations_clue on clue_quotations (clue_id);
create index clue_quotations_section on clue_quotations (section_id);

create table quotation_consents (
  id uuid primary key,
  quotation_id uuid not null references clue_quotations,
  clue_id uuid not null references clues,
  owner_agency_id uuid not null references agencies,
  purpose text not null check (purpose in ('passing_on', 'proceedings')),
  reason text not null,
  asked_by uuid not null references officers,
  agency_id uuid not null references agencies,
  asked_at timestamptz not null
);
create index quotation_consents_quotation on quotation_consents (quotation_id);
create index quotation_consents_owner on quotation_consents (owner_agency_id);

create table quotation_consent_decisions (
  consent_id uuid primary key references quotation_consents,
  outcome text not null check (outcome in ('given', 'refused')),
  note text not null,
  decided_by uuid not null references officers,
  decided_at timestamptz not null
);

-- Whoever asks need not know which clue it is; the question goes to the agency that owns it.
create function address_consent() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    select c.id, c.owner_agency_id into strict new.clue_id, new.owner_agency_id
      from clue_quotations q join clues c on c.id = q.clue_id where q.id = new.quotation_id;
    return new;
  end $$;
create trigger addressed before insert on quotation_consents for each row execute function address_consent();

grant select, insert on clue_quotations, quotation_consents, quotation_consent_decisions to lianban_app;
alter table clue_quotations enable row level security;
alter table quotation_consents enable row level security;
alter table quotation_consent_decisions enable row level security;

-- The words are for whoever may know of the clue, wherever they are quoted.
create policy seen on clue_quotations for select to lianban_app using (sees_clue(clue_id));
create policy quoted on clue_quotations for insert to lianban_app
  with check (quoted_by = current_officer() and quoted_agency_id = current_agency() and sees_clue(clue_id) and sees_section(section_id));

create policy parties on quotation_consents for select to lianban_app
  using (agency_id = (select current_agency()) or (owner_agency_id = (select current_agency()) and sees_clue(clue_id)));
create policy asked on quotation_consents for insert to lianban_app
  with check (asked_by = current_officer() and agency_id = current_agency());

create policy parties on quotation_consent_decisions for select to lianban_app
  using (exists (select from quotation_consents c where c.id = consent_id));
create policy decided on quotation_consent_decisions for insert to lianban_app
  with check (decided_by = current_officer()
    and exists (select from quotation_consents c where c.id = consent_id and c.owner_agency_id = current_agency() and sees_clue(c.clue_id)));

-- Where the quotations of a section come from and how far they may go: no word of them, for whoever may read the
-- section or the clue. Of several answers to one question a consent counts.
create function quoted_origins(ids uuid[], for_purpose text)
  returns table (quotation_id uuid, section_id uuid, clue_id uuid, owner_agency_id uuid, handling_code text,
    consent_id uuid, asked_at timestamptz, outcome text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select q.id, q.section_id, case when sees_clue(q.clue_id) then q.clue_id end, c.owner_agency_id, c.handling_code, asked.id, asked.asked_at, asked.outcome
    from clue_quotations q join clues c on c.id = q.clue_id
    left join lateral (
      select a.id, a.asked_at, d.outcome
      from quotation_consents a left join quotation_consent_decisions d on d.consent_id = a.id
      where a.quotation_id = q.id and a.purpose = for_purpose
      order by (d.outcome = 'given') desc nulls last, a.asked_at desc limit 1) asked on true
    where q.id = any (ids) and (sees_section(q.section_id) or sees_clue(q.clue_id)) $$;

-- A section may quote a record by a block, too, whatever else ties its case to the record's owner.
create or replace function sections_that_may_quote(of_kind text, of_record uuid)
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
           or s.owner_agency_id in (select agency_id from told)
           or s.id in (select q.section_id from clue_quotations q where q.clue_id = of_record))
      and not (of_kind = 'Case' and k.id = of_record)
      and exists (select 1 from room_updates u where u.room_id = s.id and u.saved_at >= since.at)
    order by k.opened_at desc, s.position $$;

create or replace function may_quote_own(section uuid) returns boolean
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
                        and g.grantee_agency_id in (k.owner_agency_id, k.lead_agency_id, s.owner_agency_id))
           or exists (select 1 from clue_quotations q join clues c on c.id = q.clue_id
                      where q.section_id = s.id and c.owner_agency_id = current_agency()))) $$;
