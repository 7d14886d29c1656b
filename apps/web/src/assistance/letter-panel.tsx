import { type Description, DescriptionList, Panel } from '@lianban/ui'
import { For } from 'solid-js'
import type { Assistance } from '../app/api-types.ts'
import { AgencyName, officerLine } from '../app/domain-badges.tsx'
import { formatInstant } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { t } from './texts.ts'

/** What was asked, as it was frozen. */
export function LetterPanel(props: { request: Assistance }) {
  const items = (): Description[] => {
    const { request } = props
    const { letter } = request
    return [
      { term: t('from'), value: <AgencyName agency={request.from} full /> },
      { term: t('to'), value: <AgencyName agency={request.to} full /> },
      { term: t('questions'), value: <p class="whitespace-pre-line font-medium">{letter.questions}</p>, wide: true },
      { term: t('facts'), value: <p class="whitespace-pre-line">{letter.facts}</p>, wide: true },
      {
        term: t('targets'),
        value: (
          <ul>
            <For each={letter.targets}>
              {(target) => (
                <li>
                  {t(`target.${target.kind}`)}：{target.value} <span class="text-muted">{target.note}</span>
                </li>
              )}
            </For>
          </ul>
        ),
        wide: true,
      },
      {
        term: t('papers'),
        value: (
          <ul>
            <For each={letter.papers}>
              {(paper) => (
                <li>
                  {said(paper.words)} <span class="text-muted">{paper.number}</span>
                </li>
              )}
            </For>
          </ul>
        ),
      },
      { term: t('legalBasis'), value: letter.legalBasis, hint: request.basis.map(said).join('、') },
      { term: t('proceeding'), value: t(`proceeding.${letter.proceeding}`) },
      ...(letter.urgencyReason ? [{ term: t('urgencyReason'), value: letter.urgencyReason }] : []),
      { term: t('replyForm'), value: letter.replyForm },
      { term: t('contact'), value: letter.contact },
      { term: t('askedBy'), value: officerLine(letter.askedBy), hint: formatInstant(request.askedAt) },
      ...(request.assignedTo ? [{ term: t('assignedTo'), value: officerLine(request.assignedTo) }] : []),
      ...(request.unit ? [{ term: t('unit'), value: request.unit }] : []),
      ...(request.contacts.length > 0
        ? [
            {
              term: t('contacts'),
              value: request.contacts.map(({ desk, phone }) => `${said(desk)} ${phone}`).join('；'),
            },
          ]
        : []),
      { term: t('digest'), value: <code class="break-all text-xs">{letter.digest}</code>, wide: true },
    ]
  }
  return (
    <Panel title={t('letter')}>
      <DescriptionList items={items()} columns={2} />
    </Panel>
  )
}
