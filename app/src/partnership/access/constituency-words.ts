import { type Locale, translate } from '../../ui/catalogue.ts';
import { accessWords } from './access.words.ts';
import { type Constituency, colourOf } from './constituency.ts';

/** How a constituency is drawn and named: letter, place in the palette, name. */
export function seatGroup(locale: Locale, constituency: Constituency) {
  return {
    letter: translate(accessWords, locale, `letter.${constituency}`),
    colour: colourOf(constituency),
    name: translate(accessWords, locale, `constituency.${constituency}`),
  };
}
