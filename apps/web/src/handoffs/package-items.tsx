import { For, Show } from 'solid-js'
import type { Handoff } from '../app/api-types.ts'
import { shortDigest } from '../app/format.ts'
import { frozenParts } from './frozen-text.ts'
import { t } from './strings.ts'

const kinds = ['transfer_letter', 'case_record', 'clue', 'figures', 'dossier_section'] as const

const kindWord = (kind: string): string => {
  const known = kinds.find((each) => each === kind)
  return known ? t(`item.${known}`) : kind
}

type Item = Handoff['items'][number]

/** What is in the package, each item with its digest and its text as it was frozen. */
export function PackageItems(props: { items: Handoff['items'] }) {
  return (
    <ol>
      <For each={props.items}>
        {(item) => (
          <li class="border-line border-b last:border-b-0">
            <details class="group">
              <summary class="flex list-none items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2 narrow:flex-wrap">
                <span class="w-4 shrink-0 text-right text-faint">{item.position}</span>
                <span class="w-24 shrink-0 text-muted text-sm">{kindWord(item.kind)}</span>
                <span class="min-w-0 flex-1 font-medium narrow:order-last narrow:min-w-full narrow:pl-7">
                  {item.title}
                </span>
                <code class="text-faint text-xs narrow:ml-auto" title={item.digest}>
                  {shortDigest(item.digest)}
                </code>
                <span class="text-accent-text text-sm group-open:hidden">{t('expand')}</span>
                <span class="hidden text-accent-text text-sm group-open:inline">{t('collapse')}</span>
              </summary>
              <FrozenItem item={item} />
            </details>
          </li>
        )}
      </For>
    </ol>
  )
}

function FrozenItem(props: { item: Item }) {
  const content = () =>
    typeof props.item.content === 'string' ? props.item.content : JSON.stringify(props.item.content)
  const parts = () => frozenParts(content())
  return (
    <div class="border-line border-t bg-sunken px-6 py-4 narrow:px-4">
      <p class="text-faint text-xs">{t('frozenHint')}</p>
      <Show when={parts().length > 0} fallback={<p class="mt-2 text-muted text-sm">{t('emptyContent')}</p>}>
        <dl class="mt-2 grid max-h-96 grid-cols-[5rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 overflow-y-auto narrow:grid-cols-1">
          <For each={parts()}>
            {(part) => (
              <>
                <dt class="text-muted text-sm">{t(`part.${part.field}`)}</dt>
                <dd class="min-w-0 whitespace-pre-wrap">{part.text}</dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <details class="mt-3 text-xs">
        <summary class="text-muted">{t('raw')}</summary>
        <pre class="mt-1 max-h-64 overflow-auto whitespace-pre-wrap break-all text-muted">{content()}</pre>
      </details>
      <p class="mt-2 break-all text-faint text-xs">
        SHA-256 <code>{props.item.digest}</code>
      </p>
    </div>
  )
}
