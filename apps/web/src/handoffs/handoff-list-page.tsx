import { EmptyState, PageHeader, Panel, Tabs } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../app/api.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { live } from '../app/query-client.ts'
import { HandoffFunnel } from './funnel-table.tsx'
import { HandoffTable } from './handoff-table.tsx'
import { t } from './strings.ts'

/** What was handed to my agency, and what my agency handed on. */
export function HandoffListPage() {
  const [address, setAddress] = useSearchParams<{ box?: string }>()
  createPageTitle(() => t('title'))
  const box = () => (address.box === 'out' ? 'out' : 'in')
  const tab = () => (address.box === 'funnel' ? 'funnel' : box())
  const handoffs = useQuery(() => ({
    queryKey: ['handoffs', 'list', box()],
    queryFn: () => api.handoffs.list.query({ box: box() }),
    ...live,
  }))
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        label={t('boxes')}
        items={[
          { value: 'in', label: t('in') },
          { value: 'out', label: t('out') },
          { value: 'funnel', label: t('funnel') },
        ]}
        value={tab()}
        onChange={(value) => setAddress({ box: value === 'in' ? null : value }, { replace: true })}
      >
        {(value) => (
          <Show when={value !== 'funnel'} fallback={<HandoffFunnel />}>
            <Panel flush>
              <Loaded query={handoffs}>
                {(data) => (
                  <Show
                    when={data().items.length > 0}
                    fallback={<EmptyState title={t(`empty.${box()}`)} description={t(`empty.${box()}Hint`)} />}
                  >
                    <HandoffTable rows={data().items} box={box()} />
                  </Show>
                )}
              </Loaded>
            </Panel>
          </Show>
        )}
      </Tabs>
    </>
  )
}
