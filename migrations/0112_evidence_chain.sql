-- The chain of evidence of a case: which charges, which items prove or contradict which fact, and how a contradiction is resolved.

create table case_charges (
  case_id uuid not null references cases,
  nth integer not null check (nth > 0),
  charges jsonb not null,
  agency_id uuid not null references agencies,
  chosen_by uuid not null references officers,
  chosen_at timestamptz not null,
  primary key (case_id, nth)
);

create table fact_bindings (
  id uuid primary key,
  case_id uuid not null references cases,
  item_id uuid not null,
  fact text not null,
  relation text not null check (relation in ('direct', 'corroborates', 'contradicts')),
  -- Where the item comes from: what shares a source with another is not independent of it.
  source text not null,
  note text not null,
  agency_id uuid not null references agencies,
  bound_by uuid not null references officers,
  bound_at timestamptz not null,
  foreign key (case_id, item_id) references evidence_items (case_id, id)
);
create index fact_bindings_case on fact_bindings (case_id);

create table fact_unbindings (
  binding_id uuid primary key references fact_bindings,
  case_id uuid not null references cases,
  reason text not null,
  agency_id uuid not null references agencies,
  unbound_by uuid not null references officers,
  unbound_at timestamptz not null
);

create table contradiction_explanations (
  binding_id uuid primary key references fact_bindings,
  case_id uuid not null references cases,
  words text not null,
  agency_id uuid not null references agencies,
  explained_by uuid not null references officers,
  explained_at timestamptz not null
);

grant select, insert on case_charges, fact_bindings, fact_unbindings, contradiction_explanations to lianban_app;

alter table case_charges enable row level security;
create policy seen on case_charges for select to lianban_app using (sees_case(case_id));
create policy entered on case_charges for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and chosen_by = current_officer());

alter table fact_bindings enable row level security;
create policy seen on fact_bindings for select to lianban_app using (sees_case(case_id));
create policy entered on fact_bindings for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and bound_by = current_officer());

alter table fact_unbindings enable row level security;
create policy seen on fact_unbindings for select to lianban_app using (sees_case(case_id));
create policy entered on fact_unbindings for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and unbound_by = current_officer());

alter table contradiction_explanations enable row level security;
create policy seen on contradiction_explanations for select to lianban_app using (sees_case(case_id));
create policy entered on contradiction_explanations for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and explained_by = current_officer());
