import type { FormState } from '../../ui/form-state.ts';
import { Fieldset, TextField } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { mostPlaces } from './team.ts';
import { teamWords } from './team.words.ts';

export interface PlacesFieldsProps {
  form: FormState;
  organizations: readonly { id: string; name: string }[];
  /** How many each has, or is offered, by the organization's id. */
  places: (organizationId: string) => number;
  /** How many of them chair; left out while the co-chairs are named one by one. */
  chairs?: (organizationId: string) => number;
}

/** A number of places for each organization. The three lists go together by their order. */
export function PlacesFields({ form, organizations, places, chairs }: PlacesFieldsProps) {
  const t = useWords(teamWords);
  const typed = (name: string, at: number, otherwise: number) =>
    form.values(name)[at] ?? String(otherwise);
  return (
    <Fieldset
      name="places"
      label={t('places')}
      hint={t(chairs ? 'places.hint' : 'places.offer.hint')}
      error={form.problem('places') ?? form.problem('chairs')}
    >
      {organizations.map(({ id, name }, at) => (
        <Fieldset key={id} id={`places-of-${id}`} name="places" label={name}>
          <input type="hidden" name="organizations" value={id} />
          <div class="form-inline">
            <TextField
              id={`places-${id}`}
              name="places"
              label={t('places')}
              type="number"
              min={0}
              max={mostPlaces}
              value={typed('places', at, places(id))}
            />
            {chairs && (
              <TextField
                id={`chairs-${id}`}
                name="chairs"
                label={t('places.chairs')}
                type="number"
                min={0}
                max={mostPlaces}
                value={typed('chairs', at, chairs(id))}
              />
            )}
          </div>
        </Fieldset>
      ))}
    </Fieldset>
  );
}
