import type { Metric } from '../../../shared/metric/metric.ts'
import { showValue, type UnitPreference } from '../../../shared/metric/unit.ts'
import { metricHue } from '../../ui/hue.ts'
import { Sparkline } from '../../ui/Sparkline.tsx'
import { Tile } from '../../ui/Tile.tsx'
import { type DaySnapshot, fortnightOf, valueOn } from './day-snapshot.ts'

interface MetricTileProps {
  readonly metric: Metric
  readonly snapshot: DaySnapshot
  readonly units: UnitPreference
  readonly onPress: () => void
}

/** A metric on the day, and the fortnight that led to it. */
export function MetricTile({ metric, snapshot, units, onPress }: MetricTileProps) {
  const value = valueOn(snapshot, metric.id, snapshot.day)
  const shown = value === undefined ? undefined : showValue(metric, value.value, units)
  const hue = metricHue(metric.id)
  return (
    <Tile
      title={metric.name}
      hue={hue}
      value={shown?.figure}
      unit={shown?.unit}
      source={value === undefined || value.origin === 'typed' ? undefined : `from ${value.origin}`}
      onPress={onPress}
    >
      <Sparkline values={fortnightOf(snapshot, metric.id)} hue={hue} />
    </Tile>
  )
}
