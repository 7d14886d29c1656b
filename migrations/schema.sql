-- Sequences

create sequence audit_intake_arrival_seq;
create sequence policy_sightings_id_seq;
create sequence record_versions_seq_seq;
create sequence room_updates_seq_seq;

-- Functions

CREATE OR REPLACE FUNCTION public.address_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    select c.id, c.owner_agency_id into strict new.clue_id, new.owner_agency_id
      from clue_quotations q join clues c on c.id = q.clue_id where q.id = new.quotation_id;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.address_request(request uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  declare r access_requests;
  begin
    select * into r from access_requests a where a.id = request;
    if r.id is null or r.officer_id is distinct from current_officer() then
      raise exception 'a request is addressed by whoever made it' using errcode = 'insufficient_privilege';
    end if;
    insert into access_request_targets (request_id, record_kind, record_id, section_id, owner_agency_id)
      select r.id, found.record_kind, found.record_id, found.section_id, found.owner_agency_id from (
        select 'Case' as record_kind, c.id as record_id, null::uuid as section_id, c.owner_agency_id
          from cases c where r.record_kind = 'Case' and c.id = r.record_id
        union all
        select 'Clue', c.id, null, c.owner_agency_id from clues c where r.record_kind = 'Clue' and c.id = r.record_id
        union all
        -- Whoever added a section decides who reads it, among those who are on the case.
        select 'Case', s.case_id, s.id, s.owner_agency_id from dossier_sections s
          where r.record_kind = 'Section' and s.case_id = r.record_id and s.position = r.section_position and sees_case(s.case_id)
        union all
        select m.record_kind, m.record_id, null, m.owner_agency_id from hit_matches m
          where m.query_id = r.hit_query_id and m.owner_agency_id = r.hit_agency_id
      ) found
      where found.owner_agency_id <> r.agency_id;
  end $function$;

CREATE OR REPLACE FUNCTION public.agencies_above(agency uuid)
 RETURNS TABLE(id uuid, height integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ with recursive line as (
      select a.parent_id as id, 1 as height from agencies a where a.id = agency and a.parent_id is not null
      union all
      select a.parent_id, line.height + 1 from line join agencies a on a.id = line.id
        where a.parent_id is not null and line.height < 20)
    select line.id, line.height from line $function$;

CREATE OR REPLACE FUNCTION public.agreed_today(owner uuid, asker uuid, label text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from agreements a
      join agreement_parties o on o.agreement_id = a.id and o.agency_id = owner and o.is_signed
      join agreement_parties p on p.agreement_id = a.id and p.agency_id = asker and p.is_signed
    where a.state = 'in_force' and a.valid_from <= current_instant() and a.valid_until > current_instant()
      and array_position(array['public', 'internal', 'sensitive', 'core_sensitive'], label)
        <= array_position(array['public', 'internal', 'sensitive', 'core_sensitive'], a.max_label)) $function$;

CREATE OR REPLACE FUNCTION public.append_audit_entry(entry_body text, input_salt bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ declare
    fields constant jsonb := entry_body::jsonb;
  begin
    if current_duty() = '' and ((fields ->> 'agencyId') is distinct from current_agency()::text
      or (fields ->> 'officerId') is distinct from current_officer()::text) then
      raise exception 'an entry in the name of somebody else' using errcode = 'insufficient_privilege';
    end if;
    if octet_length(entry_body) > 65535 or octet_length(input_salt) <> 16 or (fields ->> 'id')::uuid is null then
      raise exception 'not an entry' using errcode = 'check_violation';
    end if;
    insert into audit_intake (body, salt) values (entry_body, input_salt);
  end $function$;
revoke execute on function append_audit_entry(text,bytea) from public;
grant execute on function append_audit_entry(text,bytea) to lianban_app;

CREATE OR REPLACE FUNCTION public.assert_radar()
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if current_duty() <> 'radar' then
      raise exception 'only the radar counts the cases of everybody' using errcode = 'insufficient_privilege';
    end if;
  end $function$;

CREATE OR REPLACE FUNCTION public.assistance_stands_by_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if not exists (select from assistance_receipts r where r.assistance_id = new.id and r.version = new.version
                     and r.standing = new.standing) then
      raise exception 'assistance % has no receipt for being %', new.id, new.standing using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.audit_tile(of_level integer, of_tile bigint, width integer)
 RETURNS bytea
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ declare
    first constant bigint := of_tile * 256;
    found_hashes bytea;
  begin
    if of_level not between 0 and 6 or width not between 1 and 256 or of_tile < 0 then
      return null;
    end if;
    if width = 256 then
      select hashes into found_hashes from audit_tiles where level = of_level and tile = of_tile;
      return found_hashes;
    end if;
    if of_level = 0 then
      select string_agg(leaf_hash, ''::bytea order by leaf_index) into found_hashes from audit_leaves
        where leaf_index >= first and leaf_index < first + width;
    else
      select string_agg(root_hash, ''::bytea order by tile) into found_hashes from audit_tiles
        where level = of_level - 1 and tile >= first and tile < first + width;
    end if;
    return case when octet_length(found_hashes) = width * 32 then found_hashes end;
  end $function$;

CREATE OR REPLACE FUNCTION public.carries_own_clue(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 1
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from case_clues k join clues c on c.id = k.clue_id
    where k.case_id = record and k.passes_on and c.owner_agency_id = current_agency()) $function$;

CREATE OR REPLACE FUNCTION public.carry_assistance_clock()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    update assistances a set due_at = new.due_at, is_paused = new.is_paused, superior_agency_id = new.superior_agency_id,
        climbs_at = case when new.closed_at is null and new.withdrawn_at is null then new.escalate_at end,
        ranked_at = new.ranked_at
      where a.id = new.matter_id
        and not exists (select from clocks c where c.matter_id = new.matter_id and c.opened_at > new.opened_at);
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.cases_saying(asked tsquery, pattern text, most integer, after_at timestamp with time zone, after_id uuid)
 RETURNS TABLE(id uuid, at timestamp with time zone, is_all boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'public'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'on'
 SET plan_cache_mode TO 'force_custom_plan'
 SET max_parallel_workers_per_gather TO '0'
AS $function$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
    phrase constant text := lower(pattern);
    agency constant uuid := current_agency();
    officer constant uuid := current_officer();
    instant constant timestamptz := current_instant();
    from_at constant timestamptz := coalesce(after_at, 'infinity');
    from_id constant uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    looked integer;
    ids uuid[];
    ats timestamptz[];
    opens boolean[];
    owns boolean[];
    leads boolean[];
  begin
    if not is_common('cases', asked) then
      select count(*), array_agg(p.id) filter (where p.is_open or p.is_inside), array_agg(p.at) filter (where p.is_open or p.is_inside),
          array_agg(p.is_open) filter (where p.is_open or p.is_inside), array_agg(p.is_own) filter (where p.is_open or p.is_inside),
          array_agg(p.is_led) filter (where p.is_open or p.is_inside)
        into looked, ids, ats, opens, owns, leads from (
          select c.id, c.opened_at as at, c.said_openly like phrase as is_open, c.said_in_summary like phrase as is_inside,
            c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) as is_own, c.lead_agency_id = agency as is_led
          from cases c where c.words @@ asked or c.words is null limit rare + 1) p;
      if looked <= rare then
        return query select hit.id, hit.at, true from unnest(ids, ats, opens, owns, leads) as hit (id, at, is_open, is_own, is_led)
          where hit.is_own
            or exists (select from handoffs h where h.case_id = hit.id and h.to_agency_id = agency and h.state = 'accepted'
                 and (hit.is_open or hit.is_led))
            or exists (select from grants g where g.record_id = hit.id and g.record_kind = 'Case' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (hit.is_open or not 'summary' = any (g.withheld_fields)) offset 0);
        return;
      end if;
    end if;
    perform set_config('enable_bitmapscan', 'off', true);
    return query select p.id, p.at, false from (
      (select c.id, c.opened_at as at from cases c
       where c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) and (c.opened_at, c.id) < (from_at, from_id)
         and case when c.said_openly like phrase then true else c.said_in_summary like phrase end
       order by c.opened_at desc, c.id desc limit most)
      union
      (select c.id, c.opened_at from handoffs h join cases c on c.id = h.case_id
       where h.to_agency_id = agency and h.state = 'accepted' and (c.opened_at, c.id) < (from_at, from_id)
         and (c.said_openly like phrase or (c.lead_agency_id = agency and c.said_in_summary like phrase))
       order by c.opened_at desc, c.id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g, lateral (
         select from cases c where c.id = g.record_id
           and (c.said_openly like phrase or (not 'summary' = any (g.withheld_fields) and c.said_in_summary like phrase)) offset 0) said
       where g.grantee_id = agency and g.grantee_agency_id = agency and g.record_kind = 'Case' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g, lateral (
         select from cases c where c.id = g.record_id
           and (c.said_openly like phrase or (not 'summary' = any (g.withheld_fields) and c.said_in_summary like phrase)) offset 0) said
       where g.grantee_id = officer and g.grantee_agency_id = agency and g.record_kind = 'Case' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
       order by g.record_at desc, g.record_id desc limit most)) p
      order by p.at desc, p.id desc limit most;
  end $function$;

CREATE OR REPLACE FUNCTION public.changed_sections(stretch integer)
 RETURNS TABLE(section_id uuid, changed_at timestamp with time zone, reaches bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ declare
    done bigint;
    till bigint;
  begin
    if current_duty() <> 'section-texts' or not pg_try_advisory_xact_lock(4104160) then return; end if;
    select p.up_to_seq into done from section_text_progress p;
    select min(u.seq) + stretch - 1 into till from room_updates u where u.seq > done;
    if till is null then return; end if;
    select max(u.seq) into till from room_updates u where u.seq > done and u.seq <= till;
    return query select u.room_id, max(u.saved_at), till from room_updates u
      where u.seq > done and u.seq <= till group by u.room_id;
  end $function$;

CREATE OR REPLACE FUNCTION public.climb_is_needless(climb uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select exists (
        select from notices n
        where n.agency_id = c.agency_id and n.number >= c.number and n.seen_at is not null
          and (n.number = c.number or (n.act = 'notice.climb' and n.matter_id = c.matter_id)))
      or (c.matter_version is not null
        and c.matter_version is distinct from (select a.version from assistances a where a.id = c.matter_id))
    from notice_climbs c where c.id = climb;
  $function$;
revoke execute on function climb_is_needless(uuid) from public;
grant execute on function climb_is_needless(uuid) to lianban_app;

CREATE OR REPLACE FUNCTION public.clues_saying(asked tsquery, pattern text, most integer, after_at timestamp with time zone, after_id uuid)
 RETURNS TABLE(id uuid, at timestamp with time zone, is_all boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'public'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'on'
 SET plan_cache_mode TO 'force_custom_plan'
 SET max_parallel_workers_per_gather TO '0'
AS $function$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
    phrase constant text := lower(pattern);
    agency constant uuid := current_agency();
    officer constant uuid := current_officer();
    instant constant timestamptz := current_instant();
    from_at constant timestamptz := coalesce(after_at, 'infinity');
    from_id constant uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    looked integer;
    ids uuid[];
    ats timestamptz[];
    opens boolean[];
    owns boolean[];
  begin
    if not is_common('clues', asked) then
      select count(*), array_agg(p.id) filter (where p.is_open or p.is_inside), array_agg(p.at) filter (where p.is_open or p.is_inside),
          array_agg(p.is_open) filter (where p.is_open or p.is_inside), array_agg(p.is_own) filter (where p.is_open or p.is_inside)
        into looked, ids, ats, opens, owns from (
          select c.id, c.recorded_at as at, c.said_openly like phrase as is_open, says_inside(c, pattern, '{}') as is_inside,
            c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) as is_own
          from clues c where c.words @@ asked or c.words is null limit rare + 1) p;
      if looked <= rare then
        return query select hit.id, hit.at, true from unnest(ids, ats, opens, owns) as hit (id, at, is_open, is_own)
          where hit.is_own
            or exists (select from grants g where g.record_id = hit.id and g.record_kind = 'Clue' and g.state = 'live'
                 and g.grantee_id in (agency, officer) and g.grantee_agency_id = agency and g.expires_at > instant
                 and (hit.is_open or exists (select from clues c where c.id = hit.id and says_inside(c, pattern, g.withheld_fields)))
                 offset 0)
            or (hit.is_open and reaches_clue(hit.id, agency, officer, instant));
        return;
      end if;
    end if;
    perform set_config('enable_bitmapscan', 'off', true);
    return query select p.id, p.at, false from (
      (select c.id, c.recorded_at as at from clues c
       where c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id)) and (c.recorded_at, c.id) < (from_at, from_id)
         and (c.said_openly like phrase or says_inside(c, pattern, '{}'))
       order by c.recorded_at desc, c.id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g, lateral (
         select from clues c where c.id = g.record_id
           and (c.said_openly like phrase or says_inside(c, pattern, g.withheld_fields)) offset 0) said
       where g.grantee_id = agency and g.grantee_agency_id = agency and g.record_kind = 'Clue' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct g.record_id, g.record_at from grants g, lateral (
         select from clues c where c.id = g.record_id
           and (c.said_openly like phrase or says_inside(c, pattern, g.withheld_fields)) offset 0) said
       where g.grantee_id = officer and g.grantee_agency_id = agency and g.record_kind = 'Clue' and g.state = 'live'
         and g.expires_at > instant and (g.record_at, g.record_id) < (from_at, from_id)
       order by g.record_at desc, g.record_id desc limit most)
      union
      (select distinct c.id, c.recorded_at from (
         select g.record_id as case_id from grants g where g.grantee_id in (agency, officer) and g.grantee_agency_id = agency
           and g.record_kind = 'Case' and g.state = 'live' and g.expires_at > instant
         union select h.case_id from handoffs h where h.to_agency_id = agency and h.state = 'accepted'
         union select o.id from cases o where o.owner_agency_id = agency and (not o.is_restricted or is_reader(o.id))) mine
       join case_clues k on k.case_id = mine.case_id join clues c on c.id = k.clue_id
       where not (c.is_restricted and c.owner_agency_id = agency) and c.said_openly like phrase
         and (c.recorded_at, c.id) < (from_at, from_id)
       order by c.recorded_at desc, c.id desc limit most)) p
      order by p.at desc, p.id desc limit most;
  end $function$;

CREATE OR REPLACE FUNCTION public.cross_check(request uuid, at_version integer, key text, named jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  declare
    agency constant uuid := current_agency();
    instant constant timestamptz := current_instant();
    newest constant integer := 4000;
    most constant integer := 50;
    asked assistances;
    one record;
  begin
    select * into asked from assistances a where a.id = request;
    if asked.to_agency_id is distinct from agency or asked.state in ('drafted', 'dropped') then
      raise exception 'a request is checked by whom it was sent to' using errcode = 'insufficient_privilege';
    end if;
    insert into assistance_checks values (request, at_version, agency, instant) on conflict do nothing;
    insert into assistance_hits
      select request, 'Clue', d.record_id, key, d.digest, 'number', agency, instant
      from jsonb_to_recordset(named) as n (digest text)
        join identifier_digests d on d.key_id = key and d.digest = decode(n.digest, 'hex')
      where d.record_kind = 'Clue' and d.owner_agency_id = agency
      on conflict do nothing;
    insert into assistance_hits
      select request, 'Assistance', a.id, key, d.digest, 'number', agency, instant
      from jsonb_to_recordset(named) as n (digest text)
        join letter_digests d on d.key_id = key and d.digest = decode(n.digest, 'hex')
        join assistances a on a.letter_id = d.letter_id
      where a.letter_id <> asked.letter_id and a.state <> 'dropped'
        and (a.from_agency_id = agency or (a.to_agency_id = agency and a.state <> 'drafted'))
      on conflict do nothing;
    for one in select decode(n.digest, 'hex') as digest, n.words::tsquery as words, lower(n.pattern) as pattern
        from jsonb_to_recordset(named) as n (digest text, words text, pattern text) where n.words is not null loop
      insert into assistance_hits
        select request, 'Clue', (s.clue).id, key, one.digest,
          case when (s.clue).said_openly like one.pattern then 'openly' else 'inside' end, agency, instant
        from (select clue from clues clue
              where clue.owner_agency_id = agency and (clue.words @@ one.words or clue.words is null)
              order by clue.recorded_at desc limit newest) s
        where (s.clue).said_openly like one.pattern or says_inside(s.clue, one.pattern, '{}') limit most
        on conflict do nothing;
      insert into assistance_hits
        select request, 'Case', c.id, key, one.digest, case when c.said_openly like one.pattern then 'openly' else 'inside' end,
          agency, instant
        from (select * from cases c where agency in (c.owner_agency_id, c.lead_agency_id) and (c.words @@ one.words or c.words is null)
              order by c.opened_at desc limit newest) c
        where c.said_openly like one.pattern or c.said_in_summary like one.pattern limit most
        on conflict do nothing;
    end loop;
  end $function$;

CREATE OR REPLACE FUNCTION public.current_agency()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('lianban.agency', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.current_duty()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('lianban.duty', true), '') $function$;

CREATE OR REPLACE FUNCTION public.current_instant()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('lianban.now', true), '')::timestamptz, now()) $function$;

CREATE OR REPLACE FUNCTION public.current_officer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('lianban.officer', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.damaged_updates(ids uuid[])
 RETURNS TABLE(damage_id uuid, update bytea, sum bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select d.id, u.update, u.sum from room_damages d
    join room_updates u on u.room_id = d.section_id and u.seq = d.seq
    where d.id = any (ids) and (d.agency_id = current_agency() or keeps_register()) $function$;

CREATE OR REPLACE FUNCTION public.decide_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
    if old.state <> 'proposed'
      or to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'note'] <> to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'note'] then
      raise exception '% is decided once: update refused', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.derived_cases(clue uuid)
 RETURNS TABLE(case_id uuid, owner_agency_id uuid, lead_agency_id uuid, linked_at timestamp with time zone, passes_on boolean, readers bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select k.id, k.owner_agency_id, k.lead_agency_id, l.linked_at, l.passes_on,
      (select count(distinct g.grantee_agency_id) from grants g
       where g.record_kind = 'Case' and g.record_id = k.id and g.state = 'live' and g.expires_at > current_instant()
         and g.shows_clues and l.passes_on)
    from case_clues l join cases k on k.id = l.case_id
    where l.clue_id = clue and owns_record('Clue', clue)
    order by l.linked_at $function$;

CREATE OR REPLACE FUNCTION public.derived_handoffs(of_kind text, of_record uuid)
 RETURNS TABLE(handoff_id uuid, case_id uuid, from_agency_id uuid, to_agency_id uuid, state text, sent_at timestamp with time zone, as_record boolean, quoting bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select h.id, h.case_id, h.from_agency_id, h.to_agency_id, h.state,
      (select min(r.given_at) from handoff_receipts r where r.handoff_id = h.id and r.rung in ('dispatched', 'forwarded')),
      found.as_record, found.quoting
    from handoffs h
    join lateral (
      select coalesce(bool_or(i.record_id = of_record and i.kind in ('clue', 'case_record')), false) as as_record,
        count(*) filter (where i.kind = 'dossier_section' and strpos(plain_number(i.content), wanted.number) > 0) as quoting
      from handoff_items i,
        (select plain_number(coalesce((select c.number from clues c where c.id = of_record and of_kind = 'Clue'),
                                      (select c.number from cases c where c.id = of_record and of_kind = 'Case'))) as number) as wanted
      where i.handoff_id = h.id) as found on found.as_record or found.quoting > 0
    where owns_record(of_kind, of_record) and h.state not in ('prepared', 'cancelled')
      and (h.record_id = of_record or h.case_id in (select l.case_id from case_clues l where l.clue_id = of_record)
           or h.from_agency_id in (select g.grantee_agency_id from grants g where g.record_id = of_record)
           or h.from_agency_id in (select g.grantee_agency_id from case_clues l join grants g on g.record_id = l.case_id where l.clue_id = of_record))
    order by h.prepared_at $function$;

CREATE OR REPLACE FUNCTION public.destroy_salts(destruction uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ declare
    destroyed integer;
  begin
    if current_duty() <> 'keeping' then
      raise exception 'only the keeping of the log destroys salts' using errcode = 'insufficient_privilege';
    end if;
    delete from audit_salts s using audit_leaves l, salt_destructions d
      where d.id = destruction and l.id = s.entry_id
        and is_covered(d.covers, d.record_id, l.act, l.at, l.subject_id, l.case_id)
        and not is_held(l.subject_kind, l.subject_id, l.case_id);
    get diagnostics destroyed = row_count;
    -- A repeated click is answered for as long as anybody clicks; its digest has no salt and would say the same.
    delete from submissions where submitted_at < current_instant() - interval '6 months';
    return destroyed;
  end $function$;
revoke execute on function destroy_salts(uuid) from public;
grant execute on function destroy_salts(uuid) to lianban_app;

CREATE OR REPLACE FUNCTION public.entries_to_watch(since uuid, of_acts text[])
 RETURNS TABLE(at bigint, act text, outcome text, officer_id uuid, agency_id uuid, record_id uuid, owner_agency_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if current_duty() <> 'watching' then
      raise exception 'only the watch reads what everybody did' using errcode = 'insufficient_privilege';
    end if;
    return query
      with watched as (
        select l.id, l.at, l.act, l.outcome, l.officer_id, l.agency_id, coalesce(l.case_id, case
          when l.subject_kind in ('Case', 'Clue') and l.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
          then l.subject_id::uuid end) as record_id
        from audit_leaves l
        where l.id >= since and l.officer_id is not null and (l.outcome = 'refused' or l.act = any (of_acts)))
      select w.at, w.act, w.outcome, w.officer_id, w.agency_id, w.record_id, coalesce(c.owner_agency_id, k.owner_agency_id)
      from watched w left join cases c on c.id = w.record_id left join clues k on k.id = w.record_id
      order by w.id;
  end $function$;
revoke execute on function entries_to_watch(uuid,text[]) from public;
grant execute on function entries_to_watch(uuid,text[]) to lianban_app;

CREATE OR REPLACE FUNCTION public.find_hits(asked uuid, wanted bytea)
 RETURNS TABLE(id uuid, owner_agency_id uuid, label text, handling_code text, state text, is_restricted boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  declare q hit_queries;
  begin
    select * into q from hit_queries h where h.id = asked;
    if q.id is null or q.officer_id is distinct from current_officer() or left(encode(wanted, 'hex'), 8) <> q.digest_prefix then
      raise exception 'a digest is looked up for a question of one''s own' using errcode = 'insufficient_privilege';
    end if;
    insert into hit_matches (query_id, record_kind, record_id, owner_agency_id)
      select asked, d.record_kind, d.record_id, d.owner_agency_id from identifier_digests d
      where d.key_id = q.key_id and d.digest = wanted and d.owner_agency_id <> q.agency_id;
    return query
      select c.id, c.owner_agency_id, c.label, c.handling_code, c.state, c.is_restricted
      from identifier_digests d join clues c on c.id = d.record_id
      where d.key_id = q.key_id and d.digest = wanted and d.record_kind = 'Clue';
  end $function$;

CREATE OR REPLACE FUNCTION public.forget_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
    if new.words is not distinct from old.words then new.words := null; end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.forwards_handoff(forwarded uuid, sender uuid, digest text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from handoffs h where h.id = forwarded and h.to_agency_id = current_agency()
      and h.from_agency_id = sender and h.package_digest = digest) $function$;

CREATE OR REPLACE FUNCTION public.give_words(of_kind text, found jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ update cases c set words = array_to_tsvector(array(select jsonb_array_elements_text(f -> 'words')))
      from jsonb_array_elements(found) f where of_kind = 'Case' and current_duty() = 'words' and c.id = (f ->> 'id')::uuid;
    update clues c set words = array_to_tsvector(array(select jsonb_array_elements_text(f -> 'words')))
      from jsonb_array_elements(found) f where of_kind = 'Clue' and current_duty() = 'words' and c.id = (f ->> 'id')::uuid $function$;

CREATE OR REPLACE FUNCTION public.is_common(texts text, asked tsquery)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select numnode(asked) > 0 and count(*) >= (numnode(asked) + 1) / 2
    from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as common (word, part)
    where s.schemaname = 'public' and s.tablename = texts and s.attname = 'words'
      and part > 0.01 and position('''' || word || '''' in asked::text) > 0 $function$;
revoke execute on function is_common(text,tsquery) from public;

CREATE OR REPLACE FUNCTION public.is_covered(covers jsonb, record uuid, of_act text, entry_at bigint, subject text, of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select (record is null or record::text = subject or record = of_case) and exists (
    select from jsonb_to_recordset(covers) as k (acts text[], before bigint, "whileCaseOpen" boolean)
    where of_act = any (k.acts) and entry_at < k.before
      and (not k."whileCaseOpen" or not exists (select from cases c where c.id = of_case and c.stage <> 'closed'))) $function$;
revoke execute on function is_covered(jsonb,uuid,text,bigint,text,uuid) from public;

CREATE OR REPLACE FUNCTION public.is_emergency_open(given grants)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from (
      select c.id, c.owner_agency_id, c.label, c.is_restricted, 'Case' as kind from cases c where c.id = given.record_id
      union all select c.id, c.owner_agency_id, c.label, c.is_restricted, 'Clue' from clues c where c.id = given.record_id) r
    where r.kind = given.record_kind and r.owner_agency_id = given.owner_agency_id
      and r.label <> 'core_sensitive' and not r.is_restricted and agreed_today(r.owner_agency_id, given.grantee_agency_id, r.label)) $function$;

CREATE OR REPLACE FUNCTION public.is_granted(kind text, record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from grants g
    where g.record_id = record and g.record_kind = kind
      and g.grantee_id in (current_agency(), current_officer()) and g.grantee_agency_id = current_agency()
      and g.state = 'live' and g.expires_at > current_instant()) $function$;

CREATE OR REPLACE FUNCTION public.is_held(kind text, subject text, of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select from legal_holds h
    where not exists (select from legal_hold_lifts l where l.hold_id = h.id)
      and (h.record_id = of_case or h.record_id::text = subject
        or (kind = 'Grant' and exists (select from grants g where g.id::text = subject and g.record_id = h.record_id))
        or (kind = 'Handoff' and exists (select from handoffs o where o.id::text = subject and o.record_id = h.record_id))
        or (kind = 'Clue' and exists (select from case_clues c where c.clue_id::text = subject and c.case_id = h.record_id)))) $function$;
revoke execute on function is_held(text,text,uuid) from public;

CREATE OR REPLACE FUNCTION public.is_kept_back(kind text, subject text, of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select (of_case is not null and is_kept_from_me(of_case))
    or case when subject !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then false else case kind
      when 'Case' then is_kept_from_me(subject::uuid)
      when 'Clue' then is_kept_from_me(subject::uuid)
      when 'Grant' then exists (select 1 from grants g where g.id = subject::uuid and is_kept_from_me(g.record_id))
      when 'Emergency' then exists (select 1 from emergencies e where e.id = subject::uuid and is_kept_from_me(e.record_id))
      when 'Proposal' then exists (select 1 from proposals p where p.id = subject::uuid and is_kept_from_me(p.record_id))
      when 'RecallNotice' then exists (select 1 from recall_notices n where n.id = subject::uuid and is_kept_from_me(n.record_id))
      when 'AccessRequest' then exists (select 1 from access_request_targets t where t.request_id = subject::uuid and is_kept_from_me(t.record_id))
      when 'Handoff' then exists (select 1 from handoffs h where h.id = subject::uuid and is_kept_from_me(h.record_id))
      when 'TaskForce' then exists (select 1 from task_forces f where f.id = subject::uuid and is_kept_from_me(f.case_id))
      else false end end $function$;

CREATE OR REPLACE FUNCTION public.is_kept_from_me(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from cases c where c.id = record and c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id))
      or exists (select 1 from clues c where c.id = record and c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id)) $function$;

CREATE OR REPLACE FUNCTION public.is_officer_of(officer uuid, agency uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from officers o where o.id = officer and o.agency_id = agency and o.state = 'active') $function$;

CREATE OR REPLACE FUNCTION public.is_reader(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from record_readers r
    where r.record_id = record and r.officer_id = current_officer() and r.agency_id = current_agency()) $function$;

CREATE OR REPLACE FUNCTION public.is_within_parent(child grants)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from grants p
    where p.id = child.parent_grant_id and p.record_id = child.record_id and p.record_kind = child.record_kind
      and p.owner_agency_id = child.owner_agency_id and p.grantee_agency_id = current_agency()
      and p.grantee_id in (current_agency(), current_officer()) and p.allows_onward
      and p.state = 'live' and p.expires_at > current_instant()
      and array_position(array['view', 'comment', 'contribute', 'co_handle'], child.level)
        <= array_position(array['view', 'comment', 'contribute', 'co_handle'], p.level)
      and child.withheld_fields @> p.withheld_fields and child.expires_at <= p.expires_at and child.purpose = p.purpose) $function$;

CREATE OR REPLACE FUNCTION public.keep_custody()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  declare before custody_events;
  begin
    if tg_op <> 'INSERT' then
      raise exception 'custody events are never changed: % refused', tg_op using errcode = 'insufficient_privilege';
    end if;
    select * into before from custody_events e where e.item_id = new.item_id order by e.nth desc limit 1;
    if new.nth <> coalesce(before.nth, 0) + 1 or new.at < before.at then
      raise exception 'a custody event follows its predecessor' using errcode = 'check_violation';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.keep_room_snapshot(room uuid, up_to bigint, content bytea, crc bigint, made timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  begin
    if current_duty() <> 'rooms' then
      raise exception 'only the rooms keep snapshots' using errcode = 'insufficient_privilege';
    end if;
    insert into room_snapshots (room_id, up_to_seq, state, made_at, sum) values (room, up_to, content, made, crc)
      on conflict do nothing;
    delete from room_snapshots where room_id = room and up_to_seq < (
      select s.up_to_seq from room_snapshots s where s.room_id = room order by s.up_to_seq desc offset 1 limit 1);
  end $function$;
revoke execute on function keep_room_snapshot(uuid,bigint,bytea,bigint,timestamp with time zone) from public;
grant execute on function keep_room_snapshot(uuid,bigint,bytea,bigint,timestamp with time zone) to lianban_app;

CREATE OR REPLACE FUNCTION public.keep_section_texts(found jsonb, followed bigint)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ insert into section_texts (section_id, up_to_seq, text, words, changed_at)
      select s.id, (f ->> 'upTo')::bigint, f ->> 'text', array_to_tsvector(array(select jsonb_array_elements_text(f -> 'words'))),
        (f ->> 'changedAt')::timestamptz
      from jsonb_array_elements(found) f join dossier_sections s on s.id = (f ->> 'id')::uuid
      where current_duty() = 'section-texts'
      on conflict (section_id) do update set up_to_seq = excluded.up_to_seq, text = excluded.text, words = excluded.words,
        changed_at = excluded.changed_at where section_texts.up_to_seq <= excluded.up_to_seq;
    update section_text_progress set up_to_seq = followed where current_duty() = 'section-texts' and up_to_seq < followed $function$;

CREATE OR REPLACE FUNCTION public.keep_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  declare
    row_now jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    row_then jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) end;
    kept_now jsonb := (select jsonb_object_agg(name, row_now -> name) from unnest(tg_argv[4:]) name);
    kept_then jsonb := (select jsonb_object_agg(name, row_then -> name) from unnest(tg_argv[4:]) name);
  begin
    if tg_op <> 'UPDATE' or kept_now <> kept_then then
      insert into record_versions (kind, record_id, part_id, of_id, at, state, is_certain)
      values (tg_argv[0], (row_now ->> tg_argv[1])::uuid, (row_now ->> nullif(tg_argv[2], ''))::uuid,
        (row_now ->> nullif(tg_argv[3], ''))::uuid, current_instant(), case when tg_op <> 'DELETE' then kept_now end, true);
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.keeps_register()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select from officers o join agencies a on a.id = o.agency_id
    where o.id = current_officer() and a.id = current_agency() and a.kind = 'operator' and o.state = 'active'
      and o.roles && array['system_admin', 'security_admin', 'audit_admin']) $function$;

CREATE OR REPLACE FUNCTION public.kept_from_me()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select c.id from cases c where c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id)
    union all
    select c.id from clues c where c.is_restricted and c.owner_agency_id = current_agency() and not is_reader(c.id) $function$;

CREATE OR REPLACE FUNCTION public.last_opened(ids uuid[])
 RETURNS TABLE(grant_id uuid, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select g.id, (
      select to_timestamp(max(e.at) / 1000.0) from audit_entries e
      where ((g.record_kind = 'Case' and e.case_id = g.record_id) or (g.record_kind = 'Clue' and e.subject_id = g.record_id::text))
        and e.agency_id = g.grantee_agency_id and (g.grantee_officer_id is null or e.officer_id = g.grantee_officer_id)
        and e.outcome = 'done' and e.act in ('case.find', 'clue.find', 'dossier.outline', 'section.enter', 'section.wrote')
        and e.at >= extract(epoch from g.given_at) * 1000)
    from grants g where g.id = any (ids) and g.owner_agency_id = current_agency() $function$;

CREATE OR REPLACE FUNCTION public.last_sign_ins(ids uuid[])
 RETURNS TABLE(officer_id uuid, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select s.officer_id, max(s.started_at) from sessions s
    where s.officer_id = any (ids) and (s.agency_id = current_agency() or keeps_register())
    group by s.officer_id $function$;

CREATE OR REPLACE FUNCTION public.leads_task_force(force uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from task_forces f where f.id = force and f.lead_agency_id = current_agency()) $function$;

CREATE OR REPLACE FUNCTION public.looks_at_own_records(since uuid, of_acts text[])
 RETURNS TABLE(id uuid, at bigint, act text, outcome text, officer_id uuid, agency_id uuid, subject_kind text, subject_id text, case_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    with looked as (
      select l.* from cases c cross join lateral (
        select a.id, a.at, a.act, a.outcome, a.officer_id, a.agency_id, a.subject_kind, a.subject_id, a.case_id
        from audit_leaves a where a.case_id = c.id and a.id >= since and a.act = any (of_acts) offset 0) l
      where c.owner_agency_id = current_agency()
      union
      select l.* from clues k cross join lateral (
        select a.id, a.at, a.act, a.outcome, a.officer_id, a.agency_id, a.subject_kind, a.subject_id, a.case_id
        from audit_leaves a where a.subject_id = k.id::text and a.subject_kind = 'Clue' and a.id >= since and a.act = any (of_acts) offset 0) l
      where k.owner_agency_id = current_agency()
      union
      select f.id, f.at, f.act, f.outcome, f."officerId", f."agencyId", f.subject ->> 'kind', f.subject ->> 'id', f."caseId"
      from audit_intake i, jsonb_to_record(i.body::jsonb) as f (id uuid, at bigint, act text, outcome text, "officerId" uuid,
        "agencyId" uuid, "caseId" uuid, subject jsonb)
      where f.id >= since and f.act = any (of_acts) and (
        exists (select from cases c where c.id = f."caseId" and c.owner_agency_id = current_agency())
        or exists (select from clues k where f.subject ->> 'kind' = 'Clue' and k.id::text = f.subject ->> 'id' and k.owner_agency_id = current_agency())))
    select l.id, l.at, l.act, l.outcome, l.officer_id, l.agency_id, l.subject_kind, l.subject_id, l.case_id from looked l
    where l.agency_id is not null and l.agency_id <> current_agency()
      and sees_audit_subject(l.subject_kind, l.subject_id, l.case_id)
      and not is_kept_back(l.subject_kind, l.subject_id, l.case_id) $function$;
revoke execute on function looks_at_own_records(uuid,text[]) from public;
grant execute on function looks_at_own_records(uuid,text[]) to lianban_app;

CREATE OR REPLACE FUNCTION public.mark_handed_on(clue uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ update clues c set state = 'handed_on', version = c.version + 1
    where c.id = clue and c.state = 'recorded'
      and exists (select from handoffs h where h.clue_id = clue and h.to_agency_id = current_agency() and h.state = 'taken') $function$;

CREATE OR REPLACE FUNCTION public.may_fill_handoff(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from handoffs h where h.id = record
      and (h.from_agency_id = current_agency() or forwards_handoff(h.forwards_id, h.from_agency_id, h.package_digest))) $function$;

CREATE OR REPLACE FUNCTION public.may_quote_own(section uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from dossier_sections s join cases k on k.id = s.case_id
    where s.id = section
      and (k.owner_agency_id = current_agency() or k.lead_agency_id = current_agency() or s.owner_agency_id = current_agency()
           or exists (select 1 from case_clues l join clues c on c.id = l.clue_id
                      where l.case_id = k.id and c.owner_agency_id = current_agency())
           or exists (select 1 from grants g where g.owner_agency_id = current_agency()
                      and g.grantee_agency_id in (k.owner_agency_id, k.lead_agency_id, s.owner_agency_id))
           or exists (select 1 from clues c join case_clues l on l.clue_id = c.id
                      join grants g on g.record_kind = 'Case' and g.record_id = l.case_id
                      where c.owner_agency_id = current_agency()
                        and g.grantee_agency_id in (k.owner_agency_id, k.lead_agency_id, s.owner_agency_id))
           or exists (select 1 from clue_quotations q join clues c on c.id = q.clue_id
                      where q.section_id = s.id and c.owner_agency_id = current_agency()))) $function$;

CREATE OR REPLACE FUNCTION public.may_tell_recall(of_kind text, of_record uuid, owner uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select (owner = current_agency() and owns_record(of_kind, of_record))
      or exists (select 1 from grants g where g.record_kind = of_kind and g.record_id = of_record
                 and g.owner_agency_id = owner and g.onward_agency_id = current_agency())
      or (current_duty() = 'sharing' and exists (
            select 1 from grants g where g.record_kind = of_kind and g.record_id = of_record
              and g.owner_agency_id = owner and g.task_force_id is not null and leads_task_force(g.task_force_id))) $function$;

CREATE OR REPLACE FUNCTION public.next_grant_end()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select case when current_duty() = 'live' then
    (select min(expires_at) from grants where state = 'live' and expires_at > current_instant()) end $function$;

CREATE OR REPLACE FUNCTION public.note_room_damage(damage uuid, section uuid, at_seq bigint, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if current_duty() <> 'rooms' then
      raise exception 'damage is noted by the rooms' using errcode = 'insufficient_privilege';
    end if;
    insert into room_damages (id, section_id, seq, agency_id, found_at)
      select damage, s.id, at_seq, s.owner_agency_id, at from dossier_sections s where s.id = section
      on conflict (section_id, seq) do nothing;
  end $function$;

CREATE OR REPLACE FUNCTION public.officer_posts(ids uuid[])
 RETURNS TABLE(id uuid, agency_id uuid, post_zh text, post_en text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select o.id, o.agency_id, o.post_zh, o.post_en from officers o where o.id = any (ids) $function$;

CREATE OR REPLACE FUNCTION public.officer_roles(ids uuid[])
 RETURNS TABLE(id uuid, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select o.id, o.roles from officers o where o.id = any (ids) and o.state = 'active' $function$;

CREATE OR REPLACE FUNCTION public.officer_roles_at(ids uuid[], instant timestamp with time zone)
 RETURNS TABLE(id uuid, agency_id uuid, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select o.record_id, o.agency_id, array(select jsonb_array_elements_text(o.state -> 'roles'))
    from (select distinct on (v.record_id) v.record_id, v.agency_id, v.state from record_versions v
      where v.kind = 'Officer' and v.record_id = any (ids) and v.at <= instant
      order by v.record_id, v.at desc, v.seq desc) o
    where o.state ->> 'state' = 'active' $function$;

CREATE OR REPLACE FUNCTION public.opens_room(room uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select current_duty() in ('rooms', 'sealing') or sees_section(room) $function$;

CREATE OR REPLACE FUNCTION public.owner_of_record(kind text, record uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select c.owner_agency_id from cases c
      where owner_of_record.kind = 'Case' and c.id = owner_of_record.record and current_duty() = 'clocks'
    union all select c.owner_agency_id from clues c
      where owner_of_record.kind = 'Clue' and c.id = owner_of_record.record and current_duty() = 'clocks' $function$;

CREATE OR REPLACE FUNCTION public.owns_record(kind text, record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select case kind
    when 'Case' then exists (select 1 from cases c where c.id = record and c.owner_agency_id = current_agency()
                               and (not c.is_restricted or is_reader(c.id)))
    when 'Clue' then exists (select 1 from clues c where c.id = record and c.owner_agency_id = current_agency()
                               and (not c.is_restricted or is_reader(c.id)))
    else false end $function$;

CREATE OR REPLACE FUNCTION public.plain_number(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select translate(words, '［］[]（）()【】 　', '〔〕〔〕〔〕〔〕〔〕') $function$;

CREATE OR REPLACE FUNCTION public.post_climb(of_agency uuid, of_number bigint, of_nth integer, of_kind text, roles text[], after_minutes integer, of_matter_kind text, of_matter uuid, of_record uuid, told_at timestamp with time zone, due_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    insert into notice_climbs (agency_id, number, nth, kind, to_roles, minutes, matter_kind, matter_id, matter_version,
        record_id, told_at, due_at)
      select of_agency, of_number, of_nth, of_kind, roles, after_minutes, of_matter_kind, of_matter,
        (select a.version from assistances a where of_matter_kind = 'Assistance' and a.id = of_matter),
        of_record, post_climb.told_at,
        case when exists (select from notices n where n.agency_id = of_agency and n.number = of_number)
          then post_climb.due_at else post_climb.told_at end;
  $function$;
revoke execute on function post_climb(uuid,bigint,integer,text,text[],integer,text,uuid,uuid,timestamp with time zone,timestamp with time zone) from public;
grant execute on function post_climb(uuid,bigint,integer,text,text[],integer,text,uuid,uuid,timestamp with time zone,timestamp with time zone) to lianban_app;

CREATE OR REPLACE FUNCTION public.post_deliveries(to_agency uuid, of_number bigint, of_kind text, of_record uuid, told_at timestamp with time zone, leaves_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    insert into webhook_deliveries (id, webhook_id, agency_id, kind, number, told_at, next_at)
      select gen_random_uuid(), w.id, to_agency, of_kind, of_number, post_deliveries.told_at, leaves_at
      from webhooks w
      where w.agency_id = to_agency and w.is_on and of_kind = any (w.kinds)
        and not exists (
          select from cases c where c.id = of_record and c.is_restricted and c.owner_agency_id = to_agency)
        and not exists (
          select from clues c where c.id = of_record and c.is_restricted and c.owner_agency_id = to_agency);
  $function$;
revoke execute on function post_deliveries(uuid,bigint,text,uuid,timestamp with time zone,timestamp with time zone) from public;
grant execute on function post_deliveries(uuid,bigint,text,uuid,timestamp with time zone,timestamp with time zone) to lianban_app;

CREATE OR REPLACE FUNCTION public.post_notice(to_agency uuid, to_roles text[], of_kind text, of_act text, of_step text, of_matter_kind text, of_matter uuid, of_record uuid, urgent boolean, fixed boolean, told_at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ declare given bigint; begin
    insert into notice_marks as m values (to_agency, 1)
      on conflict (agency_id) do update set last = m.last + 1 returning last into given;
    insert into notices (agency_id, officer_id, number, kind, act, step, matter_kind, matter_id, is_urgent, at)
      select to_agency, o.id, given, of_kind, of_act, of_step, of_matter_kind, of_matter, urgent, told_at
      from officers o
      where o.agency_id = to_agency and o.state = 'active' and o.roles && to_roles
        and o.id is distinct from current_officer()
        and (fixed or not exists (
          select from notice_choices c where c.officer_id = o.id and c.kind = of_kind and not c.is_wanted))
        and not exists (
          select from cases c where c.id = of_record and c.is_restricted and c.owner_agency_id = to_agency
            and not exists (select from record_readers r where r.record_id = c.id and r.officer_id = o.id))
        and not exists (
          select from clues c where c.id = of_record and c.is_restricted and c.owner_agency_id = to_agency
            and not exists (select from record_readers r where r.record_id = c.id and r.officer_id = o.id));
    return given;
  end $function$;
revoke execute on function post_notice(uuid,text[],text,text,text,text,uuid,uuid,boolean,boolean,timestamp with time zone) from public;
grant execute on function post_notice(uuid,text[],text,text,text,text,uuid,uuid,boolean,boolean,timestamp with time zone) to lianban_app;

CREATE OR REPLACE FUNCTION public.posts_of(agency uuid)
 RETURNS TABLE(id uuid, post_zh text, post_en text, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select o.id, o.post_zh, o.post_en, o.roles from officers o
    where o.agency_id = agency and o.state = 'active'
      and (agency = current_agency() or exists (
        select 1 from agreements a
          join agreement_parties mine on mine.agreement_id = a.id and mine.agency_id = current_agency() and mine.is_signed
          join agreement_parties theirs on theirs.agreement_id = a.id and theirs.agency_id = agency and theirs.is_signed
        where a.state = 'in_force' and a.valid_from <= current_instant() and a.valid_until > current_instant())) $function$;

CREATE OR REPLACE FUNCTION public.quoted_origins(ids uuid[], for_purpose text)
 RETURNS TABLE(quotation_id uuid, section_id uuid, clue_id uuid, owner_agency_id uuid, handling_code text, consent_id uuid, asked_at timestamp with time zone, outcome text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select q.id, q.section_id, case when sees_clue(q.clue_id) then q.clue_id end, c.owner_agency_id, c.handling_code, asked.id, asked.asked_at, asked.outcome
    from clue_quotations q join clues c on c.id = q.clue_id
    left join lateral (
      select a.id, a.asked_at, d.outcome
      from quotation_consents a left join quotation_consent_decisions d on d.consent_id = a.id
      where a.quotation_id = q.id and a.purpose = for_purpose
      order by (d.outcome = 'given') desc nulls last, a.asked_at desc limit 1) asked on true
    where q.id = any (ids) and (sees_section(q.section_id) or sees_clue(q.clue_id)) $function$;

CREATE OR REPLACE FUNCTION public.radar_cases(of_agency uuid, kinds text[], transfers text[])
 RETURNS TABLE(id uuid, number text, agency_id uuid, opened_on text, transferred_at timestamp with time zone, is_decided boolean, decisions text[], figures jsonb, goods jsonb, persons jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    perform assert_radar();
    return query
      select c.id, c.number, c.owner_agency_id, c.opened_on,
        (select min(r.given_at) from handoffs h join handoff_receipts r on r.handoff_id = h.id and r.rung = 'dispatched'
          where h.case_id = c.id and h.kind = any (transfers) and h.state <> 'cancelled'),
        exists (select from case_steps s where s.case_id = c.id and s.track = 'administrative' and s.move = 'decide'),
        array(select p ->> 'number' from case_steps s, jsonb_array_elements(s.papers) p
          where s.case_id = c.id and s.track = 'administrative' and p ->> 'paper' = 'penalty_decision'),
        (select coalesce(jsonb_agg(jsonb_build_object('measure', f.measure, 'amount', f.amount::text, 'unit', f.unit)), '[]')
          from case_figures f where f.case_id = c.id),
        (select coalesce(jsonb_agg(jsonb_build_object('category', g.category, 'dimension', g.dimension, 'amount', g.amount,
            'price', g.price, 'pricePer', g.price_per, 'sticksPerPack', g.sticks_per_pack)), '[]')
          from goods_lines g where g.case_id = c.id and not exists (select from goods_strikes s where s.line_id = g.id)),
        -- Cases of one person name each other, so a case that is kept to named officers has none.
        case when c.is_restricted then '[]'::jsonb else
          (select coalesce(jsonb_agg(distinct jsonb_build_object('kind', d.identifier_kind,
              'key', encode(sha256(convert_to(d.key_id, 'UTF8') || d.digest), 'hex'))), '[]')
            from case_clues l join identifier_digests d on d.record_kind = 'Clue' and d.record_id = l.clue_id
              join clues k on k.id = l.clue_id and not k.is_restricted
            where l.case_id = c.id) end
      from cases c join agencies a on a.id = c.owner_agency_id
      where c.owner_agency_id = of_agency and a.kind = any (kinds)
      order by c.opened_at, c.id;
  end $function$;
revoke execute on function radar_cases(uuid,text[],text[]) from public;
grant execute on function radar_cases(uuid,text[],text[]) to lianban_app;

CREATE OR REPLACE FUNCTION public.radar_clocks(of_agency uuid, rules text[])
 RETURNS TABLE(rule text, case_id uuid, number text, owner uuid, liable uuid, due_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    perform assert_radar();
    return query
      select k.rule, c.id, c.number, c.owner_agency_id, k.liable_agency_id, k.due_at
      from clocks k join cases c on c.id = k.record_id
      where c.owner_agency_id = of_agency and k.rule = any (rules) and k.record_kind = 'Case' and k.closed_at is null and k.withdrawn_at is null
        and not k.is_paused and k.due_at is not null and k.liable_agency_id is not null
      order by k.opened_at, k.id;
  end $function$;
revoke execute on function radar_clocks(uuid,text[]) from public;
grant execute on function radar_clocks(uuid,text[]) to lianban_app;

CREATE OR REPLACE FUNCTION public.radar_refusals(of_agency uuid, transfers text[])
 RETURNS TABLE(case_id uuid, number text, sender uuid, police uuid, standing text, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    perform assert_radar();
    return query
      select c.id, c.number, h.from_agency_id, h.to_agency_id, h.standing,
        (select max(r.given_at) from handoff_receipts r where r.handoff_id = h.id)
      from handoffs h join cases c on c.id = h.case_id
      where h.from_agency_id = of_agency and h.kind = any (transfers) and h.state = 'returned'
        -- What was sent anew since is under way again.
        and not exists (select from handoffs later where later.case_id = h.case_id and later.kind = h.kind
                          and later.prepared_at > h.prepared_at and later.state <> 'cancelled')
      order by h.prepared_at, h.id;
  end $function$;
revoke execute on function radar_refusals(uuid,text[]) from public;
grant execute on function radar_refusals(uuid,text[]) to lianban_app;

CREATE OR REPLACE FUNCTION public.reaches_case(record uuid, agency uuid, officer uuid, instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 10
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from handoffs h where h.case_id = record and h.to_agency_id = agency and h.state = 'accepted')
    or exists (
      select 1 from grants g
      where g.record_id = record and g.record_kind = 'Case' and g.grantee_id in (agency, officer)
        and g.grantee_agency_id = agency and g.state = 'live' and g.expires_at > instant) $function$;

CREATE OR REPLACE FUNCTION public.reaches_clue(record uuid, agency uuid, officer uuid, instant timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 10
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
      select 1 from grants g
      where g.record_id = record and g.record_kind = 'Clue' and g.grantee_id in (agency, officer)
        and g.grantee_agency_id = agency and g.state = 'live' and g.expires_at > instant)
    or exists (
      select 1 from case_clues k join cases c on c.id = k.case_id join clues own on own.id = k.clue_id
      where k.clue_id = record and not (own.is_restricted and own.owner_agency_id = agency)
        and ((c.owner_agency_id = agency and (not c.is_restricted or is_reader(c.id))) or reaches_case(c.id, agency, officer, instant))) $function$;

CREATE OR REPLACE FUNCTION public.read_room_authors(room uuid)
 RETURNS TABLE(client_id bigint, officer_id uuid, agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'public'
AS $function$ with open as materialized (select 1 where opens_room(room))
    select a.client_id, a.officer_id, a.agency_id from open cross join room_authors a where a.room_id = room $function$;

CREATE OR REPLACE FUNCTION public.read_room_log(room uuid, after bigint, at_most integer)
 RETURNS TABLE(seq bigint, officer_id uuid, agency_id uuid, saved_at timestamp with time zone, update bytea, sum bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ with open as materialized (select 1 where opens_room(room))
    select u.seq, u.officer_id, u.agency_id, u.saved_at, u.update, u.sum
    from open cross join room_updates u where u.room_id = room and u.seq > after
    order by u.seq limit at_most $function$;

CREATE OR REPLACE FUNCTION public.read_rooms(ids uuid[])
 RETURNS TABLE(room_id uuid, seq bigint, state bytea, sum bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ with open as materialized (
      select i.id from unnest(ids) as i (id)
      where current_duty() = 'rooms' or (current_duty() = 'derivation' and may_quote_own(i.id)) or sees_section(i.id)),
    kept as (
      select distinct on (s.room_id) s.room_id, s.up_to_seq, s.state, s.sum
      from open join room_snapshots s on s.room_id = open.id
      order by s.room_id, s.up_to_seq desc)
    select kept.room_id, kept.up_to_seq, kept.state, kept.sum from kept
    union all
    select u.room_id, u.seq, u.update, u.sum from open join room_updates u on u.room_id = open.id
      left join kept on kept.room_id = open.id
      where u.seq > coalesce(kept.up_to_seq, 0)
    order by 1, 2 $function$;

CREATE OR REPLACE FUNCTION public.received_case(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from handoffs h where h.case_id = record and h.to_agency_id = current_agency() and h.state = 'accepted') $function$;

CREATE OR REPLACE FUNCTION public.record_named(wanted_kind text, owner uuid, wanted text)
 RETURNS TABLE(id uuid, record_at timestamp with time zone, owner_agency_id uuid, lead_agency_id uuid, label text, handling_code text, state text, is_restricted boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
    select c.id, c.opened_at, c.owner_agency_id, c.lead_agency_id, c.label, c.handling_code, c.stage, c.is_restricted from cases c
      where wanted_kind = 'Case' and c.owner_agency_id = owner and c.number = wanted
        and c.label <> 'core_sensitive' and not c.is_restricted and agreed_today(owner, current_agency(), c.label)
    union all
    select c.id, c.recorded_at, c.owner_agency_id, c.owner_agency_id, c.label, c.handling_code, c.state, c.is_restricted from clues c
      where wanted_kind = 'Clue' and c.owner_agency_id = owner and c.number = wanted
        and c.label <> 'core_sensitive' and not c.is_restricted and agreed_today(owner, current_agency(), c.label) $function$;

CREATE OR REPLACE FUNCTION public.recorded_it(kind text, record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select case kind
    when 'Case' then exists (select 1 from cases c where c.id = record and c.opened_by = current_officer() and c.owner_agency_id = current_agency())
    when 'Clue' then exists (select 1 from clues c where c.id = record and c.recorded_by = current_officer() and c.owner_agency_id = current_agency())
    else false end $function$;

CREATE OR REPLACE FUNCTION public.refuse_late_part()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  begin
    if not exists (select 1 from dossier_seals s where s.id = new.seal_id and s.xmin = pg_current_xact_id()::xid) then
      raise exception '% of a seal are frozen with it: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_loss()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if exists (select from gone where not exists (
      select from audit_leaves l where l.id = (gone.body::jsonb ->> 'id')::uuid and l.body = gone.body)) then
      raise exception 'audit_intake gives up only what is in the log' using errcode = 'insufficient_privilege';
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.refuse_loss_of_salts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if exists (
      select from gone join audit_leaves l on l.id = gone.entry_id
      where is_held(l.subject_kind, l.subject_id, l.case_id)
        or l.at > extract(epoch from current_instant() - interval '6 months') * 1000
        or not exists (
          select from salt_destructions d join salt_destruction_decisions x on x.destruction_id = d.id
          where x.decision = 'approved' and x.decided_by <> d.proposed_by
            and is_covered(d.covers, d.record_id, l.act, l.at, l.subject_id, l.case_id))) then
      raise exception 'a salt that is to be kept' using errcode = 'insufficient_privilege';
    end if;
    return null;
  end $function$;
revoke execute on function refuse_loss_of_salts() from public;

CREATE OR REPLACE FUNCTION public.refuse_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
  end $function$;

CREATE OR REPLACE FUNCTION public.roles_of(agencies uuid[])
 RETURNS TABLE(agency_id uuid, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select o.agency_id, o.roles from officers o where o.agency_id = any (agencies) and o.state = 'active' $function$;

CREATE OR REPLACE FUNCTION public.roles_of_at(agencies uuid[], instant timestamp with time zone)
 RETURNS TABLE(agency_id uuid, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select o.agency_id, array(select jsonb_array_elements_text(o.state -> 'roles'))
    from (select distinct on (v.record_id) v.agency_id, v.state from record_versions v
      where v.kind = 'Officer' and v.at <= instant
        and v.record_id in (select w.record_id from record_versions w where w.kind = 'Officer' and w.of_id = any (agencies))
      order by v.record_id, v.at desc, v.seq desc) o
    where o.agency_id = any (agencies) and o.state ->> 'state' = 'active' $function$;

CREATE OR REPLACE FUNCTION public.salts_standing(covers jsonb, record uuid)
 RETURNS TABLE(act text, salts bigint, oldest bigint, newest bigint, due bigint, held bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if current_duty() <> 'keeping' then
      raise exception 'only the keeping of the log counts its salts' using errcode = 'insufficient_privilege';
    end if;
    return query
      with covered as materialized (
        select unnest(k.acts) as act, k.before, k."whileCaseOpen" as while_open
        from jsonb_to_recordset(covers) as k (acts text[], before bigint, "whileCaseOpen" boolean)),
      standing as (
        select l.act, l.at, l.subject_kind, l.subject_id, l.case_id, coalesce(l.at < k.before and (not k.while_open or not exists (
            select from cases c where c.id = l.case_id and c.stage <> 'closed')), false) as is_due
        from audit_salts s join audit_leaves l on l.id = s.entry_id left join covered k on k.act = l.act
        where record is null or l.subject_id = record::text or l.case_id = record)
      select e.act, count(*), min(e.at), max(e.at), count(*) filter (where e.is_due),
        count(*) filter (where e.is_due and is_held(e.subject_kind, e.subject_id, e.case_id))
      from standing e group by e.act;
  end $function$;
revoke execute on function salts_standing(jsonb,uuid) from public;
grant execute on function salts_standing(jsonb,uuid) to lianban_app;

CREATE OR REPLACE FUNCTION public.save_room_updates(channel text, server text, rooms uuid[], officers uuid[], agencies uuid[], sessions uuid[], instants bigint[], ends integer[], sums bigint[], bytes bytea, claim_places integer[], claim_clients bigint[])
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
  declare
    lowest bigint;
    highest bigint;
  begin
    perform set_config('lianban.duty', 'rooms', true), pg_advisory_xact_lock(4104100);
    if cardinality(claim_places) > 0 then
      insert into room_authors (room_id, client_id, officer_id, agency_id, bound_at)
        select rooms[place], client, officers[place], agencies[place], to_timestamp(instants[place] / 1000.0)
        from unnest(claim_places, claim_clients) as claim (place, client) on conflict do nothing;
      if exists (
        select 1 from unnest(claim_places, claim_clients) as claim (place, client)
        join room_authors a on a.room_id = rooms[place] and a.client_id = client
        where (a.officer_id, a.agency_id) is distinct from (officers[place], agencies[place])) then
        raise exception 'a client id of this batch belongs to another officer' using errcode = 'LB001';
      end if;
    end if;
    with added as (
      insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at, sum)
      select room, officer, agency, session, substring(bytes from start + 1 for till - start), to_timestamp(instant / 1000.0), crc
      from unnest(rooms, officers, agencies, sessions, instants, ends, array[0] || ends, sums)
        with ordinality as row (room, officer, agency, session, instant, till, start, crc, place)
      where room is not null order by place
      returning seq)
    select min(seq), max(seq) into lowest, highest from added;
    if highest - lowest + 1 <> cardinality(rooms) then raise exception 'the numbers of a batch have a gap'; end if;
    if channel <> '' then
      -- A notification holds 8000 bytes: the rooms where they fit, and otherwise that any room may have news.
      perform pg_notify(channel, concat_ws(' ', 'saved', server, lowest, highest,
        (select case when count(*) <= 200 then string_agg(room::text, ',') end from (select distinct unnest(rooms) as room) as named)));
    end if;
    return lowest;
  end $function$;

CREATE OR REPLACE FUNCTION public.says_inside(clue clues, pattern text, withheld text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ select (clue.content ilike pattern and not 'content' = any (withheld))
    or (not 'goods' = any (withheld) and exists (
         select from jsonb_array_elements(clue.goods) one where one ->> 'note' ilike pattern))
    or (not 'identifiers' = any (withheld) and exists (
         select from jsonb_array_elements(clue.identifiers) one where one ->> 'value' ilike pattern)) $function$;

CREATE OR REPLACE FUNCTION public.sections_saying(asked tsquery, pattern text, most integer)
 RETURNS TABLE(id uuid, at timestamp with time zone, is_all boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'public'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$ declare
    rare constant integer := coalesce(nullif(current_setting('lianban.rare', true), ''), '4000')::integer;
  begin
    if (select count(*) from (select from section_texts t where t.words @@ asked limit rare + 1) probe) <= rare then
      return query select n.section_id, n.changed_at, true from (
          select t.section_id, t.changed_at from section_texts t
          where t.words @@ asked and t.text ilike pattern offset 0) n
        where sees_section(n.section_id) order by n.changed_at desc, n.section_id desc limit most;
      return;
    end if;
    return query select n.section_id, n.changed_at, false from (
        select t.section_id, t.changed_at from section_texts t where t.text ilike pattern
        order by t.changed_at desc, t.section_id desc limit 20000) n
      where sees_section(n.section_id) limit most;
  end $function$;

CREATE OR REPLACE FUNCTION public.sections_that_may_quote(of_kind text, of_record uuid)
 RETURNS TABLE(section_id uuid, case_id uuid, case_owner_agency_id uuid, section_owner_agency_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ with told as (
      select g.grantee_agency_id as agency_id from grants g where g.record_kind = of_kind and g.record_id = of_record
      union select g.grantee_agency_id from case_clues l join grants g on g.record_kind = 'Case' and g.record_id = l.case_id
            where of_kind = 'Clue' and l.clue_id = of_record and l.passes_on
      union select current_agency()),
    since as (
      select coalesce((select c.recorded_at from clues c where c.id = of_record and of_kind = 'Clue'),
                      (select c.opened_at from cases c where c.id = of_record and of_kind = 'Case')) as at)
    select s.id, k.id, k.owner_agency_id, s.owner_agency_id
    from dossier_sections s join cases k on k.id = s.case_id, since
    where owns_record(of_kind, of_record)
      and (k.id in (select l.case_id from case_clues l where l.clue_id = of_record)
           or k.owner_agency_id in (select agency_id from told) or k.lead_agency_id in (select agency_id from told)
           or s.owner_agency_id in (select agency_id from told)
           or s.id in (select q.section_id from clue_quotations q where q.clue_id = of_record))
      and not (of_kind = 'Case' and k.id = of_record)
      and exists (select 1 from room_updates u where u.room_id = s.id and u.saved_at >= since.at)
    order by k.opened_at desc, s.position $function$;

CREATE OR REPLACE FUNCTION public.seen_cases(ids uuid[])
 RETURNS TABLE(id uuid, number text, name text, charge text, summary text, stage text, label text, handling_code text, region character, opened_on text, owner_agency_id uuid, lead_agency_id uuid, opened_by uuid, opened_at timestamp with time zone, version integer, is_restricted boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select c.id, c.number, c.name, c.charge, c.summary, c.stage, c.label, c.handling_code, c.region,
      c.opened_on, c.owner_agency_id, c.lead_agency_id, c.opened_by, c.opened_at, c.version, c.is_restricted
    from cases c
    where c.id = any (ids)
      and ((c.owner_agency_id = (select current_agency()) and (not c.is_restricted or is_reader(c.id)))
        or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Case' and g.state = 'live'
             and g.grantee_id in ((select current_agency()), (select current_officer()))
             and g.grantee_agency_id = (select current_agency()) and g.expires_at > (select current_instant()) offset 0)
        or exists (select from handoffs h where h.case_id = c.id and h.to_agency_id = (select current_agency())
             and h.state = 'accepted' offset 0)) $function$;

CREATE OR REPLACE FUNCTION public.seen_clues(ids uuid[])
 RETURNS TABLE(id uuid, number text, title text, content text, kind text, source text, reported_on text, label text, handling_code text, region character, place text, goods jsonb, methods text[], identifiers jsonb, state text, owner_agency_id uuid, recorded_by uuid, recorded_at timestamp with time zone, version integer, is_restricted boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select c.id, c.number, c.title, c.content, c.kind, c.source, c.reported_on, c.label,
      c.handling_code, c.region, c.place, c.goods, c.methods, c.identifiers, c.state,
      c.owner_agency_id, c.recorded_by, c.recorded_at, c.version, c.is_restricted
    from clues c
    where c.id = any (ids)
      and ((c.owner_agency_id = (select current_agency()) and (not c.is_restricted or is_reader(c.id)))
        or exists (select from grants g where g.record_id = c.id and g.record_kind = 'Clue' and g.state = 'live'
             and g.grantee_id in ((select current_agency()), (select current_officer()))
             and g.grantee_agency_id = (select current_agency()) and g.expires_at > (select current_instant()) offset 0)
        or reaches_clue(c.id, (select current_agency()), (select current_officer()), (select current_instant()))) $function$;

CREATE OR REPLACE FUNCTION public.sees_agreement(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from agreement_parties p where p.agreement_id = record and p.agency_id = current_agency()) $function$;

CREATE OR REPLACE FUNCTION public.sees_assistance(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select from assistances a where a.id = request
      and case when a.from_agency_id = current_agency() then not is_kept_from_me(a.case_id)
          else a.state not in ('drafted', 'dropped')
            and current_agency() in (a.to_agency_id, a.overseer_agency_id, a.superior_agency_id) end) $function$;

CREATE OR REPLACE FUNCTION public.sees_assistance_letter(letter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select from assistances a where a.letter_id = letter and sees_assistance(a.id)) $function$;

CREATE OR REPLACE FUNCTION public.sees_audit_session(session uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from audit_entries e where e.session_id = session
      and (e.case_id is not null or e.subject_kind = 'Clue')
      and sees_audit_subject(e.subject_kind, e.subject_id, e.case_id)) $function$;

CREATE OR REPLACE FUNCTION public.sees_audit_subject(kind text, subject text, of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select case
    when kind in ('Clue', 'Section', 'Handoff', 'Grant') and subject !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then false
    when kind = 'Section' then sees_section(subject::uuid)
    when kind = 'Handoff' and of_case is null then exists (
      select 1 from handoffs h where h.id = subject::uuid and h.from_agency_id = current_agency())
    when kind = 'Grant' and of_case is null then exists (
      select 1 from grants g where g.id = subject::uuid and g.owner_agency_id = current_agency())
    when of_case is not null then sees_case(of_case)
    when kind = 'Clue' then sees_clue(subject::uuid)
    else false end $function$;

CREATE OR REPLACE FUNCTION public.sees_case(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 1
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from cases c where c.id = record and c.owner_agency_id = current_agency() and (not c.is_restricted or is_reader(c.id)))
            or reaches_case(record, current_agency(), current_officer(), current_instant()) $function$;

CREATE OR REPLACE FUNCTION public.sees_clue(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 1
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from clues c where c.id = record and c.owner_agency_id = current_agency() and (not c.is_restricted or is_reader(c.id)))
            or reaches_clue(record, current_agency(), current_officer(), current_instant()) $function$;

CREATE OR REPLACE FUNCTION public.sees_granted(kind text, record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER COST 1
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select case kind when 'Case' then sees_case(record) or carries_own_clue(record) when 'Clue' then sees_clue(record)
          else false end $function$;

CREATE OR REPLACE FUNCTION public.sees_handoff(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from handoffs h where h.id = record and not is_kept_from_me(h.record_id)
      and (h.from_agency_id = current_agency()
           or (h.state not in ('prepared', 'cancelled')
               and (h.to_agency_id = current_agency() or h.overseer_agency_id = current_agency() or sees_case(h.case_id))))) $function$;

CREATE OR REPLACE FUNCTION public.sees_matter(kind text, matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select case kind
      when 'Case' then sees_case(matter)
      when 'Clue' then sees_clue(matter)
      when 'Handoff' then sees_handoff(matter)
      when 'Assistance' then sees_assistance(matter)
      when 'TaskForce' then sees_task_force(matter)
      when 'RecallNotice' then sees_recall_notice(matter)
      when 'Agency' then matter = current_agency()
      else false end $function$;

CREATE OR REPLACE FUNCTION public.sees_recall_notice(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from recall_notices n where n.id = record and not is_kept_from_me(n.record_id)
      and (n.owner_agency_id = current_agency()
           or (n.agency_id = current_agency() and (n.officer_id is null or n.officer_id = current_officer())))) $function$;

CREATE OR REPLACE FUNCTION public.sees_record(kind text, record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select case kind when 'Case' then sees_case(record) when 'Clue' then sees_clue(record) else false end $function$;

CREATE OR REPLACE FUNCTION public.sees_seal(seal uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from dossier_seals s where s.id = seal and sees_case(s.case_id)) $function$;

CREATE OR REPLACE FUNCTION public.sees_section(section uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from dossier_sections s where s.id = section and sees_case(s.case_id)
      and (s.audience = 'case' or s.owner_agency_id = current_agency()
           or exists (select 1 from section_members m where m.section_id = s.id and m.agency_id = current_agency()))) $function$;

CREATE OR REPLACE FUNCTION public.sees_task_force(force uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select 1 from task_forces f where f.id = force and (f.case_id is null or not is_kept_from_me(f.case_id))
      and (f.lead_agency_id = current_agency()
           or exists (select 1 from task_force_seats s where s.task_force_id = f.id and s.agency_id = current_agency()
                        and s.member_id in (current_agency(), current_officer()) and s.state = 'active')
           or exists (select 1 from cases c where c.id = f.case_id and c.owner_agency_id = current_agency()))) $function$;

CREATE OR REPLACE FUNCTION public.sees_version(kind text, record uuid, part uuid, of_record uuid, held jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select case kind
    when 'Case' then sees_case(record)
    when 'Clue' then sees_clue(record)
    when 'CaseClue' then sees_case(part) or owns_record('Clue', record)
    when 'Section' then sees_case(of_record)
    when 'SectionMember' then sees_section(record) or exists (
      select from dossier_sections s join cases c on c.id = s.case_id where s.id = record and c.owner_agency_id = current_agency())
    when 'Grant' then current_agency() in (
        (held ->> 'owner_agency_id')::uuid, (held ->> 'grantee_agency_id')::uuid, (held ->> 'onward_agency_id')::uuid)
      or (held ->> 'record_kind' = 'Case' and (sees_case(of_record) or carries_own_clue(of_record)))
      or (held ->> 'record_kind' = 'Clue' and sees_clue(of_record))
    when 'Agreement' then sees_agreement(record)
    when 'AgreementParty' then sees_agreement(record)
    when 'Officer' then of_record = current_agency()
    when 'Handoff' then sees_handoff(record)
    when 'TaskForce' then sees_task_force(record)
    when 'TaskForceSeat' then sees_task_force(of_record)
    else false end $function$;

CREATE OR REPLACE FUNCTION public.stands_by_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if not exists (select from handoff_receipts r where r.handoff_id = new.id and r.version = new.version
                     and r.standing = new.standing and r.package_digest = new.package_digest) then
      raise exception 'handoff % has no receipt for being %', new.id, new.standing using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION public.stop_carrying(of_clue uuid, owner uuid, agencies uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ declare
    stopped integer;
  begin
    if not may_tell_recall('Clue', of_clue, owner) then return 0; end if;
    update case_clues k set passes_on = false from cases c
      where k.clue_id = of_clue and k.passes_on and c.id = k.case_id and c.owner_agency_id = any (agencies)
        and not exists (select from grants g where g.record_id = of_clue and g.record_kind = 'Clue'
          and g.grantee_agency_id = c.owner_agency_id and g.state = 'live' and g.expires_at > current_instant());
    get diagnostics stopped = row_count;
    return stopped;
  end $function$;

CREATE OR REPLACE FUNCTION public.stop_carrying_ended(since timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ declare
    stopped integer;
  begin
    if current_duty() <> 'live' then return 0; end if;
    update case_clues k set passes_on = false from grants e, cases c
      where e.state = 'live' and e.record_kind = 'Clue' and e.expires_at > since and e.expires_at <= current_instant()
        and k.clue_id = e.record_id and k.passes_on and c.id = k.case_id and c.owner_agency_id = e.grantee_agency_id
        and not exists (select from grants g where g.record_id = e.record_id and g.record_kind = 'Clue'
          and g.grantee_agency_id = e.grantee_agency_id and g.state = 'live' and g.expires_at > current_instant());
    get diagnostics stopped = row_count;
    return stopped;
  end $function$;

CREATE OR REPLACE FUNCTION public.suspended_grantees(ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select g.id from grants g join officers o on o.id = g.grantee_officer_id
    where g.id = any (ids) and g.owner_agency_id = current_agency() and o.state = 'suspended' $function$;

CREATE OR REPLACE FUNCTION public.take_audit_entries(most integer, OUT first_index bigint, OUT taken integer, OUT leaf_hashes bytea)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ begin
    if current_duty() <> 'sequencer' then
      raise exception 'only the sequencer gives indexes' using errcode = 'insufficient_privilege';
    end if;
    select coalesce(max(leaf_index) + 1, 0) into first_index from audit_leaves;
    with waiting as materialized (
      select first_index - 1 + row_number() over (order by arrival) as leaf_index,
        sha256('\x00'::bytea || convert_to(body, 'UTF8')) as leaf_hash, arrival, body, salt
      from (select * from audit_intake order by arrival limit most) as next),
    leaves as (
      insert into audit_leaves (leaf_index, leaf_hash, body, id, at, act, outcome, officer_id, agency_id, session_id, subject_kind, subject_id, case_id)
        select w.leaf_index, w.leaf_hash, w.body, f.id, f.at, f.act, f.outcome, f."officerId", f."agencyId", f."sessionId",
          f.subject ->> 'kind', f.subject ->> 'id', f."caseId"
        from waiting w, jsonb_to_record(w.body::jsonb) as f (id uuid, at bigint, act text, outcome text, "officerId" uuid,
          "agencyId" uuid, "sessionId" uuid, "caseId" uuid, subject jsonb)),
    salts as (
      insert into audit_salts (entry_id, salt) select (body::jsonb ->> 'id')::uuid, salt from waiting where salt is not null on conflict do nothing),
    removed as (delete from audit_intake i using waiting w where i.arrival = w.arrival)
    select count(*)::integer, string_agg(w.leaf_hash, ''::bytea order by w.leaf_index) into taken, leaf_hashes from waiting w;
  end $function$;
revoke execute on function take_audit_entries(integer) from public;
grant execute on function take_audit_entries(integer) to lianban_app;

CREATE OR REPLACE FUNCTION public.texts_without_words(of_kind text, most integer)
 RETURNS TABLE(id uuid, texts text[])
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select c.id, array[c.name, c.number, c.charge, c.summary] from cases c
      where of_kind = 'Case' and current_duty() = 'words' and c.id in (
        select i.id from cases i where i.words is null order by i.id limit most for update skip locked)
    union all
    select c.id, array[c.title, c.number, c.place, c.content]
        || array(select one ->> 'note' from jsonb_array_elements(c.goods) one)
        || array(select one ->> 'value' from jsonb_array_elements(c.identifiers) one) from clues c
      where of_kind = 'Clue' and current_duty() = 'words' and c.id in (
        select i.id from clues i where i.words is null order by i.id limit most for update skip locked) $function$;

CREATE OR REPLACE FUNCTION public.took_back(record uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (
    select from handoffs h where h.case_id = record and h.kind = 'case_return' and h.state = 'accepted'
      and h.to_agency_id = current_agency()) $function$;

CREATE OR REPLACE FUNCTION public.undigested_clues(key text, most integer)
 RETURNS TABLE(id uuid, owner_agency_id uuid, identifiers jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select c.id, c.owner_agency_id, c.identifiers from clues c
    where current_duty() = 'digests' and jsonb_array_length(c.identifiers) > 0
      and not exists (select from identifier_digests d where d.record_kind = 'Clue' and d.record_id = c.id and d.key_id = key)
    limit most $function$;

CREATE OR REPLACE FUNCTION public.undigested_letters(key text, most integer)
 RETURNS TABLE(id uuid, targets jsonb, facts text, questions text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select l.id, l.targets, l.facts, l.questions from assistance_letters l
    where current_duty() = 'digests'
      and not exists (select from letter_digests d where d.letter_id = l.id and d.key_id = key)
    limit most $function$;


-- Tables

create table access_request_targets (
  request_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  section_id uuid,
  owner_agency_id uuid not null,
  constraint access_request_targets_record_kind_check CHECK ((record_kind = ANY (ARRAY['Case'::text, 'Clue'::text]))),
  constraint access_request_targets_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint access_request_targets_request_id_fkey FOREIGN KEY (request_id) REFERENCES access_requests(id),
  constraint access_request_targets_pkey PRIMARY KEY (request_id, record_kind, record_id)
);
CREATE INDEX access_request_targets_owner ON public.access_request_targets USING btree (owner_agency_id, request_id);
grant select on access_request_targets to lianban_app;
alter table access_request_targets enable row level security;
create policy kept_back on access_request_targets as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (record_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy owner on access_request_targets as permissive for select to lianban_app
  using ((owner_agency_id = ( SELECT current_agency() AS current_agency)));

create table access_requests (
  id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  record_kind text,
  record_id uuid,
  section_position integer,
  hit_query_id uuid,
  hit_agency_id uuid,
  level text not null,
  until timestamp with time zone not null,
  purpose text not null,
  legal_basis text not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  lapses_at timestamp with time zone not null,
  state text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decline_reason text,
  grant_id uuid,
  version integer not null default 1,
  constraint access_requests_check CHECK (((record_id IS NULL) = (record_kind IS NULL))),
  constraint access_requests_check1 CHECK (((section_position IS NULL) = (record_kind IS DISTINCT FROM 'Section'::text))),
  constraint access_requests_check2 CHECK (((hit_agency_id IS NULL) = (hit_query_id IS NULL))),
  constraint access_requests_check3 CHECK ((lapses_at > asked_at)),
  constraint access_requests_check4 CHECK (((decided_at IS NULL) = (state = 'waiting'::text))),
  constraint access_requests_check5 CHECK (((decline_reason IS NULL) OR (state = 'declined'::text))),
  constraint access_requests_check6 CHECK (((grant_id IS NULL) OR (state = 'granted'::text))),
  constraint access_requests_check7 CHECK (((record_kind IS NULL) <> (hit_query_id IS NULL))),
  constraint access_requests_level_check CHECK ((level = ANY (ARRAY['view'::text, 'comment'::text, 'contribute'::text, 'co_handle'::text]))),
  constraint access_requests_record_kind_check CHECK ((record_kind = ANY (ARRAY['Case'::text, 'Clue'::text, 'Section'::text]))),
  constraint access_requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'granted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint access_requests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint access_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officers(id),
  constraint access_requests_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id),
  constraint access_requests_hit_agency_id_fkey FOREIGN KEY (hit_agency_id) REFERENCES agencies(id),
  constraint access_requests_hit_query_id_fkey FOREIGN KEY (hit_query_id) REFERENCES hit_queries(id),
  constraint access_requests_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint access_requests_pkey PRIMARY KEY (id)
);
CREATE INDEX access_requests_agency ON public.access_requests USING btree (agency_id, asked_at DESC, id DESC);
CREATE INDEX access_requests_officer ON public.access_requests USING btree (officer_id, asked_at DESC);
grant insert, select, update on access_requests to lianban_app;
alter table access_requests enable row level security;
create policy addressed on access_requests as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM access_request_targets t
  WHERE ((t.request_id = access_requests.id) AND (t.owner_agency_id = ( SELECT current_agency() AS current_agency))))));
create policy asked on access_requests as permissive for insert to lianban_app
  with check (((agency_id = current_agency()) AND (officer_id = current_officer()) AND (state = 'waiting'::text) AND ((hit_query_id IS NULL) OR (EXISTS ( SELECT
   FROM hit_answers h
  WHERE ((h.query_id = access_requests.hit_query_id) AND (h.agency_id = access_requests.hit_agency_id) AND (h.grade = 'hint'::text)))))));
create policy decided on access_requests as permissive for update to lianban_app
  using ((EXISTS ( SELECT
   FROM access_request_targets t
  WHERE ((t.request_id = access_requests.id) AND (t.owner_agency_id = ( SELECT current_agency() AS current_agency))))))
  with check (((state = ANY (ARRAY['granted'::text, 'declined'::text])) AND (EXISTS ( SELECT
   FROM access_request_targets t
  WHERE ((t.request_id = access_requests.id) AND (t.owner_agency_id = ( SELECT current_agency() AS current_agency)))))));
create policy own_agency on access_requests as permissive for select to lianban_app
  using ((agency_id = ( SELECT current_agency() AS current_agency)));
create policy withdrawn on access_requests as permissive for update to lianban_app
  using ((officer_id = ( SELECT current_officer() AS current_officer)))
  with check (((officer_id = current_officer()) AND (state = 'withdrawn'::text)));

create table agencies (
  id uuid not null,
  slug text not null,
  name_zh text not null,
  name_en text not null,
  short_zh text not null,
  short_en text not null,
  kind text not null,
  level text not null,
  region character(6) not null,
  parent_id uuid,
  oidc_issuer text not null,
  oidc_client_id text not null,
  registered_at timestamp with time zone not null,
  constraint agencies_kind_check CHECK ((kind = ANY (ARRAY['operator'::text, 'tobacco'::text, 'police'::text, 'customs'::text, 'market_regulation'::text, 'postal'::text, 'procuratorate'::text, 'company'::text]))),
  constraint agencies_level_check CHECK ((level = ANY (ARRAY['national'::text, 'province'::text, 'city'::text, 'county'::text]))),
  constraint agencies_region_check CHECK ((region ~ '^[0-9]{6}$'::text)),
  constraint agencies_slug_check CHECK ((slug ~ '^[a-z0-9-]{2,40}$'::text)),
  constraint agencies_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES agencies(id),
  constraint agencies_pkey PRIMARY KEY (id),
  constraint agencies_slug_key UNIQUE (slug)
);
grant insert, select on agencies to lianban_app;
alter table agencies enable row level security;
create policy directory on agencies as permissive for select to lianban_app
  using (true);
create policy registration on agencies as permissive for insert to lianban_app
  with check ((current_duty() = 'registration'::text));

create table agreement_parties (
  agreement_id uuid not null,
  agency_id uuid not null,
  signed_by uuid,
  signed_at timestamp with time zone,
  is_signed boolean not null generated always as ((signed_at IS NOT NULL)) stored,
  constraint agreement_parties_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint agreement_parties_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements(id),
  constraint agreement_parties_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES officers(id),
  constraint agreement_parties_pkey PRIMARY KEY (agreement_id, agency_id)
);
CREATE INDEX agreement_parties_agency ON public.agreement_parties USING btree (agency_id);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.agreement_parties FOR EACH ROW EXECUTE FUNCTION keep_version('AgreementParty', 'agreement_id', 'agency_id', '', 'agency_id', 'signed_by', 'signed_at', 'is_signed');
grant insert, select, update on agreement_parties to lianban_app;
alter table agreement_parties enable row level security;
create policy carried on agreement_parties as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'sharing'::text));
create policy naming on agreement_parties as permissive for insert to lianban_app
  with check ((EXISTS ( SELECT 1
   FROM agreements a
  WHERE ((a.id = agreement_parties.agreement_id) AND (a.proposed_by_agency_id = ( SELECT current_agency() AS current_agency))))));
create policy parties on agreement_parties as permissive for select to lianban_app
  using (sees_agreement(agreement_id));
create policy signing on agreement_parties as permissive for update to lianban_app
  using ((agency_id = ( SELECT current_agency() AS current_agency)))
  with check ((agency_id = ( SELECT current_agency() AS current_agency)));

create table agreements (
  id uuid not null,
  number text not null,
  title text not null,
  legal_basis text not null,
  purposes text[] not null,
  max_label text not null,
  max_level text not null,
  allows_onward boolean not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  state text not null,
  proposed_by_agency_id uuid not null,
  version integer not null default 1,
  proposed_at timestamp with time zone not null,
  constraint agreements_check CHECK ((valid_until > valid_from)),
  constraint agreements_max_label_check CHECK ((max_label = ANY (ARRAY['public'::text, 'internal'::text, 'sensitive'::text, 'core_sensitive'::text]))),
  constraint agreements_max_level_check CHECK ((max_level = ANY (ARRAY['view'::text, 'comment'::text, 'contribute'::text, 'co_handle'::text]))),
  constraint agreements_purposes_check CHECK ((cardinality(purposes) > 0)),
  constraint agreements_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'in_force'::text, 'ended'::text]))),
  constraint agreements_proposed_by_agency_id_fkey FOREIGN KEY (proposed_by_agency_id) REFERENCES agencies(id),
  constraint agreements_pkey PRIMARY KEY (id),
  constraint agreements_proposed_by_agency_id_number_key UNIQUE (proposed_by_agency_id, number)
);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.agreements FOR EACH ROW EXECUTE FUNCTION keep_version('Agreement', 'id', '', '', 'proposed_by_agency_id', 'state', 'max_label', 'max_level', 'allows_onward', 'purposes', 'valid_from', 'valid_until');
grant insert, select, update on agreements to lianban_app;
alter table agreements enable row level security;
create policy carried on agreements as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'sharing'::text));
create policy parties on agreements as permissive for all to lianban_app
  using (((proposed_by_agency_id = ( SELECT current_agency() AS current_agency)) OR sees_agreement(id)))
  with check (((proposed_by_agency_id = ( SELECT current_agency() AS current_agency)) OR sees_agreement(id)));

create table assistance_checks (
  assistance_id uuid not null,
  version integer not null,
  agency_id uuid not null,
  checked_at timestamp with time zone not null,
  constraint assistance_checks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint assistance_checks_assistance_id_fkey FOREIGN KEY (assistance_id) REFERENCES assistances(id),
  constraint assistance_checks_pkey PRIMARY KEY (assistance_id, version)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.assistance_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant select on assistance_checks to lianban_app;
alter table assistance_checks enable row level security;
create policy receiver on assistance_checks as permissive for select to lianban_app
  using ((agency_id = ( SELECT current_agency() AS current_agency)));

create table assistance_hits (
  assistance_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  key_id text not null,
  digest bytea not null,
  found_in text not null,
  agency_id uuid not null,
  found_at timestamp with time zone not null,
  constraint assistance_hits_digest_check CHECK ((octet_length(digest) = 32)),
  constraint assistance_hits_found_in_check CHECK ((found_in = ANY (ARRAY['number'::text, 'openly'::text, 'inside'::text]))),
  constraint assistance_hits_record_kind_check CHECK ((record_kind = ANY (ARRAY['Clue'::text, 'Case'::text, 'Assistance'::text]))),
  constraint assistance_hits_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint assistance_hits_assistance_id_fkey FOREIGN KEY (assistance_id) REFERENCES assistances(id),
  constraint assistance_hits_pkey PRIMARY KEY (assistance_id, record_kind, record_id, digest)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.assistance_hits FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant select on assistance_hits to lianban_app;
alter table assistance_hits enable row level security;
create policy receiver on assistance_hits as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) AND
CASE record_kind
    WHEN 'Assistance'::text THEN sees_assistance(record_id)
    ELSE sees_record(record_kind, record_id)
END));

create table assistance_letters (
  id uuid not null,
  number text not null,
  case_id uuid not null,
  from_agency_id uuid not null,
  kind text not null,
  proceeding text not null,
  urgency text not null,
  days integer,
  urgency_reason text not null,
  lane text,
  legal_basis text not null,
  facts text not null,
  questions text not null,
  reply_form text not null,
  contact text not null,
  targets jsonb not null,
  papers jsonb not null,
  digest text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  constraint assistance_letters_days_check CHECK (((days >= 1) AND (days <= 60))),
  constraint assistance_letters_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint assistance_letters_kind_check CHECK ((kind ~ '^[a-z_0-9]+$'::text)),
  constraint assistance_letters_lane_check CHECK ((lane ~ '^[a-z_0-9]+$'::text)),
  constraint assistance_letters_proceeding_check CHECK ((proceeding = ANY (ARRAY['administrative'::text, 'criminal'::text]))),
  constraint assistance_letters_urgency_check CHECK ((urgency ~ '^[a-z_0-9]+$'::text)),
  constraint assistance_letters_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES officers(id),
  constraint assistance_letters_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint assistance_letters_from_agency_id_fkey FOREIGN KEY (from_agency_id) REFERENCES agencies(id),
  constraint assistance_letters_pkey PRIMARY KEY (id),
  constraint assistance_letters_from_agency_id_number_key UNIQUE (from_agency_id, number)
);
CREATE INDEX assistance_letters_case ON public.assistance_letters USING btree (case_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.assistance_letters FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on assistance_letters to lianban_app;
alter table assistance_letters enable row level security;
create policy asked on assistance_letters as permissive for insert to lianban_app
  with check (((from_agency_id = ( SELECT current_agency() AS current_agency)) AND sees_record('Case'::text, case_id)));
create policy seen on assistance_letters as permissive for select to lianban_app
  using (sees_assistance_letter(id));

create table assistance_receipts (
  id uuid not null,
  assistance_id uuid not null,
  version integer not null,
  move text not null,
  standing text not null,
  officer_id uuid not null,
  agency_id uuid not null,
  note text not null,
  missing text[] not null default '{}'::text[],
  papers jsonb not null default '[]'::jsonb,
  items jsonb not null default '[]'::jsonb,
  ground text,
  amount integer,
  unit text not null default ''::text,
  named_officer_id uuid,
  named_agency_id uuid,
  digest text not null,
  given_at timestamp with time zone not null,
  constraint assistance_receipts_amount_check CHECK ((amount > 0)),
  constraint assistance_receipts_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint assistance_receipts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint assistance_receipts_assistance_id_fkey FOREIGN KEY (assistance_id) REFERENCES assistances(id),
  constraint assistance_receipts_named_agency_id_fkey FOREIGN KEY (named_agency_id) REFERENCES agencies(id),
  constraint assistance_receipts_named_officer_id_fkey FOREIGN KEY (named_officer_id) REFERENCES officers(id),
  constraint assistance_receipts_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint assistance_receipts_pkey PRIMARY KEY (id),
  constraint assistance_receipts_assistance_id_version_key UNIQUE (assistance_id, version)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.assistance_receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on assistance_receipts to lianban_app;
alter table assistance_receipts enable row level security;
create policy given on assistance_receipts as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND sees_assistance(assistance_id)));
create policy seen on assistance_receipts as permissive for select to lianban_app
  using (sees_assistance(assistance_id));

create table assistances (
  id uuid not null,
  letter_id uuid not null,
  number text not null,
  case_id uuid not null,
  from_agency_id uuid not null,
  to_agency_id uuid not null,
  kind text not null,
  urgency text not null,
  lane text,
  approval text not null,
  overseer_agency_id uuid,
  superior_agency_id uuid,
  state text not null,
  standing text not null,
  claimed_by uuid,
  assigned_to uuid,
  unit text not null default ''::text,
  asked_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  first_answered_at timestamp with time zone,
  replied_at timestamp with time zone,
  due_at timestamp with time zone,
  is_paused boolean not null default false,
  climbs_at timestamp with time zone,
  ranked_at timestamp with time zone not null,
  version integer not null default 1,
  constraint assistances_approval_check CHECK ((approval = ANY (ARRAY['leader'::text, 'desk'::text]))),
  constraint assistances_check CHECK ((from_agency_id <> to_agency_id)),
  constraint assistances_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'dropped'::text, 'sent'::text, 'open'::text, 'refused'::text, 'contested'::text, 'replied'::text, 'closed'::text]))),
  constraint assistances_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES officers(id),
  constraint assistances_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint assistances_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES officers(id),
  constraint assistances_from_agency_id_fkey FOREIGN KEY (from_agency_id) REFERENCES agencies(id),
  constraint assistances_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES assistance_letters(id),
  constraint assistances_overseer_agency_id_fkey FOREIGN KEY (overseer_agency_id) REFERENCES agencies(id),
  constraint assistances_superior_agency_id_fkey FOREIGN KEY (superior_agency_id) REFERENCES agencies(id),
  constraint assistances_to_agency_id_fkey FOREIGN KEY (to_agency_id) REFERENCES agencies(id),
  constraint assistances_pkey PRIMARY KEY (id),
  constraint stands_by_receipt TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint assistances_letter_id_to_agency_id_key UNIQUE (letter_id, to_agency_id)
);
CREATE INDEX assistances_case ON public.assistances USING btree (case_id);
CREATE INDEX assistances_desk ON public.assistances USING btree (to_agency_id, ranked_at, id) WHERE (state = ANY (ARRAY['sent'::text, 'open'::text]));
CREATE INDEX assistances_overseer ON public.assistances USING btree (overseer_agency_id, asked_at DESC, id DESC) WHERE (overseer_agency_id IS NOT NULL);
CREATE INDEX assistances_received ON public.assistances USING btree (to_agency_id, asked_at DESC, id DESC);
CREATE INDEX assistances_sent ON public.assistances USING btree (from_agency_id, asked_at DESC, id DESC);
CREATE INDEX assistances_superior ON public.assistances USING btree (superior_agency_id, climbs_at) WHERE (superior_agency_id IS NOT NULL);
CREATE CONSTRAINT TRIGGER stands_by_receipt AFTER INSERT OR UPDATE ON public.assistances DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assistance_stands_by_receipt();
grant insert, select on assistances to lianban_app;
grant update (overseer_agency_id) on assistances to lianban_app;
grant update (state) on assistances to lianban_app;
grant update (standing) on assistances to lianban_app;
grant update (claimed_by) on assistances to lianban_app;
grant update (assigned_to) on assistances to lianban_app;
grant update (unit) on assistances to lianban_app;
grant update (sent_at) on assistances to lianban_app;
grant update (first_answered_at) on assistances to lianban_app;
grant update (replied_at) on assistances to lianban_app;
grant update (ranked_at) on assistances to lianban_app;
grant update (version) on assistances to lianban_app;
alter table assistances enable row level security;
create policy asked on assistances as permissive for insert to lianban_app
  with check (((from_agency_id = ( SELECT current_agency() AS current_agency)) AND sees_record('Case'::text, case_id)));
create policy kept_back on assistances as restrictive for select to lianban_app
  using (((from_agency_id IS DISTINCT FROM ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (case_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy moved on assistances as permissive for update to lianban_app
  using ((((( SELECT current_agency() AS current_agency) = from_agency_id) OR (( SELECT current_agency() AS current_agency) = to_agency_id)) OR (( SELECT current_agency() AS current_agency) = overseer_agency_id)))
  with check ((((( SELECT current_agency() AS current_agency) = from_agency_id) OR (( SELECT current_agency() AS current_agency) = to_agency_id)) OR (( SELECT current_agency() AS current_agency) = overseer_agency_id)));
create policy seen on assistances as permissive for select to lianban_app
  using (((from_agency_id = ( SELECT current_agency() AS current_agency)) OR ((state <> ALL (ARRAY['drafted'::text, 'dropped'::text])) AND ((to_agency_id = ( SELECT current_agency() AS current_agency)) OR (overseer_agency_id = ( SELECT current_agency() AS current_agency)) OR (superior_agency_id = ( SELECT current_agency() AS current_agency))))));

create table audit_alert_answers (
  alert_id uuid not null,
  verdict text not null,
  note text not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  constraint audit_alert_answers_verdict_check CHECK ((verdict = ANY (ARRAY['explained'::text, 'pursued'::text]))),
  constraint audit_alert_answers_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES audit_alerts(id),
  constraint audit_alert_answers_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES officers(id),
  constraint audit_alert_answers_pkey PRIMARY KEY (alert_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_alert_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on audit_alert_answers to lianban_app;
alter table audit_alert_answers enable row level security;
create policy answered on audit_alert_answers as permissive for insert to lianban_app
  with check (((answered_by = current_officer()) AND (EXISTS ( SELECT
   FROM audit_alerts a
  WHERE (a.id = audit_alert_answers.alert_id)))));
create policy told on audit_alert_answers as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM audit_alerts a
  WHERE (a.id = audit_alert_answers.alert_id))));

create table audit_alerts (
  id uuid not null,
  rule text not null,
  told_agency_id uuid not null,
  told_as text not null,
  officer_id uuid not null,
  agency_id uuid not null,
  times integer not null,
  records integer not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  raised_on date not null,
  constraint audit_alerts_records_check CHECK ((records >= 0)),
  constraint audit_alerts_times_check CHECK ((times > 0)),
  constraint audit_alerts_told_as_check CHECK ((told_as = ANY (ARRAY['own'::text, 'owner'::text, 'operator'::text]))),
  constraint audit_alerts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint audit_alerts_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint audit_alerts_told_agency_id_fkey FOREIGN KEY (told_agency_id) REFERENCES agencies(id),
  constraint audit_alerts_pkey PRIMARY KEY (id),
  constraint audit_alerts_rule_officer_id_told_agency_id_raised_on_key UNIQUE (rule, officer_id, told_agency_id, raised_on)
);
CREATE INDEX audit_alerts_told ON public.audit_alerts USING btree (told_agency_id, raised_at DESC, id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_alerts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on audit_alerts to lianban_app;
alter table audit_alerts enable row level security;
create policy told on audit_alerts as permissive for select to lianban_app
  using ((told_agency_id = ( SELECT current_agency() AS current_agency)));
create policy watching on audit_alerts as permissive for insert to lianban_app
  with check ((current_duty() = 'watching'::text));

create table audit_checkpoints (
  size bigint not null,
  note text not null,
  at timestamp with time zone not null,
  constraint audit_checkpoints_pkey PRIMARY KEY (size)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on audit_checkpoints to lianban_app;
alter table audit_checkpoints enable row level security;
create policy everybody on audit_checkpoints as permissive for select to lianban_app
  using (true);
create policy sequencing on audit_checkpoints as permissive for insert to lianban_app
  with check ((current_duty() = 'sequencer'::text));

create table audit_cosignatures (
  size bigint not null,
  witness text not null,
  line text not null,
  cosigned_at timestamp with time zone not null,
  constraint audit_cosignatures_pkey PRIMARY KEY (size, witness)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_cosignatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on audit_cosignatures to lianban_app;
alter table audit_cosignatures enable row level security;
create policy everybody on audit_cosignatures as permissive for select to lianban_app
  using (true);
create policy witnessing on audit_cosignatures as permissive for insert to lianban_app
  with check ((current_duty() = 'witnessing'::text));

create table audit_disputes (
  id uuid not null,
  witness text not null,
  held text not null,
  offered text not null,
  raised_at timestamp with time zone not null,
  constraint audit_disputes_pkey PRIMARY KEY (id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_disputes FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on audit_disputes to lianban_app;
alter table audit_disputes enable row level security;
create policy watched on audit_disputes as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = ANY (ARRAY['witnessing'::text, 'verifier'::text])) OR ( SELECT keeps_register() AS keeps_register)));
create policy witnessing on audit_disputes as permissive for insert to lianban_app
  with check ((current_duty() = 'witnessing'::text));

create table audit_heads (
  size bigint not null,
  root_hash bytea not null,
  at timestamp with time zone not null,
  constraint audit_heads_root_hash_check CHECK ((octet_length(root_hash) = 32)),
  constraint audit_heads_size_check CHECK ((size > 0)),
  constraint audit_heads_pkey PRIMARY KEY (size)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on audit_heads to lianban_app;
alter table audit_heads enable row level security;
create policy everybody on audit_heads as permissive for select to lianban_app
  using (true);
create policy sequencing on audit_heads as permissive for insert to lianban_app
  with check ((current_duty() = 'sequencer'::text));

create table audit_intake (
  arrival bigint not null generated always as identity,
  body text not null,
  salt bytea,
  constraint audit_intake_pkey PRIMARY KEY (arrival)
);
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON public.audit_intake FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER nothing_is_lost AFTER DELETE ON public.audit_intake REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
grant select on audit_intake to lianban_app;
alter table audit_intake enable row level security;
create policy administration on audit_intake as permissive for select to lianban_app
  using (((((body)::jsonb #>> '{subject,kind}'::text[]) = ANY (ARRAY['Agency'::text, 'OfficerChange'::text, 'RuleChange'::text, 'RuleVersion'::text])) AND ( SELECT keeps_register() AS keeps_register)));
create policy kept_back on audit_intake as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT is_kept_back(((body)::jsonb #>> '{subject,kind}'::text[]), ((body)::jsonb #>> '{subject,id}'::text[]), (((body)::jsonb ->> 'caseId'::text))::uuid))));
create policy own_agency on audit_intake as permissive for select to lianban_app
  using (((((body)::jsonb ->> 'agencyId'::text))::uuid = ( SELECT current_agency() AS current_agency)));
create policy seen_record on audit_intake as permissive for select to lianban_app
  using (((((((body)::jsonb ->> 'caseId'::text))::uuid IS NOT NULL) OR (((body)::jsonb #>> '{subject,kind}'::text[]) = ANY (ARRAY['Clue'::text, 'Section'::text, 'Handoff'::text, 'Grant'::text]))) AND sees_audit_subject(((body)::jsonb #>> '{subject,kind}'::text[]), ((body)::jsonb #>> '{subject,id}'::text[]), (((body)::jsonb ->> 'caseId'::text))::uuid)));
create policy seen_session on audit_intake as permissive for select to lianban_app
  using (((((body)::jsonb ->> 'act'::text) ~~ 'session.%'::text) AND ((((body)::jsonb ->> 'sessionId'::text))::uuid IS NOT NULL) AND sees_audit_session((((body)::jsonb ->> 'sessionId'::text))::uuid)));
create policy whole_log on audit_intake as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = ANY (ARRAY['sequencer'::text, 'verifier'::text])));

create table audit_leaves (
  leaf_index bigint not null,
  leaf_hash bytea not null,
  body text not null,
  id uuid not null,
  at bigint not null,
  act text not null,
  outcome text not null,
  officer_id uuid,
  agency_id uuid,
  session_id uuid,
  subject_kind text,
  subject_id text,
  case_id uuid,
  constraint audit_leaves_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32)),
  constraint audit_leaves_leaf_index_check CHECK ((leaf_index >= 0)),
  constraint audit_leaves_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text]))),
  constraint audit_leaves_pkey PRIMARY KEY (leaf_index)
);
CREATE INDEX audit_leaves_agency ON public.audit_leaves USING btree (agency_id, id DESC) WHERE (agency_id IS NOT NULL);
CREATE INDEX audit_leaves_case ON public.audit_leaves USING btree (case_id, id DESC) WHERE (case_id IS NOT NULL);
CREATE INDEX audit_leaves_emergency ON public.audit_leaves USING btree (officer_id, at) WHERE (act = 'emergency.open'::text);
CREATE INDEX audit_leaves_id ON public.audit_leaves USING btree (id);
CREATE INDEX audit_leaves_session ON public.audit_leaves USING btree (session_id, id DESC) WHERE (session_id IS NOT NULL);
CREATE INDEX audit_leaves_subject ON public.audit_leaves USING btree (subject_id, id DESC) WHERE (subject_id IS NOT NULL);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_leaves FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant select on audit_leaves to lianban_app;
alter table audit_leaves enable row level security;
create policy administration on audit_leaves as permissive for select to lianban_app
  using (((subject_kind = ANY (ARRAY['Agency'::text, 'OfficerChange'::text, 'RuleChange'::text, 'RuleVersion'::text])) AND ( SELECT keeps_register() AS keeps_register)));
create policy kept_back on audit_leaves as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT is_kept_back(subject_kind, subject_id, case_id))));
create policy own_agency on audit_leaves as permissive for select to lianban_app
  using ((agency_id = ( SELECT current_agency() AS current_agency)));
create policy seen_record on audit_leaves as permissive for select to lianban_app
  using ((((case_id IS NOT NULL) OR (subject_kind = ANY (ARRAY['Clue'::text, 'Section'::text, 'Handoff'::text, 'Grant'::text]))) AND sees_audit_subject(subject_kind, subject_id, case_id)));
create policy seen_session on audit_leaves as permissive for select to lianban_app
  using (((act ~~ 'session.%'::text) AND (session_id IS NOT NULL) AND sees_audit_session(session_id)));
create policy whole_log on audit_leaves as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = ANY (ARRAY['sequencer'::text, 'verifier'::text])));

create table audit_salts (
  entry_id uuid not null,
  salt bytea not null,
  constraint audit_salts_salt_check CHECK ((octet_length(salt) = 16)),
  constraint audit_salts_pkey PRIMARY KEY (entry_id)
);
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON public.audit_salts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER nothing_is_lost AFTER DELETE ON public.audit_salts REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss_of_salts();
grant select on audit_salts to lianban_app;
alter table audit_salts enable row level security;
create policy verifying on audit_salts as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'verifier'::text));

create table audit_tiles (
  level smallint not null,
  tile bigint not null,
  hashes bytea not null,
  root_hash bytea not null,
  constraint audit_tiles_hashes_check CHECK ((octet_length(hashes) = 8192)),
  constraint audit_tiles_level_check CHECK (((level >= 0) AND (level <= 6))),
  constraint audit_tiles_root_hash_check CHECK ((octet_length(root_hash) = 32)),
  constraint audit_tiles_tile_check CHECK ((tile >= 0)),
  constraint audit_tiles_pkey PRIMARY KEY (level, tile)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_tiles FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on audit_tiles to lianban_app;
alter table audit_tiles enable row level security;
create policy everybody on audit_tiles as permissive for select to lianban_app
  using (true);
create policy sequencing on audit_tiles as permissive for insert to lianban_app
  with check ((current_duty() = 'sequencer'::text));

create table case_charges (
  case_id uuid not null,
  nth integer not null,
  charges jsonb not null,
  agency_id uuid not null,
  chosen_by uuid not null,
  chosen_at timestamp with time zone not null,
  constraint case_charges_nth_check CHECK ((nth > 0)),
  constraint case_charges_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint case_charges_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_charges_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES officers(id),
  constraint case_charges_pkey PRIMARY KEY (case_id, nth)
);
grant insert, select on case_charges to lianban_app;
alter table case_charges enable row level security;
create policy entered on case_charges as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (chosen_by = current_officer())));
create policy seen on case_charges as permissive for select to lianban_app
  using (sees_case(case_id));

create table case_closings (
  case_id uuid not null,
  nth integer not null,
  move text not null,
  ground text,
  paper text not null,
  note text not null,
  stage text not null,
  agency_id uuid not null,
  moved_by uuid not null,
  moved_at timestamp with time zone not null,
  constraint case_closings_check CHECK (((move = 'closed'::text) = (ground IS NOT NULL))),
  constraint case_closings_check1 CHECK (((move = 'closed'::text) OR (note <> ''::text))),
  constraint case_closings_move_check CHECK ((move = ANY (ARRAY['closed'::text, 'reopened'::text]))),
  constraint case_closings_nth_check CHECK ((nth > 0)),
  constraint case_closings_stage_check CHECK ((stage = ANY (ARRAY['investigating'::text, 'transferred'::text]))),
  constraint case_closings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint case_closings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_closings_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES officers(id),
  constraint case_closings_pkey PRIMARY KEY (case_id, nth)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on case_closings to lianban_app;
alter table case_closings enable row level security;
create policy moved on case_closings as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (moved_by = current_officer())));
create policy seen on case_closings as permissive for select to lianban_app
  using (sees_case(case_id));

create table case_clues (
  case_id uuid not null,
  clue_id uuid not null,
  linked_by uuid not null,
  linked_at timestamp with time zone not null,
  passes_on boolean not null,
  constraint case_clues_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_clues_clue_id_fkey FOREIGN KEY (clue_id) REFERENCES clues(id),
  constraint case_clues_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES officers(id),
  constraint case_clues_pkey PRIMARY KEY (case_id, clue_id)
);
CREATE INDEX case_clues_clue ON public.case_clues USING btree (clue_id);
CREATE TRIGGER kept AFTER INSERT OR DELETE OR UPDATE ON public.case_clues FOR EACH ROW EXECUTE FUNCTION keep_version('CaseClue', 'clue_id', 'case_id', 'case_id', 'passes_on');
grant insert, select on case_clues to lianban_app;
alter table case_clues enable row level security;
create policy of_own_clue on case_clues as permissive for select to lianban_app
  using (owns_record('Clue'::text, clue_id));
create policy seen on case_clues as permissive for all to lianban_app
  using (sees_case(case_id))
  with check (sees_case(case_id));

create table case_events (
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  happened_on text not null,
  what text not null,
  source text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint case_events_happened_on_check CHECK ((happened_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text)),
  constraint case_events_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'strike_wave'::text, 'judgment'::text, 'test'::text, 'meeting'::text, 'other'::text]))),
  constraint case_events_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_events_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officers(id),
  constraint case_events_pkey PRIMARY KEY (id)
);
CREATE INDEX case_events_case ON public.case_events USING btree (case_id);
grant insert, select on case_events to lianban_app;
alter table case_events enable row level security;
create policy seen on case_events as permissive for all to lianban_app
  using (sees_case(case_id))
  with check (sees_case(case_id));

create table case_figures (
  id uuid not null,
  case_id uuid not null,
  measure text not null,
  what text not null,
  amount numeric not null,
  unit text not null,
  is_approximate boolean not null,
  as_written text not null,
  source text not null,
  recorded_by uuid not null,
  recorded_agency_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint case_figures_amount_check CHECK ((amount >= (0)::numeric)),
  constraint case_figures_measure_check CHECK ((measure = ANY (ARRAY['quantity'::text, 'weight'::text, 'marked_value'::text, 'goods_value'::text, 'case_value'::text, 'amount_involved'::text, 'fund_flow'::text, 'persons'::text, 'officers_deployed'::text]))),
  constraint case_figures_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_figures_recorded_agency_id_fkey FOREIGN KEY (recorded_agency_id) REFERENCES agencies(id),
  constraint case_figures_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officers(id),
  constraint case_figures_pkey PRIMARY KEY (id)
);
CREATE INDEX case_figures_case ON public.case_figures USING btree (case_id);
grant insert, select on case_figures to lianban_app;
alter table case_figures enable row level security;
create policy seen on case_figures as permissive for all to lianban_app
  using (sees_case(case_id))
  with check (sees_case(case_id));

create table case_files (
  id uuid not null,
  case_id uuid not null,
  owner_agency_id uuid not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  sm3 text not null,
  type text not null,
  is_named_alike boolean not null,
  is_sensitive boolean not null,
  handling_code text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  version integer not null default 1,
  constraint case_files_bytes_check CHECK ((bytes > 0)),
  constraint case_files_handling_code_check CHECK ((handling_code = ANY (ARRAY['unrestricted'::text, 'not_in_proceedings'::text, 'no_onward'::text, 'no_open_action'::text]))),
  constraint case_files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint case_files_sm3_check CHECK ((sm3 ~ '^[0-9a-f]{64}$'::text)),
  constraint case_files_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_files_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint case_files_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES officers(id),
  constraint case_files_pkey PRIMARY KEY (id),
  constraint case_files_case_id_id_key UNIQUE (case_id, id)
);
CREATE INDEX case_files_case ON public.case_files USING btree (case_id, uploaded_at DESC, id DESC);
grant insert, select on case_files to lianban_app;
grant update (is_sensitive) on case_files to lianban_app;
grant update (handling_code) on case_files to lianban_app;
grant update (version) on case_files to lianban_app;
alter table case_files enable row level security;
create policy added on case_files as permissive for insert to lianban_app
  with check (((uploaded_by = current_officer()) AND (owner_agency_id = current_agency()) AND sees_case(case_id) AND (EXISTS ( SELECT
   FROM file_uploads u
  WHERE ((u.id = case_files.id) AND (u.case_id = case_files.case_id) AND (u.ended_at IS NULL))))));
create policy own on case_files as permissive for update to lianban_app
  using (((owner_agency_id = ( SELECT current_agency() AS current_agency)) AND sees_case(case_id)));
create policy seen on case_files as permissive for select to lianban_app
  using (sees_case(case_id));

create table case_steps (
  id uuid not null,
  case_id uuid not null,
  track text not null,
  version integer not null,
  move text not null,
  standing text not null,
  papers jsonb not null,
  fen bigint,
  flags text[] not null,
  note text not null,
  happened_at timestamp with time zone not null,
  taken_by uuid not null,
  agency_id uuid not null,
  taken_at timestamp with time zone not null,
  constraint case_steps_fen_check CHECK ((fen >= 0)),
  constraint case_steps_move_check CHECK ((move ~ '^[a-z_]+$'::text)),
  constraint case_steps_standing_check CHECK ((standing ~ '^[a-z_]+$'::text)),
  constraint case_steps_track_check CHECK ((track = ANY (ARRAY['transfer'::text, 'reverse'::text, 'administrative'::text]))),
  constraint case_steps_version_check CHECK ((version > 0)),
  constraint case_steps_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint case_steps_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_steps_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES officers(id),
  constraint case_steps_pkey PRIMARY KEY (id),
  constraint case_steps_case_id_track_version_key UNIQUE (case_id, track, version)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on case_steps to lianban_app;
alter table case_steps enable row level security;
create policy reviewed on case_steps as permissive for insert to lianban_app
  with check (((track = 'reverse'::text) AND (agency_id = ( SELECT current_agency() AS current_agency)) AND (EXISTS ( SELECT
   FROM agencies a
  WHERE ((a.id = ( SELECT current_agency() AS current_agency)) AND (a.kind = 'procuratorate'::text)))) AND (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.id = case_steps.case_id) AND (c.stage = 'transferred'::text))))));
create policy seen on case_steps as permissive for select to lianban_app
  using (sees_case(case_id));
create policy taken on case_steps as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND (EXISTS ( SELECT
   FROM cases c
  WHERE ((c.id = case_steps.case_id) AND (c.lead_agency_id = ( SELECT current_agency() AS current_agency)))))));

create table cases (
  id uuid not null,
  number text not null,
  name text not null,
  charge text not null,
  summary text not null,
  stage text not null,
  label text not null,
  handling_code text not null,
  region character(6) not null,
  opened_on text not null,
  owner_agency_id uuid not null,
  lead_agency_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  version integer not null default 1,
  words tsvector,
  is_restricted boolean not null default false,
  said_openly text not null generated always as (lower(((((name || ''::text) || number) || ''::text) || charge))) stored,
  said_in_summary text not null generated always as (lower(summary)) stored,
  constraint cases_handling_code_check CHECK ((handling_code = ANY (ARRAY['unrestricted'::text, 'not_in_proceedings'::text, 'no_onward'::text, 'no_open_action'::text]))),
  constraint cases_label_check CHECK ((label = ANY (ARRAY['public'::text, 'internal'::text, 'sensitive'::text, 'core_sensitive'::text]))),
  constraint cases_opened_on_check CHECK ((opened_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text)),
  constraint cases_region_check CHECK ((region ~ '^[0-9]{6}$'::text)),
  constraint cases_stage_check CHECK ((stage = ANY (ARRAY['investigating'::text, 'transferred'::text, 'closed'::text]))),
  constraint cases_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES agencies(id),
  constraint cases_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES officers(id),
  constraint cases_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_owner_agency_id_number_key UNIQUE (owner_agency_id, number)
);
CREATE INDEX cases_lead ON public.cases USING btree (lead_agency_id, opened_at DESC, id DESC) INCLUDE (owner_agency_id, is_restricted);
CREATE INDEX cases_newest ON public.cases USING btree (opened_at DESC, id DESC);
CREATE INDEX cases_owner ON public.cases USING btree (owner_agency_id, opened_at DESC, id DESC) INCLUDE (is_restricted);
CREATE INDEX cases_restricted ON public.cases USING btree (owner_agency_id) WHERE is_restricted;
CREATE INDEX cases_without_words ON public.cases USING btree (id) WHERE (words IS NULL);
CREATE INDEX cases_words ON public.cases USING gin (words);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.cases FOR EACH ROW EXECUTE FUNCTION keep_version('Case', 'id', '', '', 'owner_agency_id', 'lead_agency_id', 'stage', 'label', 'handling_code', 'region', 'is_restricted');
CREATE TRIGGER reworded BEFORE UPDATE OF name, number, charge, summary ON public.cases FOR EACH ROW WHEN (((((old.name IS DISTINCT FROM new.name) OR (old.number IS DISTINCT FROM new.number)) OR (old.charge IS DISTINCT FROM new.charge)) OR (old.summary IS DISTINCT FROM new.summary))) EXECUTE FUNCTION forget_words();
grant insert, select, update on cases to lianban_app;
alter table cases enable row level security;
create policy followed on cases as permissive for select to lianban_app
  using ((current_duty() = 'sharing'::text));
create policy opened on cases as permissive for insert to lianban_app
  with check ((owner_agency_id = ( SELECT current_agency() AS current_agency)));
create policy own on cases as permissive for update to lianban_app
  using (((owner_agency_id = ( SELECT current_agency() AS current_agency)) AND ((NOT is_restricted) OR is_reader(id))))
  with check ((owner_agency_id = ( SELECT current_agency() AS current_agency)));
create policy received on cases as permissive for update to lianban_app
  using (received_case(id))
  with check (received_case(id));
create policy seen on cases as permissive for select to lianban_app
  using ((((owner_agency_id = ( SELECT current_agency() AS current_agency)) AND ((NOT is_restricted) OR is_reader(id))) OR reaches_case(id, current_agency(), current_officer(), current_instant())));

create table clock_alarms (
  id uuid not null,
  clock_id uuid not null,
  stage text not null,
  due_at timestamp with time zone not null,
  at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint clock_alarms_stage_check CHECK ((stage = ANY (ARRAY['warning'::text, 'overdue'::text, 'escalation'::text]))),
  constraint clock_alarms_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clocks(id),
  constraint clock_alarms_pkey PRIMARY KEY (id),
  constraint clock_alarms_clock_id_stage_due_at_key UNIQUE (clock_id, stage, due_at)
);
CREATE INDEX clock_alarms_waiting ON public.clock_alarms USING btree (at) WHERE (told_at IS NULL);
grant delete, insert, select, update on clock_alarms to lianban_app;
alter table clock_alarms enable row level security;
create policy overtaken on clock_alarms as permissive for delete to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'clocks'::text) AND (told_at IS NULL)));
create policy seen on clock_alarms as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'clocks'::text) OR (EXISTS ( SELECT
   FROM clocks c
  WHERE (c.id = clock_alarms.clock_id)))));
create policy set_for on clock_alarms as permissive for insert to lianban_app
  with check ((current_duty() = 'clocks'::text));
create policy told on clock_alarms as permissive for update to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'clocks'::text) AND (told_at IS NULL)))
  with check ((current_duty() = 'clocks'::text));

create table clock_parties (
  clock_id uuid not null,
  agency_id uuid not null,
  part text not null,
  constraint clock_parties_part_check CHECK ((part = ANY (ARRAY['liable'::text, 'owed'::text, 'superior'::text]))),
  constraint clock_parties_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint clock_parties_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clocks(id),
  constraint clock_parties_pkey PRIMARY KEY (clock_id, agency_id, part)
);
CREATE INDEX clock_parties_agency ON public.clock_parties USING btree (agency_id, clock_id);
grant delete, insert, select on clock_parties to lianban_app;
alter table clock_parties enable row level security;
create policy named on clock_parties as permissive for insert to lianban_app
  with check ((current_duty() = 'clocks'::text));
create policy seen on clock_parties as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) = 'clocks'::text)));
create policy unnamed on clock_parties as permissive for delete to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'clocks'::text));

create table clocks (
  id uuid not null,
  matter_kind text not null,
  matter_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  owner_agency_id uuid not null,
  rule text not null,
  nth integer not null,
  is_allowed boolean not null,
  is_open_to_readers boolean not null,
  liable_agency_id uuid,
  owed_agency_id uuid,
  superior_agency_id uuid,
  opened_at timestamp with time zone not null,
  start_at timestamp with time zone not null,
  region character(6),
  variant text,
  extensions jsonb not null,
  pauses jsonb not null,
  restarts integer not null,
  closed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  due_at timestamp with time zone,
  missing_year integer,
  is_paused boolean not null,
  warn_at timestamp with time zone,
  escalate_at timestamp with time zone,
  ranked_at timestamp with time zone not null,
  rule_digest text not null,
  earlier jsonb not null,
  constraint clocks_check CHECK ((((due_at IS NULL) = (warn_at IS NULL)) AND ((due_at IS NULL) = (escalate_at IS NULL)))),
  constraint clocks_matter_kind_check CHECK ((matter_kind = ANY (ARRAY['Case'::text, 'Clue'::text, 'Handoff'::text, 'Assistance'::text]))),
  constraint clocks_nth_check CHECK ((nth > 0)),
  constraint clocks_record_kind_check CHECK ((record_kind = ANY (ARRAY['Case'::text, 'Clue'::text]))),
  constraint clocks_rule_digest_check CHECK ((rule_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint clocks_liable_agency_id_fkey FOREIGN KEY (liable_agency_id) REFERENCES agencies(id),
  constraint clocks_owed_agency_id_fkey FOREIGN KEY (owed_agency_id) REFERENCES agencies(id),
  constraint clocks_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint clocks_superior_agency_id_fkey FOREIGN KEY (superior_agency_id) REFERENCES agencies(id),
  constraint clocks_pkey PRIMARY KEY (id),
  constraint clocks_matter_id_rule_nth_key UNIQUE (matter_id, rule, nth)
);
CREATE INDEX clocks_liable ON public.clocks USING btree (liable_agency_id, ranked_at, id);
CREATE INDEX clocks_open ON public.clocks USING btree (rule_digest) WHERE ((closed_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX clocks_owner ON public.clocks USING btree (owner_agency_id, ranked_at, id);
CREATE INDEX clocks_record ON public.clocks USING btree (record_id);
CREATE TRIGGER carried AFTER INSERT OR UPDATE ON public.clocks FOR EACH ROW WHEN ((new.matter_kind = 'Assistance'::text)) EXECUTE FUNCTION carry_assistance_clock();
grant insert, select, update on clocks to lianban_app;
alter table clocks enable row level security;
create policy kept_back on clocks as restrictive for select to lianban_app
  using (((owner_agency_id IS DISTINCT FROM ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (record_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy moved on clocks as permissive for update to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'clocks'::text))
  with check ((current_duty() = 'clocks'::text));
create policy opened on clocks as permissive for insert to lianban_app
  with check ((current_duty() = 'clocks'::text));
create policy seen on clocks as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'clocks'::text) OR (owner_agency_id = ( SELECT current_agency() AS current_agency)) OR (EXISTS ( SELECT
   FROM clock_parties p
  WHERE ((p.clock_id = clocks.id) AND (p.agency_id = ( SELECT current_agency() AS current_agency))))) OR (is_open_to_readers AND sees_record(record_kind, record_id))));

create table clue_assessments (
  id uuid not null,
  clue_id uuid not null,
  clue_version integer not null,
  agency_id uuid not null,
  officer_id uuid not null,
  verdict text not null,
  reliability text not null,
  credibility text not null,
  note text not null,
  assessed_at timestamp with time zone not null,
  constraint clue_assessments_credibility_check CHECK ((credibility = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text]))),
  constraint clue_assessments_reliability_check CHECK ((reliability = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'X'::text]))),
  constraint clue_assessments_verdict_check CHECK ((verdict = ANY (ARRAY['confirmed'::text, 'refuted'::text, 'undecided'::text]))),
  constraint clue_assessments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint clue_assessments_clue_id_fkey FOREIGN KEY (clue_id) REFERENCES clues(id),
  constraint clue_assessments_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint clue_assessments_pkey PRIMARY KEY (id)
);
CREATE INDEX clue_assessments_clue ON public.clue_assessments USING btree (clue_id, agency_id, assessed_at DESC, id DESC);
grant insert, select on clue_assessments to lianban_app;
alter table clue_assessments enable row level security;
create policy given on clue_assessments as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND (officer_id = ( SELECT current_officer() AS current_officer)) AND sees_clue(clue_id)));
create policy kept_back on clue_assessments as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (clue_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy seen on clue_assessments as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR sees_clue(clue_id)));

create table clue_exports (
  id uuid not null,
  clue_id uuid not null,
  clue_version integer not null,
  agency_id uuid not null,
  officer_id uuid not null,
  purpose text not null,
  handling_code text not null,
  withheld_fields text[] not null,
  digest text not null,
  exported_at timestamp with time zone not null,
  constraint clue_exports_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint clue_exports_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint clue_exports_clue_id_fkey FOREIGN KEY (clue_id) REFERENCES clues(id),
  constraint clue_exports_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint clue_exports_pkey PRIMARY KEY (id)
);
CREATE INDEX clue_exports_clue ON public.clue_exports USING btree (clue_id, exported_at DESC);
grant insert, select on clue_exports to lianban_app;
alter table clue_exports enable row level security;
create policy kept_back on clue_exports as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (clue_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy parties on clue_exports as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR owns_record('Clue'::text, clue_id)));
create policy taken on clue_exports as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND (officer_id = ( SELECT current_officer() AS current_officer)) AND sees_clue(clue_id)));

