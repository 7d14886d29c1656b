import { useQuery } from '@tanstack/solid-query'
import Handshake from 'lucide-solid/icons/handshake'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { Show } from 'solid-js'
import { api } from '../app/api.ts'
import { formatLastDay } from '../app/format.ts'
import { useSession } from '../app/session.tsx'
import { carrying } from './carrying.ts'
import { t } from './texts.ts'

/** On what agreement a seat of this agency would be given anything. */
export function Carried(props: { agencyId: string }) {
  const session = useSession()
  const agreements = useQuery(() => ({ queryKey: ['agreements'], queryFn: () => api.agreements.list.query({}) }))
  const agreement = () => carrying(agreements.data?.items ?? [], props.agencyId, new Date())
  return (
    <Show
      when={props.agencyId !== session().officer.agency.id}
      fallback={<span class="text-muted">{t('ownSeat')}</span>}
    >
      <Show when={agreements.data}>
        <Show
          when={agreement()}
          fallback={
            <span class="flex items-start gap-1.5 text-warn">
              <TriangleAlert size={14} class="mt-0.5 shrink-0" aria-hidden="true" />
              {t('notCarried')}
            </span>
          }
        >
          {(found) => (
            <span class="flex items-start gap-1.5 text-muted">
              <Handshake size={14} class="mt-0.5 shrink-0" aria-hidden="true" />
              {t('carriedBy', { agreement: found().title, until: formatLastDay(found().validUntil) })}
            </span>
          )}
        </Show>
      </Show>
    </Show>
  )
}
