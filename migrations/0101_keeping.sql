-- Holds keep what the log could still be matched by; without one, two audit administrators destroy its salts when a deletion duty asks for it.

create table legal_holds (
  id uuid primary key,
  operator_id uuid not null references agencies,
  record_kind text not null check (record_kind in ('Case', 'Clue', 'EvidenceItem')),
  record_id uuid not null,
  -- The case or clue that says who may know of the record.
  root_id uuid not null,
  owner_agency_id uuid not null references agencies,
  agency_id uuid not null references agencies,
  reason text not null check (reason <> ''),
  authority text not null check (authority <> ''),
  laid_by uuid not null references officers,
  laid_at timestamptz not null
);
create index legal_holds_record on legal_holds (record_id);

create table legal_hold_lifts (
  hold_id uuid primary key references legal_holds,
  reason text not null check (reason <> ''),
  authority text not null check (authority <> ''),
  lifted_by uuid not null references officers,
  lifted_at timestamptz not null
);

-- What is to be destroyed as it was proposed: the acts of each kind with the instant before which they no longer have to be kept.
create table salt_destructions (
  id uuid primary key,
  operator_id uuid not null references agencies,
  kind text,
  record_id uuid,
  covers jsonb not null,
  salts integer not null check (salts > 0),
  reason text not null check (reason <> ''),
  proposed_by uuid not null references officers,
  proposed_at timestamptz not null,
  check ((kind is null) <> (record_id is null))
);

create table salt_destruction_decisions (
  destruction_id uuid primary key references salt_destructions,
  decision text not null check (decision in ('approved', 'declined', 'withdrawn')),
  note text not null,
  decided_by uuid not null references officers,
  decided_at timestamptz not null
);

create trigger append_only before update or delete or truncate on legal_holds for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on legal_hold_lifts for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on salt_destructions for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on salt_destruction_decisions for each statement execute function refuse_rewrite();
grant select, insert on legal_holds, legal_hold_lifts, salt_destructions, salt_destruction_decisions to lianban_app;

alter table legal_holds enable row level security;
create policy parties on legal_holds for select to lianban_app
  using (agency_id = (select current_agency()) or owner_agency_id = (select current_agency()));
create policy keeping on legal_holds for select to lianban_app using ((select current_duty()) = 'keeping');
create policy kept_back on legal_holds as restrictive for select to lianban_app
  using ((select current_duty()) <> '' or not is_kept_from_me(root_id));
create policy laid on legal_holds for insert to lianban_app
  with check (agency_id = current_agency() and laid_by = current_officer());

alter table legal_hold_lifts enable row level security;
create policy of_hold on legal_hold_lifts for select to lianban_app using (exists (select from legal_holds h where h.id = hold_id));
create policy lifted on legal_hold_lifts for insert to lianban_app
  with check (lifted_by = current_officer() and exists (select from legal_holds h where h.id = hold_id and h.agency_id = current_agency()));

alter table salt_destructions enable row level security;
create policy operator on salt_destructions for select to lianban_app using (operator_id = (select current_agency()) and (select keeps_register()));
create policy proposed on salt_destructions for insert to lianban_app
  with check (operator_id = current_agency() and keeps_register() and proposed_by = current_officer());

alter table salt_destruction_decisions enable row level security;
create policy of_destruction on salt_destruction_decisions for select to lianban_app
  using (exists (select from salt_destructions d where d.id = destruction_id));
-- Nobody approves alone: whoever proposed may only take it back.
create policy decided on salt_destruction_decisions for insert to lianban_app
  with check (decided_by = current_officer() and exists (
    select from salt_destructions d where d.id = destruction_id and (decision <> 'approved' or d.proposed_by <> decided_by)));

-- Whether a hold that stands keeps an entry on this subject: on the record itself, on what hangs on it, or on the case it belongs to.
create function is_held(kind text, subject text, of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select from legal_holds h
    where not exists (select from legal_hold_lifts l where l.hold_id = h.id)
      and (h.record_id = of_case or h.record_id::text = subject
        or (kind = 'Grant' and exists (select from grants g where g.id::text = subject and g.record_id = h.record_id))
        or (kind = 'Handoff' and exists (select from handoffs o where o.id::text = subject and o.record_id = h.record_id))
        or (kind = 'Clue' and exists (select from case_clues c where c.clue_id::text = subject and c.case_id = h.record_id)))) $$;

