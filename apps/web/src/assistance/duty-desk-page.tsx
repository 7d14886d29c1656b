import { PageHeader } from '@lianban/ui'
import { Match, Switch } from 'solid-js'
import { BoxTabs } from '../app/box-tabs.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { DeskBoard } from './desk-board.tsx'
import { Figures } from './figures.tsx'
import { ProgressBoard } from './progress-board.tsx'
import { RequestTable } from './request-table.tsx'
import { t } from './texts.ts'

const boxes = ['desk', 'received', 'sent', 'above', 'figures'] as const

/** The duty desk: what waits by the nearest end, what came and went, what climbed, and how fast it goes. */
export function DutyDeskPage() {
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <BoxTabs label={t('boxes')} boxes={boxes} name={(box) => t(`box.${box}`)}>
        {(box) => (
          <Switch>
            <Match when={box === 'desk'}>
              <DeskBoard />
            </Match>
            <Match when={box === 'sent'}>
              <div class="flex flex-col gap-4">
                <ProgressBoard />
                <RequestTable box="sent" />
              </div>
            </Match>
            <Match when={box === 'received'}>
              <RequestTable box="received" />
            </Match>
            <Match when={box === 'above'}>
              <RequestTable box="above" />
            </Match>
            <Match when={box === 'figures'}>
              <Figures />
            </Match>
          </Switch>
        )}
      </BoxTabs>
    </>
  )
}
