/** Known to every visitor: the demo's caucuses hold a made-up story and nothing else. */
export const demoPassphrase = 'seven boats on the river';
