import { ComboboxField } from '@lianban/ui'
import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { postName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { t } from './texts.ts'

type Post = { readonly id: string; readonly postZh: string; readonly postEn: string; readonly roles: readonly string[] }

/** Officers of the own agency, found by post and listed one below the other. */
export function OfficerPicker(props: {
  posts: readonly Post[]
  /** They may know already, and stay. */
  fixed: readonly string[]
  value: readonly string[]
  onChange: (officerIds: string[]) => void
  hint?: string | undefined
  error?: string | undefined
}) {
  const chosen = () => props.value.flatMap((id) => props.posts.find((post) => post.id === id) ?? [])
  const rest = () => props.posts.filter(({ id }) => !props.fixed.includes(id) && !props.value.includes(id))
  const rolesOf = (post: Post) => post.roles.map((role) => word('role', role)).join(' · ')
  return (
    <div class="flex flex-col gap-2">
      <Show when={chosen().length > 0}>
        <ul class="flex flex-col rounded-md border border-line" aria-label={t('officers')}>
          <For each={chosen()}>
            {(post) => (
              <li class="flex items-center gap-3 border-line border-b px-3 py-1.5 last:border-b-0">
                <span class="min-w-0 flex-1">
                  {postName(post)} <span class="text-muted text-sm">{rolesOf(post)}</span>
                </span>
                <button
                  type="button"
                  class="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink narrow:size-10"
                  aria-label={t('remove', { post: postName(post) })}
                  onClick={() => props.onChange(props.value.filter((id) => id !== post.id))}
                >
                  <X size={16} aria-hidden="true" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ComboboxField
        label={t('add')}
        hint={props.hint}
        emptyText={t('none')}
        options={rest().map((post) => ({ value: post.id, label: postName(post), note: rolesOf(post) }))}
        value=""
        onChange={(id) => id && props.onChange([...props.value, id])}
        error={props.error}
      />
    </div>
  )
}
