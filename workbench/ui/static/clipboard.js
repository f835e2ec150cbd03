/* What was copied elsewhere, as it is sent: text, and the HTML of a table. */

/** What the clipboard holds, without the styles that programs put beside each cell. */
export function fromClipboard(data) {
  const most = 1200000; // The same as in clipboard.py; what is longer is refused there, in words.
  const html = data.getData("text/html").replace(/ (?:style|class|data-sheets-[a-z-]+)=(?:"[^"]*"|'[^']*')/g, "");
  const text = data.getData("text/plain").slice(0, most + 1);
  return { text, html: html.length + text.length > most ? "" : html };
}
