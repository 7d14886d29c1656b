import type { IRunOptions } from 'docx'
import type { Face } from '../sheet.ts'

/** The fonts that an officer's machine has, and what stands in for each where it is missing. */
const named: Record<Face, { readonly name: string; readonly instead: string; readonly latin: string }> = {
  title: {
    name: '方正小标宋简体',
    instead: '方正小标宋_GBK;小标宋;华文中宋;Noto Serif SC;宋体',
    latin: 'Times New Roman',
  },
  hei: { name: '黑体', instead: 'SimHei;华文黑体;Noto Sans SC;WenQuanYi Zen Hei', latin: 'Times New Roman' },
  kai: { name: '楷体', instead: '楷体_GB2312;KaiTi;华文楷体;Noto Serif SC', latin: 'Times New Roman' },
  fang: { name: '仿宋', instead: '仿宋_GB2312;FangSong;华文仿宋;Noto Serif SC;宋体', latin: 'Times New Roman' },
  song: { name: '宋体', instead: 'SimSun;华文宋体;Noto Serif SC', latin: '宋体' },
}

export const fontOf = (face: Face): NonNullable<IRunOptions['font']> => {
  const { name, latin } = named[face]
  return { ascii: latin, hAnsi: latin, eastAsia: name, cs: latin }
}

export const fontTable = (): string => {
  const fonts = Object.values(named)
    .map(
      ({ name, instead }) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
    )
    .join('')
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${fonts}</w:fonts>`
}
