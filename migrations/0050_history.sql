-- The raw log of a room, read in order by whoever may see it: the wall is asked once and not once an update.

create function opens_room(room uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select current_duty() in ('rooms', 'sealing') or sees_section(room) $$;

create function read_room_log(room uuid, after bigint, at_most integer)
  returns table (seq bigint, officer_id uuid, agency_id uuid, saved_at timestamptz, update bytea, sum bigint)
  language sql stable security definer rows 1000 set search_path = pg_catalog, public
  as $$ with open as materialized (select 1 where opens_room(room))
    select u.seq, u.officer_id, u.agency_id, u.saved_at, u.update, u.sum
    from open cross join room_updates u where u.room_id = room and u.seq > after
    order by u.seq limit at_most $$;

create function read_room_authors(room uuid) returns table (client_id bigint, officer_id uuid, agency_id uuid)
  language sql stable security definer rows 100 set search_path = pg_catalog, public
  as $$ with open as materialized (select 1 where opens_room(room))
    select a.client_id, a.officer_id, a.agency_id from open cross join room_authors a where a.room_id = room $$;
