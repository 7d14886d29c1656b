import { CheckboxField, TextField } from '@lianban/ui'
import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { GateFlag, OfferedMove, ProcedureTrack } from '../app/api-types.ts'
import { locale, said } from '../app/i18n/index.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { fenOf, papersAsked } from './step-papers.ts'
import { t } from './texts.ts'
import { nowAsTyped, typedInstant } from './typed-instant.ts'

/** One step of a track, with the papers that it asks for in the circumstances that are stated. */
export function StepDialog(props: { caseId: string; track: ProcedureTrack; move: OfferedMove; close: () => void }) {
  const [numbers, setNumbers] = createStore<Record<string, string>>({})
  const [flags, setFlags] = createSignal<readonly GateFlag[]>([])
  const [amount, setAmount] = createSignal('')
  const [at, setAt] = createSignal(nowAsTyped())
  const fen = () => fenOf(amount())
  const papers = () => papersAsked(props.move, { flags: flags(), fen: fen() })
  const asksFlags = () => [...new Set(props.move.gates.flatMap((gate) => gate.if ?? []))]
  const from = () => props.move.gates.find((gate) => gate.fromFen !== null)?.fromFen
  const toggle = (flag: GateFlag) => (on: boolean) =>
    setFlags((all) => (on ? [...all, flag] : all.filter((each) => each !== flag)))
  const isLacking = () =>
    typedInstant(at()) === undefined ||
    (amount().trim() !== '' && fen() === undefined) ||
    papers().some(({ id }) => !numbers[id]?.trim())
  const because = (flag: GateFlag) =>
    props.move.gates
      .filter((gate) => gate.if === flag)
      .map(({ paper, basis }) => `${said(paper.words)}（${basis.map(said).join('、')}）`)
      .join(locale() === 'zh' ? '、' : ', ')
  return (
    <ReasonDialog
      title={said(props.move.words)}
      body={`${t('basis')}：${props.move.basis.map(said).join('、')}`}
      confirm={said(props.move.words)}
      reason={t(props.move.asksNote ? 'reason' : 'note')}
      isOptional={!props.move.asksNote}
      maxLength={2000}
      tone="primary"
      blocked={isLacking()}
      isOfThen
      send={(note, submissionId) =>
        api.cases[props.move.deed].mutate({
          caseId: props.caseId,
          track: props.track.track,
          move: props.move.move,
          expectedVersion: props.track.version,
          happenedAt: typedInstant(at())!,
          papers: papers().map(({ id }) => ({ paper: id, number: numbers[id]!.trim() })),
          note,
          flags: [...flags()],
          ...(fen() !== undefined && { fen: fen()! }),
          submissionId,
        })
      }
      done={() => t('done', { step: said(props.move.words) })}
      close={props.close}
    >
      <For each={asksFlags()}>
        {(flag) => (
          <CheckboxField
            label={t(flag)}
            note={t('asked', { papers: because(flag) })}
            checked={flags().includes(flag)}
            onChange={toggle(flag)}
          />
        )}
      </For>
      <Show when={from()}>
        {(limit) => (
          <TextField
            label={t('amount')}
            hint={t('amountHint', { amount: (limit() / 100).toLocaleString('en-US') })}
            inputMode="decimal"
            value={amount()}
            onChange={setAmount}
          />
        )}
      </Show>
      <For each={papers()}>
        {(paper) => (
          <TextField
            label={t('paperNumber', { paper: said(paper.words) })}
            required
            value={numbers[paper.id] ?? ''}
            onChange={(value) => setNumbers(paper.id, value)}
          />
        )}
      </For>
      <TextField label={t('happenedAt')} required placeholder="2026-03-01 09:30" value={at()} onChange={setAt} />
    </ReasonDialog>
  )
}
