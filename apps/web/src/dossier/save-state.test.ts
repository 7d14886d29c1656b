import { expect, test } from 'vitest'
import { mayType, needsTheOfficer, type SaveEvent, saveStep, stateLine, unopened, wouldLose } from './save-state.ts'

const after = (...events: readonly SaveEvent[]) => events.reduce(saveStep, unopened('write'))
const open: SaveEvent[] = [{ kind: 'opened' }, { kind: 'sent' }, { kind: 'durable', count: 1 }, { kind: 'synced' }]

test('[WE113] an edit is called saved only after the hub says it is durable', () => {
  expect(stateLine(after(...open))).toBe('saved')
  expect(stateLine(after(...open, { kind: 'sent' }, { kind: 'sent' }, { kind: 'durable', count: 2 }))).toBe('saving')
  expect(stateLine(after(...open, { kind: 'sent' }, { kind: 'sent' }, { kind: 'durable', count: 3 }))).toBe('saved')
})

test('[WE113] a broken line keeps unsaved edits and says so', () => {
  expect(stateLine(after(...open, { kind: 'sent' }, { kind: 'lost' }))).toBe('offlineWithEdits')
  expect(stateLine(after(...open, { kind: 'lost' }))).toBe('offline')
  expect(stateLine(after(...open, { kind: 'lost' }, { kind: 'edited' }))).toBe('offlineWithEdits')
})

test('[WE113] edits made while offline are saved after the line is back', () => {
  const back: SaveEvent[] = [...open, { kind: 'lost' }, { kind: 'edited' }, { kind: 'connecting' }, { kind: 'opened' }]
  const sentAgain: SaveEvent[] = [...back, { kind: 'sent' }, { kind: 'synced' }]
  expect(stateLine(after(...sentAgain))).toBe('saving')
  expect(stateLine(after(...sentAgain, { kind: 'durable', count: 1 }))).toBe('saved')
})

test('[WE314] a section whose stored text is damaged is to be read only, and what was not sent is not let go of', () => {
  const damaged: SaveEvent[] = [{ kind: 'opened' }, { kind: 'damaged', at: 7 }, { kind: 'right', right: 'read' }]
  const reading = after(...damaged, { kind: 'synced' })
  expect([stateLine(reading), mayType(reading), reading.damagedAt]).toEqual(['damagedReadOnly', false, 7])
  expect(mayType(after({ kind: 'opened' }, { kind: 'damaged', at: 7 }))).toBe(false)
  const unsent = after(...damaged, { kind: 'sent' }, { kind: 'closed', code: 4423, reason: 'damaged' })
  expect([stateLine(unsent), wouldLose(unsent)]).toEqual(['damaged', true])
  expect(after(...damaged, { kind: 'lost' }, { kind: 'opened' }).damagedAt).toBeUndefined()
})

test('[WE113] closing the window warns only while something would be lost', () => {
  expect(wouldLose(after(...open))).toBe(false)
  expect(wouldLose(after(...open, { kind: 'sent' }))).toBe(true)
  expect(wouldLose(after(...open, { kind: 'sent' }, { kind: 'closed', code: 4401, reason: 'revoked' }))).toBe(false)
})

test.each([
  [4401, 'session-ended', 'signedOut'],
  [4401, 'revoked', 'recalled'],
  [4403, 'author-mismatch', 'refused'],
  [4403, 'set-aside', 'setAside'],
  [4423, 'damaged', 'damaged'],
  [4400, 'malformed', 'refused'],
  [4408, 'too-slow', 'tooSlow'],
  [4429, 'too-fast', 'tooFast'],
  [4499, 'unheard-of', 'ended'],
] as const)('[WE114] closing %i %s ends typing and is told as %s', (code, reason, line) => {
  const closed = after(...open, { kind: 'closed', code, reason })
  expect([stateLine(closed), mayType(closed)]).toEqual([line, false])
  expect(stateLine(saveStep(closed, { kind: 'opened' }))).toBe(line)
})

test('[WE114] an addition too large for the hub can still be taken back before connecting again', () => {
  const closed = after(...open, { kind: 'sent' }, { kind: 'closed', code: 1009, reason: 'too-large' })
  expect([stateLine(closed), mayType(closed), wouldLose(closed)]).toEqual(['tooLarge', true, true])
})

test('[WE114] the line comes back by itself only where time can mend it', () => {
  expect([1001, 1006, 1012, 1013].filter(needsTheOfficer)).toEqual([])
  expect([1009, 4400, 4401, 4403, 4408, 4429].every(needsTheOfficer)).toBe(true)
})

test('[WE114] connecting again after a refusal keeps unsaved edits in mind', () => {
  const again = after(
    ...open,
    { kind: 'sent' },
    { kind: 'closed', code: 4401, reason: 'session-ended' },
    { kind: 'reopened' },
  )
  expect([stateLine(again), wouldLose(again)]).toEqual(['connecting', true])
})

test('[WE115] a reader of a section is told it is read-only and cannot type', () => {
  const reader = open.reduce(saveStep, unopened('read'))
  expect([stateLine(reader), mayType(reader)]).toEqual(['readOnly', false])
})

test('[WE115] a right that changes while the section is open takes effect at once', () => {
  const narrowed = after(...open, { kind: 'right', right: 'read' })
  expect([stateLine(narrowed), mayType(narrowed)]).toEqual(['readOnly', false])
  expect(mayType(saveStep(narrowed, { kind: 'right', right: 'write' }))).toBe(true)
})

const keeping: SaveEvent = { kind: 'keeping' }
const kept: SaveEvent = { kind: 'kept' }

test('[WE310] edits without a line are called kept on this device only once every one of them is sealed', () => {
  const offline: SaveEvent[] = [
    ...open,
    kept,
    { kind: 'lost' },
    { kind: 'edited' },
    keeping,
    { kind: 'edited' },
    keeping,
  ]
  expect(stateLine(after(...offline))).toBe('offlineWithEdits')
  expect(stateLine(after(...offline, kept))).toBe('offlineWithEdits')
  expect(stateLine(after(...offline, kept, kept))).toBe('offlineKept')
  expect([wouldLose(after(...offline)), wouldLose(after(...offline, kept, kept))]).toEqual([true, false])
  expect(stateLine(after(kept, { kind: 'lost' }))).toBe('offlineCopy')
})

test('[WE310] where the browser cannot keep a copy, nothing is called kept', () => {
  const failed: SaveEvent[] = [...open, kept, { kind: 'lost' }, { kind: 'edited' }, keeping, { kind: 'not-kept' }]
  expect([stateLine(after(...failed)), wouldLose(after(...failed))]).toEqual(['offlineWithEdits', true])
})
