import { BOARDS, type Board } from '../../../shared/leaderboard/board.ts'
import { Switch } from '../../ui/Switch.tsx'
import { BOARD_WORDS } from './words.ts'

export interface BoardSwitchesProps {
  readonly chosen: readonly Board[]
  readonly onChoose: (board: Board, isChosen: boolean) => void
  readonly disabled?: boolean
}

/** Each board by itself: one can be compared in steps and in nothing else. */
export function BoardSwitches({ chosen, onChoose, disabled }: BoardSwitchesProps) {
  return (
    <div>
      {BOARDS.map((board) => (
        <Switch
          key={board}
          label={BOARD_WORDS[board].name}
          hint={BOARD_WORDS[board].counts}
          checked={chosen.includes(board)}
          disabled={disabled}
          onChecked={(isChosen) => onChoose(board, isChosen)}
        />
      ))}
    </div>
  )
}
