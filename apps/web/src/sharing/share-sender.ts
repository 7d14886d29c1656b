import { api } from '../app/api.ts'
import type { AgencyCard, SharePreviewed } from '../app/api-types.ts'
import type { ShareRequest } from './share-draft.ts'

/** Who would see what, asked of the hub by the deed that would follow. */
export async function previewOf(request: ShareRequest, agency: AgencyCard | undefined): Promise<SharePreviewed> {
  if (request.deed === 'giveToTaskForce') return (await api.grants.previewForTaskForce.query(request.input)).seats
  const foreseen =
    request.deed === 'give'
      ? await api.grants.preview.query(request.input)
      : await api.grants.previewOnward.query(request.input)
  return agency ? [{ agency, officer: null, foreseen, leftOut: null }] : []
}

export async function send(request: ShareRequest, submissionId: string): Promise<{ readonly state: string }> {
  if (request.deed === 'giveToTaskForce') return api.grants.giveToTaskForce.mutate({ ...request.input, submissionId })
  if (request.deed === 'give') return api.grants.give.mutate({ ...request.input, submissionId })
  return api.grants.passOn.mutate({ ...request.input, submissionId })
}
