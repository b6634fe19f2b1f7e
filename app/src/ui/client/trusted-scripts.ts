interface Policies {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

/**
 * Our pages forbid that text becomes code. Scripts of our own may still start a worker: from a file
 * of this installation, and from nowhere else.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = window as { trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      const { origin } = new URL(address, window.location.href);
      if (origin !== window.location.origin) throw new TypeError(`No script from ${origin}.`);
      return address;
    },
  });
}
