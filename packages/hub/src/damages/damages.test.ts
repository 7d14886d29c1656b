import { newId, type SectionId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { aWrittenSection, paragraph } from '../chronicles/a-written-section.ts'
import { listDamages, noteDamage } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** A section whose last update is not what was saved, as its room met it. */
async function aDamagedSection(closed = false) {
  const caseId = await world.aCase()
  const audience = closed ? { audience: 'members' as const, memberAgencyIds: [world.agencies.bj] } : {}
  const sectionId = await world.aSection(caseId, { title: '案件事实', ...audience })
  const section = aWrittenSection(world, sectionId)
  await section.write('bjHandler', paragraph('完好的话。'))
  const [seq] = section.seqs.slice(-1) as [number]
  const { rows } = await world.owner.query<{ update: Buffer }>('select update from room_updates where seq = $1', [seq])
  const write = (bytes: Buffer) => world.owner.query('update room_updates set update = $1 where seq = $2', [bytes, seq])
  await write(Buffer.concat([rows[0]!.update, Buffer.of(0)]))
  const note = () => noteDamage(world.hub, { sectionId, seq })
  await note()
  return { caseId, sectionId, seq, note, mend: () => write(rows[0]!.update) }
}
const listed = async (name: OfficerName, sectionId: SectionId) =>
  (await world.ask(name, listDamages, {})).items.filter((one) => one.sectionId === sectionId)

test('[HU906] a damage is noted once, named by its number, and told as mended once its bytes are back', async () => {
  const { sectionId, seq, note, mend } = await aDamagedSection()
  await note()
  const [found, ...more] = await listed('bjLeader', sectionId)
  expect(found).toMatchObject({ seq, isMended: false, ownerAgency: { slug: 'bj' }, section: { title: '案件事实' } })
  expect(more).toEqual([])
  await mend()
  expect(await listed('bjLeader', sectionId)).toMatchObject([{ seq, isMended: true }])
})

test('[HU907] the agency of the section and the operator’s administrators are told, the latter without a word of it', async () => {
  const { caseId, sectionId } = await aDamagedSection()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  expect(await listed('bjHandler', sectionId)).toHaveLength(1)
  for (const name of ['operatorAdmin', 'operatorSecurity'] as const)
    expect(await listed(name, sectionId)).toMatchObject([{ section: null, ownerAgency: { slug: 'bj' } }])
  for (const name of ['policeHandler', 'hebeiHandler', 'bjIntake'] as const)
    expect(await listed(name, sectionId)).toEqual([])
})

test('[HU906] a damage of a section that is not there is not kept', async () => {
  const before = await world.rows()
  await noteDamage(world.hub, { sectionId: newId<SectionId>(), seq: 1 })
  expect(await world.rows()).toEqual(before)
})
