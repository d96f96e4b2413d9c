import { argv, exit } from 'node:process'
import { compareExtraction, recordComparison } from './support/extraction.ts'
import { releaseOf } from './support/named-checkout.ts'
import { askVerdicts, recordVerdicts } from './support/verdicts.ts'

/** `npm run verdicts -- CHECKOUT...`: asks the playbook itself, and keeps its answers for the tests that have no checkout. */
for (const checkout of argv.slice(2)) {
  const release = releaseOf(checkout)
  if (!release) throw new Error(`${checkout} is not the checkout that a release's tables were made from`)
  const comparison = await compareExtraction(release, checkout)
  recordComparison(release, comparison)
  const verdicts = await askVerdicts(release, checkout)
  recordVerdicts(release, verdicts)
  const refused = [...verdicts.values()].filter(Boolean).length
  console.log(
    `${release}: ${verdicts.size} names asked, ${refused} refused; ${comparison.defined} defined, ${comparison.missing.length} of them not in our table`,
  )
}
exit(0)
