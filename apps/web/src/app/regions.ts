import { locale } from './i18n/index.ts'

/** GB/T 2260 codes of the provinces and of the places where the demonstration's agencies work. */
const regions: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '110000': ['北京市', 'Beijing'],
  '110105': ['北京市朝阳区', 'Chaoyang, Beijing'],
  '110111': ['北京市房山区', 'Fangshan, Beijing'],
  '110112': ['北京市通州区', 'Tongzhou, Beijing'],
  '110113': ['北京市顺义区', 'Shunyi, Beijing'],
  '110116': ['北京市怀柔区', 'Huairou, Beijing'],
  '120000': ['天津市', 'Tianjin'],
  '130000': ['河北省', 'Hebei'],
  '140000': ['山西省', 'Shanxi'],
  '150000': ['内蒙古自治区', 'Inner Mongolia'],
  '210000': ['辽宁省', 'Liaoning'],
  '220000': ['吉林省', 'Jilin'],
  '230000': ['黑龙江省', 'Heilongjiang'],
  '310000': ['上海市', 'Shanghai'],
  '320000': ['江苏省', 'Jiangsu'],
  '330000': ['浙江省', 'Zhejiang'],
  '330102': ['杭州市上城区', 'Shangcheng, Hangzhou'],
  '340000': ['安徽省', 'Anhui'],
  '350000': ['福建省', 'Fujian'],
  '360000': ['江西省', 'Jiangxi'],
  '370000': ['山东省', 'Shandong'],
  '410000': ['河南省', 'Henan'],
  '411100': ['河南省漯河市', 'Luohe, Henan'],
  '420000': ['湖北省', 'Hubei'],
  '430000': ['湖南省', 'Hunan'],
  '440000': ['广东省', 'Guangdong'],
  '440300': ['广东省深圳市', 'Shenzhen, Guangdong'],
  '440306': ['深圳市宝安区', "Bao'an, Shenzhen"],
  '450000': ['广西壮族自治区', 'Guangxi'],
  '450300': ['广西桂林市', 'Guilin, Guangxi'],
  '460000': ['海南省', 'Hainan'],
  '500000': ['重庆市', 'Chongqing'],
  '510000': ['四川省', 'Sichuan'],
  '520000': ['贵州省', 'Guizhou'],
  '530000': ['云南省', 'Yunnan'],
  '540000': ['西藏自治区', 'Tibet'],
  '610000': ['陕西省', 'Shaanxi'],
  '610400': ['陕西省咸阳市', 'Xianyang, Shaanxi'],
  '610402': ['咸阳市秦都区', 'Qindu, Xianyang'],
  '610481': ['陕西省兴平市', 'Xingping, Shaanxi'],
  '620000': ['甘肃省', 'Gansu'],
  '630000': ['青海省', 'Qinghai'],
  '630100': ['青海省西宁市', 'Xining, Qinghai'],
  '640000': ['宁夏回族自治区', 'Ningxia'],
  '650000': ['新疆维吾尔自治区', 'Xinjiang'],
}

/** The name of a region; of a place that is not listed, its province and the code. */
export function regionName(code: string): string {
  const at = locale() === 'zh' ? 0 : 1
  const own = regions[code]
  if (own) return own[at]
  const province = regions[`${code.slice(0, 2)}0000`]
  return province ? `${province[at]} (${code})` : code
}

export const regionChoices = (): { value: string; label: string; note: string }[] =>
  Object.keys(regions).map((value) => ({ value, label: regionName(value), note: value }))
