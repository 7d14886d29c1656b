import { SelectField, TextField } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { Assistance, EvidenceOptions } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from '../evidence/done.ts'
import { FormDialog } from '../evidence/form-dialog.tsx'
import { t } from './texts.ts'

type Kind = EvidenceOptions['proceedings'][number]['kinds'][number]['id']

/** One act makes an item of evidence of an answer, with its source, its code and the digests of what came along. */
export function TakeReplyDialog(props: {
  request: Assistance
  caseId: string
  reply: Assistance['receipts'][number]
  close: () => void
}) {
  const navigate = useNavigate()
  const options = useQuery(() => ({
    queryKey: ['evidence', 'options', props.caseId],
    queryFn: () => api.evidence.options.query({ caseId: props.caseId }),
  }))
  const kinds = () => options.data?.proceedings.find(({ id }) => id === props.request.letter.proceeding)?.kinds ?? []
  const [kind, setKind] = createSignal<Kind>('documentary')
  const [name, setName] = createSignal(t('replyName', { number: props.request.number }))
  const [keptAt, setKeptAt] = createSignal('')
  const done = createDone(() => props.close())
  const taking = createDeed({
    send: (given: { readonly name: string; readonly keptAt: string }, submissionId) =>
      api.evidence.takeReply.mutate({
        ...given,
        caseId: props.caseId,
        assistanceId: props.request.id,
        version: props.reply.version,
        kind: kind(),
        submissionId,
      }),
    done({ evidenceId, number }) {
      done(t('replyTaken', { n: number }))
      navigate(`/cases/${props.caseId}/evidence/${evidenceId}`)
    },
  })
  return (
    <FormDialog
      title={t('takeReply')}
      text={t('takeReplyText', { code: props.reply.code, count: props.reply.items.length })}
      confirm={t('takeReply')}
      blocked={!name().trim() || !keptAt().trim()}
      deed={taking}
      submit={() => void taking.run({ name: name().trim(), keptAt: keptAt().trim() })}
      close={props.close}
    >
      <TextField class="col-span-full" label={t('evidenceName')} required value={name()} onChange={setName} />
      <SelectField
        label={t('evidenceKind')}
        required
        options={kinds().map(({ id, words }) => ({ value: id, label: said(words) }))}
        value={kind()}
        onChange={(value) => setKind(value as Kind)}
      />
      <TextField label={t('keptAt')} required hint={t('keptAtHint')} value={keptAt()} onChange={setKeptAt} />
    </FormDialog>
  )
}
