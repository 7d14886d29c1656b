import { Button, Dialog, Panel, Table } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import type { RuleState } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime, shortDigest } from '../app/format.ts'
import { t as shared } from '../app/i18n/index.ts'
import { RuleDiff } from './rule-diff.tsx'
import { t } from './strings.ts'

type Version = RuleState['versions'][number]

/** Every version of the rules, newest first, with who put it in force; each can be compared with the one before. */
export function RuleHistory(props: { versions: readonly Version[] }) {
  const [compared, compare] = createSignal<{ version: Version; before: Version }>()
  const before = (version: Version) => props.versions.find(({ serial }) => serial === version.serial - 1)
  return (
    <Panel flush title={t('rules.history')} note={props.versions.length}>
      <Table
        caption={t('rules.historyCaption')}
        rows={props.versions}
        rowKey={(version) => version.id}
        columns={[
          {
            key: 'serial',
            header: t('rules.version'),
            primary: true,
            cell: (version) => (
              <>
                <span class="whitespace-nowrap">{t('rules.serial', { serial: version.serial })}</span>
                <code class="block font-normal text-faint text-xs">{shortDigest(version.digest)}</code>
              </>
            ),
          },
          { key: 'since', header: t('rules.since'), cell: (version) => formatDateTime(version.inForceFrom) },
          { key: 'how', header: t('rules.how'), cell: (version) => t(`how.${version.how}`) },
          {
            key: 'who',
            header: t('rules.who'),
            cell: (version) => (
              <Show when={version.change}>
                {(change) => (
                  <span class="text-sm">
                    <span class="block">
                      {t('by', { officer: officerLine(change().proposedBy), at: formatDateTime(change().proposedAt) })}
                    </span>
                    <Show when={change().decidedBy}>
                      {(officer) => (
                        <span class="block">
                          {t('approve')}：{officerLine(officer())}
                        </span>
                      )}
                    </Show>
                  </span>
                )}
              </Show>
            ),
          },
          { key: 'reason', header: t('rules.reason'), cell: (version) => version.reason ?? '' },
          {
            key: 'compare',
            header: t('actions'),
            align: 'end',
            cell: (version) => (
              <Show when={before(version)}>
                {(earlier) => (
                  <Button size="sm" onClick={() => compare({ version, before: earlier() })}>
                    {t('rules.compare')}
                  </Button>
                )}
              </Show>
            ),
          },
        ]}
      />
      <Show when={compared()} keyed>
        {({ version, before: earlier }) => (
          <Dialog
            open
            size="lg"
            onOpenChange={(open) => !open && compare(undefined)}
            title={t('rules.compareTitle', { serial: version.serial, before: earlier.serial })}
            closeLabel={shared('close')}
          >
            <RuleDiff from={earlier.digest} to={version.digest} />
          </Dialog>
        )}
      </Show>
    </Panel>
  )
}
