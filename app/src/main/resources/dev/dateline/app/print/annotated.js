"use strict";
// Shows what is known of the span under the pointer, and lights up the claims it belongs to.
const note = document.createElement("div");
note.id = "note";
note.setAttribute("role", "tooltip");
document.body.append(note);
const claimOf = (element) => [...element.classList].filter((name) => /^c\d+-\d+$/.test(name));
const light = (names, on) =>
  names.forEach((name) =>
    document.querySelectorAll(`.${name}`).forEach((part) => part.classList.toggle("on", on)));
let lit = [];
function show(event) {
  const element = event.target.closest("[data-note], .claims li");
  light(lit, false);
  lit = element ? claimOf(element) : [];
  light(lit, true);
  const text = element && element.dataset.note;
  note.style.display = text ? "block" : "none";
  if (!text) return;
  note.textContent = text;
  const box = element.getClientRects()[0];
  const below = box.bottom + 6 + note.offsetHeight < innerHeight;
  note.style.top = `${below ? box.bottom + 6 : Math.max(4, box.top - 6 - note.offsetHeight)}px`;
  note.style.left = `${Math.max(4, Math.min(box.left, innerWidth - note.offsetWidth - 8))}px`;
}
document.addEventListener("mouseover", show);
document.addEventListener("focusin", show);
