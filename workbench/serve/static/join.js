/* A link carries its code behind the #, where only this page sees it: put it into the form and out of the address. */

function use() {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  document.getElementById("code").value = code;
  document.querySelector(".wb-form").requestSubmit();
}

// Another link, put into the address of this very page, does not load it anew.
addEventListener("hashchange", use);
use();
