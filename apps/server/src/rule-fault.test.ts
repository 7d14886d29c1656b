import { Writable } from 'node:stream'
import { vocabulary } from '@lianban/hub'
import { readRules, type Vocabulary } from '@lianban/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { enterRoom } from '../../../tests/support/live-client.ts'
import { openEvents } from '../../../tests/support/page-events.ts'
import { aSharedCase, once, reportInput } from '../../../tests/support/shared-case.ts'
import { makeLog } from './log.ts'

let printed = ''
const into = new Writable({
  write(chunk, _encoding, done) {
    printed += String(chunk)
    done()
  },
})

let hub: HubServer
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { log: makeLog('info', into) } })
})
afterAll(() => hub.stop())

const { Clue, Case, Section } = vocabulary.subjects
const urgency = { type: 'text', column: Clue!.fields.label!.column } as const
const withUrgency = (subject: typeof Clue) => ({ ...subject!, fields: { ...subject!.fields, urgency } })
/** A vocabulary that is ahead of the program: it has an attribute that no row of the program holds. */
const ahead: Vocabulary = {
  ...vocabulary,
  subjects: {
    ...vocabulary.subjects,
    Clue: withUrgency(Clue),
    Case: withUrgency(Case),
    Section: withUrgency(Section),
  },
}
const urgentFor = (subject: string) => `
- id: ${subject.toUpperCase()}-READ-URGENT
  roles: [handler]
  action: read
  subject: ${subject}
  when: { urgency: 特急机密 }
  because: { zh: 线索特急。, en: The clue is urgent. }
`

test('[SE140] a rule that asks what a row does not hold opens nothing, and is logged once by rule and attribute', async () => {
  const handler = await hub.client('bj-tobacco.handler')
  const { clueId } = await handler.clues.record.mutate(once(reportInput()))
  await handler.clues.find.query({ clueId })
  const { policy } = hub.hub
  const inForce = policy.rules
  policy.replace([...readRules([{ file: 'urgent.yaml', text: urgentFor('Clue') }], ahead), ...inForce])
  printed = ''

  const asked = handler.clues.find.query({ clueId })
  await expect(asked).rejects.toMatchObject({ message: 'INTERNAL_SERVER_ERROR', data: { refusal: null } })
  const lines = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; fault?: object })
  expect(lines.filter(({ msg }) => msg === 'fault')).toMatchObject([
    { procedure: 'clues.find', fault: { message: 'CLUE-READ-URGENT cannot be decided: the Clue row lacks urgency' } },
  ])
  for (const one of ['特急机密', reportInput().title, clueId]) expect(printed).not.toContain(one)

  policy.replace(inForce)
  expect(await handler.clues.find.query({ clueId })).toMatchObject({ id: clueId })
})

test('[SE137] a rule that cannot be asked while rights are asked again ends sockets and pages, and is logged', async () => {
  const { caseId, grants, openSection } = await aSharedCase(hub)
  const police = await hub.signIn('bj-police-efd.handler')
  const room = await enterRoom({ origin: hub.origin, ...police, sectionId: openSection })
  const page = await openEvents({ origin: hub.origin, ...police, watch: [`Case:${caseId}`] })
  await page.said('open')
  const { policy } = hub.hub
  const inForce = policy.rules
  printed = ''
  const texts = ['Case', 'Section'].map((subject) => ({ file: `${subject}.yaml`, text: urgentFor(subject) }))
  policy.replace([...readRules(texts, ahead), ...inForce])
  try {
    // Somebody else loses the case, so that everybody is asked about.
    const [, grantId] = Object.entries(grants).find(([slug]) => slug !== 'bj-police-efd')!
    const owner = await hub.client('bj-tobacco.leader')
    await owner.grants.recall.mutate(once({ grantId, expectedVersion: 1, reason: '协作结束' }))
    expect(await room.closed).toEqual({ code: 4503, reason: 'unavailable' })
    expect(await page.said('ended')).toMatchObject({ reason: 'unavailable' })
  } finally {
    policy.replace(inForce)
    room.leave()
    page.leave()
  }
  const faults = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; fault?: { message: string } })
    .filter(({ fault }) => fault?.message.includes('cannot be decided'))
  expect(faults.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['a room connection was closed by a fault', 'rights could not be looked after']),
  )
  expect(faults[0]!.fault!.message).toMatch(/-READ-URGENT cannot be decided: the (Case|Section) row lacks urgency/)
})
