-- Webhooks: endpoints of an agency's own, to which the hub says that something waits, and never what.

create table webhooks (
  id uuid primary key,
  agency_id uuid not null references agencies,
  name text not null,
  url text not null check (url ~ '^https?://'),
  kinds text[] not null check (cardinality(kinds) > 0),
  is_on boolean not null,
  set_by uuid not null references officers,
  set_at timestamptz not null,
  -- Since when nothing was delivered to it any more, if so.
  broken_at timestamptz,
  -- What is signed with is reckoned from the hub's own secret, the id and this: it lies nowhere.
  secret_nth integer not null,
  -- Who made it, who alone is shown it, and for a short while.
  secret_by uuid not null references officers,
  secret_at timestamptz not null,
  version integer not null default 1
);
create index webhooks_agency on webhooks (agency_id, set_at desc, id desc);

create table webhook_deliveries (
  id uuid primary key,
  webhook_id uuid not null references webhooks,
  agency_id uuid not null references agencies,
  kind text not null,
  number bigint not null,
  told_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  last_status integer,
  delivered_at timestamptz
);
create index webhook_deliveries_due on webhook_deliveries (webhook_id, next_at) where state = 'waiting';
create index webhook_deliveries_of on webhook_deliveries (webhook_id, told_at desc, id desc);

-- Every time that it was tried, and with what answer.
create table webhook_attempts (
  id uuid primary key,
  delivery_id uuid not null references webhook_deliveries,
  nth integer not null,
  at timestamptz not null,
  status integer,
  fault text check (fault in ('barred', 'unknown_name', 'unreachable', 'timeout', 'certificate', 'broken_off')),
  took_ms integer not null
);
create index webhook_attempts_of on webhook_attempts (delivery_id, at);
create trigger append_only before update or delete or truncate on webhook_attempts for each statement execute function refuse_rewrite();

grant select, insert on webhooks, webhook_attempts to lianban_app;
grant select on webhook_deliveries to lianban_app;
grant update (name, url, kinds, is_on, set_by, set_at, broken_at, secret_nth, secret_by, secret_at, version) on webhooks to lianban_app;
grant update (state, attempts, next_at, last_status, delivered_at) on webhook_deliveries to lianban_app;
alter table webhooks enable row level security;
alter table webhook_deliveries enable row level security;
alter table webhook_attempts enable row level security;
create policy own on webhooks to lianban_app
  using (agency_id = (select current_agency()) or (select current_duty()) = 'delivering')
  with check (agency_id = (select current_agency()) or (select current_duty()) = 'delivering');
create policy seen on webhook_deliveries for select to lianban_app
  using (agency_id = (select current_agency()) or (select current_duty()) = 'delivering');
create policy carried on webhook_deliveries for update to lianban_app
  using (agency_id = (select current_agency()) or (select current_duty()) = 'delivering');
create policy seen on webhook_attempts for select to lianban_app
  using ((select current_duty()) = 'delivering'
         or exists (select from webhook_deliveries d where d.id = delivery_id and d.agency_id = (select current_agency())));
create policy tried on webhook_attempts for insert to lianban_app with check ((select current_duty()) = 'delivering');

-- Each endpoint of the agency that wants the kind is told that something waits, when that may leave the hub. Of what is
-- kept to named officers none is told: a duty room would hear that something goes on about one of its own.
create function post_deliveries(to_agency uuid, of_number bigint, of_kind text, of_record uuid, told_at timestamptz, leaves_at timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$
    insert into webhook_deliveries (id, webhook_id, agency_id, kind, number, told_at, next_at)
      select gen_random_uuid(), w.id, to_agency, of_kind, of_number, post_deliveries.told_at, leaves_at
      from webhooks w
      where w.agency_id = to_agency and w.is_on and of_kind = any (w.kinds)
        and not exists (
          select from cases c where c.id = of_record and c.is_restricted and c.owner_agency_id = to_agency)
        and not exists (
          select from clues c where c.id = of_record and c.is_restricted and c.owner_agency_id = to_agency);
  $$;
revoke execute on function post_deliveries(uuid, bigint, text, uuid, timestamptz, timestamptz) from public;
grant execute on function post_deliveries(uuid, bigint, text, uuid, timestamptz, timestamptz) to lianban_app;
