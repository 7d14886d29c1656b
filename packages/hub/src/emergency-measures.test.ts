import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RuleFileError } from '@lianban/policy'
import { afterAll, expect, test } from 'vitest'
import { loadEmergencyMeasures } from './emergency-measures.ts'

const dir = await mkdtemp(join(tmpdir(), 'lianban-measures-'))
afterAll(() => rm(dir, { recursive: true, force: true }))
const whole = { minutes: '60', reviewDays: '3', openReviews: '2', attemptsPerHour: '5' }

async function read(changed: Partial<typeof whole>, without?: keyof typeof whole) {
  const lines = Object.entries({ ...whole, ...changed }).filter(([name]) => name !== without)
  await writeFile(join(dir, 'emergency.yaml'), lines.map(([name, value]) => `${name}: ${value}`).join('\n'))
  return loadEmergencyMeasures(dir)
}

test('[HU303] the measures are what the file says', async () => {
  expect(await read({ minutes: '30' })).toEqual({ minutes: 30, reviewDays: 3, openReviews: 2, attemptsPerHour: 5 })
})

test.each([
  [{ minutes: '61' }, undefined, ':1'],
  [{ reviewDays: 'soon' }, undefined, ':2'],
  [{}, 'openReviews' as const, 'openReviews'],
  [{ attemptsPerHour: '5\nforever: true' }, undefined, ':5'],
])('[HU303] %o without %s is refused with file and line', async (changed, without, told) => {
  const refused = read(changed, without)
  await expect(refused).rejects.toBeInstanceOf(RuleFileError)
  await expect(refused).rejects.toThrow('emergency.yaml')
  await expect(refused).rejects.toThrow(told)
})
