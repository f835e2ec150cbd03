/* A link carries its code behind the #, where only this page sees it: put it into the form and out of the address. */

const code = decodeURIComponent(location.hash.slice(1));
if (code) {
  history.replaceState(null, "", location.pathname);
  document.getElementById("code").value = code;
  document.querySelector(".wb-form").requestSubmit();
}
