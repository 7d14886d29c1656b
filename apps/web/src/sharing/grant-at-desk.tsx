import { Button } from '@lianban/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { api } from '../app/api.ts'
import type { DeskTask } from '../app/api-types.ts'
import { formatLastDay } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { readRefusal } from '../app/refusal.ts'
import { createDeed } from '../cases/deed.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { createAfterwards } from './grant-form.tsx'
import { exactly } from './grant-seen.ts'
import { t } from './strings.ts'

type AtOnce = NonNullable<DeskTask['atOnce']>
type Deed = AtOnce['deeds'][number]

/** What is decided about a grant without leaving the desk: a reminder takes one click, an approval is read first. */
export function GrantAtDesk(props: { task: DeskTask; atOnce: AtOnce }) {
  const [asking, ask] = createSignal<Deed>()
  const afterwards = createAfterwards(() => ask(undefined))
  const seen = () => ({ id: props.task.id, version: props.atOnce.version })
  const doing = createDeed({
    async send(deed: 'extend' | 'letEnd' | 'note', submissionId) {
      const about = { ...exactly(seen()), submissionId }
      if (deed !== 'extend')
        return api.grants.note.mutate(about).then(() => t(deed === 'note' ? 'atDesk.noted' : 'atDesk.ends'))
      const { waits } = await api.grants.extend.mutate({ ...about, expiresAt: props.atOnce.until! })
      return waits ? t('atDesk.extensionProposed') : t('atDesk.extended', { date: formatLastDay(props.atOnce.until!) })
    },
    done: afterwards,
  })
  const words = (deed: Deed): string => {
    if (deed === 'extend') return t('atDesk.extend', { date: formatLastDay(props.atOnce.until!) })
    return deed === 'letEnd' ? t('atDesk.letEnd') : t(`deed.${deed}`)
  }
  const start = (deed: Deed) => (deed === 'approve' || deed === 'decline' ? ask(deed) : void doing.run(deed))
  const terms = () => props.task.note && said(props.task.note)
  return (
    <>
      <For each={props.atOnce.deeds}>
        {(deed) => (
          <Button
            size="sm"
            variant={deed === 'approve' || deed === 'extend' ? 'primary' : 'secondary'}
            busy={doing.busy()}
            onClick={() => start(deed)}
          >
            {words(deed)}
          </Button>
        )}
      </For>
      <Show when={doing.error()}>
        {(error) => (
          <p role="alert" class="w-full text-danger text-sm">
            {readRefusal(error()).sentence} {readRefusal(error()).nextStep}
          </p>
        )}
      </Show>
      <Switch>
        <Match when={asking() === 'approve'}>
          <ApproveDialog grant={seen()} title={said(props.task.title)} terms={terms()} close={() => ask(undefined)} />
        </Match>
        <Match when={asking() === 'decline'}>
          <DeclineDialog grant={seen()} title={said(props.task.title)} terms={terms()} close={() => ask(undefined)} />
        </Match>
      </Switch>
    </>
  )
}
