-- The goods ledger: what goods an item of evidence holds, line by line. A line is struck out, never changed.

create table goods_lines (
  id uuid primary key,
  item_id uuid not null,
  case_id uuid not null references cases,
  nth integer not null check (nth > 0),
  brand text not null,
  specification text not null,
  goods text not null,
  category text not null check (category in ('genuine', 'counterfeit', 'smuggled', 'unlicensed', 'unknown')),
  dimension text not null,
  amount bigint not null check (amount > 0),
  sticks_per_pack integer check (sticks_per_pack between 1 and 100),
  codes jsonb not null,
  -- In fen for one of its unit, with where the price is from.
  price bigint check (price >= 0),
  price_per text not null,
  price_source text not null,
  note text not null,
  agency_id uuid not null references agencies,
  recorded_by uuid not null references officers,
  recorded_at timestamptz not null,
  unique (item_id, nth),
  foreign key (case_id, item_id) references evidence_items (case_id, id),
  check (price is null or price_source <> '')
);
create index goods_lines_case on goods_lines (case_id);

create table goods_strikes (
  line_id uuid primary key references goods_lines,
  case_id uuid not null references cases,
  reason text not null,
  agency_id uuid not null references agencies,
  struck_by uuid not null references officers,
  struck_at timestamptz not null
);

grant select, insert on goods_lines, goods_strikes to lianban_app;

alter table goods_lines enable row level security;
create policy seen on goods_lines for select to lianban_app using (sees_case(case_id));
create policy entered on goods_lines for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and recorded_by = current_officer());

alter table goods_strikes enable row level security;
create policy seen on goods_strikes for select to lianban_app using (sees_case(case_id));
create policy entered on goods_strikes for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and struck_by = current_officer());
