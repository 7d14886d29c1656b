import { randomUUID } from 'node:crypto'
import type { RuleChangeId } from '@lianban/kernel'
import { RuleFileError } from '@lianban/policy'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, editedRules, ruleFiles, type World } from '../a-world.ts'
import { myDesk } from '../desk/index.ts'
import {
  adoptOffline,
  approveRules,
  compareRules,
  declineRules,
  establishRules,
  proposeRules,
  type RuleFile,
  rulesInForce,
  rulesInForceAt,
  ruleVersions,
  StoredRulesError,
  seeFiles,
  withdrawRules,
} from './index.ts'
import { digestOfFiles } from './rule-files.ts'

let world: World
beforeEach(async () => {
  world = await aWorld()
})
afterEach(() => world.close())

const ours = digestOfFiles(ruleFiles)
const without = (id: string): RuleFile[] =>
  ruleFiles.map(({ name, text }) => {
    const rules = text.split(/^(?=- id: )/m)
    return { name, text: rules.filter((rule) => !rule.startsWith(`- id: ${id}\n`)).join('') }
  })
const broken = editedRules('- id: BROKEN')
const start = (files: readonly RuleFile[], adoptsFiles = false) => establishRules(world.hub, files, { adoptsFiles })
const state = (by: OfficerName = 'operatorAudit') => world.ask(by, ruleVersions, {})
const approve = (changeId: RuleChangeId, by: OfficerName = 'operatorSecurity') =>
  world.submit(by, approveRules, { changeId })
const decline = (changeId: RuleChangeId, by: OfficerName = 'operatorSecurity') =>
  world.submit(by, declineRules, { changeId, note: '不妥' })
const withdraw = (changeId: RuleChangeId, by: OfficerName = 'operatorAdmin') =>
  world.submit(by, withdrawRules, { changeId, note: '' })
const digests = async () => (await state()).versions.map(({ digest, how }) => [digest, how])

test('[HU353] a database without a version adopts the files at its first start, and says so in the log', async () => {
  expect(await start(ruleFiles)).toMatchObject({ digest: ours, isAdopted: true, differsFromFiles: false })
  expect(await start(ruleFiles)).toMatchObject({ digest: ours, isAdopted: false, differsFromFiles: false })
  expect(await digests()).toEqual([[ours, 'adopted']])
  expect((await world.entries()).filter(({ act }) => act === 'rules.adopt')).toMatchObject([
    {
      outcome: 'done',
      subject: { kind: 'RuleVersion' },
      facts: { version: 1, digest: ours.slice(0, 12), how: 'adopted' },
    },
  ])
})

test('[HU353] of several processes that start at once, one adopts', async () => {
  const started = await Promise.all([1, 2, 3].map(() => start(ruleFiles)))
  expect(started.map(({ isAdopted }) => isAdopted).toSorted()).toEqual([false, false, true])
})

test('[HU354] files that differ do not come into force by a start, unless it is a demonstration’s', async () => {
  await start(ruleFiles)
  const other = without('CASE-OPEN')
  const { rules, ...started } = await start(other)
  expect(started).toMatchObject({ digest: ours, isAdopted: false, differsFromFiles: true })
  expect(rules.some(({ id }) => id === 'CASE-OPEN')).toBe(true)
  expect((await state()).onDisk).toMatchObject({ digest: digestOfFiles(other), differs: true })
  expect(await start(other, true)).toMatchObject({ digest: digestOfFiles(other), isAdopted: true })
  expect(await digests()).toEqual([
    [digestOfFiles(other), 'adopted'],
    [ours, 'adopted'],
  ])
})

test('[HU355] broken files stop a start, and a stored version that this program cannot read stops it by another name', async () => {
  await start(ruleFiles)
  await expect((async () => start(broken))()).rejects.toThrow(/permissions\/agency\.yaml:\d+ .*BROKEN|a rule has no/)
  const elsewhere = { ...world.hub, vocabulary: { ...world.hub.vocabulary, roles: ['handler'] } }
  const sharing = ruleFiles.filter(({ name }) => name.startsWith('sharing/'))
  const readable = [{ name: 'permissions/a.yaml', text: caseRule('handler') }, ...sharing]
  const starting = establishRules(elsewhere, readable, { adoptsFiles: false })
  await expect(starting).rejects.toBeInstanceOf(StoredRulesError)
  await expect(starting).rejects.toThrow(/policies\/permissions\/agency\.yaml:\d+ unknown role/)
})

test('[HU356] the owner of the database adopts files past the administrators, with a reason that is kept', async () => {
  await start(ruleFiles)
  const other = editedRules('# 升级')
  expect(await adoptOffline(world.hub, other, '程序升级')).toMatchObject({ serial: 2, how: 'adopted_offline' })
  expect(await adoptOffline(world.hub, other, '程序升级')).toBeUndefined()
  expect((await state()).versions[0]).toMatchObject({ digest: digestOfFiles(other), reason: '程序升级', change: null })
  await expect((async () => adoptOffline(world.hub, broken, '试试'))()).rejects.toBeInstanceOf(RuleFileError)
})

