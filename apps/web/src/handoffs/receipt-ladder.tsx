import { Timeline, type TimelineItem } from '@lianban/ui'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleDashed from 'lucide-solid/icons/circle-dashed'
import CircleX from 'lucide-solid/icons/circle-x'
import Equal from 'lucide-solid/icons/equal'
import EqualNot from 'lucide-solid/icons/equal-not'
import { createMemo, For, Show } from 'solid-js'
import type { Handoff, OfficerCard } from '../app/api-types.ts'
import { agencyName, officerLine } from '../app/domain-badges.tsx'
import { formatInstant, shortDigest } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { type LadderRung, ladder } from './ladder.ts'
import { LetterLinks } from './letter-links.tsx'
import { t } from './strings.ts'

type Given = Handoff['receipts'][number]
type Rung = LadderRung<OfficerCard, Given>

/** Who signed for what and when; every receipt says whether it is over this very package. */
export function ReceiptLadder(props: { handoff: Handoff }) {
  const rungs = createMemo(() => ladder<OfficerCard, Given>(props.handoff))
  return <Timeline label={t('receipts')} items={rungs().map((rung) => drawn(props.handoff.id, rung))} />
}

function drawn(handoffId: string, rung: Rung): TimelineItem {
  if (rung.kind === 'awaited')
    return {
      key: rung.rung,
      at: '',
      title: <span class="font-normal text-faint">{t('awaited', { rung: t(`rung.${rung.rung}`) })}</span>,
      tone: 'neutral',
      icon: <CircleDashed size={16} />,
    }
  if (rung.kind === 'prepared')
    return {
      key: rung.rung,
      at: formatInstant(rung.at),
      title: t('rung.prepared'),
      tone: 'accent',
      icon: <CircleCheck size={16} />,
      body: <p class="text-ink">{officerLine(rung.officer)}</p>,
    }
  const isEnd = ['returned', 'cancelled', 'forwarded'].includes(rung.rung)
  return {
    key: `${rung.receipt.version}`,
    at: formatInstant(rung.receipt.at),
    title: said(rung.receipt.words),
    tone: rung.sameDigest && !isEnd ? 'ok' : 'danger',
    icon: isEnd ? <CircleX size={16} /> : <CircleCheck size={16} />,
    body: <ReceiptBody handoffId={handoffId} receipt={rung.receipt} sameDigest={rung.sameDigest} />,
  }
}

function ReceiptBody(props: { handoffId: string; receipt: Given; sameDigest: boolean }) {
  return (
    <>
      <p class="text-ink">{officerLine(props.receipt.officer)}</p>
      <For each={props.receipt.late}>
        {(late) => (
          <p class="mt-0.5 font-medium text-danger text-sm">
            {t('late', { what: late.title ? said(late.title) : late.rule, rule: late.rule })}
          </p>
        )}
      </For>
      <Show when={props.receipt.agency}>
        {(agency) => <p class="mt-0.5">{t('named', { agency: agencyName(agency()) })}</p>}
      </Show>
      <Show when={props.receipt.note}>
        <p class="mt-0.5">“{props.receipt.note}”</p>
      </Show>
      <Show when={props.receipt.reasons.length > 0}>
        <ul class="mt-1 flex list-disc flex-col gap-0.5 pl-4">
          <For each={props.receipt.reasons}>
            {(reason) => (
              <li>
                {said(reason.words)}
                <span class="block text-muted text-xs">{said(reason.toDo)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <For each={props.receipt.papers}>
        {(paper) => (
          <p class="mt-0.5 text-sm">
            {said(paper.words)} {paper.number}
          </p>
        )}
      </For>
      <For each={props.receipt.letters}>
        {(letter) => (
          <LetterLinks name={said(letter.words)} at={`${props.handoffId}/${props.receipt.version}/${letter.id}`} />
        )}
      </For>
      <p class={`mt-0.5 flex items-center gap-1 text-xs ${props.sameDigest ? 'text-ok' : 'text-danger'}`}>
        <Show when={props.sameDigest} fallback={<EqualNot size={12} aria-hidden="true" />}>
          <Equal size={12} aria-hidden="true" />
        </Show>
        <code>{shortDigest(props.receipt.packageDigest)}</code> {props.sameDigest ? t('same') : t('different')}
      </p>
    </>
  )
}
