-- A verification reads entries in rows of many, no row larger than what arrives at once.

drop function read_audit_page(bigint, bigint, integer);

-- Entries joined into rows of up to 64 for whoever verifies the log: past the row policies, which would ask for each of a million
-- entries whether its record is seen, and only for the duty that may read them all. Each body stands behind a line break.
create function read_audit_page(first_index bigint, end_index bigint)
  returns table (first_read bigint, last_read bigint, entries integer, bodies text, hashes bytea, columns text)
  language plpgsql stable security definer set search_path = pg_catalog, public
  as $$ begin
    if current_duty() <> 'verifier' then
      raise exception 'only a verification reads the whole log' using errcode = 'insufficient_privilege';
    end if;
    return query select min(l.leaf_index), max(l.leaf_index), count(*)::integer, E'\n' || string_agg(l.body, E'\n'),
        string_agg(l.leaf_hash, ''::bytea),
        string_agg(concat_ws('|', l.id, l.at, l.act, l.outcome, coalesce(l.officer_id::text, ''), coalesce(l.agency_id::text, ''),
          coalesce(l.session_id::text, ''), coalesce(l.case_id::text, ''), coalesce(l.subject_kind, ''), coalesce(l.subject_id, '')), E'\n')
      from (select * from audit_leaves where leaf_index >= first_index and leaf_index < end_index order by leaf_index) l
      group by l.leaf_index / 64 order by 1;
  end $$;
revoke execute on function read_audit_page(bigint, bigint) from public;
grant execute on function read_audit_page(bigint, bigint) to lianban_app;
