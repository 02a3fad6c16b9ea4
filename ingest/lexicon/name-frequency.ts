/**
 * How common names are, roughly, for the weight of one name in two places. Shares of the commonest surnames, in hundredths of a per cent of all people,
 * rounded from published counts; what is not listed counts as `OTHER_SURNAME`.
 */
export const SURNAME_SHARES: readonly (readonly [number, string])[] = [
  [720, '王李'],
  [680, '张'],
  [530, '刘'],
  [450, '陈'],
  [310, '杨'],
  [220, '黄赵吴周'],
  [150, '徐孙'],
  [120, '马朱胡郭何林高'],
  [100, '罗'],
  [85, '郑梁'],
  [75, '谢宋唐'],
  [65, '许韩邓冯曹彭'],
  [55, '曾肖田董潘袁蔡蒋余于杜'],
  [45, '叶程魏苏吕丁任卢姚沈钟姜崔'],
  [35, '谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛'],
  [25, '闫段雷龙黎史陶贺毛郝顾龚邵万钱'],
  [18, '严赖覃洪武莫孔汤向常温康施文牛樊葛邢'],
]
export const OTHER_SURNAME = 6
export const COMPOUND_SURNAME = 2

/** Shares of given names, in hundredths of a per cent: single characters and pairs that very many people carry. */
export const GIVEN_SHARES: readonly (readonly [number, readonly string[]])[] = [
  [40, Array.from('伟芳敏静丽强磊军杰涛娟超明勇')],
  [25, Array.from('娜洋艳霞平刚玲辉鹏红波斌健飞峰宇婷浩鑫燕梅俊莉')],
  [12, Array.from('华兰英建文志海亮云雷慧雪琳丹帅凯林森旭东晶晨阳颖倩萍欣佳阳毅琴凤蕾')],
  [
    12,
    [
      '秀英',
      '桂英',
      '秀兰',
      '玉兰',
      '桂兰',
      '婷婷',
      '建华',
      '建国',
      '建军',
      '志强',
      '国强',
      '建平',
      '海燕',
      '志伟',
      '丽丽',
      '丹丹',
      '晓燕',
      '玉梅',
      '玉英',
      '文华',
      '建明',
      '国华',
      '红梅',
      '春梅',
      '小红',
      '海涛',
      '志刚',
      '永强',
      '俊杰',
      '浩然',
    ],
  ],
]
/** A given name of one character, and of two, that is not listed. */
export const OTHER_GIVEN = { one: 3, two: 0.3 } as const

/** Above `common`, a name that several officials of one city may well carry; below `rare`, one that hardly two do. As a share of all people. */
export const NAME_BOUNDS = { common: 5e-5, rare: 3e-6 } as const
