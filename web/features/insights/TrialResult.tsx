import type { Experiment } from '../../insight/experiment/experiment.ts'
import type { ExperimentResult } from '../../insight/experiment/result.ts'
import {
  experimentCaveatText,
  experimentRefusalSentence,
  experimentSentence,
} from '../../insight/wording/experiment-sentences.ts'
import { useAsked } from '../../store/insight-react.ts'
import { Banner } from '../../ui/Banner.tsx'
import { IntervalBar } from '../../ui/IntervalBar.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import evidence from './Evidence.module.css'
import card from './InsightCard.module.css'
import { Told } from './Told.tsx'
import { signedSize, type Words } from './words.ts'

/** What came out of a trial, or why nothing can be said. */
export function TrialResult({ trial, words }: { readonly trial: Experiment; readonly words: Words }) {
  const { id, plan } = trial
  const { value, error } = useAsked(
    (client, options) => client.experiment({ experiment: id }, options),
    [id, trial.stopped],
  )
  if (value === undefined) {
    if (error !== undefined) return <Banner tone="danger">The result could not be computed. Try again.</Banner>
    return <Skeleton height={160} label="Computing the result" />
  }
  if (value.kind === 'experiment-refusal') {
    return <Told about={`experiment:${id}`} sentence={experimentRefusalSentence(value)} />
  }
  return (
    <>
      <Told about={`experiment:${id}`} sentence={experimentSentence(value, plan, words.termsOf)} />
      <Result result={value} trial={trial} words={words} />
    </>
  )
}

interface ResultProps {
  readonly result: ExperimentResult
  readonly trial: Experiment
  readonly words: Words
}

function Result({ result, trial, words }: ResultProps) {
  const { ci95, difference, change, usual, outcome, kept, marked, caveats } = result
  const lens = words.lensOf(outcome)
  if (lens === undefined) return null
  return (
    <>
      <IntervalBar
        low={ci95[0]}
        value={difference}
        high={ci95[1]}
        hue={lens.hue}
        show={signedSize(words, outcome, ci95)}
        label="95 % range"
        referenceLabel="no difference"
      />
      <table className={evidence['groups']}>
        <caption>{lens.metric.name}, mean of the blocks</caption>
        <tbody>
          <tr>
            <th scope="row">{trial.plan.change}</th>
            <td>{lens.show(change)}</td>
          </tr>
          <tr>
            <th scope="row">{trial.plan.usual}</th>
            <td>{lens.show(usual)}</td>
          </tr>
        </tbody>
      </table>
      {marked > 0 && (
        <p className={card['fine']}>
          You kept to it on {kept} of the {marked} days you marked.
        </p>
      )}
      {caveats.length > 0 && (
        <ul className={card['caveats']} aria-label="What limits it">
          {caveats.map((caveat) => (
            <li key={caveat}>{experimentCaveatText(caveat)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
