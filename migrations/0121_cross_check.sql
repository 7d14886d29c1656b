-- What an incoming request names is held against the receiver's own clues, cases and earlier requests; only the receiver learns what was found.

-- What letters name, as digests under the key that the database never holds; every letter has at least the one of itself.
create table letter_digests (
  key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
  digest bytea not null check (octet_length(digest) = 32),
  letter_id uuid not null references assistance_letters,
  primary key (key_id, digest, letter_id)
);
create index letter_digests_letter on letter_digests (letter_id, key_id);
grant select, insert, delete on letter_digests to lianban_app;
alter table letter_digests enable row level security;
create policy seen on letter_digests to lianban_app
  using (sees_assistance_letter(letter_id)) with check (sees_assistance_letter(letter_id));
create policy digesting on letter_digests to lianban_app
  using ((select current_duty()) = 'digests') with check (current_duty() = 'digests');
-- What is digested stays; only the program's own duty forgets what was digested under another key.
create policy kept on letter_digests as restrictive for delete to lianban_app using ((select current_duty()) = 'digests');

-- For the program's own duty of digesting what was asked before.
create function undigested_letters(key text, most integer)
  returns table (id uuid, targets jsonb, facts text, questions text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select l.id, l.targets, l.facts, l.questions from assistance_letters l
    where current_duty() = 'digests'
      and not exists (select from letter_digests d where d.letter_id = l.id and d.key_id = key)
    limit most $$;

-- That a request was held against what the receiver has, and at which step.
create table assistance_checks (
  assistance_id uuid not null references assistances,
  version integer not null,
  agency_id uuid not null references agencies,
  checked_at timestamptz not null,
  primary key (assistance_id, version)
);
-- What was found: a record of the receiver's that names the same, known by its digest alone.
create table assistance_hits (
  assistance_id uuid not null references assistances,
  record_kind text not null check (record_kind in ('Clue', 'Case', 'Assistance')),
  record_id uuid not null,
  key_id text not null,
  digest bytea not null check (octet_length(digest) = 32),
  -- By number, in words that are open to whoever reads the record, or in words that may be withheld.
  found_in text not null check (found_in in ('number', 'openly', 'inside')),
  agency_id uuid not null references agencies,
  found_at timestamptz not null,
  primary key (assistance_id, record_kind, record_id, digest)
);
create trigger append_only before update or delete or truncate on assistance_checks for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on assistance_hits for each statement execute function refuse_rewrite();
-- Written by the check alone.
grant select on assistance_checks, assistance_hits to lianban_app;
alter table assistance_checks enable row level security;
create policy receiver on assistance_checks for select to lianban_app using (agency_id = (select current_agency()));
alter table assistance_hits enable row level security;
-- A record that is kept from an officer is kept from him here.
create policy receiver on assistance_hits for select to lianban_app
  using (agency_id = (select current_agency())
    and case record_kind when 'Assistance' then sees_assistance(record_id) else sees_record(record_kind, record_id) end);

-- The one way to a hit: in the step of whom the request was sent to. It looks behind the wall and tells nothing.
create function cross_check(request uuid, at_version integer, key text, named jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, public set plan_cache_mode = force_custom_plan
  as $$
  declare
    agency constant uuid := current_agency();
    instant constant timestamptz := current_instant();
    newest constant integer := 4000;
    most constant integer := 50;
    asked assistances;
    one record;
  begin
    select * into asked from assistances a where a.id = request;
    if asked.to_agency_id is distinct from agency or asked.state in ('drafted', 'dropped') then
      raise exception 'a request is checked by whom it was sent to' using errcode = 'insufficient_privilege';
    end if;
    insert into assistance_checks values (request, at_version, agency, instant) on conflict do nothing;
    insert into assistance_hits
      select request, 'Clue', d.record_id, key, d.digest, 'number', agency, instant
      from jsonb_to_recordset(named) as n (digest text)
        join identifier_digests d on d.key_id = key and d.digest = decode(n.digest, 'hex')
      where d.record_kind = 'Clue' and d.owner_agency_id = agency
      on conflict do nothing;
    insert into assistance_hits
      select request, 'Assistance', a.id, key, d.digest, 'number', agency, instant
      from jsonb_to_recordset(named) as n (digest text)
        join letter_digests d on d.key_id = key and d.digest = decode(n.digest, 'hex')
        join assistances a on a.letter_id = d.letter_id
      where a.letter_id <> asked.letter_id and a.state <> 'dropped'
        and (a.from_agency_id = agency or (a.to_agency_id = agency and a.state <> 'drafted'))
      on conflict do nothing;
    for one in select decode(n.digest, 'hex') as digest, n.words::tsquery as words, lower(n.pattern) as pattern
        from jsonb_to_recordset(named) as n (digest text, words text, pattern text) where n.words is not null loop
      insert into assistance_hits
        select request, 'Clue', (s.clue).id, key, one.digest,
          case when (s.clue).said_openly like one.pattern then 'openly' else 'inside' end, agency, instant
        from (select clue from clues clue
              where clue.owner_agency_id = agency and (clue.words @@ one.words or clue.words is null)
              order by clue.recorded_at desc limit newest) s
        where (s.clue).said_openly like one.pattern or says_inside(s.clue, one.pattern, '{}') limit most
        on conflict do nothing;
      insert into assistance_hits
        select request, 'Case', c.id, key, one.digest, case when c.said_openly like one.pattern then 'openly' else 'inside' end,
          agency, instant
        from (select * from cases c where agency in (c.owner_agency_id, c.lead_agency_id) and (c.words @@ one.words or c.words is null)
              order by c.opened_at desc limit newest) c
        where c.said_openly like one.pattern or c.said_in_summary like one.pattern limit most
        on conflict do nothing;
    end loop;
  end $$;
