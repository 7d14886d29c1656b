import type { Packed } from '@lianban/audit'
import type { Sentence } from '@lianban/kernel'
import { minuteInChina } from '../time-in-china.ts'

type Described = {
  readonly about: { readonly name: Sentence }
  readonly madeFor: Sentence
  readonly madeAt: number
  readonly files: readonly Packed[]
  readonly waiting: number
}

/** What somebody reads first who has opened the bundle without knowing any of it. */
export const readMe = ({ about, madeFor, madeAt, files, waiting }: Described): string => `${about.name.zh}
案件包 / Case bundle

出具：${madeFor.zh}，${minuteInChina(new Date(madeAt))}（北京时间）
Made for: ${madeFor.en}, ${new Date(madeAt).toISOString()}

校验：在任何电脑上打开离线校验页 verify.html（不需要网络），选择信任清单 trust.json 和本文件；
或执行命令 lianban verify <本文件> --trust trust.json。信任清单应另行可靠取得。
To verify: open verify.html (no network needed) and choose trust.json with this file,
or run lianban verify <this file> --trust trust.json. Obtain the trust list apart from this file.

manifest.json      清单及平台签名 the list of all files, signed by the log
case.json          案件登记信息 the case as it is registered
case.jsonld        CASE/UCO 格式 the same for forensic tools (JSON-LD)
dossier/           封存的卷宗版本 sealed versions of the dossier
handoffs/          移送及材料 handoffs and their packages
evidence/          证据、审查清单与保管链 evidence, its checklists and chains of custody
assistance/        协查函与答复 requests for assistance and what was answered
files.json         案件文件目录，含 SHA-256 与 SM3 摘要值 the files of the case with both digests
files/             案件文件，各在其 SHA-256 之下 files that may be taken along, each below its SHA-256
grants.json        授权 who was given access, on what terms
trail/             审计记录 the entries of the log on this case
receipts/          存证回执 receipts, each verified by itself
${waiting > 0 ? `\n另有 ${waiting} 份回执尚待见证，可稍后重新出具。\n${waiting} more receipt(s) wait for witnesses; take the bundle again later.\n` : ''}
${files.map(({ name, bytes }) => `${name}  ${bytes.length}`).join('\n')}
`
