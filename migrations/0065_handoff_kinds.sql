-- Every hand-over between agencies is one object: kinds, states and moves are data of the program, and no state is reached without its receipt.

alter table agencies drop constraint agencies_kind_check;
alter table agencies add constraint agencies_kind_check
  check (kind in ('operator', 'tobacco', 'police', 'customs', 'market_regulation', 'postal', 'procuratorate', 'company'));

-- A clue is handed on as well as a case. `state` is what the records make of it, `standing` where it stands in the table of its kind.
alter table handoffs drop constraint handoffs_kind_check, drop constraint handoffs_state_check,
  drop constraint handoffs_from_agency_id_number_key, alter column case_id drop not null;
alter table handoffs
  add column clue_id uuid references clues,
  add column record_id uuid generated always as (coalesce(case_id, clue_id)) stored,
  add column standing text,
  -- Whose officers of the sender may know of it: those of the record where the sender owns it, else all of the sender.
  add column circle_id uuid,
  add column overseer_agency_id uuid references agencies,
  add column forwards_id uuid references handoffs,
  add column circumstances text[] not null default '{}',
  add constraint handoffs_about_one check (num_nonnulls(case_id, clue_id) = 1),
  add constraint handoffs_kind_check check (kind ~ '^[a-z_]+$'),
  add constraint handoffs_state_check check (state in ('prepared', 'dispatched', 'delivered', 'signed_for', 'accepted',
    'taken', 'contested', 'returned', 'forwarded', 'cancelled'));
alter table handoffs disable trigger kept;
update handoffs set standing = state, circle_id = case_id;
alter table handoffs enable trigger kept;
alter table handoffs alter column standing set not null, alter column circle_id set not null;
-- What a wrong addressee passes on keeps its number.
create unique index handoffs_from_agency_id_number_key on handoffs (from_agency_id, number) where forwards_id is null;
create index handoffs_record on handoffs (record_id);
create index handoffs_overseer on handoffs (overseer_agency_id, prepared_at desc, id desc);

-- Which of the papers that the law asks for an item is.
alter table handoff_items drop constraint handoff_items_kind_check, add column material text;
alter table handoff_items add constraint handoff_items_kind_check
  check (kind in ('transfer_letter', 'case_record', 'clue', 'figures', 'dossier_section', 'paper'));

alter table handoff_receipts drop constraint handoff_receipts_rung_check, drop constraint handoff_receipts_handoff_id_rung_key;
alter table handoff_receipts
  add column move text,
  add column standing text,
  add column version integer,
  add column reasons text[] not null default '{}',
  add column papers jsonb not null default '[]',
  add column named_agency_id uuid references agencies,
  add constraint handoff_receipts_rung_check check (rung in ('dispatched', 'delivered', 'signed_for', 'accepted', 'accepted_in_part',
    'returned', 'forwarded', 'cancelled', 'acted', 'notified', 'answered', 'referred', 'decided', 'overseen', 'concluded'));
update handoff_receipts r set
  move = case r.rung when 'dispatched' then 'dispatch' when 'signed_for' then 'sign' when 'accepted' then 'accept'
                     when 'returned' then 'return' else 'cancel' end,
  standing = r.rung,
  version = 1 + (select count(*) from handoff_receipts o where o.handoff_id = r.handoff_id and (o.given_at, o.id) <= (r.given_at, r.id));
alter table handoff_receipts alter column move set not null, alter column standing set not null, alter column version set not null,
  add constraint handoff_receipts_handoff_id_version_key unique (handoff_id, version);
create trigger append_only before update or delete or truncate on handoff_receipts for each statement execute function refuse_rewrite();

-- A handoff stands nowhere without the receipt that brought it there, over the digest of its package.
create function stands_by_receipt() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    if not exists (select from handoff_receipts r where r.handoff_id = new.id and r.version = new.version
                     and r.standing = new.standing and r.package_digest = new.package_digest) then
      raise exception 'handoff % has no receipt for being %', new.id, new.standing using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $$;
create constraint trigger stands_by_receipt after update on handoffs
  deferrable initially deferred for each row execute function stands_by_receipt();
create constraint trigger forwarded_by_receipt after insert on handoffs
  deferrable initially deferred for each row when (new.forwards_id is not null) execute function stands_by_receipt();

-- What was frozen stays frozen: of a handoff only its place in the table moves.
revoke update on handoffs from lianban_app;
grant update (state, standing, version, overseer_agency_id) on handoffs to lianban_app;

create or replace function sees_handoff(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from handoffs h where h.id = record and not is_kept_from_me(h.record_id)
      and (h.from_agency_id = current_agency()
           or (h.state not in ('prepared', 'cancelled')
               and (h.to_agency_id = current_agency() or h.overseer_agency_id = current_agency() or sees_case(h.case_id))))) $$;

