import { SelectField, TextField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { BoundEvidence, EvidenceLine, FactInChain } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from '../evidence/done.ts'
import { FormDialog } from '../evidence/form-dialog.tsx'
import { matching } from './matching.ts'
import { t } from './texts.ts'

const relations = ['direct', 'corroborates', 'contradicts'] as const

/** Binds an item to a fact: one of the two was chosen on the page already. */
export function BindDialog(props: {
  caseId: string
  facts: readonly FactInChain[]
  factId: string | undefined
  evidenceId: string | undefined
  close: () => void
}) {
  const found = useQuery(() => ({
    queryKey: ['evidence', 'of', props.caseId],
    queryFn: () => api.evidence.ofCase.query({ caseId: props.caseId }),
  }))
  const [fact, setFact] = createSignal(props.factId ?? '')
  const [item, setItem] = createSignal(props.evidenceId ?? '')
  const [wanted, setWanted] = createSignal('')
  const [relation, setRelation] = createSignal<BoundEvidence['relation']>('direct')
  const [source, setSource] = createSignal('')
  const [note, setNote] = createSignal('')
  const boundTo = () => props.facts.find(({ id }) => id === fact())?.bindings ?? []
  const items = createMemo(() => {
    const taken = new Set<string>(boundTo().map(({ item: bound }) => bound.id))
    return matching(found.data?.items ?? [], wanted(), props.evidenceId).filter(({ id }) => !taken.has(id))
  })
  const done = createDone(() => props.close())
  const binding = createDeed({
    send: (evidenceId: EvidenceLine['id'], submissionId) =>
      api.chain.bind.mutate({
        evidenceId,
        fact: fact(),
        relation: relation(),
        source: source().trim(),
        note: note().trim(),
        submissionId,
      }),
    done: () => done(t('bindDone')),
  })
  return (
    <FormDialog
      title={t('bindTitle')}
      text={t('bindText')}
      confirm={t('bind')}
      blocked={fact() === '' || item() === ''}
      deed={binding}
      submit={() => void binding.run(item() as EvidenceLine['id'])}
      close={props.close}
    >
      <SelectField
        class="col-span-full"
        label={t('fact')}
        required
        options={props.facts.map(({ id, words }) => ({ value: id, label: said(words) }))}
        value={fact()}
        onChange={setFact}
      />
      <Show when={!props.evidenceId}>
        <TextField label={t('find')} maxLength={60} value={wanted()} onChange={setWanted} />
      </Show>
      <SelectField
        class={props.evidenceId ? 'col-span-full' : undefined}
        label={t('item')}
        hint={found.data && items().length === 0 ? t('noItems') : undefined}
        required
        options={items().map(({ id, number, name }) => ({
          value: id as string,
          label: `${t('number', { n: number })} ${name}`,
        }))}
        value={item()}
        onChange={setItem}
      />
      <SelectField
        label={t('relation')}
        options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        value={relation()}
        onChange={(value) => setRelation(value as BoundEvidence['relation'])}
      />
      <TextField label={t('source')} hint={t('sourceHint')} maxLength={200} value={source()} onChange={setSource} />
      <TextField class="col-span-full" label={t('note')} maxLength={400} value={note()} onChange={setNote} />
    </FormDialog>
  )
}
