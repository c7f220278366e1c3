// Prints the last line of .ci/run from the tests' JSON report and the exit codes of check and tests. Runs on Node 20.
import { readFileSync } from 'node:fs';

const [report, check, tests] = process.argv.slice(2);
const { passed, broken } = counts(readFileSync(report, 'utf8'));
const failures = [
  broken,
  check === '0' ? 0 : 1,
  // A run that stops early, finds no test or fails outside one leaves no failed test behind, yet has failed.
  broken === 0 && (tests !== '0' || passed === 0) ? 1 : 0,
];
const failed = failures.reduce((sum, each) => sum + each, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function counts(text) {
  if (!isWhole(text)) return { passed: 0, broken: 0 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  // A file that does not load has failed without a test to show for it.
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  return { passed: numPassedTests, broken: numFailedTests + unloaded.length };
}

/** Nothing is written until the last test is done, and a killed run may leave half of it. */
function isWhole(text) {
  try {
    return JSON.parse(text) !== null;
  } catch {
    return false;
  }
}
