/** How the lines of a web page around a document begin, beside those of WEB_LINE_STARTS; with full-width colons. */
export const PAGE_LINE_STARTS = [
  '您当前的位置',
  '当前的位置',
  '所在位置',
  '【字体',
  '【字号',
  '【大',
  '【收藏',
  '【分享',
  '［打印',
  '[打印',
  '[关闭',
  '字体大小',
  '朗读',
  '收听',
  '保护视力色',
  '返回顶部',
  '返回首页',
  '设为首页',
  '加入收藏',
  '上一条',
  '下一条',
  '相关链接',
  '相关文档',
  '友情链接',
  '扫描二维码',
  '用手机打开',
] as const

/** Words of which one is enough: they stand in the foot of government pages and never in minutes. */
export const PAGE_LINE_WORDS = ['ICP备', '公网安备', '网站标识码', '版权所有', '政府网站找错'] as const

/** What a page calls the day on which it was put up; the first ones also where nothing else on the line tells the page from the minutes. */
export const POSTED_LABELS = ['发布时间', '发布日期', '公开日期', '发文时间', '更新时间'] as const
/** Labels that minutes use for the meeting too: a day of the page only among other lines of the page. */
export const SHARED_DAY_LABELS = ['时间', '日期'] as const
export const SOURCE_LABELS = ['信息来源', '文章来源', '稿件来源', '来源'] as const

/** Names of meta elements in lower case, the more telling ones first. */
export const POSTED_META = ['pubdate', 'publishdate', 'article:published_time', 'publish_time', 'og:pubdate'] as const
export const SOURCE_META = ['contentsource', 'source', 'article:author'] as const

/** Parts of class names and ids that mark what stands around the text of a page. */
export const NOISE_NAMES: ReadonlySet<string> = new Set([
  'nav',
  'navbar',
  'navigation',
  'menu',
  'breadcrumb',
  'breadcrumbs',
  'crumb',
  'crumbs',
  'position',
  'location',
  'weizhi',
  'dqwz',
  'share',
  'sharing',
  'bdsharebuttonbox',
  'print',
  'toolbar',
  'tools',
  'footer',
  'foot',
  'copyright',
  'sidebar',
  'aside',
  'friendlink',
  'links',
  'qrcode',
  'erweima',
  'pagination',
  'pager',
  'prevnext',
  'related',
  'search',
  'banner',
  'login',
  'fontsize',
  'wza',
])
