import type { BrowserContext } from 'playwright-core';

/** What the network does is part of the play; what a page does about it is not to be an error in its console. */
const OF_THE_NETWORK = /^(?:Failed to load resource|WebSocket connection to \S+ failed)/;

/** Notes errors a page threw or told its console, among which is every break of the content policy. */
export function watchForProblems(context: BrowserContext, problems: string[]): void {
  context.on('weberror', (thrown) => {
    const error = thrown.error();
    problems.push(`threw at ${thrown.page()?.url() ?? 'a page'}: ${error.stack ?? error.message}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !OF_THE_NETWORK.test(message.text())) {
      problems.push(`said at ${message.page()?.url() ?? 'a worker'}: ${message.text()}`);
    }
  });
}
