import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'
import { ourLaw, ourLawFolder } from './a-law.ts'
import {
  admissibilityOf,
  checklistOf,
  collectionBy,
  conversionOf,
  kindsFor,
  outcomeOf,
  powerToCollect,
} from './evidence.ts'
import { runEvidenceExamples } from './evidence-examples.ts'
import { type EvidenceKind, evidenceKinds } from './evidence-rule.ts'
import { LawFileError, readLaw } from './load-law.ts'

const tobacco = { holder: 'tobacco', proceeding: 'administrative', region: '110000' } as const
const police = { holder: 'police', proceeding: 'criminal', region: '110000' } as const
const textOf = (name: string) => readFileSync(join(ourLawFolder, name), 'utf8')

describe('the checklist', () => {
  test('[LA80] a line is met, failed, open while nobody answered, or not asked at all', () => {
    const line = ourLaw.evidence.lines.find(({ id }) => id === 'SEIZE-VALUABLES')!
    const seized = { is_seizure: true, is_valuable: true }
    expect(outcomeOf(line, { ...seized, valuables_photographed: true })).toBe('met')
    expect(outcomeOf(line, { ...seized, valuables_photographed: false })).toBe('failed')
    expect(outcomeOf(line, seized)).toBe('open')
    expect(outcomeOf(line, { is_seizure: true })).toBe('open')
    expect(outcomeOf(line, { is_seizure: false })).toBe('idle')
  })

  test('[LA80] a line without an example that holds, or an example that does not hold, is told', () => {
    const examples = textOf('evidence.examples.yaml')
    const told = (text: string) =>
      runEvidenceExamples(ourLaw, { file: 'e.yaml', text }).problems.map(({ what }) => what)
    expect(told(examples)).toEqual([])
    expect(told(examples.replace('met: { officers: 2 }', 'met: { officers: 1 }'))).toContain(
      'ALL-OFFICERS expected met, found failed',
    )
    expect(told(examples.replace(/.*ED-TAMPERED.*\n/, ''))).toEqual(['ED-TAMPERED has no example that holds'])
    expect(told(examples.replace(/, idle: \{ has_slang: false \}/, ''))).toEqual([
      'ED-GLOSSARY (idle) has no example that holds',
    ])
  })

  test('[LA80] a defect is told with its article, what cures it and how sure the text is', () => {
    const lines = checklistOf(ourLaw, 'witness', { is_individual: false })
    expect(lines.find(({ id }) => id === 'WIT-INDIVIDUAL')).toMatchObject({
      outcome: 'failed',
      consequence: 'excluded',
      basis: [{ zh: '最高人民法院关于适用刑事诉讼法的解释（法释〔2021〕1号）第89条' }],
      isVerified: true,
    })
    expect(lines.map(({ id }) => id)).not.toContain('PHY-ORIGINAL')
  })
})

describe('what the lines come to', () => {
  const line = (id: string, outcome: 'met' | 'failed' | 'open', consequence: 'curable' | 'excluded' = 'curable') => ({
    id,
    outcome,
    consequence,
  })

  test('[LA81] what excludes an item decides, and no cure takes it away', () => {
    const lines = [line('A', 'failed', 'excluded'), line('B', 'failed'), line('C', 'open')]
    expect(admissibilityOf(lines)).toBe('excluded')
    expect(admissibilityOf(lines, ['A', 'B'])).toBe('excluded')
  })

  test('[LA81] a curable defect counts until it is corrected or explained', () => {
    expect(admissibilityOf([line('A', 'failed'), line('B', 'met')])).toBe('curable')
    expect(admissibilityOf([line('A', 'failed'), line('B', 'met')], ['B'])).toBe('curable')
    expect(admissibilityOf([line('A', 'failed'), line('B', 'met')], ['A'])).toBe('admissible')
  })

  test('[LA81] what nobody has answered leaves an item unchecked and never admissible', () => {
    expect(admissibilityOf([line('A', 'met'), line('B', 'open')])).toBe('unchecked')
    expect(admissibilityOf([line('A', 'failed'), line('B', 'open')], ['A'])).toBe('unchecked')
  })
})

