import { Button, CheckboxField, DateField, TextField } from '@lianban/ui'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { Index, Show } from 'solid-js'
import { produce, type SetStoreFunction } from 'solid-js/store'
import { type ActDraft, blankAct, type Draft } from './draft.ts'
import { t } from './texts.ts'

const amounts = ['gain', 'sales', 'evadedTax'] as const

/** Repeated acts, each with its day and what is known of it beside the goods, and earlier penalties. */
export function ActsPart(props: { draft: Draft; set: SetStoreFunction<Draft>; today: string }) {
  return (
    <div class="flex flex-col gap-4">
      <Index each={props.draft.acts}>{(act, i) => <ActLine {...props} act={act()} place={i} />}</Index>
      <Button
        size="sm"
        class="self-start"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() => props.set('acts', props.draft.acts.length, blankAct(props.today))}
      >
        {t('addAct')}
      </Button>
      <TextField
        label={t('penalties')}
        hint={t('penaltiesHint')}
        value={props.draft.penalties}
        onChange={(value) => props.set('penalties', value)}
      />
    </div>
  )
}

function ActLine(props: { draft: Draft; set: SetStoreFunction<Draft>; today: string; act: ActDraft; place: number }) {
  const number = () => props.place + 1
  const remove = () => {
    props.set(
      'acts',
      produce((acts) => void acts.splice(props.place, 1)),
    )
    // Goods of the act that is gone belong to the first one.
    props.set('goods', (goods) => Number(goods.act) >= props.draft.acts.length, 'act', '0')
  }
  return (
    <fieldset class="grid grid-cols-4 gap-3 border-line border-b pb-4 narrow:grid-cols-1">
      <legend class="mb-1 flex w-full items-center justify-between text-muted text-sm">
        {t('act', { n: number() })}
        <Show when={props.draft.acts.length > 1}>
          <Button size="sm" variant="quiet" icon={<Trash size={14} aria-hidden="true" />} onClick={remove}>
            {t('removeAct', { n: number() })}
          </Button>
        </Show>
      </legend>
      <DateField
        label={t('on')}
        max={props.today}
        value={props.act.on}
        onChange={(value) => props.set('acts', props.place, 'on', value)}
      />
      <Index each={amounts}>
        {(field) => (
          <TextField
            label={t(field())}
            value={props.act[field()]}
            onChange={(value) => props.set('acts', props.place, field(), value)}
          />
        )}
      </Index>
      <CheckboxField
        class="col-span-full"
        label={t('isDealtWith')}
        checked={props.act.isDealtWith}
        onChange={(is) => props.set('acts', props.place, 'isDealtWith', is)}
      />
    </fieldset>
  )
}
