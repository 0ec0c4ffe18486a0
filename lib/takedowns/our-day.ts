import 'server-only'
import { dayToTell } from '@/lib/clocks/clock'
import { env } from '@/lib/runtime/env'

/** The day of a moment that somebody is told: that of where we answer from. */
export const ourDay = (at: Date): Date => dayToTell(at, env().place.zone)
