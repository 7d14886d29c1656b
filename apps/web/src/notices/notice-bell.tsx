import { A } from '@solidjs/router'
import Bell from 'lucide-solid/icons/bell'
import { Show } from 'solid-js'
import { createInbox } from './inbox.ts'
import { t } from './texts.ts'

/** How much nobody has read yet, on every page; red while something urgent is among it. */
export function NoticeBell() {
  const inbox = createInbox()
  const unseen = () => inbox.data?.unseen ?? { all: 0, urgent: 0 }
  const shown = () => (unseen().all > 99 ? '99+' : String(unseen().all))
  return (
    <A
      href="/notices"
      class="relative inline-flex size-9 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink narrow:size-10"
      aria-label={unseen().all ? t('bell', { n: shown() }) : t('bellNone')}
    >
      <Bell size={18} aria-hidden="true" />
      <Show when={unseen().all > 0}>
        <span
          aria-hidden="true"
          class={`absolute top-0.5 right-0 min-w-4 rounded-full px-1 text-center font-semibold text-[0.625rem] leading-4 ${unseen().urgent > 0 ? 'bg-danger text-on-accent' : 'bg-accent text-on-accent'}`}
        >
          {shown()}
        </span>
      </Show>
    </A>
  )
}