describe('the rules as a file', () => {
  const problemsOf = (change: (text: string) => string): string[] => {
    try {
      readLaw((name) => {
        const text = textOf(`${name}.yaml`)
        return { file: `${name}.yaml`, text: name === 'evidence' ? change(text) : text }
      })
      return []
    } catch (error) {
      if (error instanceof LawFileError) return error.problems.map(({ what }) => what)
      throw error
    }
  }

  test.each([
    ['met: { is_unedited: true }', 'met: { is_unedite: true }', 'unknown fact is_unedite; did you mean is_unedited?'],
    ['met: { is_unedited: true }', 'met: { is_checked: true }', 'nobody is asked what AV-UNEDITED needs of a av item'],
    ['collectedBy: [sample]', 'collectedBy: [sampel]', 'unknown power sampel; did you mean sample?'],
    ['registers: registration.made', 'registers: registration.mad', 'unknown event registration.mad'],
    ['law: edata_opinion }]', 'law: edata_opinon }]', 'unknown law edata_opinon; did you mean edata_opinion?'],
    ['- id: AV-SIGNED', '- id: AV-ORIGIN', 'AV-ORIGIN is the id of two lines'],
  ])('[LA82] “%s” written “%s” is refused by its name', (right, wrong, what) => {
    expect(problemsOf((text) => text.replace(right, wrong))[0]).toContain(what)
  })
})

describe('who may collect what', () => {
  test('[LA83] a tobacco bureau registers the administrative kinds and no statement of a suspect or a victim', () => {
    const administrative: EvidenceKind[] = [
      'physical',
      'documentary',
      'witness',
      'party',
      'expert',
      'record',
      'av',
      'edata',
    ]
    expect(kindsFor(ourLaw, tobacco).map(({ id }) => id)).toEqual(administrative)
    expect(kindsFor(ourLaw, { ...tobacco, proceeding: 'criminal' })).toEqual([])
  })

  test('[LA83] the police register every criminal kind, and the party’s statement in administrative cases alone', () => {
    const criminal = evidenceKinds.filter((kind) => kind !== 'party')
    expect(kindsFor(ourLaw, police).map(({ id }) => id)).toEqual(criminal)
    expect(powerToCollect(ourLaw, 'party', police).isAllowed).toBe(false)
    expect(powerToCollect(ourLaw, 'party', { ...police, proceeding: 'administrative' }).isAllowed).toBe(true)
  })

  test('[LA83] a seizure list is not for a tobacco bureau, which is told what it uses instead', () => {
    const { power, registers } = collectionBy(ourLaw, 'seizure_list', tobacco)
    expect(power.isAllowed).toBe(false)
    expect(power.instead.map(({ id }) => id)).toEqual(['register_in_advance', 'sample'])
    expect(registers).toBe('seizure.made')
  })

  test('[LA83] registration in advance starts its clock, and a criminal seizure none of the administrative ones', () => {
    expect(collectionBy(ourLaw, 'registration_list', tobacco)).toMatchObject({
      power: { isAllowed: true, starts: ['AD-03'] },
      registers: 'registration.made',
    })
    expect(collectionBy(ourLaw, 'seizure_list', police)).toMatchObject({ power: { isAllowed: true }, registers: null })
    expect(() => collectionBy(ourLaw, 'arrest_decision', police)).toThrow('No paper has this name')
  })
})

test.each([
  ['physical', 'direct'],
  ['documentary', 'direct'],
  ['av', 'direct'],
  ['edata', 'direct'],
  ['expert', 'after_review'],
  ['record', 'after_review'],
  ['witness', 'retake'],
  ['party', 'retake'],
  ['victim', 'retake'],
  ['suspect', 'retake'],
] as const)('[LA84] evidence of the kind %s comes into criminal proceedings: %s', (kind, converts) => {
  expect(conversionOf(ourLaw, kind)).toMatchObject({ id: converts, task: { zh: expect.stringMatching(/\S/) } })
})
