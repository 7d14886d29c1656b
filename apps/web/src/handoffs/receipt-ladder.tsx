import { Timeline, type TimelineItem } from '@lianban/ui'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleDashed from 'lucide-solid/icons/circle-dashed'
import CircleX from 'lucide-solid/icons/circle-x'
import Equal from 'lucide-solid/icons/equal'
import EqualNot from 'lucide-solid/icons/equal-not'
import { createMemo, Show } from 'solid-js'
import type { Handoff, OfficerCard } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatInstant, shortDigest } from '../app/format.ts'
import { type HandoffState, type LadderRung, ladder, type Receipt } from './ladder.ts'
import { t } from './strings.ts'

/** Who signed for what and when; every receipt says whether it is over this very package. */
export function ReceiptLadder(props: { handoff: Handoff }) {
  const rungs = createMemo(() =>
    ladder<OfficerCard>({
      ...props.handoff,
      state: props.handoff.state as HandoffState,
      receipts: props.handoff.receipts as readonly Receipt<OfficerCard>[],
    }),
  )
  return <Timeline label={t('receipts')} items={rungs().map(drawn)} />
}

function drawn(rung: LadderRung<OfficerCard>): TimelineItem {
  const word = t(`rung.${rung.rung}`)
  if (rung.kind === 'awaited')
    return {
      key: rung.rung,
      at: '',
      title: <span class="font-normal text-faint">{t('awaited', { rung: word })}</span>,
      tone: 'neutral',
      icon: <CircleDashed size={16} />,
    }
  if (rung.kind === 'prepared')
    return {
      key: rung.rung,
      at: formatInstant(rung.at),
      title: word,
      tone: 'accent',
      icon: <CircleCheck size={16} />,
      body: <p class="text-ink">{officerLine(rung.officer)}</p>,
    }
  const isEnd = rung.rung === 'returned' || rung.rung === 'cancelled'
  return {
    key: rung.rung,
    at: formatInstant(rung.receipt.at),
    title: word,
    tone: rung.sameDigest && !isEnd ? 'ok' : 'danger',
    icon: isEnd ? <CircleX size={16} /> : <CircleCheck size={16} />,
    body: <ReceiptBody receipt={rung.receipt} sameDigest={rung.sameDigest} />,
  }
}

function ReceiptBody(props: { receipt: Receipt<OfficerCard>; sameDigest: boolean }) {
  return (
    <>
      <p class="text-ink">{officerLine(props.receipt.officer)}</p>
      <Show when={props.receipt.note}>
        <p class="mt-0.5">“{props.receipt.note}”</p>
      </Show>
      <p class={`mt-0.5 flex items-center gap-1 text-xs ${props.sameDigest ? 'text-ok' : 'text-danger'}`}>
        <Show when={props.sameDigest} fallback={<EqualNot size={12} aria-hidden="true" />}>
          <Equal size={12} aria-hidden="true" />
        </Show>
        <code>{shortDigest(props.receipt.packageDigest)}</code> {props.sameDigest ? t('same') : t('different')}
      </p>
    </>
  )
}
