-- Who asked for what a second officer decides; what ends soon and what waits is found by index; one duty for following a grant.

alter table grants add column proposed_by uuid not null generated always as (coalesce(extension_by, given_by)) stored;
create index grants_proposed on grants (owner_agency_id) where state = 'proposed' or extension_until is not null;
create index grants_due on grants (owner_agency_id, expires_at) where state = 'live';
create index grants_due_grantee on grants (grantee_id, expires_at) where state = 'live';
create index grants_passed_on on grants (owner_agency_id, given_at) where origin = 'onward' and reviewed_at is null;

-- A command that was permitted follows a grant to what hangs on it, in other agencies too, and checks what carries it.
create policy followed on grants for select to lianban_app using ((select current_duty()) = 'sharing');
create policy followed_change on grants for update to lianban_app
  using ((select current_duty()) = 'sharing') with check ((select current_duty()) = 'sharing');
create policy carried on agreements for select to lianban_app using ((select current_duty()) = 'sharing');
create policy carried on agreement_parties for select to lianban_app using ((select current_duty()) = 'sharing');
