import type { Sentence } from '@lianban/kernel'
import { Badge, type Tone } from '@lianban/ui'
import Building from 'lucide-solid/icons/building'
import Globe from 'lucide-solid/icons/globe'
import Leaf from 'lucide-solid/icons/leaf'
import Mail from 'lucide-solid/icons/mail'
import Scale from 'lucide-solid/icons/scale'
import Server from 'lucide-solid/icons/server'
import Shield from 'lucide-solid/icons/shield'
import Ship from 'lucide-solid/icons/ship'
import Store from 'lucide-solid/icons/store'
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { AgencyCard, OfficerCard } from './api-types.ts'
import { word } from './enums.ts'
import { locale, said, t } from './i18n/index.ts'
import { namedOnce } from './named-once.ts'

const labelTones: Readonly<Record<string, Tone>> = {
  public: 'neutral',
  internal: 'info',
  sensitive: 'warn',
  core_sensitive: 'danger',
}
const stageTones: Readonly<Record<string, Tone>> = {
  investigating: 'accent',
  transferred: 'ok',
  closed: 'neutral',
}
const handoffTones: Readonly<Record<string, Tone>> = {
  prepared: 'neutral',
  dispatched: 'info',
  delivered: 'info',
  signed_for: 'accent',
  accepted: 'ok',
  taken: 'ok',
  contested: 'warn',
  returned: 'danger',
  forwarded: 'neutral',
  cancelled: 'neutral',
}
const kindIcons = {
  operator: Server,
  tobacco: Leaf,
  police: Shield,
  customs: Ship,
  market_regulation: Store,
  postal: Mail,
  procuratorate: Scale,
  company: Globe,
} as const

/** 公开, 内部, 敏感, 核心敏感. */
export function LabelBadge(props: { label: string }) {
  return (
    <Badge tone={labelTones[props.label]} title={word('labelNote', props.label)}>
      {word('label', props.label)}
    </Badge>
  )
}

/** What may be done with it; drawn only when something is forbidden, unless `always`. */
export function HandlingCodeBadge(props: { code: string; always?: boolean | undefined }) {
  return (
    <Show when={props.always || props.code !== 'unrestricted'}>
      <Badge outlined title={word('handlingCode', props.code)}>
        {word('handlingCodeShort', props.code)}
      </Badge>
    </Show>
  )
}

export function StageBadge(props: { stage: string }) {
  return <Badge tone={stageTones[props.stage]}>{word('stage', props.stage)}</Badge>
}

export function LevelBadge(props: { level: string }) {
  return <Badge>{word('level', props.level)}</Badge>
}

/** An agency's own right to a case, which no grant gives: it opened it, or leads it now. */
export function StandingBadge(props: { standing: string }) {
  return <Badge tone="accent">{word('standing', props.standing)}</Badge>
}

export function HandoffStateBadge(props: { state: string }) {
  return <Badge tone={handoffTones[props.state]}>{word('handoffState', props.state)}</Badge>
}

/** Where it stands by the table of its kind. */
export function HandoffBadge(props: { handoff: { readonly state: string; readonly standingWords: Sentence } }) {
  return <Badge tone={handoffTones[props.handoff.state]}>{said(props.handoff.standingWords)}</Badge>
}

export const agencyName = (agency: AgencyCard): string => (locale() === 'zh' ? agency.nameZh : agency.nameEn)
export const agencyShort = (agency: AgencyCard): string => (locale() === 'zh' ? agency.shortZh : agency.shortEn)
export const postName = (officer: { readonly postZh: string; readonly postEn: string }): string =>
  locale() === 'zh' ? officer.postZh : officer.postEn

/** An officer by agency and post; a post that already names the agency is enough. */
export const officerLine = (officer: OfficerCard): string => namedOnce(agencyShort(officer.agency), postName(officer))

export function AgencyIcon(props: { kind: string; size?: number | undefined }) {
  return (
    <Dynamic
      component={kindIcons[props.kind as keyof typeof kindIcons] ?? Building}
      size={props.size ?? 14}
      aria-hidden="true"
      class="shrink-0"
    />
  )
}

/** An agency with the picture of its kind; short by default, its full name on hover. */
export function AgencyName(props: { agency: AgencyCard; full?: boolean | undefined }) {
  return (
    <span
      class="inline-flex min-w-0 max-w-full items-center gap-1.5 align-bottom"
      title={`${agencyName(props.agency)} · ${word('agencyKind', props.agency.kind)}`}
    >
      <span class="text-faint">
        <AgencyIcon kind={props.agency.kind} />
      </span>
      <span class={props.full ? '' : 'truncate'}>
        {props.full ? agencyName(props.agency) : agencyShort(props.agency)}
      </span>
    </span>
  )
}

/** A field whose value the lead agency keeps back. */
export function Withheld() {
  return (
    <span class="rounded-sm bg-sunken px-1.5 py-0.5 text-faint text-sm" title={t('withheldHint')}>
      {t('withheld')}
    </span>
  )
}
