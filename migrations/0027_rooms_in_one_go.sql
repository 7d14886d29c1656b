-- What several rooms hold is read in one go, with the wall asked once a room and not once an update.
create function read_rooms(ids uuid[]) returns table (room_id uuid, seq bigint, state bytea)
  language sql stable security definer rows 1000 set search_path = pg_catalog, public
  as $$ with open as materialized (
      select i.id from unnest(ids) as i (id)
      where current_duty() = 'rooms' or (current_duty() = 'derivation' and may_quote_own(i.id)) or sees_section(i.id)),
    kept as (
      select distinct on (s.room_id) s.room_id, s.up_to_seq, s.state from open join room_snapshots s on s.room_id = open.id
      order by s.room_id, s.up_to_seq desc)
    select kept.room_id, kept.up_to_seq, kept.state from kept
    union all
    select u.room_id, u.seq, u.update from open join room_updates u on u.room_id = open.id
      left join kept on kept.room_id = open.id
      where u.seq > coalesce(kept.up_to_seq, 0)
    order by 1, 2 $$;
