-- Climbing: a notice that cannot wait and that nobody of the desk has read goes to the next post of the same agency, once.

create table notice_climbs (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies,
  number bigint not null,
  -- The first, second ... time that it climbs.
  nth integer not null,
  kind text not null,
  to_roles text[] not null,
  minutes integer not null,
  matter_kind text not null,
  matter_id uuid not null,
  -- Where the request stood: whoever moved it has looked at it, also without opening the notice.
  matter_version integer,
  record_id uuid not null,
  told_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'read', 'climbed')),
  done_at timestamptz,
  unique (agency_id, number, nth)
);
create index notice_climbs_due on notice_climbs (due_at) where state = 'waiting';

grant select on notice_climbs to lianban_app;
grant update (state, done_at) on notice_climbs to lianban_app;
alter table notice_climbs enable row level security;
create policy seen on notice_climbs for select to lianban_app using ((select current_duty()) = 'climbing');
create policy done on notice_climbs for update to lianban_app using ((select current_duty()) = 'climbing');

-- Written with the notice. Where nobody holds a post of the desk there is nobody to wait for.
create function post_climb(of_agency uuid, of_number bigint, of_nth integer, of_kind text, roles text[], after_minutes integer,
    of_matter_kind text, of_matter uuid, of_record uuid, told_at timestamptz, due_at timestamptz)
  returns void
  language sql security definer set search_path = pg_catalog, public
  as $$
    insert into notice_climbs (agency_id, number, nth, kind, to_roles, minutes, matter_kind, matter_id, matter_version,
        record_id, told_at, due_at)
      select of_agency, of_number, of_nth, of_kind, roles, after_minutes, of_matter_kind, of_matter,
        (select a.version from assistances a where of_matter_kind = 'Assistance' and a.id = of_matter),
        of_record, post_climb.told_at,
        case when exists (select from notices n where n.agency_id = of_agency and n.number = of_number)
          then post_climb.due_at else post_climb.told_at end;
  $$;

-- Whether anybody who was told has read it, here or where it climbed to before, or the request has moved on since.
create function climb_is_needless(climb uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select exists (
        select from notices n
        where n.agency_id = c.agency_id and n.number >= c.number and n.seen_at is not null
          and (n.number = c.number or (n.act = 'notice.climb' and n.matter_id = c.matter_id)))
      or (c.matter_version is not null
        and c.matter_version is distinct from (select a.version from assistances a where a.id = c.matter_id))
    from notice_climbs c where c.id = climb;
  $$;
revoke execute on function post_climb(uuid, bigint, integer, text, text[], integer, text, uuid, uuid, timestamptz, timestamptz) from public;
revoke execute on function climb_is_needless(uuid) from public;
grant execute on function post_climb(uuid, bigint, integer, text, text[], integer, text, uuid, uuid, timestamptz, timestamptz) to lianban_app;
grant execute on function climb_is_needless(uuid) to lianban_app;
