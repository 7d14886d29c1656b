-- Who could, on a past day: every state of what permission rules read stays on record, without content, and nothing of it is ever rewritten.

create table record_versions (
  seq bigint generated always as identity primary key,
  kind text not null,
  record_id uuid not null,
  -- Of a member, party or link: which one.
  part_id uuid,
  -- What it belongs to: the case of a section, the record of a grant, the agency of an officer.
  of_id uuid,
  at timestamptz not null,
  -- The columns that rules read; nothing once the row is gone.
  state jsonb,
  -- False where it was put together afterwards from what the later row still said.
  is_certain boolean not null,
  agency_id uuid generated always as ((state ->> 'agency_id')::uuid) stored,
  grantee_agency_id uuid generated always as ((state ->> 'grantee_agency_id')::uuid) stored
);
create index record_versions_record on record_versions (record_id, kind, part_id, at, seq);
create index record_versions_of on record_versions (of_id, kind, at, seq) where of_id is not null;
create trigger append_only before update or delete or truncate on record_versions for each statement execute function refuse_rewrite();

-- Arguments: the kind, the columns that name record, part and owner record ('' for none), then the columns to keep.
create function keep_version() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
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
  end $$;

create trigger kept after insert or update on cases for each row execute function
  keep_version('Case', 'id', '', '', 'owner_agency_id', 'lead_agency_id', 'stage', 'label', 'handling_code', 'region');
create trigger kept after insert or update on clues for each row execute function
  keep_version('Clue', 'id', '', '', 'owner_agency_id', 'label', 'handling_code', 'state', 'region');
create trigger kept after insert or update or delete on case_clues for each row execute function
  keep_version('CaseClue', 'clue_id', 'case_id', 'case_id', 'passes_on');
create trigger kept after insert or update on dossier_sections for each row execute function
  keep_version('Section', 'id', '', 'case_id', 'case_id', 'owner_agency_id', 'audience', 'position');
create trigger kept after insert or update or delete on section_members for each row execute function
  keep_version('SectionMember', 'section_id', 'agency_id', '', 'agency_id');
create trigger kept after insert or update on grants for each row execute function
  keep_version('Grant', 'id', '', 'record_id', 'record_kind', 'record_id', 'owner_agency_id', 'grantee_agency_id',
    'grantee_officer_id', 'grantee_id', 'task_force_id', 'onward_agency_id', 'parent_grant_id', 'origin', 'level', 'withheld_fields',
    'shows_clues', 'purpose', 'agreement_id', 'allows_onward', 'expires_at', 'state', 'given_by', 'given_at');
create trigger kept after insert or update on agreements for each row execute function
  keep_version('Agreement', 'id', '', '', 'proposed_by_agency_id', 'state', 'max_label', 'max_level', 'allows_onward', 'purposes',
    'valid_from', 'valid_until');
create trigger kept after insert or update on agreement_parties for each row execute function
  keep_version('AgreementParty', 'agreement_id', 'agency_id', '', 'agency_id', 'signed_by', 'signed_at', 'is_signed');
create trigger kept after insert or update on officers for each row execute function
  keep_version('Officer', 'id', '', 'agency_id', 'agency_id', 'roles', 'state');
create trigger kept after insert or update on handoffs for each row execute function
  keep_version('Handoff', 'id', '', 'case_id', 'case_id', 'kind', 'from_agency_id', 'to_agency_id', 'state');
create trigger kept after insert or update on task_forces for each row execute function
  keep_version('TaskForce', 'id', '', 'case_id', 'case_id', 'lead_agency_id', 'until', 'state');
create trigger kept after insert or update on task_force_seats for each row execute function
  keep_version('TaskForceSeat', 'id', '', 'task_force_id', 'task_force_id', 'agency_id', 'officer_id', 'member_id', 'state');

