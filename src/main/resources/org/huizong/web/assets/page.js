"use strict";
document.documentElement.classList.add("scripted");

/* copies a text, and says that it did */
document.addEventListener("click", async function (event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(text.value);
  } catch (refused) {
    text.select();
    document.execCommand("copy");
  }
  button.textContent = button.dataset.done;
});

/* sends files one by one, so that each has its answer at once */
const take = document.getElementById("take");
if (take) {
  const answers = document.getElementById("answers");
  const sum = document.getElementById("sum");
  let queue = [];
  let sent = 0;
  let all = 0;
  let busy = false;

  const say = function (name, text) {
    const item = document.createElement("li");
    item.className = "answer bad";
    const file = document.createElement("b");
    file.textContent = name + " ";
    item.append(file, text);
    answers.prepend(item);
  };

  const next = async function () {
    if (busy) return;
    busy = true;
    document.getElementById("came").classList.remove("later");
    while (queue.length > 0) {
      const file = queue.shift();
      sum.textContent = take.dataset.wait.replace("#n", sent + 1).replace("#all", all).replace("#file", function () { return file.name; });
      if (file.size > Number(take.dataset.limit)) {
        say(file.name, take.dataset.large);
      } else {
        const body = new FormData();
        body.append("files", file, file.name);
        try {
          const answer = await fetch(location.pathname, {
            method: "POST",
            body: body,
            headers: { "X-CSRF-TOKEN": document.body.dataset.csrf, "X-Part": "answers" }
          });
          const text = await answer.text();
          if (answer.ok) {
            answers.insertAdjacentHTML("afterbegin", text);
          } else {
            const page = new DOMParser().parseFromString(text, "text/html");
            const why = page.querySelector("[role=alert]") || page.body;
            say(file.name, why.textContent.trim() || take.dataset.failed);
          }
        } catch (gone) {
          say(file.name, take.dataset.failed);
        }
      }
      sent += 1;
    }
    sum.textContent = sum.dataset.text.replace("#n", sent);
    document.getElementById("then").classList.remove("later");
    busy = false;
    htmx.ajax("GET", location.pathname, { target: "#folder", select: "#folder", swap: "outerHTML" });
  };

  const add = function (files) {
    for (const file of files) {
      queue.push(file);
      all += 1;
    }
    next();
  };

  /* all files below a dropped folder */
  const walk = async function (entry) {
    if (entry.isFile) {
      add([await new Promise(function (done, failed) { entry.file(done, failed); })]);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise(function (done, failed) { reader.readEntries(done, failed); });
      if (some.length === 0) return;
      for (const one of some) await walk(one);
    }
  };

  take.addEventListener("change", function (event) {
    add(event.target.files);
    event.target.value = "";
  });
  take.addEventListener("submit", function (event) { event.preventDefault(); });
  take.addEventListener("dragover", function (event) {
    event.preventDefault();
    take.classList.add("over");
  });
  take.addEventListener("dragleave", function () { take.classList.remove("over"); });
  take.addEventListener("drop", function (event) {
    event.preventDefault();
    take.classList.remove("over");
    const entries = Array.from(event.dataTransfer.items)
      .map(function (item) { return item.webkitGetAsEntry ? item.webkitGetAsEntry() : null; })
      .filter(Boolean);
    if (entries.length > 0) entries.forEach(walk);
    else add(event.dataTransfer.files);
  });
}

/* a run has ended: the page shows what it left */
document.addEventListener("htmx:sseClose", function () { location.reload(); });