-- Whether what is to be destroyed covers an entry: by its act and time, and for what is kept as long as its case only once that is closed.
create function is_covered(covers jsonb, record uuid, of_act text, entry_at bigint, subject text, of_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select (record is null or record::text = subject or record = of_case) and exists (
    select from jsonb_to_recordset(covers) as k (acts text[], before bigint, "whileCaseOpen" boolean)
    where of_act = any (k.acts) and entry_at < k.before
      and (not k."whileCaseOpen" or not exists (select from cases c where c.id = of_case and c.stage <> 'closed'))) $$;

revoke execute on function is_held(text, text, uuid), is_covered(jsonb, uuid, text, bigint, text, uuid) from public;

-- Salts that still stand, by act: how many, since when, how many no longer have to be kept, and how many of those a hold keeps.
create function salts_standing(covers jsonb, record uuid)
  returns table (act text, salts bigint, oldest bigint, newest bigint, due bigint, held bigint)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$ begin
    if current_duty() <> 'keeping' then
      raise exception 'only the keeping of the log counts its salts' using errcode = 'insufficient_privilege';
    end if;
    return query
      with covered as materialized (
        select unnest(k.acts) as act, k.before, k."whileCaseOpen" as while_open
        from jsonb_to_recordset(covers) as k (acts text[], before bigint, "whileCaseOpen" boolean)),
      standing as (
        select l.act, l.at, l.subject_kind, l.subject_id, l.case_id, coalesce(l.at < k.before and (not k.while_open or not exists (
            select from cases c where c.id = l.case_id and c.stage <> 'closed')), false) as is_due
        from audit_salts s join audit_leaves l on l.id = s.entry_id left join covered k on k.act = l.act
        where record is null or l.subject_id = record::text or l.case_id = record)
      select e.act, count(*), min(e.at), max(e.at), count(*) filter (where e.is_due),
        count(*) filter (where e.is_due and is_held(e.subject_kind, e.subject_id, e.case_id))
      from standing e group by e.act;
  end $$;

-- Destroys what an approved proposal covers and no hold keeps, and answers how many salts that were.
create function destroy_salts(destruction uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ declare
    destroyed integer;
  begin
    if current_duty() <> 'keeping' then
      raise exception 'only the keeping of the log destroys salts' using errcode = 'insufficient_privilege';
    end if;
    delete from audit_salts s using audit_leaves l, salt_destructions d
      where d.id = destruction and l.id = s.entry_id
        and is_covered(d.covers, d.record_id, l.act, l.at, l.subject_id, l.case_id)
        and not is_held(l.subject_kind, l.subject_id, l.case_id);
    get diagnostics destroyed = row_count;
    -- A repeated click is answered for as long as anybody clicks; its digest has no salt and would say the same.
    delete from submissions where submitted_at < current_instant() - interval '6 months';
    return destroyed;
  end $$;

-- The wall behind it, for the owner of the database as well: no salt goes that no two people decided on, that a hold keeps, or that is
-- younger than the six months of the Cybersecurity Law.
create function refuse_loss_of_salts() returns trigger language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    if exists (
      select from gone join audit_leaves l on l.id = gone.entry_id
      where is_held(l.subject_kind, l.subject_id, l.case_id)
        or l.at > extract(epoch from current_instant() - interval '6 months') * 1000
        or not exists (
          select from salt_destructions d join salt_destruction_decisions x on x.destruction_id = d.id
          where x.decision = 'approved' and x.decided_by <> d.proposed_by
            and is_covered(d.covers, d.record_id, l.act, l.at, l.subject_id, l.case_id))) then
      raise exception 'a salt that is to be kept' using errcode = 'insufficient_privilege';
    end if;
    return null;
  end $$;
create trigger nothing_is_lost after delete on audit_salts referencing old table as gone for each statement execute function refuse_loss_of_salts();
create trigger append_only before update or truncate on audit_salts for each statement execute function refuse_rewrite();

revoke execute on function salts_standing(jsonb, uuid), destroy_salts(uuid), refuse_loss_of_salts() from public;
grant execute on function salts_standing(jsonb, uuid), destroy_salts(uuid) to lianban_app;
