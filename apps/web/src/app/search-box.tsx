import { useLocation, useNavigate } from '@solidjs/router'
import Search from 'lucide-solid/icons/search'
import { createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import { t } from './i18n/index.ts'

/** Search over everything the officer may know of; `/` goes to it from anywhere. */
export function SearchBox() {
  const navigate = useNavigate()
  const location = useLocation()
  const [words, setWords] = createSignal('')
  let box: HTMLInputElement | undefined

  createEffect(() => {
    const q = location.query.q
    setWords(location.pathname === '/search' && typeof q === 'string' ? q : '')
  })

  onMount(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      box?.focus()
      box?.select()
    }
    document.addEventListener('keydown', press)
    onCleanup(() => document.removeEventListener('keydown', press))
  })

  return (
    <search class="min-w-0 max-w-md flex-1">
      <form
        class="relative"
        onSubmit={(event) => {
          event.preventDefault()
          if (words().trim()) navigate(`/search?q=${encodeURIComponent(words().trim())}`)
        }}
      >
        <Search
          size={16}
          class="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
          aria-hidden="true"
        />
        <input
          ref={box}
          type="search"
          name="q"
          autocomplete="off"
          maxLength={100}
          aria-label={t('search')}
          title={t('searchHint')}
          placeholder={t('search')}
          value={words()}
          onInput={(event) => setWords(event.currentTarget.value)}
          class="h-8 w-full min-w-0 rounded-md border border-line bg-sunken pr-9 pl-8 text-sm transition-colors hover:border-line-strong focus-visible:border-accent focus-visible:bg-surface focus-visible:outline-1 focus-visible:outline-offset-0 narrow:h-9 narrow:pr-2"
        />
        <span
          class="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded-sm border border-line bg-surface px-1.5 font-sans text-faint text-xs narrow:hidden"
          aria-hidden="true"
        >
          /
        </span>
      </form>
    </search>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
