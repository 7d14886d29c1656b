import { Badge, Button, Notice, Panel, Timeline } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { CaseClosing } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { locale, said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { CloseDialog, ReopenDialog } from './closing-dialogs.tsx'
import { t } from './texts.ts'

/** Whether the case is closed and why, what bars it, and the deed for whoever may do it. */
export function ClosingPanel(props: { caseId: string }) {
  const found = useQuery(() => ({
    queryKey: ['cases', props.caseId, 'closing'],
    queryFn: () => api.cases.closing.query({ caseId: props.caseId }),
  }))
  const [asked, ask] = createSignal<'close' | 'reopen'>()
  return (
    <Loaded query={found}>
      {(data) => (
        <Panel
          title={t('title')}
          note={t(data().stage === 'closed' ? 'closedHint' : 'openHint')}
          actions={
            <Show
              when={data().can.reopen}
              fallback={
                <Show when={data().can.close}>
                  <Button disabled={!data().offered?.grounds.length} onClick={() => ask('close')}>
                    {t('close')}
                  </Button>
                </Show>
              }
            >
              <Button onClick={() => ask('reopen')}>{t('reopen')}</Button>
            </Show>
          }
        >
          <div class="flex flex-col gap-3">
            <Show when={data().offered}>{(offered) => <Bars offered={offered()} />}</Show>
            <Show when={data().history.length > 0} fallback={<p class="text-muted text-sm">{t('never')}</p>}>
              <Timeline label={t('history')} items={data().history.map(drawn)} />
            </Show>
          </div>
          <Show when={asked() === 'close' && data().offered}>
            {(offered) => (
              <CloseDialog
                caseId={props.caseId}
                version={data().version}
                grounds={offered().grounds}
                close={() => ask(undefined)}
              />
            )}
          </Show>
          <Show when={asked() === 'reopen'}>
            <ReopenDialog caseId={props.caseId} version={data().version} close={() => ask(undefined)} />
          </Show>
        </Panel>
      )}
    </Loaded>
  )
}

function Bars(props: { offered: NonNullable<CaseClosing['offered']> }) {
  const bars = () => [
    ...props.offered.owed.map(({ words, standingWords }) =>
      t('owed', { track: said(words), standing: said(standingWords) }),
    ),
    ...(props.offered.underWay.length > 0
      ? [t('underWay', { numbers: props.offered.underWay.join(locale() === 'zh' ? '、' : ', ') })]
      : []),
  ]
  const told = () => (bars().length > 0 || props.offered.grounds.length > 0 ? bars() : [t('noGround')])
  return (
    <Show when={told().length > 0}>
      <Notice tone="info" title={t('barred')}>
        <ul>
          <For each={told()}>{(bar) => <li>{bar}</li>}</For>
        </ul>
      </Notice>
    </Show>
  )
}

const drawn = (one: CaseClosing['history'][number]) => ({
  key: String(one.nth),
  at: formatDateTime(one.movedAt),
  tone: one.move === 'closed' ? ('ok' as const) : ('warn' as const),
  title: one.ground ? t('wasClosed', { ground: said(one.ground.words) }) : t('wasReopened'),
  body: (
    <div class="flex flex-col gap-0.5">
      <span>{[t('paperIs', { paper: one.paper }), officerLine(one.officer)].join(' · ')}</span>
      <Show when={one.ground}>
        {(ground) => (
          <span class="flex flex-wrap items-center gap-2">
            {ground().basis.map(said).join('、')}
            <Show when={!ground().isVerified}>
              <Badge tone="warn">{said(ground().statusWords)}</Badge>
            </Show>
          </span>
        )}
      </Show>
      <Show when={one.note}>
        <span>{one.note}</span>
      </Show>
    </div>
  ),
})
