import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aScene } from '../a-request.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { vocabulary } from '../vocabulary.ts'
import { pastKinds } from './past-row.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** What is read as it is today: the register of agencies, agreements of an owner, seats, and to whom a record is kept. */
const asToday = ['ownerAgency', 'agreements', 'taskForceSeats', 'readers', 'caseReaders', 'circle']

const columnOf = ({ name }: { name: string }) => name

test('[HU326] every attribute of a record that a rule may read is kept, of the record and of what hangs on it', async () => {
  const { caseId } = await aScene(world)
  await world.aSection(caseId, { audience: 'members', memberAgencyIds: [world.agencies.police] })
  const { rows } = await world.owner.query<{ kind: string; columns: string[] }>(
    'select kind, array_agg(distinct key) as columns from record_versions, jsonb_object_keys(state) key group by kind',
  )
  const kept = new Map(rows.map(({ kind, columns }) => [kind, columns]))
  const tables: Record<string, string> = {
    parties: 'AgreementParty',
    members: 'SectionMember',
    case: 'Case',
    seats: 'TaskForceSeat',
  }
  const missing = pastKinds.flatMap((kind) => {
    const { fields, relations } = vocabulary.subjects[kind]!
    const read = [
      ...Object.values(fields).map(({ column }) => [kind, columnOf(column)] as const),
      ...Object.entries(relations)
        .filter(([name]) => !asToday.includes(name))
        .flatMap(([name, relation]) =>
          Object.values(relation.fields).map(({ column }) => [tables[name] ?? 'Grant', columnOf(column)] as const),
        ),
    ]
    return read
      .filter(([table, column]) => !kept.get(table)?.includes(column))
      .map((one) => `${kind}: ${one.join('.')}`)
  })
  expect(missing, 'name the column in the trigger that keeps it, in a migration of its own').toEqual([])
})

test('[HU326] a change that no rule reads leaves no version, and one that a rule reads leaves one', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const states = async () => {
    const { rows } = await world.owner.query(
      "select state ->> 'state' as state from record_versions where record_id = $1 and kind = 'Clue' order by seq",
      [clueId],
    )
    return rows.map(({ state }) => state)
  }
  await world.owner.query('update clues set version = version + 1 where id = $1', [clueId])
  expect(await states()).toEqual(['recorded'])
  await world.aCase({ clueIds: [clueId] })
  expect(await states()).toEqual(['recorded', 'in_case'])
})

test('[HU327] a database from before the history gets back what its dates still tell', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant({ kind: 'Case', id: caseId }, 'baoan', {
    expiresAt: new Date(world.clock.now().getTime() + day).toISOString(),
  })
  world.clock.advance(1000)
  await world.aHandoff('accepted', caseId)
  // Some columns came after the history, and nothing older had them.
  const versions = `select kind, record_id, part_id, at, state - array['is_restricted', 'proposed_by', 'circle_id', 'clue_id', 'overseer_agency_id'] as state from record_versions
    where kind in ('Case', 'Clue', 'Grant', 'Handoff', 'Agreement', 'AgreementParty', 'CaseClue')
      and ($1 in (record_id, of_id, part_id) or record_id = $2) order by kind, at, record_id, part_id, state::text`
  const asWritten = (await world.owner.query(versions, [caseId, clueId])).rows
  const file = fileURLToPath(new URL('../../../../migrations/0012_history.sql', import.meta.url))
  const text = await readFile(file, 'utf8')
  const past = text.slice(text.indexOf('create function keep_past'), text.indexOf('-- Whoever sees a record today'))
  await world.owner.query('begin')
  await world.owner.query('alter table record_versions disable trigger user')
  await world.owner.query('delete from record_versions')
  await world.owner.query(past)
  const putTogether = (await world.owner.query(versions, [caseId, clueId])).rows
  await world.owner.query('rollback')
  expect(putTogether).toEqual(asWritten)
  expect(putTogether.length).toBeGreaterThan(6)
})
