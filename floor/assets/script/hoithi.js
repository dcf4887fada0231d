// What makes pages quicker in the hand. Every page works without it.
(() => {
  "use strict";
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // The first thing to hear and see after a refused form is what is wrong with it.
  const summary = document.querySelector("[data-error-summary]");
  if (summary) summary.focus();

  // A second click while the first is on its way would send the form twice.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    // Where a file is the answer the page stays, and the form may be sent again.
    else if (form.method === "post" && !("download" in form.dataset)) form.dataset.sent = "1";
  });
  // Coming back by the browser's button shows the page as it was left: forms may be sent again.
  window.addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));

  // Characters as a reader counts them, not as memory does.
  const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("vi", { granularity: "grapheme" }) : null;
  const length = (text) => (segmenter ? Array.from(segmenter.segment(text)).length : Array.from(text).length);
  for (const area of all("textarea[data-count]")) {
    const line = document.getElementById(`${area.id}-count`);
    const show = () => {
      const left = Number(area.dataset.count) - length(area.value.trim());
      const words = left < 0 ? area.dataset.countOver : area.dataset.countLeft;
      line.textContent = words.replace("%n", Math.abs(left).toLocaleString(document.documentElement.lang));
      line.classList.toggle("ht-count--over", left < 0);
    };
    area.addEventListener("input", show);
    show();
  }

  // "Nguyễn Thị Đào" is found by "nguyen thi dao".
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").trim();
  for (const filter of all("[data-filter]")) {
    const rows = all(`#${filter.dataset.filter} tbody tr`).map((row) => [row, plain(row.textContent)]);
    const input = filter.querySelector("input");
    const count = filter.querySelector("[role=status]");
    filter.hidden = rows.length === 0;
    input.addEventListener("input", () => {
      const words = plain(input.value).split(/\s+/);
      let shown = 0;
      for (const [row, text] of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      count.textContent = `${shown}/${rows.length}`;
    });
  }

  // A long list is found by typing: what does not fit leaves it until the words change.
  for (const select of all("select[data-find]")) {
    const groups = all("optgroup", select).map((group) => [group, all("option", group)]);
    const texts = new Map(groups.flatMap(([group, options]) =>
      options.map((option) => [option, plain(`${option.textContent} ${group.label}`)])));
    const input = document.createElement("input");
    Object.assign(input, { type: "search", className: "govuk-input govuk-input--width-20 ht-find", autocomplete: "off", placeholder: select.dataset.find });
    input.setAttribute("aria-label", select.dataset.find);
    input.setAttribute("aria-controls", select.id);
    select.before(input);
    input.addEventListener("input", () => {
      const words = plain(input.value).split(/\s+/);
      const fits = (option) => option.selected || words.every((word) => texts.get(option).includes(word));
      const found = groups.map(([group, options]) => [group, options.filter(fits)]);
      for (const [group, options] of found) group.replaceChildren(...options);
      groups.forEach(([group]) => group.remove());
      select.append(...found.filter(([, options]) => options.length > 0).map(([group]) => group));
    });
    // Words that were typed and led to no choice stay, and the form waits for the choice.
    const words = () => plain(input.value).trim();
    const chosen = () => select.value && plain(select.selectedOptions[0].textContent).includes(words());
    const settle = () => input.setCustomValidity(words() && !chosen() ? select.dataset.findUnchosen : "");
    input.addEventListener("input", settle);
    select.addEventListener("change", () => {
      if (select.value) input.value = "";
      settle();
    });
    if (select.form) select.form.addEventListener("submit", (event) => {
      settle();
      if (input.reportValidity()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    });
    // Enter in the search would send the form with nothing chosen.
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  }

  // What is asked only after an answer comes into sight with it; what is written there stays in sight.
  for (const part of all("[data-after]")) {
    const [name, value] = part.dataset.after.split("=");
    const answered = () => all(`input[name="${name}"]`).some((input) => input.checked && input.value === value);
    const show = () => {
      part.hidden = !answered() && all("input", part).every((input) => !input.value.trim());
    };
    document.addEventListener("change", show);
    window.addEventListener("pageshow", show);
    show();
  }

  // Files that would be refused are told before anybody waits for them to go up.
  for (const form of all("form[data-most]")) {
    const fields = all("input[type=file]", form);
    const files = () => fields.flatMap((field) => Array.from(field.files));
    const weigh = () => {
      const over = files().reduce((sum, file) => sum + file.size, 0) > Number(form.dataset.most);
      for (const field of fields) field.setCustomValidity(over && field.files.length > 0 ? form.dataset.mostSays : "");
      return fields.find((field) => !field.validity.valid);
    };
    form.addEventListener("change", () => {
      const heavy = weigh();
      if (heavy) heavy.reportValidity();
    });
    form.addEventListener("submit", (event) => {
      const heavy = weigh();
      if (!heavy) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      heavy.reportValidity();
    });
  }

  // Files go up before their form, in checked pieces (tus 1.0), and on where they stopped: after a cut, after the page
  // was closed, on another day. The form then names them in the place of the files.
  for (const form of all("form[data-resume]")) {
    const input = form.querySelector("input[type=file]");
    const state = form.querySelector("[data-resume-state]");
    const [bar, line] = state.children;
    const [smallest, largest] = [64 << 10, 4 << 20];
    const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
    const named = (text) => base64(new TextEncoder().encode(text));
    const ask = (method, at, headers, body) =>
      fetch(at, { method, body, headers: { "Tus-Resumable": "1.0.0", ...headers }, redirect: "error" });
    const memory = (deed) => {
      try {
        return deed(localStorage);
      } catch {
        return null;
      }
    };
    // What cannot be mended by trying again.
    class Refused extends Error {}
    const refusal = async (answer) => {
      const told = (answer.headers.get("Content-Type") || "").startsWith("text/plain") && (await answer.text());
      return new Refused(told || form.dataset.resumeFailed);
    };
    const passes = (answer) => answer.status >= 500 || [404, 409, 410, 423, 460].includes(answer.status);
    const pause = (tries) => new Promise((go) => {
      setTimeout(go, Math.min(500 * 2 ** tries, 30000));
      window.addEventListener("online", go, { once: true });
    });
    const say = (text, failed) => {
      state.hidden = false;
      line.textContent = text;
      line.classList.toggle("ht-saved--failed", failed);
    };
    const megabytes = (bytes) => (bytes / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
    const show = (file, sent) => {
      bar.value = file.size ? (100 * sent) / file.size : 100;
      say(form.dataset.resumeSays.replace("%done", megabytes(sent)).replace("%all", megabytes(file.size)), false);
    };

    const begin = async (file, key) => {
      const about = `filename ${named(file.name)},filetype ${named(file.type)}`;
      const answer = await ask("POST", form.dataset.resume, { "Upload-Length": file.size, "Upload-Metadata": about });
      if (answer.status >= 500) throw new Error(answer.status);
      if (answer.status !== 201) throw await refusal(answer);
      const at = answer.headers.get("Location");
      memory((kept) => kept.setItem(key, at));
      return at;
    };
    const put = async (at, file, sent, size) => {
      const piece = await file.slice(sent, sent + size).arrayBuffer().catch(() => {
        throw new Refused(form.dataset.resumeFailed);
      });
      const headers = { "Upload-Offset": sent, "Content-Type": "application/offset+octet-stream" };
      if (window.crypto && crypto.subtle) {
        headers["Upload-Checksum"] = `sha256 ${base64(await crypto.subtle.digest("SHA-256", piece))}`;
      }
      const answer = await ask("PATCH", at, headers, piece);
      if (answer.ok) return Number(answer.headers.get("Upload-Offset"));
      if (passes(answer)) throw new Error(answer.status);
      throw await refusal(answer);
    };
    // How much is there; none of an upload that is not waited for any more.
    const look = async (at) => {
      const answer = await ask("HEAD", at);
      if (answer.ok) return Number(answer.headers.get("Upload-Offset"));
      if ([404, 410].includes(answer.status)) return null;
      if (passes(answer)) throw new Error(answer.status);
      throw new Refused(form.dataset.resumeFailed);
    };

    /** Sends all of a file, however often the line breaks. Gives the last part of its address. */
    const send = async (file) => {
      const key = `upload ${form.dataset.resume} ${file.size} ${file.lastModified}`;
      let at = memory((kept) => kept.getItem(key));
      let [known, sent, size, tries] = [false, 0, 4 * smallest, 0];
      for (;;) {
        try {
          if (at && !known) sent = await look(at);
          if (!at || sent === null) [at, sent] = [await begin(file, key), 0];
          known = true;
          show(file, sent);
          if (sent >= file.size) return at.split("/").pop();
          const began = performance.now();
          sent = await put(at, file, sent, size);
          const took = performance.now() - began;
          // On a good line in larger pieces; on a bad one in small ones, so that a cut costs little.
          if (took < 2000) size = Math.min(2 * size, largest);
          if (took > 8000) size = Math.max(size / 2, smallest);
          tries = 0;
        } catch (error) {
          if (error instanceof Refused) throw error;
          say(form.dataset.resumeCut, true);
          [known, size] = [false, smallest];
          await pause(tries);
          tries += 1;
        }
      }
    };

    form.addEventListener("submit", async (event) => {
      const files = Array.from(input.files);
      if (files.length === 0 || form.dataset.sent || !window.TextEncoder) return;
      event.preventDefault();
      try {
        const handles = [];
        for (const file of files) handles.push(await send(file));
        for (const value of handles) {
          form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "upload", value }));
        }
        input.disabled = true;
        form.submit();
      } catch (error) {
        say(error.message, true);
        delete form.dataset.sent;
      }
    });
    // Coming back, the form is as it was before it went.
    window.addEventListener("pageshow", () => {
      all("input[name=upload]", form).forEach((handle) => handle.remove());
      input.disabled = false;
      state.hidden = true;
    });
  }

  // Back to the form: browsers that kept it show what was typed.
  for (const button of all("[data-back]")) {
    if (history.length < 2) continue;
    button.hidden = false;
    button.addEventListener("click", () => history.back());
  }

  for (const button of all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // Hundredths in whole numbers, so that 0,1 + 0,2 is 0,3 here too.
  const hundredths = (text) => {
    const found = /^\s*(\d+)(?:[.,](\d{1,2}))?\s*$/.exec(text);
    return found ? Number(found[1]) * 100 + Number((found[2] || "0").padEnd(2, "0")) : 0;
  };
  const written = (sum) => {
    const digits = String(sum % 100).padStart(2, "0").replace(/0+$/, "");
    const comma = document.documentElement.lang === "vi" ? "," : ".";
    return `${Math.floor(sum / 100)}${digits && comma + digits}`;
  };
  for (const output of all("[data-sum]")) {
    const form = document.querySelector(output.dataset.sum);
    if (!form) continue;
    form.addEventListener("input", () => {
      const fields = all("[data-addend]", form);
      output.textContent = written(fields.reduce((sum, field) => sum + hundredths(field.value), 0));
    });
  }

  // How many boxes of a fold are ticked, said where one reads it while the fold is closed.
  for (const line of all("[data-ticked]")) {
    const fold = line.closest("details");
    fold.addEventListener("change", () => {
      line.textContent = line.dataset.ticked.replace("%n", all("input:checked", fold).length);
    });
  }

  // Saves a while after the last change, one request at a time, the newest state last.
  for (const form of all("form[data-autosave]")) {
    const line = document.querySelector("[data-autosave-state]");
    let timer = 0;
    let running = false;
    let again = false;
    let waits = false;
    const say = (text, failed) => {
      if (!line || !text) return;
      line.textContent = text;
      line.classList.toggle("ht-saved--failed", failed);
    };
    const save = async () => {
      if (running) {
        again = true;
        return;
      }
      if (form.dataset.sent) return;
      running = true;
      waits = false;
      let reached = false;
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST",
          body: new URLSearchParams(new FormData(form)),
          headers: { "X-Autosave": "1", Accept: "text/plain" },
          redirect: "error",
        });
        reached = answer.status < 500;
        const version = answer.headers.get("X-Version");
        if (version && form.elements.version) form.elements.version.value = version;
        const plainText = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
        say(plainText ? await answer.text() : line && line.dataset.autosaveFailed, !answer.ok);
      } catch {
        say(line && line.dataset.autosaveFailed, true);
      } finally {
        running = false;
        if (reached && again) save();
        else if (!reached) later(15000);
        again = false;
      }
    };
    const later = (after) => {
      clearTimeout(timer);
      waits = true;
      timer = setTimeout(save, after);
    };
    form.addEventListener("input", () => later(1500));
    form.addEventListener("submit", () => clearTimeout(timer));
    // A line that was lost comes back: what waits goes at once.
    window.addEventListener("online", () => waits && later(0));
  }

  // The server's clock on the last day: the page says what it was, the time since then is counted here.
  for (const line of all("[data-left]")) {
    const began = performance.now();
    const pad = (number) => String(number).padStart(2, "0");
    const inWords = (seconds) => `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
    const tick = () => {
      const passed = Math.floor((performance.now() - began) / 1000);
      const left = Number(line.dataset.left) - passed;
      const now = (Number(line.dataset.clock) + passed) % 86400;
      const says = line.dataset.says.replace("%now", inWords(now)).replace("%left", inWords(left));
      line.textContent = left > 0 ? says : line.dataset.over;
      if (left <= 0) clearInterval(timer);
    };
    const timer = setInterval(tick, 1000);
  }

  // The SHA-256 of a file is counted here, and the file stays here; where the browser cannot, the field is typed.
  for (const input of all("input[data-digest]")) {
    const field = document.getElementById(input.dataset.digest);
    if (!field || !window.crypto || !window.crypto.subtle) continue;
    input.closest("[hidden]").hidden = false;
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      field.value = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    });
  }

  // Keys are offered where a link or button says so, and never while somebody writes.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const wanted = all("[data-key]").find((element) => element.dataset.key === event.key.toLowerCase());
    if (wanted) wanted.click();
  });
})();
