import { randomUUID } from 'node:crypto'
import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from './a-cast.ts'
import { aWorld, caseFields, clueInput, figureFields, type World } from './a-world.ts'
import { findCasePage, findCluePage, openCase, recordFigure } from './cases/index.ts'
import { recordClue } from './clues/index.ts'
import { recallGrant, whoCanSee } from './sharing/index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const opening = (number: string) => ({ ...caseFields, number })

test('[HU1] when the entry cannot be written, the act is not done either', async () => {
  const before = await world.rows()
  await world.owner.query('revoke execute on function append_audit_entry(text, bytea) from lianban_app')
  await expect(world.aClue()).rejects.toThrow()
  await world.owner.query('grant execute on function append_audit_entry(text, bytea) to lianban_app')
  expect(await world.rows()).toEqual(before)
})

test('[HU2] an entry names the act, who, the record and the rule, and holds no content', async () => {
  const caseId = await world.aCase({ summary: '不得入日志的摘要' })
  const { bjHandler } = world.people
  const entry = (await world.entries()).at(-1)!
  expect(entry).toMatchObject({
    act: 'case.open',
    outcome: 'done',
    at: world.clock.now().getTime(),
    officerId: bjHandler.officer.id,
    agencyId: bjHandler.officer.agencyId,
    sessionId: bjHandler.sessionId,
    subject: { kind: 'Case', id: caseId },
    caseId,
    rule: 'CASE-OPEN',
    inputDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(JSON.stringify(entry)).not.toMatch(/摘要|非法经营/)
})

test('[HU3] a refused attempt stands in the log with its code, and nothing else is written', async () => {
  const caseId = await world.aCase()
  const refusal = await world.refusal(() => world.submit('hebeiHandler', recordFigure, { caseId, ...figureFields }))
  expect(refusal).toMatchObject({ kind: 'not-found' })
  expect((await world.entries()).at(-1)).toMatchObject({
    act: 'case.recordFigure',
    outcome: 'refused',
    code: 'record.unseen',
    officerId: world.people.hebeiHandler.officer.id,
    subject: { kind: 'Case', id: caseId },
    caseId,
  })
})

test('[HU3] the attempt of a reader on a grant or handoff is entered with its case', async () => {
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const recall = { grantId, expectedVersion: 1, reason: '不需要' }
  const refusal = await world.refusal(() => world.submit('policeHandler', recallGrant, recall))
  expect(refusal).toMatchObject({ kind: 'forbidden', code: 'policy.denied' })
  expect((await world.entries()).at(-1)).toMatchObject({ act: 'grant.recall', outcome: 'refused', caseId })
})

test('[HU4] a mistyped form leaves no entry and writes nothing', async () => {
  const [rows, entries] = [await world.rows(), await world.entries()]
  await expect(world.aClue({ region: '11' })).rejects.toMatchObject({ name: 'ZodError' })
  expect(await world.refusal(() => world.aClue({ identifiers: [{ kind: 'plate', value: '京A1' }] }))).toMatchObject({
    kind: 'invalid',
  })
  expect(await world.rows()).toEqual(rows)
  expect(await world.entries()).toEqual(entries)
})

test('[HU5] ten clicks at one moment open one case and all get its id', async () => {
  const before = await world.entries()
  const input = { submissionId: randomUUID(), ...opening('同时〔1〕号') }
  const answers = await Promise.all(Array.from({ length: 10 }, () => openCase(world.as('bjHandler'), input)))
  expect(new Set(answers.map((answer) => answer.caseId)).size).toBe(1)
  const { rows } = await world.owner.query("select id from cases where number = '同时〔1〕号'")
  expect(rows).toEqual([{ id: answers[0]!.caseId }])
  expect(await world.entries()).toHaveLength(before.length + 1)
})

test('[HU5] a click repeated a day later gets the first answer', async () => {
  const input = { submissionId: randomUUID(), ...opening('隔日〔1〕号') }
  const first = await openCase(world.as('bjHandler'), input)
  world.clock.advance(24 * 3600_000)
  expect(await openCase(world.as('bjHandler'), input)).toEqual(first)
})

test('[HU5] a submission that was refused may be sent again', async () => {
  const input = { submissionId: randomUUID(), ...opening('重号〔1〕号') }
  await openCase(world.as('bjColleague'), { ...input, submissionId: randomUUID() })
  expect(await world.refusal(() => openCase(world.as('bjHandler'), input))).toMatchObject({ code: 'case.number-taken' })
  await world.owner.query("update cases set number = '改号' where number = '重号〔1〕号'")
  await expect(openCase(world.as('bjHandler'), input)).resolves.toHaveProperty('caseId')
})

test('[HU6] a submission key used for another input or another act is refused', async () => {
  const submissionId = randomUUID()
  await openCase(world.as('bjHandler'), { submissionId, ...opening('甲〔1〕号') })
  const { caseId } = await openCase(world.as('bjHandler'), { submissionId: randomUUID(), ...opening('乙〔1〕号') })
  const otherInput = () => openCase(world.as('bjHandler'), { submissionId, ...opening('丙〔1〕号') })
  const otherAct = () => recordFigure(world.as('bjHandler'), { submissionId, caseId, ...figureFields })
  for (const attempt of [otherInput, otherAct])
    expect(await world.refusal(attempt)).toMatchObject({ kind: 'conflict', code: 'submission.reused' })
})

test('[HU7] two officers who send the same key send two submissions', async () => {
  const submissionId = randomUUID()
  const first = await openCase(world.as('bjHandler'), { submissionId, ...opening('丁〔1〕号') })
  const second = await openCase(world.as('bjColleague'), { submissionId, ...opening('丁〔2〕号') })
  expect(second.caseId).not.toBe(first.caseId)
})

const notTheirs: [string, OfficerName, (id: string) => Promise<unknown>][] = [
  ['a case', 'hebeiHandler', (caseId) => world.ask('hebeiHandler', findCasePage, { caseId })],
  ['a clue', 'hebeiHandler', (clueId) => world.ask('hebeiHandler', findCluePage, { clueId })],
  ['who sees a case', 'hebeiDuty', (id) => world.ask('hebeiDuty', whoCanSee, { record: { kind: 'Case', id } })],
  ['a figure', 'hebeiHandler', (caseId) => world.submit('hebeiHandler', recordFigure, { caseId, ...figureFields })],
]

test.each(notTheirs)('[HU10] asked for %s, absent and not yours are one answer', async (_what, _by, attempt) => {
  const caseId = await world.aCase()
  const clueId = await world.aClue()
  const absent = await world.refusal(() => attempt(newId()))
  for (const id of [caseId, clueId]) {
    const theirs = await world.refusal(() => attempt(id))
    expect({ ...theirs, message: theirs.message }).toEqual({ ...absent, message: absent.message })
  }
})

test('[HU10] within one agency, a post without the right gets the answer for absent', async () => {
  const caseId = await world.aCase({ label: 'core_sensitive' })
  const absent = await world.refusal(() => world.ask('bjDuty', findCasePage, { caseId: newId() }))
  const closed = await world.refusal(() => world.ask('bjDuty', findCasePage, { caseId }))
  expect({ ...closed, message: closed.message }).toEqual({ ...absent, message: absent.message })
})

test('[HU11] who may read and not act is told that no rule allows it', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'comment' })
  for (const name of ['guilinHandler', 'bjAuditor'] as const)
    expect(await world.refusal(() => world.submit(name, recordFigure, { caseId, ...figureFields }))).toMatchObject({
      kind: 'forbidden',
      facts: { action: 'recordFigure', subject: 'Case' },
    })
})

