import { newId, Refusal } from '@lianban/kernel'
import type { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { OfficerName } from './a-cast.ts'
import { aScene, inputsAbout, procedures, type Scene } from './a-request.ts'
import { aWorld, day, type World } from './a-world.ts'
import { hubRouter } from './router.ts'
import { giveToTaskForce } from './sharing/index.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
let world: World
let scene: Scene
const secret = '限定知悉的案件'

/** A case and its clue with everything that may hang on them, kept to a handler and the leader of their agency. */
beforeAll(async () => {
  world = await aWorld()
  scene = await aScene(world)
  const taskForceId = await world.aTaskForce(['police', 'guilin'], { caseId: scene.caseId, name: secret })
  const { granteeAgencyId: _a, agreementId: _b, ...terms } = world.terms({ kind: 'Case', id: scene.caseId }, 'police')
  await world.submit('bjHandler', giveToTaskForce, { ...terms, taskForceId })
  scene = { ...scene, taskForceId }
  const { bjHandler, bjLeader } = world.people
  for (const [kind, table, id] of [
    ['Case', 'cases', scene.caseId],
    ['Clue', 'clues', scene.clueId],
  ] as const) {
    for (const { officer } of [bjHandler, bjLeader])
      await world.owner.query(`insert into record_readers values ($1, $2, now(), $3, $4, $3, now())`, [
        kind,
        id,
        officer.id,
        officer.agencyId,
      ])
    const title = kind === 'Case' ? 'name' : 'title'
    await world.owner.query(`update ${table} set is_restricted = true, ${title} = $2 where id = $1`, [id, secret])
  }
  // By now a review of the grants is due, and a receipt of the recall overdue.
  world.clock.advance(20 * day)
  world.letPeriods({ reviewGrant: 10 })
})
afterAll(() => world.close())

type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>>>
type Role = World['people']['bjLeader']['officer']['roles'][number]

/** The officer of the owner, for once in this post. */
function answerTo(name: OfficerName, role: Role, path: string, input: unknown): Promise<unknown> {
  const { hub, requestId, actor } = world.as(name)
  const inPost = { ...actor, officer: { ...actor.officer, roles: [role] } }
  const [group, procedure] = path.split('.') as [string, string]
  const caller = hubRouter.createCaller({ hub, requestId, actor: inPost }) as unknown as Caller
  return caller[group]![procedure]!(input).then(
    (answer) => ({ answer }),
    ({ cause, code }: TRPCError) =>
      cause instanceof Refusal
        ? { code, refusal: [cause.kind, cause.code, cause.sentence, cause.facts] }
        : { fault: cause },
  )
}

/**
 * The same, about records that were never there. An alert tells counts of an officer's acts and a webhook is an address of the
 * agency: both are of no record.
 */
const nowhere = (): Record<keyof Scene, string> => {
  const made = Object.fromEntries(Object.keys(scene).map((name) => [name, newId()])) as Record<keyof Scene, string>
  const { packageDigest, agreementId, officerId, changeId, alertId, webhookId, deliveryId } = scene
  return { ...made, packageDigest, agreementId, officerId, changeId, alertId, webhookId, deliveryId }
}

/** Acts of their own, which are answered whatever the record: a new clue, agreement or request, and an export’s number. */
const aboutNothing = ['clues.record', 'agreements.propose', 'agreements.sign', 'requests.ask', 'hits.ask']

const lists: Record<string, object> = {
  'cases.list': {},
  'clues.list': {},
  'search.all': { q: secret },
  'desk.mine': {},
  'grants.toReview': {},
  'proposals.list': {},
  'recalls.list': { box: 'sent' },
  'requests.list': { box: 'to-us' },
  'emergencies.list': { box: 'on-ours' },
  'taskForces.list': {},
  'hits.list': { box: 'about-us' },
  'handoffs.list': { box: 'out' },
}

const insiders: readonly (readonly [OfficerName, Role])[] = [
  ['bjColleague', 'handler'],
  ['bjColleague', 'leader'],
  ['bjAuditor', 'auditor'],
  ['bjIntake', 'intake'],
  ['bjDuty', 'duty_officer'],
]

describe.each(insiders)('%s as %s, of the owner and not among those who may know', (name, role) => {
  test('[HU421] gets from every procedure the answer that a made-up id gets', async () => {
    const told: string[] = []
    for (const [path] of procedures) {
      if (aboutNothing.includes(path)) continue
      const answer = await answerTo(name, role, path, inputsAbout(world, scene)[path])
      const madeUp = await answerTo(name, role, path, inputsAbout(world, nowhere())[path])
      if (JSON.stringify(answer) !== JSON.stringify(madeUp))
        told.push(`${path}: ${JSON.stringify(answer).slice(0, 300)} instead of ${JSON.stringify(madeUp).slice(0, 200)}`)
    }
    expect(told).toEqual([])
  })

  test('[HU421] finds nothing of it in any list, count, desk or search', async () => {
    const { caseId, clueId, grantId, handoffId, noticeId, proposalId, exportId, requestId, emergencyId, taskForceId } =
      scene
    const secrets = [
      secret,
      caseId,
      clueId,
      grantId,
      handoffId,
      noticeId,
      proposalId,
      exportId,
      requestId,
      emergencyId,
      taskForceId,
    ]
    for (const [path, input] of Object.entries(lists)) {
      const answer = JSON.stringify(await answerTo(name, role, path, input))
      expect(answer, path).not.toMatch(/"fault"/)
      expect(
        secrets.filter((one) => answer.includes(one)),
        path,
      ).toEqual([])
    }
  })
})

test('[HU421] those who may know find it in the same lists', async () => {
  const seen = async (path: string, found: string) =>
    JSON.stringify(await answerTo('bjLeader', 'leader', path, lists[path])).includes(found)
  const found = {
    'cases.list': scene.caseId,
    'grants.toReview': scene.grantId,
    'proposals.list': scene.proposalId,
    'recalls.list': scene.noticeId,
    'requests.list': scene.requestId,
    'emergencies.list': scene.emergencyId,
    'taskForces.list': scene.taskForceId,
    'handoffs.list': scene.handoffId,
    'desk.mine': scene.caseId,
  }
  for (const [path, id] of Object.entries(found)) expect(await seen(path, id), path).toBe(true)
})
