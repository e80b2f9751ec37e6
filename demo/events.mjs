// Reads server-sent events (WHATWG HTML, section 9.2) out of the body of a response.
export async function* events(body) {
  let rest = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop()
    for (const block of blocks) {
      const event = parse(block)
      if (event.data !== undefined) {
        yield event
      }
    }
  }
}

function parse(block) {
  const event = {}
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) {
      event[line.slice(0, colon)] = line.slice(colon + 1).replace(/^ /, '')
    }
  }
  return event
}
