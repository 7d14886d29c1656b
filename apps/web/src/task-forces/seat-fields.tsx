import { ComboboxField, SelectField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, Show } from 'solid-js'
import { agencyName, postName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { Carried } from './carried.tsx'
import type { SeatDraft } from './force-draft.ts'
import { agenciesQuery, postsQuery } from './seat-queries.ts'
import { t } from './texts.ts'

const wholeAgency = '*'

/** Whose seat: an agency, and in it everybody or one post that it shows to its agreement partners. */
export function SeatFields(props: {
  value: SeatDraft
  onChange: (seat: SeatDraft) => void
  error?: string | undefined
}) {
  const agencies = useQuery(agenciesQuery)
  const posts = useQuery(() => postsQuery(props.value.agencyId))
  const choices = createMemo(() => [
    { value: wholeAgency, label: t('wholeAgency') },
    ...(posts.data?.items ?? []).map((post) => ({
      value: post.id,
      label: postName(post),
      note: post.roles.map((role) => word('role', role)).join(' · '),
    })),
  ])
  return (
    <div class="grid grid-cols-2 gap-3 narrow:grid-cols-1">
      <ComboboxField
        label={t('agency')}
        emptyText={t('agencyNone')}
        options={(agencies.data ?? [])
          .filter(({ kind }) => kind !== 'operator')
          .map((agency) => ({ value: agency.id, label: agencyName(agency), note: word('agencyKind', agency.kind) }))}
        value={props.value.agencyId}
        onChange={(agencyId) => props.onChange({ agencyId, officerId: '' })}
        error={props.error}
      />
      <SelectField
        label={t('post')}
        hint={t('postHint')}
        options={choices()}
        disabled={props.value.agencyId === ''}
        value={props.value.officerId || wholeAgency}
        onChange={(officerId) =>
          props.onChange({ ...props.value, officerId: officerId === wholeAgency ? '' : officerId })
        }
      />
      <Show when={props.value.agencyId}>
        <div class="col-span-full text-sm">
          <Carried agencyId={props.value.agencyId} />
        </div>
      </Show>
    </div>
  )
}
