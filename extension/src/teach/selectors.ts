import { flawOfSelector, isVisible, viewOf } from '../brokers/index.ts';

const MOST_KEPT = 4;
const DEEPEST = 9;
/** What elements are called by those who test pages, and what forms call their fields: it outlives a new design. */
const NAMING =
  /^(?:data-(?!(?:state|active|focus|value|v-))[a-z-]+|[a-z]+-id|name|formcontrolname|aria-label|role|placeholder|title|type)$/;
/** In the order of how long they last. */
const lasting = [
  /test|qa|automation/,
  /^data-/,
  /-id$/,
  /^name$|^formcontrolname$/,
  /^aria-label$/,
  /^role$/,
  /^title$|^placeholder$/,
  /^type$/,
];
const STATE =
  /^(?:ng-|is-|has-)|^(?:active|selected|checked|focus(?:ed)?|hover|open|on|off|current|disabled|valid|invalid|dirty|touched|pristine)$/;

/**
 * Selectors that find this element and nothing else, the one first that will do so longest: what it is called before what it looks like,
 * and where it stands last. Figures in a name are made up anew with each page, so no name with one counts.
 */
export function selectorsFor(element: Element, within: Element | Document): readonly string[] {
  const view = viewOf(within);
  const finds = (selector: string): boolean => {
    if (flawOfSelector(selector) !== undefined) return false;
    const shown = view.all(selector).filter((found) => found === element || isVisible(found));
    return shown.length === 1 && shown[0] === element;
  };
  const near = [...namesOf(element), ...looksOf(element)].filter(finds);
  const below = near.length < 2 ? belowNamed(element, within).filter(finds) : [];
  const byPlace = [placeIn(element, within)].filter(finds);
  return [...new Set([...near, ...below, ...byPlace])].slice(0, MOST_KEPT);
}

/** What it is called, in whichever way. */
function namesOf(element: Element): readonly string[] {
  const tag = element.localName;
  const id = /^[A-Za-z_-]+$/.test(element.id) ? [`#${element.id}`] : [];
  const named = Array.from(element.attributes)
    .filter(({ name, value }) => NAMING.test(name) && /^[^\d"\\]{1,60}$/.test(value))
    .toSorted((a, b) => rankOf(a.name) - rankOf(b.name))
    .map(({ name, value }) => `${tag}[${name}="${value}"]`);
  const ownTag = tag.includes('-') || tag === 'dialog' || tag === 'form' ? [tag] : [];
  return [...named.slice(0, 1), ...id, ...named.slice(1), ...ownTag];
}

function rankOf(name: string): number {
  const place = lasting.findIndex((kind) => kind.test(name));
  return place === -1 ? lasting.length : place;
}

/** What it is drawn as. Names that a build has made end in letters of chance, before which there is a word. */
function looksOf(element: Element): readonly string[] {
  const classes = Array.from(element.classList).filter((each) => !STATE.test(each));
  const whole = classes.filter((each) => /^[A-Za-z_-]{3,40}$/.test(each)).map((each) => `${element.localName}.${each}`);
  const words = classes
    .flatMap((each) => /^[a-z]{5,}(?=[-_])/i.exec(each)?.[0] ?? [])
    .map((word) => `${element.localName}[class*="${word}"]`);
  return [...whole, ...words];
}

/** The only one of its kind in something that has a name. */
function belowNamed(element: Element, within: Element | Document): readonly string[] {
  for (let around = element.parentElement; around !== null && around !== within; around = around.parentElement) {
    const [name] = namesOf(around);
    if (name !== undefined) return [`${name} ${element.localName}`, ...namesOf(element).map((own) => `${name} ${own}`)];
  }
  return [];
}

/** Where it stands, from what is around it inwards. */
function placeIn(element: Element, within: Element | Document): string {
  const steps: string[] = [];
  let at: Element | null = element;
  for (let depth = 0; at !== null && at !== within && depth < DEEPEST; depth++) {
    const { localName } = at;
    const beside: Iterable<Element> = at.parentNode?.children ?? [];
    const alike = Array.from(beside).filter((each) => each.localName === localName);
    steps.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(at) + 1})` : localName);
    at = at.parentElement;
  }
  return at === within ? [':scope', ...steps].join(' > ') : steps.join(' > ');
}
