import { Badge, Button, ButtonLink, EmptyState, Notice, PageHeader, Panel } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import CircleSlash from 'lucide-solid/icons/circle-slash'
import FileDown from 'lucide-solid/icons/file-down'
import FolderPlus from 'lucide-solid/icons/folder-plus'
import Forward from 'lucide-solid/icons/forward'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import PencilLine from 'lucide-solid/icons/pencil-line'
import Send from 'lucide-solid/icons/send'
import Share2 from 'lucide-solid/icons/share-2'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { api } from '../app/api.ts'
import type { Clue } from '../app/api-types.ts'
import { HandlingCodeBadge, LabelBadge, Withheld } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { locale, t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { AssessmentsPanel } from '../assessments/assessments-panel.tsx'
import { ConsentsPanel } from '../blocks/consents-panel.tsx'
import { CorrectionsPanel } from '../changes/corrections-panel.tsx'
import { ProposalsPanel } from '../changes/proposals-panel.tsx'
import { t as ofChanges } from '../changes/texts.ts'
import { CountdownBanner } from '../emergencies/countdown-banner.tsx'
import { ExplainButton } from '../explain/explain-button.tsx'
import { HoldButton } from '../keeping/hold-button.tsx'
import { createRecordWatch } from '../live/live-provider.tsx'
import { ReadersPanel, RestrictedBadge } from '../readers/readers-panel.tsx'
import { ReceiptsPanel } from '../recalls/receipts-panel.tsx'
import { AskAccess } from '../requests/ask-access.tsx'
import { t as ofSharing } from '../sharing/strings.ts'
import { DerivationPanel } from '../traces/derivation-panel.tsx'
import { t as ofTraces } from '../traces/texts.ts'
import { caseGap } from './case-gap.ts'
import { ClueFacts, GoodsTable, IdentifierList } from './clue-facts.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { t } from './texts.ts'
import { zh } from './zh.ts'

const AccessPanel = lazy(async () => ({ default: (await import('../sharing/access-panel.tsx')).AccessPanel }))
const PrepareDialog = lazy(async () => ({ default: (await import('../handoffs/prepare-dialog.tsx')).PrepareDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('../traces/export-dialog.tsx')).ExportDialog }))
const ShareDialog = lazy(async () => ({ default: (await import('../sharing/share-dialog.tsx')).ShareDialog }))

/** One clue, as far as the officer may see it. */
export function CluePage() {
  const params = useParams<{ clueId: string }>()
  const clue = useQuery(() => ({
    queryKey: ['clues', 'find', params.clueId],
    queryFn: () => api.clues.find.query({ clueId: params.clueId }),
    ...loggedRead,
  }))
  createRecordWatch(() => ({ kind: 'Clue', id: params.clueId }))
  createPageTitle(() => (clue.isSuccess ? clue.data?.title : t('pageTitle')))
  return (
    <Loaded query={clue} rows={10} unseenAction={<AskAccess wanted={{ kind: 'Clue', id: params.clueId }} />}>
      {(found) => <ClueView clue={found()} />}
    </Loaded>
  )
}

