import { Button, showToast, TextArea, TextField } from '@lianban/ui'
import type { Editor } from '@tiptap/core'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { type Anchor, anchorOf, plainWords } from './anchor.ts'
import { createSelection } from './selection.ts'
import { t } from './strings.ts'

type Piece = { anchor: Anchor; seen: string; proposed: string }

/** Proposes other words for those that are chosen in the text, which stays as it is. */
export function SuggestionForm(props: { sectionId: string; editor: Editor; done: () => void }) {
  const selection = createSelection(props.editor)
  const seen = () => plainWords(props.editor.state, selection())
  const [proposed, setProposed] = createSignal('')
  const [reason, setReason] = createSignal('')
  createEffect(on(seen, (words) => setProposed(words ?? '')))
  const suggesting = createDeed({
    send: (given: { piece: Piece; reason: string }, submissionId) =>
      api.suggestions.suggest.mutate({
        sectionId: props.sectionId,
        pieces: [given.piece],
        reason: given.reason,
        submissionId,
      }),
    done() {
      showToast({ title: t('suggested'), tone: 'ok', closeLabel: shared('close') })
      setReason('')
      props.done()
    },
  })
  const submit = () => {
    const anchor = anchorOf(props.editor.state, selection())
    const words = seen()
    if (anchor && words !== undefined)
      void suggesting.run({ piece: { anchor, seen: words, proposed: proposed().trim() }, reason: reason().trim() })
  }
  return (
    <section class="flex flex-col gap-2 rounded-md border border-line bg-surface p-3">
      <p class="text-muted text-sm">{t('suggestHint')}</p>
      <Show when={seen() !== undefined} fallback={<p class="text-sm text-warn">{t('suggestSpan')}</p>}>
        <div class="text-sm">
          <Show when={seen()} fallback={<p class="text-muted">{t('suggestInsert')}</p>}>
            {(words) => (
              <>
                <p class="text-muted">{t('suggestSeen')}</p>
                <p class="max-h-24 overflow-y-auto rounded-md bg-sunken px-2 py-1 leading-6">{words()}</p>
              </>
            )}
          </Show>
        </div>
        <TextArea
          label={t('suggestProposed')}
          hint={seen() ? t('suggestDelete') : undefined}
          rows={2}
          maxLength={5000}
          value={proposed()}
          onChange={setProposed}
        />
        <TextField label={t('suggestReason')} maxLength={500} value={reason()} onChange={setReason} />
        <div>
          <Button
            size="sm"
            variant="primary"
            busy={suggesting.busy()}
            disabled={proposed().trim() === seen()}
            onClick={submit}
          >
            {t('suggestSend')}
          </Button>
        </div>
      </Show>
      <RefusalNotice error={suggesting.error()} />
    </section>
  )
}
