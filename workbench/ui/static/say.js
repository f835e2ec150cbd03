/* The words of the interface in the reader's language: English in the code, others come with the state. */

let spoken = {};
let tongue = "en";

/** Say from now on what a state brings. Each pane brings its own words, and all of a page speak one language. */
export function speak({ words, language = "en" }) {
  if (language !== tongue) spoken = {};
  tongue = language;
  Object.assign(spoken, words);
}

/** A text in the reader's language, its `{names}` filled in. */
export const _ = (text, values) => fill(spoken[text] || text, values);

/** Mark a text for the catalogue; it is said in the reader's language where it is shown. */
export const N_ = (text) => text;

/** What fits a number of things; `{n}` in it is the number. */
export function ngettext(one, many, n, values) {
  const forms = spoken[one] || [one, many];
  return fill(forms[formOf(n, forms.length)], { n: number(n), ...values });
}

/** A number as the reader's language writes it, with so many places behind the point. */
export const number = (n, digits = 0) => n.toLocaleString(tongue, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A text that is in the reader's language already, in pieces: elements stand where its `{names}` do. */
export const inlaid = (text, elements) => text.split(/\{(\w+)\}/).map((one, place) => (place % 2 ? elements[one] : one));

/** The place of a number's form: as CLDR orders them where a language has as many here, and else one or many. */
function formOf(n, count) {
  const rules = new Intl.PluralRules(tongue);
  const known = rules.resolvedOptions().pluralCategories;
  const order = ["zero", "one", "two", "few", "many", "other"].filter((name) => known.includes(name));
  if (count === order.length) return order.indexOf(rules.select(n));
  return rules.select(n) === "one" ? 0 : count - 1;
}

const fill = (text, values = {}) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

/** How the reader writes dates: as their browser does in this language, where it speaks it. */
export const manner = () => [...(globalThis.navigator?.languages || []).filter((one) => one.split("-")[0] === tongue.split("-")[0]), tongue];
