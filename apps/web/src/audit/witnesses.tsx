import { Button, type Column, DescriptionList, EmptyState, Notice, Panel, Table } from '@lianban/ui'
import Eye from 'lucide-solid/icons/eye'
import { For, Show } from 'solid-js'
import type { LogDispute, LogStanding, LogWitness } from '../app/api-types.ts'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { saveFile } from '../app/save-file.ts'
import { createStanding } from './standing.ts'
import { t } from './strings.ts'

/** Who watches the log, what is confirmed by whom, and what a witness refused. */
export function Witnesses() {
  const standing = createStanding()
  return (
    <Loaded query={standing} rows={5}>
      {(found) => (
        <div class="flex flex-col gap-4">
          <Show when={found().disputes.length > 0}>
            <div role="alert">
              <Notice tone="danger" title={t('disputed', { n: found().disputes.length })}>
                {t('disputedHint')}
              </Notice>
            </div>
            <For each={found().disputes}>{(dispute) => <Dispute dispute={dispute} />}</For>
          </Show>
          <Show when={found().copy?.differsAt}>
            {(path) => (
              <div role="alert">
                <Notice tone="danger" title={t('copyDiffers')}>
                  {t('copyDiffersHint', { path: path() })}
                </Notice>
              </div>
            )}
          </Show>
          <Panel title={t('view.witnesses')}>
            <p class="mb-3 text-muted text-sm">{t('witnessesLead')}</p>
            <DescriptionList columns={2} items={facts(found())} />
          </Panel>
          <Panel flush title={t('byWhom')}>
            <Show
              when={found().witnesses.length > 0}
              fallback={
                <EmptyState icon={<Eye size={20} />} title={t('noWitnesses')} description={t('noWitnessesHint')} />
              }
            >
              <Table
                caption={t('byWhom')}
                columns={columns(found().newest?.size ?? 0)}
                rows={found().witnesses}
                rowKey={({ name }) => name}
              />
            </Show>
          </Panel>
        </div>
      )}
    </Loaded>
  )
}

const listed = (names: readonly { readonly zh: string; readonly en: string }[]): string =>
  names.map(said).join(t('and'))

function facts({ log, newest, confirmed, quorum, copy }: LogStanding) {
  const needs = quorum.map(({ need, of }) =>
    need === of.length ? t('quorumOne', { agencies: listed(of) }) : t('quorumOf', { need, agencies: listed(of) }),
  )
  return [
    {
      term: t('confirmedUpTo'),
      value: confirmed?.cosigned.length ? t('confirmedSize', { n: confirmed.size }) : t('notConfirmed'),
      hint: confirmed?.cosigned.length ? listed(confirmed.cosigned.map(({ agency }) => agency)) : undefined,
    },
    {
      term: t('newest'),
      value: newest ? t('entriesOf', { n: newest.size }) : t('noCheckpoint'),
      hint: newest?.root,
    },
    { term: t('quorumTerm'), value: needs.join('；') || t('noQuorum') },
    { term: t('logKey'), value: log },
    {
      term: t('copy'),
      value: copyWords(copy, newest?.size ?? 0),
      hint: copy?.at ? formatDateTime(copy.at) : undefined,
    },
  ]
}

/** Where the copy away from this machine stands. */
function copyWords(copy: LogStanding['copy'], size: number): string {
  if (!copy) return t('noCopy')
  if (copy.differsAt) return t('copyDiffers')
  if (copy.isOutOfReach) return t('copyOutOfReach', { n: copy.size })
  return copy.size < size ? t('copyBehind', { n: size - copy.size }) : t('copyUpToDate', { n: copy.size })
}

const columns = (size: number): Column<LogWitness>[] => [
  { key: 'agency', header: t('byWhom'), primary: true, cell: ({ agency }) => said(agency) },
  { key: 'algorithm', header: t('algorithm'), cell: ({ isSm2 }) => (isSm2 ? 'SM2 / SM3' : 'Ed25519') },
  {
    key: 'key',
    header: t('key'),
    cell: ({ name, keyId }) => (
      <code class="break-all text-xs">
        {name}+{keyId}
      </code>
    ),
  },
  {
    key: 'last',
    header: t('lastSeen'),
    align: 'end',
    cell: ({ last }) =>
      last ? (
        <span>
          {formatDateTime(last.at)}
          <Show when={size > last.size}>
            <span class="ml-2 text-muted text-sm">{t('behind', { n: size - last.size })}</span>
          </Show>
        </span>
      ) : (
        <span class="text-warn">{t('neverSeen')}</span>
      ),
  },
]

/** Both heads side by side, to be compared and kept. */
function Dispute(props: { dispute: LogDispute }) {
  const heads = () => [
    { title: t('held'), head: props.dispute.held, file: 'held' },
    { title: t('offered'), head: props.dispute.offered, file: 'offered' },
  ]
  return (
    <Panel title={t('disputeBy', { agency: said(props.dispute.agency), at: formatDateTime(props.dispute.at) })}>
      <div class="grid grid-cols-2 gap-4 narrow:grid-cols-1">
        <For each={heads()}>
          {({ title, head, file }) => (
            <div class="min-w-0">
              <p class="flex flex-wrap items-baseline justify-between gap-2">
                <span class="font-medium">
                  {title} {t('entriesOf', { n: head.size })}
                </span>
                <Button
                  size="sm"
                  onClick={() => saveFile(`checkpoint-${file}-${head.size}.txt`, head.note, 'text/plain')}
                >
                  {t('keepNote')}
                </Button>
              </p>
              <pre class="mt-1.5 overflow-x-auto whitespace-pre-wrap break-all rounded-md bg-sunken p-3 text-xs leading-5">
                {head.note}
              </pre>
            </div>
          )}
        </For>
      </div>
    </Panel>
  )
}
