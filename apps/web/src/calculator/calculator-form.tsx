import { Button, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, onMount, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { Calculated } from '../app/api-types.ts'
import { formatDate } from '../app/format.ts'
import type { SourcedFigure } from '../cases/figure-groups.ts'
import { FigureTable } from '../cases/figure-table.tsx'
import { ActsPart } from './acts-part.tsx'
import { AskRefusal } from './ask-refusal.tsx'
import { blankDraft, type Draft, goodsOf, questionOf } from './draft.ts'
import { GoodsPart } from './goods-part.tsx'
import { MatterPart } from './matter-part.tsx'
import { Result } from './result.tsx'
import { t } from './texts.ts'

type Question = Parameters<typeof api.law.assessGoods.query>[0]

/** What is known of a matter on one side, what the law makes of it on the other. */
export function CalculatorForm(props: {
  isWide?: boolean | undefined
  /** What a case has on record, to be calculated beside. */
  figures?: readonly SourcedFigure[] | undefined
  /** What the ledger of goods holds; with it the law is asked at once. */
  start?: Pick<Draft, 'genuineness' | 'goods'> | undefined
}) {
  const today = formatDate(new Date().toISOString())
  const recorded = goodsOf(props.figures ?? [])
  const blank = blankDraft(today)
  const goods = recorded.length > 0 ? recorded : blank.goods
  const [draft, setDraft] = createStore<Draft>({ ...blank, goods, ...props.start })
  const [found, setFound] = createSignal<Calculated>()
  const [error, setError] = createSignal<unknown>()
  const [busy, setBusy] = createSignal(false)
  const methods = useQuery(() => ({ queryKey: ['law', 'methods'], queryFn: () => api.law.methods.query({}) }))
  async function calculate() {
    setBusy(true)
    setError(undefined)
    try {
      // What was typed is checked by the hub, which says where it is wrong.
      setFound(await api.law.assessGoods.query(questionOf(draft, today) as Question))
    } catch (refused) {
      setFound(undefined)
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  onMount(() => {
    if (props.start) void calculate()
  })
  return (
    <div
      class={`grid items-start gap-4 narrow:grid-cols-1 ${props.isWide ? 'grid-cols-[minmax(0,3fr)_minmax(0,2fr)]' : 'grid-cols-1'}`}
    >
      <form
        class="flex min-w-0 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void calculate()
        }}
      >
        <Show when={props.figures?.length}>
          <Panel title={t('onRecord')} note={t('onRecordHint')} flush>
            <FigureTable figures={props.figures!} />
          </Panel>
        </Show>
        <Panel title={t('matter')}>
          <MatterPart draft={draft} set={setDraft} />
        </Panel>
        <Panel title={t('goods')} note={t('goodsHint')}>
          <GoodsPart draft={draft} set={setDraft} methods={methods.data?.methods ?? []} worth={found()?.goods ?? []} />
        </Panel>
        <Panel title={t('acts')} note={t('actsHint')}>
          <ActsPart draft={draft} set={setDraft} today={today} />
        </Panel>
        <Show when={error()}>{(refused) => <AskRefusal error={refused()} />}</Show>
        <div class="flex justify-end">
          <Button type="submit" variant="primary" busy={busy()}>
            {t('submit')}
          </Button>
        </div>
      </form>
      <div class="flex min-w-0 flex-col gap-4">
        <Result found={found()} />
      </div>
    </div>
  )
}
