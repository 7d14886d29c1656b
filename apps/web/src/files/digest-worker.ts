import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

export type DigestNews = { readonly sha256: string } | { readonly unreadable: true }

const worker = self as unknown as {
  postMessage(news: DigestNews): void
  onmessage: (event: MessageEvent<File>) => void
}

/** The browser's own digest of a file, read piece by piece; what the page is doing meanwhile goes on. */
worker.onmessage = ({ data: file }) => {
  void digested(file).then(worker.postMessage.bind(worker), () => worker.postMessage({ unreadable: true }))
}

async function digested(file: File): Promise<DigestNews> {
  const hash = sha256.create()
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { sha256: bytesToHex(hash.digest()) }
    hash.update(value)
  }
}
