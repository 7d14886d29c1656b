import { For, Show } from 'solid-js'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDate, formatMoney } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { quantityText } from '../evidence/record-draft.ts'
import { t as ofEvidence } from '../evidence/texts.ts'
import { t as ofGoods } from '../goods/texts.ts'
import { BlockFrame } from './block-frame.tsx'
import { type Seizure, seizureRows } from './seizure-rows.ts'
import { t } from './strings.ts'

const most = 12

/** The list that evidence was seized by, as the register and the ledger have it now. */
export function SeizureBlock(props: { list: Seizure; isOther: boolean }) {
  const rows = () => seizureRows(props.list)
  const paper = () => {
    const { paper: by, items } = props.list
    return by ? `${said(by.words)} ${by.number}` : t('noPaper', { n: items[0]?.number ?? '' })
  }
  const sums = () =>
    [
      t('itemCount', { n: props.list.items.length }),
      props.list.totals.length > 0 && ofGoods('total', { n: props.list.totals.map(quantityText).join(' + ') }),
      props.list.worth > 0 && ofGoods('worth', { n: formatMoney(props.list.worth / 100) }),
      props.list.unpriced > 0 && ofGoods('unpriced', { n: props.list.unpriced }),
    ].filter(Boolean)
  return (
    <BlockFrame
      kind="seizure"
      note={
        <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>{sums().join(' · ')}</span>
          <Show when={props.isOther}>
            <span class="text-warn">{t('listChanged')}</span>
          </Show>
        </span>
      }
    >
      <span class="block">
        <span class="font-medium">{paper()}</span>
        <span class="ml-3 text-muted text-sm">
          {t('collectedBy', {
            agency: agencyShort(props.list.agency),
            on: formatDate(props.list.items[0]!.collectedUntil),
          })}
        </span>
      </span>
      <div class="mt-1.5 overflow-x-auto">
        <table class="min-w-md text-sm">
          <thead>
            <tr>
              <th class="w-16">{t('col.item')}</th>
              <th>{t('col.name')}</th>
              <th class="w-20">{ofGoods('category')}</th>
              <th class="w-24">{ofGoods('quantity')}</th>
              <th class="w-28">{ofGoods('value')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={rows().slice(0, most)}>
              {({ item, goods }) => (
                <tr>
                  <td>
                    <a class="text-accent-text underline" href={`/cases/${props.list.case.id}/evidence/${item.id}`}>
                      {ofEvidence('number', { n: item.number })}
                    </a>
                  </td>
                  <td>{goods ? `${goods.brand} ${goods.specification}` : item.name}</td>
                  <td>{goods && ofGoods(`category.${goods.category}`)}</td>
                  <td>{goods ? quantityText(goods.quantity) : item.quantity ? quantityText(item.quantity) : ''}</td>
                  <td>{goods && (goods.worth === null ? t('unpricedLine') : formatMoney(goods.worth / 100))}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={rows().length > most}>
        <span class="block pt-1 text-muted text-sm">{t('moreRows', { n: rows().length - most })}</span>
      </Show>
    </BlockFrame>
  )
}
