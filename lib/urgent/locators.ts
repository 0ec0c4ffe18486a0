import { parseTargets, type Target } from '@/lib/takedowns/parse-targets'
import { MOST_LOCATORS } from './labels'

/** What says where something is without saying what it is: no words of it, no description, no whole source. */
export type Locator = Extract<Target, { kind: 'link' | 'row' | 'digest' | 'source_id' | 'url' }>

const isLocator = (target: Target): target is Locator =>
  ['link', 'row', 'digest', 'source_id', 'url'].includes(target.kind)

/** How many of what was pasted says where something is; the rest is left out of the request and kept nowhere. `origin`: of this instance. */
export function readLocators(text: string, origin: string): { locators: Locator[]; left: number } {
  const { targets, misread } = parseTargets(text, origin, { wholeSources: false, list: true })
  const found = targets.filter(isLocator)
  return {
    locators: found.slice(0, MOST_LOCATORS),
    left: misread.length + targets.length - Math.min(found.length, MOST_LOCATORS),
  }
}
