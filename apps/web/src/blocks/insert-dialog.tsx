import { boundKinds } from '@lianban/dossier'
import { Button, Dialog, Notice, RadioCards, SelectField, Skeleton, TextArea } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import type { Editor } from '@tiptap/core'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Case } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatAmount, formatPartialDate } from '../app/format.ts'
import { found as known } from '../app/found.ts'
import { t as shared } from '../app/i18n/index.ts'
import { Refused } from '../app/loaded.tsx'
import { loggedRead } from '../app/query-client.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { type BlockDraft, blankBlock, blockProblem } from './block-draft.ts'
import { GoodsLines } from './goods-lines.tsx'
import { t } from './strings.ts'

/** Chooses a record for the section to show: an event or a figure of the case, or words or goods of one of its clues. */
export function InsertDialog(props: { record: Case; sectionId: string; editor: Editor; close: () => void }) {
  const [draft, setDraft] = createStore<BlockDraft>({ ...blankBlock })
  const [tried, setTried] = createSignal(false)
  const ofClue = () => draft.kind === 'quotation' || draft.kind === 'goods'
  const clue = useQuery(() => ({
    queryKey: ['clues', 'find', draft.clueId],
    queryFn: () => api.clues.find.query({ clueId: draft.clueId }),
    enabled: draft.clueId !== '',
    ...loggedRead,
  }))
  const found = () => (draft.clueId === '' ? undefined : known(clue))
  const problem = () => blockProblem(draft, found()?.content)
  const shownProblem = (which: 'record' | 'words') =>
    tried() && problem() === which ? t(`problem.${which}`) : undefined
  const insert = (attrs: { kind: string; recordId: string; digest?: string }) => {
    props.editor.chain().focus().insertContent({ type: 'recordBlock', attrs }).run()
    props.close()
  }
  const quoting = createDeed({
    send: (given: BlockDraft, submissionId) =>
      api.quotations.quote.mutate({
        sectionId: props.sectionId,
        clueId: given.clueId,
        part: given.kind === 'goods' ? 'goods' : 'content',
        words: given.kind === 'goods' ? '' : given.words.trim(),
        submissionId,
      }),
    done: ({ quotationId, digest, kind }) => insert({ kind, recordId: quotationId, digest }),
  })
  const submit = () => {
    setTried(true)
    if (problem()) return
    if (ofClue()) void quoting.run({ ...draft })
    else insert({ kind: draft.kind, recordId: draft.recordId })
  }
  const records = () =>
    draft.kind === 'event'
      ? (props.record.events ?? []).map(({ id, happenedOn, what, source }) => ({
          value: id,
          label: `${formatPartialDate(happenedOn)} ${what}`,
          note: t('source', { source }),
        }))
      : (props.record.figures ?? []).map(({ id, measure, what, amount, unit, source }) => ({
          value: id,
          label: `${word('measure', measure)} · ${what} ${formatAmount(amount, unit)}`,
          note: t('source', { source }),
        }))
  const clues = () =>
    props.record.clues.map(({ id, number, title, ownerAgency }) => ({
      value: id,
      label: title,
      note: `${agencyShort(ownerAgency)} · ${number}`,
    }))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('insertTitle')}
      description={t('insertText')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button variant="primary" busy={quoting.busy()} onClick={submit}>
            {t('insertSave')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <RadioCards
          label={t('insertWhat')}
          required
          options={boundKinds.map((kind) => ({
            value: kind,
            label: t(`insert.${kind}`),
            note: t(`insert.${kind}Note`),
          }))}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...blankBlock, kind: kind as BlockDraft['kind'] })}
        />
        <Switch>
          <Match when={(ofClue() ? clues() : records()).length === 0}>
            <p class="text-muted text-sm">{t('noRecords')}</p>
          </Match>
          <Match when={ofClue()}>
            <SelectField
              label={t('chooseClue')}
              required
              options={clues()}
              value={draft.clueId}
              onChange={(clueId) => setDraft({ clueId, words: '' })}
              error={shownProblem('record')}
            />
          </Match>
          <Match when={!ofClue()}>
            <SelectField
              label={t('chooseRecord')}
              required
              options={records()}
              value={draft.recordId}
              onChange={(recordId) => setDraft('recordId', recordId)}
              error={shownProblem('record')}
            />
          </Match>
        </Switch>
        <Show when={ofClue() && draft.clueId !== ''}>
          <Switch fallback={<Skeleton label={shared('loading')} rows={3} />}>
            <Match when={clue.isError}>
              <Refused compact error={clue.error} retry={() => clue.refetch()} />
            </Match>
            <Match when={found()}>
              {(read) => (
                <>
                  <Show when={read().handlingCode !== 'unrestricted'}>
                    <Notice tone="warn">{t('carries', { code: word('handlingCode', read().handlingCode) })}</Notice>
                  </Show>
                  <Show
                    when={draft.kind === 'quotation'}
                    fallback={
                      <Show when={read().goods} fallback={<Notice tone="neutral">{t('goodsWithheld')}</Notice>}>
                        {(goods) => <GoodsLines goods={goods()} />}
                      </Show>
                    }
                  >
                    <Show when={read().content} fallback={<Notice tone="neutral">{t('contentWithheld')}</Notice>}>
                      {(content) => (
                        <>
                          <TextArea
                            label={t('words')}
                            hint={t('wordsHint')}
                            required
                            rows={3}
                            value={draft.words}
                            onChange={(words) => setDraft('words', words)}
                            error={shownProblem('words')}
                          />
                          <div>
                            <p class="text-muted text-sm">{t('fullText')}</p>
                            <p class="mt-1 max-h-40 select-text overflow-y-auto whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 leading-6">
                              {content()}
                            </p>
                          </div>
                        </>
                      )}
                    </Show>
                  </Show>
                </>
              )}
            </Match>
          </Switch>
        </Show>
        <RefusalNotice error={quoting.error()} />
      </div>
    </Dialog>
  )
}