const changedSharing = (from: string, to: string): RuleFile[] =>
  ruleFiles.map(({ name, text }) => ({ name, text: name.startsWith('sharing/') ? text.replace(from, to) : text }))

test('[HU376] what holds for every share is proposed, approved and taken over together with the permission rules', async () => {
  const other = changedSharing('acknowledge: 3', 'acknowledge: 5')
  const changeId = await world.aRuleChange(other)
  await approve(changeId)
  expect(await rulesInForce(world.hub, ours)).toMatchObject({
    digest: digestOfFiles(other),
    measures: { periods: { acknowledge: 5, reviewGrant: 180 } },
  })
  const asked = { from: ours, to: digestOfFiles(other) }
  const { files, effect, measures } = await world.ask('operatorAudit', compareRules, asked)
  expect(files).toMatchObject([{ name: 'sharing/periods.yaml' }])
  expect(measures).toEqual([
    {
      what: { zh: '收回、更正的回执期限', en: 'Receipt of recalls and corrections' },
      before: { zh: '3 天', en: '3 day(s)' },
      after: { zh: '5 天', en: '5 day(s)' },
    },
  ])
  expect(effect).toMatchObject({ added: [], removed: [], edited: [], gains: [], losses: [] })
})

test('[HU376] files on sharing that cannot be used are told by file and line, with those of the permission rules', async () => {
  const broken = changedSharing('acknowledge: 3', 'acknowledge: soon').filter(
    ({ name }) => name !== 'sharing/ceilings.yaml',
  )
  await seeFiles(world.hub, () => [...broken, { name: 'sharing/celings.yaml', text: 'remindDays: 7' }])
  const found = (await state()).onDisk!.problems.map(({ file, line, what }) => `${file}:${line} ${what}`)
  expect(found).toEqual([
    expect.stringMatching('^policies/sharing/celings.yaml:1 is none of '),
    'policies/sharing/ceilings.yaml:1 is missing',
    'policies/sharing/periods.yaml:10 acknowledge cannot be "soon": a whole number from 1 to 60',
  ])
  await expect((async () => start(broken))()).rejects.toBeInstanceOf(RuleFileError)
  expect(await world.refusal(() => proposeAs('operatorAdmin', digestOfFiles(broken)))).toMatchObject({
    code: 'rule-change.files-changed',
  })
})

/** As a program left its database that knew of versions of the permission rules only. */
const startedBefore = (files: readonly RuleFile[]): Promise<void> =>
  keptBefore(files.filter(({ name }) => name.startsWith('permissions/')))

/** As a program left its database that kept these files. */
async function keptBefore(files: readonly RuleFile[]): Promise<void> {
  const digest = digestOfFiles(files)
  await world.owner.query('insert into policy_texts values ($1, $2, $3)', [
    digest,
    JSON.stringify(files),
    world.clock.now(),
  ])
  await world.owner.query(
    "insert into policy_versions (id, serial, digest, how, in_force_from) values (gen_random_uuid(), 1, $1, 'adopted', $2)",
    [digest, world.clock.now()],
  )
}

test('[HU377] a version of before the files on sharing were kept takes them from disk once, and keeps its permissions', async () => {
  const former = without('CASE-OPEN')
  await startedBefore(former)
  world.clock.advance(1000)
  const started = await start(ruleFiles)
  expect(started).toMatchObject({ isAdopted: true, differsFromFiles: true, measures: { periods: { acknowledge: 3 } } })
  expect(started.rules.some(({ id }) => id === 'CASE-OPEN')).toBe(false)
  expect(started.digest).toBe(digestOfFiles(former))
  expect(await start(changedSharing('acknowledge: 3', 'acknowledge: 9'))).toMatchObject({
    isAdopted: false,
    digest: started.digest,
    measures: { periods: { acknowledge: 3 } },
  })
  expect((await state()).versions.map(({ serial, how }) => [serial, how])).toEqual([
    [2, 'adopted'],
    [1, 'adopted'],
  ])
})

