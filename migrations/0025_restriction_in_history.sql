-- Whether a record is kept to named officers is part of what the rules read, and so of its history. Before there was
-- such a thing no record was.
drop trigger kept on cases;
create trigger kept after insert or update on cases for each row execute function
  keep_version('Case', 'id', '', '', 'owner_agency_id', 'lead_agency_id', 'stage', 'label', 'handling_code', 'region', 'is_restricted');
drop trigger kept on clues;
create trigger kept after insert or update on clues for each row execute function
  keep_version('Clue', 'id', '', '', 'owner_agency_id', 'label', 'handling_code', 'state', 'region', 'is_restricted');
