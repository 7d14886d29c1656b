import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { For, type JSX, Show } from 'solid-js'

export type Crumb = { readonly label: string; readonly href: string }

export type PageHeaderProps = {
  title: string
  /** The way up. */
  crumbs?: readonly Crumb[] | undefined
  crumbsLabel?: string | undefined
  /** Beside the title: badges. */
  badges?: JSX.Element
  /** Below the title: number, dates, a sentence. */
  description?: JSX.Element
  actions?: JSX.Element
}

/**
 * What this page is about and what can be done with it. On a phone the deeds stand within reach of the thumb, above
 * whatever bar the page has at its foot (`--page-foot`).
 */
export function PageHeader(props: PageHeaderProps) {
  return (
    <header class="mb-4">
      <Show when={props.crumbs?.length}>
        <nav aria-label={props.crumbsLabel} class="mb-1 flex flex-wrap items-center gap-1 text-muted text-sm">
          <ChevronLeft size={14} class="-ml-1 text-faint" aria-hidden="true" />
          <For each={props.crumbs}>
            {(crumb, i) => (
              <>
                <Show when={i() > 0}>
                  <ChevronRight size={14} class="text-faint" aria-hidden="true" />
                </Show>
                <a href={crumb.href} class="rounded-sm hover:text-accent-text hover:underline narrow:py-1">
                  {crumb.label}
                </a>
              </>
            )}
          </For>
        </nav>
      </Show>
      <div class="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div class="min-w-0 flex-1 narrow:min-w-full">
          <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 class="min-w-0 font-semibold text-xl">{props.title}</h1>
            <Show when={props.badges}>
              <div class="flex flex-wrap items-center gap-1.5">{props.badges}</div>
            </Show>
          </div>
          <Show when={props.description}>
            <div class="mt-1 text-muted text-sm">{props.description}</div>
          </Show>
        </div>
        <Show when={props.actions}>
          <div class="flex flex-wrap items-center gap-2 empty:hidden narrow:fixed narrow:inset-x-0 narrow:bottom-(--page-foot,0px) narrow:z-20 narrow:border-line narrow:border-t narrow:bg-surface narrow:px-4 narrow:py-2 narrow:*:flex-1">
            {props.actions}
          </div>
        </Show>
      </div>
    </header>
  )
}
