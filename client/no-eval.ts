/** Imported before all that makes schemas: pages are served without the right to evaluate text as code, which zod would otherwise try. */
import { config } from 'zod'

config({ jitless: true })
