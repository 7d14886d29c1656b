import { Writable } from 'node:stream'
import { vocabulary } from '@lianban/hub'
import { readRules, type Vocabulary } from '@lianban/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { once, reportInput } from '../../../tests/support/shared-case.ts'
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

const { Clue } = vocabulary.subjects
const urgency = { type: 'text', column: Clue!.fields.label!.column } as const
/** A vocabulary that is ahead of the program: it has an attribute that no row of the program holds. */
const ahead: Vocabulary = {
  ...vocabulary,
  subjects: { ...vocabulary.subjects, Clue: { ...Clue!, fields: { ...Clue!.fields, urgency } } },
}
const urgent = `
- id: CLUE-READ-URGENT
  roles: [handler]
  action: read
  subject: Clue
  when: { urgency: 特急机密 }
  because: { zh: 线索特急。, en: The clue is urgent. }
`

test('[SE140] a rule that asks what a row does not hold opens nothing, and is logged once by rule and attribute', async () => {
  const handler = await hub.client('bj-tobacco.handler')
  const { clueId } = await handler.clues.record.mutate(once(reportInput()))
  await handler.clues.find.query({ clueId })
  const { policy } = hub.hub
  const inForce = policy.rules
  policy.replace([...readRules([{ file: 'urgent.yaml', text: urgent }], ahead), ...inForce])
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
