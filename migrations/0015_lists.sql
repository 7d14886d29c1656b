-- Lists are read off indexes in their order, the wall looks at the fifty rows that come out, and Chinese words are found.

create index cases_newest on cases (opened_at desc, id desc);
create index cases_lead on cases (lead_agency_id, opened_at desc, id desc);
create index clues_newest on clues (recorded_at desc, id desc);
create index handoffs_accepted on handoffs (case_id, to_agency_id) where state = 'accepted';

-- With everything that the wall and the rules ask of a grant, so that a count does not read the grants themselves.
drop index grants_grantee;
create index grants_grantee on grants (grantee_id, record_kind, record_at desc, record_id desc)
  include (expires_at, level, shows_clues, grantee_agency_id, owner_agency_id, onward_agency_id) where state = 'live';

-- Whose eyes they are is handed over once a query and not looked up once a row. Kept as functions, which probe one row by
-- index: written out in a policy, the planner hashes everything that an agency was ever granted.
create function reaches_case(record uuid, agency uuid, officer uuid, instant timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
      select 1 from grants g
      where g.record_id = record and g.record_kind = 'Case' and g.grantee_id in (agency, officer)
        and g.grantee_agency_id = agency and g.state = 'live' and g.expires_at > instant)
    or exists (select 1 from handoffs h where h.case_id = record and h.to_agency_id = agency and h.state = 'accepted') $$;

create function reaches_clue(record uuid, agency uuid, officer uuid, instant timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
      select 1 from grants g
      where g.record_id = record and g.record_kind = 'Clue' and g.grantee_id in (agency, officer)
        and g.grantee_agency_id = agency and g.state = 'live' and g.expires_at > instant)
    or exists (
      select 1 from case_clues k join cases c on c.id = k.case_id
      where k.clue_id = record and (c.owner_agency_id = agency or reaches_case(c.id, agency, officer, instant))) $$;

create or replace function sees_case(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from cases c where c.id = record and c.owner_agency_id = current_agency())
            or reaches_case(record, current_agency(), current_officer(), current_instant()) $$;

