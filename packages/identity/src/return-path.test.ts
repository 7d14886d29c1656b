import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

test.each(['/', '/cases/0190?tab=dossier#top', '/clues?q=电子烟', '/search?q=a//b'])(
  '[ID3] the path %s is our own and is kept as it is',
  (path) => {
    expect(returnPath(path)).toBe(path)
  },
)

test.each([
  '',
  'cases',
  '//evil.invalid',
  '/\\evil.invalid',
  '\\\\evil.invalid',
  '/\t/evil.invalid',
  '/\n/evil.invalid',
  '/.//evil.invalid',
  '/..//evil.invalid',
  'https://evil.invalid/',
  'javascript:alert(1)',
  ' /cases',
  '/a\0b',
  '/cases\\..',
  '///evil.invalid',
  '//[',
  `/${'a'.repeat(2000)}`,
])('[ID3] the address %j might be another site and is refused', (path) => {
  expect(() => returnPath(path)).toThrow(expect.objectContaining({ code: 'identity.return-to', kind: 'invalid' }))
})
