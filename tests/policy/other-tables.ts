import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { sections } from '../../packages/hub/src/dossiers/table.ts'
import { handlerOf, type Joiner } from './joint-agencies.ts'
import { noon } from './rules.ts'

/** A row by this agency in every table that no vertical draws: its sessions, submissions, log entries and live writing. */
export async function fillOtherTables(owner: NodePgDatabase, by: Joiner): Promise<void> {
  const officer = handlerOf(by)
  const id = () => sql`gen_random_uuid()`
  const bytes = (length: number) => sql`${randomBytes(length)}`
  const [section] = await owner.select().from(sections).limit(1)
  const room = sql`${section?.id}::uuid`
  await owner.execute(sql`insert into sessions (id, token_hash, officer_id, agency_id, started_at, last_seen_at, expires_at)
    values (${id()}, ${bytes(32)}, ${officer}, ${by.id}, ${noon}, ${noon}, ${noon})`)
  await owner.execute(
    sql`insert into pending_sign_ins values (${bytes(32)}, ${by.id}, 'nonce', 'verifier', '/', ${noon})`,
  )
  await owner.execute(sql`insert into submissions values (${officer}, ${id()}, 'case.open', 'digest', '{}', ${noon})`)
  await owner.execute(sql`insert into clue_serials values (${by.id}, 2025, 1)`)
  await owner.execute(sql`insert into audit_intake (body) values (jsonb_build_object('id', gen_random_uuid(), 'at', 0,
    'act', 'case.find', 'outcome', 'done', 'officerId', ${officer}::text, 'agencyId', ${by.id}::text)::text)`)
  const delivery = sql`${randomUUID()}::uuid`
  await owner.execute(sql`insert into webhook_deliveries (id, webhook_id, agency_id, kind, number, told_at, next_at)
    select ${delivery}, id, agency_id, 'assistance', 1, ${noon}, ${noon} from webhooks where agency_id = ${by.id}`)
  await owner.execute(sql`insert into webhook_attempts values (${id()}, ${delivery}, 1, ${noon}, 200, null, 1)`)
  await owner.execute(sql`insert into notice_climbs (agency_id, number, nth, kind, to_roles, minutes, matter_kind, matter_id,
    record_id, told_at, due_at) values (${by.id}, 1, 0, 'assistance_day', '{leader}', 60, 'Agency', ${by.id}, ${by.id}, ${noon}, ${noon})`)
  await owner.execute(sql`insert into notice_marks values (${by.id}, 1)`)
  await owner.execute(sql`insert into notice_choices values (${officer}, 'assistance', false, ${noon})`)
  const [change, rules] = [sql`${randomUUID()}::uuid`, sql`${'0'.repeat(64)}`]
  await owner.execute(sql`insert into officer_changes (id, operator_id, agency_id, kind, concerns_id, touches_office, lines, reason, proposed_by, proposed_at)
    values (${id()}, ${by.id}, ${by.id}, 'entry', ${by.id}, false, '[1]', '', ${officer}, ${noon})`)
  await owner.execute(sql`insert into policy_texts values (${rules}, '[]', ${noon})`)
  await owner.execute(sql`insert into policy_sightings (at, digest) values (${noon}, ${rules})`)
  await owner.execute(sql`insert into policy_changes (id, operator_id, digest, base_digest, reason, proposed_by, proposed_at)
    values (${change}, ${by.id}, ${rules}, ${rules}, '', ${officer}, ${noon})`)
  await owner.execute(sql`insert into policy_versions (id, serial, digest, how, change_id, in_force_from)
    values (${id()}, 1, ${rules}, 'approved', ${change}, ${noon})`)
  await owner.execute(
    sql`insert into audit_leaves values (0, ${bytes(32)}, '{}', ${id()}, 0, 'case.find', 'done', ${officer}, ${by.id})`,
  )
  await owner.execute(sql`insert into audit_salts values (${id()}, ${bytes(16)})`)
  const [hold, destruction] = [sql`${randomUUID()}::uuid`, sql`${randomUUID()}::uuid`]
  await owner.execute(sql`insert into legal_holds values (${hold}, ${by.id}, 'Case', ${section?.caseId}, ${section?.caseId}, ${by.id}, ${by.id},
    '涉诉', '函〔1〕号', ${officer}, ${noon})`)
  await owner.execute(sql`insert into legal_hold_lifts values (${hold}, '已审结', '函〔2〕号', ${officer}, ${noon})`)
  await owner.execute(
    sql`insert into salt_destructions values (${destruction}, ${by.id}, 'KEEP-NETWORK', null, '[]', 1, '届满', ${officer}, ${noon})`,
  )
  await owner.execute(
    sql`insert into salt_destruction_decisions values (${destruction}, 'declined', '', ${officer}, ${noon})`,
  )
  await owner.execute(sql`insert into audit_heads values (1, ${bytes(32)}, ${noon})`)
  await owner.execute(sql`insert into audit_tiles values (0, 0, ${bytes(8192)}, ${bytes(32)})`)
  await owner.execute(sql`insert into audit_checkpoints values (1, '', ${noon})`)
  await owner.execute(sql`insert into audit_cosignatures values (1, 'w', '', ${noon})`)
  await owner.execute(sql`insert into audit_disputes values (${id()}, 'w', '', '', ${noon})`)
  await owner.execute(sql`insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at)
    values (${room}, ${officer}, ${by.id}, ${id()}, ${bytes(4)}, ${noon})`)
  await owner.execute(sql`with formed as (
      insert into task_forces (id, name, lead_agency_id, formed_by, formed_at, until, state)
      values (${id()}, '专案组', ${by.id}, ${officer}, ${noon}, ${noon}::timestamptz + interval '1 day', 'active') returning id)
    insert into task_force_seats (id, task_force_id, agency_id, state, seated_by, seated_at)
      select ${id()}, id, ${by.id}, 'active', ${officer}, ${noon} from formed`)
  await owner.execute(sql`insert into room_authors values (${room}, 1, ${officer}, ${by.id}, ${noon})`)
  await owner.execute(sql`insert into room_snapshots values (${room}, 1, ${bytes(4)}, ${noon})`)
  await owner.execute(
    sql`insert into section_versions values (${id()}, ${room}, 1, '初稿', ${rules}, ${noon}, ${officer}, ${by.id}, ${noon})`,
  )
  await owner.execute(sql`insert into file_uploads (id, case_id, owner_agency_id, officer_id, name, bytes, is_sensitive, handling_code, begun_at)
    values (${id()}, ${section?.caseId}, ${by.id}, ${officer}, '清单.pdf', 1, false, 'unrestricted', ${noon})`)
  await fillRadar(owner, by)
  await fillClock(owner, by, section!)
  await fillSeal(owner, by, section!)
  const [quotation, consent] = [sql`${randomUUID()}::uuid`, sql`${randomUUID()}::uuid`]
  await owner.execute(sql`insert into clue_quotations (id, clue_id, section_id, part, words, digest, clue_version, quoted_by, quoted_agency_id, quoted_at)
    select ${quotation}, id, ${room}, 'title', title, ${'0'.repeat(64)}, 1, ${officer}, ${by.id}, ${noon}
      from clues where owner_agency_id = ${by.id} limit 1`)
  await owner.execute(sql`insert into quotation_consents (id, quotation_id, purpose, reason, asked_by, agency_id, asked_at)
    values (${consent}, ${quotation}, 'proceedings', '', ${officer}, ${by.id}, ${noon})`)
  await owner.execute(
    sql`insert into quotation_consent_decisions values (${consent}, 'given', '', ${officer}, ${noon})`,
  )
  const [comment, suggestion] = [sql`${randomUUID()}::uuid`, sql`${randomUUID()}::uuid`]
  await owner.execute(sql`insert into section_comments
    values (${comment}, ${room}, ${comment}, null, '', '批注', ${officer}, ${by.id}, ${noon})`)
  await owner.execute(sql`insert into section_comment_mentions values (${comment}, ${officer})`)
  await owner.execute(sql`insert into section_thread_turns values (${id()}, ${comment}, true, ${officer}, ${noon})`)
  await owner.execute(sql`insert into section_suggestions
    values (${suggestion}, ${room}, '{}', '', '建议', '', ${officer}, ${by.id}, ${noon})`)
  await owner.execute(
    sql`insert into section_suggestion_decisions values (${suggestion}, 'rejected', '', ${officer}, ${noon})`,
  )
  await owner.execute(sql`insert into section_texts values (${room}, 1, '卷宗', ''::tsvector, ${noon})`)
  await owner.execute(sql`insert into section_copy_secrets values (${officer}, ${room}, ${bytes(32)}, ${noon})`)
}

