import { Button, Dialog, type TabItem, Tabs } from '@lianban/ui'
import ShieldQuestion from 'lucide-solid/icons/shield-question-mark'
import { createSignal, Match, Show, Switch } from 'solid-js'
import type { ExplainedRecord } from '../app/api-types.ts'
import { MineView } from './mine-view.tsx'
import { OnDateView } from './on-date-view.tsx'
import { OthersView } from './others-view.tsx'
import { t } from './texts.ts'
import { WhatIfView } from './what-if-view.tsx'

export type ExplainButtonProps = {
  record: ExplainedRecord
  /** What the record is called, under the title. */
  name: string
  size?: 'sm' | 'md' | undefined
}

/** Opens the four answers about one record: why I may, who else may, who could, and what if. */
export function ExplainButton(props: ExplainButtonProps) {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button size={props.size} icon={<ShieldQuestion size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Dialog
        open={open()}
        onOpenChange={setOpen}
        title={t('title')}
        description={props.name}
        closeLabel={t('close')}
        size="lg"
      >
        <Show when={open()}>
          <Answers record={props.record} />
        </Show>
      </Dialog>
    </>
  )
}

const tabs = ['mine', 'others', 'date', 'whatIf'] as const

function Answers(props: { record: ExplainedRecord }) {
  const [tab, setTab] = createSignal<string>('mine')
  const items: TabItem[] = tabs.map((value) => ({ value, label: t(`tab.${value}`) }))
  return (
    <Tabs label={t('tabs')} items={items} value={tab()} onChange={setTab}>
      {(value) => (
        <Switch>
          <Match when={value === 'mine'}>
            <MineView record={props.record} />
          </Match>
          <Match when={value === 'others'}>
            <OthersView record={props.record} />
          </Match>
          <Match when={value === 'date'}>
            <OnDateView record={props.record} />
          </Match>
          <Match when={value === 'whatIf'}>
            <WhatIfView record={props.record} />
          </Match>
        </Switch>
      )}
    </Tabs>
  )
}
