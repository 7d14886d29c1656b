-- The audit log: entries are written with the act, a sequencer gives them dense indexes in an RFC 6962 tree; nothing is ever rewritten.

-- The body is canonical JSON (RFC 8785) and exactly what is hashed. Every other column is computed from it and cannot disagree.
create table audit_entries (
  body text not null,
  id uuid generated always as ((body::jsonb ->> 'id')::uuid) stored primary key,
  at bigint not null generated always as ((body::jsonb ->> 'at')::bigint) stored,
  act text not null generated always as (body::jsonb ->> 'act') stored,
  outcome text not null generated always as (body::jsonb ->> 'outcome') stored check (outcome in ('done', 'refused')),
  officer_id uuid generated always as ((body::jsonb ->> 'officerId')::uuid) stored,
  agency_id uuid generated always as ((body::jsonb ->> 'agencyId')::uuid) stored,
  session_id uuid generated always as ((body::jsonb ->> 'sessionId')::uuid) stored,
  subject_kind text generated always as (body::jsonb #>> '{subject,kind}') stored,
  subject_id text generated always as (body::jsonb #>> '{subject,id}') stored,
  case_id uuid generated always as ((body::jsonb ->> 'caseId')::uuid) stored
);
create index audit_entries_case on audit_entries (case_id, id desc) where case_id is not null;
create index audit_entries_subject on audit_entries (subject_id, id desc) where subject_id is not null;
create index audit_entries_agency on audit_entries (agency_id, id desc) where agency_id is not null;
create index audit_entries_session on audit_entries (session_id, id desc) where session_id is not null;

-- Apart from the entries, so that a salt can be destroyed: its digest then tells nothing, and the proof still holds.
create table audit_salts (
  entry_id uuid primary key,
  salt bytea not null check (octet_length(salt) = 16)
);

-- Entries that are not in the tree yet, in the order of their arrival.
create table audit_queue (
  arrival bigint generated always as identity primary key,
  entry_id uuid not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- No foreign key: the row lock it takes would rewrite each entry. Verification tells a leaf that has lost its entry.
create table audit_leaves (
  leaf_index bigint primary key check (leaf_index >= 0),
  entry_id uuid not null unique,
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
);

-- One row a batch. The right edge is the roots of the complete subtrees, largest first: enough for the next sequencer to go on.
create table audit_heads (
  size bigint primary key check (size > 0),
  root_hash bytea not null check (octet_length(root_hash) = 32),
  right_edge bytea not null check (octet_length(right_edge) % 32 = 0),
  at timestamptz not null
);

-- Whoever writes an entry queues it: no entry can stay out of the tree by omission.
create function queue_audit_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    insert into audit_queue (entry_id) values (new.id);
    return null;
  end $$;
create trigger queued after insert on audit_entries for each row execute function queue_audit_entry();

-- With the writer's own rights. A function because its plans are kept: planning the insert anew costs more than the insert.
create function append_audit_entry(entry uuid, entry_body text, input_salt bytea) returns void language plpgsql
  as $$ begin
    insert into audit_entries (body) values (entry_body);
    if input_salt is not null then
      insert into audit_salts (entry_id, salt) values (entry, input_salt);
    end if;
  end $$;

create function refuse_rewrite() returns trigger language plpgsql
  as $$ begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
  end $$;
create trigger append_only before update or delete or truncate on audit_entries for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on audit_leaves for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on audit_heads for each statement execute function refuse_rewrite();

grant select, insert on audit_entries, audit_salts, audit_leaves, audit_heads to lianban_app;
grant select, delete on audit_queue to lianban_app;

-- An officer's transaction writes entries of that officer only; the program's own duties write for those who have none.
alter table audit_entries enable row level security;
create policy written on audit_entries for insert to lianban_app
  with check (current_duty() <> '' or (agency_id = current_agency() and officer_id = current_officer()));
create policy own_agency on audit_entries for select to lianban_app using (agency_id = (select current_agency()));
create policy whole_log on audit_entries for select to lianban_app using ((select current_duty()) in ('sequencer', 'verifier'));

alter table audit_salts enable row level security;
create policy written on audit_salts for insert to lianban_app with check (current_duty() <> '' or current_agency() is not null);
create policy verifying on audit_salts for select to lianban_app using ((select current_duty()) = 'verifier');

alter table audit_queue enable row level security;
create policy whole_log on audit_queue for select to lianban_app using ((select current_duty()) in ('sequencer', 'verifier'));
create policy sequenced on audit_queue for delete to lianban_app using ((select current_duty()) = 'sequencer');

-- Leaves and heads are hashes, for everybody to hold the log against.
alter table audit_leaves enable row level security;
create policy everybody on audit_leaves for select to lianban_app using (true);
create policy sequencing on audit_leaves for insert to lianban_app with check (current_duty() = 'sequencer');

alter table audit_heads enable row level security;
create policy everybody on audit_heads for select to lianban_app using (true);
create policy sequencing on audit_heads for insert to lianban_app with check (current_duty() = 'sequencer');
