/** Why a file did not arrive: in the server's own words, else by a code. */
export class SendFailure extends Error {
  constructor(
    readonly code: 'refused' | 'broken' | 'stopped',
    readonly said: string | null = null,
  ) {
    super(said ?? code)
  }
}

/** Sends one file and tells how far it is. XMLHttpRequest, because fetch does not report what it has sent. */
export function sendFile(
  slug: string,
  file: File,
  onSent: (bytes: number) => void,
): { ticket: Promise<string>; stop: () => void } {
  const request = new XMLHttpRequest()
  const ticket = new Promise<string>((resolve, reject) => {
    request.upload.addEventListener('progress', (event) => onSent(event.loaded))
    request.addEventListener('load', () => {
      const answer: unknown = parsed(request.responseText)
      if (request.status === 201 && has(answer, 'ticket')) resolve(answer.ticket)
      else reject(new SendFailure('refused', isRefusal(answer) ? answer.error.message : null))
    })
    request.addEventListener('error', () => reject(new SendFailure('broken')))
    request.addEventListener('abort', () => reject(new SendFailure('stopped')))
    request.open(
      'POST',
      `/api/v1/datasets/${encodeURIComponent(slug)}/uploads?name=${encodeURIComponent(file.name)}`,
    )
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
  return { ticket, stop: () => request.abort() }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const has = <K extends string>(value: unknown, key: K): value is Record<K, string> =>
  typeof value === 'object' && value !== null && key in value && typeof Reflect.get(value, key) === 'string'

function isRefusal(value: unknown): value is { error: { message: string } } {
  return typeof value === 'object' && value !== null && 'error' in value && has(value.error, 'message')
}
