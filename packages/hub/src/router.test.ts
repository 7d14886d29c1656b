import { newId, Refusal } from '@lianban/kernel'
import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from './a-cast.ts'
import { aScene, inputsAbout, procedures, publicProcedures, type Scene } from './a-request.ts'
import { aWorld, type World } from './a-world.ts'
import { hubRouter } from './router.ts'

let world: World
let scene: Scene
beforeAll(async () => {
  world = await aWorld()
  scene = await aScene(world)
})
afterAll(() => world.close())

type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>
const callerFor = (name: OfficerName | undefined) => {
  const { hub, requestId, actor } = world.as(name ?? 'bjHandler')
  return hubRouter.createCaller({ hub, requestId, actor: name && actor }) as unknown as Caller
}

const send = (name: OfficerName | undefined, path: string, input: unknown): Promise<unknown> => {
  const [group, procedure] = path.split('.') as [string, string]
  return callerFor(name)[group]![procedure]!(input)
}

/** What comes back, in the words of the wire: an answer, or a refusal whole. */
const answerTo = (name: OfficerName | undefined, path: string, input: unknown): Promise<unknown> =>
  send(name, path, input).then(
    (answer) => ({ answer }),
    (error: TRPCError) => {
      if (!(error.cause instanceof Refusal)) return { code: error.code }
      const { kind, code, sentence, facts, message } = error.cause
      return { code: error.code, refusal: { kind, code, sentence, facts, message } }
    },
  )

const paths = procedures.map(([path]) => path)
const mutations = procedures.filter(([, { _def }]) => _def.type === 'mutation').map(([path]) => path)

test('[HU90] every procedure but the public ones is in the table of these tests', () => {
  expect(Object.keys(inputsAbout(world, scene)).sort()).toEqual(paths.toSorted())
  expect(publicProcedures).toEqual(['session.me', 'agencies.list'])
})

test.each(paths)('[HU90] without a session, %s is refused and nothing is written', async (path) => {
  const [rows, entries] = [await world.rows(), await world.entries()]
  expect(await answerTo(undefined, path, inputsAbout(world, scene)[path])).toEqual({ code: 'UNAUTHORIZED' })
  expect(await answerTo(undefined, path, { nonsense: true })).toEqual({ code: 'UNAUTHORIZED' })
  expect([await world.rows(), await world.entries()]).toEqual([rows, entries])
})

test('[HU90] without a session, one learns of the agencies and of oneself nothing', async () => {
  expect(await send(undefined, 'session.me', undefined)).toBeNull()
  const listed = (await send(undefined, 'agencies.list', undefined)) as object[]
  expect(Object.keys(listed[0]!).sort()).toEqual(
    ['id', 'kind', 'level', 'nameEn', 'nameZh', 'parentId', 'region', 'shortEn', 'shortZh', 'slug'].sort(),
  )
})

const nowhere = () =>
  ({
    clueId: newId(),
    caseId: newId(),
    grantId: newId(),
    sectionId: newId(),
    handoffId: newId(),
    agreementId: newId(),
    officerId: newId(),
    changeId: newId(),
    noticeId: newId(),
    proposalId: newId(),
    quotationId: newId(),
    threadId: newId(),
    suggestionId: newId(),
    exportId: newId(),
    requestId: newId(),
    emergencyId: newId(),
    clockId: newId(),
    alertId: newId(),
    findingId: newId(),
    drawId: newId(),
    fileId: newId(),
    assistanceId: newId(),
    letterId: newId(),
    webhookId: newId(),
    deliveryId: newId(),
    taskForceId: newId(),
    evidenceId: newId(),
    attachmentId: newId(),
    bindingId: newId(),
    holdId: newId(),
    packageDigest: scene.packageDigest,
  }) satisfies Record<keyof Scene, string>

/** Acts that are about no record of anybody else, or that ask its owner: an agency of its own may do them. */
const asking = 'requests.ask'
/** What an officer does with his own inbox. */
const ownInbox = ['notices.see', 'notices.choose']
const aboutNothing = ['clues.record', 'agreements.propose', asking, ...ownInbox]

