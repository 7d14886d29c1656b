-- The chain of custody of an item: what happened to it, from and to whom. Nothing in it is ever changed or taken out.

create table custody_events (
  id uuid primary key,
  item_id uuid not null,
  case_id uuid not null references cases,
  nth integer not null check (nth > 0),
  kind text not null check (kind in ('collect', 'register_in_advance', 'seal', 'transfer', 'receive', 'examine', 'copy',
    'return', 'auction', 'destroy')),
  at timestamptz not null,
  -- Holders: an agency of the hub with the place or person that keeps it there, or somebody outside by name.
  from_agency_id uuid references agencies,
  from_name text not null,
  to_agency_id uuid references agencies,
  to_name text not null,
  -- What changes hands: the thing, whose it is, or both.
  moves text not null check (moves in ('goods', 'title', 'both')),
  place text not null,
  purpose text not null,
  condition text not null,
  seal_before text not null,
  seal_after text not null,
  document text not null,
  dimension text,
  amount bigint check (amount >= 0),
  -- Why the count differs from the one before.
  difference text not null,
  -- The transfer that receiving or returning answers.
  answers uuid references custody_events,
  recorded_by uuid not null references officers,
  recorded_agency_id uuid not null references agencies,
  recorded_at timestamptz not null,
  unique (item_id, nth),
  unique (answers),
  foreign key (case_id, item_id) references evidence_items (case_id, id),
  check ((dimension is null) = (amount is null)),
  check (at <= recorded_at),
  check (kind <> 'receive' or answers is not null)
);

grant select, insert on custody_events to lianban_app;

alter table custody_events enable row level security;
create policy seen on custody_events for select to lianban_app using (sees_case(case_id));
create policy entered on custody_events for insert to lianban_app
  with check (sees_case(case_id) and recorded_agency_id = current_agency() and recorded_by = current_officer());

create function keep_custody() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare before custody_events;
  begin
    if tg_op <> 'INSERT' then
      raise exception 'custody events are never changed: % refused', tg_op using errcode = 'insufficient_privilege';
    end if;
    select * into before from custody_events e where e.item_id = new.item_id order by e.nth desc limit 1;
    if new.nth <> coalesce(before.nth, 0) + 1 or new.at < before.at then
      raise exception 'a custody event follows its predecessor' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
create trigger follows before insert on custody_events for each row execute function keep_custody();
create trigger stays before update or delete on custody_events for each row execute function keep_custody();
create trigger stays_whole before truncate on custody_events for each statement execute function keep_custody();
