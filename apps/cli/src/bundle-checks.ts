import type { CheckFile } from '@lianban/audit'
import { problemInSealed, sealedFolder } from '@lianban/dossier/sealed-file'

/** What a verifier holds against the files of a bundle besides their digests: sealed versions have those that were signed. */
export const checkBundleFile: CheckFile = ({ name, text }) =>
  name.startsWith(sealedFolder) ? problemInSealed(text()) : undefined
