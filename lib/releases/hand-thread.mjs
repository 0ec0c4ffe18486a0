// Entry of a hand's thread. In plain JavaScript: Node 20 does not carry tsx's loader from the main thread into workers.
import { register } from 'tsx/esm/api'

register()
await import('./hand-thread.ts')
