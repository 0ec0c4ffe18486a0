import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The headers of the request that is being answered: what `say` chooses a language by. On the global object, because the
 * server and the application it runs, which is bundled, each have modules of their own.
 *
 * @type {AsyncLocalStorage<import('node:http').IncomingHttpHeaders>}
 */
export const reader = (globalThis[Symbol.for('winnow.reader')] ??= new AsyncLocalStorage())
