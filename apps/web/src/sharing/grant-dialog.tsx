import { Match, Switch } from 'solid-js'
import type { RecordRef } from '../app/api-types.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import type { ChosenDeed } from './grant-card.tsx'
import { granteeShort } from './grantee-name.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { RecallDialog } from './recall-dialog.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { t } from './strings.ts'

/** The form of whatever is to be done about one grant. */
export function GrantDialog(props: {
  record: RecordRef
  chosen: ChosenDeed
  leads: boolean
  /** How many grants hang on it. */
  onward: number
  close: () => void
}) {
  const grant = () => props.chosen.grant
  const is = (deed: ChosenDeed['deed']) => props.chosen.deed === deed
  const grantee = () => granteeShort(grant())
  const longer = () => grant().awaits === 'extension'
  return (
    <Switch>
      <Match when={is('approve')}>
        <ApproveDialog
          grant={grant()}
          title={t(longer() ? 'approve.titleLonger' : 'approve.title', { grantee: grantee() })}
          close={props.close}
        />
      </Match>
      <Match when={is('decline')}>
        <DeclineDialog
          grant={grant()}
          title={t(longer() ? 'decline.titleLonger' : 'decline.title', { grantee: grantee() })}
          close={props.close}
        />
      </Match>
      <Match when={is('extend') && grant().longer}>
        {(end) => (
          <ExtendDialog
            grant={grant()}
            grantee={grantee()}
            expiresAt={grant().expiresAt}
            longer={end()}
            close={props.close}
          />
        )}
      </Match>
      <Match when={is('note')}>
        <NoteDialog grant={grant()} grantee={grantee()} close={props.close} />
      </Match>
      <Match when={is('recall')}>
        <RecallDialog grant={grant()} leads={props.leads} onward={props.onward} close={props.close} />
      </Match>
      <Match when={is('passOn')}>
        <ShareDialog
          record={props.record}
          open
          onward
          parentGrantId={grant().id}
          onOpenChange={(open) => !open && props.close()}
        />
      </Match>
    </Switch>
  )
}
