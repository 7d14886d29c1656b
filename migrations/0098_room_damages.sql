-- Stored updates of sections that were found not to be what was saved: for those who have them put right.

create table room_damages (
  id uuid primary key,
  section_id uuid not null references dossier_sections,
  seq bigint not null,
  agency_id uuid not null references agencies,
  found_at timestamptz not null,
  unique (section_id, seq)
);
create index room_damages_owner on room_damages (agency_id);
create trigger append_only before update or delete or truncate on room_damages
  for each statement execute function refuse_rewrite();
grant select on room_damages to lianban_app;
alter table room_damages enable row level security;
create policy seen on room_damages for select to lianban_app
  using (agency_id = (select current_agency()) or (select keeps_register()));

-- Noted by the rooms, whoever came in and saw it; the same damage once.
create function note_room_damage(damage uuid, section uuid, at_seq bigint, at timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public
  as $$ begin
    if current_duty() <> 'rooms' then
      raise exception 'damage is noted by the rooms' using errcode = 'insufficient_privilege';
    end if;
    insert into room_damages (id, section_id, seq, agency_id, found_at)
      select damage, s.id, at_seq, s.owner_agency_id, at from dossier_sections s where s.id = section
      on conflict (section_id, seq) do nothing;
  end $$;

-- The bytes in question with the sum they were saved with, to see whether they were put back: never shown to anybody.
create function damaged_updates(ids uuid[]) returns table (damage_id uuid, update bytea, sum bigint)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select d.id, u.update, u.sum from room_damages d
    join room_updates u on u.room_id = d.section_id and u.seq = d.seq
    where d.id = any (ids) and (d.agency_id = current_agency() or keeps_register()) $$;
