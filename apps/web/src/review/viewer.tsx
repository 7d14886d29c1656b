import { Button } from '@lianban/ui'
import { createEffect, createMemo, For, on, Show } from 'solid-js'
import type { EvidenceItem } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { FileLook } from '../files/file-look.tsx'
import type { Spot } from './spot.ts'
import { t } from './texts.ts'

/** An item with its files, one of them open at the place that was asked for. */
export function Viewer(props: {
  item: EvidenceItem
  /** The file that is open, and where it was opened. */
  looking: Spot | undefined
  look: (spot: Spot | undefined) => void
  /** Where the reader is in it now. */
  move: (spot: Spot | undefined) => void
}) {
  const open = () => props.item.files.find(({ id }) => id === props.looking?.fileId)
  const openId = createMemo(() => open()?.id)
  createEffect(on(openId, (fileId) => props.move(fileId && { fileId })))
  return (
    <div class="flex flex-col gap-2 text-sm">
      <p>
        {said(props.item.kindWords)} · {props.item.source || '—'} · {props.item.place || '—'}
      </p>
      <Show when={props.item.description}>
        <p class="wrap-anywhere">{props.item.description}</p>
      </Show>
      <p class={props.item.failed > 0 ? 'text-warn' : 'text-muted'}>
        {t('checklist', { failed: props.item.failed, open: props.item.open })}
      </p>
      <Show when={props.item.breaks > 0}>
        <p class="font-medium text-danger">{t('custodyBroken', { n: props.item.breaks })}</p>
      </Show>
      <Show when={props.item.files.length > 0} fallback={<p class="text-faint">{t('noFiles')}</p>}>
        <ul class="flex flex-col gap-1" aria-label={t('files')}>
          <For each={props.item.files}>
            {(file) => (
              <li>
                <Show
                  when={file.preview}
                  fallback={
                    <span class="wrap-anywhere">
                      {file.name} <span class="text-faint">{t('notShown')}</span>
                    </span>
                  }
                >
                  <button
                    type="button"
                    aria-pressed={open()?.id === file.id}
                    class={`wrap-anywhere text-left text-accent-text hover:underline ${open()?.id === file.id ? 'font-semibold' : ''}`}
                    onClick={() => props.look({ fileId: file.id })}
                  >
                    {file.name}
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={openId()} keyed>
        {(fileId) => (
          <div class="flex flex-col gap-2">
            <FileLook file={open()!} at={props.looking} onPlace={(place) => props.move({ fileId, ...place })} />
            <div>
              <Button size="sm" onClick={() => props.look(undefined)}>
                {t('closeFile')}
              </Button>
            </div>
          </div>
        )}
      </Show>
    </div>
  )
}
