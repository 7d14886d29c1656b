import { CheckboxField, CheckboxGroup, DateField, Notice, RadioCards, SelectField, TextField } from '@lianban/ui'
import { Show } from 'solid-js'
import { word } from '../app/enums.ts'
import { formatLastDay } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import type { Share } from './share.ts'
import { type Ceiling, type Level, levelsWithin, type ShareDraft } from './share-draft.ts'
import { ShareRecipient } from './share-recipient.tsx'
import { t } from './strings.ts'

/** The terms of a share. What is above the ceiling is not offered, or is shown with the reason. */
export function ShareTerms(props: { share: Share }) {
  const share = () => props.share
  const problem = (field: keyof ShareDraft) => {
    const found = share().problem(field)
    return found && t(`problem.${found}`)
  }
  return (
    <div class="grid grid-cols-2 gap-x-5 gap-y-4 narrow:grid-cols-1">
      <Show when={share().parent()}>
        <ParentChoice share={share()} />
      </Show>
      <ShareRecipient share={share()} error={problem} />
      <Show when={share().draft.to !== 'force' && share().agency()}>
        <RadioCards
          class="col-span-full"
          label={t('agreement')}
          required
          columns={1}
          options={share()
            .agreements()
            .map((each) => ({
              value: each.id,
              label: `${each.number} ${each.title}`,
              note: each.blocked
                ? `${t('blocked')}：${said(each.blocked)}`
                : `${t('agreementUntil', { date: formatLastDay(each.validUntil) })} · ${t('agreementCeiling', { level: word('level', each.maxLevel) })}`,
              disabled: each.blocked !== null,
            }))}
          value={share().draft.agreementId}
          onChange={share().chooseAgreement}
          error={problem('agreementId')}
        />
      </Show>
      <Show when={share().ceiling()}>
        {(ceiling) => <Bounded share={share()} ceiling={ceiling()} problem={problem} />}
      </Show>
    </div>
  )
}

/** What the officer's side was granted: nothing that is passed on goes further. */
function ParentChoice(props: { share: Share }) {
  const parents = () => props.share.offered().parents
  const line = (parent: ReturnType<typeof parents>[number]) =>
    t('parentLine', {
      level: word('level', parent.level),
      purpose: parent.purpose,
      date: formatLastDay(parent.expiresAt),
    })
  return (
    <Show
      when={parents().length > 1}
      fallback={
        <div class="col-span-full">
          <Notice tone="neutral" title={t('parent')}>
            <Show when={props.share.parent()}>{(parent) => <p>{line(parent())}</p>}</Show>
            <p>{t('parentHint')}</p>
          </Notice>
        </div>
      }
    >
      <RadioCards
        class="col-span-full"
        label={t('parent')}
        hint={t('parentHint')}
        columns={1}
        options={parents().map((parent) => ({ value: parent.id, label: line(parent), note: parent.legalBasis }))}
        value={props.share.parent()?.id ?? ''}
        onChange={props.share.chooseParent}
      />
    </Show>
  )
}

function Bounded(props: { share: Share; ceiling: Ceiling; problem: (field: keyof ShareDraft) => string | undefined }) {
  const share = () => props.share
  const reached = (purpose: string) => {
    const found =
      share().draft.to === 'force' &&
      share()
        .force()
        ?.reach.find((each) => each.purpose === purpose)
    return found ? t('purposeReach', { n: found.agencies }) : undefined
  }
  const onwardNote = () => {
    if (!props.ceiling.allowsOnward) return t(share().draft.to === 'force' ? 'onwardNoForce' : 'onwardNo')
    return share().draft.to === 'force' ? t('onwardForce') : undefined
  }
  return (
    <>
      <RadioCards
        class="col-span-full"
        label={t('level')}
        required
        columns={4}
        options={levelsWithin(props.ceiling.maxLevel).map((level) => ({
          value: level,
          label: word('level', level),
          note: t(`level.hint.${level}`),
        }))}
        value={share().draft.level}
        onChange={(level) => share().change({ level: level as Level })}
        error={props.problem('level')}
      />
      <SelectField
        class="col-span-full"
        label={t('purpose')}
        hint={share().parent() ? t('purposeKept') : undefined}
        required
        placeholder={t('purposePick')}
        options={props.ceiling.purposes.map((purpose) => ({ value: purpose, label: purpose, note: reached(purpose) }))}
        value={share().draft.purpose}
        onChange={(purpose) => share().change({ purpose })}
        error={props.problem('purpose')}
      />
      <DateField
        label={t('expires')}
        hint={t(
          share().parent() ? 'expiresHintOnward' : share().draft.to === 'force' ? 'expiresHintForce' : 'expiresHint',
        )}
        required
        max={formatLastDay(props.ceiling.validUntil)}
        value={share().draft.expiresOn}
        onChange={(expiresOn) => share().change({ expiresOn })}
        error={props.problem('expiresOn')}
      />
      <TextField
        label={t('remindDays')}
        hint={t('remindDaysHint')}
        required
        inputMode="numeric"
        maxLength={3}
        value={share().draft.remindDays}
        onChange={(remindDays) => share().change({ remindDays })}
        error={props.problem('remindDays')}
      />
      <TextField
        class="col-span-full"
        label={t('legalBasis')}
        hint={t('legalBasisHint')}
        required
        maxLength={500}
        value={share().draft.legalBasis}
        onChange={(legalBasis) => share().change({ legalBasis })}
        error={props.problem('legalBasis')}
      />
      <CheckboxGroup
        label={t('withheld')}
        hint={t(share().closed().length > 0 ? 'withheldHintOnward' : 'withheldHint')}
        columns={2}
        options={share()
          .offered()
          .withholdable.map((each) => ({
            value: each.field,
            label: said(each),
            disabled: share().closed().includes(each.field),
          }))}
        value={share().draft.withheldFields}
        onChange={(withheldFields) => share().change({ withheldFields })}
      />
      <CheckboxField
        class="self-start"
        label={t('onward')}
        note={onwardNote()}
        disabled={!props.ceiling.allowsOnward}
        checked={share().draft.allowsOnward}
        onChange={(allowsOnward) => share().change({ allowsOnward })}
      />
    </>
  )
}
