import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { makeCosigner, makeKeyText, makeSigner, verifierKeyText } from '@lianban/audit'
import { type Command, UsageError } from './command.ts'

/** Makes the key of a witness: the private one in a file that is not written over, the public one printed. */
export const witnessKey: Command = {
  summary: { zh: '为见证单位生成密钥', en: 'make the key of a witness' },
  usage: 'witness-key FILE --name NAME [--sm2 | --log]',
  options: [
    [
      '--name NAME',
      { zh: '见证名称，如 witness.example.gov.cn/jcy', en: 'its name, such as witness.example.gov.cn/procuratorate' },
    ],
    ['--sm2', { zh: '用商用密码 SM2/SM3，而不是 Ed25519', en: 'SM2 with SM3 instead of Ed25519' }],
    [
      '--log',
      {
        zh: '日志的签名密钥（AUDIT_LOG_KEY），名称为平台地址加 /log',
        en: 'the key that signs the log (AUDIT_LOG_KEY); its name is the hub’s address with /log',
      },
    ],
  ],
  async run(args, { print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        sm2: { type: 'boolean', default: false },
        log: { type: 'boolean', default: false },
      },
    })
    const [file] = positionals
    if (!file || positionals.length > 1 || !/^[^\s+]+$/.test(values.name ?? ''))
      throw new UsageError({
        zh: '请给出文件和名称（不含空格和加号）。',
        en: 'Name a file, and a name without spaces and plus signs.',
      })
    const text = makeKeyText(values.name!, values.log ? 'log' : values.sm2 ? 'witness-sm2' : 'witness')
    await writeFile(file, `${text}\n`, { flag: 'wx', mode: 0o600 })
    print(verifierKeyText(values.log ? makeSigner(text).key : makeCosigner(text).key))
    return 0
  },
}
