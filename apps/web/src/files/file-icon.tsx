import File from 'lucide-solid/icons/file'
import FileArchive from 'lucide-solid/icons/file-archive'
import FileImage from 'lucide-solid/icons/file-image'
import FileMusic from 'lucide-solid/icons/file-music'
import FileText from 'lucide-solid/icons/file-text'
import FileVideo from 'lucide-solid/icons/file-video-camera'
import { Dynamic } from 'solid-js/web'
import type { kindOf } from './kind-of.ts'

type Kind = ReturnType<typeof kindOf>

const icons: Partial<Record<Kind, typeof File>> = {
  image: FileImage,
  pdf: FileText,
  audio: FileMusic,
  video: FileVideo,
  archive: FileArchive,
  document: FileText,
  text: FileText,
}

/** The kind of a file at a glance. */
export function FileIcon(props: { kind: Kind }) {
  return (
    <Dynamic component={icons[props.kind] ?? File} size={18} class="mt-0.5 shrink-0 text-muted" aria-hidden="true" />
  )
}
