export { Button, ButtonRow, LinkButton } from './button.view.tsx';
export { type ChainLink, ChainView } from './chain-view.view.tsx';
export { Checkbox, CheckboxGroup } from './checkbox.view.tsx';
export { clientAssets, type Manifest } from './client-assets.ts';
export { Columns } from './columns.view.tsx';
export { CopyField } from './copy-field.view.tsx';
export { DateField } from './date-field.view.tsx';
export { DateText } from './date-text.view.tsx';
export { type Definition, DefinitionList } from './definition-list.view.tsx';
export { Dialog } from './dialog.view.tsx';
export { Disclosure, Menu } from './disclosure.view.tsx';
export { EmptyState } from './empty-state.view.tsx';
export { ErrorSummary, type FieldProblem } from './error-summary.view.tsx';
export { Field, fieldId } from './field.view.tsx';
export { Fieldset } from './fieldset.view.tsx';
export { FileField } from './file-field.view.tsx';
export { Form } from './form.view.tsx';
export { type Assets, HtmlDocument } from './html-document.view.tsx';
export { Mark } from './mark.view.tsx';
export { type Need, NeedsYou } from './needs-you.view.tsx';
export { Notice } from './notice.view.tsx';
export { Opening } from './opening.view.tsx';
export { type NavItem, PageShell } from './page-shell.view.tsx';
export { Pagination } from './pagination.view.tsx';
export { PersonList } from './person-list.view.tsx';
export { PrintReference } from './print-reference.view.tsx';
export { Progress } from './progress.view.tsx';
export { Prose } from './prose.view.tsx';
export { QrCode } from './qr-code.view.tsx';
export { RadioGroup } from './radio-group.view.tsx';
export { RecordList, RecordRow } from './record-list.view.tsx';
export { RoundTable } from './round-table.view.tsx';
export { RunChart } from './run-chart.view.tsx';
export { type ChartPoint, median } from './run-chart-scale.ts';
export { PersonChip, SeatChip, SeatSign } from './seat-chip.view.tsx';
export type { SeatGroup } from './seat-shape.view.tsx';
export { Section, SideSection } from './section.view.tsx';
export { type Choice, type ChoiceGroup, SelectField } from './select-field.view.tsx';
export { type StateTone, StateWord } from './state-word.view.tsx';
export { type Step, Steps } from './steps.view.tsx';
export { type Column, Table } from './table.view.tsx';
export type { TableSeat } from './table-seat.ts';
export { type Tab, Tabs } from './tabs.view.tsx';
export { TextArea } from './text-area.view.tsx';
export { TextField } from './text-field.view.tsx';
export type { SeatColour, Theme } from './tokens.ts';
export { VisibilityLine } from './visibility-line.view.tsx';
export {
  type Catalogue,
  catalogue,
  type DateLike,
  type DateWords,
  datesFor,
  type Locale,
  LocaleProvider,
  locales,
  type Say,
  translate,
  useDates,
  useLocale,
  useWords,
} from './words.ts';
