import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LinedYaml, type Problem, printed, unknownName } from '@lianban/lined-yaml'
import { type Assistance, readAssistance } from './assistance.ts'
import type { Calendar } from './calendar.ts'
import { type Charges, readCharges } from './charge-rule.ts'
import { LawFile, type Laws } from './citation.ts'
import { type ClosingRules, readClosing } from './closing.ts'
import { type EvidenceRules, readEvidence } from './evidence-rule.ts'
import { type Handoffs, readHandoffs } from './handoffs.ts'
import { type Letter, readLetters } from './letter.ts'
import { type Limits, readLimits } from './limits.ts'
import { type Materials, readMaterials } from './materials.ts'
import { type NoticeRules, readNotices } from './notices.ts'
import { type Powers, readPowers } from './powers.ts'
import { type RadarRule, readRadar } from './radar-rule.ts'
import { readCalendar } from './read-calendar.ts'
import { type Deadlines, readDeadlines } from './read-deadlines.ts'
import { readThresholds } from './read-thresholds.ts'
import { type ReviewRules, readReview } from './review-rule.ts'
import type { Thresholds } from './threshold.ts'
import { readTracks, type Tracks } from './tracks.ts'
import { type Method, readValuation } from './valuation.ts'

/** The law as the files have it. */
export type Law = {
  readonly laws: Laws
  readonly calendar: Calendar
  readonly deadlines: Deadlines
  readonly thresholds: Thresholds
  readonly valuation: readonly Method[]
  readonly limits: Limits
  readonly powers: Powers
  readonly tracks: Tracks
  readonly materials: Materials
  readonly handoffs: Handoffs
  readonly letters: readonly Letter[]
  readonly evidence: EvidenceRules
  readonly assistance: Assistance
  readonly notices: NoticeRules
  readonly charges: Charges
  readonly review: ReviewRules
  readonly radar: readonly RadarRule[]
  readonly closing: ClosingRules
}

/** The files of the law cannot be used; every problem is named with its file and line. */
export class LawFileError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(printed).join('\n'))
    this.name = 'LawFileError'
    this.problems = problems
  }
}

const names = [
  'laws',
  'calendar',
  'deadlines',
  'thresholds',
  'valuation',
  'limits',
  'powers',
  'moves',
  'materials',
  'handoffs',
  'letters',
  'evidence',
  'assistance',
  'notices',
  'charges',
  'review',
  'radar',
  'closing',
] as const
type Name = (typeof names)[number]

/** Reads the law from a folder, whole, or refuses it with every problem by file and line. */
export function loadLaw(dir: string): Law {
  const found = existsSync(dir) ? readdirSync(dir).toSorted() : []
  const known = names.map((name) => `${name}.yaml`)
  const strays = found.filter((file) => !known.includes(file) && !file.endsWith('.examples.yaml'))
  const problems = strays.map((file) => ({ file: join(dir, file), line: 1, what: unknownName('file', file, known) }))
  if (problems.length > 0) throw new LawFileError(problems)
  return readLaw((name) => {
    const file = join(dir, `${name}.yaml`)
    return { file, text: existsSync(file) ? readFileSync(file, 'utf8') : undefined }
  })
}

/** The same for texts already in memory. */
export function readLaw(textOf: (name: Name) => { readonly file: string; readonly text: string | undefined }): Law {
  const problems: Problem[] = []
  function read<Value>(name: Name, reader: (yaml: LinedYaml) => Value | undefined): Value | undefined {
    const { file, text } = textOf(name)
    if (text === undefined) {
      problems.push({ file, line: 1, what: 'is missing' })
      return undefined
    }
    const yaml = new LinedYaml(file, text)
    const value = yaml.problems.length === 0 ? reader(yaml) : undefined
    problems.push(...yaml.problems)
    return yaml.problems.length === 0 ? value : undefined
  }
  const laws = read('laws', (yaml) => yaml.checked(yaml.root, 'the laws', LawFile))
  const calendar = read('calendar', readCalendar)
  if (!laws) throw new LawFileError(problems)
  const deadlines = read('deadlines', (yaml) => readDeadlines(yaml, laws))
  const thresholds = read('thresholds', (yaml) => readThresholds(yaml, laws))
  const valuation = read('valuation', (yaml) => readValuation(yaml, laws))
  const limits = read('limits', (yaml) => readLimits(yaml, laws))
  const powers = read('powers', (yaml) => readPowers(yaml, laws, deadlines))
  const tracks = read('moves', (yaml) => readTracks(yaml, laws, deadlines))
  const materials = read('materials', (yaml) => readMaterials(yaml, laws, deadlines))
  const handoffs = read('handoffs', (yaml) => readHandoffs(yaml, { laws, deadlines, tracks, materials }))
  const letters = read('letters', (yaml) => readLetters(yaml, { handoffs, tracks }))
  const evidence = read('evidence', (yaml) => readEvidence(yaml, { laws, powers, deadlines }))
  const assistance = read('assistance', (yaml) => readAssistance(yaml, { laws, deadlines, powers }))
  const notices = read('notices', readNotices)
  const charges = read('charges', (yaml) => readCharges(yaml, laws))
  const review = read('review', (yaml) => readReview(yaml, laws))
  const radar = read('radar', (yaml) => readRadar(yaml, { laws, thresholds, deadlines, handoffs }))
  const closing = read('closing', (yaml) => readClosing(yaml, laws, tracks))
  const isWhole =
    calendar &&
    deadlines &&
    thresholds &&
    valuation &&
    limits &&
    powers &&
    tracks &&
    materials &&
    handoffs &&
    letters &&
    evidence &&
    assistance &&
    notices &&
    charges &&
    review &&
    radar &&
    closing
  if (problems.length > 0 || !isWhole) throw new LawFileError(problems)
  return {
    laws,
    calendar,
    deadlines,
    thresholds,
    valuation,
    limits,
    powers,
    tracks,
    materials,
    handoffs,
    letters,
    evidence,
    assistance,
    notices,
    charges,
    review,
    radar,
    closing,
  }
}