create table clue_quotations (
  id uuid not null,
  clue_id uuid not null,
  section_id uuid not null,
  part text not null,
  words text not null,
  digest text not null,
  clue_version integer not null,
  quoted_by uuid not null,
  quoted_agency_id uuid not null,
  quoted_at timestamp with time zone not null,
  constraint clue_quotations_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint clue_quotations_part_check CHECK ((part = ANY (ARRAY['title'::text, 'content'::text, 'goods'::text]))),
  constraint clue_quotations_clue_id_fkey FOREIGN KEY (clue_id) REFERENCES clues(id),
  constraint clue_quotations_quoted_agency_id_fkey FOREIGN KEY (quoted_agency_id) REFERENCES agencies(id),
  constraint clue_quotations_quoted_by_fkey FOREIGN KEY (quoted_by) REFERENCES officers(id),
  constraint clue_quotations_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint clue_quotations_pkey PRIMARY KEY (id)
);
CREATE INDEX clue_quotations_clue ON public.clue_quotations USING btree (clue_id);
CREATE INDEX clue_quotations_section ON public.clue_quotations USING btree (section_id);
grant insert, select on clue_quotations to lianban_app;
alter table clue_quotations enable row level security;
create policy quoted on clue_quotations as permissive for insert to lianban_app
  with check (((quoted_by = current_officer()) AND (quoted_agency_id = current_agency()) AND sees_clue(clue_id) AND sees_section(section_id)));
