import { canonicalJson } from '@lianban/kernel'
import { digestOf, sha256Hex } from '@lianban/kernel/digest'
import { expect, test } from 'vitest'
import { checkSeal } from './check.ts'

const content = canonicalJson({ sectionId: 's', title: '概况', salt: '00', document: { type: 'doc' } })
const sections = [
  { position: 2, digest: 'f'.repeat(64) },
  { position: 1, digest: sha256Hex(content), content },
]
const listed = [sections[1]!, sections[0]!].map(({ position, digest }) => ({ position, digest }))
const sealed = { caseId: 'c', number: 3, digest: digestOf({ caseId: 'c', number: 3, sections: listed }), sections }

test('[WE428] a seal is checked in the browser: the list against what was signed, each section one may read against its digest', async () => {
  const { isWhole, intact } = await checkSeal(sealed)
  expect(isWhole).toBe(true)
  expect([...intact]).toEqual([[1, true]])
})

test('[WE428] a changed letter, a changed line and another number are each noticed', async () => {
  const changed = [sections[0]!, { ...sections[1]!, content: content.replace('概况', '概要') }]
  expect((await checkSeal({ ...sealed, sections: changed })).intact.get(1)).toBe(false)
  expect(
    (await checkSeal({ ...sealed, sections: [{ ...sections[0]!, digest: 'e'.repeat(64) }, sections[1]!] })).isWhole,
  ).toBe(false)
  expect((await checkSeal({ ...sealed, number: 4 })).isWhole).toBe(false)
})
