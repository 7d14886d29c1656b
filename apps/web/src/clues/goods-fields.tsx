import { Button, IconButton, Panel, SelectField, TextField } from '@lianban/ui'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { Index, Show } from 'solid-js'
import type { Goods } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'
import type { ClueForm } from './clue-form.ts'
import { problemText } from './problem-text.ts'
import { t } from './texts.ts'

/** One row for each kind of goods. */
export function GoodsFields(props: { form: ClueForm }) {
  const { form } = props
  const error = (at: number, field: string) => problemText(form, `goods.${at}.${field}`)
  return (
    <Panel
      title={t('sectionGoods')}
      actions={
        <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => form.addGoods()}>
          {t('addGoods')}
        </Button>
      }
    >
      <Show when={form.draft.goods.length} fallback={<p class="text-muted text-sm">{t('goodsEmpty')}</p>}>
        <ul class="flex flex-col gap-3 narrow:gap-5">
          <Index each={form.draft.goods}>
            {(goods, at) => (
              <li class="grid grid-cols-[11rem_1fr_7rem_5rem_2rem] items-start gap-2 narrow:grid-cols-2">
                <SelectField
                  label={t('what')}
                  required
                  options={choices('goods')}
                  value={goods().what}
                  onChange={(value) => form.set('goods', at, 'what', value as Goods['what'])}
                  error={error(at, 'what')}
                />
                <TextField
                  class="narrow:order-first narrow:col-span-full"
                  label={t('note')}
                  placeholder={t('notePlaceholder')}
                  maxLength={200}
                  value={goods().note}
                  onChange={(value) => form.set('goods', at, 'note', value)}
                  error={error(at, 'note')}
                />
                <TextField
                  label={t('quantity')}
                  inputMode="decimal"
                  value={goods().quantity}
                  onChange={(value) => form.set('goods', at, 'quantity', value)}
                  onBlur={() => form.leave(`goods.${at}.quantity`)}
                  error={error(at, 'quantity')}
                />
                <TextField
                  label={t('unit')}
                  maxLength={10}
                  value={goods().unit}
                  onChange={(value) => form.set('goods', at, 'unit', value)}
                  error={error(at, 'unit')}
                />
                <IconButton
                  class="mt-6 narrow:justify-self-end"
                  label={t('removeGoods', { n: at + 1 })}
                  onClick={() => form.removeGoods(at)}
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
