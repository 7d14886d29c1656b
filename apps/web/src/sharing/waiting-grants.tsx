import { DescriptionList, Panel } from '@lianban/ui'
import { For } from 'solid-js'
import type { Grant } from '../app/api-types.ts'
import { LevelBadge } from '../app/domain-badges.tsx'
import { type ChosenDeed, GrantBadges, GrantButtons, termsOf } from './grant-card.tsx'
import { GranteeName } from './grantee-name.tsx'
import { t } from './strings.ts'

/** What a second officer still has to agree to: until then it opens nothing, or ends as before. */
export function WaitingGrants(props: { grants: readonly Grant[]; choose: (chosen: ChosenDeed) => void }) {
  return (
    <Panel title={t('waiting')} note={t('waitingHint')} flush>
      <ul>
        <For each={props.grants}>
          {(grant) => (
            <li class="border-line border-b px-4 py-3 last:border-b-0" data-waiting={grant.id}>
              <div class="mb-2.5 flex flex-wrap items-center gap-x-2 gap-y-1.5">
                <span class="font-medium">
                  <GranteeName grant={grant} />
                </span>
                <LevelBadge level={grant.level} />
                <GrantBadges grant={grant} />
                <GrantButtons grant={grant} choose={props.choose} />
              </div>
              <DescriptionList columns={3} items={termsOf(grant)} />
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}
