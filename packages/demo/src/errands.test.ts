import { expect, test } from 'vitest'
import { agencies } from './agencies.ts'
import { errands } from './errands.ts'
import { publishedCases } from './published-cases.ts'

const subjects = agencies.flatMap(({ officers }) => officers.map(({ subject }) => subject))
const sideOf = { send: 'sender', answer: 'sender', receive: 'receiver', act: 'receiver', reply: 'receiver' } as const

test('[DE36] the case 5·16 is asked and answered between the two provinces, each step by the side whose step it is', () => {
  expect(errands.length).toBeGreaterThan(1)
  for (const { caseNumber, askedBy, toSlug, steps } of errands) {
    const owner = publishedCases.find(({ number }) => number === caseNumber)?.ownerSlug
    expect(askedBy.split('.')[0]).toBe(owner)
    for (const { by, deed } of steps) {
      expect(subjects).toContain(by)
      expect(by.split('.')[0]).toBe(sideOf[deed] === 'sender' ? owner : toSlug)
    }
  }
  const [told, waiting] = errands
  expect(told?.asked).toMatchObject({ urgency: 'hours_2', lane: 'beijing_tianjin_hebei' })
  expect(told?.steps.at(-1)?.move).toBe('confirm')
  expect(waiting?.steps.map(({ move }) => move)).toEqual(['send'])
})
