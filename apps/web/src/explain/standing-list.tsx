import ChevronRight from 'lucide-solid/icons/chevron-right'
import { For, type JSX, Show } from 'solid-js'
import type { ExplainedStanding } from '../app/api-types.ts'
import { AgencyIcon, agencyName, postName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { locale, said } from '../app/i18n/index.ts'
import { t } from './texts.ts'

/** One agency, or one officer of it, and what each of its posts may do by which rule. */
export function StandingItem(props: { standing: ExplainedStanding; remarks?: JSX.Element }) {
  return (
    <li class="rounded-lg border border-line bg-surface">
      <header class="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b px-4 py-2.5">
        <span class="text-faint">
          <AgencyIcon kind={props.standing.agency.kind} size={16} />
        </span>
        <h4 class="font-semibold">{agencyName(props.standing.agency)}</h4>
        <Show when={props.standing.officer}>
          {(officer) => (
            <span class="text-sm">
              {postName(officer())} <span class="text-faint">{t('others.oneOfficer')}</span>
            </span>
          )}
        </Show>
        {props.remarks}
      </header>
      <ul>
        <For each={props.standing.roles}>
          {(role) => (
            <li class="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-line border-b px-4 py-2 last:border-b-0 narrow:grid-cols-1">
              <span class="font-medium">
                {word('role', role.role)}
                <Show when={!props.standing.officer}>
                  <span class="ml-1.5 font-normal text-faint text-xs">
                    {t('others.officers', { n: role.officers })}
                  </span>
                </Show>
              </span>
              <details class="group min-w-0">
                <summary class="flex list-none items-start gap-1.5 rounded-sm hover:text-accent-text">
                  <ChevronRight size={14} class="mt-1 shrink-0 text-faint group-open:rotate-90" aria-hidden="true" />
                  {role.acts.map(({ words }) => said(words)).join(locale() === 'zh' ? '、' : ', ')}
                </summary>
                <dl class="mt-1.5 ml-5 grid grid-cols-[minmax(5rem,9rem)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
                  <For each={role.acts}>
                    {(act) => (
                      <>
                        <dt>{said(act.words)}</dt>
                        <dd class="text-muted">
                          {said(act.because)}{' '}
                          <span class="text-faint text-xs">{t('mine.rule', { rule: act.rule })}</span>
                        </dd>
                      </>
                    )}
                  </For>
                </dl>
                <Show when={role.withheld.length > 0}>
                  <p class="mt-0.5 text-muted text-sm">
                    {t('others.withheld', { fields: role.withheld.map(said).join(locale() === 'zh' ? '、' : ', ') })}
                  </p>
                </Show>
              </details>
            </li>
          )}
        </For>
      </ul>
    </li>
  )
}
