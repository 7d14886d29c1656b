import { Button, TextField } from '@lianban/ui'
import X from 'lucide-solid/icons/x'
import { For } from 'solid-js'
import { shortDigest } from '../app/format.ts'
import { t } from './texts.ts'

export type ItemDraft = { readonly title: string; readonly digest: string; readonly madeBy: string }

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const itemOf = async (file: File): Promise<ItemDraft> => ({
  title: file.name.slice(0, 120),
  digest: hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())),
  madeBy: '',
})

/** Files that come along with a reply, by their digests: what leaves the device is the digest. */
export function ReplyItems(props: { items: readonly ItemDraft[]; change: (items: readonly ItemDraft[]) => void }) {
  let input!: HTMLInputElement
  const add = async (files: FileList | null) => {
    const found = await Promise.all([...(files ?? [])].map(itemOf))
    const fresh = found.filter(({ digest }) => !props.items.some((item) => item.digest === digest))
    props.change([...props.items, ...fresh].slice(0, 50))
  }
  return (
    <fieldset class="flex flex-col gap-2">
      <legend class="mb-1 font-medium text-sm">{t('items')}</legend>
      <p class="text-muted text-xs">{t('itemsHint')}</p>
      <For each={props.items}>
        {(item, i) => (
          <div class="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
            <TextField
              label={`${item.title} · ${shortDigest(item.digest)}`}
              placeholder={t('madeBy')}
              required
              value={item.madeBy}
              onChange={(madeBy) => props.change(props.items.with(i(), { ...item, madeBy }))}
            />
            <Button
              variant="quiet"
              aria-label={t('removeItem', { title: item.title })}
              icon={<X size={14} aria-hidden="true" />}
              onClick={() => props.change(props.items.filter((each) => each !== item))}
            />
          </div>
        )}
      </For>
      <input
        ref={input}
        type="file"
        multiple
        class="hidden"
        aria-label={t('addFiles')}
        onChange={(event) => void add(event.currentTarget.files)}
      />
      <Button size="sm" onClick={() => input.click()}>
        {t('addFiles')}
      </Button>
    </fieldset>
  )
}
