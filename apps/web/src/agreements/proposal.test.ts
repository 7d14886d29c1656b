import { expect, test } from 'vitest'
import { emptyProposal, type ProposalDraft, proposalOf, proposalProblems } from './proposal.ts'

const aDraft = (changes: Partial<ProposalDraft> = {}): ProposalDraft => ({
  ...emptyProposal('2025-01-01'),
  number: '协议〔1〕号',
  title: '联合办案协议',
  legalBasis: '《行政处罚法》第二十六条',
  purposes: '核查货物来源\n\n 联合查办 ',
  validUntil: '2025-12-31',
  partySlugs: ['guilin-tobacco'],
  ...changes,
})

test('[WE50] an empty proposal names everything that is missing', () => {
  expect([...proposalProblems(emptyProposal('2025-01-01')).keys()].sort()).toEqual(
    ['legalBasis', 'number', 'partySlugs', 'purposes', 'title', 'validUntil'].sort(),
  )
  expect(proposalProblems(aDraft()).size).toBe(0)
})

test('[WE50] an agreement that ends on the day it begins is refused', () => {
  expect(proposalProblems(aDraft({ validUntil: '2025-01-01' })).get('validUntil')).toBe('order')
})

test('[WE50] eleven purposes, or one that is too long, are refused', () => {
  expect(proposalProblems(aDraft({ purposes: '用途\n'.repeat(11) })).get('purposes')).toBe('too-many')
  expect(proposalProblems(aDraft({ purposes: '长'.repeat(61) })).get('purposes')).toBe('too-long')
})

test('[WE51] the last day counts to its end in Beijing', () => {
  expect(proposalOf(aDraft())).toMatchObject({
    purposes: ['核查货物来源', '联合查办'],
    validFrom: '2024-12-31T16:00:00.000Z',
    validUntil: '2025-12-31T15:59:59.000Z',
  })
})
