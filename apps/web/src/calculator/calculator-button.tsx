import { Button, Dialog } from '@lianban/ui'
import Calculator from 'lucide-solid/icons/calculator'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import type { SourcedFigure } from '../cases/figure-groups.ts'
import type { Draft } from './draft.ts'
import { t } from './texts.ts'

const CalculatorForm = lazy(async () => ({ default: (await import('./calculator-form.tsx')).CalculatorForm }))

/** The calculator beside what a case has on record: its goods are lines to be priced. Nothing is kept. */
export function CalculatorButton(props: {
  figures?: readonly SourcedFigure[] | undefined
  start?: Pick<Draft, 'genuineness' | 'goods'> | undefined
}) {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        icon={<Calculator size={14} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <Dialog
        open={open()}
        onOpenChange={setOpen}
        title={t('title')}
        description={t('lead')}
        closeLabel={t('close')}
        size="lg"
      >
        <Show when={open()}>
          <Suspense>
            <CalculatorForm figures={props.figures} start={props.start} />
          </Suspense>
        </Show>
      </Dialog>
    </>
  )
}
