// While somebody types, their device solves the task that tells it from a flood of scripts. Without
// this, or where it fails, the form works all the same: then a lead reads the voice first.

const longestWaitMs = 20_000;
/** Sooner than the server forgets the task. */
const goodForMs = 50 * 60_000;

const place = document.querySelector<HTMLElement>('[data-proof]');
const form = place?.closest('form');
if (place && form) prepare(form, place);

function prepare(form: HTMLFormElement, place: HTMLElement): void {
  const field = form.elements.namedItem('proof') as HTMLInputElement;
  let solving: Promise<void> | null = null;
  let solvedAt = 0;
  const begin = () => {
    if (solvedAt && Date.now() - solvedAt > goodForMs) {
      solving = null;
      field.value = '';
    }
    solving ??= solve(place.dataset.proof ?? '').then(
      (proof) => {
        field.value = proof;
        solvedAt = Date.now();
      },
      () => {},
    );
    return solving;
  };
  form.addEventListener('focusin', begin, { once: true });
  form.addEventListener('input', begin);
  form.addEventListener('submit', (event) => {
    const ready = begin();
    if (field.value || form.dataset.sent) return;
    event.preventDefault();
    form.dataset.sent = 'yes';
    place.hidden = false;
    const wait = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
    Promise.race([ready, wait]).then(() => {
      place.hidden = true;
      form.requestSubmit();
    });
  });
  // Back from the next page: everything may begin again.
  window.addEventListener('pageshow', () => delete form.dataset.sent);
}

async function solve(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`There is no task at ${address}.`);
  const challenge: unknown = await answer.json();
  const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
  try {
    const solution = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data ? resolve(data) : reject(new Error('not solved')));
      worker.onerror = reject;
      worker.postMessage(challenge);
    });
    return JSON.stringify({ challenge, solution });
  } finally {
    worker.terminate();
  }
}
