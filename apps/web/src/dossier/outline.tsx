import type { Heading } from '@lianban/dossier'
import { Button } from '@lianban/ui'
import Eye from 'lucide-solid/icons/eye'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import Users from 'lucide-solid/icons/users'
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { AgencyCard, OpenSection, Section, WithheldSection } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { AskForSection } from '../requests/ask-for-section.tsx'
import { type OutlineLine, withoutNumber } from './outline-lines.ts'
import { t } from './strings.ts'

/** Every section by number; those withheld from this officer say only whom to ask. */
export function Outline(props: {
  caseId: string
  lines: readonly OutlineLine<Section>[]
  chosenId: string | undefined
  /** The headings of sections that may be read, by section. */
  contents: ReadonlyMap<string, readonly Heading[]>
  goTo: (sectionId: string, heading: number) => void
  /** Puts a section in another place; there only for whoever keeps the order, while they do. */
  move: ((sectionId: string, toPosition: number) => void) | undefined
  choose: (sectionId: string) => void
  action: JSX.Element
}) {
  return (
    <nav
      aria-label={t('outline')}
      class="sticky top-16 min-w-0 overflow-clip rounded-lg border border-line bg-surface narrow:static"
    >
      <header class="flex min-h-11 flex-wrap items-center justify-between gap-x-2 gap-y-1 border-line border-b px-4 py-1.5">
        <h2 class="whitespace-nowrap font-semibold">
          {t('outline')}{' '}
          <span class="ml-1 font-normal text-muted text-sm">{t('sections', { n: props.lines.length })}</span>
        </h2>
        {props.action}
      </header>
      <ol class="max-h-[70vh] overflow-y-auto py-1 narrow:max-h-52">
        <For each={props.lines}>
          {(line, place) => (
            <li>
              <Switch>
                <Match when={line.section.kind === 'open' && line.section}>
                  {(section) => (
                    <>
                      <OpenLine
                        number={said(line.number)}
                        section={section()}
                        isChosen={section().id === props.chosenId}
                        choose={() => props.choose(section().id)}
                      />
                      <Show when={props.move}>
                        {(move) => (
                          <MoveButtons
                            title={withoutNumber(section().title)}
                            place={place()}
                            count={props.lines.length}
                            move={(to) => move()(section().id, props.lines[to]!.section.position)}
                          />
                        )}
                      </Show>
                      <Show when={!props.move}>
                        <Headings
                          title={withoutNumber(section().title)}
                          headings={props.contents.get(section().id) ?? []}
                          goTo={(heading) => props.goTo(section().id, heading)}
                        />
                      </Show>
                    </>
                  )}
                </Match>
                <Match when={line.section.kind === 'withheld' && line.section}>
                  {(section) => <WithheldLine number={said(line.number)} section={section()} caseId={props.caseId} />}
                </Match>
              </Switch>
            </li>
          )}
        </For>
      </ol>
    </nav>
  )
}

function Headings(props: { title: string; headings: readonly Heading[]; goTo: (heading: number) => void }) {
  return (
    <Show when={props.headings.length}>
      <ol aria-label={t('contentsOf', { title: props.title })} class="pb-1">
        <For each={props.headings}>
          {(heading, place) => (
            <li>
              <button
                type="button"
                class="block w-full truncate py-1 pr-3 text-left text-muted text-sm hover:bg-sunken hover:text-ink narrow:py-2"
                style={{ 'padding-left': heading.level === 3 ? '3.25rem' : '2.25rem' }}
                onClick={() => props.goTo(place())}
              >
                {heading.number}
                {heading.text}
              </button>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}

function MoveButtons(props: { title: string; place: number; count: number; move: (to: number) => void }) {
  return (
    <div class="flex gap-1.5 px-3.5 pb-2 pl-9">
      <Button
        size="sm"
        disabled={props.place === 0}
        aria-label={t('moveUpOf', { title: props.title })}
        onClick={() => props.move(props.place - 1)}
      >
        {t('moveUp')}
      </Button>
      <Button
        size="sm"
        disabled={props.place === props.count - 1}
        aria-label={t('moveDownOf', { title: props.title })}
        onClick={() => props.move(props.place + 1)}
      >
        {t('moveDown')}
      </Button>
    </div>
  )
}

const names = (agencies: readonly AgencyCard[]) => agencies.map(agencyShort).join('、')

function OpenLine(props: { number: string; section: OpenSection; isChosen: boolean; choose: () => void }) {
  return (
    <button
      type="button"
      aria-current={props.isChosen ? 'true' : undefined}
      class="flex w-full gap-1.5 border-transparent border-l-2 px-3.5 py-2 text-left hover:bg-sunken focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:bg-accent-soft"
      onClick={() => props.choose()}
    >
      <span class="shrink-0 text-muted">{props.number}</span>
      <span class="min-w-0">
        <span class={props.isChosen ? 'font-medium' : ''}>{withoutNumber(props.section.title)}</span>
        <Show when={props.section.audience === 'members' || props.section.right === 'read'}>
          <span class="mt-0.5 flex flex-wrap items-center gap-x-2 text-faint text-xs">
            <Show when={props.section.audience === 'members'}>
              <span class="inline-flex items-center gap-1">
                <Users size={12} aria-hidden="true" />
                {t('members', { agencies: names(props.section.members) })}
              </span>
            </Show>
            <Show when={props.section.right === 'read'}>
              <span class="inline-flex items-center gap-1">
                <Eye size={12} aria-hidden="true" />
                {t('read')}
              </span>
            </Show>
          </span>
        </Show>
      </span>
    </button>
  )
}

function WithheldLine(props: { number: string; section: WithheldSection; caseId: string }) {
  return (
    <div
      class="flex gap-1.5 border-transparent border-l-2 px-3.5 py-2 text-faint"
      data-withheld={props.section.position}
    >
      <span class="shrink-0">{props.number}</span>
      <span class="min-w-0">
        <span class="inline-flex items-center gap-1.5">
          <LockKeyhole size={12} aria-hidden="true" />
          {t('withheld')}
        </span>
        <span class="block text-xs">{t('withheldAsk', { agency: agencyShort(props.section.askAgency) })}</span>
        <AskForSection caseId={props.caseId} position={props.section.position} />
      </span>
    </div>
  )
}