create policy seen on clue_quotations as permissive for select to lianban_app
  using (sees_clue(clue_id));

create table clue_serials (
  agency_id uuid not null,
  year integer not null,
  last integer not null,
  constraint clue_serials_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint clue_serials_pkey PRIMARY KEY (agency_id, year)
);
grant insert, select, update on clue_serials to lianban_app;
alter table clue_serials enable row level security;
create policy own on clue_serials as permissive for all to lianban_app
  using ((agency_id = ( SELECT current_agency() AS current_agency)))
  with check ((agency_id = ( SELECT current_agency() AS current_agency)));

create table clues (
  id uuid not null,
  number text not null,
  title text not null,
  content text not null,
  kind text not null,
  source text not null,
  reported_on text not null,
  label text not null,
  handling_code text not null,
  region character(6) not null,
  place text not null,
  goods jsonb not null,
  methods text[] not null,
  identifiers jsonb not null,
  state text not null,
  owner_agency_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  version integer not null default 1,
  words tsvector,
  is_restricted boolean not null default false,
  said_openly text not null generated always as (lower(((((title || ''::text) || number) || ''::text) || place))) stored,
  constraint clues_handling_code_check CHECK ((handling_code = ANY (ARRAY['unrestricted'::text, 'not_in_proceedings'::text, 'no_onward'::text, 'no_open_action'::text]))),
  constraint clues_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'complaint'::text, 'consultation'::text, 'suggestion'::text]))),
  constraint clues_label_check CHECK ((label = ANY (ARRAY['public'::text, 'internal'::text, 'sensitive'::text, 'core_sensitive'::text]))),
  constraint clues_region_check CHECK ((region ~ '^[0-9]{6}$'::text)),
  constraint clues_reported_on_check CHECK ((reported_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text)),
  constraint clues_source_check CHECK ((source = ANY (ARRAY['public_report'::text, 'hotline_12313'::text, 'platform_company'::text, 'patrol'::text, 'other_agency'::text]))),
  constraint clues_state_check CHECK ((state = ANY (ARRAY['recorded'::text, 'in_case'::text, 'handed_on'::text, 'not_filed'::text]))),
  constraint clues_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint clues_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officers(id),
  constraint clues_pkey PRIMARY KEY (id),
  constraint clues_owner_agency_id_number_key UNIQUE (owner_agency_id, number)
);
CREATE INDEX clues_newest ON public.clues USING btree (recorded_at DESC, id DESC);
CREATE INDEX clues_owner ON public.clues USING btree (owner_agency_id, recorded_at DESC, id DESC) INCLUDE (is_restricted);
CREATE INDEX clues_restricted ON public.clues USING btree (owner_agency_id) WHERE is_restricted;
CREATE INDEX clues_without_words ON public.clues USING btree (id) WHERE (words IS NULL);
CREATE INDEX clues_words ON public.clues USING gin (words);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.clues FOR EACH ROW EXECUTE FUNCTION keep_version('Clue', 'id', '', '', 'owner_agency_id', 'label', 'handling_code', 'state', 'region', 'is_restricted');
CREATE TRIGGER reworded BEFORE UPDATE OF title, number, place, content, goods, identifiers ON public.clues FOR EACH ROW WHEN (((((((old.title IS DISTINCT FROM new.title) OR (old.number IS DISTINCT FROM new.number)) OR (old.place IS DISTINCT FROM new.place)) OR (old.content IS DISTINCT FROM new.content)) OR (old.goods IS DISTINCT FROM new.goods)) OR (old.identifiers IS DISTINCT FROM new.identifiers))) EXECUTE FUNCTION forget_words();
grant insert, select, update on clues to lianban_app;
alter table clues enable row level security;
create policy followed on clues as permissive for select to lianban_app
  using ((current_duty() = 'sharing'::text));
