-- Administration takes two: changes to officers and to the rules are proposed in one office and decided in another; every rule set stays on record.

-- Raised by every change of roles or state, so that a proposal made on an older page is noticed.
alter table officers add column version integer not null default 1;

-- The three administrators of the operator, and nobody else there, see the register of all agencies.
create function keeps_register() returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select from officers o join agencies a on a.id = o.agency_id
    where o.id = current_officer() and a.id = current_agency() and a.kind = 'operator' and o.state = 'active'
      and o.roles && array['system_admin', 'security_admin', 'audit_admin']) $$;

create policy register on officers for select to lianban_app using ((select keeps_register()));

-- When officers signed in last; of another agency's officers only the keepers of the register learn it.
create function last_sign_ins(ids uuid[]) returns table (officer_id uuid, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select s.officer_id, max(s.started_at) from sessions s
    where s.officer_id = any (ids) and (s.agency_id = current_agency() or keeps_register())
    group by s.officer_id $$;

-- A proposal is decided once, and nothing else of it ever changes.
create function decide_once() returns trigger language plpgsql
  as $$ begin
    if old.state <> 'proposed'
      or to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'note'] <> to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'note'] then
      raise exception '% is decided once: update refused', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;

create table officer_changes (
  id uuid primary key,
  operator_id uuid not null references agencies,
  agency_id uuid not null references agencies,
  kind text not null check (kind in ('entry', 'roles', 'suspension', 'reinstatement')),
  -- The officer whom it concerns; entries concern the agency.
  concerns_id uuid not null,
  officer_version integer,
  touches_office boolean not null,
  lines jsonb not null check (jsonb_array_length(lines) > 0),
  reason text not null,
  proposed_by uuid not null references officers,
  proposed_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined', 'withdrawn')),
  decided_by uuid references officers,
  decided_at timestamptz,
  note text,
  check ((state = 'proposed') = (decided_by is null) and (state = 'proposed') = (decided_at is null)),
  check ((kind = 'entry') = (officer_version is null))
);
create index officer_changes_agency on officer_changes (agency_id, id desc);
create index officer_changes_open on officer_changes (id) where state = 'proposed';
-- Whoever proposed a change has not approved it, whatever the rules say.
alter table officer_changes add constraint two_people check (state <> 'approved' or decided_by <> proposed_by);
create trigger decided_once before update on officer_changes for each row execute function decide_once();

-- Rule files by the digest of their names and texts.
create table policy_texts (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  files jsonb not null,
  kept_at timestamptz not null
);

-- What a process found on disk, written when it differs from what was found last: a rule set, or why it cannot be used.
create table policy_sightings (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  digest text references policy_texts,
  problems jsonb,
  check ((digest is null) <> (problems is null))
);

create table policy_changes (
  id uuid primary key,
  operator_id uuid not null references agencies,
  digest text not null references policy_texts,
  base_digest text not null references policy_texts,
  reason text not null,
  proposed_by uuid not null references officers,
  proposed_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined', 'withdrawn')),
  decided_by uuid references officers,
  decided_at timestamptz,
  note text,
  check ((state = 'proposed') = (decided_by is null) and (state = 'proposed') = (decided_at is null)),
  constraint two_people check (state <> 'approved' or decided_by <> proposed_by)
);
create unique index policy_changes_open on policy_changes (operator_id) where state = 'proposed';
create trigger decided_once before update on policy_changes for each row execute function decide_once();

-- The newest row is in force. A row without a change was adopted from the files: at the first start, in a demonstration, or offline by the owner of the database.
create table policy_versions (
  id uuid primary key,
  serial integer not null unique check (serial > 0),
  digest text not null references policy_texts,
  how text not null check (how in ('adopted', 'approved', 'adopted_offline')),
  change_id uuid unique references policy_changes,
  reason text,
  in_force_from timestamptz not null,
  check ((how = 'approved') = (change_id is not null))
);

create trigger append_only before update or delete or truncate on policy_texts for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on policy_sightings for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on policy_versions for each statement execute function refuse_rewrite();

grant select, insert, update on officer_changes, policy_changes to lianban_app;
grant select, insert on policy_texts, policy_sightings, policy_versions to lianban_app;

alter table officer_changes enable row level security;
create policy own_agency on officer_changes for select to lianban_app using (agency_id = (select current_agency()) or (select keeps_register()));
create policy proposed on officer_changes for insert to lianban_app
  with check (proposed_by = current_officer() and (agency_id = current_agency() or keeps_register()));
create policy decided on officer_changes for update to lianban_app
  using (agency_id = (select current_agency()) or (select keeps_register()))
  with check (decided_by = current_officer());

alter table policy_texts enable row level security;
create policy register on policy_texts for select to lianban_app using ((select current_duty()) = 'rules' or (select keeps_register()));
create policy kept on policy_texts for insert to lianban_app with check (current_duty() = 'rules');

alter table policy_sightings enable row level security;
create policy register on policy_sightings for select to lianban_app using ((select current_duty()) = 'rules' or (select keeps_register()));
create policy found on policy_sightings for insert to lianban_app with check (current_duty() = 'rules');

alter table policy_changes enable row level security;
create policy register on policy_changes for select to lianban_app using ((select current_duty()) = 'rules' or (select keeps_register()));
create policy proposed on policy_changes for insert to lianban_app with check (proposed_by = current_officer() and keeps_register());
create policy decided on policy_changes for update to lianban_app
  using ((select keeps_register())) with check (decided_by = current_officer());

alter table policy_versions enable row level security;
create policy register on policy_versions for select to lianban_app using ((select current_duty()) = 'rules' or (select keeps_register()));
create policy in_force on policy_versions for insert to lianban_app with check (current_duty() = 'rules');

-- Acts of administration, whichever agency's administrator did them.
create policy administration on audit_entries for select to lianban_app
  using (subject_kind in ('Agency', 'OfficerChange', 'RuleChange', 'RuleVersion') and (select keeps_register()));
