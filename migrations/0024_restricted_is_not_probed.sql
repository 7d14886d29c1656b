-- What is known to named officers only gives no hint and is not opened by breaking the glass.

drop function find_hits(uuid, bytea);
create function find_hits(asked uuid, wanted bytea)
  returns table (id uuid, owner_agency_id uuid, label text, handling_code text, state text, is_restricted boolean)
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
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
  end $$;

drop function record_named(text, uuid, text);
create function record_named(wanted_kind text, owner uuid, wanted text)
  returns table (id uuid, record_at timestamptz, owner_agency_id uuid, lead_agency_id uuid, label text, handling_code text, state text, is_restricted boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select c.id, c.opened_at, c.owner_agency_id, c.lead_agency_id, c.label, c.handling_code, c.stage, c.is_restricted from cases c
      where wanted_kind = 'Case' and c.owner_agency_id = owner and c.number = wanted
        and c.label <> 'core_sensitive' and not c.is_restricted and agreed_today(owner, current_agency(), c.label)
    union all
    select c.id, c.recorded_at, c.owner_agency_id, c.owner_agency_id, c.label, c.handling_code, c.state, c.is_restricted from clues c
      where wanted_kind = 'Clue' and c.owner_agency_id = owner and c.number = wanted
        and c.label <> 'core_sensitive' and not c.is_restricted and agreed_today(owner, current_agency(), c.label) $$;

create or replace function is_emergency_open(given grants) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select exists (
    select 1 from (
      select c.id, c.owner_agency_id, c.label, c.is_restricted, 'Case' as kind from cases c where c.id = given.record_id
      union all select c.id, c.owner_agency_id, c.label, c.is_restricted, 'Clue' from clues c where c.id = given.record_id) r
    where r.kind = given.record_kind and r.owner_agency_id = given.owner_agency_id
      and r.label <> 'core_sensitive' and not r.is_restricted and agreed_today(r.owner_agency_id, given.grantee_agency_id, r.label)) $$;
