-- The owner notes what was passed on, or a reminder; a review that keeps a grant for another period is something else.
alter table grants add column noted_at timestamptz;
update grants set noted_at = reviewed_at;

drop index grants_passed_on;
create index grants_passed_on on grants (owner_agency_id, given_at) where origin = 'onward' and noted_at is null;
