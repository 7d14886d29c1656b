import { PageHeader, Tabs } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { createPageTitle } from '../app/page-title.ts'
import { useSession } from '../app/session.tsx'
import { AskPanel } from './ask-panel.tsx'
import { boxesFor } from './boxes.ts'
import { QueryList } from './query-list.tsx'
import { t } from './texts.ts'

/** Is this number known elsewhere? And who asked that about ours. */
export function NumbersPage() {
  const session = useSession()
  const [address, setAddress] = useSearchParams<{ box?: string }>()
  createPageTitle(() => t('title'))
  const boxes = () => boxesFor(session().officer.roles)
  const box = () => boxes().find((one) => one === address.box) ?? boxes()[0]!
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <AskPanel />
      <div class="mt-5">
        <Tabs
          label={t('lists')}
          items={boxes().map((value) => ({ value, label: t(value) }))}
          value={box()}
          onChange={(value) => setAddress({ box: value }, { replace: true })}
        >
          {() => <QueryList box={box()} />}
        </Tabs>
      </div>
    </>
  )
}
