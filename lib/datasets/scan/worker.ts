import { parentPort, workerData } from 'node:worker_threads'
import { blockScanner, type ScanTask } from './scan-block'

/** Takes tasks one by one and answers each in turn; whatever it throws ends the thread and fails the import. */
const scan = blockScanner(workerData)

parentPort?.on('message', (task: ScanTask) => {
  const scanned = scan(task)
  const buffers = [scanned.digests.buffer]
  if (scanned.places) buffers.push(scanned.places.offset.buffer, scanned.places.length.buffer)
  parentPort?.postMessage(scanned, buffers)
})
