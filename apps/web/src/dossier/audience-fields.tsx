import { CheckboxGroup, RadioCards, Skeleton } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Case } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { found } from '../app/found.ts'
import { t as shared } from '../app/i18n/index.ts'
import { Refused } from '../app/loaded.tsx'
import { useSession } from '../app/session.tsx'
import { choosableAgencies, type SectionDraft } from './section-draft.ts'
import { t } from './strings.ts'

type Audience = Pick<SectionDraft, 'audience' | 'memberAgencyIds'>

/** Who may read a section: everybody on the case, or agencies picked from those it is shared with. */
export function AudienceFields(props: {
  record: Case
  value: Audience
  onChange: (value: Audience) => void
  error?: string | undefined
}) {
  const session = useSession()
  const grants = useQuery(() => ({
    queryKey: ['grants', 'list', 'Case', props.record.id],
    queryFn: () => api.grants.list.query({ record: { kind: 'Case', id: props.record.id } }),
  }))
  const agencies = () =>
    choosableAgencies({
      owner: props.record.ownerAgency,
      grants: found(grants)?.items ?? [],
      mine: session().officer.agency.id,
      now: new Date(),
    })
  return (
    <>
      <RadioCards
        label={t('audience')}
        required
        options={[
          { value: 'case', label: t('audience.case'), note: t('audience.caseHint') },
          { value: 'members', label: t('audience.members'), note: t('audience.membersHint') },
        ]}
        value={props.value.audience}
        onChange={(audience) => props.onChange({ ...props.value, audience: audience as Audience['audience'] })}
      />
      <Show when={props.value.audience === 'members'}>
        <Show when={!grants.isError} fallback={<Refused compact error={grants.error} retry={() => grants.refetch()} />}>
          <Show when={grants.isSuccess} fallback={<Skeleton label={shared('loading')} rows={2} />}>
            <CheckboxGroup
              label={t('chosen')}
              required
              columns={2}
              options={agencies().map((agency) => ({ value: agency.id, label: agencyName(agency) }))}
              value={props.value.memberAgencyIds}
              onChange={(memberAgencyIds) => props.onChange({ ...props.value, memberAgencyIds })}
              error={props.error}
            />
          </Show>
        </Show>
      </Show>
    </>
  )
}
