import 'server-only'
import { isAscii, isUtf8 } from 'node:buffer'

/**
 * Text of a record, or null if it is not UTF-8. ASCII takes the Latin-1 path: the string then has one byte per character,
 * which parses and compares twice as fast.
 */
export function decodeUtf8(bytes: Buffer): string | null {
  if (isAscii(bytes)) return bytes.toString('latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : null
}
