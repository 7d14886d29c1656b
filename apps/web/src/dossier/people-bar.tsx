import { For, Show } from 'solid-js'
import type { PresentPerson } from './people-present.ts'
import { t } from './strings.ts'

/** Who is in the section now, by agency and post. */
export function PeopleBar(props: { people: readonly PresentPerson[] }) {
  return (
    <ul aria-label={t('people')} class="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <For each={props.people}>
        {(person) => (
          <li
            class="flex min-w-0 items-center gap-1.5"
            title={person.windows > 1 ? t('windows', { n: person.windows }) : undefined}
          >
            <span
              class="size-2.5 shrink-0 rounded-full"
              style={{ 'background-color': person.color }}
              aria-hidden="true"
            />
            <span class="min-w-0 truncate">
              <Show when={!person.name.startsWith(person.agency)}>
                <span class="text-muted">{person.agency} </span>
              </Show>
              {person.name}
              <Show when={person.isMe}>
                <span class="text-faint"> · {t('me')}</span>
              </Show>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}
