import { Button, Notice, Panel, SelectField, TextArea, TextField } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import Search from 'lucide-solid/icons/search'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { HitAnswer, IdentifierKind } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'
import { Loaded } from '../app/loaded.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { Answer } from './answer.tsx'
import { type AskDraft, emptyAsk, isReady, isWrongNumber } from './ask-draft.ts'
import { t } from './texts.ts'

/** One number, asked about once. What was typed stays on this page and in no address. */
export function AskPanel() {
  const queries = useQueryClient()
  const options = useQuery(() => ({ queryKey: ['hits', 'options'], queryFn: () => api.hits.options.query({}) }))
  const [draft, setDraft] = createStore<AskDraft>(emptyAsk())
  const [answer, setAnswer] = createSignal<HitAnswer>()
  const asking = createDeed({
    send: (given: AskDraft, submissionId) => api.hits.ask.mutate({ ...given, submissionId }),
    done(told) {
      setAnswer(told)
      void queries.invalidateQueries({ queryKey: ['hits', 'list'] })
    },
  })
  const change = (part: Partial<AskDraft>) => {
    setDraft(part)
    setAnswer(undefined)
    asking.forget()
  }
  function ask(event: SubmitEvent) {
    event.preventDefault()
    if (isReady(draft)) void asking.run({ ...draft, reason: draft.reason.trim() })
  }
  return (
    <Panel>
      <Loaded query={options} compact>
        {(given) => (
          <Show when={given().purposes.length} fallback={<Notice tone="warn">{t('noPurpose')}</Notice>}>
            <form class="flex flex-col gap-3" onSubmit={ask} novalidate>
              <div class="grid grid-cols-[12rem_minmax(0,1fr)_16rem] items-start gap-3 narrow:grid-cols-1">
                <SelectField
                  label={t('kind')}
                  required
                  options={choices('identifier')}
                  value={draft.kind}
                  onChange={(kind) => change({ kind: kind as IdentifierKind })}
                />
                <TextField
                  label={t('value')}
                  required
                  maxLength={64}
                  autocomplete="off"
                  value={draft.value}
                  onChange={(value) => change({ value })}
                  error={isWrongNumber(draft) ? t('malformed') : undefined}
                />
                <SelectField
                  label={t('purpose')}
                  hint={t('purposeHint')}
                  required
                  options={given().purposes.map((purpose) => ({ value: purpose, label: purpose }))}
                  value={draft.purpose}
                  onChange={(purpose) => change({ purpose })}
                />
              </div>
              <TextArea
                label={t('reason')}
                hint={t('reasonHint')}
                required
                rows={2}
                maxLength={500}
                value={draft.reason}
                onChange={(reason) => change({ reason })}
              />
              <div class="flex flex-wrap items-center gap-3">
                <Button
                  type="submit"
                  variant="primary"
                  busy={asking.busy()}
                  disabled={!isReady(draft)}
                  icon={<Search size={16} aria-hidden="true" />}
                >
                  {t('ask')}
                </Button>
                <span class="text-muted text-sm">
                  {t('allowance', {
                    hour: given().limits.hitsPerOfficerHour,
                    day: given().limits.hitsPerAgencyDay,
                  })}
                </span>
              </div>
              <RefusalNotice error={asking.error()} />
              <Show when={answer()}>{(told) => <Answer answer={told()} />}</Show>
            </form>
          </Show>
        )}
      </Loaded>
    </Panel>
  )
}
