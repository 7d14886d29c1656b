import type { Block } from '@lianban/papers'
import type { ExportPurpose } from '../export-purposes.ts'
import { citedFiles, type TakenFile, takenOf } from '../files/index.ts'
import { barsTo } from '../measures/index.ts'
import type { Reader, Shown } from './dossier.ts'
import { isOther } from './evidence-blocks.ts'

/** What becomes of a picture on paper: it is printed, or only named with the reason. */
export type Picture =
  | { readonly kind: 'printed'; readonly file: TakenFile }
  | { readonly kind: 'named'; readonly because: string }

const printable = ['image/png', 'image/jpeg']
const mostBytes = 24 * 1024 ** 2
const mostBytesInAll = 160 * 1024 ** 2

/**
 * The pictures that go out with a dossier: those that the officer may download, and whose handling code does not keep them
 * from the purpose where another agency added them.
 */
export async function picturesIn(
  reader: Reader,
  shown: ReadonlyMap<string, Shown>,
  purpose: ExportPurpose,
): Promise<ReadonlyMap<string, Picture>> {
  const { hub, officer } = reader
  const ids = [...shown.values()].flatMap((record) =>
    record.state === 'shown' && record.kind === 'image' ? [record.recordId] : [],
  )
  let room = mostBytesInAll
  const found = new Map<string, Picture>()
  for (const { file } of await citedFiles(reader, ids)) {
    const { ownerAgencyId, handlingCode } = file
    const right = hub.policy.allows(officer, 'download', 'File', file)
    const bars = ownerAgencyId === officer.agencyId ? [] : barsTo(hub.measures.exports, { purpose, handlingCode })
    const because = !right
      ? '导出人不得下载该文件'
      : bars.length > 0
        ? bars.map(({ says }) => says.zh).join('')
        : !printable.includes(file.type)
          ? '该格式不能印入文书'
          : file.bytes > Math.min(mostBytes, room)
            ? '图片过大，不能印入文书'
            : undefined
    if (!because) room -= file.bytes
    found.set(file.id, because ? { kind: 'named', because } : { kind: 'printed', file: takenOf(file, right!.rule) })
  }
  return found
}

/** A picture with its caption and the digest of its file; where it stays in the hub, these and why. */
export function pictureBlocks(
  image: Extract<Shown, { state: 'shown'; kind: 'image' }>,
  {
    caption,
    digest,
    pictures,
  }: { caption: string; digest?: string | undefined; pictures: ReadonlyMap<string, Picture> },
): Block[] {
  const words = caption || image.name
  const other = isOther(digest, image.digest) ? '，与引用时登记的摘要值不一致' : ''
  const source = `${image.ownerAgency.shortZh}，${image.name}，SHA-256 ${image.sha256}${other}`
  const picture = pictures.get(image.recordId)
  if (picture?.kind === 'printed') return [{ kind: 'picture', digest: image.sha256, caption: words, source }]
  return [
    {
      kind: 'paragraph',
      words: `〔图片“${words}”未随本件印出：${picture?.because ?? '导出人不得下载该文件'}。${source}〕`,
    },
  ]
}
