import { Badge, type Tone } from '@lianban/ui'
import Link2Off from 'lucide-solid/icons/link-2-off'
import { Show } from 'solid-js'
import type { EvidenceLine } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { t } from './texts.ts'

const tones: Record<EvidenceLine['admissibility'], Tone> = {
  admissible: 'ok',
  unchecked: 'neutral',
  curable: 'warn',
  excluded: 'danger',
}

type Shown = Pick<
  EvidenceLine,
  'admissibility' | 'failed' | 'open' | 'breaks' | 'pending' | 'conversion' | 'isConverted'
>

/** What the checklist comes to, and what else waits: a broken chain, a signature, a conversion. */
export function StateBadges(props: { line: Shown }) {
  const counted = () =>
    props.line.failed > 0
      ? ` · ${t('defects', { n: props.line.failed })}`
      : props.line.open > 0
        ? ` · ${t('open', { n: props.line.open })}`
        : ''
  return (
    <span class="flex flex-wrap items-center gap-1.5">
      <Badge tone={tones[props.line.admissibility]}>
        {t(`state.${props.line.admissibility}`)}
        {counted()}
      </Badge>
      <Show when={props.line.breaks > 0}>
        <Badge tone="danger" icon={<Link2Off size={12} />}>
          {t('brokenChain', { n: props.line.breaks })}
        </Badge>
      </Show>
      <Show when={props.line.pending}>
        {(agency) => <Badge tone="info">{t('pendingTo', { agency: agencyShort(agency()) })}</Badge>}
      </Show>
      <Show when={props.line.conversion && !props.line.isConverted}>
        <Badge tone="info">{t('converting')}</Badge>
      </Show>
    </span>
  )
}
