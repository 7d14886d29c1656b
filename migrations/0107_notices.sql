-- Notices: what an officer is told, numbered for each agency in the order of commit, so that a line that broke goes on without loss or repeat.

-- Whoever tells an agency something holds its row until the commit: a number that can be read has none before it still to come.
create table notice_marks (
  agency_id uuid primary key references agencies,
  last bigint not null
);

create table notices (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies,
  officer_id uuid not null references officers,
  number bigint not null,
  kind text not null check (kind ~ '^[a-z_0-9]+$'),
  -- The act that it tells of, and which step of the matter where the act has several.
  act text not null,
  step text check (step ~ '^[a-z_0-9A-Z]+$'),
  matter_kind text not null,
  matter_id uuid not null,
  is_urgent boolean not null,
  at timestamptz not null,
  seen_at timestamptz,
  unique (officer_id, number)
);
create index notices_told on notices (agency_id, number);
create index notices_mine on notices (officer_id, at desc, id desc);
create index notices_unseen on notices (officer_id, at desc, id desc) where seen_at is null;

-- What an officer does not want to be told; whoever chose nothing is told everything that the post is told.
create table notice_choices (
  officer_id uuid not null references officers,
  kind text not null check (kind ~ '^[a-z_0-9]+$'),
  is_wanted boolean not null,
  chosen_at timestamptz not null,
  primary key (officer_id, kind)
);

-- A notice stands as long as its matter may be known: whoever loses the matter loses the notice, its place in counts included.
create function sees_matter(kind text, matter uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select case kind
      when 'Case' then sees_case(matter)
      when 'Clue' then sees_clue(matter)
      when 'Handoff' then sees_handoff(matter)
      when 'Assistance' then sees_assistance(matter)
      when 'TaskForce' then sees_task_force(matter)
      when 'RecallNotice' then sees_recall_notice(matter)
      when 'Agency' then matter = current_agency()
      else false end $$;

grant select on notice_marks to lianban_app;
grant select on notices to lianban_app;
grant update (seen_at) on notices to lianban_app;
grant select, insert on notice_choices to lianban_app;
grant update (is_wanted, chosen_at) on notice_choices to lianban_app;
alter table notice_marks enable row level security;
alter table notices enable row level security;
alter table notice_choices enable row level security;
create policy seen on notice_marks for select to lianban_app
  using (agency_id = (select current_agency()) or (select current_duty()) = 'live');
create policy seen on notices for select to lianban_app
  using ((select current_duty()) = 'live'
         or (officer_id = (select current_officer()) and agency_id = (select current_agency()) and sees_matter(matter_kind, matter_id)));
create policy looked on notices for update to lianban_app
  using (officer_id = (select current_officer()) and agency_id = (select current_agency()));
create policy own on notice_choices to lianban_app
  using (officer_id = (select current_officer())) with check (officer_id = (select current_officer()));

-- Tells those of an agency who hold one of these posts, whoever acted and whoever may not know of the record aside.
create function post_notice(to_agency uuid, to_roles text[], of_kind text, of_act text, of_step text,
    of_matter_kind text, of_matter uuid, of_record uuid, urgent boolean, fixed boolean, told_at timestamptz)
  returns bigint
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ declare given bigint; begin
    insert into notice_marks as m values (to_agency, 1)
      on conflict (agency_id) do update set last = m.last + 1 returning last into given;
    insert into notices (agency_id, officer_id, number, kind, act, step, matter_kind, matter_id, is_urgent, at)
      select to_agency, o.id, given, of_kind, of_act, of_step, of_matter_kind, of_matter, urgent, told_at
      from officers o
      where o.agency_id = to_agency and o.state = 'active' and o.roles && to_roles
        and o.id is distinct from current_officer()
        and (fixed or not exists (
          select from notice_choices c where c.officer_id = o.id and c.kind = of_kind and not c.is_wanted))
        and not exists (
          select from cases c where c.id = of_record and c.is_restricted and c.owner_agency_id = to_agency
            and not exists (select from record_readers r where r.record_id = c.id and r.officer_id = o.id))
        and not exists (
          select from clues c where c.id = of_record and c.is_restricted and c.owner_agency_id = to_agency
            and not exists (select from record_readers r where r.record_id = c.id and r.officer_id = o.id));
    return given;
  end $$;
revoke execute on function post_notice(uuid, text[], text, text, text, text, uuid, uuid, boolean, boolean, timestamptz) from public;
grant execute on function post_notice(uuid, text[], text, text, text, text, uuid, uuid, boolean, boolean, timestamptz) to lianban_app;

-- A request that waits to be signed in counts by the end that its clock would have, not by when it came.
update assistances a set ranked_at = a.sent_at + case a.urgency
    when 'hours_2' then interval '2 hours' when 'hours_24' then interval '24 hours' when 'days_7' then interval '7 days'
    when 'days_15' then interval '15 days' when 'working_days_15' then interval '21 days'
    else make_interval(days => coalesce((select l.days from assistance_letters l where l.id = a.letter_id), 7)) end
  where a.due_at is null and a.sent_at is not null and a.state in ('sent', 'open');
