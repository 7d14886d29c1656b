-- Live rooms: every update as it came, saved before anybody else is shown it, and the officer behind each client id.

-- The hottest insert of the system, so without foreign keys: the program writes the ids of a session that it checked itself.
create table room_updates (
  room_id uuid not null,
  seq bigint generated always as identity,
  officer_id uuid not null,
  agency_id uuid not null,
  session_id uuid not null,
  update bytea not null,
  saved_at timestamptz not null,
  primary key (room_id, seq)
);

-- A Yjs client id belongs to the officer who first wrote with it in the room; the key settles who was first.
create table room_authors (
  room_id uuid not null,
  client_id bigint not null,
  officer_id uuid not null,
  agency_id uuid not null,
  bound_at timestamptz not null,
  primary key (room_id, client_id)
);

-- All updates up to a seq as one. A convenience for opening quickly; the log stays whole.
create table room_snapshots (
  room_id uuid not null,
  up_to_seq bigint not null,
  state bytea not null,
  made_at timestamptz not null,
  primary key (room_id, up_to_seq)
);

grant select, insert on room_updates, room_authors, room_snapshots to lianban_app;

-- The rooms write under their own duty, and an officer reads what was written in the sections that the officer sees.
alter table room_updates enable row level security;
create policy seen on room_updates for select to lianban_app
  using ((select current_duty()) = 'rooms' or sees_section(room_id));
create policy rooms on room_updates for insert to lianban_app with check (current_duty() = 'rooms');

alter table room_authors enable row level security;
create policy seen on room_authors for select to lianban_app
  using ((select current_duty()) = 'rooms' or sees_section(room_id));
create policy rooms on room_authors for insert to lianban_app with check (current_duty() = 'rooms');

alter table room_snapshots enable row level security;
create policy seen on room_snapshots for select to lianban_app
  using ((select current_duty()) = 'rooms' or sees_section(room_id));
create policy rooms on room_snapshots for insert to lianban_app with check (current_duty() = 'rooms');
