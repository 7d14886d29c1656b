-- A reply to a request for assistance becomes an item of evidence of the case that asked, once, with what it was frozen as.
create table evidence_replies (
  item_id uuid primary key references evidence_items,
  case_id uuid not null references cases,
  agency_id uuid not null references agencies,
  assistance_id uuid not null,
  version integer not null,
  number text not null,
  replied_agency_id uuid not null references agencies,
  replied_by uuid not null references officers,
  replied_at timestamptz not null,
  -- Of the step that replied, which stands in the log and in its receipt; the code on the letter is its beginning.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  items jsonb not null,
  foreign key (assistance_id, version) references assistance_receipts (assistance_id, version),
  foreign key (case_id, item_id) references evidence_items (case_id, id),
  unique (assistance_id, version)
);
create trigger append_only before update or delete or truncate on evidence_replies for each statement execute function refuse_rewrite();
grant select, insert on evidence_replies to lianban_app;
alter table evidence_replies enable row level security;
create policy seen on evidence_replies for select to lianban_app using (sees_case(case_id));
create policy entered on evidence_replies for insert to lianban_app
  with check (sees_case(case_id) and agency_id = (select current_agency()) and sees_assistance(assistance_id));
