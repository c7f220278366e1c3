/** Calm and readable on a phone and on a desk, in light and dark; no script, no font to fetch. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --raised: #ffffff; --sunken: #f2f0ec; --line: #e2dfd8;
  --ink: #1d2126; --soft: #575d66; --accent: #0b5c6b; --warn: #8a5200;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --raised: #1b1f23; --sunken: #101215; --line: #2d3238;
    --ink: #e4e6e8; --soft: #a0a7b0; --accent: #6cc5d4; --warn: #e0a95c;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 24px; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code, pre { font-family: var(--mono); font-size: 14px; }

.frame { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 1200px; margin: 0 auto; }
main { padding: 24px 20px 96px; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -0.01em; margin: 0 0 8px; }
h2 { font-size: 20px; line-height: 1.3; margin: 72px 0 0; padding-bottom: 8px; border-bottom: 1px solid var(--line); }
h3 { font-size: 16px; line-height: 1.4; margin: 0; }
h4 { font-size: 12px; line-height: 1.4; font-weight: 600; color: var(--soft); margin: 24px 0 4px; }
p { margin: 8px 0; max-width: 68ch; text-wrap: pretty; }
.lead { color: var(--soft); }

nav { font-size: 14px; line-height: 1.4; border-bottom: 1px solid var(--line); background: var(--raised); }
nav summary { padding: 12px 20px; font-weight: 600; cursor: pointer; min-height: 44px; }
nav .list { padding: 0 20px 20px; }
nav h2 { font-size: 12px; font-weight: 600; color: var(--soft); margin: 20px 0 4px; padding: 0; border: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: 12px 0; color: var(--ink); }

.basics { display: grid; gap: 8px 40px; margin-top: 24px; }
.basics h3 { margin-top: 16px; }
.basics code { font-size: 12px; color: var(--ink); white-space: nowrap; }
.basics p { font-size: 14px; margin: 4px 0; color: var(--soft); }

.entry { padding: 32px 0; border-bottom: 1px solid var(--line); }
.entry:last-child { border-bottom: 0; }
.target { display: flex; gap: 10px; align-items: baseline; margin: 4px 0 8px; font: 14px/1.5 var(--mono); }
.target b { color: var(--accent); font-weight: 600; }

dl { margin: 0; }
.row { padding: 8px 0; border-top: 1px solid var(--line); font-size: 14px; line-height: 1.5; }
.row:first-child { border-top: 0; }
.row dt { display: flex; flex-wrap: wrap; gap: 0 10px; align-items: baseline; }
.row dd { margin: 2px 0 0; color: var(--soft); }
.row dd:empty { display: none; }
.row .inside, .target .part { color: var(--soft); }
.row .type { color: var(--soft); font-size: 12px; }
.row .needed { color: var(--warn); font-size: 12px; }
.row .status { font-family: var(--mono); }
.row .code { display: inline-block; margin-right: 16px; color: var(--ink); }

pre {
  margin: 4px 0 0; padding: 12px 14px; background: var(--sunken); border: 1px solid var(--line); border-radius: 6px;
  line-height: 1.5; overflow-x: auto; overflow-wrap: normal;
}
details > summary { cursor: pointer; }
.entry details { margin-top: 12px; font-size: 14px; }
.entry details > summary { color: var(--accent); min-height: 32px; padding: 4px 0; width: fit-content; }
.folded { border-bottom: 1px solid var(--line); }
.folded > summary, .folded.flat > div { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; padding: 10px 0; min-height: 44px; }
.folded > summary::-webkit-details-marker { display: none; }
.folded > summary { list-style: none; }
.folded > summary::before { content: '+'; color: var(--soft); font: 14px/1.5 var(--mono); width: 1ch; }
.folded[open] > summary::before { content: '\\2212'; }
.folded.flat > div { padding-left: 22px; }
.folded .about { color: var(--soft); font-size: 14px; }
.folded dl { padding: 0 0 16px 22px; }

@media (min-width: 900px) {
  .frame { grid-template-columns: 264px minmax(0, 1fr); }
  nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border: 0; border-right: 1px solid var(--line); background: none; }
  nav .list { padding: 24px 20px 40px; }
  nav li a { padding: 5px 0; }
  main { padding: 48px 56px 160px; max-width: 936px; }
  .basics { grid-template-columns: 1fr 1fr; }
  .row { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 24px; }
  .row dd { margin: 0; }
  .row.wide { grid-template-columns: 6ch minmax(0, 1fr); }
}
@supports selector(::details-content) {
  @media (min-width: 900px) {
    nav summary { display: none; }
    nav details::details-content { content-visibility: visible; display: block; }
  }
}
@media print { nav { display: none; } .frame { display: block; } }
`;

/** Whole, because a browser compares the element's text with its hash to the last blank. */
export const styleElement = `<style>${style}</style>`;