-- What was there before there was a history, as far as it is still known: when it began, and the changes that left a date.
create function keep_past(kind text, record uuid, part uuid, of_record uuid, at timestamptz, held jsonb, certain boolean, variadic names text[]) returns void
  language sql set search_path = pg_catalog, public
  as $$ insert into record_versions (kind, record_id, part_id, of_id, at, state, is_certain)
    values (kind, record, part, of_record, at, (select jsonb_object_agg(name, held -> name) from unnest(names) name), certain) $$;

select keep_past('Officer', o.id, null, o.agency_id, o.registered_at, to_jsonb(o), false, 'agency_id', 'roles', 'state')
  from officers o;
-- Only an accepted handoff has moved a case so far.
select keep_past('Case', c.id, null, null, c.opened_at,
    to_jsonb(c) || case when moved.at is null then '{}' else jsonb_build_object('lead_agency_id', c.owner_agency_id, 'stage', 'investigating') end,
    moved.at is not null or c.stage = 'investigating',
    'owner_agency_id', 'lead_agency_id', 'stage', 'label', 'handling_code', 'region')
  from cases c left join lateral (
    select min(r.given_at) as at from handoffs h join handoff_receipts r on r.handoff_id = h.id
    where h.case_id = c.id and r.rung = 'accepted') moved on true;
select keep_past('Case', c.id, null, null, r.given_at, to_jsonb(c), true,
    'owner_agency_id', 'lead_agency_id', 'stage', 'label', 'handling_code', 'region')
  from cases c join handoffs h on h.case_id = c.id join handoff_receipts r on r.handoff_id = h.id and r.rung = 'accepted';
select keep_past('Clue', k.id, null, null, k.recorded_at, to_jsonb(k) || '{"state": "recorded"}', true,
    'owner_agency_id', 'label', 'handling_code', 'state', 'region')
  from clues k;
select keep_past('Clue', k.id, null, null, (select min(l.linked_at) from case_clues l where l.clue_id = k.id), to_jsonb(k), true,
    'owner_agency_id', 'label', 'handling_code', 'state', 'region')
  from clues k where k.state = 'in_case' and exists (select from case_clues l where l.clue_id = k.id);
select keep_past('CaseClue', l.clue_id, l.case_id, l.case_id, l.linked_at, to_jsonb(l), true, 'passes_on') from case_clues l;
select keep_past('Section', s.id, null, s.case_id, s.added_at, to_jsonb(s), s.version = 1, 'case_id', 'owner_agency_id', 'audience', 'position')
  from dossier_sections s;
select keep_past('SectionMember', m.section_id, m.agency_id, null, s.added_at, to_jsonb(m), s.version = 1, 'agency_id')
  from section_members m join dossier_sections s on s.id = m.section_id;
select keep_past('Grant', g.id, null, g.record_id, g.given_at, to_jsonb(g) || '{"state": "live"}', true,
    'record_kind', 'record_id', 'owner_agency_id', 'grantee_agency_id', 'grantee_officer_id', 'grantee_id', 'task_force_id', 'onward_agency_id',
    'parent_grant_id', 'origin', 'level', 'withheld_fields', 'shows_clues', 'purpose', 'agreement_id', 'allows_onward', 'expires_at', 'state',
    'given_by', 'given_at')
  from grants g where g.state in ('live', 'recalled');
select keep_past('Grant', g.id, null, g.record_id, coalesce(g.recalled_at, g.declined_at, g.given_at), to_jsonb(g), true,
    'record_kind', 'record_id', 'owner_agency_id', 'grantee_agency_id', 'grantee_officer_id', 'grantee_id', 'task_force_id', 'onward_agency_id',
    'parent_grant_id', 'origin', 'level', 'withheld_fields', 'shows_clues', 'purpose', 'agreement_id', 'allows_onward', 'expires_at', 'state',
    'given_by', 'given_at')
  from grants g where g.state <> 'live';
