import { Badge, Button } from '@lianban/ui'
import { Show } from 'solid-js'
import type { Radar, RadarRow } from '../app/api-types.ts'
import { AgencyName, agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { t } from './texts.ts'

/** One row: whose, which case, why in words, and what was done about it. */
export function RowLine(props: { row: RadarRow; rule: Radar['rules'][number] | undefined; supervise: () => void }) {
  return (
    <li class="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div class="min-w-0 flex-1 narrow:min-w-full">
        <p class="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Badge tone="warn">{props.rule ? said(props.rule.title) : props.row.rule}</Badge>
          <span class="font-medium">
            <AgencyName agency={props.row.agency} />
          </span>
          <Show when={props.row.number} fallback={<span class="text-muted text-sm">{t('noCase')}</span>}>
            {(number) => <span class="font-medium">{number()}</span>}
          </Show>
        </p>
        <p class="mt-1">{said(props.row.says)}</p>
        <p class="mt-1 flex flex-wrap gap-x-3 text-muted text-sm">
          <span>{formatDateTime(props.row.foundAt)}</span>
          <Show when={props.row.owner.id !== props.row.agency.id}>
            <span>{t('of', { agency: agencyShort(props.row.owner) })}</span>
          </Show>
          <Show when={props.rule}>
            {(rule) => (
              <span class="text-faint">
                {rule().id} · {rule().basis.map(said).join('；')} · {said(rule().statusWords)}
              </span>
            )}
          </Show>
          <Show when={props.row.caseId}>
            {(caseId) => (
              <a class="text-accent-text hover:underline" href={`/cases/${caseId()}`}>
                {t('ownCase')}
              </a>
            )}
          </Show>
        </p>
        <Show when={props.row.supervision}>
          {(handoff) => (
            <p class="mt-1 text-sm">
              <a class="text-accent-text hover:underline" href={`/handoffs/${handoff().id}`}>
                {t('under', { number: handoff().number, words: said(handoff().words) })}
              </a>
            </p>
          )}
        </Show>
      </div>
      <Show when={props.row.opens}>
        <Button size="sm" onClick={() => props.supervise()}>
          {t('supervise')}
        </Button>
      </Show>
    </li>
  )
}
