import type { ComponentChildren } from 'preact';
import { Controls, Errors } from './form-pages.tsx';
import { Frame } from './frame.tsx';
import { HomePage } from './home-page.tsx';
import { OpeningPage } from './opening-page.tsx';
import { PartsPage } from './parts-page.tsx';
import { RecordPage } from './record-page.tsx';
import { TablesPage } from './tables-page.tsx';

/** Every component in many states, as pages of the kind that people will meet. */
export const galleryPages: Record<string, () => ComponentChildren> = {
  home: () => <HomePage />,
  record: () => <RecordPage />,
  forms: () => (
    <Frame title="Raise a voice" kind="Voices" current="Voices">
      <Controls />
    </Frame>
  ),
  errors: () => <Errors frame={Frame} />,
  tables: () => <TablesPage />,
  parts: () => <PartsPage />,
  opening: () => <OpeningPage />,
};
