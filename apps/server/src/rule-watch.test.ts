import { PassThrough } from 'node:stream'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { aHub, clientWith, type HubServer } from '../../../tests/support/hub-server.ts'
import { aRuleFolder } from '../../../tests/support/rule-folder.ts'
import { once, reportInput } from '../../../tests/support/shared-case.ts'
import { makeLog } from './log.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const folder = await aRuleFolder()
const lines: string[] = []
const into = new PassThrough()
into.on('data', (chunk: Buffer) => void lines.push(...chunk.toString().trim().split('\n')))

let hub: HubServer
let second: Awaited<ReturnType<HubServer['beside']>>
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { policiesDir: folder.policies, log: makeLog('warn', into) } })
  second = await hub.beside()
})
afterEach(() => void lines.splice(0))
afterAll(async () => {
  await second.stop()
  await hub.stop()
  await folder.remove()
})

const system = async () => (await hub.client('lianban-operator.system-admin')).rules
const security = async () => (await hub.client('lianban-operator.security-admin')).rules
const onDisk = async () => (await (await system()).versions.query({})).onDisk
const recordsClues = async (origin = hub.origin) => {
  const { cookie } = await hub.signIn('bj-tobacco.handler')
  return clientWith(origin, cookie)
    .clues.record.mutate(reportInput())
    .then(
      () => true,
      () => false,
    )
}
const metric = async (name: string) =>
  (await (await fetch(`${hub.origin}/metrics`)).text()).match(new RegExp(`^${name} (\\d)`, 'm'))?.[1]
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 })

test('[SE100] a rule file that is broken while the hub runs changes nothing, and is told in one line with file and line', async () => {
  await folder.breakIt()
  await eventually(async () => expect(await metric('lianban_rule_files_broken')).toBe('1'))
  expect(await recordsClues()).toBe(true)
  const told = lines.filter((line) => line.includes('cannot be used') && line.includes('recrod'))
  // Once by each of the two processes, however often an editor writes.
  expect(told).toHaveLength(2)
  expect(told[0]).toMatch(/policies\/permissions\/clue\.yaml:\d+ .*recrod/)
  expect((await onDisk())?.problems).toMatchObject([{ file: 'policies/permissions/clue.yaml' }])
  await folder.mend()
  await eventually(async () => expect(await metric('lianban_rule_files_broken')).toBe('0'))
  expect((await onDisk())?.problems).toEqual([])
})

test('[SE101] files that change while the hub runs wait for two administrators, and then every process decides by them', async () => {
  await folder.narrow()
  await eventually(async () => expect((await onDisk())?.differs).toBe(true))
  const { digest } = (await onDisk())!
  const { changeId } = await (await system()).propose.mutate(once({ digest: digest!, reason: '收紧线索登记' }))
  expect([await recordsClues(), await recordsClues(second.origin)]).toEqual([true, true])

  await (await security()).approve.mutate(once({ changeId }))
  await eventually(async () =>
    expect([await recordsClues(), await recordsClues(second.origin)]).toEqual([false, false]),
  )
  expect(lines.filter((line) => line.includes('other rules are in force'))).toHaveLength(2)
  expect(lines.join()).toContain(digest!.slice(0, 12))
})

test('[SE136] files on sharing are looked after and taken over like the permission rules', async () => {
  await folder.setPeriod('acknowledge', 'soon')
  await eventually(async () =>
    expect((await onDisk())?.problems).toMatchObject([{ file: 'policies/sharing/periods.yaml', line: 10 }]),
  )
  expect(hub.hub.measures.periods.acknowledge).toBe(3)
  expect(lines.join()).toContain('policies/sharing/periods.yaml:10 acknowledge cannot be')

  await folder.setPeriod('acknowledge', '5')
  await eventually(async () => expect((await onDisk())?.differs).toBe(true))
  const { digest } = (await onDisk())!
  const { changeId } = await (await system()).propose.mutate(once({ digest: digest!, reason: '放宽回执期限' }))
  await (await security()).approve.mutate(once({ changeId }))
  await eventually(async () =>
    expect([hub, second].map((each) => each.hub.measures.periods.acknowledge)).toEqual([5, 5]),
  )
  await folder.setPeriod('acknowledge', '3')
})

test('[SE102] a start goes by the version in force, whatever lies on disk; a demonstration takes the files', async () => {
  await folder.mend()
  await eventually(async () => expect((await onDisk())?.differs).toBe(true))
  await hub.restart()
  expect(await recordsClues()).toBe(false)
  expect(lines.some((line) => line.includes('not in force'))).toBe(true)
})
