-- To its owner a row of the radar is known as the case is; to anybody else who is told, to all of that agency.
alter table radar_findings add column circle_id uuid not null generated always as (
  case when told_agency_id = owner_agency_id then coalesce(case_id, told_agency_id) else told_agency_id end) stored;
