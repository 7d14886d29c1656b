import { Button, ButtonLink, Notice, PageHeader, Panel } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { GoodsPanel } from '../goods/goods-panel.tsx'
import { HoldButton } from '../keeping/hold-button.tsx'
import { ReceiptsButton } from '../log-receipts/receipts-button.tsx'
import { AmendDialog } from './amend-dialog.tsx'
import { Checklist } from './checklist.tsx'
import { ConvertDialog } from './convert-dialog.tsx'
import { CureDialog } from './cure-dialog.tsx'
import { CustodyPanel } from './custody-panel.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { GiveDialog } from './give-dialog.tsx'
import { ItemFacts } from './item-facts.tsx'
import { ItemFiles } from './item-files.tsx'
import { KeepDialog } from './keep-dialog.tsx'
import { ReceiveDialog } from './receive-dialog.tsx'
import { ReplySource } from './reply-source.tsx'
import { StateBadges } from './state-badges.tsx'
import { TakeBackDialog } from './take-back-dialog.tsx'
import { t } from './texts.ts'

type Deed = 'amend' | 'give' | 'receive' | 'keep' | 'takeBack' | 'convert'

/** One item of evidence: its checklist, its chain of custody and what came of it. */
export function EvidencePage() {
  const params = useParams<{ evidenceId: string }>()
  const found = useQuery(() => ({
    queryKey: ['evidence', 'item', params.evidenceId],
    queryFn: () => api.evidence.find.query({ evidenceId: params.evidenceId }),
    ...loggedRead,
  }))
  return <Loaded query={found}>{(item) => <OpenItem item={item()} />}</Loaded>
}

function OpenItem(props: { item: EvidenceItem }) {
  const [deed, setDeed] = createSignal<Deed>()
  const [curing, cure] = createSignal<EvidenceItem['lines'][number]>()
  const close = () => setDeed(undefined)
  createPageTitle(() => props.item.name)
  const href = () => `/cases/${props.item.caseRef.id}`
  return (
    <>
      <PageHeader
        title={props.item.name}
        crumbs={[
          { label: props.item.caseRef.name, href: href() },
          { label: t('title'), href: `${href()}/evidence` },
        ]}
        crumbsLabel={t('back')}
        badges={<StateBadges line={props.item} />}
        description={`${props.item.caseRef.number} ${t('number', { n: props.item.number })}`}
        actions={
          <>
            <ReceiptsButton about={{ kind: 'EvidenceItem', id: props.item.id }} name={props.item.name} />
            <HoldButton record={{ kind: 'EvidenceItem', id: props.item.id }} name={props.item.name} />
            <Show when={props.item.can.readTrail}>
              <ButtonLink href={`/exports/trail/${props.item.caseRef.id}.pdf?of=${props.item.id}`} size="sm" isFile>
                {t('report')}
              </ButtonLink>
            </Show>
            <Show when={props.item.can.amend}>
              <Button onClick={() => setDeed('amend')}>{t('amend')}</Button>
            </Show>
            <Show when={props.item.can.convert}>
              <Button variant="primary" onClick={() => setDeed('convert')}>
                {t('convert')}
              </Button>
            </Show>
          </>
        }
      />
      <div class="flex flex-col gap-4">
        <Converting item={props.item} />
        <ItemFacts item={props.item} />
        <Show when={props.item.reply}>{(reply) => <ReplySource reply={reply()} />}</Show>
        <Checklist item={props.item} cure={cure} />
        <Show when={props.item.kind === 'physical'}>
          <GoodsPanel evidenceId={props.item.id} />
        </Show>
        <ItemFiles item={props.item} />
        <CustodyPanel item={props.item} actions={<CustodyDeeds item={props.item} choose={setDeed} />} />
        <Show when={props.item.related.length > 0}>
          <Panel title={t('related')} flush>
            <EvidenceTable caseId={props.item.caseRef.id} rows={props.item.related} />
          </Panel>
        </Show>
      </div>
      <Switch>
        <Match when={deed() === 'amend'}>
          <AmendDialog item={props.item} close={close} />
        </Match>
        <Match when={deed() === 'give'}>
          <GiveDialog item={props.item} close={close} />
        </Match>
        <Match when={deed() === 'receive'}>
          <ReceiveDialog item={props.item} close={close} />
        </Match>
        <Match when={deed() === 'keep'}>
          <KeepDialog item={props.item} close={close} />
        </Match>
        <Match when={deed() === 'takeBack' && props.item.pending}>
          <TakeBackDialog item={props.item} close={close} />
        </Match>
        <Match when={deed() === 'convert' && props.item.converting}>
          {(converting) => <ConvertDialog item={props.item} converting={converting()} close={close} />}
        </Match>
      </Switch>
      <Show when={curing()}>
        {(line) => <CureDialog item={props.item} line={line()} close={() => cure(undefined)} />}
      </Show>
    </>
  )
}

function CustodyDeeds(props: { item: EvidenceItem; choose: (deed: Deed) => void }) {
  const isPending = () => props.item.pending !== null
  return (
    <>
      <Show when={props.item.can.receive}>
        <Button size="sm" variant="primary" onClick={() => props.choose('receive')}>
          {t('receive')}
        </Button>
      </Show>
      <Show when={props.item.can.dispose && isPending()}>
        <Button size="sm" onClick={() => props.choose('takeBack')}>
          {t('takeBack')}
        </Button>
      </Show>
      <Show when={(props.item.can.keep || props.item.can.dispose) && !isPending() && !props.item.hasEnded}>
        <Button size="sm" onClick={() => props.choose('keep')}>
          {t('keep')}
        </Button>
      </Show>
      <Show when={props.item.can.give && !isPending() && !props.item.hasEnded}>
        <Button size="sm" onClick={() => props.choose('give')}>
          {t('give')}
        </Button>
      </Show>
    </>
  )
}

/** How the agency that leads the case by now uses what another one collected. */
function Converting(props: { item: EvidenceItem }) {
  return (
    <Show when={props.item.converting}>
      {(converting) => (
        <Notice tone={converting().decided ? 'ok' : 'info'} title={said(converting().words)}>
          <p>{converting().basis.map(said).join('、')}</p>
          <Show when={converting().decided} fallback={<p>{t('waitsForLead')}</p>}>
            {(decided) => (
              <p>
                {t('decided', { who: officerLine(decided().by), decision: t(`decision.${decided().decision}`) })}{' '}
                {decided().words}
              </p>
            )}
          </Show>
        </Notice>
      )}
    </Show>
  )
}
