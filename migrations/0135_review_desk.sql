-- What a procurator makes of the evidence: notes that nobody else reads, and marks that stay within the procuratorate.

create table review_notes (
  id uuid primary key,
  case_id uuid not null references cases,
  -- The item that the note is about, or the case as a whole.
  item_id uuid,
  words text not null,
  -- Where in a file of the item: a page of a document, or a second of a recording.
  file_id uuid,
  page integer check (page > 0),
  second integer check (second >= 0),
  agency_id uuid not null references agencies,
  officer_id uuid not null references officers,
  written_at timestamptz not null,
  foreign key (case_id, item_id) references evidence_items (case_id, id),
  foreign key (case_id, file_id) references case_files (case_id, id),
  check (file_id is not null or num_nonnulls(page, second) = 0),
  check (file_id is null or item_id is not null),
  check (num_nonnulls(page, second) < 2)
);
create index review_notes_case on review_notes (case_id, officer_id);

create table review_marks (
  id uuid primary key,
  case_id uuid not null references cases,
  item_id uuid not null,
  property text not null check (property in ('authenticity', 'legality', 'relevance')),
  -- The how manieth opinion of the procuratorate on this property of the item.
  nth integer not null check (nth > 0),
  outcome text not null check (outcome in ('accepted', 'curable', 'excluded')),
  reason text,
  words text not null,
  file_id uuid,
  page integer check (page > 0),
  second integer check (second >= 0),
  agency_id uuid not null references agencies,
  marked_by uuid not null references officers,
  marked_at timestamptz not null,
  unique (agency_id, item_id, property, nth),
  foreign key (case_id, item_id) references evidence_items (case_id, id),
  foreign key (case_id, file_id) references case_files (case_id, id),
  check (file_id is not null or num_nonnulls(page, second) = 0),
  check (num_nonnulls(page, second) < 2),
  check ((outcome = 'accepted') = (reason is null))
);
create index review_marks_case on review_marks (case_id, agency_id);

grant select, insert, delete on review_notes to lianban_app;
grant select, insert on review_marks to lianban_app;

-- The wall around a note is its author: not the owner of the case, not a colleague, not the head of the office.
alter table review_notes enable row level security;
create policy own on review_notes for select to lianban_app
  using (sees_case(case_id) and officer_id = current_officer() and agency_id = current_agency());
create policy written on review_notes for insert to lianban_app
  with check (sees_case(case_id) and officer_id = current_officer() and agency_id = current_agency());
create policy dropped on review_notes for delete to lianban_app
  using (sees_case(case_id) and officer_id = current_officer() and agency_id = current_agency());

alter table review_marks enable row level security;
create policy own on review_marks for select to lianban_app using (sees_case(case_id) and agency_id = current_agency());
create policy entered on review_marks for insert to lianban_app
  with check (sees_case(case_id) and agency_id = current_agency() and marked_by = current_officer());
