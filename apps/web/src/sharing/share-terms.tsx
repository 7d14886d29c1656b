import { CheckboxField, CheckboxGroup, DateField, RadioCards, SelectField, TextField } from '@lianban/ui'
import { Show } from 'solid-js'
import type { GrantOptions } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDate } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import type { Share } from './share.ts'
import { type Level, levelsWithin, type ShareDraft } from './share-draft.ts'
import { t } from './strings.ts'

/** The terms of a share. What the agreement does not allow is not offered, or is shown with the reason. */
export function ShareTerms(props: { share: Share; options: GrantOptions }) {
  const share = () => props.share
  const problem = (field: keyof ShareDraft) => {
    const found = share().problem(field)
    return found && t(`problem.${found}`)
  }
  const agreements = () => share().agency()?.agreements ?? []
  return (
    <div class="grid grid-cols-2 gap-x-5 gap-y-4 narrow:grid-cols-1">
      <SelectField
        class="col-span-full"
        label={t('agency')}
        required
        placeholder={t('agencyPick')}
        options={props.options.agencies.map(({ agency }) => ({
          value: agency.id,
          label: agencyName(agency),
          note: word('agencyKind', agency.kind),
        }))}
        value={share().draft.agencyId}
        onChange={share().chooseAgency}
        error={problem('agencyId')}
      />
      <Show when={share().agency()}>
        <RadioCards
          class="col-span-full"
          label={t('agreement')}
          required
          columns={1}
          options={agreements().map((each) => ({
            value: each.id,
            label: `${each.number} ${each.title}`,
            note: each.blocked
              ? `${t('blocked')}：${said(each.blocked)}`
              : `${t('agreementUntil', { date: formatDate(each.validUntil) })} · ${t('agreementCeiling', { level: word('level', each.maxLevel) })}`,
            disabled: each.blocked !== null,
          }))}
          value={share().draft.agreementId}
          onChange={share().chooseAgreement}
          error={problem('agreementId')}
        />
      </Show>
      <Show when={share().agreement()}>
        {(agreement) => (
          <>
            <RadioCards
              class="col-span-full"
              label={t('level')}
              required
              columns={4}
              options={levelsWithin(agreement().maxLevel).map((level) => ({
                value: level,
                label: word('level', level),
                note: t(`level.hint.${level}`),
              }))}
              value={share().draft.level}
              onChange={(level) => share().change({ level: level as Level })}
              error={problem('level')}
            />
            <SelectField
              label={t('purpose')}
              required
              placeholder={t('purposePick')}
              options={agreement().purposes.map((purpose) => ({ value: purpose, label: purpose }))}
              value={share().draft.purpose}
              onChange={(purpose) => share().change({ purpose })}
              error={problem('purpose')}
            />
            <DateField
              label={t('expires')}
              hint={t('expiresHint')}
              required
              max={formatDate(agreement().validUntil)}
              value={share().draft.expiresOn}
              onChange={(expiresOn) => share().change({ expiresOn })}
              error={problem('expiresOn')}
            />
            <TextField
              class="col-span-full"
              label={t('legalBasis')}
              hint={t('legalBasisHint')}
              required
              maxLength={500}
              value={share().draft.legalBasis}
              onChange={(legalBasis) => share().change({ legalBasis })}
              error={problem('legalBasis')}
            />
            <CheckboxGroup
              label={t('withheld')}
              hint={t('withheldHint')}
              columns={2}
              options={props.options.withholdable.map((each) => ({ value: each.field, label: said(each) }))}
              value={share().draft.withheldFields}
              onChange={(withheldFields) => share().change({ withheldFields })}
            />
            <CheckboxField
              label={t('onward')}
              note={agreement().allowsOnward ? undefined : t('onwardNo')}
              disabled={!agreement().allowsOnward}
              checked={share().draft.allowsOnward}
              onChange={(allowsOnward) => share().change({ allowsOnward })}
            />
          </>
        )}
      </Show>
    </div>
  )
}
