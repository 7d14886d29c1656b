-- Comments on dossier sections. They lie beside the text, which they never touch: where they stand is a place in the shared document.
create table section_comments (
  id uuid primary key,
  section_id uuid not null references dossier_sections,
  -- The comment that began the thread; of the first comment its own id.
  thread_id uuid not null references section_comments,
  -- Both ends of the words, as places in the shared document; nothing for a comment on the section as a whole.
  anchor jsonb,
  quote text not null,
  words text not null,
  written_by uuid not null references officers,
  agency_id uuid not null references agencies,
  written_at timestamptz not null,
  check (thread_id = id or anchor is null)
);
create index section_comments_section on section_comments (section_id, written_at);

create table section_comment_mentions (
  comment_id uuid not null references section_comments,
  officer_id uuid not null references officers,
  primary key (comment_id, officer_id)
);
create index section_comment_mentions_officer on section_comment_mentions (officer_id);

-- A thread is resolved and reopened; the last word counts.
create table section_thread_turns (
  id uuid primary key,
  thread_id uuid not null references section_comments,
  is_resolved boolean not null,
  turned_by uuid not null references officers,
  turned_at timestamptz not null
);
create index section_thread_turns_thread on section_thread_turns (thread_id);

grant select, insert on section_comments, section_comment_mentions, section_thread_turns to lianban_app;
alter table section_comments enable row level security;
alter table section_comment_mentions enable row level security;
alter table section_thread_turns enable row level security;

create policy seen on section_comments for select to lianban_app using (sees_section(section_id));
create policy written on section_comments for insert to lianban_app
  with check (written_by = current_officer() and agency_id = current_agency() and sees_section(section_id));
create policy seen on section_comment_mentions for select to lianban_app
  using (exists (select from section_comments c where c.id = comment_id));
create policy written on section_comment_mentions for insert to lianban_app
  with check (exists (select from section_comments c where c.id = comment_id and c.written_by = current_officer()));
create policy seen on section_thread_turns for select to lianban_app
  using (exists (select from section_comments c where c.id = thread_id));
create policy turned on section_thread_turns for insert to lianban_app
  with check (turned_by = current_officer() and exists (select from section_comments c where c.id = thread_id));
