-- A record that was given to a task force is opened for a new seat of it: whoever leads the task force need not see the record.

create policy followed on cases for select to lianban_app using ((select current_duty()) = 'sharing');
create policy followed on clues for select to lianban_app using ((select current_duty()) = 'sharing');
create policy followed on record_readers for select to lianban_app using ((select current_duty()) = 'sharing');
create policy followed_insert on grants for insert to lianban_app
  with check (current_duty() = 'sharing' and task_force_id is not null
              and (grantee_officer_id is null or is_officer_of(grantee_officer_id, grantee_agency_id)));
create policy followed on task_forces for select to lianban_app using ((select current_duty()) = 'sharing');
create policy followed on task_force_seats for select to lianban_app using ((select current_duty()) = 'sharing');
