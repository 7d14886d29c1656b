-- What the watch over the log found: who, how often and when, never what. Each alert is told to one agency.

create table audit_alerts (
  id uuid primary key,
  rule text not null,
  told_agency_id uuid not null references agencies,
  told_as text not null check (told_as in ('own', 'owner', 'operator')),
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  times integer not null check (times > 0),
  records integer not null check (records >= 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  raised_at timestamptz not null,
  -- Once a day is enough, however often the watch looks and in however many processes.
  raised_on date not null,
  unique (rule, officer_id, told_agency_id, raised_on)
);
create index audit_alerts_told on audit_alerts (told_agency_id, raised_at desc, id);

create table audit_alert_answers (
  alert_id uuid primary key references audit_alerts,
  verdict text not null check (verdict in ('explained', 'pursued')),
  note text not null,
  answered_by uuid not null references officers,
  answered_at timestamptz not null
);

create trigger append_only before update or delete or truncate on audit_alerts
  for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on audit_alert_answers
  for each statement execute function refuse_rewrite();
grant select, insert on audit_alerts, audit_alert_answers to lianban_app;
alter table audit_alerts enable row level security;
alter table audit_alert_answers enable row level security;
create policy told on audit_alerts for select to lianban_app using (told_agency_id = (select current_agency()));
create policy watching on audit_alerts for insert to lianban_app with check (current_duty() = 'watching');
create policy told on audit_alert_answers for select to lianban_app
  using (exists (select from audit_alerts a where a.id = alert_id));
create policy answered on audit_alert_answers for insert to lianban_app
  with check (answered_by = current_officer() and exists (select from audit_alerts a where a.id = alert_id));

-- What officers did since, with whose record it was: past the row policies, and only for the watch, which keeps counts of it.
create function entries_to_watch(since uuid, of_acts text[])
  returns table (at bigint, act text, outcome text, officer_id uuid, agency_id uuid, record_id uuid, owner_agency_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$ begin
    if current_duty() <> 'watching' then
      raise exception 'only the watch reads what everybody did' using errcode = 'insufficient_privilege';
    end if;
    return query
      with watched as (
        select l.id, l.at, l.act, l.outcome, l.officer_id, l.agency_id, coalesce(l.case_id, case
          when l.subject_kind in ('Case', 'Clue') and l.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
          then l.subject_id::uuid end) as record_id
        from audit_leaves l
        where l.id >= since and l.officer_id is not null and (l.outcome = 'refused' or l.act = any (of_acts)))
      select w.at, w.act, w.outcome, w.officer_id, w.agency_id, w.record_id, coalesce(c.owner_agency_id, k.owner_agency_id)
      from watched w left join cases c on c.id = w.record_id left join clues k on k.id = w.record_id
      order by w.id;
  end $$;
revoke execute on function entries_to_watch(uuid, text[]) from public;
grant execute on function entries_to_watch(uuid, text[]) to lianban_app;
