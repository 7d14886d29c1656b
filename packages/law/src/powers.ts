import type { Sentence } from '@lianban/kernel'
import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Citation, citationWords, isVerified, type Laws, Status, statusWords, Words } from './citation.ts'
import { liesIn, Region } from './deadline-rule.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import type { Deadlines } from './read-deadlines.ts'
import { refusals } from './refusals.ts'

export const powerHolders = ['tobacco', 'police', 'customs', 'market_regulation', 'postal', 'procuratorate'] as const
export type PowerHolder = (typeof powerHolders)[number]
export const proceedings = ['administrative', 'criminal'] as const
export type Proceeding = (typeof proceedings)[number]

const Held = z.partialRecord(
  z.enum(powerHolders),
  z.strictObject({ in: z.array(z.enum(proceedings)).min(1), when: Words.optional() }),
)

const Power = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  words: Words,
  instruments: z.array(z.string()).min(1),
  /** The clocks that using it starts. */
  starts: z.array(z.string()).default([]),
  held: Held,
  /** What an agency without the power uses. */
  instead: z.partialRecord(z.enum(powerHolders), z.array(z.string()).min(1)).default({}),
  /** Who has it, where only one kind of agency does. */
  routes: z.enum(powerHolders).optional(),
  because: Words.optional(),
  basis: z.array(Citation).min(1),
  status: Status,
  regions: z
    .array(z.strictObject({ region: Region, held: Held, basis: z.array(Citation).min(1), status: Status }))
    .default([]),
})
type Power = z.infer<typeof Power>

export const organs = ['anti_smuggling', 'anti_drug'] as const

const Route = z.strictObject({
  when: z.enum(['smuggled', 'unlicensed_retail', 'drug_laced']),
  to: z.enum(powerHolders),
  /** Who receives what is transferred: for this crime, or else whatever the crime. */
  organ: z.enum(organs).optional(),
  crime: z.string().optional(),
  words: Words,
  /** Said with an assessment of a matter that has it. */
  note: Words.optional(),
  basis: z.array(Citation).min(1),
  status: Status,
})
export type Finding = z.infer<typeof Route>['when']

const PowerFile = z.strictObject({
  instruments: z.record(z.string().regex(/^[a-z_]+$/), Words),
  powers: z.array(z.unknown()).min(1),
  routes: z.array(Route).min(1),
})

export type Powers = {
  readonly instruments: Readonly<Record<string, Sentence>>
  readonly powers: readonly Power[]
  readonly routes: readonly z.infer<typeof Route>[]
}

/** Reads which agency may do what. */
export function readPowers(yaml: LinedYaml, laws: Laws, deadlines: Deadlines | undefined): Powers | undefined {
  const file = yaml.checked(yaml.root, 'the powers', PowerFile)
  if (!file) return undefined
  const nodes = yaml.list(yaml.mapping(yaml.root, 'the powers')?.get('powers')?.value ?? null, 'powers') ?? []
  const read = nodes.map((node) => ({ node, power: yaml.checked(node, 'a power', Power) }))
  const ids = read.flatMap(({ power }) => power?.id ?? [])
  const clocks = deadlines?.rules.map(({ id }) => id)
  noteUnknownLaws(
    yaml,
    yaml.root!,
    laws,
    file.routes.flatMap(({ basis }) => basis),
  )
  for (const { node, power } of read) {
    if (!power) continue
    if (ids.filter((id) => id === power.id).length > 1) yaml.refuse(node, `${power.id} is the id of two powers`)
    noteUnknownLaws(yaml, node, laws, [...power.basis, ...power.regions.flatMap(({ basis }) => basis)])
    const stray = power.instruments.find((each) => !Object.hasOwn(file.instruments, each))
    if (stray) yaml.refuse(node, unknownName('instrument', stray, Object.keys(file.instruments)))
    const lost = Object.values(power.instead)
      .flat()
      .find((each) => !ids.includes(each))
    if (lost) yaml.refuse(node, unknownName('power', lost, ids))
    const clock = clocks && power.starts.find((each) => !clocks.includes(each))
    if (clock) yaml.refuse(node, unknownName('deadline', clock, clocks))
  }
  const { instruments, routes } = file
  return { instruments, powers: read.flatMap(({ power }) => power ?? []), routes }
}

type Law = { readonly powers: Powers; readonly laws: Laws }

export type PowerTold = {
  readonly isAllowed: boolean
  readonly power: Sentence
  /** What the officer has to confirm. */
  readonly when: Sentence | null
  readonly because: Sentence | null
  readonly instead: readonly { readonly id: string; readonly words: Sentence }[]
  readonly routesTo: PowerHolder | null
  readonly starts: readonly string[]
  readonly basis: readonly Sentence[]
  readonly statusWords: Sentence
  readonly isVerified: boolean
}

export type Asking = {
  readonly holder: PowerHolder
  readonly proceeding: Proceeding
  readonly region?: string | undefined
}

/** Whether an agency has a power, by its region's law where that has a word on it, and what it does instead. */
export function powerOf({ powers, laws }: Law, id: string, { holder, proceeding, region }: Asking): PowerTold {
  const power = powers.powers.find((each) => each.id === id)
  if (!power) throw refusals.powerUnknown(id)
  const local = power.regions.find((row) => region !== undefined && liesIn(region, row.region) && row.held[holder])
  const { held, basis, status } = local ?? power
  const own = held[holder]
  const isAllowed = own?.in.includes(proceeding) ?? false
  const instead = isAllowed ? [] : (power.instead[holder] ?? [])
  return {
    isAllowed,
    power: power.words,
    when: isAllowed ? (own?.when ?? null) : null,
    because: isAllowed ? null : (power.because ?? null),
    instead: instead.map((each) => ({ id: each, words: powers.powers.find((other) => other.id === each)!.words })),
    routesTo: isAllowed ? null : (power.routes ?? null),
    starts: isAllowed ? power.starts : [],
    basis: basis.map((each) => citationWords(laws, each)),
    statusWords: statusWords[status],
    isVerified: isVerified(status),
  }
}

/** Whether an agency may issue a paper: it has one of the powers the paper belongs to. */
export function instrumentOf(law: Law, instrument: string, asking: Asking): PowerTold {
  const owners = law.powers.powers.filter(({ instruments }) => instruments.includes(instrument))
  if (owners.length === 0) throw refusals.instrumentUnknown(instrument)
  const told = owners.map(({ id }) => powerOf(law, id, asking))
  return told.find(({ isAllowed }) => isAllowed) ?? told[0]!
}

/** To whom a finding goes, unless the finder is the one. */
export function routeOf({ powers, laws }: Law, finding: Finding, holder: PowerHolder) {
  const route = powers.routes.find(({ when }) => when === finding)!
  if (route.to === holder) return null
  const { to, words, basis, status } = route
  return { to, words, basis: basis.map((each) => citationWords(laws, each)), isVerified: isVerified(status) }
}
