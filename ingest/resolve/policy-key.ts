import { foldName } from './fold.ts'

const STAGE = /[(<〔][^()<>〔〕]{0,12}?(?:草案|稿)[)>〕]/gu

/** A title without the stage in brackets: 草案, 送审稿, 征求意见稿 … What else stands in brackets (年版, 试行, 2024-2026年) belongs to the name. */
export const withoutStage = (title: string): string => foldName(title).replace(STAGE, '')

/**
 * What two printings of one policy share: the title without 《》, stage, the place in front, and 关于 at the beginning.
 * The year stays: the editions of two years are two policies.
 */
export const policyKey = (title: string, home: string): string => {
  const plain = withoutStage(title).replace(/[《》]/gu, '')
  const local = plain.startsWith(home) ? plain.slice(home.length) : plain
  const key = local.startsWith('关于') ? local.slice(2) : local
  return key || plain || foldName(title)
}
