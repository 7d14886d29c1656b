import { readdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { defineTexts, said, setLocale } from './index.ts'

const root = new URL('../../', import.meta.url)
const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('zh.ts'))
  .map((path) => path.slice(0, -'zh.ts'.length))
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()

afterEach(() => setLocale('zh'))

test.each(folders)('[WE1] the texts of %s match hole by hole in both languages', async (folder) => {
  const { zh } = (await import(new URL(`${folder}zh.ts`, root).href)) as { zh: Record<string, string> }
  const { en } = (await import(new URL(`${folder}en.ts`, root).href)) as { en: Record<string, string> }
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  for (const [key, text] of Object.entries(zh)) expect(holes(en[key] ?? ''), key).toEqual(holes(text))
})

test('[WE1] texts follow the chosen language and fill their holes', () => {
  const t = defineTexts({ count: '共 {n} 条' }, { count: '{n} in all' })
  expect(t('count', { n: 3 })).toBe('共 3 条')
  setLocale('en')
  expect(t('count', { n: 3 })).toBe('3 in all')
  expect(said({ zh: '不行', en: 'No' })).toBe('No')
})
