import { Badge, Button } from '@lianban/ui'
import type { Editor } from '@tiptap/core'
import { Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { SectionSuggestion } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { standsAt } from './anchor.ts'
import { t } from './strings.ts'

const tones = { open: 'warn', accepted: 'ok', rejected: 'danger', withdrawn: 'neutral' } as const

/** One proposed piece; whoever writes the section accepts it, and the hub edits the text in their name, or rejects it. */
export function SuggestionCard(props: {
  sectionId: string
  suggestion: SectionSuggestion
  isWanted: boolean
  editor: Editor
  /** Asked anew with every change of the text. */
  tick: number
  mayDecide: boolean
  refresh: () => void
}) {
  const isAsSeen = () => props.tick >= 0 && standsAt(props.editor.state, props.suggestion.anchor, props.suggestion.seen)
  const deciding = createDeed({
    async send(outcome: 'accepted' | 'rejected' | 'withdrawn', submissionId): Promise<unknown> {
      const about = { sectionId: props.sectionId, suggestionId: props.suggestion.id, submissionId }
      return outcome === 'withdrawn'
        ? api.suggestions.withdraw.mutate(about)
        : api.suggestions.decide.mutate({ ...about, outcome, note: '' })
    },
    done: () => props.refresh(),
  })
  return (
    <li
      data-suggestion={props.suggestion.id}
      class={`rounded-md border bg-surface px-3 py-2 ${props.isWanted ? 'border-accent' : 'border-line'}`}
    >
      <p class="flex flex-wrap items-baseline justify-between gap-x-2 text-sm">
        <span class="font-medium">{officerLine(props.suggestion.officer)}</span>
        <Badge tone={tones[props.suggestion.state]}>{t(`state.${props.suggestion.state}`)}</Badge>
      </p>
      <p class="text-faint text-xs">{formatDateTime(props.suggestion.proposedAt)}</p>
      <p class="mt-1 break-words leading-6">
        <Show when={props.suggestion.seen}>
          <del class="text-danger">
            <span class="sr-only">{t('deleted')} </span>
            {props.suggestion.seen}
          </del>{' '}
        </Show>
        <Show when={props.suggestion.proposed}>
          <ins class="text-ok">
            <span class="sr-only">{t('inserted')} </span>
            {props.suggestion.proposed}
          </ins>
        </Show>
      </p>
      <Show when={props.suggestion.reason}>
        <p class="text-muted text-sm">
          {t('suggestReason')} {props.suggestion.reason}
        </p>
      </Show>
      <Show when={props.suggestion.decidedBy}>
        {(officer) => (
          <p class="text-faint text-xs">
            {t('decidedBy', { name: officerLine(officer()), at: formatDateTime(props.suggestion.decidedAt!) })}
          </p>
        )}
      </Show>
      <Show when={props.suggestion.state === 'open'}>
        <Show when={props.mayDecide && !isAsSeen()}>
          <p class="mt-1 text-sm text-warn">{t('moved')}</p>
        </Show>
        <div class="mt-1.5 flex flex-wrap gap-2">
          <Show when={props.mayDecide}>
            <Button
              size="sm"
              variant="primary"
              disabled={!isAsSeen()}
              busy={deciding.busy()}
              onClick={() => void deciding.run('accepted')}
            >
              {t('accept')}
            </Button>
            <Button size="sm" busy={deciding.busy()} onClick={() => void deciding.run('rejected')}>
              {t('reject')}
            </Button>
          </Show>
          <Show when={props.suggestion.canWithdraw}>
            <Button size="sm" busy={deciding.busy()} onClick={() => void deciding.run('withdrawn')}>
              {t('withdraw')}
            </Button>
          </Show>
        </div>
      </Show>
      <RefusalNotice error={deciding.error()} reload={props.refresh} />
    </li>
  )
}
