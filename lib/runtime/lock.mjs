import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/**
 * Runs `work` while this process holds `file`, so that two starts never install, initialise or build at once.
 * A lock whose owner is dead is taken over. Plain JavaScript, because bootstrap.mjs needs it before anything is installed.
 *
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @param {{ waiting?: () => void, timeoutMs?: number }} [options] `waiting` is called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, options = {}) {
  await acquire(file, options)
  const release = () => {
    if (read(file) === identify(process.pid)) rmSync(file, { force: true })
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

async function acquire(file, { waiting, timeoutMs = 15 * 60_000 }) {
  const deadline = Date.now() + timeoutMs
  for (let told = false; ;) {
    try {
      writeFileSync(file, identify(process.pid), { flag: 'wx', mode: 0o600 })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = read(file)
    if (owner === null) continue
    if (isStale(file, owner)) {
      takeAway(file, owner)
      continue
    }
    if (Date.now() > deadline) {
      throw new Error(
        `process ${owner.split(' ')[0]} holds ${file} for too long: stop it, or delete the file`,
      )
    }
    if (!told && waiting) waiting()
    told = true
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** An empty lock is one whose owner was killed between creating and writing it, or is just about to write. */
function isStale(file, owner) {
  if (owner !== '') return identify(Number(owner.split(' ')[0])) !== owner
  try {
    return Date.now() - statSync(file).mtimeMs > 5_000
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/**
 * The race: two processes see the same dead owner, the first removes the lock and takes it, the second then removes
 * that new one. So the lock is moved aside, looked at, and given back if it was not the dead one.
 */
function takeAway(file, owner) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (read(aside) !== owner) linkSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * Names a living process: pid and, where /proc exists, its start time, because after a restart of the container the
 * same pid is somebody else. Empty for a process that is gone.
 *
 * @param {number} pid
 * @returns {string}
 */
export function identify(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return isAlive(pid) ? `${pid}` : ''
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
