import type { OfficerChangeId, OfficerId } from '@lianban/kernel'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { type Role, roles } from '../agencies/index.ts'
import { myDesk } from '../desk/index.ts'
import { trailOfAdministration } from '../trail/index.ts'
import {
  approveOfficerChange,
  declineOfficerChange,
  listOfficerChanges,
  proposeChange,
  withdrawOfficerChange,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
// Each test changes officers whom another one must find as they were.
beforeEach(() =>
  world.owner.query("update officers set state = 'active', version = version + 1 where state = 'suspended'"),
)

type Wanted = Parameters<typeof proposeChange>[1]['wanted']
type Registered = { roles: Role[]; state: string; version: number }

const idOf = (name: OfficerName) => world.people[name].officer.id
const stored = async (id: OfficerId): Promise<Registered> => {
  const { rows } = await world.owner.query('select roles, state, version from officers where id = $1', [id])
  return rows[0]
}
async function propose(by: OfficerName, whom: OfficerName, wanted: Wanted, expectedVersion?: number) {
  const { version } = await stored(idOf(whom))
  const change = { officerId: idOf(whom), expectedVersion: expectedVersion ?? version, wanted, reason: '岗位调整' }
  return (await world.submit(by, proposeChange, change)).changeId
}
const approve = (changeId: OfficerChangeId, by: OfficerName = 'operatorSecurity') =>
  world.submit(by, approveOfficerChange, { changeId })
const decline = (changeId: OfficerChangeId, by: OfficerName = 'operatorSecurity') =>
  world.submit(by, declineOfficerChange, { changeId, note: '材料不全' })
const withdraw = (changeId: OfficerChangeId, by: OfficerName) =>
  world.submit(by, withdrawOfficerChange, { changeId, note: '' })
const toLeader: Wanted = { kind: 'roles', roles: ['leader'] }
const suspension: Wanted = { kind: 'suspension' }

/** Gives the officers their first roles and states again, past every rule. */
async function asRegistered(...names: OfficerName[]) {
  for (const name of names)
    await world.owner.query("update officers set roles = $1, state = 'active', version = version + 1 where id = $2", [
      world.people[name].officer.roles,
      idOf(name),
    ])
}

test('[HU340] a list of officers is entered by one approval, and by nothing less', async () => {
  const officers = ['a', 'b'].map((subject) => ({ subject, postZh: '岗', postEn: 'post', roles: ['handler' as const] }))
  const entered = async () =>
    (await world.owner.query("select agency_id, roles from officers where subject in ('a', 'b')")).rows
  const changeId = await world.anEntry({ agencySlug: 'police', officers })
  expect(await entered()).toEqual([])
  await approve(changeId)
  expect(await entered()).toEqual(Array(2).fill({ agency_id: world.agencies.police, roles: ['handler'] }))
})

test('[HU340] other roles, a suspension and a return hold once another office has approved them', async () => {
  for (const [wanted, after] of [
    [toLeader, { roles: ['leader'], state: 'active' }],
    [suspension, { roles: ['leader'], state: 'suspended' }],
    [{ kind: 'reinstatement' }, { roles: ['leader'], state: 'active' }],
  ] as const) {
    const before = await stored(idOf('bjColleague'))
    const changeId = await propose('operatorAdmin', 'bjColleague', wanted as Wanted)
    expect(await stored(idOf('bjColleague'))).toEqual(before)
    await approve(changeId)
    expect(await stored(idOf('bjColleague'))).toEqual({ ...after, version: before.version + 1 })
  }
  await asRegistered('bjColleague')
})

test.each(['operatorSecurity', 'operatorAudit', 'bjAdmin', 'bjLeader', 'bjAuditor', 'procurator'] as const)(
  '[HU341] %s proposes nothing about officers',
  async (name) => {
    const codes = ['policy.denied', 'record.unseen']
    expect(codes).toContain((await world.refusal(() => propose(name, 'bjColleague', toLeader))).code)
    expect(codes).toContain((await world.refusal(() => world.anEntry({}, name))).code)
  },
)

test('[HU341] nobody approves, declines or withdraws but whose office it is', async () => {
  const changeId = await propose('bjAgencyAdmin', 'bjColleague', toLeader)
  for (const name of ['operatorAdmin', 'operatorAudit', 'bjAgencyAdmin', 'bjLeader'] as const) {
    expect(await world.refusal(() => approve(changeId, name))).toMatchObject({ code: 'policy.denied' })
    expect(await world.refusal(() => decline(changeId, name))).toMatchObject({ code: 'policy.denied' })
  }
  expect(await world.refusal(() => withdraw(changeId, 'operatorAdmin'))).toMatchObject({ code: 'policy.denied' })
  for (const name of ['bjAdmin', 'bjHandler', 'hebeiLeader'] as const)
    expect(await world.refusal(() => approve(changeId, name))).toMatchObject({ code: 'record.unseen' })
  await withdraw(changeId, 'bjAgencyAdmin')
})

test('[HU342] nobody proposes a change to oneself, nor approves one', async () => {
  expect(await world.refusal(() => propose('operatorAdmin', 'operatorAdmin', suspension))).toMatchObject({
    code: 'policy.denied',
  })
  expect(await world.refusal(() => propose('bjAgencyAdmin', 'bjAgencyAdmin', toLeader))).toMatchObject({
    code: 'policy.denied',
  })
  const changeId = await propose('operatorAdmin', 'operatorSecurity', suspension)
  expect(await world.refusal(() => approve(changeId))).toMatchObject({ code: 'policy.denied' })
  await approve(changeId, 'operatorSecurityDeputy')
  expect(await stored(idOf('operatorSecurity'))).toMatchObject({ state: 'suspended' })
  await asRegistered('operatorSecurity')
})

test('[HU342] the database itself takes no approval by the proposer', async () => {
  const changeId = await propose('operatorAdmin', 'bjColleague', suspension)
  const approval =
    "update officer_changes set state = 'approved', decided_by = proposed_by, decided_at = now() where id = $1"
  await expect(world.owner.query(approval, [changeId])).rejects.toMatchObject({ constraint: 'two_people' })
  await decline(changeId)
  const again = "update officer_changes set state = 'approved', decided_at = now() where id = $1"
  await expect(world.owner.query(again, [changeId])).rejects.toMatchObject({ code: '42501' })
})

test('[HU343] a decision is made once, whoever comes second, and a declined change does nothing', async () => {
  const declined = await propose('operatorAdmin', 'bjColleague', suspension)
  await decline(declined)
  expect(await stored(idOf('bjColleague'))).toMatchObject({ state: 'active' })
  for (const attempt of [() => approve(declined), () => decline(declined), () => withdraw(declined, 'operatorAdmin')])
    expect(await world.refusal(attempt)).toMatchObject({ code: 'officer-change.already-decided' })
  const changeId = await propose('operatorAdmin', 'bjColleague', suspension)
  const attempts = [approve(changeId), approve(changeId, 'operatorSecurityDeputy'), decline(changeId)]
  expect(await world.losers(attempts)).toEqual(Array(2).fill('officer-change.already-decided'))
  await asRegistered('bjColleague')
})

test('[HU344] a change proposed on an officer who changed since is refused', async () => {
  const { version } = await stored(idOf('bjColleague'))
  const older = await propose('operatorAdmin', 'bjColleague', { kind: 'roles', roles: ['leader'] })
  await approve(await propose('operatorAdmin', 'bjColleague', { kind: 'roles', roles: ['intake'] }))
  expect(await world.refusal(() => approve(older))).toMatchObject({ code: 'officer-change.officer-changed' })
  expect(await world.refusal(() => propose('operatorAdmin', 'bjColleague', toLeader, version))).toMatchObject({
    code: 'record.stale',
  })
  await asRegistered('bjColleague')
})

test.each([
  ['suspended', "update officers set state = 'suspended' where id = $1"],
  ['given other roles', "update officers set roles = '{handler}' where id = $1"],
])('[HU345] what was proposed by somebody since %s is not approved', async (_how, change) => {
  const changeId = await propose('bjAgencyAdmin', 'bjColleague', toLeader)
  await world.owner.query(change, [idOf('bjAgencyAdmin')])
  expect(await world.refusal(() => approve(changeId))).toMatchObject({ code: 'officer-change.proposer-gone' })
  await asRegistered('bjAgencyAdmin')
  await approve(changeId)
  await asRegistered('bjColleague')
})

test('[HU345] an approver suspended a moment ago approves nothing', async () => {
  const changeId = await propose('operatorAdmin', 'bjColleague', toLeader)
  await world.owner.query("update officers set state = 'suspended' where id = $1", [idOf('operatorSecurityDeputy')])
  expect(await world.refusal(() => approve(changeId, 'operatorSecurityDeputy'))).toMatchObject({
    code: 'record.unseen',
  })
  await withdraw(changeId, 'operatorAdmin')
})

test('[HU346] an agency’s administrator proposes its own officers and nobody who administers', async () => {
  await approve(await propose('bjAgencyAdmin', 'bjColleague', { kind: 'roles', roles: ['handler', 'leader'] }))
  await approve(await world.anEntry({ agencySlug: 'bj' }, 'bjAgencyAdmin'))
  expect(await world.refusal(() => world.anEntry({ agencySlug: 'police' }, 'bjAgencyAdmin'))).toMatchObject({
    code: 'policy.denied',
  })
  expect(await world.refusal(() => propose('bjAgencyAdmin', 'policeHandler', toLeader))).toMatchObject({
    code: 'record.unseen',
  })
  const administrators = roles.filter((role) => role.endsWith('_admin'))
  expect(administrators).toHaveLength(4)
  for (const role of administrators) {
    const officers = [{ subject: `bj.${role}`, postZh: '岗', postEn: 'post', roles: [role] }]
    const attempts = [
      () => world.anEntry({ agencySlug: 'bj', officers }, 'bjAgencyAdmin'),
      () => propose('bjAgencyAdmin', 'bjColleague', { kind: 'roles', roles: [role] }),
      () => propose('bjAgencyAdmin', 'bjAdmin', toLeader),
    ]
    for (const attempt of attempts) expect(await world.refusal(attempt)).toMatchObject({ code: 'policy.denied' })
  }
  await asRegistered('bjColleague')
})

test('[HU26] an administrator holds one office and works on no case', async () => {
  const mixed: Role[][] = [
    ['system_admin', 'security_admin'],
    ['audit_admin', 'system_admin'],
    ['security_admin', 'handler'],
    ['agency_admin', 'leader'],
  ]
  for (const held of mixed) {
    const officers = [{ subject: 'mixed', postZh: '岗', postEn: 'post', roles: held }]
    expect(await world.refusal(() => world.anEntry({ agencySlug: 'operator', officers }))).toMatchObject({
      code: 'agency.roles-mixed',
    })
    expect(
      await world.refusal(() => propose('operatorAdmin', 'bjColleague', { kind: 'roles', roles: held })),
    ).toMatchObject({ code: 'agency.roles-mixed' })
  }
  const several = { kind: 'roles' as const, roles: ['handler' as const, 'duty_officer' as const] }
  await withdraw(await propose('operatorAdmin', 'bjColleague', several), 'operatorAdmin')
})

test.each(['system_admin', 'security_admin', 'audit_admin'] as const)(
  '[HU26] the office of %s is held at the operator only',
  async (role) => {
    const officers = [{ subject: `second.${role}`, postZh: '岗', postEn: 'post', roles: [role] }]
    expect(await world.refusal(() => world.anEntry({ agencySlug: 'bj', officers }))).toMatchObject({
      code: 'officer.office-elsewhere',
    })
    await withdraw(await world.anEntry({ agencySlug: 'operator', officers }), 'operatorAdmin')
  },
)

test('[HU22] a sign-in subject is one officer of an agency, and may be another’s elsewhere', async () => {
  const officers = [{ subject: 'same', postZh: '岗', postEn: 'post', roles: ['handler' as const] }]
  const [first, second, elsewhere] = [
    await world.anEntry({ officers }),
    await world.anEntry({ officers }),
    await world.anEntry({ agencySlug: 'police', officers }),
  ]
  await approve(first)
  expect(await world.refusal(() => approve(second))).toMatchObject({ code: 'agency.officer-known' })
  await approve(elsewhere)
  expect(await world.refusal(() => world.anEntry({ officers: [...officers, ...officers] }))).toMatchObject({
    code: 'officer.twice-in-list',
  })
})

test('[HU347] a change that changes nothing is refused', async () => {
  for (const wanted of [{ kind: 'roles', roles: ['handler'] }, { kind: 'reinstatement' }] as Wanted[])
    expect(await world.refusal(() => propose('operatorAdmin', 'bjColleague', wanted))).toMatchObject({
      code: 'officer.nothing-changes',
    })
})

test('[HU348] the log names who proposed and who approved, and what became of whom', async () => {
  const changeId = await propose('bjAgencyAdmin', 'bjColleague', toLeader)
  await approve(changeId)
  const [proposed, approved] = (await world.entries()).slice(-2)
  const subject = { kind: 'OfficerChange', id: changeId }
  expect(proposed).toMatchObject({ act: 'officer.proposeChange', subject, officerId: idOf('bjAgencyAdmin') })
  expect(approved).toMatchObject({
    act: 'officer.approve',
    subject,
    officerId: idOf('operatorSecurity'),
    rule: 'OFFICER-CHANGE-APPROVE',
    facts: { proposer: idOf('bjAgencyAdmin'), officer: idOf('bjColleague'), change: 'roles', roles: 'leader' },
  })
  await asRegistered('bjColleague')
})

test('[HU349] an approved change is told to every process at commit, a declined one to none', async () => {
  const heard: string[] = []
  const client = await world.owner.connect()
  client.on('notification', ({ payload }) => void heard.push(payload ?? ''))
  await client.query('listen lianban_news')
  await decline(await propose('operatorAdmin', 'bjColleague', suspension))
  await approve(await propose('operatorAdmin', 'bjColleague', suspension))
  await client.query('select 1')
  client.release(true)
  const access = heard.map((payload) => JSON.parse(payload)).filter(({ what }) => what === 'access')
  expect(access).toEqual([{ what: 'access', kind: 'Officer', id: idOf('bjColleague') }])
  await asRegistered('bjColleague')
})

test('[HU352] what waits for approval lies on the security administrator’s desk and leaves it once decided', async () => {
  const waiting = async (name: OfficerName, id: string) =>
    (await world.ask(name, myDesk, {})).tasks.some((task) => task.kind === 'officer.approve' && task.id === id)
  const changeId = await propose('operatorAdmin', 'operatorSecurityDeputy', suspension)
  expect(await waiting('operatorSecurity', changeId)).toBe(true)
  for (const name of ['operatorSecurityDeputy', 'operatorAdmin', 'operatorAudit', 'bjLeader'] as const)
    expect(await waiting(name, changeId)).toBe(false)
  await decline(changeId)
  expect(await waiting('operatorSecurity', changeId)).toBe(false)
  const { items } = await world.ask('operatorAudit', listOfficerChanges, {})
  expect(items.find(({ id }) => id === changeId)).toMatchObject({
    state: 'declined',
    note: '材料不全',
    proposedBy: { id: idOf('operatorAdmin') },
    decidedBy: { id: idOf('operatorSecurity') },
    canApprove: false,
  })
})

test('[HU367] the audit administrator reads every act of administration, whichever agency’s, and nobody else does', async () => {
  const changeId = await propose('bjAgencyAdmin', 'bjColleague', suspension)
  await world.refusal(() => approve(changeId, 'operatorAudit'))
  await decline(changeId)
  const { items } = await world.ask('operatorAudit', trailOfAdministration, { limit: 3 })
  expect(items.map(({ act, outcome }) => [act, outcome])).toEqual([
    ['officer.decline', 'done'],
    ['officer.approve', 'refused'],
    ['officer.proposeChange', 'done'],
  ])
  expect(items[0]?.sentence.zh).toMatch(
    /operatorSecurity 未同意 .*bjAgencyAdmin 提出的 .*bjColleague 停用（承办员）。$/,
  )
  for (const name of ['operatorAdmin', 'operatorSecurity'] as const)
    expect(await world.refusal(() => world.ask(name, trailOfAdministration, {}))).toMatchObject({
      code: 'policy.denied',
    })
  for (const name of ['bjAdmin', 'bjAgencyAdmin', 'bjLeader', 'bjAuditor'] as const)
    expect(await world.refusal(() => world.ask(name, trailOfAdministration, {}))).toMatchObject({
      code: 'record.unseen',
    })
})
