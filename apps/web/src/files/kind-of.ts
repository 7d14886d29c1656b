type Typed = { readonly type: string; readonly preview: 'image' | 'pdf' | 'audio' | 'video' | null }

const others = [
  [/^image\//, 'image'],
  [/^audio\//, 'audio'],
  [/^video\//, 'video'],
  [/zip|rar|7z|x-tar|gzip|x-xz/, 'archive'],
  [/sheet|excel/, 'sheet'],
  [/presentation|powerpoint/, 'slides'],
  [/word|opendocument\.text|x-cfb|rtf/, 'document'],
  [/^text\/|xml|json/, 'text'],
  [/x-msdownload|x-elf|x-mach-binary|x-sharedlib/, 'program'],
] as const

/** What a file is, in a word that officers use, by the type that the server found in its bytes. */
export const kindOf = ({ type, preview }: Typed) =>
  preview ?? others.find(([pattern]) => pattern.test(type))?.[1] ?? 'unknown'
