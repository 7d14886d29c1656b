import { For, Show } from 'solid-js'
import type { Handoff } from '../app/api-types.ts'
import { shortDigest } from '../app/format.ts'
import { frozenParts } from './frozen-text.ts'
import { kindWord } from './frozen-words.ts'
import { type ItemView, viewOf } from './item-view.ts'
import { t } from './strings.ts'

type Item = Handoff['items'][number]

/** What is in the package, each item with its digest and, where it is open to the reader, its text as it was frozen. */
export function PackageItems(props: { items: Handoff['items'] }) {
  return (
    <ol>
      <For each={props.items}>
        {(item) => {
          const view = viewOf(item)
          return (
            <li class="border-line border-b last:border-b-0">
              {view.isOpen ? (
                <details class="group">
                  <summary class={`${line} list-none hover:bg-sunken focus-visible:-outline-offset-2`}>
                    <ItemLine item={item} view={view} />
                    <span class="text-accent-text text-sm group-open:hidden">{t('expand')}</span>
                    <span class="hidden text-accent-text text-sm group-open:inline">{t('collapse')}</span>
                  </summary>
                  <FrozenItem content={view.content} digest={item.digest} />
                </details>
              ) : (
                <div class={line}>
                  <ItemLine item={item} view={view} />
                </div>
              )}
            </li>
          )
        }}
      </For>
    </ol>
  )
}

const line = 'flex items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 narrow:flex-wrap'

function ItemLine(props: { item: Item; view: ItemView }) {
  return (
    <>
      <span class="w-4 shrink-0 text-right text-faint">{props.item.position}</span>
      <span class="w-24 shrink-0 text-muted text-sm">{kindWord(props.item.kind)}</span>
      <span class="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 narrow:order-last narrow:min-w-full narrow:pl-7">
        <Show when={props.view.title}>
          <span class="font-medium">{props.view.title}</span>
        </Show>
        <Show when={!props.view.isOpen}>
          <span class="text-muted text-sm">{t('closedContent')}</span>
        </Show>
      </span>
      <code class="text-faint text-xs narrow:ml-auto" title={props.item.digest}>
        {shortDigest(props.item.digest)}
      </code>
    </>
  )
}

function FrozenItem(props: { content: string; digest: string }) {
  const parts = () => frozenParts(props.content)
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
        <pre class="mt-1 max-h-64 overflow-auto whitespace-pre-wrap break-all text-muted">{props.content}</pre>
      </details>
      <p class="mt-2 break-all text-faint text-xs">
        SHA-256 <code>{props.digest}</code>
      </p>
    </div>
  )
}
