import { PageHeader } from '@lianban/ui'
import { createPageTitle } from '../app/page-title.ts'
import { CalculatorForm } from './calculator-form.tsx'
import { t } from './texts.ts'

/** Whether a matter must be handed over, worked out from what is known of it. */
export function CalculatorPage() {
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <CalculatorForm isWide />
    </>
  )
}
