-- The procuratorate takes the steps of its own track of a case that it sees; every other step stays with who leads the case.
create policy reviewed on case_steps for insert to lianban_app
  with check (track = 'reverse' and agency_id = (select current_agency())
    and exists (select from agencies a where a.id = (select current_agency()) and a.kind = 'procuratorate')
    and exists (select from cases c where c.id = case_id and c.stage = 'transferred'));
