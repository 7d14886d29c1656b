import { CheckboxField, SelectField, TextField } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Review } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from '../evidence/done.ts'
import { FormDialog } from '../evidence/form-dialog.tsx'
import type { ReviewItem } from './items-in.ts'
import { type Citing, sentSpot } from './spot.ts'
import { spotWords } from './spot-words.ts'
import { t } from './texts.ts'

type Outcome = Review['marks'][number]['outcome']

/** Says of one property of an item whether it holds, for which reason not, and where that is seen. */
export function MarkDialog(props: {
  caseId: string
  item: ReviewItem
  property: Review['told']['properties'][number]
  last: Review['marks'][number] | undefined
  review: Review
  here: Citing | undefined
  close: () => void
}) {
  const { id: property } = props.property
  const { last, here } = props
  const [outcome, setOutcome] = createSignal<Outcome>(last?.outcome ?? 'accepted')
  const [reason, setReason] = createSignal(last?.reason ?? '')
  const [words, setWords] = createSignal('')
  const [cites, setCites] = createSignal(here !== undefined)
  const isDoubt = () => outcome() !== 'accepted'
  const reasons = () =>
    props.review.told.reasons.filter((each) => each.property === property && each.outcomes.includes(outcome()))
  const chosen = () => reasons().find(({ id }) => id === reason())
  const done = createDone(() => props.close())
  const marking = createDeed({
    send: (given: Outcome, submissionId) =>
      api.review.mark.mutate({
        caseId: props.caseId,
        evidenceId: props.item.id,
        property,
        outcome: given,
        ...(isDoubt() && { reason: reason() }),
        words: words().trim(),
        ...(here && cites() && { spot: sentSpot(here.spot) }),
        expected: last?.times ?? 0,
        submissionId,
      }),
    done: () => done(t('markDone')),
  })
  return (
    <FormDialog
      title={t('markTitle', { property: said(props.property.words), n: props.item.number })}
      text={t('markText')}
      confirm={t('mark')}
      blocked={isDoubt() && !chosen()}
      deed={marking}
      submit={() => void marking.run(outcome())}
      close={props.close}
    >
      <SelectField
        class="col-span-full"
        label={t('outcome')}
        options={props.review.told.outcomes.map(({ id, words: told }) => ({ value: id, label: said(told) }))}
        value={outcome()}
        onChange={(value) => setOutcome(value as Outcome)}
      />
      <Show when={isDoubt()}>
        <SelectField
          class="col-span-full"
          label={t('reason')}
          hint={
            chosen()
              ? `${chosen()!.basis.map(said).join('、')}；${t('follows', { words: said(chosen()!.follows) })}`
              : undefined
          }
          required
          options={reasons().map(({ id, words: told }) => ({ value: id, label: said(told) }))}
          value={chosen() ? reason() : ''}
          onChange={setReason}
        />
      </Show>
      <TextField class="col-span-full" label={t('words')} maxLength={1000} value={words()} onChange={setWords} />
      <Show when={here}>
        {(given) => (
          <CheckboxField
            class="col-span-full"
            label={t('cite', { spot: spotWords(given().spot, given().file) })}
            checked={cites()}
            onChange={setCites}
          />
        )}
      </Show>
    </FormDialog>
  )
}
