import ChevronRight from 'lucide-solid/icons/chevron-right'
import { type JSX, Show } from 'solid-js'
import type { CaseRow, ClueRow } from './api-types.ts'
import { AgencyName, HandlingCodeBadge, LabelBadge, StageBadge } from './domain-badges.tsx'
import { word } from './enums.ts'
import { formatPartialDate } from './format.ts'
import { regionName } from './regions.ts'

/** One record in a list: its name opens it, and the whole line is the name's to press. */
export function Line(props: {
  href: string
  title: string
  badges: JSX.Element
  /** Deeds that need no opening, above the line that is pressed to open. */
  actions?: JSX.Element | undefined
  children: JSX.Element
}) {
  return (
    <li class="relative flex items-center gap-3 narrow:flex-wrap border-line border-b px-4 py-2.5 transition-colors last:border-b-0 hover:bg-sunken">
      <div class="min-w-0 flex-1">
        <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a
            href={props.href}
            class="min-w-0 truncate narrow:whitespace-normal font-medium text-ink after:absolute after:inset-0 hover:text-accent-text focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
          >
            {props.title}
          </a>
          {props.badges}
        </div>
        <div class="mt-0.5 flex flex-wrap items-center gap-x-3 text-muted text-sm">{props.children}</div>
      </div>
      <Show when={props.actions}>
        {(actions) => (
          <div class="relative flex flex-wrap items-center gap-1.5 narrow:order-last narrow:w-full">{actions()}</div>
        )}
      </Show>
      <ChevronRight size={16} class="shrink-0 text-faint" aria-hidden="true" />
    </li>
  )
}

export function CaseLine(props: { case: CaseRow }) {
  return (
    <Line
      href={`/cases/${props.case.id}`}
      title={props.case.name}
      badges={
        <>
          <StageBadge stage={props.case.stage} />
          <LabelBadge label={props.case.label} />
        </>
      }
    >
      <span>{props.case.number}</span>
      <AgencyName agency={props.case.leadAgency} />
      <span>{formatPartialDate(props.case.openedOn)}</span>
    </Line>
  )
}

export function ClueLine(props: { clue: ClueRow }) {
  return (
    <Line
      href={`/clues/${props.clue.id}`}
      title={props.clue.title}
      badges={
        <>
          <LabelBadge label={props.clue.label} />
          <HandlingCodeBadge code={props.clue.handlingCode} />
        </>
      }
    >
      <span>{props.clue.number}</span>
      <span>{word('clueSource', props.clue.source)}</span>
      <span>{regionName(props.clue.region)}</span>
      <AgencyName agency={props.clue.ownerAgency} />
    </Line>
  )
}
