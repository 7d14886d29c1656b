import { Button, SelectField, TextField } from '@lianban/ui'
import { For } from 'solid-js'
import type { TargetDraft, TargetKind } from './ask-draft.ts'
import { t } from './texts.ts'

/** What the request is about: persons, places, parcels, whatever its kind knows. */
export function TargetFields(props: {
  kinds: readonly TargetKind[]
  targets: readonly TargetDraft[]
  change: (targets: readonly TargetDraft[]) => void
  error: string | undefined
}) {
  const set = (at: number, target: TargetDraft) => props.change(props.targets.with(at, target))
  return (
    <fieldset class="col-span-full flex flex-col gap-2">
      <legend class="mb-1 font-medium text-sm">{t('targets')}</legend>
      <For each={props.targets.map((_, at) => at)}>
        {(at) => (
          <div class="grid grid-cols-[10rem_minmax(0,1fr)] gap-2 narrow:grid-cols-1">
            <SelectField
              label={t('targetKind')}
              options={props.kinds.map((kind) => ({ value: kind, label: t(`target.${kind}`) }))}
              value={props.targets[at]!.kind}
              onChange={(kind) => set(at, { ...props.targets[at]!, kind: kind as TargetKind })}
            />
            <TextField
              label={t('targetValue')}
              required
              value={props.targets[at]!.value}
              onChange={(value) => set(at, { ...props.targets[at]!, value })}
              error={at === 0 ? props.error : undefined}
            />
          </div>
        )}
      </For>
      <div>
        <Button
          size="sm"
          disabled={props.targets.length >= 20 || props.kinds.length === 0}
          onClick={() => props.change([...props.targets, { kind: props.kinds[0]!, value: '' }])}
        >
          {t('addTarget')}
        </Button>
      </div>
    </fieldset>
  )
}
