import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from './main.ts'

const ours = fileURLToPath(new URL('../../../policies/permissions', import.meta.url))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianban-policy-test-'))
  cpSync(ours, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function policyTest(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const surroundings = { env: {}, print: (line: string) => out.push(line), complain: (line: string) => err.push(line) }
  const code = await main(['policy', 'test', ...args], surroundings)
  return { code, out, err: err.join('\n') }
}

test('[CL8] the rules that come with the program hold all their examples', async () => {
  const { code, out } = await policyTest()
  expect({ code, out }).toEqual({ code: 0, out: [expect.stringMatching(/^全部成立 all \d{3,} examples hold$/)] })
})

test('[CL8] an example that does not hold is named by file and line, with exit code 1', async () => {
  const rules = join(folder, 'case.yaml')
  writeFileSync(rules, readFileSync(rules, 'utf8').replace('stage: { not: closed }', 'stage: closed'))
  const { code, out } = await policyTest(folder)
  expect(code).toBe(1)
  expect(out).toContainEqual(expect.stringMatching(/case\.examples\.yaml:\d+ expected allow CASE-SHARE, found deny$/))
})

test('[CL8] a rule without an example is named by file and line', async () => {
  rmSync(join(folder, 'grant.examples.yaml'))
  const { code, out } = await policyTest(folder)
  expect(code).toBe(1)
  expect(out).toContainEqual(expect.stringMatching(/grant\.yaml:\d+ GRANT-READ-OWNER has no example$/))
})

test('[CL8] a rule file that cannot be used is named by file and line', async () => {
  appendFileSync(join(folder, 'case.yaml'), '\n- id: CASE-ANY\n')
  const { code, out } = await policyTest(folder)
  expect(code).toBe(1)
  expect(out).toContainEqual(expect.stringMatching(/case\.yaml:\d+ .*roles/))
})

test('[CL8] of a whole folder the examples on sharing are played too, and what none speaks of is named', async () => {
  const whole = mkdtempSync(join(tmpdir(), 'lianban-policy-test-'))
  try {
    cpSync(join(ours, '..'), whole, { recursive: true })
    const warnings = join(whole, 'sharing', 'warnings.yaml')
    writeFileSync(
      warnings,
      readFileSync(warnings, 'utf8').replace('label: [sensitive, core_sensitive]', 'label: public'),
    )
    rmSync(join(whole, 'sharing', 'auto-share.examples.yaml'))
    const { code, out } = await policyTest(whole)
    expect(code).toBe(1)
    expect(out).toContainEqual(
      expect.stringMatching(/warnings\.examples\.yaml:\d+ expected WARN-SENSITIVE, found nothing$/),
    )
    expect(out).toContainEqual(expect.stringMatching(/auto-share\.examples\.yaml:1 is missing$/))
  } finally {
    rmSync(whole, { recursive: true })
  }
})

test('[CL2] policy test with a folder that is not there is refused with exit code 2', async () => {
  const { code, out, err } = await policyTest(join(folder, 'lost'))
  expect({ code, out }).toEqual({ code: 2, out: [] })
  expect(err).toContain('There is no folder')
  expect((await policyTest(folder, folder)).code).toBe(2)
})
