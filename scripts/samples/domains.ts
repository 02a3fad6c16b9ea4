import type { Domain, Seed } from './domain.ts'
import { agriculture } from './domains/agriculture.ts'
import { civil } from './domains/civil.ts'
import { culture } from './domains/culture.ts'
import { economy } from './domains/economy.ts'
import { education } from './domains/education.ts'
import { finance } from './domains/finance.ts'
import { health } from './domains/health.ts'
import { housing } from './domains/housing.ts'
import { industry } from './domains/industry.ts'
import { justice } from './domains/justice.ts'
import { safety } from './domains/safety.ts'
import { transport } from './domains/transport.ts'
import { urban } from './domains/urban.ts'
import { water } from './domains/water.ts'
import { MORE_1 } from './tables/more-sentences-1.ts'
import { MORE_2 } from './tables/more-sentences-2.ts'

const BARE: readonly Domain[] = [
  agriculture,
  civil,
  culture,
  economy,
  education,
  finance,
  health,
  housing,
  industry,
  justice,
  safety,
  transport,
  urban,
  water,
]

const MORE = { ...MORE_1, ...MORE_2 }

const enriched = (seed: Seed): Seed => {
  const more = MORE[seed.id]
  if (!more) return seed
  return { ...seed, background: [...seed.background, ...more.background], demands: [...seed.demands, ...more.demands] }
}

/** All domains; seeds that come every year have sentences for every year. */
export const DOMAINS: readonly Domain[] = BARE.map((domain) => ({ ...domain, seeds: domain.seeds.map(enriched) }))
