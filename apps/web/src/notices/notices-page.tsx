import { PageHeader } from '@lianban/ui'
import { Match, Switch } from 'solid-js'
import { BoxTabs } from '../app/box-tabs.tsx'
import { keepsWebhooks } from '../app/duties.ts'
import { createPageTitle } from '../app/page-title.ts'
import { useSession } from '../app/session.tsx'
import { NoticeList } from './notice-list.tsx'
import { NoticeSettings } from './notice-settings.tsx'
import { t } from './texts.ts'
import { WebhookPanel } from './webhook-panel.tsx'

const boxes = ['unseen', 'all', 'settings'] as const
const withWebhooks = [...boxes, 'webhooks'] as const

/** What the officer was told, and what he wants to be told. */
export function NoticesPage() {
  const session = useSession()
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <BoxTabs<(typeof withWebhooks)[number]>
        label={t('boxes')}
        boxes={keepsWebhooks(session()) ? withWebhooks : boxes}
        name={(box) => t(`box.${box}`)}
      >
        {(box) => (
          <Switch>
            <Match when={box === 'unseen'}>
              <NoticeList isUnseen={true} />
            </Match>
            <Match when={box === 'all'}>
              <NoticeList isUnseen={false} />
            </Match>
            <Match when={box === 'settings'}>
              <NoticeSettings />
            </Match>
            <Match when={box === 'webhooks'}>
              <WebhookPanel />
            </Match>
          </Switch>
        )}
      </BoxTabs>
    </>
  )
}
