import { PageHeader } from '@lianban/ui'
import { Match, Switch } from 'solid-js'
import { BoxTabs } from '../app/box-tabs.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { NoticeList } from './notice-list.tsx'
import { NoticeSettings } from './notice-settings.tsx'
import { t } from './texts.ts'

const boxes = ['unseen', 'all', 'settings'] as const

/** What the officer was told, and what he wants to be told. */
export function NoticesPage() {
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <BoxTabs label={t('boxes')} boxes={boxes} name={(box) => t(`box.${box}`)}>
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
          </Switch>
        )}
      </BoxTabs>
    </>
  )
}
