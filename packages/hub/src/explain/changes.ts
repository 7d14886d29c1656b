import type { Sentence } from '@lianban/kernel'
import type { Law } from '@lianban/law'
import type { Decision, Officer, Policy } from '@lianban/policy'
import type { AgencyCard, OfficerCard, Role } from '../agencies/index.ts'
import { actsOn, unstated } from './acts.ts'

/** Somebody in one post: of an agency by name, of one officer, or of any other agency of a kind. */
export type Stand = {
  readonly agency: AgencyCard | null
  readonly agencyKind: string
  readonly post: OfficerCard | null
  readonly role: Role
  readonly officers: number
  readonly officer: Officer
}

/** A record before and after; its title where the asker may know it. */
export type Compared = {
  readonly kind: string
  readonly title: string | null
  readonly before: object
  readonly after: object
}

export type Change = Omit<Stand, 'officer'> & {
  readonly kind: string
  readonly title: string | null
  readonly action: string
  readonly words: Sentence
  readonly rule: string
  readonly because: Sentence
}

type Deciding = Pick<Policy, 'allows'>

type Given = {
  readonly law: Law
  readonly stands: readonly Stand[]
  readonly records: readonly Compared[]
  readonly before: Deciding
  readonly after: Deciding
  /** Acts that may come out differently; all of them unless said. */
  readonly isTouched?: (kind: string, action: string) => boolean
}

/** Who gains and who loses what, when the records or the rules become others. */
export function changes({ law, stands, records, before, after, isTouched = () => true }: Given) {
  const gains: Change[] = []
  const losses: Change[] = []
  for (const { kind, title, ...record } of records)
    for (const { action, words } of actsOn(law, kind, record.before).filter((act) => isTouched(kind, act.action)))
      for (const { officer, ...stand } of stands) {
        const was = before.allows(officer, action, kind, record.before, unstated)
        const is = after.allows(officer, action, kind, record.after, unstated)
        const told = ({ rule, because }: Decision): Change => ({ ...stand, kind, title, action, words, rule, because })
        if (is && !was) gains.push(told(is))
        if (was && !is) losses.push(told(was))
      }
  return { gains, losses }
}