select keep_past('Agreement', a.id, null, null, a.proposed_at, to_jsonb(a) || '{"state": "proposed"}', true,
    'proposed_by_agency_id', 'state', 'max_label', 'max_level', 'allows_onward', 'purposes', 'valid_from', 'valid_until')
  from agreements a;
select keep_past('Agreement', a.id, null, null, coalesce((select max(p.signed_at) from agreement_parties p where p.agreement_id = a.id), a.proposed_at),
    to_jsonb(a), a.state = 'in_force', 'proposed_by_agency_id', 'state', 'max_label', 'max_level', 'allows_onward', 'purposes', 'valid_from', 'valid_until')
  from agreements a where a.state <> 'proposed';
select keep_past('AgreementParty', p.agreement_id, p.agency_id, null, a.proposed_at,
    to_jsonb(p) || '{"signed_by": null, "signed_at": null, "is_signed": false}', true, 'agency_id', 'signed_by', 'signed_at', 'is_signed')
  from agreement_parties p join agreements a on a.id = p.agreement_id;
select keep_past('AgreementParty', p.agreement_id, p.agency_id, null, p.signed_at, to_jsonb(p), true, 'agency_id', 'signed_by', 'signed_at', 'is_signed')
  from agreement_parties p where p.signed_at is not null;
select keep_past('Handoff', h.id, null, h.case_id, h.prepared_at, to_jsonb(h) || '{"state": "prepared"}', true,
    'case_id', 'kind', 'from_agency_id', 'to_agency_id', 'state')
  from handoffs h;
select keep_past('Handoff', h.id, null, h.case_id, r.given_at, to_jsonb(h) || jsonb_build_object('state', r.rung), true,
    'case_id', 'kind', 'from_agency_id', 'to_agency_id', 'state')
  from handoffs h join handoff_receipts r on r.handoff_id = h.id order by r.given_at;
select keep_past('TaskForce', f.id, null, f.case_id, f.formed_at, to_jsonb(f) || '{"state": "active"}', true, 'case_id', 'lead_agency_id', 'until', 'state')
  from task_forces f;
select keep_past('TaskForceSeat', s.id, null, s.task_force_id, s.seated_at, to_jsonb(s) || '{"state": "active"}', true,
    'task_force_id', 'agency_id', 'officer_id', 'member_id', 'state')
  from task_force_seats s;
drop function keep_past(text, uuid, uuid, uuid, timestamptz, jsonb, boolean, text[]);

-- Whoever sees a record today sees how it stood, and no more of its grants, members and links than of today's.
create function sees_version(kind text, record uuid, part uuid, of_record uuid, held jsonb) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select case kind
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
    else false end $$;

grant select on record_versions to lianban_app;
alter table record_versions enable row level security;
create policy seen on record_versions for select to lianban_app using (sees_version(kind, record_id, part_id, of_id, state));

-- The roles that officers of these agencies held at an instant, one row an officer; without ids, like roles_of.
create function roles_of_at(agencies uuid[], instant timestamptz) returns table (agency_id uuid, roles text[])
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select o.agency_id, array(select jsonb_array_elements_text(o.state -> 'roles'))
    from (select distinct on (v.record_id) v.agency_id, v.state from record_versions v
      where v.kind = 'Officer' and v.at <= instant
        and v.record_id in (select w.record_id from record_versions w where w.kind = 'Officer' and w.of_id = any (agencies))
      order by v.record_id, v.at desc, v.seq desc) o
    where o.agency_id = any (agencies) and o.state ->> 'state' = 'active' $$;
create function officer_roles_at(ids uuid[], instant timestamptz) returns table (id uuid, agency_id uuid, roles text[])
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select o.record_id, o.agency_id, array(select jsonb_array_elements_text(o.state -> 'roles'))
    from (select distinct on (v.record_id) v.record_id, v.agency_id, v.state from record_versions v
      where v.kind = 'Officer' and v.record_id = any (ids) and v.at <= instant
      order by v.record_id, v.at desc, v.seq desc) o
    where o.state ->> 'state' = 'active' $$;
