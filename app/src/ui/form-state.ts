/** A form as a page shows it: empty, or with what a person typed and what is wrong with it. */
export interface FormState {
  /** What was typed, or else the value given. */
  value(name: string, otherwise?: string): string;
  /** For fields that may hold several values. */
  values(name: string, otherwise?: readonly string[]): readonly string[];
  /** The sentence beside a field, if something is wrong with it. */
  problem(name: string): string | undefined;
  /** All of them, for the summary on top. */
  problems: readonly { field: string; message: string }[];
}

export function formState(
  typed: Readonly<Record<string, string | string[]>> | null,
  problems: readonly { field: string; message: string }[] = [],
): FormState {
  return {
    value: (name, otherwise = '') => {
      const value = typed ? typed[name] : otherwise;
      return (Array.isArray(value) ? value[0] : value) ?? '';
    },
    values: (name, otherwise = []) => {
      if (!typed) return otherwise;
      const value = typed[name];
      return value === undefined ? [] : Array.isArray(value) ? value : [value];
    },
    problem: (name) => problems.find((problem) => problem.field === name)?.message,
    problems,
  };
}

export const emptyForm = formState(null);

/** The props that tie a control to its place in a form: `<TextField {...field(form, 'title')} label=… />`. */
export function field(form: FormState, name: string, otherwise?: string) {
  return { name, value: form.value(name, otherwise), error: form.problem(name) };
}