create or replace function sees_clue(record uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (select 1 from clues c where c.id = record and c.owner_agency_id = current_agency())
            or reaches_clue(record, current_agency(), current_officer(), current_instant()) $$;

-- One policy for reading, the cheap question first: several are joined in an order that nobody chooses.
drop policy seen on cases;
drop policy own on cases;
create policy opened on cases for insert to lianban_app with check (owner_agency_id = (select current_agency()));
create policy own on cases for update to lianban_app
  using (owner_agency_id = (select current_agency())) with check (owner_agency_id = (select current_agency()));
create policy seen on cases for select to lianban_app
  using (owner_agency_id = (select current_agency())
         or reaches_case(id, (select current_agency()), (select current_officer()), (select current_instant())));

drop policy seen on clues;
drop policy own on clues;
create policy recorded on clues for insert to lianban_app with check (owner_agency_id = (select current_agency()));
create policy own on clues for update to lianban_app
  using (owner_agency_id = (select current_agency())) with check (owner_agency_id = (select current_agency()));
create policy seen on clues for select to lianban_app
  using (owner_agency_id = (select current_agency())
         or reaches_clue(id, (select current_agency()), (select current_officer()), (select current_instant())));

-- The same of handoffs: an inbox or outbox is told from its own columns.
drop policy seen on handoffs;
create policy seen on handoffs for select to lianban_app
  using (from_agency_id = (select current_agency())
         or (to_agency_id = (select current_agency()) and state not in ('prepared', 'cancelled'))
         or sees_handoff(id));

-- Characters and pairs of characters of the text, made by the program; null until it has made them. Kept outside of the
-- row, which lists read and words are not looked up in.
alter table cases add column words tsvector, alter column words set storage external, set (toast_tuple_target = 512);
alter table clues add column words tsvector, alter column words set storage external, set (toast_tuple_target = 512);
create index cases_words on cases using gin (words);
create index clues_words on clues using gin (words);
create index cases_without_words on cases (id) where words is null;
create index clues_without_words on clues (id) where words is null;

-- A text that changed without its words has none until the program has made them again; meanwhile it is found by its text.
create function forget_words() returns trigger language plpgsql
  as $$ begin
    if new.words is not distinct from old.words then new.words := null; end if;
    return new;
  end $$;
create trigger reworded before update of name, number, charge, summary on cases for each row
  when ((old.name, old.number, old.charge, old.summary) is distinct from (new.name, new.number, new.charge, new.summary))
  execute function forget_words();
create trigger reworded before update of title, number, place, content, goods, identifiers on clues for each row
  when ((old.title, old.number, old.place, old.content, old.goods, old.identifiers)
        is distinct from (new.title, new.number, new.place, new.content, new.goods, new.identifiers))
  execute function forget_words();

-- The program, for nobody in particular, takes up some texts without words, and gives them theirs.
create function texts_without_words(of_kind text, most integer) returns table (id uuid, texts text[])
  language sql volatile security definer set search_path = pg_catalog, public
  as $$ select c.id, array[c.name, c.number, c.charge, c.summary] from cases c
      where of_kind = 'Case' and current_duty() = 'words' and c.id in (
        select i.id from cases i where i.words is null order by i.id limit most for update skip locked)
    union all
    select c.id, array[c.title, c.number, c.place, c.content]
        || array(select one ->> 'note' from jsonb_array_elements(c.goods) one)
        || array(select one ->> 'value' from jsonb_array_elements(c.identifiers) one) from clues c
      where of_kind = 'Clue' and current_duty() = 'words' and c.id in (
        select i.id from clues i where i.words is null order by i.id limit most for update skip locked) $$;
create function give_words(of_kind text, found jsonb) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  as $$ update cases c set words = array_to_tsvector(array(select jsonb_array_elements_text(f -> 'words')))
      from jsonb_array_elements(found) f where of_kind = 'Case' and current_duty() = 'words' and c.id = (f ->> 'id')::uuid;
    update clues c set words = array_to_tsvector(array(select jsonb_array_elements_text(f -> 'words')))
      from jsonb_array_elements(found) f where of_kind = 'Clue' and current_duty() = 'words' and c.id = (f ->> 'id')::uuid $$;

-- Row-level security keeps an index on words from being used, because what the comparison says is not proven to stay
-- secret. So these functions stand behind the wall and build it themselves: they answer places of rows that the wall lets
-- through and that say the phrase in a field which is not withheld. A rare phrase is looked up in the index, and `is_all`
-- tells that there are no more; of a frequent one the newest rows are walked.
create function says_inside(clue clues, pattern text, withheld text[]) returns boolean language sql immutable
  as $$ select (clue.content ilike pattern and not 'content' = any (withheld))
    or (not 'goods' = any (withheld) and exists (
         select from jsonb_array_elements(clue.goods) one where one ->> 'note' ilike pattern))
    or (not 'identifiers' = any (withheld) and exists (
         select from jsonb_array_elements(clue.identifiers) one where one ->> 'value' ilike pattern)) $$;

create function cases_saying(asked tsquery, pattern text, most integer, after_at timestamptz, after_id uuid)
  returns table (id uuid, at timestamptz, is_all boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public
  set enable_seqscan = off set plan_cache_mode = force_custom_plan rows 50
  as $$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
    agency uuid := current_agency();
    officer uuid := current_officer();
    instant timestamptz := current_instant();
    from_at timestamptz := coalesce(after_at, 'infinity');
    from_id uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  begin
    if (select count(*) from (select from cases c where c.words @@ asked or c.words is null limit rare + 1) probe) <= rare then
      return query select c.id, c.opened_at, true from cases c, lateral (
          select c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern as openly) said
        where (c.words @@ asked or c.words is null) and (said.openly or c.summary ilike pattern)
          and (c.owner_agency_id = agency
            or exists (select from handoffs h where h.case_id = c.id and h.to_agency_id = agency and h.state = 'accepted'
                 and (said.openly or c.lead_agency_id = agency))
            or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Case' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (said.openly or not 'summary' = any (g.withheld_fields)) offset 0));
      return;
    end if;
    return query select p.id, p.at, false from (
      (select c.id, c.opened_at as at from cases c
       where c.owner_agency_id = agency and (c.opened_at, c.id) < (from_at, from_id)
         and (c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern or c.summary ilike pattern)
       order by c.opened_at desc, c.id desc limit most)
      union
      (select c.id, c.opened_at from handoffs h join cases c on c.id = h.case_id
       where h.to_agency_id = agency and h.state = 'accepted' and (c.opened_at, c.id) < (from_at, from_id)
         and (c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern
           or (c.lead_agency_id = agency and c.summary ilike pattern))
       order by c.opened_at desc, c.id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g join cases c on c.id = g.record_id
       where g.grantee_id = agency and g.grantee_agency_id = agency and g.record_kind = 'Case' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
         and (c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern
           or (not 'summary' = any (g.withheld_fields) and c.summary ilike pattern))
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g join cases c on c.id = g.record_id
       where g.grantee_id = officer and g.grantee_agency_id = agency and g.record_kind = 'Case' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
         and (c.name ilike pattern or c.number ilike pattern or c.charge ilike pattern
           or (not 'summary' = any (g.withheld_fields) and c.summary ilike pattern))
       order by g.record_at desc, g.record_id desc limit most)) p
      order by p.at desc, p.id desc limit most;
  end $$;

-- A clue that is read only through a case is found by what no grant can withhold.
create function clues_saying(asked tsquery, pattern text, most integer, after_at timestamptz, after_id uuid)
  returns table (id uuid, at timestamptz, is_all boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public
  set enable_seqscan = off set plan_cache_mode = force_custom_plan rows 50
  as $$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
    agency uuid := current_agency();
    officer uuid := current_officer();
    instant timestamptz := current_instant();
    from_at timestamptz := coalesce(after_at, 'infinity');
    from_id uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  begin
    if (select count(*) from (select from clues c where c.words @@ asked or c.words is null limit rare + 1) probe) <= rare then
      return query select c.id, c.recorded_at, true from clues c, lateral (
          select c.title ilike pattern or c.number ilike pattern or c.place ilike pattern as openly) said
        where (c.words @@ asked or c.words is null)
          and (said.openly or says_inside(c, pattern, '{}'))
          and (c.owner_agency_id = agency
            or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Clue' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (said.openly or says_inside(c, pattern, g.withheld_fields)) offset 0)
            or (said.openly and reaches_clue(c.id, agency, officer, instant)));
      return;
    end if;
    return query select p.id, p.at, false from (
      (select c.id, c.recorded_at as at from clues c
       where c.owner_agency_id = agency and (c.recorded_at, c.id) < (from_at, from_id)
         and (c.title ilike pattern or c.number ilike pattern or c.place ilike pattern or says_inside(c, pattern, '{}'))
       order by c.recorded_at desc, c.id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g join clues c on c.id = g.record_id
       where g.grantee_id = agency and g.grantee_agency_id = agency and g.record_kind = 'Clue' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
         and (c.title ilike pattern or c.number ilike pattern or c.place ilike pattern
           or says_inside(c, pattern, g.withheld_fields))
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g join clues c on c.id = g.record_id
       where g.grantee_id = officer and g.grantee_agency_id = agency and g.record_kind = 'Clue' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
         and (c.title ilike pattern or c.number ilike pattern or c.place ilike pattern
           or says_inside(c, pattern, g.withheld_fields))
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct c.id, c.recorded_at from (
         select g.record_id as case_id from grants g where g.grantee_id in (agency, officer) and g.grantee_agency_id = agency
           and g.record_kind = 'Case' and g.state = 'live' and g.expires_at > instant
         union select h.case_id from handoffs h where h.to_agency_id = agency and h.state = 'accepted'
         union select o.id from cases o where o.owner_agency_id = agency) mine
       join case_clues k on k.case_id = mine.case_id join clues c on c.id = k.clue_id
       where (c.title ilike pattern or c.number ilike pattern or c.place ilike pattern)
         and (c.recorded_at, c.id) < (from_at, from_id)
       order by c.recorded_at desc, c.id desc limit most)) p
      order by p.at desc, p.id desc limit most;
  end $$;
