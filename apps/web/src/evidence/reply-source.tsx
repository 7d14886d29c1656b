import { DescriptionList, Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { EvidenceItem } from '../app/api-types.ts'
import { AgencyName, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { DigestButton } from '../files/digest-button.tsx'
import { t } from './texts.ts'

/** Whose answer an item is: the request, the step that answered, its code and what came along. */
export function ReplySource(props: { reply: NonNullable<EvidenceItem['reply']> }) {
  const request = () => (
    <Show when={props.reply.isOpen} fallback={props.reply.number}>
      <a class="hover:text-accent-text hover:underline" href={`/assistance/${props.reply.assistanceId}`}>
        {props.reply.number}
      </a>
    </Show>
  )
  return (
    <Panel title={t('replySource')}>
      <DescriptionList
        columns={3}
        items={[
          { term: t('replyRequest'), value: request() },
          { term: t('replyAgency'), value: <AgencyName agency={props.reply.agency} /> },
          { term: t('replyOfficer'), value: officerLine(props.reply.officer), hint: formatDateTime(props.reply.at) },
          { term: t('replyCode'), value: <code>{props.reply.code}</code>, hint: t('replyCodeHint') },
          { term: t('replyDigest'), value: <DigestButton what="SHA-256" digest={props.reply.digest} /> },
          {
            term: t('replyItems', { n: props.reply.items.length }),
            value: (
              <Show when={props.reply.items.length > 0} fallback="—">
                <ul class="flex flex-col gap-1">
                  <For each={props.reply.items}>
                    {(item) => (
                      <li class="break-words">
                        {item.title} <span class="text-muted">{item.madeBy}</span>{' '}
                        <DigestButton what="SHA-256" digest={item.digest} />
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
            ),
            wide: true,
          },
        ]}
      />
    </Panel>
  )
}
