import { goodsKinds, goodsUnits } from '@lianban/law/names'
import { Button, CheckboxField, SelectField, TextField } from '@lianban/ui'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { Index, Show } from 'solid-js'
import { produce, type SetStoreFunction } from 'solid-js/store'
import type { Calculated, PriceMethod } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { blankGoods, type Draft, type GoodsDraft } from './draft.ts'
import { t } from './texts.ts'

type Props = {
  draft: Draft
  set: SetStoreFunction<Draft>
  methods: readonly PriceMethod[]
  worth: Calculated['goods']
}

/** The goods line by line: how many, by which price, of which act. */
export function GoodsPart(props: Props) {
  return (
    <div class="flex flex-col gap-4">
      <Index each={props.draft.goods}>
        {(line, i) => <GoodsLine {...props} line={line()} place={i} worth={props.worth} />}
      </Index>
      <Button
        size="sm"
        class="self-start"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() => props.set('goods', props.draft.goods.length, blankGoods())}
      >
        {t('addGoods')}
      </Button>
    </div>
  )
}

function GoodsLine(props: Props & { line: GoodsDraft; place: number }) {
  const set = (field: keyof GoodsDraft, value: string | boolean) =>
    props.set('goods', props.place, { [field]: value } as Partial<GoodsDraft>)
  const methods = () => props.methods.filter(({ goods }) => (goods as readonly string[]).includes(props.line.goods))
  const number = () => props.place + 1
  return (
    <fieldset class="grid grid-cols-3 gap-3 border-line border-b pb-4 last-of-type:border-b-0 narrow:grid-cols-1">
      <legend class="mb-1 flex w-full items-center justify-between text-muted text-sm">
        {t('line', { n: number() })}
        <Show when={props.draft.goods.length > 1}>
          <Button
            size="sm"
            variant="quiet"
            icon={<Trash size={14} aria-hidden="true" />}
            onClick={() =>
              props.set(
                'goods',
                produce((goods) => void goods.splice(props.place, 1)),
              )
            }
          >
            {t('removeGoods', { n: number() })}
          </Button>
        </Show>
      </legend>
      <SelectField
        label={t('product')}
        options={goodsKinds.map((value) => ({ value, label: t(`goods.${value}`) }))}
        value={props.line.goods}
        onChange={(value) => set('goods', value)}
      />
      <TextField
        label={t('quantity')}
        placeholder={t('quantityHint')}
        value={props.line.quantity}
        onChange={(value) => set('quantity', value)}
      />
      <SelectField
        label={t('method')}
        options={[
          { value: '', label: t('noMethod') },
          ...methods().map(({ id, words, isVerified }) => ({
            value: id,
            label: said(words),
            ...(!isVerified && { note: t('unverified') }),
          })),
        ]}
        placeholder={t('noMethod')}
        value={props.line.method}
        onChange={(value) => set('method', value)}
      />
      <TextField
        label={t('price')}
        placeholder={t('priceHint')}
        value={props.line.price}
        onChange={(value) => set('price', value)}
      />
      <SelectField
        label={t('per')}
        options={goodsUnits.map((value) => ({ value, label: value }))}
        value={props.line.per}
        onChange={(value) => set('per', value)}
      />
      <SelectField
        label={t('ofAct')}
        options={props.draft.acts.map((_, i) => ({ value: String(i), label: t('act', { n: i + 1 }) }))}
        value={props.line.act}
        onChange={(value) => set('act', value)}
      />
      <CheckboxField label={t('isSold')} checked={props.line.isSold} onChange={(is) => set('isSold', is)} />
      <Show when={props.worth[props.place]}>
        {(worth) => (
          <p class="col-span-2 self-center text-sm narrow:col-span-1">
            {worth().amount
              ? t('worth', {
                  quantity: said(worth().quantity),
                  amount: said(worth().amount!),
                  method: said(worth().method!),
                })
              : t('noWorth', { quantity: said(worth().quantity) })}
          </p>
        )}
      </Show>
    </fieldset>
  )
}
