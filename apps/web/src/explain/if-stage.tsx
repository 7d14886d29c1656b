import { SelectField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Stage } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'
import { Loaded } from '../app/loaded.tsx'
import { ChangeList } from './change-list.tsx'
import { t } from './texts.ts'

/** Who would gain and lose what if the case moved to a chosen stage. */
export function IfStage(props: { caseId: string }) {
  const [stage, setStage] = createSignal<Stage>()
  return (
    <section class="flex flex-col gap-3">
      <h3 class="font-semibold">{t('if.stage')}</h3>
      <SelectField
        label={t('if.stagePick')}
        hideLabel
        class="w-64 narrow:w-full"
        placeholder={t('if.stagePick')}
        options={choices('stage')}
        value={stage() ?? ''}
        onChange={(value) => setStage(value as Stage)}
      />
      <Show when={stage()} keyed>
        {(chosen) => <AtStage caseId={props.caseId} stage={chosen} />}
      </Show>
    </section>
  )
}

function AtStage(props: { caseId: string; stage: Stage }) {
  const found = useQuery(() => ({
    queryKey: ['explain', 'ifStage', props.caseId, props.stage],
    queryFn: () => api.explain.ifStage.query({ caseId: props.caseId, stage: props.stage }),
  }))
  return (
    <Loaded query={found} rows={4} compact>
      {(data) => <ChangeList gains={data().gains} losses={data().losses} />}
    </Loaded>
  )
}
