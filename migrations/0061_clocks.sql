-- Statutory clocks: what happened to a matter, the deadlines that run for it, and when somebody is to be told.

-- What happened, as the act that said so left it. Clocks follow from it alone and can be worked out anew at any time.
create table law_events (
  id uuid primary key,
  matter_kind text not null check (matter_kind in ('Case', 'Clue', 'Handoff')),
  matter_id uuid not null,
  -- The record that the matter belongs to: itself, or the case of a handoff.
  record_kind text not null check (record_kind in ('Case', 'Clue')),
  record_id uuid not null,
  code text not null,
  at timestamptz not null,
  -- The day that was set, for a limit that runs back from it.
  set_for timestamptz,
  region char(6),
  variant text,
  amount integer check (amount > 0),
  agency_id uuid references agencies,
  police_id uuid references agencies,
  procuratorate_id uuid references agencies,
  told_by uuid not null references officers,
  told_at timestamptz not null
);
create index law_events_matter on law_events (matter_id, at);

create table clocks (
  id uuid primary key,
  matter_kind text not null check (matter_kind in ('Case', 'Clue', 'Handoff')),
  matter_id uuid not null,
  record_kind text not null check (record_kind in ('Case', 'Clue')),
  record_id uuid not null,
  owner_agency_id uuid not null references agencies,
  rule text not null,
  -- The how-many-th of its rule for the matter.
  nth integer not null check (nth > 0),
  is_allowed boolean not null,
  -- Whoever reads the record knows of the clock; of a handoff nobody but its sender does before it is sent.
  is_open_to_readers boolean not null,
  -- Who has to act; nobody of the hub where it is the party of the case.
  liable_agency_id uuid references agencies,
  owed_agency_id uuid references agencies,
  superior_agency_id uuid references agencies,
  opened_at timestamptz not null,
  start_at timestamptz not null,
  region char(6),
  variant text,
  extensions jsonb not null,
  pauses jsonb not null,
  restarts integer not null,
  closed_at timestamptz,
  -- The rule it ran under is no longer among the rules.
  withdrawn_at timestamptz,
  -- The last instant in time; nothing while it is paused, or while the calendar of a year is missing.
  due_at timestamptz,
  missing_year integer,
  is_paused boolean not null,
  warn_at timestamptz,
  escalate_at timestamptz,
  -- What the board sorts by: the last instant, and the end of time where there is none yet.
  ranked_at timestamptz not null,
  rule_digest text not null check (rule_digest ~ '^[0-9a-f]{64}$'),
  -- Targets that a rule gave which no longer holds, each with when it ceased.
  earlier jsonb not null,
  unique (matter_id, rule, nth),
  check ((due_at is null) = (warn_at is null) and (due_at is null) = (escalate_at is null))
);
create index clocks_owner on clocks (owner_agency_id, ranked_at, id);
create index clocks_liable on clocks (liable_agency_id, ranked_at, id);
create index clocks_record on clocks (record_id);
create index clocks_open on clocks (rule_digest) where closed_at is null and withdrawn_at is null;

-- Which agencies, beside the owner of the record, a clock concerns: who owes, who is owed, and all above who owes.
create table clock_parties (
  clock_id uuid not null references clocks,
  agency_id uuid not null references agencies,
  part text not null check (part in ('liable', 'owed', 'superior')),
  primary key (clock_id, agency_id, part)
);
create index clock_parties_agency on clock_parties (agency_id, clock_id);

-- The outbox: whom to tell when. What has been told stays; what its clock has overtaken is taken out.
create table clock_alarms (
  id uuid primary key,
  clock_id uuid not null references clocks,
  stage text not null check (stage in ('warning', 'overdue', 'escalation')),
  due_at timestamptz not null,
  at timestamptz not null,
  told_at timestamptz,
  unique (clock_id, stage, due_at)
);
create index clock_alarms_waiting on clock_alarms (at) where told_at is null;

-- An agency and everything above it.
create function agencies_above(agency uuid) returns table (id uuid, height integer)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ with recursive line as (
      select a.parent_id as id, 1 as height from agencies a where a.id = agency and a.parent_id is not null
      union all
      select a.parent_id, line.height + 1 from line join agencies a on a.id = line.id
        where a.parent_id is not null and line.height < 20)
    select line.id, line.height from line $$;

grant select, insert on law_events to lianban_app;
grant select, insert, update on clocks to lianban_app;
grant select, insert, delete on clock_parties to lianban_app;
grant select, insert, update, delete on clock_alarms to lianban_app;

alter table law_events enable row level security;
create policy kept on law_events for select to lianban_app using ((select current_duty()) = 'clocks');
create policy told on law_events for insert to lianban_app with check (current_duty() = 'clocks');

alter table clocks enable row level security;
create policy seen on clocks for select to lianban_app
  using ((select current_duty()) = 'clocks' or owner_agency_id = (select current_agency())
    or exists (select from clock_parties p where p.clock_id = clocks.id and p.agency_id = (select current_agency()))
    or (is_open_to_readers and sees_record(record_kind, record_id)));
create policy kept_back on clocks as restrictive for select to lianban_app
  using (owner_agency_id is distinct from (select current_agency()) or (select current_duty()) <> ''
    or record_id not in (select kept_from_me()));
create policy opened on clocks for insert to lianban_app with check (current_duty() = 'clocks');
create policy moved on clocks for update to lianban_app
  using ((select current_duty()) = 'clocks') with check (current_duty() = 'clocks');

alter table clock_parties enable row level security;
create policy seen on clock_parties for select to lianban_app
  using (agency_id = (select current_agency()) or (select current_duty()) = 'clocks');
create policy named on clock_parties for insert to lianban_app with check (current_duty() = 'clocks');
create policy unnamed on clock_parties for delete to lianban_app using ((select current_duty()) = 'clocks');

alter table clock_alarms enable row level security;
create policy seen on clock_alarms for select to lianban_app
  using ((select current_duty()) = 'clocks' or exists (select from clocks c where c.id = clock_id));
create policy set_for on clock_alarms for insert to lianban_app with check (current_duty() = 'clocks');
create policy told on clock_alarms for update to lianban_app
  using ((select current_duty()) = 'clocks' and told_at is null) with check (current_duty() = 'clocks');
create policy overtaken on clock_alarms for delete to lianban_app
  using ((select current_duty()) = 'clocks' and told_at is null);

-- The duty that keeps the clocks sees no records; it is told whose one is.
create function owner_of_record(kind text, record uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select c.owner_agency_id from cases c where kind = 'Case' and c.id = record and current_duty() = 'clocks'
    union all select c.owner_agency_id from clues c where kind = 'Clue' and c.id = record and current_duty() = 'clocks' $$;
