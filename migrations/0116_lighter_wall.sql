-- The wall of the lists again asks for less, and lets through what it let through before. A list that holds nothing is
-- answered in a tenth of a millisecond, and half of that went into setting up questions that no row ever asked.

-- A duty has no agency, so whatever it reads is of somebody else: it need not be asked about a second time.
alter policy kept_back on grants
  using (owner_agency_id is distinct from (select current_agency()) or record_id not in (select kept_from_me()));

-- Why somebody sees a grant who neither gave it, holds it nor passed it on: three questions that are set up as one.
create function sees_granted(kind text, record uuid) returns boolean
  language sql stable security definer cost 1 set search_path = pg_catalog, public
  as $$ select case kind when 'Case' then sees_case(record) or carries_own_clue(record) when 'Clue' then sees_clue(record)
          else false end $$;
alter policy seen on grants
  using (grantee_agency_id = (select current_agency())
    or (select current_agency()) = any (array[owner_agency_id, onward_agency_id])
    or sees_granted(record_kind, record_id));

-- Asked last and of few rows, each by itself: what a whole list shares has to be set up for every list.
alter policy followed on cases using (current_duty() = 'sharing');
alter policy followed on clues using (current_duty() = 'sharing');
alter policy followed on grants using (current_duty() = 'sharing');
alter policy followed on record_readers using (current_duty() = 'sharing');
alter policy seen on record_readers using (officer_id = current_officer() or is_reader(record_id));
