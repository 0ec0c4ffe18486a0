import 'server-only'
import { createServer } from 'node:net'

/** Refuses before anything is started or changed, so that a first instance on this port is not disturbed. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const code = await tryPort(port, host)
  if (!code) return
  throw new Error(PROBLEMS[code]?.(port, host) ?? `Port ${port} on ${host} cannot be used (${code}).`)
}

const PROBLEMS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${port} is in use, perhaps by another Winnow. Stop it, or choose another: PORT=${port + 1} npm start`,
  EACCES: (port) => `This user may not listen on port ${port}; choose one above 1023.`,
  EADDRNOTAVAIL: (_, host) => `HOST=${host} is not an address of this machine.`,
  ENOTFOUND: (_, host) => `HOST=${host} is not a known name.`,
}

function tryPort(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/** A port of 127.0.0.1 that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      if (!address || typeof address === 'string') return reject(new Error('no port was given'))
      probe.close(() => resolve(address.port))
    })
  })
}
