-- Break glass: an officer opens another agency's record for a short while; the owner is told at once, and both sides review it.

create table emergencies (
  id uuid primary key references grants,
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  owner_agency_id uuid not null references agencies,
  record_kind text not null check (record_kind in ('Case', 'Clue')),
  record_id uuid not null,
  reason text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > opened_at)
);
create index emergencies_officer on emergencies (officer_id, opened_at desc);
create index emergencies_agency on emergencies (agency_id, opened_at desc, id desc);
create index emergencies_owner on emergencies (owner_agency_id, opened_at desc, id desc);

-- Two reviews are owed from the first moment, and each is written once.
create table emergency_reviews (
  emergency_id uuid not null references emergencies,
  side text not null check (side in ('owner', 'own')),
  agency_id uuid not null references agencies,
  due_at timestamptz not null,
  outcome text check (outcome in ('justified', 'not_justified')),
  note text,
  reviewed_by uuid references officers,
  reviewed_at timestamptz,
  is_done boolean not null generated always as (outcome is not null) stored,
  primary key (emergency_id, side),
  check ((outcome is null) = (reviewed_at is null) and (outcome is null) = (reviewed_by is null) and (outcome is null) = (note is null))
);
create index emergency_reviews_agency on emergency_reviews (agency_id, due_at) where not is_done;
-- Attempts are counted in the log, the refused ones too.
create index audit_entries_emergency on audit_entries (officer_id, at) where act = 'emergency.open';

-- Whether the two agencies have an agreement in force today that goes as far as this label.
create function agreed_today(owner uuid, asker uuid, label text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from agreements a
      join agreement_parties o on o.agreement_id = a.id and o.agency_id = owner and o.is_signed
      join agreement_parties p on p.agreement_id = a.id and p.agency_id = asker and p.is_signed
    where a.state = 'in_force' and a.valid_from <= current_instant() and a.valid_until > current_instant()
      and array_position(array['public', 'internal', 'sensitive', 'core_sensitive'], label)
        <= array_position(array['public', 'internal', 'sensitive', 'core_sensitive'], a.max_label)) $$;

-- What the rules ask about a record that an officer names by owner and number, and no more of it. Where no agreement
-- reaches, and for what is core sensitive, there is no such record.
create function record_named(wanted_kind text, owner uuid, wanted text)
  returns table (id uuid, record_at timestamptz, owner_agency_id uuid, lead_agency_id uuid, label text, handling_code text, state text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select c.id, c.opened_at, c.owner_agency_id, c.lead_agency_id, c.label, c.handling_code, c.stage from cases c
      where wanted_kind = 'Case' and c.owner_agency_id = owner and c.number = wanted
        and c.label <> 'core_sensitive' and agreed_today(owner, current_agency(), c.label)
    union all
    select c.id, c.recorded_at, c.owner_agency_id, c.owner_agency_id, c.label, c.handling_code, c.state from clues c
      where wanted_kind = 'Clue' and c.owner_agency_id = owner and c.number = wanted
        and c.label <> 'core_sensitive' and agreed_today(owner, current_agency(), c.label) $$;

create function is_emergency_open(given grants) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from (
      select c.id, c.owner_agency_id, c.label, 'Case' as kind from cases c where c.id = given.record_id
      union all select c.id, c.owner_agency_id, c.label, 'Clue' from clues c where c.id = given.record_id) r
    where r.kind = given.record_kind and r.owner_agency_id = given.owner_agency_id
      and r.label <> 'core_sensitive' and agreed_today(r.owner_agency_id, given.grantee_agency_id, r.label)) $$;

-- The one grant that its owner does not give: to oneself alone, to look, for an hour at the most.
create policy emergency on grants for insert to lianban_app
  with check (origin = 'emergency' and state = 'live' and level = 'view' and not allows_onward and parent_grant_id is null and task_force_id is null
    and given_by = current_officer() and grantee_officer_id = current_officer() and grantee_agency_id = current_agency()
    and given_at <= current_instant() and expires_at <= current_instant() + interval '60 minutes' and is_emergency_open(grants));
-- What ran out makes room for the next.
create policy emergency_over on grants for update to lianban_app
  using (origin = 'emergency' and grantee_officer_id = (select current_officer()) and grantee_agency_id = (select current_agency()))
  with check (origin = 'emergency' and state = 'recalled');

grant select, insert on emergencies to lianban_app;
grant select, insert, update on emergency_reviews to lianban_app;

alter table emergencies enable row level security;
create policy opened on emergencies for insert to lianban_app
  with check (officer_id = current_officer() and agency_id = current_agency() and exists (
    select from grants g where g.id = emergencies.id and g.origin = 'emergency' and g.grantee_officer_id = current_officer()
      and g.record_kind = emergencies.record_kind and g.record_id = emergencies.record_id
      and g.owner_agency_id = emergencies.owner_agency_id and g.expires_at = emergencies.ends_at));
create policy both_sides on emergencies for select to lianban_app
  using (agency_id = (select current_agency()) or owner_agency_id = (select current_agency()));

alter table emergency_reviews enable row level security;
create policy owed on emergency_reviews for insert to lianban_app
  with check (outcome is null and exists (
    select from emergencies e where e.id = emergency_id and e.officer_id = current_officer()
      and emergency_reviews.agency_id = case side when 'owner' then e.owner_agency_id else e.agency_id end));
create policy both_sides on emergency_reviews for select to lianban_app
  using (exists (select from emergencies e where e.id = emergency_id
    and (e.agency_id = (select current_agency()) or e.owner_agency_id = (select current_agency()))));
-- Nobody reviews what they opened themselves.
create policy written on emergency_reviews for update to lianban_app
  using (agency_id = (select current_agency()) and outcome is null)
  with check (agency_id = current_agency() and outcome is not null and reviewed_by = current_officer()
    and not exists (select from emergencies e where e.id = emergency_id and e.officer_id = current_officer()));
