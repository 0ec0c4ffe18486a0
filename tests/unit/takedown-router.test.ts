import { expect, it } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { KINDS, questionsOf } from '@/lib/takedowns/kinds'
import { isAsked, ROUTER, type What, WHATS, wayOf } from '@/lib/takedowns/router'

/** Every path through the questions. */
const walks = WHATS.flatMap((what): { what: What; then: string | undefined }[] =>
  isAsked(what) ? Object.keys(ROUTER[what]).map((then) => ({ what, then })) : [{ what, then: undefined }],
)

it('leads somewhere from every answer, in two questions', () => {
  expect(walks.length).toBeGreaterThan(15)
  for (const { what, then } of walks) expect(wayOf(what, then), `${what} ${then}`).not.toBeNull()
})

it('reaches every form', () => {
  const reached = walks.flatMap(({ what, then }) => {
    const way = wayOf(what, then)
    return way?.to === 'form' ? [way.kind] : []
  })
  expect(new Set(reached)).toEqual(new Set(KINDS))
})

it('leads past every form what cannot wait for one', () => {
  expect(wayOf('me', 'intimate')).toEqual({ to: 'urgent', about: 'intimate' })
  expect(wayOf('harm', 'intimate')).toEqual({ to: 'urgent', about: 'intimate' })
  expect(wayOf('harm', 'child')).toEqual({ to: 'urgent', about: 'child' })
})

it('leads whoever wrote something to a complaint, whatever it was taken out for', () => {
  expect(wayOf('removed', 'author')).toMatchObject({ to: 'form', kind: 'complaint' })
  expect(wayOf('removed', 'counter')).toMatchObject({ to: 'form', kind: 'counter_notice' })
})

it('makes only choices that the form it leads to offers', () => {
  for (const { what, then } of walks) {
    const way = wayOf(what, then)
    if (way?.to !== 'form') continue
    for (const [name, value] of Object.entries(way.chosen ?? {})) {
      const question = questionsOf(way.kind).find((asked) => asked.name === name)
      expect(question?.options?.map((option) => option.value)).toContain(value)
    }
  }
})

it('says every question and answer in each language', () => {
  for (const { intake } of Object.values(CATALOGUES))
    for (const [what, { answers }] of Object.entries(intake.router.then))
      expect(Object.keys(answers)).toEqual(isAsked(what) ? Object.keys(ROUTER[what]) : [])
})

it('leads nowhere from an address that somebody made up', () => {
  for (const [what, then] of [
    ['nothing', undefined],
    ['me', 'constructor'],
    ['me', '__proto__'],
    ['constructor', 'name'],
    [['me'], 'erase'],
    ['me', ['erase']],
  ])
    expect(wayOf(what, then)).toBeNull()
})
