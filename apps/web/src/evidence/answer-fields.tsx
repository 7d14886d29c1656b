import { SelectField, TextField } from '@lianban/ui'
import { For, Match, Show, Switch } from 'solid-js'
import type { EvidenceFact } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import type { Answer } from './record-draft.ts'
import { t } from './texts.ts'

const unanswered = '*'

/** What the checklist asks of a kind; every question may stay open. */
export function AnswerFields(props: {
  asks: readonly EvidenceFact[]
  value: Readonly<Record<string, Answer>>
  onChange: (fact: string, answer: Answer | undefined) => void
}) {
  return (
    <Show when={props.asks.length > 0}>
      <fieldset class="col-span-full min-w-0">
        <legend class="font-semibold text-base">{t('answers')}</legend>
        <p class="mb-2 text-muted text-sm">{t('answersHint')}</p>
        <div class="grid grid-cols-2 gap-x-4 gap-y-3 narrow:grid-cols-1">
          <For each={props.asks}>
            {(fact) => (
              <AnswerField
                fact={fact}
                value={props.value[fact.id]}
                onChange={(answer) => props.onChange(fact.id, answer)}
              />
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  )
}

function AnswerField(props: {
  fact: EvidenceFact
  value: Answer | undefined
  onChange: (answer: Answer | undefined) => void
}) {
  const choices = () => [
    { value: unanswered, label: t('unknown') },
    ...(props.fact.type === 'flag'
      ? [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]
      : Object.entries(props.fact.options ?? {}).map(([value, words]) => ({ value, label: said(words) }))),
  ]
  const chosen = (value: string): Answer | undefined =>
    value === unanswered ? undefined : props.fact.type === 'flag' ? value === 'true' : value
  const text = () => (props.value === undefined ? '' : String(props.value))
  return (
    <Switch>
      <Match when={props.fact.type === 'flag' || props.fact.type === 'choice'}>
        <SelectField
          label={said(props.fact.words)}
          options={choices()}
          value={props.value === undefined ? unanswered : String(props.value)}
          onChange={(value) => props.onChange(chosen(value))}
        />
      </Match>
      <Match when={props.fact.type === 'count'}>
        <TextField
          label={said(props.fact.words)}
          inputMode="numeric"
          maxLength={6}
          value={text()}
          onChange={(typed) => props.onChange(/^\d{1,6}$/.test(typed) ? Number(typed) : undefined)}
        />
      </Match>
      <Match when={true}>
        <TextField
          label={said(props.fact.words)}
          maxLength={500}
          value={text()}
          onChange={(typed) => props.onChange(typed === '' ? undefined : typed)}
        />
      </Match>
    </Switch>
  )
}
