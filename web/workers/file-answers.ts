import { fail, type Result } from '../../shared/result/result.ts'
import {
  type FileProblem,
  headOf,
  INSPECT_BYTES,
  type Inspection,
  inspectCsv,
  type ReadResult,
  summariseReadings,
} from '../importer/index.ts'
import { PREVIEWED, type ReadSummary, type Request } from './import-messages.ts'

export type Asked<Kind extends Request['kind']> = Extract<Request, { kind: Kind }>

/** The last file that was read, as the next steps need it. */
export interface Read {
  readonly file: string
  readonly source: Asked<'read'>['layout']['source']
  readonly result: ReadResult
}

export async function inspect({ file, metrics, fixed }: Asked<'inspect'>): Promise<Result<Inspection, FileProblem>> {
  try {
    return inspectCsv(await headOf(file, INSPECT_BYTES), file.name, metrics, fixed)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return fail({ kind: 'unreadable', message: `The file could not be read: ${error.message}` })
  }
}

export const summaryOf = ({ source, result }: Read): ReadSummary => ({
  format: result.format,
  source,
  rows: result.rows,
  values: result.readings.length,
  metrics: summariseReadings(result.readings),
  refused: result.refused.slice(0, PREVIEWED),
  refusedCount: result.refusedCount,
  leftOut: result.leftOut ?? 0,
  unknownWords: [...(result.unknownWords ?? [])],
})
