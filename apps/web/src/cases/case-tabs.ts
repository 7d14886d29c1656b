const caseTabs = [
  'overview',
  'procedure',
  'dossier',
  'evidence',
  'chain',
  'review',
  'files',
  'handoffs',
  'access',
  'audit',
] as const
export type CaseTab = (typeof caseTabs)[number]

type Standing = {
  readonly my: { readonly level: string }
  readonly can: { readonly readTrail: boolean; readonly readEvidence: boolean; readonly readReview: boolean }
}

/** The tabs an officer of this standing is offered; the audit trail, the evidence and the desk of a review only where a rule opens it. */
export const tabsFor = (record: Standing): CaseTab[] =>
  caseTabs.filter(
    (tab) =>
      (tab !== 'audit' || record.can.readTrail) &&
      ((tab !== 'evidence' && tab !== 'chain') || record.can.readEvidence) &&
      (tab !== 'review' || record.can.readReview),
  )

/** An unknown or withheld tab in the address falls back to the overview. */
export const tabFromAddress = (text: string | undefined, open: readonly CaseTab[]): CaseTab =>
  open.find((tab) => tab === text) ?? 'overview'

/** Read-only is shown, not merely enforced: procurators supervise, viewers look. */
export function readOnlyAs(record: Standing, roles: readonly string[]): 'procurator' | 'viewer' | undefined {
  if (roles.includes('procurator')) return 'procurator'
  return record.my.level === 'view' ? 'viewer' : undefined
}
