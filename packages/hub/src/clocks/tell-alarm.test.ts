import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../a-world.ts'
import { myDesk } from '../desk/index.ts'
import { aClockWorld } from './a-clock-world.ts'
import { dueAlarms, type Matter, tellAlarm } from './index.ts'

let world: Awaited<ReturnType<typeof aClockWorld>>
beforeAll(async () => {
  world = await aClockWorld()
  await world.put('bj', 'hebei')
})
afterAll(() => world.close())

/** Tells all that is due, each alarm by two programs at once, and answers how many of the tellings told something. */
async function tellAll(): Promise<number> {
  const due = await dueAlarms(world.hub, 500)
  const told = await Promise.all([...due, ...due].map((id) => tellAlarm(world.hub, id)))
  return told.filter(Boolean).length
}

const entriesOn = async ({ id }: Matter) =>
  (await world.entries()).filter(({ act, subject }) => /^clock\./.test(String(act)) && (subject as Matter).id === id)
const tasks = async (name: 'bjLeader' | 'hebeiLeader' | 'policeLeader') =>
  (await world.ask(name, myDesk, {})).tasks.filter(({ kind }) => kind.startsWith('clock.'))

test('[HU668] an alarm is told once however many try, and what its clock has overtaken is never told', async () => {
  await tellAll()
  const [told, overtaken] = [world.aHandoffMatter(), world.aHandoffMatter()]
  for (const matter of [told, overtaken]) await world.tell('transfer.report_submitted', matter)
  expect(await tellAll()).toBe(0)
  world.clock.advance(3 * day)
  const due = await dueAlarms(world.hub, 500)
  await world.tell('transfer.decided', overtaken)
  expect(await Promise.all(due.map((id) => tellAlarm(world.hub, id)))).toEqual(expect.arrayContaining([true, false]))
  expect(await tellAll()).toBe(0)
  expect((await entriesOn(told)).map(({ act }) => act)).toEqual(['clock.warn'])
  expect(await entriesOn(overtaken)).toEqual([])
  await world.tell('transfer.decided', told)
})

test('[HU670] silence past the limit is an entry in the log, as are the warning and the word to the superior', async () => {
  const matter = world.aHandoffMatter()
  await world.tell('transfer.report_submitted', matter)
  const { bj, hebei } = world.agencies
  for (let i = 0; i < 6; i++) {
    world.clock.advance(day)
    await tellAll()
  }
  const entries = await entriesOn(matter)
  expect(entries.map(({ act }) => act)).toEqual(['clock.warn', 'clock.overdue', 'clock.escalate'])
  for (const entry of entries)
    expect(entry).toMatchObject({
      outcome: 'done',
      caseId: world.theCase.id,
      facts: { rule: 'TR-01', agency: bj, until: expect.stringMatching(/ 23:59$/) },
    })
  expect(entries[2]).toMatchObject({ facts: { superior: hebei } })
  expect(entries.every((entry) => !('officerId' in entry))).toBe(true)
  await world.tell('transfer.decided', matter)
})

test('[HU671] the warning lies on the desk of who has to act, then on the superior’s, and with the act on neither', async () => {
  const matter = world.aHandoffMatter()
  const before = await Promise.all((['bjLeader', 'hebeiLeader'] as const).map(tasks))
  await world.tell('transfer.report_submitted', matter)
  const fresh = async (name: 'bjLeader' | 'hebeiLeader') => {
    const known = before.flat().map(({ id }) => id)
    return (await tasks(name)).filter(({ id }) => !known.includes(id)).map(({ kind, title }) => [kind, title.zh])
  }
  expect(await fresh('bjLeader')).toEqual([])
  world.clock.advance(3 * day)
  await tellAll()
  expect(await fresh('bjLeader')).toEqual([['clock.warning', '时限将至：决定是否移送']])
  expect(await fresh('hebeiLeader')).toEqual([])
  world.clock.advance(3 * day)
  await tellAll()
  expect(await fresh('bjLeader')).toEqual([['clock.overdue', '已超过法定时限：决定是否移送']])
  expect(await fresh('hebeiLeader')).toEqual([['clock.escalation', '督促北京烟草：逾期未决定是否移送']])
  expect(await tasks('policeLeader')).toEqual([])
  await world.tell('transfer.decided', matter)
  expect([await fresh('bjLeader'), await fresh('hebeiLeader')]).toEqual([[], []])
})
