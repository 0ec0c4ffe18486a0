import 'server-only'
import { parentPort } from 'node:worker_threads'
import { hand, type Answer, type Asked } from './hand'

/** Answers each call by its number; what it throws is the answer too. */
const carryOut = hand()

parentPort?.on('message', ({ call, asked }: { call: number; asked: Asked }) => {
  void answerOf(asked).then(
    (answer) => parentPort?.postMessage({ call, answer }, lent(answer)),
    (error: unknown) => parentPort?.postMessage({ call, error }),
  )
})

async function answerOf(asked: Asked): Promise<Answer> {
  return carryOut(asked)
}

function lent(answer: Answer): ArrayBuffer[] {
  if (!answer) return []
  if ('block' in answer) {
    const { bytes, kind, end, next, line } = answer.block
    return [bytes, kind, end, next, line, answer.keys, answer.known].map(({ buffer }) => buffer)
  }
  return 'bytes' in answer && typeof answer.bytes !== 'number' ? [answer.bytes.buffer] : []
}
