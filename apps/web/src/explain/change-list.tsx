import { EmptyState } from '@lianban/ui'
import Minus from 'lucide-solid/icons/minus'
import Plus from 'lucide-solid/icons/plus'
import { For, Show } from 'solid-js'
import type { ExplainedChange } from '../app/api-types.ts'
import { AgencyIcon, agencyName, officerLine } from '../app/domain-badges.tsx'
import { choices, word } from '../app/enums.ts'
import { locale, said } from '../app/i18n/index.ts'
import { type ChangeGroup, changeGroups } from './change-groups.ts'
import { t } from './texts.ts'

/** Who would gain and who would lose what, by agency and post. */
export function ChangeList(props: { gains: readonly ExplainedChange[]; losses: readonly ExplainedChange[] }) {
  return (
    <Show when={props.gains.length + props.losses.length > 0} fallback={<EmptyState compact title={t('if.nothing')} />}>
      <div class="flex flex-col gap-4" aria-live="polite">
        <Side title={t('if.gains')} changes={props.gains} isGain />
        <Side title={t('if.losses')} changes={props.losses} />
      </div>
    </Show>
  )
}

function Side(props: { title: string; changes: readonly ExplainedChange[]; isGain?: boolean }) {
  return (
    <Show when={props.changes.length > 0}>
      <section>
        <h4 class={`font-semibold ${props.isGain ? 'text-ok' : 'text-danger'}`}>{props.title}</h4>
        <ul class="mt-1.5 flex flex-col gap-2">
          <For each={changeGroups(props.changes)}>{(group) => <Group group={group} isGain={props.isGain} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function Group(props: { group: ChangeGroup; isGain?: boolean | undefined }) {
  return (
    <li class="rounded-md border border-line bg-surface px-3 py-2">
      <p class="flex items-center gap-1.5 font-medium">
        <Show when={props.group.agency}>
          {(agency) => (
            <span class="text-faint">
              <AgencyIcon kind={agency().kind} />
            </span>
          )}
        </Show>
        {whoOf(props.group)} · {word('role', props.group.role)}
      </p>
      <ul class="mt-1 flex flex-col gap-0.5 text-sm">
        <For each={props.group.changes}>
          {(change) => (
            <li class="flex items-start gap-1.5">
              <Show
                when={props.isGain}
                fallback={<Minus size={13} class="mt-1 shrink-0 text-danger" aria-hidden="true" />}
              >
                <Plus size={13} class="mt-1 shrink-0 text-ok" aria-hidden="true" />
              </Show>
              <span class="min-w-0">
                {said(change.words)} <span class="text-muted">{titleOf(change)}</span>{' '}
                <span class="text-faint text-xs">{change.rule}</span>
              </span>
            </li>
          )}
        </For>
      </ul>
    </li>
  )
}

function whoOf({ agency, post, kinds }: ChangeGroup): string {
  if (post) return officerLine(post)
  if (agency) return agencyName(agency)
  if (kinds.length === choices('agencyKind').length) return t('if.anyAgency')
  return t('if.anyOf', { kinds: kinds.map((kind) => word('agencyKind', kind)).join(locale() === 'zh' ? '、' : ', ') })
}

/** The case itself needs no name on its own page. */
function titleOf({ kind, title }: ExplainedChange): string {
  if (kind === 'Case') return ''
  if (title !== null) return kind === 'Section' ? `《${title}》` : title
  if (kind === 'Section') return t('if.closedSection')
  return kind === 'Clue' ? t('if.closedClue') : ''
}
