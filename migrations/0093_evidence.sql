-- The evidence register of a case: what was collected, by whom, by which paper, and what became of its defects.

create table evidence_items (
  id uuid primary key,
  case_id uuid not null references cases,
  number integer not null check (number > 0),
  kind text not null,
  proceeding text not null check (proceeding in ('administrative', 'criminal')),
  name text not null,
  description text not null,
  origin text not null check (origin in ('original', 'copy', 'derived')),
  -- What it is a copy of, or was made from: an item of the same case.
  parent_id uuid,
  instrument text,
  instrument_number text not null,
  collected_from timestamptz not null,
  collected_until timestamptz not null,
  place text not null,
  source text not null,
  collectors jsonb not null,
  -- How much there is, in the smallest unit of its dimension, where it can be counted.
  dimension text,
  amount bigint check (amount >= 0),
  facts jsonb not null,
  agency_id uuid not null references agencies,
  recorded_by uuid not null references officers,
  recorded_at timestamptz not null,
  version integer not null default 1,
  -- Who keeps it and where, to whom it is on its way, and whose it is.
  holder_agency_id uuid not null references agencies,
  holder_name text not null,
  pending_agency_id uuid references agencies,
  title_agency_id uuid not null references agencies,
  unique (case_id, number),
  unique (case_id, id),
  foreign key (case_id, parent_id) references evidence_items (case_id, id),
  check (collected_until >= collected_from),
  check ((dimension is null) = (amount is null)),
  check ((origin = 'original') = (parent_id is null)),
  check (parent_id <> id)
);
create index evidence_items_parent on evidence_items (parent_id);

-- What an item said before it was put right.
create table evidence_amendments (
  id uuid primary key,
  item_id uuid not null references evidence_items,
  case_id uuid not null references cases,
  version integer not null,
  former jsonb not null,
  reason text not null,
  amended_by uuid not null references officers,
  agency_id uuid not null references agencies,
  amended_at timestamptz not null,
  unique (item_id, version)
);

-- A curable defect that was corrected or reasonably explained.
create table evidence_cures (
  id uuid primary key,
  item_id uuid not null references evidence_items,
  case_id uuid not null references cases,
  line text not null,
  how text not null check (how in ('corrected', 'explained')),
  words text not null,
  cured_by uuid not null references officers,
  agency_id uuid not null references agencies,
  cured_at timestamptz not null,
  unique (item_id, line)
);

-- How the agency that took a case over uses what another one collected.
create table evidence_conversions (
  item_id uuid primary key references evidence_items,
  case_id uuid not null references cases,
  decision text not null check (decision in ('used', 'reviewed', 'retaken', 'not_used')),
  -- The item that was taken anew in its place.
  retaken_id uuid,
  words text not null,
  decided_by uuid not null references officers,
  agency_id uuid not null references agencies,
  decided_at timestamptz not null,
  foreign key (case_id, retaken_id) references evidence_items (case_id, id),
  check ((decision = 'retaken') = (retaken_id is not null)),
  check (retaken_id <> item_id)
);

grant select, insert on evidence_items, evidence_amendments, evidence_cures, evidence_conversions to lianban_app;
grant update (kind, name, description, origin, parent_id, instrument_number, collected_from, collected_until, place, source,
  collectors, facts, version, holder_agency_id, holder_name, pending_agency_id, title_agency_id, dimension, amount)
  on evidence_items to lianban_app;

alter table evidence_items enable row level security;
create policy seen on evidence_items for select to lianban_app using (sees_case(case_id));
create policy entered on evidence_items for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and recorded_by = current_officer());
create policy worked on evidence_items for update to lianban_app using (sees_case(case_id)
  and current_agency() in (agency_id, holder_agency_id, pending_agency_id)) with check (sees_case(case_id));

alter table evidence_amendments enable row level security;
create policy seen on evidence_amendments for select to lianban_app using (sees_case(case_id));
create policy entered on evidence_amendments for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and amended_by = current_officer());

alter table evidence_cures enable row level security;
create policy seen on evidence_cures for select to lianban_app using (sees_case(case_id));
create policy entered on evidence_cures for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and cured_by = current_officer());

alter table evidence_conversions enable row level security;
create policy seen on evidence_conversions for select to lianban_app using (sees_case(case_id));
create policy entered on evidence_conversions for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and decided_by = current_officer());
