import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Unreachable } from '../api/problem'
import type { Transport } from './transport'
import { Uploads } from './uploads'

/** A line whose uploads end when the test says so. */
class Line {
  open = new Map<string, { end: () => void; fail: () => void; sent: (bytes: number) => void }>()

  transport: Transport = (_project, file, progress, signal) =>
    new Promise((resolve, reject) => {
      const close = () => this.open.delete(file.name)
      signal.addEventListener('abort', () => {
        close()
        reject(new DOMException('cancelled', 'AbortError'))
      })
      this.open.set(file.name, {
        sent: bytes => progress.sent(bytes),
        end: () => {
          close()
          resolve()
        },
        fail: () => {
          close()
          reject(new Unreachable('cut'))
        },
      })
    })
}

const file = (name: string) => new File(['12345'], name)

describe('uploads', () => {
  let line: Line
  let done: ReturnType<typeof vi.fn<(projectId: string) => void>>
  let uploads: Uploads
  const states = () => uploads.snapshot().map(upload => `${upload.file.name} ${upload.state.status}`)
  const settled = () => new Promise(resolve => setTimeout(resolve))

  beforeEach(() => {
    line = new Line()
    done = vi.fn<(projectId: string) => void>()
    uploads = new Uploads(line.transport, done)
  })

  it('sends three at once, the others after them', async () => {
    uploads.add('p', ['a', 'b', 'c', 'd'].map(file))
    expect(states()).toEqual(['a sending', 'b sending', 'c sending', 'd waiting'])
    line.open.get('b')?.end()
    await settled()
    expect(states()).toEqual(['a sending', 'b done', 'c sending', 'd sending'])
    expect(done).toHaveBeenCalledExactlyOnceWith('p')
  })

  it('tells how much has been sent, and never more than there is', () => {
    uploads.add('p', [file('a')])
    line.open.get('a')?.sent(3)
    expect(uploads.snapshot()[0]?.state).toEqual({ status: 'sending', sent: 3 })
    line.open.get('a')?.sent(400)
    expect(uploads.snapshot()[0]?.state).toEqual({ status: 'sending', sent: 5 })
  })

  it('one that fails leaves the others alone, and can be sent again', async () => {
    uploads.add('p', ['a', 'b'].map(file))
    line.open.get('a')?.fail()
    await settled()
    expect(states()).toEqual(['a failed', 'b sending'])
    uploads.retry(uploads.snapshot()[0]?.id ?? 0)
    expect(states()).toEqual(['a sending', 'b sending'])
  })

  it('can be cancelled while they are sent, and while they wait', async () => {
    uploads.add('p', ['a', 'b', 'c', 'd'].map(file))
    const [a, , , d] = uploads.snapshot()
    uploads.cancel(d?.id ?? 0)
    uploads.cancel(a?.id ?? 0)
    await settled()
    expect(states()).toEqual(['a cancelled', 'b sending', 'c sending', 'd cancelled'])
    expect(done).not.toHaveBeenCalled()
  })

  it('ends all of them when the user changes', async () => {
    uploads.add('p', ['a', 'b'].map(file))
    uploads.clear()
    await settled()
    expect(states()).toEqual([])
    expect(line.open.size).toBe(0)
  })

  it('takes off the list what is over, and nothing else', async () => {
    uploads.add('p', ['a', 'b'].map(file))
    line.open.get('a')?.end()
    await settled()
    uploads.dismissOver('p')
    expect(states()).toEqual(['b sending'])
  })
})
