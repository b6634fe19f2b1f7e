import { deserialize, serialize } from 'node:v8';
import { partnershipOn } from '../../src/partnership/testing/test-partnership.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { seededRandom } from '../../src/platform/random.ts';
import { keptDatabase } from '../../src/platform/testing/kept-database.ts';
import type { TestDatabase } from '../../src/platform/testing/test-database.ts';
import { Markers } from '../markers.ts';
import { prepareOnce } from '../prepare-once.ts';
import { buildWorld, type World } from './build-world.ts';
import { stageOn } from './stage.ts';

/** A world of one's own, played once in a run and copied for everybody who asks. */
export async function openWorld(): Promise<World> {
  const { database, note } = await keptDatabase('world', async (empty) =>
    serialize(noteOf(await buildWorld(empty))).toString('base64'),
  );
  return worldFrom(database, deserialize(Buffer.from(note, 'base64')) as Note);
}

type Note = ReturnType<typeof noteOf>;

/** Everything about a world that does not stand in its database. */
function noteOf(world: World) {
  const { other, ways, actors, markers, here } = world;
  const { accounts, seats, slugs, voices, unnamed, caucusKeys } = world;
  return {
    world: { other, ways, actors },
    remembered: { accounts, seats, slugs, voices, unnamed, caucusKeys },
    markers: markers.all,
    here: { slug: here.slug, partnershipId: here.partnershipId, seats: here.seats },
    at: here.clock.now(),
  };
}

function worldFrom(database: TestDatabase, note: Note): World {
  prepareOnce(database.app);
  const clock = settableClock(note.at);
  const random = seededRandom('the world goes on', clock);
  const here = partnershipOn(database, { ...note.here, clock, random });
  const markers = new Markers(note.markers);
  const stage = stageOn(here, { ...note.remembered, markers });
  return Object.assign(stage, { ...note.world, close: () => here.close() });
}
