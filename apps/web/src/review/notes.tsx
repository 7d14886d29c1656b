import { Button, CheckboxField, Panel, TextField } from '@lianban/ui'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Review } from '../app/api-types.ts'
import { formatDateTime } from '../app/format.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { createDone } from '../evidence/done.ts'
import { DropDialog } from './drop-dialog.tsx'
import type { ReviewItem } from './items-in.ts'
import { type Citing, type Spot, sentSpot, spotOf } from './spot.ts'
import { SpotButton } from './spot-button.tsx'
import { spotWords } from './spot-words.ts'
import { t } from './texts.ts'

type Given = {
  caseId: string
  items: readonly ReviewItem[]
  review: Review
  item: ReviewItem | undefined
  here: Citing | undefined
  fileName: (fileId: string) => string
  open: (itemId: string, spot: Spot) => void
}

/** Notes that nobody but their author reads. */
export function Notes(props: Given) {
  const [dropping, drop] = createSignal<string>()
  const about = (itemId: string | null) => {
    const item = props.items.find(({ id }) => id === itemId)
    return item ? t('number', { n: item.number }) : t('noteOfCase')
  }
  return (
    <Panel
      title={t('notes')}
      note={
        <span class="inline-flex items-center gap-1">
          <LockKeyhole size={14} aria-hidden="true" class="shrink-0" />
          {t('notesNote')}
        </span>
      }
      flush
    >
      <Show when={props.review.can.note}>
        <Writing {...props} />
      </Show>
      <Show when={props.review.notes.length > 0} fallback={<p class="px-4 py-3 text-muted text-sm">{t('noNotes')}</p>}>
        <ul class="divide-y divide-line">
          <For each={props.review.notes.toReversed()}>
            {(note) => (
              <li class="flex items-start gap-3 px-4 py-2">
                <span class="flex min-w-0 flex-1 flex-col">
                  <span class="text-faint text-xs">
                    {about(note.itemId)} · {formatDateTime(note.writtenAt)}
                  </span>
                  <span class="wrap-anywhere whitespace-pre-wrap">{note.words}</span>
                  <Show when={note.spot} keyed>
                    {(kept) => (
                      <SpotButton
                        spot={spotOf(kept)}
                        file={props.fileName(kept.fileId)}
                        open={() => note.itemId && props.open(note.itemId, spotOf(kept))}
                      />
                    )}
                  </Show>
                </span>
                <Show when={props.review.can.note}>
                  <Button size="sm" variant="quiet" onClick={() => drop(note.id)}>
                    {t('dropNote')}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={dropping()} keyed>
        {(noteId) => <DropDialog caseId={props.caseId} noteId={noteId} close={() => drop(undefined)} />}
      </Show>
    </Panel>
  )
}

function Writing(props: Given) {
  const [words, setWords] = createSignal('')
  const [cites, setCites] = createSignal(true)
  const done = createDone(() => setWords(''))
  const writing = createDeed({
    send: (given: string, submissionId) =>
      api.review.note.mutate({
        caseId: props.caseId,
        ...(props.item && { evidenceId: props.item.id }),
        words: given,
        ...(props.item && props.here && cites() && { spot: sentSpot(props.here.spot) }),
        submissionId,
      }),
    done: () => done(t('noteDone')),
  })
  return (
    <form
      class="flex flex-col gap-2 border-line border-b px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (words().trim()) void writing.run(words().trim())
      }}
    >
      <div class="flex items-end gap-2">
        <TextField
          class="flex-1"
          label={t('noteOn', { about: props.item ? t('number', { n: props.item.number }) : t('noteOfCase') })}
          placeholder={t('notePlaceholder')}
          maxLength={2000}
          value={words()}
          onChange={setWords}
        />
        <Button type="submit" busy={writing.busy()} disabled={words().trim() === ''}>
          {t('addNote')}
        </Button>
      </div>
      <Show when={props.item && props.here}>
        {(here) => (
          <CheckboxField
            label={t('cite', { spot: spotWords(here().spot, here().file) })}
            checked={cites()}
            onChange={setCites}
          />
        )}
      </Show>
      <RefusalNotice error={writing.error()} />
    </form>
  )
}
