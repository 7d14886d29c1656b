import { PageHeader, Tabs } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { createPageTitle } from '../app/page-title.ts'
import { Keeping } from '../keeping/keeping.tsx'
import { Alerts } from './alerts.tsx'
import { DisputeAlarm } from './dispute-alarm.tsx'
import { Explorer } from './explorer.tsx'
import { LookedTable } from './looked-table.tsx'
import { t } from './strings.ts'
import { Witnesses } from './witnesses.tsx'

const views = ['looked', 'entries', 'alerts', 'witnesses', 'keeping'] as const

/** The own agency's records in the log: who of others looked at them, everything that was done, and what was out of the ordinary. */
export function AuditPage() {
  const [address, setAddress] = useSearchParams<{ view?: string }>()
  createPageTitle(() => t('title'))
  const view = () => views.find((one) => one === address.view) ?? 'looked'
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <Show when={view() !== 'witnesses'}>
        <DisputeAlarm />
      </Show>
      <Tabs
        label={t('views')}
        items={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        value={view()}
        onChange={(value) => setAddress({ view: value }, { replace: true })}
      >
        {(value) => (
          <Switch fallback={<Explorer />}>
            <Match when={value === 'looked'}>
              <LookedTable />
            </Match>
            <Match when={value === 'alerts'}>
              <Alerts />
            </Match>
            <Match when={value === 'keeping'}>
              <Keeping />
            </Match>
            <Match when={value === 'witnesses'}>
              <Witnesses />
            </Match>
          </Switch>
        )}
      </Tabs>
    </>
  )
}