test('[HU430] a measure that a former program did not know is taken from disk once, and what was approved stays', async () => {
  const unknown = ['sharing/warnings.yaml']
  const former = changedSharing('requestLapses: 30', '')
    .map((file) => ({
      ...file,
      text: file.text.replace('acknowledge: 3', 'acknowledge: 5').replace('  company: view\n', ''),
    }))
    .filter(({ name }) => !unknown.includes(name))
  await keptBefore(former)
  world.clock.advance(1000)
  const started = await start(ruleFiles)
  expect(started).toMatchObject({
    isAdopted: true,
    added: [
      'sharing/ceilings.yaml highestLevel company',
      'sharing/periods.yaml requestLapses',
      'sharing/warnings.yaml',
    ],
    measures: {
      ceilings: { highestLevel: { company: 'view', procuratorate: 'comment' } },
      periods: { acknowledge: 5, requestLapses: 30 },
      warnings: [{ id: 'WARN-SENSITIVE' }, {}],
    },
  })
  expect((await state()).versions[0]).toMatchObject({
    serial: 2,
    how: 'adopted',
    reason: expect.stringContaining('requestLapses'),
  })
  expect(await start(ruleFiles)).toMatchObject({ isAdopted: false, added: [], digest: started.digest })
})

test('[HU377] of such a version the past tells who could do what all the same', async () => {
  await startedBefore(without('CASE-OPEN'))
  const then = world.clock.now()
  world.clock.advance(1000)
  await start(ruleFiles)
  const rules = await rulesInForceAt(world.hub, then)
  expect(rules?.length).toBeGreaterThan(50)
  expect(rules?.some(({ id }) => id === 'CASE-OPEN')).toBe(false)
})

test('[HU357] what is found on disk is written once, and problems with file and line until they are mended', async () => {
  await start(ruleFiles)
  for (let times = 0; times < 2; times++) expect(await seeFiles(world.hub, () => broken)).toHaveProperty('problems')
  expect((await state()).onDisk).toMatchObject({
    digest: null,
    differs: false,
    problems: expect.arrayContaining([
      { file: `policies/${ruleFiles[0]!.name}`, line: expect.any(Number), what: 'a rule has no roles' },
    ]),
  })
  await seeFiles(world.hub, () => ruleFiles)
  expect((await state()).onDisk).toMatchObject({ digest: ours, problems: [] })
  const { rows } = await world.owner.query('select count(*)::int as n from policy_sightings')
  expect(rows).toEqual([{ n: 3 }])
})

test('[HU358] proposed rules come into force by a second office, and every process hears it', async () => {
  const other = without('CASE-OPEN')
  const changeId = await world.aRuleChange(other)
  expect(await rulesInForce(world.hub, ours)).toBeUndefined()
  expect(await approve(changeId)).toEqual({ state: 'approved', serial: 2 })
  const next = await rulesInForce(world.hub, ours)
  expect(next?.digest).toBe(digestOfFiles(other))
  expect(next?.rules.some(({ id }) => id === 'CASE-OPEN')).toBe(false)
  expect((await state()).versions[0]).toMatchObject({
    serial: 2,
    how: 'approved',
    reason: '调整规则',
    change: {
      proposedBy: { id: world.people.operatorAdmin.officer.id },
      decidedBy: { id: world.people.operatorSecurity.officer.id },
    },
  })
  expect((await world.entries()).at(-1)).toMatchObject({
    act: 'rules.approve',
    rule: 'RULE-CHANGE-APPROVE',
    facts: { proposer: world.people.operatorAdmin.officer.id },
  })
})

test('[HU359] rules are proposed by the system administrator, decided by security, seen by audit, and no concern of others', async () => {
  const changeId = await world.aRuleChange()
  for (const name of ['operatorAdmin', 'operatorAudit'] as const) {
    expect(await world.refusal(() => approve(changeId, name))).toMatchObject({ code: 'policy.denied' })
    expect(await world.refusal(() => decline(changeId, name))).toMatchObject({ code: 'policy.denied' })
  }
  expect(await world.refusal(() => withdraw(changeId, 'operatorSecurity'))).toMatchObject({ code: 'policy.denied' })
  for (const name of ['bjAdmin', 'bjAgencyAdmin', 'bjLeader'] as const) {
    expect(await world.refusal(() => approve(changeId, name))).toMatchObject({ code: 'record.unseen' })
    expect(await state(name)).toMatchObject({ inForce: null, onDisk: null, changes: [], versions: [] })
    expect(await world.refusal(() => world.ask(name, compareRules, { from: ours, to: ours }))).toMatchObject({
      code: 'record.unseen',
    })
  }
  await withdraw(changeId)
  await seeFiles(world.hub, () => editedRules('# 再'))
  for (const name of ['operatorSecurity', 'operatorAudit', 'bjAdmin', 'bjLeader'] as const)
    expect((await world.refusal(() => proposeAs(name, digestOfFiles(editedRules('# 再'))))).code).toBe('policy.denied')
})

test('[HU360] one change waits at a time and is decided once', async () => {
  const changeId = await world.aRuleChange()
  await seeFiles(world.hub, () => editedRules('# 又'))
  const second = () => proposeAs('operatorAdmin', digestOfFiles(editedRules('# 又')))
  expect(await world.refusal(second)).toMatchObject({ code: 'rule-change.one-open' })
  const attempts = [approve(changeId), approve(changeId, 'operatorSecurityDeputy'), decline(changeId)]
  expect(await world.losers(attempts)).toEqual(Array(2).fill('rule-change.already-decided'))
})

