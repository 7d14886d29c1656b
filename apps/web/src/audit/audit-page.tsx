import { PageHeader, Tabs } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { createPageTitle } from '../app/page-title.ts'
import { Explorer } from './explorer.tsx'
import { LookedTable } from './looked-table.tsx'
import { t } from './strings.ts'

const views = ['looked', 'entries'] as const

/** The own agency's records in the log: who of others looked at them, and everything that was done with them. */
export function AuditPage() {
  const [address, setAddress] = useSearchParams<{ view?: string }>()
  createPageTitle(() => t('title'))
  const view = () => views.find((one) => one === address.view) ?? 'looked'
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <Tabs
        label={t('views')}
        items={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        value={view()}
        onChange={(value) => setAddress({ view: value }, { replace: true })}
      >
        {(value) => (
          <Show when={value === 'looked'} fallback={<Explorer />}>
            <LookedTable />
          </Show>
        )}
      </Tabs>
    </>
  )
}
