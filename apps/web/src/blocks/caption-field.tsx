import { Show } from 'solid-js'
import { t } from './strings.ts'

/** The words below a picture; whoever writes the section writes them here. */
export function CaptionField(props: {
  words: string
  write: ((words: string) => void) | undefined
  leave: () => void
}) {
  return (
    <Show when={props.write} fallback={<span class="text-sm">{props.words}</span>}>
      {(write) => (
        <input
          class="w-full rounded-md border border-transparent bg-transparent px-2 py-1 text-center text-sm hover:border-line-strong focus:border-line-strong focus:bg-surface"
          aria-label={t('caption')}
          placeholder={t('captionPlace')}
          maxLength={200}
          value={props.words}
          onChange={(event) => write()(event.currentTarget.value.trim())}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            event.currentTarget.blur()
            props.leave()
          }}
        />
      )}
    </Show>
  )
}
