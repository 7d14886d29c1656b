import { CheckboxGroup } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import type { AssistanceOptions } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { regionName } from '../app/regions.ts'
import { useSession } from '../app/session.tsx'
import { proposedFor, provincesIn } from './proposed.ts'
import { t } from './texts.ts'

/** Whom to ask: choosing provinces proposes the desk of each, and whoever asks has the last word. */
export function ReceiverFields(props: {
  all: AssistanceOptions['receivers']
  chosen: readonly string[]
  change: (receivers: string[]) => void
  error: string | undefined
}) {
  const me = useSession()
  const open = () => props.all.filter(({ bar }) => bar === null)
  const [provinces, setProvinces] = createSignal<readonly string[]>([])
  const propose = (wanted: string[]) => {
    setProvinces(wanted)
    props.change(proposedFor(wanted, open(), me().officer.agency.kind))
  }
  return (
    <>
      <Show when={provincesIn(open()).length > 1}>
        <CheckboxGroup
          class="col-span-full"
          label={t('byProvince')}
          hint={t('byProvinceHint')}
          columns={3}
          options={provincesIn(open()).map((code) => ({ value: code, label: regionName(`${code}0000`) }))}
          value={[...provinces()]}
          onChange={propose}
        />
      </Show>
      <CheckboxGroup
        class="col-span-full"
        label={t('receivers')}
        hint={`${t('receiversHint')} ${t('barredCount', { n: props.all.length - open().length })}`}
        required
        columns={2}
        options={open().map(({ agency }) => ({ value: agency.id, label: agencyName(agency) }))}
        value={[...props.chosen]}
        onChange={props.change}
        error={props.error}
      />
    </>
  )
}