/** A clock of the case with what started it, whom it concerns and when somebody is told. */
async function fillClock(owner: NodePgDatabase, by: Joiner, { caseId }: typeof sections.$inferSelect): Promise<void> {
  const [officer, clock] = [handlerOf(by), sql`${randomUUID()}::uuid`]
  await owner.execute(sql`insert into law_events
    (id, matter_kind, matter_id, record_kind, record_id, code, at, agency_id, told_by, told_at)
    values (gen_random_uuid(), 'Case', ${caseId}, 'Case', ${caseId}, 'case.filed', ${noon}, ${by.id}, ${officer}, ${noon})`)
  await owner.execute(sql`insert into clocks (id, matter_kind, matter_id, record_kind, record_id, owner_agency_id, rule, nth, is_allowed,
      is_open_to_readers, liable_agency_id, opened_at, start_at, extensions, pauses, restarts, due_at, is_paused, warn_at, escalate_at,
      ranked_at, rule_digest, earlier)
    values (${clock}, 'Case', ${caseId}, 'Case', ${caseId}, ${by.id}, 'AD-04', 1, true, true, ${by.id}, ${noon}, ${noon}, '[]', '[]', 0,
      ${noon}, false, ${noon}, ${noon}, ${noon}, ${'0'.repeat(64)}, '[]')`)
  await owner.execute(sql`insert into clock_parties values (${clock}, ${by.id}, 'liable')`)
  await owner.execute(sql`insert into case_closings values (${caseId}, 1, 'closed', 'no_penalty', '1号', '', 'investigating',
    ${by.id}, ${officer}, ${noon})`)
  await owner.execute(sql`insert into case_steps values (gen_random_uuid(), ${caseId}, 'administrative', 1, 'conclude', 'investigated',
    '[]', null, '{}', '', ${noon}, ${officer}, ${by.id}, ${noon})`)
  await owner.execute(sql`insert into clock_alarms values (gen_random_uuid(), ${clock}, 'warning', ${noon}, ${noon})`)
}

