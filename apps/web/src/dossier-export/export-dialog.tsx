import { Button, CheckboxGroup, Dialog, Notice, RadioCards, showToast } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import type { Stage } from './read-export.ts'
import { takeBundle } from './take-bundle.ts'
import { save, takeDossier, type Wanted } from './take-dossier.ts'
import { t } from './texts.ts'
import { wantedSections } from './wanted-sections.ts'

const formats = ['pdf', 'docx', 'zip'] as const
type Format = (typeof formats)[number]

/** Before a dossier leaves the hub: what for, as what, which sections, and what keeps it from that purpose. */
export function ExportDialog(props: {
  caseId: string
  /** A sealed version, instead of the dossier as it stands. */
  sealed?: { readonly id: string; readonly number: number }
  /** Those that the officer reads, in their order. */
  sections: readonly { readonly id: string; readonly label: string }[]
  withheld: number
  close: () => void
}) {
  const ids = () => props.sections.map(({ id }) => id)
  const [purpose, setPurpose] = createSignal<Wanted['purpose']>('working')
  const [format, setFormat] = createSignal<Format>('pdf')
  const isBundle = () => format() === 'zip'
  const [chosen, setChosen] = createSignal<string[]>(ids())
  const [stage, setStage] = createSignal<Stage>()
  const wanted = () => ({
    caseId: props.caseId,
    ...(props.sealed && { sealId: props.sealed.id }),
    purpose: purpose(),
    ...wantedSections(ids(), chosen()),
  })
  const obstacles = useQuery(() => ({
    queryKey: ['cases', props.caseId, 'obstacles', wanted()],
    queryFn: () => api.dossier.exportObstacles.query(wanted()),
    enabled: chosen().length > 0,
  }))
  const heldBack = () => obstacles.data?.obstacles ?? []
  const agencies = () => [
    ...new Set(heldBack().flatMap(({ askAgency }) => (askAgency ? [agencyShort(askAgency)] : []))),
  ]
  const exporting = createDeed({
    send: ({ format: as, ...given }: Omit<Wanted, 'format'> & { readonly format: Format }) =>
      as === 'zip' ? takeBundle(given) : takeDossier({ ...given, format: as }, setStage),
    done(ready) {
      save(ready)
      showToast({
        title: t('saved', { name: ready.name }),
        description: t('savedDigest', { digest: `${ready.digest.slice(0, 16)}…` }),
        tone: 'ok',
        closeLabel: t('close'),
      })
      props.close()
    },
  })
  const run = () => {
    setStage({ state: 'waiting' })
    void exporting.run({ ...wanted(), format: format() }).finally(() => setStage(undefined))
  }
  const progress = () => {
    const now = stage()
    if (!now) return ''
    return now.state === 'printing' ? t('printing', { drawn: now.drawn, pages: now.pages }) : t('waiting')
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={props.sealed ? t('titleSealed', { n: props.sealed.number }) : t('title')}
      closeLabel={t('cancel')}
      footer={
        <>
          <span class="mr-auto text-muted text-sm" role="status">
            {progress()}
          </span>
          <Button onClick={() => props.close()}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={exporting.busy()}
            disabled={!isBundle() && (chosen().length === 0 || heldBack().length > 0)}
            onClick={run}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <RadioCards
          label={t('purpose')}
          columns={3}
          required
          options={(['working', 'passing_on', 'proceedings'] as const).map((value) => ({
            value,
            label: t(`purpose.${value}`),
            note: t(`purpose.${value}Note`),
          }))}
          value={purpose()}
          onChange={(value) => setPurpose(value as Wanted['purpose'])}
        />
        <RadioCards
          label={t('format')}
          required
          columns={props.sealed ? 2 : 3}
          options={(props.sealed ? formats.slice(0, 2) : formats).map((value) => ({
            value,
            label: t(`format.${value}`),
            note: t(`format.${value}Note`),
          }))}
          value={format()}
          onChange={(value) => setFormat(value as Format)}
        />
        <Show when={!isBundle()} fallback={<Notice tone="info">{t('bundled')}</Notice>}>
          <CheckboxGroup
            label={t('chosen')}
            required
            options={props.sections.map(({ id, label }) => ({ value: id, label }))}
            value={chosen()}
            onChange={setChosen}
            error={chosen().length === 0 ? t('noneChosen') : undefined}
            hint={props.withheld > 0 ? t('withheld', { n: props.withheld }) : undefined}
          />
          <Show when={heldBack().length > 0} fallback={<Notice tone="info">{t('traced')}</Notice>}>
            <Notice tone="warn" title={t('heldBack', { n: heldBack().length })}>
              {agencies().length ? t('heldBackAsk', { agencies: agencies().join('、') }) : t('heldBackChoose')}
            </Notice>
          </Show>
        </Show>
        <RefusalNotice error={exporting.error()} />
      </div>
    </Dialog>
  )
}
