import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitmentOf, populationDigestOf, sampleOf } from '@lianban/law'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from './main.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianban-draw-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const population = ['a', 'b', 'c', 'd'].map((id) => ({ id, agency: '市局', rule: 'NT-EDGE', number: `${id}号` }))
const terms = { seed: '5e'.repeat(32), word: '春风', size: 2 }
const published = {
  ...terms,
  commitment: commitmentOf(terms.seed),
  population,
  populationDigest: populationDigestOf(population),
  sample: sampleOf(population, terms),
}

async function draw(content: unknown, ...more: string[]) {
  const file = join(folder, 'draw.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  const [out, err]: [string[], string[]] = [[], []]
  const surroundings = { env: {}, print: (line: string) => out.push(line), complain: (line: string) => err.push(line) }
  return { code: await main(['draw', file, ...more], surroundings), out, err: err.join('\n') }
}

test('[CL60] a draw that holds is told with every line that was drawn', async () => {
  const { code, out } = await draw(published)
  expect(code).toBe(0)
  expect(out.filter((line) => line.startsWith('抽中'))).toEqual(
    published.sample.map((id) => `抽中 drawn: 市局 ${id}号 NT-EDGE`),
  )
})

test('[CL61] what does not hold of a draw is named, with exit code 1', async () => {
  expect(await draw({ ...published, word: '秋雨' })).toMatchObject({
    code: 1,
    out: expect.arrayContaining([expect.stringContaining('the sample is not')]),
  })
  expect(await draw({ ...published, seed: '5f'.repeat(32) })).toMatchObject({ code: 1 })
})

test('[CL62] a file that is no draw, or a second one, is refused with exit code 2', async () => {
  expect(await draw('不是')).toMatchObject({ code: 2, out: [] })
  expect(await draw({ ...published, sample: 'a' })).toMatchObject({ code: 2 })
  expect(await draw(published, 'more.json')).toMatchObject({ code: 2 })
})