create policy own on clues as permissive for update to lianban_app
  using (((owner_agency_id = ( SELECT current_agency() AS current_agency)) AND ((NOT is_restricted) OR is_reader(id))))
  with check ((owner_agency_id = ( SELECT current_agency() AS current_agency)));
create policy recorded on clues as permissive for insert to lianban_app
  with check ((owner_agency_id = ( SELECT current_agency() AS current_agency)));
create policy seen on clues as permissive for select to lianban_app
  using ((((owner_agency_id = ( SELECT current_agency() AS current_agency)) AND ((NOT is_restricted) OR is_reader(id))) OR reaches_clue(id, current_agency(), current_officer(), current_instant())));
create policy taken_up on clues as permissive for update to lianban_app
  using (is_granted('Clue'::text, id))
  with check (is_granted('Clue'::text, id));

create table contradiction_explanations (
  binding_id uuid not null,
  case_id uuid not null,
  words text not null,
  agency_id uuid not null,
  explained_by uuid not null,
  explained_at timestamp with time zone not null,
  constraint contradiction_explanations_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint contradiction_explanations_binding_id_fkey FOREIGN KEY (binding_id) REFERENCES fact_bindings(id),
  constraint contradiction_explanations_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint contradiction_explanations_explained_by_fkey FOREIGN KEY (explained_by) REFERENCES officers(id),
  constraint contradiction_explanations_pkey PRIMARY KEY (binding_id)
);
grant insert, select on contradiction_explanations to lianban_app;
alter table contradiction_explanations enable row level security;
create policy entered on contradiction_explanations as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (explained_by = current_officer())));
create policy seen on contradiction_explanations as permissive for select to lianban_app
  using (sees_case(case_id));

