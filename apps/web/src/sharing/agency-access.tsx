import { DescriptionList, Panel } from '@lianban/ui'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { For, Show } from 'solid-js'
import type { Grant, RecordRef, WhoSees } from '../app/api-types.ts'
import { AgencyIcon, agencyName, LevelBadge, officerLine, postName, StandingBadge } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime } from '../app/format.ts'
import { locale, said } from '../app/i18n/index.ts'
import { fieldNames } from '../changes/field-names.ts'
import { type ChosenDeed, endOf, GrantCard } from './grant-card.tsx'
import { t } from './strings.ts'

/** One agency, or one officer of it: the grants it stands on, and what each post may do by which rule. */
export function AgencyAccess(props: {
  kind: RecordRef['kind']
  seer: WhoSees
  grants: readonly Grant[]
  choose: (chosen: ChosenDeed) => void
}) {
  return (
    <Panel flush>
      <header class="flex items-center gap-3 border-line border-b px-4 py-2.5">
        <span class="self-start pt-1 text-faint">
          <AgencyIcon kind={props.seer.agency.kind} size={16} />
        </span>
        <div class="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <h3 class="min-w-0 font-semibold">
            {agencyName(props.seer.agency)}
            <Show when={props.seer.officer}>
              {(officer) => (
                <span class="ml-2 font-normal text-sm">{t('access.alone', { post: postName(officer()) })}</span>
              )}
            </Show>
          </h3>
          <Show when={props.seer.via !== 'grant'}>
            <StandingBadge standing={props.kind === 'Clue' ? 'clue_owner' : props.seer.via} />
          </Show>
          <Show when={props.grants.length > 0}>
            <span class="text-muted text-sm">{t('access.grant')}</span>
          </Show>
        </div>
      </header>
      <For each={props.grants}>{(grant) => <GrantCard grant={grant} choose={props.choose} />}</For>
      <Show when={!props.grants.some(({ id }) => id === props.seer.grant?.id)}>
        <ThroughCase seer={props.seer} />
      </Show>
      <ul>
        <For each={props.seer.roles} fallback={<li class="px-4 py-3 text-muted text-sm">{t('access.noRoles')}</li>}>
          {(role) => (
            <li class="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0 narrow:grid-cols-1">
              <span class="font-medium">
                {word('role', role.role)}
                <span class="ml-1.5 font-normal text-faint text-xs">{t('access.officers', { n: role.officers })}</span>
              </span>
              <details class="group min-w-0">
                <summary class="flex list-none items-start gap-1.5 rounded-sm hover:text-accent-text">
                  <ChevronRight size={14} class="mt-1 shrink-0 text-faint group-open:rotate-90" aria-hidden="true" />
                  {role.actions.map((action) => said(action)).join(locale() === 'zh' ? '、' : ', ')}
                </summary>
                <dl class="mt-1.5 ml-5 grid grid-cols-[minmax(5rem,9rem)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
                  <For each={role.actions}>
                    {(action) => (
                      <>
                        <dt>{said(action)}</dt>
                        <dd class="text-muted">
                          “{said(action.because)}” <span class="text-faint text-xs">{action.rule}</span>
                        </dd>
                      </>
                    )}
                  </For>
                </dl>
              </details>
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}

/** A clue that is read through a case: the terms are those of the grant on the case, which is decided on there. */
function ThroughCase(props: { seer: WhoSees }) {
  return (
    <Show when={props.seer.grant}>
      {(given) => (
        <div class="border-line border-b px-4 py-3">
          <div class="mb-2.5 flex flex-wrap items-center gap-2">
            <LevelBadge level={props.seer.level} />
            <span class="text-muted text-sm">{t('access.throughCase')}</span>
          </div>
          <DescriptionList
            columns={3}
            items={[
              { term: t('access.purpose'), value: given().purpose },
              { term: t('access.until'), value: endOf(given()) },
              { term: t('access.legalBasis'), value: given().legalBasis },
              {
                term: t('access.givenBy'),
                value: officerLine(given().givenBy),
                hint: formatDateTime(given().givenAt),
              },
              ...(given().withheldFields.length > 0
                ? [{ term: t('access.withheld'), value: fieldNames(given().withheldFields) }]
                : []),
            ]}
          />
        </div>
      )}
    </Show>
  )
}
