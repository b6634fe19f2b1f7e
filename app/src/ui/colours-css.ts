import { type Theme, themes } from './tokens.ts';

function declarations(theme: Theme, indent: string): string {
  return Object.entries(themes[theme])
    .map(([token, value]) => `${indent}--${token}: ${value};`)
    .join('\n');
}

/** The text of `style/colours.css`: light, dark by preference, either by `data-theme`, light on paper. */
export function coloursCss(): string {
  return `/* Written from tokens.ts by \`npm run gallery\`; edit there. */
:root {
  color-scheme: light;
${declarations('light', '  ')}
}

@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
    color-scheme: dark;
${declarations('dark', '    ')}
  }
}

@media screen {
  :root[data-theme="dark"] {
    color-scheme: dark;
${declarations('dark', '    ')}
  }
}
`;
}
