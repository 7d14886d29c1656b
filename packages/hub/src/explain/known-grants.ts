import type { Officer, Policy } from '@lianban/policy'
import { type Circle, circleOf } from '../circles/index.ts'
import { type Grant, isLive } from '../grants/index.ts'
import type { AnyRow } from './record.ts'

type Asker = { readonly officer: Officer; readonly policy: Pick<Policy, 'allows'>; readonly now: Date }

/** The past row without the grants that are over by now and that the asker may not know of: those are between two agencies. */
export function withKnownGrants(past: object, row: AnyRow, { officer, policy, now }: Asker): object {
  const open = new Set([...grantsIn(row)].filter((grant) => isLive(grant, now)).map(({ id }) => id))
  const circle = circleIn(row)
  const mayKnow = (grant: Grant) =>
    open.has(grant.id) || Boolean(policy.allows(officer, 'read', 'Grant', { ...grant, circle }))
  return Object.fromEntries(
    Object.entries(past).map(([name, value]) => [name, isGrants(name) ? (value as Grant[]).filter(mayKnow) : value]),
  )
}

const isGrants = (name: string): boolean => name === 'grants' || name === 'caseGrants'

const grantsIn = (row: AnyRow): Grant[] =>
  Object.entries(row).flatMap(([name, value]) => (isGrants(name) ? (value as Grant[]) : []))

/** Who of the owner may know of the record that the grants are on. */
function circleIn(row: AnyRow): Circle {
  if ('circle' in row) return row.circle
  if ('readers' in row) return circleOf(row)
  const [ofCase] = 'case' in row ? row.case : []
  return ofCase && 'caseReaders' in row ? circleOf({ ...ofCase, readers: row.caseReaders }) : []
}
