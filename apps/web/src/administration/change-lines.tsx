import { For, Show } from 'solid-js'
import type { OfficerChange, Role } from '../app/api-types.ts'
import { postName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { rolesBetween } from './officer-deeds.ts'
import { t } from './strings.ts'

const words = (roles: readonly Role[]) => roles.map((role) => word('role', role)).join('、')

/** The officers of a change, each with what is gained and lost. */
export function ChangeLines(props: { lines: OfficerChange['lines']; kind: OfficerChange['kind'] }) {
  return (
    <ul class="mt-1 flex flex-col gap-1">
      <For each={props.lines}>
        {(line) => {
          const { gained, lost } = rolesBetween(line.formerRoles, line.roles)
          return (
            <li class="flex flex-wrap items-baseline gap-x-2 text-sm">
              <span class="text-ink">{postName(line)}</span>
              <span class="break-all text-faint text-xs">{line.subject}</span>
              <Show
                when={props.kind === 'entry' || props.kind === 'roles'}
                fallback={<span class="text-muted">{words(line.roles)}</span>}
              >
                <Show when={gained.length > 0}>
                  <span class="text-ok">{t('gains', { roles: words(gained) })}</span>
                </Show>
                <Show when={lost.length > 0}>
                  <span class="text-danger">{t('loses', { roles: words(lost) })}</span>
                </Show>
              </Show>
            </li>
          )
        }}
      </For>
    </ul>
  )
}
