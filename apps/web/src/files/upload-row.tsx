import { Button } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { readRefusal } from '../app/refusal.ts'
import { formatBytes } from './bytes.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { UnreadableError } from './own-digest.ts'
import { ProgressBar } from './progress-bar.tsx'
import type { Item, queueOf } from './queue.ts'
import { EndedError, LostError, NoRoomError } from './sending.ts'
import { t } from './texts.ts'

type Queue = ReturnType<typeof queueOf>

/** One file on its way: how far, and what can be done about it. */
export function UploadRow(props: { item: Item; queue: Queue; caseId: string }) {
  const queries = useQueryClient()
  const [asking, ask] = createSignal(false)
  const percent = () => Math.floor((props.item.sent / Math.max(1, props.item.bytes)) * 100)
  const is = (...states: readonly Item['state'][]) => states.includes(props.item.state)
  const gone = () => {
    props.queue.remove(props.item.key)
    void queries.invalidateQueries({ queryKey: ['cases', props.caseId, 'files'] })
  }
  const giveUp = () => (props.item.fileId && !is('done') ? ask(true) : gone())
  return (
    <li class="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <div class="min-w-0 flex-1 basis-72">
        <p class="flex flex-wrap items-baseline gap-x-2">
          <span class="wrap-anywhere font-medium">{props.item.name}</span>
          <span class="text-muted text-sm">{formatBytes(props.item.bytes)}</span>
        </p>
        <Show when={is('sending', 'paused', 'checking')}>
          <ProgressBar percent={percent()} label={props.item.name} isStill={is('paused')} />
        </Show>
        <p class={`mt-1 text-sm ${is('done') ? 'text-ok' : 'text-muted'}`} role="status">
          {t(`state.${props.item.state}`, { percent: percent() })}
          <Show when={props.item.isWaitingForLine && is('sending')}>
            <span class="ml-2 text-warn">{t('offline')}</span>
          </Show>
        </p>
        <Show when={props.item.error}>
          {(error) => (
            <p class="mt-1 text-danger text-sm" role="alert">
              {sentenceOf(error())}
            </p>
          )}
        </Show>
      </div>
      <div class="flex gap-2">
        <Switch>
          <Match when={is('sending', 'waiting')}>
            <Button size="sm" onClick={() => props.queue.pause(props.item.key)}>
              {t('pause')}
            </Button>
          </Match>
          <Match when={is('paused')}>
            <Button size="sm" variant="primary" onClick={() => props.queue.resume(props.item.key)}>
              {t('resume')}
            </Button>
          </Match>
          <Match when={is('failed')}>
            <Button
              size="sm"
              variant="primary"
              onClick={() => props.queue.resume(props.item.key, props.item.error instanceof EndedError)}
            >
              {t(props.item.error instanceof LostError ? 'resume' : 'retry')}
            </Button>
          </Match>
        </Switch>
        <Show when={!is('checking')}>
          <Button size="sm" variant="quiet" onClick={giveUp}>
            {t(is('done') ? 'remove' : 'discard')}
          </Button>
        </Show>
      </div>
      <Show when={asking() && props.item.fileId}>
        {(fileId) => <DiscardDialog name={props.item.name} fileId={fileId()} done={gone} close={() => ask(false)} />}
      </Show>
    </li>
  )
}

/** What went wrong, and what to do. */
function sentenceOf(error: unknown): string {
  if (error instanceof NoRoomError) return t('noRoom')
  if (error instanceof LostError) return t('stopped')
  if (error instanceof UnreadableError) return t('unreadable')
  if (error instanceof EndedError) return t('ended')
  const { sentence, nextStep } = readRefusal(error)
  return `${sentence} ${nextStep}`
}
