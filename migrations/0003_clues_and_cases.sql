-- What agencies share: agreements, clues, cases, and the grants that open them; the wall behind the permission filter.

create table agreements (
  id uuid primary key,
  number text not null,
  title text not null,
  legal_basis text not null,
  purposes text[] not null check (cardinality(purposes) > 0),
  max_label text not null check (max_label in ('public', 'internal', 'sensitive', 'core_sensitive')),
  max_level text not null check (max_level in ('view', 'comment', 'contribute', 'co_handle')),
  allows_onward boolean not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null check (valid_until > valid_from),
  state text not null check (state in ('proposed', 'in_force', 'ended')),
  proposed_by_agency_id uuid not null references agencies,
  version integer not null default 1,
  proposed_at timestamptz not null,
  unique (proposed_by_agency_id, number)
);

create table agreement_parties (
  agreement_id uuid not null references agreements,
  agency_id uuid not null references agencies,
  signed_by uuid references officers,
  signed_at timestamptz,
  is_signed boolean not null generated always as (signed_at is not null) stored,
  primary key (agreement_id, agency_id)
);
create index agreement_parties_agency on agreement_parties (agency_id);

create table clues (
  id uuid primary key,
  number text not null,
  title text not null,
  content text not null,
  kind text not null check (kind in ('report', 'complaint', 'consultation', 'suggestion')),
  source text not null check (source in ('public_report', 'hotline_12313', 'platform_company', 'patrol', 'other_agency')),
  reported_on text not null check (reported_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  label text not null check (label in ('public', 'internal', 'sensitive', 'core_sensitive')),
  handling_code text not null check (handling_code in ('unrestricted', 'not_in_proceedings', 'no_onward', 'no_open_action')),
  region char(6) not null check (region ~ '^[0-9]{6}$'),
  place text not null,
  goods jsonb not null,
  methods text[] not null,
  identifiers jsonb not null,
  state text not null check (state in ('recorded', 'in_case')),
  owner_agency_id uuid not null references agencies,
  recorded_by uuid not null references officers,
  recorded_at timestamptz not null,
  version integer not null default 1,
  unique (owner_agency_id, number)
);
-- The last serial of an agency's clues in a year, so that numbers have no gap.
create table clue_serials (
  agency_id uuid not null references agencies,
  year integer not null,
  last integer not null,
  primary key (agency_id, year)
);
grant select, insert, update on clue_serials to lianban_app;
alter table clue_serials enable row level security;
create policy own on clue_serials to lianban_app
  using (agency_id = (select current_agency())) with check (agency_id = (select current_agency()));
create index clues_owner on clues (owner_agency_id, recorded_at desc, id desc);

create table cases (
  id uuid primary key,
  number text not null,
  name text not null,
  charge text not null,
  summary text not null,
  stage text not null check (stage in ('investigating', 'transferred', 'closed')),
  label text not null check (label in ('public', 'internal', 'sensitive', 'core_sensitive')),
  handling_code text not null check (handling_code in ('unrestricted', 'not_in_proceedings', 'no_onward', 'no_open_action')),
  region char(6) not null check (region ~ '^[0-9]{6}$'),
  opened_on text not null check (opened_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  owner_agency_id uuid not null references agencies,
  lead_agency_id uuid not null references agencies,
  opened_by uuid not null references officers,
  opened_at timestamptz not null,
  version integer not null default 1,
  -- Unique within the agency only: a refusal must not tell one agency which numbers another uses.
  unique (owner_agency_id, number)
);
create index cases_owner on cases (owner_agency_id, opened_at desc, id desc);

create table case_clues (
  case_id uuid not null references cases,
  clue_id uuid not null references clues,
  linked_by uuid not null references officers,
  linked_at timestamptz not null,
  -- Whether the clue may go on to those the case is opened to: its owner's own case, or given to be passed on.
  passes_on boolean not null,
  primary key (case_id, clue_id)
);
create index case_clues_clue on case_clues (clue_id);

-- A figure keeps its source and its wording: two sources, or two measures, never overwrite each other.
create table case_figures (
  id uuid primary key,
  case_id uuid not null references cases,
  measure text not null check (measure in (
    'quantity', 'weight', 'marked_value', 'goods_value', 'case_value', 'amount_involved', 'fund_flow', 'persons', 'officers_deployed')),
  what text not null,
  amount numeric not null check (amount >= 0),
  unit text not null,
  is_approximate boolean not null,
  as_written text not null,
  source text not null,
  recorded_by uuid not null references officers,
  recorded_agency_id uuid not null references agencies,
  recorded_at timestamptz not null
);
create index case_figures_case on case_figures (case_id);

create table case_events (
  id uuid primary key,
  case_id uuid not null references cases,
  kind text not null check (kind in ('opened', 'strike_wave', 'judgment', 'test', 'meeting', 'other')),
  happened_on text not null check (happened_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  what text not null,
  source text not null,
  recorded_by uuid not null references officers,
  recorded_at timestamptz not null
);
create index case_events_case on case_events (case_id);

-- Recalled, never deleted. record_at copies the record's date, so that a list can be driven from grants alone.
create table grants (
  id uuid primary key,
  record_kind text not null check (record_kind in ('Clue', 'Case')),
  record_id uuid not null,
  record_at timestamptz not null,
  owner_agency_id uuid not null references agencies,
  grantee_agency_id uuid not null references agencies check (grantee_agency_id <> owner_agency_id),
  level text not null check (level in ('view', 'comment', 'contribute', 'co_handle')),
  withheld_fields text[] not null,
  -- A grant that withholds where the case came from opens no clue of it either.
  shows_clues boolean not null generated always as (not ('clues' = any (withheld_fields))) stored,
  purpose text not null,
  legal_basis text not null,
  agreement_id uuid not null references agreements,
  allows_onward boolean not null,
  expires_at timestamptz not null,
  state text not null check (state in ('live', 'recalled')),
  given_by uuid not null references officers,
  given_at timestamptz not null,
  recalled_by uuid references officers,
  recalled_at timestamptz,
  recall_reason text,
  version integer not null default 1
);
create unique index grants_one_live on grants (record_id, grantee_agency_id) where state = 'live';
create index grants_grantee on grants (grantee_agency_id, record_kind, record_at desc, record_id desc) include (expires_at, level) where state = 'live';
create index grants_record on grants (record_id);

-- The wall: coarse (owner, or live grant), probing one row by index. The permission rules are fine and stand in front of it.
create function is_granted(kind text, record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from grants g
    where g.record_id = record and g.record_kind = kind and g.grantee_agency_id = current_agency()
      and g.state = 'live' and g.expires_at > current_instant()) $$;
create function sees_case(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from cases c where c.id = record and c.owner_agency_id = current_agency())
            or is_granted('Case', record) $$;
create function sees_clue(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from clues c where c.id = record and c.owner_agency_id = current_agency())
            or is_granted('Clue', record)
            or exists (select 1 from case_clues k where k.clue_id = record and sees_case(k.case_id)) $$;
create function sees_agreement(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from agreement_parties p where p.agreement_id = record and p.agency_id = current_agency()) $$;
-- The owner of a clue learns who reads it through a case it was taken up in, though the case itself is not its to see.
create function carries_own_clue(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from case_clues k join clues c on c.id = k.clue_id
    where k.case_id = record and k.passes_on and c.owner_agency_id = current_agency()) $$;
create function owns_record(kind text, record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select case kind
    when 'Case' then exists (select 1 from cases c where c.id = record and c.owner_agency_id = current_agency())
    when 'Clue' then exists (select 1 from clues c where c.id = record and c.owner_agency_id = current_agency())
    else false end $$;

grant select, insert, update on agreements, agreement_parties, clues, cases, grants to lianban_app;
grant select, insert on case_clues, case_figures, case_events to lianban_app;

alter table agreements enable row level security;
create policy parties on agreements to lianban_app
  using (proposed_by_agency_id = (select current_agency()) or sees_agreement(id))
  with check (proposed_by_agency_id = (select current_agency()) or sees_agreement(id));

alter table agreement_parties enable row level security;
create policy parties on agreement_parties for select to lianban_app using (sees_agreement(agreement_id));
create policy naming on agreement_parties for insert to lianban_app
  with check (exists (select 1 from agreements a where a.id = agreement_id and a.proposed_by_agency_id = (select current_agency())));
create policy signing on agreement_parties for update to lianban_app
  using (agency_id = (select current_agency())) with check (agency_id = (select current_agency()));

alter table clues enable row level security;
create policy own on clues to lianban_app
  using (owner_agency_id = (select current_agency())) with check (owner_agency_id = (select current_agency()));
create policy seen on clues for select to lianban_app using (sees_clue(id));
-- An agency that opens a case from a clue it was given marks the clue as in a case.
create policy taken_up on clues for update to lianban_app using (is_granted('Clue', id)) with check (is_granted('Clue', id));

alter table cases enable row level security;
create policy own on cases to lianban_app
  using (owner_agency_id = (select current_agency())) with check (owner_agency_id = (select current_agency()));
create policy seen on cases for select to lianban_app using (sees_case(id));

alter table case_clues enable row level security;
create policy seen on case_clues to lianban_app using (sees_case(case_id)) with check (sees_case(case_id));
create policy of_own_clue on case_clues for select to lianban_app using (owns_record('Clue', clue_id));
alter table case_figures enable row level security;
create policy seen on case_figures to lianban_app using (sees_case(case_id)) with check (sees_case(case_id));
alter table case_events enable row level security;
create policy seen on case_events to lianban_app using (sees_case(case_id)) with check (sees_case(case_id));

alter table grants enable row level security;
create policy seen on grants for select to lianban_app
  using (owner_agency_id = (select current_agency()) or grantee_agency_id = (select current_agency())
         or (record_kind = 'Case' and sees_case(record_id)) or (record_kind = 'Clue' and sees_clue(record_id))
         or (record_kind = 'Case' and carries_own_clue(record_id)));
create policy given on grants for insert to lianban_app
  with check (owner_agency_id = (select current_agency()) and owns_record(record_kind, record_id));
create policy recalled on grants for update to lianban_app
  using (owner_agency_id = (select current_agency())) with check (owner_agency_id = (select current_agency()));

-- Posts are not personal: any officer may learn which post of which agency acted, and which roles an agency has.
create function officer_posts(ids uuid[]) returns table (id uuid, agency_id uuid, post_zh text, post_en text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select o.id, o.agency_id, o.post_zh, o.post_en from officers o where o.id = any (ids) $$;
create function roles_of(agencies uuid[]) returns table (agency_id uuid, roles text[])
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select o.agency_id, o.roles from officers o where o.agency_id = any (agencies) and o.state = 'active' $$;
