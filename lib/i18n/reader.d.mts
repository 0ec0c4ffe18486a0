import type { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingHttpHeaders } from 'node:http'

export const reader: AsyncLocalStorage<Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>>
