import { ToastRegion } from '@lianban/ui'
import { QueryClientProvider } from '@tanstack/solid-query'
import { createEffect } from 'solid-js'
import { locale, t } from './i18n/index.ts'
import { makeQueryClient } from './query-client.ts'
import { Routes } from './routes.tsx'

export function App() {
  const client = makeQueryClient()
  createEffect(() => {
    document.documentElement.lang = locale() === 'zh' ? 'zh-CN' : 'en'
  })
  return (
    <QueryClientProvider client={client}>
      <Routes />
      <ToastRegion label={t('notices')} />
    </QueryClientProvider>
  )
}
