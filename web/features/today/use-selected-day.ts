import { useEffect, useEffectEvent } from 'react'
import { useLocation, useSearch } from 'wouter'
import { addDays, type CivilDate } from '../../../shared/calendar/civil-date.ts'
import { addressOfDay, dayFromQuery, heldToRange } from './selected-day.ts'

/** The chosen day, kept in the address; arrow keys walk it. A walk replaces the address, so that "back" leaves Today. */
export function useSelectedDay(today: CivilDate) {
  const query = new URLSearchParams(useSearch())
  const [, navigate] = useLocation()
  const day = dayFromQuery(query, today)

  const goTo = (to: CivilDate) => {
    const next = heldToRange(to, today)
    if (next !== day) navigate(addressOfDay(next, today), { replace: true })
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (by === 0 || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    // In a field the arrows move the caret or the choice, and an open dialog has the page behind it.
    if (event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]')) return
    if (document.querySelector('dialog[open], [popover]:popover-open') !== null) return
    event.preventDefault()
    goTo(addDays(day, by))
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return { day, goTo, log: query.get('log') }
}
