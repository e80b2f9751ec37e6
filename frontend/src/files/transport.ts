import { answer, type Api, type Tokens } from '../api/client'
import { newKey } from '../api/idempotency'
import { failureOf, SignedOut, Unreachable } from '../api/problem'

/** Up to this size a file goes through the API in one request; larger ones go straight to storage. */
export const DIRECT_FROM_BYTES = 8 * 1024 * 1024

export interface Progress {
  /** Bytes that have left. */
  sent(bytes: number): void
  /** All of it has left; what came is being looked at. */
  checking(): void
}

/** Sends one file into a project. @throws what went wrong, or an `AbortError` when it was cancelled */
export type Transport = (projectId: string, file: File, progress: Progress, signal: AbortSignal) => Promise<void>

export function transportFor(apiUrl: string, api: Api, tokens: Tokens): Transport {
  return (projectId, file, progress, signal) =>
    file.size > DIRECT_FROM_BYTES
      ? sendDirectly(api, projectId, file, progress, signal)
      : sendThroughApi({ url: `${apiUrl}/api/v1/projects/${projectId}/files`, file }, tokens, progress, signal)
}

/** Makes documents of what it sends; of a file that is sent again, because the answer was lost, no second one. */
export function documentTransportFor(apiUrl: string, tokens: Tokens): Transport {
  const keys = new WeakMap<File, string>()
  return (projectId, file, progress, signal) => {
    const key = keys.get(file) ?? newKey()
    keys.set(file, key)
    const url = `${apiUrl}/api/v1/projects/${projectId}/documents/upload`
    return sendThroughApi({ url, file, headers: { 'Idempotency-Key': key } }, tokens, progress, signal)
  }
}

interface Form {
  url: string
  file: File
  headers?: Record<string, string>
}

async function sendThroughApi({ url, file, headers }: Form, tokens: Tokens, progress: Progress, signal: AbortSignal) {
  const send = (token: string) => {
    const form = new FormData()
    form.set('file', file, file.name)
    const request = { method: 'POST', url, body: form, headers: { ...headers, Authorization: `Bearer ${token}` } }
    return exchange(request, progress, signal)
  }
  const token = await tokens.current()
  if (token === undefined) throw new SignedOut()
  let response = await send(token)
  if (response.status === 401) {
    const next = await tokens.renewed(token)
    if (next === undefined) throw new SignedOut()
    response = await send(next)
  }
  if (response.status >= 400) throw failureOf(response.status, parse(response.text))
}

async function sendDirectly(api: Api, projectId: string, file: File, progress: Progress, signal: AbortSignal) {
  const place = await answer(
    api.POST('/api/v1/projects/{id}/files/uploads', {
      params: { path: { id: projectId } },
      body: {
        fileName: file.name,
        contentType: file.type === '' ? 'application/octet-stream' : file.type,
        size: file.size,
      },
      signal,
    }),
  )
  const { status } = await exchange(
    { method: place.method, url: place.url, headers: place.headers, body: file },
    progress,
    signal,
  )
  // 412: it is there already, and the answer that said so was lost.
  if (status >= 400 && status !== 412) throw new Unreachable(new Error(`storage answered ${status}`))
  progress.checking()
  await answer(api.POST('/api/v1/files/{id}/complete', { params: { path: { id: place.fileId } }, signal }))
}

interface Exchange {
  method: string
  url: string
  headers: Record<string, string>
  body: FormData | File
}

/** One request whose progress is told, which `fetch` cannot do. */
function exchange({ method, url, headers, body }: Exchange, progress: Progress, signal: AbortSignal) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) {
      // The browser says these itself, and does not let pages do it.
      if (!/^(host|content-length)$/i.test(name)) request.setRequestHeader(name, value)
    }
    request.upload.onprogress = event => progress.sent(event.loaded)
    request.upload.onload = () => progress.checking()
    request.onload = () => resolve({ status: request.status, text: request.responseText })
    request.onerror = () => reject(new Unreachable(new Error('the upload was cut off')))
    request.onabort = () => reject(new DOMException('The upload was cancelled', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
