import { Show } from 'solid-js'
import type { Grant } from '../app/api-types.ts'
import { AgencyName, agencyShort, officerLine, postName } from '../app/domain-badges.tsx'

type Granted = Pick<Grant, 'grantee' | 'granteeOfficer'>

/** The agency, and the one officer of it whom the grant is for. */
export function GranteeName(props: { grant: Granted }) {
  return (
    <span class="inline-flex min-w-0 flex-wrap items-center gap-x-2">
      <AgencyName agency={props.grant.grantee} />
      <Show when={props.grant.granteeOfficer}>
        {(officer) => <span class="font-normal text-muted text-sm">{postName(officer())}</span>}
      </Show>
    </span>
  )
}

export const granteeShort = ({ grantee, granteeOfficer }: Granted): string =>
  granteeOfficer ? officerLine(granteeOfficer) : agencyShort(grantee)
