import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { enterSection } from '../dossiers/index.ts'
import { findHandoffPage } from '../handoffs/index.ts'
import { findTaskForcePage } from '../task-forces/index.ts'
import { explainMine, explainOthers } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Asked = Parameters<typeof explainOthers>[1]
const others = async (name: OfficerName, record: object) =>
  (await world.ask(name, explainOthers, { record } as Asked)).items
type Others = Awaited<ReturnType<typeof others>>

/** Officers by name whose agency and role, or who themselves, are listed as reading. */
const readersIn = (items: Others) =>
  (Object.keys(world.people) as OfficerName[]).filter((name) => {
    const { id, agencyId, roles } = world.people[name].officer
    return items
      .filter(({ agency, officer }) => (officer ? officer.id === id : agency.id === agencyId))
      .some((item) =>
        item.roles.some(({ role, acts }) => roles.includes(role) && acts.some(({ action }) => action === 'read')),
      )
  })

async function whoOpens(open: (name: OfficerName) => Promise<unknown>) {
  const opened: OfficerName[] = []
  for (const name of Object.keys(world.people) as OfficerName[])
    await open(name).then(
      () => opened.push(name),
      () => {},
    )
  return opened
}

test('[HU317] who can see a section are exactly the officers who can enter it', async () => {
  const caseId = await world.aCase()
  for (const agency of ['police', 'baoan', 'procuratorate'] as const)
    await world.aGrant({ kind: 'Case', id: caseId }, agency, { level: agency === 'procuratorate' ? 'comment' : 'view' })
  for (const audience of ['case', 'members'] as const) {
    const sectionId = await world.aSection(caseId, {
      audience,
      memberAgencyIds: audience === 'members' ? [world.agencies.police] : [],
    })
    const items = await others('bjHandler', { kind: 'Section', id: sectionId })
    const found = readersIn(items)
    expect(found).toEqual(await whoOpens((name) => world.ask(name, enterSection, { sectionId })))
    expect(found.includes('baoanHandler')).toBe(audience === 'case')
  }
})

test('[HU317] who can see a handoff are exactly the officers who can open its page', async () => {
  for (const state of ['prepared', 'dispatched'] as const) {
    const { caseId, handoffId } = await world.aHandoff(state)
    await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', { level: 'view' })
    const items = await others('bjHandler', { kind: 'Handoff', id: handoffId })
    expect(readersIn(items)).toEqual(await whoOpens((name) => world.ask(name, findHandoffPage, { handoffId })))
  }
})

test('[HU317] who can see a task force are exactly the officers who can open its page', async () => {
  const taskForceId = await world.aTaskForce(['police', 'guilinHandler', 'procuratorate'])
  const items = await others('bjHandler', { kind: 'TaskForce', id: taskForceId })
  const found = readersIn(items)
  expect(found).toEqual(await whoOpens((name) => world.ask(name, findTaskForcePage, { taskForceId })))
  expect(found).toEqual(expect.arrayContaining(['policeHandler', 'guilinHandler', 'procurator']))
  expect(found).not.toContain('guilinLeader')
})

test('[HU317] a grant to one officer lists that officer and not the agency', async () => {
  const caseId = await world.aCase()
  const granteeOfficerId = world.people.policeHandler.officer.id
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { granteeOfficerId } as object)
  const items = await others('bjHandler', { kind: 'Case', id: caseId })
  expect(items.map(({ agency, officer }) => [agency.slug, officer?.postEn])).toEqual([
    ['bj', undefined],
    ['police', 'policeHandler'],
  ])
  expect(readersIn(items)).not.toContain('policeLeader')
})

test('[HU318] whoever may not know a section is told nothing about it, as of one that is not there', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police')
  const sectionId = await world.aSection(caseId, { audience: 'members', memberAgencyIds: [] })
  const said = async (name: OfficerName, id: string) => {
    const { kind, code, sentence, facts } = await world.refusal(() => others(name, { kind: 'Section', id }))
    return { kind, code, sentence, facts }
  }
  const absent = await said('policeHandler', '01890000-0000-7000-8000-000000000000')
  expect(await said('policeHandler', sectionId)).toEqual(absent)
  expect(await said('hebeiHandler', sectionId)).toEqual(absent)
})

test('[HU432] of a case kept to named officers and of a grant on it, these are told as readers, each by name', async () => {
  const restrictedTo = [world.people.bjLeader.officer.id]
  const caseId = await world.aCase({ restrictedTo })
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police')
  for (const [record, rule] of [
    [{ kind: 'Case', id: caseId }, 'CASE-READ-READER'],
    [{ kind: 'Grant', id: grantId }, 'GRANT-READ-OWNER'],
  ] as const) {
    const items = await others('bjHandler', record)
    const own = items.filter(({ agency }) => agency.slug === 'bj')
    expect(own.map(({ officer }) => officer?.postEn).toSorted()).toEqual(['bjHandler', 'bjLeader'])
    const reading = own.flatMap(({ roles }) => roles.flatMap(({ acts }) => acts.filter((act) => act.action === 'read')))
    expect(new Set(reading.map((act) => act.rule))).toEqual(new Set([rule]))
    expect(readersIn(items)).not.toContain('bjColleague')
    expect(readersIn(items)).toContain('policeHandler')
  }
})

test('[HU433] to another agency the panel of a grant says the same of a record kept to named officers as of any other', async () => {
  const restrictedTo = [world.people.bjLeader.officer.id]
  const said = []
  for (const fields of [{}, { restrictedTo }]) {
    const caseId = await world.aCase(fields)
    const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police')
    const { items } = await world.ask('policeHandler', explainMine, { record: { kind: 'Grant', id: grantId } } as Asked)
    said.push(items)
  }
  expect(said[1]).toEqual(said[0])
  const reading = said[0]!.find(({ action }) => action === 'read')
  const gaps = reading!.closed.find(({ rule }) => rule === 'GRANT-READ-OWNER')!.gaps
  expect(gaps.map(({ kind }) => kind)).toEqual(['standing'])
})