create table corrections (
  id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  agency_id uuid not null,
  serial integer not null,
  fields text[] not null,
  former jsonb not null,
  corrected jsonb not null,
  fault text not null,
  reason text not null,
  proposal_id uuid,
  corrected_by uuid not null,
  corrected_at timestamp with time zone not null,
  constraint corrections_fields_check CHECK ((cardinality(fields) > 0)),
  constraint corrections_record_kind_check CHECK ((record_kind = ANY (ARRAY['Clue'::text, 'Case'::text]))),
  constraint corrections_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint corrections_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES officers(id),
  constraint corrections_pkey PRIMARY KEY (id),
  constraint corrections_record_id_serial_key UNIQUE (record_id, serial)
);
grant insert, select on corrections to lianban_app;
alter table corrections enable row level security;
create policy made on corrections as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND owns_record(record_kind, record_id)));
create policy seen on corrections as permissive for select to lianban_app
  using (sees_record(record_kind, record_id));

create table custody_events (
  id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  nth integer not null,
  kind text not null,
  at timestamp with time zone not null,
  from_agency_id uuid,
  from_name text not null,
  to_agency_id uuid,
  to_name text not null,
  moves text not null,
  place text not null,
  purpose text not null,
  condition text not null,
  seal_before text not null,
  seal_after text not null,
  document text not null,
  dimension text,
  amount bigint,
  difference text not null,
  answers uuid,
  recorded_by uuid not null,
  recorded_agency_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint custody_events_amount_check CHECK ((amount >= 0)),
  constraint custody_events_check CHECK (((dimension IS NULL) = (amount IS NULL))),
  constraint custody_events_check1 CHECK ((at <= recorded_at)),
  constraint custody_events_check2 CHECK (((kind <> 'receive'::text) OR (answers IS NOT NULL))),
  constraint custody_events_kind_check CHECK ((kind = ANY (ARRAY['collect'::text, 'register_in_advance'::text, 'seal'::text, 'transfer'::text, 'receive'::text, 'examine'::text, 'copy'::text, 'return'::text, 'auction'::text, 'destroy'::text]))),
  constraint custody_events_moves_check CHECK ((moves = ANY (ARRAY['goods'::text, 'title'::text, 'both'::text]))),
  constraint custody_events_nth_check CHECK ((nth > 0)),
  constraint custody_events_answers_fkey FOREIGN KEY (answers) REFERENCES custody_events(id),
  constraint custody_events_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint custody_events_case_id_item_id_fkey FOREIGN KEY (case_id, item_id) REFERENCES evidence_items(case_id, id),
  constraint custody_events_from_agency_id_fkey FOREIGN KEY (from_agency_id) REFERENCES agencies(id),
  constraint custody_events_recorded_agency_id_fkey FOREIGN KEY (recorded_agency_id) REFERENCES agencies(id),
  constraint custody_events_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officers(id),
  constraint custody_events_to_agency_id_fkey FOREIGN KEY (to_agency_id) REFERENCES agencies(id),
  constraint custody_events_pkey PRIMARY KEY (id),
  constraint custody_events_answers_key UNIQUE (answers),
  constraint custody_events_item_id_nth_key UNIQUE (item_id, nth)
);
CREATE TRIGGER follows BEFORE INSERT ON public.custody_events FOR EACH ROW EXECUTE FUNCTION keep_custody();
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON public.custody_events FOR EACH ROW EXECUTE FUNCTION keep_custody();
CREATE TRIGGER stays_whole BEFORE TRUNCATE ON public.custody_events FOR EACH STATEMENT EXECUTE FUNCTION keep_custody();
grant insert, select on custody_events to lianban_app;
alter table custody_events enable row level security;
create policy entered on custody_events as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (recorded_agency_id = current_agency()) AND (recorded_by = current_officer())));
create policy seen on custody_events as permissive for select to lianban_app
  using (sees_case(case_id));

create table dossier_seals (
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  digest text not null,
  note text not null,
  proposed_by uuid not null,
  agency_id uuid not null,
  proposed_at timestamp with time zone not null,
  constraint dossier_seals_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint dossier_seals_number_check CHECK ((number > 0)),
  constraint dossier_seals_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint dossier_seals_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint dossier_seals_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officers(id),
  constraint dossier_seals_pkey PRIMARY KEY (id),
  constraint dossier_seals_case_id_number_key UNIQUE (case_id, number)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.dossier_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on dossier_seals to lianban_app;
alter table dossier_seals enable row level security;
create policy proposed on dossier_seals as permissive for insert to lianban_app
  with check (((current_duty() = 'sealing'::text) AND sees_case(case_id) AND (agency_id = ( SELECT current_agency() AS current_agency)) AND (proposed_by = ( SELECT current_officer() AS current_officer))));
create policy seen on dossier_seals as permissive for select to lianban_app
  using (sees_case(case_id));

create table dossier_sections (
  id uuid not null,
  case_id uuid not null,
  "position" integer not null,
  title text not null,
  audience text not null,
  owner_agency_id uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  version integer not null default 1,
  constraint dossier_sections_audience_check CHECK ((audience = ANY (ARRAY['case'::text, 'members'::text]))),
  constraint dossier_sections_position_check CHECK (("position" > 0)),
  constraint dossier_sections_added_by_fkey FOREIGN KEY (added_by) REFERENCES officers(id),
  constraint dossier_sections_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint dossier_sections_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint dossier_sections_pkey PRIMARY KEY (id),
  constraint dossier_sections_case_id_position_key UNIQUE (case_id, "position") DEFERRABLE
);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.dossier_sections FOR EACH ROW EXECUTE FUNCTION keep_version('Section', 'id', '', 'case_id', 'case_id', 'owner_agency_id', 'audience', 'position');
grant insert, select, update on dossier_sections to lianban_app;
alter table dossier_sections enable row level security;
create policy seen on dossier_sections as permissive for all to lianban_app
  using (sees_case(case_id))
  with check (sees_case(case_id));

create table emergencies (
  id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  owner_agency_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint emergencies_check CHECK ((ends_at > opened_at)),
  constraint emergencies_record_kind_check CHECK ((record_kind = ANY (ARRAY['Case'::text, 'Clue'::text]))),
  constraint emergencies_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint emergencies_id_fkey FOREIGN KEY (id) REFERENCES grants(id),
  constraint emergencies_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint emergencies_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint emergencies_pkey PRIMARY KEY (id)
);
CREATE INDEX emergencies_agency ON public.emergencies USING btree (agency_id, opened_at DESC, id DESC);
CREATE INDEX emergencies_officer ON public.emergencies USING btree (officer_id, opened_at DESC);
CREATE INDEX emergencies_owner ON public.emergencies USING btree (owner_agency_id, opened_at DESC, id DESC);
grant insert, select on emergencies to lianban_app;
alter table emergencies enable row level security;
create policy both_sides on emergencies as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR (owner_agency_id = ( SELECT current_agency() AS current_agency))));
create policy kept_back on emergencies as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (record_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy opened on emergencies as permissive for insert to lianban_app
  with check (((officer_id = current_officer()) AND (agency_id = current_agency()) AND (EXISTS ( SELECT
   FROM grants g
  WHERE ((g.id = emergencies.id) AND (g.origin = 'emergency'::text) AND (g.grantee_officer_id = current_officer()) AND (g.record_kind = emergencies.record_kind) AND (g.record_id = emergencies.record_id) AND (g.owner_agency_id = emergencies.owner_agency_id) AND (g.expires_at = emergencies.ends_at))))));

create table emergency_reviews (
  emergency_id uuid not null,
  side text not null,
  agency_id uuid not null,
  due_at timestamp with time zone not null,
  outcome text,
  note text,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  is_done boolean not null generated always as ((outcome IS NOT NULL)) stored,
  constraint emergency_reviews_check CHECK ((((outcome IS NULL) = (reviewed_at IS NULL)) AND ((outcome IS NULL) = (reviewed_by IS NULL)) AND ((outcome IS NULL) = (note IS NULL)))),
  constraint emergency_reviews_outcome_check CHECK ((outcome = ANY (ARRAY['justified'::text, 'not_justified'::text]))),
  constraint emergency_reviews_side_check CHECK ((side = ANY (ARRAY['owner'::text, 'own'::text]))),
  constraint emergency_reviews_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint emergency_reviews_emergency_id_fkey FOREIGN KEY (emergency_id) REFERENCES emergencies(id),
  constraint emergency_reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES officers(id),
  constraint emergency_reviews_pkey PRIMARY KEY (emergency_id, side)
);
CREATE INDEX emergency_reviews_agency ON public.emergency_reviews USING btree (agency_id, due_at) WHERE (NOT is_done);
grant insert, select, update on emergency_reviews to lianban_app;
alter table emergency_reviews enable row level security;
create policy both_sides on emergency_reviews as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM emergencies e
  WHERE ((e.id = emergency_reviews.emergency_id) AND ((e.agency_id = ( SELECT current_agency() AS current_agency)) OR (e.owner_agency_id = ( SELECT current_agency() AS current_agency)))))));
create policy owed on emergency_reviews as permissive for insert to lianban_app
  with check (((outcome IS NULL) AND (EXISTS ( SELECT
   FROM emergencies e
  WHERE ((e.id = emergency_reviews.emergency_id) AND (e.officer_id = current_officer()) AND (emergency_reviews.agency_id =
        CASE emergency_reviews.side
            WHEN 'owner'::text THEN e.owner_agency_id
            ELSE e.agency_id
        END))))));
create policy written on emergency_reviews as permissive for update to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) AND (outcome IS NULL)))
  with check (((agency_id = current_agency()) AND (outcome IS NOT NULL) AND (reviewed_by = current_officer()) AND (NOT (EXISTS ( SELECT
   FROM emergencies e
  WHERE ((e.id = emergency_reviews.emergency_id) AND (e.officer_id = current_officer())))))));

create table evidence_amendments (
  id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  version integer not null,
  former jsonb not null,
  reason text not null,
  amended_by uuid not null,
  agency_id uuid not null,
  amended_at timestamp with time zone not null,
  constraint evidence_amendments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint evidence_amendments_amended_by_fkey FOREIGN KEY (amended_by) REFERENCES officers(id),
  constraint evidence_amendments_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_amendments_item_id_fkey FOREIGN KEY (item_id) REFERENCES evidence_items(id),
  constraint evidence_amendments_pkey PRIMARY KEY (id),
  constraint evidence_amendments_item_id_version_key UNIQUE (item_id, version)
);
grant insert, select on evidence_amendments to lianban_app;
alter table evidence_amendments enable row level security;
create policy entered on evidence_amendments as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (amended_by = current_officer())));
create policy seen on evidence_amendments as permissive for select to lianban_app
  using (sees_case(case_id));

create table evidence_conversions (
  item_id uuid not null,
  case_id uuid not null,
  decision text not null,
  retaken_id uuid,
  words text not null,
  decided_by uuid not null,
  agency_id uuid not null,
  decided_at timestamp with time zone not null,
  constraint evidence_conversions_check CHECK (((decision = 'retaken'::text) = (retaken_id IS NOT NULL))),
  constraint evidence_conversions_check1 CHECK ((retaken_id <> item_id)),
  constraint evidence_conversions_decision_check CHECK ((decision = ANY (ARRAY['used'::text, 'reviewed'::text, 'retaken'::text, 'not_used'::text]))),
  constraint evidence_conversions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint evidence_conversions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_conversions_case_id_retaken_id_fkey FOREIGN KEY (case_id, retaken_id) REFERENCES evidence_items(case_id, id),
  constraint evidence_conversions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officers(id),
  constraint evidence_conversions_item_id_fkey FOREIGN KEY (item_id) REFERENCES evidence_items(id),
  constraint evidence_conversions_pkey PRIMARY KEY (item_id)
);
grant insert, select on evidence_conversions to lianban_app;
alter table evidence_conversions enable row level security;
create policy entered on evidence_conversions as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (decided_by = current_officer())));
create policy seen on evidence_conversions as permissive for select to lianban_app
  using (sees_case(case_id));

create table evidence_cures (
  id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  line text not null,
  how text not null,
  words text not null,
  cured_by uuid not null,
  agency_id uuid not null,
  cured_at timestamp with time zone not null,
  constraint evidence_cures_how_check CHECK ((how = ANY (ARRAY['corrected'::text, 'explained'::text]))),
  constraint evidence_cures_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint evidence_cures_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_cures_cured_by_fkey FOREIGN KEY (cured_by) REFERENCES officers(id),
  constraint evidence_cures_item_id_fkey FOREIGN KEY (item_id) REFERENCES evidence_items(id),
  constraint evidence_cures_pkey PRIMARY KEY (id),
  constraint evidence_cures_item_id_line_key UNIQUE (item_id, line)
);
grant insert, select on evidence_cures to lianban_app;
alter table evidence_cures enable row level security;
create policy entered on evidence_cures as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (cured_by = current_officer())));
create policy seen on evidence_cures as permissive for select to lianban_app
  using (sees_case(case_id));

create table evidence_file_checks (
  id uuid not null,
  attachment_id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  found text not null,
  nth integer not null,
  agency_id uuid not null,
  compared_by uuid not null,
  compared_at timestamp with time zone not null,
  constraint evidence_file_checks_found_check CHECK ((found = ANY (ARRAY['whole'::text, 'missing'::text, 'changed'::text]))),
  constraint evidence_file_checks_nth_check CHECK ((nth > 0)),
  constraint evidence_file_checks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint evidence_file_checks_attachment_id_fkey FOREIGN KEY (attachment_id) REFERENCES evidence_files(id),
  constraint evidence_file_checks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_file_checks_compared_by_fkey FOREIGN KEY (compared_by) REFERENCES officers(id),
  constraint evidence_file_checks_item_id_fkey FOREIGN KEY (item_id) REFERENCES evidence_items(id),
  constraint evidence_file_checks_pkey PRIMARY KEY (id)
);
CREATE INDEX evidence_file_checks_item ON public.evidence_file_checks USING btree (item_id, compared_at);
grant insert, select on evidence_file_checks to lianban_app;
alter table evidence_file_checks enable row level security;
create policy entered on evidence_file_checks as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (compared_by = current_officer())));
create policy seen on evidence_file_checks as permissive for select to lianban_app
  using (sees_case(case_id));

create table evidence_file_ends (
  attachment_id uuid not null,
  case_id uuid not null,
  reason text not null,
  agency_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null,
  constraint evidence_file_ends_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint evidence_file_ends_attachment_id_fkey FOREIGN KEY (attachment_id) REFERENCES evidence_files(id),
  constraint evidence_file_ends_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_file_ends_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES officers(id),
  constraint evidence_file_ends_pkey PRIMARY KEY (attachment_id)
);
grant insert, select on evidence_file_ends to lianban_app;
alter table evidence_file_ends enable row level security;
create policy entered on evidence_file_ends as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (ended_by = current_officer())));
create policy seen on evidence_file_ends as permissive for select to lianban_app
  using (sees_case(case_id));

create table evidence_files (
  id uuid not null,
  item_id uuid not null,
  file_id uuid not null,
  case_id uuid not null,
  part text not null,
  note text not null,
  agency_id uuid not null,
  attached_by uuid not null,
  attached_at timestamp with time zone not null,
  constraint evidence_files_part_check CHECK ((part = ANY (ARRAY['original'::text, 'copy'::text, 'derived'::text, 'linked'::text]))),
  constraint evidence_files_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint evidence_files_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES officers(id),
  constraint evidence_files_case_id_file_id_fkey FOREIGN KEY (case_id, file_id) REFERENCES case_files(case_id, id),
  constraint evidence_files_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_files_case_id_item_id_fkey FOREIGN KEY (case_id, item_id) REFERENCES evidence_items(case_id, id),
  constraint evidence_files_pkey PRIMARY KEY (id)
);
CREATE INDEX evidence_files_case ON public.evidence_files USING btree (case_id);
CREATE INDEX evidence_files_item ON public.evidence_files USING btree (item_id);
grant insert, select on evidence_files to lianban_app;
alter table evidence_files enable row level security;
create policy entered on evidence_files as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (attached_by = current_officer())));
create policy seen on evidence_files as permissive for select to lianban_app
  using (sees_case(case_id));

create table evidence_items (
  id uuid not null,
  case_id uuid not null,
  number integer not null,
  kind text not null,
  proceeding text not null,
  name text not null,
  description text not null,
  origin text not null,
  parent_id uuid,
  instrument text,
  instrument_number text not null,
  collected_from timestamp with time zone not null,
  collected_until timestamp with time zone not null,
  place text not null,
  source text not null,
  collectors jsonb not null,
  dimension text,
  amount bigint,
  facts jsonb not null,
  agency_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  version integer not null default 1,
  holder_agency_id uuid not null,
  holder_name text not null,
  pending_agency_id uuid,
  title_agency_id uuid not null,
  constraint evidence_items_amount_check CHECK ((amount >= 0)),
  constraint evidence_items_check CHECK ((collected_until >= collected_from)),
  constraint evidence_items_check1 CHECK (((dimension IS NULL) = (amount IS NULL))),
  constraint evidence_items_check2 CHECK (((origin = 'original'::text) = (parent_id IS NULL))),
  constraint evidence_items_check3 CHECK ((parent_id <> id)),
  constraint evidence_items_number_check CHECK ((number > 0)),
  constraint evidence_items_origin_check CHECK ((origin = ANY (ARRAY['original'::text, 'copy'::text, 'derived'::text]))),
  constraint evidence_items_proceeding_check CHECK ((proceeding = ANY (ARRAY['administrative'::text, 'criminal'::text]))),
  constraint evidence_items_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint evidence_items_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_items_case_id_parent_id_fkey FOREIGN KEY (case_id, parent_id) REFERENCES evidence_items(case_id, id),
  constraint evidence_items_holder_agency_id_fkey FOREIGN KEY (holder_agency_id) REFERENCES agencies(id),
  constraint evidence_items_pending_agency_id_fkey FOREIGN KEY (pending_agency_id) REFERENCES agencies(id),
  constraint evidence_items_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officers(id),
  constraint evidence_items_title_agency_id_fkey FOREIGN KEY (title_agency_id) REFERENCES agencies(id),
  constraint evidence_items_pkey PRIMARY KEY (id),
  constraint evidence_items_case_id_id_key UNIQUE (case_id, id),
  constraint evidence_items_case_id_number_key UNIQUE (case_id, number)
);
CREATE INDEX evidence_items_parent ON public.evidence_items USING btree (parent_id);
grant insert, select on evidence_items to lianban_app;
grant update (kind) on evidence_items to lianban_app;
grant update (name) on evidence_items to lianban_app;
grant update (description) on evidence_items to lianban_app;
grant update (origin) on evidence_items to lianban_app;
grant update (parent_id) on evidence_items to lianban_app;
grant update (instrument_number) on evidence_items to lianban_app;
grant update (collected_from) on evidence_items to lianban_app;
grant update (collected_until) on evidence_items to lianban_app;
grant update (place) on evidence_items to lianban_app;
grant update (source) on evidence_items to lianban_app;
grant update (collectors) on evidence_items to lianban_app;
grant update (dimension) on evidence_items to lianban_app;
grant update (amount) on evidence_items to lianban_app;
grant update (facts) on evidence_items to lianban_app;
grant update (version) on evidence_items to lianban_app;
grant update (holder_agency_id) on evidence_items to lianban_app;
grant update (holder_name) on evidence_items to lianban_app;
grant update (pending_agency_id) on evidence_items to lianban_app;
grant update (title_agency_id) on evidence_items to lianban_app;
alter table evidence_items enable row level security;
create policy entered on evidence_items as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (recorded_by = current_officer())));
create policy seen on evidence_items as permissive for select to lianban_app
  using (sees_case(case_id));
create policy worked on evidence_items as permissive for update to lianban_app
  using ((sees_case(case_id) AND (((current_agency() = agency_id) OR (current_agency() = holder_agency_id)) OR (current_agency() = pending_agency_id))))
  with check (sees_case(case_id));

