-- Agencies watch the log: each cosigns the checkpoints that it found to go on from what it saw before, and says so when one does not.

-- One line of a signed note each (C2SP tlog-cosignature); whoever holds the checkpoint may add them to it.
create table audit_cosignatures (
  size bigint not null,
  witness text not null,
  line text not null,
  cosigned_at timestamptz not null,
  primary key (size, witness)
);

-- Two checkpoints of this log that cannot both be true, as a witness sent them: the evidence, not an opinion.
create table audit_disputes (
  id uuid primary key,
  witness text not null,
  held text not null,
  offered text not null,
  raised_at timestamptz not null
);

create trigger append_only before update or delete or truncate on audit_cosignatures for each statement execute function refuse_rewrite();
create trigger append_only before update or delete or truncate on audit_disputes for each statement execute function refuse_rewrite();
grant select, insert on audit_cosignatures, audit_disputes to lianban_app;

alter table audit_cosignatures enable row level security;
create policy everybody on audit_cosignatures for select to lianban_app using (true);
create policy witnessing on audit_cosignatures for insert to lianban_app with check (current_duty() = 'witnessing');
alter table audit_disputes enable row level security;
create policy witnessing on audit_disputes for insert to lianban_app with check (current_duty() = 'witnessing');
create policy watched on audit_disputes for select to lianban_app
  using ((select current_duty()) in ('witnessing', 'verifier') or (select keeps_register()));
