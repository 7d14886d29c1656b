import { PageHeader } from '@lianban/ui'
import { Show } from 'solid-js'
import { BoxTabs } from '../app/box-tabs.tsx'
import { mayDraw } from '../app/duties.ts'
import { createPageTitle } from '../app/page-title.ts'
import { useSession } from '../app/session.tsx'
import { DrawsPanel } from './draws-panel.tsx'
import { RadarRows } from './radar-rows.tsx'
import { t } from './texts.ts'

const boxes = ['rows', 'draws'] as const

/** What the radar lists: to a procurator for the region, to an agency of its own cases. */
export function RadarPage() {
  const me = useSession()
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader title={t('title')} description={t(mayDraw(me()) ? 'lead' : 'leadOwn')} />
      <Show when={mayDraw(me())} fallback={<RadarRows />}>
        <BoxTabs label={t('boxes')} boxes={boxes} name={(box) => t(`box.${box}`)}>
          {(box) => (box === 'rows' ? <RadarRows /> : <DrawsPanel />)}
        </BoxTabs>
      </Show>
    </>
  )
}
