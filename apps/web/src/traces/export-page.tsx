import { Button, PageHeader } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import Download from 'lucide-solid/icons/download'
import Printer from 'lucide-solid/icons/printer'
import { api } from '../app/api.ts'
import type { ExportedPage } from '../app/api-types.ts'
import { shortDigest } from '../app/format.ts'
import { t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { saveFile } from '../app/save-file.ts'
import { lendFonts } from './lent-fonts.ts'
import { t } from './texts.ts'

/** The marked page of an export, to print or to keep as a file. */
export function ExportPage() {
  const params = useParams<{ clueId: string; exportId: string }>()
  const page = useQuery(() => ({
    queryKey: ['exports', params.exportId],
    queryFn: () => api.exports.find.query({ clueId: params.clueId, exportId: params.exportId }),
    ...loggedRead,
  }))
  createPageTitle(() => t('page.title'))
  return (
    <Loaded query={page} rows={10}>
      {(found) => <Sheet clueId={params.clueId} page={found()} />}
    </Loaded>
  )
}

function Sheet(props: { clueId: string; page: ExportedPage }) {
  let frame: HTMLIFrameElement | undefined
  const save = () => saveFile(`${props.page.number}.html`, props.page.html, 'text/html')
  return (
    <>
      <PageHeader
        title={t('page.title')}
        crumbs={[{ label: t('page.back'), href: `/clues/${props.clueId}` }]}
        crumbsLabel={shell('navigation')}
        description={`${props.page.number} · ${t('page.lead')} ${t('page.digest', { digest: shortDigest(props.page.digest) })}`}
        actions={
          <>
            <Button icon={<Download size={16} aria-hidden="true" />} onClick={save}>
              {t('page.save')}
            </Button>
            <Button
              variant="primary"
              icon={<Printer size={16} aria-hidden="true" />}
              onClick={() => frame?.contentWindow?.print()}
            >
              {t('page.print')}
            </Button>
          </>
        }
      />
      <iframe
        ref={frame}
        title={t('page.title')}
        sandbox="allow-same-origin allow-modals"
        srcdoc={props.page.html}
        onLoad={(event) => lendFonts(event.currentTarget)}
        class="mx-auto block h-[75vh] w-full max-w-[56rem] rounded-lg border border-line bg-white"
      />
    </>
  )
}
