/** The place names that a corpus is written with; texts are written for 澜州市 and carried over to other cities. */
export type Place = {
  /** 澜州市 */
  city: string
  /** 澜州 */
  short: string
  /** From the names of 澜州 to those of this city. */
  names: readonly (readonly [string, string])[]
  /** The agency's code in document numbers: 澜府. */
  code: string
}

export const HOME: Place = { city: '澜州市', short: '澜州', names: [], code: '澜府' }

const CITIES: readonly string[] = [
  '岚川',
  '沅阳',
  '浔州',
  '颍东',
  '琅台',
  '汶宁',
  '泠江',
  '桐溪',
  '砚山',
  '澧南',
  '淳阳',
  '棠州',
  '洛川',
  '栾城',
  '溧宁',
  '郯州',
  '滁河',
  '芷阳',
  '邗南',
  '潞川',
  '沭宁',
  '禹陵',
  '雁州',
  '菰城',
  '濂溪',
  '甬南',
  '昙州',
  '缙宁',
  '鄢陵',
  '涟源',
  '浥州',
  '皋南',
]
const DISTRICTS: readonly string[] = [
  '望湖',
  '城西',
  '兰溪',
  '东塘',
  '凤鸣',
  '南渡',
  '白马',
  '金沙',
  '柳林',
  '松岗',
  '清源',
  '永丰',
]
const COUNTIES: readonly string[] = [
  '青阳',
  '长岭',
  '固山',
  '梅溪',
  '丰乐',
  '安塘',
  '双桥',
  '古渡',
  '平川',
  '大庙',
  '新昌',
  '怀远',
]

const cycle = (values: readonly string[], at: number) => values[at % values.length] ?? ''

/** The n-th invented city, from 0; 0 is 澜州市 itself. Past the table, names are numbered by a second character. */
export const placeOf = (n: number): Place => {
  if (n === 0) return HOME
  const round = Math.floor((n - 1) / CITIES.length)
  const base = cycle(CITIES, n - 1)
  const short =
    round === 0 ? base : `${cycle('东西南北中上下新安永'.split(''), round - 1)}${base}${round > 10 ? round : ''}`
  const names: [string, string][] = [
    ['澜州', short],
    ['澜江', `${base.charAt(0)}江`],
    ['澜府', `${base.charAt(0)}府`],
    ['临江区', `${cycle(DISTRICTS, n)}区`],
    ['湖东区', `${cycle(DISTRICTS, n + 4)}区`],
    ['青禾区', `${cycle(DISTRICTS, n + 8)}区`],
    ['北屏县', `${cycle(COUNTIES, n)}县`],
    ['石桥县', `${cycle(COUNTIES, n + 4)}县`],
    ['云津市', `${cycle(COUNTIES, n + 8)}市`],
  ]
  return { city: `${short}市`, short, names, code: `${base.charAt(0)}府` }
}

export const localise = (text: string, place: Place): string =>
  place.names.reduce((out, [from, to]) => out.replaceAll(from, to), text.replaceAll('{市}', HOME.city))
