import type { Sealed } from './sealed.ts'

/** Whose copy of which section of which case: ids alone, nothing of the content. */
export type CopyName = { readonly officerId: string; readonly caseId: string; readonly sectionId: string }

export type Kept = Sealed & CopyName & { readonly serial: number }

const database = 'lianban-copies'
const store = 'updates'

/** Where the browser keeps sealed updates. Every call opens and closes the database, so that dropping it is never in anybody's way. */
async function withShelf<Result>(
  mode: IDBTransactionMode,
  work: (updates: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const opening = indexedDB.open(database, 1)
  opening.onupgradeneeded = () => {
    const updates = opening.result.createObjectStore(store, { keyPath: 'serial', autoIncrement: true })
    updates.createIndex('section', ['officerId', 'sectionId'])
  }
  const opened = await settled(opening)
  try {
    const transaction = opened.transaction(store, mode, { durability: 'strict' })
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const result = await settled(work(transaction.objectStore(store)))
    await done
    return result
  } finally {
    opened.close()
  }
}

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export const putUpdate = (name: CopyName, sealed: Sealed): Promise<unknown> =>
  withShelf('readwrite', (updates) => updates.add({ ...name, ...sealed }))

export const updatesOf = ({ officerId, sectionId }: CopyName): Promise<Kept[]> =>
  withShelf<Kept[]>('readonly', (updates) => updates.index('section').getAll([officerId, sectionId]))

export const removeUpdates = async (serials: readonly number[]): Promise<void> => {
  if (serials.length === 0) return
  await withShelf('readwrite', (updates) => {
    for (const serial of serials.slice(1)) updates.delete(serial)
    return updates.delete(serials[0]!)
  })
}

/** Removes every copy that the question names; a browser without a shelf has nothing to remove. */
export async function dropCopies(isMeant: (name: CopyName) => boolean): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  const all = await withShelf<Kept[]>('readonly', (updates) => updates.getAll())
  await removeUpdates(all.filter(isMeant).map(({ serial }) => serial))
}