create table evidence_replies (
  item_id uuid not null,
  case_id uuid not null,
  agency_id uuid not null,
  assistance_id uuid not null,
  version integer not null,
  number text not null,
  replied_agency_id uuid not null,
  replied_by uuid not null,
  replied_at timestamp with time zone not null,
  digest text not null,
  items jsonb not null,
  constraint evidence_replies_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_replies_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint evidence_replies_assistance_id_version_fkey FOREIGN KEY (assistance_id, version) REFERENCES assistance_receipts(assistance_id, version),
  constraint evidence_replies_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_replies_case_id_item_id_fkey FOREIGN KEY (case_id, item_id) REFERENCES evidence_items(case_id, id),
  constraint evidence_replies_item_id_fkey FOREIGN KEY (item_id) REFERENCES evidence_items(id),
  constraint evidence_replies_replied_agency_id_fkey FOREIGN KEY (replied_agency_id) REFERENCES agencies(id),
  constraint evidence_replies_replied_by_fkey FOREIGN KEY (replied_by) REFERENCES officers(id),
  constraint evidence_replies_pkey PRIMARY KEY (item_id),
  constraint evidence_replies_assistance_id_version_key UNIQUE (assistance_id, version)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.evidence_replies FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on evidence_replies to lianban_app;
alter table evidence_replies enable row level security;
create policy entered on evidence_replies as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = ( SELECT current_agency() AS current_agency)) AND sees_assistance(assistance_id)));
create policy seen on evidence_replies as permissive for select to lianban_app
  using (sees_case(case_id));

create table fact_bindings (
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  fact text not null,
  relation text not null,
  source text not null,
  note text not null,
  agency_id uuid not null,
  bound_by uuid not null,
  bound_at timestamp with time zone not null,
  constraint fact_bindings_relation_check CHECK ((relation = ANY (ARRAY['direct'::text, 'corroborates'::text, 'contradicts'::text]))),
  constraint fact_bindings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint fact_bindings_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES officers(id),
  constraint fact_bindings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint fact_bindings_case_id_item_id_fkey FOREIGN KEY (case_id, item_id) REFERENCES evidence_items(case_id, id),
  constraint fact_bindings_pkey PRIMARY KEY (id)
);
CREATE INDEX fact_bindings_case ON public.fact_bindings USING btree (case_id);
grant insert, select on fact_bindings to lianban_app;
alter table fact_bindings enable row level security;
create policy entered on fact_bindings as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (bound_by = current_officer())));
create policy seen on fact_bindings as permissive for select to lianban_app
  using (sees_case(case_id));

create table fact_unbindings (
  binding_id uuid not null,
  case_id uuid not null,
  reason text not null,
  agency_id uuid not null,
  unbound_by uuid not null,
  unbound_at timestamp with time zone not null,
  constraint fact_unbindings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint fact_unbindings_binding_id_fkey FOREIGN KEY (binding_id) REFERENCES fact_bindings(id),
  constraint fact_unbindings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint fact_unbindings_unbound_by_fkey FOREIGN KEY (unbound_by) REFERENCES officers(id),
  constraint fact_unbindings_pkey PRIMARY KEY (binding_id)
);
grant insert, select on fact_unbindings to lianban_app;
alter table fact_unbindings enable row level security;
create policy entered on fact_unbindings as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (unbound_by = current_officer())));
create policy seen on fact_unbindings as permissive for select to lianban_app
  using (sees_case(case_id));

create table file_uploads (
  id uuid not null,
  case_id uuid not null,
  owner_agency_id uuid not null,
  officer_id uuid not null,
  name text not null,
  bytes bigint not null,
  is_sensitive boolean not null,
  handling_code text not null,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  constraint file_uploads_bytes_check CHECK ((bytes > 0)),
  constraint file_uploads_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint file_uploads_handling_code_check CHECK ((handling_code = ANY (ARRAY['unrestricted'::text, 'not_in_proceedings'::text, 'no_onward'::text, 'no_open_action'::text]))),
  constraint file_uploads_outcome_check CHECK ((outcome = ANY (ARRAY['finished'::text, 'discarded'::text]))),
  constraint file_uploads_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint file_uploads_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint file_uploads_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint file_uploads_pkey PRIMARY KEY (id)
);
CREATE INDEX file_uploads_open ON public.file_uploads USING btree (officer_id) WHERE (ended_at IS NULL);
grant insert, select on file_uploads to lianban_app;
grant update (ended_at) on file_uploads to lianban_app;
grant update (outcome) on file_uploads to lianban_app;
alter table file_uploads enable row level security;
create policy begun on file_uploads as permissive for insert to lianban_app
  with check (((officer_id = current_officer()) AND (owner_agency_id = current_agency()) AND sees_case(case_id)));
create policy ended on file_uploads as permissive for update to lianban_app
  using (((officer_id = ( SELECT current_officer() AS current_officer)) AND (owner_agency_id = ( SELECT current_agency() AS current_agency)) AND (ended_at IS NULL)))
  with check (true);
create policy mine on file_uploads as permissive for select to lianban_app
  using (((officer_id = ( SELECT current_officer() AS current_officer)) AND (owner_agency_id = ( SELECT current_agency() AS current_agency))));

create table goods_lines (
  id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  nth integer not null,
  brand text not null,
  specification text not null,
  goods text not null,
  category text not null,
  dimension text not null,
  amount bigint not null,
  sticks_per_pack integer,
  codes jsonb not null,
  price bigint,
  price_per text not null,
  price_source text not null,
  note text not null,
  agency_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint goods_lines_amount_check CHECK ((amount > 0)),
  constraint goods_lines_category_check CHECK ((category = ANY (ARRAY['genuine'::text, 'counterfeit'::text, 'smuggled'::text, 'unlicensed'::text, 'unknown'::text]))),
  constraint goods_lines_check CHECK (((price IS NULL) OR (price_source <> ''::text))),
  constraint goods_lines_nth_check CHECK ((nth > 0)),
  constraint goods_lines_price_check CHECK ((price >= 0)),
  constraint goods_lines_sticks_per_pack_check CHECK (((sticks_per_pack >= 1) AND (sticks_per_pack <= 100))),
  constraint goods_lines_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint goods_lines_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint goods_lines_case_id_item_id_fkey FOREIGN KEY (case_id, item_id) REFERENCES evidence_items(case_id, id),
  constraint goods_lines_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES officers(id),
  constraint goods_lines_pkey PRIMARY KEY (id),
  constraint goods_lines_item_id_nth_key UNIQUE (item_id, nth)
);
CREATE INDEX goods_lines_case ON public.goods_lines USING btree (case_id);
grant insert, select on goods_lines to lianban_app;
alter table goods_lines enable row level security;
create policy entered on goods_lines as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (recorded_by = current_officer())));
create policy seen on goods_lines as permissive for select to lianban_app
  using (sees_case(case_id));

create table goods_strikes (
  line_id uuid not null,
  case_id uuid not null,
  reason text not null,
  agency_id uuid not null,
  struck_by uuid not null,
  struck_at timestamp with time zone not null,
  constraint goods_strikes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint goods_strikes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint goods_strikes_line_id_fkey FOREIGN KEY (line_id) REFERENCES goods_lines(id),
  constraint goods_strikes_struck_by_fkey FOREIGN KEY (struck_by) REFERENCES officers(id),
  constraint goods_strikes_pkey PRIMARY KEY (line_id)
);
grant insert, select on goods_strikes to lianban_app;
alter table goods_strikes enable row level security;
create policy entered on goods_strikes as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (struck_by = current_officer())));
create policy seen on goods_strikes as permissive for select to lianban_app
  using (sees_case(case_id));

create table grants (
  id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  record_at timestamp with time zone not null,
  owner_agency_id uuid not null,
  grantee_agency_id uuid not null,
  level text not null,
  withheld_fields text[] not null,
  shows_clues boolean not null generated always as ((NOT ('clues'::text = ANY (withheld_fields)))) stored,
  purpose text not null,
  legal_basis text not null,
  agreement_id uuid not null,
  allows_onward boolean not null,
  expires_at timestamp with time zone not null,
  state text not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  recalled_by uuid,
  recalled_at timestamp with time zone,
  recall_reason text,
  version integer not null default 1,
  grantee_officer_id uuid,
  grantee_id uuid not null generated always as (COALESCE(grantee_officer_id, grantee_agency_id)) stored,
  task_force_id uuid,
  parent_grant_id uuid,
  onward_agency_id uuid,
  origin text not null default 'share'::text,
  approved_by uuid,
  approved_at timestamp with time zone,
  declined_by uuid,
  declined_at timestamp with time zone,
  decline_reason text,
  extension_until timestamp with time zone,
  extension_by uuid,
  extension_at timestamp with time zone,
  remind_days integer not null default 7,
  reviewed_at timestamp with time zone,
  proposed_by uuid not null generated always as (COALESCE(extension_by, given_by)) stored,
  reviewed_by uuid,
  review_note text,
  noted_at timestamp with time zone,
  constraint grants_check CHECK ((grantee_agency_id <> owner_agency_id)),
  constraint grants_emergency CHECK (((origin <> 'emergency'::text) OR (grantee_officer_id IS NOT NULL))),
  constraint grants_emergency_hour CHECK (((origin <> 'emergency'::text) OR (expires_at <= (given_at + '01:00:00'::interval)))),
  constraint grants_four_eyes CHECK ((approved_by <> given_by)),
  constraint grants_level_check CHECK ((level = ANY (ARRAY['view'::text, 'comment'::text, 'contribute'::text, 'co_handle'::text]))),
  constraint grants_onward CHECK ((((origin = 'onward'::text) = (parent_grant_id IS NOT NULL)) AND ((parent_grant_id IS NULL) = (onward_agency_id IS NULL)))),
  constraint grants_origin_check CHECK ((origin = ANY (ARRAY['share'::text, 'auto'::text, 'onward'::text, 'request'::text, 'emergency'::text]))),
  constraint grants_record_kind_check CHECK ((record_kind = ANY (ARRAY['Clue'::text, 'Case'::text]))),
  constraint grants_remind_days_check CHECK (((remind_days >= 0) AND (remind_days <= 365))),
  constraint grants_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'live'::text, 'recalled'::text, 'declined'::text]))),
  constraint grants_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreements(id),
  constraint grants_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES officers(id),
  constraint grants_declined_by_fkey FOREIGN KEY (declined_by) REFERENCES officers(id),
  constraint grants_extension_by_fkey FOREIGN KEY (extension_by) REFERENCES officers(id),
  constraint grants_given_by_fkey FOREIGN KEY (given_by) REFERENCES officers(id),
  constraint grants_grantee_agency_id_fkey FOREIGN KEY (grantee_agency_id) REFERENCES agencies(id),
  constraint grants_grantee_officer_id_fkey FOREIGN KEY (grantee_officer_id) REFERENCES officers(id),
  constraint grants_onward_agency_id_fkey FOREIGN KEY (onward_agency_id) REFERENCES agencies(id),
  constraint grants_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint grants_parent_grant_id_fkey FOREIGN KEY (parent_grant_id) REFERENCES grants(id),
  constraint grants_recalled_by_fkey FOREIGN KEY (recalled_by) REFERENCES officers(id),
  constraint grants_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES officers(id),
  constraint grants_task_force_id_fkey FOREIGN KEY (task_force_id) REFERENCES task_forces(id),
  constraint grants_pkey PRIMARY KEY (id)
);
CREATE INDEX grants_between ON public.grants USING btree (owner_agency_id, grantee_agency_id);
CREATE INDEX grants_due ON public.grants USING btree (owner_agency_id, expires_at) WHERE (state = 'live'::text);
CREATE INDEX grants_due_grantee ON public.grants USING btree (grantee_id, expires_at) WHERE (state = 'live'::text);
CREATE INDEX grants_ending ON public.grants USING btree (expires_at) WHERE (state = 'live'::text);
CREATE INDEX grants_grantee ON public.grants USING btree (grantee_id, record_kind, record_at DESC, record_id DESC) INCLUDE (expires_at, level, shows_clues, grantee_agency_id, owner_agency_id, onward_agency_id, withheld_fields) WHERE (state = 'live'::text);
CREATE UNIQUE INDEX grants_one_live ON public.grants USING btree (record_id, grantee_id, task_force_id) NULLS NOT DISTINCT WHERE (state = 'live'::text);
CREATE UNIQUE INDEX grants_one_proposed ON public.grants USING btree (record_id, grantee_id, task_force_id) NULLS NOT DISTINCT WHERE (state = 'proposed'::text);
CREATE INDEX grants_parent ON public.grants USING btree (parent_grant_id) WHERE (parent_grant_id IS NOT NULL);
CREATE INDEX grants_passed_on ON public.grants USING btree (owner_agency_id, given_at) WHERE ((origin = 'onward'::text) AND (noted_at IS NULL));
CREATE INDEX grants_proposed ON public.grants USING btree (owner_agency_id) WHERE ((state = 'proposed'::text) OR (extension_until IS NOT NULL));
CREATE INDEX grants_record ON public.grants USING btree (record_id);
CREATE INDEX grants_task_force ON public.grants USING btree (task_force_id) WHERE (task_force_id IS NOT NULL);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.grants FOR EACH ROW EXECUTE FUNCTION keep_version('Grant', 'id', '', 'record_id', 'record_kind', 'record_id', 'owner_agency_id', 'grantee_agency_id', 'grantee_officer_id', 'grantee_id', 'task_force_id', 'onward_agency_id', 'parent_grant_id', 'origin', 'level', 'withheld_fields', 'shows_clues', 'purpose', 'agreement_id', 'allows_onward', 'expires_at', 'state', 'given_by', 'given_at', 'proposed_by');
grant insert, select, update on grants to lianban_app;
alter table grants enable row level security;
create policy emergency on grants as permissive for insert to lianban_app
  with check (((origin = 'emergency'::text) AND (state = 'live'::text) AND (level = 'view'::text) AND (NOT allows_onward) AND (parent_grant_id IS NULL) AND (task_force_id IS NULL) AND (given_by = current_officer()) AND (grantee_officer_id = current_officer()) AND (grantee_agency_id = current_agency()) AND (given_at <= current_instant()) AND (expires_at <= (current_instant() + '01:00:00'::interval)) AND is_emergency_open(grants.*)));
create policy emergency_over on grants as permissive for update to lianban_app
  using (((origin = 'emergency'::text) AND (grantee_officer_id = ( SELECT current_officer() AS current_officer)) AND (grantee_agency_id = ( SELECT current_agency() AS current_agency))))
  with check (((origin = 'emergency'::text) AND (state = 'recalled'::text)));
create policy followed on grants as permissive for select to lianban_app
  using ((current_duty() = 'sharing'::text));
create policy followed_change on grants as permissive for update to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'sharing'::text))
  with check ((( SELECT current_duty() AS current_duty) = 'sharing'::text));
create policy followed_insert on grants as permissive for insert to lianban_app
  with check (((current_duty() = 'sharing'::text) AND (task_force_id IS NOT NULL) AND ((grantee_officer_id IS NULL) OR is_officer_of(grantee_officer_id, grantee_agency_id))));
create policy given on grants as permissive for insert to lianban_app
  with check (((owner_agency_id = ( SELECT current_agency() AS current_agency)) AND owns_record(record_kind, record_id) AND (parent_grant_id IS NULL) AND ((grantee_officer_id IS NULL) OR is_officer_of(grantee_officer_id, grantee_agency_id))));
create policy kept_back on grants as restrictive for select to lianban_app
  using (((owner_agency_id IS DISTINCT FROM ( SELECT current_agency() AS current_agency)) OR (NOT (record_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy passed_on on grants as permissive for insert to lianban_app
  with check (((origin = 'onward'::text) AND (onward_agency_id = ( SELECT current_agency() AS current_agency)) AND is_within_parent(grants.*) AND ((grantee_officer_id IS NULL) OR is_officer_of(grantee_officer_id, grantee_agency_id))));
create policy recalled on grants as permissive for update to lianban_app
  using ((owner_agency_id = ( SELECT current_agency() AS current_agency)))
  with check ((owner_agency_id = ( SELECT current_agency() AS current_agency)));
create policy seen on grants as permissive for select to lianban_app
  using (((grantee_agency_id = ( SELECT current_agency() AS current_agency)) OR (( SELECT current_agency() AS current_agency) = ANY (ARRAY[owner_agency_id, onward_agency_id])) OR sees_granted(record_kind, record_id)));
create policy taken_back on grants as permissive for update to lianban_app
  using ((onward_agency_id = ( SELECT current_agency() AS current_agency)))
  with check (((onward_agency_id = ( SELECT current_agency() AS current_agency)) AND (state = 'recalled'::text)));

create table handoff_items (
  handoff_id uuid not null,
  "position" integer not null,
  kind text not null,
  record_id uuid not null,
  title text not null,
  content text not null,
  digest text not null,
  material text,
  constraint handoff_items_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint handoff_items_kind_check CHECK ((kind = ANY (ARRAY['transfer_letter'::text, 'case_record'::text, 'clue'::text, 'figures'::text, 'dossier_section'::text, 'paper'::text]))),
  constraint handoff_items_handoff_id_fkey FOREIGN KEY (handoff_id) REFERENCES handoffs(id),
  constraint handoff_items_pkey PRIMARY KEY (handoff_id, "position")
);
grant insert, select on handoff_items to lianban_app;
alter table handoff_items enable row level security;
create policy prepared on handoff_items as permissive for insert to lianban_app
  with check (may_fill_handoff(handoff_id));
create policy seen on handoff_items as permissive for select to lianban_app
  using (sees_handoff(handoff_id));

create table handoff_receipts (
  id uuid not null,
  handoff_id uuid not null,
  rung text not null,
  officer_id uuid not null,
  agency_id uuid not null,
  package_digest text not null,
  note text not null,
  given_at timestamp with time zone not null,
  move text not null,
  standing text not null,
  version integer not null,
  reasons text[] not null default '{}'::text[],
  papers jsonb not null default '[]'::jsonb,
  named_agency_id uuid,
  constraint handoff_receipts_rung_check CHECK ((rung = ANY (ARRAY['dispatched'::text, 'delivered'::text, 'signed_for'::text, 'accepted'::text, 'accepted_in_part'::text, 'returned'::text, 'forwarded'::text, 'cancelled'::text, 'acted'::text, 'notified'::text, 'answered'::text, 'referred'::text, 'decided'::text, 'overseen'::text, 'concluded'::text]))),
  constraint handoff_receipts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint handoff_receipts_handoff_id_fkey FOREIGN KEY (handoff_id) REFERENCES handoffs(id),
  constraint handoff_receipts_named_agency_id_fkey FOREIGN KEY (named_agency_id) REFERENCES agencies(id),
  constraint handoff_receipts_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint handoff_receipts_pkey PRIMARY KEY (id),
  constraint handoff_receipts_handoff_id_version_key UNIQUE (handoff_id, version)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.handoff_receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on handoff_receipts to lianban_app;
alter table handoff_receipts enable row level security;
create policy given on handoff_receipts as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND (sees_handoff(handoff_id) OR may_fill_handoff(handoff_id))));
create policy seen on handoff_receipts as permissive for select to lianban_app
  using (sees_handoff(handoff_id));

create table handoffs (
  id uuid not null,
  number text not null,
  kind text not null,
  case_id uuid,
  from_agency_id uuid not null,
  to_agency_id uuid not null,
  legal_basis text not null,
  purpose text not null,
  state text not null,
  package_digest text not null,
  prepared_by uuid not null,
  prepared_at timestamp with time zone not null,
  version integer not null default 1,
  clue_id uuid,
  record_id uuid generated always as (COALESCE(case_id, clue_id)) stored,
  standing text not null,
  circle_id uuid not null,
  overseer_agency_id uuid,
  forwards_id uuid,
  circumstances text[] not null default '{}'::text[],
  constraint handoffs_about_one CHECK ((num_nonnulls(case_id, clue_id) = 1)),
  constraint handoffs_check CHECK ((to_agency_id <> from_agency_id)),
  constraint handoffs_kind_check CHECK ((kind ~ '^[a-z_]+$'::text)),
  constraint handoffs_package_digest_check CHECK ((package_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint handoffs_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'dispatched'::text, 'delivered'::text, 'signed_for'::text, 'accepted'::text, 'taken'::text, 'contested'::text, 'returned'::text, 'forwarded'::text, 'cancelled'::text]))),
  constraint handoffs_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint handoffs_clue_id_fkey FOREIGN KEY (clue_id) REFERENCES clues(id),
  constraint handoffs_forwards_id_fkey FOREIGN KEY (forwards_id) REFERENCES handoffs(id),
  constraint handoffs_from_agency_id_fkey FOREIGN KEY (from_agency_id) REFERENCES agencies(id),
  constraint handoffs_overseer_agency_id_fkey FOREIGN KEY (overseer_agency_id) REFERENCES agencies(id),
  constraint handoffs_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES officers(id),
  constraint handoffs_to_agency_id_fkey FOREIGN KEY (to_agency_id) REFERENCES agencies(id),
  constraint handoffs_pkey PRIMARY KEY (id),
  constraint forwarded_by_receipt TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint stands_by_receipt TRIGGER DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX handoffs_accepted ON public.handoffs USING btree (case_id, to_agency_id) WHERE (state = 'accepted'::text);
CREATE INDEX handoffs_case ON public.handoffs USING btree (case_id);
CREATE INDEX handoffs_from ON public.handoffs USING btree (from_agency_id, prepared_at DESC, id DESC);
CREATE UNIQUE INDEX handoffs_from_agency_id_number_key ON public.handoffs USING btree (from_agency_id, number) WHERE (forwards_id IS NULL);
CREATE INDEX handoffs_overseer ON public.handoffs USING btree (overseer_agency_id, prepared_at DESC, id DESC);
CREATE INDEX handoffs_record ON public.handoffs USING btree (record_id);
CREATE INDEX handoffs_to ON public.handoffs USING btree (to_agency_id, prepared_at DESC, id DESC);
CREATE CONSTRAINT TRIGGER forwarded_by_receipt AFTER INSERT ON public.handoffs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.forwards_id IS NOT NULL)) EXECUTE FUNCTION stands_by_receipt();
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.handoffs FOR EACH ROW EXECUTE FUNCTION keep_version('Handoff', 'id', '', 'record_id', 'case_id', 'clue_id', 'circle_id', 'kind', 'from_agency_id', 'to_agency_id', 'overseer_agency_id', 'state');
CREATE CONSTRAINT TRIGGER stands_by_receipt AFTER UPDATE ON public.handoffs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stands_by_receipt();
grant insert, select on handoffs to lianban_app;
grant update (state) on handoffs to lianban_app;
grant update (version) on handoffs to lianban_app;
grant update (standing) on handoffs to lianban_app;
grant update (overseer_agency_id) on handoffs to lianban_app;
alter table handoffs enable row level security;
create policy kept_back on handoffs as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (record_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy moved on handoffs as permissive for update to lianban_app
  using (((((( SELECT current_agency() AS current_agency) = from_agency_id) OR (( SELECT current_agency() AS current_agency) = to_agency_id)) OR (( SELECT current_agency() AS current_agency) = overseer_agency_id)) OR took_back(case_id)))
  with check (((((( SELECT current_agency() AS current_agency) = from_agency_id) OR (( SELECT current_agency() AS current_agency) = to_agency_id)) OR (( SELECT current_agency() AS current_agency) = overseer_agency_id)) OR took_back(case_id)));
create policy prepared on handoffs as permissive for insert to lianban_app
  with check (((from_agency_id = ( SELECT current_agency() AS current_agency)) OR forwards_handoff(forwards_id, from_agency_id, package_digest)));
create policy seen on handoffs as permissive for select to lianban_app
  using (((from_agency_id = ( SELECT current_agency() AS current_agency)) OR ((state <> ALL (ARRAY['prepared'::text, 'cancelled'::text])) AND ((to_agency_id = ( SELECT current_agency() AS current_agency)) OR (overseer_agency_id = ( SELECT current_agency() AS current_agency)))) OR sees_handoff(id)));

create table hit_answers (
  id uuid not null,
  query_id uuid not null,
  grade text not null,
  agency_id uuid not null,
  record_id uuid,
  constraint hit_answers_check CHECK (((record_id IS NULL) = (grade = 'hint'::text))),
  constraint hit_answers_grade_check CHECK ((grade = ANY (ARRAY['hint'::text, 'record'::text]))),
  constraint hit_answers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint hit_answers_query_id_fkey FOREIGN KEY (query_id) REFERENCES hit_queries(id),
  constraint hit_answers_pkey PRIMARY KEY (id)
);
CREATE INDEX hit_answers_query ON public.hit_answers USING btree (query_id);
grant insert, select on hit_answers to lianban_app;
alter table hit_answers enable row level security;
create policy answered on hit_answers as permissive for insert to lianban_app
  with check ((EXISTS ( SELECT
   FROM hit_queries q
  WHERE ((q.id = hit_answers.query_id) AND (q.officer_id = current_officer())))));
create policy own_agency on hit_answers as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM hit_queries q
  WHERE ((q.id = hit_answers.query_id) AND (q.agency_id = ( SELECT current_agency() AS current_agency))))));

create table hit_matches (
  query_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  owner_agency_id uuid not null,
  constraint hit_matches_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint hit_matches_query_id_fkey FOREIGN KEY (query_id) REFERENCES hit_queries(id),
  constraint hit_matches_pkey PRIMARY KEY (query_id, record_kind, record_id)
);
CREATE INDEX hit_matches_owner ON public.hit_matches USING btree (owner_agency_id, query_id);
grant select on hit_matches to lianban_app;
alter table hit_matches enable row level security;
create policy kept_back on hit_matches as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (record_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy owner on hit_matches as permissive for select to lianban_app
  using ((owner_agency_id = ( SELECT current_agency() AS current_agency)));

create table hit_queries (
  id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  identifier_kind text not null,
  key_id text not null,
  digest_prefix text not null,
  purpose text not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  constraint hit_queries_digest_prefix_check CHECK ((digest_prefix ~ '^[0-9a-f]{8}$'::text)),
  constraint hit_queries_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint hit_queries_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint hit_queries_pkey PRIMARY KEY (id)
);
CREATE INDEX hit_queries_agency ON public.hit_queries USING btree (agency_id, asked_at DESC, id DESC);
CREATE INDEX hit_queries_officer ON public.hit_queries USING btree (officer_id, asked_at DESC);
grant insert, select on hit_queries to lianban_app;
alter table hit_queries enable row level security;
create policy about_us on hit_queries as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM hit_matches m
  WHERE ((m.query_id = hit_queries.id) AND (m.owner_agency_id = ( SELECT current_agency() AS current_agency))))));
create policy asked on hit_queries as permissive for insert to lianban_app
  with check (((agency_id = current_agency()) AND (officer_id = current_officer())));
create policy own_agency on hit_queries as permissive for select to lianban_app
  using ((agency_id = ( SELECT current_agency() AS current_agency)));

create table identifier_digests (
  key_id text not null,
  digest bytea not null,
  identifier_kind text not null,
  record_kind text not null,
  record_id uuid not null,
  owner_agency_id uuid not null,
  constraint identifier_digests_digest_check CHECK ((octet_length(digest) = 32)),
  constraint identifier_digests_key_id_check CHECK ((key_id ~ '^[0-9a-f]{16}$'::text)),
  constraint identifier_digests_record_kind_check CHECK ((record_kind = 'Clue'::text)),
  constraint identifier_digests_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint identifier_digests_pkey PRIMARY KEY (key_id, digest, record_kind, record_id)
);
CREATE INDEX identifier_digests_record ON public.identifier_digests USING btree (record_kind, record_id, key_id);
grant delete, insert, select on identifier_digests to lianban_app;
alter table identifier_digests enable row level security;
create policy digesting on identifier_digests as permissive for all to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'digests'::text))
  with check ((current_duty() = 'digests'::text));
create policy own on identifier_digests as permissive for all to lianban_app
  using ((owner_agency_id = ( SELECT current_agency() AS current_agency)))
  with check (((owner_agency_id = ( SELECT current_agency() AS current_agency)) AND owns_record(record_kind, record_id)));

create table law_events (
  id uuid not null,
  matter_kind text not null,
  matter_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  code text not null,
  at timestamp with time zone not null,
  set_for timestamp with time zone,
  region character(6),
  variant text,
  amount integer,
  agency_id uuid,
  police_id uuid,
  procuratorate_id uuid,
  told_by uuid not null,
  told_at timestamp with time zone not null,
  constraint law_events_amount_check CHECK ((amount > 0)),
  constraint law_events_matter_kind_check CHECK ((matter_kind = ANY (ARRAY['Case'::text, 'Clue'::text, 'Handoff'::text, 'Assistance'::text]))),
  constraint law_events_record_kind_check CHECK ((record_kind = ANY (ARRAY['Case'::text, 'Clue'::text]))),
  constraint law_events_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint law_events_police_id_fkey FOREIGN KEY (police_id) REFERENCES agencies(id),
  constraint law_events_procuratorate_id_fkey FOREIGN KEY (procuratorate_id) REFERENCES agencies(id),
  constraint law_events_told_by_fkey FOREIGN KEY (told_by) REFERENCES officers(id),
  constraint law_events_pkey PRIMARY KEY (id)
);
CREATE INDEX law_events_matter ON public.law_events USING btree (matter_id, at);
grant insert, select on law_events to lianban_app;
alter table law_events enable row level security;
create policy kept on law_events as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'clocks'::text));
create policy told on law_events as permissive for insert to lianban_app
  with check ((current_duty() = 'clocks'::text));

create table legal_hold_lifts (
  hold_id uuid not null,
  reason text not null,
  authority text not null,
  lifted_by uuid not null,
  lifted_at timestamp with time zone not null,
  constraint legal_hold_lifts_authority_check CHECK ((authority <> ''::text)),
  constraint legal_hold_lifts_reason_check CHECK ((reason <> ''::text)),
  constraint legal_hold_lifts_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES legal_holds(id),
  constraint legal_hold_lifts_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES officers(id),
  constraint legal_hold_lifts_pkey PRIMARY KEY (hold_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.legal_hold_lifts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on legal_hold_lifts to lianban_app;
alter table legal_hold_lifts enable row level security;
create policy lifted on legal_hold_lifts as permissive for insert to lianban_app
  with check (((lifted_by = current_officer()) AND (EXISTS ( SELECT
   FROM legal_holds h
  WHERE ((h.id = legal_hold_lifts.hold_id) AND (h.agency_id = current_agency()))))));
create policy of_hold on legal_hold_lifts as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM legal_holds h
  WHERE (h.id = legal_hold_lifts.hold_id))));

create table legal_holds (
  id uuid not null,
  operator_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  root_id uuid not null,
  owner_agency_id uuid not null,
  agency_id uuid not null,
  reason text not null,
  authority text not null,
  laid_by uuid not null,
  laid_at timestamp with time zone not null,
  constraint legal_holds_authority_check CHECK ((authority <> ''::text)),
  constraint legal_holds_reason_check CHECK ((reason <> ''::text)),
  constraint legal_holds_record_kind_check CHECK ((record_kind = ANY (ARRAY['Case'::text, 'Clue'::text, 'EvidenceItem'::text]))),
  constraint legal_holds_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint legal_holds_laid_by_fkey FOREIGN KEY (laid_by) REFERENCES officers(id),
  constraint legal_holds_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES agencies(id),
  constraint legal_holds_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint legal_holds_pkey PRIMARY KEY (id)
);
CREATE INDEX legal_holds_record ON public.legal_holds USING btree (record_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.legal_holds FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on legal_holds to lianban_app;
alter table legal_holds enable row level security;
create policy keeping on legal_holds as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'keeping'::text));
create policy kept_back on legal_holds as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT is_kept_from_me(root_id))));
create policy laid on legal_holds as permissive for insert to lianban_app
  with check (((agency_id = current_agency()) AND (laid_by = current_officer())));
