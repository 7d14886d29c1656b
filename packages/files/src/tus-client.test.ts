import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Upload } from 'tus-js-client'
import { expect, test } from 'vitest'
import { aPlace, aTusServer } from './a-place.ts'

test('[FI1] tus-js-client uploads in chunks, stops in the middle, goes on, and gives up', async () => {
  const place = await aPlace()
  const { origin, begun } = await aTusServer(place)
  const bytes = randomBytes(400_000)
  const run = (url?: string, stopsAt = Number.POSITIVE_INFINITY) =>
    new Promise<{ url: string | null; upload: Upload }>((resolve, reject) => {
      const upload: Upload = new Upload(bytes, {
        endpoint: `${origin}/`,
        ...(url && { uploadUrl: url }),
        chunkSize: 100_000,
        retryDelays: [],
        metadata: { filename: '清单.bin' },
        onChunkComplete(_size, accepted) {
          if (accepted >= stopsAt) void upload.abort().then(() => resolve({ url: upload.url, upload }))
        },
        onSuccess: () => resolve({ url: upload.url, upload }),
        onError: reject,
      })
      upload.start()
    })
  const { url } = await run(undefined, 200_000)
  expect(await place.uploads.offset('upload-0')).toBe(200_000)
  await run(url!)
  expect(begun).toEqual([{ filename: '清单.bin' }])
  expect((await readFile(place.uploads.path('upload-0'))).equals(bytes)).toBe(true)
  expect((await place.uploads.settle('upload-0', bytes.length)).sha256).toBe(
    createHash('sha256').update(bytes).digest('hex'),
  )
  const { upload } = await run(undefined, 100_000)
  await upload.abort(true)
  expect(await place.uploads.offset('upload-1')).toBe(0)
})
