import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from './main.ts'

const ours = fileURLToPath(new URL('../../../policies/law', import.meta.url))
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianban-law-test-'))
  cpSync(ours, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function lawTest(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const surroundings = { env: {}, print: (line: string) => out.push(line), complain: (line: string) => err.push(line) }
  const code = await main(['law', 'test', ...args], surroundings)
  return { code, out, err: err.join('\n') }
}

const edit = (name: string, from: string, to: string) => {
  const file = join(folder, name)
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

test('[CL50] the law that comes with the program holds all its examples', async () => {
  const { code, out } = await lawTest()
  expect({ code, out }).toEqual({ code: 0, out: [expect.stringMatching(/^全部成立 all \d{2,} examples hold$/)] })
})

test('[CL50] an example that does not hold is named by file and line, with exit code 1', async () => {
  edit('deadlines.yaml', 'limit: 3 days', 'limit: 4 days')
  const { code, out } = await lawTest(folder)
  expect(code).toBe(1)
  expect(out[0]).toMatch(/deadlines\.examples\.yaml:\d+ TR-01 expected 2026-02-16, found 2026-02-17$/)
})

test('[CL51] a row without an example, and missing examples, are named', async () => {
  edit('deadlines.examples.yaml', '- { deadline: HL-03, start: 2026-02-16T23:30, until: 2026-02-17T01:30 }\n', '')
  expect((await lawTest(folder)).out[0]).toMatch(/deadlines\.yaml:\d+ HL-03 has no example of its own limit$/)
  rmSync(join(folder, 'deadlines.examples.yaml'))
  const { code, out } = await lawTest(folder)
  expect(code).toBe(1)
  expect(out[0]).toMatch(/deadlines\.examples\.yaml:1 is missing$/)
})

test('[CL51] a file of the law that cannot be used is named by file and line', async () => {
  appendFileSync(join(folder, 'deadlines.yaml'), '  - id: TR-11\n')
  const { code, out } = await lawTest(folder)
  expect(code).toBe(1)
  expect(out).toContainEqual(expect.stringMatching(/deadlines\.yaml:\d+ a deadline limit/))
})

test('[CL52] law test with a folder that is not there, or with two, is refused with exit code 2', async () => {
  const { code, out, err } = await lawTest(join(folder, 'lost'))
  expect({ code, out }).toEqual({ code: 2, out: [] })
  expect(err).toContain('There is no folder')
  expect((await lawTest(folder, folder)).code).toBe(2)
})
