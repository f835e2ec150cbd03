/* A link in a mail, a chat or a document leads here without our cookie, which no page of another site may send. Asked
   for by this page, which is ours, the same address comes with it. Once: who comes from here already is let in or not. */

const address = location.pathname + location.search;

async function again() {
  if (document.referrer.startsWith(`${location.origin}/`)) return;
  const answer = await fetch(address, { method: "HEAD" }).catch(() => null);
  if (answer?.ok) location.replace(address);
}

again();
