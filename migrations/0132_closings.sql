-- 结案: every closing of a case with its ground and paper, and every reopening with its reason.

create table case_closings (
  case_id uuid not null references cases,
  nth integer not null check (nth > 0),
  move text not null check (move in ('closed', 'reopened')),
  ground text check ((move = 'closed') = (ground is not null)),
  paper text not null,
  note text not null check (move = 'closed' or note <> ''),
  -- Where a closed case stood, and a reopened one stands again.
  stage text not null check (stage in ('investigating', 'transferred')),
  agency_id uuid not null references agencies,
  moved_by uuid not null references officers,
  moved_at timestamptz not null,
  primary key (case_id, nth)
);
create trigger append_only before update or delete or truncate on case_closings
  for each statement execute function refuse_rewrite();
grant select, insert on case_closings to lianban_app;
alter table case_closings enable row level security;
create policy seen on case_closings for select to lianban_app using (sees_case(case_id));
create policy moved on case_closings for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and moved_by = current_officer());
