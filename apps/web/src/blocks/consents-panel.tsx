import { Badge, Button, Panel } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { QuotationConsent } from '../app/api-types.ts'
import { agencyShort, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { found } from '../app/found.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { t } from './strings.ts'

const tones = { waiting: 'warn', given: 'ok', refused: 'danger' } as const

/** What other agencies asked about quotations of this clue, for its owner; whoever decides answers here. */
export function ConsentsPanel(props: { clueId: string }) {
  const queries = useQueryClient()
  const queryKey = () => ['clues', 'consents', props.clueId]
  const consents = useQuery(() => ({
    queryKey: queryKey(),
    queryFn: () => api.quotations.consents.query({ clueId: props.clueId }),
  }))
  const [answering, answer] = createSignal<{ item: QuotationConsent; outcome: 'given' | 'refused' }>()
  return (
    <Show when={found(consents)?.items.length}>
      <div id="consents">
        <Panel title={t('consents')} flush note={found(consents)?.items.length}>
          <ul>
            <For each={found(consents)?.items}>
              {(item) => (
                <li class="border-line border-b px-4 py-3 last:border-b-0">
                  <p class="flex flex-wrap items-center justify-between gap-2">
                    <span class="font-medium">
                      {t('consentAsks', { agency: agencyShort(item.agency), purpose: t(`purpose.${item.purpose}`) })}
                    </span>
                    <Badge tone={tones[item.state]}>{t(`consent.${item.state}`)}</Badge>
                  </p>
                  <blockquote class="mt-1.5 whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 leading-6">
                    {item.part === 'goods' ? t('consentGoods') : `“${item.words}”`}
                  </blockquote>
                  <p class="mt-1.5">
                    <span class="mr-2 text-muted">{t('consentReason')}</span>
                    {item.reason}
                  </p>
                  <p class="mt-0.5 text-muted text-sm">
                    {officerLine(item.officer)} · {formatDateTime(item.askedAt)}
                  </p>
                  <Show when={item.decidedBy}>
                    {(officer) => (
                      <p class="mt-0.5 text-muted text-sm">
                        {t(`consent.${item.state}`)} · {officerLine(officer())} · {formatDateTime(item.decidedAt!)}
                        <Show when={item.note}> · {item.note}</Show>
                      </p>
                    )}
                  </Show>
                  <Show when={item.state === 'waiting' && found(consents)?.canDecide}>
                    <div class="mt-2 flex flex-wrap gap-2">
                      <Button size="sm" variant="primary" onClick={() => answer({ item, outcome: 'given' })}>
                        {t('consentGive')}
                      </Button>
                      <Button size="sm" onClick={() => answer({ item, outcome: 'refused' })}>
                        {t('consentRefuse')}
                      </Button>
                    </div>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Panel>
        <Show when={answering()} keyed>
          {({ item, outcome }) => (
            <AnswerDialog
              clueId={props.clueId}
              consentId={item.id}
              outcome={outcome}
              refresh={() => queries.invalidateQueries({ queryKey: queryKey() })}
              close={() => answer(undefined)}
            />
          )}
        </Show>
      </div>
    </Show>
  )
}
