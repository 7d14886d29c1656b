-- Blind hits: is this number known elsewhere? Compared by keyed digest, answered as far as the owner's rules go, logged for both sides.

-- What records name, as digests under a key that the database never holds. Without the key they tell nothing.
create table identifier_digests (
  key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
  digest bytea not null check (octet_length(digest) = 32),
  identifier_kind text not null,
  record_kind text not null check (record_kind in ('Clue')),
  record_id uuid not null,
  owner_agency_id uuid not null references agencies,
  primary key (key_id, digest, record_kind, record_id)
);
create index identifier_digests_record on identifier_digests (record_kind, record_id, key_id);

-- One row a question. The number itself is nowhere: a few digits of its keyed digest tell two questions apart.
create table hit_queries (
  id uuid primary key,
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  identifier_kind text not null,
  key_id text not null,
  digest_prefix text not null check (digest_prefix ~ '^[0-9a-f]{8}$'),
  purpose text not null,
  reason text not null,
  asked_at timestamptz not null
);
create index hit_queries_agency on hit_queries (agency_id, asked_at desc, id desc);
create index hit_queries_officer on hit_queries (officer_id, asked_at desc);

-- Which records of other agencies the question was about, whatever was answered: for their owners alone.
create table hit_matches (
  query_id uuid not null references hit_queries,
  record_kind text not null,
  record_id uuid not null,
  owner_agency_id uuid not null references agencies,
  primary key (query_id, record_kind, record_id)
);
create index hit_matches_owner on hit_matches (owner_agency_id, query_id);

-- What was answered: for the asking agency alone. A hint names the agency and no record.
create table hit_answers (
  id uuid primary key,
  query_id uuid not null references hit_queries,
  grade text not null check (grade in ('hint', 'record')),
  agency_id uuid not null references agencies,
  record_id uuid check ((record_id is null) = (grade = 'hint'))
);
create index hit_answers_query on hit_answers (query_id);

-- The one way from a digest to records: for a question that is written down first, it notes for the owners what it was about.
create function find_hits(asked uuid, wanted bytea)
  returns table (id uuid, owner_agency_id uuid, label text, handling_code text, state text)
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare q hit_queries;
  begin
    select * into q from hit_queries h where h.id = asked;
    if q.id is null or q.officer_id is distinct from current_officer() or left(encode(wanted, 'hex'), 8) <> q.digest_prefix then
      raise exception 'a digest is looked up for a question of one''s own' using errcode = 'insufficient_privilege';
    end if;
    insert into hit_matches (query_id, record_kind, record_id, owner_agency_id)
      select asked, d.record_kind, d.record_id, d.owner_agency_id from identifier_digests d
      where d.key_id = q.key_id and d.digest = wanted and d.owner_agency_id <> q.agency_id;
    return query
      select c.id, c.owner_agency_id, c.label, c.handling_code, c.state
      from identifier_digests d join clues c on c.id = d.record_id
      where d.key_id = q.key_id and d.digest = wanted and d.record_kind = 'Clue';
  end $$;

-- For the program's own duty of digesting what was written before.
create function undigested_clues(key text, most integer)
  returns table (id uuid, owner_agency_id uuid, identifiers jsonb)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select c.id, c.owner_agency_id, c.identifiers from clues c
    where current_duty() = 'digests' and jsonb_array_length(c.identifiers) > 0
      and not exists (select from identifier_digests d where d.record_kind = 'Clue' and d.record_id = c.id and d.key_id = key)
    limit most $$;

grant select, insert, delete on identifier_digests to lianban_app;
grant select, insert on hit_queries, hit_answers to lianban_app;
grant select on hit_matches to lianban_app;

alter table identifier_digests enable row level security;
create policy own on identifier_digests to lianban_app
  using (owner_agency_id = (select current_agency()))
  with check (owner_agency_id = (select current_agency()) and owns_record(record_kind, record_id));
create policy digesting on identifier_digests to lianban_app
  using ((select current_duty()) = 'digests') with check (current_duty() = 'digests');

alter table hit_matches enable row level security;
create policy owner on hit_matches for select to lianban_app using (owner_agency_id = (select current_agency()));

alter table hit_queries enable row level security;
create policy asked on hit_queries for insert to lianban_app
  with check (agency_id = current_agency() and officer_id = current_officer());
create policy own_agency on hit_queries for select to lianban_app using (agency_id = (select current_agency()));
create policy about_us on hit_queries for select to lianban_app
  using (exists (select from hit_matches m where m.query_id = id and m.owner_agency_id = (select current_agency())));

alter table hit_answers enable row level security;
create policy answered on hit_answers for insert to lianban_app
  with check (exists (select from hit_queries q where q.id = query_id and q.officer_id = current_officer()));
create policy own_agency on hit_answers for select to lianban_app
  using (exists (select from hit_queries q where q.id = query_id and q.agency_id = (select current_agency())));
