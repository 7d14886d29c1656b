import { RadioCards, TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { CaseClosing } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './texts.ts'

type Of = { readonly caseId: string; readonly version: number; readonly close: () => void }

/** Closes the case on one of the grounds that are open. */
export function CloseDialog(props: Of & { grounds: NonNullable<CaseClosing['offered']>['grounds'] }) {
  const [ground, setGround] = createSignal(props.grounds.length === 1 ? props.grounds[0]!.id : '')
  const [paper, setPaper] = createSignal('')
  const options = () =>
    props.grounds.map(({ id, words, basis, isVerified, statusWords }) => ({
      value: id,
      label: said(words),
      note: [...basis.map(said), ...(isVerified ? [] : [said(statusWords)])].join(' · '),
    }))
  return (
    <ReasonDialog
      body={t('closeBody')}
      confirm={t('close')}
      reason={t('note')}
      isOptional
      maxLength={2000}
      blocked={ground() === '' || paper().trim() === ''}
      isOfThen
      send={(note, submissionId) =>
        api.cases.close.mutate({
          ...{ caseId: props.caseId, expectedVersion: props.version, ground: ground(), paper: paper().trim() },
          ...{ note, submissionId },
        })
      }
      done={() => t('done')}
      close={props.close}
    >
      <RadioCards label={t('ground')} columns={1} required options={options()} value={ground()} onChange={setGround} />
      <TextField label={t('paper')} required maxLength={100} value={paper()} onChange={setPaper} />
    </ReasonDialog>
  )
}

/** Reopens it, with the reason that others will read. */
export function ReopenDialog(props: Of) {
  const [paper, setPaper] = createSignal('')
  return (
    <ReasonDialog
      body={t('reopenBody')}
      confirm={t('reopen')}
      reason={t('reason')}
      maxLength={2000}
      tone="primary"
      blocked={paper().trim() === ''}
      isOfThen
      send={(note, submissionId) =>
        api.cases.reopen.mutate({
          ...{ caseId: props.caseId, expectedVersion: props.version, paper: paper().trim() },
          ...{ note, submissionId },
        })
      }
      done={() => t('reopened')}
      close={props.close}
    >
      <TextField label={t('reopenPaper')} required maxLength={100} value={paper()} onChange={setPaper} />
    </ReasonDialog>
  )
}
