// Sends the pages of a paper from a phone: in pieces, again after a cut, and shows what the kiosk said
// of each. The page is of use without it as well.
'use strict';
(() => {
  const main = document.querySelector('main.upload');
  if (!main || !window.fetch || !Blob.prototype.arrayBuffer) return;
  const at = main.dataset.at;
  const PIECE = 256 * 1024;
  const MOST = 15 * 1024 * 1024;
  const LONGEST = 4000;
  const list = document.getElementById('pages');
  const row = document.getElementById('row').content.firstElementChild;
  const finished = document.getElementById('finished');
  const take = document.getElementById('take');
  const choose = document.getElementById('choose');
  const done = document.getElementById('done');
  const word = (name) => {
    const words = document.getElementById('words').content;
    const found = words.querySelector(`[data-name="${name}"]`) || words.querySelector('[data-name="failed"]');
    return found.textContent;
  };

  /** Every page, in order: { number?, blob?, size, sent, state, said, row }. */
  let pages = [];
  /** The page that the next picture is instead of. */
  let again = null;
  let sending = false;

  /**
   * Pictures that are not there whole yet. A phone that opens its camera may put this page away to make room:
   * when it is loaded again it goes on with them. Without such a store it works as well.
   */
  const kept = (() => {
    const opened = new Promise((done) => {
      const asked = window.indexedDB ? indexedDB.open('motcua-upload', 1) : null;
      if (!asked) return done(null);
      asked.onupgradeneeded = () => asked.result.createObjectStore('pages', { keyPath: 'key' });
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => done(null);
    });
    const run = async (mode, act) => {
      const base = await opened;
      if (!base) return null;
      return new Promise((done) => {
        const request = act(base.transaction('pages', mode).objectStore('pages'));
        request.onsuccess = () => done(request.result);
        request.onerror = () => done(null);
      }).catch(() => null);
    };
    return {
      // As bytes: not every browser keeps a file as it is.
      keep: async ({ key, blob, replaces, number }) => {
        const [bytes, { type }] = [await blob.arrayBuffer(), blob];
        await run('readwrite', (pages) => pages.put({ at, key, bytes, type, replaces, number }));
      },
      forget: (key) => run('readwrite', (pages) => pages.delete(key)),
      all: async () => (await run('readonly', (pages) => pages.getAll())) || [],
    };
  })();

  const pause = (millis) =>
    new Promise((done) => {
      const end = () => {
        clearTimeout(timer);
        window.removeEventListener('online', end);
        wake = () => {};
        done();
      };
      const timer = setTimeout(end, millis);
      window.addEventListener('online', end);
      wake = end;
    });
  let wake = () => {};

  /** The page has ended: the server says so in words. */
  const over = () => location.reload();

  function draw() {
    pages.forEach((page, index) => {
      const { row } = page;
      const [title, said, progress] = row.querySelector('div').children;
      row.className = page.state;
      title.textContent = word('page').replace('0', String(index + 1));
      said.textContent = page.said;
      progress.hidden = !page.blob || !['queued', 'sending', 'cut'].includes(page.state);
      progress.value = page.size ? page.sent / page.size : 0;
      row.querySelector('.try').hidden = page.state !== 'cut';
      row.querySelector('.again').hidden = page.state !== 'faulty';
      row.querySelector('.remove').hidden = ['taken', 'faulty', 'preparing'].includes(page.state);
      // What stands where it should is not touched: a finger may be on it.
      if (list.children[index] !== row) list.insertBefore(row, list.children[index] || null);
    });
    while (list.children.length > pages.length) list.lastElementChild.remove();
    done.hidden = pages.length === 0;
  }

  function added(page) {
    page.row = row.cloneNode(true);
    page.row.querySelector('.try').onclick = () => wake();
    page.row.querySelector('.again').onclick = () => {
      again = page;
      take.click();
    };
    page.row.querySelector('.remove').onclick = () => void remove(page);
    pages.push(page);
    return page;
  }

  async function remove(page) {
    page.gone = true;
    wake();
    if (page.key) void kept.forget(page.key);
    pages = pages.filter((one) => one !== page);
    draw();
    if (page.number) await fetch(`${at}/files/${page.number}/remove`, { method: 'POST', redirect: 'manual' }).catch(() => {});
  }

  const known = (bytes) =>
    (bytes[0] === 0xff && bytes[1] === 0xd8) || (bytes[0] === 0x89 && bytes[1] === 0x50) || String.fromCharCode(...bytes) === '%PDF';

  /** A picture of another kind, or a very large one, becomes a JPEG that is taken. */
  async function fitting(file) {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (known(head) && file.size <= MOST) return file;
    if (head[0] === 0x25 || !window.createImageBitmap) throw file.size > MOST ? 'body-too-large' : 'file-kind-refused';
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
    if (!picture) throw 'file-kind-refused';
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    if (!blob) throw 'file-kind-refused';
    return blob;
  }

  /** SHA-256 where this page may reckon it: only behind https. */
  async function sha256(blob) {
    if (!window.crypto || !crypto.subtle) return undefined;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Asks until an answer comes; a page whose answer is a refusal ends with its code. */
  async function ask(page, path, what) {
    for (let wait = 1000; ; wait = Math.min(wait * 2, 15000)) {
      let answer = null;
      try {
        answer = await fetch(at + path, what);
      } catch (_) {
        page.state = 'cut';
        page.said = word('cut');
        draw();
      }
      if (page.gone) throw null;
      if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 408) return answer;
      await pause(answer ? Number(answer.headers.get('Retry-After') || 1) * 1000 : wait);
      if (page.gone) throw null;
      // What is here after a cut decides where it goes on.
      if (what.method === 'PATCH') return ask(page, path, { method: 'HEAD' });
    }
  }

  const refused = async (answer) => {
    if (answer.status === 404 && (await answer.clone().json().catch(() => ({}))).code === 'unknown-upload') over();
    const problem = await answer.json().catch(() => ({}));
    throw problem.code || 'failed';
  };

  async function send(page) {
    const { blob } = page;
    const headers = { 'Content-Type': 'application/json' };
    const told = { size: blob.size, key: page.key, sha256: await sha256(blob), replaces: page.replaces };
    const begun = page.number;
    const room = await ask(page, '/files', { method: 'POST', headers, body: JSON.stringify(told) });
    if (!room.ok) await refused(room);
    page.number = (await room.json()).number;
    await kept.keep(page);
    const path = `/files/${page.number}`;
    if (begun) page.sent = Number((await ask(page, path, { method: 'HEAD' })).headers.get('Upload-Offset'));
    while (page.sent < blob.size) {
      page.state = 'sending';
      page.said = word('sending');
      draw();
      const body = blob.slice(page.sent, page.sent + PIECE);
      const answer = await ask(page, path, { method: 'PATCH', headers: { 'Upload-Offset': String(page.sent) }, body });
      const here = answer.headers.get('Upload-Offset');
      if (here === null) await refused(answer);
      page.sent = Number(here);
    }
    page.blob = null;
    page.state = 'waiting';
    page.said = '';
    void kept.forget(page.key);
  }

  async function sendAll() {
    if (sending) return;
    sending = true;
    for (;;) {
      const page = pages.find((one) => one.blob && one.state === 'queued');
      if (!page) break;
      try {
        await send(page);
      } catch (code) {
        void kept.forget(page.key);
        if (code !== null) {
          page.blob = null;
          page.state = 'failed';
          page.said = word(String(code));
        }
      }
      draw();
      await look();
    }
    sending = false;
  }

  function queue(page) {
    page.size = page.blob.size;
    page.state = 'queued';
    page.said = word('sending');
    if (/pdf/.test(page.blob.type)) return;
    const picture = page.row.querySelector('img');
    picture.src = URL.createObjectURL(page.blob);
    picture.hidden = false;
  }

  async function chosen(input) {
    const files = Array.from(input.files);
    input.value = '';
    finished.hidden = true;
    for (const file of files) {
      const key = Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-');
      const page = added({ key, size: file.size, sent: 0, state: 'preparing', said: word('preparing') });
      if (again) page.replaces = again.number;
      again = null;
      draw();
      try {
        page.blob = await fitting(file);
        await kept.keep(page);
        queue(page);
      } catch (code) {
        page.state = 'failed';
        page.said = word(typeof code === 'string' ? code : 'failed');
      }
      draw();
      void sendAll();
    }
  }

  /** What is there, and what the kiosk said of it. */
  async function look() {
    const answer = await fetch(`${at}/state`).catch(() => null);
    if (!answer) return;
    if (answer.status === 404) return over();
    if (!answer.ok) return;
    const now = await answer.json();
    const news = finished.hidden && now.done;
    finished.hidden = !now.done;
    if (news) finished.scrollIntoView({ block: 'center' });
    document.getElementById('until').textContent = now.until;
    const there = new Map(now.pages.map((page) => [page.number, page]));
    // Whole ones that are not there any more were done again.
    pages = pages.filter((page) => !page.number || page.blob || page.state === 'failed' || there.has(page.number));
    for (const page of now.pages) {
      const own = pages.find((one) => one.number === page.number) || added({ number: page.number, sent: 0 });
      if (own.blob) continue;
      if (page.state !== 'sending') own.state = page.state;
      else if (own.state !== 'failed') own.state = 'left';
      own.said = own.state === 'failed' ? own.said : page.said;
      own.size = page.size;
    }
    draw();
  }

  main.classList.add('live');
  choose.multiple = true;
  take.onchange = () => void chosen(take);
  choose.onchange = () => void chosen(choose);
  // Who takes another picture, or none, does not mean the faulty page any more.
  const another = () => {
    again = null;
  };
  take.oncancel = another;
  for (const label of document.querySelectorAll('#send label')) label.addEventListener('click', another);
  document.querySelector('.look').hidden = true;
  done.form.onsubmit = (event) => {
    event.preventDefault();
    void fetch(`${at}/done`, { method: 'POST', redirect: 'manual' }).then(look, () => {});
  };
  const follow = async () => {
    if (!document.hidden) await look();
    setTimeout(() => void follow(), 1500);
  };
  const resume = async () => {
    for (const { at: where, bytes, type, ...page } of await kept.all()) {
      if (where === at) queue(added({ ...page, blob: new Blob([bytes], { type }), sent: 0 }));
      else void kept.forget(page.key);
    }
    draw();
    void sendAll();
  };
  list.replaceChildren();
  draw();
  void resume().then(follow);
})();
