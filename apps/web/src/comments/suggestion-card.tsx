import { Badge, Button, showToast } from '@lianban/ui'
import type { Editor } from '@tiptap/core'
import { Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { SectionSuggestion } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { plainWords, rangeOf } from './anchor.ts'
import { t } from './strings.ts'

const tones = { open: 'warn', accepted: 'ok', rejected: 'danger', withdrawn: 'neutral' } as const

/** One proposed piece; whoever writes the section accepts it, which edits the text in their own name, or rejects it. */
export function SuggestionCard(props: {
  sectionId: string
  suggestion: SectionSuggestion
  editor: Editor
  /** Asked anew with every change of the text. */
  tick: number
  mayDecide: boolean
  refresh: () => void
}) {
  const range = () => (props.tick >= 0 ? rangeOf(props.editor.state, props.suggestion.anchor) : undefined)
  const isAsSeen = () => {
    const now = range()
    return now !== undefined && plainWords(props.editor.state, now) === props.suggestion.seen
  }
  const deciding = createDeed({
    send: (outcome: 'accepted' | 'rejected' | 'withdrawn', submissionId) => {
      const about = { sectionId: props.sectionId, suggestionId: props.suggestion.id, submissionId }
      return outcome === 'withdrawn'
        ? api.suggestions.withdraw.mutate(about).then(() => outcome)
        : api.suggestions.decide.mutate({ ...about, outcome, note: '' }).then(() => outcome)
    },
    done(outcome) {
      const now = range()
      if (outcome === 'accepted' && now && isAsSeen()) {
        const edit = props.editor.state.tr
        const { proposed } = props.suggestion
        props.editor.view.dispatch(
          proposed === '' ? edit.delete(now.from, now.to) : edit.insertText(proposed, now.from, now.to),
        )
      } else if (outcome === 'accepted') showToast({ title: t('moved'), tone: 'warn', closeLabel: shared('close') })
      props.refresh()
    },
  })
  return (
    <li class="rounded-md border border-line bg-surface px-3 py-2">
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
