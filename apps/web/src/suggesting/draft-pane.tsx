import './draft.css'
import { Button, ConfirmDialog, showToast, TextField } from '@lianban/ui'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import type { Doc } from 'yjs'
import { api } from '../app/api.ts'
import { t as shared } from '../app/i18n/index.ts'
import { UnsavedGuard } from '../app/unsaved-guard.tsx'
import type { ShownBlocks } from '../blocks/shown-blocks.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { makeDraft, type ProposedPiece } from './make-draft.ts'
import { t } from './strings.ts'

/** As many as one act may propose. */
const mostPieces = 100

/** A copy of the section to be changed in place; what differs is laid before its writers, piece by piece. */
export function DraftPane(props: {
  sectionId: string
  doc: Doc
  label: string
  blocks: ShownBlocks
  close: () => void
  proposed: () => void
}) {
  let pane: HTMLDivElement | undefined
  let host: HTMLDivElement | undefined
  let draft: ReturnType<typeof makeDraft> | undefined
  const [count, setCount] = createSignal(0)
  const [reason, setReason] = createSignal('')
  const [isRefused, refuse] = createSignal(false)
  const [leaving, leave] = createSignal(false)
  const [isSent, setSent] = createSignal(false)
  onMount(() => {
    draft = makeDraft({
      element: host!,
      doc: props.doc,
      label: t('editor', { section: props.label }),
      blocks: props.blocks,
      changed() {
        setCount(draft?.count() ?? 0)
        refuse(false)
      },
      refused: () => refuse(true),
    })
    pane?.scrollIntoView({ block: 'start' })
    draft.editor.commands.focus('start', { scrollIntoView: false })
  })
  onCleanup(() => draft?.end())
  const proposing = createDeed({
    send: (given: { pieces: ProposedPiece[]; reason: string }, submissionId) =>
      api.suggestions.suggest.mutate({ sectionId: props.sectionId, ...given, submissionId }),
    done() {
      setSent(true)
      showToast({ title: t('proposed', { n: count() }), tone: 'ok', closeLabel: shared('close') })
      props.proposed()
    },
  })
  const isTooMuch = () => count() > mostPieces
  const close = () => (count() > 0 ? leave(true) : props.close())
  return (
    <div ref={pane} class="scroll-mt-12">
      <UnsavedGuard dirty={count() > 0 && !isSent()} />
      <div class="sticky top-12 z-20 border-line border-b bg-accent-soft px-6 py-2.5 narrow:static narrow:px-4">
        <p class="text-sm">
          <span class="font-medium text-accent-text">{t('mode')}</span> <span class="text-muted">{t('modeHint')}</span>
        </p>
        <div class="mt-2 flex flex-wrap items-end gap-x-3 gap-y-2">
          <TextField
            class="min-w-0 flex-1 narrow:w-full narrow:flex-none"
            label={t('reason')}
            maxLength={500}
            value={reason()}
            onChange={setReason}
          />
          <span class="flex gap-2">
            <Button
              variant="primary"
              busy={proposing.busy()}
              disabled={count() === 0 || isTooMuch()}
              onClick={() => void proposing.run({ pieces: draft!.pieces(), reason: reason().trim() })}
            >
              {count() > 0 ? t('propose', { n: count() }) : t('proposeNone')}
            </Button>
            <Button onClick={close}>{t('leave')}</Button>
          </span>
        </div>
        <div role="status">
          <Show when={isRefused()}>
            <p class="mt-1.5 text-sm text-warn">{t('wordsOnly')}</p>
          </Show>
          <Show when={isTooMuch()}>
            <p class="mt-1.5 text-sm text-warn">{t('tooMuch', { most: mostPieces })}</p>
          </Show>
        </div>
        <RefusalNotice error={proposing.error()} />
      </div>
      <div ref={host} class="section-text draft-text px-10 py-8 narrow:px-4 narrow:py-5" />
      <ConfirmDialog
        open={leaving()}
        onOpenChange={leave}
        title={t('leaveTitle')}
        confirmLabel={t('leaveConfirm')}
        cancelLabel={t('leaveStay')}
        tone="danger"
        onConfirm={() => props.close()}
      >
        <p>{t('leaveText', { n: count() })}</p>
      </ConfirmDialog>
    </div>
  )
}
