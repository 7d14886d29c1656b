import type { Anchor } from '@lianban/dossier'
import { Button, SelectField, TextArea } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import X from 'lucide-solid/icons/x'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { found as known } from '../app/found.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './strings.ts'

type Said = {
  threadId?: string
  anchor?: Anchor
  quote: string
  words: string
  mentions: string[]
}

/** Writes a comment or an answer, and calls on officers who may read the section. */
export function CommentForm(props: {
  sectionId: string
  threadId?: string | undefined
  /** The chosen words at the moment of sending, with where they stand. */
  at?: (() => { anchor: Anchor; quote: string } | undefined) | undefined
  label: string
  sendLabel: string
  done: () => void
  cancel?: (() => void) | undefined
}) {
  const [words, setWords] = createSignal('')
  const [mentions, setMentions] = createSignal<string[]>([])
  const people = useQuery(() => ({
    queryKey: ['sections', props.sectionId, 'mentionable'],
    queryFn: () => api.comments.mentionable.query({ sectionId: props.sectionId }),
    staleTime: 60_000,
  }))
  const nameOf = (id: string) => {
    const found = known(people)?.items.find((one) => one.id === id)
    return found ? officerLine(found) : ''
  }
  const choices = () =>
    (known(people)?.items ?? [])
      .filter(({ id }) => !mentions().includes(id))
      .map((one) => ({ value: one.id, label: officerLine(one) }))
  const writing = createDeed({
    send: (given: Said, submissionId) =>
      api.comments.write.mutate({ sectionId: props.sectionId, ...given, submissionId }),
    done() {
      setWords('')
      setMentions([])
      props.done()
    },
  })
  const submit = () => {
    if (words().trim() === '') return
    const at = props.at?.()
    void writing.run({
      ...(props.threadId && { threadId: props.threadId }),
      ...(at && { anchor: at.anchor }),
      quote: at?.quote.slice(0, 200) ?? '',
      words: words().trim(),
      mentions: mentions(),
    })
  }
  return (
    <div class="flex flex-col gap-2">
      <TextArea
        label={props.label}
        hideLabel
        rows={2}
        maxLength={2000}
        placeholder={t('placeholder')}
        value={words()}
        onChange={setWords}
      />
      <Show when={mentions().length}>
        <ul class="flex flex-wrap gap-1">
          <For each={mentions()}>
            {(id) => (
              <li class="inline-flex items-center gap-1 rounded-md bg-accent-soft px-2 text-accent-text text-sm">
                {nameOf(id)}
                <button
                  type="button"
                  class="inline-flex size-6 items-center justify-center narrow:size-9"
                  aria-label={t('mentionRemove', { name: nameOf(id) })}
                  onClick={() => setMentions(mentions().filter((other) => other !== id))}
                >
                  <X size={12} aria-hidden="true" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <SelectField
        label={t('mention')}
        hideLabel
        placeholder={t('mentionChoose')}
        options={choices()}
        value=""
        onChange={(id) => id && setMentions([...mentions(), id])}
      />
      <div class="flex flex-wrap gap-2">
        <Button size="sm" variant="primary" busy={writing.busy()} disabled={words().trim() === ''} onClick={submit}>
          {props.sendLabel}
        </Button>
        <Show when={props.cancel}>
          {(cancel) => (
            <Button size="sm" onClick={() => cancel()()}>
              {shared('cancel')}
            </Button>
          )}
        </Show>
      </div>
      <RefusalNotice error={writing.error()} reload={props.done} />
    </div>
  )
}
