/** How a file can be looked at in the browser without being run: types that no browser takes for a program. */
const previews = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'image/bmp': 'image',
  'application/pdf': 'pdf',
  'audio/mpeg': 'audio',
  'audio/wav': 'audio',
  'audio/ogg': 'audio',
  'audio/x-m4a': 'audio',
  'audio/aac': 'audio',
  'audio/x-flac': 'audio',
  'video/mp4': 'video',
  'video/webm': 'video',
  'video/ogg': 'video',
  'video/quicktime': 'video',
} as const
export type Preview = (typeof previews)[keyof typeof previews]

export const previewOf = (type: string): Preview | null =>
  Object.hasOwn(previews, type) ? previews[type as keyof typeof previews] : null
