/** Where each province stands on a schematic map of squares: column and row, and its short name. */
export const provinces: Readonly<Record<string, readonly [column: number, row: number, zh: string, en: string]>> = {
  '65': [1, 2, '新', 'XJ'],
  '54': [1, 4, '藏', 'XZ'],
  '63': [2, 3, '青', 'QH'],
  '62': [3, 3, '甘', 'GS'],
  '64': [4, 3, '宁', 'NX'],
  '15': [5, 2, '蒙', 'IM'],
  '61': [5, 3, '陕', 'SN'],
  '14': [6, 3, '晋', 'SX'],
  '13': [7, 3, '冀', 'HE'],
  '11': [7, 2, '京', 'BJ'],
  '12': [8, 2, '津', 'TJ'],
  '21': [9, 2, '辽', 'LN'],
  '22': [9, 1, '吉', 'JL'],
  '23': [10, 1, '黑', 'HL'],
  '37': [8, 3, '鲁', 'SD'],
  '51': [4, 4, '川', 'SC'],
  '50': [5, 5, '渝', 'CQ'],
  '42': [6, 5, '鄂', 'HB'],
  '41': [6, 4, '豫', 'HA'],
  '34': [7, 4, '皖', 'AH'],
  '32': [8, 4, '苏', 'JS'],
  '31': [9, 4, '沪', 'SH'],
  '33': [8, 5, '浙', 'ZJ'],
  '36': [7, 5, '赣', 'JX'],
  '35': [8, 6, '闽', 'FJ'],
  '53': [4, 6, '滇', 'YN'],
  '52': [5, 6, '黔', 'GZ'],
  '43': [6, 6, '湘', 'HN'],
  '45': [5, 7, '桂', 'GX'],
  '44': [6, 7, '粤', 'GD'],
  '46': [6, 8, '琼', 'HI'],
}

type Standing = { readonly open: number; readonly overdue: number; readonly refused: number }
export type TileState = 'none' | 'open' | 'overdue' | 'done' | 'refused'

/** The worst that stands in a province. */
export function tileState(standing: Standing | undefined): TileState {
  if (!standing) return 'none'
  if (standing.overdue > 0) return 'overdue'
  if (standing.refused > 0) return 'refused'
  return standing.open > 0 ? 'open' : 'done'
}
