export type LockOptions = {
  /** Called once when another process holds the lock. */
  waiting?: () => void
  timeoutMs?: number
}

export function withLock<T>(file: string, work: () => T | Promise<T>, options?: LockOptions): Promise<T>

/** Names a living process (pid and start time); empty for one that is gone. */
export function identify(pid: number): string