test('[HU361] files that changed again, or are in force already, are not proposed', async () => {
  await start(ruleFiles)
  await seeFiles(world.hub, () => editedRules('# 一'))
  const propose = (digest: string) => world.refusal(() => proposeAs('operatorAdmin', digest))
  expect(await propose(digestOfFiles(editedRules('# 二')))).toMatchObject({ code: 'rule-change.files-changed' })
  await seeFiles(world.hub, () => broken)
  expect(await propose(digestOfFiles(editedRules('# 一')))).toMatchObject({ code: 'rule-change.files-changed' })
  await seeFiles(world.hub, () => ruleFiles)
  expect(await propose(ours)).toMatchObject({ code: 'rule-change.nothing-new' })
})

test('[HU362] a change over rules that are no longer in force is refused', async () => {
  const changeId = await world.aRuleChange()
  await adoptOffline(world.hub, editedRules('# 其间'), '升级')
  expect(await world.refusal(() => approve(changeId))).toMatchObject({ code: 'rule-change.base-moved' })
  await decline(changeId)
})

test.each([
  ['suspended', "update officers set state = 'suspended' where id = $1"],
  ['given other roles', "update officers set roles = '{handler}' where id = $1"],
])('[HU363] rules proposed by somebody since %s do not come into force', async (_how, change) => {
  const changeId = await world.aRuleChange()
  await world.owner.query(change, [world.people.operatorAdmin.officer.id])
  expect(await world.refusal(() => approve(changeId))).toMatchObject({ code: 'rule-change.proposer-gone' })
})

test('[HU364] rules under which nobody could change officers or rules again are not proposed', async () => {
  for (const id of ['RULE-CHANGE-APPROVE', 'RULE-CHANGE-PROPOSE', 'OFFICER-CHANGE-APPROVE'])
    await expect(world.aRuleChange(without(id))).rejects.toMatchObject({ code: 'rule-change.locks-out' })
})

test('[HU365] two versions are told apart by lines, by rules, and by who gains and loses what', async () => {
  const other = without('CASE-OPEN')
  await world.aRuleChange(other)
  const asked = { from: ours, to: digestOfFiles(other) }
  const { files, effect } = await world.ask('operatorAudit', compareRules, asked)
  expect(files.map(({ name }) => name)).toEqual(['permissions/case.yaml'])
  expect(files[0]!.hunks.flatMap(({ lines }) => lines)).toContain('-- id: CASE-OPEN')
  expect(effect).toMatchObject({ added: [], removed: ['CASE-OPEN'], edited: [], gains: [] })
  expect(effect!.losses.length).toBeGreaterThan(0)
  expect(effect!.losses.every(({ rule }) => rule === 'CASE-OPEN')).toBe(true)
  const back = await world.ask('operatorAudit', compareRules, { from: asked.to, to: asked.from })
  expect(back.effect!.gains.map(({ who }) => who)).toEqual(effect!.losses.map(({ who }) => who))
})

test('[HU365] fields that a rule comes to withhold are told as lost by the posts that still read', async () => {
  const other = ruleFiles.map(({ name, text }) => ({
    name,
    text: text.replace('  withholds: [identifiers]\n', '  withholds: [identifiers, goods]\n'),
  }))
  await world.aRuleChange(other)
  const asked = { from: ours, to: digestOfFiles(other) }
  const { effect } = await world.ask('operatorAudit', compareRules, asked)
  expect(effect!.gains).toEqual([])
  expect(effect!.losses.map(({ who, act, rule }) => [who.zh, act.zh, rule])).toEqual([
    ['任何单位的值班员', '查看线索中的涉及物品', 'CLUE-READ-OWNER-DUTY-SENSITIVE'],
  ])
})

test('[HU366] a change of rules lies on the desk of the security administrator until it is decided', async () => {
  const changeId = await world.aRuleChange()
  const waits = async (name: OfficerName) =>
    (await world.ask(name, myDesk, {})).tasks.some(({ kind, id }) => kind === 'rules.approve' && id === changeId)
  expect(await waits('operatorSecurity')).toBe(true)
  for (const name of ['operatorAdmin', 'operatorAudit', 'bjLeader'] as const) expect(await waits(name)).toBe(false)
  await decline(changeId)
  expect(await waits('operatorSecurity')).toBe(false)
})

function proposeAs(name: OfficerName, digest: string) {
  return proposeRules(world.as(name), { digest, reason: '调整规则', submissionId: randomUUID() })
}

const caseRule = (role: string) =>
  `- id: CASE-READ-ALL\n  roles: [${role}]\n  action: read\n  subject: Case\n  when: always\n  because: { zh: 一, en: one }\n`
