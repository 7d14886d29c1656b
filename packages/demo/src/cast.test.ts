import { expect, test } from 'vitest'
import { agencies } from './agencies.ts'
import { agreements } from './agreements.ts'
import { publishedCases } from './published-cases.ts'
import { publishedClues } from './published-clues.ts'
import { regions } from './regions.ts'
import { story } from './story.ts'

const officers = agencies.flatMap((agency) => agency.officers)
const slugs = agencies.map((agency) => agency.slug)
const invitations = [
  story.clueInvitation,
  ...story.invitations,
  story.onward,
  ...story.others.map(({ invitation }) => invitation),
]

test('[DE10] eleven agencies take part, each parent entered before its child', () => {
  expect(slugs).toEqual([
    'lianban-operator',
    'national-tobacco',
    'bj-police',
    'bj-tobacco',
    'shunyi-tobacco',
    'bj-police-efd',
    'baoan-tobacco',
    'guilin-tobacco',
    'bj-procuratorate',
    'hebei-tobacco',
    'xianyang-tobacco',
  ])
  for (const [index, { parentSlug }] of agencies.entries()) {
    if (parentSlug) expect(slugs.slice(0, index)).toContain(parentSlug)
  }
})

test('[DE11] officers are called by agency and post, never by a name', () => {
  const post =
    /^(线索受理员|承办员|承办民警|负责人|值班员|检察官|审计员|系统管理员|安全保密管理员|审计管理员|单位管理员)$/
  for (const { shortZh, shortEn, officers } of agencies) {
    for (const officer of officers) {
      const [agency, title] = officer.postZh.split('·')
      expect(agency).toBe(shortZh)
      expect(title).toMatch(post)
      expect(officer.postEn.startsWith(`${shortEn} · `)).toBe(true)
    }
  }
})

test('[DE12] the sign-in subject of an officer is the agency and the role, once', () => {
  for (const { slug, officers } of agencies) {
    for (const { subject, roles } of officers) expect(subject).toBe(`${slug}.${roles[0]?.replaceAll('_', '-')}`)
  }
  expect(new Set(officers.map((officer) => officer.subject)).size).toBe(officers.length)
  expect(officers.length).toBeGreaterThanOrEqual(20)
})

test('[DE13] every region in the data is a listed six-digit code of its province', () => {
  const provinces: Record<string, string> = {
    11: '北京',
    13: '河北',
    33: '浙江',
    41: '河南',
    44: '广东',
    45: '广西',
    61: '陕西',
    63: '青海',
  }
  for (const [code, name] of Object.entries(regions)) {
    expect(code).toMatch(/^\d{6}$/)
    expect(name.startsWith(provinces[code.slice(0, 2)] ?? 'unknown')).toBe(true)
  }
  const used = [...agencies, ...publishedCases, ...publishedClues].map((record) => record.region)
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(regions).toSorted())
})

test('[DE14] every agency and officer that the data names takes part', () => {
  const named = [
    ...publishedCases.flatMap((published) => published.ownerSlug ?? []),
    ...invitations.map((invitation) => invitation.granteeSlug),
    ...story.sections.flatMap((section) => section.memberSlugs),
    story.handoff.toSlug,
  ]
  for (const slug of named) expect(slugs).toContain(slug)

  const { preparedBy, dispatchedBy, signedBy, acceptedBy } = story.handoff
  const acting = [
    ...publishedClues.flatMap((clue) => clue.recordedBy ?? []),
    ...agreements.flatMap((agreement) => [agreement.proposedBy, ...agreement.signedBy]),
    ...invitations.map((invitation) => invitation.givenBy),
    ...story.sections.flatMap((section) => section.paragraphs.map((paragraph) => paragraph.by)),
    ...[story.openedBy, preparedBy, dispatchedBy, signedBy, acceptedBy],
  ]
  const subjects = officers.map((officer) => officer.subject)
  for (const subject of acting) expect(subjects).toContain(subject)
})

test('[DE15] a case whose bureau takes no part is data only, and so are its clues', () => {
  const dataOnly = publishedCases.filter((published) => !published.ownerSlug)
  expect(dataOnly.map((published) => published.number)).toEqual(['LUOHE-TUBES'])
  expect(publishedClues.filter((clue) => !clue.recordedBy).map((clue) => clue.key)).toEqual([
    'luohe-ditch',
    'hangzhou-liqun',
    'xining-consult',
  ])
})
