-- An emergency access is over within its hour, whoever would make it longer.
alter table grants add constraint grants_emergency_hour
  check (origin <> 'emergency' or expires_at <= given_at + interval '1 hour');
