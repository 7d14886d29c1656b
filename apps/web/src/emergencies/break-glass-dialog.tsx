import { Button, CheckboxField, Dialog, Notice, SelectField, showToast, TextArea, TextField } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { EmergencyOptions } from '../app/api-types.ts'
import { locale, t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { type BreakDraft, emptyBreak, isReady } from './break-draft.ts'
import { t } from './texts.ts'

/** Names one record of another agency and opens it for a short while, after a clear warning. */
export function BreakGlassDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const options = useQuery(() => ({
    queryKey: ['emergencies', 'options'],
    queryFn: () => api.emergencies.options.query({}),
  }))
  return (
    <Loaded query={options} compact>
      {(given) => <Form options={given()} close={() => props.onOpenChange(false)} />}
    </Loaded>
  )
}

function Form(props: { options: EmergencyOptions; close: () => void }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [draft, setDraft] = createStore<BreakDraft>(emptyBreak(props.options.kinds[0] ?? 'Case'))
  const owner = () => props.options.owners.find(({ agency }) => agency.id === draft.ownerAgencyId)
  const breaking = createDeed({
    send: ({ understood: _, ...given }: BreakDraft, submissionId) =>
      api.emergencies.open.mutate({ ...given, number: given.number.trim(), submissionId }),
    done({ record }) {
      showToast({ title: t('opened', { minutes: props.options.minutes }), tone: 'warn', closeLabel: shell('close') })
      props.close()
      void queries.invalidateQueries()
      navigate(record.kind === 'Case' ? `/cases/${record.id}` : `/clues/${record.id}`)
    },
  })
  const isOpenToMe = () => props.options.kinds.length > 0 && props.options.owners.length > 0
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('open')}
      description={t('lead')}
      closeLabel={shell('close')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shell('cancel')}</Button>
          <Button
            variant="danger"
            busy={breaking.busy()}
            disabled={!isReady(draft)}
            onClick={() => void breaking.run({ ...draft })}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      <Show when={isOpenToMe()} fallback={<Notice tone="warn">{t('notAllowed')}</Notice>}>
        <div class="flex flex-col gap-3">
          <Notice tone="danger" icon={<TriangleAlert size={16} />} title={t('warningTitle')}>
            {t('warning', { minutes: props.options.minutes })}
          </Notice>
          <div class="grid grid-cols-2 gap-3 narrow:grid-cols-1">
            <SelectField
              label={t('owner')}
              required
              options={props.options.owners.map(({ agency }) => ({
                value: agency.id,
                label: locale() === 'zh' ? agency.nameZh : agency.nameEn,
              }))}
              value={draft.ownerAgencyId}
              onChange={(ownerAgencyId) => setDraft({ ownerAgencyId, purpose: '' })}
            />
            <SelectField
              label={t('kind')}
              required
              options={props.options.kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              value={draft.kind}
              onChange={(kind) => setDraft({ kind: kind as BreakDraft['kind'] })}
            />
            <TextField
              label={t('number')}
              hint={t('numberHint')}
              required
              maxLength={120}
              autocomplete="off"
              value={draft.number}
              onChange={(number) => setDraft({ number })}
            />
            <SelectField
              label={t('purpose')}
              required
              disabled={!owner()}
              options={(owner()?.purposes ?? []).map((purpose) => ({ value: purpose, label: purpose }))}
              value={draft.purpose}
              onChange={(purpose) => setDraft({ purpose })}
            />
          </div>
          <TextArea
            label={t('reason')}
            hint={t('reasonHint')}
            required
            rows={3}
            maxLength={500}
            value={draft.reason}
            onChange={(reason) => setDraft({ reason })}
          />
          <CheckboxField
            label={t('understood')}
            checked={draft.understood}
            onChange={(understood) => setDraft({ understood })}
          />
          <RefusalNotice error={breaking.error()} />
        </div>
      </Show>
    </Dialog>
  )
}
