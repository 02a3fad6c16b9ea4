import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { goldOf } from './corpus.ts'
import {
  bodiesTold,
  doubtsOf,
  type EdgePair,
  editionsTold,
  peopleTold,
  policiesTold,
  readCity,
  returnsTold,
  scoreOf,
} from './identity-score.ts'

const city = readCity(fileURLToPath(new URL('../../samples', import.meta.url)))
const people = peopleTold(city, goldOf)
const missing = ({ wanted, found }: EdgePair) => wanted.filter((pair) => !found.has(pair))

describe('who is who in the sample city', () => {
  test('no two people are made one, nineteen in twenty mentions of one person are brought together, and the rest is told', () => {
    const { precision, recall, mentions, merged } = scoreOf(people)
    expect(mentions).toBeGreaterThan(2500)
    expect(merged).toEqual([])
    expect(precision).toBe(1)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    const { split, linked } = doubtsOf(people, city)
    expect(linked).toBe(split)
  })

  test('the namesakes who sit in one room are two, and no doubt is left', () => {
    const [namesake] = city.stories.namesakes
    const ids = new Set(people.filter(({ found }) => found.includes(`/${namesake?.name}@`)).map(({ found }) => found))
    expect(ids.size).toBe(2)
    expect(
      city.graph.edges.filter(({ type, from, to }) => type === 'POSSIBLY_SAME' && ids.has(from) && ids.has(to)),
    ).toEqual([])
  })

  test('every body and district is itself, and one line through reforms', () => {
    const { precision, recall, mentions } = scoreOf(bodiesTold(city))
    expect(mentions).toBeGreaterThan(3000)
    expect([precision, recall]).toEqual([1, 1])
    const before = city.graph.edges.filter(({ type }) => type === 'SUCCEEDS').map(({ to }) => to)
    expect(before).toHaveLength(city.stories.reforms.length)
  })

  test('every policy is one through its stages, and each of its editions one of its own', () => {
    const told = policiesTold(city)
    const { precision, recall } = scoreOf(told)
    expect(told).toHaveLength(city.stories.identity.policies.length)
    expect([precision, recall]).toEqual([1, 1])
  })

  test('every edition is tied to the one before, and every return to the item that was put off', () => {
    const [editions, returns] = [editionsTold(city), returnsTold(city)]
    expect(missing(editions)).toEqual([])
    expect(missing(returns)).toEqual([])
    expect(returns.found.size).toBe(returns.wanted.length)
  })
})
