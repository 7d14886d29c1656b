import { Button, ButtonLink, DeniedState, EmptyState, ErrorState, Notice, Skeleton } from '@lianban/ui'
import SearchX from 'lucide-solid/icons/search-x'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { t } from './i18n/index.ts'
import { lostSince, readRefusal, staysShown, unseenWords } from './refusal.ts'

type Loadable<Data> = {
  readonly isPending: boolean
  readonly isError: boolean
  readonly isSuccess: boolean
  readonly error: unknown
  readonly data: Data | undefined
  readonly refetch: () => unknown
}

type LoadedProps<Data> = {
  query: Loadable<Data>
  rows?: number | undefined
  compact?: boolean | undefined
  /** What can be done where nothing was found. */
  unseenAction?: JSX.Element
  children: (data: () => Data) => JSX.Element
}

/** What a query brought, or its skeleton, or why not and what to do next. */
export function Loaded<Data>(props: LoadedProps<Data>) {
  // Whoever is at work keeps the page, and what was typed into it, while the line is down.
  const isShown = createMemo(
    () => props.query.isSuccess || (props.query.isError && staysShown(props.query.error) && props.query.data != null),
  )
  return (
    <Switch fallback={<Skeleton label={t('loading')} rows={props.rows ?? 5} />}>
      <Match when={isShown()}>
        <Show when={props.query.isError && readRefusal(props.query.error).kind !== 'signed-out'}>
          <div class="mb-3" role="status">
            <Notice tone="warn" title={t('staleTitle')}>
              {readRefusal(props.query.error).sentence}
            </Notice>
          </div>
        </Show>
        {props.children(() => props.query.data as Data)}
      </Match>
      <Match when={props.query.isError && lostSince(props.query.error, props.query.data !== undefined)}>
        <LostState compact={props.compact} />
      </Match>
      <Match when={props.query.isError}>
        <Refused
          error={props.query.error}
          retry={() => props.query.refetch()}
          compact={props.compact}
          unseenAction={props.unseenAction}
        />
      </Match>
    </Switch>
  )
}

/** Why the hub said no, and what to do next. */
export function Refused(props: {
  error: unknown
  retry?: (() => void) | undefined
  compact?: boolean | undefined
  unseenAction?: JSX.Element
}) {
  const refusal = createMemo(() => readRefusal(props.error))
  const retry = () => (
    <Button size={props.compact ? 'sm' : 'md'} onClick={() => props.retry?.()}>
      {t('retry')}
    </Button>
  )
  return (
    <Switch
      fallback={
        <ErrorState
          compact={props.compact}
          title={t('failedTitle')}
          description={refusal().sentence}
          action={retry()}
        />
      }
    >
      <Match when={refusal().kind === 'not-found'}>
        <UnseenState compact={props.compact} action={props.unseenAction} />
      </Match>
      <Match when={refusal().kind === 'forbidden'}>
        <DeniedState compact={props.compact} title={t('deniedTitle')} description={refusal().sentence} />
      </Match>
    </Switch>
  )
}

/** Absent, or not yours to know: one picture and one sentence for both. */
export function UnseenState(props: { compact?: boolean | undefined; action?: JSX.Element }) {
  return (
    <EmptyState
      compact={props.compact}
      icon={<SearchX size={20} />}
      title={t('unseenTitle')}
      description={unseenWords()}
      action={
        <>
          {props.action}
          <ButtonLink href="/">{t('backToDesk')}</ButtonLink>
        </>
      }
    />
  )
}

/** It was open on this page until a moment ago. */
function LostState(props: { compact?: boolean | undefined }) {
  return (
    <DeniedState
      compact={props.compact}
      title={t('lostTitle')}
      description={t('lostBody')}
      action={<ButtonLink href="/">{t('backToDesk')}</ButtonLink>}
    />
  )
}
