-- The radar for procurators: which cases and agencies it lists and why, what was opened from a row, and draws that anybody can check.

create table radar_findings (
  id uuid primary key,
  rule text not null check (rule ~ '^NT-[A-Z]+$'),
  -- What it is about, the same from look to look; each agency that is told has a row of its own.
  key text not null,
  told_agency_id uuid not null references agencies,
  told_as text not null check (told_as in ('watcher', 'own')),
  agency_id uuid not null references agencies,
  owner_agency_id uuid not null references agencies,
  case_id uuid references cases,
  number text,
  says_zh text not null,
  says_en text not null,
  found_at timestamptz not null,
  seen_at timestamptz not null,
  gone_at timestamptz,
  unique (key, told_agency_id),
  check ((case_id is null) = (number is null))
);
create index radar_findings_told on radar_findings (told_agency_id, found_at desc, id desc) where gone_at is null;
create index radar_findings_owner on radar_findings (owner_agency_id) where gone_at is null;
grant select, insert, update (says_zh, says_en, seen_at, gone_at) on radar_findings to lianban_app;
alter table radar_findings enable row level security;
-- A case that is kept to named officers is told to nobody else here either.
create policy told on radar_findings for select to lianban_app
  using (current_duty() = 'radar'
    or (told_agency_id = (select current_agency()) and (case_id is null or case_id not in (select kept_from_me()))));
create policy found on radar_findings for insert to lianban_app with check (current_duty() = 'radar');
create policy seen_again on radar_findings for update to lianban_app
  using (current_duty() = 'radar') with check (current_duty() = 'radar');

create table radar_openings (
  finding_id uuid not null references radar_findings,
  handoff_id uuid not null references handoffs,
  opened_by uuid not null references officers,
  opened_at timestamptz not null,
  primary key (finding_id, handoff_id)
);
create trigger append_only before update or delete or truncate on radar_openings
  for each statement execute function refuse_rewrite();
grant select, insert on radar_openings to lianban_app;
alter table radar_openings enable row level security;
create policy told on radar_openings for select to lianban_app
  using (exists (select from radar_findings f where f.id = finding_id));
create policy opened on radar_openings for insert to lianban_app
  with check (opened_by = current_officer()
    and exists (select from radar_findings f where f.id = finding_id and f.told_as = 'watcher'));

-- A draw in three acts, each written once: the seed is bound, the population is frozen, the word is said.
create table radar_draws (
  id uuid primary key,
  agency_id uuid not null references agencies,
  rule text,
  about_agency_id uuid references agencies,
  size integer not null check (size between 1 and 1000),
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  begun_by uuid not null references officers,
  begun_at timestamptz not null
);
create index radar_draws_agency on radar_draws (agency_id, begun_at desc, id desc);
create table radar_draw_seeds (
  draw_id uuid primary key references radar_draws,
  seed text not null check (seed ~ '^[0-9a-f]{64}$')
);
create table radar_draw_populations (
  draw_id uuid primary key references radar_draws,
  lines jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz not null
);
create table radar_draw_results (
  draw_id uuid primary key references radar_draw_populations,
  word text not null,
  seed text not null check (seed ~ '^[0-9a-f]{64}$'),
  sample jsonb not null,
  drawn_by uuid not null references officers,
  drawn_at timestamptz not null
);
create trigger append_only before update or delete or truncate on radar_draws for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on radar_draw_seeds for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on radar_draw_populations for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on radar_draw_results for each statement execute function refuse_rewrite();
grant select, insert on radar_draws, radar_draw_seeds, radar_draw_populations, radar_draw_results to lianban_app;
alter table radar_draws enable row level security;
alter table radar_draw_seeds enable row level security;
alter table radar_draw_populations enable row level security;
alter table radar_draw_results enable row level security;
create policy own on radar_draws for select to lianban_app using (agency_id = (select current_agency()));
create policy begun on radar_draws for insert to lianban_app
  with check (agency_id = (select current_agency()) and begun_by = current_officer());
-- No officer reads a seed before it is published with the result.
create policy bound on radar_draw_seeds for insert to lianban_app with check (current_duty() = 'radar');
create policy kept on radar_draw_seeds for select to lianban_app using (current_duty() = 'radar');
create policy own on radar_draw_populations for select to lianban_app
  using (exists (select from radar_draws d where d.id = draw_id));
create policy frozen on radar_draw_populations for insert to lianban_app
  with check (exists (select from radar_draws d where d.id = draw_id));
create policy own on radar_draw_results for select to lianban_app
  using (exists (select from radar_draws d where d.id = draw_id));
