import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Contrast of the interface, measured on the tokens themselves: OKLCH → linear sRGB (CSS Color 4 §18.5) → WCAG 2.2
 * relative luminance. Colours outside sRGB are clipped, as a browser does at worst.
 */
const css = readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8')

type Theme = 'light' | 'dark'
type Colour = { l: number; c: number; h: number }

const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+):\s*light-dark\(([^;]*)\);/g)].map(([, name = '', value = '']) => {
    const [light = '', dark = ''] = value.split(/,\s*(?=oklch\()/)
    return [name, { light, dark }]
  }),
)
const categories = [...css.matchAll(/--hue-angle: ([\d.]+);\s*--hue-chroma: ([\d.]+);/g)].map((match) => ({
  angle: Number(match[1]),
  chroma: Number(match[2]),
}))

function colour(name: string, theme: Theme, hue = { angle: 0, chroma: 0 }): Colour {
  const source = tokens.get(name)?.[theme]
  if (!source) throw new Error(`no token --color-${name}`)
  const resolved = source
    .replace(/calc\(var\(--hue-chroma\) \* ([\d.]+)\)/, (_, factor: string) =>
      String(hue.chroma * Number(factor)),
    )
    .replace('var(--hue-chroma)', String(hue.chroma))
    .replace('var(--hue-angle)', String(hue.angle))
  const numbers = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/.exec(resolved)
  if (!numbers) throw new Error(`--color-${name} is not a plain oklch(): ${resolved}`)
  return { l: Number(numbers[1]), c: Number(numbers[2]), h: Number(numbers[3]) }
}

function luminance({ l, c, h }: Colour): number {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const [long, medium, short] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ]
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken']
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['ink', ground, 7],
    ['ink-soft', ground, 4.5],
    ['ink-faint', ground, 4.5],
    ['accent', ground, 4.5],
    ['accent-strong', ground, 4.5],
    ['bad', ground, 4.5],
    ['good', ground, 4.5],
    ['warn', ground, 4.5],
    ['line-strong', ground, 3],
  ]),
  ['accent-ink', 'accent', 4.5],
  ['accent-ink', 'accent-strong', 4.5],
  ...['accent', 'good', 'warn', 'bad'].flatMap((tone): [string, string, number][] => [
    [tone, `${tone}-soft`, 4.5],
    ['ink', `${tone}-soft`, 7],
  ]),
  ['ink-soft', 'accent-soft', 4.5],
]

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(pairs)('sets %s off from %s by %d to 1 or more', (ink, ground, least) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least)
  })

  it('reads every category: its word at 4.5, its label at 4.5, marked text at 7', () => {
    expect(categories.length).toBeGreaterThanOrEqual(9)
    for (const hue of categories) {
      const soft = colour('hue-soft', theme, hue)
      expect(contrast(colour('hue', theme, hue), soft), `hue ${hue.angle}`).toBeGreaterThanOrEqual(4.5)
      expect(
        contrast(colour('surface', theme), colour('hue', theme, hue)),
        `label ${hue.angle}`,
      ).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colour('ink', theme), soft), `marked text ${hue.angle}`).toBeGreaterThanOrEqual(7)
    }
  })
})

it('gives each category an angle of its own, at least twenty degrees from the next', () => {
  const angles = categories
    .filter(({ chroma }) => chroma > 0.05)
    .map(({ angle }) => angle)
    .sort((a, b) => a - b)
  const gaps = angles.map(
    (angle, at) => (angles[(at + 1) % angles.length] ?? 0) - angle + (at === angles.length - 1 ? 360 : 0),
  )
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20)
})
