import { Refusal } from '@lianban/kernel'

const mebibytes = (bytes: number): string => `${Math.floor(bytes / 1024 ** 2)} MB`

export const emptyFile = () =>
  new Refusal('invalid', 'file.empty', {
    zh: '文件是空的（0 字节），没有上传。请检查原文件是否复制完整。',
    en: 'The file is empty (0 bytes) and was not taken. Check whether the original was copied completely.',
  })

export const tooLarge = (most: number) =>
  new Refusal(
    'invalid',
    'file.too-large',
    {
      zh: `文件超过上限 ${mebibytes(most)}，没有上传。请拆分后上传，或请平台管理员调整上限。`,
      en: `The file is larger than ${mebibytes(most)} and was not taken. Split it, or ask the operator for a higher limit.`,
    },
    { most },
  )

export const tooMany = (most: number) =>
  new Refusal(
    'conflict',
    'file.too-many',
    {
      zh: `本案已有 ${most} 个文件，达到上限。请将同类文件打包后上传。`,
      en: `The case has ${most} files, which is the limit. Pack files of a kind together and add them as one.`,
    },
    { most },
  )

export const tooManyOpen = (most: number) =>
  new Refusal(
    'conflict',
    'file.too-many-open',
    {
      zh: `您有 ${most} 个文件尚未传完。请先继续或放弃其中一些。`,
      en: `You have ${most} uploads that are not complete. Go on with some of them, or give some up.`,
    },
    { most },
  )

export const uploadOver = () =>
  new Refusal('conflict', 'file.upload-over', {
    zh: '此次上传已结束或超过七天，不能继续。请重新选择文件上传。',
    en: 'This upload has ended, or began more than seven days ago. Choose the file and begin again.',
  })

export const digestDiffers = () =>
  new Refusal('conflict', 'file.digest-differs', {
    zh: '服务器收到的内容与您电脑上的文件摘要值不一致，已丢弃。请重新上传；再次出现时请检查文件是否正被其他程序改动。',
    en: 'What arrived does not have the digest of the file on your computer, and was thrown away. Upload it again; if it happens again, see whether another program is changing the file.',
  })

export const infected = () =>
  new Refusal('conflict', 'file.infected', {
    zh: '安全检查发现文件含有恶意程序，没有收下。请用介质原件另行处置，不要直接打开。',
    en: 'The scanner found something harmful in the file, and it was not taken. Do not open it; deal with the original medium.',
  })

export const changedInStore = () =>
  new Refusal('conflict', 'file.changed-in-store', {
    zh: '存储中的文件与登记的摘要值不符，已停止提供，并记入审计记录。请通知平台管理员从备份恢复，并告知上传单位核对原件。',
    en: 'The stored file no longer has the digest it was entered with. It is not given out, and this is in the log. Tell the operator to restore it, and the agency that added it to check its original.',
  })

export const notPreviewed = () =>
  new Refusal('invalid', 'file.not-previewed', {
    zh: '这类文件不能预览，请下载后查看。',
    en: 'Files of this type have no preview. Download it.',
  })
