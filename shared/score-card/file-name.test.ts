import { expect, it } from 'vitest'
import { cardFileName, isCardFile } from './file-name.ts'

it('a file of cards is known by its name, and no other JSON is taken for one', () => {
  for (const name of [cardFileName('zoé', '2026-11-27'), 'a.ownit-card (1).json', 'A.OWNIT-CARD.JSON'])
    expect([name, isCardFile(name)]).toEqual([name, true])
  for (const name of ['ownit-backup-2026-11-27.json', 'ownit-card.json.csv', 'a.ownit-card', 'card.json'])
    expect([name, isCardFile(name)]).toEqual([name, false])
})