create policy drawn on radar_draw_results for insert to lianban_app
  with check (drawn_by = current_officer() and exists (select from radar_draws d where d.id = draw_id));

-- What the radar counts, past the row policies and for the radar alone, one agency at a time: numbers and days, persons as digests
-- of digests.
create function assert_radar() returns void
  language plpgsql stable set search_path = pg_catalog, public
  as $$ begin
    if current_duty() <> 'radar' then
      raise exception 'only the radar counts the cases of everybody' using errcode = 'insufficient_privilege';
    end if;
  end $$;

create function radar_cases(of_agency uuid, kinds text[], transfers text[])
  returns table (id uuid, number text, agency_id uuid, opened_on text, transferred_at timestamptz, is_decided boolean,
    decisions text[], figures jsonb, goods jsonb, persons jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$ begin
    perform assert_radar();
    return query
      select c.id, c.number, c.owner_agency_id, c.opened_on,
        (select min(r.given_at) from handoffs h join handoff_receipts r on r.handoff_id = h.id and r.rung = 'dispatched'
          where h.case_id = c.id and h.kind = any (transfers) and h.state <> 'cancelled'),
        exists (select from case_steps s where s.case_id = c.id and s.track = 'administrative' and s.move = 'decide'),
        array(select p ->> 'number' from case_steps s, jsonb_array_elements(s.papers) p
          where s.case_id = c.id and s.track = 'administrative' and p ->> 'paper' = 'penalty_decision'),
        (select coalesce(jsonb_agg(jsonb_build_object('measure', f.measure, 'amount', f.amount::text, 'unit', f.unit)), '[]')
          from case_figures f where f.case_id = c.id),
        (select coalesce(jsonb_agg(jsonb_build_object('category', g.category, 'dimension', g.dimension, 'amount', g.amount,
            'price', g.price, 'pricePer', g.price_per, 'sticksPerPack', g.sticks_per_pack)), '[]')
          from goods_lines g where g.case_id = c.id and not exists (select from goods_strikes s where s.line_id = g.id)),
        -- Cases of one person name each other, so a case that is kept to named officers has none.
        case when c.is_restricted then '[]'::jsonb else
          (select coalesce(jsonb_agg(distinct jsonb_build_object('kind', d.identifier_kind,
              'key', encode(sha256(convert_to(d.key_id, 'UTF8') || d.digest), 'hex'))), '[]')
            from case_clues l join identifier_digests d on d.record_kind = 'Clue' and d.record_id = l.clue_id
              join clues k on k.id = l.clue_id and not k.is_restricted
            where l.case_id = c.id) end
      from cases c join agencies a on a.id = c.owner_agency_id
      where c.owner_agency_id = of_agency and a.kind = any (kinds)
      order by c.opened_at, c.id;
  end $$;

create function radar_refusals(of_agency uuid, transfers text[])
  returns table (case_id uuid, number text, sender uuid, police uuid, standing text, at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$ begin
    perform assert_radar();
    return query
      select c.id, c.number, h.from_agency_id, h.to_agency_id, h.standing,
        (select max(r.given_at) from handoff_receipts r where r.handoff_id = h.id)
      from handoffs h join cases c on c.id = h.case_id
      where h.from_agency_id = of_agency and h.kind = any (transfers) and h.state = 'returned'
        -- What was sent anew since is under way again.
        and not exists (select from handoffs later where later.case_id = h.case_id and later.kind = h.kind
                          and later.prepared_at > h.prepared_at and later.state <> 'cancelled')
      order by h.prepared_at, h.id;
  end $$;

create function radar_clocks(of_agency uuid, rules text[])
  returns table (rule text, case_id uuid, number text, owner uuid, liable uuid, due_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$ begin
    perform assert_radar();
    return query
      select k.rule, c.id, c.number, c.owner_agency_id, k.liable_agency_id, k.due_at
      from clocks k join cases c on c.id = k.record_id
      where c.owner_agency_id = of_agency and k.rule = any (rules) and k.record_kind = 'Case' and k.closed_at is null and k.withdrawn_at is null
        and not k.is_paused and k.due_at is not null and k.liable_agency_id is not null
      order by k.opened_at, k.id;
  end $$;
revoke execute on function radar_cases(uuid, text[], text[]), radar_refusals(uuid, text[]), radar_clocks(uuid, text[]) from public;
grant execute on function radar_cases(uuid, text[], text[]), radar_refusals(uuid, text[]), radar_clocks(uuid, text[]) to lianban_app;
