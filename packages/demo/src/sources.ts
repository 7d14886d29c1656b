/** Where a published fact was read. The tags are the ones the field notes use. */
export const sources = {
  '000': '公开论文（青海海东，2024-10）',
  '001': '公开报纸版面（陕西咸阳，2024）',
  '001-front': '公开报纸版面头条文章（陕西咸阳，2024）',
  '004': '公开报道（北京，2025）',
} as const

export type SourceTag = keyof typeof sources
