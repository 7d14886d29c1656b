import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from './main.ts'

const ours = fileURLToPath(new URL('../../../policies/permissions', import.meta.url))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianban-policy-diff-'))
  cpSync(ours, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function policyDiff(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const surroundings = { env: {}, print: (line: string) => out.push(line), complain: (line: string) => err.push(line) }
  const code = await main(['policy', 'diff', ...args], surroundings)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

function edit(name: string, from: string, to: string) {
  const file = join(folder, name)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

test('[CL21] the same rules are the same, with exit code 0, wherever their lines stand', async () => {
  edit('case.yaml', '- id: CASE-OPEN', '# A remark.\n\n- id: CASE-OPEN')
  expect(await policyDiff(ours, folder)).toEqual({ code: 0, out: '两套规则相同。\nThe rules are the same.', err: '' })
})

test('[CL22] a condition left out is told by rule and by persona who gains, with exit code 1', async () => {
  edit(
    'clue.yaml',
    'label: [public, internal, sensitive] }\n  because: { zh: 线索属于',
    'label: [public, internal, sensitive, core_sensitive] }\n  because: { zh: 线索属于',
  )
  const { code, out } = await policyDiff(ours, folder)
  expect(code).toBe(1)
  expect(out).toMatch(/^改动规则 rules edited: CLUE-READ-OWNER-DESK\n\n获得 gain\n {2}CLUE-READ-OWNER-DESK\n/)
  expect(out).toContain('clue：shunyi-intake、clue：shunyi-intake-colleague：查看线索')
  expect(out).toContain('clue: shunyi-intake, clue: shunyi-intake-colleague: read the clue')
  expect(out).toContain('· clue：core-sensitive-report')
  expect(out).toContain('任何单位的线索受理')
  expect(out).toMatch(
    /符合 CLUE-READ-OWNER-DESK 但敏感标识是“核心敏感”的线索 \/ clue that meets CLUE-READ-OWNER-DESK, but/,
  )
  expect(out).not.toContain('失去 lose')
})

test('[CL22] fields that a rule withholds no longer are told by who comes to see them', async () => {
  edit('clue.yaml', '  withholds: [identifiers]\n', '  withholds: [identifiers, goods]\n')
  const narrower = await policyDiff(ours, folder)
  expect(narrower.code).toBe(1)
  expect(narrower.out).toMatch(
    /^改动规则 rules edited: CLUE-READ-OWNER-DUTY-SENSITIVE\n\n不再看到 no longer see\n {2}涉及物品 \/ goods\n/,
  )
  expect(narrower.out).toContain('任何单位的值班员：查看线索')
  expect((await policyDiff(folder, ours)).out).toContain('可以看到更多 see more')
})

test('[CL22] a rule left out is told by who loses what it gave', async () => {
  const text = readFileSync(join(folder, 'grant.yaml'), 'utf8')
  const [before = '', rest = ''] = text.split('- id: GRANT-READ-GRANTEE\n')
  writeFileSync(join(folder, 'grant.yaml'), before + rest.slice(rest.indexOf('- id: ')))
  const { code, out } = await policyDiff(ours, folder)
  expect(code).toBe(1)
  expect(out).toMatch(/^删除规则 rules removed: GRANT-READ-GRANTEE\n\n失去 lose\n {2}GRANT-READ-GRANTEE\n/)
})

test('[CL22] a rule added is told by who gains what it gives', async () => {
  const file = join(folder, 'agency.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/- id: AGENCY-REGISTER\n[\s\S]*?(?=- id: )/, ''))
  const { code, out } = await policyDiff(folder, ours)
  expect(code).toBe(1)
  expect(out).toMatch(/^新增规则 rules added: AGENCY-REGISTER\n\n获得 gain\n/)
})

test('[CL23] with --json the whole comparison is one line', async () => {
  edit('case.yaml', 'roles: [handler, leader]\n  action: share', 'roles: [leader]\n  action: share')
  const { code, out } = await policyDiff(ours, folder, '--json')
  expect(code).toBe(1)
  const { rules, gains, losses } = JSON.parse(out)
  expect(rules.edited).toEqual(['CASE-SHARE'])
  expect(gains).toEqual([])
  expect(losses).toContainEqual(
    expect.objectContaining({
      action: 'share',
      subject: 'Case',
      before: expect.objectContaining({ rule: 'CASE-SHARE' }),
    }),
  )
  expect(out).not.toContain('\n')
})

test('[CL24] a folder that is missing or broken is refused with exit code 2 and nothing is compared', async () => {
  edit('case.yaml', 'action: share', 'action: shear')
  const broken = await policyDiff(ours, folder)
  expect(broken).toMatchObject({ code: 2, out: '' })
  expect(broken.err).toMatch(/case\.yaml:\d+ unknown action shear of Case/)
  expect(await policyDiff(ours, join(folder, 'lost'))).toMatchObject({ code: 2, out: '' })
  expect((await policyDiff(ours)).err).toContain('Name two folders')
})
