"use strict";
// Sorts the list of reports; everything else on the page works without a script.
for (const table of document.querySelectorAll("table.index")) {
  const body = table.tBodies[0];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = (row, at) => row.cells[at].dataset.sort ?? row.cells[at].textContent;
  Array.from(table.tHead.rows[0].cells).forEach((head, at) => {
    const label = head.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.title = table.dataset.sort.replace("{column}", label);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = Array.from(body.rows);
      rows.sort((one, other) => collator.compare(key(one, at), key(other, at)));
      if (down) rows.reverse();
      body.replaceChildren(...rows);
    });
  });
}
