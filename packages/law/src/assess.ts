import type { Sentence } from '@lianban/kernel'
import { citationWords, isVerified, type Status, statusWords } from './citation.ts'
import type { Facts } from './facts.ts'
import type { Law } from './load-law.ts'
import { type Measured, measured } from './measured.ts'
import type { Finding, organs } from './powers.ts'
import { quantityWords } from './quantity.ts'
import {
  type Condition,
  type Crime,
  type Measure,
  measures,
  measureWords,
  type Threshold,
  type Traits,
} from './threshold.ts'

export type Verdict = 'met' | 'unmet' | 'unknown' | 'not_applicable'

/** One number of a row, beside what the row asks. */
type NumberTold = {
  readonly measure: Measure
  readonly words: Sentence
  readonly found: Sentence | null
  readonly needed: Sentence
  readonly holds: boolean | null
}

export type RowTold = {
  readonly id: string
  readonly crime: string
  readonly crimeWords: Sentence
  readonly level: Threshold['level']
  readonly punishment: Sentence | null
  readonly verdict: Verdict
  /** Why the row does not apply, where it does not. */
  readonly because: Sentence | null
  readonly numbers: readonly NumberTold[]
  readonly basis: readonly Sentence[]
  readonly status: Status
  readonly statusWords: Sentence
  readonly isVerified: boolean
}

export const conclusions = ['must_transfer', 'no_penalty_instead', 'consult', 'incomplete', 'administrative'] as const
export type Conclusion = (typeof conclusions)[number]

export const questions = ['genuineness', 'licence', 'channel', 'activity', 'actor'] as const
export type Question = (typeof questions)[number]

export type Assessment = {
  readonly conclusion: Conclusion
  readonly words: Sentence
  /** What has to be known first, in the order in which it is asked. */
  readonly asks: readonly Question[]
  /** Numbers that nobody has entered and that could still meet a row. */
  readonly lacks: readonly Measure[]
  readonly rows: readonly RowTold[]
  readonly notes: readonly Sentence[]
  readonly to: 'police' | (typeof organs)[number] | null
}

/** What a matter is by the thresholds: every row with its numbers and article, and never only yes or no. */
export function assess(law: Law, facts: Facts): Assessment {
  const numbers = measured(facts)
  const rows = law.thresholds.rows.map((row) => told(law, row, { facts, numbers }))
  const asks = questions.filter((question) => facts[question] === undefined && matters(rows, question))
  const met = rows.filter(({ verdict }) => verdict === 'met')
  const isDisputed = disputes(law, facts, met)
  const certain = met.filter((row) => row.isVerified && !isDisputed.some(({ crime }) => crime === row.crime))
  const open = rows.filter(({ verdict, level }) => verdict === 'unknown' && (level === 'base' || level === 'attempt'))
  const conclusion: Conclusion =
    certain.length > 0
      ? facts.isPenaltyDecided
        ? 'no_penalty_instead'
        : 'must_transfer'
      : met.length > 0
        ? 'consult'
        : open.length > 0
          ? 'incomplete'
          : 'administrative'
  const notes = notesOn(law, { facts, rows, met, certain })
  return {
    conclusion,
    words: conclusionWords[conclusion],
    asks,
    lacks: lackedBy(open),
    rows,
    notes: [...isDisputed.map(({ because }) => because), ...notes],
    to: met.length > 0 ? receiver(law, facts, met) : null,
  }
}

const lackedBy = (rows: readonly RowTold[]): Measure[] => [
  ...new Set(
    rows.flatMap(({ numbers }) => numbers.filter(({ holds }) => holds === null).map(({ measure }) => measure)),
  ),
]

type Given = { readonly facts: Facts; readonly numbers: Measured }

