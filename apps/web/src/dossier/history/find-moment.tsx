import { Button, DateField, TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../../app/api.ts'
import { formatDate } from '../../app/format.ts'
import { createDeed } from '../../cases/deed.ts'
import { RefusalNotice } from '../../cases/refusal-notice.tsx'
import { askedInstant, problemWith } from '../../explain/asked-instant.ts'
import type { Exact } from './exact-moment.ts'
import { t } from './strings.ts'

/** Goes to the section as it was at a day and time of Beijing. */
export function FindMoment(props: { sectionId: string; found: (moment: Exact) => void }) {
  const [day, setDay] = createSignal('')
  const [time, setTime] = createSignal('23:59')
  const [problem, setProblem] = createSignal<'empty' | 'nothingYet'>()
  const finding = createDeed({
    send: (at: Date) => api.dossier.past.query({ sectionId: props.sectionId, when: { at: at.toISOString() } }),
    done({ seq, at }) {
      setProblem(seq === 0 ? 'nothingYet' : undefined)
      if (seq > 0) props.found({ seq, at })
    },
  })
  const find = (event: SubmitEvent) => {
    event.preventDefault()
    const isEmpty = problemWith(day(), time(), new Date()) === 'empty'
    setProblem(isEmpty ? 'empty' : undefined)
    // A time to come is as good as now: the last there is.
    if (!isEmpty) void finding.run(askedInstant(day(), time())!)
  }
  return (
    <form class="flex flex-wrap items-end gap-x-3 gap-y-2" onSubmit={find} novalidate>
      <DateField
        class="w-40 narrow:w-[calc(60%-0.375rem)]"
        label={t('findDay')}
        value={day()}
        max={formatDate(new Date().toISOString())}
        onChange={setDay}
      />
      <TextField
        class="w-28 narrow:w-[calc(40%-0.375rem)]"
        type="time"
        label={t('findTime')}
        value={time()}
        onChange={setTime}
      />
      <Button type="submit" busy={finding.busy()}>
        {t('find')}
      </Button>
      <p class="w-full text-danger text-sm empty:hidden" role="status">
        {problem() && t(`find.${problem()!}`)}
      </p>
      <RefusalNotice error={finding.error()} />
    </form>
  )
}
