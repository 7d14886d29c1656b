import { Button, IconButton, Panel, SelectField, TextField } from '@lianban/ui'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { Index, Show } from 'solid-js'
import type { IdentifierKind } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'
import type { ClueForm } from './clue-form.ts'
import { isRightIdentifier } from './identifier-check.ts'
import { problemText } from './problem-text.ts'
import { t } from './texts.ts'

/** Numbers that name a company, a car, a parcel; checked while they are typed. */
export function IdentifierFields(props: { form: ClueForm }) {
  const { form } = props
  return (
    <Panel
      title={t('sectionIdentifiers')}
      actions={
        <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => form.addIdentifier()}>
          {t('addIdentifier')}
        </Button>
      }
    >
      <Show when={form.draft.identifiers.length} fallback={<p class="text-muted text-sm">{t('identifiersEmpty')}</p>}>
        <ul class="flex flex-col gap-3">
          <Index each={form.draft.identifiers}>
            {(identifier, at) => (
              <li class="grid grid-cols-[13rem_1fr_2rem] items-start gap-2 narrow:grid-cols-[1fr_2.5rem]">
                <SelectField
                  class="narrow:col-span-full"
                  label={t('identifierKind')}
                  required
                  options={choices('identifier')}
                  value={identifier().kind}
                  onChange={(value) => form.set('identifiers', at, 'kind', value as IdentifierKind)}
                />
                <TextField
                  label={t('identifierValue')}
                  required
                  maxLength={64}
                  value={identifier().value}
                  onChange={(value) => form.set('identifiers', at, 'value', value)}
                  onBlur={() => form.leave(`identifiers.${at}.value`)}
                  error={problemText(form, `identifiers.${at}.value`)}
                  suffix={
                    isRightIdentifier(identifier().kind, identifier().value) && (
                      <span class="text-ok" role="img" aria-label={t('checkPassed')}>
                        <CircleCheck size={16} aria-hidden="true" />
                      </span>
                    )
                  }
                />
                <IconButton
                  class="mt-6"
                  label={t('removeIdentifier', { n: at + 1 })}
                  onClick={() => form.removeIdentifier(at)}
                >
                  <Trash size={16} aria-hidden="true" />
                </IconButton>
              </li>
            )}
          </Index>
        </ul>
      </Show>
    </Panel>
  )
}
