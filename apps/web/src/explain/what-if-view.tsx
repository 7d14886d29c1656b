import { Notice } from '@lianban/ui'
import { Show } from 'solid-js'
import type { ExplainedRecord } from '../app/api-types.ts'
import { IfRule } from './if-rule.tsx'
import { IfStage } from './if-stage.tsx'
import { t } from './texts.ts'

/** What would change for whom; a trial that keeps nothing. */
export function WhatIfView(props: { record: ExplainedRecord }) {
  return (
    <div class="flex flex-col gap-6">
      <Notice tone="neutral">{t('if.note')}</Notice>
      <Show when={props.record.kind === 'Case'}>
        <IfStage caseId={props.record.id} />
      </Show>
      <IfRule record={props.record} />
    </div>
  )
}
