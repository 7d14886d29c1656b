-- Whether a record is kept to named officers is part of what the rules read, and so of its history. Before there was
-- such a thing no record was.
drop trigger kept on cases;
create trigger kept after insert or update on cases for each row execute function
  keep_version('Case', 'id', '', '', 'owner_agency_id', 'lead_agency_id', 'stage', 'label', 'handling_code', 'region', 'is_restricted');
drop trigger kept on clues;
create trigger kept after insert or update on clues for each row execute function
  keep_version('Clue', 'id', '', '', 'owner_agency_id', 'label', 'handling_code', 'state', 'region', 'is_restricted');
drop trigger kept on grants;
create trigger kept after insert or update on grants for each row execute function
  keep_version('Grant', 'id', '', 'record_id', 'record_kind', 'record_id', 'owner_agency_id', 'grantee_agency_id',
    'grantee_officer_id', 'grantee_id', 'task_force_id', 'onward_agency_id', 'parent_grant_id', 'origin', 'level', 'withheld_fields',
    'shows_clues', 'purpose', 'agreement_id', 'allows_onward', 'expires_at', 'state', 'given_by', 'given_at', 'proposed_by');
