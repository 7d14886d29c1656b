import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEmptyDatabase } from '../../../tests/support/postgres.ts'
import { describeSchema } from './schema-text.ts'

const { ownerUrl, drop } = await anEmptyDatabase()
const client = new pg.Client({ connectionString: ownerUrl })

beforeAll(async () => {
  await client.connect()
  await client.query(`
    create table notes (id uuid primary key, number text not null unique, at timestamptz default now());
    create index notes_at on notes (at desc);
    create function reads() returns boolean language sql as $$ select true $$;
    create function refuse() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger guarded before delete on notes for each row execute function refuse();
    alter table notes enable row level security;
    create policy own on notes using (reads());
    grant select on notes to lianban_app`)
})
afterAll(async () => {
  await client.end()
  await drop()
})

test('[DB27] the description of a table names its columns, keys, triggers, rights and policies', async () => {
  expect(await describeSchema(client)).toContain(`create table notes (
  id uuid not null,
  number text not null,
  at timestamp with time zone default now(),
  constraint notes_pkey PRIMARY KEY (id),
  constraint notes_number_key UNIQUE (number)
);
CREATE INDEX notes_at ON public.notes USING btree (at DESC);
CREATE TRIGGER guarded BEFORE DELETE ON public.notes FOR EACH ROW EXECUTE FUNCTION refuse();
grant select on notes to lianban_app;
alter table notes enable row level security;
create policy own on notes as permissive for all to public
  using (reads());
`)
})

const changes = [
  'alter table notes disable row level security',
  'alter table notes force row level security',
  'alter policy own on notes using (true)',
  'alter policy own on notes to lianban_app',
  'create policy more on notes as restrictive for insert with check (false)',
  'grant delete on notes to lianban_app',
  'grant update (number) on notes to lianban_app',
  'alter table notes alter column at set not null',
  "alter table notes alter column number set default ''",
  'alter table notes add column length integer generated always as (1) stored',
  'alter table notes add constraint short check (length < 9)',
  'alter table notes drop constraint notes_number_key',
  'alter table notes disable trigger guarded',
  'drop index notes_at',
  'alter function reads() security definer',
  'revoke execute on function reads() from public',
  'create view recent as select * from notes',
  'alter view recent set (security_invoker = true)',
  "create type mood as enum ('calm')",
  'create domain short_text as text check (length(value) < 9)',
  'create sequence numbers',
  'grant usage on sequence numbers to lianban_app',
  'create table parts (id integer) partition by range (id)',
  'create table part_one partition of parts for values from (1) to (2)',
]

test.each(changes)('[DB27] it shows in the description of the schema: %s', async (change) => {
  const before = await describeSchema(client)
  await client.query(change)
  expect(await describeSchema(client)).not.toBe(before)
})
