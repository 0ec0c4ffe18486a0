import { matchesPath } from './path-rule'

/** What a robots header or meta says about use for training: `noai`, `noimageai`. Nothing of `noindex`, which is about search. */
export type NoAi = { noai: boolean; noimageai: boolean }

/** Directives with a value of their own: they stand among the others, and are no names of programs. */
const WITH_VALUE = ['max-snippet', 'max-image-preview', 'max-video-preview', 'unavailable_after']

/**
 * Of `X-Robots-Tag` values: `noai, noimageai`, or `somebot: noai` for one program. What is said to another program than ours is not said
 * to us; what a value follows (`max-snippet: 20`) is a directive and none of these.
 */
export function noAiOf(values: readonly string[], agent: string): NoAi | null {
  const found = { noai: false, noimageai: false }
  for (const value of values) {
    let ours = true
    for (const part of value.split(',')) {
      const [head = '', ...tail] = part.split(':')
      if (WITH_VALUE.includes(head.trim().toLowerCase())) continue
      const named = tail.length > 0
      if (named) ours = head.trim().toLowerCase() === agent
      const directive = (named ? tail.join(':') : head).trim().toLowerCase()
      if (ours && directive === 'noai') found.noai = true
      if (ours && directive === 'noimageai') found.noimageai = true
    }
  }
  return found.noai || found.noimageai ? found : null
}

/** Longest robots.txt that is read (RFC 9309 §2.5). */
export const MOST_ROBOTS = 500 * 1024

export type RobotsRule = { agent: string; rule: string; allowed: boolean }

/**
 * Whether robots.txt lets a program fetch a path, by RFC 9309: the groups of the program by its name, else those of `*`; of the rules that
 * are about the path the longest holds, and of two as long as each other the one that allows. Null when no rule is about it.
 */
export function robotsRule(text: string, agent: string, path: string): RobotsRule | null {
  const groups = groupsOf(text.slice(0, MOST_ROBOTS))
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()))
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
  let best: { pattern: string; allowed: boolean } | null = null
  for (const { rules } of chosen)
    for (const rule of rules) {
      if (rule.pattern === '' || !matchesPath(rule.pattern, path)) continue
      const longer = best === null || rule.pattern.length > best.pattern.length
      const asLong = best !== null && rule.pattern.length === best.pattern.length
      if (longer || (asLong && rule.allowed)) best = rule
    }
  return (
    best && { agent: own.length > 0 ? agent.toLowerCase() : '*', rule: best.pattern, allowed: best.allowed }
  )
}

type Group = { agents: string[]; rules: { pattern: string; allowed: boolean }[] }

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  let open: Group | null = null
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? []
    const said = value.trim()
    switch (key.toLowerCase()) {
      case 'user-agent':
        // Names one after the other share the rules that follow; after a rule a new group begins.
        if (!open || open.rules.length > 0) groups.push((open = { agents: [], rules: [] }))
        open.agents.push(said.toLowerCase())
        break
      case 'allow':
      case 'disallow':
        open?.rules.push({ pattern: said, allowed: key.toLowerCase() === 'allow' })
    }
  }
  return groups
}