describe.each(['hebeiHandler', 'hebeiLeader', 'hebeiDuty'] as const)('%s, of an uninvited agency', (name) => {
  test.each(paths.filter((path) => !aboutNothing.includes(path)))(
    '[HU91] gets from %s the answer that a made-up id gets',
    async (path) => {
      const before = await world.rows()
      const answer = await answerTo(name, path, inputsAbout(world, scene)[path])
      expect(answer).toEqual(await answerTo(name, path, inputsAbout(world, nowhere())[path]))
      expect(JSON.stringify(answer)).not.toMatch(/伪装|跨省|案〔|章节/)
      expect(await world.rows()).toEqual(before)
    },
  )

  test('[HU92] finds empty lists, zero counts and no hit', async () => {
    const nothing = { items: [] }
    expect(await send(name, 'cases.list', {})).toEqual({ ...nothing, total: 0, nextCursor: null })
    expect(await send(name, 'clues.list', {})).toEqual({ ...nothing, total: 0, nextCursor: null })
    expect(await send(name, 'agreements.list', {})).toEqual(nothing)
    for (const box of ['in', 'out', 'case']) expect(await send(name, 'handoffs.list', { box })).toEqual(nothing)
    expect(await send(name, 'search.all', { q: '电子烟' })).toEqual({ cases: [], clues: [], sections: [], total: 0 })
    expect(await send(name, 'desk.mine', {})).toEqual({
      counts: { cases: 0, clues: 0, toSign: 0, toDecide: 0, awaitingThem: 0, agreementsToSign: 0 },
      tasks: [],
      recentCases: [],
      recentClues: [],
    })
  })
})

/** A draw among what the procuratorate may see is its own, and is about no record. */
const drawing = 'radar.beginDraw'

/** Notes and marks of a review are the procuratorate’s own. */
const ownDesk = ['review.note', 'review.drop', 'review.mark']

test.each(mutations.filter((path) => ![asking, drawing, ...ownInbox, ...ownDesk].includes(path)))(
  '[HU93] a procurator with the highest level cannot do %s',
  async (path) => {
    const before = await world.rows()
    for (const ids of [scene, nowhere()]) {
      const { code } = (await answerTo('procurator', path, inputsAbout(world, ids)[path])) as { code: string }
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(code)
    }
    expect(await world.rows()).toEqual(before)
  },
)

const closedToProcurator = [
  'comments.mentionable',
  'quotations.consents',
  'dossier.history',
  'dossier.past',
  'dossier.compare',
  'grants.options',
  'grants.onwardOptions',
  'grants.preview',
  'grants.previewOnward',
  'grants.previewForTaskForce',
  'audit.exportCase',
  'audit.ofCase',
  'derivation.report',
  'handoffs.changes',
  'exports.find',
  'evidence.options',
  'goods.preview',
]
/** Told to another agency, or of a seal, of which this world has none. */
const unseenByProcurator = [
  'assistance.find',
  'assistance.crossCheck',
  'webhooks.secret',
  'seals.find',
  'seals.changes',
  'recalls.find',
  'rules.compare',
  'requests.find',
  'emergencies.find',
  'audit.ofAdministration',
]

test.each(paths.filter((path) => !mutations.includes(path)))(
  '[HU94] a procurator may ask %s or is told',
  async (path) => {
    const answer = await answerTo('procurator', path, inputsAbout(world, scene)[path])
    if (closedToProcurator.includes(path)) expect(answer).toMatchObject({ code: 'FORBIDDEN' })
    else if (unseenByProcurator.includes(path)) expect(answer).toMatchObject({ code: 'NOT_FOUND' })
    else expect(answer).toHaveProperty('answer')
  },
)

test('[HU95] on the wire a refusal carries kind, code, both sentences and facts, and no stack', async () => {
  const error = await send('bjHandler', 'clues.record', {}).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TRPCError)
  const shape = hubRouter._def._config.errorFormatter({
    error: error as TRPCError,
    shape: { message: 'x', code: -32600, data: { code: 'BAD_REQUEST', httpStatus: 400, stack: 'at secret.ts' } },
    type: 'mutation',
    path: 'clues.record',
    input: {},
    ctx: undefined,
  })
  expect(shape).toMatchObject({ data: { refusal: { kind: 'invalid', code: 'input.invalid' } } })
  expect(JSON.stringify(shape)).not.toMatch('secret.ts')
})
