// The small configuration that the tests of everything Dibs says share, and the instant they start at.
import { configSchema } from '../../src/config/schema.ts'

export const START = Date.parse('2026-11-23T08:00:00Z')

export const config = configSchema.parse({
  community: { name: 'the Widget project' },
  bot: { address: 'dibs@example.org', bounce: 'dibs-bounce@example.org' },
  operator: { address: 'operator@example.org' },
  lists: [
    {
      id: 'widgets-devel',
      list_id: ['widgets-devel.lists.example.org'],
      addresses: ['widgets-devel@lists.example.org'],
      archive: 'https://lists.example.org/widgets-devel/{message_id}',
    },
  ],
  outgoing: { policy: 'send' },
})
