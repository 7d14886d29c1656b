-- The steps of the procedure on each track of a case, and what becomes of a record whose handoff was accepted or taken back.

-- Each step as it was taken, with the papers by their numbers; where the case stands on a track is its last step.
create table case_steps (
  id uuid primary key,
  case_id uuid not null references cases,
  track text not null check (track in ('transfer', 'reverse', 'administrative')),
  version integer not null check (version > 0),
  move text not null check (move ~ '^[a-z_]+$'),
  standing text not null check (standing ~ '^[a-z_]+$'),
  papers jsonb not null,
  -- The value of the case, and the circumstances, by which further papers were asked for.
  fen bigint check (fen >= 0),
  flags text[] not null,
  note text not null,
  happened_at timestamptz not null,
  taken_by uuid not null references officers,
  agency_id uuid not null references agencies,
  taken_at timestamptz not null,
  unique (case_id, track, version)
);
create trigger append_only before update or delete or truncate on case_steps for each statement execute function refuse_rewrite();
grant select, insert on case_steps to lianban_app;
alter table case_steps enable row level security;
create policy seen on case_steps for select to lianban_app using (sees_case(case_id));
-- Only who leads the case takes its steps.
create policy taken on case_steps for insert to lianban_app
  with check (agency_id = (select current_agency())
    and exists (select from cases c where c.id = case_id and c.lead_agency_id = (select current_agency())));

-- A clue whose handoff was accepted elsewhere says so, and so does one of which no case is made.
alter table clues drop constraint clues_state_check;
alter table clues add constraint clues_state_check check (state in ('recorded', 'in_case', 'handed_on', 'not_filed'));
create function mark_handed_on(clue uuid) returns void
  language sql security definer set search_path = pg_catalog, public
  as $$ update clues c set state = 'handed_on', version = c.version + 1
    where c.id = clue and c.state = 'recorded'
      and exists (select from handoffs h where h.clue_id = clue and h.to_agency_id = current_agency() and h.state = 'taken') $$;

-- Who takes a case back ends the handoff by which it had gone, whoever had sent that one.
create function took_back(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select from handoffs h where h.case_id = record and h.kind = 'case_return' and h.state = 'accepted'
      and h.to_agency_id = current_agency()) $$;
alter policy moved on handoffs
  using ((select current_agency()) in (from_agency_id, to_agency_id, overseer_agency_id) or took_back(case_id))
  with check ((select current_agency()) in (from_agency_id, to_agency_id, overseer_agency_id) or took_back(case_id));
