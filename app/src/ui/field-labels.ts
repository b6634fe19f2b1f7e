import { type ComponentChildren, createContext, createElement } from 'preact';
import { useContext } from 'preact/hooks';

/** What the fields of a page are called, by name; the fields themselves fill it while they are drawn. */
export type FieldLabels = Map<string, string>;

const LabelsContext = createContext<FieldLabels | null>(null);

export interface FieldLabelsProviderProps {
  labels: FieldLabels;
  children?: ComponentChildren;
}

/** A summary stands above its fields, so a page with problems is drawn twice with the same labels. */
export function FieldLabelsProvider({ labels, children }: FieldLabelsProviderProps) {
  return createElement(LabelsContext.Provider, { value: labels }, children);
}

export function useFieldLabels(): FieldLabels | null {
  return useContext(LabelsContext);
}

/** The first field of a name names it: a group's question stands before the answers inside. */
export function useFieldLabel(name: string, label: string): void {
  const labels = useContext(LabelsContext);
  if (labels && !labels.has(name)) labels.set(name, label);
}
