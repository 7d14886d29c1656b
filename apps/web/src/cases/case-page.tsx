import { Button, PageHeader, type TabItem, Tabs } from '@lianban/ui'
import { useNavigate, useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import Forward from 'lucide-solid/icons/forward'
import PencilLine from 'lucide-solid/icons/pencil-line'
import Send from 'lucide-solid/icons/send'
import Share2 from 'lucide-solid/icons/share-2'
import { createMemo, createSignal, lazy, Match, Show, Switch } from 'solid-js'
import { api } from '../app/api.ts'
import type { Case } from '../app/api-types.ts'
import {
  AgencyName,
  HandlingCodeBadge,
  LabelBadge,
  LevelBadge,
  StageBadge,
  StandingBadge,
} from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { useSession } from '../app/session.tsx'
import { CaseAssistance } from '../assistance/case-assistance.tsx'
import { CaseAudit } from '../audit/case-audit.tsx'
import { CaseChangeDialog } from '../changes/case-change-dialog.tsx'
import { t as ofChanges } from '../changes/texts.ts'
import { CountdownBanner } from '../emergencies/countdown-banner.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { ExplainButton } from '../explain/explain-button.tsx'
import { FilesPanel } from '../files/files-panel.tsx'
import { CaseHandoffs, mayPrepare, prepareWords } from '../handoffs/case-handoffs.tsx'
import { PrepareDialog } from '../handoffs/prepare-dialog.tsx'
import { createRecordWatch } from '../live/live-provider.tsx'
import { CaseProcedure } from '../procedure/case-procedure.tsx'
import { ReadOnlyBanner } from '../procurator/read-only-banner.tsx'
import { RestrictedBadge } from '../readers/readers-panel.tsx'
import { AskAccess } from '../requests/ask-access.tsx'
import { AccessPanel } from '../sharing/access-panel.tsx'
import { ShareDialog } from '../sharing/share-dialog.tsx'
import { t as ofSharing } from '../sharing/strings.ts'
import { CaseOverview } from './case-overview.tsx'
import { readOnlyAs, tabFromAddress, tabsFor } from './case-tabs.ts'
import { createCaseWatch } from './case-watch.ts'
import { t } from './strings.ts'

// The editor is most of the program's weight, and most visits to a case do not open it.
const DossierPanel = lazy(async () => ({ default: (await import('../dossier/dossier-panel.tsx')).DossierPanel }))

const ReviewPanel = lazy(async () => ({ default: (await import('../review/review-panel.tsx')).ReviewPanel }))
const ChainPanel = lazy(async () => ({ default: (await import('../chain/chain-panel.tsx')).ChainPanel }))

/** One case, as far as it is open to the officer who looks. */
export function CasePage() {
  const params = useParams<{ caseId: string }>()
  const found = useQuery(() => ({
    queryKey: ['cases', params.caseId],
    queryFn: () => api.cases.find.query({ caseId: params.caseId }),
    ...loggedRead,
  }))
  createRecordWatch(() => ({ kind: 'Case', id: params.caseId }))
  return (
    <Loaded query={found} unseenAction={<AskAccess wanted={{ kind: 'Case', id: params.caseId }} />}>
      {(record) => <OpenCase record={record()} />}
    </Loaded>
  )
}

function OpenCase(props: { record: Case }) {
  createCaseWatch(() => props.record.id)
  const session = useSession()
  const navigate = useNavigate()
  const params = useParams<{ tab?: string }>()
  const open = createMemo(() => tabsFor(props.record))
  const tab = () => tabFromAddress(params.tab, open())
  const items = (): TabItem[] => open().map((value) => ({ value, label: t(`tab.${value}`) }))
  const go = (to: string) => navigate(`/cases/${props.record.id}${to === 'overview' ? '' : `/${to}`}`)
  const restricted = () => readOnlyAs(props.record, session().officer.roles)
  const [sharing, setSharing] = createSignal(false)
  const [passing, setPassing] = createSignal(false)
  const [preparing, setPreparing] = createSignal(false)
  createPageTitle(() => props.record.name)
  const ref = () => ({ kind: 'Case', id: props.record.id }) as const
  const [changing, change] = createSignal(false)
  const changeMode = () => (props.record.can.correct ? 'correct' : 'propose')

  return (
    <>
      <PageHeader
        title={props.record.name}
        crumbs={[{ label: t('list.title'), href: '/cases' }]}
        crumbsLabel={t('page.back')}
        badges={
          <>
            <StageBadge stage={props.record.stage} />
            <LabelBadge label={props.record.label} />
            <HandlingCodeBadge code={props.record.handlingCode} />
            <RestrictedBadge record={props.record} />
          </>
        }
        description={<Standing record={props.record} />}
        actions={
          <>
            <Show when={props.record.can.correct || props.record.can.proposeChange}>
              <Button icon={<PencilLine size={14} aria-hidden="true" />} onClick={() => change(true)}>
                {ofChanges(changeMode())}
              </Button>
            </Show>
            <ExplainButton record={ref()} name={props.record.name} />
            <Show when={mayPrepare(props.record)}>
              <Button icon={<Send size={14} aria-hidden="true" />} onClick={() => setPreparing(true)}>
                {prepareWords(props.record)}
              </Button>
            </Show>
            <Show when={props.record.can.passOn}>
              <Button icon={<Forward size={14} aria-hidden="true" />} onClick={() => setPassing(true)}>
                {ofSharing('deed.passOn')}
              </Button>
            </Show>
            <Show when={props.record.can.share}>
              <Button variant="primary" icon={<Share2 size={14} aria-hidden="true" />} onClick={() => setSharing(true)}>
                {t('page.share')}
              </Button>
            </Show>
          </>
        }
      />
      <CountdownBanner recordId={props.record.id} />
      <Show when={restricted()}>{(as) => <ReadOnlyBanner as={as()} record={props.record} />}</Show>
      <Tabs label={t('page.tabs')} items={items()} value={tab()} onChange={go}>
        {(value) => (
          <Switch>
            <Match when={value === 'overview'}>
              <CaseOverview record={props.record} />
            </Match>
            <Match when={value === 'procedure'}>
              <CaseProcedure record={props.record} prepare={() => setPreparing(true)} />
            </Match>
            <Match when={value === 'dossier'}>
              <DossierPanel record={props.record} />
            </Match>
            <Match when={value === 'evidence'}>
              <EvidencePanel caseId={props.record.id} />
            </Match>
            <Match when={value === 'chain'}>
              <ChainPanel caseId={props.record.id} />
            </Match>
            <Match when={value === 'review'}>
              <ReviewPanel caseId={props.record.id} />
            </Match>
            <Match when={value === 'files'}>
              <FilesPanel caseId={props.record.id} readsEvidence={props.record.can.readEvidence} />
            </Match>
            <Match when={value === 'handoffs'}>
              <div class="flex flex-col gap-4">
                <CaseHandoffs record={props.record} prepare={() => setPreparing(true)} />
                <CaseAssistance record={props.record} />
              </div>
            </Match>
            <Match when={value === 'access'}>
              <AccessPanel record={ref()} />
            </Match>
            <Match when={value === 'audit'}>
              <CaseAudit caseId={props.record.id} name={props.record.name} />
            </Match>
          </Switch>
        )}
      </Tabs>
      <Show when={changing()}>
        <CaseChangeDialog case={props.record} mode={changeMode()} close={() => change(false)} />
      </Show>
      <Show when={props.record.can.share}>
        <ShareDialog record={ref()} open={sharing()} onOpenChange={setSharing} />
      </Show>
      <Show when={props.record.can.passOn}>
        <ShareDialog record={ref()} onward open={passing()} onOpenChange={setPassing} />
      </Show>
      <Show when={mayPrepare(props.record)}>
        <PrepareDialog
          about={{ caseId: props.record.id }}
          can={props.record.can}
          open={preparing()}
          onOpenChange={setPreparing}
        />
      </Show>
    </>
  )
}

/** Whose case it is, and by what right I see it. */
function Standing(props: { record: Case }) {
  return (
    <div class="flex flex-col gap-1">
      <p class="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span class="font-medium text-ink">{props.record.number}</span>
        <span class="flex items-center gap-1.5">
          <span class="text-faint">{t('page.lead')}</span>
          <AgencyName agency={props.record.leadAgency} />
        </span>
        <Show when={props.record.ownerAgency.id !== props.record.leadAgency.id}>
          <span class="flex items-center gap-1.5">
            <span class="text-faint">{t('page.owner')}</span>
            <AgencyName agency={props.record.ownerAgency} />
          </span>
        </Show>
      </p>
      <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span class="text-faint">{t('page.myAccess')}</span>
        <Show
          when={props.record.my.level === 'owner' || props.record.my.level === 'lead'}
          fallback={<LevelBadge level={props.record.my.level} />}
        >
          <StandingBadge standing={props.record.my.level} />
        </Show>
        <span>{said(props.record.my.because)}</span>
        <span class="text-faint text-xs">
          {t('page.rule')} {props.record.my.rule}
        </span>
      </p>
    </div>
  )
}
