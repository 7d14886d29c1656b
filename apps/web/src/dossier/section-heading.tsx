import { Badge, Button } from '@lianban/ui'
import Users from 'lucide-solid/icons/users'
import { Show } from 'solid-js'
import type { OpenSection } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { ExplainButton } from '../explain/explain-button.tsx'
import { withoutNumber } from './outline-lines.ts'
import { t } from './strings.ts'

/** The section's number and title, who keeps it and who may read it. */
export function SectionHeading(props: {
  number: { readonly zh: string; readonly en: string }
  section: OpenSection
  restrict: (() => void) | undefined
}) {
  const readers = () =>
    props.section.audience === 'case'
      ? t('openCase')
      : t('members', { agencies: props.section.members.map(agencyShort).join('、') })
  return (
    <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div class="min-w-0">
        <h2 class="font-semibold text-lg">
          {said(props.number)}
          {withoutNumber(props.section.title)}
        </h2>
        <p class="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          <span>
            {t('sectionOwner')} {agencyShort(props.section.ownerAgency)}
          </span>
          <Badge tone={props.section.audience === 'case' ? 'neutral' : 'warn'} icon={<Users size={12} />}>
            {readers()}
          </Badge>
        </p>
      </div>
      <div class="flex flex-wrap gap-2">
        <ExplainButton
          size="sm"
          record={{ kind: 'Section', id: props.section.id }}
          name={withoutNumber(props.section.title)}
        />
        <Show when={props.restrict}>
          {(restrict) => (
            <Button size="sm" onClick={() => restrict()()}>
              {t('restrict')}
            </Button>
          )}
        </Show>
      </div>
    </div>
  )
}