-- A wrong addressee passes the package on as it is, in the sender's name.
create function forwards_handoff(forwarded uuid, sender uuid, digest text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from handoffs h where h.id = forwarded and h.to_agency_id = current_agency()
      and h.from_agency_id = sender and h.package_digest = digest) $$;
create function may_fill_handoff(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from handoffs h where h.id = record
      and (h.from_agency_id = current_agency() or forwards_handoff(h.forwards_id, h.from_agency_id, h.package_digest))) $$;

alter policy seen on handoffs
  using (from_agency_id = (select current_agency())
         or (state not in ('prepared', 'cancelled')
             and (to_agency_id = (select current_agency()) or overseer_agency_id = (select current_agency())))
         or sees_handoff(id));
alter policy kept_back on handoffs
  using ((select current_duty()) <> '' or record_id not in (select kept_from_me()));
alter policy prepared on handoffs
  with check (from_agency_id = (select current_agency()) or forwards_handoff(forwards_id, from_agency_id, package_digest));
alter policy moved on handoffs
  using ((select current_agency()) in (from_agency_id, to_agency_id, overseer_agency_id))
  with check ((select current_agency()) in (from_agency_id, to_agency_id, overseer_agency_id));
alter policy prepared on handoff_items with check (may_fill_handoff(handoff_id));
alter policy given on handoff_receipts
  with check (agency_id = (select current_agency()) and (sees_handoff(handoff_id) or may_fill_handoff(handoff_id)));

drop trigger kept on handoffs;
create trigger kept after insert or update on handoffs for each row execute function
  keep_version('Handoff', 'id', '', 'record_id', 'case_id', 'clue_id', 'circle_id', 'kind', 'from_agency_id', 'to_agency_id',
    'overseer_agency_id', 'state');

create or replace function is_kept_back(kind text, subject text, of_case uuid)
  returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select (of_case is not null and is_kept_from_me(of_case))
    or case when subject !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then false else case kind
      when 'Case' then is_kept_from_me(subject::uuid)
      when 'Clue' then is_kept_from_me(subject::uuid)
      when 'Grant' then exists (select 1 from grants g where g.id = subject::uuid and is_kept_from_me(g.record_id))
      when 'Emergency' then exists (select 1 from emergencies e where e.id = subject::uuid and is_kept_from_me(e.record_id))
      when 'Proposal' then exists (select 1 from proposals p where p.id = subject::uuid and is_kept_from_me(p.record_id))
      when 'RecallNotice' then exists (select 1 from recall_notices n where n.id = subject::uuid and is_kept_from_me(n.record_id))
      when 'AccessRequest' then exists (select 1 from access_request_targets t where t.request_id = subject::uuid and is_kept_from_me(t.record_id))
      when 'Handoff' then exists (select 1 from handoffs h where h.id = subject::uuid and is_kept_from_me(h.record_id))
      when 'TaskForce' then exists (select 1 from task_forces f where f.id = subject::uuid and is_kept_from_me(f.case_id))
      else false end end $$;
create or replace function derived_handoffs(of_kind text, of_record uuid)
  returns table (handoff_id uuid, case_id uuid, from_agency_id uuid, to_agency_id uuid, state text, sent_at timestamptz, as_record boolean, quoting bigint)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select h.id, h.case_id, h.from_agency_id, h.to_agency_id, h.state,
      (select min(r.given_at) from handoff_receipts r where r.handoff_id = h.id and r.rung in ('dispatched', 'forwarded')),
      found.as_record, found.quoting
    from handoffs h
    join lateral (
      select coalesce(bool_or(i.record_id = of_record and i.kind in ('clue', 'case_record')), false) as as_record,
        count(*) filter (where i.kind = 'dossier_section' and strpos(plain_number(i.content), wanted.number) > 0) as quoting
      from handoff_items i,
        (select plain_number(coalesce((select c.number from clues c where c.id = of_record and of_kind = 'Clue'),
                                      (select c.number from cases c where c.id = of_record and of_kind = 'Case'))) as number) as wanted
      where i.handoff_id = h.id) as found on found.as_record or found.quoting > 0
    where owns_record(of_kind, of_record) and h.state not in ('prepared', 'cancelled')
      and (h.record_id = of_record or h.case_id in (select l.case_id from case_clues l where l.clue_id = of_record)
           or h.from_agency_id in (select g.grantee_agency_id from grants g where g.record_id = of_record)
           or h.from_agency_id in (select g.grantee_agency_id from case_clues l join grants g on g.record_id = l.case_id where l.clue_id = of_record))
    order by h.prepared_at $$;

-- A clue has a kind of its own, which the name of the parameter would be taken for.
create or replace function owner_of_record(kind text, record uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select c.owner_agency_id from cases c
      where owner_of_record.kind = 'Case' and c.id = owner_of_record.record and current_duty() = 'clocks'
    union all select c.owner_agency_id from clues c
      where owner_of_record.kind = 'Clue' and c.id = owner_of_record.record and current_duty() = 'clocks' $$;
