import { Notice } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import Timer from 'lucide-solid/icons/timer'
import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { mayBreakGlass } from '../app/duties.ts'
import { useSession } from '../app/session.tsx'
import { remaining } from './remaining.ts'
import { t } from './texts.ts'

/** On a record that is open through a broken glass: how long it still is. */
export function CountdownBanner(props: { recordId: string }) {
  const session = useSession()
  const queries = useQueryClient()
  const mine = useQuery(() => ({
    queryKey: ['emergencies', 'list', 'mine', 'open'],
    queryFn: () => api.emergencies.list.query({ box: 'mine', limit: 20 }),
    enabled: mayBreakGlass(session()),
  }))
  const [now, setNow] = createSignal(Date.now())
  const clock = setInterval(() => setNow(Date.now()), 1000)
  onCleanup(() => clearInterval(clock))
  const open = createMemo(() =>
    mine.isSuccess ? mine.data?.items.find((one) => one.isOpen && one.record.id === props.recordId) : undefined,
  )
  const left = createMemo(() => {
    const one = open()
    return one && remaining(one.endsAt, now())
  })
  createEffect(() => {
    if (open() && !left()) void queries.invalidateQueries()
  })
  return (
    <Show when={left()}>
      {(time) => (
        <div class="mb-4" role="timer" aria-live="off">
          <Notice tone="danger" icon={<Timer size={16} />} title={t('bannerTitle', { left: time() })}>
            {t('banner')}
          </Notice>
        </div>
      )}
    </Show>
  )
}
