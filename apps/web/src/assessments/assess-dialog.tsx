import { Button, Dialog, RadioCards, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { Opinion } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'
import { t as shell } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'

/** An officer says what the agency makes of a clue; nothing is chosen beforehand. */
export function AssessDialog(props: { clueId: string; close: () => void }) {
  const queries = useQueryClient()
  const [verdict, setVerdict] = createSignal('')
  const [reliability, setReliability] = createSignal('')
  const [credibility, setCredibility] = createSignal('')
  const [note, setNote] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const missing = (value: string) => (tried() && !value ? t('choose') : undefined)
  const assessing = createDeed({
    send: (opinion: Opinion, submissionId) =>
      api.assessments.assess.mutate({ ...opinion, clueId: props.clueId, submissionId }),
    done() {
      showToast({ title: t('saved'), tone: 'ok', closeLabel: shell('close') })
      props.close()
      void queries.invalidateQueries({ queryKey: ['clues'] })
    },
  })
  const submit = () => {
    setTried(true)
    const given = { verdict: verdict(), reliability: reliability(), credibility: credibility(), note: note().trim() }
    if (given.verdict && given.reliability && given.credibility) void assessing.run(given as Opinion)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('dialogTitle')}
      description={t('dialogLead')}
      closeLabel={shell('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shell('cancel')}</Button>
          <Button variant="primary" busy={assessing.busy()} onClick={submit}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <RadioCards
          label={t('verdict')}
          required
          columns={3}
          options={choices('verdict')}
          value={verdict()}
          onChange={setVerdict}
          error={missing(verdict())}
        />
        <RadioCards
          label={t('reliability')}
          required
          columns={2}
          options={choices('reliability')}
          value={reliability()}
          onChange={setReliability}
          error={missing(reliability())}
        />
        <RadioCards
          label={t('credibility')}
          required
          columns={2}
          options={choices('credibility')}
          value={credibility()}
          onChange={setCredibility}
          error={missing(credibility())}
        />
        <TextArea
          label={t('noteField')}
          hint={t('noteHint')}
          rows={3}
          maxLength={2000}
          value={note()}
          onChange={setNote}
        />
        <RefusalNotice error={assessing.error()} />
      </div>
    </Dialog>
  )
}