test('[HU11] who may not make a record of a kind is told so', async () => {
  expect(await world.refusal(() => world.aClue({}, 'bjLeader'))).toMatchObject({ code: 'policy.denied' })
  expect(await world.refusal(() => world.aCase({}, 'bjIntake'))).toMatchObject({ code: 'policy.denied' })
})

test('[HU14] a reading of a case and of a clue is in the log, a list is not', async () => {
  const clueId = await world.aClue()
  const caseId = await world.aCase()
  const before = (await world.entries()).length
  await world.ask('bjHandler', findCasePage, { caseId })
  await world.ask('shunyiHandler', findCluePage, { clueId })
  await world.ask('bjHandler', whoCanSee, { record: { kind: 'Case', id: caseId } })
  const read = (await world.entries()).slice(before)
  expect(read.map(({ act, outcome }) => [act, outcome])).toEqual([
    ['case.find', 'done'],
    ['clue.find', 'done'],
  ])
})

test('[HU15] a fault is no refusal: it is not entered as one', async () => {
  const before = await world.entries()
  await world.owner.query('alter table clues add constraint broken check (false) not valid')
  await expect(world.submit('shunyiIntake', recordClue, clueInput)).rejects.not.toHaveProperty('kind')
  await world.owner.query('alter table clues drop constraint broken')
  expect(await world.entries()).toEqual(before)
})
