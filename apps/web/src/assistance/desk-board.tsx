import { Button, EmptyState, Panel } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import Bell from 'lucide-solid/icons/bell'
import BellOff from 'lucide-solid/icons/bell-off'
import { createEffect, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { AssistanceListed } from '../app/api-types.ts'
import { LoadMore } from '../app/load-more.tsx'
import { Loaded } from '../app/loaded.tsx'
import { createPagedQuery } from '../app/paged-query.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { badge, isSoundOn, keepSound, ring } from './alert.ts'
import { DeskLine } from './desk-line.tsx'
import { newcomers } from './newcomers.ts'
import { t } from './texts.ts'
import { createTick } from './tick.ts'

/** Everything that waits, the nearest end first, worked through by keyboard; a new two-hour request rings. */
export function DeskBoard() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const now = createTick()
  const [chosen, setChosen] = createSignal(0)
  const [sound, setSound] = createSignal(isSoundOn())
  const found = createPagedQuery(() => ({
    queryKey: ['assistance', 'desk'],
    read: (cursor) => api.assistance.list.query({ box: 'desk', cursor }),
  }))
  const rows = (): AssistanceListed[] => found.data?.pages.flatMap((page) => page.items) ?? []
  const step = createDeed({
    send: (row: AssistanceListed, submissionId) =>
      api.assistance[row.next!.deed].mutate({
        assistanceId: row.id,
        expectedVersion: row.version,
        move: row.next!.move,
        note: '',
        submissionId,
      }),
    done: () => queries.invalidateQueries(),
  })
  const reload = () => {
    step.forget()
    void queries.invalidateQueries()
  }
  const seen = new Set<string>()
  createEffect(
    on(rows, (waiting) => {
      const fresh = newcomers(seen, waiting)
      for (const id of fresh) seen.add(id)
      if (fresh.length > 0 && sound()) ring()
      badge(waiting.length)
    }),
  )
  const press = (event: KeyboardEvent) => {
    const isTyping = (event.target as HTMLElement).closest('input, textarea, [role=dialog], [role=menu]')
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows()[chosen()]
    const deeds: Record<string, () => void> = {
      ArrowDown: () => setChosen((at) => Math.min(at + 1, rows().length - 1)),
      ArrowUp: () => setChosen((at) => Math.max(at - 1, 0)),
      Enter: () => row && navigate(`/assistance/${row.id}`),
      c: () => row?.next && void step.run(row),
      n: () => setChosen(0),
    }
    const deed = deeds[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  onMount(() => window.addEventListener('keydown', press))
  onCleanup(() => {
    window.removeEventListener('keydown', press)
    badge(0)
  })
  return (
    <Panel
      flush
      title={t('waitingCount', { n: rows().length })}
      note={<span class="narrow:hidden">{t('keys')}</span>}
      actions={
        <Button
          size="sm"
          variant="quiet"
          aria-pressed={sound()}
          icon={sound() ? <Bell size={14} aria-hidden="true" /> : <BellOff size={14} aria-hidden="true" />}
          onClick={() => {
            keepSound(!sound())
            if (setSound((was) => !was)) ring()
          }}
        >
          {t(sound() ? 'soundOn' : 'soundOff')}
        </Button>
      }
    >
      <RefusalNotice error={step.error()} reload={reload} />
      <Loaded query={found} rows={6}>
        {() => (
          <Show when={rows().length > 0} fallback={<EmptyState title={t('empty.desk')} description={t('emptyHint')} />}>
            <ul class="divide-y divide-line">
              <For each={rows()}>
                {(row, i) => (
                  <DeskLine
                    row={row}
                    now={now()}
                    isChosen={i() === chosen()}
                    choose={() => setChosen(i())}
                    act={() => void step.run(row)}
                    busy={step.busy() && i() === chosen()}
                  />
                )}
              </For>
            </ul>
            <LoadMore query={found} />
          </Show>
        )}
      </Loaded>
    </Panel>
  )
}
