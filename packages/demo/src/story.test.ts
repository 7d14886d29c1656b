import { expect, test } from 'vitest'
import { publishedCases } from './published-cases.ts'
import { publishedClues } from './published-clues.ts'
import { story } from './story.ts'

test('[DE30] the dossier says no number that the published case does not have', () => {
  const told = publishedCases.find((published) => published.number === story.caseNumber)
  const known = [told?.summary, ...(told?.figures ?? []).map((figure) => figure.asWritten)].join(' ')
  const numbers = story.sections.flatMap((section) =>
    section.paragraphs.flatMap(({ text }) => text.match(/[\d.]+万?/g) ?? []),
  )
  expect(numbers.length).toBeGreaterThan(5)
  for (const number of numbers) expect(known).toContain(number)
})

test('[DE31] one section is for the whole case, one for two agencies only', () => {
  expect(story.sections.map(({ audience, memberSlugs }) => [audience, ...memberSlugs])).toEqual([
    ['case'],
    ['members', 'bj-tobacco', 'bj-police-efd'],
  ])
})

test('[DE32] officers of three agencies write the first section, members alone the second', () => {
  const authors = story.sections.map((section) => section.paragraphs.map(({ by }) => by.split('.')[0]))
  expect(authors).toEqual([
    ['bj-tobacco', 'bj-police-efd', 'baoan-tobacco'],
    ['bj-tobacco', 'bj-police-efd'],
  ])
})

test('[DE33] the clue carries its label, handling code, place, goods and methods', () => {
  const clue = publishedClues.find((candidate) => candidate.key === story.clueKey)
  expect(clue).toMatchObject({
    recordedBy: 'shunyi-tobacco.intake',
    reportedOn: '2024-11',
    label: 'sensitive',
    handlingCode: 'no_open_action',
    region: '110113',
    methods: ['minors', 'medical_disguise', 'plant_drink_disguise'],
  })
  expect(clue?.goods.map((goods) => goods.what)).toEqual(['pods', 'devices'])
})

test('[DE34] the sender’s leader dispatches, and the police sign and accept', () => {
  const { preparedBy, dispatchedBy, signedBy, acceptedBy } = story.handoff
  expect([preparedBy, dispatchedBy]).toEqual(['bj-tobacco.handler', 'bj-tobacco.leader'])
  for (const subject of [signedBy, acceptedBy]) expect(subject).toMatch(/^bj-police-efd\./)
})

test('[DE35] beside the story a clue goes on, a case goes to one officer, and a core sensitive one waits', () => {
  expect(story.clueInvitation.allowsOnward).toBe(true)
  expect(story.onward.purpose).toBe(story.clueInvitation.purpose)
  expect(story.onward.givenBy.split('.')[0]).toBe(story.clueInvitation.granteeSlug)
  expect(story.onward.years).toBeLessThanOrEqual(story.clueInvitation.years)
  const [toOfficer, waiting] = story.others
  expect(toOfficer?.invitation.granteeRole).toBe('handler')
  expect(publishedCases.find(({ number }) => number === waiting?.caseNumber)?.label).toBe('core_sensitive')
})
