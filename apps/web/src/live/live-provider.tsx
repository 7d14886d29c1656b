import { useQueryClient } from '@tanstack/solid-query'
import { type Accessor, createContext, createEffect, type JSX, on, onCleanup, onMount, useContext } from 'solid-js'
import { setLineIsUp } from '../app/query-client.ts'
import { noteEnded, sessionIsOver } from '../app/session-end.ts'
import { isSoundOn, ring } from '../assistance/alert.ts'
import { dropCopies } from '../dossier/copy-shelf.ts'
import { applyEvent } from './apply.ts'
import { type Line, type LiveEvent, makeLine, type Ref } from './line.ts'

const LineContext = createContext<Line>()

/** Holds the page's stream of events open while somebody is signed in. */
export function LiveProvider(props: { children: JSX.Element }) {
  const queries = useQueryClient()
  const line = makeLine({
    open: (url) => new EventSource(url),
    onUp: setLineIsUp,
    heard(event: LiveEvent) {
      if (event.event === 'session-ended') noteEnded()
      else applyEvent(queries, event)
      if (event.event === 'notice' && event.urgent && isSoundOn()) ring()
      if (event.event === 'closed') void dropCopies(({ caseId }) => caseId === event.id).catch(() => {})
    },
    later(work, ms) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
  const look = () => document.visibilityState === 'visible' && line.wake()
  onMount(() => {
    line.start()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
  })
  createEffect(on(sessionIsOver, (isOver) => !isOver && line.wake(), { defer: true }))
  onCleanup(() => {
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
    line.stop()
    setLineIsUp(false)
  })
  return <LineContext.Provider value={line}>{props.children}</LineContext.Provider>
}

/** Has the hub tell this page when the record changes or is closed to the officer. */
export function createRecordWatch(ref: Accessor<Ref>): void {
  const line = useContext(LineContext)
  if (!line) throw new Error('createRecordWatch outside LiveProvider')
  createEffect(
    on(
      () => `${ref().kind}:${ref().id}`,
      () => onCleanup(line.watch(ref())),
    ),
  )
}
