-- What sections say, beside their rooms, so that it is found: the program follows the log of updates and writes it down.

create table section_texts (
  section_id uuid primary key references dossier_sections,
  -- The last update that the text takes in.
  up_to_seq bigint not null,
  text text not null,
  -- Characters and pairs of characters, made by the program.
  words tsvector not null,
  changed_at timestamptz not null
);
alter table section_texts alter column words set storage external;
create index section_texts_words on section_texts using gin (words);
create index section_texts_newest on section_texts (changed_at desc, section_id desc);

-- How far the log was followed. It is never read by officers.
create table section_text_progress (
  only_one boolean primary key default true check (only_one),
  up_to_seq bigint not null default 0
);
insert into section_text_progress default values;

-- The log grows at its end in the order of its numbers, which such an index tells from next to nothing.
create index room_updates_by_seq on room_updates using brin (seq) with (pages_per_range = 16, autosummarize = on);

grant select on section_texts to lianban_app;
alter table section_texts enable row level security;
create policy seen on section_texts for select to lianban_app using (sees_section(section_id));
alter table section_text_progress enable row level security;
create policy nobody on section_text_progress for select to lianban_app using (false);

/*
 * The sections with updates that no text takes in yet, out of the next stretch of the log, and up to where this stretch goes.
 * Of several programs one at a time goes on; the others get nothing. Numbers become visible in their order, so none is missed.
 */
create function changed_sections(stretch integer) returns table (section_id uuid, changed_at timestamptz, reaches bigint)
  language plpgsql volatile security definer set search_path = pg_catalog, public
  as $$ declare
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
  end $$;

/* What was read of them, each with the number up to which it goes; and how far the log was followed by that. */
create function keep_section_texts(found jsonb, followed bigint) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  as $$ insert into section_texts (section_id, up_to_seq, text, words, changed_at)
      select s.id, (f ->> 'upTo')::bigint, f ->> 'text', array_to_tsvector(array(select jsonb_array_elements_text(f -> 'words'))),
        (f ->> 'changedAt')::timestamptz
      from jsonb_array_elements(found) f join dossier_sections s on s.id = (f ->> 'id')::uuid
      where current_duty() = 'section-texts'
      on conflict (section_id) do update set up_to_seq = excluded.up_to_seq, text = excluded.text, words = excluded.words,
        changed_at = excluded.changed_at where section_texts.up_to_seq <= excluded.up_to_seq;
    update section_text_progress set up_to_seq = followed where current_duty() = 'section-texts' and up_to_seq < followed $$;

/*
 * Places of sections that say the phrase and that the wall lets through, newest first. A rare phrase is looked up in the
 * index, and `is_all` tells that there are no more; of a frequent one the newest that say it are gone through.
 */
create function sections_saying(asked tsquery, pattern text, most integer)
  returns table (id uuid, at timestamptz, is_all boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public
  set enable_seqscan = off set plan_cache_mode = force_custom_plan rows 50
  as $$ declare
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
  end $$;