create policy parties on legal_holds as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR (owner_agency_id = ( SELECT current_agency() AS current_agency))));

create table letter_digests (
  key_id text not null,
  digest bytea not null,
  letter_id uuid not null,
  constraint letter_digests_digest_check CHECK ((octet_length(digest) = 32)),
  constraint letter_digests_key_id_check CHECK ((key_id ~ '^[0-9a-f]{16}$'::text)),
  constraint letter_digests_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES assistance_letters(id),
  constraint letter_digests_pkey PRIMARY KEY (key_id, digest, letter_id)
);
CREATE INDEX letter_digests_letter ON public.letter_digests USING btree (letter_id, key_id);
grant delete, insert, select on letter_digests to lianban_app;
alter table letter_digests enable row level security;
create policy digesting on letter_digests as permissive for all to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'digests'::text))
  with check ((current_duty() = 'digests'::text));
create policy kept on letter_digests as restrictive for delete to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'digests'::text));
create policy seen on letter_digests as permissive for all to lianban_app
  using (sees_assistance_letter(letter_id))
  with check (sees_assistance_letter(letter_id));

create table notice_choices (
  officer_id uuid not null,
  kind text not null,
  is_wanted boolean not null,
  chosen_at timestamp with time zone not null,
  constraint notice_choices_kind_check CHECK ((kind ~ '^[a-z_0-9]+$'::text)),
  constraint notice_choices_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint notice_choices_pkey PRIMARY KEY (officer_id, kind)
);
grant insert, select on notice_choices to lianban_app;
grant update (is_wanted) on notice_choices to lianban_app;
grant update (chosen_at) on notice_choices to lianban_app;
alter table notice_choices enable row level security;
create policy own on notice_choices as permissive for all to lianban_app
  using ((officer_id = ( SELECT current_officer() AS current_officer)))
  with check ((officer_id = ( SELECT current_officer() AS current_officer)));

create table notice_climbs (
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  number bigint not null,
  nth integer not null,
  kind text not null,
  to_roles text[] not null,
  minutes integer not null,
  matter_kind text not null,
  matter_id uuid not null,
  matter_version integer,
  record_id uuid not null,
  told_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  done_at timestamp with time zone,
  constraint notice_climbs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'climbed'::text]))),
  constraint notice_climbs_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint notice_climbs_pkey PRIMARY KEY (id),
  constraint notice_climbs_agency_id_number_nth_key UNIQUE (agency_id, number, nth)
);
CREATE INDEX notice_climbs_due ON public.notice_climbs USING btree (due_at) WHERE (state = 'waiting'::text);
grant select on notice_climbs to lianban_app;
grant update (state) on notice_climbs to lianban_app;
grant update (done_at) on notice_climbs to lianban_app;
alter table notice_climbs enable row level security;
create policy done on notice_climbs as permissive for update to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'climbing'::text));
create policy seen on notice_climbs as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'climbing'::text));

create table notice_marks (
  agency_id uuid not null,
  last bigint not null,
  constraint notice_marks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint notice_marks_pkey PRIMARY KEY (agency_id)
);
grant select on notice_marks to lianban_app;
alter table notice_marks enable row level security;
create policy seen on notice_marks as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) = 'live'::text)));

create table notices (
  id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  officer_id uuid not null,
  number bigint not null,
  kind text not null,
  act text not null,
  step text,
  matter_kind text not null,
  matter_id uuid not null,
  is_urgent boolean not null,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  constraint notices_kind_check CHECK ((kind ~ '^[a-z_0-9]+$'::text)),
  constraint notices_step_check CHECK ((step ~ '^[a-z_0-9A-Z]+$'::text)),
  constraint notices_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint notices_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_officer_id_number_key UNIQUE (officer_id, number)
);
CREATE INDEX notices_mine ON public.notices USING btree (officer_id, at DESC, id DESC);
CREATE INDEX notices_told ON public.notices USING btree (agency_id, number);
CREATE INDEX notices_unseen ON public.notices USING btree (officer_id, at DESC, id DESC) WHERE (seen_at IS NULL);
grant select on notices to lianban_app;
grant update (seen_at) on notices to lianban_app;
alter table notices enable row level security;
create policy looked on notices as permissive for update to lianban_app
  using (((officer_id = ( SELECT current_officer() AS current_officer)) AND (agency_id = ( SELECT current_agency() AS current_agency))));
create policy seen on notices as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'live'::text) OR ((officer_id = ( SELECT current_officer() AS current_officer)) AND (agency_id = ( SELECT current_agency() AS current_agency)) AND sees_matter(matter_kind, matter_id))));

create table officer_changes (
  id uuid not null,
  operator_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  concerns_id uuid not null,
  officer_version integer,
  touches_office boolean not null,
  lines jsonb not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  state text not null default 'proposed'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  note text,
  constraint officer_changes_check CHECK ((((state = 'proposed'::text) = (decided_by IS NULL)) AND ((state = 'proposed'::text) = (decided_at IS NULL)))),
  constraint officer_changes_check1 CHECK (((kind = 'entry'::text) = (officer_version IS NULL))),
  constraint officer_changes_kind_check CHECK ((kind = ANY (ARRAY['entry'::text, 'roles'::text, 'suspension'::text, 'reinstatement'::text]))),
  constraint officer_changes_lines_check CHECK ((jsonb_array_length(lines) > 0)),
  constraint officer_changes_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint two_people CHECK (((state <> 'approved'::text) OR (decided_by <> proposed_by))),
  constraint officer_changes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint officer_changes_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officers(id),
  constraint officer_changes_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES agencies(id),
  constraint officer_changes_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officers(id),
  constraint officer_changes_pkey PRIMARY KEY (id)
);
CREATE INDEX officer_changes_agency ON public.officer_changes USING btree (agency_id, id DESC);
CREATE INDEX officer_changes_open ON public.officer_changes USING btree (id) WHERE (state = 'proposed'::text);
CREATE TRIGGER decided_once BEFORE UPDATE ON public.officer_changes FOR EACH ROW EXECUTE FUNCTION decide_once();
grant insert, select, update on officer_changes to lianban_app;
alter table officer_changes enable row level security;
create policy decided on officer_changes as permissive for update to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR ( SELECT keeps_register() AS keeps_register)))
  with check ((decided_by = current_officer()));
create policy own_agency on officer_changes as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR ( SELECT keeps_register() AS keeps_register)));
create policy proposed on officer_changes as permissive for insert to lianban_app
  with check (((proposed_by = current_officer()) AND ((agency_id = current_agency()) OR keeps_register())));

create table officers (
  id uuid not null,
  agency_id uuid not null,
  subject text not null,
  post_zh text not null,
  post_en text not null,
  roles text[] not null,
  state text not null default 'active'::text,
  registered_at timestamp with time zone not null,
  version integer not null default 1,
  constraint officers_roles_check CHECK ((cardinality(roles) > 0)),
  constraint officers_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text]))),
  constraint officers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint officers_pkey PRIMARY KEY (id),
  constraint officers_agency_id_subject_key UNIQUE (agency_id, subject)
);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.officers FOR EACH ROW EXECUTE FUNCTION keep_version('Officer', 'id', '', 'agency_id', 'agency_id', 'roles', 'state');
grant insert, select, update on officers to lianban_app;
alter table officers enable row level security;
create policy own_agency on officers as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) = ANY (ARRAY['sign-in'::text, 'registration'::text, 'directory'::text]))));
create policy register on officers as permissive for select to lianban_app
  using (( SELECT keeps_register() AS keeps_register));
create policy registration on officers as permissive for insert to lianban_app
  with check ((current_duty() = 'registration'::text));
create policy registration_update on officers as permissive for update to lianban_app
  using ((current_duty() = 'registration'::text))
  with check ((current_duty() = 'registration'::text));

create table pending_sign_ins (
  state_hash bytea not null,
  agency_id uuid not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamp with time zone not null,
  constraint pending_sign_ins_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint pending_sign_ins_pkey PRIMARY KEY (state_hash)
);
grant delete, insert, select on pending_sign_ins to lianban_app;
alter table pending_sign_ins enable row level security;
create policy sign_in_only on pending_sign_ins as permissive for all to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'sign-in'::text))
  with check ((current_duty() = 'sign-in'::text));

create table policy_changes (
  id uuid not null,
  operator_id uuid not null,
  digest text not null,
  base_digest text not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  state text not null default 'proposed'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  note text,
  constraint policy_changes_check CHECK ((((state = 'proposed'::text) = (decided_by IS NULL)) AND ((state = 'proposed'::text) = (decided_at IS NULL)))),
  constraint policy_changes_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint two_people CHECK (((state <> 'approved'::text) OR (decided_by <> proposed_by))),
  constraint policy_changes_base_digest_fkey FOREIGN KEY (base_digest) REFERENCES policy_texts(digest),
  constraint policy_changes_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officers(id),
  constraint policy_changes_digest_fkey FOREIGN KEY (digest) REFERENCES policy_texts(digest),
  constraint policy_changes_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES agencies(id),
  constraint policy_changes_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officers(id),
  constraint policy_changes_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX policy_changes_open ON public.policy_changes USING btree (operator_id) WHERE (state = 'proposed'::text);
CREATE TRIGGER decided_once BEFORE UPDATE ON public.policy_changes FOR EACH ROW EXECUTE FUNCTION decide_once();
grant insert, select, update on policy_changes to lianban_app;
alter table policy_changes enable row level security;
create policy decided on policy_changes as permissive for update to lianban_app
  using (( SELECT keeps_register() AS keeps_register))
  with check ((decided_by = current_officer()));
create policy proposed on policy_changes as permissive for insert to lianban_app
  with check (((proposed_by = current_officer()) AND keeps_register()));
create policy register on policy_changes as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'rules'::text) OR ( SELECT keeps_register() AS keeps_register)));

create table policy_sightings (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  digest text,
  problems jsonb,
  constraint policy_sightings_check CHECK (((digest IS NULL) <> (problems IS NULL))),
  constraint policy_sightings_digest_fkey FOREIGN KEY (digest) REFERENCES policy_texts(digest),
  constraint policy_sightings_pkey PRIMARY KEY (id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policy_sightings FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on policy_sightings to lianban_app;
alter table policy_sightings enable row level security;
create policy found on policy_sightings as permissive for insert to lianban_app
  with check ((current_duty() = 'rules'::text));
create policy register on policy_sightings as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'rules'::text) OR ( SELECT keeps_register() AS keeps_register)));

create table policy_texts (
  digest text not null,
  files jsonb not null,
  kept_at timestamp with time zone not null,
  constraint policy_texts_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint policy_texts_pkey PRIMARY KEY (digest)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policy_texts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on policy_texts to lianban_app;
alter table policy_texts enable row level security;
create policy kept on policy_texts as permissive for insert to lianban_app
  with check ((current_duty() = 'rules'::text));
create policy register on policy_texts as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'rules'::text) OR ( SELECT keeps_register() AS keeps_register)));

create table policy_versions (
  id uuid not null,
  serial integer not null,
  digest text not null,
  how text not null,
  change_id uuid,
  reason text,
  in_force_from timestamp with time zone not null,
  constraint policy_versions_check CHECK (((how = 'approved'::text) = (change_id IS NOT NULL))),
  constraint policy_versions_how_check CHECK ((how = ANY (ARRAY['adopted'::text, 'approved'::text, 'adopted_offline'::text]))),
  constraint policy_versions_serial_check CHECK ((serial > 0)),
  constraint policy_versions_change_id_fkey FOREIGN KEY (change_id) REFERENCES policy_changes(id),
  constraint policy_versions_digest_fkey FOREIGN KEY (digest) REFERENCES policy_texts(digest),
  constraint policy_versions_pkey PRIMARY KEY (id),
  constraint policy_versions_change_id_key UNIQUE (change_id),
  constraint policy_versions_serial_key UNIQUE (serial)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policy_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on policy_versions to lianban_app;
alter table policy_versions enable row level security;
create policy in_force on policy_versions as permissive for insert to lianban_app
  with check ((current_duty() = 'rules'::text));
create policy register on policy_versions as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'rules'::text) OR ( SELECT keeps_register() AS keeps_register)));

create table proposals (
  id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  owner_agency_id uuid not null,
  agency_id uuid not null,
  field text not null,
  seen jsonb not null,
  proposed jsonb not null,
  reason text not null,
  state text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  version integer not null default 1,
  constraint proposals_check CHECK ((agency_id <> owner_agency_id)),
  constraint proposals_record_kind_check CHECK ((record_kind = ANY (ARRAY['Clue'::text, 'Case'::text]))),
  constraint proposals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'discarded'::text, 'withdrawn'::text]))),
  constraint proposals_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint proposals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officers(id),
  constraint proposals_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint proposals_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officers(id),
  constraint proposals_pkey PRIMARY KEY (id)
);
CREATE INDEX proposals_agency ON public.proposals USING btree (agency_id) WHERE (state = 'open'::text);
CREATE INDEX proposals_owner ON public.proposals USING btree (owner_agency_id) WHERE (state = 'open'::text);
CREATE INDEX proposals_record ON public.proposals USING btree (record_id, proposed_at DESC, id DESC);
grant insert, select, update on proposals to lianban_app;
alter table proposals enable row level security;
create policy decided on proposals as permissive for update to lianban_app
  using (((owner_agency_id = ( SELECT current_agency() AS current_agency)) OR (agency_id = ( SELECT current_agency() AS current_agency))))
  with check (((owner_agency_id = ( SELECT current_agency() AS current_agency)) OR (agency_id = ( SELECT current_agency() AS current_agency))));
create policy kept_back on proposals as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (record_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy parties on proposals as permissive for select to lianban_app
  using (((owner_agency_id = ( SELECT current_agency() AS current_agency)) OR (agency_id = ( SELECT current_agency() AS current_agency))));
create policy proposed on proposals as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND sees_record(record_kind, record_id)));

create table quotation_consent_decisions (
  consent_id uuid not null,
  outcome text not null,
  note text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint quotation_consent_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['given'::text, 'refused'::text]))),
  constraint quotation_consent_decisions_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES quotation_consents(id),
  constraint quotation_consent_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officers(id),
  constraint quotation_consent_decisions_pkey PRIMARY KEY (consent_id)
);
grant insert, select on quotation_consent_decisions to lianban_app;
alter table quotation_consent_decisions enable row level security;
create policy decided on quotation_consent_decisions as permissive for insert to lianban_app
  with check (((decided_by = current_officer()) AND (EXISTS ( SELECT
   FROM quotation_consents c
  WHERE ((c.id = quotation_consent_decisions.consent_id) AND (c.owner_agency_id = current_agency()) AND sees_clue(c.clue_id))))));
create policy parties on quotation_consent_decisions as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM quotation_consents c
  WHERE (c.id = quotation_consent_decisions.consent_id))));

create table quotation_consents (
  id uuid not null,
  quotation_id uuid not null,
  clue_id uuid not null,
  owner_agency_id uuid not null,
  purpose text not null,
  reason text not null,
  asked_by uuid not null,
  agency_id uuid not null,
  asked_at timestamp with time zone not null,
  constraint quotation_consents_purpose_check CHECK ((purpose = ANY (ARRAY['passing_on'::text, 'proceedings'::text]))),
  constraint quotation_consents_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint quotation_consents_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES officers(id),
  constraint quotation_consents_clue_id_fkey FOREIGN KEY (clue_id) REFERENCES clues(id),
  constraint quotation_consents_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint quotation_consents_quotation_id_fkey FOREIGN KEY (quotation_id) REFERENCES clue_quotations(id),
  constraint quotation_consents_pkey PRIMARY KEY (id)
);
CREATE INDEX quotation_consents_owner ON public.quotation_consents USING btree (owner_agency_id);
CREATE INDEX quotation_consents_quotation ON public.quotation_consents USING btree (quotation_id);
CREATE TRIGGER addressed BEFORE INSERT ON public.quotation_consents FOR EACH ROW EXECUTE FUNCTION address_consent();
grant insert, select on quotation_consents to lianban_app;
alter table quotation_consents enable row level security;
create policy asked on quotation_consents as permissive for insert to lianban_app
  with check (((asked_by = current_officer()) AND (agency_id = current_agency())));
create policy parties on quotation_consents as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR ((owner_agency_id = ( SELECT current_agency() AS current_agency)) AND sees_clue(clue_id))));

create table radar_draw_populations (
  draw_id uuid not null,
  lines jsonb not null,
  digest text not null,
  frozen_at timestamp with time zone not null,
  constraint radar_draw_populations_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint radar_draw_populations_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES radar_draws(id),
  constraint radar_draw_populations_pkey PRIMARY KEY (draw_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.radar_draw_populations FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on radar_draw_populations to lianban_app;
alter table radar_draw_populations enable row level security;
create policy frozen on radar_draw_populations as permissive for insert to lianban_app
  with check ((EXISTS ( SELECT
   FROM radar_draws d
  WHERE (d.id = radar_draw_populations.draw_id))));
create policy own on radar_draw_populations as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM radar_draws d
  WHERE (d.id = radar_draw_populations.draw_id))));

create table radar_draw_results (
  draw_id uuid not null,
  word text not null,
  seed text not null,
  sample jsonb not null,
  drawn_by uuid not null,
  drawn_at timestamp with time zone not null,
  constraint radar_draw_results_seed_check CHECK ((seed ~ '^[0-9a-f]{64}$'::text)),
  constraint radar_draw_results_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES radar_draw_populations(draw_id),
  constraint radar_draw_results_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES officers(id),
  constraint radar_draw_results_pkey PRIMARY KEY (draw_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.radar_draw_results FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on radar_draw_results to lianban_app;
alter table radar_draw_results enable row level security;
create policy drawn on radar_draw_results as permissive for insert to lianban_app
  with check (((drawn_by = current_officer()) AND (EXISTS ( SELECT
   FROM radar_draws d
  WHERE (d.id = radar_draw_results.draw_id)))));
create policy own on radar_draw_results as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM radar_draws d
  WHERE (d.id = radar_draw_results.draw_id))));

create table radar_draw_seeds (
  draw_id uuid not null,
  seed text not null,
  constraint radar_draw_seeds_seed_check CHECK ((seed ~ '^[0-9a-f]{64}$'::text)),
  constraint radar_draw_seeds_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES radar_draws(id),
  constraint radar_draw_seeds_pkey PRIMARY KEY (draw_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.radar_draw_seeds FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on radar_draw_seeds to lianban_app;
alter table radar_draw_seeds enable row level security;
create policy bound on radar_draw_seeds as permissive for insert to lianban_app
  with check ((current_duty() = 'radar'::text));
create policy kept on radar_draw_seeds as permissive for select to lianban_app
  using ((current_duty() = 'radar'::text));

create table radar_draws (
  id uuid not null,
  agency_id uuid not null,
  rule text,
  about_agency_id uuid,
  size integer not null,
  commitment text not null,
  begun_by uuid not null,
  begun_at timestamp with time zone not null,
  constraint radar_draws_commitment_check CHECK ((commitment ~ '^[0-9a-f]{64}$'::text)),
  constraint radar_draws_size_check CHECK (((size >= 1) AND (size <= 1000))),
  constraint radar_draws_about_agency_id_fkey FOREIGN KEY (about_agency_id) REFERENCES agencies(id),
  constraint radar_draws_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint radar_draws_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES officers(id),
  constraint radar_draws_pkey PRIMARY KEY (id)
);
CREATE INDEX radar_draws_agency ON public.radar_draws USING btree (agency_id, begun_at DESC, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.radar_draws FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on radar_draws to lianban_app;
alter table radar_draws enable row level security;
create policy begun on radar_draws as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND (begun_by = current_officer())));
create policy own on radar_draws as permissive for select to lianban_app
  using ((agency_id = ( SELECT current_agency() AS current_agency)));

create table radar_findings (
  id uuid not null,
  rule text not null,
  key text not null,
  told_agency_id uuid not null,
  told_as text not null,
  agency_id uuid not null,
  owner_agency_id uuid not null,
  case_id uuid,
  number text,
  says_zh text not null,
  says_en text not null,
  found_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  circle_id uuid not null generated always as (
CASE
    WHEN (told_agency_id = owner_agency_id) THEN COALESCE(case_id, told_agency_id)
    ELSE told_agency_id
END) stored,
  constraint radar_findings_check CHECK (((case_id IS NULL) = (number IS NULL))),
  constraint radar_findings_rule_check CHECK ((rule ~ '^NT-[A-Z]+$'::text)),
  constraint radar_findings_told_as_check CHECK ((told_as = ANY (ARRAY['watcher'::text, 'own'::text]))),
  constraint radar_findings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint radar_findings_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint radar_findings_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint radar_findings_told_agency_id_fkey FOREIGN KEY (told_agency_id) REFERENCES agencies(id),
  constraint radar_findings_pkey PRIMARY KEY (id),
  constraint radar_findings_key_told_agency_id_key UNIQUE (key, told_agency_id)
);
CREATE INDEX radar_findings_owner ON public.radar_findings USING btree (owner_agency_id) WHERE (gone_at IS NULL);
CREATE INDEX radar_findings_told ON public.radar_findings USING btree (told_agency_id, found_at DESC, id DESC) WHERE (gone_at IS NULL);
grant insert, select on radar_findings to lianban_app;
grant update (says_zh) on radar_findings to lianban_app;
grant update (says_en) on radar_findings to lianban_app;
grant update (seen_at) on radar_findings to lianban_app;
grant update (gone_at) on radar_findings to lianban_app;
alter table radar_findings enable row level security;
create policy found on radar_findings as permissive for insert to lianban_app
  with check ((current_duty() = 'radar'::text));
create policy seen_again on radar_findings as permissive for update to lianban_app
  using ((current_duty() = 'radar'::text))
  with check ((current_duty() = 'radar'::text));
create policy told on radar_findings as permissive for select to lianban_app
  using (((current_duty() = 'radar'::text) OR ((told_agency_id = ( SELECT current_agency() AS current_agency)) AND ((case_id IS NULL) OR (NOT (case_id IN ( SELECT kept_from_me() AS kept_from_me)))))));

create table radar_openings (
  finding_id uuid not null,
  handoff_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  constraint radar_openings_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES radar_findings(id),
  constraint radar_openings_handoff_id_fkey FOREIGN KEY (handoff_id) REFERENCES handoffs(id),
  constraint radar_openings_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES officers(id),
  constraint radar_openings_pkey PRIMARY KEY (finding_id, handoff_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.radar_openings FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on radar_openings to lianban_app;
alter table radar_openings enable row level security;
create policy opened on radar_openings as permissive for insert to lianban_app
  with check (((opened_by = current_officer()) AND (EXISTS ( SELECT
   FROM radar_findings f
  WHERE ((f.id = radar_openings.finding_id) AND (f.told_as = 'watcher'::text))))));
create policy told on radar_openings as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM radar_findings f
  WHERE (f.id = radar_openings.finding_id))));

create table recall_notices (
  id uuid not null,
  kind text not null,
  record_kind text not null,
  record_id uuid not null,
  record_number text not null,
  record_title text not null,
  owner_agency_id uuid not null,
  agency_id uuid not null,
  officer_id uuid,
  recipient_id uuid not null generated always as (COALESCE(officer_id, agency_id)) stored,
  through_case boolean not null,
  grant_id uuid,
  correction_id uuid,
  reason text not null,
  told_by uuid not null,
  told_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  constraint recall_notices_check CHECK ((agency_id <> owner_agency_id)),
  constraint recall_notices_kind_check CHECK ((kind = ANY (ARRAY['recall'::text, 'correction'::text]))),
  constraint recall_notices_record_kind_check CHECK ((record_kind = ANY (ARRAY['Clue'::text, 'Case'::text]))),
  constraint recall_notices_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint recall_notices_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES corrections(id),
  constraint recall_notices_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES grants(id),
  constraint recall_notices_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint recall_notices_owner_agency_id_fkey FOREIGN KEY (owner_agency_id) REFERENCES agencies(id),
  constraint recall_notices_told_by_fkey FOREIGN KEY (told_by) REFERENCES officers(id),
  constraint recall_notices_pkey PRIMARY KEY (id)
);
CREATE INDEX recall_notices_owner ON public.recall_notices USING btree (owner_agency_id, told_at DESC, id DESC);
CREATE INDEX recall_notices_recipient ON public.recall_notices USING btree (recipient_id, told_at DESC, id DESC);
CREATE INDEX recall_notices_record ON public.recall_notices USING btree (record_id);
grant insert, select on recall_notices to lianban_app;
alter table recall_notices enable row level security;
create policy kept_back on recall_notices as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (NOT (record_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy parties on recall_notices as permissive for select to lianban_app
  using (((owner_agency_id = ( SELECT current_agency() AS current_agency)) OR ((agency_id = ( SELECT current_agency() AS current_agency)) AND ((officer_id IS NULL) OR (officer_id = ( SELECT current_officer() AS current_officer))))));
create policy told on recall_notices as permissive for insert to lianban_app
  with check (((told_by = ( SELECT current_officer() AS current_officer)) AND may_tell_recall(record_kind, record_id, owner_agency_id)));

create table recall_receipts (
  notice_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  copies text not null,
  note text not null,
  given_at timestamp with time zone not null,
  constraint recall_receipts_copies_check CHECK ((copies = ANY (ARRAY['none'::text, 'destroyed'::text, 'returned'::text, 'updated'::text, 'kept_by_law'::text]))),
  constraint recall_receipts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint recall_receipts_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES recall_notices(id),
  constraint recall_receipts_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint recall_receipts_pkey PRIMARY KEY (notice_id)
);
grant insert, select on recall_receipts to lianban_app;
alter table recall_receipts enable row level security;
create policy given on recall_receipts as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND (officer_id = ( SELECT current_officer() AS current_officer)) AND sees_recall_notice(notice_id) AND (EXISTS ( SELECT 1
   FROM recall_notices n
  WHERE ((n.id = recall_receipts.notice_id) AND (n.agency_id = ( SELECT current_agency() AS current_agency)))))));
create policy parties on recall_receipts as permissive for select to lianban_app
  using (sees_recall_notice(notice_id));

create table record_readers (
  record_kind text not null,
  record_id uuid not null,
  record_at timestamp with time zone not null,
  officer_id uuid not null,
  agency_id uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint record_readers_record_kind_check CHECK ((record_kind = ANY (ARRAY['Clue'::text, 'Case'::text]))),
  constraint record_readers_added_by_fkey FOREIGN KEY (added_by) REFERENCES officers(id),
  constraint record_readers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint record_readers_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint record_readers_pkey PRIMARY KEY (record_id, officer_id)
);
CREATE INDEX record_readers_officer ON public.record_readers USING btree (officer_id, record_kind, record_at DESC, record_id DESC);
grant insert, select on record_readers to lianban_app;
alter table record_readers enable row level security;
create policy added on record_readers as permissive for insert to lianban_app
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) AND is_officer_of(officer_id, agency_id) AND (recorded_it(record_kind, record_id) OR is_reader(record_id))));
create policy followed on record_readers as permissive for select to lianban_app
  using ((current_duty() = 'sharing'::text));
create policy seen on record_readers as permissive for select to lianban_app
  using (((officer_id = current_officer()) OR is_reader(record_id)));

create table record_versions (
  seq bigint not null generated always as identity,
  kind text not null,
  record_id uuid not null,
  part_id uuid,
  of_id uuid,
  at timestamp with time zone not null,
  state jsonb,
  is_certain boolean not null,
  agency_id uuid generated always as (((state ->> 'agency_id'::text))::uuid) stored,
  grantee_agency_id uuid generated always as (((state ->> 'grantee_agency_id'::text))::uuid) stored,
  constraint record_versions_pkey PRIMARY KEY (seq)
);
CREATE INDEX record_versions_of ON public.record_versions USING btree (of_id, kind, at, seq) WHERE (of_id IS NOT NULL);
CREATE INDEX record_versions_record ON public.record_versions USING btree (record_id, kind, part_id, at, seq);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.record_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant select on record_versions to lianban_app;
alter table record_versions enable row level security;
create policy seen on record_versions as permissive for select to lianban_app
  using (sees_version(kind, record_id, part_id, of_id, state));

create table review_marks (
  id uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  property text not null,
  nth integer not null,
  outcome text not null,
  reason text,
  words text not null,
  file_id uuid,
  page integer,
  second integer,
  agency_id uuid not null,
  marked_by uuid not null,
  marked_at timestamp with time zone not null,
  constraint review_marks_check CHECK (((file_id IS NOT NULL) OR (num_nonnulls(page, second) = 0))),
  constraint review_marks_check1 CHECK ((num_nonnulls(page, second) < 2)),
  constraint review_marks_check2 CHECK (((outcome = 'accepted'::text) = (reason IS NULL))),
  constraint review_marks_nth_check CHECK ((nth > 0)),
  constraint review_marks_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'curable'::text, 'excluded'::text]))),
  constraint review_marks_page_check CHECK ((page > 0)),
  constraint review_marks_property_check CHECK ((property = ANY (ARRAY['authenticity'::text, 'legality'::text, 'relevance'::text]))),
  constraint review_marks_second_check CHECK ((second >= 0)),
  constraint review_marks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint review_marks_case_id_file_id_fkey FOREIGN KEY (case_id, file_id) REFERENCES case_files(case_id, id),
  constraint review_marks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint review_marks_case_id_item_id_fkey FOREIGN KEY (case_id, item_id) REFERENCES evidence_items(case_id, id),
  constraint review_marks_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES officers(id),
  constraint review_marks_pkey PRIMARY KEY (id),
  constraint review_marks_agency_id_item_id_property_nth_key UNIQUE (agency_id, item_id, property, nth)
);
CREATE INDEX review_marks_case ON public.review_marks USING btree (case_id, agency_id);
grant insert, select on review_marks to lianban_app;
alter table review_marks enable row level security;
create policy entered on review_marks as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (agency_id = current_agency()) AND (marked_by = current_officer())));
create policy own on review_marks as permissive for select to lianban_app
  using ((sees_case(case_id) AND (agency_id = current_agency())));

