import { Button, EmptyState } from '@lianban/ui'
import KeyRound from 'lucide-solid/icons/key-round'
import SearchX from 'lucide-solid/icons/search-x'
import { createSignal, For, Show } from 'solid-js'
import type { AgencyCard, HitAnswer } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { locale } from '../app/i18n/index.ts'
import { ClueLine } from '../app/record-lines.tsx'
import { RequestDialog } from '../requests/request-dialog.tsx'
import { t } from './texts.ts'

/** In three grades: the record, the agency that has one, or nothing to tell. */
export function Answer(props: { answer: HitAnswer }) {
  const isNothing = () => !props.answer.records.length && !props.answer.hints.length
  return (
    <section aria-live="polite" aria-label={t('answer')} class="overflow-clip rounded-md border border-line">
      <Show when={isNothing()}>
        <EmptyState compact icon={<SearchX size={16} />} title={t('answerNone')} description={t('answerNoneHint')} />
      </Show>
      <Show when={props.answer.records.length}>
        <h3 class="border-line border-b bg-sunken px-4 py-1.5 font-medium text-sm">{t('answerRecords')}</h3>
        <ul>
          <For each={props.answer.records}>{(clue) => <ClueLine clue={clue} />}</For>
        </ul>
      </Show>
      <Show when={props.answer.hints.length}>
        <h3 class="border-line border-b bg-sunken px-4 py-1.5 font-medium text-sm">{t('answerHints')}</h3>
        <ul>
          <For each={props.answer.hints}>{(agency) => <Hint agency={agency} queryId={props.answer.queryId} />}</For>
        </ul>
      </Show>
    </section>
  )
}

function Hint(props: { agency: AgencyCard; queryId: string }) {
  const [asking, setAsking] = createSignal(false)
  const name = () => (locale() === 'zh' ? props.agency.nameZh : props.agency.nameEn)
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2.5 last:border-b-0">
      <div class="min-w-0 flex-1">
        <AgencyName agency={props.agency} />
        <p class="mt-0.5 text-muted text-sm">{t('hintBody', { agency: name() })}</p>
      </div>
      <Button size="sm" icon={<KeyRound size={14} aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('askHere')}
      </Button>
      <RequestDialog
        wanted={{ kind: 'Hit', queryId: props.queryId, agencyId: props.agency.id }}
        open={asking()}
        onOpenChange={setAsking}
      />
    </li>
  )
}
