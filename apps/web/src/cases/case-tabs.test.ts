import { expect, test } from 'vitest'
import { readOnlyAs, tabFromAddress, tabsFor } from './case-tabs.ts'

const standing = (level: string, readTrail: boolean, readEvidence = true, readReview = false) => ({
  my: { level },
  can: { readTrail, readEvidence, readReview },
})

test('[WE108] the audit tab is offered only to those who may read it', () => {
  expect(tabsFor(standing('view', false))).not.toContain('audit')
  expect(tabsFor(standing('owner', true))).toContain('audit')
  expect(tabsFor(standing('view', false))).toContain('evidence')
  expect(tabsFor(standing('view', false, false))).not.toContain('evidence')
})

test('[WE108] an unknown or closed tab in the address opens the overview', () => {
  const open = tabsFor(standing('view', false))
  expect([undefined, 'nonsense', 'audit', 'dossier'].map((text) => tabFromAddress(text, open))).toEqual([
    'overview',
    'overview',
    'overview',
    'dossier',
  ])
})

test('[WE109] a procurator always reads under the supervision banner', () => {
  expect(readOnlyAs(standing('contribute', true), ['procurator'])).toBe('procurator')
  expect(readOnlyAs(standing('view', false), ['handler'])).toBe('viewer')
  expect(readOnlyAs(standing('owner', true), ['handler'])).toBeUndefined()
})

test('[WE593] the desk of a review is offered to procurators, and to nobody else', () => {
  expect(tabsFor(standing('view', false, true, true))).toContain('review')
  expect(tabsFor(standing('owner', true, true, false))).not.toContain('review')
})
