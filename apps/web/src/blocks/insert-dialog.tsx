import { Button, ComboboxField, Dialog, RadioCards, Skeleton, TextField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import type { Editor } from '@tiptap/core'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Case, Clue } from '../app/api-types.ts'
import { found as known } from '../app/found.ts'
import { t as shared } from '../app/i18n/index.ts'
import { Refused } from '../app/loaded.tsx'
import { loggedRead } from '../app/query-client.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { type BlockDraft, blankBlock, blockProblem, isOfClue, kindsToInsert } from './block-draft.ts'
import { inserted, insertInto } from './inserted.ts'
import { QuoteFields } from './quote-fields.tsx'
import {
  clueChoices,
  eventChoices,
  evidenceChoices,
  figureChoices,
  imageChoices,
  seizureChoices,
} from './record-choices.ts'
import { t } from './strings.ts'

/** Chooses a record for the section to show: of the evidence, the files, the events and figures of the case, or of one of its clues. */
export function InsertDialog(props: { record: Case; sectionId: string; editor: Editor; close: () => void }) {
  const [draft, setDraft] = createStore<BlockDraft>({ ...blankBlock })
  const [tried, setTried] = createSignal(false)
  const ofClue = () => isOfClue(draft.kind)
  const ofEvidence = () => draft.kind === 'evidence' || draft.kind === 'seizure'
  const caseId = () => props.record.id
  const clue = useQuery(() => ({
    queryKey: ['clues', 'find', draft.clueId],
    queryFn: (): Promise<Clue> => api.clues.find.query({ clueId: draft.clueId }),
    enabled: draft.clueId !== '',
    ...loggedRead,
  }))
  const evidence = useQuery(() => ({
    queryKey: ['evidence', 'of', caseId()],
    queryFn: () => api.evidence.ofCase.query({ caseId: caseId() }),
    enabled: ofEvidence(),
  }))
  const files = useQuery(() => ({
    queryKey: ['cases', caseId(), 'files'],
    queryFn: () => api.files.ofCase.query({ caseId: caseId() }),
    enabled: draft.kind === 'image',
  }))
  const read = () => (draft.clueId === '' ? undefined : known(clue))
  const problem = () => blockProblem(draft, read()?.content)
  const shownProblem = (which: 'record' | 'words') =>
    tried() && problem() === which ? t(`problem.${which}`) : undefined
  const inserting = createDeed({
    send: (given: BlockDraft, submissionId) => inserted(given, { sectionId: props.sectionId, submissionId }),
    done(node) {
      insertInto(props.editor, node)
      props.close()
    },
  })
  const submit = () => {
    setTried(true)
    if (!problem()) void inserting.run({ ...draft })
  }
  const asked = () => (ofEvidence() ? evidence : draft.kind === 'image' ? files : undefined)
  const choices = () => {
    const items = known(evidence)?.items ?? []
    const held = known(files)
    switch (draft.kind) {
      case 'event':
        return eventChoices(props.record)
      case 'figure':
        return figureChoices(props.record)
      case 'evidence':
        return evidenceChoices(items)
      case 'seizure':
        return seizureChoices(items)
      case 'image':
        return held ? imageChoices(held) : []
      default:
        return clueChoices(props.record)
    }
  }
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
          <Button variant="primary" busy={inserting.busy()} onClick={submit}>
            {t('insertSave')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <RadioCards
          label={t('insertWhat')}
          required
          options={kindsToInsert.map((kind) => ({
            value: kind,
            label: t(`insert.${kind}`),
            note: t(`insert.${kind}Note`),
          }))}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...blankBlock, kind: kind as BlockDraft['kind'] })}
        />
        <Switch
          fallback={
            <ComboboxField
              label={t(ofClue() ? 'chooseClue' : `choose.${draft.kind}`)}
              required
              placeholder={t('searchRecord')}
              emptyText={t('noMatch')}
              options={choices()}
              value={ofClue() ? draft.clueId : draft.recordId}
              onChange={(id) => setDraft(ofClue() ? { clueId: id, words: '' } : { recordId: id })}
              error={shownProblem('record')}
            />
          }
        >
          <Match when={asked()?.isPending}>
            <Skeleton label={shared('loading')} rows={2} />
          </Match>
          <Match when={asked()?.isError && asked()}>
            {(failed) => <Refused compact error={failed().error} retry={() => failed().refetch()} />}
          </Match>
          <Match when={choices().length === 0}>
            <p class="text-muted text-sm">{t(draft.kind === 'image' ? 'noImages' : 'noRecords')}</p>
          </Match>
        </Switch>
        <Show when={draft.kind === 'image' && draft.recordId !== ''}>
          <TextField
            label={t('caption')}
            hint={t('captionHint')}
            maxLength={200}
            value={draft.caption}
            onChange={(caption) => setDraft('caption', caption)}
          />
        </Show>
        <Show when={ofClue() && draft.clueId !== ''}>
          <QuoteFields
            kind={draft.kind}
            clue={clue}
            words={draft.words}
            setWords={(words) => setDraft('words', words)}
            problem={shownProblem('words')}
          />
        </Show>
        <RefusalNotice error={inserting.error()} />
      </div>
    </Dialog>
  )
}
