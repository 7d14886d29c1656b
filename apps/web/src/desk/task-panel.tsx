import { Badge, Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { DeskTask } from '../app/api-types.ts'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Line } from '../app/record-lines.tsx'
import { GrantAtDesk } from '../sharing/grant-at-desk.tsx'
import { taskKind } from './task-kinds.ts'
import { t } from './texts.ts'

/** What waits for this officer, the nearest deadline first. */
export function TaskPanel(props: { tasks: readonly DeskTask[] }) {
  return (
    <Panel flush title={t('tasks')} note={props.tasks.length || undefined}>
      <Show
        when={props.tasks.length}
        fallback={
          <p class="px-4 py-3 text-sm">
            {t('tasksEmpty')}
            <span class="mt-0.5 block text-muted">{t('tasksNext')}</span>
          </p>
        }
      >
        <ul>
          <For each={props.tasks}>{(task) => <TaskLine task={task} />}</For>
        </ul>
      </Show>
    </Panel>
  )
}

function TaskLine(props: { task: DeskTask }) {
  const atOnce = () => (props.task.atOnce?.deeds.length ? props.task.atOnce : undefined)
  return (
    <Line
      href={props.task.href}
      title={said(props.task.title)}
      badges={<Badge>{taskKind(props.task.kind)}</Badge>}
      actions={atOnce() && <GrantAtDesk task={props.task} atOnce={atOnce()!} />}
    >
      <Show when={props.task.note}>{(note) => <span>{said(note())}</span>}</Show>
      <Show when={props.task.dueAt} fallback={<span>{t('since', { time: formatDateTime(props.task.at) })}</span>}>
        {(dueAt) => <Deadline at={dueAt()} />}
      </Show>
    </Line>
  )
}

function Deadline(props: { at: string }) {
  const isOver = () => new Date(props.at).getTime() < Date.now()
  return (
    <span class={isOver() ? 'font-medium text-danger' : 'font-medium text-warn'}>
      {t(isOver() ? 'overdue' : 'due', { time: formatDateTime(props.at) })}
    </span>
  )
}
