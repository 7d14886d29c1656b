import { Badge } from '@lianban/ui'
import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime, formatInstant } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { entriesHref, recordHref } from './explorer-filter.ts'
import { t } from './strings.ts'
import { type Head, proofState, shortHash, type TrailEntry } from './trail.ts'

type Line = TrailEntry & {
  readonly agency: Parameters<typeof agencyShort>[0] | null
  readonly purpose?: { readonly purpose: string; readonly legalBasis: string } | null
  readonly record?: { readonly kind: 'Case' | 'Clue'; readonly id: string } | null
  readonly officerId?: string | null
}

/** One entry: when, the sentence, who stands behind it and what for, and where it stands in the tree. */
export function TrailLine(props: { entry: Line; head: Head | null; showsDay?: boolean }) {
  const refused = () => props.entry.outcome === 'refused'
  const proof = () => proofState(props.entry, props.head)
  const witnesses = () => (props.head?.confirmed?.by ?? []).map(said).join(t('and'))
  return (
    <li
      data-outcome={props.entry.outcome}
      class={`grid items-baseline gap-x-3 gap-y-1 border-line border-b px-4 py-2 last:border-b-0 ${props.showsDay ? 'grid-cols-[8.5rem_minmax(0,1fr)_auto] narrow:grid-cols-[minmax(0,1fr)]' : 'grid-cols-[4.5rem_minmax(0,1fr)_auto] narrow:grid-cols-[4.5rem_minmax(0,1fr)]'}`}
    >
      <time class="text-muted text-sm" datetime={props.entry.at} title={formatInstant(props.entry.at)}>
        {props.showsDay ? formatDateTime(props.entry.at) : formatInstant(props.entry.at).slice(11)}
      </time>
      <div class="min-w-0">
        <p class={refused() ? 'text-danger' : ''}>
          <Show when={refused()}>
            <span class="mr-2">
              <Badge tone="danger">{t('refused')}</Badge>
            </span>
          </Show>
          {said(props.entry.sentence)}
        </p>
        <p class="mt-0.5 flex flex-wrap gap-x-3 text-faint text-xs">
          <Show when={props.entry.agency}>{(agency) => <span>{agencyShort(agency())}</span>}</Show>
          <Show when={props.entry.purpose}>
            {(given) => <span class="text-muted">{t('grantedFor', { purpose: given().purpose })}</span>}
          </Show>
          <Show when={props.entry.record}>
            {(record) => (
              <A class="text-accent hover:underline" href={recordHref(record())}>
                {t('openRecord')}
              </A>
            )}
          </Show>
          <Show when={props.entry.record}>
            {(record) => (
              <A class="hover:text-accent hover:underline" href={entriesHref({ record: record(), agency: null })}>
                {t('onlyRecord')}
              </A>
            )}
          </Show>
          <Show when={props.entry.officerId}>
            {(officerId) => (
              <A
                class="hover:text-accent hover:underline"
                href={entriesHref({ record: null, agency: null, officerId: officerId() })}
              >
                {t('onlyOfficer')}
              </A>
            )}
          </Show>
          <Show when={props.entry.rule}>
            <span>
              {t('rule')} {props.entry.rule}
            </span>
          </Show>
          <span class="sr-only">{formatDateTime(props.entry.at)}</span>
        </p>
      </div>
      <p class={`flex items-baseline gap-2 whitespace-nowrap text-xs ${props.showsDay ? '' : 'narrow:col-start-2'}`}>
        <Show when={props.entry.leafHash}>
          {(hash) => (
            <code class="text-faint" title={`${t('leaf')} ${hash()}`}>
              {shortHash(hash())}
            </code>
          )}
        </Show>
        <span
          class={proof() === 'pending' ? 'text-muted' : 'text-ok'}
          title={proof() === 'confirmed' ? t('confirmedBy', { agencies: witnesses() }) : undefined}
        >
          {proof() === 'pending' ? t('pending') : t(proof(), { index: props.entry.index ?? 0 })}
        </span>
      </p>
    </li>
  )
}
