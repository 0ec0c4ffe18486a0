import { afterAll, vi } from 'vitest'
import { forgetEnv } from '@/lib/runtime/env'

// Run before each test file. The files of a worker share its modules, which are a second and more to load; what a file does to the
// process itself it must not hand to the next.
const cwd = process.cwd()
const env = { ...process.env }

afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  process.chdir(cwd)
  for (const name of Object.keys(process.env)) if (!(name in env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, env)
  forgetEnv()
})
