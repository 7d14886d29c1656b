import { activities, actors, channels, genuinenesses, licences, products } from '@lianban/law/names'
import { CheckboxField, SelectField } from '@lianban/ui'
import { For } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { Draft } from './draft.ts'
import { t } from './texts.ts'

const choices = {
  genuineness: genuinenesses,
  licence: licences,
  channel: channels,
  activity: activities,
  actor: actors,
} as const
const questions = ['genuineness', 'licence', 'channel', 'activity', 'actor'] as const

/** Genuineness, licence and channel before everything else: they decide which rows are about the matter at all. */
export function MatterPart(props: { draft: Draft; set: SetStoreFunction<Draft> }) {
  const optionsOf = (question: (typeof questions)[number]) => [
    { value: '', label: t('unknown') },
    ...choices[question].map((value) => ({ value, label: t(`${question}.${value}` as 'actor.person') })),
  ]
  return (
    <div class="grid grid-cols-3 gap-3 narrow:grid-cols-1">
      <For each={questions}>
        {(question) => (
          <SelectField
            label={t(question)}
            options={optionsOf(question)}
            value={props.draft[question]}
            placeholder={t('unknown')}
            onChange={(value) => props.set(question, value)}
          />
        )}
      </For>
      <SelectField
        label={t('product')}
        options={products.map((value) => ({ value, label: t(`goods.${value}`) }))}
        value={props.draft.product}
        onChange={(value) => props.set('product', value)}
      />
      <CheckboxField
        label={t('isPenaltyDecided')}
        checked={props.draft.isPenaltyDecided}
        onChange={(is) => props.set('isPenaltyDecided', is)}
      />
      <CheckboxField
        label={t('isDrugLaced')}
        checked={props.draft.isDrugLaced}
        onChange={(is) => props.set('isDrugLaced', is)}
      />
    </div>
  )
}
