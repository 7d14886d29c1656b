/** The key of one officer's copy of one section: it can seal and open, and nobody can take it out of the browser's keeping. */
export async function copyKey(secret: Uint8Array<ArrayBuffer>, copy: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(`lianban local copy ${copy}`)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

export async function seal(key: CryptoKey, plain: Uint8Array): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(plain)) }
}

/** What was sealed, or nothing when it was sealed under another key or changed since. */
export const unseal = (key: CryptoKey, { iv, bytes }: Sealed): Promise<Uint8Array | undefined> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes).then(
    (plain) => new Uint8Array(plain),
    () => undefined,
  )
