import { useQuery } from '@tanstack/solid-query'
import { api } from '../app/api.ts'

/** How much is unread, kept by the line that the page holds open. */
export const createInbox = () =>
  useQuery(() => ({
    queryKey: ['notices', 'unseen'],
    queryFn: () => api.notices.list.query({ limit: 1, isUnseen: true }),
  }))
