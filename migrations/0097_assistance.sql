-- Rapid assistance: what one agency asks of others on a case, one line for each of them, and every step that was taken.

-- What was asked, frozen with the papers that went along. One letter goes to one or more receivers.
create table assistance_letters (
  id uuid primary key,
  number text not null,
  case_id uuid not null references cases,
  from_agency_id uuid not null references agencies,
  kind text not null check (kind ~ '^[a-z_0-9]+$'),
  proceeding text not null check (proceeding in ('administrative', 'criminal')),
  urgency text not null check (urgency ~ '^[a-z_0-9]+$'),
  days integer check (days between 1 and 60),
  urgency_reason text not null,
  lane text check (lane ~ '^[a-z_0-9]+$'),
  legal_basis text not null,
  facts text not null,
  questions text not null,
  reply_form text not null,
  contact text not null,
  targets jsonb not null,
  papers jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  asked_by uuid not null references officers,
  asked_at timestamptz not null,
  unique (from_agency_id, number)
);
create index assistance_letters_case on assistance_letters (case_id);

-- What was asked of one receiver, and where it stands in the table of steps.
create table assistances (
  id uuid primary key,
  letter_id uuid not null references assistance_letters,
  number text not null,
  case_id uuid not null references cases,
  from_agency_id uuid not null references agencies,
  to_agency_id uuid not null references agencies,
  kind text not null,
  urgency text not null,
  lane text,
  approval text not null check (approval in ('leader', 'desk')),
  -- Who decides a dispute, once one side asked; and who is told when the limit has passed.
  overseer_agency_id uuid references agencies,
  superior_agency_id uuid references agencies,
  state text not null check (state in ('drafted', 'dropped', 'sent', 'open', 'refused', 'contested', 'replied', 'closed')),
  standing text not null,
  claimed_by uuid references officers,
  assigned_to uuid references officers,
  unit text not null default '',
  asked_at timestamptz not null,
  sent_at timestamptz,
  first_answered_at timestamptz,
  replied_at timestamptz,
  -- As its clock stands, which the clock itself sees to.
  due_at timestamptz,
  is_paused boolean not null default false,
  climbs_at timestamptz,
  -- What the desk sorts by: the last instant; before there is one, when it was sent.
  ranked_at timestamptz not null,
  version integer not null default 1,
  unique (letter_id, to_agency_id),
  check (from_agency_id <> to_agency_id)
);
create index assistances_desk on assistances (to_agency_id, ranked_at, id) where state in ('sent', 'open');
create index assistances_received on assistances (to_agency_id, asked_at desc, id desc);
create index assistances_sent on assistances (from_agency_id, asked_at desc, id desc);
create index assistances_overseer on assistances (overseer_agency_id, asked_at desc, id desc) where overseer_agency_id is not null;
create index assistances_superior on assistances (superior_agency_id, climbs_at) where superior_agency_id is not null;
create index assistances_case on assistances (case_id);

create table assistance_receipts (
  id uuid primary key,
  assistance_id uuid not null references assistances,
  version integer not null,
  move text not null,
  standing text not null,
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  note text not null,
  missing text[] not null default '{}',
  papers jsonb not null default '[]',
  items jsonb not null default '[]',
  ground text,
  amount integer check (amount > 0),
  unit text not null default '',
  named_officer_id uuid references officers,
  named_agency_id uuid references agencies,
  -- Over the letter, this step and the digest of the step before.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  given_at timestamptz not null,
  unique (assistance_id, version)
);
create trigger append_only before update or delete or truncate on assistance_letters for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on assistance_receipts for each statement execute function refuse_rewrite();

grant select, insert on assistance_letters, assistance_receipts to lianban_app;
grant select, insert on assistances to lianban_app;
grant update (state, standing, version, overseer_agency_id, claimed_by, assigned_to, unit, sent_at, first_answered_at, replied_at, ranked_at)
  on assistances to lianban_app;

alter table assistances enable row level security;
create policy seen on assistances for select to lianban_app
  using (from_agency_id = (select current_agency())
         or (state not in ('drafted', 'dropped')
             and (to_agency_id = (select current_agency()) or overseer_agency_id = (select current_agency())
                  or superior_agency_id = (select current_agency()))));
-- A receiver knows nothing of whom the case is kept to; of the sender's own officers only those who may know of it do.
create policy kept_back on assistances as restrictive for select to lianban_app
  using (from_agency_id is distinct from (select current_agency()) or (select current_duty()) <> ''
    or case_id not in (select kept_from_me()));
create policy asked on assistances for insert to lianban_app
  with check (from_agency_id = (select current_agency()) and sees_record('Case', case_id));
create policy moved on assistances for update to lianban_app
  using ((select current_agency()) in (from_agency_id, to_agency_id, overseer_agency_id))
  with check ((select current_agency()) in (from_agency_id, to_agency_id, overseer_agency_id));

create function sees_assistance(request uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select from assistances a where a.id = request
      and case when a.from_agency_id = current_agency() then not is_kept_from_me(a.case_id)
          else a.state not in ('drafted', 'dropped')
            and current_agency() in (a.to_agency_id, a.overseer_agency_id, a.superior_agency_id) end) $$;
create function sees_assistance_letter(letter uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select from assistances a where a.letter_id = letter and sees_assistance(a.id)) $$;

alter table assistance_letters enable row level security;
create policy seen on assistance_letters for select to lianban_app using (sees_assistance_letter(id));
create policy asked on assistance_letters for insert to lianban_app
  with check (from_agency_id = (select current_agency()) and sees_record('Case', case_id));
alter table assistance_receipts enable row level security;
create policy seen on assistance_receipts for select to lianban_app using (sees_assistance(assistance_id));
create policy given on assistance_receipts for insert to lianban_app
  with check (agency_id = (select current_agency()) and sees_assistance(assistance_id));

-- No request stands anywhere without the receipt that brought it there.
create function assistance_stands_by_receipt() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    if not exists (select from assistance_receipts r where r.assistance_id = new.id and r.version = new.version
                     and r.standing = new.standing) then
      raise exception 'assistance % has no receipt for being %', new.id, new.standing using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $$;
create constraint trigger stands_by_receipt after insert or update on assistances
  deferrable initially deferred for each row execute function assistance_stands_by_receipt();

-- A request has a clock of its own, and carries where it stands, so that a desk reads one index.
alter table law_events drop constraint law_events_matter_kind_check, add constraint law_events_matter_kind_check
  check (matter_kind in ('Case', 'Clue', 'Handoff', 'Assistance'));
alter table clocks drop constraint clocks_matter_kind_check, add constraint clocks_matter_kind_check
  check (matter_kind in ('Case', 'Clue', 'Handoff', 'Assistance'));
create function carry_assistance_clock() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$ begin
    update assistances a set due_at = new.due_at, is_paused = new.is_paused, superior_agency_id = new.superior_agency_id,
        climbs_at = case when new.closed_at is null and new.withdrawn_at is null then new.escalate_at end,
        ranked_at = new.ranked_at
      where a.id = new.matter_id
        and not exists (select from clocks c where c.matter_id = new.matter_id and c.opened_at > new.opened_at);
    return null;
  end $$;
create trigger carried after insert or update on clocks
  for each row when (new.matter_kind = 'Assistance') execute function carry_assistance_clock();
