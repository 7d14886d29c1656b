import { CheckboxField, ComboboxField, TextField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Handoff } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { said } from '../app/i18n/index.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { askedAgencies } from './asked-agencies.ts'
import { needsNote, notePart, turnsAway } from './ladder.ts'
import { t } from './strings.ts'

export type Step = Handoff['open'][number]

/** One rung of the ladder, done over the digest that is on the screen, with the reasons, papers or agency it asks for. */
export function StepDialog(props: { handoff: Handoff; step: Step; close: () => void }) {
  const [reasons, setReasons] = createSignal<readonly string[]>([])
  const [numbers, setNumbers] = createStore<Record<string, string>>({})
  const [agencyId, setAgencyId] = createSignal('')
  const agencies = useQuery(() => ({
    queryKey: ['agencies'],
    queryFn: () => api.agencies.list.query(),
    enabled: props.step.asksAgency !== null,
  }))
  const isLacking = () =>
    (props.step.asksReasons.length > 0 && reasons().length === 0) ||
    (props.step.asksAgency !== null && agencyId() === '') ||
    props.step.papers.some(({ id }) => !numbers[id]?.trim())
  const toggle = (code: string) => (on: boolean) =>
    setReasons((all) => (on ? [...all, code] : all.filter((each) => each !== code)))
  return (
    <ReasonDialog
      title={`${said(props.step.words)} · ${props.handoff.number}`}
      body={t(`confirm.${props.step.deed}`)}
      confirm={said(props.step.words)}
      reason={t(notePart(props.step))}
      isOptional={!needsNote(props.step)}
      maxLength={1000}
      tone={turnsAway(props.step) ? 'danger' : 'primary'}
      blocked={isLacking()}
      isOfThen
      send={(note, submissionId) =>
        api.handoffs[props.step.deed].mutate({
          handoffId: props.handoff.id,
          expectedVersion: props.handoff.version,
          packageDigest: props.handoff.packageDigest,
          move: props.step.move,
          note,
          reasons: [...reasons()],
          papers: props.step.papers.map(({ id }) => ({ paper: id, number: numbers[id]!.trim() })),
          ...(agencyId() && { namedAgencyId: agencyId() }),
          submissionId,
        })
      }
      done={() => t('done', { step: said(props.step.words) })}
      doneNote={props.handoff.number}
      close={props.close}
    >
      <Show when={props.step.asksReasons.length > 0}>
        <fieldset class="flex flex-col gap-2">
          <legend class="mb-1 font-medium text-sm">{t('reasons')}</legend>
          <For each={props.step.asksReasons}>
            {(reason) => (
              <CheckboxField
                label={said(reason.words)}
                checked={reasons().includes(reason.code)}
                onChange={toggle(reason.code)}
              />
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={props.step.asksAgency} keyed>
        {(asked) => (
          <ComboboxField
            label={t(`agency.${asked}`)}
            required
            placeholder={t('toPick')}
            emptyText={t('toPick')}
            options={askedAgencies(agencies.data ?? [], props.handoff, asked).map((agency) => ({
              value: agency.id,
              label: agencyName(agency),
              note: word('agencyKind', agency.kind),
            }))}
            value={agencyId()}
            onChange={setAgencyId}
          />
        )}
      </Show>
      <For each={props.step.papers}>
        {(paper) => (
          <TextField
            label={t('paperNumber', { paper: said(paper.words) })}
            required
            value={numbers[paper.id] ?? ''}
            onChange={(value) => setNumbers(paper.id, value)}
          />
        )}
      </For>
      <p class="rounded-md bg-sunken px-3 py-2 text-muted text-xs">
        {t('digest')}
        <code class="mt-0.5 block break-all text-ink">{props.handoff.packageDigest}</code>
      </p>
    </ReasonDialog>
  )
}
