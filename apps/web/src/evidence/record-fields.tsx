import { Notice, SelectField, TextArea, TextField } from '@lianban/ui'
import { Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { EvidenceFact, EvidenceLine, EvidenceOptions } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { AnswerFields } from './answer-fields.tsx'
import { MomentField } from './moment-field.tsx'
import type { RecordDraft, RecordField, RecordProblem } from './record-draft.ts'
import { t } from './texts.ts'

type Instrument = EvidenceOptions['proceedings'][number]['instruments'][number]

/** What is written about an item, for registering it and for putting it right. */
export function RecordFields(props: {
  draft: RecordDraft
  set: SetStoreFunction<RecordDraft>
  asks: readonly EvidenceFact[]
  others: readonly EvidenceLine[]
  /** The papers to choose from; none where the paper stays as it is. */
  instruments?: readonly Instrument[] | undefined
  problem: (field: RecordField) => RecordProblem | undefined
}) {
  const told = (field: RecordField) => {
    const problem = props.problem(field)
    return problem && t(`problem.${problem}`)
  }
  const none = '*'
  const forbidden = () => props.instruments?.find(({ id, isAllowed }) => id === props.draft.instrument && !isAllowed)
  const clock = () => props.instruments?.find(({ id, startsClock }) => id === props.draft.instrument && startsClock)
  return (
    <>
      <TextField
        class="col-span-full"
        label={t('name')}
        required
        maxLength={120}
        value={props.draft.name}
        onChange={(name) => props.set({ name })}
        error={told('name')}
      />
      <Show when={props.instruments}>
        {(instruments) => (
          <SelectField
            label={t('instrument')}
            hint={clock() ? t('startsClock') : undefined}
            options={[
              { value: none, label: t('noInstrument') },
              ...instruments().map(({ id, words, isAllowed }) => ({
                value: id,
                label: said(words),
                note: isAllowed ? undefined : t('notYours'),
              })),
            ]}
            value={props.draft.instrument || none}
            onChange={(instrument) => props.set({ instrument: instrument === none ? '' : instrument })}
          />
        )}
      </Show>
      <TextField
        label={t('instrumentNumber')}
        required={props.draft.instrument !== ''}
        maxLength={80}
        value={props.draft.instrumentNumber}
        onChange={(instrumentNumber) => props.set({ instrumentNumber })}
        error={told('instrumentNumber')}
      />
      <Show when={forbidden()}>
        {(paper) => (
          <div class="col-span-full">
            <Notice tone="warn" title={paper().because ? said(paper().because!) : undefined}>
              {t('instead', {
                paper: said(paper().words),
                instead: paper()
                  .instead.map(({ words }) => said(words))
                  .join('、'),
              })}
            </Notice>
          </div>
        )}
      </Show>
      <MomentField
        label={t('startedAt')}
        value={props.draft.from}
        onChange={(from) => props.set({ from })}
        error={told('from')}
      />
      <MomentField
        label={t('endedAt')}
        value={props.draft.until}
        onChange={(until) => props.set({ until })}
        error={told('until')}
      />
      <TextField
        label={t('place')}
        maxLength={200}
        value={props.draft.place}
        onChange={(place) => props.set({ place })}
      />
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        maxLength={400}
        value={props.draft.source}
        onChange={(source) => props.set({ source })}
      />
      <TextField
        label={t('collectors')}
        hint={t('collectorsHint')}
        required
        value={props.draft.collectors}
        onChange={(collectors) => props.set({ collectors })}
        error={told('collectors')}
      />
      <TextField
        label={t('quantity')}
        hint={t('quantityHint')}
        maxLength={60}
        value={props.draft.quantity}
        onChange={(quantity) => props.set({ quantity })}
      />
      <SelectField
        label={t('originField')}
        options={(['original', 'copy', 'derived'] as const).map((value) => ({ value, label: t(`origin.${value}`) }))}
        value={props.draft.origin}
        onChange={(origin) => props.set({ origin: origin as RecordDraft['origin'] })}
      />
      <Show when={props.draft.origin !== 'original'}>
        <SelectField
          label={t('parent')}
          required
          options={props.others.map((one) => ({
            value: one.id,
            label: `${t('number', { n: one.number })} ${one.name}`,
          }))}
          value={props.draft.parentId}
          onChange={(parentId) => props.set({ parentId })}
          error={told('parentId')}
        />
      </Show>
      <Show when={props.instruments}>
        <TextField
          label={t('keptAt')}
          required
          maxLength={200}
          value={props.draft.keptAt}
          onChange={(keptAt) => props.set({ keptAt })}
          error={told('keptAt')}
        />
      </Show>
      <TextArea
        class="col-span-full"
        label={t('description')}
        rows={2}
        maxLength={2000}
        value={props.draft.description}
        onChange={(description) => props.set({ description })}
      />
      <AnswerFields
        asks={props.asks}
        value={props.draft.answers}
        onChange={(fact, answer) => props.set('answers', fact, answer as never)}
      />
    </>
  )
}
