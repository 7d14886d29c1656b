import { CheckboxField, ComboboxField, SelectField, TextField } from '@lianban/ui'
import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Assistance } from '../app/api-types.ts'
import { postName } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { createOwnPosts } from '../readers/own-posts.ts'
import { type ItemDraft, ReplyItems } from './reply-items.tsx'
import { t } from './texts.ts'

export type AssistanceStep = Assistance['open'][number]
type Asks = AssistanceStep['asks'][number]

/** One step with everything that it asks for. */
export function StepDialog(props: { request: Assistance; step: AssistanceStep; isEnding: boolean; close: () => void }) {
  const asks = (what: Asks) => props.step.asks.includes(what)
  const [missing, setMissing] = createSignal<readonly string[]>([])
  const [numbers, setNumbers] = createStore<Record<string, string>>({})
  const [items, setItems] = createSignal<readonly ItemDraft[]>([])
  const [ground, setGround] = createSignal('')
  const [unit, setUnit] = createSignal('')
  const [officerId, setOfficerId] = createSignal('')
  const [amount, setAmount] = createSignal('')
  const posts = createOwnPosts(() => asks('officer'))
  const most = () => props.request.mostMore
  const wanted = () => Number(amount())
  const isLacking = () =>
    (asks('missing') && missing().length === 0) ||
    (asks('papers') && props.request.missing.some(({ id }) => !numbers[id]?.trim())) ||
    (asks('items') && items().some(({ madeBy }) => !madeBy.trim())) ||
    (asks('ground') && ground() === '') ||
    (asks('unit') && unit().trim() === '') ||
    (asks('officer') && officerId() === '') ||
    (asks('amount') && !(Number.isInteger(wanted()) && wanted() >= 1 && wanted() <= (most()?.amount ?? 0)))
  const words = () => {
    if (asks('items')) return t('replyText')
    return props.step.move === 'ask_clarification' || props.step.move === 'clarify' ? t('clarifyText') : t('note')
  }
  const toggle = (id: string) => (on: boolean) =>
    setMissing((all) => (on ? [...all, id] : all.filter((each) => each !== id)))
  return (
    <ReasonDialog
      title={`${said(props.step.words)} · ${props.request.number}`}
      body={t('confirm')}
      confirm={said(props.step.words)}
      reason={words()}
      isOptional={!asks('note')}
      maxLength={2000}
      tone={props.isEnding ? 'danger' : 'primary'}
      blocked={isLacking()}
      isOfThen
      send={(note, submissionId) =>
        api.assistance[props.step.deed].mutate({
          assistanceId: props.request.id,
          expectedVersion: props.request.version,
          move: props.step.move,
          note,
          missing: [...missing()],
          papers: asks('papers')
            ? props.request.missing.map(({ id }) => ({ paper: id, number: numbers[id]!.trim() }))
            : [],
          items: [...items()],
          unit: unit().trim(),
          ...(ground() && { ground: ground() }),
          ...(officerId() && { officerId: officerId() }),
          ...(asks('amount') && { amount: wanted() }),
          submissionId,
        })
      }
      done={() => t('done', { step: said(props.step.words) })}
      doneNote={props.request.number}
      close={props.close}
    >
      <Show when={asks('missing')}>
        <fieldset class="flex flex-col gap-2">
          <legend class="mb-1 font-medium text-sm">{t('missingPick')}</legend>
          <For each={props.request.papersKnown}>
            {(paper) => (
              <CheckboxField
                label={said(paper.words)}
                checked={missing().includes(paper.id)}
                onChange={toggle(paper.id)}
              />
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={asks('papers')}>
        <For each={props.request.missing}>
          {(paper) => (
            <TextField
              label={t('supplied', { paper: said(paper.words) })}
              required
              value={numbers[paper.id] ?? ''}
              onChange={(value) => setNumbers(paper.id, value)}
            />
          )}
        </For>
      </Show>
      <Show when={asks('ground')}>
        <SelectField
          label={t('ground')}
          required
          options={props.request.grounds.map(({ id, words: called, basis }) => ({
            value: id,
            label: said(called),
            note: basis.map(said).join('、'),
          }))}
          value={ground()}
          onChange={setGround}
        />
      </Show>
      <Show when={asks('officer')}>
        <ComboboxField
          label={t('officer')}
          required
          placeholder={t('toPick')}
          emptyText={t('toPick')}
          options={posts().map((post) => ({ value: post.id, label: postName(post) }))}
          value={officerId()}
          onChange={setOfficerId}
        />
      </Show>
      <Show when={asks('unit')}>
        <TextField label={t('unit')} required value={unit()} onChange={setUnit} />
      </Show>
      <Show when={asks('amount') && most()}>
        {(limit) => (
          <TextField
            label={t('amountDays', {
              unit: t(`unit.${limit().unit as 'hours' | 'days' | 'working days'}`),
              most: limit().amount,
            })}
            required
            inputMode="numeric"
            value={amount()}
            onChange={setAmount}
          />
        )}
      </Show>
      <Show when={asks('items')}>
        <ReplyItems items={items()} change={setItems} />
      </Show>
    </ReasonDialog>
  )
}
