-- An act writes one narrow row of the log; the sequencer gives it its index, its columns and its place in the tiles of the tree. Breaking: audit_entries is a view.

create temporary table kept_leaves on commit drop as
  select l.leaf_index, l.leaf_hash, e.body from audit_leaves l join audit_entries e on e.id = l.entry_id;
create temporary table kept_queue on commit drop as
  select q.arrival, e.body, s.salt from audit_queue q join audit_entries e on e.id = q.entry_id left join audit_salts s on s.entry_id = e.id;
delete from audit_salts where entry_id in (select (body::jsonb ->> 'id')::uuid from kept_queue);
drop function append_audit_entry(uuid, text, bytea);
drop table audit_queue, audit_leaves, audit_entries;
drop function queue_audit_entry();

-- Entries that wait for their index: writing costs one narrow row. What readers ask for is computed from the body when it is read.
create table audit_intake (
  arrival bigint generated always as identity primary key,
  body text not null,
  salt bytea
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- The log. The body is canonical JSON (RFC 8785) and exactly what is hashed; the columns are filled from it, and a verification
-- tells a column that says something else. Ids are not unique here: whatever was committed with an act gets its index.
create table audit_leaves (
  leaf_index bigint primary key check (leaf_index >= 0),
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32),
  body text not null,
  id uuid not null,
  at bigint not null,
  act text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  officer_id uuid,
  agency_id uuid,
  session_id uuid,
  subject_kind text,
  subject_id text,
  case_id uuid
);
create index audit_leaves_id on audit_leaves (id);
create index audit_leaves_case on audit_leaves (case_id, id desc) where case_id is not null;
create index audit_leaves_subject on audit_leaves (subject_id, id desc) where subject_id is not null;
create index audit_leaves_agency on audit_leaves (agency_id, id desc) where agency_id is not null;
create index audit_leaves_session on audit_leaves (session_id, id desc) where session_id is not null;
create index audit_leaves_emergency on audit_leaves (officer_id, at) where act = 'emergency.open';

-- Complete hash tiles (C2SP tlog-tiles): 256 hashes of one level, and the root over them, which is one hash of the level above.
create table audit_tiles (
  level smallint not null check (level between 0 and 6),
  tile bigint not null check (tile >= 0),
  hashes bytea not null check (octet_length(hashes) = 8192),
  root_hash bytea not null check (octet_length(root_hash) = 32),
  primary key (level, tile)
);

-- Where the tree is to be gone on with is told by its tiles.
alter table audit_heads drop column right_edge;

-- Signed notes over heads (C2SP tlog-checkpoint). What was shown to anybody is one of these.
create table audit_checkpoints (
  size bigint primary key,
  note text not null,
  at timestamptz not null
);

-- Whoever reads entries reads those that wait as well.
create view audit_entries with (security_invoker) as
  select id, body, at, act, outcome, officer_id, agency_id, session_id, subject_kind, subject_id, case_id, leaf_index, leaf_hash
    from audit_leaves
  union all
  select (body::jsonb ->> 'id')::uuid, body, (body::jsonb ->> 'at')::bigint, body::jsonb ->> 'act', body::jsonb ->> 'outcome',
    (body::jsonb ->> 'officerId')::uuid, (body::jsonb ->> 'agencyId')::uuid, (body::jsonb ->> 'sessionId')::uuid,
    body::jsonb #>> '{subject,kind}', body::jsonb #>> '{subject,id}', (body::jsonb ->> 'caseId')::uuid, null, null
    from audit_intake;

create function refuse_loss() returns trigger language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    if exists (select from gone where not exists (
      select from audit_leaves l where l.id = (gone.body::jsonb ->> 'id')::uuid and l.body = gone.body)) then
      raise exception 'audit_intake gives up only what is in the log' using errcode = 'insufficient_privilege';
    end if;
    return null;
  end $$;
create trigger nothing_is_lost after delete on audit_intake referencing old table as gone for each statement execute function refuse_loss();
create trigger append_only before update or truncate on audit_intake for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on audit_leaves for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on audit_tiles for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on audit_checkpoints for each statement execute function refuse_rewrite();

