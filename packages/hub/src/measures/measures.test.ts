import { RuleFileError } from '@lianban/policy'
import { expect, test } from 'vitest'
import { barsTo, type Measures, makeMeasures, measureNames, readMeasures, warningsOf } from './index.ts'

const whole: Record<keyof Measures, readonly string[]> = {
  ceilings: [
    'highestLevel:',
    '  operator: view',
    '  tobacco: co_handle',
    '  police: co_handle',
    '  customs: co_handle',
    '  market_regulation: co_handle',
    '  postal: co_handle',
    '  procuratorate: comment',
    '  company: view',
    'fourEyesAbove: sensitive',
    'remindDays: 7',
  ],
  emergency: ['minutes: 60', 'reviewDays: 3', 'openReviews: 2', 'attemptsPerHour: 5'],
  exports: ['- id: BAR-ONE', '  when: { purpose: proceedings }', '  says: { zh: 不得, en: Not so. }'],
  periods: ['reviewGrant: 180', 'idleGrant: 90', 'acknowledge: 3', 'requestLapses: 30'],
  readers: ['answeredBy: [leader]'],
  warnings: ['- id: WARN-ONE', '  when: { label: sensitive }', '  says: { zh: 注意, en: Mind. }'],
}

const read = (
  name: keyof Measures = 'periods',
  change: (lines: readonly string[]) => readonly string[] = (all) => all,
) =>
  readMeasures((each) => ({
    file: `${each}.yaml`,
    text: (each === name ? change(whole[each]) : whole[each]).join('\n'),
  }))

const instead = (line: string) => (lines: readonly string[]) =>
  lines.map((one) => (one.split(':')[0] === line.split(':')[0] ? line : one))

test('[HU303] the measures for emergency access are what the file says', () => {
  const { emergency } = read('emergency', instead('minutes: 30'))
  expect(emergency).toEqual({ minutes: 30, reviewDays: 3, openReviews: 2, attemptsPerHour: 5 })
})

test('[HU375] periods are what the file says', () => {
  expect(read('periods', instead('acknowledge: 5')).periods).toEqual({
    reviewGrant: 180,
    idleGrant: 90,
    acknowledge: 5,
    requestLapses: 30,
  })
})

type Broken = readonly [name: keyof Measures, (lines: readonly string[]) => readonly string[], told: string]

const refused = ([name, change, told]: Broken) => expect(() => read(name, change)).toThrow(told)

test('[HU303] measures for emergency access that are broken are refused with file and line', () => {
  const broken: Broken[] = [
    ['emergency', instead('minutes: 61'), 'emergency.yaml:1 minutes cannot be 61: a whole number from 1 to 60'],
    ['emergency', instead('reviewDays: soon'), 'emergency.yaml:2 reviewDays cannot be "soon"'],
    ['emergency', (lines) => lines.toSpliced(2, 1), 'emergency.yaml:1 the measures has no openReviews'],
    ['emergency', (lines) => [...lines, 'forever: true'], 'emergency.yaml:5 '],
  ]
  broken.forEach(refused)
})

test('[HU375] ceilings and periods that are broken are refused with file and line', () => {
  const broken: Broken[] = [
    ['periods', instead('reviewGrant: 0'), 'periods.yaml:1 reviewGrant cannot be 0'],
    ['periods', instead('acknowledge: 2.5'), 'periods.yaml:3 acknowledge cannot be 2.5'],
    ['periods', instead('idleGrant: ~'), 'periods.yaml:2 idleGrant is null'],
    ['periods', instead('requestLapses: 400'), 'periods.yaml:4 requestLapses cannot be 400'],
    ['periods', () => ['reviewGrant: [180'], 'periods.yaml:1 '],
    ['ceilings', instead('fourEyesAbove: secret'), 'ceilings.yaml:10 fourEyesAbove cannot be "secret"'],
  ]
  broken.forEach(refused)
})

test('[HU431] who answers for a restricted record, and what a share is warned of, are what the files say', () => {
  const { readers } = read('readers', () => ['answeredBy: [leader, custodian]'])
  expect(readers.answeredBy).toEqual(['leader', 'custodian'])
  const { warnings } = read()
  const share = { handlingCode: 'unrestricted', isRestricted: false, level: 'view', allowsOnward: false }
  expect(warningsOf(warnings, { ...share, label: 'sensitive' })).toMatchObject([{ says: { zh: '注意', en: 'Mind.' } }])
  expect(warningsOf(warnings, { ...share, label: 'internal' })).toEqual([])
  expect(read('warnings', () => ['[]']).warnings).toEqual([])
})

test('[HU431] readers and warnings that are broken are refused with file and line', () => {
  const broken: Broken[] = [
    ['readers', () => ['answeredBy: [boss]'], 'readers.yaml:1 answeredBy cannot be ["boss"]'],
    ['readers', () => ['answeredBy: []'], 'readers.yaml:1 answeredBy cannot be []'],
    ['readers', () => ['answered: [leader]'], 'readers.yaml:1 '],
    ['warnings', instead('  when: { lable: sensitive }'), 'warnings.yaml:2 unknown attribute lable'],
    ['warnings', instead('  says: { zh: 注意 }'), 'warnings.yaml:3 says must be a sentence in zh and in en'],
    ['warnings', (lines) => [...lines, ...lines], 'warnings.yaml:4 WARN-ONE is already the id of another warning'],
  ]
  broken.forEach(refused)
})

test('[HU581] what bars an export is what the file says', () => {
  const { exports: bars } = read()
  const free = { purpose: 'proceedings', handlingCode: 'no_onward' } as const
  expect(barsTo(bars, free)).toMatchObject([{ says: { zh: '不得', en: 'Not so.' } }])
  expect(barsTo(bars, { ...free, purpose: 'passing_on' })).toEqual([])
})

test('[HU581] bars that are broken, that nobody could be asked to lift, or that leave a handling code without meaning are refused', () => {
  const broken: Broken[] = [
    ['exports', instead('  when: { purpose: working }'), 'exports.yaml:2 '],
    ['exports', instead('  when: { purpos: proceedings }'), 'exports.yaml:2 unknown attribute purpos'],
    ['exports', instead('  when: { handlingCode: no_onward }'), 'nothing is barred by not_in_proceedings'],
    ['exports', () => ['[]'], 'exports.yaml:1 the bars is an empty list'],
  ]
  broken.forEach(refused)
})

test('[HU375] what is wrong in several files is told at once', () => {
  const texts = { ...whole, emergency: instead('minutes: 61')(whole.emergency), periods: ['acknowledge: no'] }
  const tried = () => readMeasures((name) => ({ file: `${name}.yaml`, text: texts[name].join('\n') }))
  expect(tried).toThrow(RuleFileError)
  expect(tried).toThrow('minutes cannot be 61')
  expect(tried).toThrow('the periods has no reviewGrant')
})

test('[HU376] whoever holds the measures goes by others from the moment at which they are replaced', () => {
  const inForce = makeMeasures(read())
  const held: Measures = inForce
  inForce.replace(read('periods', instead('acknowledge: 5')))
  expect(held.periods.acknowledge).toBe(5)
  expect(measureNames.every((name) => held[name])).toBe(true)
})
