import { Badge, Button, DescriptionList, Panel, type Tone } from '@lianban/ui'
import Check from 'lucide-solid/icons/check'
import Clock from 'lucide-solid/icons/clock'
import { For, Show } from 'solid-js'
import type { Agreement } from '../app/api-types.ts'
import { AgencyName, LabelBadge, LevelBadge } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDate, formatLastDay } from '../app/format.ts'
import { ExplainButton } from '../explain/explain-button.tsx'
import { shownState } from './shown-state.ts'
import { t } from './texts.ts'

const stateTones: Readonly<Record<string, Tone>> = {
  proposed: 'warn',
  in_force: 'ok',
  ended: 'neutral',
  expired: 'neutral',
}

/** The terms of one agreement and who has signed it. */
export function AgreementPanel(props: { agreement: Agreement; onSign: () => void }) {
  const state = () => shownState(props.agreement, new Date())
  return (
    <Panel
      title={props.agreement.title}
      note={
        <span class="inline-flex flex-wrap items-center gap-2">
          <Badge tone={stateTones[state()]}>{word('agreementState', state())}</Badge>
          {props.agreement.number}
        </span>
      }
      actions={
        <>
          <ExplainButton
            size="sm"
            record={{ kind: 'Agreement', id: props.agreement.id }}
            name={`${props.agreement.title} ${props.agreement.number}`}
          />
          <Show when={props.agreement.canSign}>
            <Button variant="primary" size="sm" onClick={() => props.onSign()}>
              {t('sign')}
            </Button>
          </Show>
        </>
      }
    >
      <div class="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-6 max-[1000px]:grid-cols-1">
        <DescriptionList
          columns={2}
          items={[
            {
              term: t('ceiling'),
              value: (
                <span class="flex flex-wrap items-center gap-1.5">
                  <span class="text-muted text-sm">{t('upTo')}</span>
                  <LabelBadge label={props.agreement.maxLabel} />
                  <LevelBadge level={props.agreement.maxLevel} />
                  <Badge outlined>{props.agreement.allowsOnward ? t('onwardYes') : t('onwardNo')}</Badge>
                </span>
              ),
            },
            {
              term: t('validity'),
              value: (
                <span class="whitespace-nowrap max-sm:text-sm">
                  {t('until', {
                    from: formatDate(props.agreement.validFrom),
                    until: formatLastDay(props.agreement.validUntil),
                  })}
                </span>
              ),
            },
            { term: t('purposes'), value: props.agreement.purposes.join(' · ') },
            { term: t('legalBasis'), value: props.agreement.legalBasis },
          ]}
        />
        <div>
          <h3 class="text-muted text-xs">{t('parties')}</h3>
          <ul class="mt-1 flex flex-col gap-1">
            <For each={props.agreement.parties}>
              {(party) => (
                <li class="flex items-center gap-2 text-sm">
                  <Show
                    when={party.signedAt}
                    fallback={<Clock size={14} class="shrink-0 text-warn" aria-hidden="true" />}
                  >
                    <Check size={14} class="shrink-0 text-ok" aria-hidden="true" />
                  </Show>
                  <span class="min-w-0 flex-1">
                    <AgencyName agency={party.agency} />
                  </span>
                  <span class="shrink-0 text-faint text-xs">
                    {party.signedAt ? t('signedOn', { date: formatDate(party.signedAt) }) : t('notSigned')}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </div>
    </Panel>
  )
}
