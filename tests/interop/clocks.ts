import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type ClockEvent, clockOf } from '@/lib/clocks/clock'
import { CLOCK_NAMES, ruleOf } from '@/lib/clocks/rules'

const run = promisify(execFile)
const PACKAGES = ['python-dateutil==2.9.0.post0', 'holidays==0.60', 'tzdata==2024.2']
const PLACES = [
  { zone: 'Europe/Berlin', calendar: 'DE' },
  { zone: 'Europe/London', calendar: 'GB-ENG' },
  { zone: 'America/New_York', calendar: 'US' },
  { zone: 'Asia/Kolkata', calendar: 'none' },
]
const HOUR = 3_600_000

/**
 * The end of every clock, of what comes at 1,200 moments of 2025 to 2028 in four places, and with the longest extension, beside what
 * Python's dateutil and holidays make of the same rule. Throws at the first that differs.
 */
export async function checkClocks(): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-clocks-'))
  try {
    await run('python3', ['-m', 'venv', path.join(folder, 'venv')])
    const python = path.join(folder, 'venv/bin/python')
    await run(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES])
    const asked = PLACES.flatMap((place) => CLOCK_NAMES.flatMap((name) => casesOf(name, place)))
    const input = path.join(folder, 'clocks.json')
    writeFileSync(input, JSON.stringify(asked.map(({ due: _, ...given }) => given)))
    const { stdout } = await run(python, ['-c', SCRIPT, input], { maxBuffer: 1 << 26 })
    const theirs: number[] = JSON.parse(stdout)
    for (const [i, { due, ...given }] of asked.entries())
      if (theirs[i] !== due)
        throw new Error(`${JSON.stringify(given)} ends ${iso(due)} here and ${iso(theirs[i])} there`)
    return [
      `${PACKAGES.join(', ')}: ${asked.length} ends of ${CLOCK_NAMES.length} clocks in ${PLACES.length} places are the same`,
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function casesOf(name: (typeof CLOCK_NAMES)[number], place: (typeof PLACES)[number]) {
  const rule = ruleOf(name, place)
  const { term, zone, calendar, rollsOver, longest } = rule
  return Array.from({ length: 1_200 }, (_, n) => {
    // 29 hours and some minutes apart: every weekday, every hour, both changes of the clocks.
    const start = Date.UTC(2025, 0, 1) + Math.round(n * 29.13 * HOUR)
    const amount = longest !== null && n % 3 === 0 ? longest : term.amount
    const at = new Date(start)
    const events: ClockEvent[] = [{ type: 'started', at }]
    if (amount > term.amount) events.push({ type: 'extended', at, amount, reason: 'complex' })
    const due = clockOf(rule, events).dueAt?.getTime() ?? Number.NaN
    return { name, unit: term.unit, amount, zone, calendar, rollsOver, start, due }
  })
}

const iso = (time: number | undefined) => (time === undefined ? 'never' : new Date(time).toISOString())

const SCRIPT = `
import json, sys
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo
from dateutil.relativedelta import relativedelta
import holidays

YEARS = range(2024, 2031)
def free(calendar):
    if calendar == 'none':
        return {}
    country, _, part = calendar.partition('-')
    return holidays.country_holidays(country, subdiv=part or None, years=YEARS)
CALENDARS = {name: free(name) for name in ('none', 'US', 'DE', 'GB-ENG')}

def works(day, calendar):
    return day.weekday() < 5 and day not in CALENDARS[calendar]

def end(case):
    zone, calendar, amount = ZoneInfo(case['zone']), case['calendar'], case['amount']
    started = datetime.fromtimestamp(case['start'] / 1000, timezone.utc)
    if case['unit'] == 'hour':
        return started + timedelta(hours=amount)
    first = day = started.astimezone(zone).date()
    if case['unit'] == 'business_day':
        while amount > 0:
            day += timedelta(days=1)
            if works(day, calendar):
                amount -= 1
    else:
        day += relativedelta(months=amount) if case['unit'] == 'calendar_month' else timedelta(days=amount)
        if case['rollsOver']:
            enough = lambda: sum(works(first + timedelta(days=n), calendar) for n in range(1, (day - first).days + 1)) >= 2
            while not works(day, calendar) or not enough():
                day += timedelta(days=1)
    return datetime.combine(day + timedelta(days=1), time(0), zone) - timedelta(seconds=1)

print(json.dumps([round(end(case).timestamp() * 1000) for case in json.load(open(sys.argv[1]))]))
`