-- The only way in. An officer's transaction writes entries of that officer; the program's own duties write for those who have none.
create function append_audit_entry(entry_body text, input_salt bytea) returns void
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ declare
    fields constant jsonb := entry_body::jsonb;
  begin
    if current_duty() = '' and ((fields ->> 'agencyId') is distinct from current_agency()::text
      or (fields ->> 'officerId') is distinct from current_officer()::text) then
      raise exception 'an entry in the name of somebody else' using errcode = 'insufficient_privilege';
    end if;
    if octet_length(entry_body) > 65535 or octet_length(input_salt) <> 16 or (fields ->> 'id')::uuid is null then
      raise exception 'not an entry' using errcode = 'check_violation';
    end if;
    insert into audit_intake (body, salt) values (entry_body, input_salt);
  end $$;

-- Gives the longest-waiting entries the next indexes and answers their leaf hashes (RFC 6962, section 2.1) in a row.
create function take_audit_entries(most integer, out first_index bigint, out taken integer, out leaf_hashes bytea)
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    if current_duty() <> 'sequencer' then
      raise exception 'only the sequencer gives indexes' using errcode = 'insufficient_privilege';
    end if;
    select coalesce(max(leaf_index) + 1, 0) into first_index from audit_leaves;
    with waiting as materialized (
      select first_index - 1 + row_number() over (order by arrival) as leaf_index,
        sha256('\x00'::bytea || convert_to(body, 'UTF8')) as leaf_hash, arrival, body, salt
      from (select * from audit_intake order by arrival limit most) as next),
    leaves as (
      insert into audit_leaves (leaf_index, leaf_hash, body, id, at, act, outcome, officer_id, agency_id, session_id, subject_kind, subject_id, case_id)
        select w.leaf_index, w.leaf_hash, w.body, f.id, f.at, f.act, f.outcome, f."officerId", f."agencyId", f."sessionId",
          f.subject ->> 'kind', f.subject ->> 'id', f."caseId"
        from waiting w, jsonb_to_record(w.body::jsonb) as f (id uuid, at bigint, act text, outcome text, "officerId" uuid,
          "agencyId" uuid, "sessionId" uuid, "caseId" uuid, subject jsonb)),
    salts as (
      insert into audit_salts (entry_id, salt) select (body::jsonb ->> 'id')::uuid, salt from waiting where salt is not null on conflict do nothing),
    removed as (delete from audit_intake i using waiting w where i.arrival = w.arrival)
    select count(*)::integer, string_agg(w.leaf_hash, ''::bytea order by w.leaf_index) into taken, leaf_hashes from waiting w;
  end $$;

-- Hashes of any tile, complete or not, for everybody: they tell nothing of what was done.
create function audit_tile(of_level integer, of_tile bigint, width integer) returns bytea
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$ declare
    first constant bigint := of_tile * 256;
    found_hashes bytea;
  begin
    if of_level not between 0 and 6 or width not between 1 and 256 or of_tile < 0 then
      return null;
    end if;
    if width = 256 then
      select hashes into found_hashes from audit_tiles where level = of_level and tile = of_tile;
      return found_hashes;
    end if;
    if of_level = 0 then
      select string_agg(leaf_hash, ''::bytea order by leaf_index) into found_hashes from audit_leaves
        where leaf_index >= first and leaf_index < first + width;
    else
      select string_agg(root_hash, ''::bytea order by tile) into found_hashes from audit_tiles
        where level = of_level - 1 and tile >= first and tile < first + width;
    end if;
    return case when octet_length(found_hashes) = width * 32 then found_hashes end;
  end $$;

-- Entries joined into one row for whoever verifies the log: past the row policies, which would ask for each of a million
-- entries whether its record is seen, and only for the duty that may read them all.
create function read_audit_page(first_index bigint, end_index bigint, most integer, out entries integer, out first_read bigint,
    out last_read bigint, out bodies text, out hashes bytea, out columns text)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$ begin
    if current_duty() <> 'verifier' then
      raise exception 'only a verification reads the whole log' using errcode = 'insufficient_privilege';
    end if;
    select count(*)::integer, min(l.leaf_index), max(l.leaf_index), string_agg(l.body, E'\n'), string_agg(l.leaf_hash, ''::bytea),
        string_agg(concat_ws('|', l.id, l.at, l.act, l.outcome, coalesce(l.officer_id::text, ''), coalesce(l.agency_id::text, ''),
          coalesce(l.session_id::text, ''), coalesce(l.case_id::text, ''), coalesce(l.subject_kind, ''), coalesce(l.subject_id, '')), E'\n')
      into entries, first_read, last_read, bodies, hashes, columns
      from (select * from audit_leaves where leaf_index >= first_index and leaf_index < end_index order by leaf_index limit most) l;
  end $$;

