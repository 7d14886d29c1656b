import { Button, DescriptionList, EmptyState, Panel, Table, Timeline } from '@lianban/ui'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, Show } from 'solid-js'
import type { Case, ClueRow } from '../app/api-types.ts'
import { AgencyName, agencyShort, HandlingCodeBadge, LabelBadge, officerLine, Withheld } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime, formatPartialDate } from '../app/format.ts'
import { regionName } from '../app/regions.ts'
import { CalculatorButton } from '../calculator/calculator-button.tsx'
import { CorrectionsPanel } from '../changes/corrections-panel.tsx'
import { ProposalsPanel } from '../changes/proposals-panel.tsx'
import { MatterClocks } from '../clocks/matter-clocks.tsx'
import { ReadersPanel } from '../readers/readers-panel.tsx'
import { ReceiptsPanel } from '../recalls/receipts-panel.tsx'
import { DerivationPanel } from '../traces/derivation-panel.tsx'
import { EventDialog } from './event-dialog.tsx'
import { FigureDialog } from './figure-dialog.tsx'
import { FigureTable } from './figure-table.tsx'
import { t } from './strings.ts'

/** What the case is about, as its sources say it. */
export function CaseOverview(props: { record: Case }) {
  const [addingFigure, setAddingFigure] = createSignal(false)
  const [addingEvent, setAddingEvent] = createSignal(false)
  const ask = () => t('withheld.ask', { agency: agencyShort(props.record.ownerAgency) })
  const isWithheld = (field: string) => props.record.withheld.includes(field)
  const addButton = (label: string, may: boolean, open: () => void) => (
    <Show when={may}>
      <Button size="sm" variant="quiet" class="-mr-2" icon={<Plus size={14} aria-hidden="true" />} onClick={open}>
        {label}
      </Button>
    </Show>
  )
  const events = createMemo(() =>
    (props.record.events ?? []).toSorted((a, b) => a.happenedOn.localeCompare(b.happenedOn)),
  )

  return (
    <div class="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-4 narrow:grid-cols-1">
      <div class="flex min-w-0 flex-col gap-4">
        <MatterClocks id={props.record.id} />
        <Panel title={t('overview.summary')}>
          <Show when={props.record.summary !== null} fallback={<WithheldBlock ask={ask()} />}>
            <p class="whitespace-pre-line leading-7">{props.record.summary}</p>
          </Show>
        </Panel>
        <Panel
          title={t('overview.figures')}
          note={t('overview.figuresHint')}
          actions={
            <span class="flex items-center gap-2">
              <CalculatorButton figures={props.record.figures ?? []} />
              {addButton(t('figure.add'), props.record.can.recordFigure, () => setAddingFigure(true))}
            </span>
          }
          flush
        >
          <Show
            when={props.record.figures}
            fallback={
              <div class="p-4">
                <WithheldBlock ask={ask()} />
              </div>
            }
          >
            {(figures) => (
              <Show
                when={figures().length > 0}
                fallback={
                  <EmptyState compact title={t('overview.noFigures')} description={t('overview.noFiguresHint')} />
                }
              >
                <FigureTable figures={figures()} />
              </Show>
            )}
          </Show>
        </Panel>
        <ProposalsPanel recordId={props.record.id} />
        <CorrectionsPanel record={{ kind: 'Case', id: props.record.id }} />
        <Show when={props.record.can.readDerivation}>
          <ReceiptsPanel recordId={props.record.id} />
          <DerivationPanel record={{ kind: 'Case', id: props.record.id }} />
        </Show>
        <Panel title={t('overview.clues')} note={props.record.clues.length || undefined} flush>
          <Show
            when={props.record.clues.length > 0}
            fallback={
              <Show
                when={isWithheld('clues')}
                fallback={<EmptyState compact title={t('overview.noClues')} description={t('overview.noCluesHint')} />}
              >
                <div class="p-4">
                  <WithheldBlock ask={ask()} />
                </div>
              </Show>
            }
          >
            <LinkedClues clues={props.record.clues} />
          </Show>
        </Panel>
      </div>
      <div class="flex min-w-0 flex-col gap-4">
        <Panel title={t('overview.facts')}>
          <DescriptionList
            columns={1}
            items={[
              {
                term: t('col.charge'),
                value: isWithheld('charge') ? <Withheld /> : props.record.charge,
              },
              { term: t('col.region'), value: regionName(props.record.region), hint: props.record.region },
              { term: t('col.openedOn'), value: formatPartialDate(props.record.openedOn) },
              { term: t('col.handling'), value: word('handlingCode', props.record.handlingCode) },
              { term: t('page.owner'), value: <AgencyName agency={props.record.ownerAgency} full /> },
              {
                term: t('page.openedBy'),
                value: officerLine(props.record.openedBy),
                hint: formatDateTime(props.record.openedAt),
              },
            ]}
          />
        </Panel>
        <ReadersPanel record={{ kind: 'Case', id: props.record.id }} kept={props.record} />
        <Panel
          title={t('overview.events')}
          actions={addButton(t('event.add'), props.record.can.recordEvent, () => setAddingEvent(true))}
        >
          <Show
            when={events().length > 0}
            fallback={
              <Show
                when={props.record.events === null}
                fallback={
                  <EmptyState compact title={t('overview.noEvents')} description={t('overview.noEventsHint')} />
                }
              >
                <WithheldBlock ask={ask()} />
              </Show>
            }
          >
            <Timeline
              label={t('overview.events')}
              items={events().map((event) => ({
                key: event.id,
                at: formatPartialDate(event.happenedOn),
                title: word('caseEvent', event.kind),
                body: (
                  <>
                    <p class="text-ink">{event.what}</p>
                    <p class="text-faint text-xs">
                      {t('overview.source')} {event.source}
                    </p>
                  </>
                ),
              }))}
            />
          </Show>
        </Panel>
      </div>
      <Show when={props.record.can.recordFigure}>
        <FigureDialog caseId={props.record.id} open={addingFigure()} onOpenChange={setAddingFigure} />
      </Show>
      <Show when={props.record.can.recordEvent}>
        <EventDialog caseId={props.record.id} open={addingEvent()} onOpenChange={setAddingEvent} />
      </Show>
    </div>
  )
}

function WithheldBlock(props: { ask: string }) {
  return (
    <p class="flex flex-wrap items-center gap-2 text-muted text-sm">
      <Withheld />
      {props.ask}
    </p>
  )
}

function LinkedClues(props: { clues: readonly ClueRow[] }) {
  return (
    <Table
      caption={t('overview.clues')}
      rows={props.clues}
      rowKey={(clue) => clue.id}
      rowHref={(clue) => `/clues/${clue.id}`}
      columns={[
        {
          key: 'title',
          header: t('overview.clues'),
          primary: true,
          cell: (clue) => (
            <>
              <span class="block">{clue.title}</span>
              <span class="block font-normal text-muted text-sm">{clue.number}</span>
            </>
          ),
        },
        { key: 'source', header: t('overview.source'), width: '6rem', cell: (clue) => word('clueSource', clue.source) },
        {
          key: 'label',
          header: t('col.label'),
          width: '9rem',
          cell: (clue) => (
            <span class="flex gap-1.5">
              <LabelBadge label={clue.label} />
              <HandlingCodeBadge code={clue.handlingCode} />
            </span>
          ),
        },
        {
          key: 'owner',
          header: t('overview.clueOwner'),
          width: '8rem',
          cell: (clue) => <AgencyName agency={clue.ownerAgency} />,
        },
      ]}
    />
  )
}
