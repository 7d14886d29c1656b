import { CheckboxField, TextField } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { HandoffKind } from '../app/api-types.ts'
import { locale, said } from '../app/i18n/index.ts'
import type { PaperDraft } from './prepare-draft.ts'
import { t } from './strings.ts'

/** The papers that the law asks for, each with its article; the letter itself is made from what is filled in. */
export function PaperList(props: {
  kind: HandoffKind
  papers: Readonly<Record<string, PaperDraft>>
  change: (id: string, paper: PaperDraft) => void
}) {
  const owed = () => props.kind.materials.filter(({ id }) => id !== 'transfer_letter')
  const paper = (id: string): PaperDraft => props.papers[id] ?? { goes: false, number: '' }
  return (
    <Show when={owed().length > 0}>
      <fieldset class="col-span-full">
        <legend class="font-medium text-sm">{t('papers')}</legend>
        <p class="text-muted text-xs">{t('papersHint')}</p>
        <ul class="mt-2 flex flex-col divide-y divide-line rounded-md border border-line">
          <For each={owed()}>
            {(each) => (
              <li class="grid grid-cols-[minmax(0,1fr)_12rem] items-center gap-x-4 gap-y-2 px-3 py-2 narrow:grid-cols-1">
                <CheckboxField
                  label={said(each.words)}
                  note={`${each.basis.map(said).join(locale() === 'zh' ? '、' : ', ')}${each.always ? '' : ` · ${t('paperIfAny')}`}`}
                  checked={paper(each.id).goes}
                  onChange={(goes) => props.change(each.id, { ...paper(each.id), goes })}
                />
                <Show when={paper(each.id).goes}>
                  <TextField
                    label={t('paperNo')}
                    value={paper(each.id).number}
                    onChange={(number) => props.change(each.id, { ...paper(each.id), number })}
                  />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </fieldset>
    </Show>
  )
}
