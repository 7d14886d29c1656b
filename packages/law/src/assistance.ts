import type { Sentence } from '@lianban/kernel'
import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import {
  AssistanceFile,
  type AssistanceKind,
  type AssistanceMove,
  type AssistanceState,
  type Lane,
  type TargetKind,
} from './assistance-rule.ts'
import type { Laws } from './citation.ts'
import { liesIn } from './deadline-rule.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import { type PowerHolder, type Powers, type Proceeding, powerHolders, powerOf } from './powers.ts'
import type { Deadlines } from './read-deadlines.ts'
import { refusals } from './refusals.ts'

export * from './assistance-rule.ts'

export type Assistance = AssistanceFile & { readonly file: string; readonly line: (kind: string) => number }

type Known = { readonly laws: Laws; readonly deadlines: Deadlines | undefined; readonly powers: Powers | undefined }

/** Reads what one agency may ask of another, by which papers, in what time and along which steps; unknown names are noted. */
export function readAssistance(yaml: LinedYaml, { laws, deadlines, powers }: Known): Assistance | undefined {
  const file = yaml.checked(yaml.root, 'the assistance', AssistanceFile)
  if (!file || !deadlines || !powers) return undefined
  const root = yaml.mapping(yaml.root, 'the assistance')!
  const lines = yaml.mapping(root.get('kinds')?.value ?? null, 'kinds')!
  const note = (name: string, what: string, names: readonly string[], known: readonly string[]) => {
    for (const each of names.filter((one) => !known.includes(one)))
      yaml.refuse(root.get(name)!.line, unknownName(what, each, known))
  }
  const papers = Object.keys(file.papers)
  const kinds = Object.values(file.kinds)
  note(
    'kinds',
    'paper',
    kinds.flatMap((kind) => [...(kind.papers.criminal ?? []), ...(kind.papers.administrative ?? [])]),
    papers,
  )
  note('also', 'paper', Object.values(file.also), papers)
  note(
    'kinds',
    'power',
    kinds.flatMap(({ power }) => power ?? []),
    powers.powers.map(({ id }) => id),
  )
  const rules = deadlines.rules.map(({ id }) => id)
  note(
    'urgencies',
    'deadline',
    Object.values(file.urgencies).map(({ deadline }) => deadline),
    rules,
  )
  note(
    'lanes',
    'urgency',
    Object.values(file.lanes).flatMap(({ urgencies }) => urgencies),
    Object.keys(file.urgencies),
  )
  const states = Object.keys(file.states)
  note('moves', 'state', [file.starts, ...file.moves.flatMap(({ from, to }) => [...from, to])], states)
  for (const [id, kind] of Object.entries(file.kinds)) {
    const bare = kind.proceedings.find((each) => !kind.papers[each])
    if (bare) yaml.refuse(lines.get(id)!.value, `${id} says nothing of its papers in ${bare} proceedings`)
  }
  note(
    'letters',
    'step',
    file.letters.flatMap(({ after }) => after),
    ['ask', ...file.moves.map(({ id }) => id)],
  )
  const basis = [...kinds, ...Object.values(file.lanes), ...Object.values(file.grounds), ...file.bans]
  noteUnknownLaws(
    yaml,
    yaml.root!,
    laws,
    basis.flatMap((each) => each.basis),
  )
  return { ...file, file: yaml.file, line: (kind) => lines.get(kind)?.line ?? 1 }
}

type Law = { readonly assistance: Assistance; readonly powers: Powers; readonly laws: Laws }

export function kindOfAssistance({ assistance }: Pick<Law, 'assistance'>, id: string): AssistanceKind {
  if (!Object.hasOwn(assistance.kinds, id)) throw refusals.assistanceUnknown(id)
  return { ...assistance.kinds[id]!, id }
}

/** An agency as the law of assistance looks at it. */
export type Party = { readonly kind: string; readonly region: string }

const isHolder = (kind: string): kind is PowerHolder => powerHolders.some((each) => each === kind)

/** Why this act cannot be asked there, or nothing: by whom it may be asked of whom, and whose power it is. */
export function barTo(
  law: Law,
  id: string,
  asked: { from: Party; to: Party; proceeding: Proceeding },
): Sentence | null {
  const { from, to, proceeding } = asked
  const kind = kindOfAssistance(law, id)
  const isBetween = kind.between.some(
    (pair) => pair.from.some((each) => each === from.kind) && pair.to.some((each) => each === to.kind),
  )
  const plain: Sentence = {
    zh: `“${kind.words.zh}”不属于对方的职权，或者贵单位无权请求。`,
    en: `To ${kind.words.en} is not in the power of the other agency, or not yours to ask.`,
  }
  if (!isBetween || !isHolder(to.kind) || !kind.proceedings.includes(proceeding)) return kind.because ?? plain
  if (!kind.power) return null
  const power = powerOf(law, kind.power, { holder: to.kind, proceeding, region: to.region })
  return power.isAllowed ? null : (power.because ?? kind.because ?? plain)
}

/** The kinds that an agency may ask of somebody at all, by its kind. */
export const kindsAskedBy = ({ assistance }: Pick<Law, 'assistance'>, kind: string): AssistanceKind[] =>
  Object.entries(assistance.kinds)
    .filter(([, { between }]) => between.some(({ from }) => from.some((each) => each === kind)))
    .map(([id, found]) => ({ ...found, id }))

/** Every paper that the request needs before it may go. */
export function papersFor(
  { assistance }: Pick<Law, 'assistance'>,
  id: string,
  asked: { proceeding: Proceeding; from: Party; to: Party; targets: readonly TargetKind[] },
): readonly string[] {
  const kind = kindOfAssistance({ assistance }, id)
  const isElsewhere = asked.from.region.slice(0, 2) !== asked.to.region.slice(0, 2)
  return [
    ...(kind.papers[asked.proceeding] ?? []),
    ...(isElsewhere && asked.targets.includes('company') ? [assistance.also.companyElsewhere] : []),
    ...(kind.comes ? [assistance.also.comesAlong] : []),
  ]
}

/** The fast lanes that two agencies have between them. */
export const lanesBetween = ({ assistance }: Pick<Law, 'assistance'>, from: Party, to: Party): Lane[] =>
  Object.entries(assistance.lanes)
    .filter(([, { members }]) => [from, to].every((party) => isMember(members, party)))
    .map(([id, lane]) => ({ ...lane, id }))

const isMember = ({ regions, kinds }: Lane['members'], { kind, region }: Party): boolean =>
  kinds.some((each) => each === kind) && regions.some((each) => liesIn(region, each))

/** Every legal step from where a request stands; what is open once is closed when it was taken. */
export const assistanceMoves = (
  { assistance }: Pick<Law, 'assistance'>,
  { standing, taken }: { readonly standing: string; readonly taken: readonly string[] },
): AssistanceMove[] =>
  assistance.moves.filter(({ id, from, once }) => from.includes(standing) && !(once && taken.includes(id)))

export const assistanceStateOf = ({ assistance }: Pick<Law, 'assistance'>, standing: string): AssistanceState =>
  assistance.states[standing]!.as

/** The deadline that an urgency runs by, with the events that the table knows it by. */
export function clockOfUrgency(
  { assistance, deadlines }: Pick<Law, 'assistance'> & { deadlines: Deadlines },
  urgency: string,
) {
  const { deadline, variant, asksDays } = assistance.urgencies[urgency]!
  const rule = deadlines.rules.find(({ id }) => id === deadline)!
  const extension = rule.extensions.find(({ on, add }) => add && on === 'assistance.extended')
  return { rule, variant, longer: asksDays?.event, mostMore: extension?.add ?? null }
}
