import { toBase64 } from '@/lib/tlog/base64'
import { concat, fromHex } from '@/lib/tlog/bytes'
import { keyIdOf, parseVkey } from '@/lib/tlog/vkey'

/** Fetches the checkpoint of the log at `address` (what stands before `/checkpoint`). */
export const fetchCommand = (address: string): string => `curl -fsS ${address}/checkpoint -o checkpoint`

/**
 * POSIX shell that checks the file `checkpoint` with nothing but openssl (3.0 or newer) and coreutils: the text before the
 * blank line, the line of this key without the four bytes of its id, the key in DER (RFC 8410).
 */
export function signatureCommands(vkey: string): string {
  const key = parseVkey(vkey)
  // Five digits of base64 are 30 of the 32 bits of the id: after a change of the key there are two lines of one name.
  const hint = toBase64(concat(fromHex(keyIdOf(key)), new Uint8Array(2))).slice(0, 5)
  return [
    `sed '/^$/,$d' checkpoint > text`,
    `grep -F '\u2014 ${key.name} ${hint}' checkpoint | cut -d' ' -f3 | base64 -d | tail -c +5 > signature`,
    `printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000' > key.der`,
    `printf '%s' '${toBase64(key.publicKey)}' | base64 -d >> key.der`,
    `openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in text -sigfile signature`,
  ].join('\n')
}

/** Prints the leaf hash of an entry, whose bytes are ASCII without a single quote. */
export const leafCommand = (body: string): string => `printf '\\000%s' '${body}' | sha256sum`
