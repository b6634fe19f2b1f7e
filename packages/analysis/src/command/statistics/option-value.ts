import { UsageError } from '../usage-error.ts';

/** An option as a finite number; undefined when it is not given. */
export function numberOption(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new UsageError(`--${name} takes a number, not "${text}".`);
  }
  return value;
}

/** An option that must be one of a few words. */
export function choiceOption<const T extends string>(
  name: string,
  text: string | undefined,
  choices: readonly T[],
): T | undefined {
  if (text === undefined) return undefined;
  const choice = choices.find((each) => each === text);
  if (choice === undefined) {
    throw new UsageError(`--${name} is one of ${choices.join(', ')}, not "${text}".`);
  }
  return choice;
}

/** A list of names between commas. */
export function listOption(text: string | undefined): string[] | undefined {
  return text?.split(',').map((name) => name.trim());
}
