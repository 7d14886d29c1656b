-- Who takes part: agencies, their officers, sessions, and the tenant context that every later table's wall stands on.

-- The program connects as a login that is a member of lianban_app and owns nothing.
do $$ begin
  if not exists (select from pg_roles where rolname = 'lianban_app') then
    create role lianban_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

grant usage on schema public to lianban_app;

-- Set for each transaction by the program: whose eyes are open, for which duty of the program itself, and what time it is.
create function current_agency() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lianban.agency', true), '')::uuid $$;
create function current_officer() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lianban.officer', true), '')::uuid $$;
create function current_duty() returns text language sql stable parallel safe
  as $$ select coalesce(current_setting('lianban.duty', true), '') $$;
create function current_instant() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('lianban.now', true), '')::timestamptz, now()) $$;

create table agencies (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  name_zh text not null,
  name_en text not null,
  short_zh text not null,
  short_en text not null,
  kind text not null check (kind in ('operator', 'tobacco', 'police', 'customs', 'market_regulation', 'postal', 'procuratorate')),
  level text not null check (level in ('national', 'province', 'city', 'county')),
  region char(6) not null check (region ~ '^[0-9]{6}$'),
  parent_id uuid references agencies,
  oidc_issuer text not null,
  oidc_client_id text not null,
  registered_at timestamptz not null
);

create table officers (
  id uuid primary key,
  agency_id uuid not null references agencies,
  subject text not null,
  post_zh text not null,
  post_en text not null,
  roles text[] not null check (cardinality(roles) > 0),
  state text not null default 'active' check (state in ('active', 'suspended')),
  registered_at timestamptz not null,
  unique (agency_id, subject)
);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  officer_id uuid not null references officers,
  agency_id uuid not null references agencies,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index sessions_officer on sessions (officer_id) where ended_at is null;

-- A sign-in that has left for the agency's provider and not come back yet.
create table pending_sign_ins (
  state_hash bytea primary key,
  agency_id uuid not null references agencies,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamptz not null
);

-- One row a submission: a repeated click finds the first answer instead of acting twice.
create table submissions (
  officer_id uuid not null references officers,
  submission_id uuid not null,
  command text not null,
  input_digest text not null,
  output jsonb not null,
  submitted_at timestamptz not null,
  primary key (officer_id, submission_id)
);

grant select, insert on agencies to lianban_app;
grant select, insert, update on officers to lianban_app;
grant select, insert, update on sessions to lianban_app;
grant select, insert, delete on pending_sign_ins to lianban_app;
grant select, insert on submissions to lianban_app;

-- The register of agencies is a public directory; everything else belongs to somebody.
alter table agencies enable row level security;
create policy directory on agencies for select to lianban_app using (true);
create policy registration on agencies for insert to lianban_app with check (current_duty() = 'registration');

alter table officers enable row level security;
create policy own_agency on officers for select to lianban_app
  using (agency_id = (select current_agency()) or (select current_duty()) in ('sign-in', 'registration', 'directory'));
create policy registration on officers for insert to lianban_app with check (current_duty() = 'registration');
create policy registration_update on officers for update to lianban_app
  using (current_duty() = 'registration') with check (current_duty() = 'registration');

alter table sessions enable row level security;
create policy own_session on sessions to lianban_app
  using (officer_id = (select current_officer()) or (select current_duty()) = 'sign-in')
  with check (officer_id = (select current_officer()) or (select current_duty()) = 'sign-in');

alter table pending_sign_ins enable row level security;
create policy sign_in_only on pending_sign_ins to lianban_app
  using ((select current_duty()) = 'sign-in') with check (current_duty() = 'sign-in');

alter table submissions enable row level security;
create policy own_submission on submissions to lianban_app
  using (officer_id = (select current_officer())) with check (officer_id = current_officer());
