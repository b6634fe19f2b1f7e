import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';

/** A question of ours for the browser, and the ticket that its answer comes back with. */
async function question<Options>(
  form: HTMLFormElement,
): Promise<{ options: Options; ticket: string }> {
  const { pathname } = new URL(form.action);
  const answer = await fetch(`${pathname}/question`, { method: 'POST', body: new FormData() });
  if (!answer.ok) throw new Error(`The question came back with ${answer.status}.`);
  return answer.json();
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const input = form.elements.namedItem(name);
  if (input instanceof HTMLInputElement) input.value = value;
}

/** The server judges the answer: the form goes its ordinary way. */
function bring(form: HTMLFormElement, ticket: string, response: unknown): void {
  fill(form, 'ticket', ticket);
  fill(form, 'response', JSON.stringify(response));
  form.submit();
}

async function run(form: HTMLFormElement): Promise<void> {
  if (form.dataset.passkey === 'add') {
    const { options, ticket } =
      await question<Parameters<typeof startRegistration>[0]['optionsJSON']>(form);
    return bring(form, ticket, await startRegistration({ optionsJSON: options }));
  }
  const { options, ticket } =
    await question<Parameters<typeof startAuthentication>[0]['optionsJSON']>(form);
  bring(form, ticket, await startAuthentication({ optionsJSON: options }));
}

function offer(form: HTMLFormElement): void {
  const says = form.querySelector<HTMLElement>('[data-says]');
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (says) says.textContent = '';
    run(form).catch(() => {
      // Said no on the device, took too long, or no passkey is there: nothing has changed.
      if (says) says.textContent = form.dataset.cancelled ?? '';
    });
  });
}

/** Passkeys among what the browser offers for the address, where it can. */
async function offerInField(form: HTMLFormElement): Promise<void> {
  const field = document.querySelector('input[autocomplete~="webauthn"]');
  if (!field || !(await browserSupportsWebAuthnAutofill())) return;
  const ask = async () => {
    const { options, ticket } =
      await question<Parameters<typeof startAuthentication>[0]['optionsJSON']>(form);
    bring(
      form,
      ticket,
      await startAuthentication({ optionsJSON: options, useBrowserAutofill: true }),
    );
  };
  // Not before somebody is about to type: a question is not asked for everybody who looks.
  field.addEventListener('focus', () => ask().catch(() => WebAuthnAbortService.cancelCeremony()), {
    once: true,
  });
}

const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-passkey]')];
// A passkey is bound to a name: an address in numbers has none.
const hasName = !/^[\d.]+$|:/.test(location.hostname);
if (browserSupportsWebAuthn() && hasName) {
  for (const form of forms) {
    offer(form);
    if (form.dataset.passkey === 'use') void offerInField(form);
  }
} else {
  for (const note of document.querySelectorAll<HTMLElement>('[data-passkey-unsupported]')) {
    note.hidden = false;
  }
}
