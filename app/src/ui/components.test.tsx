import { describe, expect, it } from 'vitest';
import { FieldLabelsProvider } from './field-labels.ts';
import { galleryPages } from './gallery/pages.tsx';
import {
  catalogue,
  clientAssets,
  ErrorSummary,
  LocaleProvider,
  Prose,
  QrCode,
  RunChart,
  TextArea,
  TextField,
  translate,
  useWords,
} from './index.ts';
import { renderAt } from './testing.ts';

describe('prose', () => {
  it('shows what a person wrote as text, never as markup', () => {
    const html = renderAt(<Prose text={'<script>alert(1)</script>\r\nand\n\n<b>more</b>'} />);
    expect(html).toBe(
      '<div class="prose"><p>&lt;script>alert(1)&lt;/script><br/>and</p><p>&lt;b>more&lt;/b></p></div>',
    );
  });

  it('links addresses without the punctuation around them', () => {
    const html = renderAt(<Prose text="(see https://a.example/b_(c)?d=1&e=2)., javascript:x" />);
    expect(html).toContain('<a href="https://a.example/b_(c)?d=1&amp;e=2" rel=');
    expect(html).not.toContain('href="javascript');
  });
});

describe('fields', () => {
  it('tie hint and error to the control and keep what was typed', () => {
    const html = renderAt(
      <TextField name="email" label="Email" hint="At work" error="No @" value={'a"<b'} />,
    );
    expect(html).toContain('<label class="field-label" for="field-email">');
    expect(html).toContain('aria-describedby="field-email-hint field-email-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="a&quot;&lt;b"');
    expect(html).toContain('id="field-email-error"');
  });

  it('are linked from the summary of errors', () => {
    const html = renderAt(
      <ErrorSummary errors={[{ field: 'seats[2].name', message: 'Name this seat' }]} />,
    );
    const field = renderAt(<TextArea name="seats[2].name" label="Name" />);
    const [, target] = /href="#([^"]+)"/.exec(html) ?? [];
    expect(target).toBeTruthy();
    expect(field).toContain(`id="${target}"`);
    expect(html).toContain('Please check one thing');
  });

  it('are named in the summary on the second drawing', () => {
    const labels = new Map<string, string>();
    const draw = () =>
      renderAt(
        <FieldLabelsProvider labels={labels}>
          <ErrorSummary
            errors={[
              { field: 'name', message: 'Please fill this in.' },
              { field: 'why', message: 'Please fill this in.' },
              { field: 'gone', message: 'The form is closed.' },
            ]}
          />
          <TextField name="name" label="Name" />
          <TextField name="why" label="Why?" />
        </FieldLabelsProvider>,
      );
    draw();
    const html = draw();
    expect(html).toContain('<a href="#field-name">Name: Please fill this in.</a>');
    expect(html).toContain('<a href="#field-why">Why? Please fill this in.</a>');
    expect(html).toContain('<li>The form is closed.</li>');
  });
});

describe('the run chart', () => {
  const chart = renderAt(
    <RunChart
      title="Reading"
      sentence="From 51 to 62 in 100."
      unit="percent"
      baseline={{ date: '2025-09-15', value: 51 }}
      goal={{ date: '2027-06-10', value: 70 }}
      shift={{ from: '2025-11-10', to: '2026-11-09', label: 'Six in a row above' }}
      points={[
        { date: '2025-11-10', value: 52 },
        { date: '2026-11-09', value: 62.5, note: 'new test' },
      ]}
    />,
  );

  it('says its sentence and holds every value in the table', () => {
    expect(chart).toContain('From 51 to 62 in 100.');
    expect(chart).toMatch(/>Mon 10 Nov 2025<\/time><\/th><td class="number">52%<\/td>/);
    expect(chart).toMatch(/Mon 9 Nov<\/time><\/th><td class="number">62.5%<\/td><td>new test/);
  });

  it('draws for wide and for narrow screens, with numbers only', () => {
    expect(chart.match(/<polyline/g)).toHaveLength(2);
    expect(chart).not.toContain('NaN');
    expect(chart.match(/Six in a row above<\/text>/g)).toHaveLength(2);
  });

  it('draws a single value, and none', () => {
    const one = renderAt(
      <RunChart title="a" sentence="b" points={[{ date: '2026-01-01', value: 3 }]} />,
    );
    const none = renderAt(<RunChart title="a" sentence="b" points={[]} />);
    expect(one).toContain('<polyline');
    expect(one).not.toMatch(/NaN|Infinity/);
    expect(none).toBe(
      '<figure class="run-chart"><figcaption class="run-chart-sentence">b</figcaption></figure>',
    );
  });
});

describe('words', () => {
  const words = catalogue(
    { greet: 'Hello {name}', seats: '{n, plural, one {# seat} other {# seats}}' },
    { greet: 'Hola, {name}', seats: '{n, plural, one {# puesto} other {# puestos}}' },
  );
  const Greeting = () => <p>{useWords(words)('greet', { name: '<Ana>' })}</p>;

  it('speak the language around them', () => {
    expect(renderAt(<Greeting />)).toBe('<p>Hello &lt;Ana></p>');
    expect(renderAt(<Greeting />, 'es')).toBe('<p>Hola, &lt;Ana></p>');
    expect(translate(words, 'es', 'seats', { n: 1 })).toBe('1 puesto');
  });

  it('follow the nearest language', () => {
    const now = new Date(0);
    const html = renderAt(
      <LocaleProvider locale="es" timeZone="UTC" now={now}>
        <Greeting />
      </LocaleProvider>,
    );
    expect(html).toContain('Hola');
  });
});

it('finds the built files in the manifest, with the two faces that every page needs first', () => {
  const entry = {
    file: 'assets/client-1.js',
    css: ['assets/client-2.css'],
    assets: [
      'assets/atkinson-hyperlegible-next-latin-ext-wght-normal-3.woff2',
      'assets/atkinson-hyperlegible-next-latin-wght-normal-4.woff2',
      'assets/atkinson-hyperlegible-next-latin-wght-italic-5.woff2',
      'assets/source-serif-4-latin-wght-normal-6.woff2',
    ],
  };
  expect(clientAssets({ 'app/src/ui/client.ts': entry })).toEqual({
    stylesheets: ['/assets/client-2.css'],
    islands: new Map(),
    scripts: ['/assets/client-1.js'],
    fonts: [
      '/assets/atkinson-hyperlegible-next-latin-wght-normal-4.woff2',
      '/assets/source-serif-4-latin-wght-normal-6.woff2',
    ],
  });
  expect(() => clientAssets({})).toThrow('build the client first');
});

it('draws a QR code with its name', () => {
  const html = renderAt(<QrCode value="https://a.example" label="QR code to the round" />);
  expect(html).toContain('role="img" aria-label="QR code to the round"');
});

describe.each(Object.keys(galleryPages))('the %s page', (name) => {
  it.each(['en', 'es'] as const)('in %s needs no inline style or script and one h1', (locale) => {
    const html = renderAt(galleryPages[name]?.(), locale);
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<script/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/NaN|undefined|\[object/);
  });
});
