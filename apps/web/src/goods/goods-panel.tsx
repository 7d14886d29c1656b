import { Badge, Button, EmptyState, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { GoodsLedger } from '../app/api-types.ts'
import { formatMoney } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { CalculatorButton } from '../calculator/calculator-button.tsx'
import { draftOfLedger } from '../calculator/ledger-draft.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { quantityText } from '../evidence/record-draft.ts'
import { EnterDialog } from './enter-dialog.tsx'
import { GoodsTable } from './goods-table.tsx'
import { t } from './texts.ts'

type Line = GoodsLedger['lines'][number]

/** The goods of an item of evidence, line by line. */
export function GoodsPanel(props: { evidenceId: string }) {
  const found = useQuery(() => ({
    queryKey: ['evidence', 'goods', props.evidenceId],
    queryFn: () => api.goods.ofItem.query({ evidenceId: props.evidenceId }),
  }))
  const [entering, setEntering] = createSignal(false)
  const [striking, strike] = createSignal<Line>()
  const button = () => (
    <div class="flex flex-wrap gap-2">
      <Show when={found.data?.lines.some(({ struck }) => !struck)}>
        <CalculatorButton start={draftOfLedger(found.data!.lines)} />
      </Show>
      <Show when={found.data?.can.enter}>
        <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setEntering(true)}>
          {t('enter')}
        </Button>
      </Show>
    </div>
  )
  return (
    <Panel title={t('title')} actions={button()} flush>
      <Loaded query={found} compact rows={2}>
        {(data) => (
          <Show
            when={data().lines.length > 0}
            fallback={
              <EmptyState compact title={t('empty')} description={data().can.enter ? t('emptyHint') : undefined} />
            }
          >
            <Totals ledger={data()} />
            <GoodsTable lines={data().lines} strike={data().can.enter ? strike : undefined} />
          </Show>
        )}
      </Loaded>
      <Show when={entering()}>
        <EnterDialog evidenceId={props.evidenceId} close={() => setEntering(false)} />
      </Show>
      <Show when={striking()}>
        {(line) => <StrikeDialog evidenceId={props.evidenceId} line={line()} close={() => strike(undefined)} />}
      </Show>
    </Panel>
  )
}

function Totals(props: { ledger: GoodsLedger }) {
  return (
    <p class="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2 text-sm">
      <span class="font-medium">{t('total', { n: props.ledger.totals.map(quantityText).join(' + ') })}</span>
      <span>{t('worth', { n: formatMoney(props.ledger.worth / 100) })}</span>
      <Show when={props.ledger.unpriced > 0}>
        <Badge tone="warn">{t('unpriced', { n: props.ledger.unpriced })}</Badge>
      </Show>
      <Show when={props.ledger.oddCodes > 0}>
        <Badge tone="danger">{t('odd', { n: props.ledger.oddCodes })}</Badge>
      </Show>
    </p>
  )
}

function StrikeDialog(props: { evidenceId: string; line: Line; close: () => void }) {
  const ids = () => ({ evidenceId: props.evidenceId, lineId: props.line.id })
  return (
    <ReasonDialog
      title={t('strikeTitle', { n: props.line.nth })}
      body={t('strikeText')}
      confirm={t('strike')}
      reason={t('reason')}
      maxLength={400}
      send={(reason, submissionId) => api.goods.strike.mutate({ ...ids(), reason, submissionId })}
      done={() => t('strikeDone')}
      close={props.close}
    />
  )
}
