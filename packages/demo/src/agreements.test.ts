import { expect, test } from 'vitest'
import { agreements } from './agreements.ts'
import { publishedCases } from './published-cases.ts'
import { publishedClues } from './published-clues.ts'
import { story } from './story.ts'

const levels = ['view', 'comment', 'contribute', 'co_handle']
const labels = ['public', 'internal', 'sensitive', 'core_sensitive']
const slugOf = (subject: string) => subject.split('.')[0]

const told = publishedCases.find((published) => published.number === story.caseNumber)
const clue = publishedClues.find((candidate) => candidate.key === story.clueKey)
const grants = [
  { invitation: story.clueInvitation, label: clue?.label },
  ...story.invitations.map((invitation) => ({ invitation, label: told?.label })),
  { invitation: story.onward, label: clue?.label },
  ...story.others.map(({ caseNumber, invitation }) => ({
    invitation,
    label: publishedCases.find((published) => published.number === caseNumber)?.label,
  })),
]

test.each(grants)('[DE20] the agreement admits the grant to $invitation.granteeSlug', ({ invitation, label }) => {
  const agreement = agreements.find((candidate) => candidate.number === invitation.agreementNumber)
  expect(agreement).toBeDefined()
  if (!agreement) return
  expect(levels.indexOf(invitation.level)).toBeLessThanOrEqual(levels.indexOf(agreement.maxLevel))
  expect(labels.indexOf(label ?? 'none')).toBeGreaterThanOrEqual(0)
  expect(labels.indexOf(label ?? 'none')).toBeLessThanOrEqual(labels.indexOf(agreement.maxLabel))
  expect(agreement.purposes).toContain(invitation.purpose)
  const parties = [agreement.proposedBy, ...agreement.signedBy].map(slugOf)
  expect(parties).toContain(invitation.granteeSlug)
  expect(parties).toContain(slugOf(invitation.givenBy))
  expect(agreement.years[1]).toBeGreaterThan(invitation.years)
})

test('[DE21] each invited agency has its own level, purpose and legal basis', () => {
  expect(Object.fromEntries(story.invitations.map(({ granteeSlug, level }) => [granteeSlug, level]))).toEqual({
    'bj-police-efd': 'co_handle',
    'baoan-tobacco': 'contribute',
    'guilin-tobacco': 'comment',
    'bj-procuratorate': 'view',
  })
  for (const { purpose, legalBasis } of story.invitations) expect([purpose, legalBasis]).not.toContain('')
})

test('[DE22] only leaders propose and sign agreements', () => {
  for (const { proposedBy, signedBy } of agreements) {
    for (const subject of [proposedBy, ...signedBy]) expect(subject).toMatch(/\.leader$/)
  }
})

test('[DE23] one agreement ended before the year of loading', () => {
  expect(agreements.filter(({ years }) => years[1] < 0).map(({ title }) => title)).toEqual([
    '京桂卷烟打假协作协议（已到期）',
  ])
})

test('[DE24] legal bases are articles of the law tables, none of them invented', () => {
  const articles = [
    '《中华人民共和国行政处罚法》第二十六条',
    '《中华人民共和国行政处罚法》第二十七条；《行政执法机关移送涉嫌犯罪案件的规定》第三条',
    '《人民检察院刑事诉讼规则》第二百五十六条',
    '《烟草专卖行政处罚程序规定》第三十三条',
    '《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条',
  ]
  const quoted = [...agreements, ...grants.map((grant) => grant.invitation), story.handoff].map(
    (item) => item.legalBasis,
  )
  expect([...new Set(quoted)].toSorted()).toEqual(articles.toSorted())
})
