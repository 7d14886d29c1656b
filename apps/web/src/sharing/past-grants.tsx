import { Badge, Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { Grant } from '../app/api-types.ts'
import { formatDateTime } from '../app/format.ts'
import { GranteeName } from './grantee-name.tsx'
import { t } from './strings.ts'

/** Recalled, declined or run out: who could see it once matters too. */
export function PastGrants(props: { grants: readonly Grant[] }) {
  return (
    <Panel title={t('access.past')} note={props.grants.length} flush>
      <ul>
        <For each={props.grants}>
          {(grant) => {
            const over = overBy(grant)
            return (
              <li class="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2.5 text-sm last:border-b-0">
                <GranteeName grant={grant} />
                <Badge>{t(over.word)}</Badge>
                <span class="text-muted">{formatDateTime(over.at)}</span>
                <Show when={over.reason}>
                  <span class="min-w-0 text-muted">
                    {t('access.reason')} {over.reason}
                  </span>
                </Show>
              </li>
            )
          }}
        </For>
      </ul>
    </Panel>
  )
}

function overBy(grant: Grant) {
  if (grant.state === 'declined')
    return {
      word: 'access.declined',
      at: grant.declinedAt ?? grant.givenAt,
      reason: grant.declineReason,
    } as const
  return grant.recalledAt
    ? ({ word: 'access.recalled', at: grant.recalledAt, reason: grant.recallReason } as const)
    : ({ word: 'access.expired', at: grant.expiresAt, reason: null } as const)
}
