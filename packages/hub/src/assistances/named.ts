import { formOf, type IdentifierKind, identifierKinds, isCitizenId, isWellFormed, normalised } from '@lianban/kernel'
import type { Letter } from './assistance.ts'

/** A number or a name that a letter names, in the form in which it is compared. */
export type Named = { readonly kind: NamedKind; readonly said: string }
export type NamedKind = IdentifierKind | 'identity' | 'name'

type Said = Pick<Letter, 'targets' | 'facts' | 'questions'>

/** Runs of letters and digits that are long enough to be a number; what may be a plate begins with its province. */
const runs = /[A-Z0-9]{8,32}/g
const plates = /(?=(\p{Script=Han}[A-Z][A-Z0-9]{4}[A-Z0-9挂学警港澳])([A-Z0-9]?))/gu

/** What is called by a name; goods and papers are called alike everywhere. */
const nameable: readonly string[] = ['person', 'company', 'place']

const most = 60

/** Every number and name in a letter, those of its objects first: what a receiver holds against its own records. */
export function namedIn({ targets, facts, questions }: Said): Named[] {
  const whole = targets.flatMap(({ value }) => numbersIn(normalised(value)))
  const inside = [...targets.flatMap(({ value, note }) => [value, note]), facts, questions].flatMap((text) =>
    runsIn(plain(text)).flatMap(numbersIn),
  )
  const names = targets
    .filter(({ kind }) => nameable.includes(kind))
    .flatMap(({ value }) => nameIn(value))
    .map((said): Named => ({ kind: 'name', said }))
  const all = [...whole, ...names, ...inside]
  return [...new Map(all.map((named) => [`${named.kind} ${named.said}`, named])).values()].slice(0, most)
}

/** Half-width capitals; the dot in a plate goes. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[·•・]/g, '')

function runsIn(text: string): string[] {
  // A plate for new energy is one character longer than another.
  const asPlates = [...text.matchAll(plates)].flatMap(([, plate = '', last = '']) =>
    last ? [plate + last, plate] : [plate],
  )
  return [...asPlates, ...(text.match(runs) ?? [])]
}

/** A run as each kind of number that it may be: the same digits may stand as an account in one record and as a parcel in another. */
function numbersIn(run: string): Named[] {
  if (!/\d/.test(run)) return []
  const kinds = identifierKinds.filter((kind) => isWellFormed[kind](formOf(kind, run)))
  const known = kinds.map((kind): Named => ({ kind, said: formOf(kind, run) }))
  return isCitizenId(run) ? [{ kind: 'identity', said: run }, ...known] : known
}

/** The name before anything that explains it. One character and 某 tell nobody from anybody. */
function nameIn(value: string): string[] {
  const [name = ''] = value.trim().split(/[\s，,；;、（(：:]/u)
  const isNumber = numbersIn(normalised(name)).length > 0
  return [...name].length < 2 || name.includes('某') || isNumber ? [] : [name.toLowerCase()]
}
