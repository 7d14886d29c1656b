import { Badge, Button, type Description, DescriptionList, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Grant, RecordRef, WhoSees } from '../app/api-types.ts'
import { AgencyIcon, AgencyName, agencyName, LevelBadge, officerLine, StandingBadge } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDate, formatDateTime } from '../app/format.ts'
import { locale, said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { t as ofCase } from '../cases/strings.ts'
import { leadsTheCase, liveGrantOf, pastGrants } from './grants-by-agency.ts'
import { RecallDialog } from './recall-dialog.tsx'
import { t } from './strings.ts'

/** Which agency, which post, may do what, by which rule, for what purpose and until when. */
export function AccessPanel(props: { record: RecordRef }) {
  const who = useQuery(() => ({
    queryKey: ['access', props.record.kind, props.record.id],
    queryFn: () => api.access.whoCanSee.query({ record: { ...props.record } }),
  }))
  const grants = useQuery(() => ({
    queryKey: ['grants', 'list', props.record.kind, props.record.id],
    queryFn: () => api.grants.list.query({ record: { ...props.record } }),
  }))
  const [recalling, setRecalling] = createSignal<Grant>()
  const past = createMemo(() => pastGrants(grants.data?.items ?? [], new Date()))

  return (
    <Loaded query={who} rows={8}>
      {(data) => (
        <div class="flex flex-col gap-4">
          <p class="text-muted text-sm">
            {t('access.hint')} {t('access.count', { n: data().items.length })}
          </p>
          <For each={data().items}>
            {(seer) => (
              <AgencyAccess
                kind={props.record.kind}
                seer={seer}
                grant={liveGrantOf(grants.data?.items ?? [], seer.agency.id)}
                recall={setRecalling}
              />
            )}
          </For>
          <Show when={past().length > 0}>
            <PastGrants grants={past()} />
          </Show>
          <Show when={recalling()} keyed>
            {(grant) => (
              <RecallDialog
                grant={grant}
                leads={leadsTheCase(data().items, grant.grantee.id)}
                close={() => setRecalling(undefined)}
              />
            )}
          </Show>
        </div>
      )}
    </Loaded>
  )
}

function AgencyAccess(props: {
  kind: RecordRef['kind']
  seer: WhoSees
  grant: Grant | undefined
  recall: (grant: Grant) => void
}) {
  return (
    <Panel flush>
      <header class="flex items-center gap-3 border-line border-b px-4 py-2.5">
        <span class="self-start pt-1 text-faint">
          <AgencyIcon kind={props.seer.agency.kind} size={16} />
        </span>
        <div class="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <h3 class="min-w-0 font-semibold">{agencyName(props.seer.agency)}</h3>
          <Show when={props.seer.via !== 'grant'}>
            <StandingBadge standing={props.kind === 'Clue' ? 'clue_owner' : props.seer.via} />
          </Show>
          <Show when={props.seer.grant}>
            <LevelBadge level={props.seer.level} />
            <span class="text-muted text-sm">{t('access.grant')}</span>
          </Show>
        </div>
        <Show when={props.grant?.canRecall && props.grant}>
          {(grant) => (
            <Button size="sm" onClick={() => props.recall(grant())}>
              {t('recall.button')}
            </Button>
          )}
        </Show>
      </header>
      <Show when={props.seer.grant}>
        {(given) => (
          <div class="border-line border-b px-4 py-3">
            <DescriptionList columns={3} items={terms(given(), props.grant)} />
          </div>
        )}
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

function terms(given: NonNullable<WhoSees['grant']>, grant: Grant | undefined): Description[] {
  const items: (Description | undefined)[] = [
    { term: t('access.purpose'), value: given.purpose },
    { term: t('access.until'), value: formatDate(given.expiresAt) },
    given.agreementNumber ? { term: t('access.agreement'), value: given.agreementNumber } : undefined,
    { term: t('access.legalBasis'), value: given.legalBasis },
    {
      term: t('access.givenBy'),
      value: officerLine(given.givenBy),
      hint: formatDateTime(given.givenAt),
    },
    grant
      ? { term: t('access.onward'), value: grant.allowsOnward ? t('access.onwardYes') : t('access.onwardNo') }
      : undefined,
    given.withheldFields.length > 0
      ? { term: t('access.withheld'), value: given.withheldFields.map(fieldWord).join(locale() === 'zh' ? '、' : ', ') }
      : undefined,
  ]
  return items.filter((item) => item !== undefined)
}

const fields = ['summary', 'charge', 'figures', 'clues', 'events'] as const

const fieldWord = (field: string): string => {
  const known = fields.find((each) => each === field)
  return known ? ofCase(`field.${known}`) : field
}

function PastGrants(props: { grants: readonly Grant[] }) {
  return (
    <Panel title={t('access.past')} note={props.grants.length} flush>
      <ul>
        <For each={props.grants}>
          {(grant) => (
            <li class="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2.5 text-sm last:border-b-0">
              <AgencyName agency={grant.grantee} />
              <Badge>{grant.recalledAt ? t('access.recalled') : t('access.expired')}</Badge>
              <span class="text-muted">{formatDateTime(grant.recalledAt ?? grant.expiresAt)}</span>
              <Show when={grant.recallReason}>
                <span class="min-w-0 text-muted">
                  {t('access.reason')} {grant.recallReason}
                </span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}
