import { accountWords } from '../partnership/account/index.ts';
import { LinkButton } from '../ui/button.view.tsx';
import { page } from './answer.ts';
import type { Visit } from './visit.ts';

/** In place of a form that changes how somebody signs in: they sign in once more first. */
export function againFirst(visit: Visit, title: string) {
  const { say } = visit;
  return page({
    title,
    body: (
      <>
        <p>{say(accountWords, 'again.needed')}</p>
        <p>
          <LinkButton href={`/sign-in?next=${encodeURIComponent(visit.url.pathname)}`}>
            {say(accountWords, 'again.go')}
          </LinkButton>
        </p>
      </>
    ),
  });
}
