import { demoIsThere } from '../../partnership/demo/server.ts';
import type { Log } from '../../platform/log.ts';
import { people } from './people.ts';
import { type SeedTools, sitDown } from './sit-down.ts';
import { buildStage, type StageSettings } from './stage.ts';
import { chapters } from './story.ts';

export type DemoState =
  | { is: 'absent' }
  | { is: 'making'; done: number; total: number }
  | { is: 'ready' };

export interface Demo {
  state(): Promise<DemoState>;
  /** Begins to make the demo district unless it is there or under way. */
  open(): Promise<void>;
}

/**
 * The demo district: made in the background when somebody asks for it. Its history is played through
 * the use-cases, which takes some seconds.
 */
export function demoDistrict(
  settings: Omit<StageSettings, 'now'> & SeedTools & { log: Log; now: () => Date },
): Demo {
  const total = people.length + 2 + chapters.length * 8;
  let done = 0;
  let making = false;

  async function make(): Promise<void> {
    const stage = buildStage({ ...settings, now: settings.now() });
    await sitDown(stage, settings, () => {
      done += 1;
    });
    const memory = new Map<string, string>();
    for (const chapter of chapters) {
      await chapter(stage, memory);
      done += 8;
    }
  }

  async function state(): Promise<DemoState> {
    if (making) return { is: 'making', done, total };
    return { is: (await demoIsThere(settings.database)) ? 'ready' : 'absent' };
  }

  async function open(): Promise<void> {
    if ((await state()).is !== 'absent' || making) return;
    making = true;
    done = 0;
    make()
      .catch((error: unknown) => {
        settings.log.error({ err: error }, 'the demo district could not be made');
      })
      .finally(() => {
        making = false;
      });
  }

  return { state, open };
}
