import CircleAlert from 'lucide-solid/icons/circle-alert'
import Inbox from 'lucide-solid/icons/inbox'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import { For, type JSX, Show } from 'solid-js'
import { type Tone, toneSoft } from './tone.ts'

export type StateProps = {
  title: string
  /** What to do next. */
  description?: JSX.Element
  action?: JSX.Element
  icon?: JSX.Element
  /** Less air, for a panel among others. */
  compact?: boolean | undefined
}

function State(props: StateProps & { tone: Tone; fallbackIcon: JSX.Element; role?: 'alert' | 'status' }) {
  return (
    <div
      role={props.role}
      class={`flex flex-col items-center px-6 text-center ${props.compact ? 'gap-2 py-6' : 'gap-3 py-14'}`}
    >
      <span
        class={`flex items-center justify-center rounded-full ${toneSoft[props.tone]} ${props.compact ? 'size-8' : 'size-11'}`}
        aria-hidden="true"
      >
        {props.icon ?? props.fallbackIcon}
      </span>
      <div class="max-w-md">
        <p class={props.compact ? 'font-medium text-base' : 'font-semibold text-lg'}>{props.title}</p>
        <Show when={props.description}>
          <div class="mt-1 text-balance text-muted text-sm">{props.description}</div>
        </Show>
      </div>
      <Show when={props.action}>
        <div class="mt-1 flex flex-wrap justify-center gap-2">{props.action}</div>
      </Show>
    </div>
  )
}

/** Nothing here yet, and how that changes. */
export function EmptyState(props: StateProps) {
  return <State {...props} tone="neutral" fallbackIcon={<Inbox size={props.compact ? 16 : 20} />} />
}

/** Something went wrong, and what to try. */
export function ErrorState(props: StateProps) {
  return <State {...props} tone="danger" role="alert" fallbackIcon={<CircleAlert size={props.compact ? 16 : 20} />} />
}

/** The rules say no, and whom to ask. */
export function DeniedState(props: StateProps) {
  return <State {...props} tone="warn" role="alert" fallbackIcon={<LockKeyhole size={props.compact ? 16 : 20} />} />
}

export type NoticeProps = {
  tone?: Tone | undefined
  title?: string | undefined
  icon?: JSX.Element
  children?: JSX.Element
}

/** A remark inside the flow of a page. */
export function Notice(props: NoticeProps) {
  return (
    <div role="note" class={`flex gap-2 rounded-md px-3 py-2 text-sm ${toneSoft[props.tone ?? 'info']}`}>
      <span class="mt-0.5 shrink-0" aria-hidden="true">
        {props.icon ?? <CircleAlert size={16} />}
      </span>
      <div class="min-w-0">
        <Show when={props.title}>
          <p class="font-semibold">{props.title}</p>
        </Show>
        {props.children}
      </div>
    </div>
  )
}

export type SkeletonProps = { rows?: number | undefined; label: string; class?: string | undefined }

/** The shape of what is being fetched. */
export function Skeleton(props: SkeletonProps) {
  return (
    <div role="status" class={`flex flex-col gap-3 p-4 ${props.class ?? ''}`}>
      <span class="sr-only">{props.label}</span>
      <For each={Array.from({ length: props.rows ?? 4 })}>
        {(_, i) => (
          <div class="h-4 animate-pulse rounded-sm bg-line/70" style={{ width: `${92 - ((i() * 17) % 45)}%` }} />
        )}
      </For>
    </div>
  )
}
