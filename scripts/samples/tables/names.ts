/** Parts of invented people's names. */
export const COMMON_SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
export const RARE_SURNAMES = '阙栗仇邢祁荣华焦施凌季虞韦庄盛洪臧郁茅宓茆翟晏闻桑麦揭冼逄郗佘殳笪逯岑柏惠滕瞿蔺鲍'
export const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '尉迟',
  '皇甫',
  '令狐',
  '司徒',
  '慕容',
  '夏侯',
] as const

/** For the middle of a three-character name. */
export const MIDDLES =
  '文建志国明永海晓春玉家立正兴德庆振宏俊学世少景万金秀丽雪雅慧美淑桂红素思子启承佳向怀克仲伯若锦维绍锡彦昌光新耀忠祖宗秉汝'
/** For the end of a name. */
export const ENDS =
  '华明强军平伟杰波峰涛斌辉勇刚毅林松涵宁静敏芳娟燕玲红霞萍莉琳颖倩婷洁雯岚昕彤晖源清泽宇航帆鹏翔龙麟楠桦柏森渊博远达志成功勋贤良德义仁礼信谦恒健康安泰祥瑞庆喜福禄'
/** For two-character names: characters that stand alone. */
export const SINGLES =
  '军伟磊涛勇杰强鹏斌辉波刚毅超俊峰凯旭昊睿哲宇晨阳静敏丽娜艳芳娟玲慧洁琳颖倩婷蕾薇雯岚昕彤晖渊珩璟骁骏烨炜钧铮锴鑫淼森桦楠榕樾'

/** Names that the corpus must not make by chance: people whom every reader knows. */
export const NOT_THESE = [
  '李强',
  '王毅',
  '王勇',
  '李克强',
  '刘鹤',
  '马云',
  '雷军',
  '刘翔',
  '姚明',
  '王宁',
  '陈吉宁',
  '李鹏',
  '朱军',
  '周强',
  '张军',
  '王晨',
  '王波',
  '马超',
  '赵云',
  '李斌',
  '杨洁',
  '丁磊',
  '李宁',
  '陈龙',
  '王涛',
  '马龙',
  '毛新宇',
  '曹建明',
  '杨洁勉',
  '王建军',
  '王志军',
  '李书福',
  '陈建功',
  '王岚',
  '刘强',
  '王伟中',
  '江海',
  '万里',
] as const