/** A seal with a line in each of its tables, frozen in one transaction. */
async function fillSeal(owner: NodePgDatabase, by: Joiner, section: typeof sections.$inferSelect): Promise<void> {
  const [officer, seal] = [handlerOf(by), sql`${randomUUID()}::uuid`]
  const digest = '0'.repeat(64)
  await owner.transaction(async (tx) => {
    await tx.execute(sql`insert into dossier_seals
      values (${seal}, ${section.caseId}, 1, ${digest}, '', ${officer}, ${by.id}, ${noon})`)
    await tx.execute(sql`insert into seal_sections values (${seal}, 1, ${section.id}, ${digest})`)
    await tx.execute(sql`insert into seal_contents values (${seal}, ${section.id}, 1, '{}')`)
    await tx.execute(sql`insert into seal_members values (${seal}, ${by.id})`)
  })
  await owner.execute(sql`insert into seal_signatures values (${seal}, ${by.id}, ${officer}, ${digest}, ${noon})`)
  await owner.execute(sql`insert into seal_endings values (${seal}, 'withdrawn', ${officer}, ${by.id}, '', ${noon})`)
}

/** What hangs on a row of the radar and on a draw: the supervision that was opened, the seed, the lines and the sample. */
async function fillRadar(owner: NodePgDatabase, by: Joiner): Promise<void> {
  const [officer, digest] = [handlerOf(by), sql`${'0'.repeat(64)}`]
  await owner.execute(sql`insert into radar_openings
    select f.id, h.id, ${officer}, ${noon} from radar_findings f, handoffs h limit 1`)
  await owner.execute(sql`insert into radar_draw_seeds select id, ${digest} from radar_draws`)
  await owner.execute(sql`insert into radar_draw_populations select id, '[]', ${digest}, ${noon} from radar_draws`)
  await owner.execute(
    sql`insert into radar_draw_results select id, '词', ${digest}, '[]', ${officer}, ${noon} from radar_draws`,
  )
}
