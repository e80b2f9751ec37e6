import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { ReferenceArea } from './ReferenceArea'

const REFERENCES = [
  { text: '{topic}', from: '' },
  { text: '{{write.content}}', from: 'Write' },
  { text: '{{write.title}}', from: 'Write' },
]

function Form() {
  const [value, setValue] = useState('')
  return (
    <ReferenceArea label="Prompt" value={value} onChange={setValue} onBlur={() => undefined} references={REFERENCES} />
  )
}

// There is nothing to scroll where nothing is drawn.
beforeAll(() => (Element.prototype.scrollIntoView = () => undefined))

const area = () => screen.getByRole('textbox', { name: 'Prompt' })

describe('a text with references', () => {
  it('offers them after a brace, and takes the one that the arrows choose', async () => {
    const user = userEvent.setup()
    render(<Form />)
    await user.type(area(), 'About {{{{wri')
    expect(screen.getAllByRole('option')).toHaveLength(2)
    await user.keyboard('{ArrowDown}')
    const option = screen.getByRole('option', { selected: true })
    expect(option).toHaveTextContent('{{write.title}}')
    expect(area()).toHaveAttribute('aria-activedescendant', option.id)
    await user.keyboard('{Enter}')
    expect(area()).toHaveValue('About {{write.title}}')
    expect(screen.queryByRole('listbox')).toBeNull()
    await user.keyboard(' now')
    expect(area()).toHaveValue('About {{write.title}} now')
  })

  it('takes the one that is clicked', async () => {
    const user = userEvent.setup()
    render(<Form />)
    await user.type(area(), '{{')
    await user.click(screen.getByText('{topic}'))
    expect(area()).toHaveValue('{topic}')
    expect(area()).toHaveFocus()
  })

  it('lets what is typed be when it is closed', async () => {
    const user = userEvent.setup()
    render(<Form />)
    await user.type(area(), '{{')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
    await user.keyboard('{Enter}')
    expect(area()).toHaveValue('{\n')
  })
})