create table review_notes (
  id uuid not null,
  case_id uuid not null,
  item_id uuid,
  words text not null,
  file_id uuid,
  page integer,
  second integer,
  agency_id uuid not null,
  officer_id uuid not null,
  written_at timestamp with time zone not null,
  constraint review_notes_check CHECK (((file_id IS NOT NULL) OR (num_nonnulls(page, second) = 0))),
  constraint review_notes_check1 CHECK (((file_id IS NULL) OR (item_id IS NOT NULL))),
  constraint review_notes_check2 CHECK ((num_nonnulls(page, second) < 2)),
  constraint review_notes_page_check CHECK ((page > 0)),
  constraint review_notes_second_check CHECK ((second >= 0)),
  constraint review_notes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint review_notes_case_id_file_id_fkey FOREIGN KEY (case_id, file_id) REFERENCES case_files(case_id, id),
  constraint review_notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint review_notes_case_id_item_id_fkey FOREIGN KEY (case_id, item_id) REFERENCES evidence_items(case_id, id),
  constraint review_notes_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint review_notes_pkey PRIMARY KEY (id)
);
CREATE INDEX review_notes_case ON public.review_notes USING btree (case_id, officer_id);
grant delete, insert, select on review_notes to lianban_app;
alter table review_notes enable row level security;
create policy dropped on review_notes as permissive for delete to lianban_app
  using ((sees_case(case_id) AND (officer_id = current_officer()) AND (agency_id = current_agency())));
create policy own on review_notes as permissive for select to lianban_app
  using ((sees_case(case_id) AND (officer_id = current_officer()) AND (agency_id = current_agency())));
create policy written on review_notes as permissive for insert to lianban_app
  with check ((sees_case(case_id) AND (officer_id = current_officer()) AND (agency_id = current_agency())));

create table room_authors (
  room_id uuid not null,
  client_id bigint not null,
  officer_id uuid not null,
  agency_id uuid not null,
  bound_at timestamp with time zone not null,
  constraint room_authors_pkey PRIMARY KEY (room_id, client_id)
);
grant insert, select on room_authors to lianban_app;
alter table room_authors enable row level security;
create policy rooms on room_authors as permissive for insert to lianban_app
  with check ((current_duty() = 'rooms'::text));
create policy seen on room_authors as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'rooms'::text) OR sees_section(room_id)));

create table room_damages (
  id uuid not null,
  section_id uuid not null,
  seq bigint not null,
  agency_id uuid not null,
  found_at timestamp with time zone not null,
  constraint room_damages_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint room_damages_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint room_damages_pkey PRIMARY KEY (id),
  constraint room_damages_section_id_seq_key UNIQUE (section_id, seq)
);
CREATE INDEX room_damages_owner ON public.room_damages USING btree (agency_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.room_damages FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant select on room_damages to lianban_app;
alter table room_damages enable row level security;
create policy seen on room_damages as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR ( SELECT keeps_register() AS keeps_register)));

create table room_snapshots (
  room_id uuid not null,
  up_to_seq bigint not null,
  state bytea not null,
  made_at timestamp with time zone not null,
  sum bigint,
  constraint room_snapshots_pkey PRIMARY KEY (room_id, up_to_seq)
);
grant insert, select on room_snapshots to lianban_app;
alter table room_snapshots enable row level security;
create policy derivation on room_snapshots as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'derivation'::text) AND may_quote_own(room_id)));
create policy rooms on room_snapshots as permissive for insert to lianban_app
  with check ((current_duty() = 'rooms'::text));
create policy seen on room_snapshots as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'rooms'::text) OR sees_section(room_id)));

create table room_updates (
  room_id uuid not null,
  seq bigint not null generated always as identity,
  officer_id uuid not null,
  agency_id uuid not null,
  session_id uuid not null,
  update bytea not null,
  saved_at timestamp with time zone not null,
  sum bigint,
  constraint room_updates_pkey PRIMARY KEY (room_id, seq)
);
CREATE INDEX room_updates_by_seq ON public.room_updates USING brin (seq) WITH (pages_per_range='16', autosummarize='on');
grant insert, select on room_updates to lianban_app;
alter table room_updates enable row level security;
create policy derivation on room_updates as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'derivation'::text) AND may_quote_own(room_id)));
create policy rooms on room_updates as permissive for insert to lianban_app
  with check ((current_duty() = 'rooms'::text));
create policy seen on room_updates as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'rooms'::text) OR sees_section(room_id)));

create table salt_destruction_decisions (
  destruction_id uuid not null,
  decision text not null,
  note text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint salt_destruction_decisions_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint salt_destruction_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officers(id),
  constraint salt_destruction_decisions_destruction_id_fkey FOREIGN KEY (destruction_id) REFERENCES salt_destructions(id),
  constraint salt_destruction_decisions_pkey PRIMARY KEY (destruction_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.salt_destruction_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on salt_destruction_decisions to lianban_app;
alter table salt_destruction_decisions enable row level security;
create policy decided on salt_destruction_decisions as permissive for insert to lianban_app
  with check (((decided_by = current_officer()) AND (EXISTS ( SELECT
   FROM salt_destructions d
  WHERE ((d.id = salt_destruction_decisions.destruction_id) AND ((salt_destruction_decisions.decision <> 'approved'::text) OR (d.proposed_by <> salt_destruction_decisions.decided_by)))))));
create policy of_destruction on salt_destruction_decisions as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM salt_destructions d
  WHERE (d.id = salt_destruction_decisions.destruction_id))));

create table salt_destructions (
  id uuid not null,
  operator_id uuid not null,
  kind text,
  record_id uuid,
  covers jsonb not null,
  salts integer not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  constraint salt_destructions_check CHECK (((kind IS NULL) <> (record_id IS NULL))),
  constraint salt_destructions_reason_check CHECK ((reason <> ''::text)),
  constraint salt_destructions_salts_check CHECK ((salts > 0)),
  constraint salt_destructions_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES agencies(id),
  constraint salt_destructions_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officers(id),
  constraint salt_destructions_pkey PRIMARY KEY (id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.salt_destructions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on salt_destructions to lianban_app;
alter table salt_destructions enable row level security;
create policy operator on salt_destructions as permissive for select to lianban_app
  using (((operator_id = ( SELECT current_agency() AS current_agency)) AND ( SELECT keeps_register() AS keeps_register)));
create policy proposed on salt_destructions as permissive for insert to lianban_app
  with check (((operator_id = current_agency()) AND keeps_register() AND (proposed_by = current_officer())));

create table seal_contents (
  seal_id uuid not null,
  section_id uuid not null,
  up_to_seq bigint not null,
  content text not null,
  constraint seal_contents_seal_id_section_id_fkey FOREIGN KEY (seal_id, section_id) REFERENCES seal_sections(seal_id, section_id),
  constraint seal_contents_pkey PRIMARY KEY (seal_id, section_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.seal_contents FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER frozen BEFORE INSERT ON public.seal_contents FOR EACH ROW EXECUTE FUNCTION refuse_late_part();
grant insert, select on seal_contents to lianban_app;
alter table seal_contents enable row level security;
create policy frozen on seal_contents as permissive for insert to lianban_app
  with check (((current_duty() = 'sealing'::text) AND sees_seal(seal_id)));
create policy seen on seal_contents as permissive for select to lianban_app
  using ((sees_seal(seal_id) AND sees_section(section_id)));

create table seal_endings (
  seal_id uuid not null,
  kind text not null,
  officer_id uuid not null,
  agency_id uuid not null,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint seal_endings_kind_check CHECK ((kind = ANY (ARRAY['declined'::text, 'withdrawn'::text]))),
  constraint seal_endings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint seal_endings_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint seal_endings_seal_id_fkey FOREIGN KEY (seal_id) REFERENCES dossier_seals(id),
  constraint seal_endings_pkey PRIMARY KEY (seal_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.seal_endings FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on seal_endings to lianban_app;
alter table seal_endings enable row level security;
create policy ended on seal_endings as permissive for insert to lianban_app
  with check ((sees_seal(seal_id) AND (agency_id = ( SELECT current_agency() AS current_agency)) AND (officer_id = ( SELECT current_officer() AS current_officer))));
create policy seen on seal_endings as permissive for select to lianban_app
  using (sees_seal(seal_id));

create table seal_members (
  seal_id uuid not null,
  agency_id uuid not null,
  constraint seal_members_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint seal_members_seal_id_fkey FOREIGN KEY (seal_id) REFERENCES dossier_seals(id),
  constraint seal_members_pkey PRIMARY KEY (seal_id, agency_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.seal_members FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER frozen BEFORE INSERT ON public.seal_members FOR EACH ROW EXECUTE FUNCTION refuse_late_part();
grant insert, select on seal_members to lianban_app;
alter table seal_members enable row level security;
create policy named on seal_members as permissive for insert to lianban_app
  with check (((current_duty() = 'sealing'::text) AND sees_seal(seal_id)));
create policy seen on seal_members as permissive for select to lianban_app
  using (sees_seal(seal_id));

create table seal_sections (
  seal_id uuid not null,
  "position" integer not null,
  section_id uuid not null,
  digest text not null,
  constraint seal_sections_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint seal_sections_seal_id_fkey FOREIGN KEY (seal_id) REFERENCES dossier_seals(id),
  constraint seal_sections_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint seal_sections_pkey PRIMARY KEY (seal_id, "position"),
  constraint seal_sections_seal_id_section_id_key UNIQUE (seal_id, section_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.seal_sections FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER frozen BEFORE INSERT ON public.seal_sections FOR EACH ROW EXECUTE FUNCTION refuse_late_part();
grant insert, select on seal_sections to lianban_app;
alter table seal_sections enable row level security;
create policy frozen on seal_sections as permissive for insert to lianban_app
  with check (((current_duty() = 'sealing'::text) AND sees_seal(seal_id)));
create policy seen on seal_sections as permissive for select to lianban_app
  using (sees_seal(seal_id));

create table seal_signatures (
  seal_id uuid not null,
  agency_id uuid not null,
  officer_id uuid not null,
  digest text not null,
  signed_at timestamp with time zone not null,
  constraint seal_signatures_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint seal_signatures_seal_id_agency_id_fkey FOREIGN KEY (seal_id, agency_id) REFERENCES seal_members(seal_id, agency_id),
  constraint seal_signatures_pkey PRIMARY KEY (seal_id, agency_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.seal_signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on seal_signatures to lianban_app;
alter table seal_signatures enable row level security;
create policy seen on seal_signatures as permissive for select to lianban_app
  using (sees_seal(seal_id));
create policy signed on seal_signatures as permissive for insert to lianban_app
  with check ((sees_seal(seal_id) AND (agency_id = ( SELECT current_agency() AS current_agency)) AND (officer_id = ( SELECT current_officer() AS current_officer))));

create table section_comment_mentions (
  comment_id uuid not null,
  officer_id uuid not null,
  constraint section_comment_mentions_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES section_comments(id),
  constraint section_comment_mentions_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint section_comment_mentions_pkey PRIMARY KEY (comment_id, officer_id)
);
CREATE INDEX section_comment_mentions_officer ON public.section_comment_mentions USING btree (officer_id);
grant insert, select on section_comment_mentions to lianban_app;
alter table section_comment_mentions enable row level security;
create policy seen on section_comment_mentions as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM section_comments c
  WHERE (c.id = section_comment_mentions.comment_id))));
create policy written on section_comment_mentions as permissive for insert to lianban_app
  with check ((EXISTS ( SELECT
   FROM section_comments c
  WHERE ((c.id = section_comment_mentions.comment_id) AND (c.written_by = current_officer())))));

create table section_comments (
  id uuid not null,
  section_id uuid not null,
  thread_id uuid not null,
  anchor jsonb,
  quote text not null,
  words text not null,
  written_by uuid not null,
  agency_id uuid not null,
  written_at timestamp with time zone not null,
  constraint section_comments_check CHECK (((thread_id = id) OR (anchor IS NULL))),
  constraint section_comments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint section_comments_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint section_comments_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES section_comments(id),
  constraint section_comments_written_by_fkey FOREIGN KEY (written_by) REFERENCES officers(id),
  constraint section_comments_pkey PRIMARY KEY (id)
);
CREATE INDEX section_comments_section ON public.section_comments USING btree (section_id, written_at);
grant insert, select on section_comments to lianban_app;
alter table section_comments enable row level security;
create policy seen on section_comments as permissive for select to lianban_app
  using (sees_section(section_id));
create policy written on section_comments as permissive for insert to lianban_app
  with check (((written_by = current_officer()) AND (agency_id = current_agency()) AND sees_section(section_id)));

create table section_copy_secrets (
  officer_id uuid not null,
  section_id uuid not null,
  secret bytea not null,
  made_at timestamp with time zone not null,
  constraint section_copy_secrets_secret_check CHECK ((octet_length(secret) = 32)),
  constraint section_copy_secrets_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint section_copy_secrets_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint section_copy_secrets_pkey PRIMARY KEY (officer_id, section_id)
);
grant insert, select on section_copy_secrets to lianban_app;
alter table section_copy_secrets enable row level security;
create policy giving on section_copy_secrets as permissive for all to lianban_app
  using (((current_duty() = 'local-copies'::text) AND (officer_id = current_officer())))
  with check (((current_duty() = 'local-copies'::text) AND (officer_id = current_officer()) AND sees_section(section_id)));

create table section_members (
  section_id uuid not null,
  agency_id uuid not null,
  constraint section_members_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint section_members_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint section_members_pkey PRIMARY KEY (section_id, agency_id)
);
CREATE TRIGGER kept AFTER INSERT OR DELETE OR UPDATE ON public.section_members FOR EACH ROW EXECUTE FUNCTION keep_version('SectionMember', 'section_id', 'agency_id', '', 'agency_id');
grant delete, insert, select on section_members to lianban_app;
alter table section_members enable row level security;
create policy of_own_case on section_members as permissive for select to lianban_app
  using ((EXISTS ( SELECT 1
   FROM (dossier_sections s
     JOIN cases c ON ((c.id = s.case_id)))
  WHERE ((s.id = section_members.section_id) AND (c.owner_agency_id = ( SELECT current_agency() AS current_agency))))));
create policy seen on section_members as permissive for all to lianban_app
  using (sees_section(section_id))
  with check ((EXISTS ( SELECT 1
   FROM dossier_sections s
  WHERE ((s.id = section_members.section_id) AND (s.owner_agency_id = ( SELECT current_agency() AS current_agency))))));

create table section_suggestion_decisions (
  suggestion_id uuid not null,
  outcome text not null,
  note text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint section_suggestion_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
  constraint section_suggestion_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES officers(id),
  constraint section_suggestion_decisions_suggestion_id_fkey FOREIGN KEY (suggestion_id) REFERENCES section_suggestions(id),
  constraint section_suggestion_decisions_pkey PRIMARY KEY (suggestion_id)
);
grant insert, select on section_suggestion_decisions to lianban_app;
alter table section_suggestion_decisions enable row level security;
create policy decided on section_suggestion_decisions as permissive for insert to lianban_app
  with check (((decided_by = current_officer()) AND (EXISTS ( SELECT
   FROM section_suggestions s
  WHERE (s.id = section_suggestion_decisions.suggestion_id)))));
create policy seen on section_suggestion_decisions as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM section_suggestions s
  WHERE (s.id = section_suggestion_decisions.suggestion_id))));

create table section_suggestions (
  id uuid not null,
  section_id uuid not null,
  anchor jsonb not null,
  seen text not null,
  proposed text not null,
  reason text not null,
  proposed_by uuid not null,
  agency_id uuid not null,
  proposed_at timestamp with time zone not null,
  constraint section_suggestions_check CHECK ((seen <> proposed)),
  constraint section_suggestions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint section_suggestions_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES officers(id),
  constraint section_suggestions_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint section_suggestions_pkey PRIMARY KEY (id)
);
CREATE INDEX section_suggestions_section ON public.section_suggestions USING btree (section_id, proposed_at);
grant insert, select on section_suggestions to lianban_app;
alter table section_suggestions enable row level security;
create policy proposed on section_suggestions as permissive for insert to lianban_app
  with check (((proposed_by = current_officer()) AND (agency_id = current_agency()) AND sees_section(section_id)));
create policy seen on section_suggestions as permissive for select to lianban_app
  using (sees_section(section_id));

create table section_text_progress (
  only_one boolean not null default true,
  up_to_seq bigint not null default 0,
  constraint section_text_progress_only_one_check CHECK (only_one),
  constraint section_text_progress_pkey PRIMARY KEY (only_one)
);
alter table section_text_progress enable row level security;
create policy nobody on section_text_progress as permissive for select to lianban_app
  using (false);

create table section_texts (
  section_id uuid not null,
  up_to_seq bigint not null,
  text text not null,
  words tsvector not null,
  changed_at timestamp with time zone not null,
  constraint section_texts_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint section_texts_pkey PRIMARY KEY (section_id)
);
CREATE INDEX section_texts_newest ON public.section_texts USING btree (changed_at DESC, section_id DESC);
CREATE INDEX section_texts_words ON public.section_texts USING gin (words);
grant select on section_texts to lianban_app;
alter table section_texts enable row level security;
create policy seen on section_texts as permissive for select to lianban_app
  using (sees_section(section_id));

create table section_thread_turns (
  id uuid not null,
  thread_id uuid not null,
  is_resolved boolean not null,
  turned_by uuid not null,
  turned_at timestamp with time zone not null,
  constraint section_thread_turns_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES section_comments(id),
  constraint section_thread_turns_turned_by_fkey FOREIGN KEY (turned_by) REFERENCES officers(id),
  constraint section_thread_turns_pkey PRIMARY KEY (id)
);
CREATE INDEX section_thread_turns_thread ON public.section_thread_turns USING btree (thread_id);
grant insert, select on section_thread_turns to lianban_app;
alter table section_thread_turns enable row level security;
create policy seen on section_thread_turns as permissive for select to lianban_app
  using ((EXISTS ( SELECT
   FROM section_comments c
  WHERE (c.id = c.thread_id))));
create policy turned on section_thread_turns as permissive for insert to lianban_app
  with check (((turned_by = current_officer()) AND (EXISTS ( SELECT
   FROM section_comments c
  WHERE (c.id = c.thread_id)))));

create table section_versions (
  id uuid not null,
  section_id uuid not null,
  up_to_seq bigint not null,
  name text not null,
  digest text not null,
  stood_at timestamp with time zone not null,
  named_by uuid not null,
  agency_id uuid not null,
  named_at timestamp with time zone not null,
  constraint section_versions_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint section_versions_name_check CHECK ((name <> ''::text)),
  constraint section_versions_up_to_seq_check CHECK ((up_to_seq > 0)),
  constraint section_versions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint section_versions_named_by_fkey FOREIGN KEY (named_by) REFERENCES officers(id),
  constraint section_versions_section_id_fkey FOREIGN KEY (section_id) REFERENCES dossier_sections(id),
  constraint section_versions_pkey PRIMARY KEY (id),
  constraint section_versions_section_id_name_key UNIQUE (section_id, name)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.section_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on section_versions to lianban_app;
alter table section_versions enable row level security;
create policy given on section_versions as permissive for insert to lianban_app
  with check ((sees_section(section_id) AND (agency_id = ( SELECT current_agency() AS current_agency)) AND (named_by = ( SELECT current_officer() AS current_officer))));
create policy seen on section_versions as permissive for select to lianban_app
  using (sees_section(section_id));

create table sessions (
  id uuid not null,
  token_hash bytea not null,
  officer_id uuid not null,
  agency_id uuid not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint sessions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint sessions_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX sessions_officer ON public.sessions USING btree (officer_id) WHERE (ended_at IS NULL);
grant insert, select, update on sessions to lianban_app;
alter table sessions enable row level security;
create policy own_session on sessions as permissive for all to lianban_app
  using (((officer_id = ( SELECT current_officer() AS current_officer)) OR (( SELECT current_duty() AS current_duty) = 'sign-in'::text)))
  with check (((officer_id = ( SELECT current_officer() AS current_officer)) OR (( SELECT current_duty() AS current_duty) = 'sign-in'::text)));

create table submissions (
  officer_id uuid not null,
  submission_id uuid not null,
  command text not null,
  input_digest text not null,
  output jsonb not null,
  submitted_at timestamp with time zone not null,
  constraint submissions_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint submissions_pkey PRIMARY KEY (officer_id, submission_id)
);
grant insert, select on submissions to lianban_app;
alter table submissions enable row level security;
create policy own_submission on submissions as permissive for all to lianban_app
  using ((officer_id = ( SELECT current_officer() AS current_officer)))
  with check ((officer_id = current_officer()));

create table task_force_seats (
  id uuid not null,
  task_force_id uuid not null,
  agency_id uuid not null,
  officer_id uuid,
  member_id uuid not null generated always as (COALESCE(officer_id, agency_id)) stored,
  state text not null,
  seated_by uuid not null,
  seated_at timestamp with time zone not null,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  revoke_reason text,
  constraint task_force_seats_state_check CHECK ((state = ANY (ARRAY['active'::text, 'revoked'::text]))),
  constraint task_force_seats_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint task_force_seats_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officers(id),
  constraint task_force_seats_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES officers(id),
  constraint task_force_seats_seated_by_fkey FOREIGN KEY (seated_by) REFERENCES officers(id),
  constraint task_force_seats_task_force_id_fkey FOREIGN KEY (task_force_id) REFERENCES task_forces(id),
  constraint task_force_seats_pkey PRIMARY KEY (id)
);
CREATE INDEX task_force_seats_member ON public.task_force_seats USING btree (member_id) WHERE (state = 'active'::text);
CREATE UNIQUE INDEX task_force_seats_one_active ON public.task_force_seats USING btree (task_force_id, member_id) WHERE (state = 'active'::text);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.task_force_seats FOR EACH ROW EXECUTE FUNCTION keep_version('TaskForceSeat', 'id', '', 'task_force_id', 'task_force_id', 'agency_id', 'officer_id', 'member_id', 'state');
grant insert, select, update on task_force_seats to lianban_app;
alter table task_force_seats enable row level security;
create policy followed on task_force_seats as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'sharing'::text));
create policy given on task_force_seats as permissive for insert to lianban_app
  with check ((leads_task_force(task_force_id) AND ((officer_id IS NULL) OR is_officer_of(officer_id, agency_id))));
create policy revoked on task_force_seats as permissive for update to lianban_app
  using (leads_task_force(task_force_id))
  with check (leads_task_force(task_force_id));
create policy seen on task_force_seats as permissive for select to lianban_app
  using (sees_task_force(task_force_id));

create table task_forces (
  id uuid not null,
  name text not null,
  case_id uuid,
  lead_agency_id uuid not null,
  formed_by uuid not null,
  formed_at timestamp with time zone not null,
  until timestamp with time zone not null,
  state text not null,
  dissolved_by uuid,
  dissolved_at timestamp with time zone,
  dissolve_reason text,
  version integer not null default 1,
  constraint task_forces_check CHECK ((until > formed_at)),
  constraint task_forces_state_check CHECK ((state = ANY (ARRAY['active'::text, 'dissolved'::text]))),
  constraint task_forces_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint task_forces_dissolved_by_fkey FOREIGN KEY (dissolved_by) REFERENCES officers(id),
  constraint task_forces_formed_by_fkey FOREIGN KEY (formed_by) REFERENCES officers(id),
  constraint task_forces_lead_agency_id_fkey FOREIGN KEY (lead_agency_id) REFERENCES agencies(id),
  constraint task_forces_pkey PRIMARY KEY (id)
);
CREATE INDEX task_forces_case ON public.task_forces USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX task_forces_lead ON public.task_forces USING btree (lead_agency_id, formed_at DESC, id DESC);
CREATE TRIGGER kept AFTER INSERT OR UPDATE ON public.task_forces FOR EACH ROW EXECUTE FUNCTION keep_version('TaskForce', 'id', '', 'case_id', 'case_id', 'lead_agency_id', 'until', 'state');
grant insert, select, update on task_forces to lianban_app;
alter table task_forces enable row level security;
create policy followed on task_forces as permissive for select to lianban_app
  using ((( SELECT current_duty() AS current_duty) = 'sharing'::text));
create policy formed on task_forces as permissive for insert to lianban_app
  with check (((lead_agency_id = ( SELECT current_agency() AS current_agency)) AND ((case_id IS NULL) OR sees_case(case_id))));
create policy kept_back on task_forces as restrictive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) <> ''::text) OR (case_id IS NULL) OR (NOT (case_id IN ( SELECT kept_from_me() AS kept_from_me)))));
create policy led on task_forces as permissive for update to lianban_app
  using ((lead_agency_id = ( SELECT current_agency() AS current_agency)))
  with check ((lead_agency_id = ( SELECT current_agency() AS current_agency)));
create policy seen on task_forces as permissive for select to lianban_app
  using (((lead_agency_id = ( SELECT current_agency() AS current_agency)) OR sees_task_force(id)));

create table webhook_attempts (
  id uuid not null,
  delivery_id uuid not null,
  nth integer not null,
  at timestamp with time zone not null,
  status integer,
  fault text,
  took_ms integer not null,
  constraint webhook_attempts_fault_check CHECK ((fault = ANY (ARRAY['barred'::text, 'unknown_name'::text, 'unreachable'::text, 'timeout'::text, 'certificate'::text, 'broken_off'::text]))),
  constraint webhook_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhook_deliveries(id),
  constraint webhook_attempts_pkey PRIMARY KEY (id)
);
CREATE INDEX webhook_attempts_of ON public.webhook_attempts USING btree (delivery_id, at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.webhook_attempts FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
grant insert, select on webhook_attempts to lianban_app;
alter table webhook_attempts enable row level security;
create policy seen on webhook_attempts as permissive for select to lianban_app
  using (((( SELECT current_duty() AS current_duty) = 'delivering'::text) OR (EXISTS ( SELECT
   FROM webhook_deliveries d
  WHERE ((d.id = webhook_attempts.delivery_id) AND (d.agency_id = ( SELECT current_agency() AS current_agency)))))));
create policy tried on webhook_attempts as permissive for insert to lianban_app
  with check ((( SELECT current_duty() AS current_duty) = 'delivering'::text));

create table webhook_deliveries (
  id uuid not null,
  webhook_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  number bigint not null,
  told_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone not null,
  last_status integer,
  delivered_at timestamp with time zone,
  constraint webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'dead'::text]))),
  constraint webhook_deliveries_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint webhook_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id),
  constraint webhook_deliveries_pkey PRIMARY KEY (id)
);
CREATE INDEX webhook_deliveries_due ON public.webhook_deliveries USING btree (webhook_id, next_at) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_deliveries_of ON public.webhook_deliveries USING btree (webhook_id, told_at DESC, id DESC);
grant select on webhook_deliveries to lianban_app;
grant update (state) on webhook_deliveries to lianban_app;
grant update (attempts) on webhook_deliveries to lianban_app;
grant update (next_at) on webhook_deliveries to lianban_app;
grant update (last_status) on webhook_deliveries to lianban_app;
grant update (delivered_at) on webhook_deliveries to lianban_app;
alter table webhook_deliveries enable row level security;
create policy carried on webhook_deliveries as permissive for update to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) = 'delivering'::text)));
create policy seen on webhook_deliveries as permissive for select to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) = 'delivering'::text)));

create table webhooks (
  id uuid not null,
  agency_id uuid not null,
  name text not null,
  url text not null,
  kinds text[] not null,
  is_on boolean not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  broken_at timestamp with time zone,
  secret_nth integer not null,
  secret_by uuid not null,
  secret_at timestamp with time zone not null,
  version integer not null default 1,
  constraint webhooks_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint webhooks_url_check CHECK ((url ~ '^https?://'::text)),
  constraint webhooks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agencies(id),
  constraint webhooks_secret_by_fkey FOREIGN KEY (secret_by) REFERENCES officers(id),
  constraint webhooks_set_by_fkey FOREIGN KEY (set_by) REFERENCES officers(id),
  constraint webhooks_pkey PRIMARY KEY (id)
);
CREATE INDEX webhooks_agency ON public.webhooks USING btree (agency_id, set_at DESC, id DESC);
grant insert, select on webhooks to lianban_app;
grant update (name) on webhooks to lianban_app;
grant update (url) on webhooks to lianban_app;
grant update (kinds) on webhooks to lianban_app;
grant update (is_on) on webhooks to lianban_app;
grant update (set_by) on webhooks to lianban_app;
grant update (set_at) on webhooks to lianban_app;
grant update (broken_at) on webhooks to lianban_app;
grant update (secret_nth) on webhooks to lianban_app;
grant update (secret_by) on webhooks to lianban_app;
grant update (secret_at) on webhooks to lianban_app;
grant update (version) on webhooks to lianban_app;
alter table webhooks enable row level security;
create policy own on webhooks as permissive for all to lianban_app
  using (((agency_id = ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) = 'delivering'::text)))
  with check (((agency_id = ( SELECT current_agency() AS current_agency)) OR (( SELECT current_duty() AS current_duty) = 'delivering'::text)));


-- Views

create view audit_entries as
 SELECT audit_leaves.id,
    audit_leaves.body,
    audit_leaves.at,
    audit_leaves.act,
    audit_leaves.outcome,
    audit_leaves.officer_id,
    audit_leaves.agency_id,
    audit_leaves.session_id,
    audit_leaves.subject_kind,
    audit_leaves.subject_id,
    audit_leaves.case_id,
    audit_leaves.leaf_index,
    audit_leaves.leaf_hash
   FROM audit_leaves
UNION ALL
 SELECT (((audit_intake.body)::jsonb ->> 'id'::text))::uuid AS id,
    audit_intake.body,
    (((audit_intake.body)::jsonb ->> 'at'::text))::bigint AS at,
    ((audit_intake.body)::jsonb ->> 'act'::text) AS act,
    ((audit_intake.body)::jsonb ->> 'outcome'::text) AS outcome,
    (((audit_intake.body)::jsonb ->> 'officerId'::text))::uuid AS officer_id,
    (((audit_intake.body)::jsonb ->> 'agencyId'::text))::uuid AS agency_id,
    (((audit_intake.body)::jsonb ->> 'sessionId'::text))::uuid AS session_id,
    ((audit_intake.body)::jsonb #>> '{subject,kind}'::text[]) AS subject_kind,
    ((audit_intake.body)::jsonb #>> '{subject,id}'::text[]) AS subject_id,
    (((audit_intake.body)::jsonb ->> 'caseId'::text))::uuid AS case_id,
    NULL::bigint AS leaf_index,
    NULL::bytea AS leaf_hash
   FROM audit_intake; -- security_invoker=true
grant select on audit_entries to lianban_app;