grant select on audit_intake, audit_leaves, audit_entries, audit_tiles, audit_checkpoints to lianban_app;
grant insert on audit_tiles, audit_checkpoints to lianban_app;
revoke insert on audit_salts from lianban_app;
revoke execute on function append_audit_entry(text, bytea), take_audit_entries(integer), read_audit_page(bigint, bigint, integer) from public;
grant execute on function append_audit_entry(text, bytea), take_audit_entries(integer), read_audit_page(bigint, bigint, integer) to lianban_app;

drop policy written on audit_salts;

alter table audit_intake enable row level security;
alter table audit_leaves enable row level security;
create policy own_agency on audit_intake for select to lianban_app using (((body::jsonb ->> 'agencyId')::uuid) = (select current_agency()));
create policy own_agency on audit_leaves for select to lianban_app using (agency_id = (select current_agency()));
create policy whole_log on audit_intake for select to lianban_app using ((select current_duty()) in ('sequencer', 'verifier'));
create policy whole_log on audit_leaves for select to lianban_app using ((select current_duty()) in ('sequencer', 'verifier'));
create policy seen_record on audit_intake for select to lianban_app
  using ((((body::jsonb ->> 'caseId')::uuid) is not null or (body::jsonb #>> '{subject,kind}') in ('Clue', 'Section', 'Handoff', 'Grant')) and sees_audit_subject((body::jsonb #>> '{subject,kind}'), (body::jsonb #>> '{subject,id}'), ((body::jsonb ->> 'caseId')::uuid)));
create policy seen_record on audit_leaves for select to lianban_app
  using ((case_id is not null or subject_kind in ('Clue', 'Section', 'Handoff', 'Grant')) and sees_audit_subject(subject_kind, subject_id, case_id));
create policy seen_session on audit_intake for select to lianban_app
  using ((body::jsonb ->> 'act') like 'session.%' and ((body::jsonb ->> 'sessionId')::uuid) is not null and sees_audit_session(((body::jsonb ->> 'sessionId')::uuid)));
create policy seen_session on audit_leaves for select to lianban_app
  using (act like 'session.%' and session_id is not null and sees_audit_session(session_id));
create policy administration on audit_intake for select to lianban_app
  using ((body::jsonb #>> '{subject,kind}') in ('Agency', 'OfficerChange', 'RuleChange', 'RuleVersion') and (select keeps_register()));
create policy administration on audit_leaves for select to lianban_app
  using (subject_kind in ('Agency', 'OfficerChange', 'RuleChange', 'RuleVersion') and (select keeps_register()));
create policy kept_back on audit_intake as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or not is_kept_back((body::jsonb #>> '{subject,kind}'), (body::jsonb #>> '{subject,id}'), ((body::jsonb ->> 'caseId')::uuid)));
create policy kept_back on audit_leaves as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or not is_kept_back(subject_kind, subject_id, case_id));

-- Hashes and signatures, for everybody to hold the log against.
alter table audit_tiles enable row level security;
create policy everybody on audit_tiles for select to lianban_app using (true);
create policy sequencing on audit_tiles for insert to lianban_app with check (current_duty() = 'sequencer');
alter table audit_checkpoints enable row level security;
create policy everybody on audit_checkpoints for select to lianban_app using (true);
create policy sequencing on audit_checkpoints for insert to lianban_app with check (current_duty() = 'sequencer');

insert into audit_leaves (leaf_index, leaf_hash, body, id, at, act, outcome, officer_id, agency_id, session_id, subject_kind, subject_id, case_id)
  select k.leaf_index, k.leaf_hash, k.body, f.id, f.at, f.act, f.outcome, f."officerId", f."agencyId", f."sessionId",
    f.subject ->> 'kind', f.subject ->> 'id', f."caseId"
  from kept_leaves k, jsonb_to_record(k.body::jsonb) as f (id uuid, at bigint, act text, outcome text, "officerId" uuid,
    "agencyId" uuid, "sessionId" uuid, "caseId" uuid, subject jsonb);
insert into audit_intake (body, salt) select body, salt from kept_queue order by arrival;