function told(law: Law, row: Threshold, { facts, numbers }: Given): RowTold {
  const crime = law.thresholds.crimes[row.crime]!
  const { verdict: applies, because } = applicability(crime, row, facts)
  const tests = (row.when ?? []).map((condition) => tested(condition, numbers))
  const holds = tests.map((test) => test.holds)
  const byNumbers: Verdict = holds.includes(false) ? 'unmet' : holds.includes(null) ? 'unknown' : 'met'
  const verdict = applies === 'met' || (applies === 'unknown' && byNumbers === 'unmet') ? byNumbers : applies
  return {
    id: row.id,
    crime: row.crime,
    crimeWords: crime.words,
    level: row.level,
    punishment: row.punishment ?? null,
    verdict,
    because,
    numbers: tests,
    basis: row.basis.map((each) => citationWords(law.laws, each)),
    status: row.status,
    statusWords: statusWords[row.status],
    isVerified: isVerified(row.status),
  }
}

/** Whether a row is about this matter at all: licence, genuineness and activity first, then numbers. */
function applicability(crime: Crime, row: Threshold, facts: Facts): { verdict: Verdict; because: Sentence | null } {
  const exception = crime.except.find((each) => fits(each, facts) === true)
  if (exception) return { verdict: 'not_applicable', because: exception.because }
  const found = crime.applies.map((traits) => fits(traits, facts))
  const couldBeExcepted = crime.except.some((each) => fits(each, facts) === null)
  if (!found.some((fit) => fit !== false)) return { verdict: 'not_applicable', because: otherMatter }
  if (row.actor && facts.actor && row.actor !== facts.actor) return { verdict: 'not_applicable', because: otherActor }
  if (row.conduct && !facts.conduct.includes(row.conduct)) return { verdict: 'not_applicable', because: noSuchConduct }
  const isKnown = found.includes(true) && !couldBeExcepted && !(row.actor && !facts.actor)
  return { verdict: isKnown ? 'met' : 'unknown', because: null }
}

/** Yes, no, or nothing where a trait that is asked is not known. */
function fits(traits: Traits, facts: Facts): boolean | null {
  const names = ['genuineness', 'licence', 'channel', 'activity', 'product'] as const
  const asked = names.filter((name) => traits[name])
  if (asked.some((name) => facts[name] !== undefined && !(traits[name] as readonly string[]).includes(facts[name])))
    return false
  return asked.every((name) => facts[name] !== undefined) ? true : null
}

function tested({ measure, atLeast, below }: Condition, numbers: Measured): NumberTold {
  const found = numbers[measure]
  const { amount } = (atLeast ?? below)!
  const words = quantityWords((atLeast ?? below)!)
  return {
    measure,
    words: measureWords[measure],
    found: found === undefined ? null : quantityWords({ dimension: measures[measure], amount: found }),
    needed: atLeast
      ? { zh: `${words.zh}以上（含）`, en: `${words.en} or more` }
      : { zh: `不满${words.zh}`, en: `less than ${words.en}` },
    holds: found === undefined ? (below ? true : null) : atLeast ? found >= amount : found < amount,
  }
}

/** A question is asked where its answer could still change a row whose numbers do not already fail. */
const matters = (rows: readonly RowTold[], question: Question): boolean => {
  const undecided = rows.filter(({ verdict }) => verdict === 'unknown')
  if (question === 'actor') return undecided.some(({ crime }) => crime === 'smuggling')
  if (question === 'channel') return undecided.some(({ crime }) => crime === 'illegal_business')
  return undecided.length > 0
}

function disputes(law: Law, facts: Facts, met: readonly RowTold[]) {
  return [...new Set(met.map(({ crime }) => crime))].flatMap((crime) => {
    const found = law.thresholds.crimes[crime]!.disputed.find((each) => fits(each, facts) === true)
    return found ? [{ crime, because: found.because }] : []
  })
}

type Found = {
  readonly facts: Facts
  readonly rows: readonly RowTold[]
  readonly met: readonly RowTold[]
  readonly certain: readonly RowTold[]
}

