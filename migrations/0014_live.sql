-- Revocation reaches open pages in time: when the next grant runs out by itself, and nothing about whose it is.
create index grants_ending on grants (expires_at) where state = 'live';
create function next_grant_end() returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select case when current_duty() = 'live' then
    (select min(expires_at) from grants where state = 'live' and expires_at > current_instant()) end $$;
