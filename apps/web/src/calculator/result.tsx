import { Badge, EmptyState, Notice, Panel, type Tone } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { Calculated } from '../app/api-types.ts'
import { formatAlternatives } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { ResultRows } from './result-rows.tsx'
import { t } from './texts.ts'

type Assessment = Calculated['assessment']

const tones: Record<Assessment['conclusion'], Tone> = {
  must_transfer: 'danger',
  no_penalty_instead: 'danger',
  consult: 'warn',
  incomplete: 'warn',
  administrative: 'ok',
}

/** What the matter is, to whom it goes, and every row with its numbers. */
export function Result(props: { found: Calculated | undefined }) {
  return (
    <Show
      when={props.found}
      fallback={
        <Panel title={t('result')}>
          <EmptyState compact title={t('resultEmpty')} description={t('resultEmptyHint')} />
        </Panel>
      }
    >
      {(found) => (
        <>
          <Verdict assessment={found().assessment} />
          <ResultRows rows={found().assessment.rows} />
        </>
      )}
    </Show>
  )
}

function Verdict(props: { assessment: Assessment }) {
  const asks = () => props.assessment.asks.map((one) => t(one))
  return (
    <Panel title={t('result')}>
      <div role="status" class="flex flex-col gap-3">
        <Notice tone={tones[props.assessment.conclusion]}>
          <p class="font-semibold text-lg">{said(props.assessment.words)}</p>
          <Show when={props.assessment.to}>{(to) => <p>{t(`to.${to()}`)}</p>}</Show>
          <Show when={asks().length}>
            <p>{t('asks', { list: formatAlternatives(asks()) })}</p>
          </Show>
        </Notice>
        <Show when={props.assessment.notes.length}>
          <section aria-label={t('notes')}>
            <h3 class="mb-1 flex items-center gap-2 font-medium text-sm">
              <Badge tone="info">{t('notes')}</Badge>
            </h3>
            <ul class="list-disc pl-5 text-sm">
              <For each={props.assessment.notes}>{(note) => <li class="py-0.5">{said(note)}</li>}</For>
            </ul>
          </section>
        </Show>
      </div>
    </Panel>
  )
}
