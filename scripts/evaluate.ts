import { evaluateFolder } from './insight/evaluate.ts'
import { printed } from './insight/evaluate-print.ts'

const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const [folder] = folders
if (folder === undefined || folders.length > 1) {
  process.stderr.write('Usage: npm run evaluate -- FOLDER [--json], a folder of .csv files of date,metric,value\n')
  process.exitCode = 2
} else {
  const evaluated = evaluateFolder(folder)
  if (!evaluated.ok) {
    process.stderr.write(`${evaluated.failure}\n`)
    process.exitCode = 2
  } else {
    const isJson = process.argv.includes('--json')
    process.stdout.write(isJson ? `${JSON.stringify(evaluated.value)}\n` : printed(evaluated.value))
    if (evaluated.value.goals.some(({ held }) => !held)) process.exitCode = 1
  }
}
