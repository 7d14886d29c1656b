import { agencyCards } from '../agencies/index.ts'
import { citedFiles } from '../files/index.ts'
import type { Reader } from './reader.ts'

/** Pictures among the files, for those who may see the file. */
export async function shownOfFiles(reader: Reader, ids: readonly string[]) {
  const cited = await citedFiles(reader, ids)
  const agencies = await agencyCards(
    reader.tx,
    cited.map(({ file }) => file.ownerAgencyId),
  )
  return cited.map(({ ofCase, file: { id, name, bytes, type, sha256, sm3, isSensitive, handlingCode, ...file } }) => ({
    ...{ name, bytes, type, sha256, sm3, isSensitive, handlingCode },
    state: 'shown' as const,
    kind: 'image' as const,
    recordId: id as string,
    ownerAgency: agencies.get(file.ownerAgencyId)!,
    uploadedAt: file.uploadedAt,
    case: { id: ofCase.id, number: ofCase.number },
    digest: sha256,
  }))
}
