import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('.', import.meta.url)
const sources = readdirSync(folder).filter((name) => name.endsWith('.tsx'))
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

test.each(sources)('[UI4] %s draws no Chinese and no English of its own', (name) => {
  const code = textOf(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  expect(code).not.toMatch(/\p{Script=Han}/u)
  expect(code).not.toMatch(/(aria-label|title|placeholder|alt)="[A-Za-z]/)
  expect(code).not.toMatch(/<(p|span|h\d|button|label|dt|dd|th)[^<>]*>\s*[A-Za-z][a-z]+ /)
})

test('[UI5] every component file is offered by the index, save the parts of fields', () => {
  const index = textOf('index.ts') + textOf('overlays.ts')
  const missing = sources.filter((name) => !index.includes(`'./${name}'`))
  expect(missing).toEqual(['field-frame.tsx'])
})

test('[UI6] every list, menu and hint is drawn where its dialog is', () => {
  const opening = sources.filter((name) => name !== 'dialog.tsx' && /\.Portal\b/.test(textOf(name)))
  expect(opening).toEqual(['menu.tsx', 'popover.tsx', 'select-field.tsx', 'tooltip.tsx'])
  for (const name of opening) expect(textOf(name)).not.toMatch(/<\w+\.Portal(?! mount=\{overlay\.mount\}>)/)
  expect(textOf('dialog.tsx')).toContain('<OverlayMountProvider value={content}>')
})