function notesOn(law: Law, { facts, rows, met, certain }: Found): Sentence[] {
  const exceptions = new Map(
    rows.filter(({ because }) => because && !plain.includes(because)).map(({ because }) => [because!.en, because!]),
  )
  const untreated = facts.acts.filter(({ isDealtWith }) => !isDealtWith).length
  const isSuspected = rows.some((row) => row.verdict === 'unknown' && law.thresholds.crimes[row.crime]!.intellectual)
  return [
    ...exceptions.values(),
    ...(facts.isPenaltyDecided && certain.length > 0 ? [setOff] : []),
    ...(new Set(met.map(({ crime }) => crime)).size > 1 ? [heavier] : []),
    ...(untreated > 1 ? [accumulated(untreated)] : []),
    ...(met.some((row) => !row.isVerified) ? [unverified] : []),
    ...(isSuspected && facts.genuineness === 'counterfeit' ? [suspicion] : []),
    ...routesOf(law, facts).flatMap(({ note }) => note ?? []),
  ]
}

/** What the matter is, in the words of the table of routes. */
const findings: Record<Finding, (facts: Facts) => boolean> = {
  smuggled: ({ genuineness }) => genuineness === 'smuggled',
  drug_laced: ({ isDrugLaced }) => isDrugLaced,
  unlicensed_retail: ({ licence, activity }) => licence === 'none' && activity === 'retail',
}

const routesOf = ({ powers }: Law, facts: Facts) => powers.routes.filter(({ when }) => findings[when](facts))

/** The organ that a route names whatever the crime goes before the one of a crime that is met. */
function receiver(law: Law, facts: Facts, met: readonly RowTold[]): Assessment['to'] {
  const named = routesOf(law, facts).filter(({ organ }) => organ)
  const ofCrime = named.find((route) => met.some(({ crime }) => crime === route.crime))
  return (named.find(({ crime }) => !crime) ?? ofCrime)?.organ ?? 'police'
}

const otherMatter: Sentence = { zh: '与本案情形不符', en: 'not about a matter of this kind' }
const otherActor: Sentence = { zh: '主体不符（个人或单位）', en: 'about a person where this is a unit, or the reverse' }
const noSuchConduct: Sentence = { zh: '没有该种行为', en: 'no such conduct' }
const plain: readonly Sentence[] = [otherMatter, otherActor, noSuchConduct]

const setOff: Sentence = {
  zh: '已作出的警告、责令停业、暂扣或吊销许可证继续执行；已缴罚款折抵罚金（国务院令第310号第11条）。',
  en: 'Warnings and licence measures already decided go on; fines already paid are set off (Order 310, art. 11).',
}
const heavier: Sentence = {
  zh: '同时构成数罪的，依照处罚较重的规定定罪处罚（法释〔2010〕7号第5条）。',
  en: 'Where one act meets several crimes, the heavier one counts (Interpretation 7 of 2010, art. 5).',
}
const unverified: Sentence = {
  zh: '部分达到的标准未经核实，须由法制部门确认后方可作为移送依据。',
  en: 'Some of the rows met are not verified; the legal department has to confirm them first.',
}
const suspicion: Sentence = {
  zh: '侵犯知识产权案件有合理理由怀疑涉嫌犯罪，需公安机关采取措施进一步查明的，应当移送（国务院令第310号第3条第2款）。',
  en: 'In a case of intellectual property reasonable suspicion is enough where police measures are needed (Order 310, art. 3).',
}
const accumulated = (acts: number): Sentence => ({
  zh: `未经处理的${acts}次行为，数额累计计算。`,
  en: `The amounts of ${acts} untreated acts are added up.`,
})

const conclusionWords: Record<Conclusion, Sentence> = {
  must_transfer: { zh: '必须移送', en: 'must be transferred' },
  no_penalty_instead: { zh: '不得以罚代刑，必须移送', en: 'a penalty may not replace the transfer' },
  consult: { zh: '标准未经核实或定性有争议，应先会商', en: 'unverified or disputed: consult before deciding' },
  incomplete: { zh: '要素不全，尚不能判断', en: 'not enough is known' },
  administrative: { zh: '行政处理', en: 'administrative handling' },
}
