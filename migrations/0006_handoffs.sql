-- Handing a case over: a frozen package, and a receipt for every rung, each over the same digest.

create table handoffs (
  id uuid primary key,
  number text not null,
  kind text not null check (kind in ('case_transfer')),
  case_id uuid not null references cases,
  from_agency_id uuid not null references agencies,
  to_agency_id uuid not null references agencies check (to_agency_id <> from_agency_id),
  legal_basis text not null,
  purpose text not null,
  state text not null check (state in ('prepared', 'dispatched', 'signed_for', 'accepted', 'returned', 'cancelled')),
  package_digest text not null check (package_digest ~ '^[0-9a-f]{64}$'),
  prepared_by uuid not null references officers,
  prepared_at timestamptz not null,
  version integer not null default 1,
  unique (from_agency_id, number)
);
create index handoffs_case on handoffs (case_id);
create index handoffs_to on handoffs (to_agency_id, prepared_at desc, id desc);
create index handoffs_from on handoffs (from_agency_id, prepared_at desc, id desc);

-- What was handed over, as it stood: later edits of the originals do not touch it.
create table handoff_items (
  handoff_id uuid not null references handoffs,
  position integer not null,
  kind text not null check (kind in ('transfer_letter', 'case_record', 'clue', 'figures', 'dossier_section')),
  record_id uuid not null,
  title text not null,
  content text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (handoff_id, position)
);

create table handoff_receipts (
  id uuid primary key,
  handoff_id uuid not null references handoffs,
  rung text not null check (rung in ('dispatched', 'signed_for', 'accepted', 'returned', 'cancelled')),
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  package_digest text not null,
  note text not null,
  given_at timestamptz not null,
  unique (handoff_id, rung)
);

create function sees_handoff(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from handoffs h where h.id = record
      and (h.from_agency_id = current_agency()
           or (h.state not in ('prepared', 'cancelled') and (h.to_agency_id = current_agency() or sees_case(h.case_id))))) $$;

grant select, insert, update on handoffs to lianban_app;
grant select, insert on handoff_items, handoff_receipts to lianban_app;

alter table handoffs enable row level security;
create policy seen on handoffs for select to lianban_app using (sees_handoff(id));
create policy prepared on handoffs for insert to lianban_app with check (from_agency_id = (select current_agency()));
create policy moved on handoffs for update to lianban_app
  using (from_agency_id = (select current_agency()) or to_agency_id = (select current_agency()))
  with check (from_agency_id = (select current_agency()) or to_agency_id = (select current_agency()));
alter table handoff_items enable row level security;
create policy seen on handoff_items for select to lianban_app using (sees_handoff(handoff_id));
create policy prepared on handoff_items for insert to lianban_app
  with check (exists (select 1 from handoffs h where h.id = handoff_id and h.from_agency_id = (select current_agency())));
alter table handoff_receipts enable row level security;
create policy seen on handoff_receipts for select to lianban_app using (sees_handoff(handoff_id));
create policy given on handoff_receipts for insert to lianban_app
  with check (agency_id = (select current_agency()) and sees_handoff(handoff_id));

-- Once a transfer is accepted the receiver leads the case: it sees the case and moves its stage.
create function received_case(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from handoffs h where h.case_id = record and h.to_agency_id = current_agency() and h.state = 'accepted') $$;
create or replace function sees_case(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from cases c where c.id = record and c.owner_agency_id = current_agency())
            or is_granted('Case', record) or received_case(record) $$;
create policy received on cases for update to lianban_app using (received_case(id)) with check (received_case(id));
