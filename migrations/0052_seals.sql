-- A dossier sealed by its agencies: what every section said, frozen when the seal is proposed, and who signed which digest.

create table dossier_seals (
  id uuid primary key,
  case_id uuid not null references cases,
  number integer not null check (number > 0),
  -- Over the ordered digests of the sections; every agency signs the same.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  note text not null,
  proposed_by uuid not null references officers,
  agency_id uuid not null references agencies,
  proposed_at timestamptz not null,
  unique (case_id, number)
);

-- One line a section in the order of the dossier, for everybody on the case; the digest is salted, so that nobody guesses what a withheld section says.
create table seal_sections (
  seal_id uuid not null references dossier_seals,
  position integer not null,
  section_id uuid not null references dossier_sections,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (seal_id, position),
  unique (seal_id, section_id)
);

-- What the section said, canonical JSON with its title and salt: the digest is over exactly these bytes.
create table seal_contents (
  seal_id uuid not null,
  section_id uuid not null,
  up_to_seq bigint not null,
  content text not null,
  primary key (seal_id, section_id),
  foreign key (seal_id, section_id) references seal_sections (seal_id, section_id)
);

-- The agencies that have a part in the dossier at that time, each to sign by its leader.
create table seal_members (
  seal_id uuid not null references dossier_seals,
  agency_id uuid not null references agencies,
  primary key (seal_id, agency_id)
);

create table seal_signatures (
  seal_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null references officers,
  digest text not null,
  signed_at timestamptz not null,
  primary key (seal_id, agency_id),
  foreign key (seal_id, agency_id) references seal_members (seal_id, agency_id)
);

-- A seal that one agency declined or its proposer withdrew before all had signed.
create table seal_endings (
  seal_id uuid primary key references dossier_seals,
  kind text not null check (kind in ('declined', 'withdrawn')),
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  reason text not null,
  ended_at timestamptz not null
);

grant select, insert on dossier_seals, seal_sections, seal_contents, seal_members, seal_signatures, seal_endings to lianban_app;

create function sees_seal(seal uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from dossier_seals s where s.id = seal and sees_case(s.case_id)) $$;

alter table dossier_seals enable row level security;
create policy seen on dossier_seals for select to lianban_app using (sees_case(case_id));
create policy proposed on dossier_seals for insert to lianban_app
  with check (current_duty() = 'sealing' and sees_case(case_id) and agency_id = (select current_agency()) and proposed_by = (select current_officer()));

alter table seal_sections enable row level security;
create policy seen on seal_sections for select to lianban_app using (sees_seal(seal_id));
create policy frozen on seal_sections for insert to lianban_app with check (current_duty() = 'sealing' and sees_seal(seal_id));

alter table seal_contents enable row level security;
create policy seen on seal_contents for select to lianban_app using (sees_seal(seal_id) and sees_section(section_id));
create policy frozen on seal_contents for insert to lianban_app with check (current_duty() = 'sealing' and sees_seal(seal_id));

alter table seal_members enable row level security;
create policy seen on seal_members for select to lianban_app using (sees_seal(seal_id));
create policy named on seal_members for insert to lianban_app with check (current_duty() = 'sealing' and sees_seal(seal_id));

alter table seal_signatures enable row level security;
create policy seen on seal_signatures for select to lianban_app using (sees_seal(seal_id));
create policy signed on seal_signatures for insert to lianban_app
  with check (sees_seal(seal_id) and agency_id = (select current_agency()) and officer_id = (select current_officer()));

alter table seal_endings enable row level security;
create policy seen on seal_endings for select to lianban_app using (sees_seal(seal_id));
create policy ended on seal_endings for insert to lianban_app
  with check (sees_seal(seal_id) and agency_id = (select current_agency()) and officer_id = (select current_officer()));

-- What is sealed stays: nobody rewrites it, the owner of the tables included.
create trigger append_only before update or delete or truncate on dossier_seals for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on seal_sections for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on seal_contents for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on seal_members for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on seal_signatures for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on seal_endings for each statement execute function refuse_rewrite();
-- Nor is anything added to what was frozen: sections, contents and members come in the transaction of their seal or never.
create function refuse_late_part() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if not exists (select 1 from dossier_seals s where s.id = new.seal_id and s.xmin = pg_current_xact_id()::xid) then
      raise exception '% of a seal are frozen with it: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger frozen before insert on seal_sections for each row execute function refuse_late_part();
create trigger frozen before insert on seal_contents for each row execute function refuse_late_part();
create trigger frozen before insert on seal_members for each row execute function refuse_late_part();
