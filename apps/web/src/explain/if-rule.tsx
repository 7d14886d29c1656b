import { Button, CheckboxField, ComboboxField, Notice, TextArea } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { ExplainedRecord, RuleText } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { ChangeList } from './change-list.tsx'
import { blankRule, freeId, renamed } from './new-rule.ts'
import { t } from './texts.ts'

/** A rule as it is written, to be changed or left out on trial. */
export function IfRule(props: { record: ExplainedRecord }) {
  const rules = useQuery(() => ({
    queryKey: ['explain', 'rules', props.record.kind, props.record.id],
    queryFn: () => api.explain.rules.query({ record: { ...props.record } }),
  }))
  const [ruleId, choose] = createSignal('')
  const [isWriting, write] = createSignal(false)
  const ids = () => rules.data?.items.map(({ id }) => id) ?? []
  return (
    <section class="flex flex-col gap-3">
      <h3 class="font-semibold">{t('if.rule')}</h3>
      <Loaded query={rules} rows={3} compact>
        {(data) => (
          <>
            <ComboboxField
              label={t('if.rulePick')}
              hideLabel
              placeholder={t('if.ruleSearch')}
              emptyText={t('if.noRule')}
              options={data().items.map(({ id, words, because }) => ({
                value: id,
                label: `${said(words)} · ${id}`,
                note: said(because),
              }))}
              value={ruleId()}
              onChange={(id) => {
                write(false)
                choose(id)
              }}
            />
            <Show
              when={!isWriting()}
              fallback={
                <Trial
                  record={props.record}
                  text={blankRule(props.record.kind, owners[props.record.kind], ids())}
                  taken={ids()}
                />
              }
            >
              <div>
                <Button
                  size="sm"
                  icon={<Plus size={14} aria-hidden="true" />}
                  onClick={() => {
                    choose('')
                    write(true)
                  }}
                >
                  {t('if.fromNothing')}
                </Button>
              </div>
              <Show when={data().items.find(({ id }) => id === ruleId())} keyed>
                {(rule) => <Trial record={props.record} rule={rule} text={rule.text} taken={ids()} />}
              </Show>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  )
}

/** The attribute by which a record belongs to an agency. */
const owners: Record<ExplainedRecord['kind'], string> = {
  Case: 'ownerAgencyId',
  Clue: 'ownerAgencyId',
  Section: 'ownerAgencyId',
  Grant: 'ownerAgencyId',
  Handoff: 'fromAgencyId',
  Agreement: 'proposedByAgencyId',
  TaskForce: 'leadAgencyId',
}

/** A rule instead of the one that has the id, or without an id beside all of them. */
type Tried = { readonly text: string; readonly ruleId: string | undefined }

/** One rule to be tried: as it is written, as a copy of it, or one that begins from nothing. */
function Trial(props: { record: ExplainedRecord; rule?: RuleText; text: string; taken: readonly string[] }) {
  const [text, setText] = createSignal(props.text)
  const [isNew, setNew] = createSignal(false)
  const [tried, tryOut] = createSignal<Tried>()
  const addOrEdit = (id: string, adds: boolean) => {
    const newId = freeId(id, props.taken)
    setNew(adds)
    setText(adds ? renamed(text(), id, newId) : renamed(text(), newId, id))
    tryOut(undefined)
  }
  return (
    <div class="flex flex-col gap-3">
      <TextArea
        label={t('if.text')}
        hint={t('if.textHint')}
        value={text()}
        onChange={setText}
        rows={8}
        maxLength={8000}
        isCode
      />
      <Show when={props.rule}>
        {(rule) => (
          <CheckboxField
            label={t('if.asNew')}
            note={t('if.asNewNote')}
            checked={isNew()}
            onChange={(adds) => addOrEdit(rule().id, adds)}
          />
        )}
      </Show>
      <div class="flex flex-wrap gap-2">
        <Button
          variant="primary"
          onClick={() => tryOut({ text: text(), ruleId: isNew() ? undefined : props.rule?.id })}
        >
          {t('if.try')}
        </Button>
        <Show when={!isNew() && props.rule}>
          {(rule) => <Button onClick={() => tryOut({ text: '', ruleId: rule().id })}>{t('if.without')}</Button>}
        </Show>
        <Show when={!isNew() && text() !== props.text}>
          <Button variant="quiet" onClick={() => setText(props.text)}>
            {t('if.reset')}
          </Button>
        </Show>
      </div>
      <Show when={tried()} keyed>
        {(trial) => <Outcome record={props.record} tried={trial} />}
      </Show>
    </div>
  )
}

function Outcome(props: { record: ExplainedRecord; tried: Tried }) {
  const found = useQuery(() => ({
    queryKey: ['explain', 'ifRule', props.record.kind, props.record.id, props.tried.ruleId ?? '', props.tried.text],
    queryFn: () => api.explain.ifRule.query({ record: { ...props.record }, ...props.tried }),
  }))
  return (
    <Loaded query={found} rows={4} compact>
      {(data) => (
        <Show when={data().problems.length > 0} fallback={<ChangeList gains={data().gains} losses={data().losses} />}>
          <Notice tone="danger" title={t('if.problems')}>
            <ul>
              <For each={data().problems}>
                {(problem) => (
                  <li>
                    {t('if.line', { line: problem.line })} <code class="text-xs">{problem.what}</code>
                  </li>
                )}
              </For>
            </ul>
          </Notice>
        </Show>
      )}
    </Loaded>
  )
}