function ClueView(props: { clue: Clue }) {
  const [sharing, share] = createSignal(false)
  const [passing, passOn] = createSignal(false)
  const [exporting, startExport] = createSignal(false)
  const [handing, handOn] = createSignal(false)
  const [declining, decline] = createSignal(false)
  return (
    <>
      <PageHeader
        title={props.clue.title}
        crumbs={[{ label: t('title'), href: '/clues' }]}
        crumbsLabel={shell('navigation')}
        badges={
          <>
            <LabelBadge label={props.clue.label} />
            <HandlingCodeBadge code={props.clue.handlingCode} />
            <RestrictedBadge record={props.clue} />
          </>
        }
        description={`${props.clue.number} · ${word('clueState', props.clue.state)}`}
        actions={
          <>
            <HoldButton record={{ kind: 'Clue', id: props.clue.id }} name={props.clue.title} />
            <Show when={props.clue.can.export}>
              <Button icon={<FileDown size={16} aria-hidden="true" />} onClick={() => startExport(true)}>
                {ofTraces('exportButton')}
              </Button>
            </Show>
            <Show when={props.clue.can.correct || props.clue.can.proposeChange}>
              <ButtonLink
                href={`/clues/${props.clue.id}/${props.clue.can.correct ? 'correct' : 'propose'}`}
                icon={<PencilLine size={16} aria-hidden="true" />}
              >
                {ofChanges(props.clue.can.correct ? 'correct' : 'propose')}
              </ButtonLink>
            </Show>
            <ExplainButton record={{ kind: 'Clue', id: props.clue.id }} name={props.clue.title} />
            <Show when={props.clue.can.passOn}>
              <Button icon={<Forward size={16} aria-hidden="true" />} onClick={() => passOn(true)}>
                {ofSharing('deed.passOn')}
              </Button>
            </Show>
            <Show when={props.clue.can.share}>
              <Button icon={<Share2 size={16} aria-hidden="true" />} onClick={() => share(true)}>
                {t('share')}
              </Button>
            </Show>
            <Show when={props.clue.can.decline}>
              <Button icon={<CircleSlash size={16} aria-hidden="true" />} onClick={() => decline(true)}>
                {t('decline')}
              </Button>
            </Show>
            <Show when={props.clue.can.handOn}>
              <Button icon={<Send size={16} aria-hidden="true" />} onClick={() => handOn(true)}>
                {t('handOn')}
              </Button>
            </Show>
            <Show when={props.clue.can.openCase}>
              <ButtonLink
                href={`/cases/new?clue=${props.clue.id}`}
                variant="primary"
                icon={<FolderPlus size={16} aria-hidden="true" />}
              >
                {t('openCase')}
              </ButtonLink>
            </Show>
          </>
        }
      />
      <CountdownBanner recordId={props.clue.id} />
      <Show when={props.clue.withheld.length}>
        <div class="mb-4">
          <Notice tone="neutral" icon={<LockKeyhole size={16} />}>
            {t('withheldNotice', { fields: fieldNames(props.clue.withheld) })}
          </Notice>
        </div>
      </Show>
      <div class="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-4 max-[1000px]:grid-cols-1">
        <div class="flex min-w-0 flex-col gap-4">
          <Panel title={t('contentPanel')}>
            <Show when={props.clue.content !== null} fallback={<Withheld />}>
              <p class="max-w-[52rem] whitespace-pre-wrap leading-6">{props.clue.content}</p>
            </Show>
          </Panel>
          <Panel title={t('sectionGoods')} flush note={props.clue.goods?.length || undefined}>
            <GoodsTable goods={props.clue.goods} />
          </Panel>
          <Panel title={t('sectionIdentifiers')} flush note={props.clue.identifiers?.length || undefined}>
            <IdentifierList identifiers={props.clue.identifiers} />
          </Panel>
          <AssessmentsPanel clueId={props.clue.id} />
          <ProposalsPanel recordId={props.clue.id} />
          <CorrectionsPanel record={{ kind: 'Clue', id: props.clue.id }} />
          <Show when={props.clue.can.readDerivation}>
            <ConsentsPanel clueId={props.clue.id} />
            <DerivationPanel record={{ kind: 'Clue', id: props.clue.id }} />
          </Show>
          <Show when={props.clue.can.share || props.clue.can.passOn}>
            <section>
              <h2 class="mt-2 mb-2 font-semibold">{t('whoSees')}</h2>
              <Suspense>
                <AccessPanel record={{ kind: 'Clue', id: props.clue.id }} />
              </Suspense>
            </section>
          </Show>
        </div>
        <div class="flex min-w-0 flex-col gap-4">
          <Panel title={t('factsPanel')}>
            <ClueFacts clue={props.clue} />
          </Panel>
          <ReadersPanel record={{ kind: 'Clue', id: props.clue.id }} kept={props.clue} />
          <Panel title={t('sectionMethods')}>
            <Show when={props.clue.methods} fallback={<Withheld />}>
              {(methods) => (
                <div class="flex flex-wrap gap-1.5">
                  <For each={methods()} fallback={<p class="text-muted text-sm">{t('noMethods')}</p>}>
                    {(method) => <Badge>{word('method', method)}</Badge>}
                  </For>
                </div>
              )}
            </Show>
          </Panel>
          <Show when={props.clue.can.readDerivation}>
            <ReceiptsPanel recordId={props.clue.id} />
          </Show>
          <Panel title={t('casesPanel')} flush>
            <Show when={props.clue.cases.length} fallback={<NoCase clue={props.clue} />}>
              <ul>
                <For each={props.clue.cases}>
                  {(each) => (
                    <li class="border-line border-b last:border-b-0">
                      <a
                        href={`/cases/${each.id}`}
                        class="block px-4 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2"
                      >
                        <span class="block font-medium">{each.name}</span>
                        <span class="block text-muted text-sm">{each.number}</span>
                      </a>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </Panel>
        </div>
      </div>
      <Show when={props.clue.can.handOn}>
        <Suspense>
          <PrepareDialog
            about={{ clueId: props.clue.id }}
            can={{ handOn: props.clue.can.handOn }}
            open={handing()}
            onOpenChange={handOn}
          />
        </Suspense>
      </Show>
      <Show when={declining()}>
        <DeclineDialog clue={props.clue} close={() => decline(false)} />
      </Show>
      <Show when={exporting()}>
        <Suspense>
          <ExportDialog clue={props.clue} close={() => startExport(false)} />
        </Suspense>
      </Show>
      <Show when={sharing()}>
        <Suspense>
          <ShareDialog record={{ kind: 'Clue', id: props.clue.id }} open={sharing()} onOpenChange={share} />
        </Suspense>
      </Show>
      <Show when={passing()}>
        <Suspense>
          <ShareDialog record={{ kind: 'Clue', id: props.clue.id }} onward open={passing()} onOpenChange={passOn} />
        </Suspense>
      </Show>
    </>
  )
}

function NoCase(props: { clue: Clue }) {
  const gap = () => caseGap(props.clue)
  return <EmptyState compact title={t(`cases.${gap()}`)} description={t(`cases.${gap()}Next`)} />
}

const fieldNames = (fields: readonly string[]): string =>
  fields
    .map((field) => (`field.${field}` in zh ? t(`field.${field}` as keyof typeof zh) : field))
    .join(locale() === 'zh' ? '、' : ', ')
