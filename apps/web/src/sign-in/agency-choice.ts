import { type Accessor, createSignal } from 'solid-js'
import type { AgencyCard } from '../app/api-types.ts'

/** Kinds in the order in which the list shows them; the operator comes last, few sign in there. */
const kindOrder = [
  'tobacco',
  'police',
  'customs',
  'market_regulation',
  'postal',
  'procuratorate',
  'company',
  'operator',
]
const key = 'sign-in.agency'

type AgencyGroup = { readonly kind: string; readonly agencies: readonly AgencyCard[] }

/** The list of agencies narrowed by what is typed, with the one used last on this device at hand. */
export function createAgencyChoice(options: {
  agencies: Accessor<readonly AgencyCard[]>
  storage: Pick<Storage, 'getItem' | 'setItem'>
}) {
  const [words, setWords] = createSignal('')
  const groups = (): AgencyGroup[] => {
    const found = options.agencies().filter((agency) => matches(agency, words()))
    return kindOrder
      .map((kind) => ({ kind, agencies: found.filter((agency) => agency.kind === kind) }))
      .filter((group) => group.agencies.length > 0)
  }
  const last = () => options.agencies().find((agency) => agency.slug === options.storage.getItem(key))
  return { words, setWords, groups, last, remember: (slug: string) => options.storage.setItem(key, slug) }
}

function matches(agency: AgencyCard, words: string): boolean {
  const names = [agency.nameZh, agency.shortZh, agency.nameEn, agency.shortEn, agency.slug].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((part) => names.includes(part))
}

/** Where to go after signing in: a place of this application, or the desk. */
export const localPath = (returnTo: unknown): string =>
  typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo) && !returnTo.startsWith('/sign-in') ? returnTo : '/'

export const signInHref = (slug: string, returnTo: string): string =>
  `/auth/sign-in?agency=${encodeURIComponent(slug)}&returnTo=${encodeURIComponent(returnTo)}`
