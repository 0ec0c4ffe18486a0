import { EventEmitter } from 'node:events'
import { run, type WorkerEvents } from 'graphile-worker'
import { reviveJobs } from '@/lib/jobs/liveness'

// A worker that takes one job and never finishes it: to be killed.
const url = process.env.DATABASE_URL ?? ''
const events: WorkerEvents = new EventEmitter()
;(await reviveJobs(url)).watch(events)
await run({
  connectionString: url,
  events,
  concurrency: 1,
  taskList: {
    'mail.send': async () => {
      await new Promise(() => setInterval(() => undefined, 1000))
    },
  },
})
