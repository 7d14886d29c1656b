import { Badge, Button, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Derivation, RecordRef } from '../app/api-types.ts'
import { agencyName, agencyShort, HandoffStateBadge, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { loggedRead } from '../app/query-client.ts'
import { fieldNames } from '../changes/field-names.ts'
import { t } from './texts.ts'

/** Where an owner's record went. Asked for, since it is searched for and logged. */
export function DerivationPanel(props: { record: RecordRef }) {
  const [isAsked, ask] = createSignal(false)
  const report = useQuery(() => ({
    queryKey: ['derivation', props.record.kind, props.record.id],
    queryFn: () => api.derivation.report.query({ record: { ...props.record } }),
    enabled: isAsked(),
    ...loggedRead,
  }))
  return (
    <Panel
      flush={isAsked()}
      title={t('title')}
      actions={
        <Show when={!isAsked()}>
          <Button size="sm" onClick={() => ask(true)}>
            {t('show')}
          </Button>
        </Show>
      }
    >
      <Show when={isAsked()} fallback={<p class="text-muted text-sm">{t('lead')}</p>}>
        <Loaded query={report} rows={5} compact>
          {(found) => <Report report={found()} />}
        </Loaded>
      </Show>
    </Panel>
  )
}

function Report(props: { report: Derivation }) {
  return (
    <>
      <Group title={t('cases')} rows={props.report.cases}>
        {(one) => (
          <Trace
            href={one.case ? `/cases/${one.case.id}` : undefined}
            title={one.case?.name ?? t('unnamedCase', { agency: agencyName(one.ownerAgency) })}
            note={t(one.passesOn ? 'caseLine' : 'caseKept', {
              at: formatDateTime(one.linkedAt),
              readers: one.readers,
            })}
          />
        )}
      </Group>
      <Group title={t('sections')} rows={props.report.sections}>
        {(one) => (
          <Trace
            href={one.case && one.title ? `/cases/${one.case.id}/dossier` : undefined}
            title={
              one.title
                ? `${one.case?.name ?? ''} · ${one.title}`
                : t('unnamedSection', { agency: agencyName(one.caseAgency) })
            }
            note={t('sectionLine', { agency: agencyName(one.sectionAgency) })}
          />
        )}
      </Group>
      <Group title={t('handoffs')} rows={props.report.handoffs}>
        {(one) => (
          <Trace
            href={one.handoff ? `/handoffs/${one.handoff.id}` : undefined}
            title={one.handoff?.number ?? t('unnamedHandoff')}
            note={t('handoffLine', {
              from: agencyShort(one.from),
              to: agencyShort(one.to),
              at: formatDateTime(one.sentAt),
            })}
            badges={
              <>
                <HandoffStateBadge state={one.state} />
                <Show when={one.asRecord}>
                  <Badge outlined>{t('asRecord')}</Badge>
                </Show>
                <Show when={one.quotingSections}>
                  <Badge outlined>{t('quoting', { n: one.quotingSections })}</Badge>
                </Show>
              </>
            }
          />
        )}
      </Group>
      <Group title={t('exports')} rows={props.report.exports}>
        {(one) => (
          <Trace
            title={t('exportLine', { officer: officerLine(one.officer), at: formatDateTime(one.exportedAt) })}
            note={[
              `${t('purpose')} ${one.purpose}`,
              t('exportVersion', { n: one.clueVersion }),
              ...(one.withheldFields.length ? [t('exportWithheld', { fields: fieldNames(one.withheldFields) })] : []),
            ].join(' · ')}
          />
        )}
      </Group>
      <p class="px-4 py-2.5 text-faint text-xs">{t('searched', { n: props.report.searchedSections })}</p>
    </>
  )
}

function Group<Row>(props: { title: string; rows: readonly Row[]; children: (row: Row) => JSX.Element }) {
  return (
    <section class="border-line border-b px-4 py-2.5">
      <h3 class="text-muted text-sm">
        {props.title} <span class="text-faint">{props.rows.length || t('none')}</span>
      </h3>
      <ul class="flex flex-col gap-1.5 empty:hidden [&:not(:empty)]:mt-1.5">
        <For each={props.rows}>{(row) => <li>{props.children(row)}</li>}</For>
      </ul>
    </section>
  )
}

function Trace(props: { href?: string | undefined; title: string; note: string; badges?: JSX.Element }) {
  return (
    <>
      <span class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Show when={props.href} fallback={<span class="font-medium">{props.title}</span>}>
          {(href) => (
            <a href={href()} class="font-medium hover:text-accent-text">
              {props.title}
            </a>
          )}
        </Show>
        {props.badges}
      </span>
      <span class="block text-muted text-sm">{props.note}</span>
    </>
  )
}
