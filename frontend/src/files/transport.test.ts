import { describe, expect, it, vi } from 'vitest'
import type { Tokens } from '../api/client'
import { ApiError } from '../api/problem'
import { documentTransportFor } from './transport'

interface Asked {
  method: string
  url: string
  headers: Record<string, string>
  file: FormDataEntryValue | null
}

/** A browser whose requests are answered as told, one after the other, and remembered. */
function answering(...answers: { status: number; text?: string }[]) {
  const asked: Asked[] = []
  class Request {
    status = 0
    responseText = ''
    upload = {} as { onprogress: (event: { loaded: number }) => void; onload: () => void }
    onload?: () => void
    private readonly asked: Asked = { method: '', url: '', headers: {}, file: null }

    open(method: string, url: string) {
      Object.assign(this.asked, { method, url })
    }

    setRequestHeader(name: string, value: string) {
      this.asked.headers[name] = value
    }

    send(body: FormData) {
      asked.push({ ...this.asked, file: body.get('file') })
      const answer = answers[asked.length - 1]
      this.status = answer?.status ?? 0
      this.responseText = answer?.text ?? ''
      this.upload.onprogress({ loaded: 2 })
      this.upload.onload()
      this.onload?.()
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  return asked
}

const TOKENS: Tokens = { current: () => Promise.resolve('old'), renewed: () => Promise.resolve('new') }

describe('what sends documents', () => {
  const file = () => new File(['12345'], 'brief.pdf')
  const progress = { sent: vi.fn<(bytes: number) => void>(), checking: vi.fn<() => void>() }
  const { signal } = new AbortController()
  const keysOf = (asked: Asked[]) => asked.map(({ headers }) => headers['Idempotency-Key'])

  it('sends them to where documents are made, and tells how far it is', async () => {
    const asked = answering({ status: 202 })
    await documentTransportFor('http://api.test', TOKENS)('p1', file(), progress, signal)
    expect(asked).toMatchObject([{ method: 'POST', url: 'http://api.test/api/v1/projects/p1/documents/upload' }])
    expect(asked[0]?.headers).toMatchObject({ Authorization: 'Bearer old' })
    expect((asked[0]?.file as File).name).toBe('brief.pdf')
    expect(progress.sent).toHaveBeenCalledWith(2)
    expect(progress.checking).toHaveBeenCalledOnce()
  })

  it('makes no second document of a file that is sent again, with a new token or by the user', async () => {
    const asked = answering({ status: 401 }, { status: 502 }, { status: 202 }, { status: 202 })
    const send = documentTransportFor('http://api.test', TOKENS)
    const again = file()
    await expect(send('p1', again, progress, signal)).rejects.toThrow()
    await send('p1', again, progress, signal)
    await send('p1', file(), progress, signal)
    expect(asked[1]?.headers.Authorization).toBe('Bearer new')
    const [first, second, third, other] = keysOf(asked)
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect([second, third]).toEqual([first, first])
    expect(other).not.toBe(first)
  })

  it('says why one is refused', async () => {
    const problem = { status: 413, code: 'too_large', detail: 'Too large.' }
    answering({ status: 413, text: JSON.stringify(problem) })
    const sent = documentTransportFor('http://api.test', TOKENS)('p1', file(), progress, signal)
    await expect(sent).rejects.toEqual(new ApiError(problem as ApiError['problem']))
  })
})
