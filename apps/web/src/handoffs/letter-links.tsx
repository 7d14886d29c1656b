import FileDown from 'lucide-solid/icons/file-down'
import { For } from 'solid-js'
import { t } from './strings.ts'

/** A letter as a file, for the seal; `at` is the place of its receipt. */
export function LetterLinks(props: { name: string; at: string }) {
  return (
    <p class="mt-1 flex flex-wrap items-center gap-x-2 text-sm">
      <FileDown size={14} class="text-muted" aria-hidden="true" />
      <span>{props.name}</span>
      <For each={['docx', 'pdf'] as const}>
        {(format) => (
          <a
            class="text-accent-text hover:underline"
            href={`/exports/letter/${props.at}.${format}`}
            download=""
            aria-label={t('letterAs', { letter: props.name, format: format.toUpperCase() })}
          >
            {format.toUpperCase()}
          </a>
        )}
      </For>
    </p>
  )
}
