-- Rooms served by several processes: updates are numbered in the order in which they become durable, carry a check sum, and are told of.

-- CRC-32 of the bytes as the program handed them over; rows of before have none.
alter table room_updates add column sum bigint;
alter table room_snapshots add column sum bigint;

/*
 * Saves a batch in one statement. One process saves at a time, until it has committed: a number that is visible has no
 * lower one still to come, so "everything up to here" means the same in every process and in every snapshot. Row i is the
 * stretch of `bytes` that ends at ends[i]; the claims name a row by its place and a client id that is new in its room.
 * Returns the number of the first row; the others follow it without a gap.
 */
create function save_room_updates(
  channel text, server text, rooms uuid[], officers uuid[], agencies uuid[], sessions uuid[], instants bigint[],
  ends integer[], sums bigint[], bytes bytea, claim_places integer[], claim_clients bigint[])
  returns bigint language plpgsql as $$
  declare
    lowest bigint;
    highest bigint;
  begin
    perform set_config('lianban.duty', 'rooms', true), pg_advisory_xact_lock(4104100);
    if cardinality(claim_places) > 0 then
      insert into room_authors (room_id, client_id, officer_id, agency_id, bound_at)
        select rooms[place], client, officers[place], agencies[place], to_timestamp(instants[place] / 1000.0)
        from unnest(claim_places, claim_clients) as claim (place, client) on conflict do nothing;
      if exists (
        select 1 from unnest(claim_places, claim_clients) as claim (place, client)
        join room_authors a on a.room_id = rooms[place] and a.client_id = client
        where (a.officer_id, a.agency_id) is distinct from (officers[place], agencies[place])) then
        raise exception 'a client id of this batch belongs to another officer' using errcode = 'LB001';
      end if;
    end if;
    with added as (
      insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at, sum)
      select room, officer, agency, session, substring(bytes from start + 1 for till - start), to_timestamp(instant / 1000.0), crc
      from unnest(rooms, officers, agencies, sessions, instants, ends, array[0] || ends, sums)
        with ordinality as row (room, officer, agency, session, instant, till, start, crc, place)
      where room is not null order by place
      returning seq)
    select min(seq), max(seq) into lowest, highest from added;
    if highest - lowest + 1 <> cardinality(rooms) then raise exception 'the numbers of a batch have a gap'; end if;
    if channel <> '' then
      -- A notification holds 8000 bytes: the rooms where they fit, and otherwise that any room may have news.
      perform pg_notify(channel, concat_ws(' ', 'saved', server, lowest, highest,
        (select case when count(*) <= 200 then string_agg(room::text, ',') end from (select distinct unnest(rooms) as room) as named)));
    end if;
    return lowest;
  end $$;

/* Keeps everything up to a number as one update, and lets go of snapshots older than the one before it: the log has it all. */
create function keep_room_snapshot(room uuid, up_to bigint, content bytea, crc bigint, made timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if current_duty() <> 'rooms' then
      raise exception 'only the rooms keep snapshots' using errcode = 'insufficient_privilege';
    end if;
    insert into room_snapshots (room_id, up_to_seq, state, made_at, sum) values (room, up_to, content, made, crc)
      on conflict do nothing;
    delete from room_snapshots where room_id = room and up_to_seq < (
      select s.up_to_seq from room_snapshots s where s.room_id = room order by s.up_to_seq desc offset 1 limit 1);
  end $$;
revoke execute on function keep_room_snapshot from public;
grant execute on function keep_room_snapshot to lianban_app;

-- What several rooms hold, read in one go with the wall asked once a room, now with the sums to check it by.
drop function read_rooms(uuid[]);
create function read_rooms(ids uuid[]) returns table (room_id uuid, seq bigint, state bytea, sum bigint)
  language sql stable security definer rows 1000 set search_path = pg_catalog, public
  as $$ with open as materialized (
      select i.id from unnest(ids) as i (id)
      where current_duty() = 'rooms' or (current_duty() = 'derivation' and may_quote_own(i.id)) or sees_section(i.id)),
    kept as (
      select distinct on (s.room_id) s.room_id, s.up_to_seq, s.state, s.sum
      from open join room_snapshots s on s.room_id = open.id
      order by s.room_id, s.up_to_seq desc)
    select kept.room_id, kept.up_to_seq, kept.state, kept.sum from kept
    union all
    select u.room_id, u.seq, u.update, u.sum from open join room_updates u on u.room_id = open.id
      left join kept on kept.room_id = open.id
      where u.seq > coalesce(kept.up_to_seq, 0)
    order by 1, 2 $$;
