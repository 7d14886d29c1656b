import { Button, Timeline, type TimelineItem } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { Assistance } from '../app/api-types.ts'
import { agencyName, officerLine } from '../app/domain-badges.tsx'
import { formatInstant, shortDigest } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { LetterLinks } from '../handoffs/letter-links.tsx'
import { t } from './texts.ts'

type Taken = Assistance['receipts'][number]

const bad = ['refuse', 'list_missing', 'object', 'withdraw', 'drop', 'decide_not_to']

/** Every step, who took it and when, with what was said and given. */
export function StepTimeline(props: { request: Assistance; takeReply: (reply: Taken) => void }) {
  return (
    <Timeline
      label={t('steps')}
      items={props.request.receipts.map((taken) => drawn(props.request, taken, props.takeReply))}
    />
  )
}

const drawn = (request: Assistance, taken: Taken, takeReply: (reply: Taken) => void): TimelineItem => ({
  key: String(taken.version),
  at: formatInstant(taken.at),
  title: said(taken.words),
  tone: bad.includes(taken.move) ? 'danger' : 'ok',
  body: <Body request={request} taken={taken} takeReply={() => takeReply(taken)} />,
})

function Body(props: { request: Assistance; taken: Taken; takeReply: () => void }) {
  const { taken } = props
  return (
    <>
      <p class="text-ink">{officerLine(taken.officer)}</p>
      <Show when={taken.note}>
        <p class="mt-0.5 whitespace-pre-line">{taken.note}</p>
      </Show>
      <Show when={taken.ground}>
        {(ground) => (
          <p class="mt-0.5">
            {said(ground().words)}（{ground().basis.map(said).join('、')}）
          </p>
        )}
      </Show>
      <For each={taken.missing}>{(paper) => <p class="mt-0.5">· {said(paper.words)}</p>}</For>
      <For each={taken.papers}>
        {(paper) => (
          <p class="mt-0.5">
            {said(paper.words)} {paper.number}
          </p>
        )}
      </For>
      <Show when={taken.unit}>
        <p class="mt-0.5">{taken.unit}</p>
      </Show>
      <Show when={taken.named}>{(officer) => <p class="mt-0.5">{officerLine(officer())}</p>}</Show>
      <Show when={taken.agency}>
        {(agency) => <p class="mt-0.5">{t('named', { agency: agencyName(agency()) })}</p>}
      </Show>
      <Show when={taken.amount}>{(n) => <p class="mt-0.5">{t('amountOf', { n: n() })}</p>}</Show>
      <For each={taken.items}>
        {(item) => (
          <p class="mt-0.5 break-words">
            {item.title} <span class="text-faint">{item.madeBy}</span>{' '}
            <code class="text-xs">{shortDigest(item.digest)}</code>
          </p>
        )}
      </For>
      <For each={taken.letters}>
        {(letter) => (
          <LetterLinks name={said(letter.words)} at={`assistance/${props.request.id}/${taken.version}/${letter.id}`} />
        )}
      </For>
      <Show when={taken.evidenceId}>
        {(id) => (
          <p class="mt-0.5">
            <a class="text-accent-text hover:underline" href={`/cases/${props.request.caseId}/evidence/${id()}`}>
              {t('inEvidence')}
            </a>
          </p>
        )}
      </Show>
      <Show when={taken.mayBeTaken}>
        <div class="mt-1">
          <Button size="sm" onClick={() => props.takeReply()}>
            {t('takeReply')}
          </Button>
        </div>
      </Show>
      <p class="mt-0.5 text-faint text-xs">
        {t('code')} <code>{taken.code}</code>
      </p>
    </>
  )
}
